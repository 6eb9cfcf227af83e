"""Runs cells.

The kernel calls `execute` for each cell. All cells of one environment share their variables; the
environment `main` is the module `__main__`, so that pickling and `if __name__ == "__main__"` work.
"""

import __main__
import ast
import builtins
import json
import sys
import time
import types
import warnings

from pyodide.code import CodeRunner

from vivarium import mimebundles, sources, streams, tracebacks

_environments = {"main": __main__.__dict__}


def start(write):
    """Prepares the interpreter, once, before the first cell.

    `write(name, text)` takes what is printed, `write(name, None)` passes on what it still holds.
    """
    sys.stdout = streams.OutputStream("stdout", write)
    sys.stderr = streams.OutputStream("stderr", write)
    sys.stdin = streams.NoInput()
    builtins.display = mimebundles.display
    warnings.formatwarning = tracebacks.readable(warnings.formatwarning)
    time.sleep = streams.flushing(time.sleep)


async def execute(code, cell, environment, show):
    """Runs `code` and returns whether it came to its end.

    A cell that exits without an error code has come to its end. `show` takes each output but the
    printed text, as JSON in the notebook format.
    """
    namespace = _namespace(environment)
    mimebundles.show = show
    try:
        filename = sources.remember(cell, code)
        runner = CodeRunner(code, filename=filename, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        value = await runner.compile().run_async(namespace)
        if value is not None:
            namespace["_"] = value
            show(json.dumps({"output_type": "execute_result", "data": mimebundles.bundle(value)}))
        return True
    except SystemExit as error:
        if error.code in (None, 0):
            return True
        show(json.dumps(tracebacks.describe_exit(error)))
        return False
    except BaseException as error:  # KeyboardInterrupt ends a cell, not the kernel.
        show(json.dumps(tracebacks.describe(error)))
        return False
    finally:
        mimebundles.show = None


def _namespace(environment):
    if environment not in _environments:
        module = types.ModuleType("__main__")
        _environments[environment] = module.__dict__
    return _environments[environment]

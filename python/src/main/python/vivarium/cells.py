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

from vivarium import asking, mimebundles, sources, streams, tracebacks, waiting

_environments = {"main": __main__.__dict__}


def start(write, ask):
    """Prepares the interpreter, once, before the first cell.

    `write(name, text)` takes what is printed, `write(name, None)` passes on what it still holds.
    `ask` is that of `asking.start`.
    """
    sys.stdout = streams.OutputStream("stdout", write)
    sys.stderr = streams.OutputStream("stderr", write)
    waiting.start()
    asking.start(ask)
    builtins.display = mimebundles.display
    warnings.formatwarning = tracebacks.readable(warnings.formatwarning)
    time.sleep = streams.flushing(waiting.in_steps(time.sleep))


async def execute(code, cell, environment, show):
    """Runs `code` and returns how it ended: "done", "failed", or "stopped" by the reader.

    A cell that exits without an error code is done. `show` takes each output but the
    printed text, as JSON in the notebook format.
    """
    asking.forget()
    with waiting.running():
        try:
            mimebundles.show = show
            return await _run(code, cell, _namespace(environment), show)
        except SystemExit as error:
            if error.code in (None, 0):
                return "done"
            show(json.dumps(tracebacks.describe_exit(error)))
            return "failed"
        except BaseException as error:  # KeyboardInterrupt ends a cell, not the kernel.
            if waiting.is_stop(error):
                return "stopped"
            show(json.dumps(tracebacks.describe(error)))
            return "failed"
        finally:
            mimebundles.show = None


async def _run(code, cell, namespace, show):
    filename = sources.remember(cell, code)
    runner = CodeRunner(code, filename=filename, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    value = await runner.compile().run_async(namespace)
    if value is not None:
        namespace["_"] = value
        show(json.dumps({"output_type": "execute_result", "data": mimebundles.bundle(value)}))
    return "done"


def _namespace(environment):
    if environment not in _environments:
        module = types.ModuleType("__main__")
        _environments[environment] = module.__dict__
    return _environments[environment]

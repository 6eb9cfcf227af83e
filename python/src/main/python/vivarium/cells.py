"""Runs cells.

The kernel calls `execute` for each cell. All cells of one environment share their variables; the
environment `main` is the module `__main__`, so that pickling and `if __name__ == "__main__"` work.
"""

import __main__
import ast
import builtins
import json
import os
import sys
import time
import types
import warnings

from pyodide.code import CodeRunner
from pyodide.ffi import create_proxy

from vivarium import (
    asking,
    displays,
    installing,
    mimebundles,
    runs,
    sources,
    stand_ins,
    streams,
    tracebacks,
    waiting,
    wheels,
)

_environments = {"main": __main__.__dict__}


def start(write, show, ask):
    """Prepares the interpreter, once, before the first cell.

    `write(run, name, text)` takes what is printed, `write(run, name, None)` passes on what it still
    holds. `show(run, output)` takes each output but the printed text, as JSON in the notebook
    format. `ask` is that of `asking.start`.
    """
    mimebundles.show = lambda output: show(runs.current(), output)
    runs.watch(lambda run, error: _fail(error, lambda output: show(run, output)))
    sys.stdout = streams.OutputStream("stdout", write)
    sys.stderr = streams.OutputStream("stderr", write)
    waiting.start()
    asking.start(ask)
    # It is called for each exception that goes to JavaScript, also for one that is caught there.
    sys.excepthook = lambda *raised: None
    os.environ.setdefault("MPLBACKEND", "module://vivarium.figures")
    builtins.display = displays.display
    stand_ins.find_last()
    warnings.formatwarning = tracebacks.readable(warnings.formatwarning)
    _replace_loading()
    time.sleep = streams.flushing(waiting.in_steps(time.sleep))


def _replace_loading():
    import pyodide_js

    pyodide_js.loadPackage = create_proxy(installing.load_package)
    pyodide_js.loadPackagesFromImports = create_proxy(installing.load_packages_from_imports)


async def execute(run, code, cell, environment, figures=""):
    """Runs `code` and returns how it ended: "done", "failed", or "stopped" by the reader.

    A cell that exits without an error code is done. `figures` is how figures are shown, `svg` or
    `png`.
    """
    asking.forget()
    runs.begin(run)
    displays.begin_cell(figures)
    with waiting.running():
        try:
            return await _run(code, cell, variables(environment))
        except BaseException as error:  # KeyboardInterrupt ends a cell, not the kernel.
            if waiting.is_stop(error):
                return "stopped"
            return "failed" if _fail(error, mimebundles.show) else "done"
        finally:
            runs.end()
            displays.forget_figures()


async def _run(code, cell, namespace):
    filename = sources.remember(cell, code)
    code = installing.as_python(code)
    await wheels.provide(code)
    runner = CodeRunner(code, filename=filename, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    value = await runner.compile().run_async(namespace)
    if value is not None:
        namespace["_"] = value
        data = mimebundles.bundle(value)
        if data:
            mimebundles.show(json.dumps({"output_type": "execute_result", "data": data}))
    displays.end_cell()
    return "done"


def lost(throw):
    """Shows what was raised where nobody waits for it, in JavaScript; `throw` throws it again."""
    try:
        throw()
    except BaseException as error:
        _fail(error, mimebundles.show)


def _fail(error, show):
    """Shows an exception; returns whether there was something to show."""
    if not issubclass(type(error), SystemExit):
        show(json.dumps(tracebacks.describe(error)))
    elif error.code in (None, 0):
        return False
    else:
        show(json.dumps(tracebacks.describe_exit(error)))
    return True


def variables(environment):
    """Returns the variables of an environment, which is made when it is asked for first."""
    if environment not in _environments:
        module = types.ModuleType("__main__")
        _environments[environment] = module.__dict__
    return _environments[environment]

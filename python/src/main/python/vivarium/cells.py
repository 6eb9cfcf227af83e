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
    adapting,
    asking,
    comms,
    displays,
    history,
    installing,
    interactive,
    mimebundles,
    runs,
    sources,
    stand_ins,
    streams,
    tracebacks,
    waiting,
    wheels,
)
from vivarium.commands import rewriting

_environments = {"main": __main__.__dict__}


def start(write, show, ask, tell):
    """Prepares the interpreter, once, before the first cell.

    `write(run, name, text)` takes what is printed, `write(run, name, None)` passes on what it still
    holds. `show(run, output)` takes each output but the printed text, as JSON in the notebook
    format. `ask` is that of `asking.start`, `tell` takes what `comms` say.
    """
    mimebundles.show = lambda output: show(runs.current(), output)
    runs.watch(lambda run, error: _fail(error, lambda output: show(run, output)))
    sys.stdout = streams.OutputStream("stdout", write)
    sys.stderr = streams.OutputStream("stderr", write)
    waiting.start()
    asking.start(ask)
    comms.start(tell)
    # It is called for each exception that goes to JavaScript, also for one that is caught there.
    sys.excepthook = lambda *raised: None
    os.environ.setdefault("MPLBACKEND", "module://vivarium.figures")
    builtins.display = displays.display
    builtins.get_ipython = interactive.get_ipython
    stand_ins.find_last()
    adapting.start()
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
    history.begin(namespace, code)
    python, place = rewriting.parsed(code)
    await wheels.provide(rewriting.python_in(code))
    runner = CodeRunner(python, filename=filename, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    place(runner.ast)
    value = await runner.compile().run_async(namespace)
    if value is not None:
        history.ended(namespace, value)
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

"""What only CPython can do: code with tracebacks that quote it, streams, and aims of tasks."""

import asyncio
import contextvars
import io
import sys

target = contextvars.ContextVar("target", default=None)
tasks = set()
_filenames = set()
_runs = set()
_bridge = None
_MOST_FRAMES = 30  # Of each end: a recursion without end has thousands.


def start(bridge):
    """Connects the streams and the event loop with the page."""
    global _bridge
    _bridge = bridge
    asyncio.get_event_loop().set_exception_handler(_unhandled)
    if hasattr(bridge, "write"):
        sys.stdout = _Stream(False)
        # Standard error stays what it is: Pyodide takes from it what it tells JavaScript of an error.


class _Stream(io.TextIOBase):
    """What is printed, on its way to the page."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, is_error):
        self._is_error = is_error

    def writable(self):
        return True

    def isatty(self):
        return False

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        if text:
            _bridge.write(text, self._is_error, target.get())
        return len(text)


def waited(answer):
    """Returns the answer of a terminal, which comes as a promise."""
    if not hasattr(answer, "then"):
        return answer
    from pyodide.ffi import JsException, can_run_sync, run_sync

    if not can_run_sync():
        raise RuntimeError("input() in a terminal needs a worker in this browser: add `worker`")
    try:
        return run_sync(answer)
    except JsException as error:
        if error.name == "KeyboardInterrupt":
            raise KeyboardInterrupt from None
        raise


def _prepare(code, filename, aim):
    import linecache

    _filenames.add(filename)
    lines = [line + "\n" for line in code.split("\n")]
    linecache.cache[filename] = (len(code), None, lines, filename)
    if aim is not None:
        target.set(aim)


async def run(code, filename, aim=None, failed=None):
    """Runs code in the main module, with `await` outside of functions; returns its last value.

    When it raises, `failed` gets the traceback as text; without it the error is raised.
    """
    import ast

    import __main__
    from _pyodide._base import CodeRunner

    try:
        _prepare(code, filename, aim)
        flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        runner = CodeRunner(code, filename=filename, flags=flags).compile()
        task = asyncio.ensure_future(_ended(runner.run_async(__main__.__dict__)))
        _runs.add(task)
        task.add_done_callback(_runs.discard)
        value, error = await task
        if error is not None:
            raise error
        return value
    except asyncio.CancelledError:
        _report(KeyboardInterrupt(), failed)
    except BaseException as error:
        _report(error, failed)


async def _ended(running):
    """Returns the value, or what would end a task and the event loop with it."""
    try:
        return await running, None
    except (KeyboardInterrupt, SystemExit) as error:
        return None, error


def run_sync(code, filename, aim=None, failed=None):
    """Runs code without `await` in the main module; otherwise as `run`."""
    import __main__
    from _pyodide._base import CodeRunner

    token = target.set(aim)
    try:
        _prepare(code, filename, None)
        return CodeRunner(code, filename=filename).compile().run(__main__.__dict__)
    except BaseException as error:
        _report(error, failed)
    finally:
        target.reset(token)


def interrupt():
    """Ends what waits, with a KeyboardInterrupt."""
    for task in list(_runs):
        task.cancel()


def _report(error, failed):
    if failed is None:
        raise error
    # Where debuggers look for it.
    sys.last_exc = sys.last_value = error
    sys.last_type, sys.last_traceback = type(error), error.__traceback__
    failed(describe(error))


def _unhandled(loop, context):
    """Shows an error of a task that nobody waits for."""
    error = context.get("exception")
    text = describe(error) if error is not None else context.get("message", "")
    _bridge.report(text, target.get())


def describe(error=None):
    """Returns the traceback of an exception as a reader wants it: their own code, and a hint.

    Frames of the interpreter and of this package are left out.
    """
    import traceback

    if error is None:
        error = getattr(sys, "last_exc", None) or sys.last_value
    described = traceback.TracebackException.from_exception(error)
    _strip(described)
    text = "".join(described.format()).rstrip("\n")
    hint = _hint(error)
    return text + "\n\n" + hint if hint else text


def _strip(described):
    """Removes frames that are not the reader's; if none is left, all stay."""
    while described is not None:
        kept = [frame for frame in described.stack if not _is_machinery(frame.filename)]
        if len(kept) > 2 * _MOST_FRAMES:
            kept = kept[:_MOST_FRAMES] + kept[-_MOST_FRAMES:]
        described.stack[:] = kept
        for each in described.exceptions or ():
            _strip(each)
        if described.__context__ is not None:
            _strip(described.__context__)
        described = described.__cause__


def _is_machinery(filename):
    import _pyodide

    ours = __file__.rsplit("/", 1)[0] + "/"
    return filename.startswith((_pyodide.__file__.rsplit("/", 1)[0] + "/", ours, "<frozen "))


def _is_own(filename):
    return filename in _filenames


def _hint(error):
    try:
        from vivarium import hints
    except ImportError:
        return ""
    return hints.hint(error, _is_own)

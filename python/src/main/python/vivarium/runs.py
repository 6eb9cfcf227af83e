"""Which run the code that runs now belongs to.

A task and a callback of the event loop belong to the run that made them, however long ago: asyncio
keeps the context that they were made in. What JavaScript calls has no context; it belongs to the
run that began last.
"""

import asyncio
import contextvars
import sys

_NONE = 0
_of_context = contextvars.ContextVar("vivarium.run", default=_NONE)
_going_on = _NONE
_last = _NONE
_failed = []  # What tasks of the run that goes on raised: it may still await them.
_report = None


def begin(run):
    """A run begins: what is called from here on belongs to it."""
    global _going_on, _last
    _going_on = _last = run
    _of_context.set(run)


def end():
    """The run ends: what its tasks raised and it did not await is reported."""
    global _going_on
    _going_on = _NONE
    failed = _failed.copy()
    _failed.clear()
    for run, error, code in failed:
        if not _was_awaited(error, code):
            _report(run, error)


def current():
    """Returns the run that the code belongs to; 0 before the first one."""
    return _of_context.get() or _last


def enter(run):
    """What the code writes belongs to another run until `leave` is called with what this returns."""
    return _of_context.set(run)


def leave(token):
    """The code writes for the run again that it wrote for before."""
    _of_context.reset(token)


def report(error):
    """Shows what was raised below the cell that the code belongs to."""
    _report(current(), error)


def watch(report):
    """Lets `report(run, exception)` take what is raised where nobody waits for it."""
    global _report
    _report = report

    def handle(loop, context):
        error = context.get("exception")
        if error is None:
            loop.default_exception_handler(context)
            return
        run = _run_of(context)
        code = None if "handle" in context else _code_of_task(sys._getframe())
        if run == _going_on and code:
            _failed.append((run, error, code))
        elif not _was_awaited(error, code):
            report(run, error)

    asyncio.get_event_loop().set_exception_handler(handle)


def _run_of(context):
    """The event loop speaks of a callback outside of its context."""
    for name in ("handle", "task", "future"):
        source = getattr(context.get(name), "get_context", None)
        if source:
            return source().get(_of_context, _NONE) or _last
    return current()


def _code_of_task(frame):
    """The event loop does not say which task failed; the method that calls the handler knows."""
    while frame and frame.f_code.co_name != "_decrement_in_progress":
        frame = frame.f_back
    task = frame.f_locals.get("fut") if frame else None
    coroutine = task.get_coro() if isinstance(task, asyncio.Task) else None
    return getattr(coroutine, "cr_code", None)


def _was_awaited(error, code):
    """Where a task is awaited, its exception is raised once more: its traceback begins there."""
    begin = error.__traceback__
    return bool(code and begin) and begin.tb_frame.f_code is not code

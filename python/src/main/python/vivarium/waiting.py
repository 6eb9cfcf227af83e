"""Waits that end when the reader presses Stop.

Where the browser lets WebAssembly wait for promises, `run_sync` waits while the kernel goes on taking messages. Stop then
cancels what is waited for, and the code that waits gets a KeyboardInterrupt, with all its variables as they are.
"""

import asyncio
import contextlib
import functools
import signal
import time

import pyodide.ffi
import pyodide.webloop

_STEP = 0.05  # Seconds.
_wait = pyodide.ffi.run_sync
_waits = []
_stopped = set()
_cell = None
_cells_can_wait = False
_is_interrupted = False


def start():
    """Makes `asyncio.run`, `time.sleep` and Pyodide's `run_sync` such waits."""
    signal.signal(signal.SIGINT, _raise_stop)  # Where the page shares memory, Stop is a signal.
    pyodide.ffi.run_sync = run_sync
    pyodide.webloop.run_sync = run_sync


def _raise_stop(_number, _frame):
    raise stop()


def in_steps(sleep):
    """Returns a `sleep` that a signal can end where nothing else goes on meanwhile."""

    @functools.wraps(sleep)
    def sleep_in_steps(seconds, /):
        end = time.monotonic() + seconds
        while not can_wait() and seconds > _STEP:
            sleep(_STEP)
            seconds = max(0, end - time.monotonic())
        sleep(seconds)

    return sleep_in_steps


def can_wait():
    """Tells whether `run_sync` can wait here: not in a function that JavaScript called."""
    return pyodide.ffi.can_run_sync()


def cells_can_wait():
    """Tells whether the browser lets the code of cells wait."""
    return _cells_can_wait


def run_sync(awaitable, /):
    """Waits for `awaitable` and returns its result."""
    if not can_wait():
        return _wait(awaitable)  # It says why not.
    future = asyncio.ensure_future(awaitable)
    wait = (asyncio.current_task(), future)
    _waits.append(wait)
    # What fails while Pyodide waits for it is printed; this one never fails.
    settled = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda _: settled.set_result(None))
    try:
        _wait(settled)
        return future.result()
    except BaseException:
        if future in _stopped:
            raise KeyboardInterrupt from None
        raise
    finally:
        _waits.remove(wait)
        _stopped.discard(future)


def cancel(future):
    """Has the code that waits for `future` get a KeyboardInterrupt."""
    _stopped.add(future)
    future.cancel()


@contextlib.contextmanager
def running():
    """While a cell runs, in the task in which it does."""
    global _cell, _cells_can_wait, _is_interrupted
    _cell = asyncio.current_task()
    _cells_can_wait = can_wait()
    _is_interrupted = False
    try:
        yield
    finally:
        _cell = None


def interrupt():
    """Ends what the running cell waits for."""
    global _is_interrupted
    if _cell is None:
        return
    _is_interrupted = True
    for _, future in _waits:
        cancel(future)
    if all(task is not _cell for task, _ in _waits):
        _cell.cancel()


def is_running():
    """Tells whether a cell runs."""
    return _cell is not None


def stop():
    """Returns what ends a cell that the reader has stopped."""
    global _is_interrupted
    _is_interrupted = True
    return KeyboardInterrupt()


def is_stop(error):
    """Tells whether `error` ended a cell since the reader wanted it to end."""
    return _is_interrupted and isinstance(error, (KeyboardInterrupt, asyncio.CancelledError))

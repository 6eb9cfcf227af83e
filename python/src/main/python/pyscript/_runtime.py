"""What ties the package to the page: its script calls `start`, and runs code with what is here.

`bridge` is what the script gives as the module `_pyscript`. Errors of code that nobody waits for
(handlers, tasks) go to `failed`, which has them shown.
"""

import sys

CPYTHON = sys.implementation.name == "cpython"
bridge = None
_aim = None  # The target of the handler that is running; Pyodide has a context variable for it.

if CPYTHON:
    import pyscript._cpython as _cpython
    from pyscript._cpython import describe, interrupt, run, run_sync


def start():
    """Connects the package with the page; what was connected before is let go."""
    global bridge
    import _pyscript

    bridge = _pyscript
    import pyscript.context

    pyscript.context._start(_pyscript)
    if CPYTHON:
        _cpython.start(_pyscript)
    else:
        _sleep_apart()
    import builtins

    builtins.input = _input


def _sleep_apart():
    """Has scripts sleep side by side: MicroPython's loop knows one of them only, and the others never go on."""
    import asyncio
    import js

    own, scripts = asyncio.sleep_ms, asyncio.core.cur_task

    def sleep_ms(milliseconds):
        if asyncio.core.cur_task is not scripts:
            return own(milliseconds)
        return js.Promise.new(lambda resolve, reject: js.setTimeout(resolve, milliseconds))

    asyncio.sleep_ms = sleep_ms
    asyncio.sleep = lambda seconds: sleep_ms(int(seconds * 1000))


def _input(prompt=""):
    """Asks the reader for a line of text."""
    from pyscript import context

    prompt = str(prompt)
    if context.RUNNING_IN_WORKER:
        import pyscript._remote

        answer = pyscript._remote.request(["input", prompt])
    else:
        answer = bridge.input(prompt, current_target())
        if CPYTHON:
            answer = _cpython.waited(answer)
    if not isinstance(answer, str):
        raise EOFError("EOF when reading a line")
    return answer


def current_target():
    """Returns the id of the element that `display` writes to, or None."""
    target = _cpython.target.get() if CPYTHON else _aim
    if target is None and bridge is not None:
        target = bridge.target
    return target if isinstance(target, str) else None


def aimed(target, function, args):
    """Calls `function` with what it displays going to `target`."""
    global _aim
    if CPYTHON:
        token = _cpython.target.set(target)
        try:
            return function(*args)
        finally:
            _cpython.target.reset(token)
    before, _aim = _aim, target
    try:
        return function(*args)
    finally:
        _aim = before


def spawn(coroutine, target=None):
    """Runs a coroutine as a task; an error in it is shown. Returns the task."""
    import asyncio

    async def guarded():
        try:
            return await coroutine
        except Exception as error:
            failed(error, target)

    # The event loop knows a task only weakly.
    task = asyncio.create_task(guarded())
    if CPYTHON:
        _cpython.tasks.add(task)
        task.add_done_callback(_cpython.tasks.discard)
    return task


def failed(error, target=None):
    """Shows an error that nobody waits for."""
    text = describe(error)
    if bridge is None:
        print(text, file=sys.stderr)
    else:
        bridge.report(text, target if target is not None else current_target())


if not CPYTHON:

    def describe(error=None):
        """Returns the traceback of an exception as text, without the frames of this package."""
        import io

        text = io.StringIO()
        sys.print_exception(error, text)
        lines = text.getvalue().rstrip().split("\n")
        return "\n".join([each for each in lines if 'File "/lib/pyscript/' not in each])


def handler(name):
    """Returns the function that a name in HTML leads to, as `py-click="game.start"` has it.

    It takes the event, and an error in it is shown. Raises NameError when there is none.
    """
    from pyscript.events import _Listener

    return _Listener(_named(name.strip()), current_target()).call


def call_handler(name, event):
    """Calls the function that a name in HTML leads to; what goes wrong is shown."""
    try:
        function = handler(name)
    except Exception as error:
        failed(error)
        return
    function(event)


def _named(name):
    import __main__

    first, *rest = name.split(".")
    if not hasattr(__main__, first):
        message = "name '" + first + "' is not defined"
        near = _nearest(first, dir(__main__))
        raise NameError(message + (". Did you mean: '" + near + "'?" if near else ""))
    found = getattr(__main__, first)
    for each in rest:
        found = getattr(found, each)
    return found


def _nearest(name, names):
    if not CPYTHON:
        return next((each for each in names if each.lower() == name.lower()), None)
    import difflib

    found = difflib.get_close_matches(name, [each for each in names if each[:1] != "_"], 1)
    return found[0] if found else None


def exports():
    """Returns the names in the main module's `__export__` as JSON."""
    import json
    import __main__

    return json.dumps(list(getattr(__main__, "__export__", ())))


def has_sync(name):
    """Tells whether this worker offers the page a function of that name."""
    import pyscript._remote

    return pyscript._remote.is_offered(name)


async def call_sync(name, text):
    """Calls a function that this worker offers to the page; see `pyscript._remote`."""
    import pyscript._remote

    return await pyscript._remote.call_export(name, text)


async def call(text):
    """Calls a callable that the page holds; see `pyscript._remote`."""
    import pyscript._remote

    return await pyscript._remote.call_held(text)


def release(text):
    """Lets go of callables that the page holds no longer; see `pyscript._remote`."""
    import pyscript._remote

    pyscript._remote.release(text)

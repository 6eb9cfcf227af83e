"""Python beside the page: workers that have names."""

import pyscript._runtime as _runtime


def _check():
    from pyscript import context

    if context.RUNNING_IN_WORKER:
        raise RuntimeError("pyscript.workers works only when running in the main thread")


class Exports:
    """The functions that a worker offers with `__export__`, or `sync`; each is to be awaited."""

    def __init__(self, functions):
        self._functions = functions

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        function = getattr(self._functions, name)

        def call(*args):
            from pyscript.ffi import to_js

            return function(*[to_js(each) for each in args])

        return call


class _Workers:
    """The page's workers by their names.

        <script type="py" worker name="sums" src="sums.py"></script>

        sums = await workers["sums"]
        display(await sums.total([1, 2, 3]))
    """

    def __getitem__(self, name):
        """Returns the worker's functions, to be awaited; it may not have started yet."""
        _check()
        return _exports(_runtime.bridge.named_worker(name))

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]


async def _exports(promise):
    return Exports(await promise)


workers = _Workers()


async def create_named_worker(src, name, config=None, type="py"):
    """Starts a worker that runs the file at `src`, and returns its functions when it is ready.

    `config`: a dictionary, or the address of a configuration. `type`: `"py"` or `"mpy"`.
    """
    _check()
    if config is not None and not isinstance(config, str):
        import json

        config = json.dumps(config)
    return Exports(await _runtime.bridge.create_named_worker(src, name, config or "", type))

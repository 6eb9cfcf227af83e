"""Where a script runs: the page, its configuration, its modules.

`window` and `document` are the page's. In a worker they are seen from afar: each look at an
attribute asks the page and waits for its answer. That needs one of three things: the headers of an
isolated page (COOP and COEP), a browser in which WebAssembly can wait for promises (only with
`type="py"`), or a service worker.
"""

import sys

import pyscript._runtime as _runtime
from pyscript.util import NotSupported

_NOT_YET = "is there once the page has started Python"

RUNNING_IN_WORKER = False
"""Whether the script runs in a worker, beside the page's own thread."""

config = {}
"""What the configuration says, unknown keys too, and under `type` the interpreter: `py` or `mpy`."""

window = NotSupported("pyscript.window", "pyscript.window " + _NOT_YET)
document = NotSupported("pyscript.document", "pyscript.document " + _NOT_YET)
sync = NotSupported("pyscript.sync", "pyscript.sync works only when running in a worker")


def current_target():
    """Returns the id of the element that `display` writes to when it is given no other."""
    return _runtime.current_target()


def PyWorker(url, **options):
    """Starts a worker that runs the Python file at `url`; only on the page's thread.

    Options: `type` (`"pyodide"` or `"micropython"`), `config`, `name`, `service_worker`. The worker
    has `sync`, whose functions both sides may set and call, and `ready`, to be awaited.
    """
    if RUNNING_IN_WORKER:
        raise RuntimeError("pyscript.PyWorker works only when running in the main thread")
    from pyscript.ffi import to_js

    return _Worker(_runtime.bridge.create_worker(url, to_js(options)))


class _Worker:
    """The JavaScript worker; awaiting it waits until it is ready."""

    def __init__(self, worker):
        object.__setattr__(self, "_js", worker)

    def __getattr__(self, name):
        if name.startswith("__") or name == "_js":
            raise AttributeError(name)
        return getattr(self._js, name)

    def __setattr__(self, name, value):
        setattr(self._js, name, value)

    async def _ready(self):
        await self._js.ready
        return self

    def __await__(self):
        return self._ready().__await__()

    def __iter__(self):  # What MicroPython awaits.
        return (yield from self._ready())


async def js_import(*urls):
    """Imports JavaScript modules by their addresses; returns a list of them."""
    modules = []
    promises = [_import_later(url) for url in urls]
    for promise in promises:
        modules.append(await promise)
    return modules


def _import_later(url):
    if RUNNING_IN_WORKER:
        import pyscript._remote

        return pyscript._remote.request_later(["import", url])
    return _runtime.bridge.js_import(url)


async def py_import(*names):
    """Installs packages that are not there yet, and imports them; returns a list of modules.

    Names are those of the configuration's `packages`. A package that is imported under another name
    than its own must be installed by the configuration.
    """
    import json

    await _runtime.bridge.py_import(json.dumps(list(names)))
    return [_imported(name) for name in names]


def _imported(name):
    for end in "[<>=!~; ":
        name = name.split(end)[0]
    name = name.replace("-", "_")
    module = __import__(name)
    for part in name.split(".")[1:]:
        module = getattr(module, part)
    return module


def _start(bridge):
    """Takes what the page's script gives."""
    import json

    import js

    here = globals()
    in_worker = bridge.thread == "worker"
    settings = json.loads(bridge.config_text)
    settings["type"] = bridge.type
    config.clear()
    config.update(settings)
    here["RUNNING_IN_WORKER"] = in_worker
    if in_worker:
        import pyscript._remote as remote

        remote.start(bridge)
        here["window"], here["document"], here["sync"] = remote.window, remote.document, remote.sync
        js.document = remote.document  # A global `window` would have libraries take the worker for a page.
    else:
        here["window"], here["document"] = js.globalThis, js.document
        here["sync"] = NotSupported(
            "pyscript.sync", "pyscript.sync works only when running in a worker"
        )
    package = sys.modules["pyscript"]
    for name in ("RUNNING_IN_WORKER", "config", "document", "sync", "window"):
        setattr(package, name, here[name])

    from pyscript.js_modules import _names

    for name in _names():
        sys.modules["pyscript.js_modules." + name] = _module(name)


def _module(name):
    import pyscript.js_modules

    return getattr(pyscript.js_modules, name)

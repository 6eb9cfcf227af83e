"""Python in web pages: what a script needs to show things, to listen, and to change the page.

    from pyscript import display, when, document

    @when("click", "#greet")
    def greet(event):
        display("Hello, " + document.querySelector("#name").value, target="out")

The same names are there with both interpreters, Pyodide (`type="py"`) and MicroPython
(`type="mpy"`), and on both threads: in a worker, `document` and `window` are those of the page.

Shown to the reader
    display     shows values of any kind below the script, or in another element
    HTML        marks a text as HTML for `display`
    current_target   the id of the element that `display` writes to
Listening
    when        calls a function for events of elements
    Event       an event of your own, which functions listen to
The page
    document, window    the page's own; in a worker, seen from afar
    web         (module) elements as Python objects: `page`, `div`, `button` ...
Data
    fetch       gets what is at an address
    storage     a dictionary that is there again at the next visit
    WebSocket   an open line to a server
    fs          (module) a folder of the reader's computer
    media       (module) cameras and microphones
Workers
    PyWorker, create_named_worker, workers   (on the page) Python beside the page
    sync        (in a worker) functions of the page
    RUNNING_IN_WORKER
Modules
    py_import, js_import, js_modules    packages and JavaScript modules, when they are needed
    ffi, flatted, util, context         (modules) what the others are made of
    config      what the page's configuration says, and the `type` of the interpreter

Nothing here belongs to the page before `_runtime.start()` has been called, which the page's script
does: an interpreter that has imported this package holds no object of JavaScript.
"""

import sys

import pyscript._runtime as _runtime
import pyscript.context as context
import pyscript.util as util
import pyscript.ffi as ffi
from pyscript.display import HTML, display
from pyscript.events import Event, when
from pyscript.fetch import fetch
from pyscript.storage import Storage, storage
from pyscript.workers import create_named_worker, workers
from pyscript.context import PyWorker, current_target, js_import, py_import

__version__ = "0.1.0"
__all__ = [
    "Event",
    "HTML",
    "PyWorker",
    "RUNNING_IN_WORKER",
    "Storage",
    "WebSocket",
    "config",
    "context",
    "create_named_worker",
    "current_target",
    "display",
    "document",
    "events",
    "fetch",
    "ffi",
    "flatted",
    "js_import",
    "js_modules",
    "py_import",
    "storage",
    "sync",
    "util",
    "websocket",
    "when",
    "window",
    "workers",
]

_MODULES = ("events", "flatted", "fs", "js_modules", "media", "web", "websocket")
_OF_THE_PAGE = ("RUNNING_IN_WORKER", "config", "document", "sync", "window")


def __getattr__(name):
    """Imports what few scripts need when it is asked for."""
    if name in _MODULES:
        __import__("pyscript." + name)
        return sys.modules["pyscript." + name]
    if name == "WebSocket":
        import pyscript.websocket

        return pyscript.websocket.WebSocket
    if name in _OF_THE_PAGE:
        return getattr(context, name)
    raise AttributeError("module 'pyscript' has no attribute '" + name + "'")


def __dir__():
    return sorted(set(__all__) | set(globals()))

from typing import Any

from pyscript import context as context
from pyscript import events as events
from pyscript import ffi as ffi
from pyscript import flatted as flatted
from pyscript import fs as fs
from pyscript import js_modules as js_modules
from pyscript import media as media
from pyscript import util as util
from pyscript import web as web
from pyscript import websocket as websocket
from pyscript.context import PyWorker as PyWorker
from pyscript.context import current_target as current_target
from pyscript.context import js_import as js_import
from pyscript.context import py_import as py_import
from pyscript.display import HTML as HTML
from pyscript.display import display as display
from pyscript.events import Event as Event
from pyscript.events import when as when
from pyscript.fetch import fetch as fetch
from pyscript.storage import Storage as Storage
from pyscript.storage import storage as storage
from pyscript.websocket import WebSocket as WebSocket
from pyscript.workers import create_named_worker as create_named_worker
from pyscript.workers import workers as workers

RUNNING_IN_WORKER: bool
config: dict[str, Any]
document: Any
window: Any
sync: Any

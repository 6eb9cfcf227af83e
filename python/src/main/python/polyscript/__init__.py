"""What stands below `pyscript`, under the names that older pages import.

    currentScript   the script's element, on the page's thread
    xworker         this worker, in a worker
    XWorker         starts a worker, on the page's thread
    storage         the raw store behind `pyscript.storage`
    config, js_modules, JSON
"""

import pyscript._runtime as _runtime


def __getattr__(name):
    bridge = _runtime.bridge
    if bridge is not None:
        if name == "currentScript":
            return bridge.current_script() if hasattr(bridge, "current_script") else None
        if name in ("config", "js_modules"):
            import pyscript

            return getattr(pyscript, name)
        if name == "JSON":
            import js

            return js.JSON
        if name == "XWorker" and hasattr(bridge, "create_worker"):
            return bridge.create_worker
        if name in ("xworker", "storage") and hasattr(bridge, name):
            return getattr(bridge, name)
    raise AttributeError("module 'polyscript' has no attribute '" + name + "'")

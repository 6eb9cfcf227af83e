"""The JavaScript modules that the configuration names.

    [js_modules.main]
    "https://example.org/confetti.js" = "confetti"

    from pyscript.js_modules import confetti
    from pyscript.js_modules.confetti import burst
"""

import pyscript._runtime as _runtime


def _names():
    import js

    bridge = _runtime.bridge
    own = bridge.js_modules if bridge is not None else None
    names = list(js.Object.keys(own)) if own else []
    return names + [name for name in _of_the_page() if name not in names]


def _of_the_page():
    """In a worker, modules that the page has imported."""
    text = getattr(_runtime.bridge, "page_modules", None)
    if not isinstance(text, str):
        return {}
    import json

    return json.loads(text)


def __getattr__(name):
    if not name.startswith("__") and _runtime.bridge is not None:
        own = _runtime.bridge.js_modules
        if own and hasattr(own, name):
            return getattr(own, name)
        page = _of_the_page()
        if name in page:
            import pyscript._remote

            return pyscript._remote.decode(page[name])
    message = "module 'pyscript.js_modules' has no attribute '" + name + "'"
    if not name.startswith("__"):
        known = ", ".join(sorted(_names())) if _runtime.bridge is not None else ""
        message += ": the configuration names " + (known or "no module")
        message += " under js_modules.main and js_modules.worker"
    raise AttributeError(message)

"""Between Python and JavaScript, with one set of names for both interpreters."""

import sys

_CPYTHON = sys.implementation.name == "cpython"


def create_proxy(function):
    """Returns a JavaScript function that calls `function` for as long as it is needed.

    A handler that is given to JavaScript in any other way may be gone when it is called.
    """
    if _CPYTHON:
        from pyodide.ffi import JsProxy, create_proxy

        return function if isinstance(function, JsProxy) else create_proxy(function)
    import jsffi

    return jsffi.create_proxy(function)


def to_js(value, **options):
    """Returns `value` as JavaScript has it: a list as an array, a dictionary as a plain object.

    With Pyodide the options are those of `pyodide.ffi.to_js`; MicroPython has none.
    """
    if _CPYTHON:
        from pyodide.ffi import to_js as converted

        if "dict_converter" not in options:
            import js

            options["dict_converter"] = js.Object.fromEntries
        return converted(value, **options)
    import jsffi

    return jsffi.to_js(value)


def is_none(value):
    """Tells whether a value is None, or JavaScript's `null` or `undefined`."""
    if value is None:
        return True
    if _CPYTHON:
        return type(value).__name__ == "JsNull"
    return _is_undefined(value)


def _is_undefined(value):
    return type(value).__name__ == "undefined" or value is _undefined()


def _undefined():
    import js

    return js.undefined


def assign(target, *sources):
    """Copies the attributes of objects or dictionaries to a JavaScript object, and returns it."""
    import js

    if _is_remote(target):
        for source in sources:
            for name, value in _items(source):
                setattr(target, name, value)
        return target
    return js.Object.assign(target, *[to_js(source) for source in sources])


def direct(value):
    """Returns a value as it is: in a worker, objects always are given by reference."""
    return value


def gather(target, *names):
    """Returns the values that several paths lead to, as `gather(document, "body.id", "title")`."""
    return [_follow(target, name) for name in names]


def query(target, name):
    """Returns the value that a path such as `"body.firstElementChild.id"` leads to."""
    return _follow(target, name)


def _follow(value, path):
    for name in path.split("."):
        value = value[int(name)] if name.isdigit() else getattr(value, name)
    return value


def _items(source):
    if isinstance(source, dict):
        return source.items()
    import js

    return [(name, getattr(source, name)) for name in js.Object.keys(source)]


def _is_remote(value):
    remote = sys.modules.get("pyscript._remote")
    return remote is not None and isinstance(value, remote.Remote)

"""Small things that the other modules are made of."""

import sys

_CPYTHON = sys.implementation.name == "cpython"


class NotSupported:
    """Stands where something cannot be had, and says why as soon as it is used."""

    def __init__(self, name, error):
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "error", error)

    def __repr__(self):
        return "<NotSupported " + self.name + " [" + self.error + "]>"

    def __getattr__(self, attribute):
        raise AttributeError(self.error)

    def __setattr__(self, attribute, value):
        raise AttributeError(self.error)

    def __call__(self, *args, **kwargs):
        raise TypeError(self.error)


def as_bytearray(buffer):
    """Returns the bytes of a JavaScript `ArrayBuffer` or typed array as a new `bytearray`."""
    if _CPYTHON:
        view = getattr(buffer, "to_py", None)
        return bytearray(view() if view else buffer)
    import js

    if hasattr(buffer, "buffer"):
        buffer = js.Uint8Array.new(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    else:
        buffer = js.Uint8Array.new(buffer)
    return bytearray(bytes(buffer))


def is_awaitable(function):
    """Tells whether calling `function` gives something to `await`.

    MicroPython cannot tell a coroutine from a generator: there both are.
    """
    if _CPYTHON:
        import inspect

        while hasattr(function, "func"):  # functools.partial
            function = function.func
        if inspect.iscoroutinefunction(function):
            return True
        return inspect.iscoroutinefunction(getattr(type(function), "__call__", None))
    import inspect

    return inspect.isgeneratorfunction(function)

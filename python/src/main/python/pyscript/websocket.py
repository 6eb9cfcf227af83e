"""An open line to a server."""


class WebSocket:
    """A WebSocket whose handlers are Python functions, `async` or not.

        def heard(event):
            display(event.data)

        socket = WebSocket("wss://example.org/chat", onmessage=heard)

    Handlers: `onopen`, `onmessage`, `onclose`, `onerror`, given here or set later. What a message
    brings is text, or a memoryview for bytes. The attributes are JavaScript's.
    """

    CONNECTING = 0
    OPEN = 1
    CLOSING = 2
    CLOSED = 3

    def __init__(self, url, protocols=None, **handlers):
        import js
        from pyscript.ffi import to_js

        for name in handlers:
            if name not in _HANDLERS:
                raise TypeError("WebSocket has no handler " + name)
        more = (to_js(protocols),) if protocols else ()
        socket = js.WebSocket.new(url, *more)
        socket.binaryType = "arraybuffer"
        object.__setattr__(self, "_js", socket)
        for name in handlers:
            setattr(self, name, handlers[name])

    def __getattr__(self, name):
        if name.startswith("__") or name == "_js":
            raise AttributeError(name)
        return getattr(self._js, name)

    def __setattr__(self, name, value):
        if name in _HANDLERS and value is not None:
            from pyscript import _runtime
            from pyscript.events import _Listener
            from pyscript.ffi import create_proxy

            listener = _Listener(value, _runtime.current_target())
            value = create_proxy(lambda event, *more: listener.call(WebSocketEvent(event)))
        setattr(self._js, name, value)

    def send(self, data):
        """Sends text or bytes."""
        from pyscript.ffi import to_js

        if isinstance(data, (bytes, bytearray, memoryview)):
            import js

            data = js.Uint8Array.new(to_js([each for each in bytes(data)]))
        self._js.send(data)

    def close(self, code=None, reason=None):
        """Closes the line, with a code and a reason if given."""
        args = [each for each in (code, reason) if each is not None]
        self._js.close(*args)


_HANDLERS = ("onopen", "onmessage", "onclose", "onerror")


class WebSocketEvent:
    """What a handler gets: the event, with bytes as a memoryview in `data`."""

    def __init__(self, event):
        self._js = event

    def __getattr__(self, name):
        if name.startswith("__") or name == "_js":
            raise AttributeError(name)
        value = getattr(self._js, name)
        if name == "data" and not isinstance(value, str):
            from pyscript.util import as_bytearray

            return memoryview(as_bytearray(value))
        return value

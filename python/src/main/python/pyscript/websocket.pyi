from typing import Any, Callable

class WebSocket:
    CONNECTING: int
    OPEN: int
    CLOSING: int
    CLOSED: int
    onopen: Callable[..., Any] | None
    onmessage: Callable[..., Any] | None
    onclose: Callable[..., Any] | None
    onerror: Callable[..., Any] | None
    readyState: int
    def __init__(
        self, url: str, protocols: str | list[str] | None = None, **handlers: Callable[..., Any]
    ) -> None: ...
    def __getattr__(self, name: str) -> Any: ...
    def send(self, data: str | bytes | bytearray | memoryview) -> None: ...
    def close(self, code: int | None = None, reason: str | None = None) -> None: ...

class WebSocketEvent:
    data: str | memoryview
    def __init__(self, event: Any) -> None: ...
    def __getattr__(self, name: str) -> Any: ...

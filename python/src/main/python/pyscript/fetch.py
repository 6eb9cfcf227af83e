"""Getting what is at an address."""

import pyscript._runtime as _runtime
from pyscript.util import as_bytearray


def fetch(url, **options):
    """Asks for what is at `url`; to be awaited.

        response = await fetch("data.json")
        data = await fetch("data.json").json()

    Options are those of JavaScript's `fetch`: `method`, `headers`, `body` and so on. The response
    has its attributes too (`ok`, `status`, `headers`). Both have `json()`, `text()`, `bytearray()`,
    `arrayBuffer()` (a memoryview) and `blob()`, to be awaited.
    """
    return _Fetching(url, options)


class _Body:
    """The ways to read a response."""

    async def _get(self):
        raise NotImplementedError

    async def json(self):
        """What the JSON text says, as Python has it."""
        import json

        return json.loads(await self.text())

    async def text(self):
        """The content as text."""
        response = await self._get()
        return await response.text()

    async def bytearray(self):
        """The content as a bytearray."""
        response = await self._get()
        return as_bytearray(await response.arrayBuffer())

    async def arrayBuffer(self):
        """The content as a memoryview."""
        return memoryview(await self.bytearray())

    async def blob(self):
        """The content as a JavaScript `Blob`."""
        response = await self._get()
        return await response.blob()


class _Fetching(_Body):
    """A request on its way, which can be awaited any number of times."""

    def __init__(self, url, options):
        import js
        from pyscript.ffi import to_js

        url = url if isinstance(url, str) else str(getattr(url, "href", url))
        base = getattr(_runtime.bridge, "base", None)
        # A URL that cannot be made throws, which MicroPython cannot catch.
        if isinstance(base, str) and js.URL.canParse(url, base):
            url = js.URL.new(url, base).href
        self._promise = js.fetch(url, to_js(options))

    async def _get(self):
        return await self._promise

    async def _response(self):
        return FetchResponse(await self._promise)

    def __await__(self):
        return self._response().__await__()

    def __iter__(self):  # What MicroPython awaits.
        return (yield from self._response())


class FetchResponse(_Body):
    """The answer: what JavaScript's `Response` has, and the body as Python's types."""

    def __init__(self, response):
        self._js = response

    async def _get(self):
        return self._js

    def __getattr__(self, name):
        if name.startswith("__") or name == "_js":
            raise AttributeError(name)
        return getattr(self._js, name)

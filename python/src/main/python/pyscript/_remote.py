"""The page's objects, as a worker sees them.

An object of the page stays there. Here a `Remote` stands for it, with its number; what is done to
it is sent to the page as a request, and Python waits for the answer. How it waits depends on what
there is: shared memory, Pyodide's way of setting Python aside (JSPI), a service worker. Plain values
are copied, Python's functions go to the page as numbers by which it calls them.

The letters of values are explained at `encode` and `decode`.
"""

import sys
import json

import pyscript._runtime as _runtime

_CPYTHON = sys.implementation.name == "cpython"
_MOST_FREED = 64  # Objects that nobody holds are told to the page together.
_bridge = None
_known = {}  # Pyodide: the Remotes there are, by their numbers, weakly.
_freed = []  # Numbers of Remotes that are gone, with how often the page has sent them.
_held = {}  # Callables that the page holds, by their numbers.
_numbers = {}  # Numbers of these by their id().
_next = 0
_offered = {}
window = None
document = None
sync = None


class RemoteError(Exception):
    """What JavaScript on the page has thrown. `error` is its error object, where it was one."""

    def __init__(self, name, message, error=None):
        super().__init__(name + ": " + message if name else message)
        self.name = name
        self.message = message
        self.error = error


def start(bridge):
    """Connects with the page."""
    global _bridge, window, document, sync
    _bridge = bridge
    _known.clear()
    window = _remote(0, "", "Window")
    document = _remote(1, "", "HTMLDocument")
    sync = Sync()
    given = getattr(bridge, "globals", None)
    if isinstance(given, str):
        import __main__

        values = json.loads(given)
        for name in values:
            setattr(__main__, name, decode(values[name]))


def request(parts):
    """Asks the page, waits for its answer and returns it. Raises what the page says was thrown."""
    return _answered(_ask(json.dumps(parts)))


def _ask(text):
    _tell_freed()
    how = _bridge.how
    if how == "shared":
        return _bridge.ask(text)
    if _CPYTHON:
        from pyodide.ffi import can_run_sync, run_sync

        if can_run_sync():
            return run_sync(_bridge.ask_later(text))
    if how == "service":
        return _bridge.ask(text)
    raise RuntimeError(
        "Python in this worker cannot wait for the page here. Any of these helps: send the headers "
        "Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp "
        'with the page; use type="py" in a browser with JSPI, outside of functions that JavaScript '
        "calls; allow service workers."
    )


async def request_later(parts):
    """Asks the page; others run meanwhile."""
    _tell_freed()
    return _answered(await _bridge.ask_later(json.dumps(parts)))


def _answered(text):
    answer = json.loads(text)
    if answer[0] == "ok":
        return decode(answer[1])
    name, message = str(answer[1]), str(answer[2])
    if name == "KeyboardInterrupt":
        raise KeyboardInterrupt(message)
    raise RemoteError(name, message, decode(answer[3]) if len(answer) > 3 else None)


class Remote:
    """An object of the page. It is used as it would be on the page's own thread."""

    def __init__(self, number, kind, name):
        put = object.__setattr__
        put(self, "_number", number)
        put(self, "_kind", kind)
        put(self, "_name", name)
        put(self, "_received", 1)
        if not _CPYTHON and hasattr(_bridge, "token"):  # It has no `__del__`, but lets go of JavaScript's objects.
            put(self, "_token", _bridge.token(number))

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if name == "new" and "f" in self._kind:
            return self._new
        if name == "to_py":
            return self._to_py
        if name == "typeof":
            return "function" if "f" in self._kind else "object"
        if name == "js_id":
            return self._number
        return self._property(name)

    def _property(self, name):
        key = name[:-1] if name.endswith("_") and name[:-1] in _KEYWORDS else name
        value = request(["get", self._number, key])
        if isinstance(value, Remote) and "f" in value._kind:
            return Method(self, key, value)
        if value is None and not request(["has", self._number, key]):
            raise AttributeError(name)
        return value

    def __setattr__(self, name, value):
        request(["set", self._number, name, encode(value)])

    def __delattr__(self, name):
        request(["delete", self._number, name])

    def __getitem__(self, key):
        if "m" in self._kind and "a" not in self._kind:
            value = self.get(key)
            if value is None and not self.has(key):
                raise KeyError(key)
            return value
        if isinstance(key, slice):
            return list(self)[key]
        if isinstance(key, int):
            size = request(["get", self._number, "length"])
            if isinstance(size, int):
                key = key + size if key < 0 else key
                if not 0 <= key < size:
                    raise IndexError("index out of range")
        value = request(["get", self._number, key])
        if value is None and not request(["has", self._number, key]):
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        if "m" in self._kind and "a" not in self._kind:
            self.set(key, value)
        else:
            request(["set", self._number, key, encode(value)])

    def __delitem__(self, key):
        request(["delete", self._number, key])

    def __call__(self, *args):
        return request(["call", self._number, None, [encode(each) for each in args]])

    def _new(self, *args):
        return request(["new", self._number, [encode(each) for each in args]])

    def __iter__(self):
        if "p" in self._kind and not _CPYTHON:  # What MicroPython awaits.
            return (yield from request_later(["await", self._number]))
        for each in request(["iterate", self._number]):
            yield each

    def __await__(self):
        return request_later(["await", self._number]).__await__()

    def __len__(self):
        size = request(["get", self._number, "length" if "a" in self._kind else "size"])
        if not isinstance(size, int):
            raise TypeError("object of the page has no length")
        return size

    def __bool__(self):
        return True

    def __contains__(self, item):
        if "i" in self._kind and "m" not in self._kind:
            return any(each == item for each in self)
        return request(["has", self._number, item])

    def __eq__(self, other):
        return isinstance(other, Remote) and self._number == other._number

    def __hash__(self):
        return self._number

    def __repr__(self):
        return request(["text", self._number])

    def __dir__(self):
        return request(["keys", self._number])

    def _to_py(self, **options):
        return request(["copy", self._number])

    def __del__(self):
        if _freed is not None:  # As it is when the interpreter ends.
            _freed.append([self._number, self._received])


class Method:
    """A function of an object of the page; called, it knows its `this`."""

    def __init__(self, owner, key, function):
        put = object.__setattr__
        put(self, "_owner", owner)
        put(self, "_key", key)
        put(self, "_function", function)

    def __call__(self, *args):
        values = [encode(each) for each in args]
        return request(["callmethod", self._owner._number, self._key, values])

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self._function, name)

    def __setattr__(self, name, value):
        setattr(self._function, name, value)

    def __eq__(self, other):
        other = other._function if isinstance(other, Method) else other
        return self._function == other

    def __hash__(self):
        return hash(self._function)

    def __repr__(self):
        return repr(self._function)


class Sync:
    """Functions of the page, and functions for it.

    `sync.name(...)` calls what the page has set as `worker.sync.name`, waits, and returns what it
    returns. `sync.name = function` lets the page call a function of this worker.
    """

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name in _offered:
            return _offered[name]

        def call(*args):
            parts = ["sync", name, [encode(each) for each in args]]
            if name == "sleep":
                parts = ["sleep", args[0]]
            if _bridge.how == "later" and not _can_wait():
                return request_later(parts)  # To be awaited then.
            return _as_js(request(parts))

        return call

    def __setattr__(self, name, value):
        _offered[name] = value
        _bridge.exposed(name)


def _can_wait():
    if not _CPYTHON:
        return False
    from pyodide.ffi import can_run_sync

    return can_run_sync()


def _as_js(value):
    """Returns a copied list or dictionary as PyScript gives it: an object of JavaScript."""
    if isinstance(value, (list, dict)):
        from pyscript.ffi import to_js

        return to_js(value)
    return value


def is_offered(name):
    """Tells whether the page can call a function of that name."""
    import __main__

    return name in _offered or name in getattr(__main__, "__export__", ())


async def call_export(name, text):
    """Calls a function that is offered to the page; returns its result as text."""
    import __main__

    function = _offered.get(name)
    if function is None and name in getattr(__main__, "__export__", ()):
        function = getattr(__main__, name, None)
    if function is None:
        return json.dumps(["error", "AttributeError", "the worker offers no " + name])
    return await _called(function, text, True)


async def call_held(text):
    """Calls a callable that the page holds: `[number, [values...]]`; returns its result as text."""
    number, values = json.loads(text)
    return await _called(_held[number][0], json.dumps(values), False)


async def _called(function, text, by_copy):
    try:
        args = [decode(each) for each in json.loads(text)]
        result = function(*[_as_js(each) for each in args] if by_copy else args)
        if _is_coroutine(result):
            result = await result
        return json.dumps(["ok", encode(result)])
    except Exception as error:
        if not by_copy:
            _runtime.failed(error)
        return json.dumps(["error", type(error).__name__, str(error)])


def _is_coroutine(value):
    if _CPYTHON:
        import inspect

        return inspect.isawaitable(value)
    return type(value).__name__ == "generator"


def release(text):
    """Lets go of callables that the page holds no longer."""
    for number in json.loads(text):
        held = _held.pop(number, None)
        if held is not None:
            _numbers.pop(held[1], None)


def encode(value):
    """Returns a value as JSON can have it.

    None, booleans, texts and numbers are themselves; the others are lists of a letter and more:
    `u` undefined, `n` a number that JSON lacks, `i` a large integer, `l` a list, `d` a dictionary,
    `b` bytes, `r` an object of the page, `c` one of Python.
    """
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return value if -(2**53) < value < 2**53 else ["i", str(value)]
    if isinstance(value, float):
        if value != value:
            return ["n", "NaN"]
        if value in (float("inf"), float("-inf")):
            return ["n", "Infinity" if value > 0 else "-Infinity"]
        return value
    if isinstance(value, Method):
        value = value._function
    if isinstance(value, Remote):
        return ["r", value._number]
    if isinstance(value, (list, tuple)):
        return ["l", [encode(each) for each in value]]
    if isinstance(value, dict):
        return ["d", [[str(key), encode(value[key])] for key in value]]
    if isinstance(value, (bytes, bytearray, memoryview)):
        import binascii

        return ["b", binascii.b2a_base64(bytes(value)).decode().strip()]
    own = getattr(value, "_dom_element", None)
    if isinstance(own, Remote):
        return ["r", own._number]
    if _is_js(value):
        return _encode_js(value)
    return ["c", _hold(value)]


def _is_js(value):
    if _CPYTHON:
        from pyodide.ffi import JsProxy

        return isinstance(value, JsProxy) or type(value).__name__ == "JsNull"
    return type(value).__name__ in ("JsProxy", "undefined")


def _encode_js(value):
    """An object of this worker goes to the page by copy; a proxy of a function as the function."""
    if type(value).__name__ == "JsNull":
        return None
    if type(value).__name__ == "undefined":
        return ["u"]
    if not _CPYTHON:
        return _encode_of_micropython(value)
    if hasattr(value, "unwrap"):  # What create_proxy made.
        return ["c", _hold(value.unwrap())]
    if value.typeof == "function":
        return ["c", _hold(value)]
    if hasattr(value, "to_bytes") and not hasattr(value, "text"):
        return encode(value.to_bytes())
    return encode(value.to_py())


def _encode_of_micropython(value):
    import js

    found = js.Array.of(value)[0]  # A proxy of a function comes back as the function.
    if not _is_js(found):
        return encode(found)
    kind = value.constructor.name
    if kind.endswith("Function"):
        return ["c", _hold(value)]
    if kind == "ArrayBuffer" or kind.endswith("Array") and kind != "Array":
        from pyscript.util import as_bytearray

        return encode(as_bytearray(value))
    return encode(json.loads(js.JSON.stringify(value)))


def _hold(value):
    global _next
    key = id(value)
    if key in _numbers:
        return _numbers[key]
    _next += 1
    _numbers[key] = _next
    _held[_next] = (value, key)
    return _next


def decode(value):
    """Returns the value that `encode`, or the page, has made this of."""
    if not isinstance(value, list):
        return value
    kind = value[0]
    if kind == "r":
        return _remote(*value[1:])
    if kind == "l":
        return [decode(each) for each in value[1]]
    if kind == "d":
        return {key: decode(each) for key, each in value[1]}
    if kind == "n":
        return -0.0 if value[1] == "-0" else float(value[1].replace("Infinity", "inf").lower())
    if kind == "i":
        return int(value[1])
    if kind == "b":
        import binascii

        return memoryview(bytearray(binascii.a2b_base64(value[1].encode())))
    if kind == "c":
        held = _held.get(value[1])
        return held[0] if held else None
    return None


def _remote(number, kind, name):
    if not _CPYTHON:
        return Remote(number, kind, name)
    known = _known.get(number)
    known = known() if known is not None else None
    if known is None:
        import weakref

        known = Remote(number, kind, name)
        _known[number] = weakref.ref(known)
    else:
        object.__setattr__(known, "_received", known._received + 1)
    return known


def _tell_freed():
    """Tells the page what nobody here holds any longer."""
    if len(_freed) >= _MOST_FREED:
        pairs, _freed[:] = list(_freed), []
        _bridge.tell(json.dumps(["free", pairs]))


_KEYWORDS = ("as", "class", "continue", "del", "for", "from", "import", "in", "is", "with")

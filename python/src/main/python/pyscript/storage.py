"""A dictionary that is there again at the next visit."""

import pyscript._runtime as _runtime


async def storage(name="", storage_class=None):
    """Opens the dictionary `name`, which this site keeps in the reader's browser (IndexedDB).

        scores = await storage("scores")
        scores["best"] = 42
        await scores.sync()

    `storage_class`: a subclass of `Storage` to make it of. Raises ValueError without a name.
    """
    if not name:
        raise ValueError("Storage name must be a non-empty string")
    return (storage_class or Storage)(await _runtime.bridge.storage(name))


class Storage(dict):
    """A dictionary whose changes are written, soon by themselves and surely after `sync()`.

    Its values can be texts, numbers, booleans, None, lists, tuples (which come back as lists),
    dictionaries, bytearrays and memoryviews. What is changed inside of a list or dictionary is not
    noticed: put it into the storage again.
    """

    def __init__(self, store):
        import json

        super().__init__()
        self._store = store
        for key, text in json.loads(store.entries_text):
            super().__setitem__(key, _read(text))

    def __setitem__(self, key, value):
        self._store.set(key, _written(value))
        super().__setitem__(key, value)

    def __delitem__(self, key):
        super().__delitem__(key)
        getattr(self._store, "delete")(key)

    def clear(self):
        """Removes everything."""
        self._store.clear()
        super().clear()

    def pop(self, key, *default):
        """Removes a key and returns its value, or `default`."""
        if key not in self and default:
            return default[0]
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        """Removes and returns a key with its value."""
        for key in self:
            return key, self.pop(key)
        raise KeyError("popitem(): dictionary is empty")

    def setdefault(self, key, default=None):
        """Returns the value of a key, which is `default` from now on if it has none."""
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, *others, **more):
        """Sets what other dictionaries, pairs and keywords say."""
        for key, value in dict(*others, **more).items():
            self[key] = value

    async def sync(self):
        """Returns when everything is written."""
        await self._store.sync()


def _written(value):
    """Returns a value as text, with its kind."""
    from pyscript import flatted
    from pyscript.ffi import is_none

    if is_none(value):
        return flatted.stringify(["null", 0])
    if isinstance(value, (bool, int, float, str, list, dict, tuple)):
        return flatted.stringify(["generic", value])
    for kind in (bytearray, memoryview):
        if isinstance(value, kind):
            return flatted.stringify([kind.__name__, [each for each in bytes(value)]])
    raise TypeError("Cannot serialize type " + type(value).__name__ + " for storage.")


def _read(text):
    from pyscript import flatted

    kind, value = flatted.parse(text)
    if kind == "null":
        return None
    if kind == "bytearray":
        return bytearray(value)
    return memoryview(bytearray(value)) if kind == "memoryview" else value

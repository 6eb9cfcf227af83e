"""The variables that cells have bound: what is there, without running any code of the reader's."""

import types

from vivarium import objects

_MOST = 2000  # Variables; more than anyone scrolls through.
_LONGEST = 120  # Characters of a value.
_MOST_ITEMS = 8  # Of a container, that are looked at.
_SCALARS = (int, float, complex, bool, type(None), type(...), range)
_SEQUENCES = {list: "[]", tuple: "()", set: "{}", frozenset: "{}"}
_ARRAYS = {"numpy", "pandas", "polars", "xarray", "torch", "jax"}
_HIDDEN = ("In", "Out", "exit", "quit", "get_ipython")


def names(variables, with_functions=False):
    """Returns the names of the variables, without those that a cell did not bind itself."""
    return [
        name
        for name in sorted(name for name in list(variables) if type(name) is str)
        if not name.startswith("_") and name not in _HIDDEN
        if with_functions or not objects.is_kind(type(variables.get(name)), types.ModuleType)
    ]


def listed(variables):
    """Returns the variables for a reader to look at, and how many more there are."""
    found = entries(variables, _MOST)
    return {"variables": found, "more": max(0, len(names(variables)) - _MOST)}


def entries(variables, most):
    """Returns what each variable is: the first `most` of them, or all where that is 0."""
    chosen = names(variables)[: most or None]
    return [{"name": name, **_described(variables[name])} for name in chosen if name in variables]


def _described(value):
    kind = type(value)
    return {
        "type": _name(kind),
        "value": _text(value),
        "shape": _shape(value),
        "size": _bytes(value),
        "kind": objects.kind_of(value),
    }


def _name(kind):
    return type.__dict__["__name__"].__get__(kind)


def _shape(value):
    """How much there is: `3 × 4` of an array, the length of what has one."""
    kind = type(value)
    if _is_array(kind):
        try:
            shape = value.shape
            return " × ".join(str(int(each)) for each in shape)
        except Exception:
            return ""
    for known in (str, bytes, bytearray, dict, *_SEQUENCES):
        if objects.is_kind(kind, known):
            return str(known.__len__(value))
    return str(len(value)) if kind is range else ""


def _bytes(value):
    """The bytes that the value holds itself, where it says so cheaply; None elsewhere."""
    kind = type(value)
    if _is_array(kind):
        try:
            size = value.nbytes if hasattr(value, "nbytes") else value.memory_usage()
            return int(size if not hasattr(size, "sum") else size.sum())
        except Exception:
            return None
    return len(value) if kind in (bytes, bytearray) else None


def _is_array(kind):
    module = type.__dict__["__module__"].__get__(kind)
    return isinstance(module, str) and module.partition(".")[0] in _ARRAYS


def _text(value, depth=0):
    """A value in a line, as far as that needs no code of the reader's."""
    kind = type(value)
    if kind in _SCALARS:
        try:
            return _cut(repr(value))
        except ValueError:  # A number with too many digits.
            return "a very large number"
    if kind in (str, bytes, bytearray):
        return _cut(repr(value[:_LONGEST]))
    if kind in _SEQUENCES or kind is dict:
        return _cut(_container(value, kind, depth))
    if kind in objects.CALLABLE or objects.is_kind(kind, type):
        return _called(value)
    if _is_array(kind) and not depth:
        return _array(value)
    return ""


def _container(value, kind, depth):
    opening, closing = _SEQUENCES.get(kind, "{}")
    if kind is frozenset:
        opening, closing = "frozenset({", "})"
    if not value:
        return {set: "set()", frozenset: "frozenset()"}.get(kind, opening + closing)
    if depth == 2:
        return f"{opening}…{closing}"
    parts = []
    for count, item in enumerate(value.items() if kind is dict else value):
        if count == _MOST_ITEMS:
            parts.append("…")
            break
        both = item if kind is dict else (item,)
        parts.append(": ".join(_text(each, depth + 1) or _brief(each) for each in both))
    comma = "," if kind is tuple and len(value) == 1 else ""
    return f"{opening}{', '.join(parts)}{comma}{closing}"


def _brief(value):
    return f"<{_name(type(value))}>"


def _called(value):
    from vivarium import signatures

    if objects.is_kind(type(value), type):
        return f"class {_name(value)}"
    known = signatures.of(value)
    return _cut(f"({', '.join(known.texts())})") if known else ""


def _array(value):
    """What an array of a library holds: its kind of numbers and the first of them."""
    try:
        dtype = value.dtype
        flat = value.ravel() if hasattr(value, "ravel") else value
        if str(dtype) == "object" or not hasattr(flat, "tolist"):
            return str(dtype)
        first = flat[:_MOST_ITEMS].tolist()
        more = ", …" if len(flat) > len(first) else ""
        return _cut(f"{dtype}: {', '.join(map(str, first))}{more}")
    except Exception:
        return _columns(value)


def _columns(value):
    try:
        return _cut(", ".join(str(each) for each in list(value.columns[:_MOST_ITEMS])))
    except Exception:
        return ""


def _cut(text):
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

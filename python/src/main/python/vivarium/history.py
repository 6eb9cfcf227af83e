"""What cells were and what came of them: `In`, `Out`, `_`, `__`, `_3` and `%history`."""

import re

_ASKED = re.compile(r"(?<![\w.])(?:In|Out|_i{1,3}|_i?\d+|_{2,3}|_[id]h)(?!\w)")
_MOST = 1000  # Cells that are remembered.
_MOST_VALUES = 100
_LARGEST = 10_000_000  # Bytes; a larger value is only remembered as the last one.
_ENVIRONMENTS = {}


class _History:
    def __init__(self):
        self.codes = {}
        self.values = {}
        self.last = []
        self.count = 0


def begin(variables, code):
    """A cell begins; the names that it uses are bound."""
    history = _ENVIRONMENTS.setdefault(id(variables), _History())
    history.count += 1
    history.codes[history.count] = code
    history.codes.pop(history.count - _MOST, None)
    if _ASKED.search(code):
        _bind(history, variables, code)


def ended(variables, value):
    """A cell ends with a value."""
    history = _ENVIRONMENTS[id(variables)]
    variables["_"] = value
    history.last = [value, *history.last[:2]]
    if _size(value) <= _LARGEST:
        history.values[history.count] = value
    if len(history.values) > _MOST_VALUES:
        del history.values[min(history.values)]


def codes(variables):
    """Returns the cells that ran, each with its number."""
    history = _ENVIRONMENTS.get(id(variables))
    return dict(history.codes) if history else {}


def forget(variables):
    """Forgets what came of the cells."""
    history = _ENVIRONMENTS.get(id(variables))
    if history:
        history.values.clear()
        history.last.clear()


def _bind(history, variables, code):
    earlier = [history.codes[number] for number in sorted(history.codes)][:-1]
    count = history.count
    bound = {
        "In": [history.codes.get(number, "") for number in range(count + 1)],
        "Out": dict(history.values),
        **{"_" * (n + 1): value for n, value in enumerate(history.last)},
        **{"_" + "i" * (n + 1): text for n, text in enumerate(reversed(earlier[-3:]))},
        **{f"_{number}": value for number, value in history.values.items()},
        **{f"_i{number}": text for number, text in history.codes.items()},
    }
    bound["_ih"], bound["_oh"] = bound["In"], bound["Out"]
    for name in set(_ASKED.findall(code)):
        if name in bound:
            variables[name] = bound[name]


def _size(value):
    module = type(value).__module__
    if isinstance(module, str) and module.partition(".")[0] in ("numpy", "pandas"):
        try:
            size = value.nbytes if hasattr(value, "nbytes") else value.memory_usage().sum()
            return int(size)
        except Exception:
            return 0
    return len(value) if type(value) in (str, bytes, bytearray, list, tuple, dict, set) else 0

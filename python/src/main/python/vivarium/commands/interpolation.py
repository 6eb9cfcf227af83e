"""Puts the values of Python's names into a command: `{name}` and `$name`."""

import re
import string

_NAME = re.compile(r"\$(\$|[^\W\d]\w*(?:\.[^\W\d]\w*)*)")


def expand(text, place):
    """Returns `text` with `{expressions}` and `$names` replaced; those that mean nothing stay."""
    if "{" not in text and "$" not in text:
        return text
    return _names(_fields(text, place), place)


def _fields(text, place):
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:  # Braces that belong to something else.
        return text
    return "".join(before + _field(*field, place) for before, *field in parts)


def _field(expression, form, conversion, place):
    if expression is None:
        return ""
    written = f"!{conversion}" * bool(conversion) + f":{form}" * bool(form)
    try:
        value = eval(expression, place.variables, place.locals)
        convert = {"r": repr, "a": ascii, "s": str}.get(conversion, lambda it: it)
        return format(convert(value), form)
    except Exception:
        return f"{{{expression}{written}}}"


def _names(text, place):
    def value(found):
        if found[1] == "$":
            return "$"
        first, *more = found[1].split(".")
        for known in (place.locals, place.variables):
            if first in known:
                found_value = known[first]
                for count, name in enumerate(more):
                    if not hasattr(found_value, name):
                        return str(found_value) + "".join(f".{rest}" for rest in more[count:])
                    found_value = getattr(found_value, name)
                return str(found_value)
        return found[0]

    return _NAME.sub(value, text)

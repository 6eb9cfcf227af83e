"""What is known of the name or the call at the caret."""

import inspect
import re

from vivarium import caret, objects, signatures

_LONGEST = 20_000  # Characters of a docstring; a page of it fills a hundred screens.
_SCALARS = (int, float, complex, bool, str, bytes, type(None))
_CONTAINERS = (list, tuple, dict, set, frozenset)
_LONGEST_VALUE = 80  # Characters.


def signature(code, at, variables):
    """Returns how the call around the caret is made and which parameter is its turn, or None."""
    call = signatures.call_at(code, at, caret.opened(code[:at]), variables)
    if call is None:
        return None
    named = re.match(r"\s*(\w+)\s*=(?!=)", code[call.argument : at])
    return {
        "from": call.start,
        "name": _last(call.expression),
        "parameters": call.signature.texts(),
        "returns": call.signature.returns,
        "active": call.signature.active(call.commas, named[1] if named else ""),
        "summary": _summary(_doc(call.value)),
    }


def document(code, at, variables, is_hover):
    """Returns what is known of the name at a place; without one, of the call around it, or None."""
    found = caret.named(code, at)
    opened = caret.opened(code[:at])
    if opened is None or (opened and opened[-1].is_string):
        return None
    if found:
        start, end, expression = found
        try:
            value = _value(expression, variables, code)
        except objects.Unknown:
            return None
        return {"from": start, "to": end, **about(_last(expression), value)}
    call = None if is_hover else signatures.call_at(code, at, opened, variables)
    if call is None:
        return None
    return {"from": call.start, "to": call.start, **about(_last(call.expression), call.value)}


def described(expression, variables):
    """Returns what is known of the value of an expression, and the value itself."""
    value = _value(expression, variables, "")
    return {"value": value, **about(_last(expression), value)}


def _value(expression, variables, code):
    owner, dot, name = expression.rpartition(".")
    if dot and name.strip().isidentifier():
        return objects.described(objects.find(owner, variables, code), name.strip())
    return objects.find(expression, variables, code)


def about(name, value):
    """Returns a line that says what a value is, and its documentation."""
    known = signatures.of(value)
    if known:
        returns = f" -> {known.returns}" if known.returns else ""
        return {"title": f"{name}({', '.join(known.texts())}){returns}", "text": _doc(value)}
    kind = objects.kind_of(value)
    if kind == "namespace":
        return {"title": f"module {name}", "text": _doc(value)}
    if kind == "class":
        return {"title": f"class {name}", "text": _doc(value)}
    if kind in ("function", "property"):
        return {"title": f"{name}(…)" if kind == "function" else name, "text": _doc(value)}
    shown = _brief(value)
    of_type = type.__dict__["__name__"].__get__(type(value))
    return {"title": f"{name}: {of_type}{shown}", "text": ""}


def _brief(value):
    """A value in a few characters, as far as that needs no code of the reader's."""
    kind = type(value)
    if kind in _SCALARS:
        try:
            text = repr(value[:_LONGEST_VALUE] if kind in (str, bytes) else value)
        except ValueError:  # A number with too many digits.
            return ""
        is_short = len(text) <= _LONGEST_VALUE
        return f" = {text if is_short else text[: _LONGEST_VALUE - 1] + '…'}"
    if kind in _CONTAINERS:
        return f", {len(value)} item{'' if len(value) == 1 else 's'}"
    return ""


def _doc(value):
    """Returns a docstring; that of an object is its class's, since its own may be a property."""
    is_described = objects.kind_of(value) != "variable"
    try:
        text = inspect.getdoc(value if is_described else type(value))
    except BaseException:  # A reader's own __doc__ may do anything.
        return ""
    return inspect.cleandoc(text)[:_LONGEST] if type(text) is str else ""


def _summary(text):
    return text.partition("\n\n")[0]


def _last(expression):
    return expression.rpartition(".")[2].strip()

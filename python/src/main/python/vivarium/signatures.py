"""How functions are called, without calling them."""

import inspect
import types

from vivarium import caret, objects

_PLAIN = (int, float, complex, bool, str, bytes, type(None), type(...))
_LONGEST_DEFAULT = 40  # Characters.
_KEYWORDS = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)


class Call:
    """A call whose arguments are being written: what is called, and where the arguments begin."""

    __slots__ = ("argument", "commas", "expression", "signature", "start", "value")

    def __init__(self, opened, expression, value, signature):
        self.start = opened.start
        self.argument = opened.argument
        self.commas = opened.commas
        self.expression = expression
        self.value = value
        self.signature = signature


class Signature:
    """The parameters of something that can be called, and how they are written."""

    def __init__(self, parameters, returns):
        self._parameters = parameters
        self.returns = returns

    def keywords(self):
        return [parameter.name for parameter in self._parameters if parameter.kind in _KEYWORDS]

    def texts(self):
        """Returns what stands between the parentheses, one text for each part."""
        return [text for text, _ in self._parts()]

    def active(self, position, keyword):
        """Returns which text the argument at `position`, or the one named, is for; -1 for none."""
        count = -1
        for index, (_, parameter) in enumerate(self._parts()):
            if parameter is None:
                continue
            count += 1
            is_rest = parameter.kind is inspect.Parameter.VAR_POSITIONAL
            takes_any = parameter.kind is inspect.Parameter.VAR_KEYWORD
            if keyword and (parameter.name == keyword or takes_any):
                return index
            takes_position = parameter.kind is not inspect.Parameter.KEYWORD_ONLY
            if not keyword and takes_position and (count == position or is_rest):
                return index
        return -1

    def _parts(self):
        kinds = inspect.Parameter
        before = None
        has_rest = False
        for parameter in self._parameters:
            kind = parameter.kind
            if before is kinds.POSITIONAL_ONLY and kind is not before:
                yield "/", None
            if kind is kinds.KEYWORD_ONLY and not has_rest and before is not kind:
                yield "*", None
            has_rest = has_rest or kind is kinds.VAR_POSITIONAL
            before = kind
            yield _text(parameter), parameter
        if before is kinds.POSITIONAL_ONLY:
            yield "/", None


def call_at(code, at, opened, variables):
    """Returns the innermost call around the caret whose function is known, or None."""
    for index in range(len(opened or ()) - 1, -1, -1):
        bracket = opened[index]
        if bracket.mark == "(":
            expression = caret.primary(code[: bracket.before])
            if expression is None or not _ends_with(code, bracket.before, expression):
                continue
            try:
                value = objects.find(expression, variables, code)
            except objects.Unknown:
                return None
            signature = of(value)
            return Call(bracket, expression, value, signature) if signature else None
    return None


def _ends_with(code, at, expression):
    """A definition names a function but does not call it."""
    start = code[:at].rstrip().rfind(expression)
    return not code[:start].rstrip().endswith(("def", "class"))


def of(value):
    """Returns the signature of something that can be called, or None."""
    kind = type(value)
    if not objects.is_kind(kind, type) and kind not in objects.CALLABLE:
        try:
            value = objects.member(value, "__call__")
        except objects.Unknown:
            return None
        if type(value) is not types.MethodType:
            return None
    elif objects.has_own_code(kind):
        value = objects.initializer(value)
    try:
        signature = _inspected(value)
    except BaseException:  # A reader's own metaclass or __signature__ may do anything.
        return None
    empty = inspect.Signature.empty
    returns = signature.return_annotation
    parameters = list(signature.parameters.values())
    return Signature(parameters, "" if returns is empty else _annotation(returns))


def _inspected(value):
    from annotationlib import Format

    return inspect.signature(value, annotation_format=Format.STRING)


def _text(parameter):
    stars = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
    text = stars.get(parameter.kind, "") + parameter.name
    annotated = parameter.annotation is not parameter.empty
    if annotated:
        text += f": {_annotation(parameter.annotation)}"
    if parameter.default is not parameter.empty:
        text += (" = " if annotated else "=") + _default(parameter.default)
    return text


def _annotation(annotation):
    return annotation if type(annotation) is str else _default(annotation)


def _default(value):
    """A default as it is written, as far as that needs no code of the reader's."""
    if type(value) in (tuple, list, dict, set) and not value:
        return repr(value)
    if type(value) in _PLAIN:
        try:
            text = repr(value)
        except ValueError:  # A number with too many digits.
            return "…"
        return text if len(text) <= _LONGEST_DEFAULT else f"{text[: _LONGEST_DEFAULT - 1]}…"
    if objects.is_kind(type(value), type):
        return type.__dict__["__name__"].__get__(value)
    if type(value) in (types.FunctionType, types.BuiltinFunctionType):
        return value.__name__
    return "…"

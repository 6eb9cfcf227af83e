"""Looks at a reader's objects without running code of theirs.

Properties, `__getattr__`, `__getitem__`, `__dir__` and calls are left alone wherever they could be
the reader's own: what is not known without them is not known.
"""

import ast
import builtins
import sys
import types

from vivarium import caret, sources
from vivarium.commands import rewriting

# Written in C: they give a method or a field and do nothing else.
_FIELDS = (types.GetSetDescriptorType, types.MemberDescriptorType)
_METHODS = (
    *(types.MethodDescriptorType, types.WrapperDescriptorType),
    types.ClassMethodDescriptorType,
)
CALLABLE = (
    *(types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.MethodWrapperType),
    *_METHODS,
)
_WITH_KEYS = {"numpy", "pandas"}  # Their `[]` and `__dir__` only look things up.
_MISSING = object()


class Unknown(Exception):
    """Nothing can be said without running code."""


def find(expression, variables, code):
    """Returns the value of a name with attributes and constant keys.

    A name that is not there yet may be a module that `code` imports, or a literal it assigns.
    """
    try:
        tree = ast.parse(expression, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise Unknown from None
    return _value(tree.body, variables, code)


def _value(node, variables, code):
    if isinstance(node, ast.Name):
        return _variable(node.id, variables, code)
    if isinstance(node, ast.Attribute):
        return member(_value(node.value, variables, code), node.attr)
    if isinstance(node, ast.Subscript):
        key = node.slice
        is_negative = isinstance(key, ast.UnaryOp) and isinstance(key.op, ast.USub)
        constant = key.operand if is_negative else key
        if isinstance(constant, ast.Constant):
            value = constant.value
            return _item(_value(node.value, variables, code), -value if is_negative else value)
    raise Unknown


def _variable(name, variables, code):
    value = variables.get(name, _MISSING)
    if value is _MISSING:
        value = vars(builtins).get(name, _MISSING)
    return _foreseen(name, code) if value is _MISSING else value


def _foreseen(name, code):
    """What a name will be when the code runs, as far as its text tells."""
    if not caret.is_readable(code):
        raise Unknown
    try:
        statements = ast.parse(rewriting.python_in(code)).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        statements = [statement for line in code.split("\n") for statement in _statements(line)]
    found = _MISSING
    for statement in statements:
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                if (alias.asname or alias.name.partition(".")[0]) == name:
                    target = alias.name if alias.asname else name
                    found = sys.modules.get(target, _MISSING)
        elif isinstance(statement, ast.ImportFrom) and not statement.level:
            for alias in statement.names:
                if (alias.asname or alias.name) == name and statement.module in sys.modules:
                    found = member(sys.modules[statement.module], alias.name)
        elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            if statement.targets[0].id == name:
                found = _literal(statement.value)
    if found is _MISSING:
        raise Unknown
    return found


def _statements(line):
    try:
        return ast.parse(line.strip()).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []


def _literal(node):
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return _MISSING


def _item(value, key):
    kind = type(value)
    try:
        if is_kind(kind, dict):
            return dict.__getitem__(value, key)
        for sequence in (list, tuple):
            if is_kind(kind, sequence) and isinstance(key, int):
                return sequence.__getitem__(value, key)
        if _library(kind) in _WITH_KEYS:
            return value[key]
    except Exception:
        raise Unknown from None
    raise Unknown


def is_kind(kind, parent):
    """Tells whether a class is `parent` or one of its children, whatever it says itself."""
    return parent in _parents(kind)


def member(value, name):
    """Returns an attribute, methods bound to their object."""
    own = _own(value)
    if name in own:
        return own[name]
    kind = type(value)
    if is_kind(kind, type):
        found = _lookup(value, name)
        return _of_class(value, _lookup(kind, name) if found is _MISSING else found)
    found = _lookup(kind, name)
    if type(found) is types.FunctionType:
        return types.MethodType(found, value)
    if type(found) in _FIELDS:
        try:
            return found.__get__(value)
        except Exception:
            raise Unknown from None
    if type(found) in _METHODS:
        return found.__get__(value, kind)
    return _of_class(kind, found)


def _of_class(owner, found):
    if found is _MISSING:
        raise Unknown
    if type(found) is staticmethod:
        return found.__func__
    if type(found) is classmethod:
        return types.MethodType(found.__func__, owner)
    if type(found) is types.ClassMethodDescriptorType:
        return found.__get__(None, owner)
    is_method = type(found) in (types.FunctionType, *_METHODS)
    if not is_method and _lookup(type(found), "__get__") is not _MISSING:
        raise Unknown  # A property, or another descriptor with code in it.
    return found


def described(value, name):
    """Returns an attribute as it is described: the property itself where `member` knows nothing."""
    found = _lookup(type(value), name)
    if type(found) is property:
        return found
    return member(value, name)


def names(value):
    """Returns the names of an object's attributes with what kind of thing each is."""
    kind = type(value)
    found = {}
    if is_kind(kind, type):
        for parent in reversed(_parents(value)):
            found.update(_variables(parent))
    else:
        for parent in reversed(_parents(kind)):
            found.update(_variables(parent))
    found.update(_own(value))
    kinds = {name: kind_of(thing) for name, thing in found.items() if isinstance(name, str)}
    for name in _listed(value):
        kinds.setdefault(name, "property")
    return kinds


def _listed(value):
    """The names that an object lists by code of its own, where that is a library's."""
    listing = _lookup(type(value), "__dir__")
    if is_kind(type(value), types.ModuleType):
        listing = _own(value).get("__dir__", listing)
    if type(listing) is not types.FunctionType or sources.cell_of(listing.__code__.co_filename):
        return []
    return [name for name in dir(value) if isinstance(name, str) and name.isidentifier()]


def keys(value):
    """Returns the texts and numbers that are keys of an object."""
    kind = type(value)
    if is_kind(kind, dict):
        return [key for key in dict.keys(value) if type(key) in (str, int, float)]
    if _library(kind) == "pandas":
        return [key for key in getattr(value, "columns", ()) if type(key) in (str, int, float)]
    return []


def has_own_code(kind):
    """Tells whether a look at an object of this class would run code of the reader's."""
    lookups = (_lookup(kind, name) for name in ("__getattr__", "__getattribute__"))
    return any(
        type(lookup) is types.FunctionType and sources.cell_of(lookup.__code__.co_filename)
        for lookup in lookups
    )


def initializer(kind):
    """Returns the method that initialises a class's objects; None when that is no Python code."""
    function = _lookup(kind, "__init__")
    return types.MethodType(function, kind) if type(function) is types.FunctionType else None


def kind_of(value):
    """Returns what kind of thing a value is, in the editor's words."""
    kind = type(value)
    if is_kind(kind, types.ModuleType):
        return "namespace"
    if is_kind(kind, type):
        return "class"
    if kind in CALLABLE or kind in (staticmethod, classmethod):
        return "function"
    if kind is property or kind in _FIELDS:
        return "property"
    return "variable"


def _library(kind):
    module = type.__dict__["__module__"].__get__(kind)
    return module.partition(".")[0] if isinstance(module, str) else ""


def _lookup(kind, name):
    for parent in _parents(kind):
        found = _variables(parent).get(name, _MISSING)
        if found is not _MISSING:
            return found
    return _MISSING


def _own(value):
    """The variables of an object itself; none where its class made something else of `__dict__`."""
    if is_kind(type(value), type):
        return {}
    holder = _lookup(type(value), "__dict__")
    if type(holder) in _FIELDS:
        own = holder.__get__(value)
        return own if type(own) is dict else {}
    return {}


def _parents(kind):
    return type.__dict__["__mro__"].__get__(kind)


def _variables(kind):
    return type.__dict__["__dict__"].__get__(kind)

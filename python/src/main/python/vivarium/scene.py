"""What can be seen of the place where an exception was raised, without running anything there."""

import ast
import builtins
import linecache
import sys
import types
import warnings

UNKNOWN = object()
_LOCALS = (dict, type((lambda: sys._getframe().f_locals)()))
_MOST_SOURCE = 100_000
_MOST_CHARACTERS = 60
_PLAIN = (str, int, float, bool, type(None))
_NAME = type.__dict__["__name__"]
_MRO = type.__dict__["__mro__"]
_DICT = type.__dict__["__dict__"]


class Scene:
    """The innermost frame of an exception, if it is one of the reader's own."""

    def __init__(self, error, is_own):
        last = error.__traceback__
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        if last is not None and not is_own(last.tb_frame.f_code.co_filename):
            last = None
        self.frame = last.tb_frame if last is not None else None
        self.line = last.tb_lineno if last is not None else None
        self._place = _place(last) if last is not None else None
        self._tree = None

    def node(self, kind):
        """Returns the part of the code that failed, or None when it is not of this kind."""
        if self._place:
            for node in ast.walk(self.tree()):
                if isinstance(node, kind) and _place_of(node) == self._place:
                    return node
        return None

    def tree(self):
        """Returns the syntax tree of the cell or file; an empty one when it is not known."""
        if self._tree is None:
            self._tree = _parse(self.frame.f_code.co_filename) if self.frame else ast.Module([], [])
        return self._tree

    def value(self, node):
        """Returns what a name or a literal stands for, or UNKNOWN."""
        if isinstance(node, ast.Name):
            for names in self._namespaces():
                if node.id in names:
                    return names[node.id]
            return UNKNOWN
        try:
            return ast.literal_eval(node)
        except ValueError:
            return UNKNOWN

    def names(self):
        """Returns every name that the code could have used."""
        namespaces = [*self._namespaces(), builtins.__dict__]
        return [name for names in namespaces for name in list(names) if type(name) is str]

    def is_global(self, name):
        """Tells whether a name outside of all functions has a value."""
        return any(name in names for names in self._namespaces()[-1:])

    def _namespaces(self):
        """The variables of the frame, those of its module last; never a mapping of the reader's."""
        both = (self.frame.f_locals, self.frame.f_globals) if self.frame else ()
        return [names for names in both if exact(names, *_LOCALS)]


def _place(entry):
    positions = list(entry.tb_frame.f_code.co_positions())
    at = entry.tb_lasti // 2
    return positions[at] if 0 <= at < len(positions) else None


def _place_of(node):
    return (
        getattr(node, "lineno", None),
        getattr(node, "end_lineno", None),
        getattr(node, "col_offset", None),
        getattr(node, "end_col_offset", None),
    )


def _parse(filename):
    source = "".join(linecache.getlines(filename))
    if len(source) > _MOST_SOURCE:
        return ast.Module([], [])
    flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return compile(source, filename, "exec", flags)


def exact(value, *kinds):
    """Tells whether the class of a value is one of these, asking neither of them."""
    return any(type(value) is kind for kind in kinds)


def type_name(value):
    """Returns the name of a value's class, whatever its class says of itself."""
    return _NAME.__get__(type(value))


def attributes(value):
    """Returns the names that a value's class defines, or a module holds."""
    if type(value) is types.ModuleType:
        found = list(value.__dict__)
    else:
        found = [name for cls in _MRO.__get__(type(value)) for name in _DICT.__get__(cls)]
    return [name for name in found if type(name) is str and not name.startswith("_")]


def module(name):
    """Returns a module that was imported, or None."""
    found = sys.modules.get(name)
    return found if type(found) is types.ModuleType else None


def code(text):
    """Returns `text` as code in a hint, short and on one line."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[:200]).split())
    line = line.replace("`", "'")
    if len(line) > _MOST_CHARACTERS:
        line = line[:_MOST_CHARACTERS] + "…"
    return f"`{line}`"


def source(node):
    """Returns a part of the code as code in a hint."""
    return code(ast.unparse(node))


def shown(value):
    """Returns a plain value as code in a hint; empty for any other, whose own code would run."""
    if not exact(value, *_PLAIN) or (type(value) is int and abs(value) > 10**15):
        return ""
    return code(repr(value[:100] if type(value) is str else value))

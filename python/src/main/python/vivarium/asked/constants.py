"""Values that are written out in code."""

import ast


_MAKERS = {"range": range, "list": list, "tuple": list, "sorted": sorted}
_MOST = 1000  # Values in a choice: more are no choice.


class Unknown(Exception):
    """A value that only the running script has."""


def constants(tree):
    """The names that a module gives one value, written out, with the values."""
    found, twice = {}, set()
    for node in tree.body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target, value = node.targets[0], node.value
        elif isinstance(node, ast.AnnAssign) and node.value:
            target, value = node.target, node.value
        else:
            continue
        if isinstance(target, ast.Name):
            if target.id in found:
                twice.add(target.id)
            try:
                found[target.id] = value_of(value, found)
            except Unknown:
                twice.add(target.id)
    return {name: value for name, value in found.items() if name not in twice}


def value_of(node, known):
    """The value of an expression; raises Unknown."""
    if isinstance(node, ast.Name) and node.id in known:
        return known[node.id]
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _MAKERS:
        return _called(node, known)
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return [value_of(each, known) for each in node.elts]
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        raise Unknown(ast.dump(node)[:80]) from None


def _called(call, known):
    values = [value_of(each, known) for each in call.args]
    if call.keywords:
        raise Unknown(call.func.id)
    try:
        many = _MAKERS[call.func.id](*values)
        if len(many) <= _MOST:
            return list(many)
    except (TypeError, ValueError, OverflowError):
        pass
    raise Unknown(call.func.id)


def option(call, name, known, otherwise=None):
    """The value of a keyword of a call, where it is written out."""
    for keyword in call.keywords:
        if keyword.arg == name:
            try:
                return value_of(keyword.value, known)
            except Unknown:
                return otherwise
    return otherwise


def keyword(call, name):
    """The expression behind a keyword of a call; None without it."""
    return next((each.value for each in call.keywords if each.arg == name), None)


def last_name(node):
    """`Choice` for `click.Choice`, `Choice(…)` and `Choice`; "" for others."""
    if isinstance(node, ast.Call):
        node = node.func
    return getattr(node, "attr", None) or getattr(node, "id", "")


def argument(flags, **more):
    """An argument; what is not said is as it is most often."""
    plain = {
        "flags": flags,
        "off": "",
        "name": flags.lstrip("-").replace("_", " "),
        "help": "",
        "positional": not flags.startswith("-"),
        "required": False,
        "switch": False,
        "many": False,
        "repeated": False,
        "number": "",
        "choices": [],
        "default": "",
    }
    return {**plain, **more}


def shown(value):
    """A default as a reader would type it."""
    if value is None or callable(value):
        return ""
    if isinstance(value, (list, tuple)):
        return " ".join(str(each) for each in value)
    return str(value)

"""Runs a cell as a script: with arguments, and with nothing left of the run before.

The page of a packed script asks for these functions, see `script.js`.
"""

import __main__
import ast
import json
import sys

_KEPT = {"__name__", "__doc__", "__package__", "__loader__", "__spec__", "__builtins__"}

_ACTIONS = {"store_true", "store_false", "store", "append", "count", "version", "help"}


def begin(name, arguments):
    """Makes everything as it is when a script of this name starts with these arguments."""
    variables = __main__.__dict__
    for each in [each for each in variables if each not in _KEPT]:
        del variables[each]
    variables["__file__"] = name
    sys.argv = [name, *arguments]


def split(line):
    """The arguments in a line, as a shell would take it; the line as one where a quote is open."""
    import shlex

    try:
        return json.dumps(shlex.split(line))
    except ValueError:
        return json.dumps([line])


def describe(code):
    """What a script wants to know, as JSON; the script is read and never run.

    `arguments` has what calls of `add_argument` say, those of them that a form can ask for. `rest`
    is whether there may be more: then a line is asked for.
    """
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError):
        return json.dumps({"arguments": [], "rest": False})
    modules = _imported(tree)
    arguments, rest = [], "sys" in modules and _uses_argv(tree)
    if modules & {"click", "typer", "fire", "docopt", "optparse"}:
        rest = True
    if "argparse" in modules:
        for call in ast.walk(tree):
            name = isinstance(call, ast.Call) and getattr(call.func, "attr", "")
            if name == "add_argument":
                argument = _argument(call)
                if argument:
                    arguments.append(argument)
                else:
                    rest = True
            elif name in ("add_subparsers", "add_parser", "parse_known_args"):
                rest = True
        if rest:  # Which of them belong together only the script knows.
            arguments = []
    return json.dumps({"arguments": [each for each in arguments if "flags" in each], "rest": rest})


def _imported(tree):
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def _uses_argv(tree):
    return any(
        (isinstance(node, ast.Attribute) and node.attr == "argv")
        or (isinstance(node, ast.alias) and node.name == "argv")
        for node in ast.walk(tree)
    )


def _argument(call):
    """One argument; none where its description is not written out, and no flags for `--help`."""
    try:
        flags = [ast.literal_eval(each) for each in call.args]
        options = {each.arg: _value(each) for each in call.keywords}
    except ValueError:
        return None
    action = options.get("action", "store")
    if not flags or None in options or action not in _ACTIONS:
        return None
    if not all(isinstance(each, str) for each in flags):
        return None
    if action in ("version", "help"):
        return {"ignored": True}
    name = next((each for each in flags if each.startswith("--")), flags[0])
    positional = not name.startswith("-")
    many = options.get("nargs")
    choices = options.get("choices")
    return {
        "flags": name,
        "name": str(options.get("metavar") or name.lstrip("-").replace("_", " ")),
        "help": _help(options),
        "positional": positional,
        "required": many not in ("?", "*") if positional else bool(options.get("required")),
        "switch": action in ("store_true", "store_false", "count"),
        "many": many in ("*", "+") or (isinstance(many, int) and many != 1),
        "number": options.get("type") if options.get("type") in ("int", "float") else "",
        "choices": [str(each) for each in choices] if choices else [],
        "default": "" if options.get("default") is None else str(options["default"]),
    }


def _value(keyword):
    """The value of an option; the name of a type."""
    if keyword.arg == "type":
        return getattr(keyword.value, "id", "")
    if keyword.arg == "choices" and isinstance(keyword.value, ast.Call):
        call = keyword.value
        if getattr(call.func, "id", "") == "range" and not call.keywords:
            return list(range(*[ast.literal_eval(each) for each in call.args]))
    return ast.literal_eval(keyword.value)


def _help(options):
    """The help without what argparse would fill in."""
    text = str(options.get("help") or "")
    text = text.replace("%(default)s", str(options.get("default")))
    return text.replace("%%", "%")

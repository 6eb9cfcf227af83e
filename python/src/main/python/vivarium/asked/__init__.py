"""What a script asks for on its command line, read from its code; nothing of it runs.

An argument is a dictionary:

flags       what stands on the command line: "--times", or the name of one that has its place there
off         the flag that turns a switch off; "" for none
name, help  what people read
positional  whether it has its place, rather than a flag
required    whether the script does not go on without it
switch      whether the flag stands by itself
many        whether several values stand behind it
repeated    whether it may be there several times
number      "int" or "float"; "" for texts
choices     the values that it may have; [] for any
default     what it is without the reader; a switch that is on has "on"
"""

import ast

from . import argparse_calls, click_decorators, typer_functions

_OTHERS = {"fire", "docopt", "optparse", "absl", "plac", "sacred", "cleo"}


def asked(code):
    """What a script wants to know.

    `arguments` are those of the script; `commands` those that a choice brings, each with its name,
    help and arguments, where `must_choose` tells whether there is no way without one. `rest` is
    whether there may be more: then a line is asked for.
    """
    nothing = {"arguments": [], "commands": [], "must_choose": False, "rest": False}
    try:
        tree = ast.parse(code)
        modules = _imported(tree)
        line = {**nothing, "rest": True}
        if modules & _OTHERS:
            return line
        for name, reader in (
            ("typer", typer_functions.read),
            ("click", click_decorators.read),
            ("argparse", argparse_calls.read),
        ):
            if name in modules:
                found = reader(tree)
                if found is None:
                    return line
                if found["arguments"] or found.get("commands") or name != "argparse":
                    return {**nothing, **found}
        return line if "sys" in modules and _uses_argv(tree) else nothing
    except (SyntaxError, ValueError, RecursionError):
        return nothing


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

"""Runs a cell as a script: with arguments, and with nothing left of the run before.

The page of a packed script asks for these functions, see `script.js`.
"""

import __main__
import json
import sys

_KEPT = {"__name__", "__doc__", "__package__", "__loader__", "__spec__", "__builtins__"}


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
    """What a script wants to know, as JSON (see `vivarium.asked`); it is read and never run."""
    from .asked import asked

    return json.dumps(asked(code))

"""Where a command stands, and what is said where it cannot do what it is asked to."""

import linecache


class UsageError(Exception):
    """A command that does not exist here, or is used in a way that it does not know."""

    __module__ = "builtins"  # Tracebacks name it without a module.


class Place:
    """The cell that a command stands in: its variables, and its line."""

    def __init__(self, frame):
        self.variables = frame.f_globals
        self.locals = frame.f_locals
        self.filename = frame.f_code.co_filename
        self.line = frame.f_lineno

    def column(self, text):
        """Returns where `text` begins in the line of the command."""
        return max(linecache.getline(self.filename, self.line).find(text), 0)


def options(name, text, short, long=()):
    """Returns the options of a command as a dict, and the other words; `text` may be words already."""
    import getopt
    import shlex

    try:
        words = shlex.split(text) if isinstance(text, str) else text
        found, rest = getopt.gnu_getopt(words, short, list(long))
    except (getopt.GetoptError, ValueError) as error:
        raise UsageError(f"{name}: {error}.") from None
    return {key.lstrip("-"): value for key, value in found}, rest


def leading(name, text, short):
    """Returns the options at the beginning of `text`, and the rest of it as it is written."""
    import re

    found = {}
    while match := re.match(r"-([A-Za-z])", text):
        letter = match[1]
        at = short.find(letter)
        if at < 0:
            raise UsageError(f"{name}: option -{letter} not recognized.")
        text = text[2:]
        value = ""
        if short[at + 1 : at + 2] == ":":
            value, _, text = text.lstrip().partition(" ")
        elif text[:1].isalpha():
            text = f"-{text}"  # Options without values may stand together.
        found[letter] = value
        text = text.lstrip()
    return found, text


def nearest(name, names):
    """Returns `name` among `names` as people might have meant it, or None."""
    import difflib

    return next(iter(difflib.get_close_matches(name, sorted(names), 1)), None)


def whole(name, value):
    """Returns a number that an option gives."""
    try:
        number = int(value)
    except ValueError:
        number = 0
    if number < 1:
        raise UsageError(f"{name}: `{value}` is no number of times.")
    return number

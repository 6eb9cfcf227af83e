"""Tracebacks as a reader wants them: their own code, without the machinery around it."""

import functools
import os
import re
import sys
import textwrap
import traceback

import _pyodide
import pyodide

from vivarium import hints, mimebundles, sources

_OURS = tuple(
    os.path.dirname(module) + os.sep for module in (_pyodide.__file__, pyodide.__file__, __file__)
)
# The folders of Python's library and, by way of our own, of packages.
_LIBRARY = (os.path.dirname(os.__file__) + os.sep, os.path.dirname(_OURS[-1][:-1]) + os.sep)
_MOST_FRAMES = 50  # A runaway recursion has thousands, which mark the same few lines.
_MOST_OF_A_HEADLINE = 300
_WARNED = re.compile(r"^<cell (.*) v\d+>:(\d+): ", re.MULTILINE)
_PLACE = re.compile(r'^([\s|]*)File "<cell (.*) v\d+>", line', re.MULTILINE)


def describe(error):
    """Returns the exception as an output of the notebook format.

    To that are added the places in cells, and what a reader sees first: a `headline`, a `hint`, and
    `own`, what the traceback says of their own code. An exception can be made so that it cannot be
    described: then it has its name alone.
    """
    try:
        return _describe(_meant(error))
    except BaseException:
        name = _name(error)
        return _output(name, "(its message could not be made)", name, [], name, "", "")


def _meant(error):
    """Returns the exception that the reader's code raised: a cell is a coroutine to Python."""
    cause = error.__cause__
    is_wrapped = type(error) is RuntimeError and type(cause) is StopIteration
    return cause if is_wrapped and error.args == ("coroutine raised StopIteration",) else error


def _describe(error):
    described = traceback.TracebackException.from_exception(error, capture_locals=False)
    _strip(described, _is_machinery)
    text = _text(described.format())
    first, more = _heading(described, error)
    _strip(described, lambda filename: not is_own(filename))
    return _output(
        _name(error),
        _message(error),
        text,
        _frames(error),
        first,
        hints.hint(error, is_own),
        _own(described, more),
    )


def describe_exit(error):
    """Returns an exit with an error code as an output: the code says it all."""
    code = _message(error)
    text = f"SystemExit: {code}"
    return _output("SystemExit", code, text, [], text, "", "")


def is_own(filename):
    """Tells whether a file is the reader's own: a cell, or what stands in no library."""
    if filename.startswith("<"):
        return sources.cell_of(filename) is not None or filename == "<string>"
    return not filename.startswith(_LIBRARY) and not _is_machinery(filename)


def readable(format_warning):
    """Returns a `warnings.formatwarning` that names cells as tracebacks do."""

    @functools.wraps(format_warning)
    def format_readably(*args, **kwargs):
        return _WARNED.sub(r'Cell "\1", line \2: ', format_warning(*args, **kwargs))

    return format_readably


def _output(name, value, text, frames, headline, hint, own):
    return {
        "output_type": "error",
        "ename": name,
        "evalue": mimebundles.cut(value),
        "traceback": mimebundles.cut(text),
        "frames": frames,
        "headline": _cut(headline),
        "hint": hint,
        "own": mimebundles.cut(own),
    }


def _name(error):
    return type.__dict__["__name__"].__get__(type(error))


def _message(error):
    try:
        return error.msg if isinstance(error, SyntaxError) else str(error)
    except BaseException:
        return "(its message could not be made)"


def _text(lines):
    return _PLACE.sub(r'\1Cell "\2", line', "".join(lines)).rstrip("\n")


def _cut(line):
    return line if len(line) <= _MOST_OF_A_HEADLINE else line[:_MOST_OF_A_HEADLINE] + "…"


def _heading(described, error):
    """Returns the first line of what Python says last, and the lines after it: notes, and more."""
    parts = list(described.format_exception_only())
    head = _type_of(described)
    # Before the words of a syntax error stands the line that it is in.
    at = next((i for i, part in enumerate(parts) if part.startswith(head)), 0)
    first, *more = "".join(parts[at:]).rstrip("\n").split("\n")
    return first.replace(head, _name(error), 1), more


def _type_of(described):
    """Returns the exception's class as Python writes it."""
    if sys.version_info >= (3, 13):
        return described.exc_type_str
    module, name = described.exc_type.__module__, described.exc_type.__qualname__
    return name if module in ("__main__", "builtins") else f"{module}.{name}"


def _own(described, more):
    """Returns what is said of the reader's own code, without the words that the headline has."""
    if described.exceptions:
        return _text(described.format(chain=False))
    lines = described.stack.format()
    for part in described.format_exception_only():
        if part.startswith(_type_of(described)):
            break
        lines.append(part)
    return _text([textwrap.dedent("".join(lines)), *(line + "\n" for line in more)])


def _is_machinery(filename):
    # An exception that went through JavaScript has scripts among its frames.
    return filename.startswith((*_OURS, "node:", "evalmachine.")) or "://" in filename


def _strip(described, is_unwanted):
    """Removes frames from the exception and from those it came from."""
    waiting, seen = [described], set()
    while waiting:
        part = waiting.pop()
        if part is not None and id(part) not in seen:
            seen.add(id(part))
            frames = [frame for frame in part.stack if not is_unwanted(frame.filename)]
            part.stack[:] = [
                frame
                for frame, inner in zip(frames, [*frames[1:], None])
                if inner is None or not _is_same(frame, inner)
            ]
            waiting += [part.__cause__, part.__context__, *(part.exceptions or ())]


def _is_same(frame, inner):
    """Tells whether both are one line of a cell: a command that runs Python."""
    places = [(each.name, each.filename, each.lineno) for each in (frame, inner)]
    return places[0] == places[1] and frame.name == "<module>"


def _frames(error):
    places = [
        (frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    if isinstance(error, SyntaxError):
        places.append((error.filename, error.lineno))
    return [
        {"cell": sources.cell_of(filename), "line": line}
        for filename, line in places[-_MOST_FRAMES:]
        if type(line) is int and line > 0 and sources.is_current(filename)
    ]

"""Tracebacks as a reader wants them: their own code, without the machinery around it."""

import functools
import os
import re
import traceback

import _pyodide
import pyodide

from vivarium import mimebundles, sources

_OURS = tuple(
    os.path.dirname(module) + os.sep for module in (_pyodide.__file__, pyodide.__file__, __file__)
)
_MOST_FRAMES = 50  # A runaway recursion has thousands, which mark the same few lines.
_WARNED = re.compile(r"^<cell (.*) v\d+>:(\d+): ", re.MULTILINE)
_PLACE = re.compile(r'^(\s*)File "<cell (.*) v\d+>", line', re.MULTILINE)


def describe(error):
    """Returns the exception as an output of the notebook format, with the places in cells."""
    described = traceback.TracebackException.from_exception(error, capture_locals=False)
    _strip(described, set())
    text = "".join(described.format()).rstrip("\n")
    return {
        "output_type": "error",
        "ename": type(error).__name__,
        "evalue": mimebundles.cut(_message(error)),
        "traceback": mimebundles.cut(_PLACE.sub(r'\1Cell "\2", line', text)),
        "frames": _frames(error),
    }


def describe_exit(error):
    """Returns an exit with an error code as an output: the code says it all."""
    code = mimebundles.cut(_message(error))
    return {
        "output_type": "error",
        "ename": "SystemExit",
        "evalue": code,
        "traceback": f"SystemExit: {code}",
        "frames": [],
    }


def readable(format_warning):
    """Returns a `warnings.formatwarning` that names cells as tracebacks do."""

    @functools.wraps(format_warning)
    def format_readably(*args, **kwargs):
        return _WARNED.sub(r'Cell "\1", line \2: ', format_warning(*args, **kwargs))

    return format_readably


def _message(error):
    try:
        return error.msg if isinstance(error, SyntaxError) else str(error)
    except Exception:
        return "(its message could not be made)"


def _strip(described, seen):
    """Removes our frames from the exception and from those it came from."""
    if described is None or id(described) in seen:
        return
    seen.add(id(described))
    own = [frame for frame in described.stack if not frame.filename.startswith(_OURS)]
    described.stack[:] = own
    _strip(described.__cause__, seen)
    _strip(described.__context__, seen)
    for part in described.exceptions or ():
        _strip(part, seen)


def _frames(error):
    places = [
        (frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    if isinstance(error, SyntaxError):
        places.append((error.filename, error.lineno))
    return [
        {"cell": sources.cell_of(filename), "line": line}
        for filename, line in places[-_MOST_FRAMES:]
        if line and sources.is_current(filename)
    ]

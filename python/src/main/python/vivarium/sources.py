"""Keeps the text of every cell that ran, so that tracebacks can quote it.

A cell that was changed gets a new file name: a function made by its earlier text is still quoted
rightly.
"""

import linecache
import re

_versions = {}
_FILENAME = re.compile(r"<cell (?P<cell>.*) v(?P<version>\d+)>")


def remember(cell, code):
    """Returns the file name under which `code` is compiled."""
    version, known = _versions.get(cell, (0, None))
    if known != code:
        version += 1
        _versions[cell] = (version, code)
    filename = f"<cell {cell} v{version}>"
    lines = [line + "\n" for line in code.split("\n")]
    linecache.cache[filename] = (len(code), None, lines, filename)
    return filename


def cell_of(filename):
    """Returns the cell's name, or None when the file is not a cell."""
    match = _match(filename)
    return match["cell"] if match else None


def is_current(filename):
    """Tells whether the file is what its cell holds now."""
    match = _match(filename)
    return bool(match) and _versions.get(match["cell"], (0,))[0] == int(match["version"])


def _match(filename):
    """An exception may name anything as its file."""
    return _FILENAME.fullmatch(filename) if type(filename) is str else None

"""Memory images: prepares an interpreter for one, and makes one that came from it the reader's."""

import ast
import contextlib
import gc
import importlib
import importlib.util
import io
import json
import os
import random
import sys
import tempfile
import time

import js

from vivarium import adapting, stand_ins
from vivarium.commands import rewriting

_COMMON = (
    *("vivarium.cells", "vivarium.media", "vivarium.texts"),
    *("vivarium.completion", "vivarium.documentation", "vivarium.questions", "vivarium.syntax"),
    # A fiftieth of the image; with them, most documents share one.
    *("bisect", "collections", "csv", "datetime", "decimal", "fractions", "heapq", "itertools"),
    *("json", "math", "operator", "statistics", "string", "textwrap"),
)
# From large to small: small ones would leave their marks all over what large ones fill.
_BLOCKS = (*(1 << power for power in range(16, 9, -1)), *range(512, 31, -16))


def begin():
    """Imports what every image has: what a kernel needs, and what lessons import most."""
    stand_ins.find_last()
    adapting.start()
    for name in _COMMON:
        importlib.import_module(name)


def prepare(sources):
    """Imports what the cells `sources`, a JSON list, import; returns the names, a JSON list."""
    return load(json.dumps([name for source in json.loads(sources) for name in _imports(source)]))


def load(names):
    """Imports modules, a JSON list; returns those that were not there before, a JSON list.

    A module that prints or fails when it is imported is left to the cell; Python forgets it again.
    """
    return json.dumps([name for name in sorted(set(json.loads(names))) if _load(name)])


def _load(name):
    known = set(sys.modules)
    if name in known or stand_ins.provide(name):
        return False
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            importlib.import_module(name)
        is_quiet = not said.getvalue()
    except BaseException:
        is_quiet = False
    if not is_quiet:
        for new in set(sys.modules) - known:
            del sys.modules[new]
    # Modules that are part of the interpreter cost nothing.
    added = [sys.modules[new] for new in set(sys.modules) - known]
    return is_quiet and any(getattr(module, "__file__", None) for module in added)


def _imports(source):
    try:
        tree = ast.parse(rewriting.python_in(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            # What is imported may be a module of its own.
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                if alias.name != "*" and _is_module(name):
                    yield name


def _is_module(name):
    try:
        return not stand_ins.provide(name) and importlib.util.find_spec(name) is not None
    except (ImportError, ValueError, AttributeError):
        return False


def sweep(end):
    """Forgets what each start should make anew, and fills free memory with zeros: they compress.

    `end` is the address at which the heap ends.
    """
    tempfile._name_sequence = None  # Random names, with a random generator of their own.
    gc.collect()
    linecache = sys.modules.get("linecache")
    if linecache:
        linecache.clearcache()
    kept = [_fill(size, end) for size in _BLOCKS]
    kept.clear()
    gc.collect()


def _fill(size, end):
    """Takes blocks of zeros until there is no room for another below `end`."""
    blocks = []
    while True:
        block = bytes(size - sys.getsizeof(b""))
        blocks.append(block)
        if id(block) + size > end:
            return blocks


def resume():
    """Makes what differs between readers this reader's: chance, time zone, language."""
    random.seed()
    numpy_random = sys.modules.get("numpy.random")
    if numpy_random:
        numpy_random.seed()
    os.environ.pop("PYTHONHASHSEED", None)
    os.environ["LANG"] = f"{js.navigator.language.replace('-', '_')}.UTF-8"
    # Each start puts it there once more.
    sys.path[:] = dict.fromkeys(sys.path)
    _set_time_zone()


def _set_time_zone():
    year = js.Date.new().getFullYear()
    january, july = (js.Date.new(year, month, 1).getTimezoneOffset() for month in (0, 6))
    time.timezone = max(january, july) * 60
    time.altzone = min(january, july) * 60
    time.daylight = int(january != july)
    time.tzname = (_zone(time.timezone), _zone(time.altzone))


def _zone(seconds):
    hours, minutes = divmod(abs(seconds) // 60, 60)
    return f"UTC{'-' if seconds >= 0 else '+'}{hours:02}{minutes:02}"

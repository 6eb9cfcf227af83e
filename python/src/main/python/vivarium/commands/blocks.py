"""Commands that take a whole cell: `%%name text` in its first line."""

import importlib
import os

from vivarium import displays
from vivarium.commands import interpolation
from vivarium.commands.usage import UsageError, nearest, options

COMMANDS = {
    **dict.fromkeys(("time", "timeit", "prun"), "timing"),
    "capture": "capturing",
    **dict.fromkeys(("html", "HTML", "svg", "SVG", "markdown", "latex"), "blocks"),
    **dict.fromkeys(("writefile", "file", "bash", "sh", "!", "sx", "system"), "blocks"),
}
_PROCESSES = {
    **dict.fromkeys(
        ("python", "python2", "python3", "pypy", "script"),
        "There are no processes in a page; a cell without it is Python.",
    ),
    **dict.fromkeys(
        ("perl", "ruby", "cmd", "powershell", "R", "julia", "node"),
        "There are no processes in a page, so only Python runs.",
    ),
    **dict.fromkeys(
        ("cython", "numba", "fortran", "cpp"), "There is no compiler in a page."
    ),
    **dict.fromkeys(("javascript", "js"), "Scripts from cells are not run."),
    "sql": "`import sqlite3` has a database in Python itself.",
    "debug": "A traceback says where an error arose; `%whos` lists the variables there are then.",
}


def names():
    """Returns the names of all commands that take a cell."""
    return COMMANDS.keys() - {"HTML", "SVG", "!"}


async def run(name, text, body, place):
    """Does what the first line of a cell asks for with the rest of it, and returns its value."""
    module = COMMANDS.get(name)
    if module is None:
        raise UsageError(unknown(name))
    found = importlib.import_module(f"vivarium.commands.{module}")
    return await getattr(found, f"{_NAMES.get(name, name)}_cell")(text, body, place)


_NAMES = {"HTML": "html", "SVG": "svg", "file": "writefile"}
_NAMES |= dict.fromkeys(("sh", "!", "sx", "system"), "bash")


def unknown(name):
    """Returns what is said of a command that there is not."""
    if name in _PROCESSES:
        return f"`%%{name}` does not work in a page. {_PROCESSES[name]}"
    from vivarium.commands import lines

    if name in lines.names():
        return f"`%%{name}` takes no cell: write `%{name}` in a line of its own."
    near = nearest(name, names())
    return f"There is no command `%%{name}`." + (
        f" Did you mean `%%{near}`?" if near else " `%lsmagic` lists those that there are."
    )


async def html_cell(_text, body, _place):
    """Shows the cell as HTML."""
    displays.display({"text/html": body}, raw=True)


async def svg_cell(_text, body, _place):
    """Shows the cell as a picture in SVG."""
    displays.display({"image/svg+xml": body}, raw=True)


async def markdown_cell(_text, body, _place):
    """Shows the cell as Markdown."""
    displays.display({"text/markdown": body}, raw=True)


async def latex_cell(_text, body, _place):
    """Shows the cell as a formula, or as text with formulas in it."""
    displays.display({"text/latex": body}, raw=True)


async def writefile_cell(text, body, place):
    """Writes the cell into a file; with `-a`, at its end."""
    found, words = options("%%writefile", interpolation.expand(text, place), "a", ["append"])
    if len(words) != 1:
        raise UsageError("%%writefile: one name of a file is needed.")
    name = os.path.expanduser(words[0])
    is_more = bool(found)
    print(f"{'Appending to' if is_more else 'Overwriting' if os.path.exists(name) else 'Writing'} {name}")
    with open(name, "a" if is_more else "w", encoding="utf-8") as file:
        file.write(body if body.endswith("\n") or not body else body + "\n")


async def bash_cell(text, body, place):
    """Runs each line of the cell as `!` does."""
    from vivarium.commands import shell

    if text and text.strip().startswith("-"):
        raise UsageError(f"`%%bash {text}`: it takes no options.")
    shell.script(f"{text}\n{body}", place)

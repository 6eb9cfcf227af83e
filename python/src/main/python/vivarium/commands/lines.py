"""Commands of one line: `%name text`."""

import importlib
import os

from vivarium.commands import interpolation
from vivarium.commands.usage import UsageError, nearest, options

# Where each command is, and whether `{names}` in its text are replaced by what they are bound to.
_COMMANDS = {
    **dict.fromkeys(("time", "timeit", "prun"), ("timing", False)),
    **dict.fromkeys(("run", "load", "pycat"), ("scripts", True)),
    **dict.fromkeys(("who", "whos", "who_ls", "reset", "xdel"), ("names", False)),
    **dict.fromkeys(("history", "hist"), ("history", False)),
    **dict.fromkeys(("cd", "env", "set_env", "pip"), ("lines", True)),
    **dict.fromkeys(("pwd", "precision", "lsmagic", "matplotlib", "config"), ("lines", False)),
    **dict.fromkeys(("pinfo", "pinfo2", "pdoc", "pdef", "psource"), ("describing", False)),
    **dict.fromkeys(("sx", "system"), ("shell", False)),
}
# What they prepare, is so here or not there.
_IDLE = {"load_ext", "reload_ext", "unload_ext", "autoreload", "pylab", "automagic", "colors", "xmode"}
_INSTEAD = {
    "debug": "a traceback says where an error arose; `%whos` lists the variables there are now.",
    "pdb": "a traceback says where an error arose; `%whos` lists the variables there are now.",
    "conda": "`%pip install NAME` installs what the page allows.",
    "mamba": "`%pip install NAME` installs what the page allows.",
    "sql": "`import sqlite3` has a database in Python itself.",
    "memit": "`tracemalloc` measures memory.",
    "mprun": "`tracemalloc` measures memory.",
    "lprun": "`%prun` measures functions.",
    "store": "files keep values: `pickle.dump(value, open(\"name.pickle\", \"wb\"))`.",
    "edit": "the cell is the editor.",
    "gui": "there are no windows in a page.",
    "save": "`%%writefile name.py` writes a cell into a file.",
    "bash": "`%%bash` takes a cell, and `!` a line.",
}


def names():
    """Returns the names of all commands of one line."""
    from vivarium.commands import tools

    return {*_COMMANDS, *_IDLE, *tools.ALSO_MAGIC}


def run(name, text, place):
    """Does what a line asks for, and returns its value or an awaitable."""
    from vivarium.commands import shell, tools

    if name in _IDLE:
        return None
    if name in tools.ALSO_MAGIC:
        return shell.show(f"{name} {text}", place)
    module, expands = _COMMANDS.get(name, (None, False))
    if module is None:
        raise UsageError(_unknown(name))
    text = interpolation.expand(text, place) if expands else text
    found = importlib.import_module(f"vivarium.commands.{module}")
    return getattr(found, f"{name}_line")(text.strip(), place)


def _unknown(name):
    from vivarium.commands import blocks

    if name.startswith("%"):
        name = name.lstrip("%")
        known = name in blocks.names()
        return f"`%%{name}` stands in the first line of its cell." if known else blocks.unknown(name)
    if name in _INSTEAD:
        return f"`%{name}` does not work in a page: {_INSTEAD[name]}"
    if name in blocks.names():
        return f"`%{name}` takes a whole cell: write `%%{name}` in its first line."
    near = nearest(name, names())
    return f"There is no command `%{name}`." + (
        f" Did you mean `%{near}`?" if near else " `%lsmagic` lists those that there are."
    )


def pwd_line(_text, _place):
    """Returns the folder that names of files count from."""
    return os.getcwd()


_folders = []


def cd_line(text, _place):
    """Goes to a folder: the one that is named, the first one, or with `-` the one before."""
    folder = text.strip("'\"") or "~"
    if folder == "-":
        if not _folders:
            raise UsageError("%cd -: there is no folder before this one.")
        folder = _folders.pop()
    here = os.getcwd()
    os.chdir(os.path.expanduser(folder))
    _folders.append(here)
    print(os.getcwd())


def env_line(text, _place):
    """Returns all variables of the environment or one of them, or sets it: `NAME=value`."""
    if not text:
        return dict(os.environ)
    name, equals, value = (part.strip() for part in text.partition("="))
    if not equals and " " in text:
        name, _, value = (part.strip() for part in text.partition(" "))
    elif not equals:
        if name not in os.environ:
            raise UsageError(f"%env: there is no variable `{name}` in the environment.")
        return os.environ[name]
    os.environ[name] = value
    print(f"env: {name}={value}")
    return None


set_env_line = env_line


def pip_line(text, _place):
    """Installs packages, or lists them."""
    from vivarium import installing

    return installing.pip(text)


def precision_line(text, _place):
    """Chooses how numbers are written that a cell shows: with so many digits, or in a format."""
    from vivarium import mimebundles

    if not text:
        mimebundles.write_numbers(repr)
    else:
        form = f"%.{text}f" if text.isdecimal() else text
        try:
            form % 1.5
        except (TypeError, ValueError):
            raise UsageError(f"%precision: `{text}` is neither a number of digits nor a format.") from None
        mimebundles.write_numbers(lambda number: form % number)


def lsmagic_line(_text, _place):
    """Prints the names of all commands."""
    from vivarium.commands import blocks, tools

    known = names() - set(tools.ALSO_MAGIC)
    for title, prefix, found in (
        ("Lines", "%", known),
        ("Cells", "%%", blocks.names()),
        ("Shell", "!", {*tools.names(), "pip"}),
    ):
        print(f"{title}:", *(prefix + name for name in sorted(found)), sep="  ")


def matplotlib_line(text, _place):
    """Figures always stand below their cells."""
    words, _ = options("%matplotlib", text, "l", ["list"])[::-1]
    if words and words[0] not in ("inline", "agg", "module://matplotlib_inline.backend_inline"):
        print(
            f"`%matplotlib {words[0]}`: figures stand as pictures below their cells; there is no"
            " other kind in a page."
        )


def config_line(text, _place):
    """Takes the format of figures: `InlineBackend.figure_format = "svg"`."""
    from vivarium import displays

    option, _, value = text.partition("=")
    if option.strip().startswith("InlineBackend.figure_format"):
        words = "".join(letter if letter.isalnum() else " " for letter in value).split()
        displays.use_figures(*("png" if word == "retina" else word for word in words))

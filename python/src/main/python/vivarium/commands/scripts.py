"""`%run` and `%load`: files with Python in them."""

import builtins
import contextlib
import io
import json
import linecache
import os
import sys

from vivarium import wheels
from vivarium.commands import rewriting
from vivarium.commands.usage import UsageError, leading


async def run_line(text, place):
    """Runs a file as a program, whose variables are the cell's when it has ended.

    With `-i` it begins with the cell's variables; with `-n` it is a module and no program; `-t` says
    how long it took.
    """
    found, rest = leading("%run", text, "intem")
    if "m" in found:
        raise UsageError("%run -m: `import` runs modules, and `runpy.run_module` as programs.")
    words = _words(rest)
    if not words:
        raise UsageError("%run: the name of a file is missing.")
    name = _name(words[0])
    code = _code(name)
    await wheels.provide(code)
    variables = place.variables if "i" in found else _fresh("n" not in found, name)
    if "t" in found:
        from vivarium.commands import timing

        start = timing.time.perf_counter()
        _run(name, code, words[1:], variables)
        timing._say_wall(start)
    else:
        _run(name, code, words[1:], variables)
    if variables is not place.variables:
        kept = {key: value for key, value in variables.items() if not key.startswith("__")}
        place.variables.update(kept)


def output(name, arguments):
    """Runs a file as a program of its own, and returns what it prints."""
    name = _name(name)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        _run(name, _code(name), arguments, _fresh(True, name))
    return said.getvalue()


def _words(text):
    import shlex

    try:
        return shlex.split(text)
    except ValueError as error:
        raise UsageError(f"%run: {error}.") from None


def _name(name):
    name = os.path.expanduser(name)
    for each in (name, f"{name}.py"):
        if os.path.isfile(each):
            return each
    raise UsageError(f"%run: there is no file `{name}` here; `!ls` lists those that there are.")


def _fresh(is_program, name):
    module = "__main__" if is_program else os.path.basename(name).removesuffix(".py")
    return {"__name__": module, "__file__": name, "__builtins__": builtins}


def _code(name):
    """The Python in a file, each cell of a notebook behind the one before."""
    with open(name, encoding="utf-8") as file:
        text = file.read()
    if name.endswith(".ipynb"):
        try:
            cells = json.loads(text)["cells"]
            texts = ["".join(each["source"]) for each in cells if each["cell_type"] == "code"]
        except (ValueError, KeyError, TypeError):
            raise UsageError(f"%run: {name} is no notebook.") from None
        return "\n\n".join(map(rewriting.as_python, texts))
    return rewriting.as_python(text) if name.endswith(".ipy") else text


def _run(name, code, arguments, variables):
    path = os.path.abspath(name)
    lines = [line + "\n" for line in code.split("\n")]
    linecache.cache[path] = (len(code), None, lines, path)
    known, sys.argv = sys.argv, [name, *arguments]
    folder = os.path.dirname(path)
    sys.path.insert(0, folder)
    try:
        exec(compile(code, path, "exec", dont_inherit=True), variables)
    except SystemExit as ended:
        if ended.code not in (None, 0):
            raise
    finally:
        sys.argv = known
        with contextlib.suppress(ValueError):
            sys.path.remove(folder)


def load_line(text, _place):
    """Prints a file, or the lines of it that `-r 3-7` names."""
    found, name = leading("%load", text, "r:yn:s:")
    name = name.strip("'\"")
    if "://" in name:
        raise UsageError("%load: it loads files. `await pyodide.http.pyfetch(url)` fetches addresses.")
    with open(os.path.expanduser(name), encoding="utf-8") as file:
        lines = file.read().split("\n")
    if "r" in found:
        lines = [line for part in found["r"].split(",") for line in _part(lines, part)]
    print("\n".join(lines).rstrip("\n"))


def _part(lines, text):
    first, dash, last = text.replace(":", "-").partition("-")
    try:
        start = int(first or 1)
        return lines[start - 1 : (int(last) if last else None) if dash else start]
    except ValueError:
        raise UsageError(f"%load: `{text}` names no lines.") from None


pycat_line = load_line

"""Makes Python of the lines in a cell that only notebooks know: `%time x`, `!ls`, `name?`, `%%html`.

Every line stays on its line. Python stays as it is: a line counts only where a statement can begin,
in no string, in no brackets and behind no backslash, and no statement of Python begins so.
"""

import ast
import re

from vivarium import caret

_TOKEN = re.compile(r"([A-Za-z]{0,2})('''|\"\"\"|'|\")|\w+|.", re.DOTALL)
# Whether it is worth to look closer.
_SIGN = re.compile(r"^[ \t]*[%!?]|\?[ \t]*$|=[ \t]*[%!]", re.MULTILINE)
_CELL = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*%%[ \t]*(\w[\w.-]*|!)[ \t]*([^\n]*)(?:\n|$)")
_LINE = re.compile(r"([ \t]*)(%%?)[ \t]*([^\W\d][\w.]*)[ \t]*(.*)", re.DOTALL)
_SYSTEM = re.compile(r"([ \t]*)(!!?)(?!=)[ \t]*(.*)", re.DOTALL)
_ASSIGNED = re.compile(
    r"([ \t]*)([^\W\d][\w.,*\[\]'\" \t]*?)[ \t]*=[ \t]*(?:%[ \t]*([^\W\d][\w.]*)[ \t]*(.*)|!(?!=)(.*))",
    re.DOTALL,
)
_ASKED = re.compile(r"([ \t]*)(?:(\?\??)[ \t]*([^\s?]+)|(%{0,2}[\w*][\w.*]*(?:\[[^\]]*\])*)[ \t]*(\?\??))[ \t]*;?[ \t]*")
_PIP = re.compile(r"(?:(?:\S*python[\d.]*|\{sys\.executable\}) +-m +)?(?:uv +)?pip[\d.]* +(.*)", re.DOTALL)
_FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
_OURS = "__import__('vivarium.commands').commands."
_FIELD, _FORMAT = "f{", "f:"  # In a formatted string: where an expression stands, and how to write it.
_WAITING = {"run", "pip"}
_MEASURED = {"time", "timeit"}
# Of these commands, what follows in the cell is Python.
_WITH_PYTHON = {"time", "timeit", "capture", "prun"}


def as_python(code):
    """Returns `code` with its commands as calls."""
    return _calls(code)[0]


def parsed(code):
    """Returns the Python of `code`, and a function that puts its syntax tree where the reader wrote it.

    A call is longer than the command that it is made of: in tracebacks, the command is all of it.
    """
    python, ends = _calls(code)
    return python, lambda tree: _place(tree, code, ends)


def python_in(code):
    """Returns the Python in `code`, for who looks at it without running it."""
    found = cell_command(code)
    if found is None:
        return as_python(code)
    name, _, start = found
    if name not in _WITH_PYTHON:
        return "\n" * code.count("\n")
    return "\n" * code.count("\n", 0, start) + as_python(code[start:])


def cell_command(code):
    """Returns the name, the arguments and the beginning of the rest, where `%%` begins the cell."""
    found = _CELL.match(code)
    return (found[1], found[2].strip(), found.end()) if found else None


def commands(code):
    """Returns the first and the last line of each command among the lines, counted from 0."""
    lines = code.split("\n")
    return [(first, last) for first, last, _ in _found(lines)]


def _calls(code):
    if not _SIGN.search(code) or _is_python(code):
        return code, {}
    found = cell_command(code)
    if found:
        name, arguments, start = found
        before = code.count("\n", 0, len(code[:start].rstrip("\n")))
        call = f"await {_OURS}cell({name!r}, {arguments!r}, {code[start:]!r})"
        after = "\n" * (code.count("\n") - before)
        return "\n" * before + call + after, {before + 1: code.count("\n") + 1}
    waiting = _rewrite(code, True)
    if _cannot_wait(waiting[0]):
        return _rewrite(code, False)
    return waiting


def _rewrite(code, waits):
    lines = code.split("\n")
    ends = {}
    for first, last, make in _found(lines):
        lines[first : last + 1] = [make(waits), *[""] * (last - first)]
        ends[first + 1] = last + 1
    return "\n".join(lines), ends


def _is_python(code):
    return caret.is_readable(code) and _error(code) is None


def _cannot_wait(code):
    """In a function that is not asynchronous, a command must not wait as a cell does."""
    error = _error(code) if caret.is_readable(code) and "await " in code else None
    return isinstance(error, SyntaxError) and "outside async function" in str(error.msg)


def _error(code):
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(code, "<input>", "exec", flags=_FLAGS, dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
        return error
    return None


def _found(lines):
    """The commands: first line, last line, and what makes their Python."""
    reader = _Reader()
    index = 0
    while index < len(lines):
        last = index
        make = None
        if reader.begins:
            while lines[last].endswith("\\") and last + 1 < len(lines):
                last += 1
            text = "\n".join(lines[index : last + 1]).replace("\\\n", " ")
            make = _command(text)
        if make:
            yield index, last, make
            index = last + 1
        else:
            reader.follow(lines[index])
            index += 1


def _command(text):
    found = _LINE.fullmatch(text)
    if found and not text.rstrip().endswith("?"):
        return _line(found[1], "", found[3] if found[2] == "%" else "%" + found[3], found[4])
    found = _SYSTEM.fullmatch(text)
    if found:
        return _system(found[1], "", "capture" if found[2] == "!!" else "system", found[3])
    found = _ASSIGNED.fullmatch(text)
    if found and _error(f"{found[2]} = 0") is not None:
        return None
    if found and found[3]:
        return _line(found[1], f"{found[2]} = ", found[3], found[4])
    if found:
        return _system(found[1], f"{found[2]} = ", "capture", found[5].strip())
    found = _ASKED.fullmatch(text)
    if found:
        name, detail = (found[3], found[2]) if found[3] else (found[4], found[5])
        return lambda _: f"{found[1]}{_OURS}describe({name!r}, {len(detail) == 2})"
    return None


def _line(indent, target, name, text):
    may_wait = name in _WAITING or (name in _MEASURED and re.search(r"\bawait\b", text))

    def make(waits):
        wait = "await " if may_wait and waits else ""
        how = "line" if wait or not may_wait else "line_now"
        return f"{indent}{target}{wait}{_OURS}{how}({name!r}, {text!r})"

    return make


def _system(indent, target, how, text):
    installs = _PIP.fullmatch(text)
    if installs and not target:
        return _line(indent, target, "pip", installs[1])
    return lambda _: f"{indent}{target}{_OURS}{how}({text!r})"


def _place(tree, code, ends):
    if not ends:
        return
    lines = code.split("\n")
    for statement in ast.walk(tree):
        last = ends.get(getattr(statement, "lineno", 0))
        if last:
            first = lines[statement.lineno - 1]
            statement.col_offset = len(first[: len(first) - len(first.lstrip())].encode())
            statement.end_lineno = statement.lineno
            statement.end_col_offset = len(first.encode())


class _Reader:
    """Goes through the lines of a cell, and knows where a statement can begin."""

    def __init__(self):
        self._open = []  # Brackets, and the quotes of strings; a formatted one has a mark before.
        self._continues = False

    @property
    def begins(self):
        return not self._open and not self._continues

    def follow(self, line):
        self._continues = False
        position = 0
        while position < len(line):
            top = self._open[-1] if self._open else ""
            if top[-1:] in ("'", '"'):
                position = self._in_string(line, position, top)
            elif top == _FORMAT:
                position = self._in_format(line, position)
            else:
                position = self._in_code(line, position)
        # A string in single quotes ends with its line, closed or not.
        while self._open and not self._continues and self._open[-1].lstrip("f") in ("'", '"'):
            self._open.pop()

    def _in_string(self, line, position, mark):
        quotes = mark.lstrip("f")
        if line[position] == "\\":
            self._continues = position == len(line) - 1
            return position + 2
        if line.startswith(quotes, position):
            self._open.pop()
            return position + len(quotes)
        if mark[0] == "f" and line[position] == "{":
            if line.startswith("{{", position):
                return position + 2
            self._open.append(_FIELD)
        return position + 1

    def _in_format(self, line, position):
        """What follows the colon in a field of a formatted string."""
        if line[position] == "{":
            self._open.append(_FIELD)
        elif line[position] == "}":
            self._open.pop()
        return position + 1

    def _in_code(self, line, position):
        found = _TOKEN.match(line, position)
        mark = found[2]
        if mark:
            is_formatted = bool({"f", "t"} & set(found[1].lower()))
            self._open.append(("f" if is_formatted else "") + mark)
        elif found[0] == "#":
            return len(line)
        elif found[0] == "\\":
            self._continues = position == len(line) - 1
        elif found[0] in "([{":
            self._open.append(found[0])
        elif found[0] == ":" and self._open[-1:] == [_FIELD]:
            self._open[-1] = _FORMAT
        elif found[0] in ")]}" and self._open:
            self._open.pop()
        return found.end()



"""Lines of a shell, `!ls *.csv | head -3`: a few programs of our own over the files that `open` sees.

There are no processes in a page. What a line may have are words with quotes, patterns and variables,
`|`, `&&`, `||`, `;` and `>`, `>>`, `<`.
"""

import glob
import os
import re
import sys

from vivarium.commands import interpolation, tools
from vivarium.commands.usage import UsageError, nearest

_OPERATOR = re.compile(r"2>&1|&>>?|2>>?|>>?|<|\|\||&&|\||;|&")
_VARIABLE = re.compile(r"\$(?:\{(\w+)\}|(\w+))")
_REDIRECTIONS = {">", ">>", "<", "2>", "2>>", "&>", "&>>"}
_HAS_NO = "There are no processes in a page, so `{}` cannot run"
_FETCH = (
    "`await pyodide.http.pyfetch(url)` fetches what its server allows; who writes the page can give"
    " it files: `files: [data.csv]` at the top of the document"
)
_INSTEAD = {
    **dict.fromkeys(("wget", "curl", "gdown", "kaggle", "aria2c"), _FETCH),
    **dict.fromkeys(("apt", "apt-get", "conda", "mamba", "brew", "yum"), "`%pip install NAME` installs what the page allows"),
    "git": "who writes the page can give it files: `files: [data.csv]` at the top of the document",
    "tar": "`import tarfile` reads archives",
    "gunzip": "`import gzip` reads compressed files",
    "pytest": "`import pytest; pytest.main()` runs tests where the page has pytest",
    "nvidia-smi": "a page computes without a graphics card",
    "sed": "`re.sub` replaces text",
    "awk": "Python splits lines: `line.split()`",
    "sleep": "`time.sleep(seconds)` waits",
    "export": "`%env NAME=value` sets a variable",
    "sudo": "nothing is forbidden to a page in its own files",
}


class Lines(list):
    """The lines that a command wrote, also as one text: `n` with their ends, `s` with spaces."""

    @property
    def n(self):
        return "\n".join(self)

    @property
    def s(self):
        return " ".join(self)

    @property
    def l(self):  # noqa: E743
        return list(self)

    nlstr, spstr, list = n, s, l


def show(text, place):
    """Runs a line, and prints what it writes."""
    calls = _run(text, place)
    sys.stdout.write(calls.out)
    sys.stderr.write(calls.err)
    place.variables["_exit_code"] = calls.code


def capture(text, place):
    """Runs a line, and returns the lines that it writes."""
    calls = _run(text, place)
    sys.stderr.write(calls.err)
    place.variables["_exit_code"] = calls.code
    return Lines(calls.out.splitlines())


def sx_line(text, place):
    return capture(text, place)


system_line = sx_line


def script(text, place):
    """Runs lines of a shell one after the other, and prints what they write."""
    for line in text.replace("\\\n", " ").split("\n"):
        if line.strip() and not line.strip().startswith("#"):
            show(line, place)


class _Line:
    """What a line has written so far, and how its last command ended."""

    def __init__(self):
        self.out = self.err = ""
        self.code = 0


def _run(text, place):
    text = interpolation.expand(text, place).strip()
    done = _Line()
    tokens = _tokens(text)
    here = os.getcwd()
    try:
        for joint, pipeline in _pipelines(tokens):
            if (joint == "&&" and done.code) or (joint == "||" and not done.code):
                continue
            _pipe(pipeline, done, place)
    finally:
        os.chdir(here)  # As in a shell of its own.
    return done


def _pipelines(tokens):
    """The pipelines of a line, each with what joins it to the one before."""
    joint, commands = ";", [[]]
    for token in [*tokens, ";"]:
        if token in ("&&", "||", ";"):
            if commands[-1] or len(commands) > 1:
                yield joint, commands
            joint, commands = token, [[]]
        elif token == "|":
            commands.append([])
        elif token == "&":
            raise UsageError("`&`: nothing runs in the background of a page.")
        else:
            commands[-1].append(token)


def _pipe(commands, done, place):
    passed = ""
    for position, tokens in enumerate(commands):
        call = tools.Call(passed, place)
        words, targets = _split(tokens)
        if "<" in targets:
            call.read(targets["<"])
        if words:
            _program(words, call)
        passed = _redirect(targets, call, done)
        done.code = call.code
        if position == len(commands) - 1:
            done.out += passed
        done.err += call.err


def _split(tokens):
    words, targets = [], {}
    waiting = None
    for token in tokens:
        if waiting:
            targets[waiting] = (token.expanded() or [""])[0] if isinstance(token, _Word) else ""
            waiting = None
        elif token in _REDIRECTIONS:
            waiting = token
        elif token == "2>&1":
            targets[token] = ""
        else:
            words.extend(token.expanded())
    if waiting or "" in [name for mark, name in targets.items() if mark != "2>&1"]:
        raise UsageError("The name of a file is missing behind `>` or `<`.")
    return words, targets


def _redirect(targets, call, done):
    """Writes into files what goes there; returns what is left for the next command."""
    out = call.out
    if "2>&1" in targets:
        out, call.err = out + call.err, ""
    for mark, name in targets.items():
        if mark in (">", ">>", "&>", "&>>"):
            text, out = (out + call.err if mark[0] == "&" else out), ""
            call.err = "" if mark[0] == "&" else call.err
        elif mark in ("2>", "2>>"):
            text, call.err = call.err, ""
        else:
            continue
        if name != "/dev/null":
            try:
                with open(name, "a" if mark.endswith(">>") else "w") as file:
                    file.write(text)
            except OSError as error:
                call.fail(f"{name}: {error.strerror}")
    return out


def _program(words, call):
    name, *arguments = words
    if os.path.basename(name).startswith(("python", "ipython")):
        _python(name, arguments, call)
    elif re.fullmatch(r"pip[\d.]*", name):
        raise UsageError("`!pip` stands alone in its line, as in `!pip install NAME`.")
    elif name in tools.names():
        call.run(name, arguments)
    else:
        raise UsageError(f"{_HAS_NO.format(name)}: {_instead(name)}.")


def _python(name, arguments, call):
    if arguments[:1] in (["--version"], ["-V"]):
        call.write(f"Python {sys.version.split()[0]}\n")
    elif arguments and arguments[0].endswith(".py"):
        from vivarium.commands import scripts

        call.write(scripts.output(arguments[0], arguments[1:]))
    else:
        raise UsageError(f"{_HAS_NO.format(name)}: the cell is Python; `%run name.py` runs a file.")


def _instead(name):
    if name in _INSTEAD:
        return _INSTEAD[name]
    near = nearest(name, tools.names())
    known = ", ".join(sorted(tools.names()))
    return f"did you mean `{near}`?" if near else f"there are {known}"


class _Word:
    """A word of a line: its text, and the pattern that it is where not all of it is quoted."""

    def __init__(self):
        self.text = self.pattern = ""

    def add(self, text, is_quoted):
        self.text += text
        self.pattern += glob.escape(text) if is_quoted else text

    def expanded(self):
        if self.pattern != glob.escape(self.text):
            hidden = os.path.basename(self.pattern).startswith(".")
            found = sorted(glob.glob(os.path.expanduser(self.pattern), include_hidden=hidden))
            if found:
                return found
        return [os.path.expanduser(self.text) if self.pattern.startswith("~") else self.text]


def _tokens(text):
    """The words and operators of a line."""
    position, word = 0, None
    while position < len(text):
        character = text[position]
        operator = None if character == "2" and word else _OPERATOR.match(text, position)
        if character.isspace() or operator or (character == "#" and word is None):
            if word:
                yield word
            word = None
            if character == "#":
                return
            if operator:
                yield operator[0]
            position = operator.end() if operator else position + 1
            continue
        word = word or _Word()
        position = _read(text, position, word)
    if word:
        yield word


def _read(text, position, word):
    """Adds to a word what stands at a place of the line; returns the place behind."""
    character = text[position]
    if character == "`" or text.startswith("$(", position):
        raise UsageError("A line has no other line in it: `lines = !ls` gives Python what `ls` writes.")
    if character == "'":
        end = _closing(text, position)
        word.add(text[position + 1 : end], True)
        return end + 1
    if character == '"':
        end = _closing(text, position)
        inside = re.sub(r"\\([\"\\$`])", r"\1", text[position + 1 : end])
        word.add(_VARIABLE.sub(_variable, inside), True)
        return end + 1
    if character == "\\":
        word.add(text[position + 1 : position + 2], True)
        return position + 2
    found = _VARIABLE.match(text, position)
    if found:
        word.add(_variable(found), True)
        return found.end()
    word.add(character, False)
    return position + 1


def _closing(text, position):
    quote = text[position]
    end = position + 1
    while end < len(text) and text[end] != quote:
        end += 2 if quote == '"' and text[end] == "\\" else 1
    if end >= len(text):
        raise UsageError(f"The quote {quote} is not closed.")
    return end


def _variable(found):
    return os.environ.get(found[1] or found[2], "")

"""Asks the reader for a line: `input`, `getpass.getpass` and `sys.stdin`."""

import asyncio
import builtins
import collections
import functools
import getpass
import io
import sys

import js

from vivarium import waiting

_MASK = "•" * 8
_ask = None
_echo = None
_asked = collections.deque()


def start(ask):
    """Has the host ask: `ask(prompt, is_secret)`, which `entered` answers."""
    global _ask, _echo
    _ask = ask
    _echo = sys.stdout
    sys.stdin = Input()
    builtins.input = _asking(builtins.input)
    getpass.getpass = _asking_secretly(getpass.getpass)


def entered(text):
    """The reader entered a line, or None where there is no more."""
    if _asked:
        _asked[0][0].set_result(text)


def forget():
    """Ends what tasks of earlier cells ask for: the reader sees another cell's questions now."""
    for future, _, _ in _asked:
        waiting.cancel(future)


class Input(io.TextIOBase):
    """What the reader enters, as a stream of lines."""

    encoding = "utf-8"
    name = "<stdin>"

    def __init__(self):
        self._rest = ""

    def readable(self):
        return True

    def readline(self, size=-1, /):
        if not self._rest:
            text = _line("", False)
            self._rest = "" if text is None else text + "\n"
        return self._take(size)

    def read(self, size=-1, /):
        while size is None or size < 0 or len(self._rest) < size:
            text = _line("", False)
            if text is None:
                break
            self._rest += text + "\n"
        return self._take(size)

    def _take(self, size):
        end = len(self._rest) if size is None or size < 0 else size
        taken, self._rest = self._rest[:end], self._rest[end:]
        return taken


def _asking(read):
    @functools.wraps(read)
    def ask(prompt="", /):
        if not isinstance(sys.stdin, Input) or sys.stdin._rest:
            return read(prompt)
        return _answer(str(prompt), False)

    return ask


def _asking_secretly(read):
    @functools.wraps(read)
    def ask(prompt="Password: ", stream=None, *, echo_char=None):
        if not isinstance(sys.stdin, Input):
            return read(prompt, stream, echo_char=echo_char)
        return _answer(str(prompt), True)

    return ask


def _answer(prompt, is_secret):
    text = _line(prompt, is_secret)
    if text is None:
        raise EOFError("EOF when reading a line")
    return text


def _line(prompt, is_secret):
    """Returns a line, or None at the end; prompt and line stay in the output, as in a terminal."""
    above, newline, label = prompt.rpartition("\n")
    sys.stdout.write(above + newline)
    sys.stdout.flush()
    sys.stderr.flush()
    if not waiting.can_wait():
        return _line_at_once(label, is_secret)
    future = asyncio.get_running_loop().create_future()
    _asked.append((future, label, is_secret))
    text = None
    try:
        if len(_asked) == 1:
            _ask(label, is_secret)
        text = waiting.run_sync(future)
        return text
    finally:
        is_first = _asked[0][0] is future
        _asked.remove((future, label, is_secret))
        if is_first and _asked:
            _ask(*_asked[0][1:])
        sys.stdout.write(label)
        _echo.write(("" if text is None else _MASK if is_secret else text) + "\n")


def _line_at_once(label, is_secret):
    """Returns a line without letting anything else go on meanwhile: see answers.js."""
    read = getattr(js, "vivariumRead", None)
    # Nobody answers a task that goes on when its cell has ended.
    can_ask = read and waiting.is_running()
    answer = read(lambda: _ask(label, is_secret)) if can_ask else ""
    text = answer[4:] if answer.startswith("line") else None
    sys.stdout.write(label)
    _echo.write(("" if text is None else _MASK if is_secret else text) + "\n")
    if answer == "stop":
        raise waiting.stop()
    if not answer:
        raise io.UnsupportedOperation(_why_not())
    return text


def _why_not():
    if waiting.cells_can_wait():
        return (
            "input cannot be asked for in a function that JavaScript calls;"
            " ask in the cell, or in a function that the cell calls"
        )
    return (
        "this browser does not let a page's Python wait for input; write the value into the code"
        " instead, or open the page in Chrome or Edge, version 137 or newer"
    )

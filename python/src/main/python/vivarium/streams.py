"""The standard streams of a cell: what it writes is handed on at once, and it reads nothing."""

import functools
import io
import sys


class OutputStream(io.TextIOBase):
    """A text stream that nothing is kept in."""

    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, name, write):
        self.name = name
        self._write = write

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if text:
            self._write(self.name, text.encode("utf-8", self.errors).decode("utf-8"))
        return len(text)

    def flush(self):
        self._write(self.name, None)


class NoInput(io.TextIOBase):
    """A `sys.stdin` that says why nothing can be read from it."""

    encoding = "utf-8"
    name = "stdin"

    def readable(self):
        return True

    def read(self, size=-1, /):
        self._refuse()

    def readline(self, size=-1, /):
        self._refuse()

    def _refuse(self):
        raise io.UnsupportedOperation(
            "this page cannot ask its reader for input; write the value into the code instead"
        )


def flushing(sleep):
    """Returns a `sleep` before which all that was printed is seen."""

    @functools.wraps(sleep)
    def sleep_after_flush(seconds, /):
        sys.stdout.flush()
        sys.stderr.flush()
        sleep(seconds)

    return sleep_after_flush

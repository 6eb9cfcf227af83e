"""What a cell writes is handed on at once."""

import functools
import io
import sys

from vivarium import runs


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
            self._write(runs.current(), self.name, text.encode("utf-8", self.errors).decode("utf-8"))
        return len(text)

    def flush(self):
        self._write(runs.current(), self.name, None)


def flushing(sleep):
    """Returns a `sleep` before which all that was printed is seen."""

    @functools.wraps(sleep)
    def sleep_after_flush(seconds, /):
        sys.stdout.flush()
        sys.stderr.flush()
        sleep(seconds)

    return sleep_after_flush

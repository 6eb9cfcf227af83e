"""Whether code could run, without running it."""

import ast
import codeop
import re
import warnings

from vivarium import caret
from vivarium.commands import rewriting

_FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
_UNFINISHED = re.compile(
    "was never closed|unterminated|unexpected EOF|expected an indented block"
    "|expected ':'|expected 'except'"
)


def check(code):
    """Returns the first syntax error with its place, indices in `code`; None where there is none.

    Code whose end is only not written yet is unfinished: who writes it knows.
    """
    error = _error(code, _FLAGS) if caret.is_readable(code) else None
    if error is None:
        return None
    lines = code.split("\n")
    line = min(max(error.lineno or len(lines), 1), len(lines))
    first = sum(len(text) + 1 for text in lines[: line - 1])
    last = first + len(lines[line - 1])
    start = min(first + max((error.offset or 1) - 1, 0), last)
    end = min(first + (error.end_offset or 0) - 1, last) if error.end_lineno == line else last
    if end <= start:  # Nothing to underline there: what stands before it, or the line.
        end = max(start, first + len(lines[line - 1].rstrip()))
        start = min(start, max(end - 1, first))
    message = error.msg or "invalid syntax"
    unfinished = _is_unfinished(code, message)
    return {"from": start, "to": end, "message": message, "unfinished": unfinished}


def _is_unfinished(code, message):
    if _UNFINISHED.search(message):
        return True
    allowed = getattr(codeop, "PyCF_ALLOW_INCOMPLETE_INPUT", 0)
    error = _error(code, _FLAGS | allowed)
    return error is not None and type(error).__name__ == "_IncompleteInputError"


def _error(code, flags):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(rewriting.python_in(code), "<input>", "exec", flags=flags, dont_inherit=True)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError, OverflowError):
        return None  # Too deep or too odd to tell; running it will.
    return None

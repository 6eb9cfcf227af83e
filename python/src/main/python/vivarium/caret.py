"""Reads unfinished code as far as the caret: what is open there, and what stands before it."""

import re

_OUTSIDE = re.compile(
    r"#[^\n]*|(?:(?<!\w)[A-Za-z]{1,2})?('''|\"\"\"|'|\")|[()\[\]{},\n]"
)
_INSIDE = re.compile(r"\\.|\n|\{\{?|'''|\"\"\"|'|\"", re.DOTALL)
# Begins a statement whatever is open before it: a bracket missing far above misleads nobody.
_STATEMENT = re.compile(r"(?:(?:async def|class|def|from|import|return|try|while|with)\b|@)")
_PRIMARY = re.compile(r"[^\W\d]\w*(?:\s*\.\s*[^\W\d]\w*|\[[^\[\]\n]*\])*\s*$")
_LONGEST_LINE = 2000  # Characters; in longer ones, operators could nest deeper than the stack.
_LONGEST_PRIMARY = 300  # Characters; nobody writes longer ones.
_WORD = re.compile(r"\w*$")


class Opened:
    """A bracket or a string that is open at the caret.

    `mark` is the bracket or the quotes, `before` where it begins, with a string's prefix, and
    `start` where its content does. A bracket has had `commas`, the last of them before `argument`.
    """

    __slots__ = ("argument", "before", "commas", "is_formatted", "mark", "start")

    def __init__(self, mark, before, start, is_formatted=False):
        self.mark = mark
        self.before = before
        self.start = start
        self.is_formatted = is_formatted
        self.commas = 0
        self.argument = start

    @property
    def is_string(self):
        return self.mark[0] in "'\""


def opened(text):
    """Returns what is open at the end of `text`, the outermost first; None in a comment."""
    stack = []
    position = 0
    while True:
        top = stack[-1] if stack else None
        pattern = _INSIDE if top and top.is_string else _OUTSIDE
        match = pattern.search(text, position)
        if match is None:
            return stack
        position = match.end()
        found = match[0]
        if top and top.is_string:
            position = _inside(text, stack, match)
        elif found[0] == "#":
            if position == len(text):
                return None
        elif match[1]:
            prefix = found.removesuffix(match[1]).lower()
            stack.append(Opened(match[1], match.start(), position, bool({"f", "t"} & set(prefix))))
        elif found in "([{":
            stack.append(Opened(found, match.start(), position))
        elif found in ")]}":
            if stack:
                stack.pop()
        elif found == ",":
            if top:
                top.commas += 1
                top.argument = position
        elif stack and _STATEMENT.match(text, position):
            stack.clear()


def _inside(text, stack, match):
    """Goes on after something that was found in a string; returns where."""
    string = stack[-1]
    if text.startswith(string.mark, match.start()):
        stack.pop()
        return match.start() + len(string.mark)
    if match[0] == "\n" and len(string.mark) == 1:
        stack.pop()
    elif match[0] == "{" and string.is_formatted:
        stack.append(Opened("{", match.start(), match.end()))
    return match.end()


def is_readable(code):
    """Tells whether Python may be asked to parse `code`: on some it breaks down."""
    return max(map(len, code.split("\n"))) <= _LONGEST_LINE


def word(text):
    """Returns the beginning of a name at the end of `text`, or None where a number stands there."""
    found = _WORD.search(text)[0]
    return None if found[:1].isdigit() else found


def primary(text):
    """Returns what could be a name with attributes and keys at the end of `text`, or None.

    What follows a call or a value of another kind is none: it would have to be run.
    """
    cut = text[-_LONGEST_PRIMARY:]
    match = _PRIMARY.search(cut)
    if match is None:
        return None
    before = cut[: match.start()].rstrip()
    return None if before.endswith(".") else match[0].strip()


def named(code, index):
    """Returns the start, the end and the whole expression of the name around a place, or None."""
    start = index - len(_WORD.search(code[:index])[0])
    end = start
    while end < len(code) and (code[end] == "_" or code[end].isalnum()):
        end += 1
    if start == end or code[start].isdigit():
        return None
    expression = primary(code[:end])
    return (start, end, expression) if expression else None


def index_of(code, unit):
    """Returns the index in `code` of a place counted in UTF-16 code units, as browsers count."""
    if code.isascii():
        return min(max(unit, 0), len(code))
    units = 0
    for index, character in enumerate(code):
        if units >= unit:
            return index
        units += _units(character)
    return len(code)


def unit_of(code, index):
    """Returns the place of an index in `code`, counted in UTF-16 code units."""
    return index if code.isascii() else sum(map(_units, code[:index]))


def _units(character):
    return 2 if character > "\uffff" else 1

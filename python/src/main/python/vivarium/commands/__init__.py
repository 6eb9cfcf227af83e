"""The commands of notebooks: `%time x`, `%%html`, `!ls`, `name?`.

`rewriting` makes calls of these functions of them. What is not needed by every cell is imported when
a command needs it: most cells have none.
"""

import sys

from vivarium.commands.usage import Place, UsageError

__all__ = ["UsageError", "capture", "cell", "describe", "line", "line_now", "system"]


def line(name, text):
    """Does what a line `%name text` asks for, and returns its value; what waits, as an awaitable."""
    from vivarium.commands import lines

    return lines.run(name, text, Place(sys._getframe(1)))


def line_now(name, text):
    """Does what a line asks for in a function that cannot await it."""
    from vivarium import waiting
    from vivarium.commands import lines

    return waiting.run_sync(lines.run(name, text, Place(sys._getframe(1))))


async def cell(name, text, body):
    """Does what `%%name text` asks for with the rest of its cell, and returns its value."""
    from vivarium.commands import blocks

    return await blocks.run(name, text, body, Place(sys._getframe(1)))


def system(text):
    """Runs a line `!text`, and prints what it writes."""
    from vivarium.commands import shell

    shell.show(text, Place(sys._getframe(1)))


def capture(text):
    """Runs a line of the shell, and returns the lines that it writes."""
    from vivarium.commands import shell

    return shell.capture(text, Place(sys._getframe(1)))


def describe(name, is_long):
    """Shows what is known of a name, with its source where `is_long` is true."""
    from vivarium.commands import describing

    describing.show(name, is_long, Place(sys._getframe(1)))

"""What `get_ipython()` gives a reader's code: the commands of cells, as functions."""

import sys

from vivarium import tracebacks


class InteractiveShell:
    """The part of IPython's shell that notebooks call."""

    def __init__(self, frame):
        self._frame = frame

    @property
    def user_ns(self):
        """The variables of the cells."""
        return self._frame.f_globals

    @property
    def execution_count(self):
        """The number of the cell that runs."""
        from vivarium import history

        return max(history.codes(self.user_ns), default=0)

    def run_line_magic(self, name, line=""):
        """Does what the line `%name line` does."""
        from vivarium import waiting
        from vivarium.commands import lines

        value = lines.run(name, line, self._place())
        return waiting.run_sync(value) if hasattr(value, "__await__") else value

    def run_cell_magic(self, name, line, cell):
        """Does what a cell does that begins with `%%name line`."""
        from vivarium import waiting
        from vivarium.commands import blocks

        return waiting.run_sync(blocks.run(name, line, cell, self._place()))

    def magic(self, text):
        """Does what the line `%text` does."""
        name, _, line = text.lstrip("%").partition(" ")
        return self.run_line_magic(name, line)

    def system(self, text):
        """Runs a line of the shell, and prints what it writes."""
        from vivarium.commands import shell

        shell.show(text, self._place())

    def getoutput(self, text):
        """Runs a line of the shell, and returns the lines that it writes."""
        from vivarium.commands import shell

        return shell.capture(text, self._place())

    def ev(self, text):
        """Returns the value of an expression."""
        return eval(text, self.user_ns)

    def ex(self, text):
        """Runs statements."""
        exec(text, self.user_ns)

    def push(self, variables):
        """Binds names."""
        self.user_ns.update(variables)

    def __getattr__(self, name):
        raise AttributeError(f"There is no IPython here, and `get_ipython().{name}` is not known.")

    def __repr__(self):
        return "<InteractiveShell: the commands of notebooks, without IPython>"

    def _place(self):
        from vivarium.commands.usage import Place

        return Place(self._frame)


def get_ipython():
    """Returns the commands of notebooks, as functions."""
    shell = shell_for(sys._getframe(1))
    if shell is None:  # Libraries ask so whether they run in a notebook, and wait for its widgets then.
        raise NameError("name 'get_ipython' is not defined")
    return shell


def shell_for(frame):
    """Returns the shell for the code in `frame`; None for that of a library."""
    return InteractiveShell(frame) if tracebacks.is_own(frame.f_code.co_filename) else None

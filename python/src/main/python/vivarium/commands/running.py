"""Runs the Python that a command takes: in its cell's variables, and in the lines that it stands in."""

import ast
import warnings

from vivarium import wheels
from vivarium.commands import rewriting

_FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


def line(text, place):
    """Returns the code of a command's line."""
    tree = _parse(text, place.filename)
    column = place.column(text)
    for node in ast.walk(tree):
        if hasattr(node, "lineno"):
            if node.lineno == 1:
                node.col_offset += column
            if node.end_lineno == 1:
                node.end_col_offset += column
    ast.increment_lineno(tree, place.line - 1)
    return Code(tree, text, place)


def cell(body, place):
    """Returns the code of a cell whose first line is a command."""
    python, put = rewriting.parsed("\n" * place.line + body)
    tree = _parse(python, place.filename)
    put(tree)
    return Code(tree, python, place)


def _parse(text, filename):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return compile(text, filename, "exec", _FLAGS | ast.PyCF_ONLY_AST, dont_inherit=True)


class Code:
    """Python that is ready to run."""

    def __init__(self, tree, text, place):
        self.tree = tree
        self.place = place
        self.setup = []
        self._text = text
        ends = text.rstrip().endswith(";")
        self._is_value = bool(tree.body) and isinstance(tree.body[-1], ast.Expr) and not ends
        self._compiled = None

    @property
    def waits(self):
        """Whether it has to be awaited."""
        return bool(self._code()[0].co_flags & 0x80 or self._code()[1].co_flags & 0x80)

    def place_setup(self, text):
        """Has some statements run before it."""
        self.setup = line(text, self.place).tree.body

    async def provide(self):
        """Unpacks the packages that it imports."""
        await wheels.provide(self._text)

    def variables(self):
        """Returns its variables: those of the function that the command stands in come first."""
        place = self.place
        is_cell = place.locals is place.variables
        return place.variables if is_cell else {**place.variables, **place.locals}

    def run(self):
        """Runs it, and returns the value of its last line."""
        first, last = self._code()
        self._evaluate(first)
        return self._evaluate(last)

    async def run_waiting(self):
        """Runs what waits, and returns the value of its last line."""
        for code in self._code():
            value = self._evaluate(code)
            if code.co_flags & 0x80:
                value = await value
        return value

    def _evaluate(self, code):
        return eval(code, self.place.variables, self.place.locals)

    def _code(self):
        """The statements, and the expression at their end, which may be that there is none."""
        if self._compiled is None:
            body = self.tree.body[:-1] if self._is_value else self.tree.body
            value = self.tree.body[-1].value if self._is_value else ast.Constant(None, lineno=1, col_offset=0)
            trees = ((ast.Module(body, []), "exec"), (ast.Expression(value), "eval"))
            self._compiled = [
                compile(ast.fix_missing_locations(tree), self.place.filename, mode, _FLAGS, dont_inherit=True)
                for tree, mode in trees
            ]
        return self._compiled

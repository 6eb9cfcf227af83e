"""`%%capture`: what a cell writes and shows, kept instead of shown."""

import contextlib
import io
import json
import sys

from vivarium import displays, mimebundles
from vivarium.commands import running
from vivarium.commands.usage import options


class Captured:
    """What a cell has written: `stdout`, `stderr`, and the `outputs` that it has shown."""

    def __init__(self, stdout, stderr, outputs):
        self._stdout = stdout
        self._stderr = stderr
        self._outputs = outputs

    @property
    def stdout(self):
        return self._stdout.getvalue()

    @property
    def stderr(self):
        return self._stderr.getvalue()

    @property
    def outputs(self):
        return [CapturedOutput(output["data"]) for output in self._outputs if "data" in output]

    def show(self):
        """Writes and shows it now."""
        sys.stdout.write(self.stdout)
        sys.stderr.write(self.stderr)
        for output in self._outputs:
            mimebundles.show(json.dumps(output))

    __call__ = show

    def __str__(self):
        return self.stdout


class CapturedOutput:
    """One of the outputs, with its forms by media type."""

    def __init__(self, data):
        self.data = data

    def display(self):
        """Shows it."""
        displays.display(self.data, raw=True)

    def _repr_mimebundle_(self, include=None, exclude=None):
        return self.data

    def __repr__(self):
        return self.data.get("text/plain", "")


async def capture_cell(text, body, place):
    """Runs the cell, and binds what it writes to the name given, if there is one.

    `--no-stdout`, `--no-stderr` and `--no-display` leave some of it where it is.
    """
    long = ["no-stdout", "no-stderr", "no-display"]
    found, words = options("%%capture", text, "", long)
    code = running.cell(body, place)
    await code.provide()
    outputs = []
    stdout, stderr = io.StringIO(), io.StringIO()
    with contextlib.ExitStack() as kept:
        if "no-stdout" not in found:
            kept.enter_context(contextlib.redirect_stdout(stdout))
        if "no-stderr" not in found:
            kept.enter_context(contextlib.redirect_stderr(stderr))
        if "no-display" not in found:
            kept.enter_context(_outputs_into(outputs))
        try:
            value = await code.run_waiting()
            if value is not None:
                displays.display(value)
            displays.end_cell()
        finally:
            if words:
                place.variables[words[0]] = Captured(stdout, stderr, outputs)


@contextlib.contextmanager
def _outputs_into(outputs):
    show = mimebundles.show
    mimebundles.show = lambda output: outputs.append(json.loads(output))
    try:
        yield
    finally:
        mimebundles.show = show

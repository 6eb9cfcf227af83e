"""Connects the packages `comm` and `ipywidgets` with the page."""

import contextvars
import itertools
import sys

from vivarium import comms, displays, runs

_KINDS = {"comm_open": "open", "comm_msg": "msg", "comm_close": "close"}
_outputs = itertools.count(1)


def adapt_comm(package):
    """Has the comms that packages create lead to the page."""
    from comm.base_comm import BaseComm

    class PageComm(BaseComm):
        """A comm whose callbacks belong to the cell that it was made in."""

        def __init__(self, *arguments, **options):
            self.context = contextvars.copy_context()
            super().__init__(*arguments, **options)

        def publish_msg(self, msg_type, data=None, metadata=None, buffers=None, **keys):
            comms.publish(_KINDS[msg_type], self.comm_id, data, metadata, buffers, keys.get("target_name"))

        def handle_msg(self, msg):
            if self._msg_callback:
                self._msg_callback(msg)

    package.create_comm = PageComm


def adapt_ipywidgets(package):
    """Has widgets show what goes wrong in the cell, and `Output` take what is written in it."""
    from ipywidgets.widgets import interaction, widget

    shell = _Shell()
    for module in (widget, interaction):
        module.get_ipython = lambda: shell
    interaction.show_inline_matplotlib_plots = displays.end_cell
    _adapt_output(package.Output)
    package.register_comm_target()


class _Shell:
    """What widgets ask a notebook's shell for."""

    kernel = None

    @staticmethod
    def showtraceback(*_arguments, **_options):
        runs.report(sys.exception())


def _adapt_output(output):
    """What is written in an `Output` belongs to a run of its own, with a number below 0.

    The number is the model's `msg_id`, from which the page knows what to show there.
    """
    entered = contextvars.ContextVar("vivarium.entered", default=())

    def enter(self):
        if not self.msg_id:
            self.msg_id = str(-next(_outputs))
        entered.set((*entered.get(), runs.enter(int(self.msg_id))))

    def leave(self, kind, error, trace):
        if error is not None and isinstance(error, Exception):
            runs.report(error)
        sys.stdout.flush()
        *outer, token = entered.get()
        entered.set(tuple(outer))
        runs.leave(token)
        return isinstance(error, Exception)

    def write(self, text, stream_name):
        with self:
            getattr(sys, stream_name).write(text)

    def append(self, display_object):
        with self:
            displays.display(display_object)

    output.__enter__, output.__exit__ = enter, leave
    output._append_stream_output, output.append_display_data = write, append

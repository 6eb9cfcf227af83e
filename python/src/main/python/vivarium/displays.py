"""What a cell shows besides its last value: `display` and what belongs to it.

The names and arguments are those of `IPython.display`.
"""

import contextvars
import json
import os
import sys

from vivarium import mimebundles

_FIGURES = ("svg", "png")

# Tasks keep what their cell says: others may run when they show something.
_figures_of_cell = contextvars.ContextVar("vivarium.figures", default="")
_figures_chosen = ""


class DisplayHandle:
    """Something that was shown and can be shown anew in its place."""

    def __init__(self, display_id=None):
        self.display_id = _new_id() if display_id is None else str(display_id)

    def __repr__(self):
        return f"<{type(self).__name__} display_id={self.display_id}>"

    def display(self, value, **options):
        """Shows `value` once more, so that `update` changes it too."""
        display(value, display_id=self.display_id, **options)

    def update(self, value, **options):
        """Puts `value` in the place of what was shown."""
        update_display(value, display_id=self.display_id, **options)


def display(
    *values,
    include=None,
    exclude=None,
    raw=False,
    clear=False,
    display_id=None,
    update=False,
    **options,
):
    """Shows values below the cell, each in its richest form.

    `include` and `exclude` name media types; with `raw`, the values are mime bundles themselves.
    With a `display_id`, a name or True, returns a handle that can update what is shown; with
    `update`, does so itself.
    `metadata` and `transient` are taken and do nothing, and so do options that are not known.
    """
    if clear:
        clear_output(wait=True)
    handle = None
    if display_id:
        handle = DisplayHandle(None if display_id is True else display_id)
    for value in values:
        data = _forms(value, include, exclude, raw)
        if data:
            kind = "update_display_data" if update and handle else "display_data"
            output = {"output_type": kind, "data": data}
            if handle:
                output["display_id"] = handle.display_id
            _show(output)
    return handle


def update_display(value, *, display_id, include=None, exclude=None, raw=False, **options):
    """Puts `value` in every place in which something was shown with this `display_id`."""
    options = {"include": include, "exclude": exclude, "raw": raw}
    display(value, display_id=display_id, update=True, **options)


def publish_display_data(data, metadata=None, *, transient=None, **options):
    """Shows a mime bundle."""
    display_id = (transient or {}).get("display_id")
    display(data, raw=True, display_id=display_id, update=options.get("update", False))


def clear_output(wait=False):
    """Takes away what the cell has shown so far; with `wait`, once there is something new."""
    _show({"output_type": "clear_output", "wait": bool(wait)})


def use_figures(*formats):
    """Chooses how Matplotlib's figures are shown where the cell does not say: `svg` or `png`."""
    global _figures_chosen
    _figures_chosen = next((name for name in formats if name in _FIGURES), _figures_chosen)


def figure_format():
    """Returns how figures are to be shown; an empty text when nobody said it."""
    return _figures_of_cell.get() or _figures_chosen


def begin_cell(figures):
    """A cell begins, which says how figures are to be shown, or has an empty text."""
    _figures_of_cell.set(figures if figures in _FIGURES else "")


def end_cell():
    """Shows what the cell drew and did not show."""
    backend = sys.modules.get("vivarium.figures")
    if backend is not None:
        backend.show_all()


def forget_figures():
    """Closes what a cell drew that did not come to its end."""
    backend = sys.modules.get("vivarium.figures")
    if backend is not None:
        backend.close_all()


def _forms(value, include, exclude, raw):
    if raw:
        if not isinstance(value, dict):
            raise TypeError(f"a mime bundle is a dict, not {type(value).__name__}")
        return mimebundles.from_dict(value)
    data = mimebundles.bundle(value)
    wanted = data.keys() if include is None else _types(include)
    return {mime: data[mime] for mime in data if mime in wanted and mime not in _types(exclude)}


def _types(types):
    return {types} if isinstance(types, str) else set(types or ())


def _show(output):
    if mimebundles.show is None:
        raise RuntimeError("display() works in cells")
    mimebundles.show(json.dumps(output))


def _new_id():
    return os.urandom(16).hex()

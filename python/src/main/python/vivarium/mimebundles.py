"""Values as mime bundles, by the methods that Jupyter's objects have."""

import base64
import json

_METHODS = {
    "text/html": "_repr_html_",
    "image/svg+xml": "_repr_svg_",
    "image/png": "_repr_png_",
    "image/jpeg": "_repr_jpeg_",
    "text/markdown": "_repr_markdown_",
    "text/latex": "_repr_latex_",
}

show = None
"""Takes outputs while a cell runs."""


def display(*values):
    """Shows values below the cell, each in its richest form."""
    if show is None:
        raise RuntimeError("display() works while a cell runs")
    for value in values:
        show(json.dumps({"output_type": "display_data", "data": bundle(value)}))


def bundle(value):
    """Returns every form of `value` by media type; `text/plain` is always there."""
    data = {}
    if not isinstance(value, type):
        data.update(_own_bundle(value))
        for mime, method in _METHODS.items():
            if mime not in data:
                form = _call(value, method)
                if form is not None:
                    data[mime] = _text(form)
    if "text/plain" not in data:
        data["text/plain"] = repr(value)
    return data


def _own_bundle(value):
    own = _call(value, "_repr_mimebundle_")
    if isinstance(own, tuple):
        own = own[0]
    if not isinstance(own, dict):
        return {}
    return {mime: _text(form) for mime, form in own.items() if form is not None}


def _call(value, name):
    """Calls a representation method; one that is missing or fails gives None, as in Jupyter."""
    try:
        method = getattr(value, name, None)
        form = method() if callable(method) else None
    except Exception:
        return None
    if isinstance(form, tuple) and name != "_repr_mimebundle_":
        form = form[0]
    return form


def _text(form):
    if isinstance(form, bytes):
        return base64.b64encode(form).decode("ascii")
    return form if isinstance(form, str) else json.dumps(form)

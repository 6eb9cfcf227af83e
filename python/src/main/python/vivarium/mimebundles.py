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
    "application/json": "_repr_json_",
}

_MOST_CHARACTERS = 100_000  # More than anyone reads, little enough for a page.

show = None
"""Takes outputs, once the interpreter is ready for cells."""


def display(*values):
    """Shows values below the cell, each in its richest form."""
    if show is None:
        raise RuntimeError("display() works in cells")
    for value in values:
        show(json.dumps({"output_type": "display_data", "data": bundle(value)}))


def bundle(value):
    """Returns every form of `value` by media type; `text/plain` is always there."""
    data = {}
    if not isinstance(value, type):
        data.update(_own_bundle(value))
        for mime, method in _METHODS.items():
            if mime not in data:
                form = _text(mime, _call(value, method))
                if form is not None:
                    data[mime] = form
    data["text/plain"] = cut(data.get("text/plain") or repr(value))
    return data


def cut(text):
    """Returns `text`, or its beginning and how much more there is."""
    more = len(text) - _MOST_CHARACTERS
    return text if more <= 0 else f"{text[:_MOST_CHARACTERS]}… and {more:,} more characters"


def _own_bundle(value):
    own = _call(value, "_repr_mimebundle_", include=None, exclude=None)
    if not isinstance(own, dict):
        own = _call(value, "_repr_mimebundle_")
    if not isinstance(own, dict):
        return {}
    forms = {mime: _text(mime, form) for mime, form in own.items() if isinstance(mime, str)}
    return {mime: form for mime, form in forms.items() if form is not None}


def _call(value, name, **arguments):
    """Calls a representation method; one that is missing or fails gives None, as in Jupyter.

    With a pair, the second part is metadata.
    """
    try:
        method = getattr(value, name, None)
        form = method(**arguments) if callable(method) else None
    except Exception:
        return None
    return form[0] if isinstance(form, tuple) and form else form


def _text(mime, form):
    """Returns a form as text, or None when it is nothing that the media type can have."""
    if mime == "application/json":
        return None if form is None else _json(form)
    if isinstance(form, bytes):
        return base64.b64encode(form).decode("ascii")
    if isinstance(form, str):
        return form
    return _json(form) if isinstance(form, (dict, list)) else None


def _json(form):
    try:
        return json.dumps(form, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        return None

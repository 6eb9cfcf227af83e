"""Values as mime bundles, by the methods that Jupyter's objects have."""

import base64
import json
import sys

_METHODS = {
    "text/html": "_repr_html_",
    "image/svg+xml": "_repr_svg_",
    "image/png": "_repr_png_",
    "image/jpeg": "_repr_jpeg_",
    "image/gif": "_repr_gif_",
    "text/markdown": "_repr_markdown_",
    "text/latex": "_repr_latex_",
    "application/json": "_repr_json_",
}

_MOST_CHARACTERS = 100_000  # More than anyone reads, little enough for a page.
_LARGEST = 10_000_000  # Of one form, in bytes or characters: more would make a page hard to load.

_write_number = repr

show = None
"""Takes outputs, once the interpreter is ready for cells."""


def bundle(value):
    """Returns every form of `value` by media type; `text/plain` is always there.

    A value that shows itself does so, and has no forms.
    """
    data = {}
    large = {}
    if not isinstance(value, type):
        if _shows_itself(value):
            return data
        if _is_figure(value):
            from vivarium import figures

            return figures.forms(value)
        for mime, form in _own_bundle(value).items():
            _add(mime, form, data, large)
        for mime, method in _METHODS.items():
            if mime not in data:
                _add(mime, _call(value, method), data, large)
    data["text/plain"] = cut(data.get("text/plain") or _plain(value))
    return _with_notice(data, large)


def write_numbers(write):
    """Has `write` make the texts of the numbers with a point that cells show."""
    global _write_number
    _write_number = write


def _plain(value):
    return _write_number(value) if type(value) is float else repr(value)


def from_dict(forms):
    """Returns those of the forms, given by media type, that can be shown."""
    data = {}
    large = {}
    for mime, form in forms.items():
        _add(mime, form, data, large)
    if "text/plain" in data:
        data["text/plain"] = cut(data["text/plain"])
    return _with_notice(data, large)


def _add(mime, form, data, large):
    """Puts a form into `data`, or its size into `large`; what is no form goes nowhere."""
    if not isinstance(mime, str):
        return
    size = len(form) if isinstance(form, (str, bytes)) else 0
    text = None if size > _LARGEST else _text(mime, form)
    size = max(size, 0 if text is None or isinstance(form, bytes) else len(text))
    if size > _LARGEST and mime != "text/plain":
        large[mime] = size
    elif text is not None:
        data[mime] = text


def _with_notice(data, large):
    """Where a form was too large and plain text is all there is, says so."""
    if large and not data.keys() - {"text/plain"}:
        sizes = " and ".join(f"{mime} of {size / 1e6:,.1f} MB" for mime, size in large.items())
        notice = (
            f"[{sizes} left out: a page shows {_LARGEST / 1e6:,.0f} MB of one output. Make it"
            " smaller, or write it to a file.]"
        )
        data["text/plain"] = "\n".join(filter(None, [data.get("text/plain"), notice]))
    return data


def cut(text):
    """Returns `text`, or its beginning and how much more there is."""
    more = len(text) - _MOST_CHARACTERS
    return text if more <= 0 else f"{text[:_MOST_CHARACTERS]}… and {more:,} more characters"


def _own_bundle(value):
    own = _call(value, "_repr_mimebundle_", include=None, exclude=None)
    if not isinstance(own, dict):
        own = _call(value, "_repr_mimebundle_")
    return own if isinstance(own, dict) else {}


def _is_figure(value):
    module = sys.modules.get("matplotlib.figure")
    return module is not None and isinstance(value, module.Figure)


def _shows_itself(value):
    method = getattr(value, "_ipython_display_", None)
    if not callable(method) or hasattr(value, "_ipython_canary_method_should_not_exist_"):
        return False
    try:
        method()
    except NotImplementedError:  # The way to say that it cannot, here.
        return False
    return True


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

"""Showing values to the reader."""

import pyscript._runtime as _runtime

_METHODS = (
    ("savefig", "image/png"),
    ("_repr_png_", "image/png"),
    ("_repr_jpeg_", "image/jpeg"),
    ("_repr_svg_", "image/svg+xml"),
    ("_repr_html_", "text/html"),
    ("_repr_json_", "application/json"),
    ("_repr_javascript_", "application/javascript"),
)


class HTML:
    """Marks a text as HTML: `display(HTML("<b>bold</b>"))`. Scripts in it run."""

    def __init__(self, html):
        self._html = html

    def _repr_html_(self):
        return self._html


def display(*values, target=None, append=True):
    """Shows values in the page, each in a `<div>` of its own.

    A text is shown as it is, never as HTML. Any other value says itself how it is shown, with the
    methods that IPython knows: `_repr_mimebundle_` (its first kind that can be shown), `_repr_png_`,
    `_repr_jpeg_`, `_repr_svg_`, `_repr_html_`, `_repr_json_`, `_repr_javascript_`; figures with
    `savefig` are drawn; the others have their `repr`.

    `target`: the id of the element that gets them, with or without `#`. Without it, they stand
    where the script stands.
    `append=False`: they replace what is in the element; one value alone needs no `<div>` then.

    Raises ValueError when there is no such element.
    """
    if target is None:
        target = _runtime.current_target()
    name = str(target)
    name = name[1:] if name.startswith("#") else name
    shown = [_html(value) for value in values]
    if not values:
        return
    from pyscript import context

    if context.RUNNING_IN_WORKER:
        import pyscript._remote

        found = pyscript._remote.request(["show", name, shown, append])
    else:
        found = _show(context.document, name, shown, append)
    if not found:
        raise ValueError("Cannot find element with id='" + name + "' in the page.")


def _show(document, name, shown, append):
    """Puts pieces of HTML into the element, if there is one with that id."""
    element = document.getElementById(name) if name else None
    if not element:
        return False
    if not append:
        element.replaceChildren()
    alone = not append and len(shown) == 1
    for html in shown:
        if not html:
            continue
        place = element if alone else document.createElement("div")
        place.append(document.createRange().createContextualFragment(html))
        if not alone:
            element.append(place)
    return True


def _html(value):
    """Returns a value as HTML."""
    if isinstance(value, str):
        return _escaped(value)
    for mime, content, about in _forms(value):
        render = _RENDERERS.get(mime)
        if render and content is not None:
            return render(content, about)
    return _escaped(repr(value))


def _forms(value):
    """Yields what a value offers: a media type, the content, and what is to be known of it."""
    if isinstance(value, type):  # Its methods are for its instances.
        return
    bundle = getattr(value, "_repr_mimebundle_", None)
    if callable(bundle):
        found, about = _with_metadata(bundle())
        if isinstance(found, dict):
            for mime in found:
                yield mime, found[mime], (about or {}).get(mime)
    for name, mime in _METHODS:
        method = getattr(value, name, None)
        if callable(method):
            if name == "savefig":
                yield mime, _figure(method), None
            else:
                content, about = _with_metadata(method())
                yield mime, content, about


def _with_metadata(found):
    return found if isinstance(found, tuple) and len(found) == 2 else (found, None)


def _figure(savefig):
    import io

    image = io.BytesIO()
    savefig(image)
    return image.getvalue()


def _escaped(text):
    for character, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "#x27")):
        text = text.replace(character, "&" + name + ";")
    return text


def _plain(content, about):
    return _escaped(str(content))


def _as_it_is(content, about):
    return str(content)


def _json(content, about):
    import json

    return _escaped(content if isinstance(content, str) else json.dumps(content))


def _script(content, about):
    return "<script>" + str(content) + "<" + "/script>"


def _image(kind):
    def render(content, about):
        if not isinstance(content, str):
            import binascii

            content = binascii.b2a_base64(bytes(content)).decode()
        content = "".join(content.split())
        attributes = "".join(
            " " + name + '="' + _escaped(str(about[name])) + '"' for name in (about or {})
        )
        return '<img src="data:' + kind + ";base64," + content + '"' + attributes + ">"

    return render


_RENDERERS = {
    "text/plain": _plain,
    "text/html": _as_it_is,
    "image/png": _image("image/png"),
    "image/jpeg": _image("image/jpeg"),
    "image/svg+xml": _as_it_is,
    "application/json": _json,
    "application/javascript": _script,
}

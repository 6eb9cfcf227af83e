"""The names that notebooks import from `IPython.display`."""

from vivarium.displays import (
    DisplayHandle,
    clear_output,
    display,
    publish_display_data,
    update_display,
    use_figures,
)
from vivarium.media import Audio, IFrame, Image, Video, YouTubeVideo
from vivarium.texts import (
    HTML,
    JSON,
    SVG,
    Code,
    DisplayObject,
    Javascript,
    Latex,
    Markdown,
    Math,
    Pretty,
    ProgressBar,
    TextDisplayObject,
)

__all__ = [
    "HTML",
    "JSON",
    "SVG",
    "Audio",
    "Code",
    "DisplayHandle",
    "DisplayObject",
    "IFrame",
    "Image",
    "Javascript",
    "Latex",
    "Markdown",
    "Math",
    "Pretty",
    "ProgressBar",
    "TextDisplayObject",
    "Video",
    "YouTubeVideo",
    "clear_output",
    "display",
    "display_html",
    "display_jpeg",
    "display_json",
    "display_latex",
    "display_markdown",
    "display_pdf",
    "display_png",
    "display_pretty",
    "display_svg",
    "publish_display_data",
    "set_matplotlib_formats",
    "update_display",
]


def _display_as(mime):
    def display_form(*values, raw=False, metadata=None):
        for value in values:
            display({mime: value} if raw else value, include=None if raw else [mime], raw=raw)

    display_form.__doc__ = f"Shows the form `{mime}` of values; with `raw`, they are that form."
    return display_form


display_html = _display_as("text/html")
display_jpeg = _display_as("image/jpeg")
display_json = _display_as("application/json")
display_latex = _display_as("text/latex")
display_markdown = _display_as("text/markdown")
display_pdf = _display_as("application/pdf")
display_png = _display_as("image/png")
display_pretty = _display_as("text/plain")
display_svg = _display_as("image/svg+xml")


def set_matplotlib_formats(*formats, **options):
    """Chooses how figures are shown: `svg` or `png`, the first of them that is given."""
    use_figures(*formats)

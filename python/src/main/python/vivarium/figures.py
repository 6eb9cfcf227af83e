"""A Matplotlib backend that shows figures below the cell that draws them.

Matplotlib knows it as `module://vivarium.figures`. Figures are shown and closed by `pyplot.show`
and at the end of the cell.
"""

import base64
import io

import matplotlib
from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

from vivarium import displays

_LARGEST_DRAWING = 1_000_000  # In characters; a larger figure is shown as PNG unless asked for.

_shown = []
"""The figures that this cell has shown by name, as they then were."""


class FigureManager(FigureManagerBase):
    """What pyplot keeps a figure in; there is no window."""

    @classmethod
    def pyplot_show(cls, *, block=None):
        show_all()

    def show(self):
        displays.display(self.canvas.figure)


class FigureCanvas(FigureCanvasAgg):
    """A canvas that can be drawn on as any other; it is shown as a whole."""

    manager_class = FigureManager


def show_all():
    """Shows and closes pyplot's figures; one that was displayed and not changed since is closed."""
    for manager in Gcf.get_all_fig_managers():
        figure = manager.canvas.figure
        if figure.stale or not any(figure is shown for shown in _shown):
            displays.display(figure)
    close_all()


def close_all():
    """Closes pyplot's figures."""
    _shown.clear()
    Gcf.destroy_all()


def forms(figure):
    """Returns a figure as SVG or PNG, whichever the cell asks for, with words that stand for it."""
    asked = displays.figure_format()
    data = {"text/plain": repr(figure)}
    words = _words(figure)
    if words:
        data["text/vnd.vivarium.alt"] = words
    drawing = None if asked == "png" else _file(figure, "svg", metadata={"Date": None}).decode()
    if drawing is None or (not asked and len(drawing) > _LARGEST_DRAWING):
        picture = _file(figure, "png", metadata={"Software": None})
        data["image/png"] = base64.b64encode(picture).decode("ascii")
    else:
        data["image/svg+xml"] = drawing
    _shown.append(figure)
    return data


def _file(figure, name, **options):
    file = io.BytesIO()
    # The same figure gives the same bytes.
    with matplotlib.rc_context({"svg.hashsalt": "vivarium"}):
        figure.savefig(file, format=name, dpi=figure.dpi, **options)
    return file.getvalue()


def _words(figure):
    main = getattr(figure, "_suptitle", None)
    titles = [main.get_text()] if main is not None else [axes.get_title() for axes in figure.axes]
    return "; ".join(title for title in titles if title)

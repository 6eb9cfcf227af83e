"""The text-like classes of `IPython.display`: a text, and what kind of text it is."""

import json
import os

from vivarium import displays


class DisplayObject:
    """Data that is shown in a form that its class chooses.

    A text that is the name of a file, or `filename`, is read from the file. `url` is taken for
    files of this site where a class says so; nothing is loaded from anywhere else.
    """

    _binary = False

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if isinstance(data, os.PathLike):
            filename, data = os.fspath(data), None
        elif isinstance(data, str) and url is None and data.startswith(("http://", "https://")):
            url, data = data, None
        elif isinstance(data, str) and filename is None and _is_file(data):
            filename, data = data, None
        self.data = data
        self.url = url
        self.filename = None if filename is None else os.fspath(filename)
        self.metadata = metadata or {}
        self.reload()
        self._check_data()

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__name__} object>"

    def reload(self):
        """Reads the file again, if the data is from one."""
        if self.filename is not None:
            with open(self.filename, "rb") as file:
                data = file.read()
            self.data = data if self._binary else data.decode()
        elif self.url is not None:
            self._take_url()

    def _take_url(self):
        raise ValueError(
            f"{type(self).__name__} cannot load {self.url}: this page takes nothing from other"
            " sites. Give it the data itself, or the name of a file."
        )

    def _check_data(self):
        """Raises TypeError when the data is nothing that can be shown."""


class TextDisplayObject(DisplayObject):
    """Data that is text."""

    def _check_data(self):
        if self.data is not None and not isinstance(self.data, str):
            raise TypeError(f"{type(self).__name__} expects text, not {self.data!r:.80}")


class HTML(TextDisplayObject):
    """HTML, of which scripts, styles and forms are left out when it is shown."""

    def _repr_html_(self):
        return self.data

    def __html__(self):
        return self.data


class Markdown(TextDisplayObject):
    """Markdown, with mathematics between dollars."""

    def _repr_markdown_(self):
        return self.data


class Math(TextDisplayObject):
    """A formula in TeX."""

    def _repr_latex_(self):
        return f"$\\displaystyle {self.data.strip('$')}$"


class Latex(TextDisplayObject):
    """Text with formulas in TeX, each with its delimiters."""

    def _repr_latex_(self):
        return self.data


class SVG(TextDisplayObject):
    """A drawing in SVG; what stands before and after it in a file is left out."""

    def _check_data(self):
        if isinstance(self.data, bytes):
            self.data = self.data.decode()
        super()._check_data()

    def _repr_svg_(self):
        start = self.data.find("<svg")
        end = self.data.rfind("</svg>")
        return self.data[start : end + len("</svg>")] if -1 < start < end else self.data


class JSON(DisplayObject):
    """A value made of dicts, lists, texts and numbers, or JSON itself; shown as a tree."""

    def __init__(self, data=None, url=None, filename=None, expanded=False, metadata=None, **options):
        super().__init__(data, url, filename, metadata)

    def _repr_json_(self):
        return json.loads(self.data) if isinstance(self.data, str) else self.data


class Pretty(TextDisplayObject):
    """Plain text, without the quotes that a text has as a value."""

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/plain": self.data}


class Code(TextDisplayObject):
    """The text of a program."""

    def __init__(self, data=None, url=None, filename=None, language=None):
        super().__init__(data, url, filename)
        ending = os.path.splitext(self.filename or "x.py")[1][1:]
        self.language = language or {"py": "python"}.get(ending, ending)

    def _repr_markdown_(self):
        fence = "```"
        while fence in self.data:
            fence += "`"
        return f"{fence}{self.language}\n{self.data}\n{fence}"

    def __repr__(self):
        return self.data


class Javascript(TextDisplayObject):
    """A script, which is not run."""

    def __init__(self, data=None, url=None, filename=None, lib=None, css=None):
        super().__init__(data, None, filename)
        self.url = url

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/plain": "JavaScript from a cell is not run in this page."}


class ProgressBar(DisplayObject):
    """A bar that fills while a loop runs over it, or while `progress` is set."""

    def __init__(self, total):
        super().__init__()
        self.total = total
        self._progress = 0
        self._handle = displays.DisplayHandle()

    def __repr__(self):
        done = 60 if not self.total else int(60 * self._progress / self.total)
        return f"[{'=' * done}{' ' * (60 - done)}] {self._progress}/{self.total}"

    def _repr_html_(self):
        return f'<progress max="{self.total}" value="{self._progress}"></progress>'

    def display(self):
        self._handle.display(self)

    def update(self):
        self._handle.update(self)

    @property
    def progress(self):
        return self._progress

    @progress.setter
    def progress(self, value):
        self._progress = value
        self.update()

    def __iter__(self):
        self.display()
        self._progress = -1
        return self

    def __next__(self):
        self.progress += 1
        if self.progress >= self.total:
            raise StopIteration
        return self.progress


def _is_file(text):
    try:
        return len(text) < 4096 and "\n" not in text and os.path.isfile(text)
    except (OSError, ValueError):
        return False

"""Reads what package indexes serve: the Simple API, in JSON or in HTML."""

import asyncio
import html.parser
import json
import typing

from pyodide.http import pyfetch

_JSON = ("application/vnd.pypi.simple.v1+json", "application/json")
_HTML = ("application/vnd.pypi.simple.v1+html", "text/html")
ACCEPT = f"{_JSON[0]}, {_HTML[0]};q=0.2, text/html;q=0.1"  # No more: a browser would ask before.
_PASSING = (429, 500, 502, 503, 504)
_TRIES = 3
_PAUSE = 0.5  # Seconds.


class IndexNotUsable(ImportError):
    """An index that cannot be used, and why."""


class Found(typing.NamedTuple):
    """What stands at an address, and where that was in the end."""

    url: str
    kind: str
    content: bytes


async def fetch(url, accept, most):
    """Fetches at most `most` bytes, without cookies; None where there is nothing.

    What passes (a cut connection, a server that is busy) is tried again.
    """
    for attempt in range(1, _TRIES + 1):
        try:
            answer = await pyfetch(
                url, headers={"Accept": accept}, credentials="omit", referrerPolicy="no-referrer"
            )
            if answer.status in (404, 410):
                return None
            if answer.status == 200:
                if int(answer.headers.get("content-length") or 0) > most:
                    raise IndexNotUsable(f"{url} is larger than {most >> 20} MB, which is refused.")
                kind = (answer.headers.get("content-type") or "").partition(";")[0].strip().lower()
                return Found(answer.url, kind, await answer.bytes())
            if answer.status not in _PASSING:
                raise IndexNotUsable(f"{url} answered {answer.status}.")
            problem = f"{url} answers {answer.status}"
        except OSError:
            problem = (
                f"{url} cannot be reached. Either there is no network, or the server does not let"
                " web pages of other sites read it (CORS)"
            )
        if attempt < _TRIES:
            await asyncio.sleep(_PAUSE * attempt)
    raise IndexNotUsable(f"{problem}.")


def page(found):
    """Returns the page of a package as JSON."""
    text = found.content.decode(errors="replace")
    if found.kind in _JSON:
        return text
    if found.kind in _HTML:
        links = _Links()
        links.feed(text)
        links.close()
        return json.dumps({"files": links.files})
    raise IndexNotUsable(
        f"{found.url} is of the type {found.kind!r}, which no package index answers."
        " Is it the address of an index?"
    )


class _Links(html.parser.HTMLParser):
    """The links of a page, as the JSON form has them."""

    def __init__(self):
        super().__init__()
        self.files = []
        self._open = None

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        if tag != "a" or "href" not in values:
            return
        url, _, fragment = values["href"].partition("#")
        self._open = {"filename": "", "url": url, "hashes": _hashes(fragment)}
        if values.get("data-requires-python"):
            self._open["requires-python"] = values["data-requires-python"]
        if "data-yanked" in values:
            self._open["yanked"] = values["data-yanked"] or True
        core = values.get("data-core-metadata", values.get("data-dist-info-metadata", "false"))
        if core and core != "false":
            self._open["core-metadata"] = _hashes(core) or True
        self.files.append(self._open)

    def handle_endtag(self, tag):
        if tag == "a":
            self._open = None

    def handle_data(self, data):
        if self._open is not None:
            self._open["filename"] = (self._open["filename"] + data).strip()


def _hashes(text):
    name, _, value = text.partition("=")
    return {"sha256": value} if name == "sha256" else {}

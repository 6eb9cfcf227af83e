"""The classes of `IPython.display` for pictures, sounds and films, and for other pages."""

import base64
import html
import os
import re
import struct

from vivarium import texts

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_STARTS = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"RIFF": "webp",
}
_ENDINGS = {"jpg": "jpeg", "jpe": "jpeg", "svgz": "svg"}


class _Medium(texts.DisplayObject):
    """Bytes, or the address of a file of this site."""

    _binary = True

    def _take_url(self):
        """Nothing is loaded: the browser does that, for files of this site."""

    def _is_elsewhere(self):
        return self.data is None and self.url is not None and bool(_ELSEWHERE.match(self.url))

    def _not_loaded(self):
        kind = type(self).__name__
        return {
            "text/plain": f"{kind} not shown: this page loads nothing from other sites, and"
            f" {self.url} is one. Save the file beside the page and name it instead."
        }

    def _source(self, mime):
        if self.data is None:
            return self.url or ""
        data = self.data
        return f"data:{mime};base64,{base64.b64encode(data).decode('ascii')}"

    def _check_data(self):
        # Bytes may come as base64, as they are in notebooks.
        if isinstance(self.data, str) and self.filename is None:
            self.data = base64.b64decode(self.data)


class Image(_Medium):
    """A picture: bytes, the name of a file, or an address within this site."""

    def __init__(
        self,
        data=None,
        url=None,
        filename=None,
        format=None,
        embed=None,
        width=None,
        height=None,
        retina=False,
        unconfined=False,
        metadata=None,
        alt=None,
    ):
        self.width = width
        self.height = height
        self.retina = retina
        self.alt = alt
        self._given = format
        super().__init__(data, url, filename, metadata)

    @property
    def format(self):
        """The kind of picture: `png`, `jpeg`, `gif`, `webp` or `svg`."""
        if self._given:
            name = self._given.lower()
        else:
            name = os.path.splitext(self.filename or self.url or "")[1][1:].lower()
            data = self.data if isinstance(self.data, bytes) else b""
            name = next((kind for start, kind in _STARTS.items() if data.startswith(start)), name)
        return _ENDINGS.get(name, name) or "png"

    def _check_data(self):
        if isinstance(self.data, str) and "<svg" in self.data:
            self.data = self.data.encode()
            self._given = self._given or "svg"
        super()._check_data()

    def _repr_mimebundle_(self, include=None, exclude=None):
        if self._is_elsewhere():
            return self._not_loaded()
        name = self.format
        mime = "image/svg+xml" if name == "svg" else f"image/{name}"
        plain = {"text/plain": repr(self)}
        if self.alt:
            plain["text/vnd.vivarium.alt"] = self.alt
        measured = self.width or self.height or self.retina
        if self.data is not None and not measured and name != "webp":
            return {mime: self.data.decode() if name == "svg" else self.data, **plain}
        return {"text/html": self._element(mime), **plain}

    def _element(self, mime):
        width, height = self.width, self.height
        if self.retina and not width and not height and self.format == "png" and self.data:
            width, height = (size // 2 for size in struct.unpack(">II", self.data[16:24]))
        alt = self.alt if self.alt is not None else "Output of the cell, an image"
        return _tag("img", src=self._source(mime), alt=alt, width=width, height=height)


class Audio(_Medium):
    """A sound: bytes of a file, the name of a file, or samples with their `rate` per second."""

    def __init__(
        self,
        data=None,
        filename=None,
        url=None,
        embed=None,
        rate=None,
        autoplay=False,
        normalize=True,
        *,
        element_id=None,
    ):
        self.autoplay = autoplay
        if data is not None and not isinstance(data, (str, bytes, os.PathLike)):
            if rate is None:
                raise ValueError("rate must be given when the data is made of samples")
            data = _wave(data, rate, normalize)
        super().__init__(data, url, filename)

    def _repr_mimebundle_(self, include=None, exclude=None):
        if self._is_elsewhere():
            return self._not_loaded()
        ending = os.path.splitext(self.filename or self.url or "x.wav")[1][1:].lower()
        mime = {"mp3": "audio/mpeg", "oga": "audio/ogg", "m4a": "audio/mp4"}.get(
            ending, f"audio/{ending}"
        )
        tag = _tag("audio", src=self._source(mime), controls=True, autoplay=self.autoplay)
        return {"text/html": f"{tag}</audio>"}


class Video(_Medium):
    """A film: bytes of a file, the name of a file, or an address within this site."""

    def __init__(
        self,
        data=None,
        url=None,
        filename=None,
        embed=None,
        mimetype=None,
        width=None,
        height=None,
        html_attributes="controls",
    ):
        self.width = width
        self.height = height
        self.mimetype = mimetype
        super().__init__(data, url, filename)

    def _repr_mimebundle_(self, include=None, exclude=None):
        if self._is_elsewhere():
            return self._not_loaded()
        ending = os.path.splitext(self.filename or self.url or "x.mp4")[1][1:].lower()
        mime = self.mimetype or f"video/{'ogg' if ending == 'ogv' else ending}"
        tag = _tag(
            "video", src=self._source(mime), controls=True, width=self.width, height=self.height
        )
        return {"text/html": f"{tag}</video>"}


class IFrame:
    """Another page, to which a link is shown: pages within this one are not."""

    def __init__(self, src, width=None, height=None, extras=None, **options):
        self.src = src
        self.width = width
        self.height = height

    def _repr_mimebundle_(self, include=None, exclude=None):
        address = html.escape(str(self.src))
        return {
            "text/html": f'<p>Frames are not shown in this page. <a href="{address}">Open'
            f" {address}</a></p>",
            "text/plain": f"Frames are not shown in this page: {self.src}",
        }


class YouTubeVideo(IFrame):
    """A film on YouTube, to which a link is shown."""

    def __init__(self, id, width=400, height=300, **options):
        self.id = id
        super().__init__(f"https://www.youtube.com/watch?v={id}", width, height)


def _tag(name, **attributes):
    parts = [name]
    for attribute, value in attributes.items():
        if value is True:
            parts.append(attribute)
        elif value is not None and value is not False:
            parts.append(f'{attribute}="{html.escape(str(value))}"')
    return f"<{' '.join(parts)}>"


def _wave(samples, rate, normalize):
    """Returns a WAV file with 16 bits a sample; samples are of one channel, or one list each."""
    channels = [samples] if not hasattr(samples[0], "__len__") else list(samples)
    channels = [[float(sample) for sample in channel] for channel in channels]
    largest = max((abs(sample) for channel in channels for sample in channel), default=0) or 1
    if not normalize:
        if largest > 1:
            raise ValueError("samples must be between -1 and 1 when normalize is False")
        largest = 1
    values = [round(sample / largest * 32767) for frame in zip(*channels) for sample in frame]
    data = struct.pack(f"<{len(values)}h", *values)
    count = len(channels)
    sizes = struct.pack("<HHIIHH", 1, count, rate, rate * count * 2, count * 2, 16)
    head = b"WAVEfmt " + struct.pack("<I", 16) + sizes + b"data" + struct.pack("<I", len(data))
    return b"RIFF" + struct.pack("<I", len(head) + len(data)) + head + data

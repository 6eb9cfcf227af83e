"""What a wheel has in it that nobody has checked before."""

import base64
import csv
import hashlib
import io
import zipfile

MOST_PACKED = 256 << 20  # Bytes. More than the largest packages that run in a browser.
_MOST_UNPACKED = 1 << 30
_MOST_FILES = 50_000
_MOST_METADATA = 4 << 20
_MOST_RECORD = 32 << 20
_SIGNATURES = ("RECORD", "RECORD.jws", "RECORD.p7s")  # A wheel cannot record them.
_KIND, _LINK = 0o170000, 0o120000


class UnsafeWheel(ImportError):
    """A wheel that is not unpacked, and why."""


def check(file, content):
    """Raises unless all files of a wheel are whole and belong below the folder for packages."""
    with _open(file, content) as wheel:
        entries = wheel.infolist()
        if len(entries) > _MOST_FILES or sum(each.file_size for each in entries) > _MOST_UNPACKED:
            raise UnsafeWheel(f"{file} is not unpacked: it is too large for a browser.")
        for entry in entries:
            parts = entry.filename.split("/")
            if ".." in parts or "" in parts[:-1] or "\\" in entry.filename or ":" in parts[0]:
                raise UnsafeWheel(f"{file} is not unpacked: {entry.filename!r} lies outside of it.")
            if (entry.external_attr >> 16) & _KIND == _LINK:
                raise UnsafeWheel(f"{file} is not unpacked: {entry.filename!r} is a link.")
        try:
            damaged = wheel.testzip()
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
            raise UnsafeWheel(f"{file} cannot be unpacked: {error}.") from None
        if damaged:
            raise UnsafeWheel(f"{file} is damaged: {damaged!r} cannot be read.")
        _compare(file, wheel)


def _compare(file, wheel):
    """Raises unless a wheel has the very files that it records.

    https://packaging.python.org/en/latest/specifications/binary-distribution-format/
    """
    records = [name for name in wheel.namelist() if name.endswith(".dist-info/RECORD")]
    if len(records) != 1 or wheel.getinfo(records[0]).file_size > _MOST_RECORD:
        raise UnsafeWheel(f"{file} is no wheel: it does not record its files.")
    rows = csv.reader(wheel.read(records[0]).decode(errors="replace").splitlines())
    recorded = {row[0]: row[1] for row in rows if len(row) > 1}
    folder = records[0].removesuffix("RECORD")
    names = [name for name in wheel.namelist() if not name.endswith("/")]
    for name in names:
        if name in (folder + signature for signature in _SIGNATURES):
            continue
        algorithm, _, expected = recorded.get(name, "").partition("=")
        if algorithm not in ("sha256", "sha384", "sha512"):
            raise UnsafeWheel(f"{file} is not unpacked: it does not record {name!r}.")
        digest = hashlib.new(algorithm, wheel.read(name)).digest()
        if base64.urlsafe_b64encode(digest).decode().rstrip("=") != expected.rstrip("="):
            raise UnsafeWheel(f"{file} is damaged: {name!r} is not the file that it records.")
    if missing := set(recorded) - set(names):
        raise UnsafeWheel(f"{file} is damaged: {min(missing)!r} is missing.")


def metadata(file, content):
    """Returns what a wheel says of itself."""
    with _open(file, content) as wheel:
        for entry in wheel.infolist():
            folder, _, name = entry.filename.partition("/")
            if folder.endswith(".dist-info") and name == "METADATA":
                if entry.file_size <= _MOST_METADATA:
                    return wheel.read(entry).decode(errors="replace")
    return ""


def _open(file, content):
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile:
        raise UnsafeWheel(f"{file} is no wheel: it cannot be unpacked.") from None

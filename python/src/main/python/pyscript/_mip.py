"""Packages for MicroPython: what `import mip` gives in a page. Waits for the network, as scripts that install do."""


def install(package, index=None, target="/lib", version=None, mpy=False):
    """Installs a package, and what it needs, into `target`.

    `package`: a name, perhaps with `@` and a version, that `index` knows; or the address of a file,
    or of a `package.json`. `index`: the address of an index such as MicroPython's own: none is asked
    by itself. `mpy`: whether to take compiled files; those that are not are taken everywhere.

    Raises ValueError when `package` says nothing that can be installed, and OSError when it is not
    there.
    """
    if "://" in package or package[0] in "./":
        url = _absolute(package)
        if url.split("?")[0].endswith(".json"):
            _take(url, index, target, mpy)
        else:
            _write(target, url.split("?")[0].split("/")[-1], _fetched(url))
        return
    if ":" in package:
        raise ValueError("mip cannot install '" + package + "': give the address of its package.json")
    if not index:
        raise ValueError("mip has no index to find '" + package + "' in: name one in index_urls")
    name, _, wanted = package.partition("@")
    kind = _version() if mpy else "py"
    parts = (index.rstrip("/"), "package", kind, name, (version or wanted or "latest") + ".json")
    _take("/".join(parts), index, target, mpy)


def _take(url, index, target, mpy):
    """Installs what a description at an address names."""
    import json

    told = json.loads(_fetched(url))
    for path, digest in told.get("hashes", ()):
        _write(target, path, _fetched("/".join((index.rstrip("/"), "file", digest[:2], digest))))
    for path, source in told.get("urls", ()):
        _write(target, path, _fetched(_absolute(source, url)))
    for name, version in told.get("deps", ()):
        install(name, index, target, version, mpy)


def _version():
    import sys

    return str(getattr(sys.implementation, "_mpy", 0) & 0xFF)


def _absolute(url, base=None):
    import js
    from pyscript import _runtime

    return js.URL.new(url, base or _runtime.bridge.base).href


def _fetched(url):
    import js

    request = js.XMLHttpRequest.new()
    request.open("GET", url, False)
    request.overrideMimeType("text/plain; charset=x-user-defined")  # Each byte as a character.
    request.send()
    if request.status != 200:
        raise OSError(url + " was answered with " + str(request.status))
    return bytes([ord(each) & 0xFF for each in request.responseText])


def _write(target, path, content):
    import os

    parts = path.split("/")
    if "" in parts or ".." in parts:
        raise ValueError("a package cannot write to '" + path + "'")
    folder = target
    for part in parts[:-1]:
        folder += "/" + part
        try:
            os.mkdir(folder)
        except OSError:
            pass  # It is there.
    with open(target + "/" + path, "wb") as file:
        file.write(content)

"""The packages of a page: the wheels that its site has, and which of them Python has unpacked."""

import ast
import asyncio
import importlib
import io
import json
import os

_DATA = ".data"
_LIBRARIES = ("purelib", "platlib")

_offered = {}
_installed = {}  # The versions, by name. They stay in a memory image, as the files do.
_indexes = []  # The addresses that the author allows.
_fetch = None
_installer = None


async def start(packages, fetch, installer=None):
    """Takes what the site offers, a JSON list, and unpacks what the page wants.

    An entry with `index` is the address of a package index that cells may install from. `fetch(url,
    again)` promises the bytes of a file, from no cache where `again` is true; `installer()` promises
    the script that chooses from indexes. A package that cannot be had is no reason not to start: the
    cell that imports it says what is wrong.
    """
    global _fetch, _installer
    _fetch, _installer = fetch, installer
    entries = json.loads(packages)
    _indexes[:] = [each["url"] for each in entries if "index" in each]
    _offered.update((each["name"], each) for each in entries if "index" not in each)
    wanted = [name for name, each in _offered.items() if each["wanted"]]
    await asyncio.gather(*(_install(name) for name in wanted), return_exceptions=True)


def is_installed(name):
    """Tells whether a package is where Python finds it."""
    return name in _installed


def is_offered(name):
    """Tells whether the site has a package."""
    return name in _offered


def version(name):
    """Returns the version of a package that the site has or Python has unpacked."""
    return _installed.get(name) or _offered[name]["version"]


def indexes():
    """Returns the addresses of the package indexes that cells may install from, in order."""
    return list(_indexes) if _installer else []


async def installer():
    """Returns the script that chooses what to install from indexes."""
    return await _installer()


def names():
    """Returns the names of all packages, in order."""
    return sorted({*_offered, *_installed})


def package_of(module):
    """Returns the package that has a module and is not there yet; None where there is none."""
    for name, each in _offered.items():
        if name not in _installed and module in each["modules"]:
            return name
    return None


async def provide(code):
    """Unpacks the packages that `code` imports, as far as the site has them."""
    if not all(name in _installed for name in _offered):
        missing = {package_of(module) for module in _modules(code)} - {None}
        await install(sorted(missing))
    if indexes():
        from vivarium import indexed

        await indexed.provide(code)


async def install(wanted):
    """Unpacks packages that the site has, and what they need, unless they are there."""
    found = []
    for name in (waiting := list(wanted)):
        if name in _offered and name not in _installed and name not in found:
            found.append(name)
            waiting.extend(_offered[name]["needs"])
    await asyncio.gather(*(_install(name) for name in found))


async def _install(name):
    if name in _installed:
        return
    offered = _offered[name]
    try:
        content = await _bytes(offered["url"], False)
        if _hash(content) != offered["sha256"]:
            content = await _bytes(offered["url"], True)
    except Exception as error:
        reason = str(error).removeprefix("Error: ").removeprefix("TypeError: ")
        message = f"The package {name} cannot be loaded: {reason}"
        raise ImportError(message, name=name) from None
    unpack(name, offered["version"], offered["sha256"], content)


async def _bytes(url, again):
    return (await _fetch(url, again)).to_bytes()


def _hash(content):
    import hashlib

    return hashlib.sha256(content).hexdigest()


def unpack(name, version, expected, content):
    """Puts the files of a wheel where Python finds them.

    The build has checked what is in the file that has the hash `expected`; no other is unpacked.
    """
    content = content if isinstance(content, bytes) else content.to_bytes()
    found = _hash(content)
    if found != expected:
        message = (
            f"The package {name} is not loaded: its file has the SHA-256 {found},"
            f" and the page expects {expected}. It was changed after the site was built."
        )
        raise ImportError(message, name=name)
    put(name, version, content)


def put(name, version, content):
    """Puts the files of a wheel that was checked where Python finds them."""
    import site
    import zipfile

    folder = site.getsitepackages()[0]
    with zipfile.ZipFile(io.BytesIO(content)) as wheel:
        for entry in wheel.infolist():
            path = _path(entry.filename)
            if path is None or entry.is_dir():
                continue
            target = os.path.join(folder, path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(wheel.read(entry))
    importlib.invalidate_caches()
    _installed[name] = version


def _path(path):
    """Where a file of a wheel belongs; None for programs and the like, which nobody calls here."""
    first, _, rest = path.partition("/")
    if not first.endswith(_DATA):
        return path
    kind, _, rest = rest.partition("/")
    return rest if kind in _LIBRARIES else None


def _modules(code):
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]

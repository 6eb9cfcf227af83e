"""Installing from the package indexes that the author of a page allows.

`installer.js` chooses releases. It asks for nothing itself: what it has to know is fetched here, and
what it chose is checked and unpacked when all of it is there.
"""

import ast
import asyncio
import hashlib
import importlib.metadata
import json
import platform
import sys
import sysconfig

from vivarium import archives, packages, simple, wheels

_MOST_PAGE = 64 << 20  # Bytes.

_chosen = []
_failed = {}


class PackageNotInstalled(ValueError):
    """A package that cannot be installed, and why."""


def allowed(addresses=()):
    """Returns the indexes to ask: those given, which the page has to allow, or all that it allows."""
    known = wheels.indexes()
    for address in (wanted := [f"{str(each).rstrip('/')}/" for each in addresses]):
        if address not in known:
            has = f" It allows {', '.join(known)}." if known else ""
            raise PackageNotInstalled(
                f"This page may not install from {address}.{has} Who writes the page can allow it:"
                f" `install-from: [{address}]` at the top of the document."
            )
    return wanted or list(_chosen) or known


def choose(addresses):
    """Asks only these indexes from now on, which the page has to allow."""
    _chosen[:] = allowed([addresses] if isinstance(addresses, str) else addresses)


def failure(module):
    """Returns why a package could not be installed that brings `module`; empty when none was tried."""
    return _failed.get(module, "")


async def provide(code):
    """Installs what is well known to bring the modules that `code` imports and that are not there.

    Where that cannot be done, the import says why.
    """
    for module in sorted(set(_needed(code))):
        if packages.is_there(module):
            continue
        name = (await wheels.installer()).distribution(module) or (
            module if packages.is_known(module) else ""
        )
        if name:
            try:
                await install([name], allowed())
                _failed.pop(module, None)
            except (PackageNotInstalled, ImportError) as error:
                _failed[module] = str(error)


def _needed(code):
    """The modules that are imported; in `try`, an import may fail."""
    try:
        waiting = [ast.parse(code)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in waiting:
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]
        elif not isinstance(node, (ast.Try, ast.TryStar)):
            waiting.extend(ast.iter_child_nodes(node))


async def install(requirements, addresses, alone=False):
    """Installs what fulfils `requirements` and what that needs, all or nothing; returns the names."""
    choice = (await wheels.installer()).choose(json.dumps(_request(requirements, addresses, alone)))
    with _Progress() as progress:
        progress.show(f"Looking for {', '.join(requirements)} …")
        loaded = {}
        while "questions" in (step := json.loads(choice.next())):
            await _together(_answer(choice, loaded, **each) for each in step["questions"])
        if "problem" in step:
            raise PackageNotInstalled(_sentence(step["problem"]))
        size = {}
        await _together(_load(progress, size, loaded, each) for each in step["wheels"])
        await wheels.install(step["here"])
        for each in step["wheels"]:
            wheels.put(each["name"], each["version"], loaded[each["url"]])
    names = [each["name"] for each in step["wheels"]] + step["here"]
    return sorted(names, key=lambda name: not any(_is_for(text, name) for text in requirements))


def _request(requirements, addresses, alone):
    return {
        "python": platform.python_version(),
        "abi": sysconfig.get_config_var("PYODIDE_ABI_VERSION"),
        "emscripten": platform.release(),
        "machine": platform.machine(),
        "wanted": requirements,
        "here": {name: wheels.version(name) for name in wheels.names()},
        "indexes": addresses,
        "alone": alone,
    }


def _is_for(requirement, name):
    text = requirement.strip().lower().replace("_", "-").replace(".", "-")
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()


def _sentence(text):
    return text[:1].upper() + text[1:]


async def _together(tasks):
    """Waits for all, also when one fails: nothing goes on behind the cell's back."""
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(result, BaseException):
            raise result


async def _answer(choice, loaded, kind, key, sha256):
    if kind == "here":
        choice.answer(key, key, await _own_metadata(key))
        return
    most = archives.MOST_PACKED if kind == "wheel" else _MOST_PAGE
    found = await simple.fetch(key, simple.ACCEPT if kind == "page" else "*/*", most)
    if found is None:
        choice.absent(key)
        return
    _check(key, found.content, sha256)
    if kind == "wheel":
        loaded[key] = found.content
        text = archives.metadata(key, found.content)
    else:
        text = simple.page(found) if kind == "page" else found.content.decode(errors="replace")
    choice.answer(key, found.url, text)


async def _own_metadata(name):
    """What a package of the site says that it needs."""
    await wheels.install([name])
    try:
        return importlib.metadata.distribution(name).read_text("METADATA")
    except importlib.metadata.PackageNotFoundError:
        return f"Name: {name}\nVersion: {wheels.version(name)}\n"


async def _load(progress, size, loaded, wheel):
    key = wheel["url"]
    if key not in loaded:
        found = await simple.fetch(key, "*/*", archives.MOST_PACKED)
        if found is None:
            raise PackageNotInstalled(f"{wheel['file']} is in the index, but not at {key}.")
        _check(key, found.content, wheel["sha256"])
        loaded[key] = found.content
    archives.check(wheel["file"], loaded[key])
    size[key] = len(loaded[key])
    progress.show(f"{len(size)} loaded, {sum(size.values()) / 1e6:.1f} MB: {wheel['file']} …")


def _check(url, content, expected):
    found = hashlib.sha256(content).hexdigest()
    if expected and found != expected:
        raise PackageNotInstalled(
            f"{url} is not what the index says: its SHA-256 is {found}, and should be {expected}."
        )


class _Progress:
    """A line that says what goes on, and is gone when that is over."""

    def __enter__(self):
        return self

    def show(self, text):
        sys.stdout.write(f"\r\x1b[K{text}")
        sys.stdout.flush()

    def __exit__(self, *_):
        sys.stdout.write("\r\x1b[K")

"""Installing at run time: what the site has of what a cell asks for, and what to do for the rest."""

import re
import shlex

from vivarium import wheels
from vivarium.commands.usage import UsageError

_NAME = re.compile(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(\[[^]]*\])?\s*([^;]*)")
_CLAUSE = re.compile(r"\s*(===|==|~=|!=|<=|>=|<|>)\s*([^\s,]+)\s*")


class PackageNotLocked(ValueError):
    """A package that the lock file does not have."""


async def pip(arguments):
    """Does what `%pip install` and `%pip list` are asked to, and says what is there then."""
    words = iter(shlex.split(arguments, comments=True))
    command = next(words, "")
    if command == "install":
        await _install(words)
    elif command in ("list", "freeze"):
        for name in filter(wheels.is_installed, wheels.names()):
            print(f"{name}=={wheels.version(name)}")
    else:
        raise UsageError(f"`%pip {command}` does not work in a page: `%pip install` and `%pip list` do.")


async def _install(words):
    wanted, indexes, alone = [], [], False
    for word in words:
        option, _, value = word.partition("=")
        if option in ("-r", "--requirement", "-e", "--editable"):
            raise PackageNotLocked(
                f"{word} names files, which this page does not have: give the names of packages."
            )
        if option in ("-i", "--index-url", "--extra-index-url"):
            indexes.append(value or next(words, ""))
        elif option == "--no-deps":
            alone = True
        elif not word.startswith("-"):
            wanted.append(word)
    for name in await install(wanted, indexes, alone):
        print(f"{name} {wheels.version(name)} is installed.")


async def install(requirements, indexes=(), alone=False):
    """Unpacks the packages that fulfil `requirements`; returns their names, and what came with them.

    A package that is there is left as it is. What the site does not have comes from `indexes`, which
    the page has to allow, or from all that it allows; `alone` leaves out what the packages need.
    """
    requirements = [requirements] if isinstance(requirements, str) else list(map(str, requirements))
    if indexes or wheels.indexes():
        from vivarium import indexed

        addresses = indexed.allowed(indexes)
        if not all(_is_at_hand(requirement) for requirement in requirements):
            return await indexed.install(requirements, addresses, alone)
    names = [_locked(requirement) for requirement in requirements]
    await wheels.install(names)
    return names


async def provide(names):
    """Unpacks packages of the site, and asks no index for others."""
    await wheels.install([_locked(name) for name in names])


def _is_at_hand(requirement):
    try:
        return "[" not in requirement and ";" not in requirement and bool(_locked(requirement))
    except PackageNotLocked:
        return False


def _locked(requirement):
    found = _NAME.fullmatch(requirement.split(" #")[0].strip())
    name = re.sub(r"[-_.]+", "-", found[1]).lower() if found and "@" not in requirement else None
    marker = requirement.partition(";")[0].strip()
    if name is None or not (wheels.is_offered(name) or wheels.is_installed(name)):
        known = wheels.names()
        has = f"It has {', '.join(known)}. " if known else ""
        raise PackageNotLocked(
            f"This page does not have `{marker}`, and installs from its own site only. {has}"
            f"Who writes the page can add it: `packages: [{marker}]` at the top of the document,"
            " then `vivarium lock`, and build again."
        )
    version = wheels.version(name)
    for operator, wanted in _CLAUSE.findall(found[3].partition(";")[0]):
        if not _holds(version, operator, wanted):
            raise PackageNotLocked(
                f"This page has {name} {version}, not `{marker}`. Who writes the page can change"
                f" that: `packages: [\"{marker}\"]` at the top of the document, then"
                f" `vivarium lock`, and build again."
            )
    return name


def _holds(version, operator, wanted):
    prefix = wanted.removesuffix(".*")
    if wanted != prefix:
        same = f"{version}.".startswith(f"{prefix}.")
        return same if operator == "==" else not same if operator == "!=" else True
    here, there = _release(version), _release(wanted)
    length = max(len(here), len(there))
    one, other = (each + (0,) * (length - len(each)) for each in (here, there))
    match operator:
        case "==" | "===":
            return version == wanted or (one == other and _is_plain(version) and _is_plain(wanted))
        case "!=":
            return version != wanted and one != other
        case "<=":
            return one <= other
        case ">=":
            return one >= other
        case "<":
            return one < other
        case ">":
            return one > other
    return one >= other and here[: len(there) - 1] == there[:-1]


def _release(version):
    return tuple(int(part) for part in re.match(r"v?(?:\d+!)?([\d.]*)", version)[1].split(".") if part)


def _is_plain(version):
    return re.fullmatch(r"[\d.]+", version) is not None


async def load_package(names, *_options, **_more):
    """Stands in for Pyodide's `loadPackage`, also for JavaScript's."""
    names = names.to_py() if hasattr(names, "to_py") else names
    await install(names)


async def load_packages_from_imports(code, *_options, **_more):
    """Stands in for Pyodide's `loadPackagesFromImports`."""
    await wheels.provide(code)

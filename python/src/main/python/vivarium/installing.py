"""Installing at run time: what the site has of what a cell asks for, and what to do for the rest."""

import re
import shlex

from vivarium import wheels

_NAME = re.compile(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(\[[^]]*\])?\s*([^;]*)")
_CLAUSE = re.compile(r"\s*(===|==|~=|!=|<=|>=|<|>)\s*([^\s,]+)\s*")
_PIP = re.compile(
    r"^([ \t]*)[%!][ \t]*(?:python3? +-m +)?(?:uv +)?pip3?[ \t]+install\b([^\n]*)$", re.MULTILINE
)


class PackageNotLocked(ValueError):
    """A package that the lock file does not have."""


def as_python(code):
    """Returns `code` with its lines `%pip install …` as Python, line by line."""
    if not _PIP.search(code) or _is_python(code):
        return code
    return _PIP.sub(_call, code)


def _call(found):
    wanted = found[2].strip()
    return f"{found[1]}await __import__('vivarium.installing').installing.pip({wanted!r})"


def _is_python(code):
    try:
        compile(code, "<input>", "exec", flags=0x2000, dont_inherit=True)  # With top-level await.
    except (SyntaxError, ValueError):
        return False
    return True


async def pip(arguments):
    """Does what `%pip install` is asked to, and says what is there then."""
    words = shlex.split(arguments, comments=True)
    wanted = [word for word in words if not word.startswith("-")]
    for option in words:
        if option.split("=")[0] in ("-r", "--requirement", "-e", "--editable"):
            raise PackageNotLocked(
                f"{option} names files, which this page does not have: give the names of packages."
            )
    for name in await install(wanted):
        print(f"{name} {wheels.version(name)} is installed.")


async def install(requirements):
    """Unpacks the packages that fulfil `requirements`; returns their names.

    A package that is there is left as it is.
    """
    if isinstance(requirements, str):
        requirements = [requirements]
    names = [_locked(str(requirement)) for requirement in requirements]
    await wheels.install(names)
    return names


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

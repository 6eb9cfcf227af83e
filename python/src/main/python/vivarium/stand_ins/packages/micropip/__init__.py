"""Installs packages, under micropip's names: from the site of the page, and from the indexes that it allows."""

import warnings

from vivarium import installing, wheels

__all__ = ["freeze", "install", "list", "set_index_urls"]


async def install(
    requirements,
    keep_going=False,
    deps=True,
    credentials=None,
    pre=False,
    index_urls=None,
    *,
    constraints=None,
    reinstall=False,
    verbose=None,
):
    """Installs packages; what cannot be installed is an error that says what to do.

    All or nothing is installed, and `keep_going` changes nothing: the error names all there is to say.
    """
    given = {
        "credentials": credentials,
        "pre": pre,
        "constraints": constraints,
        "reinstall": reinstall,
    }
    if unheeded := [name for name, value in given.items() if value]:
        warnings.warn(
            f"micropip.install() does not heed {', '.join(unheeded)} here: what is installed stays,"
            " releases are chosen as for `vivarium lock`, and no cookies are sent."
            " Name the version you want in the requirement.",
            stacklevel=2,
        )
    indexes = [index_urls] if isinstance(index_urls, str) else index_urls or ()
    await installing.install(requirements, indexes, alone=not deps)


def set_index_urls(urls):
    """Has `install` ask these indexes only; the page has to allow them."""
    from vivarium import indexed

    indexed.choose(urls)


def list():
    """Returns the versions of the installed packages, by name."""
    return {name: wheels.version(name) for name in wheels.names() if wheels.is_installed(name)}


def freeze():
    """Returns the requirements that name what is installed."""
    return "\n".join(f"{name}=={version}" for name, version in list().items())

"""Installs packages from the site that a page belongs to, under micropip's names."""

from vivarium import installing, wheels

__all__ = ["freeze", "install", "list"]


async def install(requirements, *_options, **_more):
    """Installs packages that the site has; for any other the error says what to do."""
    await installing.install(requirements)


def list():
    """Returns the versions of the installed packages, by name."""
    return {name: wheels.version(name) for name in wheels.names() if wheels.is_installed(name)}


def freeze():
    """Returns the requirements that name what is installed."""
    return "\n".join(f"{name}=={version}" for name, version in list().items())

"""Packages that are not Python's own: what a reader is told who imports one."""

import importlib.util
import sys

from vivarium import wheels

_INSTEAD = {
    "numpy": "Lists, `math` and `statistics` can do much of what it is used for.",
    "pandas": "`csv` reads tables, and lists of dictionaries hold them.",
    "matplotlib": "",
    "scipy": "`statistics` and `math` have the common functions.",
    "requests": "`pyodide.http.pyfetch` fetches pages where their server allows it.",
    "sympy": "`fractions` and `decimal` calculate exactly.",
    "yaml": "`json` reads and writes data in a similar form.",
    "bs4": "`html.parser` reads HTML.",
    "lxml": "`xml.etree.ElementTree` reads XML.",
    "dateutil": "`datetime` and `zoneinfo` have dates and time zones.",
    "pytz": "`zoneinfo` has time zones.",
    "simplejson": "`json` does the same.",
    "attr": "`dataclasses` does much the same.",
    "pytest": "`assert` and `unittest` check results.",
    "networkx": "",
    "sklearn": "",
    "seaborn": "",
    "plotly": "",
    "tensorflow": "",
    "torch": "",
    "PIL": "",
    "cv2": "",
    "pygame": "",
    "flask": "",
    "django": "",
    "tqdm": "",
}


def is_known(name):
    """Tells whether the package is one that people import."""
    return name.split(".")[0] in _INSTEAD


def is_there(name):
    """Tells whether a module can be imported."""
    try:
        return importlib.util.find_spec(name.split(".")[0]) is not None
    except (ImportError, ValueError, AttributeError):
        return False


def _not_installed(module):
    from vivarium import indexed

    failure = indexed.failure(module)
    if failure:
        return f"This page does not have `{module}`, and it could not be installed. {failure}"
    return (
        f"This page does not have `{module}`. `%pip install NAME` installs the package that brings it,"
        f" if {' or '.join(wheels.indexes())} has it: mostly, it has the same name."
    )


def missing(name):
    """Returns what to say of a package that this page does not have."""
    root = name.split(".")[0]
    if root in sys.stdlib_module_names:
        return f"`{root}` belongs to Python, but not to Python in a browser, where it could not work."
    unused = wheels.package_of(root)
    if unused:
        return f"The site has the package `{unused}`, but it is not installed: `%pip install {unused}` does that."
    if wheels.indexes():
        return _not_installed(root)
    known = f", and {', '.join(wheels.names())}" if wheels.names() else ""
    said = f"This page does not have the package `{root}`: it has what Python itself brings{known}."
    instead = _INSTEAD.get(root, "")
    return f"{said} {instead}" if instead else said

"""Adapts packages for notebooks, as they are imported, that look for Jupyter's kernel."""

import importlib.machinery
import sys

_ADAPTED = ("comm", "ipywidgets")


class _Finder:
    """Finds a package where it is, and has it adapted when its code has run."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name not in _ADAPTED:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            execute = spec.loader.exec_module
            spec.loader.exec_module = lambda module: (execute(module), _adapt(module))
        return spec


def start():
    """From now on these packages are adapted."""
    if _Finder not in sys.meta_path:
        sys.meta_path.insert(0, _Finder)


def _adapt(module):
    from vivarium import widgets

    getattr(widgets, f"adapt_{module.__name__}")(module)

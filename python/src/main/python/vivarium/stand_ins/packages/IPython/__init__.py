"""The part of IPython that shows things, for code that was written for notebooks."""

from IPython.core.getipython import get_ipython
from IPython.display import display

__all__ = ["display", "get_ipython"]
__version__ = "8.0.0"
version_info = (8, 0, 0, "")

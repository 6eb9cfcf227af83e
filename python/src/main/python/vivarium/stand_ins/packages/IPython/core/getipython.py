"""There is no shell, but the commands of notebooks."""

import sys

from vivarium import interactive


def get_ipython():
    """Returns the commands of notebooks as functions, and to libraries None, as where no shell runs.

    So tqdm draws its bars as text, pandas and Matplotlib do as in any Python, and no library waits
    for widgets or a shell's events, none of which are there.
    """
    return interactive.shell_for(sys._getframe(1))

"""Packages that other code asks for in a notebook, as far as they mean something here.

They are found when nothing else has their name: a package that somebody installs comes first.
"""

import os
import sys

FOLDER = os.path.join(os.path.dirname(__file__), "packages")


def find_last():
    """Makes the packages importable, after all others."""
    if FOLDER not in sys.path:
        sys.path.append(FOLDER)


def provide(name):
    """Tells whether a module is one of these; whoever asks for it imports it, in no time."""
    return os.path.isdir(os.path.join(FOLDER, name.partition(".")[0]))

"""There is no shell."""


def get_ipython():
    """Returns None, as IPython does where no shell runs.

    So tqdm draws its bars as text, pandas and Matplotlib do as in any Python, and no library waits
    for widgets, magics or a shell's events, none of which are there.
    """
    return None

"""Where older code looks for some of the names of `IPython.display`."""

"""Where older code looks for the names of `IPython.display`."""

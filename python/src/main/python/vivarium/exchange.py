"""Lets the scripts of a page read and set variables, as JSON.

A script's `kernel.get` and `kernel.set` run a line that calls one of these. Neither leaves anything
behind in the variables it looks at.
"""

import json

from vivarium import mimebundles


def get(namespace, name):
    """Shows the variable as JSON; raises `NameError` or `TypeError` when that cannot be done."""
    if name not in namespace:
        raise NameError(f"name {name!r} is not defined")
    text = json.dumps(namespace[name], default=_plain, allow_nan=False)
    mimebundles.show(json.dumps({"output_type": "display_data", "data": {"application/json": text}}))


def put(namespace, name, text):
    """Sets the variable to the value that `text` is the JSON of."""
    namespace[name] = json.loads(text)


def _plain(value):
    if isinstance(value, (set, frozenset)):
        return list(value)
    for method in ("tolist", "to_dict"):  # NumPy's arrays and numbers; pandas.
        if callable(getattr(value, method, None)):
            return getattr(value, method)()
    raise TypeError(f"a value of type {type(value).__name__} cannot be given to the page's scripts")

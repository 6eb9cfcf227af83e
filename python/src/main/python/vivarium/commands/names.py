"""`%who`, `%whos` and `%reset`: the variables of the cells."""

import fnmatch

from vivarium import listing
from vivarium.commands.usage import UsageError, options

_EMPTY = "There are no variables."
_WIDEST = 60  # Characters of a value.


def who_ls_line(text, place):
    """Returns the names of the variables, of the types that are named."""
    wanted = text.split()
    return [each["name"] for each in _entries(place) if not wanted or each["type"] in wanted]


def who_line(text, place):
    """Prints the names of the variables."""
    print(*(who_ls_line(text, place) or [_EMPTY]), sep="\t")


def whos_line(text, place):
    """Prints the variables, their types and what they are."""
    wanted = text.split()
    rows = [
        (each["name"], each["type"], _value(each))
        for each in _entries(place)
        if not wanted or each["type"] in wanted
    ]
    if not rows:
        print(_EMPTY)
        return
    rows.insert(0, ("Variable", "Type", "Value"))
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for count, (name, kind, value) in enumerate(rows):
        print(f"{name:{widths[0]}}   {kind:{widths[1]}}   {value}".rstrip())
        if not count:
            print("-" * (sum(widths) + 11))


def _value(entry):
    text = " ".join(filter(None, [entry["shape"] and f"({entry['shape']})", entry["value"]]))
    text = " ".join(text.split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _entries(place):
    return listing.entries(place.variables, 0)


def reset_line(text, place):
    """Forgets all variables; without `-f`, asks first."""
    found, _ = options("%reset", text, "fs")
    if "f" not in found and input("Forget all variables (y/[n])? ").strip().lower() not in ("y", "yes"):
        print("Nothing was forgotten.")
        return
    from vivarium import history

    for name in listing.names(place.variables, True):
        place.variables.pop(name, None)
    history.forget(place.variables)


def xdel_line(text, place):
    """Forgets variables."""
    for name in text.split():
        if name not in place.variables:
            raise UsageError(f"%xdel: there is no variable `{name}`.")
        del place.variables[name]


def matching(pattern, variables):
    """Returns the names that a pattern with `*` fits."""
    import builtins

    known = {*listing.names(variables, True), *vars(builtins)}
    return sorted(name for name in known if fnmatch.fnmatchcase(name, pattern))

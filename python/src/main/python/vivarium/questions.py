"""Answers what the editor asks while a reader writes."""

import json

from vivarium import cells


def answer(about, code, caret, environment):
    """Returns what is known, as JSON; `null` where nothing is.

    `about` is `completion`, `signature`, `documentation`, `hover`, `syntax` or `variables`. Places are counted in
    UTF-16 code units. Whatever goes wrong, there is only no answer: the code may be anything, and
    so may the objects it names.
    """
    try:
        return json.dumps(_answer(about, code, caret, cells.variables(environment)))
    except BaseException:
        return "null"


def _answer(about, code, unit, variables):
    # Imported when they are needed first, unless they came with the image.
    from vivarium import caret, completion, documentation, syntax

    if about == "variables":
        from vivarium import listing

        return listing.listed(variables)
    at = caret.index_of(code, unit)
    if about == "completion":
        found = completion.complete(code, at, variables)
    elif about == "signature":
        found = documentation.signature(code, at, variables)
    elif about in ("documentation", "hover"):
        found = documentation.document(code, at, variables, about == "hover")
    else:
        found = syntax.check(code) if about == "syntax" else None
    if found is None:
        return None
    places = [key for key in ("from", "to") if key in found]
    return {**found, **{key: caret.unit_of(code, found[key]) for key in places}}

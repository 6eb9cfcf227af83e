"""`%history`: the cells that ran."""

from vivarium import history
from vivarium.commands.usage import options


def history_line(text, place):
    """Prints the cells that ran before: all, the last ones (`-l 5`), with their numbers (`-n`)."""
    found, words = options("%history", text, "nopl:")
    cells = list(history.codes(place.variables).items())[:-1]
    if found.get("l", "").isdecimal():
        cells = cells[-int(found["l"]) :]
    if words:
        wanted = {number for word in words for number in _range(word)}
        cells = [each for each in cells if each[0] in wanted]
    for number, code in cells:
        print(f"{number}: {code}" if "n" in found else code)


def _range(word):
    first, dash, last = word.partition("-")
    if not first.isdecimal() or (dash and not last.isdecimal()):
        return []
    return range(int(first), int(last or first) + 1) if not dash or len(last) < 7 else []


hist_line = history_line

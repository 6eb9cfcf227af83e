"""JSON for values that contain themselves, in the format of JavaScript's `flatted`.

A text is a JSON array. Its first item is the value; lists and dictionaries in it, and texts, stand
as texts with the number of the item that holds them.
"""


def stringify(value, *options, **more):
    """Returns a value of lists, dictionaries, texts, numbers, booleans and None as text."""
    import json

    items = []
    places = {}  # By id() of lists and dictionaries, and by texts themselves.

    def place(each):
        if isinstance(each, (list, tuple, dict)):
            key = id(each)
        elif isinstance(each, str):
            key = each
        else:
            return each
        if key not in places:
            places[key] = len(items)
            items.append(each)
        return str(places[key])

    if not isinstance(value, (list, tuple, dict, str)):
        return json.dumps([value], *options, **more)
    place(value)
    flat = []
    while len(flat) < len(items):
        each = items[len(flat)]
        if isinstance(each, dict):
            flat.append({str(key): place(each[key]) for key in each})
        elif isinstance(each, (list, tuple)):
            flat.append([place(item) for item in each])
        else:
            flat.append(each)
    return json.dumps(flat, *options, **more)


def parse(text, *options, **more):
    """Returns the value that `stringify`, or JavaScript's `flatted`, made a text of."""
    import json

    items = json.loads(text, *options, **more)
    made = []
    for each in items:
        made.append({} if isinstance(each, dict) else [] if isinstance(each, list) else each)

    def value(each):
        return made[int(each)] if isinstance(each, str) else each

    for each, new in zip(items, made):
        if isinstance(each, dict):
            for key in each:
                new[key] = value(each[key])
        elif isinstance(each, list):
            new.extend([value(item) for item in each])
    return made[0]

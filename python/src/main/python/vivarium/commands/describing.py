"""`name?` and `name??`: what is known of a name, and its source."""

import html
import inspect

from vivarium import displays, documentation, mimebundles, objects
from vivarium.commands.usage import UsageError

_LONGEST_SOURCE = 20_000  # Characters.


def show(name, is_long, place):
    """Shows what is known of `name`, an expression or a command."""
    if name.startswith("%"):
        _show_command(name)
    elif "*" in name:
        from vivarium.commands import names

        print("\n".join(names.matching(name, place.variables)) or f"No name fits `{name}`.")
    else:
        _show_value(name, is_long, place)


def _show_value(name, is_long, place):
    variables = {**place.variables, **place.locals}
    try:
        known = documentation.described(name, variables)
    except objects.Unknown:
        try:  # Whoever asks about a property or a key wants its value.
            value = eval(name, variables)
        except Exception:
            print(f"`{name}` is not known.")
            return
        known = documentation.about(name, value)
    else:
        value = known.pop("value")
    source = _source(value) if is_long else ""
    _show(known["title"], known["text"], _file(value), source)


def _show_command(name):
    import importlib

    from vivarium.commands import blocks, lines

    bare = name.lstrip("%")
    for prefix, table, ending in (("%", lines._COMMANDS, "line"), ("%%", blocks.COMMANDS, "cell")):
        if bare in table and (prefix == "%" or name.startswith("%%") or bare not in lines._COMMANDS):
            entry = table[bare]
            module = importlib.import_module(f"vivarium.commands.{entry if isinstance(entry, str) else entry[0]}")
            function = getattr(module, f"{bare}_{ending}", None) or getattr(module, ending)
            _show(prefix + bare, inspect.getdoc(function) or "", "", "")
            return
    raise UsageError(lines._unknown(name.lstrip("%") if not name.startswith("%%") else name[1:]))


def _show(title, text, file, source):
    parts = [title, text, source and f"Source:\n{source}", file and f"File: {file}"]
    plain = "\n\n".join(part for part in parts if part)
    marked = [f"<p><code>{html.escape(title)}</code></p>"]
    if text:
        marked.append(f"<pre>{html.escape(text)}</pre>")
    if source:
        marked.append(f"<p>Source</p><pre><code>{html.escape(source)}</code></pre>")
    if file:
        marked.append(f"<p>File: <code>{html.escape(file)}</code></p>")
    displays.display({"text/plain": plain, "text/html": "".join(marked)}, raw=True)


def _source(value):
    try:
        return mimebundles.cut(inspect.getsource(value).rstrip("\n"))[:_LONGEST_SOURCE]
    except (OSError, TypeError):
        return "It is not written in Python, or its text is not here."


def _file(value):
    try:
        name = inspect.getfile(value)
    except (OSError, TypeError):
        return ""
    return "" if name.startswith("<") else name


def pinfo_line(text, place):
    """Shows what is known of a name."""
    show(text, False, place)


def pinfo2_line(text, place):
    """Shows what is known of a name, and its source."""
    show(text, True, place)


pdoc_line = pdef_line = pinfo_line
psource_line = pinfo2_line

"""What could be written at the caret."""

import keyword
import os
import re
import sys
import zipimport

from vivarium import caret, objects, signatures

_MOST = 1000  # Entries; more than anyone scrolls through.
_IMPORT = re.compile(r"\s*(?:from\s+([\w.]*)|import\s+(?:[\w.]+(?:\s+as\s+\w+)?\s*,\s*)*([\w.]*))$")
_IMPORT_FROM = re.compile(r"\s*from\s+([\w.]+)\s+import\s+\(?(?:[\w\s,]*,)?\s*(\w*)$")
_TAKES_PATHS = re.compile(
    r"\b(?:open|Path|chdir|exists|isfile|isdir|listdir|imread|read_\w+|load\w*)\s*$"
)
_COMMAND = re.compile(r"\s*(%%?)(\w*)$")
_PROGRAM = re.compile(r"\s*!(\w*)$")
_WITH_PATHS = re.compile(r"\s*(?:!.*|%(?:cd|run|load|%(?:writefile|file)|[a-z]{2,5}) .*?)([^\s'\"|<>;]*)$")
_MODULE_FILE = re.compile(r"([^\W\d]\w*)(?:\.[\w-]+)*\.(?:pyc?|so)$")


def complete(code, at, variables):
    """Returns where the word at the caret begins, and what it could become, or None.

    `at` is the caret, and so is what is returned, as an index in `code`.
    """
    text = code[:at]
    word = caret.word(text)
    line = text[text.rfind("\n") + 1 :]
    command = _in_command(text, at, line)
    if command is not None:
        return command
    imported = _imported(line)
    if imported is not None and word is not None:
        return _answer(at - len(word), word, imported)
    opened = caret.opened(text)
    if opened is None:
        return None
    if opened and opened[-1].is_string:
        return _in_string(code, at, opened, variables)
    return None if word is None else _in_code(code, at, word, opened, variables)


def _in_command(text, at, line):
    """What a line of a notebook's own could go on with; None where it is Python."""
    if not line.lstrip().startswith(("%", "!")) or caret.opened(text[: len(text) - len(line)]):
        return None
    from vivarium.commands import blocks, lines, tools

    found = _COMMAND.match(line)
    if found:
        known = blocks.names() if found[1] == "%%" else {*lines.names(), *tools.ALSO_MAGIC}
        names = [(found[1] + name, "function") for name in sorted(known)]
        return _answer(at - len(found[1] + found[2]), found[1] + found[2], names)
    found = _PROGRAM.match(line)
    if found:
        return _answer(at - len(found[1]), found[1], [(name, "function") for name in sorted(tools.names())])
    found = _WITH_PATHS.match(line)
    if found:
        name = found[1].rpartition("/")[2]
        return _answer(at - len(name), name, _files(found[1][: len(found[1]) - len(name)]))
    return None


def _in_code(code, at, word, opened, variables):
    start = at - len(word)
    before = code[:start].rstrip()
    if before.endswith("."):
        return _answer(start, word, _members(before[:-1], variables, code))
    options = _arguments(code, at, opened, variables)
    if opened and opened[-1].mark == "[" and opened[-1].start == start:
        keys = _keys(code[: opened[-1].before], variables, code)
        options += [(_written(key), "key") for key in keys]
    options += [(name, objects.kind_of(value)) for name, value in _sorted(variables)]
    options += [(name, "keyword") for name in keyword.kwlist]
    options += [(name, objects.kind_of(value)) for name, value in _sorted(vars(objects.builtins))]
    return _answer(start, word, options)


def _sorted(variables):
    names = sorted(name for name in list(variables) if type(name) is str and name.isidentifier())
    return [(name, variables[name]) for name in names if name in variables]


def _members(before, variables, code):
    expression = caret.primary(before)
    if expression is None:
        return list(objects.names("").items()) if before.endswith(("'", '"')) else []
    try:
        value = objects.find(expression, variables, code)
    except objects.Unknown:
        return []
    return list(objects.names(value).items())


def _arguments(code, at, opened, variables):
    """The names of arguments that the call in progress still takes."""
    call = signatures.call_at(code, at, opened, variables)
    if call is None or "=" in code[call.argument : at]:
        return []
    given = set(re.findall(r"(\w+)\s*=(?!=)", code[call.start : call.argument]))
    return [(f"{name}=", "argument") for name in call.signature.keywords() if name not in given]


def _keys(before, variables, code):
    expression = caret.primary(before)
    if expression is None:
        return []
    try:
        return objects.keys(objects.find(expression, variables, code))
    except objects.Unknown:
        return []


def _written(key):
    return '"' + _escaped(key, '"') + '"' if isinstance(key, str) else repr(key)


def _escaped(text, quote):
    """Returns a text as it stands between quotes of one kind."""
    written = {"\\": "\\\\", quote: f"\\{quote}", "\n": "\\n", "\r": "\\r"}
    return "".join(written.get(character, character) for character in text)


def _in_string(code, at, opened, variables):
    string = opened[-1]
    outer = opened[-2] if len(opened) > 1 else None
    written = code[string.start : at]
    if "\n" in written or "\\" in written:
        return None
    if outer and outer.mark == "[" and outer.start == string.before:
        keys = _keys(code[: outer.before], variables, code)
        texts = [(_escaped(key, string.mark[0]), "key") for key in keys if isinstance(key, str)]
        answer = _answer(string.start, written, texts)
        return answer and {**answer, "closing": f"{string.mark}]"}
    is_argument = outer and outer.mark == "("
    takes_paths = is_argument and _TAKES_PATHS.search(code[: outer.before])
    if not string.is_formatted and (takes_paths or "/" in written):
        name = written[written.rfind("/") + 1 :]
        return _answer(at - len(name), name, _files(written[: len(written) - len(name)]))
    return None


def _files(folder):
    try:
        with os.scandir(os.path.expanduser(folder) or ".") as entries:
            found = sorted((entry.name, entry.is_dir()) for entry in entries)
    except (OSError, ValueError):
        return []
    return [(f"{name}/", "folder") if is_folder else (name, "file") for name, is_folder in found]


def _imported(line):
    """What an import statement that ends at the caret could go on with; None when there is none."""
    match = _IMPORT_FROM.match(line)
    if match:
        module = sys.modules.get(match[1])
        found = dict.fromkeys(_modules(match[1]), "namespace")
        return list((found | (objects.names(module) if module else {})).items())
    match = _IMPORT.match(line)
    if match is None:
        return None
    parent = (match[1] or match[2] or "").rpartition(".")[0]
    return [(name, "namespace") for name in _modules(parent)]


def _modules(parent):
    """The names of the modules in a package, or of all there are, without importing any."""
    folders = [entry or "." for entry in sys.path]
    package = sys.modules.get(parent)
    if parent:
        own = vars(package).get("__path__") if package else None
        folders = list(own or [f"{folder}/{parent.replace('.', '/')}" for folder in folders])
    found = set() if parent else set(sys.builtin_module_names)
    for folder in folders:
        found.update(_in_archive(folder) if ".zip" in folder else _in_folder(folder))
    return sorted(found)


def _in_folder(folder):
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                match = _MODULE_FILE.match(entry.name)
                if match:
                    yield match[1]
                elif entry.name.isidentifier() and entry.is_dir():
                    yield entry.name
    except OSError:
        return


def _in_archive(folder):
    """Python keeps the list of an archive that it imports from: nothing is read here."""
    archive, _, inside = folder.partition(".zip")
    prefix = f"{inside.strip('/')}/".lstrip("/")
    for name in zipimport._zip_directory_cache.get(f"{archive}.zip", ()):
        if name.startswith(prefix):
            first, slash, _ = name[len(prefix) :].partition("/")
            match = _MODULE_FILE.match(first)
            if match:
                yield match[1]
            elif slash and first.isidentifier():
                yield first


def _answer(start, word, options):
    """Names with a leading underscore are for who asks for them."""
    wanted = {}
    for name, kind in options:
        if not name.startswith("_") or word.startswith("_"):
            wanted.setdefault(name, kind)
    beginning = word.lower()
    chosen = [[name, kind] for name, kind in wanted.items() if name.lower().startswith(beginning)]
    return {"from": start, "options": chosen[:_MOST]} if chosen else None

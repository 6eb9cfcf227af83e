"""The programs of the shell: what they do with files, they do with those that `open` sees."""

import fnmatch
import getopt
import os
import shutil
import stat
import time

# Those that people also write with `%`.
ALSO_MAGIC = ("cat", "cp", "ls", "ll", "mkdir", "mv", "rm", "rmdir", "touch", "head", "tail")
_UNITS = "BKMGT"


class Call:
    """A program that runs: what it reads, what it has written, and how it ended."""

    def __init__(self, input, place):
        self.input = input
        self.place = place
        self.out = self.err = ""
        self.code = 0
        self._name = ""
        self._options = {}

    def run(self, name, arguments):
        """Runs a program, whose failures are what it writes."""
        self._name = name
        program, options = _PROGRAMS[name]
        try:
            if options is None:
                words = arguments
            else:
                found, words = getopt.gnu_getopt(arguments, *options)
                self._options = {key.lstrip("-"): value for key, value in found}
            program(self, words)
        except getopt.GetoptError as error:
            self.fail(f"{error}")
        except OSError as error:
            self.fail(f"{error.filename or ''}: {error.strerror or error}")
        except UnicodeDecodeError:
            self.fail("this is no text")

    def has(self, *names):
        return any(name in self._options for name in names)

    def value(self, *names, default=None):
        return next((self._options[name] for name in names if name in self._options), default)

    def write(self, text):
        self.out += text

    def fail(self, message):
        self.err += f"{self._name}: {message}\n" if self._name else f"{message}\n"
        self.code = 1

    def read(self, name):
        """Takes a file as what the program reads."""
        try:
            self.input = _text(name)
        except (OSError, UnicodeDecodeError) as error:
            self.fail(f"{name}: {getattr(error, 'strerror', 'this is no text')}")

    def texts(self, names):
        """The names and contents of files; what the program reads, where none is named."""
        for name in names or ["-"]:
            try:
                yield name, self.input if name == "-" else _text(name)
            except IsADirectoryError:
                self.fail(f"{name}: Is a directory")
            except OSError as error:
                self.fail(f"{name}: {error.strerror}")


def names():
    """Returns the names of all programs."""
    return _PROGRAMS.keys()


def _text(name):
    with open(name, encoding="utf-8", newline="") as file:
        return file.read()


def _lines(text):
    """The lines of a text with their ends; the last one gets the end that it may lack."""
    lines = text.split("\n")
    return [line + "\n" for line in (lines[:-1] if lines[-1] == "" else lines)]


def _ls(call, names):
    folders = []
    files = []
    for name in names or ["."]:
        if os.path.isdir(name) and not call.has("d"):
            folders.append(name)
        elif os.path.lexists(name):
            files.append(name)
        else:
            call.fail(f"{name}: No such file or directory")
    _list(call, "", files)
    if call.has("R"):
        folders = [each for name in folders for each, _, _ in sorted(os.walk(name))]
    for count, folder in enumerate(folders):
        if len(folders) + bool(files) > 1:
            call.write(("\n" if count or files else "") + f"{folder}:\n")
        found = [name for name in os.listdir(folder) if call.has("a", "A") or not name.startswith(".")]
        _list(call, folder, sorted(found))


def _list(call, folder, names):
    entries = [(name, os.lstat(os.path.join(folder, name))) for name in names]
    if call.has("t", "S"):
        entries.sort(key=lambda it: -(it[1].st_mtime if call.has("t") else it[1].st_size))
    if call.has("r"):
        entries.reverse()
    sizes = [_size(status.st_size, call.has("h")) for _, status in entries]
    width = max(map(len, sizes), default=0)
    for (name, status), size in zip(entries, sizes):
        mark = "/" if call.has("F", "p") and stat.S_ISDIR(status.st_mode) else ""
        if call.has("l"):
            when = time.strftime("%Y-%m-%d %H:%M", time.localtime(status.st_mtime))
            call.write(f"{stat.filemode(status.st_mode)}  {size:>{width}}  {when}  {name}{mark}\n")
        else:
            call.write(f"{name}{mark}\n")


def _ll(call, names):
    call._options["l"] = ""
    _ls(call, names)


def _size(size, is_readable):
    if not is_readable or size < 1024:
        return str(size)
    unit = 0
    while size >= 1024 and unit < len(_UNITS) - 1:
        size /= 1024
        unit += 1
    return f"{size:.1f}{_UNITS[unit]}"


def _cat(call, names):
    text = "".join(text for _, text in call.texts(names))
    if call.has("n"):
        text = "".join(f"{number:6}\t{line}" for number, line in enumerate(_lines(text), 1))
    call.write(text)


def _part(call, names, take):
    for count, (name, text) in enumerate(call.texts(names)):
        if len(names) > 1:
            call.write(("\n" if count else "") + f"==> {name} <==\n")
        call.write(take(text))


def _short(arguments):
    """`-5` means `-n 5`."""
    return [f"-n{word[1:]}" if word[:1] == "-" and word[1:].isdecimal() else word for word in arguments]


def _head(call, arguments):
    count, size, names = _counts(call, arguments)
    if size is not None:
        return _part(call, names, lambda text: text.encode()[:size].decode(errors="replace"))
    return _part(call, names, lambda text: "".join(_lines(text)[:count]))


def _tail(call, arguments):
    count, size, names = _counts(call, arguments)
    if size is not None:
        return _part(call, names, lambda text: text.encode()[-size:].decode(errors="replace"))
    is_from = str(call.value("n", default="")).startswith("+")
    first = count - 1 if is_from else -count
    return _part(call, names, lambda text: "".join(_lines(text)[first:] if first else _lines(text)))


def _counts(call, arguments):
    found, names = getopt.gnu_getopt(_short(arguments), "n:c:q", ["lines=", "bytes="])
    call._options = {key.lstrip("-"): value for key, value in found}
    try:
        size = call.value("c", "bytes")
        return int(call.value("n", "lines", default="10")), size and int(size), names
    except ValueError:
        raise getopt.GetoptError("the number is none") from None


def _wc(call, names):
    wanted = [name for name in "lwmc" if call.has(name)] or ["l", "w", "c"]
    total = [0] * len(wanted)
    rows = []
    for name, text in call.texts(names):
        counts = {
            "l": text.count("\n"),
            "w": len(text.split()),
            "m": len(text),
            "c": len(text.encode()),
        }
        row = [counts[each] for each in wanted]
        total = [one + other for one, other in zip(total, row)]
        rows.append((row, "" if name == "-" else name))
    if len(rows) > 1:
        rows.append((total, "total"))
    width = max((len(str(number)) for row, _ in rows for number in row), default=0)
    for row, name in rows:
        call.write(" ".join([*(f"{number:{width}}" for number in row), name]).rstrip() + "\n")


def _grep(call, words):
    import re

    pattern = call.value("e") or (words.pop(0) if words else None)
    if pattern is None:
        raise getopt.GetoptError("the pattern is missing")
    try:
        expression = re.escape(pattern) if call.has("F") else pattern
        expression = rf"\b(?:{expression})\b" if call.has("w") else expression
        searched = re.compile(expression, re.IGNORECASE if call.has("i") else 0)
    except re.error as error:
        raise getopt.GetoptError(f"the pattern: {error}") from None
    if call.has("r", "R"):
        words = [each for word in words or ["."] for each in _files(word)]
    found = False
    for name, text in call.texts(words):
        prefix = f"{name}:" if (len(words) > 1 or call.has("r", "R", "H")) and not call.has("h") else ""
        lines = [
            (number, line)
            for number, line in enumerate(_lines(text), 1)
            if bool(searched.search(line[:-1])) != call.has("v")
        ]
        found = found or bool(lines)
        if call.has("l"):
            call.write(f"{name}\n" * bool(lines))
        elif call.has("c"):
            call.write(f"{prefix}{len(lines)}\n")
        elif not call.has("q"):
            for number, line in lines:
                parts = (
                    [f"{match[0]}\n" for match in searched.finditer(line[:-1])]
                    if call.has("o")
                    else [line]
                )
                count = f"{number}:" if call.has("n") else ""
                call.write("".join(f"{prefix}{count}{part}" for part in parts))
    call.code = call.code or int(not found)


def _files(folder):
    if os.path.isfile(folder):
        return [folder]
    return [os.path.join(each, name) for each, _, names in sorted(os.walk(folder)) for name in sorted(names)]


def _mkdir(call, names):
    for name in names:
        os.makedirs(name, exist_ok=True) if call.has("p") else os.mkdir(name)


def _rmdir(call, names):
    for name in names:
        os.rmdir(name)


def _rm(call, names):
    for name in names:
        if not os.path.lexists(name):
            if not call.has("f"):
                call.fail(f"{name}: No such file or directory")
        elif not os.path.isdir(name) or os.path.islink(name):
            os.remove(name)
        elif not call.has("r", "R"):
            call.fail(f"{name}: Is a directory")
        elif os.path.commonpath([os.path.realpath(name), os.getcwd()]) == os.path.realpath(name):
            call.fail(f"{name}: the folder that names of files count from is in it")
        else:
            shutil.rmtree(name)


def _cp(call, names):
    for source, target in _pairs(names):
        if os.path.isdir(source) and not call.has("r", "R", "a"):
            call.fail(f"{source}: Is a directory")
        elif os.path.isdir(source):
            shutil.copytree(source, target, dirs_exist_ok=True)
        elif not (call.has("n") and os.path.exists(target)):
            shutil.copyfile(source, target)


def _mv(call, names):
    for source, target in _pairs(names):
        if not (call.has("n") and os.path.exists(target)):
            shutil.move(source, target)


def _pairs(names):
    if len(names) < 2:
        raise getopt.GetoptError("two names are needed")
    *sources, target = names
    is_folder = os.path.isdir(target)
    if len(sources) > 1 and not is_folder:
        raise getopt.GetoptError(f"{target} is no folder")
    for source in sources:
        name = os.path.basename(os.path.normpath(source))
        yield source, os.path.join(target, name) if is_folder else target


def _pwd(call, _names):
    call.write(os.getcwd() + "\n")


def _cd(_call, names):
    os.chdir(names[0] if names else os.path.expanduser("~"))


def _echo(call, words):
    is_open = words[:1] == ["-n"]
    reads_marks = words[:1] == ["-e"]
    text = " ".join(words[1:] if is_open or reads_marks else words)
    text = text.replace("\\n", "\n").replace("\\t", "\t") if reads_marks else text
    call.write(text + ("" if is_open else "\n"))


def _touch(_call, names):
    for name in names:
        with open(name, "a"):
            os.utime(name)


def _find(call, words):
    start = 0
    while start < len(words) and not words[start].startswith("-"):
        start += 1
    folders, tests = words[:start] or ["."], words[start:]
    if any(name not in _FINDS for name in tests[::2]) or len(tests) % 2:
        raise getopt.GetoptError(f"of the tests, there are {', '.join(_FINDS)}, each with a value")
    wanted = dict(zip(tests[::2], tests[1::2]))
    most = int(wanted["-maxdepth"]) if wanted.get("-maxdepth", "").isdecimal() else None
    for folder in folders:
        for path, depth in _below(folder, most):
            if _is_found(path, depth, wanted):
                call.write(path + "\n")


_FINDS = ("-name", "-iname", "-path", "-type", "-maxdepth", "-mindepth")


def _below(path, most, depth=0):
    os.lstat(path)
    yield path, depth
    if os.path.isdir(path) and not os.path.islink(path) and (most is None or depth < most):
        for name in sorted(os.listdir(path)):
            yield from _below(os.path.join(path, name), most, depth + 1)


def _is_found(path, depth, wanted):
    name = os.path.basename(path)
    is_kind = {"f": os.path.isfile, "d": os.path.isdir, "l": os.path.islink}.get(wanted.get("-type"))
    return (
        fnmatch.fnmatchcase(name, wanted.get("-name", "*"))
        and fnmatch.fnmatchcase(name.lower(), wanted.get("-iname", "*").lower())
        and fnmatch.fnmatchcase(path, wanted.get("-path", "*"))
        and (is_kind is None or is_kind(path))
        and (not wanted.get("-mindepth", "").isdecimal() or depth >= int(wanted["-mindepth"]))
    )


def _unzip(call, names):
    import zipfile

    if not names:
        raise getopt.GetoptError("the name of the archive is missing")
    try:
        with zipfile.ZipFile(names[0]) as archive:
            wanted = [
                each
                for each in archive.infolist()
                if len(names) == 1 or any(fnmatch.fnmatchcase(each.filename, it) for it in names[1:])
            ]
            for each in wanted:
                _extract(call, archive, each)
    except zipfile.BadZipFile:
        call.fail(f"{names[0]}: this is no zip archive")


def _extract(call, archive, each):
    if call.has("l"):
        call.write(f"{each.file_size:9}  {each.filename}\n")
    elif call.has("n") and os.path.exists(os.path.join(call.value("d", default="."), each.filename)):
        return
    else:
        target = archive.extract(each, call.value("d", default="."))
        if not call.has("q"):
            call.write(f"  inflating: {os.path.relpath(target)}\n")


def _sort(call, names):
    lines = _lines("".join(text for _, text in call.texts(names)))
    key = str.lower if call.has("f") else _number if call.has("n") else None
    lines = sorted(dict.fromkeys(lines) if call.has("u") else lines, key=key, reverse=call.has("r"))
    call.write("".join(lines))


def _number(line):
    try:
        return float(line.split()[0])
    except (ValueError, IndexError):
        return 0.0


def _uniq(call, names):
    import itertools

    lines = _lines("".join(text for _, text in call.texts(names)))
    for line, same in itertools.groupby(lines):
        call.write(f"{len(list(same)):7} {line}" if call.has("c") else line)


def _date(call, words):
    form = words[0][1:] if words and words[0].startswith("+") else "%a %b %d %H:%M:%S %Y"
    call.write(time.strftime(form) + "\n")


def _nothing(_call, _words):
    pass


# Each program with the options that it takes, as getopt has them; None where it reads them itself.
_PROGRAMS = {
    "ls": (_ls, ("1aACdFghlpRrSt", [])),
    "ll": (_ll, ("1aACdFghlpRrSt", [])),
    "cat": (_cat, ("n", [])),
    "head": (_head, None),
    "tail": (_tail, None),
    "wc": (_wc, ("lwmc", [])),
    "grep": (_grep, ("ce:EFhHilnoPqrRvw", [])),
    "mkdir": (_mkdir, ("pv", [])),
    "rmdir": (_rmdir, ("", [])),
    "rm": (_rm, ("dfirRv", [])),
    "cp": (_cp, ("afinprRv", [])),
    "mv": (_mv, ("finv", [])),
    "pwd": (_pwd, ("", [])),
    "cd": (_cd, ("", [])),
    "echo": (_echo, None),
    "touch": (_touch, ("acm", [])),
    "find": (_find, None),
    "unzip": (_unzip, ("d:lnoqq", [])),
    "sort": (_sort, ("fnru", [])),
    "uniq": (_uniq, ("c", [])),
    "date": (_date, None),
    "true": (_nothing, None),
}

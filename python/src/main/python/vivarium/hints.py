"""Hints: what an error means and what to do, in a sentence or two for a person new to Python.

A hint is found by the exact class of the exception and Python's own words. Code of the reader is
never run for it: values are looked at only when they are of Python's own types. Text between
backticks is code.
"""

import ast
import builtins
import itertools
import os
import re
import sys

from vivarium import packages
from vivarium.scene import UNKNOWN, Scene, attributes, code, exact, module, shown, source, type_name

_MOST_NAMES = 2_000
_MOST_SHOWN = 8


def hint(error, is_own):
    """Returns a hint for an exception, or an empty text.

    `is_own(filename)` tells whether code is the reader's own.
    """
    try:
        find = _FINDERS.get(id(type(error)))  # A class may have its own idea of its hash.
        return (find(error, Scene(error, is_own)) if find else "") or ""
    except Exception:  # An error must be shown, whether there is a hint or not.
        return ""


def _message(error):
    text = error.args[0] if error.args else ""
    return text[:500] if type(text) is str else ""


def _close(name, names):
    """Returns the name that is most like `name`, or None."""
    import difflib

    some = {each for each in itertools.islice(names, _MOST_NAMES) if each != name}
    for each in sorted(some):
        if each.lower() == name.lower():
            return each
    found = difflib.get_close_matches(name, sorted(some), 1, 0.72)
    return found[0] if found else None


def _matching(table, text, *more):
    """Returns the hint of the first pattern that is found in `text`."""
    for pattern, answer in table:
        match = re.search(pattern, text)
        if match:
            return answer(match, *more) if callable(answer) else answer
    return ""


# Names


_OTHER_LANGUAGES = {
    "true": "`True`",
    "false": "`False`",
    "null": "`None`",
    "none": "`None`",
    "nil": "`None`",
    "undefined": "`None`",
}
_USUAL_SHORT_NAMES = {
    "np": "numpy",
    "pd": "pandas",
    "plt": "matplotlib.pyplot",
    "sns": "seaborn",
    "tf": "tensorflow",
    "dt": "datetime",
}


def _name_error(error, scene):
    name = error.name
    if type(name) is not str:
        return ""
    if "free variable" in _message(error):
        return f"{code(name)} has no value yet when the inner function uses it: assign to it first."
    if name in _OTHER_LANGUAGES:
        return f"Python writes it {_OTHER_LANGUAGES[name]}, with a capital letter."
    if name in _USUAL_SHORT_NAMES and name not in scene.names():
        whole = _USUAL_SHORT_NAMES[name]
        first = f"{code(name)} is the usual short name of {code(whole)}"
        if not packages.is_there(whole):
            return f"{first}. {packages.missing(whole)}"
        return f"{first}: write {code(f'import {whole} as {name}')} first."
    close = _close(name, [each for each in scene.names() if not each.startswith("__")])
    if close and close.lower() == name.lower():
        return (
            f"There is {code(close)}, but no {code(name)}: "
            "Python tells capital letters from small ones."
        )
    if close:
        return f"There is no {code(name)}. Did you mean {code(close)}? Check the spelling."
    if name in sys.stdlib_module_names:
        return f"{code(name)} is a module of Python: write {code(f'import {name}')} first."
    return (
        f"Nothing is called {code(name)} yet. Give it a value first, in this cell or in one that "
        f"has run; if it should be text, put it in quotes: {code(repr(name))}."
    )


def _unbound(error, scene):
    match = re.search(r"variable '(\w+)'", _message(error))
    if not match:
        return ""
    name = match[1]
    first = (
        f"This function assigns to {code(name)}, so the name is the function's own variable, and "
        "it has no value yet at this line."
    )
    if scene.is_global(name):
        return (
            f"{first} To use the one outside, pass it in as an argument, "
            f"or begin the function with {code(f'global {name}')}."
        )
    return f"{first} Give it a value first, on every way that leads here."


# Numbers


def _zero_division(error, scene):
    node = scene.node(ast.BinOp) or scene.node(ast.AugAssign)
    right = getattr(node, "right", None) or getattr(node, "value", None)
    if right is None or isinstance(right, ast.Constant):
        return "Nothing can be divided by 0."
    if isinstance(right, ast.Call) and getattr(right.func, "id", "") == "len":
        return f"{source(right)} is 0: there is nothing in it. Check that before you divide."
    return f"{source(right)} is 0 here, and nothing can be divided by 0. Check that first."


# Items


def _index_error(error, scene):
    message = _message(error)
    if message.startswith("pop from") or "empty sequence" in message:
        return "There is nothing left in it to take. Check first that it is not empty: `if xs:`."
    node = scene.node(ast.Subscript)
    if node is None:
        return "There is no item at that index. Python counts from 0, so the last one is at `len(xs) - 1`."
    items = scene.value(node.value)
    name = source(node.value)
    if not exact(items, list, tuple, str, range, bytes):
        return f"{name} has no item at that index. Python counts from 0, so the last one is at `len(…) - 1`."
    count = len(items)
    what = "characters" if type(items) is str else "items"
    more = " To add an item, use `append`." if "assignment" in message else ""
    if count == 0:
        return f"{name} is empty, so it has no item at any index.{more}"
    index = scene.value(node.slice)
    asked = f"; {shown(index)} was asked for" if type(index) is int else ""
    many = f"{count} {what}" if count > 1 else f"1 {what[:-1]}"
    return f"{name} has {many}, counted from 0, so its last index is `{count - 1}`{asked}.{more}"


def _key_error(error, scene):
    key = error.args[0] if error.args else UNKNOWN
    if type(key) is str and key.endswith("is empty"):
        return "There is nothing left in it to take."
    node = scene.node(ast.Subscript)
    items = scene.value(node.value) if node else UNKNOWN
    if type(items) is not dict:
        return "There is no such key. `.get(key)` gives None instead of an error."
    name = source(node.value)
    if not items:
        return f"The dictionary {name} is empty."
    keys = [each for each in itertools.islice(items, _MOST_NAMES) if exact(each, str, int)]
    keys = [each for each in keys if shown(each)]
    if type(key) is str:
        close = _close(key, [each for each in keys if type(each) is str])
        if close:
            return f"{name} has no key {shown(key)}. Did you mean {shown(close)}?"
        if any(type(each) is int and str(each) == key for each in keys):
            return f"{name} has the number {code(key)} as a key, and not the text {shown(key)}."
    if type(key) is int and shown(key) and str(key) in [each for each in keys if type(each) is str]:
        return f"{name} has the text {shown(str(key))} as a key, and not the number {shown(key)}."
    some = ", ".join(shown(each) for each in keys[:_MOST_SHOWN])
    more = ", …" if len(items) > min(len(keys), _MOST_SHOWN) else ""
    return f"The keys of {name} are {some}{more}." if some else ""


_IN_PLACE = ("append", "sort", "reverse", "extend", "insert", "remove", "clear", "update", "add")


def _none(scene, node):
    """Says why what a part of the code stands for is None."""
    if node is None or isinstance(node, ast.Constant):
        return "Here a value is None, which means that there is none."
    name = source(node)
    if isinstance(node, ast.Call):
        called = node.func
        if isinstance(called, ast.Attribute) and called.attr in _IN_PLACE:
            return _changes_in_place(called)
        return f"{name} gives back None: a function that reaches no `return` with a value does."
    if isinstance(node, ast.Name):
        for each in ast.walk(scene.tree()):
            if isinstance(each, ast.Assign) and node.id in [
                target.id for target in each.targets if isinstance(target, ast.Name)
            ]:
                made = each.value
                if not isinstance(made, ast.Call):
                    continue
                if isinstance(made.func, ast.Attribute) and made.func.attr in _IN_PLACE:
                    return f"{name} is None. {_changes_in_place(made.func)}"
                return (
                    f"{name} is None: {source(made)} gave back nothing. "
                    "A function that reaches no `return` with a value gives back None."
                )
    return f"{name} is None here: perhaps a function gave back nothing."


def _changes_in_place(method):
    name = ast.unparse(method.value)
    if not isinstance(method.value, (ast.Name, ast.Attribute)):
        return (
            f"{code('.' + method.attr + '()')} changes what stands before it and gives back None: "
            "give that a name first, and use the name."
        )
    call = f"{name}.{method.attr}(…)"
    return (
        f"{code('.' + method.attr + '()')} changes what stands before it and gives back None: "
        f"write {code(call)} on a line of its own, and go on with {code(name)}."
    )


_HABITS = {
    (list, "length"): "`len(xs)`",
    (list, "size"): "`len(xs)`",
    (list, "push"): "`append`",
    (list, "add"): "`append`",
    (list, "contains"): "`x in xs`",
    (list, "join"): "`', '.join(xs)`",
    (list, "split"): "a loop: `split` belongs to text, and this is a list",
    (str, "length"): "`len(text)`",
    (str, "size"): "`len(text)`",
    (str, "contains"): "`part in text`",
    (str, "append"): "`text + more`, for text itself cannot be changed",
    (str, "reverse"): "`text[::-1]`",
    (dict, "has_key"): "`key in d`",
    (dict, "add"): "`d[key] = value`",
    (dict, "append"): "`d[key] = value`",
    (tuple, "append"): "a list, for a tuple cannot be changed",
    (set, "append"): "`add`",
}
_KINDS = {
    int: "a whole number (`int`)",
    float: "a number (`float`)",
    str: "text (`str`)",
    list: "a list",
    tuple: "a tuple",
    dict: "a dictionary",
    set: "a set",
    bool: "`True` or `False`",
    type(None): "None",
}
_KINDS_BY_NAME = {each.__name__: words for each, words in _KINDS.items()} | {
    "function": "a function",
    "method": "a method",
    "builtin_function_or_method": "a function",
    "module": "a module",
}


def _kind(name):
    return _KINDS_BY_NAME.get(name, f"of the class {code(name)}")


def _attribute_error(error, scene):
    name, value = error.name, error.obj
    if type(name) is not str:
        return ""
    node = scene.node(ast.Attribute)
    if value is None:
        return _none(scene, node.value if node else None)
    kind = next((each for each in _KINDS if type(value) is each), None)
    instead = _HABITS.get((kind, name))
    subject = source(node.value) if node else "The value"
    if instead:
        return f"{subject} is {_KINDS[kind]}, which has no {code(name)}. Use {instead}."
    close = _close(name, attributes(value))
    if type(value) is type(sys):
        own = value.__dict__.get("__file__")
        if type(own) is str and own.startswith(os.getcwd()) and own.endswith(".py"):
            return (
                f"{subject} is the file {code(os.path.basename(own))} here, not Python's module of "
                "that name. Give the file another name."
            )
        more = f" Did you mean {code(close)}?" if close else ""
        return f"The module {subject} has nothing called {code(name)}.{more}"
    if close:
        return f"There is no {code(name)} here. Did you mean {code(close)}? Check the spelling."
    if kind:
        return f"{subject} is {_KINDS[kind]}, and has no {code(name)}."
    return (
        f"Objects of the class {code(type_name(value))} have no {code(name)}. "
        "If it should be one of theirs, assign it in `__init__`: `self.… = …`."
    )


# Types


def _not_callable(match, error, scene):
    node = scene.node(ast.Call)
    what = _kind(match[1])
    if node is None:
        return f"Only functions and classes can be called, and this is {what}."
    called = node.func
    name = source(called)
    if isinstance(called, ast.Name) and called.id in builtins.__dict__:
        return (
            f"{name} is {what} here: a variable of that name hides Python's own function. "
            f"Give the variable another name, and get the function back with {code(f'del {called.id}')}."
        )
    if match[1] == "NoneType":
        return _none(scene, called)
    if isinstance(called, ast.Constant):
        return f"To multiply, write `*`: {code(ast.unparse(called) + ' * (…)')}."
    if match[1] in ("list", "tuple", "dict"):
        return f"{name} is {what}. Its items are taken with square brackets: {code(ast.unparse(called) + '[…]')}."
    if match[1] == "module":
        return f"{name} is a module. Call one of its functions: {code(ast.unparse(called) + '.…(…)')}."
    return f"{name} is {what} and no function, so it cannot have `(…)` after it. Is an operator missing?"


def _text_and_number(match, error, scene):
    return (
        "`+` joins two texts or adds two numbers; here one is text and the other a number. Turn "
        "the number into text with `str(…)`, or the text into a number with `int(…)`; or write an "
        "f-string: `f\"{name} is {age}\"`."
    )


def _operands(match, error, scene):
    operator, left, right = match[1], match[2], match[3]
    if {left, right} <= {"str", "int", "float"} and operator in ("+", "+="):
        return _text_and_number(match, error, scene)
    if "NoneType" in (left, right):
        node = scene.node(ast.BinOp)
        side = (node.left if left == "NoneType" else node.right) if node else None
        return _none(scene, side)
    if "str" in (left, right) and {left, right} <= {"str", "int", "float"}:
        return "One side is text. Turn it into a number first, with `int(…)` or `float(…)`."
    return (
        f"On the left is {_kind(left)}, on the right {_kind(right)}: "
        f"{code(operator)} does not work between them."
    )


def _not_ordered(match, error, scene):
    left, right = match[2], match[3]
    if "NoneType" in (left, right):
        node = scene.node(ast.Compare)
        return _none(scene, node.left if node and left == "NoneType" else None)
    if "str" in (left, right):
        return (
            "Text and numbers have no order between them. Turn the text into a number first, with "
            "`int(…)` or `float(…)`; what `input()` gives is always text."
        )
    return f"{_kind(left)[0].upper()}{_kind(left)[1:]} and {_kind(right)} have no order between them."


def _missing_argument(match, error, scene):
    if match[2] == "'self'":
        return (
            "The method was called on the class. Make an object of it first, with `(…)` after the "
            "name of the class, and call the method on that."
        )
    return f"{code(match[1] + '()')} also needs a value for {match[2].replace(chr(39), '`')}. Add it between the parentheses."


def _too_many(match, error, scene):
    if "." in match[1]:
        return (
            "A method gets its object as the first argument, by itself: the first parameter in "
            "`def` must be `self`. Otherwise there is one value too many between the parentheses."
        )
    return f"{code(match[1] + '()')} was given more values than it has parameters. Look at its `def` line."


def _not_iterable(match, error, scene):
    if match[1] == "NoneType":
        node = scene.node(ast.expr)
        return _none(scene, node)
    if match[1] == "int":
        node = scene.node(ast.Name)
        name = node.id if node else "n"
        return f"A number has no items to go through. To count up to it, use {code(f'range({name})')}."
    return f"This is {_kind(match[1])}, which has no items to go through."


def _not_subscriptable(match, error, scene):
    node = scene.node(ast.Subscript)
    name = source(node.value) if node else "The value"
    if match[1] == "NoneType":
        return _none(scene, node.value if node else None)
    if match[1] in ("function", "method", "builtin_function_or_method", "type"):
        return f"{name} is called with round brackets: {code((ast.unparse(node.value) if node else 'f') + '(…)')}."
    return f"{name} is {_kind(match[1])}, and has no items that `[…]` could take."


def _not_an_integer(match, error, scene):
    if match[1] == "str":
        return "A whole number is needed here, and this is text: turn it into one with `int(…)`."
    if match[1] == "float":
        return (
            "A whole number is needed here, as in `range()`. Divide with `//` instead of `/`, or "
            "round with `int(…)`."
        )
    return f"A whole number is needed here, and this is {_kind(match[1])}."


def _indices(match, error, scene):
    node = scene.node(ast.Subscript)
    name = source(node.value) if node else "it"
    if match[2] == "str":
        if match[1] == "string":
            return f"{name} is text: its characters have numbers from 0, and no names."
        return f"{name} is {_kind(match[1])}: its items have numbers from 0, and no names. Only dictionaries have names."
    if match[2] == "float":
        return "An index is a whole number: divide with `//` instead of `/`, or use `int(…)`."
    return f"An index of {name} is a whole number, from 0."


_TYPE_ERRORS = [
    (r"can only concatenate str \(not \"(int|float)\"\)", _text_and_number),
    (
        r"can only concatenate (list|tuple) \(not \"(\w+)\"\)",
        "`+` joins two lists. To add one item, use `append`, or put it in brackets: `xs + [x]`.",
    ),
    (
        r"can only concatenate str \(not \"NoneType\"\)",
        "One side is None: perhaps a function gave back nothing.",
    ),
    (r"unsupported operand type\(s\) for (\S+)(?: or \S+)?: '(\w+)' and '(\w+)'", _operands),
    (r"'(\S+)' not supported between instances of '(\w+)' and '(\w+)'", _not_ordered),
    (r"'(\w+)' object is not callable", _not_callable),
    (r"^([\w.<>]+)\(\) missing \d+ required \S+ arguments?: (.*)", _missing_argument),
    (r"^([\w.<>]+)\(\) takes .* positional arguments? but \d+ (?:was|were) given", _too_many),
    (
        r"^([\w.<>]+)\(\) got an unexpected keyword argument '(\w+)'",
        lambda m, *_: f"{code(m[1] + '()')} has no parameter called {code(m[2])}. Check the spelling.",
    ),
    (r"cannot unpack non-iterable (\w+) object", lambda m, e, s: (
        "Several names stand on the left, and on the right is None: perhaps a function gave back "
        "nothing." if m[1] == "NoneType" else
        f"Several names stand on the left, and on the right a single value: {_kind(m[1])}.")),
    (r"'(\w+)' object is not iterable", _not_iterable),
    (r"argument of type '(\w+)' is not", lambda m, *_: (
        f"`in` looks into lists, texts, dictionaries and the like; this is {_kind(m[1])}.")),
    (r"'(\w+)' object is not subscriptable", _not_subscriptable),
    (
        r"unhashable type: '(list|dict|set)'",
        lambda m, *_: (
            f"{_kind(m[1])[0].upper()}{_kind(m[1])[1:]} can change, so it cannot be a key of a "
            "dictionary or an item of a set."
            + (" Use a tuple: `(1, 2)` or `tuple(…)`." if m[1] == "list" else "")
        ),
    ),
    (r"'(\w+)' object cannot be interpreted as an integer", _not_an_integer),
    (r"^(list|tuple|string) indices must be integers(?: or slices)?, not '?(\w+)'?", _indices),
    (
        r"'str' object does not support item assignment",
        "Text cannot be changed. Make a new one, for example with `replace`.",
    ),
    (
        r"'tuple' object does not support item assignment",
        "A tuple cannot be changed. Use a list, in square brackets, where items change.",
    ),
    (r"object of type '(\w+)' has no len\(\)", lambda m, *_: (
        f"This is {_kind(m[1])}, and has no length. "
        + ("Perhaps a function gave back nothing." if m[1] == "NoneType" else
           "For its number of digits, use `len(str(…))`." if m[1] in ("int", "float") else ""))),
    (
        r"can't multiply sequence by non-int of type '(\w+)'",
        "Text and lists are repeated a whole number of times. To calculate with text, turn it into "
        "a number first, with `int(…)` or `float(…)`.",
    ),
    (
        r"^sequence item \d+: expected str instance, (\w+) found",
        lambda m, *_: (
            f"`join` joins texts, and one of the items is {_kind(m[1])}: `', '.join(str(x) for x in xs)`."
        ),
    ),
    (
        r"^(int|float)\(\) argument must be a string.*not '(\w+)'",
        lambda m, *_: f"{code(m[1] + '()')} reads text or a number, and was given {_kind(m[2])}.",
    ),
    (
        r"object is not an iterator",
        "`next()` needs an iterator: make one with `iter(…)`, or use a `for` loop.",
    ),
    (
        r"exceptions must derive from BaseException",
        "Only exceptions can be raised: `raise ValueError(\"what is wrong\")`.",
    ),
    (
        r"object \w+ can't be used in 'await' expression|'await' expression",
        "Only what is asynchronous can be awaited. Leave out `await`.",
    ),
]


def _type_error(error, scene):
    return _matching(_TYPE_ERRORS, _message(error), error, scene)


# Values


def _int_of(match, *_):
    text = match[1]
    if not text.strip():
        return "The text is empty, so there is no number in it."
    if re.fullmatch(r"\s*[-+]?\d*\.\d+\s*", text):
        return f"`int()` reads whole numbers. For {code(text)} use `float(…)`."
    if re.fullmatch(r"\s*[-+]?[\d.]*,\d+\s*", text):
        return "Write the number without a comma: Python's decimal point is `.`."
    return f"{code(text)} is not a whole number. It may have only digits, and a sign before them."


def _float_of(match, *_):
    text = match[1]
    if not text.strip():
        return "The text is empty, so there is no number in it."
    if "," in text:
        return "Write the number without a comma: Python's decimal point is `.`."
    return f"{code(text)} is not a number."


def _unpacking(match, error, scene):
    for node in ast.walk(scene.tree()):
        if isinstance(node, ast.For) and isinstance(node.target, ast.Tuple):
            if node.lineno == scene.line and type(scene.value(node.iter)) is dict:
                return f"A loop over a dictionary gives its keys. For keys and values write {code(ast.unparse(node.iter) + '.items()')}."
    numbers = re.findall(r"(?:expected(?: at least)?|got) (\d+)", _message(error))
    if len(numbers) == 2:
        names, values = numbers
        return f"There {_are(names, 'name')} on the left of `=` and {_are(values, 'value', False)} on the right: as many of both are needed."
    return "As many names are needed on the left of `=` as there are values on the right."


def _are(number, what, verb=True):
    one = number == "1"
    return f"{'is ' if one and verb else 'are ' if verb else ''}{number} {what}{'' if one else 's'}"


_VALUE_ERRORS = [
    (r"^invalid literal for int\(\) with base 10: ['\"](.*)['\"]$", _int_of),
    (r"^could not convert string to float: ['\"](.*)['\"]$", _float_of),
    (r"(not enough|too many) values to unpack", _unpacking),
    (
        r"list\.remove\(x\)",
        "`remove` takes away an item that is in the list, and this one is not. Check first: `if x in xs:`.",
    ),
    (
        r"is not in list|list\.index\(x\)|tuple\.index\(x\)",
        "It is not among the items. Check first: `if x in xs:`.",
    ),
    (r"^substring not found", "The text does not contain it. `find` gives `-1` instead of an error."),
    (
        r"(max|min)\(\) (iterable argument|arg) is (empty|an empty sequence)",
        lambda m, *_: f"{code(m[1] + '()')} was given nothing to choose from. Check that first, or give a `default=`.",
    ),
    (
        r"math domain error|expected a (?:nonnegative|positive) input",
        "The function has no result for this number, as the square root has none for negative ones.",
    ),
    (r"^empty separator", "Text is split at something: without an argument, `split()` splits at spaces."),
]


def _value_error(error, scene):
    return _matching(_VALUE_ERRORS, _message(error), error, scene)


# Calls


def _recursion(error, scene):
    where = scene.frame.f_code.co_name if scene.frame else ""
    name = code(where + "()") if where.isidentifier() else "A function"
    return (
        f"{name} calls itself again and again without an end. It needs a case in which it returns "
        "without calling itself, and every call must come nearer to that case."
    )


def _stop_iteration(error, scene):
    return "`next()` found nothing more. Give it something for that case: `next(items, None)`."


def _runtime(error, scene):
    return _matching(
        [
            (
                r"changed size during iteration",
                "The loop goes through something that it changes. Let it go through a copy: `for x in list(…):`.",
            ),
            (
                r"asyncio\.run\(\) cannot be called|[Ss]tack switch",
                "Here something asynchronous is already going on: write `await …` instead of `asyncio.run(…)`.",
            ),
            (r"can't start new thread", "This page has no threads. `asyncio` can do several things by turns."),
        ],
        _message(error),
    )


def _assertion(error, scene):
    node = scene.node(ast.Compare)
    if _message(error):
        return ""
    what = source(node) if node else "what stands after `assert`"
    return f"`assert` expects a condition to be true, and {what} is not."


def _memory(error, scene):
    return "Python has no memory left for this. Make it smaller, or let a loop take one part at a time."


# Imports and files


def _module_not_found(error, scene):
    name = error.name
    if type(name) is not str:
        return ""
    root = name.split(".")[0]
    if "is not a package" in _message(error):
        return f"{code(root)} is a single module, so nothing can be imported from below it. Does a file or a variable of yours have its name?"
    if root != name and packages.is_there(root):
        parent = module(root)
        close = _close(name.rpartition(".")[2], attributes(parent)) if parent else None
        return f"There is {code(root)}, but no {code(name)}." + (f" Did you mean {code(close)}?" if close else "")
    if packages.is_known(root):
        return packages.missing(root)
    close = _close(root, sys.stdlib_module_names)
    if close and not close.startswith("_"):
        return f"There is no module {code(root)}. Did you mean {code(close)}?"
    return packages.missing(root)


def _import_error(error, scene):
    match = re.match(r"cannot import name '(\w+)' from (?:partially initialized module )?'([\w.]+)'(?: \((.*)\))?", _message(error))
    if not match:
        return ""
    name, parent, path = match.groups()
    if path and path.startswith(os.getcwd()) and parent in sys.stdlib_module_names:
        return f"This imports your own file {code(os.path.basename(path))}, which hides Python's module {code(parent)}. Give the file another name."
    found = module(parent)
    close = _close(name, attributes(found)) if found else None
    if close:
        return f"The module {code(parent)} has no {code(name)}. Did you mean {code(close)}?"
    return f"The module {code(parent)} has nothing called {code(name)}. Check the spelling, or look with {code(f'dir({parent})')}."


def _file_not_found(error, scene):
    path = error.filename
    if type(path) is not str:
        return ""
    folder, name = os.path.split(path)
    if not os.path.isdir(folder or "."):
        there = _files(".")
        return f"There is no folder {code(folder)}. {_said(there)}{_ADDED}"
    close = _close(name, [each for each in _files(folder or ".") if "/" not in each])
    if not close:
        elsewhere = _files(".")
        close = next((each for each in elsewhere if os.path.basename(each) == name), None) or _close(path, elsewhere)
    if close:
        return f"There is no file {code(name)}. Did you mean {code(close)}?"
    return f"There is no file {code(name)} here{_listed(_files(folder or '.'))}. {_ADDED}"


_ADDED = (
    "Python runs in this page and cannot see the files of your computer: it finds those that the "
    "page's author lists under `files:` at the top of the document, those that cells write, and "
    "those that you add to the page."
)


def _not_read(error, scene):
    import errno

    if error.errno != errno.EIO:
        return ""
    import js

    refused = getattr(js, "vivariumRefused", None)
    if refused:
        path, found, wanted = refused.split("\n")
        return (
            f"{code(path)} is not the file that this page was made with: its SHA-256 is `{found}`, "
            f"and should be `{wanted}`. Reload the page; if that does not help, tell its author."
        )
    return "The file could not be loaded. Is there a network? Run the cell again to try anew."


def _said(files):
    return f"There {_are_files(files)}. " if files else ""


def _listed(files):
    return f"; there {_are_files(files)}" if files else ", and no other one"


def _are_files(files):
    more = ", …" if len(files) > _MOST_SHOWN else ""
    return f"{'is' if len(files) == 1 else 'are'} {', '.join(code(each) for each in files[:_MOST_SHOWN])}{more}"


def _files(folder):
    """The files below a folder that are not hidden, by their paths from there; the nearest first."""
    found, folders = [], [""]
    for at in folders:
        try:
            entries = list(itertools.islice(os.scandir(os.path.join(folder, at)), _MOST_NAMES))
        except OSError:
            continue
        for each in sorted(entries, key=lambda each: each.name):
            if each.name.startswith(".") or len(found) + len(folders) > _MOST_NAMES:
                continue
            path = os.path.join(at, each.name)
            (folders if each.is_dir(follow_symlinks=False) else found).append(path)
    return found


# Syntax


def _colon(match, error, scene):
    text = error.text if type(error.text) is str else ""
    word = re.match(r"\s*(\w+)", text[:200])
    if re.search(r"^\s*else\s+if\b", text[:200]):
        return "Python writes `elif` instead of `else if`."
    return f"A line that begins with {code(word[1] if word else 'if')} ends with a colon: `:`."


def _never_closed(match, error, scene):
    pair = {"(": ")", "[": "]", "{": "}"}[match[1]]
    return f"Every `{match[1]}` needs a `{pair}`. This one has none: add it where it belongs."


_CHARACTERS = {
    "“": '`"`', "”": '`"`', "„": '`"`', "«": '`"`', "»": '`"`', "‘": "`'`", "’": "`'`",
    "–": "`-`", "—": "`-`", "−": "`-`", "×": "`*`", "÷": "`/`", "≤": "`<=`", "≥": "`>=`", "≠": "`!=`",
    "，": "`,`", "（": "`(`", "）": "`)`", "：": "`:`",
}


def _character(match, error, scene):
    instead = _CHARACTERS.get(match[1])
    return f"Python cannot read `{match[1]}`." + (
        f" Type {instead} instead: text from a word processor often has other signs." if instead else ""
    )


def _invalid(match, error, scene):
    text = error.text[:500] if type(error.text) is str else ""
    return _matching(
        [
            (r"^\s*else\s+if\b", "Python writes `elif` instead of `else if`."),
            (r"\w\s*(\+\+|--)", "Python has no `++`: write `x += 1`, or `x -= 1` for one less."),
            (r"&&|\|\|", "Python writes `and` and `or` in words."),
            (r"(?:^|[\s(=])!\s*\w", "Python writes `not` instead of `!`."),
            (r"^\s*(?:function|func|fn)\s+\w+\s*\(", "A function begins with `def`, and its line ends with `:`."),
            (r"^\s*(?:var|let|const|int|float|string|String)\s+\w+\s*=", "A variable needs no word before it: `x = 1`."),
            (r"^\s*(?:switch|case)\b", "Python has `if`, `elif` and `else`, or `match` with `case`."),
            (r"=\s*=|=>|=<", "To compare, write `==`, `<=` or `>=`, without a space in between."),
            (r"^\s*(?:print|input)\s+[\"'\w]", "What is called has parentheses: `print(…)`."),
            (r"^\s*(class|def|return|import|from|lambda|pass|in|is|if|for|while|and|or|not|with)\s*=", lambda m: (
                f"{code(m[1])} is a word of Python's own and cannot be a name. Choose another one.")),
        ],
        text,
    )


_SYNTAX_ERRORS = [
    (r"^expected ':'", _colon),
    (r"^Missing parentheses in call to '(\w+)'", lambda m, *_: f"{code(m[1])} is a function: put what it should print in parentheses, {code(m[1] + '(…)')}." if m[1] == "print" else f"{code(m[1])} is a function: it needs parentheses, {code(m[1] + '(…)')}."),
    (r"^'([(\[{])' was never closed", _never_closed),
    (r"^unmatched '(.)'", lambda m, *_: f"There is a `{m[1]}` too many, or the bracket that opens is missing before it."),
    (r"does not match opening parenthesis '(.)'", lambda m, *_: f"The bracket that closes must be of the same kind as the `{m[1]}` that opens."),
    (r"^unterminated triple-quoted", "A text that begins with three quotes ends with three: the last ones are missing."),
    (r"unterminated f-string", "The text has no closing quote. Text ends with the same quote that it begins with, on the same line."),
    (r"^unterminated string literal", "The text has no closing quote. It ends with the same quote that it begins with, on the same line; an apostrophe within needs the other kind: `\"it's\"`."),
    (r"f-string: (?:valid expression|empty expression)", "Between `{` and `}` of an f-string stands a name or a calculation; here there is none."),
    (r"f-string: .*'}'|f-string: expecting '}'|single '}'", "In an f-string every `{` needs its `}`. For the bracket itself, write it twice: `{{` or `}}`."),
    (r"^f-string", "Something is wrong between `{` and `}` in this f-string: only an expression may stand there."),
    (r"^cannot assign to (?:literal|expression|comparison|function call|True|False|None|f-string)", "On the left of `=` stands the name that gets the value: `name = value`. To compare, write `==`."),
    (r"Maybe you meant '==' or ':=' instead of '='|Maybe you meant '==' instead of '='|perhaps you meant \"==\"", "`=` gives a name a value. To compare, write `==`."),
    (r"^expected an indented block after (.*) on line (\d+)", lambda m, *_: f"What belongs to the {re.sub(r'[^\w ]', '', m[1])} on line {m[2]} must be indented, usually by four spaces. If there is nothing yet, write `pass`."),
    (r"^unexpected indent", "This line is indented further than the one before, and nothing there asks for it. Take the spaces at its start away."),
    (r"^unindent does not match", "The spaces at the start of this line fit none of the lines above it. Give it as many as the line that it belongs to."),
    (r"inconsistent use of tabs", "Some lines are indented with tabs, others with spaces. Use spaces alone."),
    (r"^'return' outside function", "`return` works only inside a function, indented below its `def`. To see a value, use `print(…)`."),
    (r"^'(break|continue)' (?:outside|not properly)", lambda m, *_: f"{code(m[1])} works only inside a loop, indented below its `for` or `while`."),
    (r"^'await' outside async function", "A function that awaits something begins with `async def`."),
    (r"^'(yield|yield from)' outside", "`yield` works only inside a function."),
    (r"forgot a comma", "There may be a comma missing between two values, or a quote or an operator."),
    (r"^invalid character '(.)'", _character),
    (r"^invalid non-printable character", "There is an unseen character in this line, perhaps from copying. Delete the spaces there and type them again."),
    (r"^leading zeros in decimal", "A whole number does not begin with 0. Leave it out, or make it text with quotes."),
    (r"^invalid decimal literal", "A name cannot begin with a digit, and numbers have a `.` and no comma. Text needs quotes."),
    (r"^positional argument follows keyword", "Values without a name come first, then those with one: `f(1, b=2)`."),
    (r"^expected 'except' or 'finally'", "A `try` needs an `except`, at the same indentation, that says what to do about an error."),
    (r"^invalid syntax|^expected", _invalid),
]


def _syntax(error, scene):
    message = error.msg[:500] if type(error.msg) is str else ""
    return _matching(_SYNTAX_ERRORS, message, error, scene)


_FINDERS_BY_CLASS = {
    NameError: _name_error,
    UnboundLocalError: _unbound,
    ZeroDivisionError: _zero_division,
    IndexError: _index_error,
    KeyError: _key_error,
    AttributeError: _attribute_error,
    TypeError: _type_error,
    ValueError: _value_error,
    RecursionError: _recursion,
    StopIteration: _stop_iteration,
    RuntimeError: _runtime,
    AssertionError: _assertion,
    MemoryError: _memory,
    ModuleNotFoundError: _module_not_found,
    ImportError: _import_error,
    FileNotFoundError: _file_not_found,
    OSError: _not_read,
    SyntaxError: _syntax,
    IndentationError: _syntax,
    TabError: _syntax,
}

_FINDERS = {id(cls): find for cls, find in _FINDERS_BY_CLASS.items()}

"""Scripts that use click: functions that are commands by their decorators."""

import ast

from .constants import Unknown, argument, constants, keyword, last_name, option, shown, value_of

_HARMLESS = {
    "pass_context",
    "pass_obj",
    "version_option",
    "help_option",
    "wraps",
    "contextmanager",
}
_NUMBERS = {"int": "int", "INT": "int", "IntRange": "int"}
_NUMBERS |= {"float": "float", "FLOAT": "float", "FloatRange": "float"}
_SHORTENED = ("_command", "_cmd", "_group", "_grp")  # Newer releases of click leave them out of names.


def read(tree):
    """What the decorators say; None where only the running script knows."""
    try:
        return _read(tree, constants(tree))
    except Unknown:
        return None


def _read(tree, known):
    groups, commands = {}, {}
    for function in ast.walk(tree):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            _take(function, groups, commands, known)
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and last_name(call) == "add_command":
            _add(call, groups, commands, known)
    if len(groups) == 1 and not any(owner == "" for owner, _ in commands.values()):
        (group,) = groups.values()
        inside = [command for _, command in commands.values()]
        return {**group, "commands": inside} if inside else group
    if not groups and len(commands) == 1:
        ((_, command),) = commands.values()
        return {"arguments": command["arguments"]}
    raise Unknown("which of them runs")


def _take(function, groups, commands, known):
    """Looks whether a function is a command, or a group of them."""
    kinds = [each for each in function.decorator_list if last_name(each) in ("command", "group")]
    if not kinds:
        return
    made = kinds[0]
    owner = made.func if isinstance(made, ast.Call) else made
    owner = ast.unparse(owner.value) if isinstance(owner, ast.Attribute) else "click"
    arguments = []
    for each in function.decorator_list:
        what = last_name(each)
        if what in ("option", "argument") and isinstance(each, ast.Call):
            found = (_option if what == "option" else _argument)(each, known)
            if found:
                arguments.append(found)
        elif each is not made and what not in _HARMLESS:
            raise Unknown(what)
    if last_name(made) == "group":
        if owner != "click" or groups:
            raise Unknown("groups in groups")
        chosen = not (isinstance(made, ast.Call) and option(made, "invoke_without_command", known))
        groups[function.name] = {"arguments": arguments, "must_choose": chosen}
        return
    name = _name(function, made, known)
    command = {"name": name, "help": _help(function, made, known), "arguments": arguments}
    if owner != "click" and owner not in groups:
        raise Unknown(owner)
    commands[function.name] = ("" if owner == "click" else owner, command)


def _add(call, groups, commands, known):
    """Takes `group.add_command(function)`."""
    owner = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    name = getattr(call.args[0], "id", "") if len(call.args) == 1 else ""
    if owner not in groups or name not in commands or call.keywords:
        raise Unknown("add_command")
    commands[name] = (owner, commands[name][1])


def _name(function, made, known):
    if isinstance(made, ast.Call):
        given = made.args[0] if made.args else keyword(made, "name")
        if given is not None:
            return str(value_of(given, known))
    if function.name.endswith(_SHORTENED):
        raise Unknown(function.name)
    return function.name.lower().replace("_", "-")


def _help(function, made, known):
    given = option(made, "help", known) if isinstance(made, ast.Call) else None
    text = given or ast.get_docstring(function) or ""
    return text.partition("\f")[0].strip().partition("\n\n")[0].replace("\n", " ")


def _option(call, known):
    """An option; None for one that nobody should see."""
    flags = _flags(call, known)
    written = [each for each in flags if each.startswith("-") or "/" in each]
    if not written or option(call, "hidden", known):
        return None
    if any(each.arg is None for each in call.keywords):
        raise Unknown("more keywords")
    flag = next((each for each in written if each.startswith("--")), written[0])
    flag, _, off = (each.strip() for each in flag.partition("/"))
    default = option(call, "default", known)
    given = keyword(call, "type")
    switch = bool(
        off
        or option(call, "is_flag", known)
        or option(call, "count", known)
        or keyword(call, "flag_value") is not None
        or (isinstance(default, bool) and given is None)
    )
    many = option(call, "nargs", known, 1)
    number, choices = _type(call, known)
    if not number and not given and isinstance(default, (int, float)) and not switch:
        number = type(default).__name__
    asks = bool(option(call, "prompt", known))
    return argument(
        flag,
        off=off,
        help=shown(option(call, "help", known)),
        required=bool(option(call, "required", known)) and not asks,
        switch=switch,
        many=many != 1,
        repeated=bool(option(call, "multiple", known)),
        number=number,
        choices=choices,
        default=("on" if off and default is True else "") if switch else shown(default),
    )


def _argument(call, known):
    names = _flags(call, known)
    many = option(call, "nargs", known, 1)
    default = option(call, "default", known)
    number, choices = _type(call, known)
    must = option(call, "required", known, many != -1 and keyword(call, "default") is None)
    return argument(
        names[0].lower(),
        name=shown(option(call, "metavar", known)) or names[0].lower().replace("_", " "),
        required=bool(must),
        many=many != 1,
        number=number,
        choices=choices,
        default=shown(default),
    )


def _flags(call, known):
    flags = [value_of(each, known) for each in call.args]
    if not flags or not all(isinstance(each, str) for each in flags):
        raise Unknown("flags")
    return flags


def _type(call, known):
    """What a value must be: "int", "float" or "", and the choices."""
    given = keyword(call, "type")
    name = last_name(given)
    if name == "bool" or name == "BOOL":
        return "", ["true", "false"]
    if name == "Choice" and isinstance(given, ast.Call) and given.args:
        try:
            return "", [str(each) for each in value_of(given.args[0], known)]
        except (Unknown, TypeError):
            return "", []
    return _NUMBERS.get(name, ""), []

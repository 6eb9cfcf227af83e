"""Scripts that use argparse: calls of `add_argument`, and commands of their own arguments."""

import ast

from .constants import Unknown, argument, constants, keyword, last_name, option, shown, value_of

_ACTIONS = {"store_true", "store_false", "store", "append", "extend", "count", "version", "help"}
_GROUPS = {"add_argument_group", "add_mutually_exclusive_group"}


def read(tree):
    """What the calls say; None where only the running script knows."""
    try:
        return _Calls(constants(tree)).read(tree)
    except Unknown:
        return None


class _Calls:
    def __init__(self, known):
        self.known = known
        self.parsers = {}  # By what stands before `.add_argument`: the list that its arguments go to.
        self.choices = set()  # What `add_subparsers` gave.
        self.arguments = []
        self.commands = []
        self.must_choose = False
        self.is_loose = False  # Whether it is unknown of which parser an argument is.
        self.parameters = {}  # Of the function around a call, by the call.

    def read(self, tree):
        calls = sorted(
            (node for node in ast.walk(tree) if isinstance(node, ast.Call)),
            key=lambda call: (call.end_lineno, call.end_col_offset),
        )
        assigned = {
            id(node.value): ast.unparse(node.targets[0])
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and len(node.targets) == 1
        }
        for function in ast.walk(tree):
            if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
                names = {each.arg for each in [*function.args.posonlyargs, *function.args.args]}
                for node in ast.walk(function):
                    self.parameters[id(node)] = self.parameters.get(id(node), set()) | names
        for call in calls:
            self._take(call, assigned.get(id(call), ""))
        if self.is_loose and self.choices:
            raise Unknown("an argument of any of the parsers")
        return {
            "arguments": self.arguments,
            "commands": self.commands,
            "must_choose": self.must_choose,
        }

    def _take(self, call, name):
        what = last_name(call)
        owner = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
        if what == "ArgumentParser" and not self.commands:
            self.parsers[name] = self.arguments
        elif what == "add_subparsers":
            if self.choices or self.parsers.get(owner, self.arguments) is not self.arguments:
                raise Unknown("commands in commands")
            self.choices.add(name)
            self.must_choose = bool(option(call, "required", self.known))
        elif what == "add_parser" and self.choices:
            if owner not in self.choices or keyword(call, "parents"):
                raise Unknown("commands made elsewhere")
            self._command(call, name)
        elif what in _GROUPS:
            self.parsers[name] = self._arguments_of(owner, call)
        elif what == "add_argument":
            found = self._argument(call)
            if found:
                self._arguments_of(owner, call).append(found)
        elif what == "parse_known_args" or (what == "ArgumentParser" and self.commands):
            raise Unknown(what)

    def _command(self, call, name):
        title = value_of(call.args[0], self.known) if call.args else None
        if not isinstance(title, str):
            raise Unknown("a command without a name")
        command = {"name": title, "help": _filled(call, self.known), "arguments": []}
        self.commands.append(command)
        if name:
            self.parsers[name] = command["arguments"]

    def _arguments_of(self, owner, call):
        if owner in self.parsers and owner not in self.parameters.get(id(call), ()):
            return self.parsers[owner]
        self.is_loose = True
        return self.arguments

    def _argument(self, call):
        """One argument; None for those of which nothing is asked."""
        flags = [value_of(each, self.known) for each in call.args]
        if not flags or not all(isinstance(each, str) for each in flags):
            raise Unknown("flags")
        if any(each.arg is None for each in call.keywords):
            raise Unknown("more keywords")
        given = keyword(call, "action")
        two_ways = last_name(given) == "BooleanOptionalAction"
        action = "store_true" if two_ways else "store" if given is None else value_of(given, self.known)
        many = keyword(call, "nargs")
        many = None if many is None else value_of(many, self.known)
        if action not in _ACTIONS or many in ("...", "A..."):
            raise Unknown("action")
        if action in ("version", "help"):
            return None
        flag = next((each for each in flags if each.startswith("--")), flags[0])
        positional = not flag.startswith("-")
        choices = option(call, "choices", self.known)
        kind = last_name(keyword(call, "type"))
        default = option(call, "default", self.known)
        switch = action in ("store_true", "store_false", "count")
        return argument(
            flag,
            off="--no-" + flag[2:] if two_ways and flag.startswith("--") else "",
            name=shown(option(call, "metavar", self.known)) or flag.lstrip("-").replace("_", " "),
            help=_filled(call, self.known),
            required=many not in ("?", "*")
            if positional
            else bool(option(call, "required", self.known)),
            switch=switch,
            many=many in ("*", "+") or (isinstance(many, int) and many != 1),
            repeated=action == "append",
            number=kind if kind in ("int", "float") else "",
            choices=[str(each) for each in choices] if isinstance(choices, (list, str)) else [],
            default=("on" if two_ways and default is True else "") if switch else shown(default),
        )


def _filled(call, known):
    """The help without what argparse would fill in."""
    text = shown(option(call, "help", known))
    if text == "==SUPPRESS==":
        return ""
    return text.replace("%(default)s", str(option(call, "default", known))).replace("%%", "%")

"""Scripts that use typer: functions whose parameters are arguments and options."""

import ast

from .constants import Unknown, argument, constants, keyword, last_name, option, shown, value_of

_NUMBERS = ("int", "float")
_LISTS = ("list", "List", "tuple", "Tuple", "set", "Set", "Sequence")


def read(tree):
    """What the functions say; None where only the running script knows."""
    try:
        return _Functions(tree).read()
    except Unknown:
        return None


class _Functions:
    def __init__(self, tree):
        self.known = constants(tree)
        self.tree = tree
        self.functions = {
            node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)
        }
        self.enums = {
            node.name: [
                str(value_of(each.value, self.known))
                for each in node.body
                if isinstance(each, ast.Assign)
            ]
            for node in tree.body
            if isinstance(node, ast.ClassDef) and any("Enum" in last_name(b) for b in node.bases)
        }

    def read(self):
        run = [
            call.args[0].id
            for call in ast.walk(self.tree)
            if isinstance(call, ast.Call)
            and ast.unparse(call.func) == "typer.run"
            and len(call.args) == 1
            and isinstance(call.args[0], ast.Name)
        ]
        if run:
            if len(run) > 1 or run[0] not in self.functions:
                raise Unknown("which of them runs")
            return {"arguments": self._arguments(self.functions[run[0]])}
        commands, callback = [], None
        for function in self.functions.values():
            for each in function.decorator_list:
                if last_name(each) == "command":
                    commands.append(self._command(function, each))
                elif last_name(each) == "callback":
                    callback = (function, each)
        if any(last_name(c) == "add_typer" for c in ast.walk(self.tree) if isinstance(c, ast.Call)):
            raise Unknown("commands in commands")
        if not commands:
            raise Unknown("no command")
        if len(commands) == 1 and callback is None:
            return {"arguments": commands[0]["arguments"]}
        always = []
        must = True
        if callback:
            always = self._arguments(callback[0])
            made = callback[1]
            must = not (isinstance(made, ast.Call) and option(made, "invoke_without_command", self.known))
        return {"arguments": always, "commands": commands, "must_choose": must}

    def _command(self, function, made):
        name, text = None, None
        if isinstance(made, ast.Call):
            name = value_of(made.args[0], self.known) if made.args else option(made, "name", self.known)
            text = option(made, "help", self.known)
        text = text or ast.get_docstring(function) or ""
        return {
            "name": name or function.name.lower().replace("_", "-"),
            "help": text.strip().partition("\n\n")[0].replace("\n", " "),
            "arguments": self._arguments(function),
        }

    def _arguments(self, function):
        given = function.args
        if given.vararg or given.kwarg:
            raise Unknown("any parameters")
        before = [*given.posonlyargs, *given.args]
        pairs = [*zip(before[::-1], given.defaults[::-1], strict=False)]
        defaults = {one.arg: value for one, value in pairs}
        defaults |= {one.arg: value for one, value in zip(given.kwonlyargs, given.kw_defaults, strict=True) if value}
        found = (self._parameter(each, defaults.get(each.arg)) for each in [*before, *given.kwonlyargs])
        return [each for each in found if each]

    def _parameter(self, parameter, default):
        """One parameter; None where typer fills it in."""
        kind, described = parameter.annotation, None
        if isinstance(kind, ast.Subscript) and last_name(kind.value) == "Annotated":
            kind, *rest = kind.slice.elts
            described = next((e for e in rest if last_name(e) in ("Option", "Argument")), None)
        if last_name(kind) == "Context":
            return None
        has_default = default is not None
        if isinstance(default, ast.Call) and last_name(default) in ("Option", "Argument"):
            described = default
            default = described.args[0] if described.args else keyword(described, "default")
            has_default = default is not None and not self._is_ellipsis(default)
            declared = described.args[1:]
        else:
            declared = described.args if described else []
        is_option = last_name(described) == "Option" if described else has_default
        value = None
        if has_default:
            try:
                value = value_of(default, self.known)
            except Unknown:
                value = self._member(default)
        return self._argument(parameter.arg, kind, described, declared, is_option, has_default, value)

    def _argument(self, name, kind, described, declared, is_option, has_default, value):
        kind, many = self._kind(kind)
        plain = last_name(kind) or "str"
        choices = self._choices(kind)
        texts = [value_of(each, self.known) for each in declared] if is_option else []
        flag = next((e for e in texts if e.startswith("--")), texts[0] if texts else "")
        flag = flag or "--" + name.lower().replace("_", "-")
        switch = is_option and plain == "bool"
        flag, _, off = flag.partition("/")
        if switch and not texts:
            off = "--no-" + flag[2:]
        if described and option(described, "hidden", self.known):
            return None
        return argument(
            flag if is_option else name.lower(),
            off=off,
            name=(shown(option(described, "metavar", self.known)) if described else "")
            or (flag.lstrip("-") if is_option else name).replace("_", " "),
            help=shown(option(described, "help", self.known)) if described else "",
            required=not has_default and not (described and option(described, "prompt", self.known)),
            switch=switch,
            many=many and not is_option,
            repeated=many and is_option,
            number=plain if plain in _NUMBERS else "",
            choices=choices,
            default=("on" if off and value is True else "") if switch else shown(value),
        )

    def _kind(self, kind):
        """A type without `Optional` and lists around it, and whether there was a list."""
        if isinstance(kind, ast.BinOp) and isinstance(kind.op, ast.BitOr):
            return self._kind(kind.left)
        if isinstance(kind, ast.Subscript):
            outer = last_name(kind.value)
            if outer == "Optional":
                return self._kind(kind.slice)
            if outer in _LISTS:
                inner = kind.slice.elts[0] if isinstance(kind.slice, ast.Tuple) else kind.slice
                return inner, True
        return kind, False

    def _choices(self, kind):
        if isinstance(kind, ast.Subscript) and last_name(kind.value) == "Literal":
            many = kind.slice.elts if isinstance(kind.slice, ast.Tuple) else [kind.slice]
            return [str(value_of(each, self.known)) for each in many]
        return self.enums.get(last_name(kind), [])

    def _member(self, node):
        """The value of `Color.red` and `Color.red.value`."""
        if isinstance(node, ast.Attribute) and node.attr == "value":
            node = node.value
        for each in self.tree.body:
            if isinstance(each, ast.ClassDef) and isinstance(node, ast.Attribute):
                if each.name == getattr(node.value, "id", ""):
                    for line in each.body:
                        if isinstance(line, ast.Assign) and line.targets[0].id == node.attr:
                            return value_of(line.value, self.known)
        return None

    @staticmethod
    def _is_ellipsis(node):
        return isinstance(node, ast.Constant) and node.value is ...

"""Compares the stubs of a package with its modules: compare_stubs.py FOLDER

Prints what differs: names, parameters with their defaults, `async`. Ends with 1 if anything does.
"""

import ast
import pathlib
import sys


def main(folder):
    different = []
    for module in sorted(folder.glob("*.py")):
        if module.name.startswith("_") and module.name != "__init__.py":
            continue
        stub = module.with_suffix(".pyi")
        if not stub.exists():
            different.append(f"{stub.name} is missing")
        elif module.name != "__init__.py":
            own, said = described(module), described(stub)
            for name in sorted(own.keys() | said.keys()):
                if own.get(name) != said.get(name) and not is_made_at_import(name, own, said):
                    different.append(f"{module.name}: {name}: {own.get(name)} is {said.get(name)}")
    print("\n".join(different), end="")
    return 1 if different else 0


def described(path):
    found = {}
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            found[node.name] = "class"
            for inner in node.body:
                describe(inner, node.name + ".", found)
        else:
            describe(node, "", found)
    return found


def describe(node, prefix, found):
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return
    public = not node.name.startswith("_") or node.name == "__init__"
    decorators = {ast.unparse(each) for each in node.decorator_list}
    if public and "overload" not in decorators:
        for each in ast.walk(node.args):
            if isinstance(each, ast.arg):
                each.annotation = None
        kind = "async def" if isinstance(node, ast.AsyncFunctionDef) else "def"
        found[prefix + node.name] = f"{kind} ({ast.unparse(node.args)})"


def is_made_at_import(name, own, said):
    """Tells whether a class is made by a loop, or a method is the base class's, as stubs have it."""
    if said.get(name) == "class":
        return name not in own and name[0].islower()
    return name not in said and name.partition(".")[0] in ("Classes", "Storage", "Style")


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))

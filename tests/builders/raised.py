"""What the sources say when they refuse: every text that an error can have, with `{}` for each value.

a file  ->  X("code", message)  ->  who gives `message`: a constant, an f-string, a name, a helper  ->  Raised
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

from resume_customizer.core import errors

SOURCES: Final = Path(errors.__file__).parent.parent
VALUE: Final = "{}"
_BRANCHES: Final = {name for name, kind in vars(errors).items() if isinstance(kind, type)} | {
    "GotInTheWay",
    "ConnectionLost",
}
_OTHER_DOORS: Final = {"api", "cli"}
"""What they refuse themselves, they say themselves."""
_DEEPEST: Final = 8
_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Local = dict[str, list[ast.expr]]


@dataclass(frozen=True, slots=True, order=True)
class Raised:
    """One text of one error."""

    module: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class _Module:
    path: str
    functions: dict[str, _Function]
    constants: _Local
    calls: tuple[tuple[ast.Call, _Function | None], ...]
    imported: frozenset[tuple[str, str]]
    """Modules and what is taken from them."""


def every_error() -> set[Raised]:
    """Every text of every error that is made anywhere, but in the other doors."""
    return {found for module in _modules() for found in _of(module)}


def _of(module: _Module) -> Iterator[Raised]:
    for call, function in module.calls:
        if _name(call) in _BRANCHES and call.args and not isinstance(call.args[0], ast.Starred):
            code, message = (_argument(call, at, name) for at, name in enumerate(("code", "message")))
            for text in _texts(message, module, function):
                codes = sorted(_texts(code, module, function))
                yield Raised(module.path, codes[0], text)


@cache
def _modules() -> tuple[_Module, ...]:
    paths = (each for each in sorted(SOURCES.rglob("*.py")) if each.relative_to(SOURCES).parts[0] not in _OTHER_DOORS)
    return tuple(map(_read, paths))


def _read(path: Path) -> _Module:
    tree = ast.parse(path.read_text("utf-8"))
    functions = {each.name: each for each in ast.walk(tree) if isinstance(each, _Function)}
    taken = {
        (f"{(each.module or '').removeprefix('resume_customizer.').replace('.', '/')}.py", name.name)
        for each in ast.walk(tree)
        if isinstance(each, ast.ImportFrom)
        for name in each.names
    }
    home = path.relative_to(SOURCES).as_posix()
    return _Module(home, functions, _assigned(tree.body), tuple(_calls(tree, None)), frozenset(taken))


def _calls(node: ast.AST, function: _Function | None) -> Iterator[tuple[ast.Call, _Function | None]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child, function
        yield from _calls(child, child if isinstance(child, _Function) else function)


def _assigned(nodes: list[ast.stmt]) -> _Local:
    found: _Local = {}
    for node in nodes:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        for target in targets:
            if isinstance(target, ast.Name) and isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                found.setdefault(target.id, []).append(node.value)
    return found


@cache
def _locals(function: _Function) -> _Local:
    """What names of a function are given; nothing for those whose value nobody knows."""
    found: _Local = {each.arg: [] for each in (*function.args.args, *function.args.kwonlyargs)}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign | ast.AnnAssign):
            for name, values in _assigned([node]).items():
                found.setdefault(name, []).extend(values)
        elif isinstance(node, ast.NamedExpr):
            found.setdefault(node.target.id, []).append(node.value)
    for node in ast.walk(function):
        if isinstance(node, ast.Tuple | ast.For | ast.comprehension):
            names = ast.walk(node if isinstance(node, ast.Tuple) else node.target)
            unknown = {each.id for each in names if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
            found |= {name: [] for name in unknown}
    return found


def _texts(node: ast.expr | None, module: _Module, function: _Function | None, depth: int = 0) -> set[str]:
    """Every text that an expression can be; `{}` for what is not known."""

    def go(inner: ast.expr) -> set[str]:
        return _texts(inner, module, function, depth + 1)

    if node is None or depth > _DEEPEST:
        return {VALUE}
    if isinstance(node, ast.Name):
        return _named(node, module, function, depth)
    if isinstance(node, ast.Call):
        return _called(node, module, function, depth)
    return _written(node, go)


def _written(node: ast.expr, go: Callable[[ast.expr], set[str]]) -> set[str]:
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.JoinedStr(values=values):
            return _joined([go(each) for each in values])
        case ast.FormattedValue(value=value, format_spec=None):
            return go(value)
        case ast.IfExp(body=one, orelse=other):
            return go(one) | go(other)
        case ast.BoolOp(op=ast.Or(), values=[*first, last]):
            return (set().union(*map(go, first)) - {""}) | go(last)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _joined([go(left), go(right)])
    return {VALUE}


def _called(node: ast.Call, module: _Module, function: _Function | None, depth: int) -> set[str]:
    match node:
        case ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str(text))]):
            return {text}
        case ast.Call(func=ast.Name(id=name)):
            return _returned(name, module, depth)
        case ast.Call(func=ast.Attribute(value=value, attr="strip")):
            return _texts(value, module, function, depth + 1)
    return {VALUE}


def _joined(parts: list[set[str]]) -> set[str]:
    return {"".join(each) for each in product(*parts)}


def _named(node: ast.Name, module: _Module, function: _Function | None, depth: int) -> set[str]:
    name, local = node.id, _locals(function) if function else {}
    if name not in local:
        given = module.constants.get(name, [])
        return set().union(*(_texts(each, module, None, depth + 1) for each in given)) or {VALUE}
    given = _counting(local[name], node, function)
    found = set().union(*(_texts(each, module, function, depth + 1) for each in given)) or {VALUE}
    if function and name in (places := [each.arg for each in function.args.args]):
        found = (found - {VALUE}) | (_given(module, function, name, places.index(name), depth) or {VALUE})
    return found


def _counting(given: list[ast.expr], node: ast.Name, function: _Function | None) -> list[ast.expr]:
    """The values that a name may have here: those before, from the last one on that every way passes."""
    before = [each for each in given if each.lineno < node.lineno] or given
    ways = {statement.lineno for statement in function.body} if function else set()
    certain = [at for at, each in enumerate(before) if each.lineno in ways or each.lineno - 1 in ways]
    return before[certain[-1] :] if certain else before


def _given(home: _Module, function: _Function, name: str, at: int, depth: int) -> set[str]:
    """What a helper that raises is told by those who call it."""
    found: set[str] = set()
    if not _raises(function):
        return found
    for module in _modules():
        is_known = module is home or (home.path, function.name) in module.imported
        for call, caller in module.calls if is_known else ():
            if _name(call) == function.name:
                shift = 1 if isinstance(call.func, ast.Attribute) and function.args.args[0].arg == "self" else 0
                argument = _argument(call, at - shift, name)
                found |= _texts(argument, module, caller, depth + 1) if argument is not None else set()
    return found


def _raises(function: _Function) -> bool:
    return any(isinstance(each, ast.Call) and _name(each) in _BRANCHES for each in ast.walk(function))


def _returned(name: str, module: _Module, depth: int) -> set[str]:
    function = module.functions.get(name)
    homes = [module] if function else [each for each in _modules() if (each.path, name) in module.imported]
    if len(homes) != 1 or name not in homes[0].functions:
        return {VALUE}
    function = homes[0].functions[name]
    values = [each.value for each in ast.walk(function) if isinstance(each, ast.Return)]
    found = set().union(*(_texts(each, homes[0], function, depth + 1) for each in values)) or {VALUE}
    return found - {""} if len(found) > 1 else found


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _argument(call: ast.Call, at: int, name: str) -> ast.expr | None:
    if 0 <= at < len(call.args):
        return call.args[at]
    return next((each.value for each in call.keywords if each.arg == name), None)

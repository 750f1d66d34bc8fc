"""The fields of a dataclass with what their docstrings say."""

import ast
import inspect
from collections.abc import Iterable

from docs.generator.page import table


def field_table(term: type) -> str:
    """A table of a dataclass's fields: name, type, meaning. Empty string if it has none."""
    rows = list(_fields(term))
    return table(("Field", "Type", "Meaning"), rows) if rows else ""


def _fields(term: type) -> Iterable[tuple[str, str, str]]:
    body = _body(term)
    for place, node in enumerate(body):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield f"`{node.target.id}`", f"`{ast.unparse(node.annotation)}`", _docstring_after(body, place)


def _body(term: type) -> list[ast.stmt]:
    tree = ast.parse(inspect.cleandoc(inspect.getsource(term)))
    defined = tree.body[0]
    if not isinstance(defined, ast.ClassDef):
        raise TypeError(f"{term!r} is not a class")
    return defined.body


def _docstring_after(body: list[ast.stmt], place: int) -> str:
    following = body[place + 1] if place + 1 < len(body) else None
    if (
        isinstance(following, ast.Expr)
        and isinstance(following.value, ast.Constant)
        and isinstance(following.value.value, str)
    ):
        return inspect.cleandoc(following.value.value)
    return ""

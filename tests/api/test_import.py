"""`import beleg` stays quick: nothing heavy is loaded before it is used, and the stub names what there is."""

import ast
import subprocess
import sys
from importlib.resources import files

import pytest

import beleg

HEAVY = {
    "alembic",
    "click",
    "fastapi",
    "httpx",
    "jinja2",
    "lxml",
    "pydantic",
    "rensa",
    "sqlalchemy",
    "trafilatura",
}


def modules_after(program: str) -> set[str]:
    """The top-level modules loaded in a fresh interpreter after running `program`."""
    shown = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{program}\nimport sys\nprint(*sorted({{m.partition('.')[0] for m in sys.modules}}))",
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    return set(shown.stdout.split())


def test_importing_beleg_loads_nothing_heavy() -> None:
    assert not modules_after("import beleg") & HEAVY


def test_the_terms_load_nothing_heavy() -> None:
    assert not modules_after("from beleg import Source, Report, Error; Source(text='Ja.')") & HEAVY


def test_checking_texts_needs_neither_database_nor_web() -> None:
    program = "import beleg; beleg.check('Der Rat tagt.', sources=['Der Rat tagt.'])"
    assert not modules_after(program) & (HEAVY - {"lxml"})


def test_every_public_name_is_there_and_documented() -> None:
    for name in beleg.__all__:
        assert getattr(beleg, name) is not None
        if name != "__version__":
            assert getattr(beleg, name).__doc__
    assert set(beleg.__all__) <= set(dir(beleg))


def test_the_stub_names_exactly_the_public_names() -> None:
    stub = ast.parse((files("beleg") / "__init__.pyi").read_text(encoding="utf-8"))
    imported = {
        alias.asname for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    declared = {
        node.target.id
        for node in stub.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    assert imported | declared == {*beleg.__all__, "__all__"}


def test_the_stub_takes_every_name_from_where_it_is_loaded() -> None:
    stub = ast.parse((files("beleg") / "__init__.pyi").read_text(encoding="utf-8"))
    for node in stub.body:
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                assert getattr(beleg, alias.name).__module__ == node.module


def test_other_names_are_refused_as_python_has_it() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        beleg.nothing  # type: ignore[attr-defined]  # noqa: B018

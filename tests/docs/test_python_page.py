"""The page for Python programs: its table has the calls as they are, and its lines run."""

import ast
import inspect
import re
from pathlib import Path

import pytest

import beleg
from beleg.newsroom.example import draft, source_file

PAGE = (Path(__file__).parents[2] / "docs" / "python.md").read_text(encoding="utf-8")
CALLS = re.findall(r"^\| `beleg\.(\w+\(.*\))` \|", PAGE, re.MULTILINE)


def _parameters(call: str) -> dict[str, tuple[bool, bool]]:
    """Of each parameter of a call as the page writes it: whether it goes by its name only, and whether it may be left
    out.
    """
    (definition,) = ast.parse(f"def {call}: ...").body
    assert isinstance(definition, ast.FunctionDef)
    said = definition.args
    required = len(said.args) - len(said.defaults)
    return {
        **{one.arg: (False, place >= required) for place, one in enumerate(said.args)},
        **{
            one.arg: (True, default is not None)
            for one, default in zip(said.kwonlyargs, said.kw_defaults, strict=True)
        },
    }


@pytest.mark.parametrize("call", CALLS)
def test_a_call_has_the_parameters_that_the_page_names(call: str) -> None:
    called = getattr(beleg, call.partition("(")[0])
    real = {
        one.name: (one.kind is one.KEYWORD_ONLY, one.default is not one.empty)
        for one in inspect.signature(called).parameters.values()
    }
    told = _parameters(call)
    assert told.items() <= real.items()
    left_out = real.keys() - told.keys()
    assert not left_out or (call.startswith("ChatJudge(") and all(real[name][1] for name in left_out))


def test_every_public_function_stands_in_the_table() -> None:
    functions = {name for name in beleg.__all__ if inspect.isfunction(getattr(beleg, name))}
    assert functions <= {call.partition("(")[0] for call in CALLS}


def test_the_lines_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    block = re.search(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert block
    (tmp_path / "meldung.xml").write_bytes(source_file("agentur.xml"))
    monkeypatch.chdir(tmp_path)
    exec(block[1], {"draft": draft()})
    assert "error number_changed 28,3 Millionen Euro" in capsys.readouterr().out


def test_a_house_style_can_be_read_and_given() -> None:
    style = beleg.read_style(
        '[[word]]\nlanguage = "de"\navoid = "Humanressource*"\ninstead = "Beschäftigte"\n'
    )
    assert style == beleg.HouseStyle(
        words=(beleg.HouseWord(language="de", avoid="Humanressource*", instead="Beschäftigte"),)
    )
    report = beleg.check("Der Betrieb in Ahrenkamp sucht Humanressourcen.", language="de", style=style)
    assert "loaded_term" in {finding.check for finding in report.findings}
    with pytest.raises(beleg.Error, match="no TOML"):
        beleg.read_style("[")

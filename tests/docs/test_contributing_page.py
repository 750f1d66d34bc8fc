"""The page for contributors: the check that it shows is one, and the house is built as it says."""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import beleg.checks
from beleg.checks.catalogue import catalogue, check_named, message_in
from beleg.checks.check import Check
from beleg.language.registry import language_for
from beleg.pipeline import check_draft
from beleg.terms.source import Source

PAGE = Path(__file__).parents[2] / "docs" / "contributing.md"
ID = "doubled_exclamation_mark"


def _forget() -> None:
    sys.modules.pop(f"beleg.checks.{ID}", None)
    catalogue.cache_clear()
    check_named.cache_clear()


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Check]:
    """The check of the page, saved as the page says, and discovered."""
    code = re.search(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert code is not None
    (tmp_path / f"{ID}.py").write_text(code[1], encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(beleg.checks, "__path__", [*beleg.checks.__path__, str(tmp_path)])
        _forget()
        check = check_named(ID)
        assert check is not None
        yield check
    _forget()


def test_its_cases_hold(shown: Check) -> None:
    for case in shown.cases:
        report = check_draft(Source(text=case.draft), [], language=language_for(case.language))
        found = [finding for finding in report.findings if finding.check == ID]
        assert [case.draft[one.start : one.end] for one in found] == list(case.flagged)
        assert all("{" not in message_in(one, "de") + message_in(one, "en") for one in found)


def test_it_has_the_cases_that_the_page_asks_for(shown: Check) -> None:
    flagged = [case.language for case in shown.cases if case.flagged]
    clean = [case.language for case in shown.cases if not case.flagged]
    assert len(flagged) >= 6 and "en" in flagged
    assert len(clean) >= 6 and "en" in clean


def test_it_is_gone_afterwards() -> None:
    assert check_named(ID) is None


def test_the_house_is_built_as_the_page_draws_it() -> None:
    root = PAGE.parents[1]
    contracts = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (layers,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    built = [re.findall(r"beleg\.(\w+)", layer) for layer in layers]
    drawn = (
        PAGE.read_text("utf-8")
        .partition("## How the house is built")[2]
        .partition("```text\n")[2]
        .partition("```")[0]
    )
    rows = [re.split(r" {2,}", line, maxsplit=1) for line in drawn.splitlines()]
    assert [rooms.split(" · ") for rooms, _ in rows] == built

"""Cutting by the rules of SRX."""

import sys

import pytest
from choppa import SrxDocument, SrxTextIterator
from choppa.structures import LanguageRule
from choppa.structures import Rule as ChoppasRule
from hypothesis import given
from hypothesis import strategies as st

from beleg.language.srx import Rule, Rules, language_tool

FULL_STOP = Rule(True, r"\.\s+", "")
RULES = [
    Rule(False, r"\bDr\.\s+", ""),
    Rule(False, r"\d+\.\s+", r"(März|Mai)"),
    FULL_STOP,
    Rule(False, r"\b[Nn]r!\s*", ""),
    Rule(True, r"!\s*", r"\p{Lu}"),
]


def test_exceptions_stand_before_the_rule_they_except() -> None:
    text = "Am 3. Mai kam Dr. Voss. Nr! Sieben! gewann. Halt!Ende."
    assert list(Rules(RULES).pieces(text)) == [
        "Am 3. Mai kam Dr. Voss. ",
        "Nr! Sieben! gewann. ",
        "Halt!",
        "Ende.",
    ]
    # The exception for "Nr!" stands after the full stop, that for "Dr." before both.
    assert list(Rules([FULL_STOP, *RULES]).pieces("Dr. Voss.")) == ["Dr. ", "Voss."]


def test_no_break_at_all() -> None:
    assert list(Rules([]).pieces("Ein. Zwei.")) == ["Ein. Zwei."]
    assert list(Rules(RULES).pieces("")) == []


def test_language_has_general_rules_its_own_and_the_defaults() -> None:
    lists = dict(language_tool("de"))
    assert list(lists) == ["GeneralImportant", "German", "Default"]
    assert not any(rule.breaks for rule in lists["GeneralImportant"])
    assert any("www" in rule.before for rule in lists["GeneralImportant"])


@pytest.mark.parametrize("code", ["de", "en"])
@given(
    words=st.lists(
        st.sampled_from(
            "Am 10. März kam Dr. Kern z. B. um 12.30 Uhr. Halt! „Nein?“ (Ja.) Nr. 5 usw. Das U.S. Office Mr. Bell said. www.x.de. … a) St. Pauli\n- Punkt 2a. Neu".split(
                " "
            )
        ),
        max_size=25,
    )
)
def test_cuts_as_choppa_does(code: str, words: list[str]) -> None:
    ours, theirs = _both(code)
    text = " ".join(words)
    assert list(ours.pieces(text)) == list(SrxTextIterator(theirs, code, text))


_KNOWN: dict[str, tuple[Rules, SrxDocument]] = {}


def _both(code: str) -> tuple[Rules, SrxDocument]:
    """The rules of a language but those for brackets, which take long, here and in choppa."""
    if code not in _KNOWN:
        kept = [
            rule for _, rules in language_tool(code) for rule in rules if not rule.before.startswith(r"\([^")
        ]
        document = SrxDocument(cascade=True)
        document.add_language_map(
            ".*", LanguageRule("all", [ChoppasRule(one.breaks, one.before, one.after) for one in kept])
        )
        _KNOWN[code] = Rules(kept), document
    return _KNOWN[code]


def test_choppa_is_read_and_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "choppa")
    assert language_tool("en")
    assert "choppa" not in sys.modules

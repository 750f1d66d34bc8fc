"""Every case of every check, through the whole pipeline: exactly the words it names are flagged."""

import re

import pytest

from beleg.checks.catalogue import catalogue, message_in, title_in
from beleg.checks.check import Case, Check
from beleg.language.registry import language_for
from beleg.pipeline import check_draft
from beleg.terms.finding import Finding
from beleg.terms.source import Source

CASES = [
    pytest.param(check, case, id=f"{check.id}-{'flagged' if case.flagged else 'clean'}-{number}")
    for check in catalogue()
    for number, case in enumerate(check.cases)
]


def _run(case: Case) -> tuple[Finding, ...]:
    return check_draft(
        Source(text=case.draft),
        [one if isinstance(one, Source) else Source(text=one) for one in case.sources],
        language=language_for(case.language),
        style=case.style,
    ).findings


@pytest.mark.parametrize(("check", "case"), CASES)
def test_the_words_named_are_flagged_and_no_others(check: Check, case: Case) -> None:
    found = [finding for finding in _run(case) if finding.check == check.id]
    assert [case.draft[finding.start : finding.end] for finding in found] == list(case.flagged)


def _count(check: Check, *, flagged: bool, language: str = "") -> int:
    """How many cases of a check are flagged or clean, in one language if one is given."""
    return sum(bool(case.flagged) is flagged and case.language.startswith(language) for case in check.cases)


@pytest.mark.parametrize("check", catalogue(), ids=lambda check: check.id)
def test_a_check_has_six_cases_of_each_kind_and_none_twice(check: Check) -> None:
    assert _count(check, flagged=True) >= 6
    assert _count(check, flagged=False) >= 6
    assert len(set(map(repr, check.cases))) == len(check.cases)


@pytest.mark.parametrize("check", catalogue(), ids=lambda check: check.id)
def test_a_check_shows_english_or_says_that_it_does_not_read_it(check: Check) -> None:
    limits = (type(check).__doc__ or "").partition("## What it cannot see")[2]
    silent = re.search(r"\bEnglish\b[^.]* not\s+looked\s+at\b", limits) is not None
    assert _count(check, flagged=False, language="en") >= 1
    assert (_count(check, flagged=True, language="en") == 0) is silent


@pytest.mark.parametrize("check", catalogue(), ids=lambda check: check.id)
def test_the_words_flagged_stand_in_the_draft(check: Check) -> None:
    for case in check.cases:
        place = 0
        for words in case.flagged:
            place = case.draft.index(words, place) + len(words)


@pytest.mark.parametrize("check", catalogue(), ids=lambda check: check.id)
def test_a_check_has_its_three_headings(check: Check) -> None:
    doc = type(check).__doc__ or ""
    assert [line.strip() for line in doc.splitlines() if line.strip().startswith("## ")] == [
        "## What it does",
        "## Why it matters",
        "## What it cannot see",
    ]
    assert doc.splitlines()[0].endswith(".")


@pytest.mark.parametrize(("check", "case"), CASES)
def test_a_message_is_complete_in_both_languages(check: Check, case: Case) -> None:
    for finding in _run(case):
        for language in ("de", "en"):
            message = message_in(finding, language)
            assert not re.search(r"\{\w+\}", message)
            assert not message.endswith((".“.", ".”."))
            assert message[-1] in ".:?"
    assert title_in(check.id, "de") != title_in(check.id, "en")


def test_the_catalogue_is_complete() -> None:
    against_sources = {check.id for check in catalogue() if check.needs_sources}
    assert against_sources >= {
        "attribution_lost",
        "cause_invented",
        "copied_passage",
        "date_changed",
        "hedge_lost",
        "name_changed",
        "negation_flipped",
        "number_changed",
        "overgeneralised",
        "quotation_altered",
        "quotation_not_in_source",
        "quotation_out_of_context",
        "role_reversed",
        "single_origin",
        "source_superseded",
        "sources_disagree",
        "speaker_mismatch",
        "unsupported_sentence",
    }
    assert {check.id for check in catalogue()} - against_sources >= {
        "ambiguous_pronoun_speaker",
        "chatbot_residue",
        "disclosure_without_record",
        "empty_section",
        "headline_not_covered",
        "invisible_character",
        "judgement_unattributed",
        "loaded_term",
        "mood_inconsistent",
        "repetition",
        "source_without_reference",
        "speaker_without_function",
        "spelling",
        "statement_unmarked",
        "teaser_in_text",
        "unbalanced_quotation_marks",
        "unnamed_source",
        "verb_agreement",
    }

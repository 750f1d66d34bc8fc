"""Every case of every check, through the whole pipeline: exactly the words it names are flagged."""

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
    ).findings


@pytest.mark.parametrize(("check", "case"), CASES)
def test_the_words_named_are_flagged_and_no_others(check: Check, case: Case) -> None:
    found = [finding for finding in _run(case) if finding.check == check.id]
    assert [case.draft[finding.start : finding.end] for finding in found] == list(case.flagged)


@pytest.mark.parametrize("check", catalogue(), ids=lambda check: check.id)
def test_a_check_has_flagged_and_clean_cases_and_its_three_headings(check: Check) -> None:
    assert sum(bool(case.flagged) for case in check.cases) >= 3
    assert sum(not case.flagged for case in check.cases) >= 2
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
            assert "{" not in message
            assert message[-1] in ".:?"
    assert title_in(check.id, "de") != title_in(check.id, "en")


def test_the_catalogue_of_the_first_version_is_complete() -> None:
    assert {check.id for check in catalogue()} >= {
        "attribution_lost",
        "chatbot_residue",
        "disclosure_without_record",
        "empty_section",
        "name_changed",
        "number_changed",
        "quotation_altered",
        "quotation_not_in_source",
        "speaker_mismatch",
        "unbalanced_quotation_marks",
        "unsupported_sentence",
    }

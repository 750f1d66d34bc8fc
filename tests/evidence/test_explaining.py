"""The units of a sentence: what was found is laid out as it was found, and spans slice back."""

import pytest

from beleg.evidence.explaining import explained
from beleg.language.registry import language_for
from beleg.reading import read
from beleg.terms.clause import ClauseEvidence, ClauseState, Marker
from beleg.terms.evidence import DateEvidence, NameEvidence, SentenceEvidence
from beleg.terms.passage import Passage
from beleg.terms.reading import Sentence
from beleg.terms.span import Span
from beleg.terms.unit import Outcome, Unit, UnitKind
from tests.evidence.gathered import gather
from tests.evidence.readings import read_source

SOURCE = (
    "Der Stadtrat von Lindenau beschloss am Dienstag den Bau einer Sporthalle für 21 Millionen Euro. "
    "„Wir öffnen die Halle im Herbst“, sagte Bürgermeisterin Anna Weber. "
    "Der Keller sei angeblich feucht, sagte Bauleiter Jens Kroll. Einige Händler klagen über den Lärm."
)


def units(draft: str, source: str = SOURCE, code: str = "de") -> tuple[Unit, ...]:
    language = language_for(code)
    assert language is not None
    (evidence,) = gather(read(draft, language), [read_source(source, code)], language)
    found = explained(evidence, draft, enough=0.5)
    for unit in found:
        if unit.kind is not UnitKind.QUOTATION:
            assert unit.span.of(draft) == unit.text or unit.kind is UnitKind.SPEAKER
        if unit.passage:
            assert unit.passage.span.of(source) == unit.passage.text
    return found


def the(kind: UnitKind, found: tuple[Unit, ...], words: str = "") -> Unit:
    (unit,) = [unit for unit in found if unit.kind is kind and words in unit.text]
    return unit


def test_content_comes_first_with_the_words_no_passage_has() -> None:
    found = units("Der Stadtrat beschloss den Bau einer Sporthalle mit Sauna.")
    assert found[0].kind is UnitKind.CONTENT
    assert found[0].outcome is Outcome.FOUND
    assert 0.5 <= float(found[0].value("coverage")) < 1
    assert found[0].value("enough") == "0.50"
    assert [unit.text for unit in found if unit.kind is UnitKind.WORD] == ["Sauna"]


def test_content_that_is_too_little_and_none_at_all() -> None:
    assert units("Anwohner sammelten nachts Unterschriften.")[0].outcome is Outcome.NOWHERE
    nothing = units("Wie geht es in Lindenau nun weiter?")[0]
    assert (nothing.outcome, nothing.values) == (Outcome.OPEN, (("asserts", "nothing"),))


@pytest.mark.parametrize(
    ("draft", "outcome", "values"),
    [
        ("„Wir öffnen die Halle im Herbst“, sagte Weber.", Outcome.FOUND, [("places", "1")]),
        ("„Wir öffnen die Halle im Winter“, sagte Weber.", Outcome.DIFFERENT, [("differing", "Winter")]),
        ("„Niemand hat uns jemals etwas davon erzählt“, sagte Weber.", Outcome.NOWHERE, []),
    ],
)
def test_a_direct_quotation(draft: str, outcome: Outcome, values: list[tuple[str, str]]) -> None:
    unit = the(UnitKind.QUOTATION, units(draft))
    assert unit.outcome is outcome
    assert list(unit.values) == [("kind", "direct"), *values]
    assert (unit.passage is None) is (outcome is Outcome.NOWHERE)


def test_who_says_it_here_and_there() -> None:
    same = the(UnitKind.SPEAKER, units("„Wir öffnen die Halle im Herbst“, sagte Weber."))
    assert (same.outcome, same.text, same.value("there")) == (
        Outcome.FOUND,
        "Weber",
        "Bürgermeisterin Anna Weber",
    )
    other = the(UnitKind.SPEAKER, units("„Wir öffnen die Halle im Herbst“, sagte Jens Kroll."))
    assert (other.outcome, other.value("here")) == (Outcome.DIFFERENT, "Jens Kroll")


def test_indirect_speech_is_found_where_somebody_says_the_same() -> None:
    found = units("Der Keller sei feucht, sagte Kroll.")
    assert the(UnitKind.QUOTATION, found).outcome is Outcome.FOUND
    assert the(UnitKind.QUOTATION, found).value("kind") == "indirect"


def test_numbers_found_changed_and_nowhere() -> None:
    draft = "Der Stadtrat von Lindenau beschloss den Bau einer Sporthalle für {}."
    assert the(UnitKind.NUMBER, units(draft.format("21 Millionen Euro"))).outcome is Outcome.FOUND
    changed = the(UnitKind.NUMBER, units(draft.format("12 Millionen Euro")))
    assert (changed.outcome, changed.value("instead")) == (Outcome.DIFFERENT, "21 Millionen Euro")
    assert the(UnitKind.NUMBER, units(draft.format("450 Kinder"))).outcome is Outcome.NOWHERE


def test_dates_found_and_changed() -> None:
    draft = "Der Stadtrat von Lindenau beschloss am {} den Bau einer Sporthalle."
    assert the(UnitKind.DATE, units(draft.format("Dienstag"))).outcome is Outcome.FOUND
    changed = the(UnitKind.DATE, units(draft.format("Freitag")))
    assert (changed.outcome, changed.value("instead")) == (Outcome.DIFFERENT, "Dienstag")
    assert not [unit for unit in units(draft.format("Dienstag")) if unit.kind is UnitKind.NUMBER]


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        (DateEvidence(span=Span(0, 3), words="Die", open=True), Outcome.OPEN),
        (DateEvidence(span=Span(0, 3), words="Die"), Outcome.NOWHERE),
    ],
)
def test_dates_nobody_can_tell_and_dates_nowhere(given: DateEvidence, outcome: Outcome) -> None:
    sentence = Sentence(start=0, end=3, text="Die")
    evidence = SentenceEvidence(sentence=sentence, claims=True, dates=(given,))
    assert the(UnitKind.DATE, explained(evidence, "Die", enough=0.5)).outcome is outcome


@pytest.mark.parametrize("certain", [True, False])
def test_a_name_that_may_be_another_or_none_is_marked(certain: bool) -> None:
    sentence = Sentence(start=0, end=4, text="Kern")
    names = (
        NameEvidence(span=Span(0, 4), words="Kern", named=False, instead="Korn", certain=certain),
        NameEvidence(span=Span(0, 2), words="Ke", named=False, certain=certain),
    )
    evidence = SentenceEvidence(sentence=sentence, claims=True, names=names)
    found = [unit for unit in explained(evidence, "Kern", enough=0.5) if unit.kind is UnitKind.NAME]
    assert [unit.outcome for unit in found] == [Outcome.DIFFERENT, Outcome.NOWHERE]
    assert all(unit.has("doubtful") is not certain for unit in found)


def test_names_found_changed_and_nowhere() -> None:
    assert the(UnitKind.NAME, units("Bürgermeisterin Anna Weber will die Halle im Herbst öffnen.")).passage
    changed = the(UnitKind.NAME, units("Bauleiter Jens Krull hält den Keller angeblich für feucht."))
    assert (changed.outcome, changed.value("instead")) == (Outcome.DIFFERENT, "Jens Kroll")
    nowhere = the(UnitKind.NAME, units("Förster Heribert Quandt lobte den Umbau am Dienstag."))
    assert (nowhere.outcome, nowhere.passage) == (Outcome.NOWHERE, None)


def test_a_clause_that_became_a_fact_and_one_that_stayed_a_statement() -> None:
    fact = the(UnitKind.CLAUSE, units("Der Keller ist feucht."))
    assert fact.outcome is Outcome.DIFFERENT
    assert fact.value("there_attributed") == "Bauleiter Jens Kroll"
    assert fact.value("there_doubt") == "angeblich"
    assert not fact.has("here_attributed")
    kept = the(UnitKind.CLAUSE, units("Der Keller sei angeblich feucht, sagte Kroll."), "sei")
    assert (kept.outcome, kept.value("here_attributed")) == (Outcome.FOUND, "Kroll")


def test_a_clause_of_a_part_told_of_all() -> None:
    clause = the(UnitKind.CLAUSE, units("Die Händler klagen über den Lärm."))
    assert clause.outcome is Outcome.DIFFERENT
    assert clause.has("broader")


def test_a_reason_the_source_names_in_other_words_is_no_difference() -> None:
    source = "Die Straße war nach dem Unfall gesperrt, weil Öl ausgelaufen war."
    clause = units("Deshalb war die Straße nach dem Unfall gesperrt.", source)
    assert all(unit.outcome is Outcome.FOUND for unit in clause if unit.kind is UnitKind.CLAUSE)
    invented = units("Wegen Pfusch war die Straße gesperrt.", "Die Straße war gesperrt.")
    assert the(UnitKind.CLAUSE, invented).outcome is Outcome.DIFFERENT


def test_a_reservation_the_source_has_as_well_in_other_words_is_no_difference() -> None:
    source = "Der Keller ist vermutlich feucht."
    assert the(UnitKind.CLAUSE, units("Der Keller könnte feucht sein.", source)).outcome is Outcome.FOUND


@pytest.mark.parametrize(
    ("here", "there", "outcome"),
    [
        ((), (Marker.PLAN,), Outcome.DIFFERENT),
        ((Marker.RESERVE,), (Marker.PLAN,), Outcome.FOUND),
        ((), (Marker.RESERVE,), Outcome.FOUND),
        ((Marker.DOUBT,), (Marker.POSSIBILITY,), Outcome.FOUND),
        ((Marker.DOUBT,), (), Outcome.DIFFERENT),
        ((), (Marker.SOME,), Outcome.DIFFERENT),
        ((Marker.ALL,), (), Outcome.DIFFERENT),
        ((Marker.DENIAL,), (Marker.DENIAL,), Outcome.FOUND),
        ((Marker.DENIAL,), (), Outcome.DIFFERENT),
    ],
)
def test_which_markers_make_a_difference(
    here: tuple[Marker, ...], there: tuple[Marker, ...], outcome: Outcome
) -> None:
    draft = "Die Halle öffnet."
    clause = ClauseEvidence(
        span=Span(0, len(draft)),
        passage=Passage("s", 0, 3, "Die"),
        shared=1.0,
        aligned=2,
        here=ClauseState(marked=tuple((marker, "so") for marker in here)),
        there=ClauseState(marked=tuple((marker, "so") for marker in there)),
        anywhere=frozenset(there),
    )
    sentence = Sentence(start=0, end=len(draft), text=draft)
    found = explained(SentenceEvidence(sentence=sentence, claims=True, clauses=(clause,)), draft, enough=0.5)
    unit = the(UnitKind.CLAUSE, found)
    assert unit.outcome is outcome
    assert not unit.has("there_reserve")


def test_the_same_evidence_in_english() -> None:
    source = "The council approved the hall for 21 million euros, mayor Anna Weber said."
    found = units("The council approved the hall for 12 million euros.", source, "en")
    assert the(UnitKind.NUMBER, found).value("instead") == "21 million euros"
    assert the(UnitKind.CLAUSE, found).value("there_attributed").endswith("Anna Weber")


def test_the_same_evidence_gives_the_same_units_in_the_order_of_the_draft() -> None:
    draft = "„Wir öffnen die Halle im Herbst“, sagte Jens Kroll am Dienstag in Lindenau."
    found = units(draft)
    assert found == units(draft)
    others = [unit for unit in found if unit.kind not in (UnitKind.CONTENT, UnitKind.WORD)]
    assert others == sorted(others, key=lambda unit: (unit.start, -unit.end))
    assert len(others) == len(set(others))

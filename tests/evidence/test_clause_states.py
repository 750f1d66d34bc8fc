"""What a clause of the draft says, beside what the source says of the same."""

import pytest

from beleg.language.de.german import GERMAN
from beleg.reading import read
from beleg.terms.clause import ClauseEvidence, Marker
from tests.evidence.gathered import gather
from tests.evidence.readings import read_source


def _compared(draft: str, *sources: str) -> tuple[ClauseEvidence, ...]:
    reading = read(draft, GERMAN)
    found = gather(reading, [read_source(source) for source in sources], GERMAN)
    return tuple(clause for sentence in found for clause in sentence.clauses)


def test_both_states_stand_beside_each_other() -> None:
    (clause,) = _compared("Die Halle öffnet im Mai.", "Die Halle soll im Mai öffnen.")
    assert Marker.PLAN not in clause.here.marks
    assert clause.there.words(Marker.PLAN) == "soll"
    assert clause.passage.text == "Die Halle soll im Mai öffnen."
    assert clause.shared == pytest.approx(1.0)


def test_the_speaker_of_the_source_is_named() -> None:
    (clause,) = _compared("Die Halle ist sicher.", "Die Halle sei sicher, sagte Gutachterin Eva Lorenz.")
    assert not clause.here.attributed
    assert clause.there.attributed
    assert "Eva Lorenz" in clause.there.speaker


def test_a_difference_counts_only_if_it_is_one_to_every_passage() -> None:
    (clause,) = _compared(
        "Im Mai öffnet die Halle.", "Die Halle soll im Mai öffnen.", "Die Halle öffnet im Mai."
    )
    assert Marker.PLAN not in clause.there.marks
    assert Marker.PLAN in clause.anywhere


def test_the_clause_is_looked_for_where_its_verb_is() -> None:
    clauses = _compared(
        "Ein Kurzschluss im Kabelschacht entzündete die Dämmung.",
        "Man geht von einem Kurzschluss im Kabelschacht aus, der die Dämmung entzündet haben soll.",
    )
    assert any(Marker.DOUBT in clause.there.marks for clause in clauses)


def test_a_clause_that_joins_two_sentences_is_compared_with_both() -> None:
    clauses = _compared(
        "Bei der Suche nach den vermissten Wanderern am Nebelhorn wurden zwei Retter verletzt.",
        "Die Bergwacht setzte die Suche nach den vermissten Wanderern am Nebelhorn fort. Dabei sollen zwei Retter verletzt worden sein.",
    )
    assert any(Marker.DOUBT in clause.there.marks for clause in clauses)


@pytest.mark.parametrize(
    ("draft", "source", "word"),
    [
        ("Die Preise sind gestiegen.", "Die Preise sind gesunken.", "gesunken"),
        ("Der Verein meldet ein Plus.", "Der Verein meldet ein Minus.", "Minus"),
        ("Die Preise sind gestiegen.", "Die Preise sind stark gestiegen.", ""),
    ],
)
def test_a_word_that_says_the_opposite(draft: str, source: str, word: str) -> None:
    assert [clause.opposite for clause in _compared(draft, source)] == [word]


@pytest.mark.parametrize(
    ("draft", "source", "acting"),
    [
        ("Der Hund biss den Mann.", "Der Mann biss den Hund.", True),
        ("Der Mann wurde vom Hund gebissen.", "Der Hund biss den Mann.", False),
        ("Den Mann biss der Hund.", "Der Hund biss den Mann.", False),
        ("Die Katze biss die Frau.", "Die Frau biss die Katze.", False),
    ],
)
def test_who_acts(draft: str, source: str, acting: bool) -> None:
    assert [bool(clause.acting[0]) for clause in _compared(draft, source)] == [acting]


def test_nouns_that_were_limited() -> None:
    (clause,) = _compared("Die Händler klagen über Verluste.", "Einige Händler klagen über Verluste.")
    assert clause.broader
    (clause,) = _compared("Händler klagen über Verluste.", "Einige Händler klagen über Verluste.")
    assert not clause.broader

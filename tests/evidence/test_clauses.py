"""Clauses, and what holds for the words in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.evidence.clauses import Stated, state_of, stated
from beleg.language.de.german import GERMAN
from beleg.reading import read
from beleg.terms.clause import Marker


def _stated(text: str) -> Stated:
    reading = read(text, GERMAN)
    return stated(reading.sentences[0], reading.quotations, GERMAN)


def _clauses(text: str) -> list[str]:
    found = _stated(text)
    return [" ".join(found.sentence.tokens[at].text for at in clause.tokens) for clause in found.clauses]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Die Brücke bleibt zu.", ["Die Brücke bleibt zu ."]),
        (
            "Die Brücke bleibt zu, weil das Geld fehlt.",
            ["Die Brücke bleibt zu ,", "weil das Geld fehlt ."],
        ),
        (
            "Die Brücke, die 1974 gebaut wurde, bleibt zu.",
            ["Die Brücke , bleibt zu .", "die 1974 gebaut wurde ,"],
        ),
        (
            "Der Rat stimmte zu und die Arbeiten begannen.",
            ["Der Rat stimmte zu", "und die Arbeiten begannen ."],
        ),
        ("Wasser und Strom fielen aus.", ["Wasser und Strom fielen aus ."]),
        (
            "Eines war klar: Das Geld reicht nicht.",
            ["Eines war klar :", "Das Geld reicht nicht ."],
        ),
        (
            "Er unterstützt den Plan, die Bäder zu schließen, allerdings nicht.",
            ["Er unterstützt den Plan , allerdings nicht .", "die Bäder zu schließen ,"],
        ),
    ],
)
def test_where_clauses_begin_and_end(text: str, clauses: list[str]) -> None:
    assert _clauses(text) == clauses


@pytest.mark.parametrize(
    ("text", "word", "marks"),
    [
        ("Der Fahrer war vermutlich betrunken.", "Fahrer", {Marker.DOUBT}),
        ("Die Halle soll 2028 öffnen.", "Halle", {Marker.PLAN}),
        ("Die Halle soll abgebrannt sein.", "Halle", {Marker.DOUBT}),
        ("Der Mann soll verletzt worden sein.", "Mann", {Marker.DOUBT}),
        ("Der Zug fährt kaum.", "Zug", {Marker.DENIAL}),
        ("Der Zug fährt nicht, weil Schnee liegt.", "Zug", {Marker.DENIAL}),
        ("Der Zug fährt nicht, weil Schnee liegt.", "Schnee", {Marker.CAUSE}),
        ("Nicht nur der Zug fiel aus.", "Zug", set()),
        ("Jeder fünfte Schüler fehlt.", "Schüler", set()),
        ("Alle Schüler fehlen.", "Schüler", {Marker.ALL}),
        ("Fast alle Schüler fehlen.", "Schüler", {Marker.SOME}),
        ("30 Prozent der Schüler fehlen.", "Schüler", {Marker.SOME}),
        ("Die Miete stieg um 30 Prozent.", "Miete", set()),
        ("Es ist wahrscheinlich, dass die Halle brennt.", "Halle", {Marker.DOUBT}),
    ],
)
def test_what_holds_for_a_clause(text: str, word: str, marks: set[Marker]) -> None:
    found = _stated(text)
    at = next(number for number, token in enumerate(found.sentence.tokens) if token.text == word)
    assert found.clause_marks[found.clause[at]] == marks


def test_an_attribute_holds_for_its_noun_only() -> None:
    found = _stated("Der mutmaßliche Täter traf den Zeugen.")
    texts = [token.text for token in found.sentence.tokens]
    assert found.marks[texts.index("Täter")] == {Marker.DOUBT}
    assert not found.marks[texts.index("Zeugen")]
    assert not found.clause_marks[0]


def test_a_verb_in_the_mood_of_reported_speech_attributes_its_clause() -> None:
    found = _stated("Die Brücke sei sicher.")
    assert found.reported == (True,)
    assert state_of(found, [1], found.sentence.text, least_share=0.6).attributed


@given(st.text(alphabet="ab ,.;:–()undweildienichtDHalle ", max_size=120))
def test_every_token_is_in_exactly_one_clause(text: str) -> None:
    for sentence in read(text, GERMAN).sentences:
        found = stated(sentence, (), GERMAN)
        tokens = sorted(at for clause in found.clauses for at in clause.tokens)
        assert tokens == list(range(len(sentence.tokens)))
        assert all(at in found.clauses[number].tokens for at, number in enumerate(found.clause))

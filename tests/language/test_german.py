"""German: moods, noun phrases, verb forms, stems."""

import pytest

from beleg.language.de.conjugation import conjugate, konjunktiv_one
from beleg.language.de.german import GERMAN
from beleg.language.lexicon import Shape
from beleg.language.words import Words
from beleg.text.tokens import tokenize


def words(text: str) -> Words:
    return Words.of(tokenize(text))


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Die Brücke sei sicher.", ["sei"]),
        ("Das Geld reiche nicht, sagte sie.", ["reiche"]),
        ("Die Stadt fordere mehr Geld und liefere Sand.", ["fordere", "liefere"]),
        ("Die Räte ha\u0308tten zugestimmt.", ["ha\u0308tten"]),
        ("Er ko\u0308nne kommen.", ["ko\u0308nne"]),
        ("Ich habe heute eine hohe Seite gelesen.", []),
        ("Ohne viele kranke Leute bleibt die reiche Stadt leer.", []),
        ("Die Lage und die Habe bleiben hier.", []),
        ("Es sei denn, die Stadt zahlt.", []),
        ("Gott sei Dank kam niemand.", []),
        ("Die Stadt zahlt und baut.", []),
    ],
)
def test_reported_verbs(sentence: str, verbs: list[str]) -> None:
    read = words(sentence)
    assert [read.tokens[verb.at].text for verb in GERMAN.reported_verbs(read)] == verbs


def test_konjunktiv_two_is_not_certain() -> None:
    read = words("Sie hätten gezahlt, das sei klar.")
    assert [verb.certain for verb in GERMAN.reported_verbs(read)] == [False, True]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Bürgermeisterin Jana Kern sagte", "Bürgermeisterin Jana Kern"),
        ("Peter Rau, ein Experte für Brücken, sagte", "Peter Rau, ein Experte für Brücken"),
        ("Kern, die gestern kam, sagte", "Kern"),
        (
            "der Vorsitzende des Vereins für Denkmalpflege sagte",
            "der Vorsitzende des Vereins für Denkmalpflege",
        ),
        ("die „Post“-Zeitung meldet", "die „Post“-Zeitung"),
        ("Dr. Erika von Stein (ABC) sagte", "Dr. Erika von Stein (ABC)"),
        ("der 20. Präsident der Republik kam", "der 20. Präsident der Republik"),
        ("er habe", "er"),
        ("die damals zuständige Dezernentin kam", "die damals zuständige Dezernentin"),
        ("Sinngemäß hofft Kern", ""),
        ("In Hagenried schneit es", ""),
        ("gestern kam er", ""),
    ],
)
def test_noun_phrases(text: str, phrase: str) -> None:
    read = words(text)
    end = GERMAN.noun_phrase(read, 0, len(read))
    assert (read.span(0, end).of(text) if end else "") == phrase


def test_verb_forms() -> None:
    assert set(conjugate("mit|teilen")) >= {
        ("teilte", Shape.FINITE, "mit"),
        ("teilen", Shape.FINITE, "mit"),
        ("mitteilte", Shape.FINITE, ""),
        ("mitgeteilt", Shape.PARTICIPLE, ""),
        ("mitzuteilen", Shape.INFINITIVE, ""),
    }
    assert set(conjugate("an|geben gibt gab gegeben")) >= {
        ("gab", Shape.FINITE, "an"),
        ("gaben", Shape.FINITE, "an"),
        ("angegeben", Shape.PARTICIPLE, ""),
    }
    assert ("kritisiert", Shape.PARTICIPLE, "") in set(conjugate("kritisieren"))
    assert ("behauptete", Shape.FINITE, "") in set(conjugate("behaupten"))
    assert ("bezeichnet", Shape.FINITE, "") in set(conjugate("bezeichnen"))
    assert konjunktiv_one("liefern") == "liefere"
    assert konjunktiv_one("gehen") == "gehe"


def test_stems_join_inflected_forms() -> None:
    assert GERMAN.stem("Häuser") == GERMAN.stem("hauses") == GERMAN.stem("Ha\u0308user")
    assert GERMAN.stem("Brücken") == GERMAN.stem("Brücke")


def test_word_lists_are_lower_case() -> None:
    assert all(word == word.lower() for word in GERMAN.function_words | GERMAN.negations)
    assert all(word == word.lower() for word in GERMAN.lexicon.verbs)

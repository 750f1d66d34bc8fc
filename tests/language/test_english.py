"""English: noun phrases, verb forms, stems."""

import pytest

from beleg.language.en.conjugation import conjugate
from beleg.language.en.english import ENGLISH
from beleg.language.lexicon import Shape
from beleg.language.words import Words
from beleg.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Mayor Jane Roe said", "Mayor Jane Roe"),
        ("the city council said", "the city council"),
        ("Mr. A. Hale of Bexley said", "Mr. A. Hale of Bexley"),
        ("the company's chief executive, Jane Roe, told", "the company's chief executive, Jane Roe"),
        ("the spokesman for the Ministry of Health said", "the spokesman for the Ministry of Health"),
        ("she said", "she"),
        ("in the morning he said", ""),
    ],
)
def test_noun_phrases(text: str, phrase: str) -> None:
    read = Words.of(tokenize(text))
    end = ENGLISH.noun_phrase(read, 0, len(read))
    assert (read.span(0, end).of(text) if end else "") == phrase


def test_verb_forms() -> None:
    assert set(conjugate("deny")) >= {("denies", Shape.FINITE, ""), ("denied", Shape.PARTICIPLE, "")}
    assert set(conjugate("say said")) >= {("says", Shape.FINITE, ""), ("said", Shape.FINITE, "")}
    assert ("points", Shape.FINITE, "out") in set(conjugate("point|out"))
    assert ("declared", Shape.FINITE, "") in set(conjugate("declare"))


def test_no_mood_reports() -> None:
    assert ENGLISH.reported_verbs(Words.of(tokenize("If he were here, it would be known."))) == []


def test_stems_join_inflected_forms() -> None:
    assert ENGLISH.stem("Bridges") == ENGLISH.stem("bridge")

"""Tokens with exact offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Am 10. März.", ["Am", "10", ".", "März", "."]),
        ("1.200.000 Euro, 1,5 Mrd.", ["1.200.000", "Euro", ",", "1,5", "Mrd", "."]),
        ("um 12:30 Uhr", ["um", "12:30", "Uhr"]),
        ("Grünen-Chef bei n-tv", ["Grünen-Chef", "bei", "n-tv"]),
        ("Wirtschafts- und Bauamt", ["Wirtschafts-", "und", "Bauamt"]),
        ("„Nein“, so Weber", ["„", "Nein", "“", ",", "so", "Weber"]),
        ("Lehrer:innen und Bürger*innen", ["Lehrer:innen", "und", "Bürger*innen"]),
        ("don’t, O'Hara", ["don’t", ",", "O'Hara"]),
        ("z.B. 5% …", ["z.B.", "5", "%", "…"]),
        ("https://stadt.example/plan?x=1.", ["https://stadt.example/plan?x=1", "."]),
        ("ein 50-Jähriger", ["ein", "50-Jähriger"]),
        ("Bru\u0308cke", ["Bru\u0308cke"]),
    ],
)
def test_words_numbers_and_marks(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == words


def test_offsets_count_from_the_start_given() -> None:
    assert [(token.start, token.end) for token in tokenize("ab c", 10)] == [(10, 12), (13, 14)]


UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@given(st.text(max_size=60))
def test_every_character_but_white_space_lies_in_one_token(text: str) -> None:
    tokens = tokenize(text)
    words = [text[token.start : token.end] for token in tokens]
    assert "".join(words) == "".join(c for c in text if not _space(c))
    for token, word in zip(tokens, words, strict=True):
        assert token.text in (word, word.translate(UNSEEN))


@pytest.mark.parametrize("word", ["el\u200bf", "el\u00adf", "el\u2060f"])
def test_a_word_is_what_a_reader_sees(word: str) -> None:
    (token,) = tokenize(word)
    assert token.text == "elf"
    assert (token.start, token.end) == (0, len(word))


def _space(character: str) -> bool:
    return character.isspace()

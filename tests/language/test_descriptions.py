"""How nouns for persons are taken up again, and whose first names they are."""

import pytest

from beleg.language.de.german import GERMAN
from beleg.language.en.english import ENGLISH
from beleg.language.lexicon import Gender


@pytest.mark.parametrize(
    ("words", "noun", "gender"),
    [
        ("die ministerin", "ministerin", Gender.FEMALE),
        ("der ministerin", "ministerin", Gender.FEMALE),
        ("der minister", "minister", Gender.MALE),
        ("des ministers", "minister", Gender.MALE),
        ("des amtes", "amt", Gender.MALE),
        ("dem experten", "experte", Gender.MALE),
        ("der vorsitzenden", "vorsitzende", Gender.FEMALE),
    ],
)
def test_german_forms(words: str, noun: str, gender: Gender) -> None:
    assert (noun, gender) in GERMAN.described(words.split())


@pytest.mark.parametrize("words", ["den experten", "ein experte", "die neue ministerin", "sie", ""])
def test_what_is_no_description_of_one_person(words: str) -> None:
    assert GERMAN.described(words.split()) == []


@pytest.mark.parametrize(
    ("noun", "form"),
    [
        ("umweltministerin", "ministerin"),
        ("kreml-chef", "chef"),
        ("abgeordneter", "abgeordnete"),
        ("minister", "minister"),
    ],
)
def test_german_nouns_taken_up(noun: str, form: str) -> None:
    assert form in GERMAN.noun_forms(noun)


def test_a_feminine_is_not_taken_up_by_a_masculine() -> None:
    assert "minister" not in GERMAN.noun_forms("ministerin")


def test_english_descriptions() -> None:
    assert ENGLISH.described(["the", "council", "leader"]) == [("council leader", Gender.UNKNOWN)]
    assert ENGLISH.described(["a", "leader"]) == []
    assert ENGLISH.noun_forms("council leader") == ["council leader", "leader"]


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Petra", Gender.FEMALE),
        ("Benjamin", Gender.MALE),
        ("Kim", Gender.UNKNOWN),
        ("Rathaus", Gender.UNKNOWN),
    ],
)
def test_first_names(name: str, gender: Gender) -> None:
    assert GERMAN.gender(name) is gender


def test_english_first_names() -> None:
    assert [ENGLISH.gender(name) for name in ("Jane", "Owen", "Robin")] == [
        Gender.FEMALE,
        Gender.MALE,
        Gender.UNKNOWN,
    ]

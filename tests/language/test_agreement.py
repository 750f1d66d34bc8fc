"""Agreement in German: which persons a form can stand for, who is a person, and which clauses are judged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.language.de.agreement import GermanAgreement
from beleg.language.de.people import people
from beleg.language.de.verb_persons import Person, indicative, persons
from beleg.language.en.people import people as english_people
from beleg.language.lexicon import Gender
from beleg.language.words import Words
from beleg.text.tokens import tokenize

AGREEMENT = GermanAgreement()


def _words(text: str) -> Words:
    return Words.of(tokenize(text))


def _found(text: str, *surnames: str) -> list[str]:
    words = _words(text)
    faults = AGREEMENT.disagreements(words, [True] * len(words), frozenset(surnames))
    return [words.low[fault.verb] for fault in faults]


@pytest.mark.parametrize(
    ("form", "fits"),
    [
        ("glaub", Person.YOU),
        ("glaubt", Person.ONE | Person.YOU_ALL),
        ("glaube", Person.I | Person.ONE),
        ("glauben", Person.SEVERAL),
        ("gib", Person.YOU),
        ("lauft", Person.YOU_ALL),
        ("läuft", Person.ONE),
        ("hatte", Person.I | Person.ONE),
        ("sind", Person.SEVERAL),
        ("arbeitet", Person.ONE | Person.YOU_ALL),
    ],
)
def test_a_form_stands_for_these_persons(form: str, fits: Person) -> None:
    assert persons()[form] == fits


@pytest.mark.parametrize("word", ["betont", "laut", "dank", "äußerst", "teil", "handle"])
def test_forms_that_are_other_words_or_unknown_say_nothing(word: str) -> None:
    assert word not in persons()


def test_the_indicative_shares_no_form_with_the_konjunktiv() -> None:
    assert {"hat", "ist", "sind", "gibt", "kann"} <= indicative()
    assert not indicative() & {"habe", "sei", "haben", "gebe", "soll", "könne"}


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Kern glaub nicht daran.", ["glaub"]),
        ("Die Sprecherin der Stadt betonen das.", ["betonen"]),
        ("Der Minister haben den Rat verlassen.", ["haben"]),
        ("Ein Sprecher in Bonn sagten dem Boten nichts.", ["sagten"]),
        ("Im Rathaus arbeiten seit Montag eine Beauftragte.", ["arbeiten"]),
        ("Den Rat haben die Wähler abgestraft.", []),
        ("Der Stadt fehlen drei Brücken.", []),
        ("Kern glauben viele nicht.", []),
        ("Eine Reihe von Brücken sind zu.", []),
        ("Kern loben ist leicht.", []),
        ("Im Rathaus arbeiten Kern und Vogt.", []),
        ("Kern glaub ich kein Wort.", []),
    ],
)
def test_only_what_is_beyond_doubt_is_found(text: str, verbs: list[str]) -> None:
    assert _found(text, "Kern") == verbs


@given(st.text(alphabet="aAeEnNtT Kdier.,:„“0", max_size=80))
def test_every_fault_lies_in_its_sentence(text: str) -> None:
    words = _words(text)
    for fault in AGREEMENT.disagreements(words, [True] * len(words), frozenset()):
        assert 0 <= fault.verb < len(words)
        assert fault.subject is None or 0 <= fault.subject[0] < fault.subject[1] <= len(words)


def test_only_several() -> None:
    assert AGREEMENT.only_several("sagten")
    assert not AGREEMENT.only_several("sagte")
    assert not AGREEMENT.only_several("brücke")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Gestern traf am Montag Jana von der Heide ein.", [("Heide", Gender.FEMALE)]),
        (
            "Bürgermeister Kroll und Rätin Kim Vogt schwiegen.",
            [("Kroll", Gender.MALE), ("Vogt", Gender.UNKNOWN)],
        ),
        ("Anfang März sprach Ministerin Weber.", [("Weber", Gender.FEMALE)]),
        ("Die Brücke bleibt gesperrt.", []),
    ],
)
def test_people_are_named_with_the_pronoun_that_stands_for_them(
    text: str, named: list[tuple[str, Gender]]
) -> None:
    assert [(one.surname, one.gender) for one in people(_words(text))] == named


def test_english_people() -> None:
    found = english_people(_words("Mr. Miller met Jane Snyder at Grace Hall."))
    assert [(one.surname, one.gender) for one in found][:2] == [
        ("Miller", Gender.MALE),
        ("Snyder", Gender.FEMALE),
    ]

"""Whether a text says who a person is that it names."""

import pytest

from beleg.language.introductions import Introductions
from beleg.language.registry import language_for
from beleg.reading import read

GERMAN = language_for("de")
ENGLISH = language_for("en")
assert GERMAN is not None
assert ENGLISH is not None
KROLL = ("Jens", "Kroll")
HOLT = ("Claire", "Holt")


def _german(text: str) -> Introductions:
    assert GERMAN is not None
    return Introductions(read(text, GERMAN).sentences, GERMAN)


def _english(text: str) -> Introductions:
    assert ENGLISH is not None
    return Introductions(read(text, ENGLISH).sentences, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Kämmerer Jens Kroll sprach.",
        "Jens Kroll (SPD) sprach.",
        "Jens Kroll, Leiter des Bauamts, sprach.",
        "Jens Kroll vom Bauamt sprach.",
        "Jens Kroll sprach. Kroll leitet das Bauamt.",
        "Jens Kroll sprach. Danach klatschte die Bürgermeisterin.",
    ],
)
def test_a_person_is_introduced(text: str) -> None:
    assert _german(text).introduced(KROLL)


@pytest.mark.parametrize(
    "text", ["Jens Kroll sprach.", "Laut Jens Kroll regnet es.", "Am Montag sprach Jens Kroll."]
)
def test_a_person_is_not_introduced(text: str) -> None:
    assert not _german(text).introduced(KROLL)


def test_a_house_is_told_from_a_function() -> None:
    assert _german("Jens Kroll vom Bauamt sprach.").housed(KROLL)
    assert not _german("Kämmerer Jens Kroll sprach.").housed(KROLL)
    assert _english("Claire Holt of the town hall spoke.").housed(HOLT)


def test_english_introductions() -> None:
    assert _english("The mayor, Claire Holt, spoke.").introduced(HOLT)
    assert _english("“It will hold,” said engineer Claire Holt.").introduced(HOLT)
    assert not _english("On Monday Claire Holt spoke.").introduced(HOLT)


def test_the_name_of_a_person_begins_the_words() -> None:
    told = _german("")
    assert told.person_in("Jens Kroll") == KROLL
    assert told.person_in("Jens Kroll, ein Experte") == KROLL
    assert told.person_in("Kämmerer Jens Kroll") == ()
    assert told.person_in("Jens") == ()
    assert told.person_in("die Rundschau") == ()

"""Every group of accusing words finds the words it says it finds, and only those."""

import pytest

from beleg.language.accusations import Accusation, accusations, accuses

GROUPS = [
    pytest.param(group, id=f"{code}-{group.found[0]}") for code in ("de", "en") for group in accusations(code)
]


@pytest.mark.parametrize("group", GROUPS)
def test_the_group_finds_its_words(group: Accusation) -> None:
    assert [words for words in group.found if not group.pattern.search(words)] == []
    assert [words for words in group.clean if group.pattern.search(words)] == []
    assert group.found
    assert group.clean


def test_what_accuses_in_a_sentence() -> None:
    assert accuses("Gegen Horst Dahl wird wegen Betrugs ermittelt.", "de")
    assert not accuses("Das Honorar betrug 300 Euro, der Träger ist aus Stahl.", "de")
    assert accuses("Mayor Ann Rolff is accused of taking kickbacks.", "en")
    assert not accuses("The bridge opened on Monday.", "en")


def test_a_language_without_a_list_accuses_nobody() -> None:
    assert accusations("fi") == ()
    assert not accuses("Betrug", "")

"""Which sentences of a model may stand unread: whole ones of a source, with the neighbours they lean on, and no
others.
"""

import pytest

from beleg.drafting.word_for_word import WordForWord
from beleg.language.registry import language_for
from beleg.reading import read

SOURCE = """\
TANNWIEL (abc) - Die Stadt Tannwiel schließt im Herbst ihre Sternwarte. Verletzt wurde dabei niemand. Grund sind Risse in der Kuppel.

„Die Kuppel hält noch drei Winter“, sagte Baurätin Edda Quast. Der Verein der Sternfreunde zählt 140 Mitglieder. Er zahlt der Stadt keine Miete.

Der Umbau kostet rund 900.000 Euro. Das teilte die Stadt am Mittwoch mit. Wir haben die Baurätin um ein Gespräch gebeten.
"""
OTHER = "Die Feuerwehr löschte am Sonntag einen Brand in der Nachbarstadt Brückhausen."


def _unread(text: str) -> list[bool]:
    german = language_for("de")
    assert german is not None
    readings = [read(words, german) for words in (SOURCE, OTHER)]
    return list(WordForWord(readings, german).of(read(text, german)))


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Der Verein der Sternfreunde zählt 140 Mitglieder.", [True]),
        ("Die Stadt Tannwiel schließt im Herbst ihre Sternwarte.", [True]),
        ('"Die Kuppel hält noch drei Winter", sagte Baurätin Edda Quast.', [True]),
        ("Der Verein der Sternfreunde zählt  140 Mitglieder.", [True]),
        ("Der Verein der Sternfreunde zählt 140 Mitglieder. Er zahlt der Stadt keine Miete.", [True, True]),
        ("Der Umbau kostet rund 900.000 Euro. Das teilte die Stadt am Mittwoch mit.", [True, True]),
    ],
)
def test_what_a_source_has_word_for_word_stands_unread(text: str, unread: list[bool]) -> None:
    assert _unread(text) == unread


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Der Verein der Sternfreunde zählt 240 Mitglieder.", [False]),
        ("Der Verein zählt 140 Mitglieder.", [False]),
        ("140 Mitglieder zählt der Verein der Sternfreunde.", [False]),
        ("Der Verein der Sternfreunde zählt 140 Mitglieder und zahlt keine Miete.", [False]),
        ("„Die Kuppel hält noch drei Winter“, sagte Edda Quast.", [False]),
        ("", []),
    ],
)
def test_other_words_do_not(text: str, unread: list[bool]) -> None:
    assert _unread(text) == unread


def test_what_leans_on_another_sentence_does_not_stand_without_it_or_elsewhere() -> None:
    assert _unread("Er zahlt der Stadt keine Miete.") == [False]
    assert _unread(f"{OTHER} Verletzt wurde dabei niemand.") == [True, False]
    assert _unread(
        f"{OTHER} Er zahlt der Stadt keine Miete. Der Verein der Sternfreunde zählt 140 Mitglieder."
    ) == [
        True,
        False,
        True,
    ]


def test_what_loses_its_speaker_with_the_next_sentence_does_not_stand_alone() -> None:
    assert _unread("Das teilte die Stadt am Mittwoch mit.") == [False]
    assert _unread(f"{OTHER} Das teilte die Stadt am Mittwoch mit.") == [True, False]


def test_a_sources_own_we_is_nobodys_else() -> None:
    assert _unread("Wir haben die Baurätin um ein Gespräch gebeten.") == [False]

"""Infinitives behind verb forms, and participles."""

import pytest

from beleg.language.de import verb_forms as german
from beleg.language.de.german import GERMAN
from beleg.language.en import verb_forms as english


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("stieg", "steigen"),
        ("gestiegen", "steigen"),
        ("abgelehnt", "ablehnen"),
        ("abzulehnen", "ablehnen"),
        ("erschossen", "erschießen"),
        ("übergab", "übergeben"),
        ("festgenommen", "festnehmen"),
        ("verkauft", "verkaufen"),
        ("biss", "beißen"),
        ("rot", ""),
        ("brücke", ""),
        ("", ""),
    ],
)
def test_german_infinitives(form: str, infinitive: str) -> None:
    assert german.infinitive(form) == infinitive


@pytest.mark.parametrize("form", ["gestiegen", "abgelehnt", "verkauft", "erschossen", "saniert", "verwüstet"])
def test_german_participles(form: str) -> None:
    assert german.participle(form)


@pytest.mark.parametrize("form", ["steigt", "lehnte", "rot", "stadt", ""])
def test_german_words_that_are_none(form: str) -> None:
    assert not german.participle(form)


@pytest.mark.parametrize(("form", "base"), [("rose", "rise"), ("sold", "sell"), ("walked", ""), ("", "")])
def test_english_base_forms(form: str, base: str) -> None:
    assert english.infinitive(form) == base


def test_english_participles() -> None:
    assert english.participle("walked")
    assert english.participle("sold")
    assert not english.participle("sell")


def test_what_stands_apart_is_known_in_front_as_well() -> None:
    particles = GERMAN.lexicon.separable
    assert particles == GERMAN.particles
    assert [
        part for part in sorted(particles) if not german.infinitive(f"{part}gegangen").endswith("gehen")
    ] == []

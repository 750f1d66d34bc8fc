"""Spelling: what is known, what was meant, and when the large dictionary is opened."""

import gzip
from importlib.resources import files

import pytest

from beleg.language.de import spelling
from beleg.language.de.spelling import GermanSpelling
from tests.language.make_known_stems import known_stems

GERMAN = GermanSpelling()


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("einvestanden", "einverstanden"),
        ("postive", "positive"),
        ("vorangegangegen", "vorangegangenen"),
        ("bessondere", "besondere"),
    ],
)
def test_a_slip_names_the_word_that_was_meant(wrong: str, meant: str) -> None:
    assert meant in GERMAN.meant(wrong)
    assert GERMAN.meant(meant) == ()


@pytest.mark.parametrize(
    "word",
    "wahrscheinlich küstennahen zehnstöckiges wiederaufgebauter streamte brückenbauliche hinzuzufügen größeren".split(),
)
def test_inflection_compounds_and_prefixes_are_known(word: str) -> None:
    assert GERMAN.meant(word) == ()


@pytest.mark.parametrize("word", ["", "ab", "xx", "a" * 200, "zqxjk", "e-mail", "straße1"])
def test_what_is_no_word_or_near_none_is_left_alone(word: str) -> None:
    assert GERMAN.meant(word) == ()


def test_the_large_dictionary_stays_closed_while_nothing_looks_misspelt(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def opened(code: str) -> dict[str, str]:
        raise AssertionError(f"opened {code}")

    monkeypatch.setattr(spelling, "_dictionary", opened)
    assert all(
        GERMAN.meant(word) == () for word in "beschlossene Brücke wurde gestern endgültig gesperrt".split()
    )
    spelling._meant.cache_clear()
    with pytest.raises(AssertionError, match="opened de"):
        GERMAN.meant("engültige")


def test_the_stems_are_sorted_and_hold_no_compound_of_two_of_them() -> None:
    packed = files("beleg.language.de").joinpath("known_stems.txt.gz").read_bytes()
    stems = gzip.decompress(packed).decode().split("\n")
    assert stems == sorted(set(stems))
    assert len(stems) > 100_000
    assert known_stems(["haus", "häuser", "dach", "hausdach", "bau"]) == ["bau", "dach", "haus"]


def test_every_stem_is_found_and_no_other() -> None:
    packed = files("beleg.language.de").joinpath("known_stems.txt.gz").read_bytes()
    stems = gzip.decompress(packed).decode().split("\n")
    shelf = spelling._Stems("\n".join(stems), frozenset({"worden"}))
    assert all(stem in shelf for stem in stems[::97])
    assert stems[0] in shelf
    assert stems[-1] in shelf
    assert "worden" in shelf
    assert not any(f"{stem}qxz" in shelf for stem in stems[::997])
    assert "" not in shelf

import pytest

from beleg.models.tags import GermanTags


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("Brücke", "NN"),
        ("sagte", "VV(FIN)"),
        ("Wasserversorgungsunternehmens", "NN"),
        ("Rhein-Lahn-Verkehrsverbund", "NN"),
        ("weiterentwickelten", "ADJ(A)"),
    ],
)
def test_words_short_and_long_have_their_part_of_speech(word: str, tag: str) -> None:
    assert tag in GermanTags()(word)


def test_known_words_are_not_looked_up() -> None:
    tags = GermanTags({"Brücke": ("XY",)})
    assert tags("Brücke") == ("XY",)
    assert tags("-" * 30) == tags.known["-" * 30]

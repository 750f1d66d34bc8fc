"""Same speaker, another speaker, or not to be decided."""

import pytest

from beleg.evidence.speakers import Speakers
from beleg.language.de.german import GERMAN
from tests.evidence.readings import read_source

SPEAKERS = Speakers(
    [
        read_source(
            "Bürgermeisterin Anna Weber verteidigte den Plan. Jens Kroll, Leiter des Bauamts, schwieg. Der Sprecher der "
            "Feuerwehr und der Sprecher der Polizei waren da. Händlerin Petra Voss klagte."
        )
    ],
    GERMAN,
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anna Weber", "Weber", True),
        ("Bürgermeisterin Weber", "Anna Webers", True),
        ("die Bürgermeisterin", "Anna Weber", True),
        ("der Leiter des Bauamts", "Kroll", True),
        ("Polizeisprecher", "der Sprecher der Polizei", True),
        ("Anna Weber", "Jens Kroll", False),
        ("Weber", "Petra Voss", False),
        ("die Bürgermeisterin", "Petra Voss", False),
        ("der Sprecher der Polizei", "der Sprecher der Feuerwehr", False),
        ("ein Anwohner", "Anna Weber", None),
        ("sie", "Anna Weber", None),
        ("", "Anna Weber", None),
    ],
)
def test_two_sets_of_words(one: str, other: str, same: bool | None) -> None:
    assert SPEAKERS.same(one, other) is same
    assert SPEAKERS.same(other, one) is same

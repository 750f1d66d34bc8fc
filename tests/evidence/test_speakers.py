"""Same speaker, another speaker, or not to be decided."""

import pytest

from beleg.evidence.passages import SourceIndex
from beleg.evidence.speakers import Speakers
from beleg.language.de.german import GERMAN
from beleg.terms.evidence import SameSpeaker
from tests.evidence.readings import read_source

SPEAKERS = Speakers(
    SourceIndex(
        [
            read_source(
                "Bürgermeisterin Anna Weber verteidigte den Plan. Jens Kroll, Leiter des Bauamts, schwieg. Der Sprecher der "
                "Feuerwehr und der Sprecher der Polizei waren da. Händlerin Petra Voss klagte."
            )
        ],
        GERMAN,
    ),
    GERMAN,
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anna Weber", "Weber", SameSpeaker.YES),
        ("Bürgermeisterin Weber", "Anna Webers", SameSpeaker.YES),
        ("die Bürgermeisterin", "Anna Weber", SameSpeaker.YES),
        ("der Leiter des Bauamts", "Kroll", SameSpeaker.YES),
        ("Polizeisprecher", "der Sprecher der Polizei", SameSpeaker.YES),
        ("Anna Weber", "Jens Kroll", SameSpeaker.NO),
        ("Weber", "Petra Voss", SameSpeaker.NO),
        ("die Bürgermeisterin", "Petra Voss", SameSpeaker.NO),
        ("der Sprecher der Polizei", "der Sprecher der Feuerwehr", SameSpeaker.NO),
        ("ein Anwohner", "Anna Weber", SameSpeaker.UNLIKELY),
        ("Anna Weber", "Anna Olbrich", SameSpeaker.NO),
        ("Webers Stellvertreter Jens Kroll", "Anna Weber", SameSpeaker.NO),
        ("Kessler", "Kesseler", SameSpeaker.OPEN),
        ("die Polizei", "die Feuerwehr", SameSpeaker.UNLIKELY),
        ("ein Sprecher der Stadt", "ein Sprecher des Ministeriums", SameSpeaker.NO),
        ("der russische Präsident", "der türkische Präsident", SameSpeaker.NO),
        ("der russische Präsident", "Moskaus Präsident", SameSpeaker.YES),
        ("die Ministerin", "der Minister", SameSpeaker.UNLIKELY),
        ("die Ermittler", "Anna Weber", SameSpeaker.UNLIKELY),
        ("ihr Anwalt", "Anna Weber", SameSpeaker.OPEN),
        ("die Äußerungen Webers", "Jens Kroll", SameSpeaker.OPEN),
        ("Angaben Webers", "Anna Weber", SameSpeaker.YES),
        ("der Pressemitteilung der Polizei", "die Polizei", SameSpeaker.YES),
        ("sie", "Anna Weber", SameSpeaker.OPEN),
        ("", "Anna Weber", SameSpeaker.OPEN),
    ],
)
def test_two_sets_of_words(one: str, other: str, same: SameSpeaker) -> None:
    assert SPEAKERS.same(one, other) is same
    assert SPEAKERS.same(other, one) is same

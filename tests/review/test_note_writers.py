"""Whose words stand in the correction note: its writer is freed where the note is replaced, and nowhere else."""

import pytest

from beleg.review.authorship import authors, note_writers
from beleg.terms.events import CorrectionNoted
from tests.review.story import IDA, OLE, UTE, Story

FIRST = "In einer früheren Fassung stand, der Umbau koste 15 Millionen Euro."
NOTE = f"{FIRST} Richtig sind 12 Millionen."
SHORT = "Richtig ist 12."


def _noted(*notes: tuple[str, str]) -> Story:
    story = Story()
    story.save("Das Bad öffnet am Montag.", by=IDA)
    for by, note in notes:
        story.add(CorrectionNoted(note=note), by)
    return story


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (NOTE, NOTE),
        (NOTE, NOTE.replace("stand, der", "hieß es, der")),
        (NOTE, f"{NOTE} Das Zitat war ungenau. Wir bedauern das."),
        (
            FIRST,
            FIRST.replace("stand,", "stand, wie Leser gleich am Morgen bemerkt und uns geschrieben haben,"),
        ),
        (FIRST, FIRST.replace(".", ", richtig aber sind nach Angaben der Stadt nur zwölf, so das Bauamt.")),
        (NOTE, "Der Umbau koste 15 Millionen Euro, stand hier."),
        (NOTE, "In einer früheren Fassung stand, der Umbau koste 15 Millionen."),
        (SHORT, f"{SHORT} Das Zitat im dritten Absatz war ungenau wiedergegeben."),
        (SHORT, "Das Zitat war ungenau, und richtig ist 12 auch im Vorspann."),
        ("12!", "Im zweiten Satz steht jetzt 12!"),
    ],
)
def test_words_that_stay_keep_their_writer_whoever_typed_them_last(first: str, last: str) -> None:
    story = _noted((OLE, first), (UTE, last))
    assert note_writers(story.dossier) == (OLE, UTE)
    assert authors(story.dossier) == (IDA, OLE, UTE)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (NOTE, "Das Zitat im dritten Absatz war ungenau wiedergegeben."),
        (NOTE, "Richtig zitiert haben wir Jana Kern erst jetzt."),
        (SHORT, "Richtig ist 14."),
        (SHORT, "Das Zitat im dritten Absatz war ungenau."),
    ],
)
def test_a_note_that_was_replaced_frees_its_writer(first: str, last: str) -> None:
    assert note_writers(_noted((OLE, first), (UTE, last)).dossier) == (UTE,)


def test_only_the_last_note_goes_out_and_bringing_words_back_brings_their_writer_back() -> None:
    replaced = "Das Zitat im dritten Absatz war ungenau wiedergegeben."
    story = _noted((OLE, NOTE), (UTE, replaced))
    story.add(CorrectionNoted(note=f"{replaced} {NOTE}"), IDA)
    assert note_writers(story.dossier) == (OLE, UTE, IDA)
    assert note_writers(_noted().dossier) == ()

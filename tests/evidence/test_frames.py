"""Frames: what a passage has between the words that stand around a name of the draft."""

import pytest

from beleg.evidence.frames import frame
from beleg.text.tokens import tokenize


def _between(draft: str, name: str, passage: str) -> tuple[str, int]:
    """The words of the passage in the place of the name, and how many words around it are the same."""
    mine, theirs = tokenize(draft), tokenize(passage)
    at = next(number for number, token in enumerate(mine) if token.text == name)
    found = frame(at, at + 1, mine, theirs)
    if found is None:
        return "", 0
    return " ".join(token.text for token in theirs[found.start : found.end]), found.width


@pytest.mark.parametrize(
    ("draft", "name", "passage", "between", "width"),
    [
        ("Das Werk in Altdorf schließt.", "Altdorf", "Das Werk in Kirnbach schließt.", "Kirnbach", 6),
        ("Kroll lehnte ab.", "Kroll", "Ole Thoms lehnte ab.", "Ole Thoms", 4),
        ("Gestern kam Kroll zurück.", "Kroll", "Heute kam Olbrich zurück, sagt er.", "Olbrich", 2),
        ("Rat Kroll (SPD) ging.", "Kroll", "Da stand Rat Thoms (SPD) auf.", "Thoms", 2),
        ("Kroll lehnte ab.", "Kroll", "Abgelehnt hat das Thoms.", "", 0),
    ],
)
def test_what_stands_between_the_same_words(
    draft: str, name: str, passage: str, between: str, width: int
) -> None:
    assert _between(draft, name, passage) == (between, width)


def test_the_widest_of_several_frames() -> None:
    passage = "In Altdorf und in Kirnbach brannte am Abend ein Haus."
    assert _between("Und in Seeheim brannte am Abend ein Haus.", "Seeheim", passage)[0] == "Kirnbach"


def test_no_more_words_than_a_name_has() -> None:
    passage = "Kroll hat trotz der vielen Bedenken des Rates am Ende abgelehnt."
    assert _between("Kroll Thoms abgelehnt.", "Thoms", passage) == ("", 0)

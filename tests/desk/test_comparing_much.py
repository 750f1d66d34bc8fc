"""Texts that repeat themselves, or are as long as a text may be, are compared with bounded work, and only for who may
write.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from difflib import Match, SequenceMatcher

import pytest

from beleg.desk.views.comparison import compare
from beleg.desk.views.draft import Names
from beleg.desk.views.evidence import differing
from beleg.desk.views.versions import versions
from beleg.desk.wording import wording
from beleg.newsroom.example import AUTHOR
from beleg.newsroom.house import Newsroom
from beleg.newsroom.writing import LONGEST_CONTENT
from beleg.review.byline import byline
from beleg.terms.dossier import Dossier
from beleg.terms.revision import Origin, Revision, SentenceOrigin, content_hash
from beleg.terms.role import Role
from tests.desk.conftest import Desk, Visit, account_id, field

_MOST_STEPS = 1_000_000
"""Pairs of the same word that one page may look at."""
_AT = datetime(2026, 4, 1, 9, 0, tzinfo=UTC).isoformat()
_HERE, _THERE = "a b " * 2_400, "b a c " * 1_600


@pytest.fixture(autouse=True)
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Every step of looking for the longest stretch in common is counted; too many end the test at once."""
    steps = [0]
    look = SequenceMatcher.find_longest_match

    def counting(
        matcher: "SequenceMatcher[str]",
        alo: int = 0,
        ahi: int | None = None,
        blo: int = 0,
        bhi: int | None = None,
    ) -> Match:
        words, places = vars(matcher)["a"], vars(matcher)["b2j"]
        steps[0] += sum(1 + len(places.get(word, ())) for word in words[alo:ahi])
        assert steps[0] <= _MOST_STEPS, "the texts are compared at any price"
        return look(matcher, alo, ahi, blo, bhi)

    monkeypatch.setattr(SequenceMatcher, "find_longest_match", counting)
    yield steps


def _revision(content: str, number: int = 1, by: str = "a") -> Revision:
    origin = SentenceOrigin(
        text=content.rsplit("\n\n", maxsplit=1)[-1].strip(), origin=Origin.PERSON, changed_by=by
    )
    return Revision(
        number=number,
        content=content,
        content_sha256=content_hash(content),
        sentences=(origin,),
        by=by,
        at=_AT,
    )


def test_two_revisions(counted: list[int]) -> None:
    found = compare(_revision(f"# T\n\n{_HERE}"), _revision(f"# T\n\n{_THERE}"), Names(()), wording("en"))
    assert (found.added, found.removed) == (4_800, 4_800)
    many = compare(
        _revision("# T\n\n" + "a b\n\n" * 2_000),
        _revision("# T\n\n" + "b a c\n\n" * 2_000),
        Names(()),
        wording("en"),
    )
    assert many.added and many.removed
    assert counted[0] > 0


def test_two_versions_and_a_passage() -> None:
    left, right = versions(_HERE, _THERE)
    assert "".join(piece.text for piece in left) == _HERE
    assert "".join(piece.text for piece in right) == _THERE
    left, right = versions("a\n" + "\n" * 60_000, "a\n\nb\n\n" * 15_000)
    assert any(piece.differs for piece in right)
    assert "".join(piece.text for piece in differing(_HERE, _THERE)) == _HERE


def test_who_is_named_as_having_written() -> None:
    dossier = Dossier(
        id="d",
        title="T",
        language="de",
        opened_by="a",
        opened_at=_AT,
        revisions=(_revision("a b " * 1_200), _revision("b a c " * 800, number=2, by="b")),
    )
    assert byline(dossier) == ("b",)


def test_a_long_text_in_which_little_changed_is_compared_word_by_word() -> None:
    text = "".join(
        f"Im Ort {number} steht die Brücke und der Turm und die Mühle.\n\n" for number in range(2_000)
    )
    left, right = versions(
        text, text.replace("Ort 7 steht", "Ort 7 fehlt").replace("1900 steht", "1900 fehlt")
    )
    assert [piece.text for piece in left if piece.differs] == ["steht", "steht"]
    assert [piece.text for piece in right if piece.differs] == ["fehlt", "fehlt"]


def test_a_text_that_is_too_long_is_refused_before_it_is_compared(desk: Desk, author: Visit) -> None:
    base = field(author.get(desk.path("/text")).text, "base")
    answer = author.post(desk.path("/text"), content="a b\n\nc\n" * (LONGEST_CONTENT // 7 + 1), base="stale")
    assert answer.status_code == 422
    assert "at most 200000 can be kept" in answer.text.replace(",", "").replace("\u202f", "")
    assert field(author.get(desk.path("/text")).text, "base") == base


def test_who_may_not_write_gets_no_texts_compared(desk: Desk, author: Visit) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        newsroom.change_role(account_id(newsroom, AUTHOR), Role.LEGAL)
    answer = author.post(desk.path("/text"), "/account", content="# Titel\n\nVon Mara.", base="stale")
    assert answer.status_code == 403
    assert "Von Mara" not in answer.text

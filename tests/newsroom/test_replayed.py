"""The kept state of a dossier is the one its entries tell."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from beleg.newsroom.replayed import Replayed
from beleg.review.assessment import assess
from beleg.review.replay import replay
from beleg.terms.events import Entry
from tests.review.story import IDA, OLE, Story


def _entries(title: str) -> tuple[Entry, ...]:
    story = Story()
    for number in range(4):
        story.save(f"{title} öffnet {number}.", by=(IDA, OLE)[number % 2])
    return tuple(replace(one, dossier=title, hash=f"{title} {one.hash}") for one in story.entries)


ONE, OTHER = _entries("Das Bad"), _entries("Die Halle")


@given(st.lists(st.tuples(st.booleans(), st.integers(1, len(ONE))), min_size=1, max_size=12))
def test_what_is_kept_is_what_would_be_replayed(asked: list[tuple[bool, int]]) -> None:
    kept = Replayed(most=1)
    for other, count in asked:
        entries = (OTHER if other else ONE)[:count]
        known = kept.of(entries)
        assert known == replay(entries)
        assert kept.review(known) == assess(replay(entries))

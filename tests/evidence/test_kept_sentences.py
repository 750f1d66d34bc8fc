"""The evidence of a sentence that was examined before is what would be found anew."""

from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import get_type_hints

from hypothesis import given, settings

from beleg import take_in
from beleg.evidence.gathering import examine
from beleg.evidence.indexed_sources import IndexedSources
from beleg.evidence.kept_sentences import KeptSentences, moved
from beleg.language.de.german import GERMAN
from beleg.reading import read
from beleg.terms.evidence import ReadSource, SentenceEvidence
from beleg.terms.quotation import Quotation
from beleg.terms.reading import Sentence
from beleg.terms.span import Span
from tests.evidence.edits import DRAFT, EXAMPLE, edits


@cache
def _sources() -> tuple[ReadSource, ...]:
    taken = [one for path in sorted(Path(str(EXAMPLE / "sources")).iterdir()) for one in take_in(path)]
    return tuple(ReadSource(source, read(source.text, GERMAN)) for source in taken)


@cache
def _indexed(most: int) -> IndexedSources:
    indexed = IndexedSources(_sources(), GERMAN)
    indexed.kept = KeptSentences(most)
    return indexed


@settings(max_examples=40, deadline=None)
@given(edits())
def test_what_is_kept_is_what_would_be_found(text: str) -> None:
    reading = read(text, GERMAN)
    assert examine(reading, _indexed(2_000)) == examine(reading, _indexed(0))


def test_an_untouched_sentence_is_not_examined_again() -> None:
    indexed = _indexed(2_000)
    before = examine(read(DRAFT, GERMAN), indexed).sentences
    after = examine(read("# Neu davor\n\n" + DRAFT.replace("# ", "## ", 1), GERMAN), indexed).sentences
    kept = {id(found.passages) for found in before}
    anew = [found.sentence.text for found in after if found.passages and id(found.passages) not in kept]
    assert len(before) > 20
    # The old headline is a subhead now, and is looked at as such.
    assert anew == ["Neu davor", before[0].sentence.text]


def test_what_was_unused_for_longest_is_forgotten() -> None:
    indexed = IndexedSources(_indexed(0).sources, GERMAN)
    indexed.kept = KeptSentences(2)
    reading = read("Der Rat tagt. Es regnet. Die Brücke ist zu.", GERMAN)
    first = examine(reading, indexed).sentences
    again = examine(reading, indexed).sentences
    assert first == again


def test_what_is_kept_weighs_no_more_than_it_may() -> None:
    indexed = IndexedSources(_indexed(0).sources, GERMAN)
    indexed.kept = KeptSentences(2_000, heaviest=20_000)
    reading = read(DRAFT, GERMAN)
    first = examine(reading, indexed).sentences
    assert 10_000 < indexed.kept.weight <= 20_000
    assert examine(reading, indexed).sentences == first
    assert 10_000 < indexed.kept.weight <= 20_000


def _spans(value: object, path: str = "") -> dict[str, Span]:
    """Every span of the draft in some evidence, by where it stands; passages lie in sources."""
    if isinstance(value, Span):
        return {path: value}
    if isinstance(value, tuple):
        return {k: v for n, one in enumerate(value) for k, v in _spans(one, f"{path}.{n}").items()}
    if is_dataclass(value) and not isinstance(value, type) and type(value).__name__ != "Passage":
        return {
            k: v
            for each in fields(value)
            if not isinstance(value, Sentence | Quotation)
            for k, v in _spans(getattr(value, each.name), f"{path}.{each.name}").items()
        }
    return {}


def test_everything_that_lies_in_the_draft_moves_with_its_sentence() -> None:
    reading = read(DRAFT, GERMAN)
    later = read("# Davor\n\nEin Satz davor.\n\n" + DRAFT.replace("# ", "## ", 1), GERMAN)
    moved_by = len("# Davor\n\nEin Satz davor.\n\n#")
    seen: set[str] = set()
    there = {sentence.text: sentence for sentence in later.sentences}
    for found in examine(reading, _indexed(0)).sentences:
        now = there[found.sentence.text]
        if now.start - found.sentence.start != moved_by:
            continue
        mine = [one.quotation for one in found.quotations]
        spans, after = _spans(found), _spans(moved(found, now, mine))
        assert after == {place: span.shifted(moved_by) for place, span in spans.items()}
        seen |= {place.split(".")[1] for place in spans}
    assert seen <= set(get_type_hints(SentenceEvidence))
    assert {"names", "quantities", "clauses", "missing"} <= seen

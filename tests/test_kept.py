"""What is kept from check to check changes no answer."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings

from beleg import kept, take_in
from beleg.evidence.indexed_sources import IndexedSources
from beleg.language.de.german import GERMAN
from beleg.pipeline import check_draft, forget_readings
from beleg.terms.evidence import ReadSource
from beleg.terms.source import Source
from tests.evidence.edits import EXAMPLE, edits
from tests.evidence.readings import read_source

SOURCES = [
    Source(text="Der Rat von Lindenau bewilligte zwölf Bäume. Anna Weber sagte: „Das reicht uns nicht.“"),
    Source(text="Am Dienstag brannte die Mühle in Neustadt. Verletzt wurde niemand."),
]
DRAFTS = (
    "Der Rat von Lindenau bewilligte zehn Bäume.",
    "„Das reicht uns nicht“, sagte Jens Kroll.",
    "Die Mühle in Altdorf brannte am Mittwoch. Niemand wurde verletzt.",
)


def _read(*texts: str) -> list[ReadSource]:
    return [read_source(text) for text in texts]


def test_a_report_is_the_same_with_an_index_that_served_other_drafts() -> None:
    anew = []
    for draft in DRAFTS:
        forget_readings()
        anew.append(check_draft(Source(text=draft), SOURCES))
    assert [check_draft(Source(text=draft), SOURCES) for draft in (*DRAFTS, *DRAFTS)] == anew * 2
    assert any(report.findings for report in anew)


@settings(max_examples=12)
@given(edits())
def test_a_check_after_an_edit_says_what_a_check_of_everything_anew_says(text: str) -> None:
    draft = Source(text=text, language="de")
    live = check_draft(draft, _example())
    forget_readings()
    assert check_draft(draft, _example()) == live


@cache
def _example() -> list[Source]:
    return [one for path in sorted(Path(str(EXAMPLE / "sources")).iterdir()) for one in take_in(path)]


def test_the_same_sources_have_one_index_and_others_their_own() -> None:
    indexes = kept.KeptIndexes()
    sources = _read("Der Rat tagte.")
    with indexes.of(sources, GERMAN, None) as first:
        assert first.sources == tuple(sources)
    with indexes.of(_read("Der Rat tagte."), GERMAN, None) as again:
        assert again is first
    with indexes.of(_read("Der Rat schwieg."), GERMAN, None) as other:
        assert other is not first
    with indexes.of(sources, GERMAN, datetime(2026, 3, 4, tzinfo=UTC)) as on_a_day:
        assert on_a_day is not first


def test_an_index_in_use_is_nobody_elses() -> None:
    indexes = kept.KeptIndexes()
    sources = _read("Der Rat tagte.")
    with indexes.of(sources, GERMAN, None) as first, indexes.of(sources, GERMAN, None) as second:
        assert first is not second


def test_who_needs_an_index_in_use_waits_for_it() -> None:
    indexes = kept.KeptIndexes()
    sources = _read("Der Rat tagte.")
    got: list[IndexedSources] = []

    def use() -> None:
        with indexes.of(sources, GERMAN, None) as mine:
            got.append(mine)

    with indexes.of(sources, GERMAN, None) as first:
        others = [Thread(target=use) for _ in range(3)]
        for other in others:
            other.start()
        others[0].join(0.05)
        assert got == []
    for other in others:
        other.join(10)
    assert [mine is first for mine in got] == [True] * 3


def test_an_index_is_not_kept_after_a_failure() -> None:
    indexes = kept.KeptIndexes()
    sources = _read("Der Rat tagte.")
    seen: list[IndexedSources] = []
    with pytest.raises(ZeroDivisionError), indexes.of(sources, GERMAN, None) as first:
        seen.append(first)
        raise ZeroDivisionError
    with indexes.of(sources, GERMAN, None) as again:
        assert again is not seen[0]


def test_the_longest_unused_index_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_INDEXED", 20 * 150)
    indexes = kept.KeptIndexes()
    made: dict[str, list[IndexedSources]] = {}
    for text in ("aaaa aaaa", "bbbb bbbb", "aaaa aaaa", "cccc cccc", "aaaa aaaa", "bbbb bbbb"):
        with indexes.of(_read(text), GERMAN, None) as indexed:
            made.setdefault(text, []).append(indexed)
    assert {text: len({id(each) for each in found}) for text, found in made.items()} == {
        "aaaa aaaa": 1,
        "bbbb bbbb": 2,
        "cccc cccc": 1,
    }


def test_an_earlier_state_of_the_same_dossier_goes_before_other_dossiers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kept, "_MOST_INDEXED", 30 * 150)
    indexes = kept.KeptIndexes()
    other, earlier = _read("aaaa aaaa"), _read("bbbb bbbb")
    later = [*earlier, *_read("cc cc")]
    made: dict[str, IndexedSources] = {}
    for name, sources in (("other", other), ("earlier", earlier), ("later", later)):
        with indexes.of(sources, GERMAN, None) as indexed:
            made[name] = indexed
    with indexes.of(other, GERMAN, None) as again:
        assert again is made["other"]
    with indexes.of(later, GERMAN, None) as again:
        assert again is made["later"]
    with indexes.of(earlier, GERMAN, None) as again:
        assert again is not made["earlier"]


def test_the_evidence_kept_with_an_index_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST_INDEXED", 1_000_000)
    indexes = kept.KeptIndexes()
    sources, others = _read("Der Rat tagte am Montag."), _read("Die Mühle brannte am Dienstag.")
    with indexes.of(sources, GERMAN, None) as first:
        assert first.kept.weight == 0
    with indexes.of(others, GERMAN, None) as second:
        second.kept.weight = kept._MOST_INDEXED
    with indexes.of(sources, GERMAN, None) as again:
        assert again is not first

"""Two versions of a source, compared passage by passage."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.evidence.revised import revised
from beleg.reading import read
from beleg.terms.evidence import ReadSource
from beleg.terms.source import Source
from beleg.terms.source_change import VersionChange
from tests.evidence.readings import read_source

ROOF = "Das Dach der Halle ist in der Nacht eingestürzt."
COST = "Der Schaden liegt nach ersten Angaben bei 4,2 Millionen Euro."
POLICE = "Die Polizei ermittelt wegen Brandstiftung gegen einen Anwohner."
SCHOOL = "Am Montag beginnt wieder der Unterricht an der Gesamtschule."
SENTENCES = (ROOF, COST, POLICE, SCHOOL)


def _compared(old: str, new: str, language: str = "de") -> VersionChange:
    return revised(read_source(old, language), read_source(new, language))


def _told(change: VersionChange) -> list[tuple[str, str | None]]:
    return [(one.passage.text, one.now.text if one.now else None) for one in change.passages]


def test_a_changed_number_is_told_with_what_stands_there_now() -> None:
    now = COST.replace("4,2", "5,1")
    change = _compared(" ".join(SENTENCES), " ".join((ROOF, now, POLICE, SCHOOL)))
    assert _told(change) == [(COST, now)]
    assert (change.added, change.kept, change.unrelated, change.same) == ((), 3, False, False)


def test_a_passage_that_vanished_has_nothing_in_its_place() -> None:
    change = _compared(" ".join(SENTENCES), " ".join((ROOF, COST, SCHOOL)))
    assert _told(change) == [(POLICE, None)]


def test_an_added_passage_changes_no_other() -> None:
    note = "Berichtigung: In einer früheren Fassung war der Ort falsch angegeben."
    change = _compared(" ".join(SENTENCES), " ".join((*SENTENCES, note)))
    assert _told(change) == []
    assert [passage.text for passage in change.added] == [note]
    assert not change.same


def test_a_denied_sentence_is_changed() -> None:
    old, new = "The minister knew of the report.", "The minister knew nothing of the report."
    assert _told(_compared(old, new, "en")) == [(old, new)]


def test_two_passages_can_become_one() -> None:
    one, two = "Der Rat der Stadt tagte am Montag lange.", "Der Rat der Stadt stimmte für den Abriss."
    both = "Der Rat der Stadt tagte am Montag lange und stimmte für den Abriss."
    assert _told(_compared(f"{one} {two} {SCHOOL}", f"{both} {SCHOOL}")) == [(one, both), (two, both)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{ROOF}\n\n{COST}", f"{ROOF}\n{COST}  "),
        (f"{ROOF} {COST}", f"{COST} {ROOF}"),
        ("„Wir warten“, sagte sie.", '"Wir warten", sagte sie.'),
        (f"GRAUWERDER (lwd) – {ROOF}", ROOF),
        (f"Grauwerder, 4. März (lwd) - {ROOF}", f"Grauwerder, 5. März (lwd) - {ROOF}"),
        (f"{ROOF}\n\nStand: 4. März 2026, 14.30 Uhr", f"{ROOF}\n\nStand: 5. März 2026, 9 Uhr"),
        (f"12 Kommentare\n\n{ROOF}", f"{ROOF}\n\n140 Kommentare"),
        (f"{ROOF}\n\n* * *", ROOF),
        (f"{ROOF} {ROOF}", ROOF),
    ],
)
def test_what_is_no_change_of_content(old: str, new: str) -> None:
    assert _compared(old, new).same


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Termin: 4. März 2026", "Termin: 5. März 2026"),
        (f"{ROOF}\n\n14 Uhr: 3 Verletzte", f"{ROOF}\n\n14 Uhr: 5 Verletzte"),
        ("„Wir warten“, sagte sie.", "Wir warten, sagte sie."),
        ("Die Masse war groß.", "Die Maße war groß."),
    ],
)
def test_what_is_one_all_the_same(old: str, new: str) -> None:
    assert not _compared(old, new).same


def test_two_texts_about_different_things_have_nothing_in_common() -> None:
    change = _compared(f"{ROOF} {COST}", "Diese Seite gibt es leider nicht mehr.")
    assert change.unrelated
    assert not _compared(f"{ROOF} {COST}", COST.replace("4,2", "5,1")).unrelated
    assert not _compared(f"{ROOF} {COST}", ROOF).unrelated


def test_a_text_in_a_language_that_is_not_read_is_compared_too() -> None:
    old, new = (
        "Le toit est tombé hier soir. La police enquête.",
        "Le toit est tombé ce matin. La police enquête.",
    )
    versions = [ReadSource(Source(text=text), read(text, None)) for text in (old, new)]
    assert _told(revised(*versions)) == [("Le toit est tombé hier soir.", "Le toit est tombé ce matin.")]


_TEXTS = st.lists(
    st.one_of(
        st.sampled_from((*SENTENCES, "Stand: 4. März.", "", "\n\n", "🌉 u\u0308ber")), st.text(max_size=20)
    ),
    max_size=8,
).map(" ".join)


@given(_TEXTS, _TEXTS)
def test_spans_slice_back_and_every_passage_is_somewhere(old: str, new: str) -> None:
    older, newer = read_source(old), read_source(new)
    change = revised(older, newer)
    for one in change.passages:
        assert one.passage.source == older.source.id
        assert one.passage.span.of(old) == one.passage.text
        if one.now is not None:
            assert one.now.source == newer.source.id
            assert one.now.span.of(new) == one.now.text
    for passage in change.added:
        assert passage.span.of(new) == passage.text
    places = [one.passage.start for one in change.passages]
    assert places == sorted(set(places))
    assert change.kept + len(change.passages) <= len(older.reading.sentences)


@given(st.permutations(SENTENCES), st.permutations(SENTENCES), st.sampled_from((" ", "  ", "\n\n", "\u00a0")))
def test_what_only_moved_is_unchanged(old: list[str], new: list[str], space: str) -> None:
    assert _compared(" ".join(old), space.join(new)).same


@given(_TEXTS)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert _compared(text, text).same


def test_time_is_linear_in_the_length() -> None:
    def versions(sentences: int) -> list[ReadSource]:
        old = "\n".join(f"Das Haus Nummer {n} der Straße ist alt und leer." for n in range(sentences))
        return [ReadSource(Source(text=t), read(t, None)) for t in (old, old.replace("leer", "neu"))]

    def seconds(sentences: int) -> float:
        """The least of three times: what else the machine is doing is not measured."""
        old, new = versions(sentences)
        times = []
        for _ in range(3):
            start = time.process_time()
            assert len(revised(old, new).passages) == sentences
            times.append(time.process_time() - start)
        return min(times)

    assert seconds(4_000) < 10 * max(seconds(1_000), 0.01)

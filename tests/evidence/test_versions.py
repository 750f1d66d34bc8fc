"""Newer versions of a source, several media, and stretches taken over."""

from datetime import UTC, datetime

from beleg.evidence.copies import SHORTEST, copies
from beleg.evidence.several_media import origins, several_named
from beleg.evidence.versions import superseded
from beleg.language.de.german import GERMAN
from beleg.reading import read
from beleg.terms.evidence import ReadSource
from beleg.terms.source import Source
from tests.evidence.gathered import gather

TEXT = (
    "In der Lagerhalle am Hafen brach in der Nacht ein Feuer aus. Die Feuerwehr war mit vier Zügen im Einsatz und löschte bis in den "
    "Morgen, das Dach der Halle ist eingestürzt und die Polizei ermittelt wegen Brandstiftung."
)


def _source(text: str, *, publisher: str = "", address: str = "", hour: int | None = None) -> ReadSource:
    published = None if hour is None else datetime(2026, 5, 4, hour, tzinfo=UTC)
    source = Source(text=text, publisher=publisher, address=address, published=published)
    return ReadSource(source, read(text, GERMAN))


def test_the_newest_of_three_versions_replaces_both_others() -> None:
    first, second, third = (_source(f"{TEXT} Stand {n}.", publisher="Bote", hour=n) for n in (1, 2, 3))
    found = superseded([third, first, second])
    assert {(one.older.id, one.newer.id) for one in found} == {
        (first.source.id, third.source.id),
        (second.source.id, third.source.id),
    }


def test_no_version_without_a_date_an_own_house_or_a_change() -> None:
    assert superseded([_source(TEXT, publisher="Bote"), _source(TEXT + " Neu.", publisher="Bote")]) == ()
    assert superseded([_source(TEXT, hour=1), _source(TEXT + " Neu.", hour=2)]) == ()
    old = _source(TEXT, publisher="Bote", hour=1)
    assert superseded([old, _source("Ganz anderes aus dem Rathaus.", publisher="Bote", hour=2)]) == ()
    assert superseded([old, _source(TEXT, publisher="Bote", hour=2)]) == ()


def test_copies_of_one_report_are_one_origin() -> None:
    sources = [_source(TEXT, publisher="Bote"), _source("Brand. " + TEXT, publisher="Kurier")]
    draft = read(
        "Der Bote schreibt, das Dach sei eingestürzt. Der Kurier meldet einen Einsatz der Feuerwehr.", GERMAN
    )
    assert [span.of(draft.text) for span in several_named(draft, sources)] == ["Kurier"]
    assert origins(sources, gather(draft, sources, GERMAN)) == 1


def test_a_stretch_taken_over_and_a_quoted_one() -> None:
    sources = [_source(TEXT)]
    (found,) = copies(read(TEXT, GERMAN), sources)
    assert found.words >= SHORTEST
    assert found.passage.text == found.span.of(TEXT)
    assert copies(read(f"„{TEXT}“, schrieb der Bote.", GERMAN), sources) == ()

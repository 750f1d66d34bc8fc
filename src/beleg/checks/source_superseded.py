"""source_superseded: a sentence rests on a version of a source that a newer one has replaced."""

from collections.abc import Iterator
from datetime import UTC, datetime

from beleg.checks.check import Case, OfTheSources, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.source import Source
from beleg.terms.wording import Wording

_REST = (
    " Die Feuerwehr war mit vier Zügen im Einsatz und löschte bis in den Morgen. Das Dach der Lagerhalle ist eingestürzt, die "
    "Bahnstrecke nach Altdorf blieb für zwei Stunden gesperrt. Die Polizei ermittelt."
)


def _report(words: str, hour: int, publisher: str = "Landesdienst", address: str = "") -> Source:
    return Source(
        text=words + _REST,
        publisher=publisher,
        address=address,
        published=datetime(2026, 3, 2, hour, tzinfo=UTC),
    )


_FIRST = _report("Bei dem Brand in Lindenau wurden drei Menschen verletzt.", 8)
_SECOND = _report("Bei dem Brand in Lindenau wurde nach neuen Angaben niemand verletzt.", 11)


class SourceSuperseded:
    """A sentence whose passage the publisher has changed in a newer version that is among the sources.

    ## What it does

    Two sources are versions of one report if they have the same address, or the same publisher and mostly the same
    words, and different dates. Reports each sentence whose best passage stands in the older version and no longer, in
    these words, in the newer.

    ## Why it matters

    Agencies correct within minutes. The draft that was begun on the first version still has the number that the
    second one took back.

    ## What it cannot see

    A newer version that nobody has taken in. Sources without a date. A correction that only says what was wrong, in
    a message of its own.
    """

    id = "source_superseded"
    title = Wording(de="Quelle überholt", en="Source superseded")
    messages = {
        "superseded": OfTheSources(
            de="Der Beleg stammt aus einer älteren Fassung; in der neueren ({newer}) steht er so nicht mehr.",
            en="The evidence is from an older version; the newer one ({newer}) no longer has it.",
        )
    }
    severity = Severity.WARNING
    needs_sources = True
    unit = Wording(de="Sätze mit Beleg", en="sentences with evidence")
    cases = (
        Case(
            draft="Drei Menschen wurden bei dem Brand in Lindenau verletzt.",
            sources=(_FIRST, _SECOND),
            flagged=("Drei Menschen wurden bei dem Brand in Lindenau verletzt.",),
        ),
        Case(
            draft="Drei Menschen wurden bei dem Brand in Lindenau verletzt.",
            sources=(_SECOND, _FIRST),
            flagged=("Drei Menschen wurden bei dem Brand in Lindenau verletzt.",),
        ),
        Case(
            draft="Die Polizei ermittelt. Bei dem Brand wurden drei Menschen verletzt.",
            sources=(_FIRST, _SECOND),
            flagged=("Bei dem Brand wurden drei Menschen verletzt.",),
        ),
        Case(
            draft="Der Zoo hat 200 Tiere.",
            sources=(
                Source(
                    text="Der Zoo hat 200 Tiere.",
                    address="https://zoo.example/zahlen",
                    published=datetime(2025, 1, 1, tzinfo=UTC),
                ),
                Source(
                    text="Der Zoo hat 240 Bewohner.",
                    address="https://zoo.example/zahlen",
                    published=datetime(2026, 1, 1, tzinfo=UTC),
                ),
            ),
            flagged=("Der Zoo hat 200 Tiere.",),
        ),
        Case(
            draft="Drei Menschen wurden bei dem Brand in Lindenau verletzt.",
            sources=(
                _FIRST,
                _report("Bei dem Brand in Lindenau wurden zwei Menschen leicht verletzt.", 9),
                _SECOND,
            ),
            flagged=("Drei Menschen wurden bei dem Brand in Lindenau verletzt.",),
        ),
        Case(
            draft="The zoo has 200 animals.",
            sources=(
                Source(
                    text="The zoo has 200 animals in all of its houses.",
                    address="https://zoo.example/facts",
                    published=datetime(2025, 1, 1, tzinfo=UTC),
                ),
                Source(
                    text="The zoo now counts 240 inhabitants.",
                    address="https://zoo.example/facts",
                    published=datetime(2026, 1, 1, tzinfo=UTC),
                ),
            ),
            flagged=("The zoo has 200 animals.",),
            language="en",
        ),
        Case(
            draft="Bei dem Brand in Lindenau wurde nach neuen Angaben niemand verletzt.",
            sources=(_FIRST, _SECOND),
        ),
        Case(draft="Das Dach der Lagerhalle ist eingestürzt.", sources=(_FIRST, _SECOND)),
        Case(draft="Drei Menschen wurden bei dem Brand in Lindenau verletzt.", sources=(_FIRST,)),
        Case(
            draft="Drei Menschen wurden bei dem Brand in Lindenau verletzt.",
            sources=(
                _FIRST,
                _report("Bei dem Brand in Lindenau wurde niemand verletzt.", 11, publisher="Lindenauer Bote"),
            ),
        ),
        Case(
            draft="Der Zoo hat 200 Tiere.",
            sources=(
                "Der Zoo hat 200 Tiere.",
                Source(text="Der Zoo hat 240 Bewohner.", published=datetime(2026, 1, 1, tzinfo=UTC)),
            ),
        ),
        Case(
            draft="The roof of the hall has collapsed.",
            sources=("The roof of the hall has collapsed.",),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The sentences with evidence."""
        return sum(bool(sentence.passages) for sentence in examination.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each sentence whose best passage the newer version does not have."""
        replaced = {one.older.id: one.newer for one in examination.superseded}
        for sentence in examination.sentences:
            passage = next(iter(sentence.passages), None)
            if passage is None or not sentence.claims:
                continue
            newer = replaced.get(passage.source)
            if newer is not None and passage.text not in newer.text:
                yield report(self, sentence.sentence.span, evidence=(passage,), newer=newer.label)

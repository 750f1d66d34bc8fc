"""attribution_lost: a reported claim became a fact."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.reading import BlockKind, Voice
from beleg.terms.wording import Wording

_SOURCE = (
    "Der Brandschutz im Rathaus sei seit Jahren mangelhaft, sagte Feuerwehrchef Karl Brandt. Die Stadt widersprach. "
    "Ein Vorarbeiter soll die Warnung verschwiegen haben. Der Stadtrat stimmte am Dienstag für den Umbau des Rathauses."
)
_SAME = 0.5
"""Coverage from which a sentence of the draft is taken to report what the passage reports."""


class AttributionLost:
    """A statement of somebody, or one the source makes with a reservation, told as a fact.

    ## What it does

    Reads for every sentence of draft and sources who vouches for it: the text itself, somebody it quotes (direct speech,
    Konjunktiv I, "laut", "zufolge", a dass-clause), or nobody quite ("soll", "angeblich"). Reports a sentence the draft
    asserts itself although every passage that has it gives it as somebody's statement or with a reservation.

    ## Why it matters

    "Die Brücke sei sicher, sagte der Minister" and "Die Brücke ist sicher" differ in who is responsible if it falls.
    German marks the difference in the verb, and it is the first thing lost when text is shortened or rewritten by
    a machine. No word is wrong afterwards.

    ## What it cannot see

    Attribution lost inside a sentence that keeps another one. A statement in the indicative that a later
    sentence attributes ("Das sagte der Minister"). Sources in which reading misses who speaks.
    """

    id = "attribution_lost"
    title = Wording(de="Zuschreibung verloren", en="Attribution lost")
    messages = {
        "speaker": Wording(
            de="In der Quelle ist das eine Aussage ({speaker}); hier steht es als Tatsache.",
            en="In the source this is somebody’s statement ({speaker}); here it stands as a fact.",
        ),
        "reservation": Wording(
            de="Die Quelle berichtet das nur als Aussage oder unter Vorbehalt; hier steht es als Tatsache.",
            en="The source gives this only as a statement or with a reservation; here it stands as a fact.",
        ),
    }
    severity = Severity.ERROR
    needs_sources = True
    unit = Wording(de="Sätze, die der Text selbst behauptet", en="sentences the text itself asserts")
    cases = (
        Case(
            draft="Der Brandschutz im Rathaus ist seit Jahren mangelhaft.",
            sources=(_SOURCE,),
            flagged=("Der Brandschutz im Rathaus ist seit Jahren mangelhaft.",),
        ),
        Case(
            draft="Ein Vorarbeiter hat die Warnung verschwiegen.",
            sources=(_SOURCE,),
            flagged=("Ein Vorarbeiter hat die Warnung verschwiegen.",),
        ),
        Case(
            draft="Seit Jahren ist im Rathaus der Brandschutz mangelhaft.",
            sources=("„Im Rathaus ist der Brandschutz seit Jahren mangelhaft“, sagte Brandt.",),
            flagged=("Seit Jahren ist im Rathaus der Brandschutz mangelhaft.",),
        ),
        Case(
            draft="Fire safety in the town hall has been poor for years.",
            sources=(
                "Fire safety in the town hall has been poor for years, according to fire chief Karl Brandt.",
            ),
            flagged=("Fire safety in the town hall has been poor for years.",),
            language="en",
        ),
        Case(
            draft="Der Brandschutz im Rathaus sei seit Jahren mangelhaft, sagte Brandt.", sources=(_SOURCE,)
        ),
        Case(
            draft="Laut Feuerwehrchef Karl Brandt ist der Brandschutz im Rathaus seit Jahren mangelhaft.",
            sources=(_SOURCE,),
        ),
        Case(draft="Ein Vorarbeiter soll die Warnung verschwiegen haben.", sources=(_SOURCE,)),
        Case(draft="Für den Umbau des Rathauses stimmte der Stadtrat am Dienstag.", sources=(_SOURCE,)),
    )

    def looked_at(self, examination: Examination) -> int:
        """The sentences the draft asserts in its own voice."""
        return sum(s.claims and s.sentence.voice is Voice.OWN for s in examination.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each sentence asserted here that the sources leave to somebody else."""
        for evidence in examination.sentences:
            if not evidence.vouched_elsewhere or not evidence.claims or evidence.coverage < _SAME:
                continue
            if evidence.sentence.block in (BlockKind.HEADLINE, BlockKind.SUBHEAD):
                continue
            yield report(
                self,
                evidence.sentence.span,
                message="speaker" if evidence.speaker else "reservation",
                evidence=evidence.passages[:1],
                speaker=evidence.speaker,
            )

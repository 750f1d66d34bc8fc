"""attribution_lost: a reported claim became a fact."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.language.registry import language_for
from beleg.terms.clause import OPEN
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.reading import BlockKind, Reading, Sentence
from beleg.terms.wording import Wording
from beleg.text.tokens import tokenize

_SOURCE = (
    "Der Brandschutz im Rathaus sei seit Jahren mangelhaft, sagte Feuerwehrchef Karl Brandt. Die Stadt widersprach. "
    "Ein Vorarbeiter soll die Warnung verschwiegen haben. Der Stadtrat stimmte am Dienstag für den Umbau des Rathauses."
)
_SHARED = 0.5
"""Share of a clause's content from which it reports what the passage reports."""
_ALIGNED = 2
_LONGEST_HEADLINE = 14
"""Words a first line may have to be taken for a headline."""
_AUTHORITIES = frozenset(
    ("authority", "city", "court", "firefighters", "ministry", "police", "prosecution", "rescue", "weather")
)
"""Kinds of houses whose reports a newsroom may rely on (in German press law: privileged sources)."""


class AttributionLost:
    """A statement of somebody, or one the source has only from hearsay, told as a fact.

    ## What it does

    Reads for every clause of draft and sources who vouches for it: the text itself, somebody it quotes (direct speech,
    Konjunktiv I, "laut", "zufolge", a dass-clause), or hearsay ("soll … haben", "es heißt"). Reports a clause the draft
    asserts itself if every clause of the sources that says the same is a statement of somebody or hearsay. A draft
    that has a doubt or a reservation of its own there is left alone, and so is a sentence that names for any part who
    says it. "Angeblich" and "vermutlich" are compared by `hedge_lost`. Where only an unnamed voice of an authority says
    it (police, fire service, court, ministry), it is a warning, otherwise an error.

    ## Why it matters

    "Die Brücke sei sicher, sagte der Minister" and "Die Brücke ist sicher" differ in who is responsible if it falls.
    German marks the difference in the verb, and it is the first thing lost when text is shortened or rewritten by
    a machine. No word is wrong afterwards.

    ## What it cannot see

    Attribution lost inside a sentence that keeps another one, or in a headline. A statement that the next sentence
    attributes ("Das sagte der Minister") where reading does not see that. Sources in which reading misses who speaks.
    """

    id = "attribution_lost"
    title = Wording(de="Zuschreibung verloren", en="Attribution lost")
    messages = {
        "speaker": Wording(
            de="In der Quelle ist das eine Aussage („{speaker}“); hier steht es als Tatsache.",
            en="In the source this is attributed (“{speaker}”); here it is stated as fact.",
        ),
        "reservation": Wording(
            de="Die Quelle berichtet das nur als Aussage oder unter Vorbehalt; hier steht es als Tatsache.",
            en="The source gives this only as a statement or with a reservation; here it is stated as fact.",
        ),
    }
    severity = Severity.ERROR
    needs_sources = True
    unit = Wording(
        de="Teilsätze mit Beleg, die der Text selbst behauptet",
        en="clauses with evidence that the text itself asserts",
    )
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
            draft="Die Kasse des Vereins war schon im Mai leer.",
            sources=(
                "Die Schatzmeisterin gab an, dass die Kasse des Vereins schon im Mai leer gewesen sei.",
            ),
            flagged=("Die Kasse des Vereins war schon im Mai leer.",),
        ),
        Case(
            draft="Der Stadtrat stimmte am Dienstag für den Umbau des Rathauses, und der Brandschutz ist seit Jahren mangelhaft.",
            sources=(_SOURCE,),
            flagged=("und der Brandschutz ist seit Jahren mangelhaft.",),
        ),
        Case(
            draft="Die Pumpe ist nachts ausgefallen. Der Keller stand einen Meter tief unter Wasser.",
            sources=(
                "Die Pumpe sei nachts ausgefallen, erklärte der Hausmeister. Der Keller habe einen Meter tief unter Wasser gestanden.",
            ),
            flagged=("Die Pumpe ist nachts ausgefallen.", "Der Keller stand einen Meter tief unter Wasser."),
        ),
        Case(
            draft="- Der Brandschutz im Rathaus ist seit Jahren mangelhaft.\n- Der Stadtrat stimmte am Dienstag für den Umbau.",
            sources=(_SOURCE,),
            flagged=("Der Brandschutz im Rathaus ist seit Jahren mangelhaft.",),
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
        Case(
            draft="Der Brandschutz im Rathaus ist seit Jahren mangelhaft. Das sagte Feuerwehrchef Karl Brandt.",
            sources=(_SOURCE,),
        ),
        Case(
            draft="Die Mieten in der Altstadt sind stark gestiegen.",
            sources=(
                "Laut Mieterverein sind die Mieten in der Altstadt stark gestiegen.",
                "Die Mieten in der Altstadt sind stark gestiegen. Das Statistische Amt zählte 14 Prozent.",
            ),
        ),
        Case(
            draft="Der Brandschutz im Rathaus ist seit Jahren mangelhaft.",
            sources=(
                "Fire safety in the town hall has been poor for years, fire chief Karl Brandt said. The council approved the plan.",
            ),
        ),
        Case(
            draft="The landlord says the club stopped paying its rent in May.",
            sources=("The club stopped paying its rent in May, the landlord said.",),
            language="en",
        ),
        Case(
            draft="Die Stadtwerke sperren am Montag die Uferstraße.",
            sources=("Wie die Stadtwerke mitteilten, sperren sie am Montag die Uferstraße.",),
        ),
        Case(
            draft="Die Stadtwerke sperrten die Uferstraße nie.",
            sources=("Die Stadtwerke sagten, sie hätten die Uferstraße nie gesperrt.",),
            flagged=("Die Stadtwerke sperrten die Uferstraße nie.",),
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The clauses the draft asserts in its own voice."""
        return sum(
            not clause.here.attributed for sentence in examination.sentences for clause in sentence.clauses
        )

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each clause asserted here that the sources leave to somebody else."""
        for sentence in examination.sentences:
            if not sentence.claims or _headline(sentence.sentence, examination.reading):
                continue
            # A sentence that names who says one part of it leaves the others to the same speaker.
            if sentence.quotations or any(clause.here.attributed for clause in sentence.clauses):
                continue
            for clause in sentence.clauses:
                if clause.frame:
                    continue
                if clause.aligned < _ALIGNED or (clause.shared < _SHARED and not clause.complete):
                    continue
                if clause.there.attributed and not clause.here.marks & OPEN:
                    yield report(
                        self,
                        clause.span,
                        message="speaker" if clause.there.speaker else "reservation",
                        severity=_severity(clause.there.speaker, examination.reading.language),
                        evidence=(clause.passage,),
                        speaker=clause.there.speaker,
                    )


def _headline(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence is a headline: marked as one, or the first line of a plain text, without a full stop."""
    if sentence.block in (BlockKind.HEADLINE, BlockKind.SUBHEAD):
        return True
    first = reading.blocks[0]
    line = reading.text[first.start : first.end]
    short = len(line.split()) <= _LONGEST_HEADLINE and len(reading.blocks) > 1
    return sentence.end <= first.end and short and line[-1].isalnum()


def _severity(speaker: str, code: str) -> Severity:
    """A warning where only an authority said it, an error where it is somebody's word."""
    language = language_for(code)
    if language is None or not speaker:
        return Severity.ERROR
    tokens = tokenize(speaker)
    if language.names(tokens):
        return Severity.ERROR
    kinds = {kind for token in tokens for kind in language.houses.of(token.text)}
    return Severity.WARNING if kinds & _AUTHORITIES else Severity.ERROR

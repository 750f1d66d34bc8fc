"""speaker_mismatch: the source has somebody else saying this."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.terms.evidence import Examination, SameSpeaker
from beleg.terms.finding import Finding, Severity
from beleg.terms.span import Span
from beleg.terms.wording import Wording

_SOURCE = (
    "„Die Brücke ist nicht mehr zu retten“, sagte Gutachterin Eva Lorenz. Bürgermeister Uwe Hansen widersprach. "
    "„Wir prüfen jede Möglichkeit“, sagte Hansen. Der Einzelhandel klage über hohe Verluste, sagte Händlerin Petra Voss."
)


class SpeakerMismatch:
    """A quotation given to somebody whom the sources do not have saying it.

    ## What it does

    Reads who is quoted in the draft and who is quoted with the same words (for indirect speech and reported statements:
    with the same statement) in the sources, and compares the two speakers. Names are compared by their parts,
    descriptions ("die Gutachterin") by whom the sources describe so, bodies ("die Polizei", "ein Sprecher der Stadt")
    by what kind of body they are and by place or party. An error where two different names stand there, or one function
    in two bodies; a warning where a description and a name are never brought together in the sources, where two
    descriptions name different bodies, and where the source carries the speech on or has a pronoun.

    ## Why it matters

    A true quotation in the wrong mouth is a false report about two people. Tools that compare words see nothing: every
    word is in the source.

    ## What it cannot see

    Speakers it cannot tell apart: "der Konzern" against a firm's name, two descriptions of which the sources do not
    have the draft's as a speaker's. A pronoun whose bearer reading got wrong. Chains ("A sagte, B habe gesagt") are
    compared by their nearest speaker only.
    """

    id = "speaker_mismatch"
    title = Wording(de="Falscher Sprecher", en="Wrong speaker")
    messages = {
        "other": Wording(
            de="In der Quelle sagt das nicht „{speaker}“, sondern „{source_speaker}“.",
            en="In the source it is “{source_speaker}” who says this, not “{speaker}”.",
        ),
        "probably": Wording(
            de="In der Quelle sagt das wohl nicht „{speaker}“, sondern „{source_speaker}“; bitte nachlesen.",
            en="In the source it is probably “{source_speaker}” who says this, not “{speaker}”; please check.",
        ),
    }
    severity = Severity.ERROR
    needs_sources = True
    unit = Wording(de="Zitate mit Sprecher", en="quotations with a speaker")
    cases = (
        Case(
            draft="„Die Brücke ist nicht mehr zu retten“, sagte Uwe Hansen.",
            sources=(_SOURCE,),
            flagged=("Uwe Hansen",),
        ),
        Case(
            draft="„Wir prüfen jede Möglichkeit“, sagte die Gutachterin Eva Lorenz.",
            sources=(_SOURCE,),
            flagged=("die Gutachterin Eva Lorenz",),
        ),
        Case(
            draft="Der Einzelhandel klage über hohe Verluste, sagte Bürgermeister Uwe Hansen.",
            sources=(_SOURCE,),
            flagged=("Bürgermeister Uwe Hansen",),
        ),
        Case(
            draft="“The bridge cannot be saved,” Uwe Hansen said.",
            sources=("“The bridge cannot be saved,” Eva Lorenz said. Uwe Hansen disagreed.",),
            flagged=("Uwe Hansen",),
            language="en",
        ),
        Case(
            draft="Die Feuerwehr teilte mit, der Brand sei gegen Mitternacht gelöscht gewesen.",
            sources=(
                "Der Brand sei gegen Mitternacht gelöscht gewesen, teilte die Polizei mit. Die Feuerwehr war mit drei Zügen da.",
            ),
            flagged=("Die Feuerwehr",),
        ),
        Case(
            draft="Die Ursache stehe noch nicht fest, sagte ein Sprecher der Stadt.",
            sources=("Ein Sprecher des Ministeriums sagte, die Ursache stehe noch nicht fest.",),
            flagged=("ein Sprecher der Stadt",),
        ),
        Case(
            draft="Der russische Präsident kündigte an, das Abkommen werde neu verhandelt.",
            sources=("Das Abkommen werde neu verhandelt, kündigte der türkische Präsident an.",),
            flagged=("Der russische Präsident",),
        ),
        Case(
            draft="Nach Ansicht der Händlerin Petra Voss ist die Brücke „nicht mehr zu retten“.",
            sources=(_SOURCE,),
            flagged=("Ansicht der Händlerin Petra Voss",),
        ),
        Case(
            draft="The firefighters said that the blaze had been out by midnight.",
            sources=("The police said that the blaze had been out by midnight.",),
            flagged=("The firefighters",),
            language="en",
        ),
        Case(
            draft="Der Brand sei gelöscht, sagte ein Polizeisprecher.",
            sources=("Ein Sprecher der Polizei sagte, der Brand sei gelöscht.",),
        ),
        Case(
            draft="Russland werde das Abkommen kündigen, erklärte Moskaus Außenminister.",
            sources=("Der russische Außenminister erklärte, Russland werde das Abkommen kündigen.",),
        ),
        Case(
            draft="The blaze was out by midnight, a police spokesman said.",
            sources=("A spokesman for the police said the blaze was out by midnight.",),
            language="en",
        ),
        Case(draft="„Die Brücke ist nicht mehr zu retten“, sagte Lorenz.", sources=(_SOURCE,)),
        Case(draft="„Wir prüfen jede Möglichkeit“, sagte der Bürgermeister.", sources=(_SOURCE,)),
        Case(
            draft="Die Händlerin Petra Voss sagte, der Einzelhandel klage über hohe Verluste.",
            sources=(_SOURCE,),
        ),
        Case(
            draft="“The bridge cannot be saved,” Lorenz said.",
            sources=("“The bridge cannot be saved,” Eva Lorenz said.",),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The quotations of the draft that name a speaker."""
        return sum(bool(q.speaker) for q in examination.reading.quotations)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each quotation whose speaker is certainly or probably another than in the sources."""
        text = examination.reading.text
        reported: set[tuple[Span, str]] = set()
        for sentence in examination.sentences:
            for found in sentence.quotations:
                if found.same_speaker not in (SameSpeaker.NO, SameSpeaker.UNLIKELY):
                    continue
                speaker = found.quotation.speaker
                saying = next(saying for saying in found.said_by if saying.speaker)
                carried = all(saying.carried for saying in found.said_by)
                probably = carried or found.same_speaker is SameSpeaker.UNLIKELY
                near = [part for part in speaker if sentence.sentence.span.overlaps(part)]
                span = Span(near[0].start, near[-1].end) if near else found.quotation.span
                if (span, saying.speaker) in reported:
                    continue  # quoted words inside indirect speech: one speaker, one finding
                reported.add((span, saying.speaker))
                yield report(
                    self,
                    span,
                    message="probably" if probably else "other",
                    severity=Severity.WARNING if probably else Severity.ERROR,
                    evidence=(saying.passage,),
                    suggestion=saying.speaker if near else "",
                    source_speaker=saying.speaker,
                    speaker=found.quotation.speaker_words(text),
                )

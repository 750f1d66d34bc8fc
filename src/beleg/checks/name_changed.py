"""name_changed: the source has another name, or none has this one."""

from collections.abc import Iterator

from beleg.checks.check import Case, NotInSources, report
from beleg.terms.evidence import Examination, SameSpeaker
from beleg.terms.finding import Finding, Severity
from beleg.terms.wording import Wording

_SOURCE = (
    "Bauamtsleiter Jens Kroll stellte den Plan am Montag im Rathaus vor. Die Arbeiten übernimmt die Baufirma Kessler. "
    "Stadträtin Maria Olbrich lehnte den Plan ab."
)


class NameChanged:
    """A name that no source has, or that stands where the evidence has another.

    ## What it does

    Looks up every name of a sentence in the sources: inflected, as an adjective ("französisch"), as a people
    ("Franzosen"), abbreviated. A name no source has is an error if the evidence has a similar one or another in its
    place, a warning otherwise. Where a passage has the same words before and after, but another name between them, the
    two have been exchanged: an error where the words agree on a wide stretch, else a warning. A name that the sources
    know, but in whose place the supporting passage has another, is an error where both stand in the same slot (after
    the same noun, before the same noun, after the same preposition beside the same word, with the same words in
    apposition) and all else agrees, and a warning where the passage merely has no other place for it. Single words
    without an article ("über Neustadt" where the source has "über Altdorf") are found by their slot; as they may be
    common nouns, they are a warning unless they are known as places or bodies.

    ## Why it matters

    A swapped name reports about the wrong person. It is the fault that costs corrections and lawsuits.

    ## What it cannot see

    Two people of the same surname. A known name in the wrong role where the passage says "er" or "der Minister". Single
    words after an article, unless they are known places or bodies: in German every noun has a capital. A description in
    place of a name.
    """

    id = "name_changed"
    title = Wording(de="Name verändert", en="Name changed")
    messages = {
        "instead": Wording(
            de="In der Quelle steht hier „{source_name}“, nicht „{name}“.",
            en="The source has “{source_name}” here, not “{name}”.",
        ),
        "perhaps": Wording(
            de="In der Quelle steht hier wohl „{source_name}“, nicht „{name}“; bitte nachlesen.",
            en="The source probably has “{source_name}” here, not “{name}”; please check.",
        ),
        "unknown": NotInSources(de="Keine Quelle nennt „{name}“.", en="No source names “{name}”."),
    }
    severity = Severity.ERROR
    needs_sources = True
    unit = Wording(de="Namen", en="names")
    cases = (
        Case(
            draft="Der Lindensee bleibt bis Juni gesperrt.",
            sources=("Der Auensee bleibt nach dem Chemieunfall bis Juni gesperrt.",),
            flagged=("Lindensee",),
        ),
        Case(
            draft="Der See bleibt nach dem Unfall bis Juni gesperrt.",
            sources=("Der Auensee bleibt nach dem Chemieunfall bis Juni gesperrt.",),
        ),
        Case(
            draft="Bauamtsleiter Jens Kramer stellte den Plan am Montag im Rathaus vor.",
            sources=(_SOURCE,),
            flagged=("Jens Kramer",),
        ),
        Case(
            draft="Stadträtin Maria Ulbrich lehnte den Plan ab.",
            sources=(_SOURCE,),
            flagged=("Maria Ulbrich",),
        ),
        Case(
            draft="Stadträtin Sabine Reuter lehnte den Plan ab.",
            sources=(_SOURCE,),
            flagged=("Sabine Reuter",),
        ),
        Case(
            draft="Jens Kroll lehnte die Umgehungsstraße ab.",
            sources=(
                _SOURCE
                + " Ein Jahr lang geschah nichts. Dann kam die Wahl. Ratsherr Ole Thoms lehnte die Umgehungsstraße ab.",
            ),
            flagged=("Jens Kroll",),
        ),
        Case(
            draft="Die Umleitung führt über Neustadt nach Lindenau.",
            sources=("Die Umleitung führt über Altdorf nach Lindenau.",),
            flagged=("Neustadt",),
        ),
        Case(
            draft="Auf der Bundesstraße B27 gilt seit Montag Tempo 70.",
            sources=("Seit Montag gilt auf der Bundesstraße B72 Tempo 70.",),
            flagged=("B27",),
        ),
        Case(
            draft="Das Werk in Altdorf soll im nächsten Jahr verkauft werden.",
            sources=(
                "Das Werk in Kirnbach soll im nächsten Jahr verkauft werden. Die Werke in Altdorf und Seeheim bleiben.",
            ),
            flagged=("Altdorf",),
        ),
        Case(
            draft="Der Zug fuhr auf der Strecke von Altdorf nach Kirnbach in eine Schneewehe.",
            sources=("Der Zug fuhr auf der Strecke von Kirnbach nach Altdorf in eine Schneewehe.",),
            flagged=("Altdorf", "Kirnbach"),
        ),
        Case(
            draft="Nach Angaben der Behörden sind in Oslo zwölf Menschen erkrankt.",
            sources=(
                "Nach Angaben der Behörden sind in Norwegen zwölf Menschen erkrankt. Oslo warnt Reisende.",
            ),
            flagged=("Oslo",),
        ),
        Case(
            draft="Ole Thoms, der Chefredakteur des Lindenauer Boten, eröffnete die Ausstellung.",
            sources=(
                "Die Ausstellung von Ole Thoms eröffnete am Abend Jens Kroll, der Chefredakteur des Lindenauer Boten.",
            ),
            flagged=("Ole Thoms",),
        ),
        Case(
            draft="On Monday, Jens Kramer presented the plan in the town hall.",
            sources=("Jens Kroll presented the plan in the town hall on Monday.",),
            flagged=("Jens Kramer",),
            language="en",
        ),
        Case(
            draft="Der Chor sang vor italienischen Gästen.",
            sources=("Im Saal sang der Chor vor französischen Gästen aus der Partnerstadt.",),
            flagged=("italienischen",),
        ),
        Case(
            draft="Die Staatsanwaltschaft Kassel ermittelt gegen den Bauleiter.",
            sources=("Gegen den Bauleiter ermittelt die Staatsanwaltschaft Fulda.",),
            flagged=("Kassel",),
        ),
        Case(
            draft="Ratsherr Ole Thoms (SPD) stimmte gegen den Haushalt.",
            sources=("Gegen den Haushalt stimmte Ratsherr Ole Thoms (CDU). Die SPD enthielt sich.",),
            flagged=("SPD",),
        ),
        Case(
            draft="Nach einem Gespräch mit Landrat Peter Brandis wurde die Schließung abgesagt.",
            sources=(
                "Am Freitag hatte Landrat Peter Brandis die Schließung verteidigt. "
                "Nach einem Gespräch mit Bürgermeisterin Anna Weber wurde die Schließung abgesagt.",
            ),
            flagged=("Peter Brandis",),
        ),
        Case(
            draft="The choir sang for Italian guests in the town hall.",
            sources=("In the town hall the choir sang for French guests.",),
            flagged=("Italian",),
            language="en",
        ),
        Case(
            draft="The detour leads through Milford to Harrow Bridge.",
            sources=("The detour leads through Ashby to Harrow Bridge.",),
            flagged=("Milford",),
            language="en",
        ),
        Case(
            draft="Neuer Intendant wird Ole Thoms.",
            sources=("Neuer Intendant des Theaters wird Jens Kroll. Ole Thoms leitet das Orchester.",),
            flagged=("Ole Thoms",),
        ),
        Case(
            draft="Die Reederei Kolb kaufte im Mai die alte Fähre.",
            sources=("Im Mai kaufte die Reederei Hansen die alte Fähre. Die Reederei Kolb fährt weiter.",),
            flagged=("Kolb",),
        ),
        Case(
            draft="Verlässliche Zahlen zu den Besuchern gibt es nicht.",
            sources=("Gesicherte Angaben zur Zahl der Besucher gibt es nicht.",),
        ),
        Case(
            draft="Ole Thoms wird Leiter des Orchesters.",
            sources=("Neuer Intendant des Theaters wird Jens Kroll. Ole Thoms wird Leiter des Orchesters.",),
        ),
        Case(
            draft="Gäste aus Frankreich hörten den Chor.",
            sources=("Den Chor hörten auch französische Gäste.",),
        ),
        Case(
            draft="Mit 13 Metern Länge ist das Boot das größte im Hafen.",
            sources=("Das größte Boot im Hafen hat eine Länge von 13 Metern.",),
        ),
        Case(
            draft="Der THW pumpte den Keller leer.",
            sources=("Das Technische Hilfswerk (THW) pumpte am Abend den Keller leer.",),
        ),
        Case(
            draft="Moskau lehnte das Angebot ab.",
            sources=("Russland lehnte das Angebot am Dienstag ab.",),
        ),
        Case(
            draft="Guests from France heard the choir.",
            sources=("French guests heard the choir in the evening.",),
            language="en",
        ),
        Case(
            draft="Die Umleitung führt von Lindenau über Altdorf.",
            sources=("Von Lindenau führt die Umleitung über Altdorf und das Industriegebiet.",),
        ),
        Case(
            draft="Nach Angaben der Behörden sind in Norwegen zwölf Menschen erkrankt.",
            sources=(
                "Nach Angaben der Behörden sind in Oslo zwölf Menschen erkrankt. Norwegen warnt Reisende.",
            ),
        ),
        Case(
            draft="Für die Studie wurden fünfzig Verfahren untersucht.",
            sources=("Für die Studie wurden fünfzig Methoden untersucht. Die Verfahren sind umstritten.",),
        ),
        Case(
            draft="Ole Thoms, der Leiter der Bauaufsicht, wies den Vorwurf zurück.",
            sources=(
                "Den Vorwurf wies Ole Thoms zurück. Jens Kroll, der Leiter der Stadtkasse, schwieg zu dem Vorwurf.",
            ),
        ),
        Case(
            draft="Am Turnier nahmen Kirnbach, Altdorf und Seeheim teil.",
            sources=("Am Turnier nahmen Seeheim, Kirnbach und Altdorf teil.",),
        ),
        Case(draft="Jens Krolls Plan liegt seit Montag vor.", sources=(_SOURCE,)),
        Case(draft="Stadträtin Olbrich lehnte den Plan ab.", sources=(_SOURCE,)),
        Case(draft="Kroll stellte den Plan am Montag im Rathaus vor.", sources=(_SOURCE,)),
        Case(
            draft="A Kroll-led group sold the mill in Q3.",
            sources=("The group, led by Jens Kroll, sold the mill in the third quarter.",),
            language="en",
        ),
        Case(
            draft="Kroll presented the plan on Monday.",
            sources=("Jens Kroll presented the plan in the town hall on Monday.",),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The names of the draft."""
        return sum(len(sentence.names) for sentence in examination.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each name that the sources do not have, or have not here."""
        for sentence in examination.sentences:
            # Another speaker is a finding of its own (`speaker_mismatch`).
            others = [
                part
                for found in sentence.quotations
                if found.same_speaker in (SameSpeaker.NO, SameSpeaker.UNLIKELY)
                for part in found.quotation.speaker
            ]
            for name in sentence.names:
                if name.named and any(part.overlaps(name.span) for part in others):
                    continue
                if name.instead and name.passage is not None:
                    yield report(
                        self,
                        name.span,
                        message="instead" if name.certain else "perhaps",
                        severity=Severity.ERROR if name.certain else Severity.WARNING,
                        evidence=(name.passage,),
                        suggestion=name.instead,
                        source_name=name.instead,
                        name=name.words,
                    )
                elif not name.named:
                    yield report(
                        self, name.span, message="unknown", severity=Severity.WARNING, name=name.words
                    )

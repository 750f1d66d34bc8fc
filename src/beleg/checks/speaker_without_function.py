"""speaker_without_function: who is that, and how would they know?"""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.language.introductions import Introductions
from beleg.language.registry import language_for
from beleg.language.set_phrases import set_phrases
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.quotation import Naming
from beleg.terms.reading import Reading
from beleg.terms.span import Span
from beleg.terms.wording import Wording

_APPOSITION = 60
"""Code points after a speaker's words within which ", ein Experte für …" belongs to them."""


class SpeakerWithoutFunction:
    """Somebody is quoted, and the article does not say what they are or where they work.

    ## What it does

    Reports experts, analysts and researchers of whom neither a name nor an organisation is given ("ein Experte"), or a
    field but no organisation ("ein Experte für Außenpolitik"). Reports a person with first name and surname who speaks
    and whom the article nowhere gives a function, a party, an organisation or a place, before the name or after it.

    ## Why it matters

    What somebody is worth as a source depends on what they do and for whom. "Ein Experte" is an authority nobody
    can check, and often stands where a newsroom had none.

    ## What it cannot see

    Whether the function is the right one. Persons whose first name is not in the language's list, and those whom the
    article calls by the surname alone: it may be a town or a firm. An article that describes somebody without a name
    ("die Bürgermeisterin") is trusted to mean the person it names.
    """

    id = "speaker_without_function"
    title = Wording(de="Sprecher ohne Funktion", en="Speaker without a function")
    messages = {
        "expert": Wording(
            de="„{words}“: Wer das ist und für welches Haus, steht nicht da.",
            en="“{words}”: the article does not say who that is or for which organisation they work.",
        ),
        "house": Wording(
            de="„{words}“: Für welches Haus, steht nirgends im Artikel.",
            en="“{words}”: the article does not say for which organisation they work.",
        ),
        "person": Wording(
            de="Wer {words} ist und warum diese Aussage zählt, steht nirgends im Artikel.",
            en="The article does not say who {words} is and why this statement counts.",
        ),
    }
    severity = Severity.NOTICE
    needs_sources = False
    unit = Wording(de="Zitate mit Sprecher", en="quotations with a speaker")
    cases = (
        Case(draft="Ein Experte sagte, die Brücke halte noch zwei Jahre.", flagged=("Ein Experte",)),
        Case(draft="Laut Analysten steigt der Preis im Herbst.", flagged=("Analysten",)),
        Case(
            draft="Jens Kroll, ein Experte für Brückenbau, sagte, die Brücke halte noch zwei Jahre.",
            flagged=("ein Experte für Brückenbau",),
        ),
        Case(
            draft="„Die Brücke hält noch zwei Jahre“, sagte Jens Kroll.",
            flagged=("Jens Kroll",),
        ),
        Case(
            draft="Laut Petra Voss bleibt der Laden zu. Petra Voss sagte, sie habe keine Wahl.",
            flagged=("Petra Voss",),
        ),
        Case(draft="An analyst said the price would rise.", flagged=("An analyst",), language="en"),
        Case(
            draft="“The bridge will hold for two years,” Claire Holt said.",
            flagged=("Claire Holt",),
            language="en",
        ),
        Case(
            draft="Feuerwehrchef Karl Brandt sagte, die Brücke bleibe zu. „Sie ist marode“, sagte Karl Brandt."
        ),
        Case(draft="Jens Kroll von der Hochschule Altenbruck sagte, die Brücke halte noch zwei Jahre."),
        Case(
            draft="Jens Kroll, ein Experte für Brückenbau an der Hochschule Altenbruck, sagte, die Brücke halte."
        ),
        Case(draft="„Die Brücke hält“, sagte Jens Kroll (SPD). Die Stadt prüft."),
        Case(draft="„Die Brücke hält“, sagte Petra Voss. Voss leitet das Bauamt."),
        Case(draft="Die Experten sagten, die Brücke halte. Ein Anwohner sagte, er glaube das nicht."),
        Case(draft="Der Bürgermeister trat zurück. „Es reicht“, sagte Jens Kroll."),
        Case(draft="“The bridge will hold,” said Claire Holt, an engineer at the town hall.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """The quotations with a speaker."""
        return sum(bool(quotation.speaker) for quotation in examination.reading.quotations)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for the first quotation of each speaker of whom nothing is said."""
        reading = examination.reading
        language = language_for(reading.language)
        if language is None:
            return
        told = Introductions(reading.sentences, language)
        seen: set[str] = set()
        for quotation in reading.quotations:
            spans = quotation.referent or quotation.speaker
            if not spans or quotation.naming is Naming.UNNAMED:
                continue
            speaker = Span(spans[0].start, spans[-1].end)
            expert = self._expert(speaker, reading)
            name = told.person_in(speaker.of(reading.text))
            if expert is not None:
                about, message = expert
                if name and told.housed(name):
                    continue
            elif name and quotation.naming is Naming.NAMED and not told.introduced(name):
                about, message = speaker, "person"
            else:
                continue
            words = about.of(reading.text)
            if words.casefold() not in seen:
                seen.add(words.casefold())
                yield report(self, about, message=message, words=words)

    @staticmethod
    def _expert(speaker: Span, reading: Reading) -> tuple[Span, str] | None:
        """The words for an expert among or right after the speaker's, and what is missing there."""
        text = reading.text
        around = Span(speaker.start, min(speaker.end + _APPOSITION, len(text)))
        for message, phrases in (("expert", "experts"), ("house", "experts_of_a_field")):
            match = set_phrases(phrases, reading.language).search(speaker.of(text))
            if match:
                return Span(*match.span()).shifted(speaker.start), message
        later = set_phrases("experts_beside", reading.language).search(around.of(text))
        return (Span(*later.span("words")).shifted(speaker.start), "house") if later else None

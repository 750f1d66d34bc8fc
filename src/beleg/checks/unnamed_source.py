"""unnamed_source: a statement rests on somebody who is not named."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.language.set_phrases import set_phrases
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.quotation import Naming
from beleg.terms.span import Span
from beleg.terms.wording import Wording
from beleg.text.marks import quotation_marks
from beleg.text.overlaps import Overlaps

_LONGEST = 120
"""Code points within which the parts of a speaker's words are shown as one stretch."""


class UnnamedSource:
    """A statement that rests on somebody the article does not name.

    ## What it does

    Reports the words for a speaker who stays in the dark ("Insider", "Rathauskreise", "ein hochrangiger Beamter, der
    anonym bleiben wollte") and set phrases that hide one ("dem Vernehmen nach"), each once, where they first stand. Who
    is withheld while the article nowhere says why is a warning; where it says so, and for general hearsay and nameless
    observers, a notice.

    ## Why it matters

    Nobody can check a source without a name, and nobody can hold it to account. Most style books allow it only where
    the information is important, cannot be had otherwise, and the reader learns why the name is missing.

    ## What it cannot see

    Whether the newsroom knows the source. Speakers described by an office ("ein Sprecher der Stadt") are taken as
    speaking for it. Whether a reason that is given is a good one.
    """

    id = "unnamed_source"
    title = Wording(de="Quelle ohne Namen", en="Unnamed source")
    messages = {
        "withheld": Wording(
            de="„{words}“: Wer das ist, bleibt offen, und der Artikel sagt nicht, warum.",
            en="“{words}”: the article does not say who that is, nor why it does not.",
        ),
        "explained": Wording(
            de="„{words}“: Diese Aussage ruht auf jemandem, der nicht genannt wird.",
            en="“{words}”: this statement rests on somebody who is not named.",
        ),
        "hearsay": Wording(
            de="„{words}“: Wer das gesagt hat, steht nicht da.",
            en="“{words}”: the article does not say who said this.",
        ),
    }
    severity = Severity.WARNING
    needs_sources = False
    unit = Wording(de="Zitate und Sätze", en="quotations and sentences")
    cases = (
        Case(
            draft="Rathaus-Insider berichten, die Kämmerin sei zum Rücktritt bereit.",
            flagged=("Rathaus-Insider",),
        ),
        Case(
            draft="Laut Rathauskreisen ist der Haushalt geplatzt. Die Kämmerin habe laut Rathauskreisen geweint.",
            flagged=("Rathauskreisen",),
        ),
        Case(
            draft="Ein hochrangiger Beamter, der anonym bleiben wollte, sagte, der Plan sei gescheitert.",
            flagged=("Ein hochrangiger Beamter, der anonym bleiben wollte",),
        ),
        Case(
            draft="Der Haushalt ist dem Vernehmen nach gescheitert. Die Kämmerin schwieg.",
            flagged=("dem Vernehmen nach",),
        ),
        Case(
            draft="Aus gut unterrichteten Kreisen verlautete, die Kämmerin trete zurück.",
            flagged=("Aus gut unterrichteten Kreisen",),
        ),
        Case(
            draft="Eine Informantin erzählte, sie habe die Akten gesehen. Ihren Namen will sie aus Angst vor Kündigung nicht "
            "veröffentlicht sehen.",
            flagged=("Eine Informantin",),
        ),
        Case(
            draft="Town hall insiders say the budget has failed.",
            flagged=("Town hall insiders",),
            language="en",
        ),
        Case(
            draft="A senior official who asked not to be named said the plan had failed.",
            flagged=("A senior official who asked not to be named",),
            language="en",
        ),
        Case(draft="Die Kämmerin sei zum Rücktritt bereit, sagte Stadtsprecher Ole Thoms."),
        Case(draft="Ein Sprecher der Stadt sagte, der Plan sei gescheitert."),
        Case(draft="Die Landkreise forderten mehr Geld. Der Bach hat zwei Quellen."),
        Case(draft="Nach Angaben der Polizei waren die Kreisstraße und die Quelle gesperrt."),
        Case(draft="Internationale Wahlbeobachter sagten, die Auszählung sei fair gewesen."),
        Case(draft="„Das weiß ich nur aus gut unterrichteten Kreisen“, sagte Ratsfrau Maria Olbrich."),
        Case(draft="A spokesman for the town said the plan had failed.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """The quotations with a speaker, and the sentences that are not quoted."""
        reading = examination.reading
        return sum(bool(q.speaker) for q in reading.quotations) + len(reading.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for the first mention of each speaker who stays in the dark."""
        reading = examination.reading
        text, language = reading.text, reading.language
        if not language:
            return
        vague = set_phrases("unnamed_in_general", language)
        explained = set_phrases("anonymity_explained", language).search(text) is not None
        seen: set[str] = set()
        for span in sorted(self._mentions(examination)):
            words = span.of(text)
            if words.casefold() in seen:
                continue
            seen.add(words.casefold())
            if vague.search(words):
                yield report(self, span, message="hearsay", severity=Severity.NOTICE, words=words)
            elif explained:
                yield report(self, span, message="explained", severity=Severity.NOTICE, words=words)
            else:
                yield report(self, span, words=words)

    def _mentions(self, examination: Examination) -> Iterator[Span]:
        """Where somebody unnamed is made a source: as the speaker of a quotation, or by a set phrase."""
        reading = examination.reading
        marked = Overlaps(
            (Span(m.start, m.end), m) for m in quotation_marks(reading.text, reading.blocks).marked
        )
        phrases = set_phrases("unnamed_sources", reading.language)
        found = []
        for sentence in reading.sentences:
            for match in phrases.finditer(sentence.text):
                span = Span(*match.span()).shifted(sentence.start)
                if next(marked.at(span), None) is None:
                    found.append(span)
        yield from found
        phrased = Overlaps((span, span) for span in found)
        office = set_phrases("unnamed_speakers", reading.language)
        known = set_phrases("not_unnamed", reading.language)
        for quotation in reading.quotations:
            words = quotation.speaker_words(reading.text)
            dark = quotation.naming is Naming.UNNAMED and not known.search(words)
            if not dark and not (quotation.naming is Naming.DESCRIBED and office.search(words)):
                continue
            spans = quotation.referent or quotation.speaker
            speaker = Span(spans[0].start, spans[-1].end)
            # An interrupted account ("Angaben … zufolge") is shown by the part that says who.
            speaker = spans[-1] if len(speaker) > _LONGEST else speaker
            if next(phrased.at(speaker), None) is None:
                yield speaker

"""quotation_out_of_context: the next words of the source turn what the draft quotes."""

import re
from collections import Counter
from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.language.registry import language_for
from beleg.language.set_phrases import set_phrases
from beleg.terms.evidence import Examination, QuotationEvidence, ReadSource
from beleg.terms.finding import Finding, Severity
from beleg.terms.passage import Passage
from beleg.terms.quotation import QuotationKind
from beleg.terms.span import Span
from beleg.terms.wording import Wording

_SOURCE = (
    "„Wir werden die Bäder öffnen, aber nur, wenn das Land die Kosten trägt“, sagte Bürgermeisterin Jana Kern. „Ich glaube nicht, dass die "
    "Brücke noch zu retten ist“, sagte Gutachter Ole Thoms. „Der Plan ist gut. Doch er kommt zehn Jahre zu spät“, sagte Ratsherr Uwe Hansen. "
    "„Die Schule bleibt, und das Geld ist da“, sagte Kern."
)
_AFTER = 160
"""Code points before and after the quoted words in which they can be turned."""
_ANY_WORD = re.compile(r"[^\W\d_]+")
_OMISSION = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W\d_]{5,}")
_SENTENCE_END = re.compile(r"[.!?]\s")
_MARKS = ' .,;:“”„"»«'


class QuotationOutOfContext:
    """Exact words whose meaning the words before or after them limit or turn.

    ## What it does

    Takes every quotation that stands exactly in a source, as part of a longer one there. Reports it if the speaker went
    on with "aber", "doch", "nur wenn" and the draft has nothing of that in the same sentence or right after, or if the
    speaker denied it right before ("Ich glaube nicht, dass …") and the draft does not. Where another place of the
    sources has the words alone, nothing is reported.

    ## Why it matters

    Every word is right, and the person said the opposite. No comparison of words finds it, and it is what people
    quoted complain about most.

    ## What it cannot see

    A turn that comes later in the interview, or without such a word. Irony. A denial that the draft gives in a verb of
    its own ("bezweifelt, dass") is not recognised, and the quotation reported.
    """

    id = "quotation_out_of_context"
    title = Wording(de="Zitat aus dem Zusammenhang", en="Quotation out of context")
    messages = {
        "turned": Wording(
            de="In der Quelle geht das Zitat weiter: „{source_words}“.",
            en="In the source the quotation goes on: “{source_words}”.",
        ),
        "omitted": Wording(
            de="Die Auslassung lässt „{source_words}“ weg und verkehrt den Sinn des Zitats.",
            en="The omission leaves out “{source_words}” and reverses what was said.",
        ),
        "denied": Wording(
            de="In der Quelle steht davor: „{source_words}“.",
            en="In the source the quotation comes after: “{source_words}”.",
        ),
    }
    severity = Severity.WARNING
    needs_sources = True
    unit = Wording(de="Zitate, die eine Quelle genauso hat", en="quotations that a source has exactly")
    cases = (
        Case(
            draft="„Wir werden die Bäder öffnen“, sagte Kern.",
            sources=(_SOURCE,),
            flagged=("Wir werden die Bäder öffnen",),
        ),
        Case(
            draft="Hansen sagte: „Der Plan ist gut.“",
            sources=(_SOURCE,),
            flagged=("Der Plan ist gut.",),
        ),
        Case(
            draft="Thoms zufolge ist „die Brücke noch zu retten“.",
            sources=(_SOURCE,),
            flagged=("die Brücke noch zu retten",),
        ),
        Case(
            draft="„Wir können zustimmen“, sagte Voss.",
            sources=("„Wir können zustimmen, wenn die Miete sinkt“, sagte Voss.",),
            flagged=("Wir können zustimmen",),
        ),
        Case(
            draft="„Die Halle ist sicher“, sagte Brandt.",
            sources=("Brandt sagte: „Die Halle ist sicher. Allerdings nur bis zum ersten Schnee.“",),
            flagged=("Die Halle ist sicher",),
        ),
        Case(
            draft="„Das ist […] richtig“, sagte Brandt.",
            sources=("„Das ist ganz und gar nicht richtig“, sagte Brandt.",),
            flagged=("Das ist […] richtig",),
        ),
        Case(
            draft="“We will open the pools,” Kern said.",
            sources=("“We will open the pools, but only if the state pays,” Kern said.",),
            flagged=("We will open the pools,",),
            language="en",
        ),
        Case(
            draft="„Wir werden die Bäder öffnen, aber nur, wenn das Land die Kosten trägt“, sagte Kern.",
            sources=(_SOURCE,),
        ),
        Case(
            draft="„Wir werden die Bäder öffnen“, sagte Kern, das Land müsse aber die Kosten tragen.",
            sources=(_SOURCE,),
        ),
        Case(
            draft="„Der Plan ist gut“, sagte Hansen. Er komme aber zehn Jahre zu spät.",
            sources=(_SOURCE,),
        ),
        Case(draft="„Die Schule bleibt“, sagte Kern.", sources=(_SOURCE,)),
        Case(
            draft="„Die Schule […] bleibt“, sagte Kern.",
            sources=("„Die Schule am Markt bleibt“, sagte Kern.",),
        ),
        Case(
            draft="Gutachter Ole Thoms glaubt nicht, dass „die Brücke noch zu retten ist“.",
            sources=(_SOURCE,),
        ),
        Case(
            draft="Für den Fall, dass das Land die Kosten trägt, sagte Kern: „Wir werden die Bäder öffnen.“",
            sources=(_SOURCE,),
        ),
        Case(
            draft="„Ich glaube nicht, dass die Brücke noch zu retten ist“, sagte Thoms.", sources=(_SOURCE,)
        ),
        Case(
            draft="“The school stays,” Kern said.",
            sources=("“The school stays, and the money is there,” Kern said.",),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The quotations that a source has exactly."""
        return sum(bool(found.exact) for sentence in examination.sentences for found in sentence.quotations)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each quotation that every place of the sources limits or denies."""
        sources = {one.source.id: one for one in examination.sources}
        for sentence in examination.sentences:
            for found in sentence.quotations:
                start = found.quotation.span.start
                lead = Span(min(start, max(sentence.sentence.start, start - _AFTER)), start)
                turns = [
                    self._turned(examination, sources[place.source], place, found, lead)
                    for place in found.exact
                ]
                if denial := self._omitted(examination, found):
                    yield report(
                        self,
                        found.quotation.span,
                        message="omitted",
                        severity=Severity.ERROR,
                        evidence=found.exact[:1],
                        source_words=denial,
                    )
                elif turns and all(turns):
                    way, words = next(turn for turn in turns if turn)
                    yield report(
                        self,
                        found.quotation.span,
                        message=way,
                        evidence=found.exact[:1],
                        source_words=words,
                    )

    @staticmethod
    def _omitted(examination: Examination, found: QuotationEvidence) -> str:
        """The word of denial that a marked omission leaves out at every place; empty where none does."""
        language = language_for(examination.reading.language)
        if language is None or not found.exact or not _OMISSION.search(found.words):
            return ""
        kept = Counter(word.lower() for word in _ANY_WORD.findall(found.words))
        left_out = ""
        for place in found.exact:
            missing = Counter(word.lower() for word in _ANY_WORD.findall(place.text)) - kept
            left_out = next((word for word in missing if word in language.negations), "")
            if not left_out:
                return ""
        return left_out

    @staticmethod
    def _turned(
        examination: Examination, source: ReadSource, place: Passage, found: QuotationEvidence, lead: Span
    ) -> tuple[str, str] | None:
        """How the source turns the quoted words, and with what; None if it does not or the draft says so too.

        `lead` is what the draft's sentence has before the quoted words.
        """
        whole = next(
            (
                part
                for quotation in source.reading.quotations
                if quotation.kind is QuotationKind.DIRECT
                for part in quotation.quote
                if part.start <= place.start and place.end <= part.end
            ),
            None,
        )
        if whole is None:
            return None
        text, language = source.source.text, examination.reading.language
        draft, denying = examination.reading.text, set_phrases("denying_before", language)
        leading = lead.of(draft).rstrip(_MARKS)
        before = "" if found.words.startswith("[") else text[whole.start : place.start]
        if denying.search(before) is not None:
            if denying.search(leading) is not None:
                return None
            return "denied", f"{_SENTENCE_END.split(before)[-1].strip()} …"
        after = text[place.end : min(whole.end, place.end + _AFTER)]
        if set_phrases("turning", language).match(after) is None:
            return None
        end = found.quotation.span.end
        near = f"{leading} {draft[end : end + 2 * _AFTER]}"
        said = {word.casefold() for word in _WORD.findall(near)}
        if said & {word.casefold() for word in _WORD.findall(after)}:
            return None
        return "turned", after.strip(_MARKS)

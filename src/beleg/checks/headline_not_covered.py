"""headline_not_covered: the headline says more than the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from functools import cached_property

from beleg.checks.check import Case, report
from beleg.language.content import Content, content_stems
from beleg.language.language import Language
from beleg.language.persons import person_words
from beleg.language.quantity import ORDINAL, Bound, Quantity
from beleg.language.registry import language_for
from beleg.language.set_phrases import set_phrases
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.quotation import Naming, Quotation, QuotationKind
from beleg.terms.reading import BlockKind, Reading, Sentence, Voice
from beleg.terms.span import Span
from beleg.terms.token import Token
from beleg.terms.wording import Wording
from beleg.text.overlaps import Overlaps

_NEAR = 0.05
"""Share by which a headline may round a number of the text: "60.000 Euro" for 62.595."""
_OWN_COUNT = 3
"""A whole number up to this one is taken for the writer's own count: "Zwei Tote"."""
_UNCOVERED = 0.25
"""Share of its content words below which the text is about something else than its headline."""
_LONGEST_NAME = 3
_HEADLINES = 3
"""Sentences of a headline that are compared with every sentence of the text."""
_ENOUGH_WORDS = 4
"""Content words a headline must have for its share to mean anything."""
_SAME = 0.75
"""Share of a headline's content words from which a reported statement of the text is what it says."""
_TOLD = 0.6
"""Share from which a sentence the text asserts itself may be what the headline says."""


class HeadlineNotCovered:
    """A headline or subhead that says something the text does not have, or has only as somebody's claim.

    ## What it does

    Looks for the headline's numbers and persons in the text, and for its content words altogether. Numbers may be
    rounded; one to three may be your own count. Looks as well whether the headline asserts as a fact what the text only
    has as hearsay ("soll gestanden haben") or as the words of a person, a party or a medium.

    ## Why it matters

    Many readers read nothing but the headline. It is written last, in a hurry and often by somebody else, and a
    correction never reaches those who only read it.

    ## What it cannot see

    Names of places and of persons whose first name is not in the list. A headline that sharpens what the text says in
    the same words. What police, courts and offices say is taken for told, as headlines usually do. Headlines that are
    not marked as such in the draft. Numbers the text only has as a sum of others are reported, although they are right.
    """

    id = "headline_not_covered"
    title = Wording(de="Überschrift nicht gedeckt", en="Headline not covered")
    messages = {
        "number": Wording(
            de="„{words}“ steht in der Überschrift, aber nicht im Text.",
            en="“{words}” is in the headline, but not in the text.",
        ),
        "name": Wording(
            de="Der Text nennt „{words}“ nicht.",
            en="The text does not name “{words}”.",
        ),
        "words": Wording(
            de="Im Text steht kaum etwas von dem, was die Überschrift sagt.",
            en="The text has hardly anything of what the headline says.",
        ),
        "claim": Wording(
            de="Der Text gibt das nur als Aussage oder unter Vorbehalt wieder: „{words}“; die Überschrift behauptet es.",
            en="The text gives this only as a statement or with a reservation: “{words}”; the headline asserts it.",
        ),
    }
    severity = Severity.WARNING
    needs_sources = False
    unit = Wording(de="Überschriften und Zwischentitel", en="headlines and subheads")
    cases = (
        Case(
            draft="# 14 Verletzte bei Brand in Lindenau\n\nBei dem Brand in Lindenau wurden sieben Menschen verletzt.",
            flagged=("14",),
        ),
        Case(
            draft="# Umbau der Brücke kostet 3,5 Millionen Euro\n\nDer Umbau der Brücke kostet 1,2 Millionen Euro.",
            flagged=("3,5 Millionen Euro",),
        ),
        Case(
            draft="# Petra Voss eröffnet die Sporthalle\n\nDie Sporthalle wurde am Freitag mit einem Fest eröffnet. Kämmerer Jens Kroll sprach.",
            flagged=("Petra Voss",),
        ),
        Case(
            draft="# Vorarbeiter verschwieg die Warnung der Gutachter\n\nEin Vorarbeiter soll die Warnung der Gutachter verschwiegen haben.",
            flagged=("Vorarbeiter verschwieg die Warnung der Gutachter",),
        ),
        Case(
            draft="# Stadtwerke verkaufen heimlich Grundstücke am Hafen\n\nAm Freitag tagte der Ausschuss. Laut der Ratsfrau Maria Olbrich "
            "verkaufen die Stadtwerke heimlich Grundstücke am Hafen.",
            flagged=("Stadtwerke verkaufen heimlich Grundstücke am Hafen",),
        ),
        Case(
            draft="# Anwohner wütend über heimliche Absprachen beim Hallenbad\n\nDer Stadtrat beschloss am Dienstag den Bau einer Sporthalle.",
            flagged=("Anwohner wütend über heimliche Absprachen beim Hallenbad",),
        ),
        Case(
            draft="# Fire in Lindenau injures 14\n\nSeven people were hurt in a fire in Lindenau on Monday.",
            flagged=("14",),
            language="en",
        ),
        Case(
            draft="# Claire Holt opens the new sports hall\n\nThe new sports hall was opened on Friday. Treasurer Tom Reed spoke.",
            flagged=("Claire Holt",),
            language="en",
        ),
        Case(
            draft="# Zwölf Verletzte bei Brand in Lindenau\n\nBei dem Brand in Lindenau wurden 12 Menschen verletzt."
        ),
        Case(
            draft="# Umbau der Brücke kostet rund eine Million Euro\n\nDer Umbau der Brücke kostet 1.020.000 Euro."
        ),
        Case(
            draft="# Zwei Tote bei Unfall\n\nBei dem Unfall starben ein Mann und eine Frau.\n\n## Jens Krolls Rede\n\nKämmerer Jens Kroll sprach."
        ),
        Case(
            draft="# Vorarbeiter soll Warnung verschwiegen haben\n\nEin Vorarbeiter soll die Warnung der Gutachter verschwiegen haben."
        ),
        Case(
            draft="# Olbrich: Stadtwerke verkaufen heimlich Grundstücke\n\nLaut der Ratsfrau Maria Olbrich verkaufen die Stadtwerke heimlich "
            "Grundstücke am Hafen."
        ),
        Case(
            draft="# Unbekannter stiehlt Fahrräder am Bahnhof\n\nNach Angaben der Polizei stahl ein Unbekannter am Bahnhof Fahrräder."
        ),
        Case(
            draft="# Bridge stays closed until 2028\n\nThe bridge stays closed until 2028, the town said.",
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The headlines and subheads."""
        return sum(block.kind in _HEADINGS for block in examination.reading.blocks)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each number, person or claim of a headline that the text does not have."""
        reading = examination.reading
        language = language_for(reading.language)
        body = [sentence for sentence in reading.sentences if sentence.block not in _HEADINGS]
        headings = [sentence for sentence in reading.sentences if sentence.block in _HEADINGS]
        if language is None or not body or not headings:
            return
        text = _Body(reading, body, language)
        for heading in headings:
            numbers, persons = list(text.lacking_numbers(heading)), list(text.lacking_persons(heading))
            for number in numbers:
                yield report(self, number, message="number", words=number.of(reading.text))
            for person in persons:
                yield report(self, person, message="name", words=person.of(reading.text))
            if not numbers and not persons and text.lacks_words_of(heading):
                yield report(self, heading.span, message="words")
            if heading.voice is Voice.OWN and (claim := text.only_claimed(heading)):
                yield report(self, heading.span, message="claim", words=claim.of(reading.text).rstrip("."))


_HEADINGS = (BlockKind.HEADLINE, BlockKind.SUBHEAD)


class _Body:
    """The text under the headlines, asked for what they say."""

    def __init__(self, reading: Reading, sentences: Sequence[Sentence], language: Language) -> None:
        self._reading = reading
        self._sentences = sentences
        self._language = language
        self._content = Content((token for one in sentences for token in one.tokens), language)
        self._words = {token.text for one in sentences for token in one.tokens}
        self._places = [sentence.start for sentence in sentences]
        self._starts = [one.start for one in reading.sentences if one.block in _HEADINGS]
        self._quotations = Overlaps((part, one) for one in reading.quotations for part in one.quote)

    @cached_property
    def _numbers(self) -> Sequence[Quantity]:
        return [number for one in self._sentences for number in self._language.quantities(one.tokens)]

    @cached_property
    def _years(self) -> Set[int]:
        dates = (moment for one in self._sentences for moment in self._language.dates(one.tokens))
        return {moment.year for moment in dates if moment.year is not None}

    def lacks_words_of(self, heading: Sentence) -> bool:
        """Whether the text has hardly any of the heading's content words."""
        words = _content_words(heading.tokens, self._language)
        return len(words) >= _ENOUGH_WORDS and _share(words, self._content) < _UNCOVERED

    def lacking_numbers(self, heading: Sentence) -> Iterator[Span]:
        """The numbers and years of a heading that the text does not have; numbers not even before rounding."""
        for moment in self._language.dates(heading.tokens):
            alone = moment.month is None and not moment.decade
            if alone and moment.year is not None and self._years and moment.year not in self._years:
                yield moment.span
        for number in self._language.quantities(heading.tokens):
            if number.value <= _OWN_COUNT and number.value.is_integer() and not number.unit:
                continue
            if number.span.of(self._reading.text).split()[0] not in self._words and self._lacks(
                number, heading
            ):
                yield number.span

    def _lacks(self, number: Quantity, heading: Sentence) -> bool:
        if self._names_something(number, heading) or number.unit in ("time", ORDINAL):
            return False
        alike = [other for other in self._numbers if other.unit == number.unit]
        if number.unit and not alike:
            return False
        if number.bound is not Bound.EXACT and not any(
            number.unit or other.counted == number.counted for other in alike
        ):
            return False
        return not any(abs(other.value - number.value) <= _NEAR * abs(other.value) for other in self._numbers)

    @staticmethod
    def _names_something(number: Quantity, heading: Sentence) -> bool:
        """Whether a number is an ordinal or belongs to a name: "10. Markt", "WM 2006", "Tag 5"."""
        before = [token for token in heading.tokens if token.end <= number.start][-1:]
        after = [token for token in heading.tokens if token.start >= number.end][:1]
        return bool((before and before[0].text[0].isupper()) or (after and after[0].text in ".-"))

    def lacking_persons(self, heading: Sentence) -> Iterator[Span]:
        """The persons a heading names by first name and surname whose surname the text does not have."""
        first_names = person_words(self._language.code).first_names
        for span in self._language.names(heading.tokens):
            parts = [token for token in heading.tokens if span.covers(Span(token.start, token.end))]
            known = 1 < len(parts) <= _LONGEST_NAME and parts[0].text in first_names
            if known and not any(self._content.has_word(part) for part in parts[1:]):
                yield span

    def only_claimed(self, heading: Sentence) -> Span | None:
        """The statement of the text that a heading turns into a fact; None if the text says it itself anywhere."""
        words = _content_words(heading.tokens, self._language)
        if len(words) < _ENOUGH_WORDS or not self._asserts(heading):
            return None
        claims = []
        for sentence in self._under(heading):
            share = _share(words, Content(sentence.tokens, self._language))
            if share < _TOLD:
                continue
            claim = next((one for one in self._quotations.at(sentence.span) if self._doubtful(one)), None)
            if sentence.voice is Voice.OWN or claim is None:
                return None
            said = [
                token
                for token in sentence.tokens
                if any(part.start <= token.start < part.end for part in claim.quote)
            ]
            if _share(words, Content(said, self._language)) >= _SAME:
                claims.append(sentence.span)
        return claims[0] if claims else None

    def _under(self, heading: Sentence) -> Sequence[Sentence]:
        """The sentences a heading stands over: the whole text under the headline, its section under a subhead.

        A text set as a headline altogether is looked at no further than its first sentences, so that time stays linear.
        """
        if heading.block is BlockKind.HEADLINE:
            return self._sentences if bisect_left(self._starts, heading.start) < _HEADLINES else ()
        at = bisect_right(self._starts, heading.start)
        end = self._starts[at] if at < len(self._starts) else len(self._reading.text)
        first = bisect_left(self._places, heading.end)
        return self._sentences[first : bisect_left(self._places, end)]

    def _asserts(self, heading: Sentence) -> bool:
        """Whether a heading is a statement of its own: neither a question nor somebody's, with no reservation."""
        return not set_phrases("not_asserted_in_headline", self._language.code).search(heading.text)

    def _doubtful(self, quotation: Quotation) -> bool:
        """Whether a statement needs its speaker: hearsay, or the words of others than police, courts and offices."""
        if quotation.kind is QuotationKind.FREE_INDIRECT:
            return True
        if quotation.kind is not QuotationKind.INDIRECT or quotation.naming is Naming.NOBODY:
            return False
        speaker = quotation.speaker_words(self._reading.text)
        return not set_phrases("official_speakers", self._language.code).search(speaker)


def _content_words(tokens: Sequence[Token], language: Language) -> list[tuple[str, ...]]:
    return [stems for token in tokens if (stems := content_stems(token.text, language))]


def _share(words: Sequence[tuple[str, ...]], content: Content) -> float:
    """The share of these words that a text has."""
    return sum(any(content.has(stem) for stem in stems) for stems in words) / max(1, len(words))

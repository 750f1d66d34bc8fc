"""Gather the evidence for every sentence of a draft."""

from collections.abc import Iterator, Sequence

from beleg.evidence.named import Names
from beleg.evidence.numbers import Numbers
from beleg.evidence.passages import Place, SourceIndex, Support
from beleg.evidence.quoted_words import Nearest, QuotableText, nearest
from beleg.evidence.speakers import Speakers
from beleg.evidence.words import ContentWord, content_words
from beleg.language.language import Language
from beleg.terms.evidence import QuotationEvidence, ReadSource, Saying, SentenceEvidence
from beleg.terms.passage import Passage
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.reading import BlockKind, Reading, Sentence, Voice
from beleg.terms.span import Span
from beleg.text.tokens import tokenize

SAME_STATEMENT = 0.6
"""Coverage from which a sentence of a source makes the same statement as an indirect quotation of the draft."""
ABOUT_AS_GOOD = 0.85
"""Share of the best coverage from which another passage reports the same thing."""
MOSTLY = 0.6
"""Share of the covered words that must lie in somebody's statement for it to count as theirs."""
ALTERED = 0.6
"""Word similarity from which a passage counts as the one that was quoted, though not exactly."""
MISSING = 0.5
"""Cover below which a word of the draft is said to be in no passage; context alone covers half."""
_ATTRIBUTING = frozenset(
    (
        QuotationKind.DIRECT,
        QuotationKind.INDIRECT,
        QuotationKind.FREE_INDIRECT,
        QuotationKind.INDIRECT_FREE_INDIRECT,
    )
)


def gather(
    reading: Reading, sources: Sequence[ReadSource], language: Language
) -> tuple[SentenceEvidence, ...]:
    """The evidence the sources have for each sentence of a draft, in the order of its sentences."""
    return tuple(_Gathering(reading, sources, language).sentences())


class _Gathering:
    """One draft against its sources; what is costly is prepared once."""

    def __init__(self, reading: Reading, sources: Sequence[ReadSource], language: Language) -> None:
        self.reading = reading
        self.sources = sources
        self.language = language
        self.index = SourceIndex(sources, language)
        self.numbers = Numbers(self.index, language)
        self.names = Names(self.index, language)
        self.speakers = Speakers(sources, language)
        self.quotable = [QuotableText(source) for source in sources]

    def sentences(self) -> Iterator[SentenceEvidence]:
        for sentence in self.reading.sentences:
            yield self._sentence(sentence)

    def _sentence(self, sentence: Sentence) -> SentenceEvidence:
        text = self.reading.text
        here = [q for q in self.reading.quotations if q.span.overlaps(sentence.span)]
        mine = [q for q in here if sentence.span.start <= q.span.start < sentence.span.end]
        cues = [span for quotation in here for span in quotation.cue]
        words = content_words(sentence.tokens, self.language, leave_out=cues)
        support = self.index.support(words)
        # Who says something is a question of its own; who does it ("lehnte den Plan ab") is one of names.
        spoken = [quotation for quotation in here if quotation.kind is not QuotationKind.REPORTED]
        said = [
            span for quotation in spoken for span in (*quotation.speaker, *quotation.quote, *quotation.frame)
        ]
        vouched, speaker = self._vouched_elsewhere(words, support)
        return SentenceEvidence(
            sentence=sentence,
            claims=_claims(sentence, words),
            passages=tuple(self._passage(place) for place in support.places),
            coverage=support.coverage,
            missing=tuple(w.span for w, share in zip(words, support.covered, strict=True) if share < MISSING),
            quotations=tuple(self._quotation(quotation) for quotation in mine),
            quantities=self.numbers.examine(sentence, text, support),
            names=self.names.examine(sentence, text, words, support, leave_out=said),
            vouched_elsewhere=vouched
            and sentence.voice is Voice.OWN
            and not here
            and not self._names_the_act(sentence, speaker),
            speaker=self._name_in(speaker),
        )

    def _passage(self, place: Place) -> Passage:
        return self.sources[place.source].passage(self.index.sentence(place).span)

    def _quotation(self, quotation: Quotation) -> QuotationEvidence:
        text = self.reading.text
        words = " ".join(span.of(text) for span in quotation.quote)
        if quotation.kind is QuotationKind.DIRECT:
            exact = tuple(place for source in self.quotable for place in source.places(words))
            near = None if exact else self._nearest(quotation)
            places = exact or ((near.passage,) if near else ())
            said_by = tuple(self._said_by(places))
        else:
            exact, near = (), None
            said_by = tuple(self._stated_by(quotation))
        return QuotationEvidence(
            quotation=quotation,
            words=words,
            exact=exact,
            nearest=near.passage if near else None,
            differing=near.differing if near else (),
            said_by=said_by,
            same_speaker=self._same_speaker(
                quotation.speaker_words(text), [saying.speaker for saying in said_by]
            ),
        )

    def _nearest(self, quotation: Quotation) -> Nearest | None:
        ranking = self._about(quotation)
        best = sorted(ranking, key=lambda place: (-ranking[place], place.source, place.sentence))[:5]
        found = nearest(
            quotation, self.reading.text, ((self.sources[p.source], self._window(p)) for p in best)
        )
        return found if found and found.similarity >= ALTERED else None

    def _about(self, quotation: Quotation) -> dict[Place, float]:
        """How well each sentence of the sources covers the quoted words."""
        tokens = [
            token
            for sentence in self.reading.sentences
            if sentence.span.overlaps(quotation.span)
            for token in sentence.tokens
            if any(part.start <= token.start and token.end <= part.end for part in quotation.quote)
        ]
        return self.index.support(content_words(tokens, self.language)).by_place

    def _window(self, place: Place) -> Span:
        """The sentence at a place with the one after it: a quotation may run on."""
        sentences = self.sources[place.source].reading.sentences
        return Span(
            sentences[place.sentence].start, sentences[min(place.sentence + 1, len(sentences) - 1)].end
        )

    def _said_by(self, places: Sequence[Passage]) -> Iterator[Saying]:
        for passage in places:
            source = next(source for source in self.sources if source.source.id == passage.source)
            for quotation in source.reading.quotations:
                speaker = quotation.speaker_words(source.source.text)
                if speaker and any(part.overlaps(passage.span) for part in quotation.quote):
                    yield Saying(passage, speaker, quotation.kind is QuotationKind.INDIRECT_FREE_INDIRECT)

    def _stated_by(self, quotation: Quotation) -> Iterator[Saying]:
        """Who makes the statement of an indirect quotation in the sources that have it."""
        by_place = self._about(quotation)
        best = max(by_place.values(), default=0.0)
        if best < SAME_STATEMENT:
            return
        for place in sorted(by_place, key=lambda p: (-by_place[p], p.source, p.sentence)):
            if by_place[place] < ABOUT_AS_GOOD * best:
                break
            passage = self._passage(place)
            said = list(self._said_by((passage,)))
            if not said:
                # Somebody's words here, the source's own there: then who said it is open.
                yield Saying(passage, "")
            yield from said

    def _same_speaker(self, mine: str, theirs: Sequence[str]) -> bool | None:
        if not mine or not theirs:
            return None
        answers = [self.speakers.same(mine, other) for other in theirs if other]
        if not answers or len(answers) < len(theirs):
            return True if any(answers) else None
        if any(answers):
            return True
        return None if None in answers else False

    def _vouched_elsewhere(self, words: Sequence[ContentWord], support: Support) -> tuple[bool, str]:
        """Whether every passage that reports this gives it as somebody's statement or with a reservation, and whose."""
        if not support.places:
            return False, ""
        best = support.by_place[support.places[0]]
        speaker = ""
        for place, coverage in sorted(
            support.by_place.items(), key=lambda item: (-item[1], item[0].source, item[0].sentence)
        ):
            if coverage < ABOUT_AS_GOOD * best:
                break
            theirs, name = self._theirs(words, place)
            if not theirs:
                return False, ""
            speaker = speaker or name
        return True, speaker

    def _names_the_act(self, sentence: Sentence, speaker: str) -> bool:
        """Whether a sentence names the speaker and what they did in saying it: "Den Antrag von Lena Marquardt"."""
        names = {part for name in [self._name_in(speaker)] if name for part in name.casefold().split()}
        words = [token.text.casefold() for token in sentence.tokens]
        return bool(names & set(words)) and any(word in self.language.lexicon.claims for word in words)

    def _name_in(self, speaker: str) -> str:
        """The name in a speaker's words without what describes its bearer; all words where there is no name."""
        names = self.language.names(tokenize(speaker))
        return names[0].of(speaker) if names else speaker

    def _theirs(self, words: Sequence[ContentWord], place: Place) -> tuple[bool, str]:
        """Whether the words of a source's sentence that match lie in somebody's statement, and whose it is."""
        source = self.sources[place.source]
        sentence = self.index.sentence(place)
        if sentence.voice is Voice.HEDGED:
            return True, ""
        wanted = {
            match for word in words for stem in word.stems for match in self.index.vocabulary.matches(stem)
        }
        matching = [word for word in self.index.words(place) if wanted & set(word.stems)]
        total = sum(self.index.weight(word) for word in matching)
        attributed, speaker = 0.0, ""
        for word in matching:
            for quotation in source.reading.quotations:
                if quotation.kind in _ATTRIBUTING and any(part.covers(word.span) for part in quotation.quote):
                    attributed += self.index.weight(word)
                    speaker = speaker or quotation.speaker_words(source.source.text)
                    break
        return bool(total) and attributed / total >= MOSTLY, speaker


def _claims(sentence: Sentence, words: Sequence[ContentWord]) -> bool:
    """Whether a sentence asserts anything: it has content, is no question, and is no headline of one or two words."""
    if sentence.text.rstrip(' "”“«»').endswith("?"):
        return False
    return len(words) >= (3 if sentence.block in (BlockKind.HEADLINE, BlockKind.SUBHEAD) else 2)

"""Gather the evidence for every sentence of a draft."""

from collections.abc import Iterator, Sequence
from heapq import nsmallest

from beleg.evidence.indexed_sources import IndexedSources
from beleg.evidence.kept_sentences import Scene
from beleg.evidence.passages import Place, Support
from beleg.evidence.quoted_words import Nearest, QuotedWords, nearest
from beleg.evidence.several_media import origins, several_named
from beleg.evidence.versions import superseded
from beleg.evidence.words import ContentWord, content_words
from beleg.terms.clause import ClauseEvidence, Marker
from beleg.terms.evidence import (
    DateEvidence,
    Examination,
    NameEvidence,
    QuantityEvidence,
    QuotationEvidence,
    SameSpeaker,
    SentenceEvidence,
)
from beleg.terms.passage import Passage
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.reading import Block, BlockKind, Reading, Sentence
from beleg.terms.span import Span
from beleg.text.marks import quotation_marks
from beleg.text.overlaps import Overlaps

ALTERED = 0.6
"""Word similarity from which a passage counts as the one that was quoted, though not exactly."""
MISSING = 0.5
"""Cover below which a word of the draft is said to be in no passage; context alone covers half."""
LONGEST_SENTENCE = 400
"""Words and marks up to which the numbers, dates, names and clauses of a sentence are compared; a longer one is a table
or a list.
"""
_FEWEST_TOLD = 2
"""Words besides names that a sentence must have before names alone are too little."""
_COMPARED = 5
"""Sentences of the sources in which the nearest words are looked for."""


def examine(reading: Reading, indexed: IndexedSources) -> Examination:
    """A draft laid out beside its sources."""
    sources = indexed.sources
    sentences = tuple(_Gathering(reading, indexed).sentences())
    several = several_named(reading, sources)
    return Examination(
        reading=reading,
        sources=sources,
        sentences=sentences,
        copies=indexed.copied.by(reading),
        superseded=superseded(sources),
        several=several,
        origins=origins(sources, sentences) if several else None,
    )


class _Gathering:
    """One draft against its sources."""

    def __init__(self, reading: Reading, indexed: IndexedSources) -> None:
        self.reading = reading
        self.sources = indexed.sources
        self.language = indexed.language
        self.index = indexed.index
        self.numbers = indexed.numbers
        self.dates = indexed.dates
        self.names = indexed.names
        self.speakers = indexed.speakers
        self.statements = indexed.statements
        self.clause_states = indexed.clause_states
        self.disagreements = indexed.disagreements
        self.quotable = indexed.quotable
        self.kept = indexed.kept
        self.quotations = Overlaps((quotation.span, quotation) for quotation in reading.quotations)
        self.sentences_at = Overlaps((sentence.span, sentence) for sentence in reading.sentences)

    def sentences(self) -> Iterator[SentenceEvidence]:
        for sentence in self.reading.sentences:
            here = list(self.quotations.at(sentence.span))
            mine = [q for q in here if sentence.start <= q.quote[0].start < sentence.end]
            scene = self._scene(sentence, here, mine)
            key = scene.key
            found = self.kept.of(scene, key)
            if found is None:
                found = self._sentence(sentence, here, mine)
                self.kept.keep(key, found)
            yield found

    def _scene(self, sentence: Sentence, here: Sequence[Quotation], mine: Sequence[Quotation]) -> Scene:
        """The sentence with all of the draft that the answers below are drawn from."""
        around = [*here, *(other for one in mine for other in self.quotations.at(one.span))]
        beside = [other for one in mine for other in self.sentences_at.at(one.span)]
        return Scene(self.reading.text, sentence, mine, around, beside)

    def _sentence(
        self, sentence: Sentence, here: Sequence[Quotation], mine: Sequence[Quotation]
    ) -> SentenceEvidence:
        text = self.reading.text
        cues = [span for quotation in here for span in quotation.cue]
        words = content_words(sentence.tokens, self.language, leave_out=cues)
        support = self.index.support(words)
        # Who says something is a question of its own; who does it ("lehnte den Plan ab") is one of names, and so is who
        # is spoken of, unless the words are compared letter by letter.
        said = [
            span
            for quotation in here
            if quotation.kind is not QuotationKind.REPORTED
            for span in (
                *quotation.speaker,
                *quotation.frame,
                *(quotation.quote if quotation.kind is QuotationKind.DIRECT else ()),
            )
            if span.overlaps(sentence.span)
        ]
        direct = [part for one in here if one.kind is QuotationKind.DIRECT for part in one.quote]
        by_words_only = len(sentence.tokens) > LONGEST_SENTENCE
        quotations = tuple(
            self._quotation(quotation, sentence, () if by_words_only else here) for quotation in mine
        )
        # Exact words are compared as quotations, and who said them as the speaker: "sagte ein Sprecher" stands
        # everywhere.
        told = [
            part
            for found in quotations
            if found.exact
            for part in (*found.quotation.quote, *found.quotation.cue, *found.quotation.speaker)
        ]
        clauses: tuple[ClauseEvidence, ...] = ()
        own_marks: tuple[tuple[Marker, Span, str], ...] = ()
        quantities: tuple[QuantityEvidence, ...] = ()
        dates: tuple[DateEvidence, ...] = ()
        names: tuple[NameEvidence, ...] = ()
        if not by_words_only:
            clauses = tuple(self.clause_states.examine(sentence, text, here, words, support, told))
            own_marks = self.clause_states.own_marks(sentence, here)
            quantities = self.numbers.examine(sentence, text, support)
            dates = self.dates.examine(sentence, text, support)
            names = self.names.examine(sentence, text, words, support, leave_out=said, word_for_word=direct)
        missing = (w.span for w, share in zip(words, support.covered, strict=True) if share < MISSING)
        return SentenceEvidence(
            sentence=sentence,
            claims=_claims(sentence, words, compared=bool(quantities or dates or names)),
            passages=tuple(self.index.passage(place) for place in support.places),
            coverage=0.0 if self._only_names(sentence, words, support, quantities) else support.coverage,
            missing=tuple(missing),
            quotations=quotations,
            quantities=quantities,
            dates=dates,
            names=names,
            clauses=clauses,
            own_marks=own_marks,
            # Asked for only where the sentence has markers or clauses of its own.
            in_passages=self.clause_states.in_passages(support) if clauses or own_marks else frozenset(),
            disagreeing=()
            if by_words_only
            else tuple(self.disagreements.examine(sentence, words, support, quantities, dates)),
        )

    def _only_names(
        self,
        sentence: Sentence,
        words: Sequence[ContentWord],
        support: Support,
        quantities: Sequence[QuantityEvidence],
    ) -> bool:
        """Whether the sources have nothing of a sentence but names: these tell who and where, and not what happened.

        "Der Chor singt in Lindau" is not borne out by what the council of Lindau has decided. A sentence needs at least
        two words that are no names, its verb and one more.
        """
        names = [mention.span for mention in self.language.mentions(sentence.tokens)]
        told = [
            share
            for word, share in zip(words, support.covered, strict=True)
            if not any(name.overlaps(word.span) for name in names)
        ]
        if len(told) < _FEWEST_TOLD or any(share >= MISSING for share in told):
            return False
        return not any(quantity.same for quantity in quantities)

    def _quotation(
        self, quotation: Quotation, sentence: Sentence, here: Sequence[Quotation]
    ) -> QuotationEvidence:
        """What the sources have of a quotation of a sentence; `here` are those that touch it, none where clauses are
        not compared.
        """
        reversal = None
        text = self.reading.text
        words = " ".join(span.of(text) for span in quotation.quote)
        if quotation.kind is QuotationKind.DIRECT:
            exact = tuple(self._exact(words))
            near = None if exact else self._nearest(quotation)
            places = exact or ((near.passage,) if near else ())
            said_by = tuple(saying for place in places for saying in self.statements.said_at(place))
        else:
            exact, near = (), None
            # Words in marks inside say most surely where the source has it.
            marked = [place for words_in in _in_marks(words) for place in self._exact(words_in)]
            said_by = tuple(saying for place in marked for saying in self.statements.said_at(place))
            made_at = self.statements.made_at(self._about(quotation))
            said_by = said_by or tuple(self.statements.said_by(made_at))
            if here and quotation.kind is QuotationKind.INDIRECT:
                reversal = self.clause_states.reversal(sentence, here, quotation, made_at)
        speakers = [saying.speaker for saying in said_by]
        return QuotationEvidence(
            quotation=quotation,
            words=words,
            exact=exact,
            nearest=near.passage if near else None,
            differing=near.differing if near else (),
            said_by=said_by,
            same_speaker=SameSpeaker.OPEN
            if self._spoken_within(quotation)
            else self._same_speaker(quotation.speaker_words(text), speakers),
            reversal=reversal,
        )

    def _spoken_within(self, quotation: Quotation) -> bool:
        """Whether a quotation without a frame of its own lies inside another one, whose speaker is compared."""
        return not quotation.cue and any(
            outer is not quotation and outer.cue and outer.span.covers(quotation.span)
            for outer in self.quotations.at(quotation.span)
        )

    def _exact(self, words: str) -> Iterator[Passage]:
        return self.quotable.places(QuotedWords.of(words))

    def _nearest(self, quotation: Quotation) -> Nearest | None:
        ranking = self._about(quotation)
        best = nsmallest(
            _COMPARED, ranking, key=lambda place: (-ranking[place], place.source, place.sentence)
        )
        windows = ((self.sources[place.source], self._window(place)) for place in best)
        found = nearest(quotation, self.reading.text, windows)
        return found if found and found.similarity >= ALTERED else None

    def _about(self, quotation: Quotation) -> dict[Place, float]:
        """How well each sentence of the sources covers the quoted words."""
        parts = Overlaps((part, part) for part in quotation.quote)
        tokens = [
            token
            for sentence in self.sentences_at.at(quotation.span)
            for token in sentence.tokens
            if next(parts.at(Span(token.start, token.end)), None) is not None
        ]
        return self.index.support(content_words(tokens, self.language)).by_place

    def _window(self, place: Place) -> Span:
        """The sentence at a place with the one after it: a quotation may run on."""
        sentences = self.sources[place.source].reading.sentences
        last = min(place.sentence + 1, len(sentences) - 1)
        return Span(sentences[place.sentence].start, sentences[last].end)

    def _same_speaker(self, mine: str, theirs: Sequence[str]) -> SameSpeaker:
        """Yes if any of the sources' speakers is the draft's; no only if every one certainly is another."""
        if not mine or not theirs:
            return SameSpeaker.OPEN
        answers = [self.speakers.same(mine, other) for other in theirs]
        if SameSpeaker.YES in answers:
            return SameSpeaker.YES
        least = (SameSpeaker.OPEN, SameSpeaker.UNLIKELY)
        return next((answer for answer in least if answer in answers), SameSpeaker.NO)


def _in_marks(words: str) -> Iterator[str]:
    """The stretches of at least two words between quotation marks."""
    marking = quotation_marks(words, (Block(BlockKind.PARAGRAPH, 0, len(words)),))
    inner = (" ".join(part.of(words) for part in one.parts) for one in marking.marked)
    return (each for each in inner if " " in each)


def _claims(sentence: Sentence, words: Sequence[ContentWord], *, compared: bool) -> bool:
    """Whether a sentence asserts anything: it has content, is no question, and is no headline of one or two words.

    One word is enough beside a number, a date or a name that can be compared.
    """
    if sentence.text.rstrip(' "”“«»').endswith("?"):
        return False
    if sentence.block in (BlockKind.HEADLINE, BlockKind.SUBHEAD):
        return len(words) >= 3
    return len(words) >= (1 if compared else 2)

"""Open questions: what the sources leave open, found by rules and without a language model.

Every question comes from words that stand in a source, and names them. What no source touches is not asked.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from beleg.checks.speaker_without_function import SpeakerWithoutFunction
from beleg.drafting import question_wording
from beleg.drafting.choosing import word_weights
from beleg.drafting.standing import units
from beleg.drafting.stems import content_stems
from beleg.evidence.all_together import RELATED, AllTogether
from beleg.language.introductions import Introductions
from beleg.language.language import Language
from beleg.language.markers import markers
from beleg.language.set_phrases import set_phrases
from beleg.language.words import Words
from beleg.sources_together import read_together
from beleg.terms.clause import OPEN, Marker
from beleg.terms.evidence import Examination, ReadSource
from beleg.terms.open_question import Matter, OpenQuestion, OpenQuestions
from beleg.terms.passage import Passage
from beleg.terms.quotation import QuotationKind
from beleg.terms.reading import BlockKind, Sentence, Voice
from beleg.terms.source import Source
from beleg.terms.span import Span
from beleg.terms.wording import Wording
from beleg.text.overlaps import Overlaps

MOST_OF_A_KIND: Final = 8
"""Questions of one matter that are listed, those about the most central sentences first; the rest is counted."""


def open_questions(
    sources: Sequence[Source], *, language: Language, messages: str = "", most: int = MOST_OF_A_KIND
) -> OpenQuestions:
    """What `sources` leave open, in the language of `messages` (default: theirs), at most `most` questions of one
    matter.

    Asked is: which of two sources that contradict each other is right; what a person named beside an accusation says,
    if no source has a word of theirs; what a source leaves open or was not answered; what is told with a reservation in
    all sources; what one origin alone reports; who somebody is whom no source introduces.
    """
    wording = messages or language.code
    together = read_together(sources, language, wording)
    if not together.read:
        return OpenQuestions(
            language=language.code, questions=(), sources=(), origins=0, not_read=together.not_read
        )
    asking = _Asking(together.read, language, wording)
    listed: list[OpenQuestion] = []
    left_out: list[tuple[Matter, int]] = []
    by_matter = asking.by_matter()
    for matter in Matter:
        found = by_matter.get(matter, [])
        chosen = sorted(found, key=lambda one: -asking.weight(one.passages[0]))[:most]
        listed += (one for one in found if one in chosen)
        if len(found) > len(chosen):
            left_out.append((matter, len(found) - len(chosen)))
    return OpenQuestions(
        language=language.code,
        questions=tuple(listed),
        sources=tuple(one.source.id for one in together.read),
        origins=asking.origins,
        not_read=together.not_read,
        left_out=tuple(left_out),
    )


class _Asking:
    """Asks the sources of one story; what is costly is prepared once."""

    def __init__(self, read: Sequence[ReadSource], language: Language, wording: str) -> None:
        self._read = read
        self._language = language
        self._wording = wording
        self._all = AllTogether(read, language)
        self.origins = self._all.origins
        self._markers = markers(language.code)
        self._quotations = [Overlaps((q.span, q) for q in one.reading.quotations) for one in read]
        # What nobody is named for ("soll … haben") is the source's own reservation.
        self._said = [
            Overlaps((part, q) for q in one.reading.quotations if q.speaker for part in q.quote)
            for one in read
        ]
        self._standing = [{at for stretch in units(one.reading, language) for at in stretch} for one in read]
        self._told: set[str] = set()
        self._heard = frozenset(self._words_of_speakers())
        stems = [[content_stems(s, language) for s in one.reading.sentences] for one in read]
        weights = word_weights(stems)
        self._weights = {
            (one.source.id, sentence.start): sum(weights[stem] for stem in own) / len(own) if own else 0.0
            for one, of_source in zip(read, stems, strict=True)
            for sentence, own in zip(one.reading.sentences, of_source, strict=True)
        }

    def weight(self, passage: Passage) -> float:
        """How central a passage is: the mean share of its content words among those of all sources."""
        return self._weights.get((passage.source, passage.start), 0.0)

    def by_matter(self) -> dict[Matter, list[OpenQuestion]]:
        """All questions by matter, in the order of the sources; one that copies of a report raise is asked once."""
        found: dict[Matter, list[OpenQuestion]] = {}
        asked: set[tuple[str, str]] = set()
        for one in (*self._contradictions(), *self._sentence_by_sentence(), *self._speakers()):
            key = one.question, " ".join(one.passages[0].text.split())
            if key not in asked:
                asked.add(key)
                found.setdefault(one.matter, []).append(one)
        return found

    def _contradictions(self) -> Iterator[OpenQuestion]:
        for one in self._all.contradictions():
            template = question_wording.DIFFER if one.words else question_wording.DENIED
            yield self._question(
                Matter.CONTRADICTION,
                template,
                (one.passage, one.other),
                words=one.words,
                other=one.other_words,
            )

    def _sentence_by_sentence(self) -> Iterator[OpenQuestion]:
        asked: set[tuple[int, int]] = set()
        contradicted = {passage for one in self._all.contradictions() for passage in (one.passage, one.other)}
        for number, one in enumerate(self._read):
            for at, sentence in enumerate(one.reading.sentences):
                if sentence.block is not BlockKind.PARAGRAPH or sentence.text.endswith("?"):
                    continue
                passage = one.passage(sentence.span)
                yield from self._unheard(number, sentence, passage)
                open_still = self._left_open(sentence, passage)
                if open_still is not None:
                    yield open_still
                elif words := self._hedge(number, sentence):
                    alike = self._all.elsewhere(number, at)
                    repeated = any((other.source, other.sentence) in asked for other in alike)
                    if not repeated and not any(self._certain(*other) for other in alike):
                        asked.add((number, at))
                        yield self._question(Matter.HEDGED, question_wording.HEDGED, (passage,), words=words)
                elif passage not in contradicted:
                    yield from self._alone(number, at, sentence, passage)

    def _left_open(self, sentence: Sentence, passage: Passage) -> OpenQuestion | None:
        for matter, phrases, template in (
            (Matter.UNANSWERED, "unanswered", question_wording.UNANSWERED),
            (Matter.LEFT_OPEN, "left_open", question_wording.LEFT_OPEN),
        ):
            if match := set_phrases(phrases, self._language.code).search(sentence.text):
                return self._question(matter, template, (passage,), words=match.group())
        return None

    def _hedge(self, source: int, sentence: Sentence) -> str:
        """The words by which a sentence leaves open whether it is so, outside quotations; empty where there are
        none.
        """
        words = Words.of(sentence.tokens)
        # "mutmaßlicher Täter" doubts what is claimed; "mögliche Termine" are only not chosen yet.
        doubting = set_phrases("doubting_adjectives", self._language.code)
        found = [
            one.start
            for one in self._markers.find(words)
            if (one.marker is Marker.DOUBT and (not one.attributive or doubting.search(words.low[one.start])))
            or (one.marker is Marker.PLAN and self._hearsay(words, one.start))
        ]
        told = [at for at in found if not any(self._said[source].at(words.span(at, at + 1)))]
        return ", ".join(dict.fromkeys(words.tokens[at].text for at in told))

    def _hearsay(self, words: Words, at: int) -> bool:
        """Whether "soll" reports what others say rather than a plan: an infinitive of the perfect follows ("gebrannt
        haben").
        """
        lexicon = self._language.lexicon
        return words.low[at] in lexicon.hearsay and any(
            words.low[later] in lexicon.perfect_infinitives
            and self._language.participle(words.low[later - 1])
            for later in range(at + 2, len(words))
        )

    def _certain(self, source: int, sentence: int) -> bool:
        """Whether a source vouches for a sentence itself, without any reservation."""
        of = self._read[source].reading.sentences[sentence]
        found = {one.marker for one in self._markers.find(Words.of(of.tokens))}
        return of.voice is Voice.OWN and found.isdisjoint(OPEN | {Marker.DENIAL})

    def _alone(self, source: int, at: int, sentence: Sentence, passage: Passage) -> Iterator[OpenQuestion]:
        """Who confirms a number or date that the source itself states, in a sentence that no other origin has, or has
        without it.
        """
        told = " ".join(sentence.text.split())
        if self.origins < 2 or sentence.voice is not Voice.OWN or at not in self._standing[source]:
            return
        numbers = self._all.numbers_of_its_own(source, at)
        dated = bool(self._language.dates(sentence.tokens))
        if told in self._told or not (numbers or dated):
            return
        self._told.add(told)
        if not self._all.elsewhere(source, at, at_least=RELATED):
            yield self._question(Matter.SINGLE_ORIGIN, question_wording.ALONE, (passage,))
        elif numbers:
            words = numbers[0].span.of(self._read[source].source.text)
            yield self._question(Matter.SINGLE_ORIGIN, question_wording.NUMBER_ALONE, (passage,), words=words)

    def _unheard(self, source: int, sentence: Sentence, passage: Passage) -> Iterator[OpenQuestion]:
        """Who is named beside an accusation, and no source has a word of theirs."""
        if not set_phrases("accusations", self._language.code).search(sentence.text):
            return
        text = self._read[source].source.text
        speaking = {
            word
            for quotation in self._quotations[source].at(sentence.span)
            for word in quotation.speaker_words(text).split()
        }
        words = Words.of(sentence.tokens)
        for person in self._language.people(words):
            if person.surname in self._heard or person.surname in speaking:
                continue
            named = words.span(person.start, person.end).of(text)
            yield self._question(
                Matter.UNHEARD, question_wording.UNHEARD, (passage,), words=" ".join(named.split())
            )

    def _words_of_speakers(self) -> Iterator[str]:
        """The words that name who speaks, is asked or defends themselves anywhere; the bearers of "er" and "sie"
        included.
        """
        answering = set_phrases("defences", self._language.code)
        unanswered = set_phrases("unanswered", self._language.code)
        for one in self._read:
            text = one.source.text
            for quotation in one.reading.quotations:
                if quotation.kind is not QuotationKind.REPORTED:
                    yield from _names_in(quotation.speaker_words(text))
            for sentence in one.reading.sentences:
                if answering.search(sentence.text) or unanswered.search(sentence.text):
                    yield from _names_in(sentence.text)

    def _speakers(self) -> Iterator[OpenQuestion]:
        """Who is quoted and introduced nowhere, each once."""
        sentences = [sentence for one in self._read for sentence in one.reading.sentences]
        told = Introductions(sentences, self._language)
        asked: set[str] = set()
        for one in self._read:
            for finding in SpeakerWithoutFunction().run(Examination(reading=one.reading)):
                words = " ".join(finding.span.of(one.source.text).split())
                name = told.person_in(words)
                if words.casefold() in asked or (name and told.introduced(name)):
                    continue
                asked.add(words.casefold())
                passage = one.passage(_sentence_at(one, finding.span))
                yield self._question(Matter.SPEAKER_UNKNOWN, question_wording.WHO, (passage,), words=words)

    def _question(
        self,
        matter: Matter,
        template: Wording,
        passages: tuple[Passage, ...],
        words: str = "",
        other: str = "",
    ) -> OpenQuestion:
        return OpenQuestion(
            matter=matter,
            question=template.in_language(self._wording, (("words", words), ("other", other))),
            passages=passages,
            words=words,
        )


def _names_in(words: str) -> Iterator[str]:
    """The words with a capital, and without an "s" of the genitive."""
    for word in words.replace("-", " ").split():
        bare = word.strip("„“”\"»«,.;:()’'")
        if bare[:1].isupper():
            yield bare
            yield bare.removesuffix("s").rstrip("’'")


def _sentence_at(one: ReadSource, span: Span) -> Span:
    """The sentence of a source that a span begins in."""
    return next((s.span for s in one.reading.sentences if s.start <= span.start < s.end), span)

"""The learned engine: the default engine's reading, looked at again by trained models.

Steps, each in a file of its own: lay the text out (`page`), say what is known of each word (`features`), let the
models believe something of each word, propose candidates generously (`decoding`), say what holds of each as a whole
(`facts`, `measuring`), judge and choose (`selecting`), label the roles of what was chosen (`roles`), choose its speaker
(`speaking`), and carry over what only the rules know (`linking`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, Protocol

from beleg.language.language import Language
from beleg.reading.learned.decoding import Beliefs, candidates
from beleg.reading.learned.facts import facts
from beleg.reading.learned.features import features
from beleg.reading.learned.linking import quotations
from beleg.reading.learned.measuring import measures
from beleg.reading.learned.page import Attributed, Page, lay_out
from beleg.reading.learned.roles import Surroundings, in_order, neighbours, words_of_roles
from beleg.reading.learned.selecting import Judge, Thresholds, choose
from beleg.reading.learned.speaking import ProposedSpeakers, RoleBeliefs, Speakers
from beleg.reading.learned.words import WordForms
from beleg.reading.reader import read
from beleg.terms.quotation import Medium, Quotation, QuotationKind
from beleg.terms.reading import Reading, Sentence, Voice
from beleg.text.marks import Marked, quotation_marks

_LONGEST_PART: Final = 2_000
_LONGEST_SENTENCE: Final = 400
"""Words and marks; the default engine looks for no frames in longer ones either."""
_MAIN_SHARE: Final = 0.5


class RoleLabeller(Protocol):
    """The trained model that labels roles."""

    def roles(self, items: Sequence[Sequence[str]]) -> RoleBeliefs:
        """What is believed of the roles of each word around a quotation, given its features."""


class Labellers(RoleLabeller, Protocol):
    """The trained models that label words and candidates."""

    def layers(self, items: Sequence[Sequence[str]]) -> Mapping[bool, Beliefs]:
        """What is believed of each word of a page, given its features: of direct speech (True) and the rest."""

    def weights(self, facts: Sequence[Sequence[str]]) -> list[list[float]]:
        """How likely each candidate is a quotation, in part and as it stands, given its facts."""


class LearnedEngine:
    """Reads texts of one language with trained models; satisfies `beleg.reading.engine.QuotationEngine`."""

    def __init__(
        self,
        language: str,
        forms: WordForms,
        labellers: Labellers,
        judge: Judge,
        thresholds: Thresholds,
        speakers: Speakers,
    ) -> None:
        self._language = language
        self._forms = forms
        self._labellers = labellers
        self._judge = judge
        self._thresholds = thresholds
        self._speakers = speakers

    def read(self, text: str, language: Language | None) -> Reading:
        """Read a text; one in another language than the models' is read by the default engine, and says so."""
        by_rules = read(text, language)
        if language is None:
            return by_rules
        if language.code != self._language:
            remark = f"The learned engine knows “{self._language}”, not “{language.code}”; read by rules."
            return replace(by_rules, undecided=(*by_rules.undecided, remark))
        found = list(_left_out(by_rules))
        for part, marked in parts(by_rules):
            page = lay_out(part, language, self._forms, marked)
            found.extend(quotations(page, language, self.attribute(page), part.quotations))
        found.sort(key=lambda one: (one.span.start, -one.span.end))
        return replace(
            by_rules,
            quotations=tuple(found),
            sentences=tuple(_voiced(by_rules.sentences, found)),
            undecided=tuple(_undecided(by_rules, language, found)),
        )

    def attribute(self, page: Page) -> list[Attributed]:
        """The quotations of a page with their roles."""
        if not page.tokens:
            return []
        layers = self._labellers.layers(features(page))
        found = candidates(page, layers)
        weights = self._labellers.weights([facts(page, one) for one in found])
        values = self._judge.values(measures(page, layers, found, weights))
        chosen = [Attributed(one.kind, one.words) for one in choose(found, values, self._thresholds)]
        return [one for one, _ in with_roles(page, chosen, self._labellers, self._speakers)]


def with_roles(
    page: Page, chosen: Sequence[Attributed], labeller: RoleLabeller, speakers: Speakers | None
) -> list[tuple[Attributed, ProposedSpeakers]]:
    """The quotations with their roles, each in the light of those before it, and who was proposed as its speaker.

    Without `speakers` the words labelled as the speaker are taken as they are.
    """
    ordered = in_order(chosen)
    quoted = frozenset(n for one in ordered for n in one.words)
    done: list[Attributed] = []
    proposals: list[ProposedSpeakers] = []
    for place, one in enumerate(ordered):
        earlier, enclosing = neighbours([*done, one], place)
        around = Surroundings(page, one, earlier, enclosing, quoted)
        beliefs = labeller.roles(around.features())
        roles = words_of_roles(around.numbers, beliefs.best)
        proposed = ProposedSpeakers(page, around, beliefs, tuple(done), quoted)
        if speakers:
            roles = (speakers.choose(proposed), *roles[1:])
        done.append(replace(one, roles=roles, medium=_medium(page, one, roles)))
        proposals.append(proposed)
    return list(zip(done, proposals, strict=True))


def parts(reading: Reading) -> Iterator[tuple[Reading, list[Marked]]]:
    """A reading in parts of a bounded number of words, cut between sentences, each with its marked words.

    "Sentences" of more than 400 words and marks are left out, and with them the quotations that begin there.
    """
    marked = list(quotation_marks(reading.text, reading.blocks).marked)
    starts = [one.start for one in marked]
    ruled = sorted(reading.quotations, key=lambda one: one.quote[0].start)
    ruled_starts = [one.quote[0].start for one in ruled]
    sentences: list[Sentence] = []
    words = 0
    for number, sentence in enumerate(reading.sentences):
        readable = len(sentence.tokens) <= _LONGEST_SENTENCE
        if readable:
            sentences.append(sentence)
            words += len(sentence.tokens)
        last = number + 1 == len(reading.sentences)
        if not sentences or (readable and not last and words < _LONGEST_PART):
            continue
        begin, end = sentences[0].start, sentences[-1].end
        inside = ruled[bisect_left(ruled_starts, begin) : bisect_left(ruled_starts, end)]
        part = replace(reading, sentences=tuple(sentences), quotations=tuple(inside))
        yield part, marked[bisect_left(starts, begin) : bisect_left(starts, end)]
        sentences, words = [], 0


def _left_out(reading: Reading) -> Iterator[Quotation]:
    """The quotations that begin in sentences too long for the models: as the default engine read them."""
    too_long = [one.span for one in reading.sentences if len(one.tokens) > _LONGEST_SENTENCE]
    begins = [span.start for span in too_long]
    for one in reading.quotations:
        place = bisect_right(begins, one.span.start) - 1
        if place >= 0 and one.span.start < too_long[place].end:
            yield one


def _medium(page: Page, one: Attributed, roles: Sequence[Sequence[int]]) -> str:
    """Speech, thought or writing: as the cue verb says, else as the default engine has it, else speech."""
    for number in roles[1]:
        if medium := page.forms[number].medium:
            return medium
    words = frozenset(one.words)
    nearest = max(page.ruled, key=lambda ruled: len(words & frozenset(ruled.words)), default=None)
    return nearest.medium if nearest and words & frozenset(nearest.words) else Medium.SPEECH.value


def _voiced(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterator[Sentence]:
    """The sentences with their voice: attributed where quotations hold half of their words or more."""
    spans = sorted(part for one in quotations for part in one.quote)
    at = 0
    for sentence in sentences:
        while at < len(spans) and spans[at].end <= sentence.start:
            at += 1
        held, place, reached = 0, at, sentence.start
        while place < len(spans) and spans[place].start < sentence.end:
            begin, end = max(spans[place].start, reached), min(spans[place].end, sentence.end)
            held += max(0, end - begin)
            reached = max(reached, end)
            place += 1
        if held >= _MAIN_SHARE * (sentence.end - sentence.start):
            yield replace(sentence, voice=Voice.ATTRIBUTED)
        else:
            yield replace(sentence, voice=Voice.OWN) if sentence.voice is Voice.ATTRIBUTED else sentence


def _undecided(by_rules: Reading, language: Language, quotations: Sequence[Quotation]) -> Iterator[str]:
    """What could not be decided: the default engine's remarks, but those on speakers made anew."""
    template = language.lexicon.messages["no_speaker"]
    stem = template.partition("{")[0]
    yield from (remark for remark in by_rules.undecided if not remark.startswith(stem))
    nameless = [one for one in quotations if one.kind is QuotationKind.DIRECT and not one.speaker]
    for one in nameless[:20]:
        words = " ".join(by_rules.text[one.span.start : one.span.start + 60].split()[:5])
        yield template.format(words=words)

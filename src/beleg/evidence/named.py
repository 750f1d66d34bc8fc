"""Whether the sources have the names of a sentence, and which name stands there instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from beleg.evidence.exchanged import CLOSE, SAME_MATTER, Exchanged, both_bare
from beleg.evidence.in_its_place import InItsPlace, Named
from beleg.evidence.name_index import NameIndex, alike
from beleg.evidence.passages import Place, SourceIndex, Support
from beleg.evidence.slots import CALLED, IN_BRACKETS, firm_slots, governed, is_title, loose_slots
from beleg.evidence.words import ContentWord
from beleg.language.language import Language
from beleg.language.mention import Bearer, Mention
from beleg.terms.evidence import NameEvidence
from beleg.terms.reading import Sentence
from beleg.terms.span import Span

ALL_ELSE = 0.85
"""The same where a single name is left over on either side."""
NEIGHBOURS = 2
"""Sentences around a passage in which a name may stand for which the passage has a pronoun."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sentence of the draft with its names, and how well each place covers the rest of it."""

    sentence: Sentence
    text: str
    mentions: tuple[Mention, ...]
    forms: frozenset[str]
    rest: dict[Place, float]
    places: tuple[Place, ...]
    many: bool
    """Whether the rest has two content words or more."""

    @property
    def named(self) -> Named:
        """The sentence with its names alone."""
        return Named(self.sentence, self.mentions, self.forms, self.rest, self.places)


class Names:
    """The names of all sources."""

    def __init__(self, index: SourceIndex, language: Language) -> None:
        self._index = index
        self._language = language
        self._names = NameIndex(index, language)
        self._exchanged = Exchanged(index, self._names, language)
        self._in_its_place = InItsPlace(index, self._names, language)

    def examine(
        self,
        sentence: Sentence,
        text: str,
        words: Sequence[ContentWord],
        support: Support,
        leave_out: Sequence[Span],
        word_for_word: Sequence[Span] = (),
    ) -> tuple[NameEvidence, ...]:
        """What the sources have of each name of a sentence of the draft.

        Names inside `leave_out` (a quotation's speaker, quoted words) are only looked at for whether any source has
        them and whether the passage has another in the very same words: who spoke is a question of its own. Names in
        `word_for_word` are compared letter by letter elsewhere.
        """
        months = [moment.span for moment in self._language.dates(sentence.tokens)]
        months += [quantity.span for quantity in self._language.quantities(sentence.tokens)]
        mentions = tuple(
            replace(one, certain=one.certain or self._names.named(one))
            for one in self._language.mentions(sentence.tokens)
            if one.certain or not any(span.overlaps(one.span) for span in months)
        )
        rest_words = [
            word for word in words if not any(one.certain and one.span.covers(word.span) for one in mentions)
        ]
        rest = self._index.support(rest_words)
        draft = _Draft(
            sentence=sentence,
            text=text,
            mentions=mentions,
            forms=frozenset(form for one in mentions for form in (*self._names.forms(one), *one.parts)),
            rest=rest.by_place,
            places=tuple(dict.fromkeys((*rest.places, *support.places))),
            many=len(rest_words) > 1,
        )
        found = []
        for one in mentions:
            left_out = any(span.overlaps(one.span) for span in leave_out)
            quoted = any(span.overlaps(one.span) for span in word_for_word)
            if evidence := self._evidence(one, draft, left_out=left_out, quoted=quoted):
                found.append(evidence)
        return tuple(found)

    def _evidence(
        self, mention: Mention, draft: _Draft, *, left_out: bool, quoted: bool
    ) -> NameEvidence | None:
        words = mention.span.of(draft.text)
        named = NameEvidence(span=mention.span, words=words, named=True)
        missing = self._names.missing(mention)
        if not missing:
            same_words, other = self._in_same_words(mention, draft)
            if quoted:
                other = None
            if not other and (left_out or not same_words):
                other = (self._belonging if left_out else self._moved)(mention, draft)
            if not other and not same_words and not quoted:
                other = self._called_so(mention, draft)
            if not other and not quoted and not left_out:
                other = self._in_its_place.other(mention, draft.named, same_words=same_words)
            if not other:
                return named if mention.certain else None
            place, instead, certain = other
            return self._found(named, place, instead, certain=certain)
        if mention.certain:
            for place in draft.places:
                for near in self._window(place):
                    for one in self._names.mentions(near):
                        if set(one.parts) & set(mention.parts) or alike(missing, one.parts):
                            return self._found(replace(named, named=False), near, one, certain=True)
            if resembling := self._names.resembling(mention, missing):
                return self._found(replace(named, named=False), *resembling, certain=True)
        if other := self._in_same_words(mention, draft)[1] or self._invented(mention, draft):
            place, instead, certain = other
            return self._found(replace(named, named=False), place, instead, certain=certain)
        # Two nouns side by side of which the sources have one are no name that nobody has: "Tonnen Sprengstoff".
        two_nouns = mention.bearer is Bearer.UNKNOWN and len(missing) < len(mention.parts)
        return replace(named, named=False) if mention.certain and not two_nouns else None

    def _in_same_words(
        self, mention: Mention, draft: _Draft
    ) -> tuple[bool, tuple[Place, Mention, bool] | None]:
        shares = [(place, draft.rest.get(place, 0.0)) for place in draft.places]
        return self._exchanged.in_same_words(mention, draft.sentence.tokens, shares)

    def _invented(self, mention: Mention, draft: _Draft) -> tuple[Place, Mention, bool] | None:
        """The name in whose place this one stands that no source has; and whether that is certain."""
        for place in draft.places:
            share = draft.rest.get(place, 0.0)
            rivals = list(self._rivals(mention, draft, place))
            firm = [one for one in rivals if self._same_slot(mention, draft, one, place, firm=True)]
            if share >= SAME_MATTER and len(firm) == 1 and (mention.certain or firm[0].certain):
                return place, firm[0], share >= CLOSE
            if share < CLOSE:
                continue
            if len(firm) == 1:
                return place, firm[0], False
            loose = [one for one in rivals if self._same_slot(mention, draft, one, place, firm=False)]
            if len(loose) == 1:
                return place, loose[0], mention.certain and loose[0].certain
            certain = [one for one in rivals if one.certain]
            if len(certain) == 1 and mention.certain and draft.many:
                return place, certain[0], mention.bearer is certain[0].bearer
        return None

    def _moved(self, mention: Mention, draft: _Draft) -> tuple[Place, Mention, bool] | None:
        """The name in whose place this one stands that the sources have elsewhere; and whether that is certain."""
        best = max(draft.rest.values(), default=0.0)
        here = max(
            (
                share
                for place, share in draft.rest.items()
                if share >= SAME_MATTER and self._names.at(mention, place)
            ),
            default=0.0,
        )
        for place in draft.places:
            share = draft.rest.get(place, 0.0)
            if share < SAME_MATTER or share < best - 1e-9 or self._names.at(mention, place):
                continue
            rivals = list(self._rivals(mention, draft, place))
            firm = [one for one in rivals if self._same_slot(mention, draft, one, place, firm=True)]
            if mention.certain and len(firm) == 1 and here < SAME_MATTER:
                return place, firm[0], share >= CLOSE and firm[0].certain
            rivals = [
                one for one in rivals if one.certain and self._alike_governed(mention, draft, one, place)
            ]
            # Where all the rest agrees and one name is left over on either side, no pronoun is left that either could
            # stand for; but a place may be told in the sentence before, unless another follows the same preposition.
            left = [
                one
                for one in rivals
                if one.bearer is mention.bearer is Bearer.PERSON
                or self._same_slot(mention, draft, one, place, firm=False)
            ]
            if share >= ALL_ELSE and len(rivals) == 1 and left and draft.many and here < share:
                return place, left[0], False
            if share < CLOSE or not mention.certain or self._names.near(mention, place, NEIGHBOURS):
                continue
            loose = [one for one in rivals if self._same_slot(mention, draft, one, place, firm=False)]
            alone = loose if len(loose) == 1 else [one for one in rivals if mention.bearer is Bearer.PERSON]
            if len(alone) == 1 and draft.many:
                return place, alone[0], False
        return None

    def _belonging(self, mention: Mention, draft: _Draft) -> tuple[Place, Mention, bool] | None:
        """Another party, house or country of somebody named alike: "Hansen (SPD)" for "Hansen (CDU)".

        Only a name that says whose somebody is: in brackets, at the head of a compound, made into an adjective.
        """
        slots = firm_slots(mention, draft.mentions, draft.sentence.tokens, self._language)
        if not (mention.tail or mention.adjective or any(slot.startswith(IN_BRACKETS) for slot in slots)):
            return None
        people = [
            one for one in draft.mentions if one.bearer is Bearer.PERSON or one.end == mention.start - 1
        ]
        for place in draft.places:
            if not any(self._names.at(one, place) for one in people):
                continue
            firm = [
                one
                for one in self._rivals(mention, draft, place)
                if one.certain and self._same_slot(mention, draft, one, place, firm=True)
            ]
            if len(firm) == 1:
                return place, firm[0], True
        return None

    def _called_so(self, mention: Mention, draft: _Draft) -> tuple[Place, Mention, bool] | None:
        """Another name of which a passage says in apposition what the draft says of this one."""
        mine = self._apposition(mention, draft.mentions, draft.sentence)
        for place in draft.places if mine else ():
            mentions = self._names.mentions(place)
            theirs = self._index.sentence(place)
            for one in mentions:
                if mine & self._apposition(one, mentions, theirs):
                    same = set(one.parts) & draft.forms or not one.bearer.may_be(mention.bearer)
                    return None if same else (place, one, False)
        return None

    def _apposition(self, mention: Mention, among: Sequence[Mention], sentence: Sentence) -> set[str]:
        slots = firm_slots(mention, among, sentence.tokens, self._language)
        return {slot for slot in slots if slot.startswith(CALLED)}

    def _rivals(self, mention: Mention, draft: _Draft, place: Place) -> Iterator[Mention]:
        """The names at a place that may be of the same kind and that the draft's sentence does not have."""
        if self._names.at(mention, place):
            return
        for one in self._names.mentions(place):
            if not one.bearer.may_be(mention.bearer) or (one.adjective != mention.adjective and not one.tail):
                continue
            if draft.forms & {*self._names.forms(one), *one.parts}:
                continue
            if is_title(one.tail, self._language) and not (one.certain or mention.tail):
                continue  # "Vize-Präsident" names nobody
            if self._names.stand_for_each_other(mention, one):
                continue
            if not (one.certain or mention.certain) and not both_bare(mention, one, self._language):
                continue
            yield one

    def _same_slot(
        self, mention: Mention, draft: _Draft, other: Mention, place: Place, *, firm: bool
    ) -> bool:
        theirs = self._index.sentence(place).tokens
        if firm:
            mine = firm_slots(mention, draft.mentions, draft.sentence.tokens, self._language)
            return bool(mine & firm_slots(other, self._names.mentions(place), theirs, self._language))
        mine = loose_slots(mention, draft.sentence.tokens, self._language)
        return bool(mine & loose_slots(other, theirs, self._language))

    def _alike_governed(self, mention: Mention, draft: _Draft, other: Mention, place: Place) -> bool:
        """Whether neither of two people or both stand after a preposition: who reports ("laut Weber") is not who
        acts.
        """
        mine = governed(mention, draft.sentence.tokens, self._language)
        return mention.bearer is not Bearer.PERSON or mine == governed(
            other, self._index.sentence(place).tokens, self._language
        )

    def _found(
        self, evidence: NameEvidence, place: Place, instead: Mention, *, certain: bool
    ) -> NameEvidence:
        return replace(
            evidence,
            instead=self._names.words(instead, place),
            passage=self._index.passage(place),
            certain=certain,
        )

    def _window(self, place: Place) -> list[Place]:
        last = len(self._index.sources[place.source].reading.sentences) - 1
        steps = sorted(range(-NEIGHBOURS, NEIGHBOURS + 1), key=abs)
        return [
            Place(place.source, place.sentence + step) for step in steps if 0 <= place.sentence + step <= last
        ]

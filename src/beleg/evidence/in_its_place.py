"""In its place: a name that the sources have, put where a passage has another one.

Five places that only one name can take: what a noun with an article names ("die Reederei Kolb"), who acts with a verb
("die Reederei Kolb kaufte die Fähre"), who holds an office ("neuer Intendant wird Ole Thoms"), where a way begins and
where it ends ("von Altdorf nach Kirnbach"), and what stands after a preposition beside a noun, even where the passage
has both names ("im Anflug auf Altdorf").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from beleg.evidence.clauses import Stated, stated
from beleg.evidence.exchanged import CLOSE, SAME_MATTER, both_bare
from beleg.evidence.name_index import NameIndex
from beleg.evidence.passages import Place, SourceIndex
from beleg.evidence.roles import roles
from beleg.evidence.slots import BESIDE_PREPOSITION, firm_slots, kind_before
from beleg.evidence.words import content_words
from beleg.language.clause_words import clause_words
from beleg.language.language import Language
from beleg.language.mention import Bearer, Mention
from beleg.terms.reading import Sentence
from beleg.terms.token import Token

_WAY = 4
"""Tokens between the name a way begins at and the word before the one it leads to: "von Altdorf am Freitag nach
Kirnbach".
"""
_ONE_OF_MANY = 11
"""Letters from which a title says which office it is: "Finanzminister", but there are many a "Direktor"."""


class Other(NamedTuple):
    """A name of the sources that stands where the draft has another one, and whether that is certain."""

    place: Place
    mention: Mention
    certain: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence of the draft with its names and how well each place covers the rest of it."""

    sentence: Sentence
    mentions: Sequence[Mention]
    forms: frozenset[str]
    rest: dict[Place, float]
    places: Sequence[Place]


class InItsPlace:
    """Looks in the sources for the name that stands where a name of the draft does."""

    def __init__(self, index: SourceIndex, names: NameIndex, language: Language) -> None:
        self._index = index
        self._names = names
        self._language = language
        self._cut: dict[Place, Stated] = {}
        self._mine: tuple[Sentence, Stated] | None = None

    def other(self, mention: Mention, draft: Named, *, same_words: bool) -> Other | None:
        """The name that stands in a name's place in the sources; None where none does, or they have both in it.

        `same_words` is True where a passage has the name between the same words: then only its office is asked for.
        """
        if mention.adjective or mention.tail:
            return None
        if same_words:
            return self._other_in_office(mention, draft) if mention.certain else None
        return (
            self._other_way(mention, draft)
            or self._other_called(mention, draft)
            or self._other_beside(mention, draft)
            or (self._other_in_office(mention, draft) if mention.certain else None)
            or (self._other_acts(mention, draft) if mention.certain else None)
        )

    def _other_way(self, mention: Mention, draft: Named) -> Other | None:
        """Where the draft has the beginning and the end of a way the other way round."""
        mine = [way for way in _ways(draft.mentions, draft.sentence.tokens, self._language) if mention in way]
        for place in draft.places if mine else ():
            ways = list(
                _ways(self._names.mentions(place), self._index.sentence(place).tokens, self._language)
            )
            for begin, end in mine:
                if any(_same(begin, one) and _same(end, two) for one, two in ways):
                    return None
                for one, two in ways:
                    if _same(begin, two) and _same(end, one):
                        return Other(place, one if mention is begin else two, True)
        return None

    def _other_called(self, mention: Mention, draft: Named) -> Other | None:
        """What the noun before a name names in the sources: "die Reederei Hansen" for "die Reederei Kolb"."""
        kind = kind_before(mention, draft.sentence.tokens, self._language)
        for place in draft.places if kind else ():
            if draft.rest.get(place, 0.0) < CLOSE or self._names.at(mention, place):
                continue
            there = self._index.sentence(place).tokens
            for one in self._names.mentions(place):
                same = kind == kind_before(one, there, self._language)
                if same and self._rival(mention, one, draft) and both_bare(mention, one, self._language):
                    return Other(place, one, False)
        return None

    def _other_in_office(self, mention: Mention, draft: Named) -> Other | None:
        """Who holds the office in the sources that the draft gives to somebody else."""
        offices = self._offices(mention, draft.mentions, draft.sentence)
        if not offices:
            return None
        words = [
            one
            for one in content_words(draft.sentence.tokens, self._language)
            if any(one.stems[0].startswith(title) for title in offices)
        ]
        places = (*draft.places, *self._index.support(words).by_place)
        found: Other | None = None
        for place in dict.fromkeys(places):
            mentions = self._names.mentions(place)
            for one in mentions:
                said = self._offices(one, mentions, self._index.sentence(place))
                if not any(offices[title] & said.get(title, frozenset()) for title in offices):
                    continue
                if self._names.at(mention, place):
                    return None
                if self._rival(mention, one, draft):
                    found = found or Other(place, one, False)
        return found

    def _offices(
        self, mention: Mention, among: Sequence[Mention], sentence: Sentence
    ) -> dict[str, frozenset[str]]:
        """The stems of the titles that a clause gives to a person with "ist" or "wird", each with what tells that
        office from others of its title: the time, with the title itself or the words beside it."""
        tokens, language = sentence.tokens, self._language
        if mention.bearer not in (Bearer.PERSON, Bearer.UNKNOWN):
            return {}
        start = next((n + 1 for n in range(mention.start - 1, -1, -1) if tokens[n].text in ",;:"), 0)
        end = next((n for n in range(mention.end, len(tokens)) if tokens[n].text in ",;:."), len(tokens))
        low = [token.text.lower() for token in tokens]
        people = [one for one in among if one.bearer is Bearer.PERSON and start <= one.start < end]
        if any(
            one is not mention and low[max(0, one.start - 1)] not in language.lexicon.prepositions
            for one in people
        ):
            return {}
        forms = clause_words(language.code)
        time = next((n for n, copula in enumerate(forms.copulas) if copula & set(low[start:end])), None)
        if time is None:
            return {}
        found: dict[str, frozenset[str]] = {}
        for at in range(start, end):
            title = tokens[at].text
            if not language.is_title(title) or at == mention.start - 1 or mention.start <= at < mention.end:
                continue
            stem = language.stem(_manly(title, language))
            marks = {stem} if len(title) >= _ONE_OF_MANY else set()
            if (
                at > start
                and low[at - 1].endswith(("e", "er", "en"))
                and low[at - 1] not in language.function_words
            ):
                marks.add(language.stem(low[at - 1]))
            if at + 2 < end and low[at + 1] in language.lexicon.determiners | language.lexicon.prepositions:
                marks.add(language.stem(tokens[at + 2].text))
            found[stem] = frozenset(f"{time} {mark}" for mark in marks if mark not in forms.passing)
        return found

    def _other_beside(self, mention: Mention, draft: Named) -> Other | None:
        """What a passage has after the same preposition beside the same noun, even if it has the draft's name
        elsewhere.
        """
        mine = self._beside(mention, draft.mentions, draft.sentence)
        for place in draft.places if mine else ():
            here = self._names.at(mention, place)
            if draft.rest.get(place, 0.0) < CLOSE or not (here or self._is_bare_name(mention)):
                continue
            mentions = self._names.mentions(place)
            there = self._index.sentence(place)
            slots = [(one, self._beside(one, mentions, there)) for one in mentions]
            own = [found for one, found in slots if _same(one, mention)]
            if any(mine & found or not found for found in own):
                continue  # the same, or in a list with it
            for one, found in slots:
                if mine & found and self._rival(mention, one, draft) and (here or self._is_bare_name(one)):
                    return Other(place, one, False)
        return None

    def _is_bare_name(self, mention: Mention) -> bool:
        """Whether a single word may be a name and is no word of the language: "Zusammenarbeit mit Kolb"."""
        return not mention.certain and not any(map(self._is_word, mention.parts))

    def _beside(self, mention: Mention, among: Sequence[Mention], sentence: Sentence) -> set[str]:
        slots = firm_slots(mention, among, sentence.tokens, self._language)
        return {slot for slot in slots if BESIDE_PREPOSITION in slot}

    def _other_acts(self, mention: Mention, draft: Named) -> Other | None:
        """Who does it in the sources, where nobody there has the draft's name."""
        if any(
            share >= SAME_MATTER and self._names.at(mention, place) for place, share in draft.rest.items()
        ):
            return None
        if self._mine is None or self._mine[0] is not draft.sentence:
            self._mine = draft.sentence, stated(draft.sentence, (), self._language)
        acts = list(self._acts(mention, self._mine[1]))
        for place in draft.places if acts else ():
            share = draft.rest.get(place, 0.0)
            if share < SAME_MATTER:
                continue
            if place not in self._cut:
                self._cut[place] = stated(self._index.sentence(place), (), self._language)
            mentions = self._names.mentions(place)
            for one in mentions:
                if not one.certain or one.adjective or one.tail or not self._rival(mention, one, draft):
                    continue
                if any(mine & theirs for mine in acts for theirs in self._acts(one, self._cut[place])):
                    return Other(place, one, share >= CLOSE and one.bearer is mention.bearer)
        return None

    def _acts(self, mention: Mention, whole: Stated) -> Iterator[frozenset[str]]:
        """The verbs of the clauses in which the bearer of a name acts, rather than somebody of his house."""
        number = whole.clause[mention.start]
        found = roles(whole.words, whole.clauses[number], self._language)
        if not found.verbs or not found.agent.intersection(range(mention.start, mention.end)):
            return
        lexicon = self._language.lexicon
        first = mention.start
        while (
            first
            and whole.words.is_word(first - 1)
            and (whole.words.capitalised(first - 1) or whole.words.low[first - 1] not in lexicon.prepositions)
        ):
            first -= 1
            if whole.words.low[first] in lexicon.determiners:
                break
        if not any(at < first for at in found.agent):
            yield found.verbs

    def _rival(self, mention: Mention, other: Mention, draft: Named) -> bool:
        """Whether another name can stand in a name's place and cannot mean the same."""
        if not other.bearer.may_be(mention.bearer) or _same(mention, other):
            return False
        telling = [part for part in other.parts if not self._is_word(part)] or other.parts
        return not draft.forms & {
            *telling,
            *(f"={key}" for key in other.known),
        } and not self._names.stand_for_each_other(mention, other)

    def _is_word(self, part: str) -> bool:
        """Whether a part of a name is also a word of the language: "Verein" in "Verein Seeblick"."""
        spelling = self._language.spelling
        return spelling is not None and spelling.knows(part)


def _manly(title: str, language: Language) -> str:
    """A title without its female ending: "Dezernentin" is the same office as "Dezernent"."""
    shorter = title.removesuffix("in")
    return shorter if language.is_title(shorter) else title


def _ways(
    mentions: Sequence[Mention], tokens: Sequence[Token], language: Language
) -> Iterator[tuple[Mention, Mention]]:
    """The names a way begins and ends at: "von Altdorf nach Kirnbach", "von der SPD zur CDU"."""
    forms = clause_words(language.code)
    articles = language.lexicon.determiners - forms.way_to
    for begin in mentions:
        if (
            not begin.start
            or tokens[_before_article(begin, tokens, articles)].text.lower() not in forms.way_from
        ):
            continue
        for end in mentions:
            to = _before_article(end, tokens, articles)
            if 0 <= to - begin.end <= _WAY and tokens[to].text.lower() in forms.way_to:
                yield begin, end


def _before_article(mention: Mention, tokens: Sequence[Token], articles: frozenset[str]) -> int:
    before = max(0, mention.start - 1)
    low = tokens[before].text.lower()
    return before - 1 if before and low in articles else before


def _same(one: Mention, other: Mention) -> bool:
    return bool(one.known & other.known) or bool({one.parts[-1]} & set(other.parts))

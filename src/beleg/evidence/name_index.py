"""The names of all sources: which there are, where, and under which other forms."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from beleg.evidence.passages import Place, SourceIndex
from beleg.evidence.spelled import SpelledWords, parts
from beleg.language.language import Language
from beleg.language.mention import Bearer, Mention, plain
from beleg.terms.token import Token
from beleg.text.tokens import tokenize

ALIKE = 0.75
"""Ratcliff/Obershelp ratio from which two names may be one misspelt: "Maier" and "Meyer" stay below, "Keßler" and
"Kessler" above."""
_LONGEST_NAME = 60
"""Letters of a word beyond which it is no name that somebody has misspelt."""
_LONG_WORD = 10
"""Letters from which a word is taken for a compound that gives an abbreviation several letters."""
COMPOUND = 4
"""Letters a name must have to be known from a word that begins with it: "Lindenau" from "Lindenauer"."""


class NameIndex:
    """Looks up names in the sources. What needs every sentence of them is worked out when first asked for."""

    def __init__(self, index: SourceIndex, language: Language) -> None:
        self._index = index
        self._language = language
        self._mentions: dict[Place, list[Mention]] = {}
        self._words: dict[Place, frozenset[str]] = {}
        self._long: dict[str, list[tuple[str, ...]]] | None = None
        self._by_part: dict[str, tuple[Place, Mention]] | None = None

    @cached_property
    def _spelled(self) -> tuple[SpelledWords, SpelledWords]:
        """The words of the sources' texts, and those of their titles, authors and publishers."""
        about = (
            tokenize(f"{each.source.title} {each.source.author} {each.source.publisher}")
            for each in self._index.sources
        )
        return self._index.spelled, SpelledWords(about, self._language)

    @cached_property
    def _all_parts(self) -> list[str]:
        """The parts of names that the sources may have, in the order of the alphabet."""
        return sorted({part for spelled in self._spelled for part in spelled.by_part})

    @cached_property
    def _known(self) -> frozenset[str]:
        """The keys of the places and bodies that the sources name."""
        return frozenset(known.key for spelled in self._spelled for known in spelled.known_names)

    @cached_property
    def _with_capital(self) -> frozenset[str]:
        """The keys of the countries whose capital the sources name."""
        return frozenset(known.capital_of for spelled in self._spelled for known in spelled.known_names)

    def mentions(self, place: Place) -> list[Mention]:
        """The names of the sentence at a place."""
        if place not in self._mentions:
            self._mentions[place] = self._language.mentions(self._index.sentence(place).tokens)
        return self._mentions[place]

    def words(self, mention: Mention, place: Place) -> str:
        """A name of the sources as it stands."""
        return mention.span.of(self._index.sources[place.source].source.text)

    def forms(self, mention: Mention) -> set[str]:
        """The forms under which a name is looked up: its known places and bodies, else its words.

        A person goes by the surname.
        """
        if mention.known:
            return {f"={key}" for key in mention.known}
        parts = mention.parts[-1:] if mention.bearer is Bearer.PERSON else mention.parts
        return set(parts)

    def at(self, mention: Mention, place: Place) -> bool:
        """Whether the sentence at a place has the name."""
        words = self._words.get(place)
        if words is None:
            words = self._words[place] = _forms(self._index.sentence(place).tokens, self._language)
        return bool(self.forms(mention) & words or set(mention.parts[-1:]) & words)

    def near(self, mention: Mention, place: Place, steps: int) -> bool:
        """Whether a sentence at most so many sentences away has the name."""
        last = len(self._index.sources[place.source].reading.sentences) - 1
        return any(
            self.at(mention, Place(place.source, number))
            for number in range(max(0, place.sentence - steps), min(last, place.sentence + steps) + 1)
        )

    def missing(self, mention: Mention) -> list[str]:
        """The parts of a name that no source has in any form."""
        if any(self._stands_for(key) for key in mention.known):
            return []
        if len(mention.parts) > 1 and self._has_part("".join(part[0] for part in mention.parts)):
            return []
        missing = [part for part in mention.parts if not self._has(part)]
        return [] if len(mention.parts) == 1 and missing and self._is_initials(missing[0]) else missing

    def named(self, mention: Mention) -> bool:
        """Whether the sources have the word as a certain name somewhere, if only as part of one: a surname."""
        part, spelled = mention.parts[-1], self._index.spelled
        return any(
            one.certain and not one.tail and part in one.parts
            for number in spelled.having(spelled.by_part.get(part, ()))[:3]
            for one in self.mentions(self._index.places[number])
        )

    def resembling(self, mention: Mention, missing: Sequence[str]) -> tuple[Place, Mention] | None:
        """A name anywhere in the sources that shares a part with this one, or may be the same misspelt."""
        if self._by_part is None:
            self._by_part = {}
            for place in self._index.places:
                for one in self.mentions(place):
                    for part in one.parts if one.certain else ():
                        self._by_part.setdefault(part, (place, one))
        for part in mention.parts:
            found = self._by_part.get(part)
            if part not in missing and found and len(found[1].parts) > 1 and len(mention.parts) > 1:
                return found
        for part, found in self._by_part.items():
            if alike(missing, [part]):
                return found
        return None

    def stand_for_each_other(self, one: Mention, other: Mention) -> bool:
        """Whether one names the capital of the country the other names: "Moskau" says what Russia does."""
        return bool(self._capitals(one) & other.known or self._capitals(other) & one.known)

    def has_capital(self, country: Mention, capital: Mention) -> bool:
        """Whether the one names a country and the other its capital."""
        return bool(self._capitals(capital) & country.known)

    def _capitals(self, mention: Mention) -> set[str]:
        return {known.capital_of for key in mention.known if (known := self._language.known_name(key))}

    def _stands_for(self, key: str) -> bool:
        """Whether the sources name this place or body, or the country whose capital it is, or the country's capital."""
        if key in self._known:
            return True
        known = self._language.known_name(key)
        return known is not None and (known.capital_of in self._known or key in self._with_capital)

    def _has_part(self, part: str) -> bool:
        return any(part in spelled.by_part for spelled in self._spelled)

    def _has(self, part: str) -> bool:
        stem = self._language.stem(part)
        if self._has_part(part) or any(stem in spelled.capital_stems for spelled in self._spelled):
            return True
        if len(part) < COMPOUND:
            return False
        at = bisect_left(self._all_parts, part)
        return at < len(self._all_parts) and self._all_parts[at].startswith(part)

    def _is_initials(self, part: str) -> bool:
        """Whether a source spells out the abbreviation: "BND" for "Bundesnachrichtendienst", "BA" for "Bundesagentur
        für Arbeit"."""
        if not 2 <= len(part) <= 6:
            return False
        if self._long is None:
            self._long = defaultdict(list)
            for place in self._index.places:
                words = [t.text for t in self._index.sentence(place).tokens if t.text[0].isupper()]
                for at, word in enumerate(words):
                    self._long[word[0].casefold()].append(tuple(one.casefold() for one in words[at : at + 4]))
        return any(_spells(part, words) for words in self._long.get(part[0], ()))


def _forms(tokens: Sequence[Token], language: Language) -> frozenset[str]:
    """The forms under which names in these tokens are looked up: words, parts of compounds, known places."""
    return frozenset(form for token in tokens for form in _forms_of(token.text, language))


@lru_cache(maxsize=65_536)
def _forms_of(word: str, language: Language) -> tuple[str, ...]:
    forms = []
    for one in parts(word):
        forms.append(plain(one))
        if known := language.known_name(one):
            forms.append(f"={known.key}")
    return tuple(forms)


def _spells(letters: str, words: Sequence[str]) -> bool:
    """Whether the letters are the first ones of these words, a long word being good for several of its letters."""
    if not letters:
        return True
    if not words or words[0][0] != letters[0]:
        return False
    if _spells(letters[1:], words[1:]):
        return True
    inside = 1
    for taken in range(1, len(letters)):
        inside = words[0].find(letters[taken], inside) + 1 if len(words[0]) >= _LONG_WORD else 0
        if not inside:
            return False
        if _spells(letters[taken + 1 :], words[1:]):
            return True
    return False


def alike(unknown: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one of these words may be another misspelt."""
    return any(
        SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
        for one in unknown
        for other in theirs
        if abs(len(one) - len(other)) <= 2 and len(one) <= _LONGEST_NAME
    )

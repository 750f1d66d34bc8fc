"""Who is who in the sources: how they describe whom, and who says anything in them."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence

from beleg.evidence.described import Described, describe
from beleg.evidence.passages import SourceIndex
from beleg.evidence.spelled import parts
from beleg.language.language import Language
from beleg.language.mention import Bearer, plain
from beleg.language.words import composed
from beleg.terms.token import Token

_REACH = 4
"""Words around a name in which a description of its bearer is looked for."""
_COMPANY = 5
"""Words around a name whose houses, places and parties may be its bearer's."""
_FOLDED = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_FIRST = 50
"""Sentences with a word that are read for whether it is a name or describes somebody; it would be so in some of
them.
"""
_ENOUGH = 50
"""Different speakers remembered by one noun: "Sprecher" may describe very many."""


class WhoIsWho:
    """What the sources tell of the bearers of names; of each name and noun worked out when it is first asked for."""

    def __init__(self, index: SourceIndex, language: Language) -> None:
        self._index = index
        self._language = language
        self._learned: set[int] = set()
        self._read: set[str] = set()
        self._looked_up: set[str] = set()
        self._known: dict[str, Described] = {}
        self._people: set[str] = set()
        self._descriptions: dict[str, set[str]] = defaultdict(set)
        self._borne: set[str] = set()
        self._company: dict[str, set[str]] = defaultdict(set)
        self._heard: list[tuple[str, str]] | None = None
        self._speaking: dict[str, set[str]] = {}

    def described(self, words: str) -> Described:
        """What a speaker's words say of who it is."""
        if words not in self._known:
            named, people = _Asked(self._learns, self._descriptions), _Asked(self._learns, self._people)
            self._known[words] = describe(words, self._language, named, people)
        return self._known[words]

    def has(self, names: Iterable[str]) -> bool:
        """Whether the sources have one of these parts of names."""
        return any(self._learns(name, self._descriptions) for name in names)

    def descriptions(self, names: Iterable[str]) -> set[str]:
        """The stems of the nouns right beside these names, or in apposition to them."""
        return self._told(self._descriptions, names)

    def describes_somebody(self, noun: str) -> bool:
        """Whether such a noun describes anybody in the first sentences of the sources that have it."""
        spelled = self._index.spelled
        for number in spelled.having(spelled.by_stem.get(noun, ()))[:_FIRST]:
            if noun in self._borne:
                break
            self._learn_once(number)
        return noun in self._borne

    def company(self, names: Iterable[str]) -> set[str]:
        """The houses, places and bodies in the words around these names."""
        return self._told(self._company, names)

    def speaks_elsewhere(self, described: Described, other: Described) -> bool:
        """Whether somebody so described says something in the sources who is certainly not the other."""
        return any(
            not (said := self.described(words)).nouns.keys() & other.nouns.keys()
            and not said.names & other.names
            for noun in described.nouns
            for words in self._speakers(noun)
        )

    def _told(self, found: Mapping[str, set[str]], names: Iterable[str]) -> set[str]:
        """What all sentences with any of these parts of names tell of their bearers."""
        asked = list(names)
        for name in asked:
            if name not in self._read:
                self._read.add(name)
                for number in self._with_name(name):
                    self._learn_once(number)
        return {one for name in asked for one in found.get(name, ())}

    def _learns(self, name: str, found: Container[str]) -> bool:
        """Whether a part of a name is found in the first sentences of the sources that have it."""
        if name not in found and name not in self._read and name not in self._looked_up:
            for number in self._with_name(name)[:_FIRST]:
                self._learn_once(number)
                if name in found:
                    return True
            self._looked_up.add(name)
        return name in found

    def _with_name(self, name: str) -> list[int]:
        """The sentences that have a part of a name; it begins with a capital, as names do."""
        spelled = self._index.spelled
        words = spelled.by_part.get(name, ())
        return spelled.having(word for word in words if any(part[0].isupper() for part in parts(word)))

    def _learn_once(self, number: int) -> None:
        if number not in self._learned:
            self._learned.add(number)
            self._learn(self._index.sentence(self._index.places[number]).tokens)

    def _speakers(self, noun: str) -> set[str]:
        """The first words in the sources for somebody so described who says something."""
        if noun not in self._speaking:
            found: set[str] = set()
            for words, folded in self._all_heard():
                # What a stem begins with stands in its word; the rest of it may be spelt otherwise.
                if _folded(noun)[:-2] in folded and noun in self.described(words).nouns:
                    found.add(words)
                    if len(found) == _ENOUGH:
                        break
            self._speaking[noun] = found
        return self._speaking[noun]

    def _all_heard(self) -> list[tuple[str, str]]:
        """The words for those who say something in the sources, in order, as they stand and without umlauts."""
        if self._heard is None:
            said = (
                " ".join(part.of(source.source.text) for part in quotation.speaker)
                for source in self._index.sources
                for quotation in source.reading.quotations
            )
            self._heard = [(words, _folded(words)) for words in dict.fromkeys(said) if words]
        return self._heard

    def _learn(self, tokens: Sequence[Token]) -> None:
        mentions = [one for one in self._language.mentions(tokens) if one.certain and not one.adjective]
        people = [one for one in mentions if not one.known and not one.tail]
        if not people:
            return
        for name in people:
            around = tokens[max(0, name.start - _COMPANY) : name.end + _COMPANY]
            words = [token.text for token in around if token.text[0].isalpha()]
            houses = {house for word in words for house in self._language.houses.of(word)}
            ties = {known.key for word in words if (known := self._language.known_name(word))}
            ties.update(
                plain(part) for word in words for part in word.split("-") if part and part[0].isupper()
            )
            near = {
                self._language.stem(token.text)
                for token in _adjacent(
                    tokens[max(0, name.start - _REACH) : name.start], tokens[name.end : name.end + _REACH]
                )
                if token.text[0].isupper() or not self._language.lexicon.nouns_capitalised
            }
            if name.bearer is Bearer.PERSON:
                self._people.update(name.parts)
            for part in name.parts:
                self._descriptions[part] |= near
                self._company[part] |= houses | ties
            self._borne |= near


def _folded(words: str) -> str:
    """Words in small letters without umlauts, as stems are written."""
    plain_letters = composed(words).lower().translate(_FOLDED)
    return plain_letters.replace("ae", "a").replace("oe", "o").replace("ue", "u")


class _Asked(Container[str]):
    """Parts of names of the sources that are learnt when they are asked for."""

    def __init__(self, learns: Callable[[str, Container[str]], bool], found: Container[str]) -> None:
        self._learns = learns
        self._found = found

    def __contains__(self, part: object) -> bool:
        return isinstance(part, str) and self._learns(part, self._found)


def _adjacent(before: Sequence[Token], after: Sequence[Token]) -> list[Token]:
    """The words that describe a name: right before it, or in apposition after a comma."""
    described = [token for token in before if token.text[0].isalpha()]
    for token in reversed(before):
        if not token.text[0].isalpha():
            described = [t for t in before if t.start > token.start]
            break
    if after and after[0].text in (",", "("):
        described += [token for token in after[1:] if token.text[0].isalpha()]
    return described

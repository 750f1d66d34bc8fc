"""Who is who in the sources: how they describe whom, and who says anything in them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from beleg.evidence.described import Described, describe
from beleg.language.language import Language
from beleg.language.mention import Bearer, plain
from beleg.terms.evidence import ReadSource
from beleg.terms.token import Token

_REACH = 4
"""Words around a name in which a description of its bearer is looked for."""
_COMPANY = 5
"""Words around a name whose houses, places and parties may be its bearer's."""
_ENOUGH = 50
"""Different speakers remembered by one noun: "Sprecher" may describe very many."""


class WhoIsWho:
    """What the sources tell of the bearers of names; worked out when first asked for."""

    def __init__(self, sources: Iterable[ReadSource], language: Language) -> None:
        self._language = language
        self._sources = tuple(sources)
        self._learned = False
        self._known: dict[str, Described] = {}
        self._people: set[str] = set()
        self._descriptions: dict[str, set[str]] = defaultdict(set)
        self._bearers: dict[str, set[str]] = defaultdict(set)
        self._company: dict[str, set[str]] = defaultdict(set)
        self._speaking: dict[str, set[str]] = defaultdict(set)

    def described(self, words: str) -> Described:
        """What a speaker's words say of who it is."""
        if not self._learned:
            self._learned = True
            for source in self._sources:
                for sentence in source.reading.sentences:
                    self._learn(sentence.tokens)
            for source in self._sources:
                self._hear(source)
        if words not in self._known:
            self._known[words] = describe(words, self._language, self._descriptions, self._people)
        return self._known[words]

    def has(self, names: Iterable[str]) -> bool:
        """Whether the sources have one of these parts of names."""
        return any(name in self._descriptions for name in names)

    def descriptions(self, names: Iterable[str]) -> set[str]:
        """The stems of the nouns right beside these names, or in apposition to them."""
        return _all(self._descriptions, names)

    def bearers(self, nouns: Iterable[str]) -> set[str]:
        """The parts of the names that such nouns describe."""
        return _all(self._bearers, nouns)

    def company(self, names: Iterable[str]) -> set[str]:
        """The houses, places and bodies in the words around these names."""
        return _all(self._company, names)

    def speaks_elsewhere(self, described: Described, other: Described) -> bool:
        """Whether somebody so described says something in the sources who is certainly not the other."""
        return any(
            not (said := self.described(words)).nouns.keys() & other.nouns.keys()
            and not said.names & other.names
            for noun in described.nouns
            for words in self._speaking.get(noun, ())
        )

    def _hear(self, source: ReadSource) -> None:
        """Note which nouns describe somebody who says something."""
        for quotation in source.reading.quotations:
            words = " ".join(part.of(source.source.text) for part in quotation.speaker)
            for noun in self.described(words).nouns if words else ():
                if len(self._speaking[noun]) < _ENOUGH:
                    self._speaking[noun].add(words)

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
            for description in near:
                self._bearers[description] |= set(name.parts)


def _all(found: dict[str, set[str]], keys: Iterable[str]) -> set[str]:
    return {one for key in keys for one in found.get(key, ())}


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

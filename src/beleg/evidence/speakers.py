"""Whether two sets of words name the same speaker.

Three answers: yes, no, and open. A speaker is named ("Anna Weber"), described ("die
Bürgermeisterin") or both. Two names are the same speaker if they share a part that is not a title. A description fits a
name if some source puts both side by side ("Bürgermeisterin Anna Weber"); it contradicts the name only if sources give
that description to somebody else and never to this one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from beleg.language.language import Language
from beleg.terms.evidence import ReadSource, SameSpeaker
from beleg.terms.token import Token
from beleg.text.tokens import tokenize

_REACH = 4
"""Words around a name in which a description of its bearer is looked for."""


class Speakers:
    """Who is who in the sources."""

    def __init__(self, sources: Iterable[ReadSource], language: Language) -> None:
        self._language = language
        self._descriptions: dict[str, set[str]] = defaultdict(set)
        self._bearers: dict[str, set[str]] = defaultdict(set)
        self._known: dict[str, tuple[set[str], set[str]]] = {}
        for source in sources:
            for sentence in source.reading.sentences:
                self._learn(sentence.tokens)

    def _learn(self, tokens: Sequence[Token]) -> None:
        for name in self._language.names(tokens):
            inside = [
                i for i, token in enumerate(tokens) if name.start <= token.start and token.end <= name.end
            ]
            parts = {_plain(tokens[i].text) for i in inside}
            before = tokens[max(0, inside[0] - _REACH) : inside[0]]
            after = tokens[inside[-1] + 1 : inside[-1] + 1 + _REACH]
            near = {
                self._language.stem(token.text)
                for token in _adjacent(before, after)
                if token.text[0].isupper()
            }
            for part in parts:
                self._descriptions[part] |= near
            for description in near:
                self._bearers[description] |= parts

    def same(self, one: str, other: str) -> SameSpeaker:
        """Whether the words name the same speaker."""
        names_one, nouns_one = self._parts(one)
        names_other, nouns_other = self._parts(other)
        if names_one and names_other:
            return SameSpeaker.YES if names_one & names_other else SameSpeaker.NO
        if names_one or names_other:
            names, nouns = (names_one, nouns_other) if names_one else (names_other, nouns_one)
            known = set().union(*(self._descriptions.get(name, set()) for name in names))
            if nouns & known:
                return SameSpeaker.YES
            bearers = set().union(*(self._bearers.get(noun, set()) for noun in nouns))
            return SameSpeaker.NO if bearers and known and not bearers & names else SameSpeaker.OPEN
        if not nouns_one or not nouns_other:
            return SameSpeaker.OPEN
        if nouns_one <= nouns_other or nouns_other <= nouns_one or _share_part(nouns_one ^ nouns_other):
            return SameSpeaker.YES
        # "Sprecher der Polizei" and "Sprecher der Feuerwehr": the same function in different houses.
        return SameSpeaker.NO if nouns_one & nouns_other else SameSpeaker.OPEN

    def _parts(self, words: str) -> tuple[set[str], set[str]]:
        """The parts of the names in a speaker's words, and the stems of the other nouns."""
        if words not in self._known:
            self._known[words] = self._take_apart(words)
        return self._known[words]

    def _take_apart(self, words: str) -> tuple[set[str], set[str]]:
        tokens = tokenize(words)
        spans = self._language.names(tokens)
        names, nouns = set(), set()
        for token in tokens:
            if not token.text[0].isupper() and not token.text[0].isdigit():
                continue
            if any(span.start <= token.start and token.end <= span.end for span in spans):
                names.add(_plain(token.text))
            elif token.text.lower() not in self._language.function_words:
                nouns.add(self._language.stem(token.text))
        # A surname alone ("Weber") is a name once the sources know it as one.
        for token in tokens:
            if _plain(token.text) in self._descriptions and not spans:
                names.add(_plain(token.text))
                nouns.discard(self._language.stem(token.text))
        return names, nouns


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


def _plain(word: str) -> str:
    """A name without the genitive's ending."""
    folded = word.casefold().rstrip("'’")
    return folded[:-1] if len(folded) > 3 and folded.endswith("s") else folded


def _share_part(stems: set[str]) -> bool:
    ordered = sorted(stems, key=len)
    return any(
        len(short) >= 5 and short in long for i, short in enumerate(ordered) for long in ordered[i + 1 :]
    )

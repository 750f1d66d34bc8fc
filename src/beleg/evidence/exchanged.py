"""Another name in the same words: what a passage has where a sentence of the draft has a name."""

from collections.abc import Iterable, Sequence

from beleg.evidence.frames import frame
from beleg.evidence.name_index import NameIndex
from beleg.evidence.passages import Place, SourceIndex
from beleg.language.clause_words import clause_words
from beleg.language.language import Language
from beleg.language.mention import Mention
from beleg.terms.token import Token

CLOSE = 0.75
"""Coverage of the sentence without its names from which another name of the passage stands in a name's place."""
SAME_MATTER = 0.5
"""The same where the two names stand in a slot that hardly is shared by chance."""
NARROW = 3
"""Words around a name that must be the same in a passage that covers the rest, for another name between them to
count.
"""
WIDE = 5
"""The same in a passage that covers half of the rest."""


class Exchanged:
    """The names of the sources, asked for by the words around them."""

    def __init__(self, index: SourceIndex, names: NameIndex, language: Language) -> None:
        self._index = index
        self._names = names
        self._language = language

    def in_same_words(
        self, mention: Mention, tokens: Sequence[Token], shares: Iterable[tuple[Place, float]]
    ) -> tuple[bool, tuple[Place, Mention, bool] | None]:
        """Whether a passage has this name, or one that it may stand for, in the same words; if not, the name that
        stands there.

        `tokens` are those of the draft's sentence, `shares` how well each place covers the rest of it. The name comes
        with whether it is certain.
        """
        found: tuple[Place, Mention, bool] | None = None
        for place, share in shares:
            theirs = self._index.sentence(place).tokens
            around = frame(mention.start, mention.end, tokens, theirs) if share >= SAME_MATTER else None
            if not around or around.width < (NARROW if share >= CLOSE else WIDE):
                continue
            between = [
                one
                for one in self._names.mentions(place)
                if around.start <= one.start and one.end == around.end
            ]
            if not between:
                continue
            if self._is(mention, between[0]):
                return True, None
            if self._may_stand_for(mention, between[0], tokens):
                continue
            if self._names.at(mention, place) and self._listed(mention, tokens):
                continue  # the same list in another order
            certain = share >= CLOSE and around.width >= WIDE and mention.certain and between[0].certain
            found = found or (place, between[0], certain)
        return False, found

    @staticmethod
    def _is(mention: Mention, other: Mention) -> bool:
        """Whether two names call somebody by the same surname, or the same place or body."""
        if mention.parts[-1] in other.parts or other.parts[-1] in mention.parts:
            return True
        whole = len(mention.parts) > 1 and len(other.parts) > 1 and not mention.known
        return bool(mention.known & other.known) or (
            not whole and bool(set(mention.parts) & set(other.parts))
        )

    def _may_stand_for(self, mention: Mention, other: Mention, tokens: Sequence[Token]) -> bool:
        """Whether a name of the draft may stand for another one in the same words."""
        if (mention.adjective, bool(mention.tail)) != (other.adjective, bool(other.tail)):
            return True
        if mention.kind and mention.kind == other.kind:
            return False  # two lakes are two lakes
        before = other.parts[-1].removesuffix(mention.parts[-1])
        if before != other.parts[-1] and before not in clause_words(self._language.code).turning_beginnings:
            return True  # "Südkorea" is in Korea
        before = tokens[mention.start - 1].text.lower() if mention.start else ""
        if self._names.stand_for_each_other(mention, other):
            # Where somebody is, the capital says more than the country.
            return before not in clause_words(self._language.code).where or self._names.has_capital(
                mention, other
            )
        if mention.certain or other.certain:
            return False
        # Two common nouns may mean the same: "Verfahren" and "Methoden".
        common = (
            all(self._is_word(one) for one in (mention, other))
            and before not in clause_words(self._language.code).where
        )
        return common or not both_bare(mention, other, self._language)

    def _listed(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether a name is one of several side by side: "Lindenau, Altdorf und Seeheim"."""
        joints = self._language.lexicon.conjunctions | {",", "/"}
        first = mention.start
        while first and tokens[first - 1].text.lower() in self._language.lexicon.determiners:
            first -= 1
        around = (*tokens[max(0, first - 1) : first], *tokens[mention.end : mention.end + 1])
        return any(token.text.lower() in joints for token in around)

    def _is_word(self, mention: Mention) -> bool:
        """Whether a name is also a word of the language."""
        spelling = self._language.spelling
        return spelling is not None and all(spelling.knows(part) for part in mention.parts)


def both_bare(mention: Mention, other: Mention, language: Language) -> bool:
    """Whether neither of two words that may be names is an inflected form or part of the other."""
    one, two = mention.parts[-1], other.parts[-1]
    return not (language.stem(one) in two or language.stem(two) in one)

"""Own counting: small numbers that a writer may have counted in the sources, where no source says them."""

from collections.abc import Sequence

from beleg.language.content import PART
from beleg.language.counting_words import counting_words
from beleg.language.language import Language
from beleg.language.quantity import ORDINAL, TIMES, Quantity
from beleg.terms.token import Token

SMALL = 12
"""Up to this number, newsrooms write numbers as words."""
_MARKS = frozenset(",:–—(-")
_LONGEST_MEMBER = 6
"""Words that a member of a list has at most: "der Stadtrat von Lindenau"."""


class OwnCounting:
    """What can be counted in a text: its own reasons and questions, the members of a list, things it names as often.

    Never people, whatever befell them: a toll that no source gives is no count of the writer's.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        words = counting_words(language.code).words
        self._of_texts, self._people = words["of_texts"], words["people"]
        self._known, self._listing = words["known"], words["listing"]

    def may_count(
        self, quantity: Quantity, tokens: Sequence[Token], passages: Sequence[Sequence[Token]]
    ) -> bool:
        """Whether a number of a sentence of the draft (`tokens`) can have been counted in these sentences of the
        sources.
        """
        here = [token for token in tokens if quantity.span.start <= token.start < quantity.span.end]
        if any(character.isdigit() for token in here for character in token.text):
            return False
        if quantity.indefinite or quantity.unit in (ORDINAL, TIMES):
            return True
        if quantity.unit or quantity.value > SMALL or quantity.value != int(quantity.value):
            return False
        members = int(quantity.value)
        if quantity.counted in self._of_texts or self._lists(tokens, members, after_mark=True):
            return True
        if not quantity.counted:
            before = [token.text.lower() for token in tokens if token.end <= quantity.start]
            return bool(before) and before[-1] in self._known
        if self.is_person(quantity.counted):
            return False
        return self._times_named(quantity.counted, passages) >= quantity.value or any(
            self._lists(passage, members, after_mark=False) for passage in passages
        )

    def is_person(self, noun: str) -> bool:
        """Whether a counted noun names people."""
        return self._language.is_title(noun.capitalize()) or any(
            noun == word or (len(word) >= PART and noun.endswith(word)) for word in self._people
        )

    def _times_named(self, noun: str, passages: Sequence[Sequence[Token]]) -> int:
        stem = self._language.stem(noun)
        return sum(
            self._language.stem(token.text.lower()) == stem for passage in passages for token in passage
        )

    def _lists(self, tokens: Sequence[Token], members: int, *, after_mark: bool) -> bool:
        """Whether a sentence lists so many: "Altdorf, Lindenau und Neustadt" for three.

        With `after_mark` only where a comma or colon stands before the first: "zwei Orte, Altdorf und Lindenau".
        """
        count, length, marked = 1, 0, False
        for token in tokens:
            if (token.text == "," and marked and 0 < length <= _LONGEST_MEMBER) or (
                token.text == "," and not after_mark and 0 < length <= _LONGEST_MEMBER
            ):
                count, length = count + 1, 0
            elif token.text in _MARKS:
                count, length, marked = 1, 0, True
            elif token.text.lower() in self._listing and 0 < length <= _LONGEST_MEMBER:
                if count + 1 == members and (marked or not after_mark):
                    return True
                count, length, marked = 1, 0, False
            else:
                length += 1
        return False

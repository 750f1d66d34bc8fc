"""Introductions: whether a text says who a person is that it names.

A person is introduced by a noun before the name ("Feuerwehrchef Karl Brandt", "mayor Claire Holt"), by what follows
it in commas, brackets or dashes ("Karl Brandt (SPD)"), by a preposition and a house ("Karl Brandt vom Bauamt"), or by
a verb that says what they are or do ("Brandt leitet …"). Deliberately generous: what may be an introduction is one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from beleg.language.language import Language
from beleg.language.persons import person_words
from beleg.language.word_lists import word_list
from beleg.terms.reading import Sentence
from beleg.terms.token import Token
from beleg.text.tokens import tokenize

_LONGEST_NAME = 3


class Introductions:
    """What a text says about the persons it names. Building it is linear in the length of the text."""

    def __init__(self, sentences: Iterable[Sentence], language: Language) -> None:
        self._language = language
        self._persons = person_words(language.code)
        words = word_list(f"beleg.language.{language.code}", "names.toml")
        self._housed_by = frozenset(words["before_house"].split())
        self._said_by = frozenset(words["introducing_verbs"].split())
        self._no_introduction = (
            language.function_words | language.lexicon.prepositions | language.lexicon.time_nouns
        )
        self._according = {phrase for group in language.lexicon.according.values() for phrase in group}
        self._mentions: dict[str, list[tuple[Sequence[Token], int]]] = defaultdict(list)
        self._described = False
        self._introduced: dict[tuple[str, ...], bool] = {}
        self._housed: dict[tuple[str, ...], bool] = {}
        for sentence in sentences:
            for at, token in enumerate(sentence.tokens):
                if token.text[0].isupper():
                    self._mentions[token.text].append((sentence.tokens, at))
                    self._described = self._described or self._describes(sentence.tokens, at)

    def person_in(self, words: str) -> tuple[str, ...]:
        """The parts of the person's name that these words begin with, if they are a first name and a surname; or
        nothing.
        """
        tokens = [token.text for token in tokenize(words)]
        name: list[str] = []
        for word in tokens:
            if not word[0].isupper():
                break
            name.append(word)
        known = bool(name) and name[0] in self._persons.first_names
        ended = len(tokens) == len(name) or tokens[len(name)] == ","
        return tuple(name) if known and ended and 1 < len(name) <= _LONGEST_NAME else ()

    def introduced(self, name: Sequence[str]) -> bool:
        """Whether the text says anything of what the person is; also if it describes somebody it may mean."""
        known = tuple(name)
        if known not in self._introduced:
            mentions = self._mentioned(name)
            self._introduced[known] = any(self._introduced_at(*at, name) for at in mentions)
        return self._described or self._introduced[known]

    def housed(self, name: Sequence[str]) -> bool:
        """Whether a house, party or place follows the person's name somewhere."""
        known = tuple(name)
        if known not in self._housed:
            after = [_word(tokens, at + 1) for tokens, at in self._mentioned(name)]
            self._housed[known] = any(word in self._housed_by or word == "(" for word in after)
        return self._housed[known]

    def _mentioned(self, name: Sequence[str]) -> list[tuple[Sequence[Token], int]]:
        surname = name[-1]
        forms = (surname, surname + "s", surname + "’s", surname + "'s", surname + "’", surname + "'")
        return [mention for form in forms for mention in self._mentions.get(form, ())]

    def _introduced_at(self, tokens: Sequence[Token], at: int, name: Sequence[str]) -> bool:
        begin = at
        while begin and tokens[begin - 1].text in name:
            begin -= 1
        before, after = _word(tokens, begin - 1), _word(tokens, at + 1)
        if before == "," and begin > 1:
            before = _word(tokens, begin - 2)
        no_noun = before.lower() in self._no_introduction
        if before[:1].isupper() and not no_noun and (before.lower(),) not in self._according:
            return True
        if self._persons.is_title(before) or after in ("(", ",", "–", "—"):
            return True
        return after in self._housed_by or after in self._said_by

    def _describes(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether "der Bürgermeister" stands here without a name after it, and may be anybody the text names."""
        if at == 0 or not self._persons.is_title(tokens[at].text):
            return False
        following = _word(tokens, at + 1)
        definite = tokens[at - 1].text.lower() in self._language.lexicon.determiners
        return definite and not following[:1].isupper()


def _word(tokens: Sequence[Token], at: int) -> str:
    """The word or mark at a place; empty outside the sentence."""
    return tokens[at].text if 0 <= at < len(tokens) else ""

"""The content words of a sentence, and which words of the sources mean the same.

Two words match if their stems are equal (weight 1), or if one stem is the beginning or the end of the other and at
least five letters long (weight 0.8): German compounds and derivations, "Verwaltung" in "Stadtverwaltung", "sperr-" in
"Sperrung". The rule of five letters is the usual one for decompounding in retrieval (Braschler & Ripplinger,
"How Effective is Stemming and Decompounding for German Text Retrieval?", Information Retrieval 7, 2004). Synonyms
match as well (weight 0.7).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from beleg.evidence.spelled import SpelledWords
from beleg.language.clause_words import clause_words
from beleg.language.content import PART, content_stems
from beleg.language.language import Language
from beleg.terms.span import Span
from beleg.terms.token import Token

PART_WEIGHT = 0.8
SYNONYM_WEIGHT = 0.7
"""What a synonym counts: it says about the same."""


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A word that carries content: its stems (a hyphenated word has one for each part) and where it stands.

    `infinitive` is the verb it is a form of; empty for other words.
    """

    span: Span
    stems: tuple[str, ...]
    infinitive: str = ""


def content_words(
    tokens: Sequence[Token], language: Language, leave_out: Sequence[Span] = ()
) -> list[ContentWord]:
    """The words of a sentence that carry content: no function words, numbers or marks, nothing in `leave_out`.

    A verb has the stem of its infinitive, with the particle that stands apart ("lehnte … ab"), which is then no word
    of its own.
    """
    return [
        ContentWord(Span(token.start, token.end), stems, infinitive)
        for token, stems, infinitive in _carrying(tokens, language, leave_out)
    ]


def by_stem(
    sentences: Sequence[Sequence[Token]], spelled: SpelledWords, language: Language
) -> dict[str, list[int]]:
    """For each stem of a content word the sentences that have it, in ascending order; `spelled` are their words."""
    # The stems of most sentences are those of their words; in the others words change by what stands around them.
    others = {number for number, tokens in enumerate(sentences) if _hangs_together(tokens, language)}
    words: dict[str, list[str]] = defaultdict(list)
    for word in spelled.where:
        for stem in _looked_up(word, language).stems:
            words[stem].append(word)
    found: dict[str, list[int]] = {}
    for stem, spellings in words.items():
        having = spelled.having(spellings)
        if having := having if others.isdisjoint(having) else [at for at in having if at not in others]:
            found[stem] = having
    for number in others:
        for stem in {stem for _, stems, _ in _carrying(sentences[number], language, ()) for stem in stems}:
            # A list of its own: the one found may be that of a spelling.
            found[stem] = sorted((*found.get(stem, ()), number))
    return found


def _hangs_together(tokens: Sequence[Token], language: Language) -> bool:
    """Whether a sentence may begin with a participle in a capital, or have a verb whose particle stands apart."""
    if not tokens:
        return False
    head = tokens[0].text
    if head[0].isupper() and language.participle(head.lower()):
        return True
    particles = language.particles
    return any(
        token.text.lower() in particles and _ends(tokens, number, language)
        for number, token in enumerate(tokens)
    )


_Carrying = tuple[Token, tuple[str, ...], str]
"""A word that carries content, with its stems and the verb it is a form of."""


def _carrying(tokens: Sequence[Token], language: Language, leave_out: Sequence[Span]) -> list[_Carrying]:
    words: list[_Carrying] = []
    verb: int | None = None
    for number, token in enumerate(tokens):
        # "Verletzt wurde niemand": a participle at the head of a sentence is written with a capital.
        head = number == 0 and language.participle(token.text.lower())
        word = _looked_up(token.text.lower() if head else token.text, language)
        if word.mark:
            verb = None
        if word.particle and verb is not None and _ends(tokens, number, language):
            finite, _, infinitive = words[verb]
            whole = word.particle + infinitive
            words[verb] = finite, (language.stem(whole),), whole
            verb = None
            continue
        if not word.stems:
            continue
        if leave_out and any(part.start <= token.start and token.end <= part.end for part in leave_out):
            continue
        words.append((token, word.stems, word.infinitive))
        if word.finite:
            verb = len(words) - 1
    return words


class _Word(NamedTuple):
    """What a word is wherever it stands; `stems` are empty for one without content."""

    mark: bool
    particle: str
    stems: tuple[str, ...] = ()
    infinitive: str = ""
    finite: bool = False


@lru_cache(maxsize=65_536)
def _looked_up(word: str, language: Language) -> _Word:
    lower = word.lower()
    mark, particle = not word[0].isalnum(), lower if lower in language.particles else ""
    stems = content_stems(word, language)
    if not stems:
        return _Word(mark, particle)
    if word[0].islower() and (infinitive := language.infinitive(lower)):
        finite = lower in language.lexicon.finite_forms
        return _Word(mark, particle, (language.stem(infinitive),), infinitive, finite)
    return _Word(mark, particle, stems)


def _ends(tokens: Sequence[Token], number: int, language: Language) -> bool:
    """Whether a clause ends after a token."""
    following = tokens[number + 1].text if number + 1 < len(tokens) else "."
    return not following[0].isalnum() or following.lower() in clause_words(language.code).joining


def alike(some: Sequence[ContentWord], others: Sequence[ContentWord]) -> bool:
    """Whether any of some words matches any of others: equal stems, or one the beginning or end of the other."""
    return any(
        short == long or (len(short) >= PART and (long.startswith(short) or long.endswith(short)))
        for one in some
        for other in others
        for mine in one.stems
        for theirs in other.stems
        for short, long in [sorted((mine, theirs), key=len)]
    )


class Vocabulary:
    """The stems of all sources, with a quick way to those a given stem matches."""

    def __init__(self, stems: Iterable[str], synonyms: Mapping[str, frozenset[str]] | None = None) -> None:
        self._stems = frozenset(stems)
        self._synonyms = synonyms or {}
        self._by_head: dict[str, list[str]] = defaultdict(list)
        self._by_tail: dict[str, list[str]] = defaultdict(list)
        for stem in self._stems:
            if len(stem) >= PART:
                self._by_head[stem[:PART]].append(stem)
                self._by_tail[stem[-PART:]].append(stem)
        self._matches: dict[str, dict[str, float]] = {}

    def matches(self, stem: str) -> dict[str, float]:
        """The stems of the sources that match `stem`, with their weight."""
        known = self._matches.get(stem)
        if known is None:
            known = {stem: 1.0} if stem in self._stems else {}
            known.update((one, SYNONYM_WEIGHT) for one in self._synonyms.get(stem, ()) if one in self._stems)
            if len(stem) >= PART:
                for other in self._by_head[stem[:PART]]:
                    if other != stem and (other.startswith(stem) or stem.startswith(other)):
                        known[other] = PART_WEIGHT
                for other in self._by_tail[stem[-PART:]]:
                    if other != stem and (other.endswith(stem) or stem.endswith(other)):
                        known[other] = PART_WEIGHT
            self._matches[stem] = known
        return known

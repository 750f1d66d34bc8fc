"""German proper names: which capitalised words name a person, a place or a body.

German writes every noun with a capital, so a capital alone says nothing. A run of capitalised words is taken for a
name when a word before it says so (a title: "Bürgermeisterin Weber"), when it begins with a first name, or when two
capitalised words follow each other of which neither is a unit, a month or the like. Heuristics after the contexts
named by Rössler, "Corpus-based Learning of Lexical Resources for German Named Entity Recognition" (LREC 2004).
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from beleg.language.first_names import first_names
from beleg.language.lexicon import Gender
from beleg.terms.span import Span
from beleg.terms.token import Token

_DESCRIBING = frozenset(
    "der die das dem den des ein eine einem einen einer eines im am zum zur beim vom ins ans seine seiner seinem seinen "
    "ihre ihrer ihrem ihren kein keine keinem keinen keiner diese dieser diesem diesen".split()
)


class _Lexicon(NamedTuple):
    titles: tuple[str, ...]
    title_words: frozenset[str]
    plain_nouns: frozenset[str]
    particles: frozenset[str]
    numerals: frozenset[str]
    adjectives: frozenset[str]
    adjective_endings: tuple[str, ...]


@cache
def _lexicon() -> _Lexicon:
    data = tomllib.loads(files(__package__).joinpath("names.toml").read_text("utf-8"))
    titles = frozenset(data["titles"].split())
    return _Lexicon(
        titles=tuple(sorted(title.lower() for title in titles if len(title) > 3)),
        title_words=titles,
        plain_nouns=frozenset(data["plain_nouns"].split()),
        particles=frozenset(data["particles"].split()),
        numerals=frozenset(data["numerals"].split()),
        adjectives=frozenset(data["adjectives"].split()),
        adjective_endings=tuple(data["adjective_endings"].split()),
    )


def plain_nouns() -> frozenset[str]:
    """Nouns that stand beside others in capitals without being a name: months, units."""
    return _lexicon().plain_nouns


def is_first_name(word: str) -> bool:
    """Whether the word is a frequent first name, also in the genitive ("Annas")."""
    known = first_names(__package__)
    return word in known or word.removesuffix("s") in known


def gender(word: str) -> Gender:
    """Whether women or men bear a first name; unknown where both do, and for words that are none."""
    return first_names(__package__).get(word, Gender.UNKNOWN)


@cache
def is_title(word: str) -> bool:
    """Whether the word is a title or function that stands before a person's name, also as end of a compound."""
    return word in _lexicon().title_words or (word[:1].isupper() and word.lower().endswith(_lexicon().titles))


def names(tokens: Sequence[Token], known_words: frozenset[str] = frozenset()) -> list[Span]:
    """The proper names among the tokens of one sentence, in order; titles are not part of a name.

    `known_words` are lower-case words that open a sentence without being a name (articles, adverbs): the first
    word of a sentence is capitalised whatever it is.
    """
    found: list[Span] = []
    index = 0
    while index < len(tokens):
        if not _capitalised(tokens[index], known_words, first=index == 0):
            index += 1
            continue
        run = [index]
        end = index + 1
        while end < len(tokens):
            if _capitalised(tokens[end], known_words, first=False):
                run.append(end)
                end += 1
            elif (after := _after_particles(tokens, end)) and is_first_name(tokens[run[-1]].text):
                # "Anna von Berg" is a name, in "Anna Kern von der Bahn" the surname comes first.
                run.extend(range(end, after))
                end = after
            else:
                break
        name = _name_in(
            run, tokens, described=index > 0 and is_described(tokens[index - 1].text, known_words)
        )
        if name:
            found.append(Span(tokens[name[0]].start, tokens[name[-1]].end))
        index = end
    return found


def opens_noun_phrase(word: str) -> bool:
    """Whether the first word of a sentence is an adjective or number before a noun: "Verlässliche Zahlen"."""
    if is_first_name(word) or is_title(word):
        return False
    lexicon = _lexicon()
    low = word.lower()
    stem = next((low[: -len(ending)] for ending in ("er", "en", "es", "em", "e") if low.endswith(ending)), "")
    return word in lexicon.numerals or stem in lexicon.adjectives or stem.endswith(lexicon.adjective_endings)


def is_common(word: str) -> bool:
    """Whether the word is one of the nouns of measure and time that stand without an article: "Prozent", "Montag"."""
    return word in _lexicon().plain_nouns or word in _lexicon().numerals


def is_described(word: str, known_words: frozenset[str]) -> bool:
    """Whether the word before is an article or has an adjective's ending: then a noun follows more often than a name.

    "Über" and "gegen" end like adjectives; `known_words` has them.
    """
    low = word.lower()
    if low in _DESCRIBING:
        return True
    return word[0].islower() and low not in known_words and low.endswith(("e", "er", "em", "en", "es"))


def _after_particles(tokens: Sequence[Token], at: int) -> int:
    """Where a name goes on after "von der" and the like, the next capitalised word included; 0 if it does not."""
    end = at
    while end < len(tokens) and end - at < 3 and tokens[end].text in _lexicon().particles:
        end += 1
    if end == at or end == len(tokens) or not tokens[end].text[0].isupper():
        return 0
    return end + 1


def _capitalised(token: Token, known_words: frozenset[str], *, first: bool) -> bool:
    word = token.text
    if not word[0].isalpha() or not word[0].isupper():
        return False
    return not (word.lower() in known_words and (first or len(word) < 4))


def _name_in(run: Sequence[int], tokens: Sequence[Token], *, described: bool) -> list[int]:
    """The indices of the name in a run of capitalised words; empty if it holds none.

    After an article (`described`) two capitalised words are two nouns more often than a name: "dem Mann Wasser".
    """
    lexicon = _lexicon()
    after_title = False
    rest = list(run)
    if rest[:1] == [0] and len(rest) == 2 and opens_noun_phrase(tokens[0].text):
        return []
    if len(rest) > 2 and tokens[rest[0]].text.endswith("s") and is_title(tokens[rest[1]].text):
        rest.pop(0)  # "Serbiens Präsident Boris Tadić": whose president comes first
    while rest and is_title(tokens[rest[0]].text.rstrip(".")) and not is_first_name(tokens[rest[0]].text):
        after_title = True
        rest.pop(0)
    for cut, at in enumerate(rest):
        if tokens[at].text in lexicon.plain_nouns:
            rest = rest[:cut]
            break
    for position, at in enumerate(rest):
        word = tokens[at].text
        if (
            word not in first_names(__package__)
            and word.removesuffix("s") in first_names(__package__)
            and not after_title
        ):
            return [at]  # "Annas Brief": the genitive ends the name
        if is_first_name(word) and position + 1 < len(rest):
            return rest[position:]
    if after_title or (rest and is_first_name(tokens[rest[0]].text)):
        return rest
    if len(rest) > 1 and not described:
        # "Altenbrucks Rathaus": the genitive ends the name.
        return rest[:1] if tokens[rest[0]].text.endswith("s") else rest
    return []

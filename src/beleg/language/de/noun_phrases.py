"""German noun phrases, by capitals and closed classes: "Peter Rau, ein Experte für Brücken".

No tagger: a noun is a capitalised word, an adjective a small one with an adjective's ending before it.
"""

import re
from typing import Final

from beleg.language.de.names import is_title
from beleg.language.lexicon import Lexicon
from beleg.language.words import Words

_OPENING: Final = frozenset('„“"»«‚›‹')
_CLOSING: Final = frozenset('“”"«»‘’‹›')
_ADJECTIVE_ENDINGS: Final = ("e", "en", "er", "es", "em")
_ADVERB_ENDINGS: Final = (
    "lich",
    "isch",
    "weise",
    "maßen",
    "gemäß",
    "dessen",
    "mals",
    "falls",
    "seits",
    "wärts",
)
# Names that begin with a small letter: "d'Aosta", "n24", "n-tv".
_SMALL_NAME: Final = re.compile(r"[dl]['’][A-ZÄÖÜ]|[a-z]+\d+\Z|[a-z]-[a-z]{2}\Z")
# A noun that begins with a number: "54-Jährige", "3-Sterne-Koch".
_NUMBERED: Final = re.compile(r"\d+-[A-ZÄÖÜ]")
_PARTICLES: Final = frozenset("von van de der den zu zur bin ibn al el la le di da del dos du ter".split())
_ABBREVIATED: Final = frozenset("dr prof dipl ing med jur st hl h c rer nat sen jun".split())
_GENITIVE: Final = frozenset(
    "des der eines einer dieser dieses seiner ihrer seines ihres deren dessen unserer jener".split()
)
_ATTACHING: Final = frozenset("von vom für aus im in zur zum beim bei am".split())
_LOOSE: Final = frozenset("in im bei beim am zum zur aus".split())
_TITLES_ONLY: Final = frozenset("bei beim zum zur".split())
_INDEFINITE: Final = frozenset("ein eine einem einen einer seinem seiner ihrem ihrer dieser diesem".split())
_NO_GENITIVE: Final = frozenset(
    "immer später früher weiter bisher seither daher jeder welcher dieser jener unser".split()
)
_APART: Final = frozenset("interview gespräch rahmen anschluss hinblick vorfeld".split())
_LONGEST_TITLE: Final = 8
_MOST_ADJECTIVES: Final = 5
_FURTHEST: Final = 30


def noun_phrase(lexicon: Lexicon, words: Words, at: int, end: int) -> int:
    """Where the noun phrase that begins at `at` ends, attributes and apposition included; `at` if there is none."""
    end = min(end, at + _FURTHEST)
    reached = _with_attributes(lexicon, words, at, end)
    if reached == at or words.low[at] in lexicon.pronouns:
        return reached
    return _with_apposition(lexicon, words, reached, end)


def _with_apposition(lexicon: Lexicon, words: Words, reached: int, end: int) -> int:
    """Take in ", ein Experte für Brücken" if it ends where its clause does."""
    if reached + 1 >= end or words.low[reached] != ",":
        return reached
    first = reached + 1
    if words.low[first] in lexicon.pronouns and words.low[first] not in lexicon.determiners:
        return reached
    after = _with_attributes(lexicon, words, first, end)
    if after > first and (after == len(words) or words.low[after] in {",", ":", "."}):
        return after
    return reached


def _with_attributes(lexicon: Lexicon, words: Words, at: int, end: int) -> int:
    reached = _core(lexicon, words, at, end)
    if reached == at or (reached == at + 1 and words.low[at] in lexicon.pronouns):
        return reached
    bare = at > 0 and words.low[at] not in lexicon.determiners
    while reached < end:
        further = _attribute(lexicon, words, reached, end, bare=bare)
        if further == reached:
            break
        reached = further
    return reached


def _attribute(lexicon: Lexicon, words: Words, at: int, end: int, *, bare: bool) -> int:
    """Where one attribute that begins at `at` ends; `at` if there is none."""
    word = words.low[at]
    if word == "(":
        return _closed(words, at, end, frozenset(")"))
    if words.tokens[at].text in _OPENING:
        return _closed(words, at, end, _CLOSING)
    if word in _GENITIVE and not (bare and word == "der" and not _takes_genitive(lexicon, words, at - 1)):
        after = _core(lexicon, words, at, end)
        return after if after > at + 1 else at
    if word.endswith("er") and _strong_genitive(lexicon, words, at, end):
        return _core(lexicon, words, at, end)
    if word in _ATTACHING or word in lexicon.conjunctions:
        if word in _LOOSE and not _keeps(lexicon, words, at):
            return at
        after = _core(lexicon, words, at + 1, end)
        nouns = words.low[at + 1 : after]
        if after > at + 1 and not any(noun in lexicon.time_nouns or noun in _APART for noun in nouns):
            # "und er" begins a clause of its own.
            return at if nouns[0] in lexicon.pronouns and len(nouns) == 1 else after
    return at


def _strong_genitive(lexicon: Lexicon, words: Words, at: int, end: int) -> bool:
    """Whether "kommunaler" at `at` begins a genitive without an article: "Verband kommunaler Unternehmen"."""
    word = words.low[at]
    return (
        at + 1 < end
        and len(word) > 4
        and words.capitalised(at + 1)
        and not words.capitalised(at)
        and word not in lexicon.prepositions
        and word not in lexicon.adverbs
        and word not in lexicon.other_subordinators
        and word not in lexicon.conjunctions
        and word not in _NO_GENITIVE
    )


def _keeps(lexicon: Lexicon, words: Words, at: int) -> bool:
    """Whether "in Bonn" or "für Brücken" belongs to the noun before it; "in einem Interview" is where it was said."""
    following = words.low[at + 1] if at + 1 < len(words) else ""
    if following in _INDEFINITE or following in lexicon.possessives:
        return False
    return words.low[at] not in _TITLES_ONLY or is_title(words.tokens[at - 1].text)


def _takes_genitive(lexicon: Lexicon, words: Words, at: int) -> bool:
    """Whether a noun without an article takes "der X" as its genitive: "Sprecher der Bahn", "Angaben der Polizei".

    After a bare name "der X" is whom it is said to: "sagte Weber der Zeitung".
    """
    return is_title(words.tokens[at].text) or words.low[at].endswith(lexicon.accounts)


def _core(lexicon: Lexicon, words: Words, at: int, end: int) -> int:
    """Determiner, adjectives, and the run of capitalised words they belong to."""
    if at < end and words.tokens[at].text in _OPENING:
        return _closed(words, at, end, _CLOSING)
    reached = at
    while reached < min(end, at + 2) and words.low[reached] in lexicon.determiners:
        reached += 1
    if reached < end and words.tokens[reached].text in _OPENING and reached > at:
        return _closed(words, reached, end, _CLOSING)
    if reached > at and reached < end and words.low[reached] in lexicon.prepositions:
        return _with_extended_attribute(lexicon, words, at, reached, end)
    head = _past_adjectives(lexicon, words, reached, end)
    after = _head(lexicon, words, head, end)
    if after > head:
        return after
    return at + 1 if at < end and words.low[at] in lexicon.pronouns else at


def _with_extended_attribute(lexicon: Lexicon, words: Words, start: int, at: int, end: int) -> int:
    """ "der für Brücken zuständige Prüfer": a phrase between the article and an adjective."""
    inner = _core(lexicon, words, at + 1, end) if words.low[at + 1 : at + 2] else at + 1
    if inner <= at + 1 or inner >= end or words.capitalised(inner):
        return start
    head = _past_adjectives(lexicon, words, inner, end)
    after = _head(lexicon, words, head, end) if head > inner else head
    return after if after > head > inner else start


def _past_adjectives(lexicon: Lexicon, words: Words, at: int, end: int) -> int:
    reached = at
    while reached < min(end, at + _MOST_ADJECTIVES):
        word = words.low[reached]
        if _noun(words, reached):
            return reached if reached == at or _adjective_end(words, reached - 1) else at
        if word[0].isdigit() or (word == "." and reached > at and words.low[reached - 1].isdigit()):
            reached += 1
        elif (
            not word[0].isalpha()
            or word in lexicon.finite
            or word in lexicon.prepositions
            or word in lexicon.relatives
            or (word in lexicon.verbs and not word.endswith(_ADJECTIVE_ENDINGS))
        ):
            return at
        else:
            reached += 1
    return at


def _noun(words: Words, at: int) -> bool:
    """Whether a word is written like a noun: with a capital, or with one after a number."""
    return words.capitalised(at) or _NUMBERED.match(words.tokens[at].text) is not None


def _adjective_end(words: Words, at: int) -> bool:
    word = words.low[at]
    return word.endswith(_ADJECTIVE_ENDINGS) or word[0].isdigit() or word == "."


def _head(lexicon: Lexicon, words: Words, at: int, end: int) -> int:
    """The run of capitalised words that begins at `at`, with the particles and abbreviations of names."""
    if at < end and (address := _address(words, at, end)) > at:
        return address
    if at >= end or not _noun(words, at) or _function_word(lexicon, words, at):
        return at
    reached = at + 1
    while reached < end:
        word = words.low[reached]
        if (
            (words.capitalised(reached) and word not in lexicon.pronouns)
            or (word == "." and (len(words.low[reached - 1]) == 1 or words.low[reached - 1] in _ABBREVIATED))
            or _SMALL_NAME.match(words.tokens[reached].text)
        ):
            reached += 1
        elif (joined := _joined(words, reached, end)) > reached:
            reached = joined
        elif (
            word in _PARTICLES
            and reached - at <= 2
            and reached + 1 < end
            and words.capitalised(reached + 1)
            and _name_particle(words, reached)
        ):
            reached += 2
        else:
            break
    return reached


def _address(words: Words, at: int, end: int) -> int:
    """Where a name with a full stop inside ends: "rathaus.example"; `at` if none begins here."""
    reached = at
    while (
        reached + 2 < end
        and words.low[reached + 1] == "."
        and words.low[reached + 2].isalpha()
        and words.low[reached].isalpha()
        and words.tokens[reached].end == words.tokens[reached + 1].start
        and words.tokens[reached + 1].end == words.tokens[reached + 2].start
    ):
        reached += 2
    return reached + 1 if reached > at else at


def _joined(words: Words, at: int, end: int) -> int:
    """Where a name goes on that a mark or number stands in: "Bündnis 90/Die Grünen", "Bayer 04 Leverkusen"."""
    if at + 1 >= end:
        return at
    word = words.low[at]
    if word == "/" and words.capitalised(at + 1):
        return at + 2
    if (
        word == "."
        and words.tokens[at - 1].end == words.tokens[at].start
        and (words.tokens[at].end == words.tokens[at + 1].start and words.is_word(at + 1))
    ):
        return at + 2
    if word.isdigit() and len(word) < 4 and (words.capitalised(at + 1) or words.low[at + 1] == "/"):
        return at + 1
    return at


def _name_particle(words: Words, at: int) -> bool:
    """Whether "der" or "von" at `at` belongs to a surname rather than beginning an attribute."""
    word = words.low[at]
    return word not in _GENITIVE and word not in _ATTACHING and word not in {"den", "zu"}


def _function_word(lexicon: Lexicon, words: Words, at: int) -> bool:
    """Whether a capital at the head of a sentence stands on a word that is no noun."""
    word = words.low[at]
    return at <= 1 and (
        (at == 0 and word.endswith(_ADVERB_ENDINGS))
        or word in lexicon.prepositions
        or word in lexicon.adverbs
        or word in lexicon.other_subordinators
        or word in lexicon.subordinators
        or word in lexicon.pronouns
        or word in lexicon.determiners
        or word in lexicon.as_told
    )


def _closed(words: Words, at: int, end: int, closing: frozenset[str]) -> int:
    """Past the bracket or name in marks that begins at `at`, and a compound's tail after it („Bild“-Zeitung)."""
    for close in range(at + 1, min(end, at + _LONGEST_TITLE + 1)):
        if words.tokens[close].text in closing:
            if close + 2 < end and words.low[close + 1] == "-" and words.capitalised(close + 2):
                return close + 3
            return close + 1
    return at

"""In which slot of its sentence a name stands.

Two names compete for the same slot if they depend in the same way on the same word: both follow the same noun
("Staatsanwaltschaft Hof", "Staatsanwaltschaft Bayreuth"; "Widerstand Chinas", "Widerstand Russlands"), stand before it
("französische Truppen", "italienische Truppen"; "US-Modelle", "EU-Modelle"), follow the same preposition beside the
same word ("Treffen mit Tadić", "Treffen mit Cvetković"), are listed with the same name ("neben Japan und Norwegen")
or stand next to the same verb. Articles, adjectives and titles between them are passed over. (Duden, Die Grammatik, on
attributes and on the bracket of the noun phrase.)
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from beleg.language.clause_words import clause_words
from beleg.language.language import Language
from beleg.language.mention import Mention
from beleg.terms.token import Token

OPENING_MARKS = frozenset('„“»«"‚‘')
"""Quotation marks that a name may stand in."""
IN_BRACKETS = "in brackets after"
CALLED = "called"
BESIDE_PREPOSITION = " (preposition) "
_REACH = 5
"""Tokens away from a name in which the word it depends on is looked for."""


def firm_slots(
    mention: Mention, among: Sequence[Mention], tokens: Sequence[Token], language: Language
) -> set[str]:
    """The slots of a name that hardly two names of different sentences share by chance."""
    return set(_firm(mention, among, tokens, language))


def governed(mention: Mention, tokens: Sequence[Token], language: Language) -> bool:
    """Whether a preposition governs the phrase a name stands in: "laut dem Konzertbüro Richard Weber"."""
    lexicon = language.lexicon
    for at in range(_left_of(mention, tokens), max(-1, mention.start - 1 - _REACH), -1):
        low = tokens[at].text.lower()
        if low in lexicon.prepositions:
            return True
        inside = (
            tokens[at].text[0].isupper()
            or low in lexicon.determiners
            or low.endswith(clause_words(language.code).attribute_endings)
        )
        if not inside or low in lexicon.finite_forms:
            return False
    return False


def kind_before(mention: Mention, tokens: Sequence[Token], language: Language) -> str:
    """The stem of the noun with an article that a name stands right behind: "die Reederei Kolb"; empty where there is
    none.
    """
    noun = _left_of(mention, tokens)
    if noun < 1 or not _is_noun(tokens[noun], (), language):
        return ""
    before = _passed_over(noun - 1, tokens, language)
    article = next((at for at in range(noun - 1, before, -1) if _is_article(tokens[at], language)), None)
    return language.stem(tokens[noun].text) if article is not None else ""


def loose_slots(mention: Mention, tokens: Sequence[Token], language: Language) -> set[str]:
    """The slots of a name that count only where all else is the same: a preposition alone, a verb beside it."""
    found = set()
    before = _passed_over(_left_of(mention, tokens), tokens, language)
    if before >= 0 and _is_preposition(tokens[before], language):
        found.add(f"{tokens[before].text.lower()} …")
    elif before >= 0 and _is_content(tokens[before], language):
        found.add(f"beside {language.stem(tokens[before].text)}")
    straight = _left_of(mention, tokens)
    if straight >= 0 and _is_content(tokens[straight], language):
        found.add(f"beside {language.stem(tokens[straight].text)}")
    if mention.end < len(tokens) and _is_content(tokens[mention.end], language):
        found.add(f"beside {language.stem(tokens[mention.end].text)}")
    return found


def _firm(
    mention: Mention, among: Sequence[Mention], tokens: Sequence[Token], language: Language
) -> Iterator[str]:
    if mention.tail:
        yield f"before {language.stem(mention.tail)}"
    after = mention.end
    owning = mention.adjective or tokens[mention.end - 1].text.endswith(("s", "’", "'"))
    if owning and after < len(tokens) and _is_noun(tokens[after], among, language):
        yield f"before {language.stem(tokens[after].text)}"
    yield from _listed(mention, among, tokens, language)
    yield from _in_apposition(mention, tokens, language)
    straight = _left_of(mention, tokens)
    if straight >= 0 and _is_noun(tokens[straight], among, language):
        yield f"after {language.stem(tokens[straight].text)}"
        whose = straight - 2
        if (
            whose >= 0
            and _is_article(tokens[whose + 1], language)
            and _is_noun(tokens[whose], among, language)
        ):
            yield f"after {language.stem(tokens[whose].text)}"  # "Gouverneurin des Bundesstaates Illinois"
    if straight > 1 and tokens[straight].text == "(":
        straight = _before_spelled_out(straight - 1, tokens)
    before = _passed_over(straight, tokens, language)
    if before < 0:
        return
    if before < straight and _is_noun(tokens[before], among, language):
        yield f"after {language.stem(tokens[before].text)}"
    if _is_preposition(tokens[before], language):
        preposition = tokens[before].text.lower()
        if (
            preposition in language.lexicon.owners
            and before
            and _is_noun(tokens[before - 1], among, language)
        ):
            yield f"after {language.stem(tokens[before - 1].text)}"  # "von" in place of a genitive
        left = (tokens[at] for at in range(before - 1, max(-1, before - 1 - _REACH), -1))
        right = (tokens[at] for at in range(mention.end, min(len(tokens), mention.end + _REACH)))
        for side, near in (("after", left), ("before", right)):
            for token in islice((one for one in near if _is_content(one, language)), 1):
                yield f"{preposition}{BESIDE_PREPOSITION}{side} {language.stem(token.text)}"


def _listed(
    mention: Mention, among: Sequence[Mention], tokens: Sequence[Token], language: Language
) -> Iterator[str]:
    """The names that it is listed with, or that it stands behind in brackets."""
    joints = language.lexicon.conjunctions | {",", "/"}
    for other in among:
        if other.end == mention.start - 1 and tokens[other.end].text == "(":
            yield f"{IN_BRACKETS} {other.parts[-1]}"
        between = None
        if other.end == mention.start - 1:
            between = other.end
        elif mention.end == other.start - 1:
            between = mention.end
        if between is not None and tokens[between].text.lower() in joints:
            yield f"beside {other.parts[-1]}"


def _in_apposition(mention: Mention, tokens: Sequence[Token], language: Language) -> Iterator[str]:
    """What it is called after a comma: "Anna Weber, die Leiterin der Bauaufsicht"; by two words, for there are many
    leaders.
    """
    after = mention.end
    if after + 1 >= len(tokens) or tokens[after].text != ",":
        return
    article = tokens[after + 1].text.lower()
    if article not in language.lexicon.determiners:
        return
    near = (one for one in tokens[after + 2 : after + 2 + _REACH] if one.text[0].isalpha())
    words = [one for one in near if _is_content(one, language) and one.text[0].isupper()]
    if language.lexicon.nouns_capitalised and len(words) > 1:
        yield f"{CALLED} {language.stem(words[0].text)} {language.stem(words[1].text)}"


def _before_spelled_out(at: int, tokens: Sequence[Token]) -> int:
    """The token before the name that brackets abbreviate: "das Amt der Europäischen Weltraumorganisation (ESA)"."""
    first = at
    while first > 0 and tokens[first - 1].text[0].isupper() and at - first < _REACH:
        first -= 1
    return first - 1


def _left_of(mention: Mention, tokens: Sequence[Token]) -> int:
    """The token before a name; before the mark where the name stands in quotation marks: "die Zeitung „Lindenauer
    Bote“".
    """
    before = mention.start - 1
    return before - 1 if before > 0 and tokens[before].text in OPENING_MARKS else before


def _passed_over(at: int, tokens: Sequence[Token], language: Language) -> int:
    """The last token at or before `at` that is no article, adjective or title; -1 if there is none near."""
    lexicon = language.lexicon
    for here in range(at, max(-1, at - _REACH), -1):
        word, low = tokens[here].text, tokens[here].text.lower()
        if low in lexicon.prepositions:
            return here
        title = word[0].isupper() and is_title(word, language)
        adjective = (
            lexicon.nouns_capitalised
            and word[0].islower()
            and low.endswith(clause_words(language.code).attribute_endings)
            and low not in lexicon.finite_forms
        )
        if not (title or low in lexicon.determiners or adjective):
            return here
    return -1


def is_title(word: str, language: Language) -> bool:
    """Whether a word is a title, in the genitive as well: "des Landrats", "des Präsidenten"."""
    return any(language.is_title(word.removesuffix(ending)) for ending in ("", "s", "es", "n", "en"))


def _is_preposition(token: Token, language: Language) -> bool:
    return token.text.lower() in language.lexicon.prepositions


def _is_article(token: Token, language: Language) -> bool:
    return token.text.lower() in language.lexicon.determiners


def _is_content(token: Token, language: Language) -> bool:
    word = token.text
    return word[0].isalpha() and len(word) > 1 and word.lower() not in language.function_words


def _is_noun(token: Token, among: Sequence[Mention], language: Language) -> bool:
    if not _is_content(token, language):
        return False
    if not language.lexicon.nouns_capitalised:
        return token.text.lower() not in language.lexicon.prepositions
    return token.text[0].isupper() and not any(
        one.certain and not one.tail and one.span.start <= token.start < one.span.end for one in among
    )

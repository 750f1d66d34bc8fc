"""Names in German sentences, single words included.

German writes every noun with a capital. A single capitalised word is certainly a name where it is known as a place or
body, written in capitals ("RWE"), or a designation ("B27"); without an article or adjective before it, it may be one:
German sets an article before most nouns in the singular and none before the names of people and places (Duden, Die
Grammatik, on the article with proper names).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from beleg.language.de.names import is_common, is_described, is_first_name, is_title, names, opens_noun_phrase
from beleg.language.de.places import is_adjective, kind_of_place, known_name
from beleg.language.mention import Bearer, Known, Mention, plain
from beleg.terms.span import Span
from beleg.terms.token import Token

_DESIGNATION: Final = re.compile(r"[A-ZÄÖÜ]+[-‑]?\d+[a-z]?")
_LETTERS: Final = re.compile(r"[A-ZÄÖÜ]{2,}[a-z]?|[A-ZÄÖÜ][a-zäöü]?[A-ZÄÖÜ]+")
_ROMAN: Final = re.compile(r"[IVX]+")
_LONG_ENOUGH: Final = 3
_NOUN_ENDINGS: Final = (
    *(
        "ung",
        "ungen",
        "heit",
        "heiten",
        "keit",
        "keiten",
        "schaft",
        "schaften",
        "tion",
        "tionen",
        "tät",
        "täten",
    ),
    *("ismus", "nis", "nisse", "nissen", "tum", "ment", "mente", "chen", "lein"),
)
"""Endings that make common nouns (Duden, Die Grammatik, on derivation)."""
_HYPHEN: Final = re.compile(r"[-‐‑]")


def mentions(tokens: Sequence[Token], function_words: frozenset[str]) -> list[Mention]:
    """The names of a sentence in order, with the single capitalised words that may be names."""
    return list(_read(tuple(tokens), function_words))


@lru_cache(maxsize=16_384)
def _read(tokens: tuple[Token, ...], function_words: frozenset[str]) -> tuple[Mention, ...]:
    """The sources of a dossier stay the same from check to check."""
    at = {token.start: number for number, token in enumerate(tokens)}
    runs = {
        at[span.start]: next(
            (n for n in range(at[span.start], len(tokens)) if tokens[n].end == span.end), at[span.start]
        )
        + 1
        for span in names(tokens, function_words)
    }
    found: list[Mention] = []
    here = 0
    while here < len(tokens):
        if here in runs:
            found.append(_run(tokens, here, runs[here]))
            here = runs[here]
        else:
            found += _single(tokens, here, function_words)
            here += 1
    return tuple(_joined(found))


def _joined(found: Sequence[Mention]) -> list[Mention]:
    """Single words side by side of which none is certain are one name: "Amnesty International"."""
    joined: list[Mention] = []
    for mention in found:
        last = joined[-1] if joined else None
        if (
            last
            and last.end == mention.start
            and not (last.certain or mention.certain or last.tail or last.kind or mention.kind)
        ):
            joined[-1] = replace(
                last,
                end=mention.end,
                span=Span(last.span.start, mention.span.end),
                parts=(*last.parts, *mention.parts),
                tail=mention.tail,
            )
        else:
            joined.append(mention)
    return joined


def _run(tokens: Sequence[Token], start: int, end: int) -> Mention:
    words = [token.text for token in tokens[start:end]]
    known = [one for word in words if (one := known_name(word))]
    person = is_first_name(words[0]) or (start > 0 and is_title(tokens[start - 1].text.rstrip(".")))
    bearer = Bearer.PERSON if person else known[0].bearer if known else Bearer.UNKNOWN
    return Mention(
        start=start,
        end=end,
        span=Span(tokens[start].start, tokens[end - 1].end),
        parts=tuple(plain(word) for word in words if word[0].isupper()),
        bearer=bearer,
        certain=person or bool(known) or len(words) > 1,
        known=frozenset() if person else frozenset(one.key for one in known),
    )


def _single(tokens: Sequence[Token], at: int, function_words: frozenset[str]) -> Iterator[Mention]:
    word = tokens[at].text
    if not word[0].isalpha() or len(word) < 2:
        return
    if _HYPHEN.search(word) and word[0].isupper() and not known_name(word):
        if at and is_title(tokens[at - 1].text) and not is_title(word):
            yield _mention(tokens, at, Known("", Bearer.PERSON), certain=True)
        else:
            yield from _compound(tokens, at)
        return
    known = known_name(word) if len(word) >= _LONG_ENOUGH or word.isupper() else None
    if known and not (at == 0 and word.lower() in function_words):
        yield _mention(tokens, at, known, certain=True, adjective=is_adjective(word))
    elif _DESIGNATION.fullmatch(word) or (_LETTERS.fullmatch(word) and not _ROMAN.fullmatch(word)):
        yield _mention(tokens, at, Known("", Bearer.BODY), certain=True)
    elif word[0].isupper() and (kind := kind_of_place(word)):
        yield replace(_mention(tokens, at, Known("", Bearer.PLACE), certain=False), kind=kind)
    elif word[0].isupper() and len(word) >= _LONG_ENOUGH and word.lower() not in function_words:
        before = tokens[at - 1].text if at else ""
        further = at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()
        if is_common(word) or is_title(word) or word.endswith(_NOUN_ENDINGS):
            return
        if at == 0 and further and opens_noun_phrase(word):
            return
        # "hisste Amnesty International": before two capitalised words "-te" is a verb's ending rather than an
        # adjective's.
        if not before or not is_described(before, function_words) or (further and before.endswith("te")):
            yield _mention(tokens, at, Known("", Bearer.UNKNOWN), certain=False)


def _compound(tokens: Sequence[Token], at: int) -> Iterator[Mention]:
    """A name at the head of a compound: "US-Modellen", "Trigema-Chef"."""
    head, _, tail = tokens[at].text.rpartition("-")
    if not head or not tail or not tail[0].isupper():
        return
    known = known_name(head)
    letters = bool(_LETTERS.fullmatch(head.partition("-")[0]))
    bearer = known.bearer if known else Bearer.BODY if letters else Bearer.UNKNOWN
    yield Mention(
        start=at,
        end=at + 1,
        span=Span(tokens[at].start, tokens[at].end),
        parts=tuple(plain(part) for part in head.split("-")),
        bearer=bearer,
        certain=bool(known) or letters,
        known=frozenset([known.key]) if known else frozenset(),
        tail=tail,
    )


def _mention(
    tokens: Sequence[Token], at: int, known: Known, *, certain: bool, adjective: bool = False
) -> Mention:
    token = tokens[at]
    return Mention(
        start=at,
        end=at + 1,
        span=Span(token.start, token.end),
        parts=(plain(token.text),),
        bearer=known.bearer,
        certain=certain,
        known=frozenset([known.key]) if known.key else frozenset(),
        adjective=adjective,
    )

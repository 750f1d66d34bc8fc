"""Names in English sentences.

English writes names and what is made from them with a capital and other nouns without one: a capitalised word that does
not open its sentence is a name. A single word that opens it may be one. Of a hyphenated word that ends in small letters
or in a number only what has a capital is the name: "Weber-led", "Covid-19".
"""

from collections.abc import Sequence
from functools import lru_cache

from beleg.language.en.names import is_plain, is_title, names
from beleg.language.en.places import is_adjective, known_name
from beleg.language.mention import Bearer, Mention, plain
from beleg.terms.span import Span
from beleg.terms.token import Token


def mentions(tokens: Sequence[Token], function_words: frozenset[str]) -> list[Mention]:
    """The names of a sentence in order, with the word that opens it if it may be one."""
    return list(_read(tuple(tokens), function_words))


@lru_cache(maxsize=16_384)
def _read(tokens: tuple[Token, ...], function_words: frozenset[str]) -> tuple[Mention, ...]:
    """The sources of a dossier stay the same from check to check."""
    first = _first(tokens, function_words)
    runs = names(tokens, function_words)
    spans = [first, *runs] if first and not any(first.overlaps(run) for run in runs) else runs
    starts = {token.start: number for number, token in enumerate(tokens)}
    ends = {token.end: number + 1 for number, token in enumerate(tokens)}
    return tuple(
        _mention(tokens, starts[span.start], ends[span.end], certain=span is not first) for span in spans
    )


def _first(tokens: Sequence[Token], function_words: frozenset[str]) -> Span | None:
    if not tokens or not tokens[0].text[0].isupper() or len(tokens[0].text) < 2:
        return None
    word = tokens[0].text
    if word.lower() in function_words or is_title(word) or is_plain(word):
        return None
    return Span(tokens[0].start, tokens[0].end)


def _mention(tokens: Sequence[Token], start: int, end: int, *, certain: bool) -> Mention:
    words = [token.text for token in tokens[start:end]]
    known = [one for word in words if (one := known_name(word))]
    titled = start > 0 and is_title(tokens[start - 1].text)
    bearer = Bearer.PERSON if titled else known[0].bearer if known else Bearer.UNKNOWN
    return Mention(
        start=start,
        end=end,
        span=Span(tokens[start].start, tokens[end - 1].end),
        parts=tuple(plain(_head(word)) for word in words if word[0].isupper()),
        bearer=bearer,
        certain=certain or bool(known),
        known=frozenset(one.key for one in known),
        adjective=len(words) == 1 and bool(known) and is_adjective(words[0]),
    )


def _head(word: str) -> str:
    """What is the name in a hyphenated word: "Weber" in "Weber-led"; any other word as it is."""
    parts = word.split("-")
    last = max(number for number, part in enumerate(parts) if number == 0 or part[:1].isupper())
    return "-".join(parts[: last + 1])

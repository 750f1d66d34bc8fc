"""Labels in digits: figures of a sentence that count nothing, as notes in brackets and telephone numbers."""

from collections.abc import Collection, Iterator, Sequence

from beleg.terms.token import Token

_BETWEEN = frozenset(":./-–()")
_PART = 5
"""Letters a word must have to be looked for at the end of another: "telefon" in "Bürgertelefon"."""
_FARTHEST = 4
"""Words between a telephone's name and its number: "Notruf unter der Nummer 112"."""


def labels_in_digits(
    tokens: Sequence[Token], lines: Collection[str], dialled: Collection[str], on_the_way: Collection[str]
) -> Iterator[int]:
    """The places of figures that are a note ("[1]") or belong to a telephone number.

    `lines` are what is dialled by its number ("Notruf 112"), `dialled` whom a list gives a number after a colon
    ("Polizei: 110"), `on_the_way` the words that may stand between.
    """
    number_before = False
    for at, token in enumerate(tokens):
        if not token.text.isdigit():
            number_before = number_before and (token.text in _BETWEEN or token.text.lower() in on_the_way)
            continue
        bracketed = 0 < at < len(tokens) - 1 and tokens[at - 1].text == "[" and tokens[at + 1].text == "]"
        # "80 000": there the nought does not begin a number.
        prefix = len(token.text) > 2 and token.text[0] == "0" and not (at and tokens[at - 1].text.isdigit())
        number_before = prefix or number_before or _named(tokens, at, lines, dialled, on_the_way)
        if bracketed or number_before:
            yield at


def _named(
    tokens: Sequence[Token],
    at: int,
    lines: Collection[str],
    dialled: Collection[str],
    on_the_way: Collection[str],
) -> bool:
    """Whether the words before say that a telephone number follows."""
    colon = False
    for token in reversed(tokens[max(0, at - _FARTHEST) : at]):
        lower = token.text.lower()
        if any(lower == line or (len(line) >= _PART and lower.endswith(line)) for line in lines):
            return True
        if colon and lower in dialled:
            return at + 1 == len(tokens) or not tokens[at + 1].text[0].isalnum()
        colon = colon or lower == ":"
        if not (lower in on_the_way or lower in _BETWEEN or lower.isdigit()):
            return False
    return False

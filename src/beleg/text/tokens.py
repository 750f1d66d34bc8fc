"""Tokens: the words, numbers and marks of a text, with exact offsets."""

import re
from typing import Final

from beleg.terms.token import Token

# Characters that are not seen and may stand inside a word: soft hyphen, zero-width space and joiners, byte order mark.
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_UNSEEN: Final = re.compile(f"[{_INVISIBLE}]")
_WITHOUT_INVISIBLE: Final = dict.fromkeys(map(ord, _INVISIBLE))

# A letter or digit, with the combining marks that may follow it (a decomposed "ü" is "u" and U+0308) and what may
# stand inside a word unseen.
_PART: Final = (
    rf"[^\W_](?:[\w{_INVISIBLE}\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f])*"
)

_TOKEN: Final = re.compile(
    rf"""
      https?://[^\s<>"“”„»«]*[^\s<>"“”„»«.,;:!?)\]]        # an address of the web
    | (?:[^\W\d_]\.){{2,}}                                 # "z.B.", "U.S."
    | {_PART}
      (?:
          [-\u2010\u2011]{_PART}                           # "Grünen-Chef", "n-tv", "50-Jährige"
        | ['’](?=[^\W\d_]){_PART}                          # "O'Neill", "don't", "Weber's"
        | (?<=\d)[.,:](?=\d){_PART}                        # "1.200.000", "1,5", "12:30"
        | [*:](?=in(?:nen)?\b){_PART}                      # "Lehrer:innen"
      )*
      (?:(?<=[^\W\d_])-(?=[\s,/]))?                        # "Wirtschafts- und"
    | \.{{2,}}                                             # "..."
    | -{{2,}}
    | \S
    """,
    re.VERBOSE,
)


def tokenize(text: str, start: int = 0) -> tuple[Token, ...]:
    """Split `text` into words, numbers and marks; every character that is not white space lies in exactly one.

    `start` is where `text` begins in the text the offsets shall count in (code points). Hyphenated compounds
    ("Grünen-Chef"), numbers with their separators ("1.200.000", "12:30"), web addresses, and abbreviations
    written without a space ("z.B.") stay whole. The full stop after an ordinal or a spaced abbreviation is a mark
    of its own: "10. März" is "10", ".", "März". The text of a word is what a reader sees: without soft hyphens and
    zero-width characters, which its span still covers.
    """
    found = _TOKEN.finditer(text)
    if _UNSEEN.search(text) is None:
        return tuple([Token(start + match.start(), start + match.end(), match[0]) for match in found])
    return tuple([Token(start + match.start(), start + match.end(), _seen(match[0])) for match in found])


def _seen(word: str) -> str:
    """The word without characters that are not seen; the mark itself where it is nothing else."""
    return word.translate(_WITHOUT_INVISIBLE) or word

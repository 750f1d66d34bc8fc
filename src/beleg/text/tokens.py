"""Tokens: the words, numbers and marks of a text, with exact offsets."""

import re
from typing import Final

from beleg.terms.token import Token

# A letter or digit, with the combining marks that may follow it (a decomposed "ü" is "u" and U+0308) and the soft
# hyphen that may stand inside a word.
_PART: Final = r"[^\W_](?:[\w\u00ad\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f])*"

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
    of its own: "10. März" is "10", ".", "März".
    """
    return tuple(
        Token(start + match.start(), start + match.end(), match.group()) for match in _TOKEN.finditer(text)
    )

"""Datelines: the place and agency a report begins with, and lines that only say when a text was written or changed."""

import re

from beleg.language.source_words import source_words

_DATELINE = re.compile(
    r"""
    (?: (?: (?:[^\W\d_][^()\n]{0,60})? \([^()\n]{2,24}\)             # "MUSTERSTADT (xyz)", "(xyz)"
      | [^\W\d_][\w\ .'’/-]{0,40},\                               # "Musterstadt, 4. März", "Sampleton, March 4"
        (?:\d{1,2}\.\ [^\W\d_]+ | [^\W\d_]+\ \d{1,2})
    ) \s*[-–—_:]+\s+ ){1,2} (?=[^\W_]|["“„»«‚‘])
    """,
    re.VERBOSE,
)
"""Town with agency or day before the first words of a wire, and the dash after them."""
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 120
"""Characters of a line that only tells the time, at most."""


def after_dateline(words: str) -> int:
    """Where the words go on behind a wire's dateline; 0 where they begin with none."""
    found = _DATELINE.match(words)
    return found.end() if found else 0


def only_tells_time(line: str) -> bool:
    """Whether a line says nothing but when its text was written or changed, or how long it is ("Stand: 4. März, 14.30
    Uhr").

    A line with nothing but a date is none: what is dated may be the news.
    """
    if len(line) > _LONGEST:
        return False
    known = source_words()
    words = [word.casefold() for word in _WORD.findall(line)]
    return any(word in known.time_lines for word in words) and all(
        word[0].isdigit() or word in known.time_lines or word in known.in_time_lines for word in words
    )

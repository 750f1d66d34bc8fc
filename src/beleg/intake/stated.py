"""Stated: what a document says about itself (when, in which language, by whom), put into one shape."""

import re
from datetime import datetime

from beleg.language.source_words import source_words

_TAG = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*\s*")
_THREE_LETTERS = {
    "deu": "de", "ger": "de", "eng": "en", "fra": "fr", "fre": "fr", "ita": "it", "spa": "es", "por": "pt",
    "nld": "nl", "dut": "nl", "nob": "nb", "nor": "no", "nno": "nn", "swe": "sv", "dan": "da", "fin": "fi",
}  # fmt: skip
"""ISO 639-2 codes for which BCP 47 asks for the two-letter one."""

_LEADING = "|".join(map(re.escape, (*source_words().by, *source_words().by_in_wires)))
_BY = re.compile(rf"(?:{_LEADING})\s+(?=\S)", re.IGNORECASE)


def moment(text: str) -> datetime | None:
    """The point in time an ISO 8601 date-time names, basic or extended form; None without a time or a time zone.

    A time without a zone is not a point in time, and guessing one would be wrong by hours.
    """
    try:
        value = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return value if value.tzinfo is not None and value.utcoffset() is not None else None


def language(tag: str) -> str:
    """The primary language subtag of a BCP 47 tag in lower case (`de-AT` → `de`), empty if it is none."""
    found = _TAG.fullmatch(tag)
    if not found:
        return ""
    primary = found.group(1).lower()
    return _THREE_LETTERS.get(primary, "" if primary == "und" else primary)


def names(by_line: str) -> str:
    """The names in a by-line: without the leading "Von" or "By", white space folded."""
    by_line = " ".join(by_line.split())
    return _BY.sub("", by_line, count=1) if _BY.match(by_line) else by_line


def is_by_line(line: str) -> bool:
    """Whether a line is nothing but a by-line: "Von Lena Brandt, dpa", "By Tom Hill and Ann Reed".

    Asks for the leading word, at most 100 characters, names in capitals and no end of a sentence; "Von Montag an
    gilt" is none.
    """
    line = " ".join(line.split())
    if (
        not _BY.match(line)
        or len(line) > 100
        or line[-1] in "!?:;"
        or (line[-1] == "." and len(line.split()[-1]) > 3)
    ):
        return False
    words = names(line).split(",")[0].replace("/", " ").split()
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) >= 2 and all(
        word[0].isupper() or word in source_words().between_names for word in words
    )


_TAKEN_BACK = re.compile(r"(?:.*[:/#])?(?:cancell?ed|withdrawn|retracted)", re.IGNORECASE)


def taken_back(name: str, status: str) -> str:
    """A status called `name` in its document, as the reason why it does not count any more; empty for any other status.

    IPTC's word is "canceled", with or without the prefix of its scheme ("stat:canceled").
    """
    status = status.strip()
    return f"{name}: {status}" if len(status) <= 200 and _TAKEN_BACK.fullmatch(status) else ""

"""Declared: reading bytes in the charset they say they are in, where that can be true."""

import re

from beleg.intake.charset import decode_page

_TEXT_CHARSET = re.compile(
    r"(?:ascii|us-ascii|utf|iso|8859|latin|l[1-9]$|windows|win|cp|ibm|mac|koi8|gb|big5|euc|shift|sjis|x-sjis|johab|tis)"
    r"[\w.:-]*",
    re.IGNORECASE,
)
"""Names that can be a charset. Python knows codecs that are none (`idna`, `unicode_escape`) and costly to try."""

_SEVEN_BIT = re.compile(r"(?:iso-?2022|utf-?7\b)[\w.:-]*", re.IGNORECASE)
"""Charsets that write everything in ASCII bytes, so that valid UTF-8 says nothing against them."""


def decode_declared(raw: bytes, declared: str) -> str:
    """The text of bytes that are declared to be in the charset `declared` (may be empty, unknown or wrong).

    A byte order mark wins, then valid UTF-8, then the declaration, then what the bytes look like. ISO-8859-1 is read
    as Windows-1252. Never raises; what cannot be read becomes U+FFFD.
    """
    declared = declared.strip().strip("\"'")
    if _SEVEN_BIT.fullmatch(declared):
        try:
            return raw.decode(declared)
        except (UnicodeError, LookupError):
            return decode_page(raw)
    return decode_page(raw, declared if _TEXT_CHARSET.fullmatch(declared) else "")

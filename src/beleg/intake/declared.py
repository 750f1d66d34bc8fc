"""Declared: reading bytes in the charset they say they are in, where that can be true."""

import re

from beleg.intake.charset import decode_page

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
    return decode_page(raw, declared)

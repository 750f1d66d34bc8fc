"""Charset: which characters the bytes of a text stand for."""

import codecs
import re

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; the UTF-32 ones stand before the UTF-16 ones, because one begins with the other."""

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_LATIN_1 = {"iso8859-1", "ascii", "latin-1"}
_TEXT_CHARSET = re.compile(
    r"(?:ascii|us-ascii|utf(?!-?_?7\b)|iso|8859|latin|l[1-9]$|windows|win|cp|ibm|mac|koi8|kz|gb|big5|euc|hz|shift|sjis"
    r"|x-sjis|johab|tis|ptcp)[\w.:-]*",
    re.IGNORECASE,
)
"""Names that can be a charset. Python knows codecs that are none (`idna`, `unicode_escape`), costly to try or raising
errors whatever they are told."""
_SAMPLE = 64 * 1024
_BINARY_SHARE = 0.02
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b")


def is_binary(raw: bytes) -> bool:
    """Whether the bytes are no text in any charset: zero bytes, or more control characters than a text has.

    Looks at the first 64 KB. UTF-16 and UTF-32 count as text only with a byte order mark.
    """
    if _marked(raw):
        return False
    sample = raw[:_SAMPLE]
    if b"\0" in sample:
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > max(1, len(sample) * _BINARY_SHARE)


def decode(raw: bytes) -> str:
    """The text of the bytes: byte order mark, else UTF-8, else what charset-normalizer finds, else Windows-1252.

    charset-normalizer is believed only where it names a legacy charset and the text is long enough to judge (500
    bytes); German texts that are not UTF-8 are Windows-1252 in nearly every newsroom, and short ones are often
    mistaken for Eastern European. Never raises: a byte that Windows-1252 does not know becomes U+FFFD.
    """
    if mark := _marked(raw):
        bom, charset = mark
        return raw[len(bom) :].decode(charset, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return raw.decode(_guessed(raw) or "cp1252", "replace")


def decode_page(raw: bytes, declared: str = "") -> str:
    """The text of a web page: byte order mark, else valid UTF-8, else the declared charset, else as `decode`.

    `declared` is the charset of the HTTP header, if there was one; the page's own `<meta charset>` comes second.
    Valid UTF-8 beats a declaration, because servers declare wrongly more often than Latin-1 text is valid UTF-8 by
    accident. ISO-8859-1 is read as Windows-1252, as browsers do (WHATWG Encoding Standard).
    """
    if _marked(raw):
        return decode(raw)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    found = _DECLARED.search(raw[:4096])
    for name in (declared, found.group(1).decode("ascii", "replace") if found else ""):
        charset = _known(name)
        if charset and charset not in {"utf-8", "utf-16", "utf-32"}:
            return raw.decode("cp1252" if charset in _LATIN_1 else charset, "replace")
    return decode(raw)


def _marked(raw: bytes) -> tuple[bytes, str] | None:
    return next(((bom, charset) for bom, charset in _MARKS if raw.startswith(bom)), None)


def _known(name: str) -> str:
    """Python's name of a text charset, or an empty string where Python has none of that name."""
    if not _TEXT_CHARSET.fullmatch(name):
        return ""
    try:
        charset = codecs.lookup(name).name
        is_charset = "a".encode(charset).decode(charset, "replace") == "a"
    except (LookupError, UnicodeError, ValueError, TypeError):
        return ""
    return charset if is_charset else ""


def _guessed(raw: bytes) -> str:
    if len(raw) < 500:
        return ""
    import charset_normalizer

    best = charset_normalizer.from_bytes(raw[:_SAMPLE], cp_exclusion=["utf_8"]).best()
    if best is None or best.encoding in {"latin_1", "cp1250", "cp1252", "cp1254", "cp1257"}:
        return ""
    return best.encoding if best.language != "Unknown" and best.chaos < 0.1 else ""

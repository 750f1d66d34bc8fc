"""IPTC 7901: plain text between control characters, as teleprinters had it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from itertools import dropwhile

from beleg.intake import furniture, stated, wrapped
from beleg.intake.charset import decode
from beleg.intake.item import Item
from beleg.intake.limits import check_text_size, collected
from beleg.language.source_words import source_words
from beleg.terms.refusal import Error

_SOH, _STX, _ETX = "\x01", "\x02", "\x03"
_HEADER = re.compile(r"\s*\x01?\s*[a-z]{2,6} ?\d{2,5} [1-9] +[a-z]{1,3} +\d{1,5}\b", re.IGNORECASE)
"""Service and number, priority, category, number of words."""
_NOTES = re.compile(
    rf"^[ \t]*(?:{'|'.join(source_words().notes)}|(?:\*[ \t]*){{3,}})$", re.IGNORECASE | re.MULTILINE
)
"""Where the article ends and the agency talks to the desk (dpa's notebook and the notes of others)."""
_DATELINE = re.compile(r"[^\n()]{0,80}\(([A-Za-z][A-Za-z0-9/. -]{1,24})\)")
_SENT = re.compile(r"\b(\d\d)(\d\d)(\d\d)\s{0,4}([A-Z]{1,5})?\s{1,4}([A-Za-zä]{3})[a-z]*\.?\s+(\d{4}|\d\d)\b")
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "mrz": 3, "mär": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12,
}  # fmt: skip
_ZONES = {"GMT": 0, "UTC": 0, "UT": 0, "Z": 0, "MEZ": 1, "CET": 1, "BST": 1, "MESZ": 2, "CEST": 2}
"""Hours east of Greenwich."""
_HEADLINE_LINES = 8


class Iptc7901:
    """IPTC Recommendation 7901 (1979 to 1995), the plain text format that many agencies still send.

    What it reads
    -------------
    Messages with a header line (service, number, priority, category, words), keywords, and a text between STX and
    ETX, as ISO 646, ISO 8859-1, Windows-1252 or UTF-8; several messages in one file, each beginning with SOH.

    What it takes from it
    ---------------------
    The headline (up to the `=` that closes it, over several lines; else the first line, else the keywords), the by-line
    before the `=`, the text with the lines of each paragraph joined, the agency named in brackets in the dateline, and
    the time in the last line if it names a time zone. Notes to editors and closing lines are not part of the text.

    What it cannot read
    -------------------
    The language, which the format does not state; a time without a zone, which agencies give in different ones; the
    national 7-bit variants that put umlauts in the place of brackets.
    """

    id = "iptc7901"
    title = "IPTC 7901"
    media_type = "text/vnd.iptc.7901"
    precedence = 50

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether the bytes begin with SOH and a header line, or with a header line and hold STX and ETX later."""
        head = raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\0").decode("latin-1")
        if not _HEADER.match(head):
            return head.startswith(_SOH) and _STX in head and b"\x03" in raw
        return head.startswith(_SOH) or _STX in head

    def items(self, raw: bytes, name: str) -> list[Item]:
        """One item for every message with text; see `beleg.intake.format.Format`."""
        text = decode(raw).replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
        check_text_size(name, len(text))
        messages = (message for message in text.split(_SOH) if message.strip())
        items = collected(name, (_item(_message(message)) for message in messages))
        if not items:
            raise Error(f"{name}: IPTC 7901 message without any text.")
        return items


@dataclass(frozen=True, slots=True, kw_only=True)
class _Message:
    """The parts of one message: keywords from the header, the lines between STX and ETX, the line after."""

    keywords: str
    lines: list[str]
    trailer: str


def _message(message: str) -> _Message:
    header, stx, rest = message.partition(_STX)
    if not stx:  # the control character was lost on the way: the header line is the first one
        header, _, rest = message.lstrip("\n").partition("\n")
    text, _, trailer = rest.partition(_ETX)
    keywords = [line for line in wrapped.clean(header).strip("\n").split("\n")[1:] if line.strip()]
    if cut := _NOTES.search(text):
        text = text[: cut.start()]
    return _Message(
        keywords=" ".join(" ".join(keywords).split()).strip("/ "), lines=text.split("\n"), trailer=trailer
    )


def _item(message: _Message) -> Item:
    lines = [wrapped.clean(line).rstrip() for line in message.lines]
    lines = list(dropwhile(lambda line: not line.strip(), lines))
    length = _headline_length(lines)
    headline = [line.strip().removesuffix("=").rstrip() for line in lines[:length]]
    by_lines = [line for line in headline if stated.is_by_line(line)]
    notes = [line for line in headline if len(headline) > 1 and line.startswith("(") and line.endswith(")")]
    title = " ".join(line for line in headline if line and line not in by_lines and line not in notes)
    article = furniture.article(wrapped.paragraphs("\n".join(lines[length:])), title)
    dateline = _DATELINE.match(article.text)
    return Item(
        text=article.text,
        title=" ".join(title.split()) or message.keywords,
        publisher=dateline.group(1).strip() if dateline else "",
        author=", ".join(stated.names(line) for line in by_lines) or article.author,
        published=_sent(message.trailer),
    )


def _headline_length(lines: list[str]) -> int:
    """How many of the first lines are headline and by-line: up to the closing `=`, else up to a blank or indented one.

    Nothing, if the text begins at once with its dateline.
    """
    for at, line in enumerate(lines[:_HEADLINE_LINES]):
        if line.endswith("="):
            return at + 1
    if not lines or _DATELINE.match(lines[0]):
        return 0
    for at, line in enumerate(lines[:_HEADLINE_LINES]):
        if at and (not line.strip() or line.startswith("  ") or _DATELINE.match(line)):
            return at
    return 1 if len(lines) > 1 else 0


def _sent(trailer: str) -> datetime | None:
    """The time a message went out, `131137 GMT Nov 13`: day, hour, minute, zone, month, year."""
    if not (found := _SENT.search(trailer)):
        return None
    day, hour, minute, zone, month, year = found.groups()
    hours, month_number = _ZONES.get(zone or ""), _MONTHS.get(month.lower())
    if hours is None or month_number is None:
        return None
    full_year = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 79 else 2000)
    try:
        zone_of = timezone(timedelta(hours=hours)) if hours else UTC
        return datetime(full_year, month_number, int(day), int(hour), int(minute), tzinfo=zone_of)
    except ValueError:
        return None

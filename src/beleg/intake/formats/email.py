"""E-mail: a message as mail programs save it."""

import re
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.utils import getaddresses, parsedate_to_datetime

from beleg.intake import markup, stated, wrapped
from beleg.intake.declared import decode_declared
from beleg.intake.hidden import bounded
from beleg.intake.item import Item
from beleg.intake.limits import check_text_size
from beleg.intake.mail import parsed
from beleg.intake.markup import Fragment
from beleg.terms.refusal import Error

_FIELD = re.compile(rb"([!-9;-~]{1,76}):(?:[ \t]|\r?\n[ \t])")
_KNOWN = frozenset(
    b"from to cc subject date message-id mime-version received delivered-to return-path content-type reply-to "
    b"sender content-transfer-encoding x-received dkim-signature authentication-results arc-seal thread-topic "
    b"in-reply-to".split()
)
_HEADER_ERRORS = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    RecursionError,
    MessageError,
)
"""What the standard library is known to raise on malformed header fields besides its own errors."""
_SIGNATURE = re.compile(r"^-- $", re.MULTILINE)
"""RFC 3676, section 4.3: dash, dash, space on a line of its own."""
_DEPTH = 50


class Email:
    """An e-mail saved as EML (RFC 5322 and MIME).

    What it reads
    -------------
    One message, with or without attachments, forwarded messages inside it included as text; parts in any charset,
    and header fields encoded in any; blank lines before the header.

    What it takes from it
    ---------------------
    The text: the plain version, or where there is none the HTML version turned into plain text. Quoted messages stay in
    it; a signature behind the standard mark (`-- `) does not. Running text that the HTML version hides is kept aside.
    The subject as title, the sender's name as author (else the address), the date, the language if a header names it.

    What it cannot read
    -------------------
    Attachments: they are left aside, even where they are sources themselves; save them and take them in one by one.
    Encrypted messages, Outlook's MSG, mailboxes with several messages (only the first is read), and TNEF
    (`winmail.dat`). Messages with more than 500 parts, a million lines, a header above 256 KB, or a sender or subject
    above 16 KB are refused.
    """

    id = "email"
    title = "E-mail"
    media_type = "message/rfc822"
    precedence = 60

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether the bytes begin with header fields, at least two of them usual ones (one in a file named `.eml`)."""
        head = re.split(rb"\n\r?\n", _from_header(raw[: 64 * 1024]), maxsplit=1)[0]
        if not _FIELD.match(head):
            return False
        fields = {
            found.group(1).lower() for line in head.split(b"\n") if (found := _FIELD.match(line + b"\n "))
        }
        return len(fields & _KNOWN) >= (1 if name.lower().endswith(".eml") else 2)

    def items(self, raw: bytes, name: str) -> list[Item]:
        """The one message; see `beleg.intake.format.Format`."""
        try:
            message = parsed(_from_header(raw), name)
            parts = _text_parts(message)
        except RecursionError:
            raise Error(f"{name}: e-mail with parts nested too deep to be read.") from None
        if message.get_content_type() in {"multipart/encrypted", "application/pkcs7-mime"}:
            raise Error(f"{name}: encrypted e-mail; save it decrypted and take it in again.")
        read = [_read(part, name) for part in parts]
        text = "\n\n".join(part.text for part in read if part.text)
        if not text:
            raise Error(f"{name}: e-mail without any text.")
        return [
            Item(
                text=text,
                title=_field(message, "Subject"),
                author=_sender(_field(message, "From")),
                published=_date(_raw_field(message, "Date").strip()),
                language=stated.language(_field(message, "Content-Language").split(",")[0]),
                hidden=bounded(
                    piece for part in (*read, *_unread(message, parts, name)) for piece in part.hidden
                ),
            )
        ]


def _from_header(raw: bytes) -> bytes:
    """The message from its first header field on: no byte order mark, blank lines or mailbox separator before it."""
    raw = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    return raw.partition(b"\n")[2] if raw.startswith(b"From ") else raw


def _field(message: Message, name: str) -> str:
    """A header field decoded and on one line; what the library cannot decode is decoded here or stays as it came."""
    try:
        value = str(message.get(name, ""))
    except _HEADER_ERRORS:
        value = _raw_field(message, name)
        with suppress(*_HEADER_ERRORS):
            value = str(make_header(decode_header(value)))
    if "\ufffd" in value:  # bytes beyond ASCII, against RFC 5322
        value = decode_declared(_raw_field(message, name).encode("utf-8", "surrogateescape"), "")
    return " ".join(wrapped.clean(value).split())


def _raw_field(message: Message, name: str) -> str:
    """A header field as it came; the library's own view of a date gives it a zone it does not have."""
    return next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")


def _sender(value: str) -> str:
    """The names in an address field, an address where there is no name."""
    try:
        addresses = getaddresses([value])
    except _HEADER_ERRORS:
        return value
    return ", ".join(name or address for name, address in addresses if name or address)


def _date(value: str) -> datetime | None:
    """The date of a message; `-0000` means UTC with the sender's zone unknown (RFC 5322, section 3.3)."""
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if date.tzinfo is not None:
        return date
    return date.replace(tzinfo=UTC) if value.rstrip().endswith("-0000") else None


def _text_parts(message: Message, depth: int = 0) -> list[Message]:
    """The parts a reader sees as text, in order: of alternatives the plain one, else HTML; no attachments."""
    kind = message.get_content_type()
    if depth > _DEPTH:
        raise RecursionError
    if message.is_multipart():
        parts = [part for part in _parts(message) if not _is_attachment(part)]
        found = [_text_parts(part, depth + 1) for part in parts]
        if kind != "multipart/alternative":
            return [each for group in found for each in group]
        written = [group for group in found if group]
        plain = [group for group in written if all(each.get_content_type() == "text/plain" for each in group)]
        return next(iter(plain or written), [])
    is_text = kind in {"text/plain", "text/html", "application/xhtml+xml"}
    return [message] if is_text and _payload(message).strip() else []


def _parts(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


def _is_attachment(part: Message) -> bool:
    try:
        return isinstance(part, EmailMessage) and part.is_attachment()
    except _HEADER_ERRORS:
        return True


def _payload(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except _HEADER_ERRORS:
        return b""
    return payload if isinstance(payload, bytes) else b""


def _unread(message: Message, read: list[Message], name: str) -> Iterator[Fragment]:
    """The HTML versions that the reader of the plain ones does not see; only what they hide matters."""
    for part in message.walk():
        is_html = part.get_content_type() in {"text/html", "application/xhtml+xml"}
        if is_html and part not in read and not _is_attachment(part):
            with suppress(Error):
                yield _read(part, name)


def _read(part: Message, name: str) -> Fragment:
    text = decode_declared(_payload(part), _parameter(part, "charset"))
    if part.get_content_type() == "text/plain":
        check_text_size(name, len(text))
    if part.get_content_type() != "text/plain":
        return markup.read_fragment(text, name)
    text = text.replace("\r\n", "\n")
    if _parameter(part, "format").lower() == "flowed":
        text = _unflowed(text, delete_space=_parameter(part, "delsp").lower() == "yes")
    signature = deque(_SIGNATURE.finditer(text), maxlen=1)
    if signature and text[: signature[0].start()].strip():
        text = text[: signature[0].start()]
    return Fragment(wrapped.paragraphs(text.rstrip().removesuffix("\n--").rstrip()))


def _parameter(part: Message, name: str) -> str:
    try:
        value = part.get_param(name, "")
    except _HEADER_ERRORS:
        return ""
    return value if isinstance(value, str) else ""


def _unflowed(text: str, *, delete_space: bool) -> str:
    """Lines broken by the sender's program joined again (RFC 3676, section 4.1): those that end in a space."""
    lines: list[list[str]] = []
    flows = False
    for line in text.split("\n"):
        content = line[1:] if line.startswith(" ") else line
        if flows and not content.startswith(">"):
            lines[-1].append(content)
        else:
            lines.append([content])
        flows = content.endswith(" ") and content != "-- " and not content.startswith(">")
        if flows and delete_space:
            lines[-1][-1] = content[:-1]
    return "\n".join("".join(pieces) for pieces in lines)

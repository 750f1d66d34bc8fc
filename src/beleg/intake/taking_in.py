"""Taking in: from a file, bytes or an address to sources."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from beleg.intake.catalogue import format_of
from beleg.intake.item import Item
from beleg.intake.limits import check_file_size, check_text_size
from beleg.terms.refusal import Error
from beleg.terms.source import Source

if TYPE_CHECKING:
    from beleg.intake.fetching import Fetched

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]")
"""Unicode category Cc without line feed and tab."""


def take_in(
    what: Path | bytes | str,
    *,
    name: str = "",
    captured: datetime | None = None,
    fetcher: "Callable[[str], Fetched] | None" = None,
) -> list[Source]:
    """Take in a document: one source for each item in it, in the document's order, at least one.

    `what` is a path, the bytes themselves, or a string, which is an address if it begins with `http://` or `https://`
    and a path otherwise. `name` is what to call it, by default the file's name or the address. `captured` is when it
    was taken in (with a time zone), by default now. `fetcher` gets addresses, by default `beleg.intake.fetching.fetch`.

    The sources share the SHA-256 of the raw bytes and are numbered by `item`. `text` is what the format extracted with
    line ends as `\\n` and without control characters other than line feed and tab, otherwise unchanged; spans count in
    exactly this text. `language` is what the document says, else what is detected.

    Raises `Error` with one sentence that begins with the name for everything that cannot be taken in: nothing there, a
    directory, unreadable, empty, too large, encrypted, damaged, hostile, of no known format.
    """
    name = _one_line(name)
    moment = captured if captured is not None else datetime.now(UTC)
    if moment.tzinfo is None:
        raise ValueError("captured needs a time zone")
    if isinstance(what, bytes):
        return _sources(what, name or "bytes", "", moment)
    if isinstance(what, str) and _ADDRESS.match(what.strip()):
        fetched = (fetcher or _fetch)(what.strip())
        return _sources(fetched.raw, name or fetched.address, fetched.address, moment)
    if isinstance(what, str) and _OTHER_SCHEME.match(what):
        raise Error(f"{_one_line(what)}: only addresses with http and https are fetched.")
    path = Path(what)
    name = _one_line(name or path.name or str(path)) or "file"
    return _sources(_read(path, name), name, "", moment)


def _fetch(address: str) -> "Fetched":
    from beleg.intake.fetching import fetch

    return fetch(address)


def _read(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise Error(f"{name}: is a directory; name the files in it.")
        if not path.exists():
            raise Error(f"{name}: there is no such file.")
        if not path.is_file():
            raise Error(f"{name}: is not a file.")
        check_file_size(name, path.stat().st_size)
        return path.read_bytes()
    except PermissionError as fault:
        raise Error(f"{name}: may not be read by this account.") from fault
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "the name is not a valid file name"
        raise Error(f"{name}: cannot be read ({reason}).") from fault


def _sources(raw: bytes, name: str, address: str, captured: datetime) -> list[Source]:
    check_file_size(name, len(raw))
    if not raw.strip(b" \t\r\n\f\v\0\xef\xbb\xbf"):
        raise Error(f"{name}: empty; there is nothing in it.")
    read_as = format_of(raw, name)
    items = [item for item in read_as.items(raw, name) if plain(item.text).strip()]
    if not items:
        raise Error(f"{name}: no text in it.")
    check_text_size(name, sum(len(item.text) for item in items))
    digest = sha256(raw).hexdigest()
    return [
        _source(
            item,
            number,
            raw=raw,
            digest=digest,
            name=name,
            address=address,
            media_type=read_as.media_type,
            captured=captured,
        )
        for number, item in enumerate(items)
    ]


def _source(
    item: Item,
    number: int,
    *,
    raw: bytes,
    digest: str,
    name: str,
    address: str,
    media_type: str,
    captured: datetime,
) -> Source:
    from beleg.language.detection import detect

    text = plain(item.text)
    return Source(
        text=text,
        title=_one_line(item.title),
        publisher=_one_line(item.publisher),
        author=_one_line(item.author),
        published=item.published,
        language=item.language or detect(text),
        address=address or _one_line(item.address),
        name=name,
        media_type=media_type,
        captured=captured,
        sha256=digest,
        item=number,
        taken_back=_one_line(item.taken_back),
        raw=raw,
        hidden=tuple(line for piece in item.hidden if (line := _one_line(piece))),
    )


def plain(text: str) -> str:
    """The text with line ends as `\\n`, without other control characters (Unicode category Cc) except tab.

    A lone surrogate, which no file can hold, becomes U+FFFD.
    """
    return _CONTROL.sub("", _SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")))


def _one_line(text: str) -> str:
    return " ".join(plain(text).split())

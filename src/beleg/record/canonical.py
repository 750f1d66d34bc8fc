"""Canonical: an entry as the bytes its hash is taken over, and back.

Entries are JSON in the canonical form of RFC 8785 (UTF-8, sorted names, no white space). An event carries its
name under `type`; the names are permanent and do not depend on how a class is called.
"""

import json
from dataclasses import asdict, replace
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import rfc8785

from beleg.record.line_reading import LineReader
from beleg.terms.events import (
    CorrectionNoted,
    DossierOpened,
    DraftChecked,
    EmbargoSet,
    Entry,
    Event,
    FindingDismissed,
    FindingEscalated,
    KeyIntroduced,
    NameErased,
    Published,
    RevisionSaved,
    SentenceConfirmed,
    SignedOff,
    SourceTakenIn,
    Withdrawn,
)
from beleg.terms.events_byline import BylineSet
from beleg.terms.events_judging import SentenceJudged
from beleg.terms.events_sources import SourceDescribed
from beleg.terms.events_style import HouseStyleSet
from beleg.terms.generation import DraftGenerated
from beleg.terms.refusal import Error
from beleg.terms.source_change import SourceChanged, SourceRetracted

if TYPE_CHECKING:
    from pydantic import TypeAdapter

EVENT_TYPES: dict[str, type[Event]] = {
    "dossier_opened": DossierOpened,
    "source_taken_in": SourceTakenIn,
    "revision_saved": RevisionSaved,
    "draft_checked": DraftChecked,
    "finding_dismissed": FindingDismissed,
    "finding_escalated": FindingEscalated,
    "sentence_confirmed": SentenceConfirmed,
    "signed_off": SignedOff,
    "published": Published,
    "source_changed": SourceChanged,
    "source_retracted": SourceRetracted,
    "source_described": SourceDescribed,
    "correction_noted": CorrectionNoted,
    "embargo_set": EmbargoSet,
    "withdrawn": Withdrawn,
    "key_introduced": KeyIntroduced,
    "name_erased": NameErased,
    "draft_generated": DraftGenerated,
    "sentence_judged": SentenceJudged,
    "house_style_set": HouseStyleSet,
    "byline_set": BylineSet,
}
"""Every event under its permanent name in the record."""

_LATER = frozenset(
    (
        "decided_by",
        "units",
        "opinion",
        "updates",
        "version",
        "note",
        "outputs",
        "continues",
        "newer_version_of",
        "evidence_seen",
        "confidential",
        "hidden",
        "identified_by",
        "sources_say",
        "sent_back",
        "requests",
        "milliseconds",
        "cost",
        "currency",
        "house_style",
        "house_note",
        "guidelines",
        "opens",
        "to_read",
        "task",
        "original_by",
        "figures",
        "sight",
    )
)
"""Names that came after the first record was written. Left out where empty, so that old entries keep their bytes."""

LINES = LineReader(EVENT_TYPES, _LATER)
"""Reads what is canonical quickly; see there."""

_NO_HASH = b',"hash":""'
"""How the member `hash` stands in the line of an entry that has none yet."""
_NAMES = {kind: name for name, kind in EVENT_TYPES.items()}


def event_type(event: Event) -> str:
    """Return the permanent name of the event's kind, as it stands under `type` in the record."""
    return _NAMES[type(event)]


def entry_hash(entry: Entry) -> str:
    """SHA-256, in hex, over the canonical JSON of everything in the entry but its `hash`."""
    return line_hash(encode(entry))


def encode(entry: Entry) -> bytes:
    """Return the line of the record for this entry: its canonical JSON, without a line break.

    Raises Error if it holds something that has no canonical form (a lone surrogate in a text).
    """
    return LINES.line(entry, event_type(entry.event)) or _canonical(_body(entry))


def sealed(entry: Entry) -> tuple[Entry, bytes]:
    """Return an entry that has no hash yet with its hash, and the line of it. Raises Error as `encode` does."""
    line = encode(entry)
    found = line_hash(line)
    start = line.rindex(_NO_HASH) + len(_NO_HASH) - 1
    return replace(entry, hash=found), line[:start] + found.encode() + line[start:]


def decode(line: bytes) -> Entry:
    """Return the entry that `encode` made this line from; `encode(decode(line)) == line` always holds.

    Raises Error, in one sentence, for bytes that are no canonical entry or hold an event of unknown type. The
    hash is not looked at here; see `beleg.record.chain`.
    """
    return LINES.entry(line) or _decoded_thoroughly(line)


def line_hash(line: bytes) -> str:
    """Like `entry_hash`, from the line of an entry: one that `decode` has read or `encode` has written."""
    # Names are sorted, and quotation marks inside a text are escaped: the last such place is the member `hash`.
    start = line.rindex(_NO_HASH[:-1])
    return sha256(line[:start] + line[line.index(b',"position":', start) :]).hexdigest()


def _decoded_thoroughly(line: bytes) -> Entry:
    try:
        body = json.loads(line)
    except (ValueError, RecursionError):
        raise Error("The entry is not JSON.") from None
    if not isinstance(body, dict) or not isinstance(body.get("event"), dict):
        raise Error("The entry holds no event.")
    fields = dict(body.pop("event"))
    name = fields.pop("type", None)
    if not isinstance(name, str) or name not in EVENT_TYPES:
        raise Error(f"The entry holds an event of the unknown type {json.dumps(name)[:60]}.")
    try:
        event = _event_adapter(name).validate_python(fields)
        entry = _entry_adapter().validate_python({**body, "event": event})
    except ValueError as why:
        raise Error(f"The entry is no {name} as this version of Beleg knows it: {_reason(why)}.") from None
    if encode(entry) != line:
        raise Error(f"The entry ({name}) is not in canonical form or holds names that Beleg does not know.")
    return entry


def _body(entry: Entry) -> dict[str, Any]:
    body = asdict(entry, dict_factory=_written)
    body["event"]["type"] = event_type(entry.event)
    return body


def _written(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in fields if value or name not in _LATER}


def _canonical(body: dict[str, Any]) -> bytes:
    try:
        return rfc8785.dumps(body)
    except rfc8785.IntegerDomainError:
        raise Error("The entry holds a number too large for JSON (beyond 2^53).") from None
    except (rfc8785.CanonicalizationError, UnicodeEncodeError):
        raise Error("The text holds half a character (a lone surrogate) and cannot be stored.") from None


# pydantic takes a tenth of a second to import; only who reads a record waits for it.
@cache
def _event_adapter(name: str) -> "TypeAdapter[Event]":
    from pydantic import TypeAdapter

    return TypeAdapter(EVENT_TYPES[name])


@cache
def _entry_adapter() -> "TypeAdapter[Entry]":
    from pydantic import TypeAdapter

    return TypeAdapter(Entry)


def _reason(why: ValueError) -> str:
    from pydantic import ValidationError

    if not isinstance(why, ValidationError):
        return "it cannot be read"
    first = why.errors(include_url=False)[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"

"""ninjs 3.1 in our own words: which properties there are, of which type, and what has to be there.

Written after the standard's text, for the properties a text item can have; what is not named here is unknown to it.
"""

import re
from datetime import datetime
from urllib.parse import urlsplit

Json = object

_TEXT, _NUMBER, _MOMENT, _URI = "text", "number", "moment", "uri"
_WORDS = {"role": _TEXT, "contentType": _TEXT, "value": _TEXT}
_BODY = {**_WORDS, "charCount": _NUMBER, "wordCount": _NUMBER}
_PARTY = {"name": _TEXT, "role": _TEXT, "uri": _URI, "literal": _TEXT}
_CONCEPT = {"name": _TEXT, "uri": _URI, "literal": _TEXT}
_RENDITION = {"name": _TEXT, "href": _URI, "contentType": _TEXT, "title": _TEXT}

TEXT_ITEM: dict[str, object] = {
    "uri": _URI,
    "type": ("text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"),
    "representationType": ("full", "partial"),
    "profile": _TEXT,
    "version": _TEXT,
    "firstCreated": _MOMENT,
    "versionCreated": _MOMENT,
    "contentCreated": _MOMENT,
    "embargoedUntil": _MOMENT,
    "expires": _MOMENT,
    "pubStatus": ("usable", "withheld", "canceled"),
    "copyrightHolder": _TEXT,
    "copyrightNotice": _TEXT,
    "usageTerms": _TEXT,
    "edNote": _TEXT,
    "language": _TEXT,
    "title": _TEXT,
    "by": _TEXT,
    "slugline": _TEXT,
    "located": _TEXT,
    "descriptions": [_WORDS],
    "bodies": [_BODY],
    "headlines": [_WORDS],
    "infoSources": [_PARTY],
    "renditions": [_RENDITION],
    "altIds": [{"role": _TEXT, "value": _TEXT}],
    "trustIndicators": [{"role": _URI, "title": _TEXT, "href": _URI}],
    "standard": {"name": _TEXT, "version": _TEXT, "schema": _URI},
    "digitalSourceType": _CONCEPT,
}
TEXT_ITEM["associations"] = [{**TEXT_ITEM, "name": _TEXT, "rel": _TEXT}]

_REQUIRED = {"descriptions": {"value"}, "bodies": {"value"}, "headlines": {"value"}, "renditions": {"name"}}
_REQUIRED["associations"] = {"name", "uri"}


def faults(item: dict[str, Json]) -> list[str]:
    """Where an item is not as the standard has it; empty if it is."""
    return ([] if "uri" in item else ["uri is missing"]) + _of_object(item, TEXT_ITEM, "")


def _of_object(found: Json, known: dict[str, object], place: str) -> list[str]:
    if not isinstance(found, dict):
        return [f"{place} is no object"]
    unknown = [f"{place}{name} is unknown" for name in found if name not in known]
    return unknown + [
        fault
        for name, value in found.items()
        if name in known
        for fault in _of_value(value, known[name], f"{place}{name}", _REQUIRED.get(name, set()))
    ]


def _of_value(value: Json, kind: object, place: str, required: set[str]) -> list[str]:
    match kind:
        case list():
            if not isinstance(value, list):
                return [f"{place} is no list"]
            missing = [f"{place} lacks {name}" for each in value for name in sorted(required - set(each))]
            return missing + [fault for each in value for fault in _of_object(each, kind[0], f"{place}.")]
        case dict():
            return _of_object(value, kind, f"{place}.")
        case tuple():
            return [] if value in kind else [f"{place} is none of {kind}"]
        case "number":
            return [] if type(value) is int else [f"{place} is no number"]
    if not isinstance(value, str):
        return [f"{place} is no text"]
    if kind == _MOMENT and not re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", value
    ):
        return [f"{place} is no moment of RFC 3339"]
    if kind == _MOMENT:
        datetime.fromisoformat(value)
    if kind == _URI and not (
        value.isascii() and urlsplit(value).scheme and not re.search(r"[\s<>\"{}|\\^`]", value)
    ):
        return [f"{place} is no URI of RFC 3986"]
    return []

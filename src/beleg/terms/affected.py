"""Affected: what in the newsroom rests on a source."""

from dataclasses import dataclass
from enum import StrEnum

from beleg.terms.passage import Passage


class Standing(StrEnum):
    """Whether a text may rest on a source of a dossier."""

    STANDING = "standing"
    REPLACED = "replaced"
    """A newer version stands for it."""
    RETRACTED = "retracted"
    """Its publisher took it back, or it was found wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSource:
    """A source as a dossier holds it.

    `source` is its id, `text_sha256` the hash of its plain text, `address` where it can be found on the web (or empty),
    `same_origin_as` the id of an earlier source of the dossier that is the same agency copy (or empty), `label` what to
    call it.
    """

    dossier: str
    source: str
    text_sha256: str
    address: str
    same_origin_as: str
    label: str
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class AffectedSentence:
    """A sentence that rests on a source: in the current text of a dossier, in the text it has published, or in both.

    `passages` are the passages of the source it rests on. `published_at` is when the text that is out and has the
    sentence was published (RFC 3339); empty where none has. `current` says whether the current text has it.
    """

    dossier: str
    headline: str
    """Of the text it stands in; the dossier's title where that has none."""
    sentence: str
    """Key of the sentence."""
    text: str
    passages: tuple[Passage, ...]
    published_at: str
    current: bool

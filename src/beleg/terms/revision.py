"""Revision: one immutable state of a draft."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from beleg.terms.passage import Passage


class Origin(StrEnum):
    """Where the words of a sentence come from."""

    PERSON = "person"
    MACHINE = "machine"
    SOURCE = "source"
    """Taken over from a source unchanged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceOrigin:
    """Where one sentence of a revision comes from and who has had a hand in it."""

    text: str
    origin: Origin
    changed_by: str
    """Id of the account that wrote it or changed it last; for a machine's sentence, of who ordered the draft."""
    engine: str = ""
    """Name and version of the machine that first wrote it, kept when a person rewrites it; empty if none did."""
    passages: tuple[Passage, ...] = ()
    """The passages it was written from, where the writer named them."""
    to_read: bool = False
    """Whether a language model worded it and no source has it word for word: it waits for a person who has read it
    against its passages. Kept when a person rewrites it."""


def content_hash(content: str) -> str:
    """SHA-256 of the exact UTF-8 bytes of a draft, in hex: what a sign-off binds to."""
    return sha256(content.encode("utf-8")).hexdigest()


def sentence_key(text: str) -> str:
    """What names a sentence across revisions: the first 16 hex digits of the SHA-256 of its exact words.

    An untouched sentence keeps its key, an edited one gets another; decisions hang on the key.
    """
    return sha256(text.encode("utf-8")).hexdigest()[:16]


def finding_key(check: str, sentence: str, words: str, against: Sequence[str]) -> str:
    """What names a finding across revisions: the first 16 hex digits of a SHA-256 over what it is about.

    That is its check, the sentence it stands in, the words it flags and the words held `against` them
    (`Finding.against`): a decision about one piece of evidence says nothing about another.
    """
    about = json.dumps([check, sentence, words, *against], ensure_ascii=False)
    return sha256(about.encode("utf-8")).hexdigest()[:16]


def evidence_key(passages: Iterable[Passage]) -> str:
    """What names a sentence's evidence: the first 16 hex digits of a SHA-256 over its passages, in whatever order.

    A passage is its source and its words; where in the source they stand says nothing of its own. No passages at all
    have a key, too: that there were none is what a person saw.
    """
    seen = sorted({(passage.source, passage.text) for passage in passages})
    return sha256(json.dumps(seen, ensure_ascii=False).encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One immutable state of a dossier's draft.

    `content` is the whole text in Beleg's Markdown: `# ` headline, `## ` subhead, `- ` list item, paragraphs
    between blank lines. `number` counts from 1.
    """

    number: int
    content: str
    content_sha256: str
    sentences: tuple[SentenceOrigin, ...]
    by: str
    at: str

"""Changes: what happened to an article after it first went out, as every target says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction that readers are told of."""

    at: str
    """RFC 3339: when the corrected version went out."""
    note: str
    """What was wrong and what is right, in words for readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """An article taken back. Its text goes out by no target any more; its notes do, each to whom it is meant for."""

    at: str
    """RFC 3339."""
    note_newsroom: str
    """For the newsrooms and systems that received it."""
    note_short: str
    """One line, for feeds and tickers."""
    note_readers: str
    """For readers, in place of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Predecessor:
    """The earlier article that an update continues as an item of its own."""

    dossier: str
    """Id of its dossier; receivers see `beleg.publishing.item.item_id` of it."""
    headline: str
    address: str = ""
    """Where its page stands on the web; empty where not known."""

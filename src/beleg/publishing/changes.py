"""Changes: what happened to an article after it first went out, as every target says it."""

from dataclasses import dataclass

from beleg.terms.account import Account
from beleg.terms.events import Withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction that readers are told of."""

    at: str
    """RFC 3339: when the corrected version went out."""
    note: str
    """What was wrong and what is right, in words for readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalNotice:
    """An article withdrawn, and all that goes out of it from then on: the notes, each to whom it is meant for.

    Nothing of the article goes with them, neither text nor headline nor sources: any of these can hold the very claim
    that had to go. Receivers know what it is about by the item's name (`beleg.publishing.item`) and its address.
    """

    dossier: str
    event: Withdrawn
    at: str
    """RFC 3339."""
    responsible: Account
    """Who took it back."""
    newsroom_key: bytes
    """The newsroom's public key, 32 bytes."""
    publisher: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Predecessor:
    """The earlier article that an update continues as an item of its own."""

    dossier: str
    """Id of its dossier; receivers see `beleg.publishing.item.item_id` of it."""
    headline: str
    """Empty where it is not to be repeated, because that article was withdrawn."""
    address: str = ""
    """Where its page stands on the web; empty where not known."""

"""Erasure: what was made anew when the name of a person was erased."""

from dataclasses import dataclass

from beleg.terms.output import Output


@dataclass(frozen=True, slots=True, kw_only=True)
class Remade:
    """What went out once, made anew with a person's function in place of the name; the bytes with the name are gone."""

    position: int
    """Place in the record of the publication or withdrawal."""
    page_sha256: str
    """SHA-256 of the page as it is now; with that of the record it has nothing in common."""
    outputs: tuple[Output, ...] = ()
    """The other forms as they are now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameErased:
    """A person's name was erased from all that the newsroom keeps of the dossier; their function stands in its
    place.
    """

    account: str
    """Id of the account; it has no name any more."""
    remade: tuple[Remade, ...]
    """What went out under the name, each made anew; empty where nothing did."""

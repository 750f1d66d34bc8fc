"""Event of the byline: whom people name as having written an article, in place of those whom its words tell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BylineSet:
    """A person said whom the article names as having written it; with nobody and nothing, its words tell that again."""

    named: tuple[str, ...]
    """Ids of the accounts it names, in this order. Each of them has brought words into the text."""
    body: str
    """The newsroom or the agency it names after them ("Redaktion"); empty if it names none."""
    left_out: tuple[str, ...]
    """Ids of the accounts that had brought words into the text at that moment and are not named."""

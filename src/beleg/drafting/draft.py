"""Draft: what a drafting engine hands over."""

from dataclasses import dataclass

from beleg.terms.revision import SentenceOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A first version: `content` in Beleg's Markdown, and one origin for each of its sentences, in their order.

    The origins' `changed_by` is empty: who ordered the draft is not known here.
    """

    content: str
    sentences: tuple[SentenceOrigin, ...]

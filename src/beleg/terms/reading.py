"""Reading: what a text says, and who says it."""

from dataclasses import dataclass
from enum import StrEnum

from beleg.terms.quotation import Quotation
from beleg.terms.span import Span
from beleg.terms.token import Token


class BlockKind(StrEnum):
    """What a line or paragraph of a text is."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """An item of a list."""
    TEASER = "teaser"
    """What stands between headline and text to draw a reader in; only drafts have one."""
    QUOTE = "quote"
    """A block quote; only drafts have any."""


@dataclass(frozen=True, slots=True)
class Block:
    """A headline, paragraph or the like; `[start, end)` covers its words without the marks around it (`# `)."""

    kind: BlockKind
    start: int
    end: int


class Voice(StrEnum):
    """Who vouches for a clause: the text itself, or somebody it reports."""

    OWN = "own"
    """Asserted by the text."""
    ATTRIBUTED = "attributed"
    """Attributed to somebody (a quotation, a Konjunktiv, "laut X")."""
    HEDGED = "hedged"
    """Asserted with a reservation and no speaker: "soll", "angeblich", "offenbar"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a text; `[start, end)` without surrounding white space, `text` its words."""

    start: int
    end: int
    text: str
    block: BlockKind = BlockKind.PARAGRAPH
    voice: Voice = Voice.OWN
    """Who vouches for its main statement."""
    tokens: tuple[Token, ...] = ()
    """Its words and marks, with offsets into the whole text."""

    @property
    def span(self) -> Span:
        """Where the sentence lies in its text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text says and who says it.

    `language` is the code of the language it was read in; empty if it is none that Beleg reads, and then
    there are sentences but no quotations. `undecided` says in one sentence each what could not be decided.
    """

    text: str
    language: str
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    undecided: tuple[str, ...] = ()

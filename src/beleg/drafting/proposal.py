"""Proposal: what a language model writes to order, and who can be asked for one.

The model's words are no draft yet: `beleg.model_draft` reads and checks every sentence of them first.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from beleg.drafting.material import Material
from beleg.terms.brief import Brief
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error


class Task(StrEnum):
    """What a model is asked to do."""

    DRAFT = "draft"
    """Write an article from the passages."""
    SHORTEN = "shorten"
    """Write a given text shorter, from the same passages."""
    HEADLINES = "headlines"
    """Propose headlines for a given text: one paragraph, each of its sentences a variant."""
    TEASERS = "teasers"
    """Propose teasers for it: each paragraph a variant."""
    TRANSLATE = "translate"
    """Put a given text into the brief's language: one sentence for each of its sentences, citing that one."""


@dataclass(frozen=True, slots=True)
class ProposedSentence:
    """A sentence with the labels of the passages it is said to rest on."""

    text: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedBlock:
    """A headline, subhead, list item or paragraph of proposed sentences."""

    kind: BlockKind
    sentences: tuple[ProposedSentence, ...]


@dataclass(frozen=True, slots=True)
class Complaint:
    """What was wrong with a proposed sentence, as the model is told when it may try once more."""

    sentence: str
    reasons: tuple[str, ...]
    wording: tuple[str, ...] = ()
    """The words of the passages that bear on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """All that a model is told: the task, the brief, the passages, and in the second round what was wrong with the
    first.
    """

    brief: Brief
    material: Material
    complaints: tuple[Complaint, ...] = ()
    task: Task = Task.DRAFT
    text: tuple[str, ...] = ()
    """The sentences of the text that is worked on; the first has the label "t1". Empty for a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a model wrote, and what that took.

    `prompt_sha256` is the SHA-256, in hex, of everything that was sent; `parameters` are those it was sent with, as
    "name=value"; tokens are counted as the endpoint counts them, 0 where it does not say.
    """

    blocks: tuple[ProposedBlock, ...]
    model: str
    prompt_sha256: str
    parameters: tuple[str, ...] = ()
    tokens_in: int = 0
    tokens_out: int = 0
    requests: int = 1
    """How often the endpoint was asked for it, those tried again included."""
    milliseconds: int = 0
    """How long the answer took."""


class NoProposalError(Error):
    """The model gave no proposal that can be read; the sentence says why."""


class DraftingModel(Protocol):
    """A language model that writes to order."""

    @property
    def name(self) -> str:
        """What to call it in the record and in the disclosure."""

    @property
    def host(self) -> str:
        """The machine that is asked, as the record names it."""

    @property
    def on_this_machine(self) -> bool:
        """Whether that is this machine, so that nothing leaves it."""

    def propose(self, order: Order) -> Proposal:
        """Write. Raises NoProposalError where no proposal came, or none that can be read."""

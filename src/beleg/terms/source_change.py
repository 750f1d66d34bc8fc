"""Source change: what becomes of a source after it was taken in, and the events that say so."""

from dataclasses import dataclass

from beleg.terms.passage import Passage


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A passage of a source that its newer version no longer has in these words.

    `passage` stands in the older version; `now` is what the newer one has in its place, None where it has nothing.
    """

    passage: Passage
    now: Passage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChange:
    """How the newer version of a source differs from the older.

    `passages` are those of the older that changed or vanished, `added` those of the newer that stand in the place of
    none, both in the order of their texts. `kept` counts the passages that both have.
    """

    passages: tuple[PassageChange, ...] = ()
    added: tuple[Passage, ...] = ()
    kept: int = 0

    @property
    def same(self) -> bool:
        """Whether the two say the same."""
        return not self.passages and not self.added

    @property
    def unrelated(self) -> bool:
        """Whether the two have nothing in common: no passage is kept, and none has another in its place."""
        return not self.kept and all(change.now is None for change in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChanged:
    """The publisher of a source changed it; its newer version was taken in, and counts from now on in its place."""

    source: str
    """Id of the version that was changed."""
    new: str
    """Id of the newer version."""
    passages: tuple[PassageChange, ...]
    """The passages of the older version that changed or vanished, each with what stands there now; empty where it was
    only added to.
    """
    added: tuple[Passage, ...]
    """The passages of the newer version that stand in the place of none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRetracted:
    """A source was taken back by its publisher, or found wrong by a person; nothing is supported by it any more."""

    source: str
    """Id of the source."""
    by_publisher: bool
    """Whether its publisher took it back; if not, a person of the newsroom found it wrong."""
    reason: str
    """What the publisher or its server said, or why it is wrong; never empty."""

"""Source change: what became of the passages of a source when its publisher changed it."""

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

    `passages` are those of the older that changed or vanished, `added` those of the newer that stand in the place of none, both
    in the order of their texts. `kept` counts the passages that both have.
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

"""Events of the chain in which a newsroom keeps its house style."""

from dataclasses import dataclass

from beleg.terms.house_style import HouseStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyleSet:
    """The house style was set; from here on texts are checked with it. It stands in a chain of its own."""

    style: HouseStyle
    """All of it, and not only what changed."""

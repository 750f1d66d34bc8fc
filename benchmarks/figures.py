"""Figure: one measured number, and the floors that pin it."""

import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number. `name` is `suite.what` (`wires.titles`), `unit` is `share`, `ms`, `MB` or a count's noun."""

    name: str
    value: float
    unit: str
    higher_is_better: bool = True

    def __str__(self) -> str:
        return f"{self.name:<44} {self.value:>10.3f} {self.unit}"


@dataclass(frozen=True, slots=True)
class Floor:
    """The value a figure must not fall below (or rise above, where less is better), on one exact corpus."""

    value: float
    corpus: str


def floors() -> dict[str, Floor]:
    """The pinned floors by figure name."""
    table = tomllib.loads(FLOORS.read_text("utf-8"))
    corpora = table["corpora"]
    return {
        f"{suite}.{what}": Floor(float(value), str(corpora.get(suite, "")))
        for suite, values in table["floors"].items()
        for what, value in values.items()
    }


def goals() -> dict[str, float]:
    """What the project wants of figures whose floor is below it, by figure name; 0 where it wants none of a thing."""
    return {
        f"{suite}.{what}": float(value)
        for suite, values in tomllib.loads(FLOORS.read_text("utf-8"))["goals"].items()
        for what, value in values.items()
    }


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of the files of a corpus folder, in the order of their names."""
    total = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def below_floor(figure: Figure, pinned: dict[str, Floor]) -> str:
    """One sentence if the figure is worse than its floor; empty if it holds or has none."""
    floor = pinned.get(figure.name)
    if floor is None:
        return ""
    worse = figure.value < floor.value if figure.higher_is_better else figure.value > floor.value
    return f"{figure.name} is {figure.value:.3f}, its floor is {floor.value:.3f}." if worse else ""

"""Document: what a report for people says, before it is a web page or a PDF."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `quiet` is said in passing; `strong` must not be overlooked."""

    words: str
    quiet: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A value under its name. `code` is a hash or an id, to be set in a fixed width."""

    name: str
    value: str
    code: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Values under their names, one below the other."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Short values in rows. A long text is no cell: it goes into a `Card`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One thing with its words and what is said of it; `mark` is where it stands, in two or three words."""

    title: str
    mark: str
    words: str
    facts: tuple[Fact, ...] = ()


Block = Text | Facts | Table | Card


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report in one language (BCP 47 code)."""

    language: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    foot: str
    """One line that stands on every page of a print."""

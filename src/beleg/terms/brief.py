"""Brief: what a draft is ordered as."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What kind of text is ordered."""

    NEWS = "news"
    """The most important first, statements attributed."""
    BRIEF = "brief"
    """The same in a few sentences, without subheads."""
    BACKGROUND = "background"
    """How it came to this; subheads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """An order for a draft. `angle` and `audience` are free words of the newsroom and may be empty."""

    language: str
    """Code of the language to write in (`de`, `en`)."""
    sentences: int = 12
    """How many at most, the headline not counted."""
    angle: str = ""
    """What the article is to be about, where the sources hold more."""
    audience: str = ""
    """Whom it is for."""
    form: Form = Form.NEWS

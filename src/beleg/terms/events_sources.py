"""Events of sources: what people say of a source in place of what it was taken in with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDescription:
    """What is said of a source beside its text: who published it, who wrote it, what it is called, when it came out,
    its language.
    """

    title: str
    """Headline, subject or title; empty where there is none."""
    publisher: str
    """Who published it: a medium, an agency, an authority; empty where not known."""
    author: str
    """Who wrote it; empty where not known."""
    published: str
    """RFC 3339; empty where not known."""
    language: str
    """BCP 47 code; empty where not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDescribed:
    """A person corrected what is said of a source: its title, publisher, author, date or language. Its text stays as it
    is.
    """

    source: str
    """Id of the source."""
    before: SourceDescription
    """What was said of it until then."""
    now: SourceDescription
    """What counts from here on."""
    reason: str
    """Where the person has it from; never empty."""

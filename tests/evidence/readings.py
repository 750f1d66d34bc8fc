"""Sources and quotations for tests, read by the engine itself."""

from beleg.language.registry import language_for
from beleg.reading import read
from beleg.terms.evidence import ReadSource
from beleg.terms.source import Source


def read_source(text: str, language: str = "de") -> ReadSource:
    """A source with its reading."""
    return ReadSource(Source(text=text, language=language), read(text, language_for(language)))

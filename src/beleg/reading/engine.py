"""Engine: who finds the quotations of a text; the rules that come with Beleg, or models of the newsroom's own."""

from typing import Final, Protocol

from beleg.language.language import Language
from beleg.reading.reader import read as read_by_rules
from beleg.terms.reading import Reading


class QuotationEngine(Protocol):
    """Reads texts. Values in, values out: the same text is read the same way, and no disk or clock is asked."""

    def read(self, text: str, language: Language | None) -> Reading:
        """Read a text as `beleg.reading.read` does: its blocks, sentences and quotations; never raises."""


class DefaultEngine:
    """The engine that comes with Beleg: rules and word lists, every part of it free to ship."""

    def read(self, text: str, language: Language | None) -> Reading:
        """Read a text by rules."""
        return read_by_rules(text, language)


DEFAULT: Final[QuotationEngine] = DefaultEngine()


def read(text: str, language: Language | None, *, engine: QuotationEngine = DEFAULT) -> Reading:
    """Read a text with an engine; without one named, with the rules that come with Beleg."""
    return engine.read(text, language)

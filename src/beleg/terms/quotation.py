"""Quotation: words or content attributed to a speaker."""

from dataclasses import dataclass
from enum import StrEnum

from beleg.terms.span import Span


class QuotationKind(StrEnum):
    """How the words are given (Brunner 2013; Petersen-Frey & Biemann 2024)."""

    DIRECT = "direct"
    """The words themselves, in quotation marks."""
    INDIRECT = "indirect"
    """The content in a dependent clause or in the Konjunktiv, with a frame."""
    REPORTED = "reported"
    """That something was said, its content only named: "Sie kritisierte den Zeitplan"."""
    FREE_INDIRECT = "free_indirect"
    """The speaker's view in the narrator's voice, without a frame."""
    INDIRECT_FREE_INDIRECT = "indirect_free_indirect"
    """Indirect speech carried on in the Konjunktiv without a frame of its own."""


class Medium(StrEnum):
    """Whether the words were spoken, thought or written."""

    SPEECH = "speech"
    THOUGHT = "thought"
    WRITING = "writing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words or content attributed to a speaker.

    The parts are tuples of spans because each can be interrupted. For direct speech `quote` covers the words
    *inside* the quotation marks. `speaker` holds the words of the text that name the speaker, possibly in
    another sentence; empty where the text names none.
    """

    kind: QuotationKind
    quote: tuple[Span, ...]
    medium: Medium = Medium.SPEECH
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """From the first quoted word to the last."""
        return Span(self.quote[0].start, self.quote[-1].end)

    def speaker_words(self, text: str) -> str:
        """The words that name the speaker, or an empty string."""
        return " ".join(part.of(text) for part in self.speaker)

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


class Naming(StrEnum):
    """How a text names who speaks."""

    NAMED = "named"
    """By a proper name: "Jana Kern", "die „Rundschau“"."""
    DESCRIBED = "described"
    """By an office or a body: "ein Sprecher", "die Polizei"."""
    UNNAMED = "unnamed"
    """As somebody who stays in the dark: "Insider", "Kreise", "Quellen"."""
    NOBODY = "nobody"
    """Not at all."""


@dataclass(frozen=True, slots=True)
class Points:
    """A reason to read words as one construction rather than another, by its permanent name, with its weight."""

    reason: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why words were read as a quotation.

    `rule` is the permanent id of the construction ("leading_frame"); `cue` the words of the text that announced
    it, as they stand; `mood` its verbs in the mood of reported speech; `points` what spoke for this construction
    and against it. `cue` and `mood` are empty where nothing of the kind decided, `points` where there was no choice.
    """

    rule: str
    cue: str = ""
    mood: tuple[str, ...] = ()
    points: tuple[Points, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words or content attributed to a speaker.

    The parts are tuples of spans because each can be interrupted. For direct speech `quote` covers the words *inside*
    the quotation marks. `speaker` holds the words of the text that stand for the speaker as they stand, a pronoun
    ("sie") or an account ("Angaben der Polizei") included, possibly in another sentence; empty where the text has
    none. `referent` holds the words that say who that is ("Jana Kern", "der Polizei"); empty where the speaker's own
    words do, or nothing does. In "die Rundschau berichtet unter Berufung auf Insider, …" the speaker's words are "die
    Rundschau", and it is the insiders who speak: they are the referent, the Rundschau stands in the chain. `chain`
    names the speakers outside this one, nearest first: in "laut „Rundschau“ sagte Kern, …" Kern speaks and the chain
    holds the „Rundschau“. `naming` says how the speaker is named; `why` why this was read as a quotation, None where
    the engine gives no reason.
    """

    kind: QuotationKind
    quote: tuple[Span, ...]
    medium: Medium = Medium.SPEECH
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    referent: tuple[Span, ...] = ()
    chain: tuple[tuple[Span, ...], ...] = ()
    naming: Naming = Naming.NOBODY
    why: Reason | None = None

    @property
    def span(self) -> Span:
        """From the first quoted word to the last."""
        return Span(self.quote[0].start, self.quote[-1].end)

    def speaker_words(self, text: str) -> str:
        """The words that say who speaks: the referent's where there are any, else the speaker's; or an empty string."""
        return " ".join(part.of(text) for part in self.referent or self.speaker)

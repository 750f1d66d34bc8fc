"""Generation: a language model wrote, and what became of its words."""

from dataclasses import dataclass

from beleg.terms.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class StruckSentence:
    """A sentence a model wrote that the sources did not bear out; it stands in no text."""

    text: str
    reasons: tuple[str, ...]
    """What the checks had against it, in the language of the draft."""
    sources_say: tuple[Passage, ...] = ()
    """The passages nearest to it; empty where no source speaks of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftGenerated:
    """A language model wrote a draft to order; what the sources bore out of it is the revision saved with it."""

    number: int
    """The revision it became."""
    content_sha256: str
    """Hash of its content."""
    model: str
    """Name of the model, as the endpoint gives it."""
    endpoint: str
    """The machine that was asked."""
    angle: str
    """What it was to be about; empty where nobody said."""
    audience: str
    """Whom it was for; empty where nobody said."""
    form: str
    """The form ordered: news, brief or background."""
    sentences: int
    """How many sentences were ordered at most."""
    prompts: tuple[str, ...]
    """SHA-256, in hex, of everything that was sent, for each round."""
    parameters: tuple[str, ...]
    """What the model was asked with, as "name=value"."""
    tokens_in: int
    """Tokens sent, as the endpoint counts them; 0 where it does not say."""
    tokens_out: int
    """Tokens written, counted likewise."""
    sources: tuple[str, ...]
    """Ids of the sources whose passages were sent."""
    struck: tuple[StruckSentence, ...]
    """What it wrote and the sources did not bear out."""
    sent_back: tuple[StruckSentence, ...] = ()
    """What was struck of its first version and went back to it once; empty where it was asked once."""
    requests: int = 0
    """How often the endpoint was asked, all rounds and tries together."""
    milliseconds: int = 0
    """How long its answers took."""
    cost: str = ""
    """What the tokens cost by the price the newsroom has written down ("0.0031"); empty where none is or no tokens were
    counted.
    """
    currency: str = ""
    """The currency of the cost, an ISO 4217 code; empty where there is none."""
    task: str = ""
    """What was asked for instead of a draft: headlines, teasers, shorten, translate; empty for a draft."""

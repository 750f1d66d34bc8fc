"""Events of judging: what people say of a sentence before they know what the machine says of it."""

from dataclasses import dataclass

from beleg.terms.judging import Answer
from beleg.terms.report import Verdict
from beleg.terms.sight import Sight


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceJudged:
    """A person who wrote none of the text said of a sentence of high risk whether the sources say so, reading them
    alone.
    """

    sentence: str
    """Key of the sentence."""
    text: str
    """Its exact words."""
    evidence: str
    """Key of the evidence the person had before them (`beleg.terms.revision.evidence_key`)."""
    answer: Answer
    """What the person said."""
    verdict: Verdict
    """What the machine said at that moment."""
    before_verdict: bool
    """Whether no verdict on the sentence with this evidence had been shown to the person by this newsroom's desk."""
    opens: bool = False
    """Whether the answer opens the sentence until somebody changes it or decides about it with a reason: a no does. An
    answer in a record from before that opens nothing."""
    sight: Sight = Sight.NOT_KNOWN
    """How much was known of the evidence on the person's screen. The newsroom's own word."""

"""Open things: what there is to decide in a text, counted once, the same way on every page."""

from bisect import bisect_left

from beleg.review.assessment import blocks
from beleg.terms.report import CheckedSentence
from beleg.terms.review import Review, ReviewedSentence
from beleg.text.overlaps import Overlaps


def waiting_alone(review: Review) -> tuple[ReviewedSentence, ...]:
    """Return the sentences that wait for a person and that no open finding leads to, in the order of the text.

    With the open findings they are all there is to decide: a sentence that waits because of a finding is counted with
    that.
    """
    open_findings = [found.finding for found in review.findings if blocks(found)]
    lying = Overlaps((one.span, one) for one in open_findings if one.start < one.end)
    between = sorted(one.start for one in open_findings if one.start == one.end)

    def led_to(sentence: CheckedSentence) -> bool:
        """Whether an open finding lies on the sentence; one without words between two belongs to the one it ends."""
        at = bisect_left(between, sentence.start)
        return (
            (at < len(between) and between[at] <= sentence.end)
            or next(lying.at(sentence.span), None) is not None
            or any(one in open_findings for one in sentence.findings)
        )

    return tuple(one for one in review.sentences if one.state.waits and not led_to(one.sentence))

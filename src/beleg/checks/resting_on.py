"""Resting on: where in a draft something about a source is said."""

from beleg.terms.evidence import Examination
from beleg.terms.reading import Sentence


def resting_on(examination: Examination) -> dict[str, Sentence]:
    """By the id of a source: the first sentence that asserts something and has a passage of it as evidence."""
    return {
        passage.source: found.sentence
        for found in reversed(examination.sentences)
        if found.claims
        for passage in found.passages
    }

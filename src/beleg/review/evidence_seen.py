"""Evidence seen: what names the evidence of a sentence, so that a confirmation can say which evidence it was given
to.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from beleg.terms.dossier import Dossier
from beleg.terms.passage import Passage
from beleg.terms.report import CheckedSentence, Verdict
from beleg.terms.review import Review, ReviewedSentence, SentenceState
from beleg.terms.revision import evidence_key, sentence_key


def evidence_keys(dossier: Dossier) -> Mapping[str, str]:
    """Return the key of the evidence of every sentence of the last check of exactly the current text.

    By the key of the sentence; empty without such a check. The same words can stand in the text twice: who confirms
    them has seen the evidence of both. A passage that stands word for word in a newer version of its source is the
    same.
    """
    check = dossier.last_check
    return evidence_keys_of(dossier, check.report.sentences) if check else {}


def evidence_keys_of(dossier: Dossier, sentences: Iterable[CheckedSentence]) -> Mapping[str, str]:
    """Return the key of the evidence of each of these sentences as a check of the dossier found it, by the key of the
    sentence.
    """
    first = _first_versions(dossier)
    passages: defaultdict[str, list[Passage]] = defaultdict(list)
    for sentence in sentences:
        passages[sentence_key(sentence.text)] += (
            replace(passage, source=first.get(passage.source, passage.source))
            for passage in sentence.evidence
        )
    return {key: evidence_key(found) for key, found in passages.items()}


def unread(review: Review, seen: Set[tuple[str, str]]) -> frozenset[str]:
    """Return the keys of the sentences that have evidence and whose evidence, as it is now, is not among what was
    `seen`.

    `seen` are pairs of the key of a sentence and the key of the evidence that was on a person's screen for it. That it
    was there says nothing about whether it was read.
    """
    return frozenset(
        one.key for one in review.sentences if has_evidence(one) and (one.key, one.evidence_key) not in seen
    )


def has_evidence(reviewed: ReviewedSentence) -> bool:
    """Whether there is a passage to read: one that a finding holds against the sentence, or one that it rests on.

    The passages nearest to a sentence are not to be read where there is nothing to check, nor where all that was found
    is about the text alone (a chatbot's words): they have nothing to do with it.
    """
    sentence = reviewed.sentence
    if any(found.evidence for found in sentence.findings):
        return True
    if not sentence.evidence or reviewed.state is SentenceState.NOTHING_TO_CHECK:
        return False
    return sentence.verdict is Verdict.SUPPORTED or not sentence.findings


def _first_versions(dossier: Dossier) -> Mapping[str, str]:
    """For every source the id of the version of it that was taken in first."""
    first: dict[str, str] = {}
    for source in dossier.sources:  # a newer version is taken in after the one it is a version of
        first[source.source] = first.get(source.newer_version_of, source.source)
    return first

"""Evidence seen: what names the evidence of a sentence, so that a confirmation can say which evidence it was given to."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from beleg.terms.dossier import Dossier
from beleg.terms.passage import Passage
from beleg.terms.revision import evidence_key, sentence_key


def evidence_keys(dossier: Dossier) -> Mapping[str, str]:
    """Return the key of the evidence of every sentence of the last check of exactly the current text.

    By the key of the sentence; empty without such a check. The same words can stand in the text twice: who confirms
    them has seen the evidence of both. A passage that stands word for word in a newer version of its source is the same.
    """
    check = dossier.last_check
    if check is None:
        return {}
    first = _first_versions(dossier)
    passages: defaultdict[str, list[Passage]] = defaultdict(list)
    for sentence in check.report.sentences:
        passages[sentence_key(sentence.text)] += (
            replace(passage, source=first.get(passage.source, passage.source))
            for passage in sentence.evidence
        )
    return {key: evidence_key(found) for key, found in passages.items()}


def _first_versions(dossier: Dossier) -> Mapping[str, str]:
    """For every source the id of the version of it that was taken in first."""
    first: dict[str, str] = {}
    for source in dossier.sources:  # a newer version is taken in after the one it is a version of
        first[source.source] = first.get(source.newer_version_of, source.source)
    return first

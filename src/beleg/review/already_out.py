"""Already out: which sentences of the current text readers have before them, word for word and with the same evidence.

A newsroom that published a sentence stands by it; what is asked before a signature is asked of what a signature would
change.
"""

from beleg.review.evidence_seen import evidence_keys_of
from beleg.terms.dossier import Dossier
from beleg.terms.events import DraftChecked
from beleg.terms.review import ReviewedSentence


def went_out(dossier: Dossier, sentence: ReviewedSentence) -> bool:
    """Whether the sentence stands in what was published last with the evidence it has now, or the article was
    withdrawn.

    A sentence whose source changed or was taken back since is none of these, whatever evidence it has.
    """
    if dossier.withdrawal is not None:
        return True
    check = _signed_check(dossier)
    if check is None or sentence.touched:
        return False
    same = [one for one in check.report.sentences if one.text == sentence.sentence.text]
    return bool(same) and evidence_keys_of(dossier, same).get(sentence.key) == sentence.evidence_key


def _signed_check(dossier: Dossier) -> DraftChecked | None:
    """The check that what was published last had been signed with: the newest of its text that knew no later source."""
    if not dossier.publications:
        return None
    last = dossier.publications[-1]
    signed = dossier.sign_off_of(last)
    sources = signed.sources if signed else 0
    checks = zip(reversed(dossier.checks), reversed(dossier.sources_at_checks), strict=True)
    return next(
        (
            check
            for check, known in checks
            if check.content_sha256 == last.event.content_sha256 and known <= sources
        ),
        None,
    )

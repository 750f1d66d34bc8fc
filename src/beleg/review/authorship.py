"""Authorship: whose words the text is made of. The four-eyes rule goes by this, never by a role."""

from collections import deque
from collections.abc import Sequence

from beleg.review.rewriting import Earlier
from beleg.terms.dossier import Dossier
from beleg.terms.revision import Origin, Revision, SentenceOrigin


def authors(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts that wrote, changed or ordered from a machine any of the text as it stands.

    These are all who saved a revision up to the earliest one with exactly the current content, in the order of
    their first; whoever came later has left nothing in it (a full revert takes a person out). Then those who wrote
    a correction note since the last publication: readers will see it, and who signs vouches for it too. Empty
    without a draft. Who wrote something that was cut again before that revision still counts.
    """
    current = dossier.current
    if current is None:
        return ()
    found: dict[str, None] = {}
    for revision in dossier.revisions:
        found[revision.by] = None
        if revision.content_sha256 == current.content_sha256:
            break
    found.update((correction.by, None) for correction in dossier.noted_corrections)
    return tuple(found)


def sentence_origins(
    sentences: Sequence[str], revisions: Sequence[Revision], *, by: str
) -> tuple[SentenceOrigin, ...]:
    """Return where the sentences of a text that `by` saves come from, given the dossier's revisions before it.

    A sentence that stood word for word in an earlier revision keeps the origin it had there, wherever it stands
    now and even if it was missing meanwhile: pasting a machine's sentence back does not make it one's own. Any
    other is `by`'s (`person`); if it is a rewriting of a sentence of any earlier revision
    (`beleg.review.rewriting`), it keeps that one's engine and passages, and still has to be read against them if that one had:
    who changes a comma has not held the rest against its source.
    """
    known = _known(revisions)
    earlier = Earlier([found[0] for found in known.values()])
    origins: list[SentenceOrigin] = []
    for text in sentences:
        if text in known:
            # The last one stands for every further copy of the same words.
            same = known[text]
            origins.append(same.popleft() if len(same) > 1 else same[0])
        else:
            old = earlier.rewritten_as(text)
            origins.append(
                SentenceOrigin(
                    text=text,
                    origin=Origin.PERSON,
                    changed_by=by,
                    engine=old.engine if old else "",
                    passages=old.passages if old else (),
                    to_read=old is not None and old.to_read,
                )
            )
    return tuple(origins)


def _known(revisions: Sequence[Revision]) -> dict[str, deque[SentenceOrigin]]:
    """The origins of every sentence there ever was, by its words, as the newest revision that has it tells them."""
    known: dict[str, deque[SentenceOrigin]] = {}
    told: dict[str, int] = {}
    for back, revision in enumerate(reversed(revisions)):
        for origin in revision.sentences:
            if told.setdefault(origin.text, back) == back:
                known.setdefault(origin.text, deque()).append(origin)
    return known

"""Authorship: whose words the text is made of. The four-eyes rule goes by this, never by a role."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from beleg.review.rewriting import Earlier
from beleg.terms.dossier import Dossier
from beleg.terms.revision import Origin, Revision, SentenceOrigin

KEPT = 0.75
"""Share of the words of two sentences of correction notes that must stand in both for one to be the other, hardly changed."""
_FEWEST = 4
"""Words from which a part of a note is a sentence of somebody's; "Das ist falsch" is nobody's."""
_END = re.compile(r"[.!?;:]+(?=\s|$)|\n+")
"""Where a part of a note ends. Plain on purpose: who may have signed follows from it for good, whatever else becomes better at sentences."""
_WORD = re.compile(r"\w+")


def authors(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts that have a hand in what goes out: those of the text, then those of the correction note."""
    return tuple(dict.fromkeys((*text_authors(dossier), *note_writers(dossier))))


def note_writers(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts whose words stand in the correction note that goes out next, in the order they wrote them.

    Readers will see it, and who signs vouches for it too. That is whoever wrote the last note since the last publication,
    and who wrote one before it of which a sentence still stands in it, word for word or hardly changed (`KEPT`): a comma
    set by somebody else makes nobody's note another's. Of a note that was replaced by other words nothing goes out, and
    its writer has no hand in it any more.
    """
    noted = dossier.noted_corrections
    if not noted:
        return ()
    standing = tuple(_parts(noted[-1].event.note))
    return tuple(
        dict.fromkeys(
            one.by for one in noted if any(_kept(part, standing) for part in _parts(one.event.note))
        )
    )


def _parts(note: str) -> Iterator[frozenset[str]]:
    """The words of a note as a whole, and of each part of it that is a sentence of somebody's."""
    yield _words(note)
    yield from (words for part in _END.split(note) if len(words := _words(part)) >= _FEWEST)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text)) or frozenset((text.strip(),))


def _kept(part: frozenset[str], standing: Sequence[frozenset[str]]) -> bool:
    return any(len(part & other) >= KEPT * len(part | other) for other in standing)


def text_authors(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts that wrote, changed or ordered from a machine any of the text as it stands.

    These are all who saved a revision up to the earliest one with exactly the current content, in the order of
    their first; whoever came later has left nothing in it (a full revert takes a person out). Empty without a draft.
    Who wrote something that was cut again before that revision still counts.
    """
    current = dossier.current
    if current is None:
        return ()
    found: dict[str, None] = {}
    for revision in dossier.revisions:
        found[revision.by] = None
        if revision.content_sha256 == current.content_sha256:
            break
    return tuple(found)


def source_describers(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts that corrected the details of a source since the last publication, in the order they did.

    Readers see the details on the page, and dates in a source are counted from them: who signs vouches for them too. Who corrected
    what was corrected again afterwards still counts.
    """
    last = dossier.publications[-1].position if dossier.publications else 0
    return tuple(dict.fromkeys(one.by for one in dossier.descriptions if one.position > last))


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

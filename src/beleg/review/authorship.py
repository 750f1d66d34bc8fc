"""Authorship: whose words the text is made of. The four-eyes rule goes by this, never by a role."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from beleg.review.rewriting import Earlier
from beleg.terms.dossier import Dossier
from beleg.terms.revision import Origin, Revision, SentenceOrigin

KEPT = 0.75
"""Share of the words of a correction note, or of a sentence of it, that must stand in another note for it to be kept
there.
"""
_FEWEST = 4
"""Words from which a part of a note is a sentence of somebody's; "Das ist falsch" beside others is nobody's."""
_END = re.compile(r"[.!?;:]+(?=\s|$)|\n+")
"""Where a part of a note ends. Plain on purpose: who may have signed follows from it for good, whatever else becomes
better at sentences.
"""
_WORD = re.compile(r"\w+")


def authors(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts that have a hand in what goes out: those of the text, then those of the correction note."""
    return tuple(dict.fromkeys((*text_authors(dossier), *note_writers(dossier))))


def note_writers(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts whose words stand in the correction note that goes out next, in the order they wrote them.

    Readers will see it, and who signs vouches for it too. That is whoever wrote the last note since the last
    publication, and who wrote one before it that was not replaced. A note was not replaced while it, or a sentence of
    it, stands in the last one word for word or hardly changed (`KEPT`), or a sentence of the last one in it: whoever
    sets a comma, adds words of their own or cuts some makes nobody's note another's. Of a note that was replaced by
    other words nothing goes out, and its writer has no hand in it any more.
    """
    noted = dossier.noted_corrections
    if not noted:
        return ()
    last = noted[-1].event.note
    return tuple(
        dict.fromkeys(
            one.by for one in noted if _stands(one.event.note, last) or _stands(last, one.event.note)
        )
    )


def _stands(note: str, other: str) -> bool:
    """Whether a note, or a sentence of it, stands in another one."""
    there = _words(other)
    return any(len(part & there) >= KEPT * len(part) for part in _parts(note))


def _parts(note: str) -> Iterator[frozenset[str]]:
    """The words of a note as a whole, however few, and of each part of it that is a sentence of somebody's."""
    yield _words(note)
    yield from (words for part in _END.split(note) if len(words := _words(part)) >= _FEWEST)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text)) or frozenset((text.strip(),))


def text_authors(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts that wrote, changed or ordered from a machine any of the text as it stands.

    These are all who saved a revision up to the earliest one with exactly the current content, in the order of their
    first; whoever came later has left nothing in it (a full revert takes a person out). Empty without a draft. Who
    wrote something that was cut again before that revision still counts. Of a translation whoever wrote the original
    comes first: the statements are theirs, in whatever language.
    """
    current = dossier.current
    if current is None:
        return ()
    found = dict.fromkeys(dossier.original_by)
    for revision in dossier.revisions:
        found[revision.by] = None
        if revision.content_sha256 == current.content_sha256:
            break
    return tuple(found)


def source_describers(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts that pasted a source, then those that corrected the details of one since the last
    publication.

    Who typed or pasted the text of a source, and says who published it and when, has supplied the evidence, and vouches
    for no text that rests on it, as long as the dossier lives. Readers see the details on the page, and dates in a
    source are counted from them: who signs vouches for them too. Who corrected what was corrected again afterwards
    still counts.
    """
    last = dossier.publications[-1].position if dossier.publications else 0
    described = (one.by for one in dossier.descriptions if one.position > last)
    return tuple(dict.fromkeys((*dossier.pasted_by, *described)))


def byline_setters(dossier: Dossier) -> tuple[str, ...]:
    """Return the account that set the byline by hand since the last publication; nobody where the words tell it.

    The page says what they decided: who signs vouches for that too. Whose byline was set anew or taken back decided
    nothing that goes out.
    """
    last = dossier.publications[-1].position if dossier.publications else 0
    for one in dossier.bylines[-1:]:
        if one.position > last and (one.event.named or one.event.body):
            return (one.by,)
    return ()


def sentence_origins(
    sentences: Sequence[str], revisions: Sequence[Revision], *, by: str
) -> tuple[SentenceOrigin, ...]:
    """Return where the sentences of a text that `by` saves come from, given the dossier's revisions before it.

    A sentence that stood word for word in an earlier revision keeps the origin it had there, wherever it stands now and
    even if it was missing meanwhile: pasting a machine's sentence back does not make it one's own. Any other is `by`'s
    (`person`); if it is a rewriting of a sentence of any earlier revision (`beleg.review.rewriting`), it keeps that
    one's engine and passages, and still has to be read against them if that one had: who changes a comma, or joins it
    to another sentence, has not held the rest against its source.
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

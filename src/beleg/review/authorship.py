"""Authorship: whose words the text is made of. The four-eyes rule goes by this, never by a role."""

from collections import defaultdict, deque
from collections.abc import Sequence
from difflib import SequenceMatcher

from beleg.terms.dossier import Dossier
from beleg.terms.revision import Origin, Revision, SentenceOrigin

_REWRITTEN = 0.5
"""Share of the words of the shorter of two sentences that must agree for one to count as a rewriting of the other."""


def authors(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts that wrote, changed or ordered from a machine any of the text as it stands.

    These are all who saved a revision up to the earliest one with exactly the current content, in the order of
    their first; whoever came later has left nothing in it (a full revert takes a person out). Empty without a
    draft. Who wrote something that was cut again before that revision still counts.
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


def sentence_origins(
    sentences: Sequence[str], revisions: Sequence[Revision], *, by: str
) -> tuple[SentenceOrigin, ...]:
    """Return where the sentences of a text that `by` saves come from, given the dossier's revisions before it.

    A sentence that stood word for word in an earlier revision keeps the origin it had there, wherever it stands
    now and even if it was missing meanwhile: pasting a machine's sentence back does not make it one's own. Any
    other is `by`'s (`person`); where it takes the place of a similar one of the last revision it keeps that
    one's engine and passages, and so counts as rewritten.
    """
    known = _known(revisions)
    before = revisions[-1].sentences if revisions else ()
    rewritten = _rewritten([origin.text for origin in before], sentences)
    origins: list[SentenceOrigin] = []
    for place, text in enumerate(sentences):
        if known[text]:
            # The last one stands for every further copy of the same words.
            origins.append(known[text].popleft() if len(known[text]) > 1 else known[text][0])
        else:
            old = before[rewritten[place]] if place in rewritten else None
            origins.append(
                SentenceOrigin(
                    text=text,
                    origin=Origin.PERSON,
                    changed_by=by,
                    engine=old.engine if old else "",
                    passages=old.passages if old else (),
                )
            )
    return tuple(origins)


def _known(revisions: Sequence[Revision]) -> defaultdict[str, deque[SentenceOrigin]]:
    """The origins of every sentence there ever was, by its words, as the newest revision that has it tells them."""
    known: defaultdict[str, deque[SentenceOrigin]] = defaultdict(deque)
    for revision in reversed(revisions):
        seen = set(known)
        for origin in revision.sentences:
            if origin.text not in seen:
                known[origin.text].append(origin)
    return known


def _rewritten(before: Sequence[str], now: Sequence[str]) -> dict[int, int]:
    """Which sentence of `before` (value, an index) a changed sentence of `now` (key, an index) took the place of."""
    pairs: dict[int, int] = {}
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    for act, start, end, now_start, now_end in matcher.get_opcodes():
        if act != "replace":
            continue
        for place in range(now_start, now_end):
            alike, nearest = max((_alike(before[old], now[place]), -old) for old in range(start, end))
            if alike >= _REWRITTEN:
                pairs[place] = -nearest
    return pairs


def _alike(old: str, new: str) -> float:
    """Share of the words of the shorter sentence that stand in both, in the same order (0 to 1)."""
    olds, news = old.split(), new.split()
    shorter = min(len(olds), len(news))
    if not shorter:
        return 0.0
    blocks = SequenceMatcher(None, olds, news, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / shorter

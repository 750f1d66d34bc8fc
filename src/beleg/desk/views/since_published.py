"""Since publication: what of a published text is another by now."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from beleg.desk.views.comparison import Line, compare
from beleg.desk.views.draft import Names
from beleg.desk.wording import Wording
from beleg.terms.dossier import Dossier
from beleg.terms.revision import Revision

MOST_SHOWN = 20
"""Changed sentences that are shown where a note is written; the comparison of both texts shows all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SincePublished:
    """What is another in the current text than in the version that went out last."""

    count: int
    """Sentences that were changed, added or taken out."""
    version: int
    """Number of the version that went out last, from 1."""
    by: tuple[str, ...]
    """Names of those who did it, each once."""
    lines: tuple[Line, ...]
    """The sentences with their old and new words; `by` of each is who changed it or took it out."""
    more: int
    """Further ones that are not among them."""


def revised_from(dossier: Dossier) -> int:
    """Number of the revision published last, where the words are others by now; 0 where they are not, or nothing is
    published.
    """
    if not dossier.publications or dossier.current is None:
        return 0
    number = dossier.publications[-1].event.number
    published = next((one for one in dossier.revisions if one.number == number), None)
    return number if published and published.content != dossier.current.content else 0


def since_published(dossier: Dossier, names: Names, words: Wording) -> SincePublished | None:
    """The sentences that are others than those published last; None where there are none.

    Made of the comparison of both texts, and bounded as that is. A sentence that was taken out counts for whoever saved
    the first text without it; one that only stands elsewhere is told, and counts for nobody.
    """
    number = revised_from(dossier)
    if not number or dossier.current is None:
        return None
    since = [one for one in dossier.revisions if one.number >= number]
    was, now = (Counter(one.text for one in text.sentences) for text in (since[0], dossier.current))
    gone = {text: names.name(by) for text, by in _taken_out(since, frozenset(was - now))}
    count, lines, by = 0, list[Line](), list[str]()
    for block in compare(since[0], dossier.current, names, words).blocks:
        came = left = 0
        told = list[Line]()
        for line in block.lines if block.changed else ():
            own = _words(line, "removed") if block.change != "removed" else ""
            before = _words(line, "added")
            out = [text for text in gone if text in before] if line.changed else []
            left_by = [gone.pop(text) for text in out]
            if not line.changed or (block.change == "removed" and not out):
                continue  # it stands as it was, or elsewhere
            came, left = came + (own not in was and own != ""), left + len(out)
            who = [line.by] if own and own not in was else left_by
            by += who
            told.append(replace(line, by=", ".join(dict.fromkeys(filter(None, who)))))
        count += max(came, left, 1) if told else 0
        lines += told
    if not lines:
        return None
    return SincePublished(
        count=count,
        version=len(dossier.publications),
        by=tuple(dict.fromkeys(filter(None, by))),
        lines=tuple(lines[:MOST_SHOWN]),
        more=max(0, len(lines) - MOST_SHOWN),
    )


def _words(line: Line, without: str) -> str:
    return "".join(one.text for one in line.stretches if one.change != without).strip()


def _taken_out(since: Sequence[Revision], texts: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each of the sentences, and the id of who saved the first revision that has stayed without it."""
    for before, after in reversed(list(pairwise(since))):
        if not texts:
            return
        found = texts & {one.text for one in before.sentences}
        yield from ((text, after.by) for text in found)
        texts -= found

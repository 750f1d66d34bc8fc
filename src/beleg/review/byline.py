"""Byline: who is named as having written an article.

The byline is not the four-eyes rule (`beleg.review.authorship`): whoever corrects a word cannot sign the text, and has not
written it either. So it goes by words, not by sentences: each belongs to whoever brought it into the text, and stays theirs
while others change what stands around it. The record keeps every hand.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from beleg.terms.dossier import Dossier
from beleg.terms.revision import Origin, Revision, SentenceOrigin
from beleg.text.same_parts import runs

NAMED = 0.1
"""Share of the words of a text that somebody has brought into it, at least, whom its byline names."""
_MOST_COMPARED = 5_000
"""Words changed by one save up to which it is looked at which of them stood there before; beyond, all are the saver's."""
_WORD = re.compile(r"\w+")


def byline(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts that wrote the text as it stands, who wrote most of it first.

    These are the persons of whom at least a tenth of its words are. What a machine wrote is nobody's, and so is what a draft
    took over from a source: a text that persons have hardly touched has an empty byline. Empty without a draft, too.
    """
    current = dossier.current
    if current is None:
        return ()
    owners = _owners(dossier.revisions)
    wrote = Counter(owner for sentence in current.sentences for owner in owners[sentence.text])
    words = wrote.total()
    return tuple(owner for owner, count in wrote.most_common() if owner and count >= NAMED * words)


def _owners(revisions: Sequence[Revision]) -> Mapping[str, tuple[str, ...]]:
    """Whose every word is, by the sentence, for all that ever stood in the text; empty for a machine's and a source's.

    A sentence that comes back word for word is whose it was. One that was changed is compared with those that went when it
    came: words it has from them stay whose they were.
    """
    owners: dict[str, tuple[str, ...]] = {}
    before: tuple[str, ...] = ()
    for revision in revisions:
        here = tuple(dict.fromkeys(sentence.text for sentence in revision.sentences))
        gone = [text for text in before if text not in set(here)]
        came = list({s.text: s for s in revision.sentences if s.text not in owners}.values())
        old = [(word, owner) for text in gone for word, owner in zip(_words(text), owners[text], strict=True)]
        found = _changed(old, came)
        owners.update((sentence.text, tuple(next(found) for _ in _words(sentence.text))) for sentence in came)
        before = here
    return owners


def _changed(old: Sequence[tuple[str, str]], came: Sequence[SentenceOrigin]) -> Iterator[str]:
    """Whose the words of the sentences that came are, one after the other; `old` are those that went, with whose they are."""
    new = [(word, _writer(sentence)) for sentence in came for word in _words(sentence.text)]
    found = [owner for _, owner in new]
    if len(old) + len(new) <= _MOST_COMPARED:
        for run in runs([word for word, _ in old], [word for word, _ in new]):
            if run.same:
                found[run.other : run.until] = [owner for _, owner in old[run.start : run.end]]
    return iter(found)


def _writer(sentence: SentenceOrigin) -> str:
    return sentence.changed_by if sentence.origin is Origin.PERSON else ""


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]

"""Byline: who is named as having written an article.

The byline is not the four-eyes rule (`beleg.review.authorship`): whoever corrects a word cannot sign the text, and has
not written it either. So it goes by words, not by sentences: each belongs to whoever brought it into the text, and
stays theirs while others change what stands around it. The record keeps every hand.

A person can set the byline by hand: other names of those who wrote, in another order, or the newsroom or an agency in
their place. It names nobody as a writer who brought no word into the text, and whoever did and is not named is told to
who signs and kept in the record.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from beleg.terms.byline import Byline
from beleg.terms.dossier import Dossier
from beleg.terms.events_byline import BylineSet
from beleg.terms.refusal import Error
from beleg.terms.revision import Origin, Revision, SentenceOrigin
from beleg.text.same_parts import runs

NAMED = 0.1
"""Share of the words of a text that somebody has brought into it, at least, whom its byline names."""
_MOST_COMPARED = 5_000
"""Words changed by one save up to which it is looked at which of them stood there before; beyond, all are the
saver's.
"""
_WORD = re.compile(r"\w+")


LONGEST_BODY = 80
"""Characters that the newsroom or agency of a byline may have."""


def byline(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts that the byline of the text names, in its order.

    Where it was set by hand these are the ones chosen, as long as words of theirs stand in the text; else the persons
    of whom at least a tenth of its words are, who wrote most of it first. What a machine wrote is nobody's, and so is
    what a draft took over from a source: a text that persons have hardly touched has an empty byline. Empty without a
    draft, too.
    """
    wrote = _wrote(dossier)
    if by_hand := set_by_hand(dossier):
        return tuple(account for account in by_hand.event.named if account in wrote)
    words = wrote.total()
    return tuple(owner for owner, count in wrote.most_common() if owner and count >= NAMED * words)


def writers(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts that brought any word into the text as it stands, who brought most first."""
    return tuple(owner for owner, _ in _wrote(dossier).most_common() if owner)


def set_by_hand(dossier: Dossier) -> Byline | None:
    """Return the byline as a person set it; None where the words of the text tell it.

    It counts as long as it names anybody or anything: if nothing is left in the text of those it named, the words tell
    it again.
    """
    last = dossier.bylines[-1] if dossier.bylines else None
    if last is None or not (last.event.body or {*last.event.named} & {*_wrote(dossier)}):
        return None
    return last


def body_of(dossier: Dossier) -> str:
    """Return the newsroom or agency that the byline names after its writers; empty if it names none."""
    by_hand = set_by_hand(dossier)
    return by_hand.event.body if by_hand else ""


def left_out(dossier: Dossier) -> tuple[str, ...]:
    """Return the accounts with words in the text that a byline set by hand does not name; empty where nobody set it."""
    if set_by_hand(dossier) is None:
        return ()
    named = byline(dossier)
    return tuple(account for account in writers(dossier) if account not in named)


def setting(dossier: Dossier, named: Sequence[str], body: str) -> BylineSet:
    """Return the event of setting the byline by hand, or of leaving it to the words again (nobody and nothing).

    Raises Error without a draft or after a withdrawal, for an account twice or one that brought no word into the text,
    for a `body` that is too long or holds a line break or another control character, and if the byline is this one
    already.
    """
    if dossier.current is None:
        raise Error(f"{dossier.title}: there is no draft yet.")
    if dossier.withdrawal is not None:
        raise Error("The article was withdrawn; this dossier publishes nothing more.")
    wrote, body = writers(dossier), body.strip()
    if len(set(named)) != len(named):
        raise Error("The byline names somebody twice; nothing was changed.")
    if not set(named) <= set(wrote):
        raise Error("The byline can name as a writer only whoever brought words into the text.")
    if len(body) > LONGEST_BODY or not body.isprintable():
        raise Error(
            f"The newsroom or agency in the byline must be one line of at most {LONGEST_BODY} characters."
        )
    now = set_by_hand(dossier)
    if (tuple(named), body) == ((now.event.named, now.event.body) if now else ((), "")):
        raise Error("This is the byline already; nothing was changed.")
    left = tuple(account for account in wrote if account not in named) if named or body else ()
    return BylineSet(named=tuple(named), body=body, left_out=left)


def _wrote(dossier: Dossier) -> Counter[str]:
    """How many words of the text are whose; empty for a machine's and a source's."""
    current = dossier.current
    if current is None:
        return Counter()
    owners = _owners(dossier.revisions)
    return Counter(owner for sentence in current.sentences for owner in owners[sentence.text])


def _owners(revisions: Sequence[Revision]) -> Mapping[str, tuple[str, ...]]:
    """Whose every word is, by the sentence, for all that ever stood in the text; empty for a machine's and a source's.

    A sentence that comes back word for word is whose it was. One that was changed is compared with those that went when
    it came: words it has from them stay whose they were.
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
    """Whose the words of the sentences that came are, one after the other; `old` are those that went, with whose they
    are.
    """
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

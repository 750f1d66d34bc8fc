"""Relying: frames in which one who reports names whose words they are: "… berichtet unter Berufung auf Rathauskreise".

The paper passes on what others say: they speak, and the paper stands in the chain. The same holds for "nach
Informationen der Rundschau aus Rathauskreisen" and "wie die Rundschau aus Rathauskreisen erfuhr".
"""

from dataclasses import replace
from typing import Final, NamedTuple

from beleg.language.words import starts_with
from beleg.reading.wording import Framed, Range, Wording

_ACCOUNTS: Final = frozenset({"account", "according", "according_after"})


class _Source(NamedTuple):
    """Whom a frame relies on: where the phrase that says so begins, and the words for them."""

    start: int
    voice: Range


def relying(wording: Wording, framed: Framed) -> Framed:
    """The frame with those it relies on as who speaks; as it was where it names nobody of the kind.

    `speaker` keeps the words for who reports, without that phrase, or the whole account ("Informationen der Rundschau
    aus Rathauskreisen"); `referent` is who speaks then, and who reports comes first in the chain.
    """
    source = _relied_on(wording, framed) or _unnamed_source(wording, framed)
    if source is None:
        return framed
    if framed.speaker is None:
        return replace(framed, speaker=source.voice)
    outer = _before(wording, framed.referent or framed.speaker, source.start)
    speaker = framed.speaker
    if framed.rule not in _ACCOUNTS:
        speaker = _before(wording, speaker, source.start)
    accounts = all(word.endswith(wording.lexicon.accounts) for word in wording.low[outer[0] : outer[1]])
    return replace(
        framed,
        speaker=speaker,
        referent=source.voice,
        chain=framed.chain if accounts else (outer, *framed.chain),
    )


def _before(wording: Wording, words: Range, start: int) -> Range:
    """As much of these words as stands before `start`; all of them where they do not reach there."""
    return wording.trimmed(words[0], start) if words[0] < start < words[1] else words


def _relied_on(wording: Wording, framed: Framed) -> _Source | None:
    """ "unter Berufung auf X"; with "mit Verweis auf X" only if X can speak."""
    lexicon, low = wording.lexicon, wording.low
    for start, end in framed.frame:
        for at in range(start, min(end, wording.end)):
            if wording.quoted[at] >= 0:
                continue
            length = starts_with(low, at, lexicon.relying)
            pointing = 0 if length else starts_with(low, at, lexicon.pointing)
            first = at + (length or pointing)
            if first == at:
                continue
            reached = min(wording.noun_phrase(first), end)
            voice = wording.trimmed(first, reached)
            if voice[0] < voice[1] and _has_voice(wording, voice, certain=bool(pointing)):
                return _Source(at, _whose(wording, voice))
    return None


def _has_voice(wording: Wording, words: Range, *, certain: bool) -> bool:
    """Whether these words can stand for somebody who speaks; `certain` asks for a sign that they do."""
    lexicon = wording.lexicon
    low = wording.low[words[0] : words[1]]
    if any(word.endswith(lexicon.voiceless) for word in low):
        return False
    if not certain:
        return True
    if any(lexicon.leaves_unnamed(word) or word.endswith(lexicon.accounts) for word in low):
        return True
    return bool(wording.language.names(wording.words.tokens[words[0] : words[1]]))


def _whose(wording: Wording, words: Range) -> Range:
    """Whose words they are: in "Angaben der Polizei" the police, else all of the phrase."""
    lexicon, low = wording.lexicon, wording.low
    for at in range(words[0], words[1] - 2):
        if low[at].endswith(lexicon.accounts) and (
            low[at + 1] in lexicon.owners or low[at + 1] in lexicon.determiners
        ):
            return (at + 1 + (low[at + 1] in lexicon.owners), words[1])
    return words


def _unnamed_source(wording: Wording, framed: Framed) -> _Source | None:
    """ "aus Rathauskreisen" in an account or in "wie die Rundschau aus Rathauskreisen erfuhr"."""
    if framed.speaker is None or framed.rule not in (*_ACCOUNTS, "as_told"):
        return None
    lexicon, low = wording.lexicon, wording.low
    start, end = framed.frame[0] if framed.rule == "as_told" else framed.speaker
    for at in range(start, min(end, wording.end) - 1):
        if low[at] in lexicon.places and wording.quoted[at] < 0:
            reached = min(wording.noun_phrase(at + 1), end)
            voice = wording.trimmed(at + 1, reached)
            if voice[0] < voice[1] and any(lexicon.leaves_unnamed(word) for word in low[voice[0] : voice[1]]):
                return None if voice == framed.speaker else _Source(at, voice)
    return None

"""Frames: everything in a sentence that announces somebody's words, and how several of them stand to each other.

Candidates come from the families of constructions, each in a file of its own. Of the verbs that frame, one is taken
for each part of a sentence; attribution phrases stand beside it: one in the frame says who passes the words on
("sagte Kern laut „Rundschau“"), one in the content who is reported there ("sagte, nach Angaben der Polizei …").
"""

from collections.abc import Sequence
from dataclasses import replace

from beleg.language.lexicon import Shape, Takes
from beleg.language.mood import ReportedVerb
from beleg.reading.attribution_phrases import attribution_phrases
from beleg.reading.claims import claim
from beleg.reading.content_clauses import content_start
from beleg.reading.cues import cue_at
from beleg.reading.impersonal_frames import impersonal_frame
from beleg.reading.leading_frames import leading_frame
from beleg.reading.relative_content import relative_content
from beleg.reading.relying import relying
from beleg.reading.selection import select
from beleg.reading.trailing_frames import trailing_frame
from beleg.reading.wording import Framed, Range, Wording


def frames(wording: Wording, reported: Sequence[ReportedVerb]) -> list[Framed]:
    """The frames of a sentence or a part of one, in the order in which they take its words."""
    phrases = [
        relying(wording, one) for one in attribution_phrases(wording, frozenset(verb.at for verb in reported))
    ]
    moods = list(reported)
    verb = select(wording, _candidates(wording, moods, alone=not phrases), moods)
    verb = relying(wording, verb) if verb else None
    found = _together(verb, phrases) if verb and phrases else phrases or ([verb] if verb else [])
    if verb is not None and found and (nested := _nested(wording, moods, found[0])):
        found.append(nested)
    return found


def _candidates(wording: Wording, reported: list[ReportedVerb], *, alone: bool) -> list[Framed]:
    """The frames that the constructions with a verb or noun propose; `alone` if no phrase attributes the sentence."""
    proposed = [
        impersonal_frame(wording),
        trailing_frame(wording),
        leading_frame(wording, reported),
        claim(wording, reported),
        relative_content(wording, reported) if alone else None,
    ]
    return [one for one in proposed if one is not None]


def _nested(wording: Wording, reported: Sequence[ReportedVerb], outer: Framed) -> Framed | None:
    """A frame inside reported words: "Kern sagte, der Prüfer habe erklärt, …"; who says so passes it on."""
    if len(outer.content) != 1:
        return None
    start, end = outer.content[0]
    if any(wording.quoted[at] >= 0 for at in range(start, end)):
        return None
    inside = [ReportedVerb(verb.at - start, verb.certain) for verb in reported if start <= verb.at < end]
    inner = leading_frame(wording.part(start, end), inside)
    if inner is None or inner.speaker is None:
        return None
    return replace(
        inner,
        content=_moved(inner.content, start),
        frame=_moved(inner.frame, start),
        cue=_moved(inner.cue, start),
        speaker=_moved([inner.speaker], start)[0],
        addressee=_moved([inner.addressee], start)[0] if inner.addressee else None,
        chain=_voices(outer),
        main=False,
    )


def _voices(framed: Framed) -> tuple[Range, ...]:
    """Who speaks in a frame, and who passes their words on."""
    voice = framed.referent or framed.speaker
    return (voice, *framed.chain) if voice else tuple(framed.chain)


def _moved(ranges: Sequence[Range], by: int) -> list[Range]:
    return [(start + by, end + by) for start, end in ranges]


def _together(verb: Framed, phrases: list[Framed]) -> list[Framed]:
    """A framing verb and the attribution phrases beside it."""
    around = [one for one in phrases if _within(one.frame[0], verb.frame)]
    inside = [one for one in phrases if one not in around]
    found: list[Framed] = []
    around_it = tuple(voice for one in around for voice in _voices(one))
    found.append(replace(verb, chain=(*verb.chain, *around_it)))
    for one in inside:
        content = [part for part in one.content if not _within(part, verb.frame)]
        content = _clipped(content, verb.content)
        if content:
            found.append(replace(one, content=content, chain=(*one.chain, *_voices(verb)), main=False))
    return found


def _within(one: Range, ranges: Sequence[Range]) -> bool:
    return any(start <= one[0] and one[1] <= end for start, end in ranges)


def _clipped(content: Sequence[Range], to: Sequence[Range]) -> list[Range]:
    return [
        (max(start, low), min(end, high))
        for start, end in content
        for low, high in to
        if max(start, low) < min(end, high)
    ]


def parts(wording: Wording, reported: Sequence[ReportedVerb]) -> list[Range]:
    """The parts of a sentence that are read for themselves: what stands between semicolons and coordinated frames.

    In "Kern sagte, sie komme, und kündigte an, …" the second part has the first one's subject.
    """
    cuts = [0]
    joints = wording.lexicon.coordinators
    if ";" not in wording.low and not wording.has_any(joints):
        return [(0, len(wording.words))]
    for at in range(2, wording.end - 1):
        if wording.low[at] != ";" and wording.low[at] not in joints:
            continue
        if wording.quoted[at] >= 0 or at <= cuts[-1] + 1:
            continue
        if (wording.low[at] == ";" and wording.breaks_at(at)) or _coordinated(wording, at, reported):
            cuts.append(at)
    return list(zip(cuts, [*cuts[1:], len(wording.words)], strict=True))


def _coordinated(wording: Wording, at: int, reported: Sequence[ReportedVerb]) -> bool:
    """Whether "und" at `at` begins a frame without a subject of its own: "und kündigte an, …"."""
    lexicon, low = wording.lexicon, wording.low
    if low[at] not in lexicon.coordinators:
        return False
    verb = at + 1
    while verb < wording.end - 1 and low[verb] in lexicon.adverbs:
        verb += 1
    if verb >= wording.end - 1 or wording.words.capitalised(verb) or wording.quoted[verb] >= 0:
        return False
    if not any(wording.verb_at(i) for i in range(at)):
        return False
    for form in lexicon.verbs.get(low[verb], ()):
        if form.shape is Shape.FINITE and form.takes is Takes.CLAUSE:
            cue = cue_at(wording, verb, form)
            if cue is not None and content_start(wording, cue, list(reported)) is not None:
                return True
    return False

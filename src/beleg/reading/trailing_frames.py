"""Trailing frames, after or inside their content: "…, sagte X.", "…, teilte X mit, …", "…, X said"."""

from beleg.language.lexicon import Shape, Takes
from beleg.language.words import starts_with
from beleg.reading.cues import cue_at
from beleg.reading.speakers import addressee_after, subject_after
from beleg.reading.wording import Framed, Range, Wording


def trailing_frame(wording: Wording) -> Framed | None:
    """A frame after or inside its content: "…, sagte X." and "…, sagte X, …"; None if there is none."""
    lexicon, low = wording.lexicon, wording.low
    if not wording.has_any(lexicon.verbs):
        return None
    for at in range(1, wording.end):
        if wording.quoted[at] >= 0:
            continue
        after_quote = wording.quoted[at - 1] >= 0
        if not after_quote and not wording.breaks_at(at - 1):
            continue
        if low[at - 1] == ":" and not after_quote:
            continue
        start = at if not wording.breaks_at(at) else at + 1
        if start >= wording.end or wording.quoted[start] >= 0:
            continue
        found = (
            _inverted(wording, start, after_quote or start > at)
            or _inverted_perfect(wording, start)
            or _plain(wording, start)
        )
        if found is None:
            continue
        close, cue, speaker, verb = found
        if not after_quote and start == at and _announces_more(wording, close):
            continue
        inverted = speaker is None or speaker[0] > verb
        goes_on = close + 1 < wording.end and wording.low[close] == "," and wording.verb_at(close + 1)
        if not after_quote and inverted and not goes_on and _only_named(wording, start - 1):
            continue
        if low[0] in lexicon.as_told and wording.next_break(0) == start - 1:
            # "Wie die Post berichtet, sagte Weber, …": who passes on, not what is said.
            continue
        if low[0] in lexicon.other_subordinators and not after_quote and not wording.rest((start, close))[1:]:
            # "Als der Zug kam, sagte Weber": a time, not a content.
            continue
        close = _with_reliance(wording, close)
        frame = (start, close)
        opens = start > 0 and wording.breaks_at(start - 1)
        closes = close < wording.end and wording.low[close] == ","
        return Framed(
            content=wording.rest(frame),
            # The commas that set a frame off belong to it.
            frame=[(start - opens, close + closes)],
            cue=cue,
            speaker=speaker,
            addressee=addressee_after(wording, verb, speaker, close),
            rule="trailing_frame",
            medium=lexicon.verbs[low[verb]][0].medium,
        )
    return None


def _with_reliance(wording: Wording, close: int) -> int:
    """Where a frame ends that goes on after its comma with whom it relies on: ", the paper said, citing officials"."""
    after = close + 1
    if after >= wording.end or not (length := starts_with(wording.low, after, wording.lexicon.relying)):
        return close
    return max(close, wording.noun_phrase(after + length))


def asked_after(wording: Wording) -> Framed | None:
    """English: a sentence that is nothing but a frame for the quoted one before it: "Reed asked on Monday."."""
    found = _plain(wording, 0) if wording.end else None
    if found is None or found[0] < wording.end:
        return None
    close, cue, speaker, verb = found
    return Framed(
        content=[],
        frame=[(0, close)],
        cue=cue,
        speaker=speaker,
        rule="trailing_frame",
        medium=wording.lexicon.verbs[wording.low[verb]][0].medium,
    )


_Found = tuple[int, list[Range], Range | None, int]


def _inverted(wording: Wording, at: int, after_quote: bool) -> _Found | None:
    """ ", sagte X" and ", teilte X mit"."""
    for form in wording.lexicon.verbs.get(wording.low[at], ()):
        if (
            form.takes in (Takes.OBJECT, Takes.LEARNT)
            or form.shape is not Shape.FINITE
            or wording.words.capitalised(at)
        ):
            continue
        cue = cue_at(wording, at, form)
        if cue is None or (form.takes is Takes.NAME and not after_quote):
            continue
        if wording.low[
            min(at + 1, wording.end - 1)
        ] in wording.lexicon.oblique | wording.lexicon.reflexives and (
            form.lemma not in wording.lexicon.reflexive_cues
        ):
            continue
        speaker = subject_after(wording, at, wording.end)
        if speaker is None or speaker[0] > min(at + 8, wording.next_break(at + 1)):
            continue
        close = wording.next_break(speaker[1])
        last = cue.parts[-1][1]
        if last > close:
            close = wording.next_break(last)
        return close, cue.parts, speaker, at
    return None


def _inverted_perfect(wording: Wording, at: int) -> _Found | None:
    """ ", hatte X am Montag gesagt"."""
    lexicon, low = wording.lexicon, wording.low
    if low[at] not in lexicon.auxiliaries or low[at] in lexicon.passive or wording.words.capitalised(at):
        return None
    close = wording.next_break(at)
    verb = close - 1
    forms = [
        one
        for one in lexicon.verbs.get(low[verb], ())
        if one.shape is Shape.PARTICIPLE and one.particle in ("", low[verb - 1])
    ]
    speaker = subject_after(wording, at, close)
    if verb <= at or speaker is None or not any(one.takes is Takes.CLAUSE for one in forms):
        return None
    return close, [(at, at + 1), (verb, verb + 1)], speaker, verb


def _plain(wording: Wording, at: int) -> _Found | None:
    """English: ", X said"."""
    if wording.lexicon.comma_before_clause:
        return None
    reached = wording.noun_phrase(at)
    verb = reached
    while verb < wording.end and wording.low[verb] in wording.lexicon.adverbs:
        verb += 1
    if reached == at or verb >= wording.end:
        return None
    forms = wording.lexicon.verbs.get(wording.low[verb], ())
    if not any(form.takes is Takes.CLAUSE and form.shape is Shape.FINITE for form in forms):
        return None
    close = wording.next_break(verb + 1)
    if any(
        word in wording.lexicon.finite or word in wording.lexicon.subordinators
        for word in wording.low[verb + 1 : close]
    ):
        return None
    return close, [(verb, verb + 1)], (at, reached), verb


def _only_named(wording: Wording, close: int) -> bool:
    """Whether before the break at `close` stands only a noun phrase: "Die Kämmerin, Lotte Kern, kritisierte …"."""
    reached = wording.noun_phrase(0)
    if (
        reached
        and wording.low[reached] == ","
        and reached < close
        and wording.low[reached + 1] in wording.lexicon.relatives
    ):
        reached = wording.next_break(reached + 1)
    return reached > 0 and reached >= close


def _announces_more(wording: Wording, close: int) -> bool:
    """Whether the frame has its content after it: "Nach der Sitzung, sagte X, dass …"."""
    if close + 1 >= wording.end:
        return False
    first = close + 1
    return wording.low[close] == ":" or wording.low[first] in wording.lexicon.subordinators

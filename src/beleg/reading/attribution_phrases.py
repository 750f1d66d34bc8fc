"""Attribution phrases: "laut X", "nach Angaben von X", "X zufolge", ", so X", "wie X sagte", "demnach"."""

from beleg.language.lexicon import Shape, Takes
from beleg.language.words import starts_with
from beleg.reading.speakers import subject
from beleg.reading.wording import Framed, Range, Wording
from beleg.terms.quotation import Medium

_REACH = 40


def attribution_phrase(wording: Wording) -> Framed | None:
    """The first phrase of a sentence that attributes the rest of it to somebody; None if there is none."""
    lexicon, low = wording.lexicon, wording.low
    for at in range(wording.end):
        if wording.quoted[at] >= 0:
            continue
        found = None
        word = low[at]
        if word in lexicon.account_prepositions:
            found = _account(wording, at) or _opinion_after(wording, at)
        if found is None and (length := starts_with(low, at, lexicon.according)):
            found = _according(wording, at, length)
        if found is None and word in lexicon.according_after:
            found = _according_after(wording, at)
        if found is None and word in lexicon.so and at and _after_content(wording, at):
            found = _so(wording, at)
        if found is None and word in lexicon.as_told and (at == 0 or wording.breaks_at(at - 1)):
            found = _as_told(wording, at)
        if found is None and word in lexicon.thereafter and at < 4:
            found = _framed(wording, (at, at + 1), [(at, at + 1)], None)
        if found is not None and found.content:
            return found
    return None


def _framed(
    wording: Wording, frame: Range, cue: list[Range], speaker: Range | None, medium: Medium = Medium.SPEECH
) -> Framed:
    return Framed(content=wording.rest(frame), frame=[frame], cue=cue, speaker=speaker, medium=medium)


def _according(wording: Wording, at: int, length: int) -> Framed | None:
    reached = _name_or_phrase(wording, at + length)
    if reached == at + length:
        return None
    speaker = _owner(wording, at + length, reached)
    return _framed(wording, (at, reached), [(at, at + length)], speaker)


def _name_or_phrase(wording: Wording, at: int) -> int:
    """Where the speaker after "laut" ends: a noun phrase, or a bare name in marks („Bild“)."""
    reached = wording.noun_phrase(at)
    if reached == at and at < wording.end and wording.words.tokens[at].text in '„“"»«':
        close = next(
            (i for i in range(at + 1, min(at + 8, wording.end)) if wording.words.tokens[i].text in '“”"«»'),
            at - 1,
        )
        reached = close + 1
    return reached


def _account(wording: Wording, at: int) -> Framed | None:
    """ "nach Angaben von X", "nach Einschätzung des X", "nach eigenen Angaben"."""
    lexicon, low = wording.lexicon, wording.low
    noun = next((i for i in range(at + 1, min(at + 5, wording.end)) if _is_noun(wording, i)), None)
    if noun is None or not low[noun].endswith(lexicon.accounts):
        return None
    if any(not wording.words.is_word(i) for i in range(at + 1, noun)):
        return None
    reached = max(wording.noun_phrase(at + 1), noun + 1)
    speaker: Range | None
    if any(word in lexicon.self_words for word in low[at + 1 : noun]):
        verb = next(
            (i for i in range(wording.end) if low[i] in lexicon.finite and wording.quoted[i] < 0), None
        )
        speaker = subject(wording, reached if at == 0 else 0, verb, wording.end) if verb is not None else None
        reached = noun + 1
    else:
        speaker = _owner(wording, at + 1, reached)
    thought = low[noun].endswith(lexicon.opinions)
    return _framed(
        wording, (at, reached), [(at, at + 1)], speaker, Medium.THOUGHT if thought else Medium.SPEECH
    )


def _is_noun(wording: Wording, at: int) -> bool:
    """In German a capitalised word; in English one that names an account, for nothing else tells a noun."""
    if wording.lexicon.nouns_capitalised:
        return wording.words.capitalised(at)
    return wording.low[at] in wording.lexicon.accounts


def _opinion_after(wording: Wording, at: int) -> Framed | None:
    """ "seiner Ansicht nach", "ihrer Meinung nach": whose it is, the sentences before say."""
    lexicon, low = wording.lexicon, wording.low
    start = at - 2
    if start < 0 or not low[at - 1].endswith(lexicon.accounts) or low[start] not in lexicon.possessives:
        return None
    return _framed(wording, (start, at + 1), [(start, at + 1)], None, Medium.THOUGHT)


def _owner(wording: Wording, start: int, end: int) -> Range:
    """Whose account it is: what follows "von" or a genitive after the noun; the whole phrase where nothing does."""
    lexicon, low = wording.lexicon, wording.low
    for at in range(start, end):
        if not low[at].endswith(lexicon.accounts) or at + 1 >= end:
            continue
        owner = at + 1
        if low[owner] in lexicon.owners:
            owner += 1
        elif low[owner] not in lexicon.determiners and wording.lexicon.nouns_capitalised:
            continue
        if owner < end and low[owner] not in lexicon.prepositions:
            return (owner, end)
    return (start, end)


def _according_after(wording: Wording, at: int) -> Framed | None:
    """ "X zufolge": the shortest start from which one noun phrase reaches the word."""
    for start in range(max(0, at - 14), at):
        if wording.noun_phrase(start, at) == at and _may_begin(wording, start):
            speaker = _owner(wording, start, at)
            return _framed(wording, (start, at + 1), [(at, at + 1)], speaker)
    return None


def _may_begin(wording: Wording, start: int) -> bool:
    """Whether the phrase before "zufolge" may begin here: no verb may be taken for its adjective."""
    lexicon, low = wording.lexicon, wording.low
    if low[start] in lexicon.determiners or low[start].endswith(lexicon.adjective_endings):
        return True
    if not wording.words.capitalised(start):
        return False
    before = low[start - 1] if start else ","
    return before not in lexicon.determiners and (start == 0 or not wording.words.capitalised(start - 1))


def _after_content(wording: Wording, at: int) -> bool:
    return wording.breaks_at(at - 1) or wording.quoted[at - 1] >= 0


def _so(wording: Wording, at: int) -> Framed | None:
    """ ", so X": X must end where the clause does."""
    reached = wording.noun_phrase(at + 1)
    if reached == at + 1:
        reached = _name_or_phrase(wording, at + 1)
    if reached == at + 1:
        return None
    after = wording.next_break(reached)
    if after - reached > 12 or any(word in wording.lexicon.finite for word in wording.low[reached:after]):
        return None
    frame = (at, after)
    return _framed(wording, frame, [(at, at + 1)], (at + 1, reached))


def _as_told(wording: Wording, at: int) -> Framed | None:
    """ "wie X (am Montag) sagte": a comment clause with a cue verb."""
    lexicon, low = wording.lexicon, wording.low
    # The commas of an apposition ("wie Weber, die Dezernentin, sagte") end no clause.
    close = wording.next_break(max(at + 1, wording.noun_phrase(at + 1)))
    if close < wording.end and close == wording.noun_phrase(at + 1):
        close = wording.next_break(close + 1)
    verb = next(
        (
            i
            for i in range(min(close, at + _REACH) - 1, at, -1)
            if any(form.takes is Takes.CLAUSE and not form.particle for form in lexicon.verbs.get(low[i], ()))
            and wording.quoted[i] < 0
        ),
        None,
    )
    if verb is None:
        return None
    cue = [(at, at + 1), (verb, verb + 1)]
    form = next(form for form in lexicon.verbs[low[verb]] if form.takes is Takes.CLAUSE and not form.particle)
    if form.shape is not Shape.FINITE:
        if verb + 1 >= close or low[verb + 1] not in lexicon.auxiliaries:
            return None  # "wie geplant", "wie berichtet": nobody speaks
        cue[1] = (verb, verb + 2)
    speaker = subject(wording, at + 1, verb, close)
    content = _framed(wording, (at, close), cue, speaker, form.medium)
    # "Wie die Stadt berichtet hatte" alone announces nothing.
    return content if content.content else None

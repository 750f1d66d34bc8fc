"""Attribution phrases: "laut X", "nach Angaben von X", "X zufolge", ", so X", "wie X sagte", "demnach".

A phrase in a main clause attributes the whole sentence, one in a dependent clause that clause alone: in "Der Mann, der
nach Angaben der Polizei krank war, ist daheim" only the illness is somebody's word.
"""

from dataclasses import replace
from functools import cache
from typing import Final

from beleg.language.language import Language
from beleg.language.lexicon import Shape, Takes
from beleg.language.words import starts_with
from beleg.reading.account_phrases import account, opinion_after, owner_of
from beleg.reading.clauses import clause_of, is_dependent
from beleg.reading.phrase_frames import framed, to_the_verb
from beleg.reading.speakers import subject
from beleg.reading.wording import Framed, Wording

_REACH: Final = 40


def attribution_phrases(wording: Wording, moods: frozenset[int]) -> list[Framed]:
    """The phrases of a sentence that attribute words of it to somebody, in order.

    `moods` are the places of its verbs in the Konjunktiv.
    """
    found: list[Framed] = []
    begins = _first_words(wording.language).__contains__
    if not any(map(begins, wording.low)):
        return found
    at = 0
    while at < wording.end:
        if not begins(wording.low[at]):
            at += 1
            continue
        phrase = _phrase(wording, at, moods) if wording.quoted[at] < 0 else None
        if phrase is not None and phrase.content:
            found.append(phrase)
            at = max(end for _, end in phrase.frame)
        else:
            at += 1
    return _apart(wording, found)


@cache
def _first_words(language: Language) -> frozenset[str]:
    """The words with which a phrase may begin."""
    lexicon = language.lexicon
    return frozenset(
        (
            *lexicon.account_prepositions,
            *lexicon.according,
            *lexicon.according_after,
            *lexicon.so,
            *lexicon.as_told,
            *lexicon.thereafter,
        )
    )


def _apart(wording: Wording, found: list[Framed]) -> list[Framed]:
    """Give each of several phrases its own part of the sentence: "nach X drei, nach Y vier Verletzte"."""
    whole = [one for one in found if one.main]
    if len(whole) < 2:
        return found
    apart = []
    for one in found:
        if one not in whole:
            apart.append(one)
            continue
        place = whole.index(one)
        start = 0 if place == 0 else clause_of(wording, one.frame[0][0])[0]
        following = whole[place + 1].frame[0][0] if place + 1 < len(whole) else None
        end = wording.end if following is None else clause_of(wording, following)[0]
        content = [(max(start, a), min(end, b)) for a, b in one.content]
        content = [wording.trimmed(a, b) for a, b in content if a < b]
        if content := [part for part in content if part[0] < part[1]]:
            apart.append(replace(one, content=content))
    return apart


def _phrase(wording: Wording, at: int, moods: frozenset[int]) -> Framed | None:
    """The phrase that begins at `at`, or ends there for words that follow their speaker."""
    lexicon, low = wording.lexicon, wording.low
    word = low[at]
    found = None
    if word in lexicon.account_prepositions:
        found = account(wording, at, moods) or opinion_after(wording, at)
    if found is None and (length := starts_with(low, at, lexicon.according)):
        found = _according(wording, at, length, moods)
    if found is None and word in lexicon.according_after:
        found = _according_after(wording, at)
    if found is None and word in lexicon.so and at and _after_content(wording, at):
        found = _so(wording, at)
    if found is None and word in lexicon.as_told and (at == 0 or wording.breaks_at(at - 1)):
        found = _as_told(wording, at)
    if found is None and word in lexicon.thereafter and at < 4:
        found = framed(wording, (at, at + 1), [(at, at + 1)], (at, at + 1), rule="thereafter")
    return found


def _according(wording: Wording, at: int, length: int, moods: frozenset[int]) -> Framed | None:
    reached = _name_or_phrase(wording, at + length)
    if reached == at + length:
        return None
    reached, end = to_the_verb(wording, at, reached, moods)
    return framed(
        wording,
        (at, end),
        [(at, at + length)],
        (at + length, reached),
        referent=owner_of(wording, at + length, reached),
        rule="according",
    )


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


def _according_after(wording: Wording, at: int) -> Framed | None:
    """ "X zufolge": the longest phrase that ends where the word stands."""
    for start in range(max(0, at - 14), at):
        if wording.noun_phrase(start, at) == at and _may_begin(wording, start):
            return framed(
                wording,
                (start, at + 1),
                [(at, at + 1)],
                (start, at),
                referent=owner_of(wording, start, at),
                rule="according_after",
            )
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
    lexicon = wording.lexicon
    reached = wording.noun_phrase(at + 1)
    if reached == at + 1:
        reached = _name_or_phrase(wording, at + 1)
    if reached == at + 1:
        return None
    after = wording.next_break(reached)
    if after - reached > 12 or any(word in lexicon.finite for word in wording.low[reached:after]):
        return None
    if reached == after and after + 1 < wording.end and is_dependent(wording, after + 1):
        # ", so die Studie, in der …": the rest only says more of the speaker.
        after = wording.next_break(after + 1)
    return framed(
        wording, (at - wording.breaks_at(at - 1), after), [(at, at + 1)], (at + 1, reached), rule="so"
    )


def _as_told(wording: Wording, at: int) -> Framed | None:
    """ "wie X (am Montag) sagte": a comment clause with a cue verb."""
    lexicon, low = wording.lexicon, wording.low
    # The commas of an apposition ("wie Weber, die Dezernentin, sagte") end no clause.
    close = wording.next_break(max(at + 1, wording.noun_phrase(at + 1)))
    if close < wording.end and close == wording.noun_phrase(at + 1):
        close = wording.next_break(close + 1)
    verb, form = next(
        (
            (i, form)
            for i in range(min(close, at + _REACH) - 1, at, -1)
            if wording.quoted[i] < 0
            for form in lexicon.verbs.get(low[i], ())
            if form.takes in (Takes.CLAUSE, Takes.LEARNT)
            and (not form.particle or form.particle == low[i - 1])
        ),
        (None, None),
    )
    if verb is None or form is None:
        return None
    # "bekannt gab" is written apart as often as together.
    last = (verb - 1 if form.particle else verb, verb + 1)
    if verb + 1 < close and low[verb + 1] in lexicon.auxiliaries:
        last = (last[0], verb + 2)
    elif form.shape is not Shape.FINITE:
        return None  # "wie geplant", "wie berichtet": nobody speaks
    speaker = subject(wording, at + 1, verb, close, final=True)
    frame = (at - (at > 0 and wording.breaks_at(at - 1)), min(close + (close < wording.end), wording.end))
    return framed(wording, frame, [(at, at + 1), last], speaker, medium=form.medium, rule="as_told")

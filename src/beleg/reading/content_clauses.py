"""Content clauses: where the words begin that a cue announces."""

from typing import Final

from beleg.language.mood import ReportedVerb
from beleg.reading.clauses import is_dependent
from beleg.reading.cues import Cue
from beleg.reading.wording import Wording

_REACH: Final = 40
_NEAR: Final = 10


def content_start(wording: Wording, cue: Cue, reported: list[ReportedVerb]) -> int | None:
    """Where the content begins that a cue announces, and its frame ends; None if none follows."""
    if not wording.lexicon.comma_before_clause and (found := _without_comma(wording, cue)):
        return found
    after = max(cue.at + 1, *(end for _, end in cue.parts)) if cue.form.particle else cue.at + 1
    at = after
    limit = min(wording.end, after + _REACH)
    while True:
        at = wording.next_break(at)
        if at >= limit or at + 1 >= wording.end:
            return None
        if _is_content(wording, cue, at, reported):
            return at + 1
        at += 1


def _is_content(wording: Wording, cue: Cue, at: int, reported: list[ReportedVerb]) -> bool:
    """Whether what follows the break at `at` is what the cue announces."""
    lexicon, low = wording.lexicon, wording.low
    first = at + 1
    if low[at] == ":" or wording.quoted[first] >= 0:
        return True
    if low[at] != ",":
        return False
    if low[first] in lexicon.subordinators:
        return True
    if infinitive_clause(wording, first):
        return True
    close = wording.next_break(first)
    inside = [verb for verb in reported if first <= verb.at < close]
    relative = low[first] in lexicon.relatives or (
        low[first] in lexicon.prepositions and first + 1 < close and low[first + 1] in lexicon.relatives
    )
    if inside:
        return not (relative and inside[-1].at == close - 1 and not _noun_follows(wording, first))
    if low[first] in lexicon.purposes:
        return False
    if low[first] in lexicon.other_subordinators or low[first] in lexicon.as_told:
        # "sagte, wenn das so sei, …": the content begins with a dependent clause.
        later = any(verb.certain and close <= verb.at <= close + _REACH for verb in reported)
        return later and low[first] not in lexicon.conjunctions
    return _verb_second(wording, cue, first, close, relative=relative)


def _noun_follows(wording: Wording, at: int) -> bool:
    return at + 1 < wording.end and wording.words.capitalised(at + 1)


def infinitive_clause(wording: Wording, first: int) -> bool:
    """Whether a clause with an infinitive and "zu" begins at `first`: "…, seit Jahren zu wenig zu tun".

    Such a clause has no finite verb and closes with its infinitive (Duden grammar: satzwertige Infinitivgruppe), and
    objects and adverbials of any kind may stand before that: also one that begins with a word which elsewhere begins
    a clause ("seit Jahren", "während der Sitzung"), and the parts of a list ("Straßen, Brücken und Wege zu
    sanieren"). Clauses inside it are passed over. One with "um" or "ohne" says what for or how, not what.
    """
    if wording.low[first] in wording.lexicon.purposes:
        return False
    opens = wording.low[first] in wording.lexicon.other_subordinators
    start, limit = first, min(wording.end, first + _REACH)
    while start < limit:
        close = wording.next_break(start)
        if start == first or not is_dependent(wording, start):
            for at in range(start, close):
                if wording.quoted[at] >= 0:
                    continue
                if zu_infinitive(wording, at):
                    return _closes_with(wording, at, close, subordinate=opens)
                if _finite(wording, at):
                    return False
        if opens or close >= wording.end or wording.low[close] != ",":
            return False
        start = close + 1
    return False


def _closes_with(wording: Wording, at: int, close: int, *, subordinate: bool) -> bool:
    """Whether the infinitive at `at` ends its clause; a finite verb after it makes it part of another one.

    With `subordinate` a word stands before it that may begin a dependent clause: then nothing but "und" may follow.
    """
    lexicon, low = wording.lexicon, wording.low
    after = at + 1 + (low[at] == lexicon.infinitive_mark)
    if subordinate:
        return after >= close or low[after] in lexicon.conjunctions
    return not any(_finite(wording, place) for place in range(after, close))


def _finite(wording: Wording, at: int) -> bool:
    """Whether the finite verb of a clause stands at `at`, and not a form that only looks like it.

    "die geplanten Wege" holds an adjective, "zu planen" and "planen zu wollen" infinitives, "geplant zu haben" a
    participle.
    """
    if not wording.verb_at(at):
        return False
    low, mark = wording.low, wording.lexicon.infinitive_mark
    if at + 1 < wording.end and wording.words.capitalised(at + 1) and low[at].endswith(("e", "en")):
        return False
    return low[at - 1] != mark and mark not in low[at + 1 : at + 3]


def zu_infinitive(wording: Wording, at: int) -> bool:
    """Whether an infinitive with "zu" stands at `at`: "zu sperren", "anzubieten"."""
    low, mark = wording.low, wording.lexicon.infinitive_mark
    if low[at] == mark and at + 1 < wording.end:
        return low[at + 1].endswith("n") and not wording.words.capitalised(at + 1)
    inside = wording.lexicon.infinitive_inside
    return (
        bool(inside)
        and low[at].endswith("en")
        and inside in low[at][2:-3]
        and not wording.words.capitalised(at)
    )


def _verb_second(wording: Wording, cue: Cue, first: int, close: int, *, relative: bool) -> bool:
    """Whether a main clause in the indicative follows: "sagte, die Brücke ist sicher"."""
    if cue.form.lemma not in wording.lexicon.verb_second:
        return False
    if relative and not _noun_follows(wording, first):
        return False
    finite = [at for at in range(first + 1, close) if wording.low[at] in wording.lexicon.finite]
    if finite:
        return finite[0] < close - 1 or finite[0] == first + 1
    verb = wording.noun_phrase(first, close)
    return (
        first < verb < close - 1
        and wording.low[verb].endswith(wording.lexicon.finite_endings)
        and wording.low[verb].isalpha()
    )


def _without_comma(wording: Wording, cue: Cue) -> int | None:
    """English needs no comma: "said (that) …", "told the paper (that) …"."""
    lexicon, low = wording.lexicon, wording.low
    after = cue.at + 1
    if after >= wording.end:
        return None
    if wording.quoted[after] >= 0:
        return after
    if wording.breaks_at(after):
        return None
    for at in range(after, min(after + _NEAR, wording.end)):
        if wording.breaks_at(at) or wording.quoted[at] >= 0:
            break
        if low[at] in lexicon.subordinators:
            return at
    start = after
    if cue.form.lemma in lexicon.told:
        start = max(wording.noun_phrase(after), after)
        if start == after and low[after] in lexicon.oblique:
            start = after + 1
    reached = wording.noun_phrase(start)
    if reached > start and _finite_at(wording, reached):
        return start
    return None


def _finite_at(wording: Wording, at: int) -> bool:
    """Whether an English finite verb stands at `at`, or after an adverb there: a known one or a form in -s, -ed."""
    while at < wording.end and (wording.low[at] in wording.lexicon.adverbs or wording.low[at].endswith("ly")):
        at += 1
    if at >= wording.end or wording.quoted[at] >= 0:
        return False
    word = wording.low[at]
    return word in wording.lexicon.finite or (
        word.isalpha() and word.endswith(wording.lexicon.finite_endings) and not wording.words.capitalised(at)
    )

"""Frames with a verb: "X sagte, dass …", "X teilte mit: …", "…, sagte X", "X said that …"."""

from collections.abc import Iterator
from dataclasses import dataclass

from beleg.language.lexicon import CueForm, Shape, Takes
from beleg.language.mood import ReportedVerb
from beleg.language.words import starts_with
from beleg.reading.speakers import addressee, subject, subject_after
from beleg.reading.wording import Framed, Range, Wording

_REACH = 40


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb in a sentence: its form, the words that make it up, and the verb that agrees with the subject."""

    form: CueForm
    at: int
    parts: list[Range]
    finite: int
    passive: bool


def cues(wording: Wording, takes: frozenset[Takes], start: int = 0) -> Iterator[Cue]:
    """The cue verbs of a sentence outside quotations, in order."""
    verbs, low = wording.lexicon.verbs, wording.low
    for at in range(start, wording.end):
        if low[at] in verbs and wording.quoted[at] < 0 and (at == 0 or not wording.words.capitalised(at)):
            for form in verbs[low[at]]:
                if form.takes in takes and (cue := _cue(wording, at, form)):
                    yield cue
                    break


def _cue(wording: Wording, at: int, form: CueForm) -> Cue | None:
    close = wording.next_break(at + 1)
    if form.particle:
        # The particle closes its clause; a quotation may stand before it.
        for place in range(min(close, at + _REACH) - 1, at, -1):
            if wording.low[place] == form.particle:
                return Cue(form, at, [(at, at + 1), (place, place + 1)], at, passive=False)
        return None
    helper = _auxiliary(wording, at, close)
    if wording.low[at] == form.lemma and _closes_clause(wording, at) and _finite_before(wording, at):
        return None
    if form.shape is Shape.FINITE and (helper is None or not _closes_clause(wording, at)):
        return Cue(form, at, [(at, at + 1)], at, passive=False)
    if form.shape is not Shape.PARTICIPLE or helper is None:
        return None
    passive = wording.low[helper] in wording.lexicon.passive
    parts = sorted([(helper, helper + 1), (at, at + 1)])
    if parts[0][1] == parts[1][0]:
        parts = [(parts[0][0], parts[1][1])]
    return Cue(form, at, parts, min(helper, at), passive=passive)


def _finite_before(wording: Wording, at: int) -> bool:
    """Whether the clause has its finite verb already: "wollte mehr verlangen" holds an infinitive."""
    for place in range(at - 1, max(-1, at - 25), -1):
        if wording.breaks_at(place):
            return False
        if wording.low[place] in wording.lexicon.finite and wording.quoted[place] < 0:
            return True
    return False


def _closes_clause(wording: Wording, at: int) -> bool:
    return at + 1 >= wording.end or wording.breaks_at(at + 1) or wording.language.code == "en"


def _auxiliary(wording: Wording, at: int, close: int) -> int | None:
    """The finite auxiliary of the participle at `at`, in its own clause."""
    auxiliaries = wording.lexicon.auxiliaries
    for place in range(at - 1, max(-1, at - 25), -1):
        if wording.breaks_at(place):
            break
        if wording.low[place] in auxiliaries and wording.quoted[place] < 0:
            return place
    if at + 1 < close and wording.low[at + 1] in auxiliaries:
        return at + 1
    return None


_CLAUSE = frozenset({Takes.CLAUSE})


def leading_frame(wording: Wording, reported: list[ReportedVerb]) -> Framed | None:
    """A frame before its content: "X sagte, …"; None if the sentence has none."""
    for cue in cues(wording, _CLAUSE):
        place = _content_start(wording, cue, reported)
        if place is None:
            continue
        after, start = place
        last = max(end for _, end in cue.parts)
        dependent = _dependent(wording, cue)
        speaker = _agent(wording, cue, after) if cue.passive else subject(wording, 0, cue.finite, after)
        return Framed(
            content=[(start, wording.next_break(start) if dependent else wording.end)],
            frame=[(0, after)],
            cue=_with_correlate(wording, cue, after),
            speaker=speaker,
            addressee=addressee(wording, cue.finite if last > after else cue.at, speaker, after),
            medium=cue.form.medium,
            main=not dependent,
        )
    return _impersonal_frame(wording, reported)


def _dependent(wording: Wording, cue: Cue) -> bool:
    """Whether the cue stands in a dependent clause: "Während die Stadt behauptet, …, hat der Kreis …"."""
    lexicon = wording.lexicon
    start = next((at + 1 for at in range(cue.at - 1, -1, -1) if wording.breaks_at(at)), 0)
    if wording.language.code != "de" or start >= cue.at or not _closes_clause(wording, cue.at):
        return False
    if start == 0:
        return wording.low[0] in lexicon.other_subordinators - lexicon.conjunctions
    return (
        wording.low[start] in lexicon.relatives
        or wording.low[start] in lexicon.other_subordinators - lexicon.conjunctions
    )


def _impersonal_frame(wording: Wording, reported: list[ReportedVerb]) -> Framed | None:
    """ "In dem Bericht heißt es, dass …": the paper speaks."""
    for at in range(wording.end):
        length = starts_with(wording.low, at, wording.lexicon.it_is_said)
        if not length or wording.quoted[at] >= 0:
            continue
        after = wording.next_break(at + length)
        if after + 1 < wording.end and after - at < 15 and wording.low[after] in {",", ":"}:
            return Framed(
                content=[(after + 1, wording.end)],
                frame=[(0, after + 1)],
                cue=[(at, at + length)],
                speaker=_place_that_speaks(wording, 0, after),
            )
    return None


def _place_that_speaks(wording: Wording, start: int, end: int) -> Range | None:
    """What speaks where no person does: "aus dem Rathaus", "in der Mitteilung"."""
    for at in range(start, end - 1):
        if (
            wording.low[at] in {"in", "im", "aus", "bei", "beim", "seitens", "von", "vom"}
            and wording.quoted[at] < 0
        ):
            reached = wording.noun_phrase(at + 1, end)
            if reached > at + 1 and not any(
                w in wording.lexicon.time_nouns for w in wording.low[at + 1 : reached]
            ):
                return (at + 1, reached)
    return None


def _with_correlate(wording: Wording, cue: Cue, end: int) -> list[Range]:
    """The cue with a word that points to its clause: "wies darauf hin", "ging davon aus"."""
    parts = list(cue.parts)
    for at in range(cue.at + 1, min(end, cue.at + 12)):
        if wording.low[at] in {"darauf", "davon", "dazu", "dafür"} and cue.form.particle:
            parts.append((at, at + 1))
    return sorted(parts)


def _agent(wording: Wording, cue: Cue, end: int) -> Range | None:
    """Who speaks in the passive: "wurde von X mitgeteilt"."""
    for at in range(0, min(end, wording.end)):
        if wording.low[at] in {"von", "vom", "by"} and wording.quoted[at] < 0:
            reached = wording.noun_phrase(at + 1, end)
            if reached > at + 1:
                return (at + 1, reached)
    return None


def _content_start(wording: Wording, cue: Cue, reported: list[ReportedVerb]) -> tuple[int, int] | None:
    """Where the frame ends and where the content begins after a cue; None if no content follows."""
    if wording.language.code == "en":
        found = _english_content(wording, cue)
        if found:
            return found
    after = max(cue.at + 1, *(end for _, end in cue.parts)) if cue.form.particle else cue.at + 1
    at = after
    limit = min(wording.end, after + _REACH)
    while True:
        at = wording.next_break(at)
        if at >= limit or at + 1 >= wording.end:
            return None
        if _is_content(wording, cue, at, reported):
            return at + 1, at + 1
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
        return any(verb.certain and close <= verb.at <= close + _REACH for verb in reported) and low[
            first
        ] not in {
            "und",
            "oder",
        }
    if any(_zu_infinitive(wording, place) for place in range(first, close)):
        return True
    return _verb_second(wording, cue, first, close, relative=relative)


def _noun_follows(wording: Wording, at: int) -> bool:
    return at + 1 < wording.end and wording.words.capitalised(at + 1)


def _zu_infinitive(wording: Wording, at: int) -> bool:
    low, mark = wording.low, wording.lexicon.infinitive_mark
    if low[at] == mark and at + 1 < wording.end:
        return low[at + 1].endswith("n") and not wording.words.capitalised(at + 1)
    return (
        wording.language.code == "de"
        and low[at].endswith("en")
        and "zu" in low[at][2:-3]
        and not wording.words.capitalised(at)
    )


_VERB_SECOND = frozenset(
    "sagen erklären meinen betonen behaupten glauben berichten versichern bestätigen mitteilen ankündigen angeben "
    "hinzufügen ergänzen erzählen vermuten befürchten fürchten hoffen denken finden schreiben melden".split()
)


def _verb_second(wording: Wording, cue: Cue, first: int, close: int, *, relative: bool) -> bool:
    """Whether a main clause in the indicative follows: "sagte, die Brücke ist sicher"."""
    if cue.form.lemma not in _VERB_SECOND:
        return False
    if relative and not _noun_follows(wording, first):
        return False
    finite = [at for at in range(first + 1, close) if wording.low[at] in wording.lexicon.finite]
    if finite:
        return finite[0] < close - 1 or finite[0] == first + 1
    verb = wording.noun_phrase(first, close)
    return (
        first < verb < close - 1
        and wording.low[verb].endswith(("t", "e", "en"))
        and wording.low[verb].isalpha()
    )


def _english_content(wording: Wording, cue: Cue) -> tuple[int, int] | None:
    """English needs no comma: "said (that) …", "told the paper (that) …"."""
    lexicon, low = wording.lexicon, wording.low
    after = cue.at + 1
    if after >= wording.end:
        return None
    if wording.quoted[after] >= 0:
        return after, after
    if wording.breaks_at(after):
        return None
    for at in range(after, min(after + 10, wording.end)):
        if wording.breaks_at(at) or wording.quoted[at] >= 0:
            break
        if low[at] in lexicon.subordinators:
            return at, at
    start = after
    if cue.form.lemma in {"tell", "inform", "assure", "warn", "ask"}:
        start = max(wording.noun_phrase(after), after)
        if start == after and low[after] in lexicon.oblique:
            start = after + 1
    reached = wording.noun_phrase(start)
    if reached > start and _finite_at(wording, reached):
        return start, start
    return None


def _finite_at(wording: Wording, at: int) -> bool:
    """Whether an English finite verb stands at `at`, or after an adverb there: a known one or a form in -s, -ed."""
    while at < wording.end and (wording.low[at] in wording.lexicon.adverbs or wording.low[at].endswith("ly")):
        at += 1
    if at >= wording.end or wording.quoted[at] >= 0:
        return False
    word = wording.low[at]
    return word in wording.lexicon.finite or (
        word.isalpha() and word.endswith(("ed", "s")) and not wording.words.capitalised(at)
    )


def trailing_frame(wording: Wording, reported: list[ReportedVerb]) -> Framed | None:
    """A frame after or inside its content: "…, sagte X." and "…, sagte X, …"; None if there is none."""
    lexicon, low = wording.lexicon, wording.low
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
            _impersonal(wording, start)
            or _inverted(wording, start, after_quote or start > at)
            or _plain(wording, start)
        )
        if found is None:
            continue
        close, cue, speaker, verb = found
        if not after_quote and start == at and _announces_more(wording, verb, close, reported):
            continue
        if not after_quote and _only_named(wording, start - 1):
            continue
        if low[0] in lexicon.other_subordinators and not after_quote and not wording.rest((start, close))[1:]:
            # "Als der Zug kam, sagte Weber": a time, not a content.
            continue
        frame = (start, close)
        medium = next((form.medium for form in lexicon.verbs.get(low[verb], ())), None)
        return Framed(
            content=wording.rest(frame),
            frame=[frame],
            cue=cue,
            speaker=speaker,
            addressee=addressee(wording, verb, speaker, close),
            **({"medium": medium} if medium else {}),
        )
    return None


_Found = tuple[int, list[Range], Range | None, int]


def _impersonal(wording: Wording, at: int) -> _Found | None:
    """ ", hieß es aus dem Rathaus"."""
    length = starts_with(wording.low, at, wording.lexicon.it_is_said)
    if not length:
        return None
    close = wording.next_break(at + length)
    return close, [(at, at + length)], _place_that_speaks(wording, at + length, close), at


def _inverted(wording: Wording, at: int, after_quote: bool) -> _Found | None:
    """ ", sagte X" and ", teilte X mit"."""
    for form in wording.lexicon.verbs.get(wording.low[at], ()):
        if form.takes is Takes.OBJECT or form.shape is not Shape.FINITE or wording.words.capitalised(at):
            continue
        cue = _cue(wording, at, form)
        if cue is None or (form.takes is Takes.NAME and not after_quote):
            continue
        if wording.low[min(at + 1, wording.end - 1)] == "sich" and form.lemma != "äußern":
            continue
        speaker = subject_after(wording, at, wording.end)
        if speaker is None or speaker[0] > at + 8:
            continue
        close = wording.next_break(speaker[1])
        last = cue.parts[-1][1]
        if last > close:
            close = wording.next_break(last)
        return close, cue.parts, speaker, at
    return None


def _plain(wording: Wording, at: int) -> _Found | None:
    """English: ", X said"."""
    if wording.language.code != "en":
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
    return 0 < reached and reached >= close


def _announces_more(wording: Wording, verb: int, close: int, reported: list[ReportedVerb]) -> bool:
    """Whether the frame has its content after it: "Nach der Sitzung, sagte X, dass …"."""
    if close + 1 >= wording.end:
        return False
    first = close + 1
    return wording.low[close] == ":" or wording.low[first] in wording.lexicon.subordinators

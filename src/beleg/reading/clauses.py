"""Clauses: where the clause of a word begins and ends, and whether it is a dependent one."""

from typing import Final

from beleg.reading.wording import Range, Wording

_LONGEST_FRONT: Final = 34


def clause_of(wording: Wording, at: int) -> Range:
    """The words between the commas, colons, semicolons and dashes around the word at `at`."""
    start = at
    while start > 0 and not wording.breaks_at(start - 1):
        start -= 1
    return start, wording.next_break(at)


def past_insertion(wording: Wording, comma: int) -> int:
    """The comma that closes an apposition or a relative clause which the comma at `comma` opens; `comma` if none does.

    "…, hatte der Wirt, ein alter Mann, gesagt": the clause goes on after the insertion.
    """
    first = comma + 1
    if wording.low[comma] != "," or first >= wording.end:
        return comma
    if (
        first + 1 < wording.end
        and wording.low[first] in wording.lexicon.relatives
        and is_dependent(wording, first)
    ):
        close = wording.next_break(first)
    else:
        close = wording.noun_phrase(first)
    return close if first < close < wording.end and wording.low[close] == "," else comma


def is_dependent(wording: Wording, start: int) -> bool:
    """Whether the clause that begins at `start` is a dependent one: "weil …", "die …", "in dem …"."""
    lexicon, low = wording.lexicon, wording.low
    if start >= wording.end:
        return False
    if (
        low[start] in lexicon.subordinators
        or low[start] in lexicon.other_subordinators - lexicon.conjunctions
    ):
        return True
    if start == 0:
        return False
    if low[start] in lexicon.relatives:
        return True
    return (
        low[start] in lexicon.prepositions
        and start + 1 < wording.end
        and low[start + 1] in lexicon.relatives
        and start + 2 < wording.end
        and not _noun_like(wording, start + 2)
    )


def _noun_like(wording: Wording, at: int) -> bool:
    return wording.words.capitalised(at) or wording.low[at].endswith(("en", "er", "em", "es", "e"))


def front_end(wording: Wording, start: int, reached: int, moods: frozenset[int]) -> int:
    """Where the front of a German main clause ends that begins at `start`: at its finite verb.

    The finite verb is the second constituent (Duden grammar: Verbzweitsatz), so all before it is one phrase however
    it is built. `reached` is how far the phrase was followed by its nouns; `moods` are the places of verbs in the
    Konjunktiv. Returns `reached` where no verb is found or something else than a phrase lies between.
    """
    lexicon, low = wording.lexicon, wording.low
    if not lexicon.comma_before_clause or reached >= wording.end:
        return reached
    if wording.verb_at(reached) or reached in moods or not _may_go_on(wording, reached):
        return reached
    for at in range(reached, min(wording.end, start + _LONGEST_FRONT)):
        if wording.quoted[at] >= 0 or low[at] in {":", ";"}:
            return reached
        if at > reached and wording.breaks_at(at - 1) and is_dependent(wording, at):
            return reached
        if (wording.verb_at(at) or at in moods) and not _attribute(wording, at):
            return at
    return reached


def _attribute(wording: Wording, at: int) -> bool:
    """Whether a form that is a verb as well stands as an adjective here: "die gemeldeten Fälle"."""
    return (
        at + 1 < wording.end
        and wording.words.capitalised(at + 1)
        and wording.low[at].endswith(("en", "te", "e"))
        and wording.low[at - 1] in wording.lexicon.determiners
    )


def _may_go_on(wording: Wording, at: int) -> bool:
    low, lexicon = wording.low, wording.lexicon
    if not wording.words.is_word(at):
        return low[at] not in {":", ";"}
    if wording.words.capitalised(at) or low[at] in lexicon.prepositions or low[at] in lexicon.determiners:
        return True
    return low[at].isalpha() and not low[at].endswith(("t", "te", "ten"))

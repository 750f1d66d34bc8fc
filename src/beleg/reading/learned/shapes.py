"""Shapes: what can be measured of a candidate's words and of those around it before any model is asked."""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Final

from beleg.reading.learned.decoding import Candidate
from beleg.reading.learned.page import Page
from beleg.terms.quotation import QuotationKind

_KINDS: Final = tuple(QuotationKind)
_SENTENCE_SIGNS: Final = (
    "K1",
    "K2",
    "clause",
    "object",
    "according",
    "according_after",
    "hedge_verbs",
    "thereafter",
    "so",
    "as_told",
    "claims",
    "account",
    "sub",
    "colon",
    "marks",
    "verbless",
)
_CLASSES: Final = (
    ("NN",),
    ("NE",),
    ("ART",),
    ("ADJ",),
    ("APPR", "APPO", "APZR", "CIRC"),
    ("VV(FIN", "VV(IMP", "VA(FIN", "VM(FIN"),
    ("VV(", "VA(", "VM("),
    ("PP", "PD", "PI", "PW", "PRF", "PRELS", "PRELAT"),
    ("KON", "KOUS", "KOUI", "KOKOM"),
    ("ADV", "PAV", "PTK", "PROAV"),
    ("CARD", "ORD"),
    (",",),
    (":",),
    (".", "!", "?"),
    ("„", "“", '"', "»", "«", "”"),
    ("(", ")", "–", "-"),
)
"""Parts of speech by the beginnings of their names, the first that fits; two more classes are "other" and "none"."""
_SOLLEN: Final = frozenset({"soll", "sollen", "solle", "sollten", "sollte"})
_FURTHEST: Final = 30
_MOST: Final = 5.0


class Shapes:
    """Measures the candidates of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        forms = page.forms
        self._speakers = frozenset(n for one in page.ruled for n in one.roles[0])
        self._cues = frozenset(n for one in page.ruled for n in one.roles[1])
        self._frames = frozenset(n for one in page.ruled for n in one.roles[2])
        self._reported = frozenset(
            n for one in page.ruled if one.kind is not QuotationKind.DIRECT for n in one.words
        )
        self._marked = Counter(self._said(range(b + 1, e - 1)) for b, e in page.marks)
        self._classes = [_class(form.tag) for form in forms]

    def of(self, one: Candidate) -> list[float]:
        """The measures of one candidate; always as many."""
        words = frozenset(one.words)
        return [
            *_form(self._page, one),
            *self._looks(one),
            *self._in_frames(one, words),
            *self._distances(one),
            *self._class_at(one.words[0] - 1),
            *self._class_at(one.words[-1] + 1),
            *self._class_at(one.words[0]),
            *self._class_at(min(one.words[0] + 1, one.words[-1])),
            *self._class_at(one.words[-1]),
        ]

    def _said(self, numbers: Sequence[int]) -> str:
        return " ".join(self._page.forms[n].low for n in numbers)

    def _looks(self, one: Candidate) -> list[float]:
        """Whether the words look like a name or like a clause: capitals, pronouns, verbs, repetition."""
        page, forms = self._page, self._page.forms
        worded = [n for n in one.words if forms[n].low[0].isalnum()]
        capital = [page.tokens[n].text[0].isupper() for n in worded]
        finite = [place for place, n in enumerate(one.words) if forms[n].finite]
        pronouns = sum(any(each.startswith("pronoun=") for each in forms[n].own[6:]) for n in worded)
        repeated = self._marked[self._said(one.words[1:-1])] if one.kind is QuotationKind.DIRECT else 0
        lows = [forms[n].low for n in one.words]
        return [
            min(float(repeated), _MOST),
            sum(capital) / max(1, len(capital)),
            float(len(worded)),
            float(bool(capital) and capital[0]),
            pronouns / max(1, len(worded)),
            float(finite[0] if finite else -1),
            float(finite[-1] - len(one.words) if finite else -99),
            float(lows.count(":")),
            float(sum(low in {".", "!", "?"} for low in lows)),
            float(lows.count(",")),
            float(not _SOLLEN.isdisjoint(lows)),
        ]

    def _in_frames(self, one: Candidate, words: frozenset[int]) -> list[float]:
        """How far the default engine has given these words, and those beside them, to frames and reported speech."""
        first, last = one.words[0], one.words[-1]
        before, after = {first - 1, first - 2}, {last + 1, last + 2}
        return [
            *(
                len(words & taken) / len(words)
                for taken in (self._speakers, self._frames, self._cues, self._reported)
            ),
            float(first - 1 in self._speakers),
            *(
                float(not beside.isdisjoint(taken))
                for beside in (before, after)
                for taken in (self._frames, self._cues)
            ),
        ]

    def _distances(self, one: Candidate) -> list[float]:
        """How far the next cue verbs and the edges of sentence and text are."""
        page, forms = self._page, self._page.forms
        first, last = one.words[0], one.words[-1]
        number = page.sentence[first]
        start, end = page.sentences[number][0], page.sentences[page.sentence[last]][1]
        cue_before = next(
            (first - n for n in range(first - 1, start - 1, -1) if forms[n].cue and forms[n].verb), _FURTHEST
        )
        cue_after = next(
            (n - last for n in range(last + 1, end) if forms[n].cue and forms[n].verb), _FURTHEST
        )
        block = page.blocks[number]
        return [
            float(min(cue_before, _FURTHEST)),
            float(min(cue_after, _FURTHEST)),
            float(first - start),
            float(end - 1 - last),
            float(page.clause[last] - page.clause[first]),
            float(block),
            float(page.blocks[-1] - block),
            float(number == 0 or page.blocks[number - 1] != block),
        ]

    def _class_at(self, number: int) -> list[float]:
        found = self._classes[number] if 0 <= number < len(self._classes) else len(_CLASSES) + 1
        return [float(found == each) for each in range(len(_CLASSES) + 2)]


def _class(tag: str) -> int:
    return next((place for place, starts in enumerate(_CLASSES) if tag.startswith(starts)), len(_CLASSES))


def _form(page: Page, one: Candidate) -> list[float]:
    """Length, place in sentence and clause, marks and words at the edges, moods, what its sentence holds."""
    words, forms = one.words, page.forms
    first, last = words[0], words[-1]
    number, final = page.sentence[first], page.sentence[last]
    start, end = page.sentences[number][0], page.sentences[final][1]
    inside_moods = [page.mood[n] for n in words]
    signs = set(page.of_sentence[number])
    before = page.of_sentence[number - 1] if number else []
    after = page.of_sentence[final + 1] if final + 1 < len(page.sentences) else []
    word_before = forms[first - 1].low if first else ""
    word_after = forms[last + 1].low if last + 1 < len(forms) else ""
    return [
        *(float(one.kind is kind) for kind in _KINDS),
        log(len(words)),
        len(words) / (end - start),
        float(last - first + 1 - len(words)),
        float(final - number),
        float(number),
        number / len(page.sentences),
        float(first == start),
        float(last >= end - 1),
        float(last == end - 2),
        float(first == page.clauses[page.clause[first]][0]),
        float(last == page.clauses[page.clause[last]][1] - 1),
        float(last == page.clauses[page.clause[last]][1] - 2),
        float(forms[last].low in {".", "!", "?"}),
        float(forms[last].low in {",", ";"}),
        float(word_before == ","),
        float(word_before == ":"),
        float(word_after in {",", "."}),
        float("subordinators" in forms[first].own),
        float(page.marked[first] >= 0),
        float(page.marked[first] >= 0 and page.marks[page.marked[first]] == (first, last + 1)),
        float(any(page.marked[n] >= 0 for n in words)),
        float(sum(mood == 2 for mood in inside_moods)),
        float(sum(mood == 1 for mood in inside_moods)),
        float(any(forms[n].finite for n in words)),
        float(sum(forms[n].finite for n in words)),
        float(any(forms[n].cue == "clause" for n in range(start, first))),
        float(any(forms[n].cue == "clause" for n in range(last + 1, end))),
        float(any(forms[n].cue == "clause" for n in words)),
        *(float(sign in signs) for sign in _SENTENCE_SIGNS),
        *(float(sign in before) for sign in ("K2", "clause", "according", "colon", "marks")),
        *(float(sign in after) for sign in ("K2", "clause", "so", "marks")),
    ]

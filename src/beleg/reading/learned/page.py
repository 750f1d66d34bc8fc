"""Page: a text laid out for the learned engine, with everything that is said of its words, clauses and sentences."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from beleg.language.language import Language
from beleg.language.words import Words
from beleg.reading.learned.words import WordForm, WordForms
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.reading import Reading
from beleg.terms.span import Span
from beleg.terms.token import Token
from beleg.text.marks import Marked

Stretch = tuple[int, int]
"""Tokens from the first number to before the second."""

ROLES: Final = ("speaker", "cue", "frame", "addressee")
_SHORT_MARKED: Final = 6
_CLAUSE_MARKS: Final = frozenset(",:;–-()„“”»«")
_QUOTATION_MARKS: Final = frozenset("„“”\"»«‚‘’'‹›")


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quotation as token numbers: its kind, its words, and the words of its roles in the order of `ROLES`."""

    kind: QuotationKind
    words: tuple[int, ...]
    roles: tuple[tuple[int, ...], ...] = ((), (), (), ())
    medium: str = "speech"
    rule: str = ""
    """The construction by which the default engine found it; empty where it did not."""


@dataclass(slots=True)
class Page:
    """A text laid out: tokens and their forms, clauses and sentences as stretches of tokens, marked words.

    `sentence[t]` and `clause[t]` number the sentence and clause of token `t`; `marked[t]` the outermost marked words
    it stands in, or -1. `mood[t]` is 2 for a certain form of reported speech, 1 for one that can be, else 0.
    """

    text: str
    tokens: list[Token]
    starts: list[int]
    """Where each token begins, in code points."""
    forms: list[WordForm]
    sentences: list[Stretch]
    sentence: list[int]
    clauses: list[Stretch]
    clause: list[int]
    marks: list[Stretch]
    marked: list[int]
    mood: list[int]
    blocks: list[int]
    """For each sentence the number of its paragraph."""
    ruled: list[Attributed]
    """What the default engine read."""
    of_sentence: list[list[str]] = field(default_factory=list)
    of_clause: list[list[str]] = field(default_factory=list)
    of_rules: list[list[str]] = field(default_factory=list)

    def numbers(self, spans: Sequence[Span]) -> tuple[int, ...]:
        """The tokens that begin inside these spans."""
        starts = self.starts
        return tuple(
            sorted(
                {
                    number
                    for span in spans
                    for number in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
                }
            )
        )

    def spans(self, numbers: Sequence[int]) -> tuple[Span, ...]:
        """The stretches of the text that these tokens cover, adjacent ones joined."""
        spans: list[Span] = []
        last = -2
        for number in numbers:
            token = self.tokens[number]
            if number == last + 1:
                spans[-1] = Span(spans[-1].start, token.end)
            else:
                spans.append(Span(token.start, token.end))
            last = number
        return tuple(spans)


def lay_out(reading: Reading, language: Language, forms: WordForms, marked: Sequence[Marked]) -> Page:
    """Lay out a text that the default engine has read, with what it found as one more thing to go by.

    `marked` are the words of it in quotation marks.
    """
    tokens: list[Token] = []
    sentences: list[Stretch] = []
    mood: list[int] = []
    blocks: list[int] = []
    block = 0
    for one in reading.sentences:
        if not one.tokens:
            continue
        while block + 1 < len(reading.blocks) and reading.blocks[block + 1].start <= one.start:
            block += 1
        start = len(tokens)
        tokens.extend(one.tokens)
        sentences.append((start, len(tokens)))
        blocks.append(block)
        mood.extend([0] * len(one.tokens))
        for verb in language.reported_verbs(Words.of(one.tokens)):
            mood[start + verb.at] = 2 if verb.certain else 1
    count = len(tokens)
    page = Page(
        text=reading.text,
        tokens=tokens,
        starts=[token.start for token in tokens],
        forms=[forms.of(token.text) for token in tokens],
        sentences=sentences,
        sentence=[number for number, (b, e) in enumerate(sentences) for _ in range(b, e)],
        clauses=[],
        clause=[0] * count,
        marks=[],
        marked=[-1] * count,
        mood=mood,
        blocks=blocks,
        ruled=[],
    )
    _mark(page, marked)
    _cut_clauses(page)
    page.ruled.extend(_attributed(page, one) for one in reading.quotations)
    page.of_sentence = [_sentence_features(page, *stretch) for stretch in sentences]
    page.of_clause = [_clause_features(page, *stretch) for stretch in page.clauses]
    page.of_rules = _rule_features(page)
    return page


def _mark(page: Page, marked: Sequence[Marked]) -> None:
    starts = page.starts
    last = 0
    for one in marked:
        b, e = bisect_left(starts, one.start), bisect_left(starts, one.end)
        if b >= last and e > b:
            for number in range(b, e):
                page.marked[number] = len(page.marks)
            page.marks.append((b, e))
            last = e


def _cut_clauses(page: Page) -> None:
    for start, end in page.sentences:
        begin = start
        for number in range(start, end):
            if number == end - 1 or page.forms[number].low in _CLAUSE_MARKS:
                page.clauses.append((begin, number + 1))
                begin = number + 1
    for place, (start, end) in enumerate(page.clauses):
        page.clause[start:end] = [place] * (end - start)


def _attributed(page: Page, one: Quotation) -> Attributed:
    words = page.numbers(one.quote)
    if one.kind is QuotationKind.DIRECT and words:
        # Annotated corpora count the marks to the quotation; the default engine does not.
        around = {number for n in words for number in (n - 1, n + 1) if 0 <= number < len(page.tokens)}
        words = tuple(
            sorted(
                {
                    *words,
                    *(n for n in around if page.tokens[n].text in _QUOTATION_MARKS and page.marked[n] >= 0),
                }
            )
        )
    roles = (one.speaker, one.cue, one.frame, one.addressee)
    rule = one.why.rule if one.why else ""
    return Attributed(one.kind, words, tuple(page.numbers(spans) for spans in roles), one.medium.value, rule)


def _sentence_features(page: Page, start: int, end: int) -> list[str]:
    """What a sentence holds outside longer marked words: moods, cues, attribution phrases, marks."""
    found = []
    outside = [
        n
        for n in range(start, end)
        if page.marked[n] < 0 or page.marks[page.marked[n]][1] - page.marks[page.marked[n]][0] < _SHORT_MARKED
    ]
    forms = [page.forms[n] for n in outside]
    mood = max((page.mood[n] for n in outside), default=0)
    if mood:
        found.append(f"K{mood}")
    cues = {form.cue for form in forms if form.cue}
    found.extend(sorted(cues))
    classes = {each for form in forms for each in form.own[6:]}
    for name in (
        "according",
        "according_after",
        "hedge_verbs",
        "thereafter",
        "so",
        "as_told",
        "claims",
        "backward",
    ):
        if name in classes:
            found.append(name)
    if any(each.startswith("ac=") for each in classes):
        found.append("account")
    if "subordinators" in classes:
        found.append("sub")
    if page.forms[end - 1].low == ":":
        found.append("colon")
    if any(page.marked[n] >= 0 for n in range(start, end)):
        found.append("marks")
    if end - start < _SHORT_MARKED:
        found.append("short")
    if not any(form.finite for form in forms):
        found.append("verbless")
    return found


def _clause_features(page: Page, start: int, end: int) -> list[str]:
    """What a clause is: how it begins and ends, where its verbs stand, their mood, whether it announces words."""
    forms = page.forms[start:end]
    found = [f"b={forms[0].low}", f"bp={forms[0].tag}"]
    mood = max(page.mood[start:end])
    if mood:
        found.append(f"k{mood}")
    finite = [n for n, form in enumerate(forms) if form.finite]
    verbs = [n for n, form in enumerate(forms) if form.verb]
    found.extend(f"fv={forms[n].stem}" for n in finite[:2])
    if verbs:
        found.append(f"lv={forms[verbs[-1]].stem}")
        found.append(f"lp={forms[verbs[-1]].tag}")
    if finite:
        place = (
            "0" if finite[0] == 0 else "1" if finite[0] == 1 else "E" if finite[-1] >= len(forms) - 2 else "M"
        )
        found.append(f"fin{place}")
    else:
        found.append("nofin")
    cues = {form.cue for form in forms if form.cue}
    found.extend(f"cue={cue}" for cue in sorted(cues))
    classes = {each for form in forms for each in form.own[6:]}
    if not classes.isdisjoint(("according", "according_after")):
        found.append("acc")
    if any(each.startswith("ac=") for each in classes):
        found.append("account")
    if any(form.low == "zu" for form in forms) and any("INF" in form.tag for form in forms):
        found.append("zu")
    if forms[0].tag in ("PRELS", "PRELAT") or (
        "relatives" in forms[0].own and finite and finite[-1] >= len(forms) - 2
    ):
        found.append("rel")
    # The noun or verb that a clause ends with announces the next one: "die Sorge, dass …".
    closing = next((form for form in reversed(forms) if form.low[0].isalnum()), None)
    if closing:
        found.append(f"lw={closing.stem}")
    found.append(f"e={forms[-1].low}" if not forms[-1].low[0].isalnum() else "e=w")
    return found


def _rule_features(page: Page) -> list[list[str]]:
    """For each token the place it has in the quotations of the default engine."""
    found: list[list[str]] = [[] for _ in page.tokens]
    for one in page.ruled:
        if not one.words:
            continue
        words = set(one.words)
        first, last = one.words[0], one.words[-1]
        for n in range(first, last + 1):
            place = "B" if n == first else "E" if n == last else "I" if n in words else "G"
            found[n].append(f"rq={one.kind.value}{place}")
        if last + 1 < len(found):
            found[last + 1].append(f"rafter={one.kind.value}")
        for name, numbers in zip(ROLES, one.roles, strict=True):
            for n in numbers:
                found[n].append(f"rr={name}")
    for each in found:
        if not each:
            each.append("r0")
    return found

"""Facts: what is said of a whole candidate, as names, for a model that weighs each of them.

The fields that label words see a quotation one word at a time; what holds of it as a whole (where it begins and ends
in its sentence, which verbs stand outside it, what the rules made of it) is said here.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from beleg.reading.learned.decoding import Candidate
from beleg.reading.learned.features import bucket
from beleg.reading.learned.page import Attributed, Page
from beleg.reading.learned.selecting import overlap
from beleg.terms.quotation import QuotationKind

_SAME: Final = 0.7
_FEW: Final = 6


def facts(page: Page, one: Candidate) -> list[str]:
    """The facts of one candidate; about a hundred and fifty."""
    kind, place = one.kind.value, _place(page, one)
    start, end = _sentences(page, one)
    found = ["b", kind, place, kind + place, "p" + "+".join(sorted(one.proposed))]
    found += _of_rules(page, one)
    found += _edges(page, one)
    words = frozenset(one.words)
    outside = [n for n in range(start, end) if n not in words]
    found += _outside(page, one, outside, place)
    found += _inside(page, one)
    found += _clauses(page, one, start, end)
    moods = [page.mood[n] for n in one.words]
    mood = max(moods)
    around = max((page.mood[n] for n in outside if page.marked[n] < 0), default=0)
    finite = sum(page.forms[n].finite for n in one.words)
    found += (
        f"m{mood}{kind}{place}",
        f"nf{min(finite, 3)}k{min(moods.count(2), 3)}{kind}",
        f"om{around}im{mood}{place}",
        f"len{bucket(len(one.words))}{kind}",
        f"cov{10 * len(one.words) // (end - start)}{kind}",
    )
    number = page.sentence[one.words[0]]
    for each in page.of_sentence[number]:
        found += (f"S:{each}", f"S{kind}{place}:{each}")
    if number:
        for each in page.of_sentence[number - 1]:
            found += (f"S-1:{each}", f"S-1{kind}:{each}")
    if one.kind is QuotationKind.DIRECT and page.marked[one.words[0]] >= 0:
        found += _marked(page, one, finite)
    return found


def nearest(ruled: Sequence[Attributed], one: Candidate) -> tuple[float, Attributed | None]:
    """The quotation of the default engine that is most like a candidate of its layer, and how far they overlap."""
    words, direct = frozenset(one.words), one.kind is QuotationKind.DIRECT
    best, most = None, 0.0
    for other in ruled:
        if (other.kind is QuotationKind.DIRECT) is direct and other.words:
            shared = overlap(words, frozenset(other.words))
            if shared > most:
                best, most = other, shared
    return most, best


def _sentences(page: Page, one: Candidate) -> tuple[int, int]:
    return page.sentences[page.sentence[one.words[0]]][0], page.sentences[page.sentence[one.words[-1]]][1]


def _place(page: Page, one: Candidate) -> str:
    """Where a candidate begins and ends in its sentences, whether it spans several and has a gap."""
    first, last = one.words[0], one.words[-1]
    start, end = _sentences(page, one)
    place = "S" if first == start else "s"
    place += "E" if last == end - 1 else "e" if last == end - 2 else "_"
    place += "M" if page.sentence[first] != page.sentence[last] else ""
    return place + ("G" if last - first + 1 != len(one.words) else "")


def _of_rules(page: Page, one: Candidate) -> list[str]:
    """How it lies to what the default engine read there, by which construction and cue."""
    kind = one.kind.value
    shared, ruled = nearest(page.ruled, one)
    if ruled is None:
        return ["r0", f"r0{kind}"]
    same = "=" if shared == 1 else "~" if shared > _SAME else "-"
    rule = ruled.rule
    begins, ends = one.words[0] - ruled.words[0], one.words[-1] - ruled.words[-1]
    cue = "_".join(sorted(page.forms[n].stem for n in ruled.roles[1] if page.forms[n].low[0].isalnum()))
    found = [
        f"r{same}",
        f"r{same}{kind}",
        f"r{same}{rule}",
        f"rl{_sign(begins)}{rule}",
        f"rr{_sign(ends)}{rule}",
        f"r{same}{rule}:{cue}",
        f"r{same}:{cue}",
        f"rs{same}{rule}:{bool(ruled.roles[0])}",
    ]
    if ruled.roles[0]:
        speaker = page.forms[ruled.roles[0][-1]]
        found += (f"rp{same}{speaker.tag}", f"rp{same}{speaker.low}")
    return found


def _sign(number: int) -> str:
    return "+" if number > 0 else "-" if number < 0 else "="


def _edges(page: Page, one: Candidate) -> list[str]:
    """The words at its edges, inside and outside."""
    forms, kind = page.forms, one.kind.value
    first, last = one.words[0], one.words[-1]
    found: list[str] = []
    for name, number in (("f0", first), ("B1", first - 1), ("A1", last + 1), ("l0", last)):
        for each in _word(page, name, number):
            found += (each, kind + each)
    for name, number in (("f1", first + 1), ("l1", last - 1), ("B2", first - 2), ("A2", last + 2)):
        found += _word(page, name, number)
    if first:
        before = forms[first - 1]
        found += (f"Bf{before.low}|{forms[first].low}", f"BfT{before.tag}|{forms[first].tag}")
        if last + 1 < len(forms):
            found.append(f"BA{before.low}|{forms[last + 1].low}")
    return found


def _word(page: Page, name: str, number: int) -> tuple[str, ...]:
    if not 0 <= number < len(page.forms):
        return (f"{name}none",)
    form = page.forms[number]
    return f"{name}{form.low}", f"{name}p{form.tag}"


def _outside(page: Page, one: Candidate, outside: Sequence[int], place: str) -> Iterator[str]:
    """The verbs, nouns and classes of words of its sentences that it leaves out."""
    kind, first, last = one.kind.value, one.words[0], one.words[-1]
    for n in outside:
        form = page.forms[n]
        if form.verb:
            near = page.clause[first if n < first else last]
            yield f"ov={form.stem}"
            yield f"ov{kind}{place}={form.stem}"
            yield f"ovd{min(3, abs(page.clause[n] - near))}={form.stem}"
        elif form.tag in ("NN", "NE"):
            yield f"on={form.stem}"
        for each in form.own[6:]:
            yield f"oc={each}"


def _inside(page: Page, one: Candidate) -> Iterator[str]:
    kind = one.kind.value
    for n in one.words:
        form = page.forms[n]
        if form.verb and page.marked[n] < 0:
            yield f"iv={form.stem}"
            yield f"iv{kind}={form.stem}"
        if form.finite:
            yield f"if{page.mood[n]}={form.low}"
        if form.cue:
            yield f"ic={form.cue}{kind}"
        yield f"iw={form.stem}"


def _clauses(page: Page, one: Candidate, start: int, end: int) -> Iterator[str]:
    """The clauses it begins and ends in, and the ones before and after these."""
    kind = one.kind.value
    first, last = page.clause[one.words[0]], page.clause[one.words[-1]]
    for name, clause in (("cf", first), ("cl", last), ("cb", first - 1), ("ca", last + 1)):
        if 0 <= clause < len(page.clauses) and start <= page.clauses[clause][0] < end:
            yield from (f"{name}:{each}" for each in page.of_clause[clause])
    yield f"cf{kind}{page.clauses[first][0] == one.words[0]}"
    yield f"cl{kind}{page.clauses[last][1] - 1 <= one.words[-1] + 1}"


def _marked(page: Page, one: Candidate, finite: int) -> list[str]:
    """What words in quotation marks look like: somebody's words, or a name."""
    inside = [page.tokens[n].text for n in one.words if page.tokens[n].text[0].isalnum()]
    capital = all(word[0].isupper() for word in inside)
    found = [
        "Dcap" if capital else "Dmix",
        f"Dlen{min(len(inside), _FEW)}",
        f"Dfirst{inside[0][0].isupper() if inside else ''}{finite > 0}",
        "Dt=" + "_".join(page.forms[n].tag for n in one.words[1:5]),
        f"Dr{nearest(page.ruled, one)[1] is not None}len{min(len(inside), _FEW)}",
    ]
    return found + [f"Di={page.forms[n].low}" for n in one.words]

"""A negation dropped, or put in where its clause takes it."""

from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.rewrites.german import finite
from benchmarks.rewrites.material import Article, Line
from benchmarks.rewrites.rewrite import Generator, Rewrite

_NOT_BEFORE: Final = frozenset("nur einmal mehr zuletzt zu so , . sondern alle jeder immer".split())
_WITHOUT: Final = {"kein": "ein", "keinen": "einen", "keinem": "einem", "keiner": "einer"}
_FEMALE: Final = ("ung", "heit", "keit", "schaft", "tion", "tät", "ik", "enz", "anz")
_TOWARDS: Final = frozenset("in ins nach zu zum zur auf aus als für von vom durch mit an am im über".split())
_FOCUS: Final = frozenset("erst nur auch schon bereits noch sogar allein fast kaum zwar einmal".split())
"""Words that "nicht" would have to stand beside."""
_WITH: Final = {"ein": "kein", "eine": "keine", "einen": "keinen", "einem": "keinem", "einer": "keiner"}


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every negation that can be dropped, one for every clause that takes one; outside quotation
    marks.
    """
    for line in article.lines:
        low = set(line.words.low)
        if "sondern" in low or "weder" in low:
            continue
        if line.language.negations & low:
            yield from _dropped(line)
        else:
            yield from _put_in(line)


def _dropped(line: Line) -> Iterator[Rewrite]:
    for at in range(1, len(line)):
        low, after = line.low(at), line.low(at + 1)
        if line.quoted[at] or line.low(at - 1) in {"oder", "ob", "und", ",", "wenn"}:
            continue
        if low == "nicht" and line.tag(at) == "PTKNEG" and after not in _NOT_BEFORE:
            if line.low(at - 1) == "noch":
                yield Rewrite(line.text, line.with_words(at - 1, at + 1, "bereits"), "noch nicht", "bereits")
            elif line.low(at - 1) not in {"auch", "gar"}:
                yield Rewrite(line.text, line.with_words(at, at + 1, ""), "nicht", "")
        elif (
            low.startswith("kein")
            and line.tag(at + 1) == "NN"
            and (with_article := _affirmed(line, at)) is not None
        ):
            yield Rewrite(line.text, line.with_words(at, at + 1, with_article), line.word(at), with_article)


def _affirmed(line: Line, at: int) -> str | None:
    """What takes the place of "kein": an article before a singular, nothing before a plural; None where unclear."""
    low, noun, lemma = line.low(at), line.word(at + 1), line.lemmas[at + 1]
    if low == "keine":
        if noun.endswith(_FEMALE):
            return "eine"
        return "" if noun != lemma and noun.endswith(("e", "n", "r", "s")) else None
    return _WITHOUT.get(low) if noun == lemma else None


def _put_in(line: Line) -> Iterator[Rewrite]:
    for end in range(3, len(line) + 1):
        if line.low(end) not in {".", ","} or line.quoted[end - 1]:
            continue
        start = max(
            (at + 1 for at in range(end - 1) if line.low(at) in {",", ":", "„", "und", "aber"}), default=0
        )
        verbs = [at for at in range(start, end) if finite(line, at)]
        # A main clause: its one finite verb stands second, right after the first phrase.
        if len(verbs) != 1 or verbs[0] == end - 1 or start > 0 or _FOCUS & set(line.words.low[start:end]):
            continue
        at = _place(line, verbs[0], end)
        if at is None:
            continue
        if line.low(at) in _WITH and line.tag(at) == "ART":
            negated = _WITH[line.low(at)]
            yield Rewrite(line.text, line.with_words(at, at + 1, negated), line.word(at), negated)
        else:
            negated = f"nicht {line.word(at)}"
            yield Rewrite(line.text, line.with_words(at, at + 1, negated), line.word(at), negated)


def _place(line: Line, verb: int, end: int) -> int | None:
    """Where "nicht" stands in the clause that ends before `end`: before the non-finite verb or the predicate."""
    last = end - 1
    if (
        line.tag(last) == "ADJ(D)"
        and line.lemmas[verb] == "sein"
        and last > verb + 1
        and line.tag(last - 1) not in {"KON", "ADJ(D)", "ADV"}
    ):
        return last
    if (
        line.tag(verb)[:2] not in {"VA", "VM"}
        or line.tag(last) not in {"VV(PP)", "VV(INF)"}
        or last <= verb + 1
    ):
        return None
    if line.tag(last - 1) in {"ADJ(D)", "PTKVZ", "PTKZU", "KON", "ADV", "VV(PP)", "VV(INF)"}:
        return None
    for at in range(last - 1, verb, -1):
        if (
            line.low(at) in _WITH
            and line.tag(at) == "ART"
            and line.tag(at - 1) not in {"APPR", "KON", "ADV", "ADJ(D)"}
        ):
            return at
    for at in range(last - 1, verb, -1):
        low = line.low(at)
        if line.tag(at) in {"APPR", "APPRART"}:
            return (
                at
                if low in _TOWARDS
                and line.low(at - 1) not in {"bis", "rund", "etwa"}
                and line.noun_phrase(at + 1, last) == last
                else last
            )
        if line.tag(at) == "NN" and line.tag(at - 1) not in {
            "ART",
            "PPOSAT",
            "ADJ(A)",
            "APPR",
            "APPRART",
            "NN",
            "PDAT",
            "CARD",
        }:
            return None  # an object without an article takes "kein"
        if line.tag(at) not in {"NN", "NE", "ADJ(A)", "ART", "CARD", "PPOSAT"}:
            return last
    return last


GENERATOR = Generator(
    kind="negation_flipped", language="de", make=make, named_by=frozenset(("negation_flipped",))
)  # fmt: skip

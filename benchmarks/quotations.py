"""Quotations: who said what, measured on annotated German news.

The corpus is the "Dataset of Quotation Attribution in German News Articles" (Petersen-Frey and Biemann, LREC-COLING
2024); its annotations may be used to measure, and nothing of it is part of Beleg. One convention differs, and this file
translates it: the corpus counts the quotation marks to a direct quotation. Like the corpus, `Quotation.speaker` keeps a
pronoun or "Angaben der Polizei" as they stand; whom they name is in `referent` and is not measured here.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from beleg.language.de.german import GERMAN
from beleg.reading import read
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.span import Span
from benchmarks.figures import Figure

Tokens = frozenset[int]
ROLES = ("addressee", "cue", "frame", "speaker")
_KINDS = {
    "Direct": QuotationKind.DIRECT,
    "Indirect": QuotationKind.INDIRECT,
    "Reported": QuotationKind.REPORTED,
    "FreeIndirect": QuotationKind.FREE_INDIRECT,
    "IndirectFreeIndirect": QuotationKind.INDIRECT_FREE_INDIRECT,
}
_MARKS = "„“”\"»«‚‘’'‹›"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quotation as the places of its words among the tokens of a document, with those of its four roles."""

    kind: QuotationKind
    medium: str
    words: Tokens
    roles: tuple[Tokens, Tokens, Tokens, Tokens]
    """Addressee, cue, frame, speaker."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision, recall and F1 in hundredths: of the quoted words, of the roles, and of both together."""

    messages: tuple[float, float, float]
    roles: tuple[float, float, float]
    joint: tuple[float, float, float]
    kind_right: float
    """Share of pairs that overlap by half or more and have the same kind, in hundredths."""


def score(predicted: Sequence[Sequence[Attribution]], gold: Sequence[Sequence[Attribution]]) -> Scores:
    """Score predicted attributions against annotated ones, document by document.

    Within a document the two are matched one to one so that the summed token-F1 of the quoted words is greatest (ties
    go to equal kinds, then equal media). Precision and recall of words and of each role are taken for every pair and
    everything left over, where the denominator is not zero, and averaged over all.
    """
    words: tuple[list[float], list[float]] = ([], [])
    roles: tuple[list[float], list[float]] = ([], [])
    kinds: list[bool] = []
    for ours, theirs in zip(predicted, gold, strict=True):
        for one, other in matched(ours, theirs):
            _add(words, one.words if one else frozenset(), other.words if other else frozenset())
            for role in range(len(ROLES)):
                _add(
                    roles,
                    one.roles[role] if one else frozenset(),
                    other.roles[role] if other else frozenset(),
                )
            if one and other and _f1(one.words, other.words) >= 0.5:
                kinds.append(one.kind is other.kind)
    return Scores(
        _averaged(*words),
        _averaged(*roles),
        _averaged(words[0] + roles[0], words[1] + roles[1]),
        100 * sum(kinds) / len(kinds) if kinds else 0.0,
    )


def _add(values: tuple[list[float], list[float]], ours: Tokens, theirs: Tokens) -> None:
    shared = len(ours & theirs)
    if ours:
        values[0].append(shared / len(ours))
    if theirs:
        values[1].append(shared / len(theirs))


def _averaged(precisions: Sequence[float], recalls: Sequence[float]) -> tuple[float, float, float]:
    precision = 100 * sum(precisions) / len(precisions) if precisions else 0.0
    recall = 100 * sum(recalls) / len(recalls) if recalls else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1


def _f1(ours: Tokens, theirs: Tokens) -> float:
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


Pair = tuple[Attribution | None, Attribution | None]


def matched(ours: Sequence[Attribution], theirs: Sequence[Attribution]) -> Iterator[Pair]:
    """The pairs of the best one-to-one matching, then what is left over on either side."""
    gains = [
        [
            _f1(a.words, b.words)
            + (1e-4 * (a.kind is b.kind) + 1e-6 * (a.medium == b.medium)) * bool(a.words & b.words)
            for b in theirs
        ]
        for a in ours
    ]
    partner = _assignment(gains) if ours and theirs else {}
    for number, one in enumerate(ours):
        yield one, theirs[partner[number]] if number in partner else None
    taken = set(partner.values())
    for number, other in enumerate(theirs):
        if number not in taken:
            yield None, other


def _assignment(gains: Sequence[Sequence[float]]) -> dict[int, int]:
    """Which row goes to which column so that the summed gain is greatest; pairs without gain are left apart.

    The Hungarian method with potentials, O(n³).
    """
    size = max(len(gains), len(gains[0]))
    cost = [[0.0] * (size + 1) for _ in range(size + 1)]
    for row, values in enumerate(gains, 1):
        for column, gain in enumerate(values, 1):
            cost[row][column] = -gain
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of, way = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0], column = row, 0
        least, used = [float("inf")] * (size + 1), [False] * (size + 1)
        while True:
            used[column] = True
            delta, following = float("inf"), 0
            for other in range(1, size + 1):
                if used[other]:
                    continue
                reduced = cost[row_of[column]][other] - row_price[row_of[column]] - column_price[other]
                if reduced < least[other]:
                    least[other], way[other] = reduced, column
                if least[other] < delta:
                    delta, following = least[other], other
            for other in range(size + 1):
                if used[other]:
                    row_price[row_of[other]] += delta
                    column_price[other] -= delta
                else:
                    least[other] -= delta
            column = following
            if row_of[column] == 0:
                break
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    return {
        row_of[column] - 1: column - 1
        for column in range(1, size + 1)
        if row_of[column] <= len(gains)
        and column <= len(gains[0])
        and gains[row_of[column] - 1][column - 1] > 0
    }


def attributions(text: str, tokens: Sequence[Span]) -> list[Attribution]:
    """What Beleg reads in a document, in the corpus's terms."""
    return [
        Attribution(
            quotation.kind,
            quotation.medium.value,
            _tokens_in(_with_marks(text, quotation), tokens),
            (
                _tokens_in(quotation.addressee, tokens),
                _tokens_in(quotation.cue, tokens),
                _tokens_in(quotation.frame, tokens),
                _tokens_in(quotation.speaker, tokens),
            ),
        )
        for quotation in read(text, GERMAN).quotations
    ]


def _with_marks(text: str, quotation: Quotation) -> list[Span]:
    """The quoted words with the marks around them: the corpus counts these to a direct quotation."""
    if quotation.kind is not QuotationKind.DIRECT:
        return list(quotation.quote)
    return [
        Span(
            part.start - (text[part.start - 1 : part.start] in _MARKS and part.start > 0),
            part.end + (text[part.end : part.end + 1] in _MARKS and part.end < len(text)),
        )
        for part in quotation.quote
    ]


def _tokens_in(spans: Sequence[Span], tokens: Sequence[Span]) -> Tokens:
    return frozenset(
        number
        for number, token in enumerate(tokens)
        for span in spans
        if span.start <= token.start < span.end
    )


def documents(path: Path) -> Iterator[tuple[str, list[Span], list[Attribution]]]:
    """Text, tokens and annotated quotations of every document of a split, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            tokens = [Span(token["charBegin"], token["charEnd"]) for token in document["tokens"]]
            gold = [
                Attribution(
                    _KINDS[one["type"]],
                    one["medium"].lower(),
                    frozenset(one["quote"]["tokenIds"]),
                    (
                        frozenset(one["addressee"]["tokenIds"]),
                        frozenset(one["cue"]["tokenIds"]),
                        frozenset(one["frame"]["tokenIds"]),
                        frozenset(one["speaker"]["tokenIds"]),
                    ),
                )
                for one in document["annotations"]
            ]
            yield document["originalText"], tokens, gold


def run(eval_dir: Path) -> list[Figure]:
    """Messages, Roles and Joint F1 on the development documents, and how fast they are read."""
    corpus = list(documents(eval_dir / "quotations-de" / "dev.jsonl"))
    began = process_time()
    predicted = [attributions(text, tokens) for text, tokens, _ in corpus]
    seconds = process_time() - began
    scores = score(predicted, [gold for _, _, gold in corpus])
    characters = sum(len(text) for text, _, _ in corpus)
    words = sum(len(tokens) for _, tokens, _ in corpus)
    return [
        Figure("quotations.messages_f1", round(scores.messages[2], 1), "%", True),
        Figure("quotations.roles_f1", round(scores.roles[2], 1), "%", True),
        Figure("quotations.joint_f1", round(scores.joint[2], 1), "%", True),
        Figure("quotations.reading_speed", round(characters / seconds / 1000), "thousand characters/s", True),
        Figure("quotations.tokens_per_second", round(words / seconds), "tokens/s", True),
    ]

"""Training: from an annotated corpus to a learned engine, and how good it is on texts it has not seen.

The corpus is parted into folds. Fields fitted without a fold believe something of its words; what is proposed from
these beliefs teaches the judge, so that it learns from candidates like those it will meet. The same held-out texts
give the cross-validated figures. Then fields are fitted on everything. Nothing depends on chance or on the clock.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeVar

from beleg.language.language import Language
from beleg.models.boosting import Growth, grow
from beleg.models.corpus import AnnotatedText, Corpus
from beleg.models.crf import Field, Fields, fit, sequence
from beleg.models.tags import GermanTags
from beleg.reading import read
from beleg.reading.learned.decoding import Beliefs, Candidate, candidates
from beleg.reading.learned.engine import parts, with_roles
from beleg.reading.learned.features import features
from beleg.reading.learned.labels import labels
from beleg.reading.learned.page import Attributed, Page, lay_out
from beleg.reading.learned.roles import Surroundings, in_order, neighbours, role_labels
from beleg.reading.learned.scoring import Score, score
from beleg.reading.learned.selecting import Thresholds, choose, measures, targets
from beleg.reading.learned.trees import Trees
from beleg.reading.learned.words import WordForms
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.refusal import Error

FIELDS: Final = {"direct": "direct.crfsuite", "other": "other.crfsuite", "role": "roles.crfsuite"}
"""The files of the three fields in the folder of a trained engine."""
_FOLDS: Final = 4
_LEAST_TEXTS: Final = 2
_GROWTH: Final = Growth(trees=200, depth=3, rate=0.05)
_LEAST: Final = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55)

Tell = Callable[[str], object]
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Trained:
    """What training leaves beside the fields' files."""

    judge: Trees
    thresholds: Thresholds
    score: Score
    tags: Mapping[str, tuple[str, ...]]
    """The parts of speech of the words of the corpus."""


@dataclass(frozen=True, slots=True)
class _Example:
    """A page (or part of one) with its annotated quotations; `items` are its features, ready to be used often."""

    page: Page
    gold: list[Attributed]
    items: Any


def train(corpus: Corpus, language: Language, folder: Path, tell: Tell) -> Trained:
    """Train on a corpus and write the fields' files into `folder`; `tell` hears one line about each step.

    Raises Error where the corpus holds fewer than two texts or no quotation, or where a library is missing.
    """
    tags = GermanTags()
    forms = WordForms(language, tags)
    examples = [example for text in corpus.texts for example in _examples(text, language, forms)]
    if len(corpus.texts) < _LEAST_TEXTS or not any(example.gold for example in examples):
        raise Error(
            f"{corpus.name}: too little to learn from; at least two texts and one quotation are needed."
        )
    tell(
        f"{len(corpus.texts)} texts, {sum(len(e.page.tokens) for e in examples)} words and marks, "
        f"{sum(len(e.gold) for e in examples)} quotations"
    )
    folds = min(_FOLDS, len(examples))
    held = [_held_out(examples, fold, folds, tell) for fold in range(folds)]
    rows = [part.rows for part in held]
    goals = [part.goals for part in held]
    values = [
        grow(_others(rows, fold), _others(goals, fold), _GROWTH).values(rows[fold]) for fold in range(folds)
    ]
    thresholds = _best_thresholds(held, values)
    reached = _score(held, values, thresholds)
    tell(
        f"cross-validated: messages {reached.messages:.1f}, roles {reached.roles:.1f}, joint {reached.joint:.1f}"
    )
    _fit_fields(examples, folder)
    tell("fitted on all texts")
    judge = grow([row for part in rows for row in part], [goal for part in goals for goal in part], _GROWTH)
    return Trained(judge, thresholds, reached, tags.known)


def _examples(annotated: AnnotatedText, language: Language, forms: WordForms) -> Iterator[_Example]:
    for part, marked in parts(read(annotated.text, language)):
        page = lay_out(part, language, forms, marked)
        if page.tokens:
            gold = [one for each in annotated.quotations if (one := _gold(page, each)).words]
            yield _Example(page, gold, sequence(features(page)))


def _gold(page: Page, one: Quotation) -> Attributed:
    roles = (one.speaker, one.cue, one.frame, one.addressee)
    return Attributed(
        one.kind, page.numbers(one.quote), tuple(page.numbers(spans) for spans in roles), one.medium.value
    )


def _fit_fields(examples: Sequence[_Example], folder: Path) -> Fields:
    for name, direct in (("direct", True), ("other", False)):
        fit(
            folder / FIELDS[name],
            ((each.items, labels(each.gold, len(each.page.tokens), direct=direct)) for each in examples),
        )
    fit(folder / FIELDS["role"], (pair for each in examples for pair in _role_examples(each)))
    return open_fields(folder)


def open_fields(folder: Path) -> Fields:
    """The fields whose files lie in a folder."""
    return Fields(**{name: Field(folder / file) for name, file in FIELDS.items()})


def _role_examples(example: _Example) -> Iterator[tuple[Any, list[str]]]:
    ordered = in_order(example.gold)
    quoted = frozenset(n for one in ordered for n in one.words)
    for place, one in enumerate(ordered):
        earlier, enclosing = neighbours(ordered, place)
        around = Surroundings(example.page, one, earlier, enclosing, quoted)
        yield sequence(around.features()), role_labels(around.numbers, one.roles)


@dataclass(frozen=True, slots=True)
class _HeldOut:
    """One fold as fields that have not seen it propose it: candidates, their measures and how good they are."""

    examples: list[_Example]
    found: list[list[Candidate]]
    rows: list[list[float]]
    goals: list[float]
    fields: Fields


def _held_out(examples: Sequence[_Example], fold: int, folds: int, tell: Tell) -> _HeldOut:
    with TemporaryDirectory(prefix="beleg-train-") as folder:
        fields = _fit_fields([each for n, each in enumerate(examples) if n % folds != fold], Path(folder))
    held = [each for n, each in enumerate(examples) if n % folds == fold]
    found, rows, goals = [], [], []
    for each in held:
        layers = _layers(fields, each)
        proposed = candidates(each.page, layers)
        found.append(proposed)
        rows.extend(measures(each.page, layers, proposed))
        goals.extend(targets(proposed, each.gold))
    tell(f"fold {fold + 1} of {folds}: {len(rows)} candidates")
    return _HeldOut(held, found, rows, goals, fields)


def _layers(fields: Fields, example: _Example) -> dict[bool, Beliefs]:
    count = len(example.page.tokens)
    return {
        False: fields.other.beliefs(example.items, count),
        True: fields.direct.beliefs(example.items, count),
    }


def _others(folds: Sequence[Sequence[_Row]], fold: int) -> list[_Row]:
    return [each for number, part in enumerate(folds) if number != fold for each in part]


def _best_thresholds(held: Sequence[_HeldOut], values: Sequence[Sequence[float]]) -> Thresholds:
    """Where to stop so that the words of the held-out texts are found best: first for all kinds, then for each."""
    best = max((Thresholds.all_at(least) for least in _LEAST), key=lambda one: _messages(held, values, one))
    reached = _messages(held, values, best)
    for kind in QuotationKind:
        for least in _LEAST:
            other = Thresholds({**best.least, kind: least})
            if (score_there := _messages(held, values, other)) > reached:
                best, reached = other, score_there
    return best


def _messages(held: Sequence[_HeldOut], values: Sequence[Sequence[float]], thresholds: Thresholds) -> float:
    return score((chosen, example.gold) for _, example, chosen in _chosen(held, values, thresholds)).messages


def _score(held: Sequence[_HeldOut], values: Sequence[Sequence[float]], thresholds: Thresholds) -> Score:
    return score(
        (with_roles(example.page, chosen, part.fields), example.gold)
        for part, example, chosen in _chosen(held, values, thresholds)
    )


def _chosen(
    held: Sequence[_HeldOut], values: Sequence[Sequence[float]], thresholds: Thresholds
) -> Iterator[tuple[_HeldOut, _Example, list[Attributed]]]:
    """What stands of the candidates of each held-out text."""
    for part, said in zip(held, values, strict=True):
        at = 0
        for example, found in zip(part.examples, part.found, strict=True):
            kept = choose(found, said[at : at + len(found)], thresholds)
            at += len(found)
            yield part, example, [Attributed(one.kind, one.words) for one in kept]

"""Held out: the texts of one fold as models read them that have not seen them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeVar

from beleg.models.boosting import Growth, grow
from beleg.models.crf import BAD, CAUTIOUS, GOOD, PARTLY, Field, RoleField, fit, sequence
from beleg.models.examples import DIRECT, OTHER, ROLES, WEIGHER, Example, fit_words
from beleg.reading.learned.decoding import Beliefs, Candidate, candidates
from beleg.reading.learned.engine import with_roles
from beleg.reading.learned.facts import facts
from beleg.reading.learned.measuring import measures
from beleg.reading.learned.page import Attributed
from beleg.reading.learned.scoring import Score, matched, score
from beleg.reading.learned.selecting import Thresholds, choose, gain, targets
from beleg.reading.learned.speaking import Speakers
from beleg.reading.learned.trees import Trees
from beleg.terms.quotation import QuotationKind

Tell = Callable[[str], object]
_GROWTH: Final = Growth(trees=300, depth=5, rate=0.03, measures=0.15, least=30)
_SPEAKER_GROWTH: Final = Growth(trees=250, depth=5, rate=0.04, measures=0.2, least=20)
_LEAST: Final = (0.3, 0.34, 0.38, 0.42, 0.46, 0.5, 0.54)
_GOOD: Final = 0.8
_PARTLY: Final = 0.35
_Row = TypeVar("_Row")


@dataclass(slots=True)
class HeldOut:
    """One fold: candidates as fields propose them that have not seen it, and how well they match.

    `facts`, `rows` and `goals` go over the candidates of all texts in turn; `said` is what a judge grown without the
    fold makes of `rows`, `speaker_rows` and `speaker_goals` are those of the proposed speakers.
    """

    examples: list[Example]
    role: RoleField
    found: list[list[Candidate]]
    layers: list[Mapping[bool, Beliefs]]
    facts: list[Any]
    goals: list[float]
    rows: list[list[float]] = field(default_factory=list)
    said: list[float] = field(default_factory=list)
    speaker_rows: list[list[float]] = field(default_factory=list)
    speaker_goals: list[float] = field(default_factory=list)

    def weigh(self, weigher: Field) -> None:
        """Measure the candidates, with what a weigher says that has not seen the fold."""
        weights = [weigher.weight(each) for each in self.facts]
        at = 0
        for example, layers, found in zip(self.examples, self.layers, self.found, strict=True):
            self.rows += measures(example.page, layers, found, weights[at : at + len(found)])
            at += len(found)

    def chosen(self, thresholds: Thresholds) -> Iterator[tuple[Example, list[Attributed]]]:
        """What stands of the candidates of each text."""
        at = 0
        for example, found in zip(self.examples, self.found, strict=True):
            kept = choose(found, self.said[at : at + len(found)], thresholds)
            at += len(found)
            yield example, [Attributed(one.kind, one.words) for one in kept]

    def propose_speakers(self, thresholds: Thresholds) -> None:
        """Measure who may have said each chosen quotation, and how well that matches what is annotated."""
        for example, chosen in self.chosen(thresholds):
            read = with_roles(example.page, chosen, self.role, None)
            pairs = matched([one for one, _ in read], example.gold)
            annotated = {id(one): other for one, other in pairs if one and other}
            for one, proposed in read:
                gold = annotated.get(id(one))
                speaker = frozenset(gold.roles[0]) if gold else frozenset()
                self.speaker_rows += proposed.measures()
                self.speaker_goals += [gain(frozenset(words), speaker) for words in proposed.words]

    def read(
        self, thresholds: Thresholds, speakers: Speakers
    ) -> Iterator[tuple[list[Attributed], list[Attributed]]]:
        """What is found in each text, roles included, and what is annotated."""
        for example, chosen in self.chosen(thresholds):
            read = with_roles(example.page, chosen, self.role, speakers)
            yield [one for one, _ in read], example.gold


def hold_out(given: Sequence[Example], folds: int, tell: Tell) -> list[HeldOut]:
    """Each fold with its candidates measured and judged by models that have not seen it."""
    held = [_held_out(given, fold, folds, tell) for fold in range(folds)]
    for number, part in enumerate(held):
        with TemporaryDirectory(prefix="beleg-train-") as folder:
            fit_weigher(_others(held, number), Path(folder))
            part.weigh(Field(Path(folder) / WEIGHER))
    for number, part in enumerate(held):
        part.said = grown_judge(_others(held, number)).values(part.rows)
    return held


def _held_out(given: Sequence[Example], fold: int, folds: int, tell: Tell) -> HeldOut:
    with TemporaryDirectory(prefix="beleg-train-") as folder:
        fit_words([each for n, each in enumerate(given) if n % folds != fold], Path(folder))
        direct, other = Field(Path(folder) / DIRECT), Field(Path(folder) / OTHER)
        role = RoleField(Path(folder) / ROLES)
    held = HeldOut([each for n, each in enumerate(given) if n % folds == fold], role, [], [], [], [])
    for each in held.examples:
        count = len(each.page.tokens)
        layers = {False: other.beliefs(each.items, count), True: direct.beliefs(each.items, count)}
        found = candidates(each.page, layers)
        held.layers.append(layers)
        held.found.append(found)
        held.facts += [sequence([facts(each.page, one)]) for one in found]
        held.goals += targets(found, each.gold)
    tell(f"fold {fold + 1} of {folds}: {len(held.goals)} candidates")
    return held


def fit_weigher(held: Sequence[HeldOut], folder: Path) -> None:
    """Fit the field that weighs the facts of candidates, and write it into a folder."""
    fit(
        folder / WEIGHER,
        (
            (said, [GOOD if goal > _GOOD else PARTLY if goal > _PARTLY else BAD])
            for part in held
            for said, goal in zip(part.facts, part.goals, strict=True)
        ),
        CAUTIOUS,
    )


def grown_judge(held: Sequence[HeldOut]) -> Trees:
    """The judge of candidates, grown on these folds."""
    return grow(
        [row for part in held for row in part.rows], [goal for part in held for goal in part.goals], _GROWTH
    )


def grown_speaker_judge(held: Sequence[HeldOut]) -> Trees:
    """The judge of proposed speakers, grown on these folds."""
    rows = [row for part in held for row in part.speaker_rows]
    return grow(rows, [goal for part in held for goal in part.speaker_goals], _SPEAKER_GROWTH)


def best_thresholds(held: Sequence[HeldOut]) -> Thresholds:
    """Where to stop so that the words of the held-out texts are found best: first for all kinds, then for each."""
    best = max((Thresholds.all_at(least) for least in _LEAST), key=lambda one: _messages(held, one))
    reached = _messages(held, best)
    for kind in QuotationKind:
        for least in _LEAST:
            other = Thresholds({**best.least, kind: least})
            if (there := _messages(held, other)) > reached:
                best, reached = other, there
    return best


def score_of(held: Sequence[HeldOut], thresholds: Thresholds) -> Score:
    """How well the held-out texts are read, speakers judged by trees grown without their fold."""
    return score(
        pair
        for number, part in enumerate(held)
        for pair in part.read(thresholds, Speakers(grown_speaker_judge(_others(held, number))))
    )


def _messages(held: Sequence[HeldOut], thresholds: Thresholds) -> float:
    return score(
        (chosen, example.gold) for part in held for example, chosen in part.chosen(thresholds)
    ).messages


def _others(held: Sequence[_Row], number: int) -> list[_Row]:
    return [part for n, part in enumerate(held) if n != number]

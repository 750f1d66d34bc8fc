"""Conditional random fields (Lafferty, McCallum and Pereira 2001) that label words, trained and run by CRFsuite.

A field over sequences of one item is a maximum-entropy classifier; the one that weighs facts is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from beleg.models.libraries import crfsuite
from beleg.reading.learned.decoding import Beliefs
from beleg.reading.learned.speaking import RoleBeliefs

Items = Sequence[Sequence[str]]
"""For each word its features."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """How a field is fitted: strengths of the L1 and L2 priors, and the most rounds."""

    l1: float = 0.0
    l2: float = 1.0
    rounds: int = 80
    rarest: int = 2
    """Features seen less often are left out."""


PLAIN: Final = Fitting()
CAUTIOUS: Final = Fitting(l2=40.0, rounds=60)
"""For facts: many of them are rare, and all hold of a whole candidate."""
GOOD: Final = "2"
PARTLY: Final = "1"
BAD: Final = "0"
"""The labels of candidates that match what is annotated well, in part, hardly."""


def sequence(items: Items) -> Any:
    """The words in the form CRFsuite takes, to be used several times."""
    return crfsuite().ItemSequence(items)


def fit(path: Path, examples: Iterable[tuple[Any, Sequence[str]]], fitting: Fitting = PLAIN) -> None:
    """Fit a field to labelled sequences and store it in `path`; the same examples give the same file."""
    trainer = crfsuite().Trainer("lbfgs", verbose=False)
    for items, labels in examples:
        trainer.append(items, labels)
    trainer.set_params(
        {
            "c1": fitting.l1,
            "c2": fitting.l2,
            "max_iterations": fitting.rounds,
            "feature.minfreq": fitting.rarest,
            "feature.possible_transitions": False,
        }
    )
    trainer.train(str(path))


class Field:
    """A fitted field, read from its file."""

    def __init__(self, path: Path) -> None:
        self._tagger = crfsuite().Tagger()
        self._tagger.open(str(path))
        self._labels: list[str] = sorted(self._tagger.labels())

    def beliefs(self, items: Any, count: int) -> Beliefs:
        """What the field believes of each of `count` words."""
        self._tagger.set(items)
        marginal = self._tagger.marginal
        probabilities = {label: [marginal(label, t) for t in range(count)] for label in self._labels}
        return Beliefs.of(probabilities, self._tagger.tag())

    def weight(self, items: Any) -> list[float]:
        """How likely a candidate matches in part, and well."""
        self._tagger.set(items)
        return [self._tagger.marginal(label, 0) if label in self._labels else 0.0 for label in (PARTLY, GOOD)]


class RoleField(Field):
    """A fitted field for roles; satisfies `beleg.reading.learned.engine.RoleLabeller`."""

    def roles(self, items: Items) -> RoleBeliefs:
        """What is believed of the roles of each word around a quotation."""
        self._tagger.set(sequence(items))
        marginal = self._tagger.marginal
        speaking = [label for label in self._labels if "S" in label]
        return RoleBeliefs(
            self._tagger.tag(),
            [sum(marginal(label, t) for label in speaking) for t in range(len(items))],
        )


@dataclass(frozen=True, slots=True)
class Fields:
    """The four fields of a learned engine; satisfies `beleg.reading.learned.engine.Labellers`."""

    direct: Field
    other: Field
    weigher: Field
    role: RoleField

    def layers(self, items: Items) -> Mapping[bool, Beliefs]:
        """What is believed of each word: of direct speech (True) and of the other kinds (False)."""
        words = sequence(items)
        return {False: self.other.beliefs(words, len(items)), True: self.direct.beliefs(words, len(items))}

    def weights(self, facts: Items) -> list[list[float]]:
        """How likely each candidate matches in part, and well, by its facts."""
        return [self.weigher.weight(sequence([each])) for each in facts]

    def roles(self, items: Items) -> RoleBeliefs:
        """What is believed of the roles of each word around a quotation."""
        return self.role.roles(items)

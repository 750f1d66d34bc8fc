"""Training: from an annotated corpus to a learned engine, and how good it is on texts it has not seen.

The corpus is parted into folds. Fields fitted without a fold believe something of its words; what is proposed from
these beliefs teaches the judges, so that they learn from candidates like those they will meet. The same held-out texts
give the cross-validated figures. Then fields are fitted on everything. Nothing depends on chance or on the clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from beleg.language.language import Language
from beleg.models.corpus import Corpus
from beleg.models.examples import examples, fit_words
from beleg.models.held_out import (
    Tell,
    best_thresholds,
    fit_weigher,
    grown_judge,
    grown_speaker_judge,
    hold_out,
    score_of,
)
from beleg.models.tags import GermanTags
from beleg.reading.learned.scoring import Score
from beleg.reading.learned.selecting import Thresholds
from beleg.reading.learned.trees import Trees
from beleg.reading.learned.words import WordForms
from beleg.terms.refusal import Error

_FOLDS: Final = 4
_LEAST_TEXTS: Final = 2


@dataclass(frozen=True, slots=True)
class Trained:
    """What training leaves beside the fields' files."""

    judge: Trees
    thresholds: Thresholds
    speaker_judge: Trees
    score: Score
    tags: Mapping[str, tuple[str, ...]]
    """The parts of speech of the words of the corpus."""


def train(corpus: Corpus, language: Language, folder: Path, tell: Tell) -> Trained:
    """Train on a corpus and write the fields' files into `folder`; `tell` hears one line about each step.

    Raises Error where the corpus holds fewer than two texts or no quotation, or where a library is missing.
    """
    tags = GermanTags()
    forms = WordForms(language, tags)
    given = [example for text in corpus.texts for example in examples(text, language, forms)]
    if len(corpus.texts) < _LEAST_TEXTS or not any(example.gold for example in given):
        raise Error(
            f"{corpus.name}: too little to learn from; at least two texts and one quotation are needed."
        )
    tell(
        f"{len(corpus.texts)} texts, {sum(len(e.page.tokens) for e in given)} words and marks, "
        f"{sum(len(e.gold) for e in given)} quotations"
    )
    held = hold_out(given, min(_FOLDS, len(given)), tell)
    thresholds = best_thresholds(held)
    for part in held:
        part.propose_speakers(thresholds)
    reached = score_of(held, thresholds)
    tell(
        f"cross-validated: messages {reached.messages:.1f}, roles {reached.roles:.1f}, joint {reached.joint:.1f}"
    )
    fit_words(given, folder)
    fit_weigher(held, folder)
    tell("fitted on all texts")
    return Trained(grown_judge(held), thresholds, grown_speaker_judge(held), reached, tags.known)

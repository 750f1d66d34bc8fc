"""The learned engine: trained on the training documents, measured on the development documents.

Slow (about a quarter of an hour), so not among the floors that every change is held to. The trained models lie in a
temporary folder and are gone afterwards: the corpus may not be used commercially, nor what was learned from it.
`python -m benchmarks.learned --eval PATH` records the figures in `learned.toml`; the page on the learned engine shows
them.
"""

import argparse
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from beleg.language.de.german import GERMAN
from beleg.models.corpus import read_corpus
from beleg.models.storing import load_engine, train_into
from beleg.terms.reading import Reading
from beleg.terms.span import Span
from benchmarks.figures import Figure
from benchmarks.quotations import Attribution, _tokens_in, _with_marks, documents, score

RECORDED = Path(__file__).with_name("learned.toml")
LICENCE = "CC BY-NC-SA 4.0 (Petersen-Frey and Biemann 2024)"


def run(eval_dir: Path) -> list[Figure]:
    """F1 on the development documents, cross-validated F1 on the training documents, and speed on one core."""
    folder = eval_dir / "quotations-de"
    corpus = list(documents(folder / "dev.jsonl"))
    with TemporaryDirectory(prefix="beleg-learned-") as models:
        card = train_into(Path(models), read_corpus(folder / "train.jsonl"), LICENCE, print)
        engine = load_engine(Path(models))
        engine.read(corpus[0][0], GERMAN)
        began = process_time()
        readings = [engine.read(text, GERMAN) for text, _, _ in corpus]
        seconds = process_time() - began
    predicted = [
        _attributions(reading, tokens) for reading, (_, tokens, _) in zip(readings, corpus, strict=True)
    ]
    scores = score(predicted, [gold for _, _, gold in corpus])
    words = sum(len(tokens) for _, tokens, _ in corpus)
    return [
        Figure("learned.messages_f1", round(scores.messages[2], 1), "%", True),
        Figure("learned.roles_f1", round(scores.roles[2], 1), "%", True),
        Figure("learned.joint_f1", round(scores.joint[2], 1), "%", True),
        Figure("learned.tokens_per_second", round(words / seconds), "tokens/s", True),
        Figure("learned.cross_validated_messages_f1", round(card.figures.messages, 1), "%", True),
        Figure("learned.cross_validated_roles_f1", round(card.figures.roles, 1), "%", True),
        Figure("learned.cross_validated_joint_f1", round(card.figures.joint, 1), "%", True),
    ]


def recorded() -> dict[str, float]:
    """The figures as recorded, by name: `messages_f1`."""
    figures: dict[str, float] = tomllib.loads(RECORDED.read_text("utf-8"))
    return figures


def as_toml(figures: Iterable[Figure]) -> str:
    """The figures as TOML, without the name of the suite."""
    lines = [f"{figure.name.partition('.')[2]} = {figure.value}" for figure in figures]
    return "\n".join(["# Written by `python -m benchmarks.learned --eval PATH`.", *lines]) + "\n"


def _attributions(reading: Reading, tokens: Sequence[Span]) -> list[Attribution]:
    """The quotations of a reading in the corpus's terms."""
    return [
        Attribution(
            one.kind,
            one.medium.value,
            _tokens_in(_with_marks(reading.text, one), tokens),
            (
                _tokens_in(one.addressee, tokens),
                _tokens_in(one.cue, tokens),
                _tokens_in(one.frame, tokens),
                _tokens_in(one.speaker, tokens),
            ),
        )
        for one in reading.quotations
    ]


def main() -> int:
    """Measure and record."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learned", description="Record the figures.")
    parser.add_argument("--eval", type=Path, required=True, help="folder with the measuring data")
    RECORDED.write_text(as_toml(run(parser.parse_args().eval)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

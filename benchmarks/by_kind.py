"""How much of the annotated quotations is found, by kind: `python -m benchmarks.by_kind --eval PATH` records it.

The recorded figures stand in `quotations.toml`, and the page on quotations shows them; tests hold both together and,
where the corpus is at hand, hold them to what is measured.
"""

import argparse
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from beleg.terms.quotation import QuotationKind
from benchmarks.quotations import Attribution, attributions, documents, matched, score

RECORDED = Path(__file__).with_name("quotations.toml")
SPLITS = ("train", "dev")


class Found(NamedTuple):
    """Quotations of one kind: how many are annotated and read, in hundredths how much of their words is right."""

    annotated: int
    read: int
    found: float
    """Mean share of the words of an annotated quotation that the quotation matched with it has."""
    right: float
    """Mean share of the words of a quotation as read that the annotated one matched with it has."""


def by_kind(
    predicted: Sequence[Sequence[Attribution]], gold: Sequence[Sequence[Attribution]]
) -> dict[QuotationKind, Found]:
    """Of every kind what is found and what is right; a quotation read as another kind counts as found."""
    found: dict[QuotationKind, list[float]] = {kind: [] for kind in QuotationKind}
    right: dict[QuotationKind, list[float]] = {kind: [] for kind in QuotationKind}
    for ours, theirs in zip(predicted, gold, strict=True):
        for one, other in matched(ours, theirs):
            shared = len(one.words & other.words) if one and other else 0
            if other and other.words:
                found[other.kind].append(shared / len(other.words))
            if one and one.words:
                right[one.kind].append(shared / len(one.words))
    return {
        kind: Found(len(found[kind]), len(right[kind]), _mean(found[kind]), _mean(right[kind]))
        for kind in QuotationKind
    }


def _mean(shares: Sequence[float]) -> float:
    return round(100 * sum(shares) / len(shares), 1) if shares else 0.0


def measured(eval_dir: Path) -> dict[str, dict[str, dict[str, float]]]:
    """The figures of each split: F1 of words, roles and both, and of each kind the fields of `Found`."""
    splits = {}
    for split in SPLITS:
        corpus = list(documents(eval_dir / "quotations-de" / f"{split}.jsonl"))
        predicted = [attributions(text, tokens) for text, tokens, _ in corpus]
        gold = [annotated for _, _, annotated in corpus]
        scores = score(predicted, gold)
        table: dict[str, dict[str, float]] = {
            "f1": {
                "words": round(scores.messages[2], 1),
                "roles": round(scores.roles[2], 1),
                "both": round(scores.joint[2], 1),
            }
        }
        table |= {kind.value: found._asdict() for kind, found in by_kind(predicted, gold).items()}
        splits[split] = table
    return splits


def recorded() -> dict[str, dict[str, dict[str, float]]]:
    """The figures as recorded."""
    return tomllib.loads(RECORDED.read_text("utf-8"))


def as_toml(splits: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """The figures as TOML, a table for each kind of a split."""
    lines = ["# Written by `python -m benchmarks.by_kind --eval PATH`."]
    for split, tables in splits.items():
        for name, values in tables.items():
            lines += ["", f"[{split}.{name}]", *(f"{what} = {value}" for what, value in values.items())]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Measure and record."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.by_kind", description="Record by kind.")
    parser.add_argument("--eval", type=Path, required=True, help="folder with the measuring data")
    RECORDED.write_text(as_toml(measured(parser.parse_args().eval)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

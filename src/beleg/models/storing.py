"""Storing: a trained engine as a folder, with a `model.toml` that says what it is and what it was learned from."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import move
from tempfile import TemporaryDirectory
from typing import Final

from beleg import __version__
from beleg.language.registry import language_for
from beleg.models.corpus import Corpus
from beleg.models.examples import FIELDS, open_fields
from beleg.models.held_out import Tell
from beleg.models.tags import GermanTags
from beleg.models.training import train
from beleg.reading.learned.engine import LearnedEngine
from beleg.reading.learned.features import VERSION
from beleg.reading.learned.scoring import Score
from beleg.reading.learned.selecting import Thresholds
from beleg.reading.learned.speaking import Speakers
from beleg.reading.learned.trees import Tree, Trees
from beleg.reading.learned.words import WordForms
from beleg.terms.quotation import QuotationKind
from beleg.terms.refusal import Error

CARD: Final = "model.toml"
_JUDGE: Final = "judge.json"
_SPEAKER_JUDGE: Final = "speakers.json"
_TAGS: Final = "tags.json"
_FILES: Final = frozenset({*FIELDS, _JUDGE, _SPEAKER_JUDGE, _TAGS})
_LANGUAGE: Final = "de"
NO_LICENCE: Final = "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What `model.toml` says of a trained engine.

    `figures` are cross-validated on the corpus: texts no part of the measured engine had seen. What the licence of
    the corpus forbids is forbidden for the engine.
    """

    language: str
    features: int
    beleg: str
    corpus: str
    corpus_sha256: str
    licence: str
    figures: Score
    thresholds: Thresholds
    files: Mapping[str, str]
    """SHA-256 of each file, by its name."""


def train_into(folder: Path, corpus: Corpus, licence: str, tell: Tell) -> Card:
    """Train on a corpus and store the engine in `folder`, which is made; a trained engine there is replaced.

    Raises Error where the folder holds something else, the corpus teaches nothing, or a library is missing.
    """
    if folder.exists() and not folder.is_dir():
        raise Error(f"{folder}: a file, not a folder.")
    if folder.exists() and any(folder.iterdir()) and not (folder / CARD).is_file():
        raise Error(f"{folder}: not empty and no trained engine; name a new folder.")
    language = language_for(_LANGUAGE)
    assert language is not None
    with TemporaryDirectory(prefix="beleg-train-") as made:
        new = Path(made)
        trained = train(corpus, language, new, tell)
        (new / _JUDGE).write_text(_judge_text(trained.judge), encoding="utf-8")
        (new / _SPEAKER_JUDGE).write_text(_judge_text(trained.speaker_judge), encoding="utf-8")
        (new / _TAGS).write_text(
            json.dumps(trained.tags, ensure_ascii=False, sort_keys=True), encoding="utf-8"
        )
        names = sorted(_FILES)
        card = Card(
            language=_LANGUAGE,
            features=VERSION,
            beleg=__version__,
            corpus=corpus.name,
            corpus_sha256=corpus.digest,
            licence=licence or NO_LICENCE,
            figures=trained.score,
            thresholds=trained.thresholds,
            files={name: _digest(new / name) for name in names},
        )
        (new / CARD).write_text(_card_text(card), encoding="utf-8")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name in (*names, CARD):
                (folder / name).unlink(missing_ok=True)
                move(new / name, folder / name)
        except OSError as failure:
            raise Error(f"{folder}: {failure.strerror or 'cannot be written'}.") from failure
    return card


def load_engine(folder: Path) -> LearnedEngine:
    """The engine stored in a folder; Error with one sentence where there is none or this Beleg cannot use it."""
    card = read_card(folder)
    if card.features != VERSION:
        raise Error(
            f"{folder}: trained for version {card.features} of the features, this Beleg has version {VERSION}; train it again."
        )
    for name, digest in card.files.items():
        if not (folder / name).is_file():
            raise Error(f"{folder}: {name} is missing; train it again.")
        if _digest(folder / name) != digest:
            raise Error(f"{folder}: {name} is not the file that was trained; train it again.")
    language = language_for(card.language)
    if language is None or card.language != _LANGUAGE or not set(card.files) >= _FILES:
        raise Error(f"{folder}: {CARD} describes no engine that this Beleg can use; train it again.")
    judge = _judge((folder / _JUDGE).read_text("utf-8"))
    speaker_judge = _judge((folder / _SPEAKER_JUDGE).read_text("utf-8"))
    tags = {word: tuple(each) for word, each in json.loads((folder / _TAGS).read_text("utf-8")).items()}
    return LearnedEngine(
        card.language,
        WordForms(language, GermanTags(tags)),
        open_fields(folder),
        judge,
        card.thresholds,
        Speakers(speaker_judge),
    )


def read_card(folder: Path) -> Card:
    """What a folder says of the engine in it; Error where it says nothing that can be read."""
    try:
        table = tomllib.loads((folder / CARD).read_text("utf-8"))
    except OSError as failure:
        raise Error(f"{folder}: no trained engine; it has no {CARD}.") from failure
    except ValueError as failure:
        raise Error(f"{folder}: {CARD} cannot be read ({failure}).") from failure
    try:
        return Card(
            language=str(table["language"]),
            features=int(table["features"]),
            beleg=str(table["beleg"]),
            corpus=str(table["corpus"]["name"]),
            corpus_sha256=str(table["corpus"]["sha256"]),
            licence=str(table["corpus"]["licence"]),
            figures=Score(
                **{name: float(table["cross_validated"][name]) for name in ("messages", "roles", "joint")}
            ),
            thresholds=Thresholds({kind: float(table["thresholds"][kind.value]) for kind in QuotationKind}),
            files={str(name): str(digest) for name, digest in table["files"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as failure:
        raise Error(f"{folder}: {CARD} lacks {failure}.") from failure


def _card_text(card: Card) -> str:
    figures, thresholds = card.figures, card.thresholds
    lines = [
        "# A quotation engine trained with `beleg train quotations`. What the licence of its corpus forbids",
        "# (commercial use, passing it on) is forbidden for these files too.",
        f"language = {_quoted(card.language)}",
        f"features = {card.features}",
        f"beleg = {_quoted(card.beleg)}",
        "",
        "[corpus]",
        f"name = {_quoted(card.corpus)}",
        f"sha256 = {_quoted(card.corpus_sha256)}",
        f"licence = {_quoted(card.licence)}",
        "",
        "[cross_validated]  # F1 in hundredths, on texts of the corpus that were held out",
        f"messages = {figures.messages:.2f}",
        f"roles = {figures.roles:.2f}",
        f"joint = {figures.joint:.2f}",
        "",
        "[thresholds]  # the least value at which a candidate of a kind stands",
        *(f"{kind.value} = {least}" for kind, least in sorted(thresholds.least.items())),
        "",
        "[files]  # SHA-256",
        *(f"{_quoted(name)} = {_quoted(digest)}" for name, digest in sorted(card.files.items())),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string; JSON escapes the same way, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _judge_text(judge: Trees) -> str:
    trees = [[tree.measure, [_finite(each) for each in tree.limit], tree.leaves] for tree in judge.trees]
    return json.dumps({"first": judge.first, "trees": trees}, separators=(",", ":"))


def _finite(limit: float) -> float | None:
    return None if limit == float("inf") else limit


def _judge(text: str) -> Trees:
    stored = json.loads(text)
    return Trees(
        stored["first"],
        tuple(
            Tree(
                tuple(measure),
                tuple(float("inf") if each is None else each for each in limit),
                tuple(leaves),
            )
            for measure, limit, leaves in stored["trees"]
        ),
    )


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()

"""`beleg train quotations` and `beleg read --engine`."""

import json
from pathlib import Path

from tests.cli.terminal import run, written
from tests.models.annotated import documents
from tests.models.annotated import written as written_corpus

TEXT = (
    "Am Morgen war es still. Petra Vogt sagte, die Schule in Lindental bleibe bis zum Sommer geschlossen.\n"
)


def test_train_then_read_with_the_engine(tmp_path: Path) -> None:
    corpus = written_corpus(tmp_path, documents()[:24])
    done = run(
        "train", "quotations", "--corpus", corpus, "--to", tmp_path / "engine", "--licence", "own texts"
    )
    assert done.exit_code == 0
    assert "cross-validated: messages " in done.stdout
    assert done.stdout.splitlines()[-1] == f"Trained engine in {tmp_path / 'engine'}"
    assert not done.stderr
    file = written(tmp_path, "schule.txt", TEXT)
    read = run("read", file, "--engine", tmp_path / "engine", "--format", "json")
    assert read.exit_code == 0
    (quotation,) = json.loads(read.stdout)["quotations"]
    (speaker,) = quotation["speaker"]
    assert TEXT[speaker["start"] : speaker["end"]] == "Petra Vogt"


def test_training_without_a_licence_says_what_to_find_out(tmp_path: Path) -> None:
    corpus = written_corpus(tmp_path, documents()[:12])
    done = run("train", "quotations", "--corpus", corpus, "--to", tmp_path / "engine")
    assert done.exit_code == 0
    assert "No licence was named" in done.stderr


def test_a_bad_corpus_is_refused_with_one_sentence(tmp_path: Path) -> None:
    corpus = written(tmp_path, "corpus.jsonl", "{}\n")
    done = run("train", "quotations", "--corpus", corpus, "--to", tmp_path / "engine")
    assert done.exit_code == 2
    assert done.stderr == f"beleg: {corpus}, line 1: 'originalText' is missing.\n"


def test_a_folder_that_holds_no_engine_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, "schule.txt", TEXT)
    done = run("read", file, "--engine", tmp_path)
    assert done.exit_code == 2
    assert done.stderr == f"beleg: {tmp_path}: no trained engine; it has no model.toml.\n"

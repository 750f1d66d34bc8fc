from pathlib import Path

import pytest

from beleg.models.corpus import read_corpus
from beleg.models.storing import train_into
from tests.models.annotated import documents, written


def _silent(line: str) -> None:
    assert line


@pytest.fixture(scope="session")
def corpus_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("corpus"), documents())


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory, corpus_file: Path) -> Path:
    folder = tmp_path_factory.mktemp("engine") / "newsroom"
    train_into(folder, read_corpus(corpus_file), "selbst geschrieben", _silent)
    return folder

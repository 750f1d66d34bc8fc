"""A second judge is measured on recorded answers, without a model."""

import json
from pathlib import Path

import pytest

from beleg.models.recorded_judge import SCHEMA, recorded
from beleg.second_judge import questions
from benchmarks.faithfulness import CORPUS, judge
from benchmarks.second_judge import run

ARTICLE = "Am Montag schloss das Freibad in Lindenau. Die Stadt nennt Schäden am Becken. Im Mai soll es wieder öffnen."
ITEMS = (
    ("Wer schwimmen wollte, stand zu Wochenbeginn vor verriegelten Toren des Freibads.", "supported"),
    ("Bademeister und Gäste feierten das Freibad mit einem Feuerwerk und viel Musik.", "unsupported"),
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in ("quotations-de", CORPUS):
        (tmp_path / name).mkdir()
    document = {"documentName": "Freibad", "originalText": ARTICLE}
    (tmp_path / "quotations-de" / "dev.jsonl").write_text(json.dumps(document) + "\n", "utf-8")
    items = [
        {"id": f"x{n}", "doc": "Freibad", "sentence": sentence, "label": label, "kind": "paraphrase"}
        for n, (sentence, label) in enumerate(ITEMS)
    ]
    (tmp_path / CORPUS / "dev.jsonl").write_text("\n".join(map(json.dumps, items)) + "\n", "utf-8")
    return tmp_path


def _answers(corpus: Path, says: dict[str, str]) -> Path:
    answers = [
        {
            "sentence": question.sentence,
            "passages": list(question.passages),
            "answer": says[question.sentence],
            "reason": "",
            "words": question.passages[0],
        }
        for item in judge(corpus)
        for question in questions(item.report).values()
    ]
    control = [{**answer, "sentence": CONTROL, "answer": "not_supported", "words": ""} for answer in answers]
    path = corpus / "answers.json"
    path.write_text(
        json.dumps({"schema": SCHEMA, "judge": "replayed", "answers": [*answers, *control]}), "utf-8"
    )
    return path


CONTROL = "Der Leuchtturmwärter Ansgar Quellmoor hat am Pfingstmontag in Tiefenhusum 47 Papageien verschenkt."


def test_an_opinion_that_is_right_raises_the_figure_and_a_wrong_one_lowers_it(corpus: Path) -> None:
    right = {ITEMS[0][0]: "supported", ITEMS[1][0]: "not_supported"}
    wrong = {ITEMS[0][0]: "not_supported", ITEMS[1][0]: "supported"}
    figures = {f.name: f.value for f in run(corpus, recorded(_answers(corpus, right)))}
    assert figures["second_judge.asked"] == figures["second_judge.answered"] == 2
    assert figures["second_judge.balanced_accuracy_without"] == 0.5
    assert figures["second_judge.balanced_accuracy_believed"] == 1.0
    figures = {f.name: f.value for f in run(corpus, recorded(_answers(corpus, wrong)))}
    assert figures["second_judge.balanced_accuracy_believed"] == 0.0

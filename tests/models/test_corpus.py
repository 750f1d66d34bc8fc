import json
from pathlib import Path

import pytest

from beleg.models.corpus import read_corpus
from beleg.terms.quotation import Medium, QuotationKind
from beleg.terms.refusal import Error
from tests.models.annotated import documents, written


def test_a_corpus_slices_back_to_its_words(tmp_path: Path) -> None:
    corpus = read_corpus(written(tmp_path, documents()[:1]))
    text, (indirect, direct) = corpus.texts[0].text, corpus.texts[0].quotations
    assert (indirect.kind, indirect.medium) == (QuotationKind.INDIRECT, Medium.SPEECH)
    assert [part.of(text) for part in indirect.quote] == ["die Brücke bleibe bis März gesperrt"]
    assert [part.of(text) for part in indirect.speaker] == ["Anna Weber"]
    assert [part.of(text) for part in direct.quote] == ["„Wir bauen weiter.“"]
    assert len(corpus.digest) == 64


def test_empty_lines_are_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path, documents()[:2])
    path.write_text(path.read_text("utf-8").replace("\n", "\n\n"), encoding="utf-8")
    assert len(read_corpus(path).texts) == 2


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no JSON object"),
        ("[]", "no JSON object"),
        ('{"annotations": []}', "'originalText' is missing"),
        ('{"originalText": 3, "annotations": []}', "“originalText” has to be a string"),
        (
            '{"originalText": "Ja.", "annotations": [{"type": "Gerücht", "quote": {"spans": []}}]}',
            "unknown type",
        ),
        (
            '{"originalText": "Ja.", "annotations": [{"type": "Direct", "quote": {"spans": [{"charBegin": 0, "charEnd": 9}]}}]}',
            "ends after the text",
        ),
        (
            '{"originalText": "Ja.", "annotations": [{"type": "Direct", "quote": {"spans": [{"charBegin": 2, "charEnd": 1}]}}]}',
            "not a span",
        ),
        ('{"originalText": "Ja.", "annotations": [{"type": "Direct", "quote": 7}]}', "have to be objects"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = written(tmp_path, documents()[:1])
    path.write_text(path.read_text("utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(Error) as refusal:
        read_corpus(path)
    assert f"{path}, line 2: " in str(refusal.value)
    assert reason in str(refusal.value)


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(Error, match=r"nowhere\.jsonl: No such file"):
        read_corpus(tmp_path / "nowhere.jsonl")


def test_the_example_of_the_documentation_is_a_corpus(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "learned-engine.md").read_text("utf-8")
    example = json.loads(page.partition("```json\n")[2].partition("```")[0])
    (text,) = read_corpus(written(tmp_path, [example])).texts
    (quotation,) = text.quotations
    parts = [*quotation.quote, *quotation.speaker, *quotation.cue, *quotation.frame]
    assert [part.of(text.text) for part in parts] == [
        "die Schule bleibe zu",
        "Petra Vogt",
        "sagte",
        "Petra Vogt sagte,",
    ]

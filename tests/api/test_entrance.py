"""take_in, read and check as Python programs use them."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import beleg

SOURCE = (
    "Die Stadt Tannwiel baut eine neue Schwimmhalle. Der Bau kostet 21 Millionen Euro. "
    "„Wir öffnen im März“, sagte Bürgermeisterin Jette Rothkamm am Montag."
)
FAITHFUL = "Die Stadt Tannwiel baut eine neue Schwimmhalle. Der Bau kostet 21 Millionen Euro."
DISTORTED = "Die Stadt Tannwiel baut eine neue Schwimmhalle. Der Bau kostet 12 Millionen Euro."


def test_taking_in_a_path_bytes_and_a_string(tmp_path: Path) -> None:
    file = tmp_path / "halle.txt"
    file.write_text(SOURCE, encoding="utf-8")
    captured = datetime(2026, 3, 4, tzinfo=UTC)
    for given in (file, str(file), SOURCE.encode()):
        (source,) = beleg.take_in(given, name="halle.txt", captured=captured)
        assert source.text.startswith("Die Stadt Tannwiel")
        assert (source.name, source.captured, source.language) == ("halle.txt", captured, "de")


def test_what_cannot_be_taken_in_is_refused_with_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(beleg.Error, match=r"fehlt\.txt"):
        beleg.take_in(tmp_path / "fehlt.txt")


def test_reading_finds_the_quotation_and_its_speaker() -> None:
    reading = beleg.read(SOURCE)
    assert reading.language == "de"
    (quotation,) = [q for q in reading.quotations if q.kind is beleg.QuotationKind.DIRECT]
    assert [part.of(SOURCE) for part in quotation.quote] == ["Wir öffnen im März"]
    assert "Jette Rothkamm" in quotation.speaker_words(SOURCE)


def test_reading_in_a_language_asked_for() -> None:
    assert beleg.read(SOURCE, language="de-AT").language == "de"
    assert beleg.read(beleg.Source(text="Tannwiel.", language="de")).language == "de"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(beleg.Error, match="'tlh'"):
        beleg.read(SOURCE, language="tlh")
    with pytest.raises(beleg.Error, match="''"):
        beleg.check(SOURCE, language="")


def test_a_text_in_no_language_beleg_reads_has_sentences_and_no_quotations() -> None:
    reading = beleg.read("Kaupunki rakentaa uuden uimahallin. Se maksaa paljon.")
    assert reading.language == ""
    assert reading.sentences
    assert not reading.quotations


def test_a_faithful_draft_has_no_findings_and_a_distorted_one_has() -> None:
    faithful = beleg.check(FAITHFUL, sources=[SOURCE])
    assert faithful.compared
    assert not faithful.findings
    report = beleg.check(DISTORTED, sources=[beleg.Source(text=SOURCE)])
    (finding,) = report.findings
    assert (finding.check, finding.span.of(DISTORTED)) == ("number_changed", "12 Millionen Euro")
    assert report.sentences[1].verdict is beleg.Verdict.DISTORTED


@pytest.mark.parametrize("draft", ["", FAITHFUL])
def test_nothing_to_compare_with_is_no_pass(draft: str) -> None:
    report = beleg.check(draft)
    assert not report.compared
    assert report.remarks


def test_a_single_text_as_sources_is_refused() -> None:
    with pytest.raises(beleg.Error, match="sources"):
        beleg.check(FAITHFUL, sources=SOURCE)


def test_something_that_is_no_text_is_refused() -> None:
    with pytest.raises(beleg.Error, match="source 2: expected a text or a Source, not int"):
        beleg.check(FAITHFUL, sources=[SOURCE, 7])  # type: ignore[list-item]


@pytest.mark.parametrize(
    "published",
    ["2026-03-04", date(2026, 3, 4), datetime.fromisoformat("2026-03-04T09:00"), "2026-03-04T09:00+01:00"],
)
def test_the_day_of_publication_is_taken_in_any_form(published: str | date | datetime) -> None:
    assert beleg.check(FAITHFUL, sources=[SOURCE], published=published).compared


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(beleg.Error, match="'gestern'"):
        beleg.check(FAITHFUL, sources=[SOURCE], published="gestern")


def test_yesterday_is_told_from_the_day_of_publication() -> None:
    source = beleg.Source(
        text="Am Donnerstag, dem 6. November 2025, brannte in Tannwiel die alte Mühle.",
        published=datetime(2025, 11, 6, 20, tzinfo=UTC),
    )
    draft = "In Tannwiel brannte gestern die alte Mühle."
    assert beleg.check(draft, sources=[source], published="2025-11-07").findings == ()
    (finding,) = beleg.check(draft, sources=[source], published="2025-11-09").findings
    assert (finding.check, draft[finding.start : finding.end]) == ("date_changed", "gestern")


def test_what_a_source_calls_yesterday_is_told_from_its_own_day() -> None:
    text = "Gestern brannte in Tannwiel die alte Mühle."
    draft = "In Tannwiel brannte am 5. November die alte Mühle."
    known = beleg.Source(text=text, published=datetime(2025, 11, 6, 20, tzinfo=UTC))
    assert beleg.check(draft, sources=[known]).findings == ()
    later = beleg.Source(text=text, published=datetime(2025, 11, 7, 20, tzinfo=UTC))
    (finding,) = beleg.check(draft, sources=[later]).findings
    assert (finding.check, finding.suggestion) == ("date_changed", "Gestern")


class Denies:
    """A second judge that only denies."""

    name = "nein-sager"

    def ask(self, question: beleg.Question) -> beleg.Opinion:
        return beleg.Opinion(judge=self.name, answer=beleg.Answer.NOT_SUPPORTED, reason=question.sentence)


def test_a_second_judge_is_asked_only_where_it_is_wanted() -> None:
    draft = "Tannwiel gönnt sich in Kürze ein Hallenbad."
    alone = beleg.check(draft, sources=[SOURCE])
    judge: beleg.SecondJudge = Denies()
    judged = beleg.check(draft, sources=[SOURCE], second_judge=judge)
    assert alone.sentences[0].opinion is None
    assert judged.sentences[0].opinion == beleg.Opinion(
        judge="nein-sager", answer=beleg.Answer.NOT_SUPPORTED, reason=draft
    )
    assert judged.sentences[0].verdict is alone.sentences[0].verdict is beleg.Verdict.UNSUPPORTED


def test_every_unit_of_a_sentence_is_there() -> None:
    (_, cost) = beleg.check(DISTORTED, sources=[SOURCE]).sentences
    (number,) = [unit for unit in cost.units if unit.kind is beleg.UnitKind.NUMBER]
    assert (number.outcome, number.value("instead")) == (beleg.Outcome.DIFFERENT, "21 Millionen Euro")

"""Reports, readings and sources as JSON: the committed schemas hold, names are the objects' own."""

from dataclasses import fields

from beleg.publishing import reading_json, report_json, sources_json
from beleg.terms.quotation import Medium, Quotation, QuotationKind
from beleg.terms.reading import Block, BlockKind, Reading, Sentence, Voice
from beleg.terms.report import Report
from beleg.terms.source import Source
from beleg.terms.span import Span
from beleg.terms.token import Token
from tests.publishing.reports import CLEAN, NOT_COMPARED, REPORT, SOURCE, TEXT, validate


def test_a_report_fits_its_schema_and_has_the_names_of_the_object() -> None:
    for report in (REPORT, CLEAN, NOT_COMPARED):
        document = validate(report_json.render(report), "beleg.report-1")
        assert document["schema"] == "beleg.report/1"
        assert set(document) == {"schema", "source_labels", *(field.name for field in fields(Report))}


def test_a_report_names_the_sources_it_was_checked_against_and_no_others() -> None:
    other = Source(text="Niemand hat das gelesen.", title="Nicht verglichen")
    document = validate(report_json.render(REPORT, (other, SOURCE)), "beleg.report-1")
    assert document["source_labels"] == [{"id": SOURCE.id, "label": SOURCE.label}]
    assert document["sources"] == [SOURCE.id]


def test_the_spans_of_a_report_slice_back_to_their_words() -> None:
    document = validate(report_json.render(REPORT), "beleg.report-1")
    sentences = document["sentences"]
    assert isinstance(sentences, list)
    assert [TEXT[each["start"] : each["end"]] for each in sentences] == [each["text"] for each in sentences]
    assert sentences[2]["findings"][0]["evidence"][0]["text"] == "Es kostete 21 Millionen Euro."


def test_a_reading_fits_its_schema_without_tokens() -> None:
    text = "„Gut“, sagte sie. Fertig."
    reading = Reading(
        text=text,
        language="de",
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
        sentences=(
            Sentence(start=0, end=17, text=text[:17], voice=Voice.ATTRIBUTED, tokens=(Token(0, 1, "„"),)),
            Sentence(start=18, end=25, text=text[18:25]),
        ),
        quotations=(
            Quotation(
                kind=QuotationKind.DIRECT,
                quote=(Span(1, 4),),
                medium=Medium.SPEECH,
                speaker=(Span(13, 16),),
                cue=(Span(7, 12),),
            ),
        ),
        undecided=("Wer „sie“ ist, bleibt offen.",),
    )
    document = validate(reading_json.render(reading), "beleg.reading-1")
    assert document["schema"] == "beleg.reading/1"
    assert set(document) == {"schema", *(field.name for field in fields(Reading))}
    assert "tokens" not in reading_json.render(reading)
    quotations = document["quotations"]
    assert isinstance(quotations, list)
    assert set(quotations[0]) == {field.name for field in fields(Quotation)}


def test_sources_fit_their_schema_and_leave_the_bytes_out() -> None:
    document = validate(sources_json.render([SOURCE, Source(text="Ohne Datum", item=1)]), "beleg.sources-1")
    sources = document["sources"]
    assert isinstance(sources, list)
    assert set(sources[0]) == {"id", *(field.name for field in fields(Source) if field.name != "raw")}
    assert sources[0]["published"] == "2026-03-04T08:30:00+00:00"
    assert sources[1]["published"] is None
    assert sources[1]["id"].endswith(".1")


def test_the_same_report_gives_the_same_characters() -> None:
    assert report_json.render(REPORT) == report_json.render(REPORT)
    assert "ö" in report_json.render(REPORT)

"""Reports and readings for people: exact lines."""

from beleg.publishing import reading_text
from beleg.publishing.places import Place, Places
from beleg.publishing.report_text import render
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.reading import Reading, Sentence
from beleg.terms.report import Report
from beleg.terms.span import Span
from tests.publishing.reports import CLEAN, NAME, NOT_COMPARED, REPORT, SOURCE, TEXT


def lines(report: Report, messages: str = "de", *, colour: bool = False) -> list[str]:
    return render(
        report, text=TEXT, name=NAME, sources=[SOURCE], messages=messages, colour=colour
    ).splitlines()


def test_findings_then_verdicts_then_what_was_and_was_not_checked() -> None:
    assert lines(REPORT) == [
        "entwürfe/bad.md:3:28: notice made_up_check: About 🎉.",
        "    Entwurf: 🎉",
        "",
        "entwürfe/bad.md:3:52: error number_changed: In der Quelle steht „21 Millionen Euro“, nicht „12 Millionen Euro“.",
        "    Entwurf: 12 Millionen Euro",
        "    Quelle: Es kostete 21 Millionen Euro. [Tannwieler Bote: Bad fertig]",
        "    Vorschlag: 21 Millionen Euro",
        "",
        "3 Sätze: 1 belegt, 1 verfälscht, 1 nicht prüfbar.",
        "2 Befunde: 1 Fehler, 1 Anmerkung.",
        "Geprüft:",
        "    Sätze (2): made_up_check",
        "    Zahlen (1): Zahl verändert",
        "Geprüft, aber nichts dergleichen im Entwurf: Name verändert.",
        "Nicht geprüft: Falscher Sprecher (keine Quelle, mit der verglichen werden kann).",
        "Zum Umfang der Prüfung: Nicht verglichen: brief.pdf.",
    ]


def test_in_english() -> None:
    assert lines(REPORT, "en")[-8:-3] == [
        "3 sentences: 1 supported, 1 distorted, 1 not checkable.",
        "2 findings: 1 error, 1 notice.",
        "Checked:",
        "    Sätze (2): made_up_check",
        "    Zahlen (1): Number changed",
    ]
    assert "The source has “21 Millionen Euro”, not “12 Millionen Euro”." in lines(REPORT, "en")[3]


def test_no_findings_still_says_what_was_and_was_not_checked() -> None:
    assert lines(CLEAN) == [
        "1 Satz: 1 belegt.",
        "Keine Befunde.",
        "Geprüft:",
        "    Sätze (2): made_up_check",
        "    Zahlen (1): Zahl verändert",
        "Geprüft, aber nichts dergleichen im Entwurf: Name verändert.",
        "Nicht geprüft: Falscher Sprecher (keine Quelle, mit der verglichen werden kann).",
    ]


def test_nothing_compared_is_no_pass() -> None:
    assert (
        lines(NOT_COMPARED)[2]
        == "Kein Satz wurde mit einer Quelle verglichen: Der Entwurf gilt damit nicht als geprüft."
    )
    assert (
        lines(NOT_COMPARED, "en")[2]
        == "No sentence was compared with a source: the draft does not count as checked."
    )
    assert not any("gilt" in line for line in lines(CLEAN))


def test_colour_only_when_asked_for() -> None:
    assert lines(REPORT, colour=True)[3].startswith(
        "entwürfe/bad.md:3:52: \x1b[31merror\x1b[0m number_changed: "
    )
    assert "\x1b" not in "".join(lines(REPORT))


def test_a_passage_from_a_source_that_is_not_at_hand_is_named_by_its_hash() -> None:
    shown = render(REPORT, text=TEXT, name=NAME, sources=[], messages="de")
    assert f"    Quelle: Es kostete 21 Millionen Euro. [{SOURCE.id[:12]}]" in shown.splitlines()


def test_lines_end_as_editors_have_it_and_columns_count_code_points() -> None:
    places = Places("a\r\nb\rc\n🎉d")
    assert [places.of(offset) for offset in (0, 3, 5, 7, 8, 9)] == [
        Place(1, 1),
        Place(2, 1),
        Place(3, 1),
        Place(4, 1),
        Place(4, 2),
        Place(4, 3),
    ]


def test_a_reading_names_speakers_and_counts_sentences() -> None:
    text = "„Gut“, sagte sie,\n„sehr gut.“"
    reading = Reading(
        text=text,
        language="de",
        sentences=(Sentence(start=0, end=len(text), text=text),),
        quotations=(
            Quotation(
                kind=QuotationKind.DIRECT,
                quote=(Span(1, 4), Span(19, 28)),
                speaker=(Span(13, 16),),
                cue=(Span(7, 12),),
            ),
        ),
    )
    assert reading_text.render(reading, name="a.txt").splitlines() == [
        "a.txt:1:2: direct speech: Gut … sehr gut.",
        "    speaker: sie",
        "    cue: sagte",
        "",
        "1 sentence (1 own, 0 attributed, 0 hedged), 1 quotation, read as de.",
    ]


def test_a_reading_in_no_known_language_says_so() -> None:
    reading = Reading(text="Ei ole.", language="", sentences=(Sentence(start=0, end=7, text="Ei ole."),))
    assert reading_text.render(reading, name="a.txt").splitlines() == [
        "1 sentence (1 own, 0 attributed, 0 hedged), 0 quotations, in no language Beleg reads, so no quotations.",
    ]

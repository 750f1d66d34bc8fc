"""Explained reports: every unit in words an editor understands, German and English."""

from dataclasses import replace

import pytest

from beleg.publishing.report_explained import one_line, sentence_lines
from beleg.publishing.report_json import render as as_json
from beleg.publishing.report_text import render
from beleg.publishing.unit_wording import kind_in, outcome_in
from beleg.terms.clause import Marker
from beleg.terms.report import CheckedSentence, Report, Verdict
from beleg.terms.unit import Outcome, Unit, UnitKind
from tests.publishing.reports import NAME, NOT_COMPARED, REPORT, SOURCE, TEXT, passage, validate

COST = passage("Es kostete 21 Millionen Euro.")


def unit(
    kind: UnitKind, outcome: Outcome, *values: tuple[str, str], words: str = "12 Millionen Euro"
) -> Unit:
    start = TEXT.index(words)
    return Unit(
        kind=kind,
        start=start,
        end=start + len(words),
        text=words,
        outcome=outcome,
        passage=COST if outcome in (Outcome.FOUND, Outcome.DIFFERENT) else None,
        values=values,
    )


CONTENT = unit(
    UnitKind.CONTENT,
    Outcome.FOUND,
    ("coverage", "0.83"),
    ("enough", "0.50"),
    words="Es kostete 12 Millionen Euro.",
)
EXPLAINED = replace(
    REPORT.sentences[2],
    evidence=(COST,),
    decided_by=("number_changed",),
    units=(
        CONTENT,
        unit(UnitKind.WORD, Outcome.NOWHERE, words="12"),
        unit(UnitKind.NUMBER, Outcome.DIFFERENT, ("instead", "21 Millionen Euro")),
    ),
)
WHOLE = replace(REPORT, sentences=(*REPORT.sentences[:2], EXPLAINED))


def lines(report: Report, messages: str = "de", *, colour: bool = False) -> list[str]:
    return render(
        report, text=TEXT, name=NAME, sources=[SOURCE], messages=messages, colour=colour, explained=True
    ).splitlines()


def test_a_sentence_with_what_decided_its_passages_and_its_units() -> None:
    shown = lines(WHOLE)
    start = shown.index("entwürfe/bad.md:3:41: verfälscht: Es kostete 12 Millionen Euro.")
    assert shown[start + 1 : start + 7] == [
        "    Grund: Zahl verändert (number_changed). In der Quelle steht „21 Millionen Euro“, nicht „12 Millionen Euro“.",
        "    Stelle 1: Es kostete 21 Millionen Euro. [Tannwieler Bote: Bad fertig]",
        "    Inhalt: 83 % stehen in den Stellen; 50 % reichen.",
        "    In keiner Stelle: „12“.",
        "    Zahl „12 Millionen Euro“: in der Quelle steht „21 Millionen Euro“ (Stelle 1).",
        "",
    ]
    assert "3 Sätze: 1 belegt, 1 verfälscht, 1 nicht prüfbar." in shown


def test_the_same_in_english() -> None:
    assert list(sentence_lines(EXPLAINED, labels={SOURCE.id: "Bote"}, messages="en")) == [
        "why: Number changed (number_changed). The source has “21 Millionen Euro”, not “12 Millionen Euro”.",
        "passage 1: Es kostete 21 Millionen Euro. [Bote]",
        "content: the passages have 83 % of it; 50 % are enough.",
        "in no passage: “12”.",
        "number “12 Millionen Euro”: the source has “21 Millionen Euro” (passage 1).",
    ]


def test_every_finding_is_named_and_those_that_decide_nothing_come_after() -> None:
    both = replace(EXPLAINED, findings=(REPORT.findings[1], *EXPLAINED.findings))
    shown = list(sentence_lines(both, labels={}, messages="de"))
    assert shown[0].startswith("Grund: Zahl verändert (number_changed). ")
    assert shown[1] == "Außerdem: made_up_check (made_up_check). About 🎉."


def test_a_passage_that_is_not_among_those_shown_is_shown_with_its_unit() -> None:
    elsewhere = replace(EXPLAINED, evidence=())
    (last,) = list(sentence_lines(elsewhere, labels={}, messages="en"))[-1:]
    assert last.endswith(f"(Es kostete 21 Millionen Euro. [{SOURCE.id[:12]}]).")


def test_what_was_not_compared_says_so() -> None:
    shown = lines(NOT_COMPARED)
    assert "    Grund: Er wurde mit keiner Quelle verglichen; warum, steht unten." in shown
    nothing = replace(
        EXPLAINED,
        verdict=Verdict.NOT_CHECKABLE,
        findings=(),
        decided_by=(),
        units=(unit(UnitKind.CONTENT, Outcome.OPEN, ("asserts", "nothing")),),
    )
    assert list(sentence_lines(nothing, labels={}, messages="de")) == [
        "Grund: Der Satz behauptet nichts, was sich mit einer Quelle vergleichen ließe."
    ]


@pytest.mark.parametrize(
    ("verdict", "why"),
    [
        (
            Verdict.SUPPORTED,
            "Grund: Die Stellen tragen den Satz, und keine Prüfung hat etwas dagegen gefunden.",
        ),
        (Verdict.UNSUPPORTED, "Grund: Die Stellen haben zu wenig von seinem Inhalt."),
    ],
)
def test_why_where_no_finding_decided(verdict: Verdict, why: str) -> None:
    sentence = replace(EXPLAINED, verdict=verdict, decided_by=())
    assert next(sentence_lines(sentence, labels={}, messages="de")) == why


def test_colour_only_when_asked_for() -> None:
    assert any("\x1b[31mverfälscht\x1b[0m" in line for line in lines(WHOLE, colour=True))
    assert "\x1b" not in "".join(lines(WHOLE))


def test_a_plain_report_has_none_of_it() -> None:
    plain = render(WHOLE, text=TEXT, name=NAME, sources=[SOURCE])
    assert plain == render(REPORT, text=TEXT, name=NAME, sources=[SOURCE])


@pytest.mark.parametrize(
    ("given", "german", "english"),
    [
        (
            unit(UnitKind.CONTENT, Outcome.NOWHERE, ("coverage", "0.31"), ("enough", "0.50")),
            "nur 31 % stehen in den Stellen; 50 % wären nötig",
            "the passages have only 31 % of it; 50 % would be needed",
        ),
        (
            unit(UnitKind.CONTENT, Outcome.NOWHERE, ("coverage", "0.00"), ("enough", "0.50")),
            "keine Stelle hat etwas davon; 50 % wären nötig",
            "no passage has any of it; 50 % would be needed",
        ),
        (
            unit(UnitKind.CONTENT, Outcome.OPEN, ("asserts", "nothing")),
            "behauptet nichts, was sich vergleichen ließe",
            "asserts nothing that could be compared",
        ),
        (
            unit(UnitKind.QUOTATION, Outcome.FOUND, ("kind", "direct"), ("places", "1")),
            "wörtlich in der Quelle",
            "word for word in the source",
        ),
        (
            unit(UnitKind.QUOTATION, Outcome.FOUND, ("kind", "direct"), ("places", "3")),
            "wörtlich an 3 Stellen",
            "word for word in 3 places",
        ),
        (
            unit(UnitKind.QUOTATION, Outcome.DIFFERENT, ("kind", "direct"), ("differing", "12")),
            "nicht wörtlich; am nächsten kommt „Es kostete 21 Millionen Euro.“; anders ist „12“",
            "not word for word; “Es kostete 21 Millionen Euro.” comes nearest; what differs is “12”",
        ),
        (
            unit(UnitKind.QUOTATION, Outcome.NOWHERE, ("kind", "direct")),
            "in keiner Quelle, auch nicht ähnlich",
            "in no source, nor anything like it",
        ),
        (
            unit(UnitKind.QUOTATION, Outcome.FOUND, ("kind", "indirect")),
            "die Quelle gibt dasselbe wieder",
            "the source reports the same",
        ),
        (
            unit(UnitKind.QUOTATION, Outcome.OPEN, ("kind", "indirect")),
            "keine Stelle gibt eindeutig dasselbe wieder; verglichen wurde der Satz als Ganzes",
            "no passage clearly reports the same; the sentence was compared as a whole",
        ),
        (
            unit(
                UnitKind.SPEAKER, Outcome.FOUND, ("here", "Kern"), ("there", "Jana Kern"), ("carried", "yes")
            ),
            "auch in der Quelle spricht „Jana Kern“ (dort in einem Satz davor genannt)",
            "in the source, too, “Jana Kern” speaks (named there in an earlier sentence)",
        ),
        (
            unit(
                UnitKind.SPEAKER, Outcome.DIFFERENT, ("here", "Voss"), ("there", "Kern"), ("there", "Weber")
            ),
            "in der Quelle spricht nicht „Voss“, sondern „Kern“, „Weber“",
            "in the source it is not “Voss” who speaks, but “Kern”, “Weber”",
        ),
        (
            unit(UnitKind.SPEAKER, Outcome.OPEN, ("here", "ein Anwohner"), ("there", "Kern")),
            "die Quelle nennt „Kern“; ob das dieselben sind, ist offen",
            "the source names “Kern”; whether they are the same is open",
        ),
        (
            unit(UnitKind.SPEAKER, Outcome.OPEN, ("here", "Kern")),
            "die Quelle nennt dort niemanden, der spricht",
            "the source names nobody who speaks there",
        ),
        (
            unit(UnitKind.NUMBER, Outcome.OPEN, ("own_count", "yes")),
            "in keiner Quelle; kann selbst gezählt oder errechnet sein",
            "in no source; may be the writer's own count or sum",
        ),
        (
            unit(UnitKind.NAME, Outcome.DIFFERENT, ("instead", "Kern"), ("doubtful", "yes")),
            "in der Quelle steht „Kern“ (unsicher, bitte nachlesen)",
            "the source has “Kern” (uncertain, please check)",
        ),
        (unit(UnitKind.DATE, Outcome.FOUND), "steht so in einer Quelle", "as in a source"),
        (unit(UnitKind.DATE, Outcome.OPEN), "lässt sich nicht entscheiden", "cannot be decided"),
        (unit(UnitKind.NAME, Outcome.NOWHERE), "in keiner Quelle", "in no source"),
        (
            replace(unit(UnitKind.NAME, Outcome.FOUND), passage=None),
            "in den Quellen genannt",
            "named in the sources",
        ),
        (unit(UnitKind.CLAUSE, Outcome.FOUND), "", ""),
        (
            unit(
                UnitKind.CLAUSE,
                Outcome.DIFFERENT,
                ("there_attributed", "Brandt"),
                ("there_doubt", "angeblich"),
            ),
            "hier als Tatsache, in der Quelle als Aussage („Brandt“), unter Vorbehalt („angeblich“)",
            "here as a fact, in the source as a statement (“Brandt”), with a reservation (“angeblich”)",
        ),
        (
            unit(
                UnitKind.CLAUSE, Outcome.FOUND, ("here_attributed", "Kern"), ("there_attributed", "Jana Kern")
            ),
            "wie in der Quelle: als Aussage",
            "as in the source: as a statement",
        ),
        (
            unit(UnitKind.CLAUSE, Outcome.DIFFERENT, ("here_plan", "soll"), ("opposite", "Minus")),
            "die Quelle sagt das Gegenteil: „Minus“; hier als Plan oder Erwartung („soll“), in der Quelle als Tatsache",
            "the source says the opposite: “Minus”; here as a plan or expectation (“soll”), in the source as a fact",
        ),
        (
            unit(UnitKind.CLAUSE, Outcome.DIFFERENT, ("acting_here", "Rat"), ("acting_there", "Stadt")),
            "hier handelt „Rat“, in der Quelle „Stadt“",
            "here “Rat” acts, in the source “Stadt”",
        ),
        (
            unit(UnitKind.CLAUSE, Outcome.DIFFERENT, ("acting_here", "Rat"), ("acting_there", "")),
            "hier handelt „Rat“, in der Quelle geschieht es „Rat“",
            "here “Rat” acts, in the source it happens to “Rat”",
        ),
        (
            unit(UnitKind.CLAUSE, Outcome.DIFFERENT, ("there_some", "einige"), ("broader", "yes")),
            "die Quelle sagt es nur von einem Teil; hier als Tatsache, in der Quelle als Tatsache, für einen Teil („einige“)",
            "the source says it of a part only; here as a fact, in the source as a fact, of a part (“einige”)",
        ),
    ],
)
def test_every_outcome_in_words(given: Unit, german: str, english: str) -> None:
    assert outcome_in(given, "de") == german
    assert outcome_in(given, "en") == english


def test_every_kind_has_a_name_and_every_outcome_words() -> None:
    for kind in UnitKind:
        assert kind_in(unit(kind, Outcome.FOUND, ("kind", "direct")), "de")
        if kind in (UnitKind.NUMBER, UnitKind.DATE, UnitKind.NAME):
            assert len({outcome_in(unit(kind, outcome), "en") for outcome in Outcome}) == len(Outcome)
    assert kind_in(unit(UnitKind.QUOTATION, Outcome.OPEN, ("kind", "indirect")), "en") == "reported speech"


def test_every_marker_that_tells_something_has_words() -> None:
    told = {
        marker: outcome_in(unit(UnitKind.CLAUSE, Outcome.DIFFERENT, (f"there_{marker}", "so")), "en")
        for marker in Marker
    }
    assert told.pop(Marker.REASON) == ""
    assert all("“so”" in words for words in told.values())


def test_json_holds_the_units() -> None:
    document = validate(as_json(WHOLE), "beleg.report-1")
    sentences = document["sentences"]
    assert isinstance(sentences, list)
    assert sentences[2]["decided_by"] == ["number_changed"]
    assert [each["kind"] for each in sentences[2]["units"]] == ["content", "word", "number"]
    assert [TEXT[each["start"] : each["end"]] for each in sentences[2]["units"]] == [
        each["text"] for each in sentences[2]["units"]
    ]
    assert sentences[2]["units"][2]["values"] == [["instead", "21 Millionen Euro"]]
    assert sentences[2]["opinion"] is None


def test_long_words_are_shortened_between_words() -> None:
    assert one_line("kurz\nund  gut") == "kurz und gut"
    assert one_line("Am Anfang steht viel und am Ende auch", 20) == "Am … auch"
    assert one_line("rot \x1b[31m") == "rot \ufffd[31m"
    assert one_line("x" * 50, 20) == f"{'x' * 8} … {'x' * 8}"


def test_a_sentence_without_units_is_told_by_its_verdict_alone() -> None:
    bare = CheckedSentence(start=0, end=3, text="Bad", verdict=Verdict.SUPPORTED)
    assert len(list(sentence_lines(bare, labels={}, messages="en"))) == 1

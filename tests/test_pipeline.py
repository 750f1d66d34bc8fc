"""From a draft to a report: verdicts, and what was and was not checked is never silent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleg import kept, pipeline
from beleg.checks.catalogue import catalogue
from beleg.checks.check import Check, NotInSources, OfTheSources
from beleg.language.registry import language_for
from beleg.pipeline import check_draft
from beleg.terms.finding import Severity
from beleg.terms.reading import Reading
from beleg.terms.report import Report, Verdict
from beleg.terms.source import Source
from beleg.terms.wording import Wording

SOURCE = (
    "Der Stadtrat von Lindenau hat am Dienstag den Bau einer Sporthalle beschlossen. „Das ist ein guter Tag für die "
    "Schulen“, sagte Bürgermeisterin Anna Weber. Die Kosten seien zu niedrig angesetzt, kritisierte Stadtrat Bernd Kurz. "
    "Die Halle soll 4,2 Millionen Euro kosten."
)


def check(draft: str, *sources: str, language: str = "de") -> Report:
    return check_draft(Source(text=draft, language=language), [Source(text=text) for text in sources])


def verdicts(report: Report) -> list[Verdict]:
    return [sentence.verdict for sentence in report.sentences]


def test_each_kind_of_sentence_gets_its_verdict() -> None:
    report = check(
        "# Lindenau baut\n\nDer Stadtrat von Lindenau beschloss am Dienstag den Bau einer Sporthalle. Die Halle soll 2,4 "
        "Millionen Euro kosten. Vereine planen bereits ein großes Fest mit Feuerwerk. Wer zahlt das?",
        SOURCE,
    )
    assert verdicts(report) == [
        Verdict.NOT_CHECKABLE,
        Verdict.SUPPORTED,
        Verdict.DISTORTED,
        Verdict.UNSUPPORTED,
        Verdict.NOT_CHECKABLE,
    ]


def test_a_supported_sentence_has_the_passage_it_rests_on() -> None:
    (sentence,) = check("Der Stadtrat beschloss den Bau einer Sporthalle.", SOURCE).sentences
    passage = sentence.evidence[0]
    assert passage.source == Source(text=SOURCE).id
    assert passage.text == SOURCE[passage.start : passage.end]
    assert passage.text.startswith("Der Stadtrat von Lindenau hat")


def test_without_sources_nothing_is_supported_and_the_report_says_so() -> None:
    report = check("Der Stadtrat von Lindenau hat den Bau einer Sporthalle beschlossen.")
    assert verdicts(report) == [Verdict.NOT_CHECKABLE]
    assert report.remarks == ("Ohne Quellen geprüft: ob die Sätze stimmen, wurde nicht geprüft.",)
    unrun = {line.check for line in report.coverage if line.not_checked}
    assert {"quotation_altered", "attribution_lost", "unsupported_sentence"} <= unrun
    assert "chatbot_residue" not in unrun


def test_an_empty_draft_is_no_pass() -> None:
    assert check("  \n\n ", SOURCE).remarks[0] in (
        "Der Entwurf ist leer; es gibt nichts zu prüfen.",
        "The draft is empty; there is nothing to check.",
    )


def test_a_source_in_another_language_is_named_as_not_compared() -> None:
    english = Source(
        text="The council of the town has decided that the hall will be built, and that is what the mayor said on Tuesday.",
        title="Council decides",
    )
    draft = Source(
        text="Der Stadtrat von Lindenau hat am Dienstag den Bau einer Sporthalle beschlossen, sagte sie."
    )
    report = check_draft(draft, [english])
    assert report.remarks == (
        "Mit keiner der Quellen verglichen: ob die Sätze stimmen, wurde nicht geprüft.",
        "Nicht verglichen, weil in einer anderen Sprache: Council decides.",
    )
    assert report.sources == ()
    assert {line.not_checked for line in report.coverage if line.not_checked} == {
        "keine Quelle hat Text in der Sprache des Entwurfs"
    }


def test_a_draft_in_a_language_beleg_does_not_read_is_not_checked_against_sources() -> None:
    finnish = (
        "Kaupunginvaltuusto päätti tiistaina rakentaa uuden urheiluhallin koulun viereen, kertoi pormestari."
    )
    report = check_draft(Source(text=finnish), [Source(text=SOURCE)])
    assert report.language == ""
    assert "no language that Beleg reads" in report.remarks[0]
    assert {line.not_checked for line in report.coverage if line.not_checked} == {
        "the draft has no text in a language that Beleg reads"
    }
    assert set(verdicts(report)) == {Verdict.NOT_CHECKABLE}


def test_an_empty_source_is_named() -> None:
    report = check_draft(Source(text="Der Stadtrat beschloss den Bau."), [Source(text=" ", name="leer.txt")])
    assert "Ohne Text, nicht verglichen: leer.txt." in report.remarks


def test_messages_follow_the_language_asked_for() -> None:
    draft = Source(text="Die Halle soll 2,4 Millionen Euro kosten.")
    german = check_draft(draft, [Source(text=SOURCE)], messages="de").findings[0].message
    english = check_draft(draft, [Source(text=SOURCE)], messages="en").findings[0].message
    assert german == "In der Quelle steht „4,2 Millionen Euro“, nicht „2,4 Millionen Euro“."
    assert english == "The source has “4,2 Millionen Euro”, not “2,4 Millionen Euro”."


def test_the_worst_severity_is_reported() -> None:
    assert check("Die Halle soll 2,4 Millionen Euro kosten.", SOURCE).worst() is Severity.ERROR
    assert check("Der Stadtrat beschloss am Dienstag den Bau einer Sporthalle.", SOURCE).worst() is None


def test_the_same_question_is_asked_once() -> None:
    report = check("„Hier wächst zusammen, was niemand je bezahlt hat“, sagte Weber.", SOURCE)
    assert [finding.check for finding in report.findings] == ["quotation_not_in_source"]


def test_an_article_against_itself_is_supported() -> None:
    report = check(SOURCE, SOURCE)
    assert set(verdicts(report)) == {Verdict.SUPPORTED}
    assert report.findings == ()


WORDS = st.sampled_from(
    [
        *'„“»«".,:;!?()-–\n\r\t# ',
        "Der",
        "Weber",
        "sagte",
        "habe",
        "12",
        "Prozent",
        "u\u0308ber",
        "🦊",
        "laut",
        "\u00a0",
        "soll",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=60).map(" ".join))
def test_every_span_slices_back_whatever_the_texts(draft: str, source: str) -> None:
    report = check(draft, source)
    for sentence in report.sentences:
        assert draft[sentence.start : sentence.end] == sentence.text
        for passage in sentence.evidence:
            assert source[passage.start : passage.end] == passage.text
    for finding in report.findings:
        assert 0 <= finding.start <= finding.end <= len(draft)
        assert finding.message
        for passage in finding.evidence:
            assert source[passage.start : passage.end] == passage.text


def test_a_verdict_names_the_checks_it_rests_on() -> None:
    (changed,) = check("Die Halle soll 2,4 Millionen Euro kosten.", SOURCE).sentences
    assert (changed.verdict, changed.decided_by) == (Verdict.DISTORTED, ("number_changed",))
    (unknown,) = check("Anwohner sammelten nachts Unterschriften gegen Lärm.", SOURCE).sentences
    assert (unknown.verdict, unknown.decided_by) == (Verdict.UNSUPPORTED, ("unsupported_sentence",))
    (carried,) = check("Der Stadtrat beschloss am Dienstag den Bau einer Sporthalle.", SOURCE).sentences
    assert (carried.verdict, carried.decided_by) == (Verdict.SUPPORTED, ())


def test_every_sentence_that_was_compared_has_units_and_none_where_they_are_not_wanted() -> None:
    draft = Source(
        text="Der Stadtrat beschloss den Bau. Die Halle soll 2,4 Millionen Euro kosten.", language="de"
    )
    sources = [Source(text=SOURCE)]
    with_units = check_draft(draft, sources)
    assert all(sentence.units for sentence in with_units.sentences)
    without = check_draft(draft, sources, units=False)
    assert not any(sentence.units or sentence.decided_by for sentence in without.sentences)
    assert [s.verdict for s in without.sentences] == [s.verdict for s in with_units.sentences]
    assert not any(sentence.units for sentence in check_draft(draft, []).sentences)


def test_readings_are_kept_by_length_and_the_longest_unused_goes_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_anew: list[str] = []

    def read(text: str, language: object, *, laid_out: object) -> Reading:
        read_anew.append(text)
        return Reading(text=text, language="de")

    monkeypatch.setattr(kept, "_MOST_READ", 10)
    monkeypatch.setattr(kept, "read", read)
    pipeline.forget_readings()
    for text in ("aaaa", "bbbb", "aaaa", "cccc", "aaaa", "bbbb"):
        assert kept.READINGS.reading(text, "de").text == text
    pipeline.forget_readings()
    assert read_anew == ["aaaa", "bbbb", "cccc", "bbbb"]


@pytest.mark.parametrize("amounts", [60, 400])
def test_a_long_line_of_amounts_is_compared_by_its_words_only(amounts: int) -> None:
    table = "Die Stadt zahlte für die Schulen: " + ", ".join(f"Kern {n} Euro" for n in range(amounts)) + "."
    report = check_draft(Source(text=table, language="de"), [Source(text=table, language="de")])
    (sentence,) = report.sentences
    assert sentence.verdict is (Verdict.SUPPORTED if amounts == 60 else Verdict.NOT_CHECKABLE)
    assert [remark.split(",")[0] for remark in report.remarks] == (
        [] if amounts == 60 else ["Nur nach Wörtern verglichen"]
    )


def test_a_long_line_of_other_words_is_unsupported() -> None:
    table = "Die Stadt zahlte für die Schulen: " + ", ".join(f"Kern {n} Euro" for n in range(400)) + "."
    report = check_draft(
        Source(text=table, language="de"),
        [Source(text="Am Abend regnete es an der Küste, und der Zug fiel aus.", language="de")],
    )
    assert [sentence.verdict for sentence in report.sentences] == [Verdict.UNSUPPORTED]


@pytest.mark.parametrize("which", [one for one in catalogue() if one.needs_sources], ids=lambda one: one.id)
def test_a_finding_means_for_its_sentence_what_its_wording_says(which: Check) -> None:
    meaning = {
        Wording: Verdict.DISTORTED,
        NotInSources: Verdict.UNSUPPORTED,
        OfTheSources: Verdict.SUPPORTED,
    }
    seen = 0
    for case in which.cases:
        report = check_draft(
            Source(text=case.draft),
            [one if isinstance(one, Source) else Source(text=one) for one in case.sources],
            language=language_for(case.language),
        )
        for sentence in report.sentences:
            told = [
                (one, type(which.messages[dict(one.values)["message"]]))
                for one in sentence.findings
                if one.check == which.id
            ]
            # A notice says that a source may have it otherwise, and distorts nothing.
            kinds = {kind for one, kind in told if one.severity is not Severity.NOTICE or kind is not Wording}
            if {one.check for one in sentence.findings} == {which.id} and len(kinds) == 1:
                seen += 1
                assert sentence.verdict is meaning[kinds.pop()]
    assert seen

"""First versions of sources of our own: every sentence passes, and what is told as whose."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

import beleg
from beleg.drafting.draft import Draft
from beleg.first_version import first_version
from beleg.language.de.german import GERMAN
from beleg.language.en.english import ENGLISH
from beleg.language.language import Language
from beleg.newsroom import example
from beleg.pipeline import check_draft
from beleg.terms.finding import Severity
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error
from beleg.terms.report import Verdict
from beleg.terms.source import Source

AGENCY = Source(
    title="Auensee bleibt bis Juni gesperrt",
    publisher="Presseagentur Nordmark",
    published=datetime(2026, 5, 8, 14, tzinfo=UTC),
    text=(
        "Der Auensee bleibt nach dem Chemieunfall bis Juni gesperrt. Das Gesundheitsamt fand im Wasser Spuren von Ammoniak. "
        "„Niemand soll ein Risiko eingehen“, sagte Amtsärztin Birte Hollmann am Freitag. "
        "Am Ufer stehen heute neue Warnschilder."
    ),
)
PAPER = Source(
    title="Badeverbot am Auensee",
    publisher="Lindener Tageblatt",
    published=datetime(2026, 5, 8, 17, tzinfo=UTC),
    text=(
        "Bis Juni bleibt der Auensee gesperrt. Die Pächter der Imbisse rechnen mit hohen Verlusten. "
        "Der Tankwagen war am Mittwoch in einer Kurve umgestürzt."
    ),
)


def told(sources: Sequence[Source], language: Language = GERMAN, sentences: int = 10) -> Draft:
    draft = first_version(sources, language=language, sentences=sentences)
    report = check_draft(Source(text=draft.content, language=language.code), sources, language=language)
    for sentence in report.sentences:
        headline = sentence.block is BlockKind.HEADLINE
        assert sentence.verdict is Verdict.SUPPORTED or headline, sentence.text
    assert {finding.severity for finding in report.findings} <= {Severity.NOTICE}
    return draft


def test_one_alone_is_named_and_two_are_not() -> None:
    content = told([AGENCY, PAPER]).content
    assert "Bis Juni bleibt der Auensee gesperrt." in content
    assert "Das Gesundheitsamt habe im Wasser Spuren von Ammoniak gefunden" in content
    assert "berichtete die Presseagentur Nordmark." in content
    assert "sei am Mittwoch in einer Kurve umgestürzt, berichtete das Lindener Tageblatt." in content
    assert "Die Pächter der Imbisse rechnen mit hohen Verlusten." in content  # theirs, not the paper's


def test_a_statement_is_told_once() -> None:
    content = told([AGENCY, PAPER]).content
    assert content.count("gesperrt") - content.splitlines()[0].count("gesperrt") == 1


def test_a_copy_of_the_agency_corroborates_nothing() -> None:
    copied = Source(publisher="Portal Auen", text=f"Auensee (pan) - {AGENCY.text}")
    assert "habe im Wasser Spuren von Ammoniak gefunden" in told([AGENCY, copied]).content


def test_today_is_told_with_its_day() -> None:
    content = told([AGENCY]).content
    assert "heute" not in content
    assert "Am Ufer stünden am Freitag neue Warnschilder" in content


def test_quotations_stay_as_they_are() -> None:
    assert (
        "„Niemand soll ein Risiko eingehen“, sagte Amtsärztin Birte Hollmann am Freitag."
        in told([AGENCY]).content
    )


def test_the_example_story() -> None:
    taken = [
        source for name in example.SOURCES for source in beleg.take_in(example.source_file(name), name=name)
    ]
    draft = told(taken, sentences=14)
    assert len(draft.sentences) >= 8
    assert "„Die Sicherheit der Menschen auf dieser Brücke ist für mich nicht verhandelbar“" in draft.content


def test_english_names_who_says_it_in_every_sentence() -> None:
    story = Source(
        title="Lake stays closed until June",
        publisher="Linden Courier",
        published=datetime(2026, 5, 8, 17, tzinfo=UTC),
        text=(
            "The lake in Linden stays closed until June. Officials found traces of ammonia in the water today. "
            "“Nobody should take a risk,” said health officer Birte Hollmann."
        ),
    )
    content = told([story], ENGLISH).content
    assert "The lake in Linden stays closed until June, Linden Courier reported." in content
    assert "found traces of ammonia in the water on Friday, Linden Courier reported." in content


def test_sources_without_a_sentence_that_stands_are_refused() -> None:
    with pytest.raises(Error, match="No sentence"):
        first_version([Source(text="Wir kommen. Sie auch.")], language=GERMAN)


def article(text: str, publisher: str = "Tannwieler Bote") -> str:
    story = Source(
        title="Nachricht aus Tannwiel",
        publisher=publisher,
        published=datetime(2026, 5, 8, tzinfo=UTC),
        text=text,
    )
    return told([story]).content


def test_a_lead_whose_speaker_the_next_sentence_names_stays_with_it() -> None:
    text = "Das Sägewerk in Tannwiel streicht 80 Stellen. Das teilte das Unternehmen am Donnerstag mit."
    assert text in article(f"{text} Die Gewerkschaft sprach von einem Kahlschlag im Werk.")
    text = "Das Sägewerk in Tannwiel streicht 80 Stellen. Das sagte ein Sprecher."
    assert text in article(f"{text} Die Gewerkschaft sprach von einem Kahlschlag im Werk.")


def test_advertising_is_no_statement() -> None:
    content = article(
        "Das Sägewerk in Tannwiel streicht 80 Stellen. Jetzt Boten plus vier Wochen gratis testen und alle Texte lesen. "
        "Alle Hintergründe zum Sägewerk jetzt einfach online lesen."
    )
    assert "80 Stellen" in content
    assert "lesen" not in content


def test_what_leans_on_a_reason_stays_with_the_sentence_before() -> None:
    content = article(
        "Das Sägewerk in Tannwiel streicht 80 von 200 Stellen. Grund sind billige Bretter aus Übersee."
    )
    assert content.index("80 von 200") < content.index("Grund seien")


def test_a_company_is_no_medium_and_does_not_praise_itself() -> None:
    content = article(
        "Die Tannholz AG ist Marktführer in ganz Europa. Das Sägewerk in Tannwiel streicht 80 von 200 Stellen.",
        publisher="Tannholz AG",
    )
    assert "Marktführer" not in content
    assert "Das Sägewerk in Tannwiel streiche 80 von 200 Stellen, teilte die Tannholz AG mit." in content

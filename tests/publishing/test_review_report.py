"""The review report says what the record says: who, what, when, why, and the hashes."""

import re
from dataclasses import replace
from html import unescape

import pytest

from beleg.publishing.document import Card, Document, Fact, Facts, Table, Text
from beleg.publishing.review_report import review_report
from beleg.publishing.review_report_html import render_html
from beleg.terms.account import Account
from beleg.terms.events import CorrectionNoted, EmbargoSet, Withdrawn
from beleg.terms.refusal import Error
from beleg.terms.revision import content_hash
from beleg.terms.source_change import SourceRetracted
from tests.publishing.story import (
    CONTENT,
    FIRST,
    OTHER,
    PEOPLE,
    SECOND,
    SIGNER,
    WRITER,
    Story,
    opened,
    published,
    signed,
)


def told(document: Document, heading: str) -> list[str]:
    """All words of a section, block by block."""
    (section,) = [each for each in document.sections if each.heading == heading]
    words: list[str] = []
    for block in section.blocks:
        match block:
            case Text():
                words.append(block.words)
            case Facts(facts=facts):
                words += [f"{fact.name}: {fact.value}" for fact in facts]
            case Table(rows=rows):
                words += [" | ".join(row) for row in rows]
            case Card():
                words.append(f"{block.title} ({block.mark}): {block.words}")
                words += [f"  {fact.name}: {fact.value}" for fact in block.facts]
    return words


def report(story: Story, language: str = "de") -> Document:
    return review_report(story.entries, PEOPLE, language)


def test_who_is_responsible_stands_with_name_function_and_moment() -> None:
    story, _ = published()
    assert told(report(story), "Wer verantwortlich ist") == [
        "Freigegeben von: Ruth Amsel (Chefin vom Dienst)",
        "Freigegeben am: 23. November 2026, 10:07 Uhr (UTC)",
        "Geschrieben, geändert oder bei der Maschine bestellt von: Jan Kolk (Redakteur)",
        "Dossier angelegt von: Jan Kolk (Redakteur)",
        "Zuletzt veröffentlicht von: Jan Kolk (Redakteur)",
        "Zuletzt veröffentlicht am: 23. November 2026, 10:08 Uhr (UTC)",
        "Adresse: https://zeitung.example/faehre",
        "Wer freigibt, hat an dem Text nicht mitgeschrieben; Beleg lässt es anders nicht zu.",
    ]


def test_the_hashes_stand_at_the_head() -> None:
    story, _ = published()
    page = story.dossier.publications[-1].event.page_sha256
    assert told(report(story, "en"), "Where the dossier stands") == [
        "The present text is signed off, and the signature is in force.",
        "Working title: Fähre",
        "Headline: Quellenbrück baut die Fähre neu",
        f"SHA-256 of the present text: {content_hash(CONTENT)}",
        f"SHA-256 of the text last published: {content_hash(CONTENT)}",
        f"SHA-256 of the page last published: {page}",
        f"Head of the record (hash of its last entry): {story.entries[-1].hash}",
        f"Entries in the record: {len(story.entries)}",
    ]


def test_what_was_checked_and_what_was_not() -> None:
    words = told(report(signed()), "Was geprüft wurde und was nicht")
    assert words[:4] == [
        "Letzte Prüfung dieses Textes: 23. November 2026, 10:04 Uhr (UTC)",
        "Ausgelöst von: Jan Kolk (Redakteur)",
        "Programm: Beleg 0.1.0",
        "Verglichen mit: 2 von 2 Quellen",
    ]
    assert "Zitat verändert | wörtliche Zitate: 1 | 0" in words
    assert "Zahl verändert | nicht geprüft: Die Quellen nennen keine Zahlen. | –" in words
    assert words[-1].startswith("Keine Prüfung kann sagen, ob die Quellen selbst recht haben")


def test_every_finding_stands_with_its_decision_and_reason() -> None:
    words = told(report(signed()), "Befunde am jetzigen Text und was daraus wurde")
    assert words == [
        "Warnung: Zahl verändert (verworfen): 1,2 Millionen Euro",
        "  Befund: Die Quelle nennt eine andere Zahl.",
        "  Quelle: Pressestelle Quellenbrück: Die Fähre, Teil 1: 1,3 M",
        "  Entschieden von: Ole Brandt (Volontär)",
        "  Begründung: Telefonisch bestätigt.",
    ]


def test_every_sentence_stands_with_origin_result_and_who_vouches_for_it() -> None:
    words = told(report(signed()), "Die Sätze des Textes")
    last = words.index("Satz 7 (von einem Menschen verantwortet): Der Rat stimmte zu.")
    assert words[last:] == [
        "Satz 7 (von einem Menschen verantwortet): Der Rat stimmte zu.",
        "  Herkunft: Maschine (beleg-extractive/0.1.0)",
        "  Zuletzt geändert von: Jan Kolk (Redakteur)",
        "  Ergebnis der Prüfung: in keiner Quelle gefunden",
        "  Verantwortet von: Ole Brandt (Volontär)",
        "  Begründung: Ich war in der Sitzung.",
    ]
    assert "Satz 3 (nichts zu prüfen): Was geplant ist" in words
    assert "  Herkunft: von einem Menschen eingegeben" in words


def test_all_decisions_sources_and_acts_are_listed() -> None:
    story, _ = published()
    document = report(story)
    decisions = told(document, "Alle Entscheidungen, auch zu früheren Fassungen")
    assert "Satz bestätigt (betrifft den jetzigen Text): Der Rat stimmte zu." in decisions
    assert decisions.count("  Von: Ole Brandt (Volontär)") == 2
    sources = told(document, "Die Quellen")
    assert f"  SHA-256 der Bytes: {FIRST.sha256}" in sources
    assert f"  SHA-256 des Textes: {SECOND.text_sha256}" in sources
    assert "  Gleicher Ursprung wie: Pressestelle Quellenbrück: Die Fähre, Teil 1" in sources
    acts = told(document, "Was wann geschah")
    assert len(acts) == len(story.entries)
    assert (
        acts[0] == "1 | 23. November 2026, 10:00 Uhr (UTC) | Jan Kolk (Redakteur) | Dossier angelegt: Fähre"
    )
    assert acts[-1].split(" | ")[2:] == [
        "Jan Kolk (Redakteur)",
        "Fassung 1 unter https://zeitung.example/faehre veröffentlicht, "
        f"SHA-256 {story.dossier.publications[0].event.page_sha256[:12]}…",
    ]
    out = told(document, "Veröffentlichungen, Korrekturen, Zurückziehung")
    assert "  Freigegeben von: Ruth Amsel (Chefin vom Dienst), 23. November 2026, 10:07 Uhr (UTC)" in out


def test_an_earlier_signature_is_not_told_as_one_of_the_present_text() -> None:
    story, _ = published()
    story.save(CONTENT.replace("März", "Mai"), ["Der Umbau beginnt im Mai."], OTHER)
    document = report(story)
    assert "Niemand hat den jetzigen Text freigegeben." in told(document, "Wer verantwortlich ist")
    assert (
        "Zuletzt veröffentlichter Text freigegeben von: Ruth Amsel (Chefin vom Dienst), 23. November 2026, 10:07 Uhr (UTC)"
        in told(document, "Wer verantwortlich ist")
    )
    standing = told(document, "Wo das Dossier steht")
    assert "Für den jetzigen Text ist keine Freigabe in Kraft." in standing
    assert "Der jetzige Text ist nicht der zuletzt veröffentlichte." in standing
    assert told(document, "Was Lesern gesagt wird") == [
        "Ohne Freigabe des jetzigen Textes gibt es keinen Transparenzhinweis."
    ]
    assert told(document, "Die Sätze des Textes") == [
        "Der jetzige Text ist nicht geprüft: Keine Prüfung lief über genau diesen Text."
    ]
    decisions = told(document, "Alle Entscheidungen, auch zu früheren Fassungen")
    assert "Satz bestätigt (betrifft eine frühere Fassung): Der Rat stimmte zu." in decisions


def test_correction_embargo_retraction_and_withdrawal_are_told() -> None:
    story, _ = published()
    story.tell(EmbargoSet(until="2026-11-24T05:00:00.000000Z", reason="Sperrfrist des Ministeriums."), WRITER)
    story.tell(SourceRetracted(source=FIRST.source, by_publisher=True, reason="410 Gone"), WRITER)
    story.tell(CorrectionNoted(note="Die Zahl der Plätze war falsch."), WRITER)
    story.tell(
        Withdrawn(
            version=2,
            reason="Die Quelle ist zurückgezogen.",
            note_newsroom="Bitte nicht mehr verwenden.",
            note_short="Zurückgezogen.",
            note_readers="Dieser Artikel wurde zurückgezogen.",
            page_sha256="a" * 64,
            address="https://zeitung.example/faehre",
            first_published="2026-11-23T10:08:00.000000+00:00",
            language="de",
        ),
        SIGNER,
    )
    document = report(story)
    acts = [line.split(" | ")[3] for line in told(document, "Was wann geschah")[-4:]]
    assert acts == [
        "Sperrfrist gesetzt bis 24. November 2026, 05:00 Uhr (UTC): Sperrfrist des Ministeriums.",
        f"Quelle vom Herausgeber zurückgezogen: {FIRST.title}: 410 Gone",
        "Korrekturhinweis geschrieben: Die Zahl der Plätze war falsch.",
        "Artikel zurückgezogen: Dieser Artikel wurde zurückgezogen. — Die Quelle ist zurückgezogen.",
    ]
    assert "  Seither: von ihrem Herausgeber zurückgezogen: 410 Gone" in told(document, "Die Quellen")
    out = told(document, "Veröffentlichungen, Korrekturen, Zurückziehung")
    assert "Zurückgezogen (Version 2): Dieser Artikel wurde zurückgezogen." in out
    assert "  Mitteilung an Redaktionen: Bitte nicht mehr verwenden." in out
    standing = told(document, "Wo das Dossier steht")
    assert "Der Artikel ist zurückgezogen; das Dossier veröffentlicht nichts mehr." in standing
    assert "Sperrfrist bis: 24. November 2026, 05:00 Uhr (UTC)" in standing


def test_who_has_no_name_any_more_appears_by_the_account() -> None:
    document = review_report(published()[0].entries, (), "en")
    assert "Signed off by: account konto-2" in told(document, "Who is responsible")
    assert "by account konto-2." in told(document, "What readers are told")[0]


def test_a_dossier_without_a_text_has_a_report_too() -> None:
    story = opened()
    story.entries = story.entries[:1]
    headings = [section.heading for section in report(story, "en").sections]
    assert headings[:3] == [
        "Where the dossier stands",
        "Who is responsible",
        "All decisions, those on earlier texts included",
    ]
    assert "There is no text yet." in told(report(story, "en"), "Where the dossier stands")
    assert told(report(story, "en"), "The sources") == ["There were no sources."]
    with pytest.raises(Error, match="no entries"):
        review_report([], PEOPLE, "de")


def test_the_page_is_in_one_language_and_has_all_words() -> None:
    story, _ = published()
    for language in ("de", "en"):
        document = report(story, language)
        html = render_html(document).decode("utf-8")
        assert f'<html lang="{language}">' in html
        shown = unescape(re.sub(r"<[^>]+>", "", html))
        for section in document.sections:
            assert section.heading in shown
            for block in section.blocks:
                words = block.words if isinstance(block, Text | Card) else ""
                assert words in shown
        assert render_html(report(story, language)).decode("utf-8") == html
    assert "Begründung" not in render_html(report(story, "en")).decode("utf-8")


def test_nothing_in_a_page_runs_or_is_loaded() -> None:
    hostile = "</style><script>alert(1)</script><img src=x onerror=alert(1)>"
    document = Document(
        language="de",
        title=hostile,
        subtitle=hostile,
        sections=(),
        foot=hostile,
    )
    card = Card(hostile, hostile, hostile, (Fact(hostile, hostile), Fact(hostile, hostile, code=True)))
    blocks = (Text(hostile), card, Table((hostile,), ((hostile,),)), Facts((Fact(hostile, hostile),)))
    section = replace(report(signed()).sections[0], heading=hostile, blocks=blocks)
    html = render_html(replace(document, sections=(section,))).decode("utf-8")
    assert "<script" not in html and "<img" not in html and html.count("</style>") == 1
    assert "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" in html


def test_people_of_other_scripts_keep_their_names() -> None:
    people = (WRITER, replace(SIGNER, name="Şükrü Παπαδόπουλος", function="Иван"), OTHER)
    document = review_report(signed().entries, people, "de")
    assert "Freigegeben von: Şükrü Παπαδόπουλος (Иван)" in told(document, "Wer verantwortlich ist")
    assert isinstance(people[1], Account)

"""Sentences that reach further than one clause: insertions, brackets, nouns that announce, relative clauses."""

import pytest

from tests.reading.reading import Words, quotations, reading, voices


def cue(text: str) -> list[str]:
    return [part.of(text) for part in reading(text).quotations[0].cue]


@pytest.mark.parametrize(
    ("text", "content", "speaker", "words"),
    [
        (
            "Dem Rat hatte der Wirt, ein alter Mann, zugesagt, den Saal zu öffnen.",
            "den Saal zu öffnen",
            "der Wirt, ein alter Mann",
            ["hatte", "zugesagt"],
        ),
        (
            "Am Abend teilte der Leiter der Wache, Ole Brandt, mit, dass niemand verletzt sei.",
            "dass niemand verletzt sei",
            "der Leiter der Wache, Ole Brandt",
            ["teilte", "mit"],
        ),
        (
            "Der Landrat hat in einem Gespräch mit Ole Brandt (Heimatbund, gegründet 1990) bekräftigt, das Geld reiche.",
            "das Geld reiche",
            "Der Landrat",
            ["hat", "bekräftigt"],
        ),
        (
            "Die Stadt hat am Freitag bekannt gegeben, dass der Bau ruht.",
            "dass der Bau ruht",
            "Die Stadt",
            ["hat", "bekannt gegeben"],
        ),
        (
            "Die Prüferinnen kamen zu dem Schluss, dass der Stahl alt sei.",
            "dass der Stahl alt sei",
            "Die Prüferinnen",
            ["kamen zu dem Schluss"],
        ),
        (
            "Jana Kern wagte die Prognose, der Rat werde zustimmen, weil Geld da sei.",
            "der Rat werde zustimmen, weil Geld da sei",
            "Jana Kern",
            ["wagte die Prognose"],
        ),
    ],
)
def test_frames(text: str, content: str, speaker: str, words: list[str]) -> None:
    assert quotations(text) == [Words("indirect", (content,), speaker)]
    assert cue(text) == words
    assert voices(text) == ["attributed"]


def test_a_frame_for_the_sentence_before_with_an_apposition() -> None:
    text = "Der Bau ruht. Das teilte der Leiter des Amtes, Ole Brandt, mit."
    assert quotations(text) == [Words("indirect", ("Der Bau ruht.",), "der Leiter des Amtes, Ole Brandt")]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Das Blatt spricht von einem Wirt, der geschossen habe.", "der geschossen habe", "Das Blatt"),
        ("Kern verwies auf Studien, nach denen der Stahl alt sei.", "nach denen der Stahl alt sei", "Kern"),
    ],
)
def test_a_relative_clause_in_the_konjunktiv(text: str, content: str, speaker: str) -> None:
    assert quotations(text) == [Words("indirect", (content,), speaker)]
    assert voices(text) == ["own"]


def test_a_relative_clause_in_the_indicative_is_the_texts_own() -> None:
    text = "Das Blatt spricht von einem Wirt, der geschossen hat."
    assert [quotation.kind for quotation in quotations(text)] == ["reported"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Kreis fordert mehr Geld für die Schulen.",
        "Die Stadt erwägt einen Verkauf des Rathauses.",
        "Die Rätin hat den Rücktritt des Landrats bekannt gegeben.",
        "Jana Kern sprach sich gegen den Bau aus.",
        "Der Verein hat sich für den Bau ausgesprochen.",
    ],
)
def test_a_report_names_what_was_said(text: str) -> None:
    assert [quotation.kind for quotation in quotations(text)] == ["reported"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Richter sprach ihn vom Vorwurf frei.",
        "Der Sturm forderte drei Todesopfer.",
        "Die Stadt hat am Freitag dementiert.",
        "Kern lehnte ab.",
        "Der Wirt hat am Montag im Rathaus angekündigt.",
    ],
)
def test_what_names_no_content_reports_nothing(text: str) -> None:
    assert quotations(text) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Jana Kern verurteilte die Tat als „feigen Angriff“.", "feigen Angriff", "Jana Kern"),
        ("Der Rat warnte die Stadt vor „leeren Kassen“.", "leeren Kassen", "Der Rat"),
        ("Jana Kern sicherte dem Verein ihre „volle Hilfe“ zu.", "volle Hilfe", "Jana Kern"),
        ("Von einem „schlechten Scherz“ sprach der Landrat.", "schlechten Scherz", "der Landrat"),
    ],
)
def test_a_judgement_in_marks_is_direct(text: str, words: str, speaker: str) -> None:
    assert quotations(text) == [Words("direct", (words,), speaker)]


@pytest.mark.parametrize(
    "text",
    ["Jana Kern las die „Neue Post“.", "Der Rat baute das „Haus am Markt“.", "Die „alte Post“ ist zu."],
)
def test_names_in_marks_stay_names(text: str) -> None:
    assert quotations(text) == []


def test_an_idiom_is_no_saying_in_english_either() -> None:
    assert quotations("The judge denied him bail.", "en") == []
    assert [quotation.kind for quotation in quotations("The mayor denied the claim.", "en")] == ["reported"]

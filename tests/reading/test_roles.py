"""How far the roles of a frame reach: speaker, cue, frame, addressee."""

import pytest

from beleg.terms.quotation import Quotation
from beleg.terms.span import Span
from tests.reading.reading import Words, quotations, reading


def role(text: str, name: str) -> list[str]:
    quotation: Quotation = reading(text).quotations[0]
    spans: dict[str, tuple[Span, ...]] = {
        "speaker": quotation.speaker,
        "cue": quotation.cue,
        "frame": quotation.frame,
        "addressee": quotation.addressee,
    }
    return [span.of(text) for span in spans[name]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Jana Kern, Sprecherin der Grünen im Hagenrieder Rat, kritisierte, der Bau sei zu teuer.", "Jana Kern, Sprecherin der Grünen im Hagenrieder Rat"),
        ("Ein Prüfer aus Altenbruck, Ole Brandt, erklärte, der Stahl sei alt.", "Ein Prüfer aus Altenbruck, Ole Brandt"),
        ("Altenbrucks oberste Rätin Jana Kern sagte, das Geld fehle.", "Altenbrucks oberste Rätin Jana Kern"),
        ("Der Verband kommunaler Häfen bedauerte, dass Geld fehle.", "Der Verband kommunaler Häfen"),
        ("Am Rande der Tagung hat der Landrat erklärt, dass Geld fehle.", "der Landrat"),
        ("Der Bürgermeister, der krank war, sagte, das Geld fehle.", "Der Bürgermeister"),
        ("So sagte der für die Häfen zuständige Rat Ole Brandt, das Geld fehle.", "der für die Häfen zuständige Rat Ole Brandt"),
        ("Nach Angaben des Leiters der Wache, Ole Brandt, sei niemand verletzt.", "Angaben des Leiters der Wache, Ole Brandt"),
        ("Laut einem Bericht vom Sommer fehlt das Geld.", "einem Bericht vom Sommer"),
    ],
)  # fmt: skip
def test_speaker(text: str, speaker: str) -> None:
    assert role(text, "speaker") == [speaker]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Die Stadt ging bisher davon aus, dass das Geld reicht.", ["ging", "davon aus"]),
        ("Die Stadt war davon ausgegangen, dass das Geld reicht.", ["war davon ausgegangen"]),
        ("Kern drohte damit, den Bau zu stoppen.", ["drohte damit"]),
        ("Er forderte den Rat auf, den Bau zu stoppen.", ["forderte", "auf"]),
        ("Der Mann, der erklärt hatte, dass Geld fehle, schwieg.", ["erklärt hatte"]),
        ("Es wird vermutet, dass Geld fehlt.", ["Es wird vermutet"]),
        ("Kern vertrat die Auffassung, das Geld fehle.", ["vertrat die Auffassung"]),
        ("Er nannte Zahlen, teilte aber mit, dass sie vorläufig seien.", ["teilte", "mit"]),
        ("Wie die Stadt bekannt gab, fehlt das Geld.", ["Wie", "bekannt gab"]),
    ],
)
def test_cue(text: str, cue: list[str]) -> None:
    assert role(text, "cue") == cue


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Kern sagte der „Rundschau“, das Geld fehle.", "der „Rundschau“"),
        ("Kern warf dem Rat vor, das Geld zu verschwenden.", "dem Rat"),
        ("Kern forderte die Stadt auf, den Bau zu stoppen.", "die Stadt"),
        ("Die Stadt wurde aufgefordert, den Bau zu stoppen.", "Die Stadt"),
        ("Gegenüber dem Stadtfunk sagte Kern, das Geld fehle.", "dem Stadtfunk"),
    ],
)
def test_addressee(text: str, addressee: str) -> None:
    assert role(text, "addressee") == [addressee]


def test_the_commas_of_a_frame_belong_to_it() -> None:
    assert role("Das Geld fehle, sagte Kern.", "frame") == [", sagte Kern"]
    assert role("Die Brücke, sagte Kern, sei alt.", "frame") == [", sagte Kern,"]


def test_a_phrase_in_a_dependent_clause_attributes_that_clause_alone() -> None:
    text = "Der Wirt, der nach Angaben der Polizei krank war, ist daheim."
    assert quotations(text) == [Words("indirect", ("der", "krank war"), "der Polizei")]


def test_a_second_frame_has_the_first_ones_subject() -> None:
    text = "Kern sagte, das Geld fehle, und kündigte an, den Bau zu stoppen."
    assert quotations(text) == [
        Words("indirect", ("das Geld fehle",), "Kern"),
        Words("indirect", ("den Bau zu stoppen",), "Kern"),
    ]


def test_several_phrases_share_a_sentence() -> None:
    text = "Nach Angaben der Polizei kamen 300 Leute, laut Veranstalter waren es 900."
    assert quotations(text) == [
        Words("indirect", ("kamen 300 Leute",), "der Polizei"),
        Words("indirect", ("waren es 900",), "Veranstalter"),
    ]


def test_the_subject_of_a_passive_does_not_speak() -> None:
    text = "Kerns Ernennung ist vom Rat bestätigt worden, hieß es."
    assert all(quotation.speaker != "Kerns Ernennung" for quotation in quotations(text))


def test_after_a_colon_whoever_is_spoken_of_speaks() -> None:
    text = "Die Leute im Dorf sehen es gelassen: „Das geht vorbei.“"
    assert quotations(text) == [Words("direct", ("Das geht vorbei.",), "Die Leute im Dorf")]


def test_wording_kept_in_marks_inside_reported_speech() -> None:
    text = "Kern sagte, der Bau sei ein „teurer Spaß“."
    assert quotations(text)[-1] == Words("direct", ("teurer Spaß",), "Kern")
    assert quotations("Kern sagte, sie lese den „Boten“.")[-1].kind == "indirect"


def test_after_a_sentence_of_the_texts_own_its_subject_goes_on_speaking() -> None:
    text = "Jana Kern sagte, der Bau ruhe. Der Landrat Ole Brandt nahm dazu Stellung. Das Geld sei da."
    assert quotations(text)[-1].speaker == "Der Landrat Ole Brandt"

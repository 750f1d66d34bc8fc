"""“Soll” as somebody else's statement, and words that a verb of saying only names."""

import pytest

from tests.reading.reading import Words, quotations, voices


@pytest.mark.parametrize(
    "text",
    [
        "Der Fahrer soll das Geld gestohlen haben.",
        "Zwei Boote sollen gesunken sein.",
        "Der Fahrer soll vor dem Tor gehalten und gewartet haben, als die Wache kam.",
    ],
)
def test_with_a_perfect_it_is_hearsay(text: str) -> None:
    assert quotations(text) == [Words("free_indirect", (text,), "")]
    assert voices(text) == ["hedged"]


def test_without_one_it_is_a_plan_unless_somebody_was_just_reported() -> None:
    assert quotations("Die Brücke soll im Mai öffnen.") == []
    text = "Jana Kern sagte, der Bau gehe weiter. Die Brücke soll im Mai öffnen. Das Fest soll im Juni sein."
    assert quotations(text)[-1] == Words(
        "free_indirect", ("Die Brücke soll im Mai öffnen.", "Das Fest soll im Juni sein."), "Jana Kern"
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Sprecherin sprach von einem schweren Fehler.", "Die Sprecherin"),
        ("Die Polizei geht von Brandstiftung aus.", "Die Polizei"),
        ("Der Rat hält den Plan für falsch.", "Der Rat"),
        ("Augenzeugen berichteten von zwei Schüssen.", "Augenzeugen"),
        ("Der Plan wurde von der Opposition als zu teuer bezeichnet.", "der Opposition"),
    ],
)
def test_reported(text: str, speaker: str) -> None:
    assert quotations(text) == [Words("reported", (text,), speaker)]
    assert voices(text) == ["own"]


@pytest.mark.parametrize(
    "text",
    [
        "Das Gericht verurteilte den Fahrer zu zwei Jahren Haft.",
        "Der Kahn droht zu sinken.",
        "Der Zug geht um acht.",
        "Der Rat hält an dem Plan fest.",
    ],
)
def test_what_names_no_words_is_not_reported(text: str) -> None:
    assert quotations(text) == []

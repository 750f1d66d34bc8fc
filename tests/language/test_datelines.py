import pytest

from beleg.language.datelines import after_dateline, only_tells_time


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("GRAUWERDER (lwd) – Der Rat tagt.", "Der Rat tagt."),
        ("Grauwerder, 4. März - Der Rat tagt.", "Der Rat tagt."),
        ("Greyford, March 4 (lwd) — The council meets.", "The council meets."),
        ("(lwd) - „Wir tagen“, sagte sie.", "„Wir tagen“, sagte sie."),
        ("Der Rat (elf Mitglieder) tagt.", "Der Rat (elf Mitglieder) tagt."),
        ("Der Rat tagt – und zwar heute.", "Der Rat tagt – und zwar heute."),
    ],
)
def test_the_words_go_on_behind_a_dateline(line: str, rest: str) -> None:
    assert line[after_dateline(line) :] == rest


@pytest.mark.parametrize(
    "line",
    [
        "Stand: 4. März 2026, 14.30 Uhr",
        "Zuletzt aktualisiert am Mittwoch, 04.03.2026 um 14:30 Uhr",
        "Lesezeit: 3 Min",
        "12 Kommentare",
        "Updated 4 March 2026 at 2.30 pm GMT",
        "Last modified on Wednesday",
        "3 min read",
    ],
)
def test_a_line_that_only_tells_when_it_was_written(line: str) -> None:
    assert only_tells_time(line)


@pytest.mark.parametrize(
    "line",
    [
        "4. März 2026, 14.30 Uhr",
        "Stand 14.30 Uhr: zwölf Verletzte",
        "Der Stand wurde am Montag veröffentlicht.",
        "Montag und Dienstag",
        "12",
        "",
        "The update costs 12 pounds.",
        "Stand: " + "12 " * 60,
    ],
)
def test_a_line_with_news_in_it_is_none(line: str) -> None:
    assert not only_tells_time(line)

"""Which numbers of a draft the sources have, and what they have instead."""

import pytest

from beleg.language.de.german import GERMAN
from beleg.reading import read
from beleg.terms.evidence import QuantityEvidence, ReadSource
from tests.evidence.gathered import gather
from tests.evidence.readings import read_source

SOURCE = read_source(
    "Der Stadtrat von Lindenau bewilligte 340.000 Euro für zwölf neue Bäume am Marktplatz. Die Pflege kostet jedes Jahr "
    "8.500 Euro. Am 3. Mai beginnt die Pflanzung. Ein Viertel der Bäume spendet ein Verein."
)


def examine(draft: str, source: ReadSource = SOURCE) -> list[QuantityEvidence]:
    evidence = gather(read(draft, GERMAN), [source], GERMAN)
    return [number for sentence in evidence for number in sentence.quantities]


@pytest.mark.parametrize(
    "draft",
    [
        "Der Stadtrat bewilligte 340 000 Euro für neue Bäume.",
        "Für 12 Bäume am Marktplatz bewilligte der Stadtrat Geld.",
        "Der Stadtrat bewilligte rund 350.000 Euro für neue Bäume.",
        "25 Prozent der Bäume spendet ein Verein.",
        "Zwölf Linden pflanzt die Stadt am Marktplatz, neue Bäume für Lindenau.",
    ],
)
def test_the_same_number_in_other_clothes(draft: str) -> None:
    (number,) = examine(draft)
    assert number.same is not None
    assert number.contrary is None


@pytest.mark.parametrize(
    ("draft", "source_words"),
    [
        ("Der Stadtrat bewilligte 430.000 Euro für neue Bäume am Marktplatz.", "340.000 Euro"),
        ("Der Stadtrat bewilligte Geld für zwanzig neue Bäume am Marktplatz.", "zwölf"),
        ("Die Pflege kostet jedes Jahr 5.800 Euro.", "8.500 Euro"),
    ],
)
def test_another_number_of_the_same_thing(draft: str, source_words: str) -> None:
    (number,) = examine(draft)
    assert number.same is None
    assert number.contrary is not None
    assert number.contrary_words == source_words
    assert source_words in number.contrary.text


def test_a_number_no_source_has() -> None:
    (number,) = examine("Der Stadtrat von Lindenau bewilligte neue Bäume für 70 Schulen.")
    assert (number.same, number.contrary) == (None, None)


@pytest.mark.parametrize(
    ("draft", "source", "source_words"),
    [
        (
            "Bei dem Sturm starben 43 Menschen, 51 werden vermisst.",
            "Bei dem Sturm starben 51 Menschen, 43 werden vermisst.",
            ["51", "43"],
        ),
        (
            "Mit sieben Streifenwagen kam die Polizei, zehn Diebe nahm sie fest.",
            "Mit zehn Streifenwagen kam die Polizei und nahm sieben Diebe fest.",
            ["zehn", "sieben"],
        ),
        (
            "In Altdorf wurden fünf Häuser beschädigt und fünf Scheunen zerstört.",
            "In Altdorf wurden fünf Häuser beschädigt und zwei Scheunen zerstört.",
            [None, "zwei"],
        ),
    ],
)
def test_numbers_that_changed_places(draft: str, source: str, source_words: list[str | None]) -> None:
    found = examine(draft, read_source(source))
    assert [number.contrary_words or None for number in found] == source_words


def test_a_number_of_another_thing_is_no_support() -> None:
    source = read_source("Zwölf Lastwagen stießen auf der Brücke zusammen, dabei gab es auch Verletzte.")
    (number,) = examine("Beim Zusammenstoß der Lastwagen auf der Brücke gab es zwölf Verletzte.", source)
    assert number.same is None
    source = read_source("Um zwölf Uhr stießen auf der Brücke Lastwagen zusammen, dabei gab es Verletzte.")
    (number,) = examine("Beim Zusammenstoß der Lastwagen auf der Brücke gab es zwölf Verletzte.", source)
    assert number.same is None


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("An Bord der Fähre waren 364 Menschen.", "An Bord der Fähre waren 350 Passagiere und 14 Seeleute."),
        (
            "Heuer stürzten 42 Radfahrer, sieben mehr als im Jahr davor.",
            "Heuer stürzten 42 Radfahrer. Im Jahr davor stürzten 35 Radfahrer.",
        ),
        (
            "Ein Viertel der 200 Schnecken blieb im Garten.",
            "Von 200 Schnecken im Beet blieben 50 Schnecken im Garten.",
        ),
        ("Im Garten blieben 50 der 200 Schnecken.", "Ein Viertel der 200 Schnecken blieb im Garten."),
    ],
)
def test_what_the_writer_worked_out(draft: str, source: str) -> None:
    found = examine(draft, read_source(source))
    assert all(number.contrary is None and (number.same or number.own_count) for number in found)
    assert any(number.own_count for number in found)


def test_a_wrong_sum_is_none() -> None:
    source = read_source("An Bord der Fähre waren 350 Passagiere und 14 Seeleute.")
    (number,) = examine("An Bord der Fähre waren 374 Menschen.", source)
    assert (number.same, number.own_count) == (None, False)


@pytest.mark.parametrize(
    ("draft", "source", "counted"),
    [
        ("Aus drei Gründen lehnte der Rat den Plan ab.", "Der Rat lehnte den Plan ab.", True),
        (
            "In drei Orten fiel der Strom aus.",
            "In Altdorf, Lindenau und Neustadt fiel der Strom aus.",
            True,
        ),
        (
            "Zwei Regierungsmitglieder traten zurück, die Ministerin und der Kanzler.",
            "Die Ministerin und der Kanzler traten zurück.",
            True,
        ),
        ("In vier Orten fiel der Strom aus.", "In Altdorf, Lindenau und Neustadt fiel der Strom aus.", False),
        ("Bei dem Brand im Stall starben vier Kinder.", "Bei dem Brand im Stall starben Hühner.", False),
        (
            "Bei dem Brand im Stall starben zwei Kinder.",
            "Bei dem Brand im Stall starben Kinder. Die Kinder spielten im Stall.",
            False,
        ),
        ("Das Dach kostet die Stadt zwei Euro.", "Das Dach kostet die Stadt Geld.", False),
    ],
)
def test_what_the_writer_may_have_counted(draft: str, source: str, counted: bool) -> None:
    (number,) = examine(draft, read_source(source))
    assert number.same is None
    assert number.own_count is counted


@pytest.mark.parametrize(
    ("draft", "source", "source_words"),
    [
        (
            "Der Anteil stieg um zwei Prozent.",
            "Der Anteil stieg um zwei Prozentpunkte.",
            "zwei Prozentpunkte",
        ),
        ("Die Sanierung kostet 20 Dollar.", "Die Sanierung kostet 20 Euro.", "20 Euro"),
        ("Die Sanierung dauert 20 Tage.", "Die Sanierung kostet 20 Euro.", ""),
    ],
)
def test_the_same_figure_in_another_unit(draft: str, source: str, source_words: str) -> None:
    (number,) = examine(draft, read_source(source))
    assert number.contrary_words == source_words


def test_a_figure_a_thousand_times_as_large_is_another() -> None:
    source = read_source(
        "Die Kämmerin hat Zahlen vorgelegt: Auf 3,2 Millionen Euro kommt der Etat im kommenden Jahr. Im Rathaus waren am "
        "Montag zahlreiche Zuhörer. Die Stadt Lindenau spart."
    )
    (number,) = examine(
        "Der Haushalt der Stadt Lindenau für das kommende Jahr umfasst 3,2 Milliarden Euro, wie die Kämmerin am Montag im "
        "Rathaus vor zahlreichen Zuhörern erläuterte.",
        source,
    )
    assert number.contrary_words == "3,2 Millionen Euro"

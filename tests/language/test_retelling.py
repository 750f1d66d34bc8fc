"""Who is named, with which article, and which day is meant."""

from datetime import date

import pytest

from beleg.language.de.retelling import RETELLING as GERMAN
from beleg.language.en.retelling import RETELLING as ENGLISH

FRIDAY = date(2026, 5, 8)


@pytest.mark.parametrize(
    ("who", "medium", "frame"),
    [
        ("Tarne-Portal", True, "berichtete das Tarne-Portal"),
        ("Grauwerder Anzeiger", True, "berichtete der Grauwerder Anzeiger"),
        ("Presseagentur Nordmark", True, "berichtete die Presseagentur Nordmark"),
        ("Der Kreisbote", True, "berichtete der Kreisbote"),
        ("Auen Logistik GmbH", True, "teilte die Auen Logistik GmbH mit"),
        ("Tierfreunde Auen e. V.", True, "teilte der Tierfreunde Auen e. V. mit"),
        ("Gesundheitsamt Kreis Auen", True, "teilte das Gesundheitsamt Kreis Auen mit"),
        ("Polizeipräsidium Auen", True, "teilte das Polizeipräsidium Auen mit"),
        ("Auener Kreis-Anzeiger", True, "berichtete der Auener Kreis-Anzeiger"),
        ("Stadt Hohenried", False, "teilte die Stadt Hohenried mit"),
        ("Stadtwerke Auen", False, "teilten die Stadtwerke Auen mit"),
        ("Nadine Pohl", False, "teilte Nadine Pohl mit"),
        ("Radio Weserbogen", True, "berichtete Radio Weserbogen"),
    ],
)
def test_who_says_it(who: str, medium: bool, frame: str) -> None:
    statement = "Der Rat hat den Abriss beschlossen."
    assert (
        GERMAN.attributed(statement, who, medium=medium) == f"Der Rat habe den Abriss beschlossen, {frame}."
    )
    assert GERMAN.quoted(statement, who, medium=medium) == f"„Der Rat hat den Abriss beschlossen“, {frame}."


def test_the_next_sentence_needs_a_form_that_shows_whose_it_is() -> None:
    assert GERMAN.going_on("Der Bau dauert zwei Jahre.") == "Der Bau dauere zwei Jahre."
    assert GERMAN.going_on("Ein Neubau könnte billiger sein.") is None
    assert GERMAN.going_on("Wir bauen neu.") is None


@pytest.mark.parametrize(
    ("statement", "meant"),
    [
        ("Der Rat tagt heute.", "Der Rat tagt am Freitag."),
        ("Heute tagt der Rat.", "Am Freitag tagt der Rat."),
        (
            "Gestern tagte der Rat, morgen tagt er wieder.",
            "Am Donnerstag tagte der Rat, am Samstag tagt er wieder.",
        ),
        ("Am Morgen tagte der Rat.", "Am Morgen tagte der Rat."),
        ("Der Rat tagt heute Abend.", None),
        ("Die heutige Sitzung fällt aus.", None),
        ("Hier tagt der Rat.", None),
        ("Morgen öffnet das Bad.", "Am Samstag öffnet das Bad."),
        ("Morgen und Abend läuten die Glocken.", "Morgen und Abend läuten die Glocken."),
        ("Seit gestern ist das Bad zu.", "Seit Donnerstag ist das Bad zu."),
        ("Das Bad bleibt bis morgen zu.", "Das Bad bleibt bis Samstag zu."),
        ("Ab morgen gilt Tempo 30.", "Ab Samstag gilt Tempo 30."),
        ("Von heute an gilt Tempo 30.", "Von Freitag an gilt Tempo 30."),
        ("Von heute auf morgen war das Geld weg.", None),
        ("Ab heute gilt Tempo 30.", "Ab Freitag gilt Tempo 30."),
        ("Heute leben dort 300 Menschen.", None),
        ("Die Mühle gehört heute der Stadt.", None),
        ("Bis heute fehlt ein Dach.", None),
        ("Das Dach fehlt noch heute.", None),
        ("Nächste Woche öffnet das Bad.", None),
        ("Am vergangenen Dienstag brannte es.", None),
        ("Dieses Jahr sinkt der Umsatz.", None),
        ("Vor drei Tagen streikten die Fahrer.", None),
        ("In einer Woche tagt der Rat.", None),
        ("Das Bad öffnet 40 Stunden in der Woche.", "Das Bad öffnet 40 Stunden in der Woche."),
        ("Die nächste Sitzung ist im Mai.", "Die nächste Sitzung ist im Mai."),
    ],
)
def test_the_day_that_is_meant(statement: str, meant: str | None) -> None:
    assert GERMAN.dated(statement, FRIDAY) == meant


def test_a_day_that_nobody_knows_is_not_told() -> None:
    assert GERMAN.dated("Der Rat tagt heute.", None) is None
    assert GERMAN.dated("Der Rat tagt am Freitag.", None) == "Der Rat tagt am Freitag."
    assert ENGLISH.dated("The council meets today.", None) is None


@pytest.mark.parametrize(
    ("statement", "meant"),
    [
        ("The council meets today.", "The council meets on Friday."),
        ("Yesterday the council met.", "On Thursday the council met."),
        ("The council meets tomorrow morning.", None),
        ("The council meets here.", None),
        ("The bridge has been shut since yesterday.", "The bridge has been shut since Thursday."),
        ("The road is closed until tomorrow.", "The road is closed until Saturday."),
        ("Today's vote was close.", "Friday's vote was close."),
        ("The council met last week.", None),
        ("It reopens next month.", None),
        ("The wall fell two days ago.", None),
        ("It burned last Tuesday.", None),
        ("The last bridge was shut.", "The last bridge was shut."),
        ("The council met in May.", "The council met in May."),
    ],
)
def test_the_day_that_is_meant_in_english(statement: str, meant: str | None) -> None:
    assert ENGLISH.dated(statement, FRIDAY) == meant


def test_english_has_no_mood_to_go_on_in() -> None:
    assert ENGLISH.going_on("The work takes two years.") is None
    assert (
        ENGLISH.attributed("The work takes two years.", "Linden Courier", medium=True)
        == "The work takes two years, Linden Courier reported."
    )
    assert ENGLISH.attributed("We are building.", "Linden Courier", medium=True) is None
    assert ENGLISH.quoted("We are building.", "Linden", medium=False) == "“We are building,” Linden said."


def test_what_asks_something_of_its_reader() -> None:
    assert GERMAN.bids("Jetzt Tarne plus gratis testen und alle Texte lesen.")
    assert not GERMAN.bids("Die Pächter in Auen klagen.")
    assert ENGLISH.bids("Sign up to our newsletter.")
    assert not ENGLISH.bids("The bookshop closes in May.")


@pytest.mark.parametrize(
    ("sentence", "who", "own"),
    [
        ("Die Auen AG ist führend.", "Auen AG", True),
        ("Auen ist der führende Anbieter.", "Auen Logistik GmbH", True),
        ("Der Rat lobt die Auen AG.", "Auen AG", False),
        ("Die Stadt baut ein Bad.", "Stadt Hohenried", False),
    ],
)
def test_who_speaks_of_itself(sentence: str, who: str, own: bool) -> None:
    assert GERMAN.speaks_of(sentence, who) is own


def test_a_company_says_in_english() -> None:
    assert ENGLISH.quoted("We are building.", "Linden Ltd", medium=True).endswith("Linden Ltd said.")
    assert ENGLISH.speaks_of("Linden is the leading maker.", "Linden Ltd")
    assert not ENGLISH.speaks_of("The council met.", "Linden Council")

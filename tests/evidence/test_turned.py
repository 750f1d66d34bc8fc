"""Sentences that say something else with the words of a source: each rule, and what has to stay."""

import pytest

from beleg.evidence.borne_out import BorneOut
from beleg.evidence.turned import Turn
from beleg.language.registry import language_for
from beleg.pipeline import reading_of
from beleg.terms.evidence import ReadSource
from beleg.terms.source import Source


def turns(source: str, sentence: str, code: str = "de") -> set[Turn]:
    language = language_for(code)
    assert language is not None
    read = Source(text=source, language=code)
    asked = BorneOut([ReadSource(read, reading_of(read, language))], language)
    assert asked.lacking(sentence) == ()
    return {one.turn for one in asked.turned(reading_of(Source(text=sentence, language=code), language))}


TURNED = [
    (
        Turn.DIRECTION,
        "Die Fraktion stimmte gegen den Haushalt.",
        "Die Fraktion stimmte für den Haushalt.",
        "de",
    ),
    (Turn.DIRECTION, "Er spielte vor der Pause stark.", "Er spielte nach der Pause stark.", "de"),
    (Turn.DIRECTION, "The council voted for the budget.", "The council voted against the budget.", "en"),
    (Turn.DENIAL, "The harbour was not closed.", "The harbour was closed.", "en"),
    (Turn.DENIAL, "Der Hafen wurde gesperrt.", "Der Hafen wurde nicht gesperrt.", "de"),
    (Turn.OPEN, "The mayor allegedly sold the land.", "The mayor sold the land.", "en"),
    (Turn.OPEN, "Ein Mann versuchte, das Boot zu stehlen.", "Ein Mann stahl das Boot.", "de"),
    (Turn.OPEN, "The clerk was accused of stealing the boat.", "The clerk stole the boat.", "en"),
    (Turn.LIMIT, "Der frühere Minister eröffnete den Hafen.", "Der Minister eröffnete den Hafen.", "de"),
    (Turn.LIMIT, "The former minister opened the harbour.", "The minister opened the harbour.", "en"),
    (
        Turn.BOUND,
        "Die Mühle gehörte bis 1998 der Familie Quell.",
        "Die Mühle gehörte der Familie Quell.",
        "de",
    ),
    (Turn.BOUND, "The ferry is only free on Sunday.", "The ferry is free on Sunday.", "en"),
    (Turn.OPEN, "Repairs could take six weeks.", "Repairs will take six weeks.", "en"),
    (
        Turn.SPEAKER,
        "The operator said an inspector had found cracks.",
        "An inspector said the operator had found cracks.",
        "en",
    ),
    (Turn.NUMBERS, "Two of the five pilots have left.", "Five of the two pilots have left.", "en"),
    (
        Turn.ROLES,
        "Der Konzern versuchte, die Mühle zu kaufen.",
        "Die Mühle versuchte, den Konzern zu kaufen.",
        "de",
    ),
    (
        Turn.ROLES,
        "Zum Verwalter bestellte das Amtsgericht die Anwältin Pohl.",
        "Die Anwältin Pohl bestellte das Amtsgericht zum Verwalter.",
        "de",
    ),
    (
        Turn.ROLES,
        "Shop owners threatened to sue the operator.",
        "The operator threatened to sue shop owners.",
        "en",
    ),
    (
        Turn.ROLES,
        "Moos begrüßte die Entscheidung, bemängelte aber den Preis.",
        "Moos bemängelte die Entscheidung.",
        "de",
    ),
    (Turn.STATEMENT, "The union said the harbour was closed.", "The harbour was closed.", "en"),
    (
        Turn.NUMBERS,
        "Der Rat stimmte mit 19 gegen 11 Stimmen zu.",
        "Der Rat stimmte mit 11 gegen 19 Stimmen zu.",
        "de",
    ),
    (Turn.NUMBERS, "The board voted 6 to 3 for it.", "The board voted 3 to 6 for it.", "en"),
    (
        Turn.ROLES,
        "Tiefel warf der Verwaltung Schlamperei vor.",
        "Die Verwaltung warf Tiefel Schlamperei vor.",
        "de",
    ),
    (Turn.ROLES, "The harbour master accused the pilot.", "The pilot accused the harbour master.", "en"),
]


@pytest.mark.parametrize(("turn", "source", "sentence", "code"), TURNED, ids=lambda value: str(value)[:40])
def test_a_turned_sentence_is_noticed(turn: Turn, source: str, sentence: str, code: str) -> None:
    assert turn in turns(source, sentence, code)


FAITHFUL = [
    ("Moos begrüßte den Bau, bemängelte aber den Preis.", "Den Preis bemängelte Moos.", "de"),
    (
        "Since 2022 two of the five pilots have left the company.",
        "Two of the five pilots have left the company since 2022.",
        "en",
    ),
    (
        "Eine Übernahme der Mühle prüft der Konzern Aurania.",
        "Der Konzern Aurania prüft eine Übernahme der Mühle.",
        "de",
    ),
    (
        "Im Januar hatte die Mühle 20 Stellen gestrichen.",
        "Die Mühle hatte im Januar 20 Stellen gestrichen.",
        "de",
    ),
    ("Die Fraktion stimmte am Montag gegen den Haushalt.", "Gegen den Haushalt stimmte die Fraktion.", "de"),
    (
        "Nach Angaben der Polizei wurde der Hafen gesperrt.",
        "Der Hafen wurde gesperrt, sagte die Polizei.",
        "de",
    ),
    (
        "Der Hafen wurde gesperrt, sagte die Polizei.",
        "Nach Angaben der Polizei wurde der Hafen gesperrt.",
        "de",
    ),
    ("Tiefel warf der Verwaltung Schlamperei vor.", "Der Verwaltung warf Tiefel Schlamperei vor.", "de"),
    ("Den Landkreis kritisierte die Ministerin.", "Die Ministerin kritisierte den Landkreis.", "de"),
    ("Das Schiff lag im Hafen, weil der Lotse nicht kam.", "Das Schiff lag im Hafen.", "de"),
    ("Der Rat stimmte mit 19 gegen 11 Stimmen zu.", "Mit 19 gegen 11 Stimmen stimmte der Rat zu.", "de"),
    ("On Monday the pilot left the harbour.", "The pilot left the harbour on Monday.", "en"),
    ("The union said the harbour was closed.", "The harbour was closed, the union said.", "en"),
    ("The march was organised by the union.", "The union organised the march.", "en"),
]


@pytest.mark.parametrize(("source", "sentence", "code"), FAITHFUL, ids=lambda value: str(value)[:40])
def test_the_same_in_another_order_is_not(source: str, sentence: str, code: str) -> None:
    assert turns(source, sentence, code) == set()


def test_one_sentence_that_says_the_same_is_enough() -> None:
    source = "Das Bad soll im Mai öffnen. Das Bad öffnet im Mai."
    assert turns(source, "Das Bad öffnet im Mai.") == set()

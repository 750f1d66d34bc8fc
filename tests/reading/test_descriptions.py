"""Whom "die Ministerin" stands for: only where the text has named somebody so, and nobody else."""

import pytest

from beleg import check
from beleg.language.registry import language_for
from beleg.reading.reader import read as read_by_rules
from beleg.terms.quotation import Naming
from tests.reading.reading import reading


def referent(text: str, code: str = "de") -> str:
    return " ".join(part.of(text) for part in reading(text, code).quotations[-1].referent)


@pytest.mark.parametrize(
    ("before", "said", "who"),
    [
        ("Umweltministerin Petra Vogt kam.", "Die Ministerin sagte, es fehle Geld.", "Umweltministerin Petra Vogt"),
        ("Kreml-Chef Wladimir Putin kam.", "Der Kreml-Chef sagte, es fehle Geld.", "Kreml-Chef Wladimir Putin"),
        ("Kreml-Chef Wladimir Putin kam.", "Laut dem Chef fehlt Geld.", "Kreml-Chef Wladimir Putin"),
        ("Landrätin Dr. Petra Vogt kam.", "Der Landrätin zufolge fehlt Geld.", "Landrätin Dr. Petra Vogt"),
        ("Der 54-jährige Peter Rau kam.", "„Es geht“, sagte der 54-Jährige.", "54-jährige Peter Rau"),
        ("Peter Rau (54) kam.", "Der 54-Jährige sagte, es fehle Geld.", "Peter Rau"),
        ("Peter Rau, 54, kam.", "Der 54-Jährige sagte, es fehle Geld.", "Peter Rau"),
        ("Jens Kroll (CDU) kam.", "Der CDU-Politiker sagte, es fehle Geld.", "Jens Kroll"),
        ("Peter Rau, ein Experte für Brücken, kam.", "Dem Experten zufolge fehlt Geld.", "Peter Rau"),
        ("Petra Vogt, Vorsitzende des Vereins, kam.", "Laut der Vorsitzenden fehlt Geld.", "Petra Vogt"),
        ("Der Leiter der Wache, Ole Brandt, kam.", "Der Leiter sagte, es fehle Geld.", "Ole Brandt"),
        ("Der Abgeordnete Jens Kroll kam.", "Nach Angaben des Abgeordneten fehlt Geld.", "Abgeordnete Jens Kroll"),
        ("Ministerin Petra Vogt kam. Später sprach Ministerin Vogt.", "Die Ministerin sagte, es fehle Geld.", "Ministerin Vogt"),
    ],
)  # fmt: skip
def test_whom_a_description_takes_up(before: str, said: str, who: str) -> None:
    text = f"{before} Es regnete. {said}"
    assert referent(text) == who
    assert reading(text).quotations[-1].naming is Naming.NAMED


@pytest.mark.parametrize(
    "text",
    [
        "Die Ministerin sagte, es fehle Geld.",
        "Wladimir Putin kam. Der Kreml-Chef sagte, es fehle Geld.",
        "Umweltministerin Petra Vogt und Finanzministerin Jana Kern kamen. Die Ministerin sagte, es fehle Geld.",
        "Polizeisprecher Jens Kroll kam. Ein Sprecher der Stadt schwieg. Der Sprecher sagte, es fehle Geld.",
        "Minister Kroll kam. Die Minister sagten, es fehle Geld.",
        "Minister Jens Kroll kam. Die Ministerin sagte, es fehle Geld.",
        "Anna Weber (CDU) kam. Der CDU-Politiker sagte, es fehle Geld.",
        "Anna Weber (54) kam. Der 54-Jährige sagte, es fehle Geld.",
        "Petra Vogt, Bürgermeister Jens Kroll und andere kamen. Die Bürgermeisterin sagte, es fehle Geld.",
        "Die Ministerin sagte, es fehle Geld. Ministerin Petra Vogt reiste ab.",
    ],
)
def test_nobody_where_the_text_does_not_say(text: str) -> None:
    assert reading(text).quotations[0].referent == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Then council leader Anna Reed spoke. The leader said money was short.", "leader Anna Reed"),
        ("Anna Reed, the environment minister, left. The minister said money was short.", "Anna Reed"),
        ("They met Tom Hale, 54, there. The 54-year-old said money was short.", "Tom Hale"),
        ("The leader said money was short.", ""),
    ],
)
def test_english(text: str, who: str) -> None:
    assert referent(text, "en") == who


def test_a_pronoun_after_a_description_means_the_same_person() -> None:
    text = "Ministerin Petra Vogt kam. Die Ministerin sagte, es fehle Geld. Sie sagte, das sei schlimm."
    assert referent(text) == "Ministerin Petra Vogt"


def test_a_pronoun_has_the_gender_of_the_first_name() -> None:
    text = "Petra Vogt sagte, es fehle Geld. Jens Kroll schwieg. Sie sagte, das sei schlimm."
    assert referent(text) == "Petra Vogt"


def test_without_antecedents_nobody_is_looked_for() -> None:
    text = "Ministerin Petra Vogt kam. Die Ministerin sagte, es fehle Geld."
    assert read_by_rules(text, language_for("de"), antecedents=False).quotations[-1].referent == ()


@pytest.mark.parametrize(
    ("speaker", "checks"),
    [
        ("Vogt", []),
        ("Petra Vogt", []),
        ("Die Ministerin", []),
        ("Umweltministerin Vogt", []),
        ("Landrat Brandt", ["speaker_mismatch"]),
        ("Ole Brandt", ["speaker_mismatch"]),
    ],
)
def test_a_draft_may_name_whom_the_source_describes(speaker: str, checks: list[str]) -> None:
    source = (
        "Umweltministerin Petra Vogt kam nach Hagenried, und Landrat Ole Brandt war dabei. "
        "Die Ministerin sagte, für die neue Brücke fehle das Geld."
    )
    report = check(f"{speaker} sagte, für die neue Brücke fehle das Geld.", sources=[source])
    found = [finding.check for finding in report.findings]
    assert [one for one in found if one != "speaker_without_function"] == checks

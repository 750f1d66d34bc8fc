"""Which dates of a draft the sources have, and what they have instead."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from beleg.language.de.german import GERMAN
from beleg.reading import read
from beleg.terms.evidence import DateEvidence, ReadSource
from tests.evidence.gathered import gather
from tests.evidence.readings import read_source

SOURCE = read_source(
    "Am Montag, dem 3. November 2025, brach in Lindenau der Damm. Der Stadtrat tagte am Mittwochabend gegen 19.30 Uhr. "
    "Die Deiche wurden im Sommer 1974 gebaut. Gestern besuchte die Ministerin den Ort."
)
APPEARED = datetime(2025, 11, 7, 9, tzinfo=UTC)


def examine(draft: str, source: ReadSource = SOURCE, published: datetime | None = None) -> list[DateEvidence]:
    evidence = gather(read(draft, GERMAN), [source], GERMAN, published)
    return [date for sentence in evidence for date in sentence.dates]


def appeared(source: ReadSource, at: datetime) -> ReadSource:
    return ReadSource(replace(source.source, published=at), source.reading)


@pytest.mark.parametrize(
    "draft",
    [
        "In Lindenau brach am 03.11.2025 der Damm.",
        "In Lindenau brach am 3. November der Damm.",
        "In Lindenau brach am Montag der Damm.",
        "In Lindenau brach im November 2025 der Damm.",
        "In Lindenau brach Anfang November der Damm.",
        "Der Stadtrat tagte am Mittwoch.",
        "Der Stadtrat tagte um halb acht.",
        "Der Stadtrat tagte um 19:30 Uhr.",
        "Die Deiche wurden 1974 gebaut.",
        "Die Deiche wurden in den 1970er-Jahren gebaut.",
        "Die Deiche wurden Mitte 1974 gebaut.",
    ],
)
def test_the_same_date_in_other_clothes(draft: str) -> None:
    assert all(date.same is not None for date in examine(draft))
    assert examine(draft)


@pytest.mark.parametrize(
    ("draft", "source_words"),
    [
        ("In Lindenau brach am 5. November 2025 der Damm.", "Montag, dem 3. November 2025"),
        ("In Lindenau brach am 3. Oktober der Damm.", "Montag, dem 3. November 2025"),
        ("In Lindenau brach am Dienstag der Damm.", "Montag, dem 3. November 2025"),
        ("In Lindenau brach Ende November der Damm.", "Montag, dem 3. November 2025"),
        ("Der Stadtrat tagte am Mittwochmorgen.", "Mittwochabend"),
        ("Der Stadtrat tagte gegen 17 Uhr.", "gegen 19.30 Uhr"),
        ("Die Deiche wurden im Sommer 1947 gebaut.", "Sommer 1974"),
        ("Die Deiche wurden im Winter 1974 gebaut.", "Sommer 1974"),
    ],
)
def test_another_date_in_its_place(draft: str, source_words: str) -> None:
    (date,) = examine(draft)
    assert date.contrary is not None
    assert date.contrary_words == source_words
    assert source_words in date.contrary.text


def test_a_date_no_source_has() -> None:
    (date,) = examine("Der Stadtrat von Lindenau baute 1999 ein Freibad.")
    assert (date.same, date.contrary, date.open) == (None, None, False)


def test_a_year_the_source_does_not_name_is_missing_and_one_it_names_is_not() -> None:
    source = read_source("Am 15. April brannte in Lindenau die Mühle. Sie stand seit 2006 leer.")
    (date,) = examine("In Lindenau brannte am 15. April 2006 die Mühle.", source)
    assert date.same is not None
    (date,) = examine("In Lindenau brannte am 15. April 2011 die Mühle.", source)
    assert (date.same, date.contrary) == (None, None)
    (date,) = examine(
        "In Lindenau brannte am 15. April 2011 die Mühle.",
        appeared(source, datetime(2011, 4, 16, tzinfo=UTC)),
    )
    assert date.same is not None


def test_yesterday_is_told_from_the_day_the_source_appeared() -> None:
    known = appeared(SOURCE, APPEARED)
    (date,) = examine("Am 6. November besuchte die Ministerin den Ort.", known)
    assert date.same is not None
    (date,) = examine("Am 5. November besuchte die Ministerin den Ort.", known)
    assert date.contrary_words == "Gestern"
    (date,) = examine("Am Donnerstag besuchte die Ministerin den Ort.", known)
    assert date.same is not None


def test_without_that_day_nobody_can_say() -> None:
    (date,) = examine("Am 6. November besuchte die Ministerin den Ort.")
    assert (date.same, date.contrary, date.open) == (None, None, True)


def test_the_draft_has_a_day_of_its_own() -> None:
    known = appeared(SOURCE, APPEARED)
    draft = "Gestern besuchte die Ministerin den Ort."
    (date,) = examine(draft, known, APPEARED)
    assert date.same is not None
    (date,) = examine(draft, known, datetime(2025, 11, 8, 9, tzinfo=UTC))
    assert date.contrary_words == "Gestern"
    (date,) = examine("Vorgestern besuchte die Ministerin den Ort.", known, datetime(2025, 11, 8, tzinfo=UTC))
    assert date.same is not None


def test_without_days_relative_dates_are_compared_by_their_words() -> None:
    source = read_source("Im vergangenen Jahr baute Lindenau ein neues Rathaus am Markt.")
    (date,) = examine("Lindenau baute im vergangenen Jahr ein neues Rathaus.", source)
    assert date.same is not None
    (date,) = examine("Lindenau baut in diesem Jahr ein neues Rathaus.", source)
    assert date.contrary_words == "vergangenen Jahr"


def test_dates_that_changed_places() -> None:
    source = read_source("Die Regenfälle ließen am 3. Mai nach, nahmen am 4. Mai an Stärke zu.")
    (date,) = examine("Die Regenfälle ließen am 4. Mai nach.", source)
    assert date.contrary_words == "3. Mai"


def test_a_slip_of_the_finger_names_the_day_of_the_source() -> None:
    source = read_source(
        "Das Stadtfest steht bevor. Nach Angaben der Veranstalter ist am 14. April der Auftakt. Auf dem Markt gibt es Musik, "
        "Tanz und Feuerwerk."
    )
    evidence = gather(
        read(
            "Das große Stadtfest mit Musik, Tanz und Feuerwerk auf dem Markt beginnt nach Angaben der Veranstalter am 24. "
            "April.",
            GERMAN,
        ),
        [source],
        GERMAN,
    )
    assert [date.contrary_words for sentence in evidence for date in sentence.dates] == ["14. April"]

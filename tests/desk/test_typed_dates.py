"""Dates as people type them or paste them from a press release."""

from datetime import UTC, datetime

import pytest

from beleg.desk.refusals import in_words
from beleg.desk.typed_dates import TypedDate, read_date
from beleg.desk.wording import wording
from beleg.terms.refusal import Error
from tests.desk.conftest import Desk, Visit

DAY = datetime(2026, 3, 2, tzinfo=UTC)


def here(hour: int, minute: int, second: int = 0) -> datetime:
    """A time on that day in the zone of this machine."""
    return datetime(2026, 3, 2, hour, minute, second).astimezone()


@pytest.mark.parametrize(
    "typed",
    [
        "2026-03-02",
        " 02.03.2026 ",
        "2.3.2026",
        "2. 3. 2026",
        "02.03.26",
        "2. März 2026",
        "2 Mar 2026",
        "2 March 2026",
        "March 2, 2026",
        "Mar. 2, 2026",
    ],
)
def test_a_day_has_no_time(typed: str) -> None:
    assert read_date(typed) == TypedDate(DAY, timed=False)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2026-03-02 14:30", here(14, 30)),
        ("2026-03-02T14:30", here(14, 30)),
        ("02.03.2026, 14:30", here(14, 30)),
        ("02.03.2026 14:30", here(14, 30)),
        ("2.3.2026, 14.30 Uhr", here(14, 30)),
        ("02.03.2026, 06:00 Uhr", here(6, 0)),
        ("02.03.2026 um 6 Uhr", here(6, 0)),
        ("2. März 2026, 14:30:07", here(14, 30, 7)),
        ("2 March 2026, 14:30", here(14, 30)),
        ("02.03.2026, 0.00 Uhr", here(0, 0)),
        ("2026-03-02T06:00+01:00", datetime(2026, 3, 2, 5, tzinfo=UTC)),
        ("2026-03-02 06:00Z", datetime(2026, 3, 2, 6, tzinfo=UTC)),
    ],
)
def test_a_time_is_one_of_the_desk_unless_it_says_which(typed: str, moment: datetime) -> None:
    assert read_date(typed) == TypedDate(moment, timed=True)


@pytest.mark.parametrize("typed", ["02/03/2026", "2/3/26", "02-03-2026", "3/2/2026 14:30", "13/13/2026"])
def test_what_is_another_day_in_new_york_than_in_london_is_refused(typed: str) -> None:
    with pytest.raises(Error, match="can be read as two different days") as refused:
        read_date(typed)
    said = in_words(refused.value, wording("de"))
    assert said == f"„{typed}“ kann zwei verschiedene Tage meinen; schreiben Sie 02.03.2026."


@pytest.mark.parametrize(
    "typed",
    [
        "gestern",
        "2026-02-30",
        "30.02.2026",
        "2026-3-2",
        "2026-03-02 25:00",
        "02.03.2026, 14:60 Uhr",
        "02.03.2026, 14",
        "2. Märzen 2026",
        "0001-01-01 00:0",
        "0001-01-01 00:00+14:00",
        "9999-12-31 23:59-14:00",
        "am 02.03.2026",
        "02.03.2026, 2:30 pm",
        "02.03.2026 " * 9,
    ],
)
def test_what_is_no_date_is_refused_in_one_sentence(typed: str) -> None:
    with pytest.raises(Error, match="is no date; write") as refused:
        read_date(typed)
    assert "ist kein Datum; schreiben Sie es zum Beispiel so: 02.03.2026" in in_words(
        refused.value, wording("de")
    )


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("typed", [TypedDate(DAY, timed=False), TypedDate(here(0, 0), timed=True)])
def test_what_is_written_reads_as_it_was(typed: TypedDate, language: str) -> None:
    assert read_date(typed.written(language)) == typed


def test_a_day_is_shown_without_a_time() -> None:
    german, english = wording("de"), wording("en")
    assert german.dated("2026-03-02T00:00:00+00:00", "short") == "02.03.26"
    assert english.dated(DAY) == "2 Mar 2026"
    assert "14:30" in german.dated(here(14, 30)) and "14:30" in german.dated(here(14, 30).isoformat())
    assert german.dated("gestern") == "–"


def test_german_dates_are_taken_where_dates_are_typed(desk: Desk, author: Visit, editor: Visit) -> None:
    text = "Der Rat von Grünau hat am Montag getagt. Es kamen zwölf Mitglieder."
    author.post("/language", language="de", next="/")
    pasted = author.post(desk.path("/sources"), text=text, title="Anruf", published="02.03.2026")
    assert pasted.status_code == 303
    page = author.get(desk.path("/sources")).text
    assert "02.03.26</time>" in page and "02.03.26, 00:00" not in page
    held = author.post(desk.path("/embargo"), until="24.11.2199, 6.00 Uhr", reason="Sperrfrist der Behörde")
    assert held.status_code == 303
    assert "24. November 2199" in author.get(desk.path("/sign-off")).text
    given = author.post(desk.path("/assignment"), account="", due="24.11.2199, 06:00")
    assert given.status_code == 303
    assert 'value="24.11.2199, 06:00"' in author.get(desk.path("/assignment")).text
    refused = author.post(desk.path("/embargo"), until="24.11.2199", reason="Sperrfrist der Behörde")
    assert refused.status_code == 422
    assert "Zum Ende einer Sperrfrist gehören Tag und Uhrzeit" in refused.text

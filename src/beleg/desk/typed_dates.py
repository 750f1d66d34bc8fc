"""Typed dates: a day, or a day with a time, as people in a newsroom type it or paste it from a press release."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from typing import Self

from babel.dates import get_month_names

from beleg.terms.refusal import Error
from beleg.terms.source import only_a_day

_DAYS = (
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
    r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4}|\d\d)",
    r"(?P<day>\d{1,2})\.? (?P<named>[^\W\d]+)\.? (?P<year>\d{4})",
    r"(?P<named>[^\W\d]+)\.? (?P<day>\d{1,2}),? (?P<year>\d{4})",
)
_TIME = (
    r"(?:(?:,? |, ?|T)(?:um )?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?(?: Uhr)?| Uhr))?"
)
_FORMS = tuple(re.compile(day + _TIME) for day in _DAYS)
_WITH_ZONE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)")
_EITHER_WAY = re.compile(r"\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d\d)(?!\d).*")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class TypedDate:
    """What was typed: `moment`, and whether a time was given (`timed`). A day without one begins in UTC, as in a
    document that names no time.
    """

    moment: datetime
    timed: bool

    @classmethod
    def of(cls, moment: datetime) -> Self:
        """A moment as it would be typed: to the minute, in the time zone of the desk; a day where it is only a day."""
        if only_a_day(moment):
            return cls(moment, timed=False)
        return cls(moment.astimezone().replace(second=0, microsecond=0), timed=True)

    def written(self, language: str) -> str:
        """As it stands in a form: "02.03.2026, 14:30" in German, "2026-03-02 14:30" elsewhere."""
        day, between = self.moment.date().isoformat(), " "
        if language == "de":
            day, between = ".".join(reversed(day.split("-"))), ", "
        return f"{day}{between}{self.moment:%H:%M}" if self.timed else day


def read_date(typed: str) -> TypedDate:
    """Read what somebody typed; a time is one of the desk's zone unless it says which.

    Taken are "2026-03-02", "02.03.2026" (the year with two digits, too), "2. März 2026" and "March 2, 2026", and a time
    after it: "14:30", "14.30 Uhr", "14 Uhr". Raises Error for what is no date, and for one that is read one way in
    London and another in New York.
    """
    words = " ".join(typed.split())
    try:
        if _WITH_ZONE.fullmatch(words):
            return TypedDate(datetime.fromisoformat(words).astimezone(), timed=True)
        found = next((match for form in _FORMS if (match := form.fullmatch(words))), None)
        if found is not None:
            return _of_parts({name: part for name, part in found.groupdict().items() if part})
    except (ValueError, OverflowError, OSError):
        found = None
    if _EITHER_WAY.fullmatch(words):
        raise Error(
            f"“{words[:_LONGEST]}” can be read as two different days; write 2026-03-02 or 02.03.2026."
        )
    raise Error(
        f"“{words[:_LONGEST]}” is no date; write 2026-03-02 or 02.03.2026, and 14:30 after it for a time."
    )


def _of_parts(parts: dict[str, str]) -> TypedDate:
    year = parts["year"] if len(parts["year"]) > 2 else f"20{parts['year']}"
    month = _months().get(parts["named"].lower(), 0) if "named" in parts else int(parts["month"])
    day = datetime(int(year), month, int(parts["day"]), tzinfo=UTC)
    if "hour" not in parts:
        return TypedDate(day, timed=False)
    at = time(int(parts["hour"]), int(parts.get("minute", 0)), int(parts.get("second", 0)))
    return TypedDate(datetime.combine(day.date(), at).astimezone(), timed=True)


@cache
def _months() -> dict[str, int]:
    """The names of the months, long and short, in the languages of the desk."""
    return {
        name.lower().removesuffix("."): number
        for locale in ("de", "de_AT", "en")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }

"""Retelling in English: a source's statement with who made it. English has no mood for it, so every sentence says so."""

import re
from datetime import date, timedelta
from typing import Final

_POINTING: Final = re.compile(
    r"\b(?:tonight|here|just now|earlier today|ago|from now|overnight|recently"
    r"|(?:this|last|next|past|coming) (?:(?:few|two|three|four|five|six|several) )?"
    r"(?:mornings?|afternoons?|evenings?|nights?|days?|weeks?|weekends?|fortnight|months?|quarters?|years?|decades?"
    r"|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|(?:this|last|next) (?:spring|summer|autumn|fall|winter"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|in (?:\d+|a|an|one|two|three|four|five|six|ten|a few|several) (?:hours?|days?|weeks?|months?)(?: time|['’] time|['’]s time)?"
    r"|the day (?:before yesterday|after tomorrow))\b",
    re.IGNORECASE,
)
_DAY: Final = re.compile(
    r"\b(?:(?P<bare>since|until|till|by|from|before|after|for|through|of|than) )?(?P<day>today|yesterday|tomorrow)\b"
    r"(?P<own>['’]s)?(?P<time> (?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_DAYS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1}


class EnglishRetelling:
    """Retelling in English (`beleg.language.retelling.Retelling`)."""

    def attributed(self, statement: str, to: str, *, medium: bool) -> str | None:
        """ "The council voted to demolish the bridge, the Tarne Portal reported." """
        if not statement.endswith(".") or re.search(r"\b(?:I|[Ww]e|[Oo]ur|us|[Yy]ou|[Yy]our)\b", statement):
            return None
        return f"{statement.removesuffix('.')}, {_frame(to, medium=medium)}."

    def going_on(self, statement: str) -> str | None:
        """None: without a frame an English sentence is the article's own."""
        return None

    def quoted(self, statement: str, of: str, *, medium: bool) -> str:
        """ "“The council has decided,” the Tarne Portal reported." """
        return f"“{statement.removesuffix('.')},” {_frame(of, medium=medium)}."

    def dated(self, statement: str, day: date | None) -> str | None:
        """ "The council meets today." on a Friday: "The council meets on Friday." """
        if _POINTING.search(statement):
            return None
        found = list(_DAY.finditer(statement))
        if found and (day is None or any(match["time"] for match in found)):
            return None
        for match in reversed(found):
            meant = (day or date.min) + timedelta(days=_DAYS[match["day"].lower()])
            alone = match["bare"] or match["own"]
            said = ("" if alone else "on " if match.start() else "On ") + _WEEKDAYS[meant.weekday()]
            statement = statement[: match.start("day")] + said + statement[match.end("day") :]
        return statement


_WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def _frame(who: str, *, medium: bool) -> str:
    return f"{who} {'reported' if medium else 'said'}"


RETELLING = EnglishRetelling()

"""Retelling in English: a source's statement with who made it. English has no mood for it, so every sentence says so."""

import re
from datetime import date, timedelta
from typing import Final

_POINTING: Final = re.compile(
    r"\b(?:tonight|here|just now|earlier today|this (?:morning|afternoon|evening|week))\b", re.IGNORECASE
)
_DAY: Final = re.compile(
    r"\b(today|yesterday|tomorrow)\b(?P<time> (?:morning|afternoon|evening|night))?", re.IGNORECASE
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
            meant = (day or date.min) + timedelta(days=_DAYS[match[1].lower()])
            said = f"{'on' if match.start() else 'On'} {_WEEKDAYS[meant.weekday()]}"
            statement = statement[: match.start()] + said + statement[match.end() :]
        return statement


_WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def _frame(who: str, *, medium: bool) -> str:
    return f"{who} {'reported' if medium else 'said'}"


RETELLING = EnglishRetelling()

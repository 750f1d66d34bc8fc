"""Retelling in English: a source's statement with who made it. English has no mood for it, so every sentence says
so.
"""

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
_ORDER: Final = re.compile(
    r"(?:(?:Please|Now|Just) )?(?:Sign up|Subscribe|Register|Click|Read more|Buy|Order|Try|Download|Book|Follow us|Join)\b",
    re.IGNORECASE,
)
_AUTHORITY: Final = re.compile(
    r"\b(?:Council|Police|Ministry|Department|Office|Authority|University|Court|Hospital|Government|Agency|Commission"
    r"|Association|Union|Trust|Foundation|Institute|Service)\b"
)
_COMPANY: Final = re.compile(r"\b(?:Ltd|Limited|Inc|plc|PLC|LLC|LLP|Corp|GmbH|AG)\.?\Z")
_MEDIUM: Final = re.compile(
    r"\b(?:News|Press|Times|Wire|Post|Herald|Gazette|Courier|Echo|Radio|Broadcasting)\b"
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

    def bids(self, sentence: str) -> bool:
        """Whether "Sign up to our newsletter." asks something of its reader."""
        return _ORDER.match(sentence) is not None

    def speaks_of(self, sentence: str, who: str) -> bool:
        """Whether "Acme Ltd is the leading maker." speaks of Acme Ltd."""
        if not who or _AUTHORITY.search(who):
            return False
        return sentence.removeprefix("The ").startswith(who.removeprefix("The ").split()[0] + " ")


_WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def _frame(who: str, *, medium: bool) -> str:
    body = _COMPANY.search(who) or (_AUTHORITY.search(who) and not _MEDIUM.search(who))
    return f"{who} {'reported' if medium and not body else 'said'}"


RETELLING = EnglishRetelling()

"""Wording: the screens' words in German and English, with dates and numbers as each writes them."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import Literal

from babel import Locale
from babel.core import negotiate_locale
from babel.dates import format_date, format_datetime, get_timezone_name
from babel.lists import format_list
from babel.localtime import get_localzone
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from beleg.terms.source import only_a_day

LANGUAGES = ("de", "en")
DEFAULT = "de"


def later(message: str) -> str:
    """Mark a message that is put into words later, when the reader's language is known."""
    return message


class Wording:
    """The words of one language. Messages in code and templates are English; German comes from `messages.po`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._locale = Locale("en", "GB") if language == "en" else Locale(language)
        self._translations = _translations(language)

    def say(self, message: str, **values: object) -> str:
        """`message` in this language, with `%(name)s` filled in."""
        return self._translations.gettext(message) % values if values else self._translations.gettext(message)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """`one` or `many`, as the number asks for in this language; `%(num)s` is the number as it is written here, "no"
        for 0.
        """
        words = self._translations.ngettext(one, many, number)
        return words % {"num": self.number(number) if number else self.say("no"), **values}

    def number(self, value: int) -> str:
        """A number with the digits grouped as this language does."""
        return format_decimal(value, locale=self._locale)

    def moment(self, at: str | datetime | None, style: Literal["short", "medium", "long"] = "medium") -> str:
        """A moment (RFC 3339 or a datetime) in the time zone of this machine; a dash where there is none.

        `style` is how much of it is said; the forms are Babel's.
        """
        if isinstance(at, str):
            try:
                at = datetime.fromisoformat(at)
            except ValueError:
                return "–"
        if at is None:
            return "–"
        if at.tzinfo is not None:
            at = at.astimezone()
        return format_datetime(at, style, locale=self._locale)

    def dated(self, published: str | datetime, style: Literal["short", "medium", "long"] = "medium") -> str:
        """The date of a source, as `moment`; without a time where only the day is known."""
        if isinstance(published, str):
            try:
                published = datetime.fromisoformat(published)
            except ValueError:
                return "–"
        return (
            format_date(published, style, locale=self._locale)
            if only_a_day(published)
            else self.moment(published, style)
        )

    def zone(self, width: Literal["short", "long"] = "short") -> str:
        """The time zone of this machine, in which moments are shown, by its name all year round; "MEZ",
        "Mitteleuropäische Zeit".

        Where the machine only knows how far it is from UTC, that.
        """
        try:
            local = get_localzone()
        except LookupError:
            local = UTC
        place = getattr(local, "key", "") or getattr(local, "zone", "")  # of the standard library, or of pytz
        if "/" in place and not place.startswith("Etc/"):
            return get_timezone_name(local, width=width, zone_variant="generic", locale=self._locale)
        return f"UTC{datetime.now().astimezone().isoformat()[-6:]}".removesuffix("+00:00")

    def listed(self, words: list[str]) -> str:
        """Words as a list in a sentence: "A, B and C"."""
        return format_list(words, locale=self._locale)

    @property
    def gettext(self) -> Callable[[str], str]:
        """What Jinja calls for a message."""
        return self._translations.gettext

    @property
    def ngettext(self) -> Callable[[str, str, int], str]:
        """What Jinja calls for a message with a number."""
        return self._translations.ngettext


def chosen(session_language: str, accept_language: str) -> str:
    """The language of the screens: the person's choice, else what the browser asks for, else German."""
    if session_language in LANGUAGES:
        return session_language
    asked: list[tuple[float, str]] = []
    for part in accept_language.split(","):
        code, _, weight = part.strip().partition(";q=")
        try:
            asked.append((float(weight or 1), code.strip().replace("-", "_")))
        except ValueError:
            continue
    asked.sort(key=lambda pair: -pair[0])
    found = negotiate_locale([code for weight, code in asked if weight > 0 and code], LANGUAGES)
    return found or DEFAULT


@cache
def wording(language: str) -> Wording:
    """The words of a language; the same object every time."""
    return Wording(language)


def _translations(language: str) -> NullTranslations:
    """English is in the code; every other language is read from its `messages.po` when the desk starts."""
    if language == "en":
        return NullTranslations()
    path = files("beleg.desk") / "locale" / language / "LC_MESSAGES" / "messages.po"
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)

"""Style: the page on which a house settles its words, the weight of checks and what stands beside the disclosure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from beleg.checks.catalogue import catalogue
from beleg.desk.views.coverage import group_of, group_titles
from beleg.desk.views.draft import Names
from beleg.desk.views.states import severity_words
from beleg.desk.wording import Wording
from beleg.newsroom.settings import StyleSetting
from beleg.style_sheet import decides_verdicts
from beleg.terms.finding import Severity
from beleg.terms.house_style import CheckWeight, HouseStyle, HouseWord, Weight
from beleg.terms.refusal import Error

FRESH_ROWS = 3
"""Empty lines below the words, to be filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """A check with the weight the house gives it; `weight` is empty where it leaves it as it is."""

    id: str
    title: str
    unit: str
    """What it looks at, in the plural."""
    severity: str
    """What Beleg takes its findings for, in words."""
    can_be_off: bool
    weight: str
    why: str


@dataclass(frozen=True, slots=True)
class CheckRows:
    """Checks that look at the same kind of thing."""

    title: str
    rows: tuple[CheckRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A style that was set: who, when (RFC 3339), its number and name; an empty name is Beleg's own."""

    number: int
    by: str
    at: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleView:
    """The page; `style` is what stands in its fields."""

    style: HouseStyle
    words: tuple[HouseWord, ...]
    """The words there are, and empty lines."""
    checks: tuple[CheckRows, ...]
    """By what they look at, as everywhere else."""
    history: tuple[Setting, ...]
    """The newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedStyle:
    """The fields as they were sent; those of one line have the same place in their lists."""

    languages: Sequence[str]
    avoided: Sequence[str]
    instead: Sequence[str]
    whys: Sequence[str]
    severities: Sequence[str]
    allowed: str
    checks: Sequence[str]
    weights: Sequence[str]
    check_whys: Sequence[str]
    note_de: str
    note_en: str
    guidelines: str

    def style(self) -> HouseStyle:
        """The settings that were typed; lines without a word are none. Raises Error for a severity or weight that is
        none.
        """
        return HouseStyle(
            words=tuple(self._words()),
            allowed=tuple(
                dict.fromkeys(filter(None, (_line(one).lower() for one in self.allowed.splitlines())))
            ),
            weights=tuple(self._weights()),
            note_de=_line(self.note_de),
            note_en=_line(self.note_en),
            guidelines=self.guidelines.strip(),
        )

    def _words(self) -> list[HouseWord]:
        rows = zip_longest(
            self.languages, self.avoided, self.instead, self.whys, self.severities, fillvalue=""
        )
        return [
            HouseWord(
                language=language,
                avoid=_line(avoid),
                instead=_line(instead),
                why=_line(why),
                severity=Severity(_known(severity, Severity)),
            )
            for language, avoid, instead, why, severity in rows
            if avoid.strip()
        ]

    def _weights(self) -> list[CheckWeight]:
        rows = zip_longest(self.checks, self.weights, self.check_whys, fillvalue="")
        return [
            CheckWeight(check=check, weight=Weight(_known(weight, Weight)), why=_line(why))
            for check, weight, why in rows
            if weight
        ]


def style_view(
    style: HouseStyle, settings: Sequence[StyleSetting], names: Names, words: Wording
) -> StyleView:
    """Lay out the page for these settings; `settings` are those there were, in order."""
    empty = HouseWord(language=words.language, avoid="")
    return StyleView(
        style=style,
        words=(*style.words, *(empty for _ in range(FRESH_ROWS))),
        checks=tuple(_checks(style, words)),
        history=tuple(
            Setting(number=number, by=names.name(one.by), at=one.at, name=one.style.name)
            for number, one in reversed(list(enumerate(settings, start=1)))
        ),
    )


def _checks(style: HouseStyle, words: Wording) -> Iterator[CheckRows]:
    titles = group_titles(words)
    rows: dict[str, list[CheckRow]] = {title: [] for title in titles}
    for check in catalogue():
        weight = style.weight(check.id)
        row = CheckRow(
            id=check.id,
            title=check.title.in_language(words.language),
            unit=check.unit.in_language(words.language),
            severity=severity_words(check.severity, words),
            can_be_off=not decides_verdicts(check),
            weight=weight.weight.value if weight else "",
            why=weight.why if weight else "",
        )
        rows[titles[group_of(check.id)]].append(row)
    for title, found in rows.items():
        yield CheckRows(title, tuple(sorted(found, key=lambda row: row.title.casefold())))


def _line(words: str) -> str:
    return " ".join(words.split())


def _known(word: str, known: type[Severity] | type[Weight]) -> str:
    if word not in {one.value for one in known}:
        raise Error(f"House style: “{word[:30]}” is no severity and no weight.")
    return word

"""Settings: the house style of a newsroom, who set it when, and what was in force."""

from dataclasses import dataclass

from beleg.newsroom.acting import stamp
from beleg.newsroom.dossiers import Dossiers
from beleg.record.own_streams import STYLE
from beleg.style_sheet import refuse_unfit
from beleg.terms.events_style import HouseStyleSet
from beleg.terms.house_style import NO_STYLE, HouseStyle
from beleg.terms.role import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleSetting:
    """A house style as it was set, with the account that did and when (RFC 3339)."""

    style: HouseStyle
    by: str
    at: str


class Settings(Dossiers):
    """The part of a newsroom's door that concerns what it settles for itself; see `beleg.newsroom.house.Newsroom`."""

    def style(self) -> HouseStyle:
        """Return the house style in force; an empty one where none was ever set."""
        settings = self.styles()
        return settings[-1].style if settings else NO_STYLE

    def style_at(self, at: str) -> HouseStyle:
        """Return the house style that was in force at a moment (RFC 3339, as the record writes it)."""
        return next((one.style for one in reversed(self.styles()) if one.at <= at), NO_STYLE)

    def styles(self) -> tuple[StyleSetting, ...]:
        """Return every house style there was, in order; what a check names by its hash is among them."""
        return tuple(
            StyleSetting(style=entry.event.style, by=entry.by, at=entry.at)
            for entry in self._store.entries(STYLE)
            if isinstance(entry.event, HouseStyleSet)
        )

    def set_style(self, style: HouseStyle, *, by: str) -> bool:
        """Set the house style, for every check from now on; return whether that changed anything.

        Texts checked before stay as they were checked, until they are checked again. Raises Error as
        `beleg.style_sheet.refuse_unfit` does.
        """
        refuse_unfit(style)
        with self._act(by, Permission.SETTINGS) as act:
            before = act.entries(STYLE)
            last = before[-1].event if before else HouseStyleSet(style=NO_STYLE)
            if isinstance(last, HouseStyleSet) and last.style == style:
                return False
            act.append(STYLE, HouseStyleSet(style=style), by=by, at=stamp(self._clock()))
        return True

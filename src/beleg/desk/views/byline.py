"""Byline: what the page to sign on shows of whom the article names, and of who could be named."""

from dataclasses import dataclass

from beleg.desk.views.draft import Names
from beleg.review.byline import body_of, byline, left_out, set_by_hand, writers
from beleg.terms.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Writer:
    """Somebody who brought words into the text: the account, the name, and their place in the byline (0: not named)."""

    id: str
    name: str
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BylineView:
    """The byline as readers will see it, and who stands in the text without standing in it."""

    names: tuple[str, ...]
    """The writers it names, then the newsroom or agency."""
    body: str
    set_by: str
    """Name of who set it by hand; empty where the words of the text tell it."""
    left_out: tuple[str, ...]
    """Names of those with words in the text whom a byline set by hand does not name."""
    writers: tuple[Writer, ...]
    """All who could be named: those named in their order, then the others, who wrote most of it first."""


def byline_view(dossier: Dossier, names: Names) -> BylineView:
    """Gather what there is to say of the byline of the current text."""
    by_hand, named, body = set_by_hand(dossier), byline(dossier), body_of(dossier)
    others = tuple(account for account in writers(dossier) if account not in named)
    return BylineView(
        names=(*(names.name(account) for account in named), *filter(None, (body,))),
        body=body,
        set_by=names.name(by_hand.by) if by_hand else "",
        left_out=tuple(names.name(account) for account in left_out(dossier)),
        writers=tuple(
            Writer(account, names.name(account), place if account in named else 0)
            for place, account in enumerate((*named, *others), start=1)
        ),
    )

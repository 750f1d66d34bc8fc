"""Headline: which of the titles a page gives itself is the article's."""

import re
from collections.abc import Sequence

_SEPARATOR = r"\s+[-–—|•·»:]+\s+|\s*\|\s*"
_MOST = 50
"""Titles of a kind that are looked at; every one is compared with every other."""
_LONGEST = 1000
"""Characters of a title that are looked at."""
_CUT = ("…", "...")


def headline(*, declared: Sequence[str], on_page: Sequence[str], document_title: str, publisher: str) -> str:
    """The article's headline, without the site's name, section paths and soft hyphens.

    `declared` are the titles from the page's metadata in the order of trust, `on_page` the texts of its `<h1>`. Where
    a declared title and an `<h1>` say the same, the declared spelling is taken, because a kicker set in the same
    `<h1>` often sticks to the headline; where one contains the other, the shorter one of at least three words, because
    the longer carries a kicker, a section or the site. A declared title that nothing on the page resembles loses
    against a single `<h1>` of four words or more: that is what a reader saw.
    """
    titles = [
        cleaned
        for title in declared[:_MOST]
        if (cleaned := without_site(title[:_LONGEST], publisher)) and not title.endswith(_CUT)
    ]
    first_lines = [
        cleaned for title in on_page[:_MOST] if (cleaned := without_site(title[:_LONGEST], publisher))
    ]
    document = without_site(document_title[:_LONGEST], publisher)
    for title in [*titles, document]:
        for line in first_lines:
            if agreed := _agreed(title, line):
                return agreed
    long_lines = [line for line in first_lines if len(line.split()) >= 4]
    if len(long_lines) == 1:
        return long_lines[0]
    return next(iter([*titles, *([document] if document else []), *first_lines]), "")


def without_site(title: str, publisher: str) -> str:
    """The title without the publisher's name in front or at the end; unchanged where nothing else would be left."""
    title = " ".join(title.replace("\xad", "").split())
    house = _letters(publisher)
    parts = re.split(f"({_SEPARATOR})", title)
    while len(parts) > 2 and _is_site(parts[-1], house):
        parts = parts[:-2]
    while len(parts) > 2 and _is_site(parts[0], house):
        parts = parts[2:]
    return "".join(parts).strip()


def _is_site(part: str, house: str) -> bool:
    spelled = _letters(part)
    if not spelled or not house:
        return not spelled
    same = spelled == house or (
        len(spelled) > 3
        and (house.startswith(spelled) or house.endswith(spelled) or spelled.startswith(house))
    )
    return same and len(part.split()) <= 5


def _agreed(title: str, line: str) -> str:
    one, other = _letters(title), _letters(line)
    if not one or not other:
        return ""
    if one == other:
        return title
    shorter, longer = (title, line) if len(one) < len(other) else (line, title)
    if _letters(shorter) in _letters(longer) and len(shorter.split()) >= 3:
        return shorter
    return ""


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())

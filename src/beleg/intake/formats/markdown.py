"""Markdown: a text with `#` headings."""

import re
from datetime import UTC, datetime

from beleg.intake.charset import decode, is_binary
from beleg.intake.item import Item
from beleg.intake.limits import check_text_size
from beleg.terms.refusal import Error

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*\r?\n", re.DOTALL)
_ENTRY = re.compile(r"([A-Za-z_-]{2,30}):[ \t]*(.*)")
_HEADLINE = re.compile(r"^[ ]{0,3}#[ \t]+(\S.*)$", re.MULTILINE)


class Markdown:
    """Markdown.

    What it reads
    -------------
    Text files whose name ends in `.md` or `.markdown`; nothing in the bytes tells Markdown from plain text. The charset
    is found as for plain text.

    What it takes from it
    ---------------------
    The text as it stands, marks included, so that a draft can be worked on and every span stays where it was typed.
    Title from the first `# ` heading, or from front matter (`title`, `author`, `date`, `publisher`, `language`,
    `address`), which is not part of the text. A date without a time is midnight in UTC.

    What it cannot read
    -------------------
    Front matter beyond `key: value` lines; HTML inside Markdown stays as it is typed.
    """

    id = "markdown"
    title = "Markdown"
    media_type = "text/markdown"
    precedence = 800

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether the name says Markdown and the bytes are text."""
        return name.lower().endswith((".md", ".markdown")) and not is_binary(raw)

    def items(self, raw: bytes, name: str) -> list[Item]:
        """The one text; raises `Error` where nothing but front matter is there."""
        text = decode(raw)
        check_text_size(name, len(text))
        stated: dict[str, str] = {}
        if front := _FRONT_MATTER.match(text):
            entries = (_ENTRY.fullmatch(line.strip()) for line in front.group(1).splitlines())
            stated = {
                entry.group(1).lower(): entry.group(2).strip().strip("\"'") for entry in entries if entry
            }
            text = text[front.end() :].lstrip("\r\n")
        if not text.strip():
            raise Error(f"{name}: empty; there is no text in it.")
        heading = _HEADLINE.search(text)
        return [
            Item(
                text=text,
                title=stated.get("title") or (heading.group(1).rstrip(" \t#") if heading else ""),
                author=stated.get("author", ""),
                publisher=stated.get("publisher", ""),
                published=_moment(stated.get("date", "")),
                language=stated.get("language", "").lower()[:2],
                address=stated.get("address", ""),
            )
        ]


def _moment(stated: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

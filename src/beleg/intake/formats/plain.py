"""Plain text: what is left when no other format knows the bytes."""

from beleg.intake.charset import decode, is_binary
from beleg.intake.item import Item
from beleg.intake.limits import check_text_size
from beleg.terms.refusal import Error

_TITLE = 160


class Plain:
    """Plain text.

    What it reads
    -------------
    Any text that no other format recognises, whatever its name says. The charset is taken from a byte order mark, from
    being valid UTF-8, from what charset-normalizer finds in longer texts, or is Windows-1252.

    What it takes from it
    ---------------------
    The text as it stands. The first line is also the title if it is short, does not end like a sentence and a blank
    line follows it; it stays in the text.

    What it cannot read
    -------------------
    Anything that is not text: files with zero bytes or many control characters are refused.
    """

    id = "plain"
    title = "Plain text"
    media_type = "text/plain"
    precedence = 900

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether the bytes are text in some charset."""
        return not is_binary(raw)

    def items(self, raw: bytes, name: str) -> list[Item]:
        """The one text; raises `Error` where there is only white space."""
        text = decode(raw)
        check_text_size(name, len(text))
        if not text.strip():
            raise Error(f"{name}: empty; there is no text in it.")
        return [Item(text=text, title=_title(text))]


def _title(text: str) -> str:
    lines = [line.strip() for line in text.strip().splitlines()]
    if len(lines) < 3 or lines[1] or len(lines[0]) > _TITLE or lines[0].endswith((".", ",", ";", ":")):
        return ""
    return lines[0].removeprefix("# ").strip()

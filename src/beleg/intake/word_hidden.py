"""Word hidden: the runs of a Word document that its readers do not see, taken out of it.

Hidden are runs with the property "hidden" (`w:vanish`; ECMA-376, part 1, 17.3.2.41), of two points or less, and white
ones outside of tables, text boxes and shadings. What only a style hides is not known here, nor what is hidden in a
document of more than `MAX_TAGS` tags.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Final

from lxml import etree

from beleg.intake.hidden import bounded, reads_like_text
from beleg.intake.limits import MAX_TAGS
from beleg.intake.xml import attribute, children, descendants, first, local, parse
from beleg.language.orders import gives_orders

_DOCUMENT: Final = "word/document.xml"
_MARKS: Final = re.compile(rb"vanish|ffffff|:sz [\w:]*val=[\"'][0-4][\"']", re.IGNORECASE)
"""What a document without hidden runs does not have."""
_OFF: Final = frozenset(("0", "false", "off"))
_TINY: Final = 4
"""Half points."""
_COLOURED: Final = frozenset(("tbl", "txbxContent", "drawing", "pict"))
"""What can stand on a background that the run does not tell."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """The document without its hidden runs, and what they say."""

    raw: bytes
    hidden: tuple[str, ...]


def cleared(container: zipfile.ZipFile, raw: bytes, name: str) -> Cleared:
    """Take the hidden runs out of a Word document; `raw` as it is where there are none. Raises `Error` as `parse`
    does.
    """
    document = container.read(_DOCUMENT)
    if not _MARKS.search(document) or document.count(b"<") > MAX_TAGS:
        return Cleared(raw, ())
    root = parse(document, name)
    pieces: list[str] = []
    found = 0
    for paragraph in descendants(root, "p"):
        runs = list(children(paragraph, "r", "ins", "hyperlink", "smartTag", "sdt"))
        gone = [run for each in runs for run in descendants(each, "r") if _is_hidden(run)]
        found += len(gone)
        pieces.append("".join(str(text.text or "") for run in gone for text in children(run, "t")))
        for run in gone:
            above = run.getparent()
            if above is not None:
                above.remove(run)
    if not found:
        return Cleared(raw, ())
    told = (" ".join(piece.split()) for piece in pieces)
    kept = (
        piece for piece in told if reads_like_text(piece) or (len(piece.split()) > 3 and gives_orders(piece))
    )
    return Cleared(
        _with(container, etree.tostring(root, xml_declaration=True, encoding="UTF-8")), bounded(kept)
    )


def _is_hidden(run: etree._Element) -> bool:
    properties = first(run, "rPr")
    if properties is None:
        return False
    stated = {local(each): attribute(each, "val").lower() for each in properties}
    if "vanish" in stated and stated["vanish"] not in _OFF:
        return True
    if stated.get("sz", "").isdigit() and int(stated["sz"]) <= _TINY:
        return True
    if stated.get("color") != "ffffff" or "shd" in stated or "highlight" in stated:
        return False
    around = list(run.iterancestors())
    shaded = any(first(each, "pPr", "shd") is not None for each in around if local(each) == "p")
    return not shaded and _COLOURED.isdisjoint(map(local, around))


def _with(container: zipfile.ZipFile, document: bytes) -> bytes:
    """The container with another main document; for reading it right away, so nothing is packed."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as copy:
        for member in container.infolist():
            content = document if member.filename == _DOCUMENT else container.read(member)
            copy.writestr(member.filename, content)
    return written.getvalue()

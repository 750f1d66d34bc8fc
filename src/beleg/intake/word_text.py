"""Word text: the paragraphs of a Word document, through mammoth."""

import io
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html

from beleg.terms.refusal import Error

_STYLES = "p[style-name='Title'] => h1.title:fresh\np[style-name='Subtitle'] => h2:fresh"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WordText:
    """The blocks of the document as lines ready to be put together, and the title found among them."""

    blocks: tuple[str, ...]
    title: str

    def without(self, title: str) -> str:
        """The text without a first block that only repeats the title."""
        blocks = self.blocks
        while blocks and title and " ".join(blocks[0].removeprefix("## ").split()) == " ".join(title.split()):
            blocks = blocks[1:]
        return "\n\n".join(blocks)


def word_text(raw: bytes, name: str) -> WordText:
    """Read a Word document whose container was checked; raises `Error` where mammoth cannot.

    Nothing outside the container is opened: pictures, linked ones too, are dropped without being read.
    """
    import mammoth

    try:
        converted = mammoth.convert_to_html(
            io.BytesIO(raw), style_map=_STYLES, convert_image=lambda image: [], ignore_empty_paragraphs=True
        )
    except Exception as fault:  # mammoth raises whatever its XML reader or a missing part brings about
        raise Error(f"{name}: a damaged Word document; its text cannot be read.") from fault
    if not converted.value.strip():
        return WordText(blocks=(), title="")
    root = lxml_html.fragment_fromstring(converted.value, create_parent="div")
    blocks: list[str] = []
    _gather(root, blocks)
    title = next((_line(h1) for h1 in root.iter("h1") if _line(h1)), "")
    return WordText(blocks=tuple(blocks), title=title)


def _gather(parent: etree._Element, blocks: list[str]) -> None:
    for element in parent:
        if element.tag in _HEADINGS:
            if line := _line(element):
                blocks.append(f"## {line}")
        elif element.tag in {"ul", "ol"}:
            entries = [f"- {line}" for entry in element.iter("li") if (line := _own_line(entry))]
            if entries:
                blocks.append("\n".join(entries))
        elif element.tag == "table":
            rows = [" | ".join(_line(cell) for cell in row.iter("td", "th")) for row in element.iter("tr")]
            if any(row.strip(" |") for row in rows):
                blocks.append("\n".join(rows))
        elif element.tag == "p":
            if text := _lines(element):
                blocks.append(text)
        else:
            _gather(element, blocks)


def _lines(element: etree._Element) -> str:
    parts = [element.text or ""]
    for inner in element.iterdescendants():
        is_note = inner.tag == "a" and (
            (inner.get("id") or "").startswith(("footnote-ref", "endnote-ref", "comment-ref"))
        )
        if inner.tag == "br":
            parts.append("\n")
        elif inner.text and not is_note:
            parts.append(inner.text)
        parts.append(inner.tail or "")
    return "\n".join(line for part in "".join(parts).split("\n") if (line := " ".join(part.split())))


def _line(element: etree._Element) -> str:
    return " ".join(_lines(element).split())


def _own_line(entry: etree._Element) -> str:
    """The list entry without the lists nested in it (they are entries of their own) and without mammoth's `↑` links."""
    copied = deepcopy(entry)
    for nested in list(copied.iter("ul", "ol")):
        above = nested.getparent()
        if above is not None:
            above.remove(nested)
    return _line(copied).removesuffix("↑").rstrip()

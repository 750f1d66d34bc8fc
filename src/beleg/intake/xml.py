"""XML: parsed without trusting it.

Entities are never expanded, no DTD is loaded, nothing is fetched, and libxml2's own limits (256 levels, 10 MB of text
in one element, expansion of attributes) stay on. The functions below look at local names only: agencies use the
right elements in all kinds of namespaces.
"""

import html.entities
import re
from collections.abc import Iterator
from contextlib import suppress
from xml.parsers import expat

from lxml import etree

from beleg.intake.declared import decode_declared
from beleg.intake.limits import check_tags
from beleg.terms.refusal import Error
from beleg.text.xml_characters import NOT_XML

_DECLARATION = re.compile(r"\s*<\?xml\b([^>]*?)\?>", re.IGNORECASE)
_ENCODING = re.compile(r"""encoding\s*=\s*["']([^"']{1,40})["']""", re.IGNORECASE)
"""Characters outside XML 1.0, production 2; wires carry stray control characters from older formats."""
_NAMED_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_UNDECLARED = re.compile(r"^Entity '[^']+' not defined")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_LONGEST_REASON = 100
"""Characters of libxml2's message, which can quote the document at length."""
_PROLOGUE = 64 * 1024
_DOCTYPE_PARTS = re.compile(r"<!--|[\[\]>'\"]")
_START_TAG = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")


def root_name(raw: bytes) -> str:
    """Local name of the root element, read from the first 64 KB; empty where the bytes do not look like XML."""
    head = raw[:_PROLOGUE].replace(b"\0", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe \t\r\n")
    at = 0
    while head.startswith("<", at):
        if head.startswith("<!--", at):
            end = head.find("-->", at) + 3
        elif head.startswith("<?", at):
            end = head.find("?>", at) + 2
        elif head.startswith("<!", at):
            end = _after_doctype(head, at)
        else:
            found = _START_TAG.match(head, at)
            return found.group(2) if found else ""
        if end <= at:
            return ""
        at = len(head) - len(head[end:].lstrip())
    return ""


def parse(raw: bytes, name: str) -> etree._Element:
    """The root element.

    A wrong or missing encoding declaration is put right where the bytes leave no doubt; characters that XML does not
    allow are dropped. Raises `Error` for anything that is not well-formed, too deep, or beyond the limits, or declares
    or uses entities other than those of HTML.
    """
    text = decode(raw)
    refuse_entities(text, name)
    check_tags(name, text, references="<!DOCTYPE" in text)
    try:
        root = _parsed(text)
    except etree.XMLSyntaxError as error:
        if not _UNDECLARED.search(str(error.msg)):
            raise Error(f"{name}: {_reason(error)}.") from None
        try:
            root = _parsed(_NAMED_ENTITY.sub(_as_number, text))
        except etree.XMLSyntaxError as second:
            raise Error(f"{name}: {_reason(second)}.") from None
    _settle_references(root, name)
    return root


def decode(raw: bytes) -> str:
    """The document as text without its XML declaration, whose encoding is only believed where it can be true."""
    if raw[:2] in (b"<\0", b"\0<"):  # UTF-16 without a byte order mark (XML 1.0, appendix F)
        text = raw.decode("utf-16-le" if raw[:1] == b"<" else "utf-16-be", "replace")
    else:
        declared = _ENCODING.search(raw[:200].decode("latin-1"))
        text = decode_declared(raw, declared.group(1) if declared else "")
    text = text.lstrip("\ufeff \t\r\n")
    if found := _DECLARATION.match(text):
        text = text[found.end() :]
    return NOT_XML.sub("", text).lstrip()


def refuse_entities(text: str, name: str) -> None:
    """Refuse (`Error`) a document that declares an entity: the way bombs and stolen files come in.

    Parameter entities (`<!ENTITY % nitf …>`) are let pass unread: NewsML 1 declares its parts with them. So are
    declarations of a plain character (`<!ENTITY nbsp "&#160;">`).
    """
    refused: list[str] = []

    def declared(entity: str, parameter: int, value: str | None, *_: str | None) -> None:
        if parameter:
            return
        if value is None:
            refused.append(f"declares the external entity “{entity}”; external entities are not read")
        elif len(value) > 2:
            refused.append(
                f"declares the entity “{entity}”; documents that expand while being read are not read"
            )

    def started(*_: object) -> None:
        raise StopIteration

    parser = expat.ParserCreate("utf-8")
    parser.EntityDeclHandler = declared
    parser.StartElementHandler = started
    # It stops at the first element; what is not well-formed, the parser that reads the whole document will say.
    with suppress(StopIteration, expat.ExpatError):
        parser.Parse(text[: 16 * _PROLOGUE].encode("utf-8"), False)
    if refused:
        raise Error(f"{name}: {refused[0]}.")


def local(element: etree._Element) -> str:
    """Local name of an element; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Child elements with one of these local names, in document order."""
    for child in element if element is not None else ():
        if local(child) in names:
            yield child


def first(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element reached by a path of local names, each a child of the one before; every branch is tried."""
    if element is None or not path:
        return element
    for child in children(element, path[0]):
        if (found := first(child, *path[1:])) is not None:
            return found
    return None


def descendants(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Elements below (and including) this one with one of these local names, in document order."""
    for each in element.iter() if element is not None else ():
        if local(each) in names:
            yield each


def outermost(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """As `descendants`, but none that stands inside another of them: every element is passed once."""
    if element is None:
        return
    walk = etree.iterwalk(element, events=("start",))
    for _, each in walk:
        if local(each) in names:
            walk.skip_subtree()
            yield each


def words(element: etree._Element | None) -> str:
    """All text in an element on one line, white space folded; empty for None."""
    return "" if element is None else " ".join("".join(str(piece) for piece in element.itertext()).split())


def attribute(element: etree._Element | None, name: str) -> str:
    """An attribute by its local name (`lang` finds `xml:lang`), empty if there is none."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value).strip()
    return ""


def _parsed(text: str) -> etree._Element:
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(text.encode("utf-8"), parser)


def _settle_references(root: etree._Element, name: str) -> None:
    """Put the character of an HTML entity in its place; refuse any other reference the parser left standing."""
    for parent in list(dict.fromkeys(reference.getparent() for reference in root.iter(etree.Entity))):
        if parent is None:
            continue
        before: etree._Element | None = None
        pieces = [str(parent.text or "")]
        for child in list(parent):
            if child.tag is etree.Entity:
                pieces += (_character(str(child.text or ""), name), str(child.tail or ""))
                child.tail = None
                parent.remove(child)
            else:
                _put(parent, before, "".join(pieces))
                before, pieces = child, [str(child.tail or "")]
        _put(parent, before, "".join(pieces))


def _character(reference: str, name: str) -> str:
    entity = reference.strip("&;")
    character = html.entities.html5.get(f"{entity};")
    if character is None:
        raise Error(f"{name}: uses the entity “{entity}”, which stands for nothing in this document.")
    return character


def _put(parent: etree._Element, before: etree._Element | None, text: str) -> None:
    """Put the text behind the child `before`, or at the beginning of the parent."""
    if before is None:
        parent.text = text
    else:
        before.tail = text


def _as_number(found: re.Match[str]) -> str:
    name = found.group(1)
    character = html.entities.html5.get(f"{name};")
    if name in _XML_ENTITIES or character is None:
        return found.group()
    return "".join(f"&#{ord(each)};" for each in character)


def _after_doctype(head: str, at: int) -> int:
    """Where the DOCTYPE that begins at `at` ends: behind its `>`, past quoted values, comments and an internal subset.

    0 if it does not end.
    """
    inside = 0
    while found := _DOCTYPE_PARTS.search(head, at):
        part, at = found.group(), found.end()
        if part == ">" and inside == 0:
            return at
        inside += {"[": 1, "]": -1}.get(part, 0)
        closing = {"<!--": "-->", "'": "'", '"': '"'}.get(part)
        if closing:
            end = head.find(closing, at)
            if end < 0:
                return 0
            at = end + len(closing)
    return 0


def _reason(error: etree.XMLSyntaxError) -> str:
    message = " ".join(str(error.msg or "").split(", line")[0].split()).rstrip(".")
    if "depth" in message:
        return "XML nested more than 256 levels deep"
    if "amplification" in message:
        return "XML whose entities expand without end"
    if "too long" in message or "huge" in message:
        return "XML with more than 10 MB of text in one element"
    if "Document is empty" in message:
        return "XML without any element"
    return f"broken XML: {message[:1].lower()}{message[1:_LONGEST_REASON]} (line {error.lineno})"

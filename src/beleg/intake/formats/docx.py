"""DOCX: a Word document."""

import io
import zipfile
from datetime import UTC, datetime

from beleg.intake.apart import read_apart
from beleg.intake.item import Item
from beleg.intake.limits import MAX_WORD_TAGS, check_zip, refuse_tags
from beleg.intake.xml import children, parse, words
from beleg.terms.refusal import Error

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCUMENT = "word/document.xml"
_CORE = "docProps/core.xml"


class Docx:
    """Word document (DOCX).

    What it reads
    -------------
    Documents of Word 2007 and later, recognised by what is inside the container, whatever the file's name says.

    What it takes from it
    ---------------------
    Paragraphs, headings (as lines that begin with `## `), list entries and table rows (cells separated by ` | `), read
    by mammoth; deletions of tracked changes are out, insertions in. Title and author from the document's properties,
    and, as the date, when it was last changed; without a title in the properties, the first paragraph of the style
    "Title" or "Heading 1" is it. Hidden, tiny and white runs are kept aside. Pictures, links to other files, comments
    and field codes are left alone.

    What it cannot read
    -------------------
    Encrypted documents, the old binary `.doc`, documents with macros (they are refused and never run), headers and
    footers, and containers that unpack to more than the limits allow (zip bombs). A file is read in a process of its
    own; one that takes more than 1 GB of memory or 60 seconds is refused.
    """

    id = "docx"
    title = "Word (DOCX)"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    precedence = 200

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether this is a zip container with a Word document in it, or any old Office file (to refuse it well)."""
        if raw.startswith(_OLE):
            return True
        if not raw.startswith(_ZIP):
            return False
        try:
            with zipfile.ZipFile(io.BytesIO(raw)) as container:
                return _DOCUMENT in container.NameToInfo
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
            return name.lower().endswith((".docx", ".docm"))

    def items(self, raw: bytes, name: str) -> list[Item]:
        """The one document; raises `Error` where it is encrypted, old, has macros, is damaged, a bomb or empty."""
        if raw.startswith(_OLE):
            if _ENCRYPTED in raw:
                raise Error(f"{name}: encrypted; save it without a password and take it in again.")
            raise Error(f"{name}: an Office file of the old format; save it as .docx and take it in again.")
        return read_apart(self.id, raw, name)


def read_here(raw: bytes, name: str) -> list[Item]:
    """As `Docx.items` for a container, in this very process."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as container:
            return [_item(container, raw, name)]
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        KeyError,
        OSError,
        EOFError,
        NotImplementedError,
        ValueError,
    ) as fault:
        raise Error(f"{name}: a damaged Word document; it cannot be opened.") from fault


def _item(container: zipfile.ZipFile, raw: bytes, name: str) -> Item:
    from beleg.intake.word_hidden import cleared
    from beleg.intake.word_text import word_text

    if any(member.lower().endswith("vbaproject.bin") for member in container.namelist()):
        raise Error(f"{name}: contains macros; save it as .docx without macros and take it in again.")
    check_zip(name, container)
    tags = 0
    for member in container.namelist():
        if member.lower().endswith((".xml", ".rels")):
            part = container.read(member)
            _check_part(part, name)
            tags += part.count(b"<")
            refuse_tags(name, tags, MAX_WORD_TAGS)
    properties = parse(container.read(_CORE), name) if _CORE in container.namelist() else None
    stated = {
        key: words(next(children(properties, key), None))
        for key in ("title", "creator", "modified", "created")
    }
    clear = cleared(container, raw, name)
    found = word_text(clear.raw, name)
    title = stated["title"] or found.title
    text = found.without(title)
    if not text:
        raise Error(f"{name}: no text in it.")
    return Item(
        text=text,
        title=title,
        author=stated["creator"],
        published=_moment(stated["modified"]) or _moment(stated["created"]),
        hidden=clear.hidden,
    )


def _check_part(part: bytes, name: str) -> None:
    """Refuse (`Error`) XML that declares a document type, in whatever charset: entity bombs come that way.

    Zero bytes are dropped, so that UTF-16 reads like ASCII; XML that then does not begin with `<` is in a charset
    (EBCDIC) in which a declaration would not be seen.
    """
    plain = part.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if plain and not plain.startswith(b"<"):
        raise Error(f"{name}: a damaged Word document; a part of it is no XML.")
    if b"<!DOCTYPE" in plain:
        raise Error(f"{name}: contains a document type declaration, which no Word document has.")


def _moment(stated: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

"""Limits: how much the intake takes in at once, and how it says no."""

import zipfile
from collections.abc import Iterable

from beleg.intake.item import Item
from beleg.terms.refusal import Error

MB = 1024 * 1024

MAX_FILE = 50 * MB
"""Bytes of a file or of a fetched document."""
MAX_TEXT = 10 * MB
"""Characters of the text extracted from one file, all its items together."""
MAX_ITEMS = 2000
"""Articles of one file; a feed has some dozens, an agency's message some hundreds at most."""
MAX_TAGS = 300_000
"""Tags (opening and closing) of a document in XML or HTML: a tree takes hundreds of bytes for each."""
MAX_ATTRIBUTES = 600_000
"""Attributes of a document in XML."""
MAX_WORD_TAGS = 1_000_000
"""Tags of all parts of a Word document; Word writes some dozens for every paragraph."""
MAX_PAGES = 3000
"""Pages of a PDF."""
MAX_ZIP_MEMBERS = 2000
"""Files inside a zip container (DOCX)."""
MAX_ZIP_UNPACKED = 200 * MB
"""Bytes that all members of a zip container unpack to."""
MAX_ZIP_RATIO = 200
"""How many times larger than its packed form a member may become, once it is larger than 1 MB.

Word's XML shrinks to a tenth or twentieth, a bomb to a thousandth; 200 lies far from both.
"""


def in_words(size: int) -> str:
    """A size for a sentence: `812 bytes`, `3.4 KB`, `50 MB`."""
    if size < 1024:
        return f"{size} bytes"
    number, unit = (size / MB, "MB") if size >= MB else (size / 1024, "KB")
    return f"{number:.1f}".removesuffix(".0") + f" {unit}"


def check_file_size(name: str, size: int) -> None:
    """Refuse (`Error`) a file of more than `MAX_FILE` bytes."""
    if size > MAX_FILE:
        raise Error(f"{name}: too large; {in_words(size)}, the limit is {in_words(MAX_FILE)}.")


def check_text_size(name: str, characters: int) -> None:
    """Refuse (`Error`) a file whose extracted text has more than `MAX_TEXT` characters."""
    if characters > MAX_TEXT:
        raise Error(f"{name}: too much text; {characters:,} characters, the limit is {MAX_TEXT:,}.")


def check_tags(name: str, text: str, *, references: bool = False) -> None:
    """Refuse (`Error`) XML or HTML with more than `MAX_TAGS` tags or `MAX_ATTRIBUTES` attributes, before it is parsed.

    Counted are the marks `<` and `=`, which may also stand in the text; a document full of formulas has thousands.
    `references` counts `&` as well: with a document type, a reference to an entity becomes a node of its own.
    """
    refuse_tags(name, text.count("<") + (text.count("&") if references else 0), MAX_TAGS)
    if text.count("=") > MAX_ATTRIBUTES:
        raise Error(f"{name}: more than {MAX_ATTRIBUTES:,} attributes, which is the limit for a document.")


def refuse_tags(name: str, number: int, most: int) -> None:
    """Refuse (`Error`) a document with more than `most` tags."""
    if number > most:
        raise Error(f"{name}: more than {most:,} tags, which is the limit for a document.")


def collected(name: str, items: Iterable[Item]) -> list[Item]:
    """The items that have a text, taken one by one, so that too many are refused (`Error`) before all are made.

    The limits are `MAX_ITEMS` and, for all texts together, `MAX_TEXT`.
    """
    kept: list[Item] = []
    characters = 0
    for number, item in enumerate(items, start=1):
        check_items(name, number)
        characters += len(item.text)
        check_text_size(name, characters)
        if item.text:
            kept.append(item)
    return kept


def check_items(name: str, number: int) -> None:
    """Refuse (`Error`) a file with more than `MAX_ITEMS` articles."""
    if number > MAX_ITEMS:
        raise Error(f"{name}: more than {MAX_ITEMS:,} articles in one file, which is the limit.")


def check_zip(name: str, container: zipfile.ZipFile) -> None:
    """Refuse (`Error`) a zip container that unpacks to too much: first by what it declares, then by unpacking it.

    The declared sizes are the sender's word only, so every member is unpacked in small pieces, counted and thrown
    away; memory stays at one piece. A member that holds more than it declares raises `zipfile.BadZipFile`, because
    `zipfile` stops at the declared size and finds the checksum wrong.
    """
    members = container.infolist()
    if len(members) > MAX_ZIP_MEMBERS:
        raise Error(f"{name}: {len(members):,} files inside, the limit is {MAX_ZIP_MEMBERS:,}.")
    declared = sum(member.file_size for member in members)
    if declared > MAX_ZIP_UNPACKED:
        raise Error(f"{name}: unpacks to {in_words(declared)}, the limit is {in_words(MAX_ZIP_UNPACKED)}.")
    for member in members:
        if member.flag_bits & 1:
            raise Error(f"{name}: encrypted; save it without a password and take it in again.")
        unpacked = 0
        with container.open(member) as stream:
            while piece := stream.read(64 * 1024):
                unpacked += len(piece)
                if unpacked > max(MB, member.compress_size * MAX_ZIP_RATIO):
                    raise Error(
                        f"{name}: a file inside unpacks to more than {MAX_ZIP_RATIO} times its size; "
                        "this looks like a zip bomb and was not opened."
                    )

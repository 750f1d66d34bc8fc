"""Limits: how much the intake takes in at once, and how it says no."""

import zipfile

from beleg.terms.refusal import Error

MB = 1024 * 1024

MAX_FILE = 50 * MB
"""Bytes of a file or of a fetched document."""
MAX_TEXT = 10 * MB
"""Characters of the text extracted from one file, all its items together."""
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

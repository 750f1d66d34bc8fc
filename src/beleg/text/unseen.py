"""Unseen: characters of a text that no reader sees, and words that are spelled in them or hidden between them.

Tag characters (Unicode block "Tags", U+E0000 to U+E007F) repeat ASCII without being shown; a machine reads them like
letters. An override (U+202D, U+202E) makes a reader see the words behind it in another order than they are stored.
"""

import re
import unicodedata
from typing import Final

ZERO_WIDTH: Final = "\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff"
"""Soft hyphen, zero-width characters, direction marks, byte order mark: shown as nothing. As inside a character
class.
"""
TURNING: Final = "\u202a-\u202e\u2066-\u2069"
"""What turns the direction of writing: embeddings, overrides, isolates. Direction marks turn nothing by themselves."""
TAGS: Final = "\U000e0000-\U000e007f"
"""Tag characters."""
_FLAG: Final = "(?<=\U0001f3f4)[\U000e0020-\U000e007e]{2,6}\U000e007f"
"""The flag of a part of a country (England, Texas) is a black flag and its code in tag characters."""
_FLAGS: Final = re.compile(_FLAG)
_SPELLED: Final = re.compile(f"[{TAGS}]+")
_OVERRIDDEN: Final = re.compile("[\u202d\u202e]([^\u202c-\u202e\u2069\n]*)")
_UNSEEN: Final = re.compile(f"{_FLAG}|[{ZERO_WIDTH}\u200d{TURNING}{TAGS}]")
_ALIKE: Final = str.maketrans(
    "аеорсхуіѕјһԁԛԝкмтнвАВЕКМНОРСТХУІЅЈοαινρυκτΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcxyisjhdqwkmthbABEKMHOPCTXYISJoaivpuktABEZHIKMNOPTYX",
)
"""Letters of other alphabets that are drawn like Latin ones, after Unicode Technical Standard 39 (confusables)."""


def without_unseen(text: str) -> str:
    """The text without the characters that no reader sees; emoji made of several characters lose their joiners."""
    return _UNSEEN.sub("", text)


def smuggled(text: str) -> tuple[str, ...]:
    """The words of a text that stand in tag characters, decoded, and those that an override shows in another order."""
    shown = _FLAGS.sub("", text)
    spelled = (
        "".join(chr(ord(one) - 0xE0000) for one in found[0] if 0xE0020 <= ord(one) <= 0xE007E)
        for found in _SPELLED.finditer(shown)
    )
    turned = (found[1].strip() for found in _OVERRIDDEN.finditer(shown))
    return tuple(words for words in (*spelled, *turned) if words)


def as_letters(text: str) -> str:
    """The text as a machine may take it: unseen characters gone, compatible and lookalike letters as Latin ones.

    Only for looking for words; places in it are not places in the text.
    """
    return unicodedata.normalize("NFKC", without_unseen(text)).translate(_ALIKE)

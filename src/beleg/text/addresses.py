"""Addresses: what a reader can follow, and marks that make a link or an element of a page out of words."""

import re
from typing import Final

ADDRESS: Final = re.compile(
    r"[a-z][a-z0-9+.-]{1,15}://[^\s)\]>]+|\bwww\.[^\s)\]>]+|\b(?:mailto|tel|javascript|data):[^\s)\]>]+"
    r"|[\w.+-]{1,64}@[\w-]+\.[\w.]+|\b[\w-]{2,63}(?:\.[\w-]{2,63}){0,4}\.[a-z]{2,24}(?:/[^\s)\]>]*)",
    re.IGNORECASE,
)
"""An address with its scheme, `www.` or a path, or of a mailbox."""
SITE: Final = re.compile(r"(?<![\w.@/])[\w-]{2,63}(?:\.[\w-]{2,63}){0,4}\.[a-z]{2,24}(?![\w/])")
"""A name of the web without anything more ("t-online.de"), which can also be the name of a house."""
MARKUP: Final = re.compile(r"\]\s?[(\[]|!\[|<\s?[A-Za-z/!]|&#?\w{1,12};|`")
"""Markdown's or HTML's marks for links, pictures, elements and code."""
NUMBERED: Final = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{1,3}){3}(?:[:/][^\s)\]>]*)?(?![\w])")
"""An address of four numbers ("203.0.113.9")."""
ANGLE: Final = re.compile(r"[<>]|\]\(")
"""Marks that no sentence of an article has."""

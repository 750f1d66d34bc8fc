"""XML characters: which characters no XML document can hold."""

import re
from typing import Final

NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that is none in XML 1.0 (production 2, `Char`): control characters, half a character, U+FFFE and
U+FFFF.
"""

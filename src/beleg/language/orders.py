"""Orders: text that speaks to a machine instead of a reader ("Ignore all previous instructions").

The phrases are data of each language (`machine_orders` in its set phrases). All languages are looked for in every text,
because the machine understands all of them.
"""

import re
from functools import lru_cache
from typing import Final

from beleg.language.set_phrases import set_phrases
from beleg.text.unseen import as_letters, smuggled

_EVERY_LANGUAGE: Final = ""
_BEFORE: Final = 60
"""Code points before an order that are shown with it."""


_SENTENCE: Final = 2_000
"""Code points of a text that is remembered: a sentence is asked about again at every check."""


def gives_orders(text: str) -> bool:
    """Whether the text gives orders to a machine, or holds words only a machine can read. Spelling tricks do not
    help.
    """
    return _asked_before(text) if len(text) <= _SENTENCE else _gives_orders(text)


@lru_cache(maxsize=8_192)
def _asked_before(text: str) -> bool:
    return _gives_orders(text)


def _gives_orders(text: str) -> bool:
    return bool(smuggled(text)) or _found(as_letters(text)) is not None


def order_in(text: str, most: int) -> str:
    """At most `most` code points of the text around the first order in it, on one line; empty without one."""
    letters = " ".join(as_letters(text).split())
    found = _found(letters)
    if found is None:
        return ""
    start = max(0, found.start() - _BEFORE) if found.end() > most else 0
    return letters[start : start + most]


def _found(letters: str) -> re.Match[str] | None:
    return set_phrases("machine_orders", _EVERY_LANGUAGE).search(letters)

"""Mail: an e-mail taken apart by the standard library, which is stopped before a hostile one overruns it.

The library keeps every encoded word of a header field as an object of its own, and reads a field anew each time it is
asked for: 110 KB of `=?utf-8?q?a?=` take 1.4 GB. What stands in fields is therefore counted while the message is taken
apart, before anything in them is decoded.
"""

from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.policy import Policy
from functools import partial

from beleg.intake.limits import in_words
from beleg.terms.refusal import Error

MAX_HEADER = 256 * 1024
"""Bytes of the header of the message, or of one of its parts."""
MAX_FIELD = 16 * 1024
"""Bytes of a field that is decoded; the longest subjects in use have 1 KB."""
MAX_PART_FIELD = 2 * 1024
"""Bytes of a field that describes a part (`Content-…`), as long as 20 file names."""
MAX_PARTS = 500
"""Parts of a message, those inside others included."""
MAX_NESTED = 100
"""Parts that hold others; the library asks all that are open about every line."""
MAX_LINES = 1_000_000
"""Lines of a message; 50 MB of attachments have 690,000."""
_READ = frozenset({"from", "subject", "date"})
"""Fields that are decoded, beside `Content-…`. Others may be longer: a press office writes to hundreds at once, and the
mail filters of large houses leave long notes."""


def parsed(raw: bytes, name: str) -> Message:
    """The message with its parts.

    Raises `Error` where a header, a field, the number of parts or of lines is beyond the limits; `RecursionError` where
    parts are nested deeper than the library can follow.
    """
    if max(raw.count(b"\n"), raw.count(b"\r")) > MAX_LINES:
        raise Error(f"{name}: e-mail with more than {MAX_LINES:,} lines, which is the limit.")
    counted = policy.default.clone(message_factory=partial(_Part, tally=_Tally(name)))
    return message_from_bytes(raw, policy=counted)


class _Tally:
    """What was counted so far in the message of the file `name`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.parts = 0
        self.nested = 0


class _Part(EmailMessage):
    """A message or a part of it that refuses (`Error`) what is beyond the limits while the parser fills it in."""

    def __init__(self, policy: Policy | None = None, *, tally: _Tally) -> None:
        super().__init__(policy)
        self._tally = tally
        self._header = 0
        tally.parts += 1
        if tally.parts > MAX_PARTS:
            raise Error(f"{tally.name}: e-mail with more than {MAX_PARTS} parts, which is the limit.")

    def set_raw(self, name: str, value: str) -> None:
        """Called by the parser for every field, with its value as it came."""
        key = name.lower()
        self._header += len(name) + len(value)
        if self._header > MAX_HEADER:
            raise Error(
                f"{self._tally.name}: e-mail with a header of more than {in_words(MAX_HEADER)}, which is the limit."
            )
        describes_part = key.startswith("content-")
        longest = MAX_PART_FIELD if describes_part else MAX_FIELD
        if (describes_part or key in _READ) and len(value) > longest:
            raise Error(
                f"{self._tally.name}: e-mail with a header field of more than {in_words(longest)}, which is the limit."
            )
        if key == "content-type" and value.lstrip().lower().startswith(("multipart/", "message/")):
            self._tally.nested += 1
            if self._tally.nested > MAX_NESTED:
                raise Error(f"{self._tally.name}: e-mail with parts nested too deep to be read.")
        super().set_raw(name, value)

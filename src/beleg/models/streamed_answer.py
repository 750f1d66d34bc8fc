"""Streamed answer: the sentences of a language model's answer while it is still coming in."""

import json
import re
from typing import Final

_SENTENCE: Final = re.compile(r'"(?:headline|text)"\s*:\s*("(?:[^"\\]|\\.)*")')
_LONGEST: Final = 2_000
"""Characters of a sentence that are shown while it comes; what is longer is no sentence."""


class StreamedAnswer:
    """An answer of the form `beleg.models.drafting_prompt` asks for, as far as it has come."""

    def __init__(self) -> None:
        self._words = ""
        self._read = 0

    @property
    def words(self) -> str:
        """All that has come."""
        return self._words

    def add(self, piece: str) -> tuple[str, ...]:
        """Add a piece; return the headline and sentences that it completes, in order, empty ones left out."""
        self._words += piece
        found = []
        while match := _SENTENCE.search(self._words, self._read):
            self._read = match.end()
            try:
                sentence = " ".join(json.loads(match[1]).split())
            except ValueError:
                continue  # a control character, or an escape that is none: the whole answer will be refused
            if sentence:
                found.append(sentence[:_LONGEST])
        return tuple(found)

"""Spoken marks: which words in quotation marks look like somebody's words, and which like a name or an emphasis."""

import re
from typing import Final

from beleg.language.language import Language
from beleg.text.marks import Marked
from beleg.text.tokens import tokenize

_BARE_NOUN: Final = re.compile(r"\b[^\W\d_a-z]\w+\s\Z")
FEW: Final = 3
"""Fewer words than this in marks are a name or an emphasis, unless a frame says otherwise."""
SENTENCE_LIKE: Final = 5
"""From this many words on, words in marks are a quotation even without a frame."""


def looks_spoken(text: str, marked: Marked, sentence_start: int, language: Language) -> bool:
    """Whether words in marks look like somebody's words rather than a name („New York Times“) or an emphasis."""
    words = [word.text for part in marked.parts for word in tokenize(part.of(text)) if word.text[0].isalnum()]
    if not words:
        return False
    inner_end = marked.parts[-1].of(text)[-1]
    before = text[max(0, marked.start - 3) : marked.start].rstrip()
    after = text[marked.end : marked.end + 1]
    if inner_end in ",!?…" or (inner_end == "." and len(words) > 1) or before.endswith(":"):
        return True
    if marked.start <= sentence_start and after == ",":
        return True
    if len(words) < FEW:
        return False
    if _BARE_NOUN.search(text, max(0, marked.start - 40), marked.start) and words[0][0].isupper():
        # "das Magazin „Neue Brücken heute“": a name stands right after its noun.
        return any(word.lower() in language.lexicon.finite for word in words)
    known = language.function_words
    named = all(word[0].isupper() or word[0].isdigit() or word.lower() in known for word in words)
    return (
        not (named and words[0][0].isupper() and len(words) <= SENTENCE_LIKE + 2)
        or len(words) > SENTENCE_LIKE + 2
    )

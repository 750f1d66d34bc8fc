"""Gathered: the evidence for the sentences of a draft, as the tests of it ask for it."""

from collections.abc import Sequence
from datetime import datetime

from beleg.evidence.gathering import examine
from beleg.evidence.indexed_sources import IndexedSources
from beleg.language.language import Language
from beleg.terms.evidence import ReadSource, SentenceEvidence
from beleg.terms.reading import Reading


def gather(
    reading: Reading, sources: Sequence[ReadSource], language: Language, published: datetime | None = None
) -> tuple[SentenceEvidence, ...]:
    """What the sources have for each sentence; `published` is when the draft appears, for what it calls yesterday."""
    return examine(reading, IndexedSources(sources, language, published)).sentences

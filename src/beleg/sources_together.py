"""Sources together: those of one story that can be held against each other in a language, and those that cannot."""

from collections.abc import Sequence
from dataclasses import dataclass

from beleg.evidence.all_together import AllTogether
from beleg.language.language import Language
from beleg.pipeline import reading_of
from beleg.terms.contradiction import Contradiction
from beleg.terms.evidence import ReadSource
from beleg.terms.source import Source
from beleg.terms.wording import Wording

_OTHER_LANGUAGE = Wording(
    de="Nicht gelesen, weil in einer anderen Sprache oder ohne Text: {source}.",
    en="Not read, because it is in another language or without text: {source}.",
)


@dataclass(frozen=True, slots=True)
class Together:
    """The sources that were read, and one sentence for each that was not."""

    read: tuple[ReadSource, ...]
    not_read: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradictions:
    """Where sources contradict each other; `sources` are the ids of those held against each other."""

    language: str
    contradictions: tuple[Contradiction, ...]
    sources: tuple[str, ...]
    not_read: tuple[str, ...] = ()


def read_together(sources: Sequence[Source], language: Language, messages: str) -> Together:
    """Read the sources that are in `language`, each document once."""
    read: list[ReadSource] = []
    not_read: list[str] = []
    for source in {source.id: source for source in sources}.values():
        reading = reading_of(source, language)
        if reading.sentences and reading.language == language.code:
            read.append(ReadSource(source, reading))
        else:
            not_read.append(_OTHER_LANGUAGE.in_language(messages, (("source", source.label),)))
    return Together(tuple(read), tuple(not_read))


def contradictions(sources: Sequence[Source], *, language: Language, messages: str = "") -> Contradictions:
    """Hold all sources against each other (`beleg.evidence.all_together`)."""
    together = read_together(sources, language, messages or language.code)
    found = AllTogether(together.read, language).contradictions() if together.read else ()
    return Contradictions(
        language=language.code,
        contradictions=found,
        sources=tuple(one.source.id for one in together.read),
        not_read=together.not_read,
    )

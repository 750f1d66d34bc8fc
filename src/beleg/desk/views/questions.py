"""Questions: what the sources leave open and where they contradict each other, each with its passages."""

from dataclasses import dataclass

from beleg.desk.wording import Wording
from beleg.language.registry import language_read
from beleg.open_questions import open_questions
from beleg.publishing.open_questions_text import MATTERS
from beleg.sources_together import contradictions
from beleg.terms.dossier import Dossier
from beleg.terms.open_question import Matter
from beleg.terms.passage import Passage
from beleg.terms.source import Source


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage with what to call its source."""

    passage: Passage
    label: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the passages that raise it."""

    question: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class MatterView:
    """The questions of one matter, and how many more there are."""

    title: str
    asked: tuple[Asked, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Against:
    """Two passages that contradict each other; the words in which they differ are empty where one denies the other."""

    one: Cited
    other: Cited
    words: str
    other_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What the sources of a dossier leave open, and how far they were read."""

    matters: tuple[MatterView, ...]
    against: tuple[Against, ...]
    read: int
    origins: int
    not_read: tuple[str, ...]


def questions(dossier: Dossier, sources: tuple[Source, ...], words: Wording) -> Questions:
    """What a dossier's sources leave open. Raises Error for a language Beleg does not read."""
    language = language_read(dossier.language)
    labels = {source.id: source.label for source in sources}

    def cited(passage: Passage) -> Cited:
        return Cited(passage, labels.get(passage.source, passage.source[:12]))

    found = open_questions(sources, language=language, messages=words.language)
    more = dict(found.left_out)
    matters = tuple(
        MatterView(
            MATTERS[matter].in_language(words.language),
            tuple(
                Asked(one.question, tuple(map(cited, one.passages)))
                for one in found.questions
                if one.matter is matter
            ),
            more.get(matter, 0),
        )
        for matter in Matter
        # Contradictions stand by themselves, side by side.
        if matter is not Matter.CONTRADICTION and any(one.matter is matter for one in found.questions)
    )
    both = contradictions(sources, language=language, messages=words.language)
    return Questions(
        matters=matters,
        against=tuple(
            Against(cited(one.passage), cited(one.other), one.words, one.other_words)
            for one in both.contradictions
        ),
        read=len(found.sources),
        origins=found.origins,
        not_read=found.not_read,
    )

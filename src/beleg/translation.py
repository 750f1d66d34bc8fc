"""Translation: a draft in the other language by a language model, sentence for sentence, with what does not pass left
as a gap.

What a sentence and its translation can be compared for is compared (`beleg.drafting.across`); the rest is not, and the
translation says so itself. A sentence that does not pass goes back to the model once; after that its place is marked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from beleg.drafting.across import differences
from beleg.drafting.material import Material
from beleg.drafting.progress import UNWATCHED, Phase, Progress
from beleg.drafting.proposal import Complaint, DraftingModel, Order, Proposal, Task
from beleg.drafting.shortening import MARKS
from beleg.drafting.sides import side_at
from beleg.language.detection import detect
from beleg.language.language import Language
from beleg.pipeline import reading_of
from beleg.striking import Struck
from beleg.terms.brief import Brief
from beleg.terms.reading import BlockKind, Reading
from beleg.terms.refusal import Error
from beleg.terms.source import Source
from beleg.terms.span import Span
from beleg.terms.wording import Wording

_NOTE: Final = Wording(
    de="[Übersetzung von {model}: Satz für Satz verglichen wurden Zahlen, Daten, Personennamen, Zitate, Verneinungen, Zuschreibungen, "
    "Konjunktiv und Vorbehalte; alles andere wurde nicht geprüft.]",
    en="[Translation by {model}: numbers, dates, names of persons, quotations, denials, attributions, mood and reservations were compared "
    "sentence by sentence; nothing else was checked.]",
)
_GAP: Final = Wording(de="[Nicht übersetzt: {words}]", en="[Not translated: {words}]")
_MISSING: Final = Wording(
    de="Für diesen Satz kam nicht genau eine Übersetzung.",
    en="There was not exactly one translation of this sentence.",
)


@dataclass(frozen=True, slots=True)
class TranslatedSentence:
    """A sentence of the draft with its translation; `reasons` say why that does not stand, empty where it does."""

    original: str
    text: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """A translated draft: `content` in Beleg's Markdown with its gaps and its note, and the sentences one by one."""

    content: str
    note: str
    sentences: tuple[TranslatedSentence, ...]
    proposals: tuple[Proposal, ...]

    @property
    def struck(self) -> tuple[Struck, ...]:
        """The translations that do not stand."""
        return tuple(
            Struck(text=one.text or one.original, reasons=one.reasons)
            for one in self.sentences
            if one.reasons
        )


def translated(
    draft: Source,
    model: DraftingModel,
    *,
    language: Language,
    into: Language,
    progress: Progress = UNWATCHED,
) -> Translation:
    """Have a model translate a draft from `language`. `progress` is told what is being done.

    Raises Error where there is no text, where both languages are the same and where nothing passes, and
    `beleg.drafting.proposal.NoProposalError` as the model does.
    """
    if language.code == into.code:
        raise Error(f"The draft is in that language already ({into.code}).")
    reading = reading_of(draft, language)
    if not reading.sentences:
        raise Error("The draft has no text to be translated.")
    originals = tuple(" ".join(sentence.text.split()) for sentence in reading.sentences)
    order = Order(
        brief=Brief(language=into.code, sentences=len(originals)),
        material=Material({}, {}),
        task=Task.TRANSLATE,
        text=originals,
    )
    progress.phase(Phase.WRITING, 1)
    proposals = [model.propose(order)]
    progress.phase(Phase.CHECKING, 1)
    found = _compared(reading, originals, _by_label(proposals[0]), language, into)
    failed = [one for one in found if one.reasons]
    if failed:
        complaints = tuple(
            Complaint(one.text or one.original, one.reasons, (one.original,)) for one in failed
        )
        progress.phase(Phase.WRITING, 2)
        proposals.append(model.propose(replace(order, complaints=complaints)))
        progress.phase(Phase.CHECKING, 2)
        again = _compared(reading, originals, _by_label(proposals[1]), language, into)
        found = [second if first.reasons else first for first, second in zip(found, again, strict=True)]
    passed = " ".join(one.text for one in found if not one.reasons)
    if not passed or detect(passed) not in ("", into.code):
        raise Error(f"{model.name}: no sentence it wrote passes as a translation; nothing was kept.")
    note = _NOTE.in_language(into.code, (("model", proposals[-1].model),))
    content = _written(reading, found, into.code)
    return Translation(
        content=f"{content}\n\n{note}\n", note=note, sentences=tuple(found), proposals=tuple(proposals)
    )


def _by_label(proposal: Proposal) -> Mapping[str, list[str]]:
    """The translations by the label of the sentence they name, on one line each."""
    found: dict[str, list[str]] = {}
    for block in proposal.blocks:
        for one in block.sentences:
            if len(one.cites) == 1:
                found.setdefault(one.cites[0], []).append(" ".join(one.text.split()).lstrip("#-*• "))
    return found


def _compared(
    reading: Reading,
    originals: Sequence[str],
    proposed: Mapping[str, list[str]],
    language: Language,
    into: Language,
) -> list[TranslatedSentence]:
    """Every sentence with its translation and what differs; the translations are read as one text, for their
    pronouns.
    """
    texts = [
        words[0] if len(words := proposed.get(f"t{number}", [])) == 1 else ""
        for number in range(1, len(originals) + 1)
    ]
    lines = [f"{'# ' if number == 0 else ''}{text}" for number, text in enumerate(texts)]
    if reading.sentences[0].block is not BlockKind.HEADLINE:
        lines = texts
    whole = "\n\n".join(lines)
    theirs = reading_of(Source(text=whole, language=into.code), into)
    found = []
    start = 0
    for sentence, original, text, line in zip(reading.sentences, originals, texts, lines, strict=True):
        reasons: tuple[str, ...] = (_MISSING.in_language(into.code),)
        if text:
            here = side_at(theirs, Span(start, start + len(line)), into)
            there = side_at(reading, sentence.span, language)
            reasons = tuple(dict.fromkeys(differences(there, here, into.code)))
        found.append(TranslatedSentence(original, text, reasons))
        start += len(line) + 2
    return found


def _written(reading: Reading, found: Sequence[TranslatedSentence], code: str) -> str:
    """The translation in the blocks of the draft, with a gap for every sentence that does not stand."""
    blocks = []
    for block in reading.blocks:
        words = [
            _GAP.in_language(code, (("words", one.original),)) if one.reasons else one.text
            for sentence, one in zip(reading.sentences, found, strict=True)
            if block.start <= sentence.start < block.end
        ]
        blocks.append(MARKS[block.kind] + " ".join(words))
    return "\n\n".join(blocks)

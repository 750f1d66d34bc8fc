"""Shortening: which sentences of a draft are kept, so that none loses what it leans on."""

from collections.abc import Sequence, Set

from beleg.drafting.choosing import word_weights
from beleg.drafting.leaning import needed
from beleg.drafting.stems import content_stems
from beleg.language.language import Language
from beleg.terms.reading import Block, BlockKind, Reading

TEXT = (BlockKind.PARAGRAPH, BlockKind.ITEM)
MARKS = {
    BlockKind.HEADLINE: "# ",
    BlockKind.SUBHEAD: "## ",
    BlockKind.ITEM: "- ",
    BlockKind.PARAGRAPH: "",
}
"""What stands before a block in Beleg's Markdown."""


def sentences_of_text(reading: Reading) -> list[int]:
    """The indices of the sentences that are no headline and no subhead."""
    return [at for at, sentence in enumerate(reading.sentences) if sentence.block in TEXT]


def kept(
    reading: Reading,
    language: Language,
    most: int,
    *,
    without: Set[int] = frozenset(),
    first: Sequence[int] = (),
) -> frozenset[int]:
    """The sentences of the text that are kept: the most central, at most `most`, each with all that it needs.

    A sentence weighs the mean of its content words' shares in the draft, headlines included, plus a bonus for standing
    early; the weight of a word is squared once a sentence with it was kept, as in `beleg.drafting.choosing`. None of
    `without` is kept, nor what needs them. `first` are kept before all others, as far as there is room.
    """
    stems = [content_stems(sentence, language) for sentence in reading.sentences]
    weights = word_weights([stems])
    needs = needed(reading, language)
    text = sentences_of_text(reading)
    heaviest = max((_mean(stems[at], weights) for at in text), default=0.0)
    bonus = {at: heaviest * (len(text) - place) / len(text) for place, at in enumerate(text)}
    taken: set[int] = set()
    forced = list(first)
    while True:
        best: frozenset[int] | None = None
        best_score = -1.0
        for at in forced[:1] or text:
            fresh = needs[at] - taken
            if not fresh or needs[at] & without or len(taken | fresh) > most:
                continue
            score = sum(_mean(stems[one], weights) + bonus.get(one, 0.0) for one in fresh) / len(fresh)
            if score > best_score:
                best, best_score = fresh, score
        if forced:
            forced.pop(0)
        elif best is None:
            return frozenset(taken)
        for one in best or ():
            taken.add(one)
            for stem in set(stems[one]):
                weights[stem] **= 2


def without_the_rest(reading: Reading, keep: Set[int]) -> str:
    """The draft with only these sentences of its text, every one as it stands; headings stay where text is left under
    them.
    """
    written: list[tuple[Block, str]] = []
    for block in reading.blocks:
        if block.kind not in TEXT:
            while block.kind is BlockKind.SUBHEAD and written and written[-1][0].kind is BlockKind.SUBHEAD:
                written.pop()
            written.append((block, reading.text[block.start : block.end]))
            continue
        inside = [
            sentence.text
            for at, sentence in enumerate(reading.sentences)
            if at in keep and block.start <= sentence.start < block.end
        ]
        if inside:
            written.append((block, " ".join(inside)))
    while written and written[-1][0].kind is BlockKind.SUBHEAD:
        written.pop()
    lines = ""
    for number, (block, words) in enumerate(written):
        together = number and block.kind is written[number - 1][0].kind is BlockKind.ITEM
        lines += ("\n" if together else "\n\n" if number else "") + MARKS[block.kind] + words
    return lines + "\n"


def _mean(stems: Sequence[str], weights: dict[str, float]) -> float:
    return sum(weights[stem] for stem in stems) / len(stems) if stems else 0.0

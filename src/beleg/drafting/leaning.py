"""Leaning: which sentences of a draft lose their meaning or their speaker if others are cut."""

from collections.abc import Sequence

from beleg.drafting.standing import answers, leans_back, unit_of
from beleg.language.language import Language
from beleg.language.words import Words
from beleg.terms.quotation import Quotation
from beleg.terms.reading import BlockKind, Reading
from beleg.terms.span import Span
from beleg.text.overlaps import Overlaps

_TEXT = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def needed(reading: Reading, language: Language) -> tuple[frozenset[int], ...]:
    """For each sentence of a draft, the indices of all sentences that have to stand with it, its own included.

    Those are the sentence before one that leans back ("Sie …", "Dabei …") or answers what it does not tell ("… wies den
    Vorwurf zurück"); all of a quotation it cuts into; the sentences that name the speaker of what it reports, and whom
    that speaker stands for; the first sentence that gives a person more than the surname, for one that has the surname
    only; what an announcing colon belongs to. What these need is needed as well.
    """
    direct = _direct(reading, language)
    closed: list[frozenset[int]] = []
    for index in range(len(reading.sentences)):
        found, waiting = {index}, [index]
        while waiting:
            fresh = direct[waiting.pop()] - found
            found |= fresh
            waiting += fresh
        closed.append(frozenset(found))
    return tuple(closed)


def together(reading: Reading, language: Language) -> tuple[tuple[int, ...], ...]:
    """The sentences of a source that can be taken over together: each that can be, with all that it needs, in order.

    One that needs a sentence which cannot be taken over (`beleg.drafting.standing.unit_of`) cannot be either. So no
    draft answers an accusation that it does not tell, or names a person by the surname alone whom it has not
    introduced.
    """
    needs = needed(reading, language)
    stretches = [unit_of(at, reading, language) for at in range(len(reading.sentences))]
    groups = []
    for own in needs:
        group, grown = own, frozenset[int]()
        while group != grown and all(stretches[at] for at in group):
            grown = group
            group = grown.union(*(needs[at].union(stretches[at] or ()) for at in grown))
        if group == grown:
            groups.append(tuple(sorted(group)))
    return tuple(groups)


def _direct(reading: Reading, language: Language) -> list[set[int]]:
    """What each sentence needs by itself."""
    sentences = reading.sentences
    places = Overlaps((sentence.span, number) for number, sentence in enumerate(sentences))
    quotations = Overlaps((quotation.span, quotation) for quotation in reading.quotations)
    text = [number for number, sentence in enumerate(sentences) if sentence.block in _TEXT]
    needs: list[set[int]] = [set() for _ in sentences]
    for before, number in zip([None, *text], text, strict=False):
        sentence = sentences[number]
        mine = list(quotations.at(sentence.span))
        lists = language.back_references
        if before is not None and (
            leans_back(sentence, mine, language, lists) or answers(sentence, mine, lists)
        ):
            needs[number].add(before)
        for quotation in mine:
            needs[number].update(at for span in _spans(quotation) for at in places.at(span))
        if before is not None and sentences[before].text.rstrip().endswith(":"):
            needs[number].add(before)
            needs[before].add(number)
        elif before is not None and sentence.block is sentences[before].block is BlockKind.ITEM:
            needs[number] |= {at for at in needs[before] if sentences[at].block is BlockKind.PARAGRAPH}
    for number, introduced in _introductions(reading, text, language):
        needs[number].add(introduced)
    return needs


def _spans(quotation: Quotation) -> Sequence[Span]:
    chain = [span for link in quotation.chain for span in link]
    return (quotation.span, *quotation.speaker, *quotation.referent, *chain)


def _introductions(reading: Reading, text: Sequence[int], language: Language) -> list[tuple[int, int]]:
    """The sentences that name a person by the surname alone, each with the first that says more of the name."""
    first: dict[str, int] = {}
    found = []
    for number in text:
        tokens = reading.sentences[number].tokens
        for person in language.people(Words.of(tokens)):
            if person.end - person.start > 1:
                first.setdefault(person.surname, number)
        for token in tokens:
            word = token.text if token.text in first else token.text.removesuffix("s")
            if first.get(word, number) != number:
                found.append((number, first[word]))
    return found

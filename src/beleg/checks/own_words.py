"""Own words: what the article says in its own voice, apart from what stands between quotation marks."""

from collections.abc import Iterator

from beleg.terms.reading import Reading, Sentence
from beleg.text.marks import quotation_marks

LONGEST_SENTENCE = 400
"""Words and marks of the longest sentence whose grammar is looked at; a broken file can hold one of a megabyte."""


def own_words(reading: Reading) -> Iterator[tuple[Sentence, list[bool]]]:
    """Each sentence with, for every token, whether it lies outside all quotation marks; the marks themselves do not."""
    marked = quotation_marks(reading.text, reading.blocks).marked
    place, reached = 0, 0
    for sentence in reading.sentences:
        own = []
        for token in sentence.tokens:
            while place < len(marked) and marked[place].start <= token.start:
                reached = max(reached, marked[place].end)
                place += 1
            own.append(token.start >= reached)
        yield sentence, own

"""English: a name of two words or more exchanged for another one of the same text."""

from collections.abc import Iterator
from random import Random

from benchmarks.rewrites.material import Article
from benchmarks.rewrites.rewrite import Generator, Rewrite


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every name that stands beside no other capital and has another name of as many words."""
    found = []
    for line in article.lines:
        if ":" in line.text or " - " in line.text or not line.text[0].isalpha():
            continue  # an item or heading, whose capitals name nothing
        for span in line.language.names(line.tokens):
            inside = [at for at, t in enumerate(line.tokens) if span.start <= t.start and t.end <= span.end]
            start, end = inside[0], inside[-1] + 1
            alone = not line.word(start - 1)[:1].isupper() and not line.word(end)[:1].isupper()
            if start and end - start >= 2 and alone and all(line.word(at)[0].isupper() for at in inside):
                found.append((line, start, end, line.between(start, end)))
    for line, start, end, words in found:
        others = sorted(
            {
                other
                for _, first, last, other in found
                if last - first == end - start and not set(other.split()) & set(line.text.split())
            }
        )
        if others and not line.quoted[start]:
            other = dice.choice(others)
            yield Rewrite(line.text, line.with_words(start, end, other), words, other)


GENERATOR = Generator(
    kind="english_name_changed",
    language="en",
    make=make,
    named_by=frozenset(("name_changed", "unsupported_sentence")),
)

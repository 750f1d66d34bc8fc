"""Stems: what a sentence is about, as a bag of its content words."""

from beleg.language import content
from beleg.language.language import Language
from beleg.terms.reading import Sentence


def content_stems(sentence: Sentence, language: Language) -> tuple[str, ...]:
    """The stems of a sentence's content words in their order, one for each part of a hyphenated word."""
    return tuple(stem for token in sentence.tokens for stem in content.content_stems(token.text, language))


def resemblance(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of what two sets hold that both hold, 0 to 1 (Jaccard); 0 for two empty ones."""
    return len(one & other) / len(one | other) if one or other else 0.0

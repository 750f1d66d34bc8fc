"""Titles: headlines and teasers made of sentences that stand already, shortened only where nothing is lost but detail.

Two rules shorten a headline: brackets go, and the day of the week at the end or before another adverbial goes, in a
sentence that denies nothing and limits nothing ("am Montag nicht", "erst am Montag"). Relative clauses, appositions and
frames stay, because without them a sentence can say more than it did.
"""

import re
from collections.abc import Iterator
from typing import Final

from beleg.drafting.choosing import word_weights
from beleg.drafting.leaning import needed
from beleg.drafting.standing import units
from beleg.drafting.stems import content_stems
from beleg.language.language import Language
from beleg.language.markers import markers
from beleg.language.set_phrases import set_phrases
from beleg.language.words import Words
from beleg.terms.clause import Marker
from beleg.terms.reading import Reading, Sentence
from beleg.terms.source import Source

LONGEST_HEADLINE: Final = 110
"""Characters of a headline."""
LONGEST_TEASER: Final = 320
"""Characters of a teaser."""
_LOOKED_AT: Final = 10
"""Sentences, the most central first, that are tried."""
_FIRST_WORDS: Final = 4
_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_MARKS: Final = re.compile(r"[\"„“”»«]")
_LIMITING: Final = frozenset((Marker.DENIAL, Marker.ALL, Marker.SOME))
_UNTITLED: Final = frozenset(("text/plain", "message/rfc822"))
"""Media types that have no headline of their own: what is called the title is somebody's label or the subject of a
mail.
"""


def own_title(source: Source) -> str:
    """The title of a source, in one line, where it belongs to its text; empty where it is only what somebody calls it.

    A page, a document or a wire has a headline. Plain text, pasted or in a file, and mail have none but a line of their
    text.
    """
    title = _one_line(source.title)
    if source.media_type not in _UNTITLED:
        return title
    return (
        title if any(_one_line(line).removeprefix("# ") == title for line in source.text.split("\n")) else ""
    )


def headlines(reading: Reading, language: Language) -> Iterator[str]:
    """Headlines from the most central sentences of a draft, each shortened as far as the rules go, then as it
    stands.
    """
    for stretch in _ranked(reading, language):
        sentence = reading.sentences[stretch.start]
        if len(stretch) == 1 and not _points_back(sentence, language):
            for words in dict.fromkeys((_shorter(sentence, language), _one_line(sentence.text))):
                title = words.removesuffix(".")
                if len(title) <= LONGEST_HEADLINE and title[-1:] not in ("?", "!", ":"):
                    yield title


def teasers(reading: Reading, language: Language) -> Iterator[str]:
    """Teasers: the most central sentences of a draft that stand alone, each with the next one where that does too."""
    ranked = _ranked(reading, language)
    alone = {stretch.start for stretch in ranked if len(stretch) == 1}
    for stretch in ranked:
        one = " ".join(_one_line(reading.sentences[at].text) for at in stretch)
        two = f"{one} {_one_line(reading.sentences[stretch.stop].text)}" if stretch.stop in alone else one
        yield from (words for words in dict.fromkeys((two, one)) if len(words) <= LONGEST_TEASER)


def _points_back(sentence: Sentence, language: Language) -> bool:
    """Whether one of the first words refers to a sentence before: "Einer davon …"; stricter than for a text, a headline
    stands alone.
    """
    words = [token.text for token in sentence.tokens if token.text[0].isalnum()][:_FIRST_WORDS]
    return any(word in language.back_references.openers for word in words)


def _ranked(reading: Reading, language: Language) -> list[range]:
    """The stretches of sentences that can stand alone, the most central first, each once."""
    stems = [content_stems(sentence, language) for sentence in reading.sentences]
    weights = word_weights([stems])
    last = len(reading.sentences)

    def central(stretch: range) -> float:
        own = [stem for at in stretch for stem in stems[at]]
        mean = sum(weights[stem] for stem in own) / len(own) if own else 0.0
        return mean * (1 + (last - stretch.start) / last)

    needs = needed(reading, language)
    stretches = dict.fromkeys(units(reading, language))
    found = [one for one in stretches if all(needs[at] <= set(one) for at in one)]
    return sorted(found, key=lambda stretch: (-central(stretch), stretch.start))[:_LOOKED_AT]


def _shorter(sentence: Sentence, language: Language) -> str:
    """The sentence without brackets and, where that is safe, without a day of the week."""
    words = _one_line(sentence.text)
    if _MARKS.search(words):
        return words  # what is quoted stays whole
    words = _BRACKETS.sub("", words)
    found = {one.marker for one in markers(language.code).find(Words.of(sentence.tokens))}
    if found & _LIMITING or set_phrases("limiting", language.code).search(words):
        return words
    return set_phrases("passing_days", language.code).sub("", words)


def _one_line(words: str) -> str:
    return " ".join(words.split())

"""The extractive engine: a first version made of the sources' own sentences, without any language model.

It invents nothing: every sentence is one of a source, word for word or told as that source's statement
(`beleg.drafting.telling`).
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence, Set

from beleg import __version__
from beleg.drafting.choosing import Candidate, choose
from beleg.drafting.copies import originals
from beleg.drafting.draft import Draft
from beleg.drafting.leaning import together
from beleg.drafting.stems import content_stems
from beleg.drafting.telling import Teller
from beleg.drafting.titles import own_title
from beleg.language.datelines import after_dateline
from beleg.language.language import Language
from beleg.terms.passage import Passage
from beleg.terms.reading import Reading
from beleg.terms.refusal import Error
from beleg.terms.revision import Origin, SentenceOrigin
from beleg.terms.source import Source

ENGINE = f"beleg-extractive/{__version__}"
"""Name and version of this engine, as the record and the disclosure name it."""

_QUOTED = re.compile(r"[\"„“”»«]([^\"„“”»«]+)[\"„“”»«]")
_QUESTIONS_OF_AN_INTERVIEW = 3
"""Paragraphs that end with a question mark from which a text is an interview."""
_LABEL = re.compile(r"[^\w\s]{0,3}([^\W\d_][\w.-]*(?: [\w.-]+){0,3})[^\w\s]{0,3}:[^\w\s]{0,3}\s")
"""Who speaks, as an interview puts it before what they say: "Petra Kern:"."""
_SPEAKERS_OF_AN_INTERVIEW = 2
"""Labels that each stand before several paragraphs from which a text is one."""
_TITLE_IN_TEXT = 0.5
"""Share of a title's content words that its source's text must have for it to become the headline."""


Corroborated = Callable[[int, Sequence[int]], Set[int]]
"""Of the sentences of a source (its index, theirs), the indices of those that another origin reports too."""


def _by_one_alone(_source: int, _sentences: Sequence[int]) -> Set[int]:
    """Nothing counts as corroborated."""
    return frozenset()


def write(
    sources: Sequence[Source],
    readings: Sequence[Reading],
    *,
    language: Language,
    sentences: int = 12,
    without: Set[Passage] = frozenset(),
    corroborated: Corroborated = _by_one_alone,
) -> Draft:
    """Write a first version from sources: their central sentences, told so that readers see who vouches for them.

    `readings[i]` reads `sources[i].text`; sources read in another language than `language`, and copies of an earlier
    source, are left aside. At most `sentences` sentences are taken, the headline not counted, and only such as can
    stand without what stood around them (`beleg.drafting.leaning.together`). The source that is newest and closest to
    what all sources speak of comes first, its own title is the headline; inside a source its order is kept. White space
    inside a sentence becomes single spaces, the dateline of a wire is left out. `without` holds passages of sentences
    that are not to be used; `corroborated` says which sentences of a source other origins report too.

    Raises Error where no sentence can be taken over, and ValueError where there is not one reading for each source
    or `sentences` is less than 1.
    """
    if len(sources) != len(readings):
        raise ValueError(f"{len(sources)} sources, but {len(readings)} readings")
    if sentences < 1:
        raise ValueError(f"{sentences} sentences are no draft")
    stems = [
        [content_stems(s, language) for s in reading.sentences] if reading.language == language.code else []
        for reading in readings
    ]
    kept = originals([[stem for sentence in source for stem in sentence] for source in stems])
    weighed = [source if index in kept else [] for index, source in enumerate(stems)]
    ends = [{passage.end for passage in without if passage.source == source.id} for source in sources]
    tellable = {
        index: _tellable(sources[index], readings[index], language)
        - _of_itself(index, sources[index], readings[index], language, corroborated)
        for index in kept
    }
    candidates = [
        Candidate(index, group)
        for index in kept
        if weighed[index]
        for group in together(readings[index], language)
        if group[-1] < _before_interview(readings[index])
        if tellable[index].issuperset(group)
        if ends[index].isdisjoint(readings[index].sentences[at].end for at in group)
    ]
    chosen = choose(candidates, weighed, sentences)
    if not chosen:
        raise Error("No sentence of the sources can be taken over into a draft: none stands on its own.")
    order = _order(sources, weighed, {place.source for place in chosen})
    headline = _headline([index for index in order if own_title(sources[index])], sources, stems, language)
    paragraphs: list[list[SentenceOrigin]] = []
    for index in order:
        places = sorted(place.sentence for place in chosen if place.source == index)
        teller = Teller(sources[index], readings[index], language, corroborated(index, places))
        paragraphs += _paragraphs(places, sources[index], readings[index], teller)
    origins = [*headline, *(sentence for paragraph in paragraphs for sentence in paragraph)]
    blocks = [f"# {title.text}" for title in headline]
    blocks.extend(" ".join(sentence.text for sentence in paragraph) for paragraph in paragraphs)
    return Draft(content="\n\n".join(blocks) + "\n", sentences=tuple(origins))


def _before_interview(reading: Reading) -> int:
    """The index of the first question of an interview, whose answers are nobody's but who gives them; else the end.

    An interview has several paragraphs that end with a question mark, or several that begin with who speaks.
    """
    paragraphs = [(block, reading.text[block.start : block.end].strip()) for block in reading.blocks]
    asked = [block for block, words in paragraphs if words.endswith("?")]
    labelled = [(block, found[1]) for block, words in paragraphs if (found := _LABEL.match(words))]
    several = {label for label, count in Counter(label for _, label in labelled).items() if count > 1}
    begins = [asked[0].start] if len(asked) >= _QUESTIONS_OF_AN_INTERVIEW else []
    if len(several) >= _SPEAKERS_OF_AN_INTERVIEW:
        begins += [block.start for block, label in labelled if label in several]
    before = min(begins, default=len(reading.text))
    return sum(sentence.end <= before for sentence in reading.sentences)


def _order(sources: Sequence[Source], stems: Sequence[Sequence[Sequence[str]]], drawn: set[int]) -> list[int]:
    """The sources drawn from, newest and most central first: by the sum of both ranks, the more central among equals.

    Sources of one day are equally new, those without a date come after all others. How central a source is, is the
    cosine between its words and the words of all sources (the centroid of MEAD).
    """
    own = [Counter(stem for sentence in source for stem in sentence) for source in stems]
    everything: Counter[str] = sum(own, Counter())
    days = {index: sources[index].published for index in drawn}
    newest = sorted({day.date() for day in days.values() if day}, reverse=True)
    by_day = {index: newest.index(day.date()) if day else len(newest) for index, day in days.items()}
    by_words = sorted(drawn, key=lambda index: (-_cosine(own[index], everything), index))
    return sorted(drawn, key=lambda index: (by_day[index] + by_words.index(index), by_words.index(index)))


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    length = math.sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return sum(count * other[stem] for stem, count in one.items()) / length if length else 0.0


def _headline(
    order: Sequence[int],
    sources: Sequence[Source],
    stems: Sequence[Sequence[Sequence[str]]],
    language: Language,
) -> list[SentenceOrigin]:
    """The first title that its own text bears out, words in quotation marks exactly; none where no source has one."""
    for index in order:
        title = own_title(sources[index])
        words = re.findall(r"[^\W\d_][\w-]*", title.lower())
        wanted = {language.stem(word) for word in words if word not in language.function_words}
        there = {stem for sentence in stems[index] for stem in sentence}
        quoted = all(quotation in sources[index].text for quotation in _QUOTED.findall(title))
        if wanted and quoted and len(wanted & there) >= _TITLE_IN_TEXT * len(wanted):
            at = sources[index].text.find(title)
            passages = (Passage(sources[index].id, at, at + len(title), title),) if at >= 0 else ()
            return [_origin(title, passages)]
    return []


def _paragraphs(
    chosen: Sequence[int], source: Source, reading: Reading, teller: Teller
) -> list[list[SentenceOrigin]]:
    """The chosen sentences of one source in their order; those that follow each other in a paragraph share one."""
    blocks = [block.start for block in reading.blocks]
    paragraphs: list[list[SentenceOrigin]] = []
    previous = (-1, -1)
    for at in chosen:
        block = bisect_right(blocks, reading.sentences[at].start)
        if previous != (at - 1, block):
            paragraphs.append([])
            teller.paragraph()
        passage = _without_dateline(at, source, reading)
        told = teller.tell(at, _one_line(passage.text))
        if told is not None:
            paragraphs[-1].append(_origin(told.text, (passage,), as_it_stands=told.as_it_stands))
        previous = (at, block)
    return [paragraph for paragraph in paragraphs if paragraph]


def _tellable(source: Source, reading: Reading, language: Language) -> set[int]:
    """The sentences that can be told at all; what leans on one that cannot is not taken either."""
    teller = Teller(source, reading, language, frozenset())
    passages = (_without_dateline(at, source, reading) for at in range(len(reading.sentences)))
    return {at for at, passage in enumerate(passages) if teller.tell(at, _one_line(passage.text))}


def _without_dateline(at: int, source: Source, reading: Reading) -> Passage:
    sentence = reading.sentences[at]
    start = sentence.start + after_dateline(sentence.text)
    return Passage(source.id, start, sentence.end, source.text[start : sentence.end])


def _origin(text: str, passages: tuple[Passage, ...], *, as_it_stands: bool = True) -> SentenceOrigin:
    origin = Origin.SOURCE if as_it_stands else Origin.MACHINE
    return SentenceOrigin(text=text, origin=origin, changed_by="", engine=ENGINE, passages=passages)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _of_itself(
    index: int, source: Source, reading: Reading, language: Language, corroborated: Corroborated
) -> Set[int]:
    """The sentences in which a company or medium speaks of itself and nobody else bears it out."""
    speaks_of = language.retelling.speaks_of
    own = [
        at
        for at, sentence in enumerate(reading.sentences)
        if source.publisher and speaks_of(_one_line(sentence.text), source.publisher)
    ]
    return frozenset(own) - (corroborated(index, own) if own else frozenset())

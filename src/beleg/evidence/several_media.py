"""Several media: whether a draft names more than one, and whether what they say has several origins."""

from collections.abc import Sequence

from beleg.evidence.origins import same_origin
from beleg.language.set_phrases import set_phrases
from beleg.terms.evidence import ReadSource, SentenceEvidence
from beleg.terms.reading import Reading
from beleg.terms.span import Span

_SHORTEST_NAME = 3


def several_named(reading: Reading, sources: Sequence[ReadSource]) -> tuple[Span, ...]:
    """Where a draft names several media: "mehrere Medien berichten", or the second publisher of the sources it
    names.
    """
    text = reading.text
    phrases = [Span(*match.span()) for match in set_phrases("several_media", reading.language).finditer(text)]
    publishers = {one.source.publisher for one in sources if len(one.source.publisher) >= _SHORTEST_NAME}
    named = sorted((at, at + len(name)) for name in publishers if (at := text.find(name)) >= 0)
    return (*phrases, *(Span(start, end) for start, end in named[1:]))


def origins(sources: Sequence[ReadSource], sentences: Sequence[SentenceEvidence]) -> int:
    """How many origins the sources have that a draft rests on; copies of one agency report count once."""
    used = {passage.source for sentence in sentences for passage in sentence.passages[:1]}
    rested_on = [one.source for one in sources if one.source.id in used]
    copies = {later for later, _ in same_origin(rested_on)}
    return sum(source.id not in copies for source in rested_on)

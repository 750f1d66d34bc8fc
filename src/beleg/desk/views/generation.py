"""Generation: a language model at work in words, and what became of what it wrote."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beleg.desk.generations import Outcome, Seen
from beleg.desk.refusals import in_words
from beleg.desk.wording import Wording, later
from beleg.drafting.progress import Phase
from beleg.terms.dossier import Dossier, Generation
from beleg.terms.generation import StruckSentence

_STEPS = (
    (Phase.READING, 1, later("Choose passages of the sources")),
    (Phase.WRITING, 1, later("The model writes")),
    (Phase.CHECKING, 1, later("Hold every sentence against the sources")),
    (Phase.WRITING, 2, later("Struck sentences went back: the model writes once more")),
    (Phase.CHECKING, 2, later("Hold every sentence against the sources again")),
)
_DONE, _NOW, _AHEAD = "done", "now", "ahead"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the work in words; `state` is done, now or ahead, `mark` the same without colour."""

    words: str
    state: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtWork:
    """A model at work, in words."""

    steps: tuple[Step, ...]
    sentences: tuple[str, ...]
    count: str
    running: bool


def at_work(seen: Seen, words: Wording) -> AtWork:
    """What there is to see of a generation, in the reader's language."""
    sentences = words.count("%(num)s sentence", "%(num)s sentences", len(seen.sentences))
    pieces = words.count("%(num)s token", "%(num)s tokens", seen.pieces)
    seconds = words.count("%(num)s second", "%(num)s seconds", int(seen.seconds))
    return AtWork(
        steps=tuple(_steps(seen, words)),
        sentences=seen.sentences,
        count=words.say(
            "%(sentences)s, about %(tokens)s, %(seconds)s",
            sentences=sentences,
            tokens=pieces,
            seconds=seconds,
        ),
        running=seen.outcome is Outcome.RUNNING,
    )


def _steps(seen: Seen, words: Wording) -> Iterator[Step]:
    at = next(n for n, (phase, round, _) in enumerate(_STEPS) if (phase, round) == (seen.phase, seen.round))
    for number, (_, round, said) in enumerate(_STEPS):
        if round > 1 and seen.round < round:
            continue  # most drafts need no second round: it is no step before it is taken
        state = _DONE if number < at else _NOW if number == at else _AHEAD
        yield Step(words.say(said), state, {"done": "✓", "now": "▸", "ahead": "·"}[state])


def ending(seen: Seen, words: Wording) -> str:
    """Why a generation left nothing, in one sentence; empty where it runs or was recorded."""
    if seen.outcome is Outcome.STOPPED:
        return words.say("Stopped. Nothing of what the model wrote was kept.")
    if seen.outcome is Outcome.REFUSED and seen.refusal is not None:
        return in_words(seen.refusal, words)
    if seen.outcome is Outcome.BROKEN:
        return words.say("Something went wrong here; the draft was not kept. The log of the desk says more.")
    return ""


@dataclass(frozen=True, slots=True)
class Said:
    """A passage of a source, and what to call that source."""

    source: str
    label: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class StruckView:
    """A sentence that was struck: why, what the sources say of it, and whether it came back mended."""

    text: str
    reasons: tuple[str, ...]
    said: tuple[Said, ...]
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of a generation: how many sentences stand, what was struck, what went back, what it took.

    `to_read` counts those that stand and that a person has to read against their passages.
    """

    generation: Generation
    by: str
    kept: int
    to_read: int
    struck: tuple[StruckView, ...]
    sent_back: tuple[StruckView, ...]
    took: tuple[tuple[str, str], ...]
    is_current: bool
    unchecked: bool
    """Whether what it wrote is the current text, and could not be checked when it had been kept."""


def written(dossier: Dossier, generation: Generation, by: str, words: Wording) -> Written:
    """The outcome of a generation as the record has it."""
    event = generation.event
    revision = next((one for one in dossier.revisions if one.number == event.number), None)
    finally_struck = {one.text for one in event.struck}
    current = dossier.current
    is_current = current is not None and current.number == event.number
    return Written(
        generation=generation,
        by=by,
        kept=len(revision.sentences) if revision else 0,
        to_read=sum(one.to_read for one in revision.sentences) if revision else 0,
        struck=struck_views(dossier, event.struck, frozenset()),
        sent_back=struck_views(dossier, event.sent_back, finally_struck),
        took=tuple(_took(generation, words)),
        is_current=is_current,
        unchecked=is_current and dossier.last_check is None,
    )


def struck_views(
    dossier: Dossier, struck: Sequence[StruckSentence], again: frozenset[str] | set[str]
) -> tuple[StruckView, ...]:
    """Sentences that were struck, with what to call the sources of the passages beside them."""
    labels = {
        one.source: ": ".join(part for part in (one.publisher, one.title) if part) or one.name
        for one in dossier.sources
    }
    return tuple(
        StruckView(
            one.text,
            one.reasons,
            tuple(
                Said(p.source, labels.get(p.source, p.source[:12]), p.start, p.end, " ".join(p.text.split()))
                for p in one.sources_say[:3]
            ),
            one.text in again,
        )
        for one in struck
    )


def _took(generation: Generation, words: Wording) -> Iterator[tuple[str, str]]:
    event = generation.event
    yield words.say("Model"), event.model
    yield words.say("Machine that was asked"), event.endpoint
    yield words.say("Rounds"), words.number(len(event.prompts))
    if event.requests:
        yield words.say("Requests, tried again included"), words.number(event.requests)
    unknown = words.say("not counted by the endpoint")
    yield words.say("Tokens sent"), words.number(event.tokens_in) if event.tokens_in else unknown
    yield words.say("Tokens written"), words.number(event.tokens_out) if event.tokens_out else unknown
    if event.milliseconds:
        yield (
            words.say("Time"),
            words.count("%(num)s second", "%(num)s seconds", max(1, round(event.milliseconds / 1000))),
        )
    price = f"{event.cost} {event.currency}" if event.cost else words.say("no price is written down")
    yield words.say("Cost"), price

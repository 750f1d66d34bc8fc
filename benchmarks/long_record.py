"""Long record: the record of a busy newsroom, made from real acts on the example story, as many lines as are wanted.

Most dossiers are an article's way to its readers (29 entries: sources, four rounds of saving, checking and deciding, a
signature, a publication), in three lengths; one is a story that has run for years. Lines are put together from events
that real acts left behind, so a line has the size and shape it has in a newsroom, and its chain holds.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path

from beleg.newsroom.example import corrected_draft, draft, load_example
from beleg.newsroom.house import Newsroom
from beleg.record.canonical import encode
from beleg.record.chain import BEGINNING, link
from beleg.review.assessment import assess
from beleg.terms.events import (
    DossierOpened,
    Event,
    FindingDismissed,
    FindingEscalated,
    Published,
    RevisionSaved,
    SentenceConfirmed,
    SignedOff,
)

_LONG_STORY = 0.1
"""The share of all entries that the one long story has."""
_REASON = "Mit der Pressestelle der Stadt am Telefon geklärt, Rückruf um 14.30 Uhr."


@dataclass(frozen=True, slots=True)
class Line:
    """One line with what the database repeats of it."""

    dossier: str
    position: int
    previous: str
    hash: str
    line: bytes


@dataclass(frozen=True, slots=True)
class _Article:
    """The events of one article, as canonical JSON, in the kinds a dossier is made of."""

    opening: bytes
    sources: tuple[bytes, ...]
    rounds: tuple[tuple[bytes, ...], ...]
    """Saving, checking and three decisions, a round for each revision."""
    ending: tuple[bytes, ...]


def lines(count: int) -> Iterator[Line]:
    """Yield `count` lines, dossier by dossier, the long story first."""
    articles = _articles()
    longest = articles[-1]
    story = cycle(event for turn in longest.rounds for event in turn)
    long_story = (longest.opening, *longest.sources, *islice(story, int(count * _LONG_STORY)))
    yield from islice(_chained("d-long", long_story), count)
    left = count - len(long_story)
    number = 0
    while left > 0:
        article = articles[number % len(articles)]
        events = (
            article.opening,
            *article.sources,
            *(e for turn in islice(cycle(article.rounds), 4) for e in turn),
            *article.ending,
        )
        yield from islice(_chained(f"d-{number:08}", events), left)
        left -= len(events)
        number += 1


def _articles() -> list[_Article]:
    """The example story in three lengths: a report of a few sentences, half of it, all of it."""
    with tempfile.TemporaryDirectory() as folder, Newsroom.open(Path(folder)) as newsroom:
        dossier = load_example(newsroom).id
        by = newsroom.accounts()[0].id
        made = []
        for share in (0.25, 0.5, 1):
            rounds = []
            for text in (corrected_draft(), draft()):
                paragraphs = text.strip().split("\n\n")
                part = "\n\n".join(paragraphs[: max(2, round(len(paragraphs) * share))]) + "\n"
                newsroom.save(dossier, part, by=by)
                newsroom.check(dossier, by=by)
                rounds.append(_round(newsroom, dossier))
            known = newsroom.dossier(dossier)
            made.append(
                _Article(
                    opening=_written(DossierOpened(title=known.title, language="de")),
                    sources=tuple(_written(source) for source in known.sources),
                    rounds=tuple(rounds),
                    ending=_ending(rounds[-1]),
                )
            )
    return made


def _round(newsroom: Newsroom, dossier: str) -> tuple[bytes, ...]:
    state = newsroom.dossier(dossier)
    current, check = state.current, state.last_check
    if current is None or check is None:
        raise AssertionError("The example has a checked draft.")
    saved = RevisionSaved(
        number=current.number,
        content=current.content,
        content_sha256=current.content_sha256,
        sentences=current.sentences,
    )
    review = assess(state)
    sentence = review.sentences[-1]
    finding = review.findings[0] if review.findings else None
    key, name = (finding.key, finding.finding.check) if finding else (sentence.key, "number_changed")
    decided: tuple[Event, ...] = (
        FindingEscalated(finding=key, check=name, words="4,2 Millionen Euro", reason=_REASON),
        FindingDismissed(finding=key, check=name, words="4,2 Millionen Euro", reason=_REASON),
        SentenceConfirmed(sentence=sentence.key, text=sentence.sentence.text, reason=_REASON),
    )
    return tuple(_written(event) for event in (saved, check, *decided))


def _ending(last: Sequence[bytes]) -> tuple[bytes, ...]:
    saved = json.loads(last[0])
    signed = SignedOff(number=saved["number"], content_sha256=saved["content_sha256"])
    published = Published(
        number=signed.number,
        content_sha256=signed.content_sha256,
        page_sha256="ab" * 32,
        address="https://www.example.org/faerberbruecke",
        disclosure="Am 23. November 2026 vor der Veröffentlichung freigegeben von {p-0123456789abcdef}.",
    )
    return _written(signed), _written(published)


def _written(event: Event) -> bytes:
    """The canonical JSON of an event alone, cut out of an entry."""
    line = encode(link(event, dossier="d", by="p", at="", after=None))
    return line[line.index(b'"event":') + 8 : line.rindex(b',"hash":"')]


def _chained(dossier: str, events: Sequence[bytes]) -> Iterator[Line]:
    previous = BEGINNING
    for position, event in enumerate(events, start=1):
        at = f"2026-{position % 12 + 1:02}-{position % 28 + 1:02}T10:{position % 60:02}:00.{position % 10**6:06}Z"
        head = f'{{"at":"{at}","by":"p-0123456789abcdef","dossier":"{dossier}","event":'.encode() + event
        tail = f',"position":{position},"previous":"{previous}"}}'.encode()
        digest = sha256(head + tail).hexdigest()
        yield Line(dossier, position, previous, digest, head + f',"hash":"{digest}"'.encode() + tail)
        previous = digest

"""From a source to every sentence that rests on it, in a newsroom of 10,000 published articles of 30 sentences.

The newsroom is made up, and stored as any other: entry by entry, in one act. Every article has three sources of its
own; one more is held by every hundredth article, and one by all, each with one sentence that rests on it. Measured is
the way from opening the folder to the list with dossiers, headlines, sentences, passages and times of publication.
"""

import statistics
import time
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from beleg.record.evidence_index import EvidenceIndex
from beleg.record.store import Act, RecordStore, Role
from beleg.terms.events import DossierOpened, DraftChecked, Event, Published, RevisionSaved, SourceTakenIn
from beleg.terms.passage import Passage
from beleg.terms.report import CheckedSentence, Report, Verdict
from beleg.terms.revision import Origin, SentenceOrigin, content_hash
from beleg.terms.source import Source
from benchmarks.figures import Figure

ARTICLES = 10_000
SENTENCES = 30
OWN_SOURCES = 3
SHARED_BY_ONE_IN = 100
RUNS = 5
_AT = "2026-03-01T10:00:00.000000Z"
_PASSAGE = "Die Stadt hat im Jahr {n} Straßen, Brücken und Wege für viel Geld erneuert."


def run(articles: int = ARTICLES) -> list[Figure]:
    """Seconds to find what rests on a source that few, and one that all articles hold, and what it takes to keep the
    index.
    """
    with TemporaryDirectory() as folder:
        start = time.perf_counter()
        with RecordStore.open(Path(folder)) as store:
            everywhere, shared = _fill(store, articles)
        built = time.perf_counter() - start
        some = -(-articles // SHARED_BY_ONE_IN)
        few, all_ = _seconds(folder, shared, some), _seconds(folder, everywhere, articles)
        with RecordStore.open(Path(folder)) as store, store.act() as act:
            start = time.perf_counter()
            entries = EvidenceIndex(act.connection).rebuild()
            rebuilt = time.perf_counter() - start
    return [
        Figure("affected.articles", articles, "articles"),
        Figure("affected.by_a_shared_source", few, "s", higher_is_better=False),
        Figure("affected.by_a_source_of_all", all_, "s", higher_is_better=False),
        Figure("affected.stored", built, "s", higher_is_better=False),
        Figure("affected.entries", entries, "entries"),
        Figure("affected.rebuilt", rebuilt, "s", higher_is_better=False),
    ]


def _seconds(folder: str, source: str, expected: int) -> float:
    """Median seconds from the folder to the list. Raises RuntimeError if it is not complete."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        with RecordStore.open(Path(folder)) as store, store.resting() as resting:
            found = resting.affected(source)
        times.append(time.perf_counter() - start)
        if len(found) != expected or not all(one.published_at and one.passages for one in found):
            raise RuntimeError(f"{len(found)} sentences found, not {expected}")
    return statistics.median(times)


def _fill(store: RecordStore, articles: int) -> tuple[str, str]:
    """Store the articles; give the ids of the source that all hold, and of the one that every hundredth holds."""
    everywhere, shared = _source("Überall"), _source("Hier und da")
    with store.act() as act:
        for number in range(articles):
            sources = [_source(f"Artikel {number}, Quelle {n}") for n in range(OWN_SOURCES)]
            further = [everywhere] if number % SHARED_BY_ONE_IN else [everywhere, shared]
            _article(act, f"d-{number}", number, [*further, *sources])
    return everywhere.id, shared.id


def _source(name: str) -> Source:
    return Source(text="\n".join(f"{name}. {_PASSAGE.format(n=n)}" for n in range(SENTENCES)), title=name)


def _article(act: Act, dossier: str, number: int, sources: list[Source]) -> None:
    def add(event: Event, attach: dict[Role, bytes] | None = None) -> None:
        act.append(dossier, event, by="p-1", at=_AT, attach=attach)

    add(DossierOpened(title=f"Artikel {number}", language="de"))
    for source in sources:
        add(_taken_in(source), {Role.TEXT: source.text.encode("utf-8")})
    texts = [f"Im {n}. Teil von Artikel {number} geht es um Straßen und Brücken." for n in range(SENTENCES)]
    content = f"# Artikel {number}\n\n" + " ".join(texts)
    digest = content_hash(content)
    origins = tuple(SentenceOrigin(text=text, origin=Origin.PERSON, changed_by="p-1") for text in texts)
    add(RevisionSaved(number=1, content=content, content_sha256=digest, sentences=origins))
    report = Report(
        language="de",
        sentences=tuple(_checked(content, text, n, sources) for n, text in enumerate(texts)),
        sources=tuple(source.id for source in sources),
    )
    add(DraftChecked(number=1, content_sha256=digest, beleg="1", report=report))
    add(Published(number=1, content_sha256=digest, page_sha256="", address="", disclosure="", version=1))


def _checked(content: str, text: str, number: int, sources: list[Source]) -> CheckedSentence:
    """The first sentences rest on the sources that several articles hold, one each, all others on the article's own."""
    own = sources[-OWN_SOURCES:]
    resting = [sources[number]] if number < len(sources) - OWN_SOURCES else own
    start = content.index(text)
    passages = tuple(_passage(source, number) for source in resting)
    return CheckedSentence(
        start=start, end=start + len(text), text=text, verdict=Verdict.SUPPORTED, evidence=passages
    )


def _passage(source: Source, number: int) -> Passage:
    line = source.text.split("\n")[number]
    start = source.text.index(line)
    return Passage(source.id, start, start + len(line), line)


def _taken_in(source: Source) -> SourceTakenIn:
    return SourceTakenIn(
        source=source.id,
        sha256=source.sha256,
        item=0,
        text_sha256=sha256(source.text.encode("utf-8")).hexdigest(),
        name=source.title,
        title=source.title,
        publisher="",
        author="",
        published="",
        captured=_AT,
        address="",
        media_type="text/plain",
        language="de",
    )

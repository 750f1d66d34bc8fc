"""Load: many signed-in editors at one desk for two minutes, reading, typing and saving, several in each dossier.

The desk runs as a process of its own on loopback, on SQLite, as it is installed. Afterwards every edit whose saving was
acknowledged is looked for in the record.
"""

import asyncio
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

from beleg import take_in
from beleg.newsroom.house import Newsroom
from beleg.record.audit import audit
from beleg.record.store import RecordStore
from beleg.terms.source import Source
from benchmarks.editors import PASSWORD, Seen, at_work
from benchmarks.figures import Figure

EDITORS = 50
SECONDS = 120.0
DOSSIERS = 20


def founded(folder: Path, editors: int, dossiers: int) -> tuple[list[str], list[str]]:
    """Found a newsroom with so many people and dossiers; return the logins and the ids.

    Every dossier is the example story, with a source of its own, so that nothing is shared that would not be.
    """
    with Newsroom.open(folder) as newsroom:
        people = [
            newsroom.add_account(f"editor{number}", f"Editor {number}", "Redaktion", PASSWORD)
            for number in range(editors)
        ]
        sources, draft = _story()
        ids = []
        for number in range(dossiers):
            by = people[number % editors].id
            opened = newsroom.open_dossier(f"Färberbrücke {number}", "de", by=by)
            own = Source(text=f"Vermerk {number}: Die Färberbrücke ist gesperrt.", language="de")
            newsroom.take_in(opened.id, [*sources, own], by=by)
            newsroom.save_merged(opened.id, draft, by=by, base="")
            ids.append(opened.id)
        return [person.login for person in people], ids


def _story() -> tuple[list[Source], str]:
    example = files("beleg.example")
    sources: list[Source] = []
    for each in sorted(example.joinpath("sources").iterdir(), key=lambda path: path.name):
        with as_file(each) as path:
            sources += [replace(source, address="") for source in take_in(path)]
    return sources, example.joinpath("draft.md").read_text("utf-8")


@contextmanager
def desk(folder: Path) -> Iterator[str]:
    """The desk of a newsroom as a process of its own; gives its address."""
    command = [sys.executable, "-m", "beleg", "desk", "--port", "0", "--newsroom", str(folder)]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        address = next((word for word in said.split() if word.startswith("http://")), "")
        if not address:
            raise AssertionError(f"The desk did not start: {said}")
        yield address.rstrip("/")
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()


def lost(folder: Path, seen: Seen) -> list[str]:
    """Every acknowledged sentence that no revision of its dossier has, and whatever an audit finds wrong."""
    missing: list[str] = []
    with Newsroom.open(folder, create=False) as newsroom:
        texts = {
            dossier.id: [revision.content for revision in dossier.revisions]
            for dossier in newsroom.dossiers()
        }
        missing += [
            f"{sentence} ({dossier})"
            for dossier, sentence in seen.written
            if not any(sentence in content for content in texts[dossier])
        ]
    with RecordStore.open(folder, create=False) as store:
        missing += [str(finding) for finding in audit(store)]
    return missing


def measured(editors: int, seconds: float, dossiers: int) -> tuple[Seen, list[str]]:
    """Have the editors work; return what they saw, and what was lost."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "newsroom"
        logins, ids = founded(folder, editors, dossiers)
        before = _worked()
        # In a thread of its own: whoever measures may have an event loop already.
        with desk(folder) as address, ThreadPoolExecutor(1) as apart:
            seen = apart.submit(asyncio.run, at_work(address, logins, ids, seconds)).result()
        seen.worked = _worked() - before
        return seen, lost(folder, seen)


def _worked() -> float:
    """Seconds that processes begun here and ended have worked."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def run(editors: int = EDITORS, seconds: float = SECONDS, dossiers: int = DOSSIERS) -> list[Figure]:
    """Measure; `editors` work for `seconds`, shared out over `dossiers`."""
    seen, missing = measured(editors, seconds, dossiers)
    for what in (*seen.errors[:20], *missing[:20]):
        print(f"load: {what}")
    return [
        Figure("load.editors", editors, "editors"),
        Figure("load.requests", seen.requests, "requests"),
        Figure("load.edits", len(seen.written), "edits"),
        Figure("load.merged", seen.merged, "saves"),
        Figure("load.conflicts", seen.conflicts, "conflicts"),
        Figure("load.news", seen.news, "events"),
        Figure("load.errors", len(seen.errors), "errors", higher_is_better=False),
        Figure("load.lost_edits", len(missing), "edits", higher_is_better=False),
        Figure("load.pages_median", 1000 * statistics.median(seen.pages), "ms", higher_is_better=False),
        Figure("load.pages_p95", percentile(seen.pages), "ms", higher_is_better=False),
        Figure("load.looks_p95", percentile(seen.looks), "ms", higher_is_better=False),
        Figure("load.desk_worked", seen.worked / seconds, "cores", higher_is_better=False),
        Figure("load.saves_p95", percentile(seen.saves), "ms", higher_is_better=False),
    ]


def percentile(seconds: list[float], share: float = 0.95) -> float:
    """Milliseconds below which this share of requests was answered (nearest rank)."""
    ordered = sorted(seconds)
    return 1000 * ordered[max(0, -int(-share * len(ordered) // 1) - 1)]

"""Killed: what is left of a newsroom whose process is killed (SIGKILL) at any moment. Nothing may be lost or half
done.
"""

import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import text

from beleg.newsroom.verification import verify
from beleg.record.audit import audit
from beleg.record.database import open_database
from beleg.record.store import RecordStore, Role
from beleg.review.replay import replay
from beleg.terms.events import Published
from benchmarks.busy import Done, founded, state_of, work
from benchmarks.figures import Figure

KILLS = 200
ACTS = 6
"""At most so many acts a process may finish, a random number; counted, because a busy machine takes its time."""
SPAN = 0.3
"""Seconds after that in which it is killed, at a random moment: amid an act."""
_SEED = 20261123


@dataclass
class Damage:
    """What was found wrong, and how much was looked at."""

    acknowledged: int = 0
    acts: Counter[str] = field(default_factory=Counter)
    """How often each act was the last one done before a kill."""
    lost: list[str] = field(default_factory=list)
    """Acts that had returned and are not in the record."""
    other_state: list[str] = field(default_factory=list)
    """Dossiers whose replay tells something else than was told before the kill."""
    half: list[str] = field(default_factory=list)
    """Publications without all their bytes, files that are none of them, entries that are not in the log, a database
    that does not hold together."""


def killed(folder: Path, kills: int, *, span: float = SPAN, seed: int = _SEED) -> Damage:
    """Kill `kills` processes at work in `folder` one after another, and look at what each leaves behind."""
    chance = random.Random(seed)
    newsroom, out = folder / "newsroom", folder / "out"
    founded(newsroom)
    damage = Damage()
    looked_at: set[tuple[str, int]] = set()
    context = get_context("forkserver")
    context.set_forkserver_preload(["benchmarks.warmed_up"])
    for _ in range(kills):
        reading, writing = context.Pipe(duplex=False)
        process = context.Process(target=work, args=(newsroom, out, writing.send))
        process.start()
        writing.close()
        if reading.recv() is not None:
            raise AssertionError("A process says first that it has begun.")
        told = [_done(reading) for _ in range(chance.randint(0, ACTS))]
        time.sleep(chance.uniform(0, span))
        process.kill()
        process.join()
        told += _told(reading)
        damage.acknowledged += len(told)
        damage.acts[told[-1].act if told else "nothing"] += 1
        look(newsroom, out, told, looked_at, damage)
    return damage


def _done(reading: Connection) -> Done:
    done = reading.recv()
    if not isinstance(done, Done):
        raise AssertionError("A process tells what it has done.")
    return done


def _told(reading: Connection) -> list[Done]:
    """Everything that the process managed to tell before it was killed."""
    told: list[Done] = []
    try:
        while True:
            done = reading.recv()
            if isinstance(done, Done):
                told.append(done)
    except EOFError:
        return told


def look(
    folder: Path, out: Path, told: Iterable[Done], looked_at: set[tuple[str, int]], damage: Damage
) -> None:
    """Note in `damage` what is lost or half done in a newsroom; publications in `looked_at` are passed over."""
    engine = open_database(folder, create=False)
    with engine.begin() as connection:
        for question in ("PRAGMA integrity_check", "PRAGMA foreign_key_check"):
            damage.half += [str(row) for row in connection.execute(text(question)) if row[0] != "ok"]
    engine.dispose()
    whole: dict[str, set[str]] = {}
    with RecordStore.open(folder, create=False) as store:
        damage.half += audit(store)
        records = {dossier: store.entries(dossier) for dossier in store.dossiers()}
        for done in told:
            entries = records.get(done.dossier, ())[: done.position]
            if len(entries) < done.position or entries[-1].hash != done.head:
                damage.lost.append(f"{done.act} in {done.dossier}")
            elif state_of(replay(entries)) != done.state:
                damage.other_state.append(done.dossier)
        for dossier, entries in records.items():
            for entry in entries:
                if not isinstance(entry.event, Published):
                    continue
                attached = store.attached(dossier, entry.position)
                whole.setdefault(dossier, set()).update(sha256(raw).hexdigest() for raw in attached.values())
                if (dossier, entry.position) in looked_at:
                    continue
                looked_at.add((dossier, entry.position))
                if sha256(attached.get(Role.PAGE, b"")).hexdigest() != entry.event.page_sha256:
                    damage.half.append(f"the page of {dossier}")
                for form in entry.event.outputs:
                    if sha256(attached.get(Role(form.target), b"")).hexdigest() != form.sha256:
                        damage.half.append(f"{form.target} of {dossier}")
                if not verify(attached.get(Role.BUNDLE, b"")).passed:
                    damage.half.append(f"the bundle of {dossier}")
    for path in out.glob("d-*") if out.is_dir() else ():
        if sha256(path.read_bytes()).hexdigest() not in whole.get(path.name.split(".")[0], set()):
            damage.half.append(path.name)


def run(kills: int = KILLS) -> list[Figure]:
    """Kill and look."""
    with tempfile.TemporaryDirectory() as folder:
        damage = killed(Path(folder), kills)
    for what in (*damage.lost, *damage.other_state, *damage.half):
        print(f"killed: {what}")
    return [
        Figure("killed.processes", kills, "processes"),
        Figure("killed.acknowledged", damage.acknowledged, "acts"),
        Figure("killed.lost", len(damage.lost), "acts", higher_is_better=False),
        Figure("killed.told_otherwise", len(damage.other_state), "dossiers", higher_is_better=False),
        Figure("killed.half_done", len(damage.half), "things", higher_is_better=False),
    ]

"""Generations: the language models that are writing for this desk right now, one for a dossier at most.

Each works in a thread of its own, so that it goes on when the page that started it is closed; what becomes of it stands
in the record. Here stands only what there is to see meanwhile, how the last one of a dossier ended, and what was
offered for a text that is there, until somebody takes it over or the desk is stopped.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from logging import getLogger
from threading import Event, Lock, Thread

from beleg.drafting.progress import Phase, Progress, StoppedError
from beleg.drafting.proposal import Task
from beleg.newsroom.taking_over import Offer
from beleg.terms.refusal import Error

_LOG = getLogger("beleg.desk")
_MOST_SHOWN = 200
"""Sentences of one round that are kept to be shown."""
_UNTIL_GONE = 3.0
"""Seconds that a desk which closes waits for each thread."""


class Outcome(StrEnum):
    """How a generation stands."""

    RUNNING = "running"
    DONE = "done"
    """What it wrote is in the record, or in `Seen.offer`."""
    STOPPED = "stopped"
    """Somebody stopped it; nothing was kept."""
    REFUSED = "refused"
    """Nothing was kept; `Seen.refusal` says why."""
    BROKEN = "broken"
    """A fault of ours; the log has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What there is to see of a generation at one moment. `version` grows with every change of it.

    `sentences` are those of the round that is being written, unchecked; `seconds` is how long it has been at work.
    """

    version: int
    outcome: Outcome
    phase: Phase
    round: int
    sentences: tuple[str, ...]
    pieces: int
    seconds: float
    model: str
    host: str
    by: str
    task: Task
    refusal: Error | None
    offer: Offer | None


class Generation:
    """One model at work for a dossier; a `beleg.drafting.progress.Progress`, safe for several threads."""

    def __init__(self, *, model: str, host: str, by: str, task: Task = Task.DRAFT) -> None:
        self._model, self._host, self._by, self._task = model, host, by, task
        self._lock = Lock()
        self._begun, self._ended = time.monotonic(), 0.0
        self._version, self._pieces, self._round = 1, 0, 1
        self._phase, self._outcome = Phase.READING, Outcome.RUNNING
        self._sentences: list[str] = []
        self._stopped = False
        self._refusal: Error | None = None
        self._offer: Offer | None = None
        self.over = Event()
        """Set when it has ended, in whichever way."""

    def phase(self, phase: Phase, round: int) -> None:
        """Something begins; with a round of writing its sentences begin anew."""
        with self._lock:
            if phase is Phase.WRITING:
                self._sentences, self._pieces = [], 0
            self._phase, self._round = phase, round
            self._version += 1

    def wrote(self, sentence: str) -> None:
        """The model has written a sentence."""
        with self._lock:
            if len(self._sentences) < _MOST_SHOWN:
                self._sentences.append(sentence)
            self._version += 1

    def received(self, pieces: int) -> None:
        """So many pieces have come."""
        with self._lock:
            self._pieces = pieces
            self._version += 1

    @property
    def stopped(self) -> bool:
        """Whether somebody has stopped it."""
        return self._stopped

    def stop(self) -> None:
        """Stop it; what has not been recorded by then will not be."""
        self._stopped = True

    def end(self, outcome: Outcome, refusal: Error | None = None, offer: Offer | None = None) -> None:
        """It is over."""
        with self._lock:
            self._outcome, self._refusal, self._ended = outcome, refusal, time.monotonic()
            self._offer = offer
            self._version += 1
        self.over.set()

    def seen(self) -> Seen:
        """What there is to see of it now."""
        with self._lock:
            return Seen(
                version=self._version,
                outcome=self._outcome,
                phase=self._phase,
                round=self._round,
                sentences=tuple(self._sentences),
                pieces=self._pieces,
                seconds=(self._ended or time.monotonic()) - self._begun,
                model=self._model,
                host=self._host,
                by=self._by,
                task=self._task,
                refusal=self._refusal,
                offer=self._offer,
            )


class Generations:
    """The generations of a desk by dossier."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._by_dossier: dict[str, Generation] = {}
        self._threads: list[Thread] = []

    def of(self, dossier_id: str) -> Generation | None:
        """The one that runs for a dossier, or the last that ran since the desk was started."""
        with self._lock:
            return self._by_dossier.get(dossier_id)

    def start(
        self, dossier_id: str, generation: Generation, work: Callable[[Progress], Offer | None]
    ) -> None:
        """Have it work in a thread; what it returns is kept to be shown. Raises Error if one is at work for the dossier
        already.
        """
        with self._lock:
            running = self._by_dossier.get(dossier_id)
            if running is not None and running.seen().outcome is Outcome.RUNNING:
                raise Error("A language model is writing for this dossier already.")
            self._by_dossier[dossier_id] = generation
            # A daemon: a model that takes its time does not keep the desk from closing.
            thread = Thread(target=_worked, args=(generation, work), daemon=True, name=f"draft {dossier_id}")
            self._threads = [one for one in self._threads if one.is_alive()] + [thread]
            thread.start()

    def close(self) -> None:
        """Stop all that run, and wait a moment for them."""
        with self._lock:
            generations, threads = list(self._by_dossier.values()), self._threads
        for generation in generations:
            generation.stop()
        for thread in threads:
            thread.join(_UNTIL_GONE)


def _worked(generation: Generation, work: Callable[[Progress], Offer | None]) -> None:
    try:
        offer = work(generation)
    except StoppedError:
        generation.end(Outcome.STOPPED)
    except Error as refusal:
        generation.end(Outcome.REFUSED, refusal)
    except Exception as why:  # the thread's last words: whoever waits has to be told something
        # Its words may hold a source's, or what a library knows of the request: its kind has to do.
        _LOG.error("A draft by a language model failed: %s", type(why).__name__)
        generation.end(Outcome.BROKEN)
    else:
        generation.end(Outcome.DONE, offer=offer)

"""Checks apart: a text is read and compared in a process of its own, so that no page waits meanwhile.

The threads of a desk share one interpreter. A check computes for as long as three pages take, and editors who type ask
for several a second; in a process beside the desk it costs the desk next to nothing. The process is asked one thing at
a time: first what is to be recorded, then what somebody looks at while they type.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from logging import getLogger
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Condition
from traceback import format_tb
from typing import Any, ClassVar, ParamSpec, Self, TypeVar

from beleg.checks.catalogue import catalogue
from beleg.terms.refusal import Error

LONGEST = 60.0
"""Seconds the process may take for one thing, where nobody says otherwise: many times what a first check of a long text
against many sources does.
"""
WAITING_LOOKS = 2
"""Looks of one person that wait at once, one for each of two open tabs; a further one takes the place of the oldest."""

_YIELDS = 5
"""How far the process stands back where processors are scarce, as `os.nice` takes it: pages come first."""
_LOG = getLogger("beleg.newsroom")
_P = ParamSpec("_P")
_T = TypeVar("_T")


class Checks:
    """Where texts are read and compared: in the thread that asks, as the terminal and programs do.

    Close it, or use it as a context manager.
    """

    for_the_record: ClassVar[bool] = True
    """Whether what is worked out is about a text that stands in the record, or is about to."""

    def work_out(self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Return what a pure function of values gives for these; raises what it raises."""
        return function(*args, **kwargs)

    def for_a_look(self, by: str) -> "Checks":
        """The same place, for what the person `by` looks at while they type: others come first."""
        return self

    def close(self) -> None:
        """End what was begun for it; nothing was, here."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


HERE = Checks()
"""In the thread that asks."""


class ChecksApart(Checks):
    """In one process beside this one, which keeps the readings and indexes of the dossiers at work.

    Safe for several threads, which wait for one another there. A process that ends (somebody stopped it, memory ran
    out) is followed by another, which is asked once more; one that takes longer than `LONGEST` for one thing is ended.
    What comes to nothing so raises Error, and nothing else suffers. The process ends with the one that began it,
    however that ends.
    """

    def __init__(self, collected: tuple[int, int, int]) -> None:
        """Begin the process; it reads its word lists while nobody waits for them.

        `collected` says when Python looks for cycles there, as `gc.set_threshold` takes it.
        """
        self._collected = collected
        self.longest = LONGEST
        """Seconds the process may take for one thing."""
        self._turns = _Turns()
        self._begin()

    def work_out(self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Call it there; `function` is one of a module, arguments and result can be pickled.

        Raises what it raises, and Error where it comes to nothing.
        """
        return self.asked(function, args, kwargs)

    def for_a_look(self, by: str) -> Checks:
        """What `by` looks at waits for what is to be recorded, and `work_out` of it raises Error where a newer look of
        theirs has taken its place.
        """
        return _Look(self, by)

    def asked(
        self, function: Callable[..., _T], args: tuple[Any, ...], kwargs: dict[str, Any], *, looking: str = ""
    ) -> _T:
        """Like `work_out`; `looking` is the person it is a look for, empty where it is to be recorded."""
        with self._turns.turn(looking):
            for _ in range(2):
                try:
                    self._desk.send((function, args, kwargs))
                    if not self._desk.poll(self.longest):
                        self._replace("took too long")
                        raise Error("This text takes too long to check.")
                    whole, answer = self._desk.recv()
                except (EOFError, ConnectionError):
                    self._replace("has ended")
                    continue
                if whole:
                    given: _T = answer
                    return given
                raise answer
        raise Error("This text cannot be checked now.")

    @property
    def waiting(self) -> int:
        """How many threads wait for their turn."""
        return len(self._turns.waiting)

    def _begin(self) -> None:
        # Not forked: the desk has threads, and a copy of a lock that one of them held would never open.
        spawned = get_context("spawn")
        self._desk, there = spawned.Pipe()
        self._process = spawned.Process(target=_work, args=(there, self._collected), daemon=True)
        self._process.start()
        there.close()

    def _replace(self, why: str) -> None:
        self._end()
        if self._turns.closed:
            raise Error("The desk is being stopped.")
        _LOG.warning("The process that checks texts %s; another one is begun.", why)
        self._begin()

    def _end(self) -> None:
        self._process.kill()
        self._process.join()
        self._desk.close()

    def close(self) -> None:
        """End the process; what it is at work on, and what waits, is refused."""
        self._turns.close()
        self._process.kill()
        with self._turns.last():
            self._end()


@dataclass(frozen=True, slots=True)
class _Look(Checks):
    """Checks apart, asked for a look of `by`."""

    for_the_record: ClassVar[bool] = False
    apart: ChecksApart
    by: str

    def work_out(self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        return self.apart.asked(function, args, kwargs, looking=self.by)


@dataclass(slots=True, eq=False)
class _Waiting:
    """A thread that waits for its turn; `looking` as in `ChecksApart.asked`."""

    looking: str
    replaced: bool = False


class _Turns:
    """Whose turn it is: one thread at a time, in the order they came, what is to be recorded before looks."""

    def __init__(self) -> None:
        self._changed = Condition()
        self.waiting: list[_Waiting] = []
        self._taken = False
        self.closed = False

    @contextmanager
    def turn(self, looking: str) -> Iterator[None]:
        """Wait for one's turn and have it. Raises Error if a newer look of the same person comes, or at the end of
        all.
        """
        mine = _Waiting(looking)
        with self._changed:
            self._queue(mine)
            while not (mine.replaced or self.closed) and (self._taken or self.waiting[0] is not mine):
                self._changed.wait()
            if mine.replaced:
                raise Error("A newer text was looked at.")
            self.waiting.remove(mine)
            if self.closed:
                self._changed.notify_all()
                raise Error("The desk is being stopped.")
            self._taken = True
        try:
            yield
        finally:
            self._give_back()

    @contextmanager
    def last(self) -> Iterator[None]:
        """The turn after all others, once this is closed."""
        with self._changed:
            while self._taken:
                self._changed.wait()
            yield

    def _queue(self, mine: _Waiting) -> None:
        if not mine.looking:
            first_look = next((at for at, one in enumerate(self.waiting) if one.looking), len(self.waiting))
            self.waiting.insert(first_look, mine)
            return
        of_mine = [one for one in self.waiting if one.looking == mine.looking]
        if len(of_mine) >= WAITING_LOOKS:
            of_mine[0].replaced = True
            self.waiting.remove(of_mine[0])
            self._changed.notify_all()
        self.waiting.append(mine)

    def _give_back(self) -> None:
        with self._changed:
            self._taken = False
            self._changed.notify_all()

    def close(self) -> None:
        """Let nobody have a turn any more."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()


def _work(desk: Connection, collected: tuple[int, int, int]) -> None:
    """What the process does: it leaves Ctrl-C to the desk, answers it, and ends when the desk is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":  # where there is no such thing
        os.nice(_YIELDS)
    gc.set_threshold(*collected)
    catalogue()
    while True:
        try:
            function, args, kwargs = desk.recv()
        except EOFError:
            return
        try:
            answer = True, function(*args, **kwargs)
        except Error as refusal:
            answer = False, refusal
        except Exception as why:
            why.add_note("".join(format_tb(why.__traceback__)))  # it does not travel by itself
            answer = False, why
        try:
            desk.send(answer)
        except ConnectionError:
            return

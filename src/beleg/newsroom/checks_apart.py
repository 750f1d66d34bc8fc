"""Checks apart: a text is read and compared in a process of its own, so that no page waits meanwhile.

The threads of a desk share one interpreter. A check computes for as long as three pages take, and editors who type ask for
several a second; in a process beside the desk it costs the desk next to nothing.
"""

import gc
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from logging import getLogger
from multiprocessing import get_context, parent_process
from threading import Lock, Thread
from typing import ParamSpec, Self, TypeVar

from beleg.checks.catalogue import catalogue

_LOG = getLogger("beleg.newsroom")
_P = ParamSpec("_P")
_T = TypeVar("_T")


class Checks:
    """Where texts are read and compared: in the thread that asks, as the terminal and programs do.

    Close it, or use it as a context manager.
    """

    def work_out(self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Return what a pure function of values gives for these; raises what it raises."""
        return function(*args, **kwargs)

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

    Safe for several threads, which wait for one another there. A process that ends (somebody stopped it, memory ran out) is
    followed by another; what it was asked is worked out here. It ends with the process that began it, however that ends.
    """

    def __init__(self, collected: tuple[int, int, int]) -> None:
        """Begin the process; it reads its word lists while nobody waits for them.

        `collected` says when Python looks for cycles there, as `gc.set_threshold` takes it.
        """
        self._lock = Lock()
        self._collected = collected
        self._process = self._begun()
        self._process.submit(catalogue)

    def work_out(self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Call it there; `function` is one of a module, arguments and result can be pickled. Raises what it raises."""
        process = self._process
        try:
            return process.submit(function, *args, **kwargs).result()
        except BrokenProcessPool:
            self._replace(process)
            return function(*args, **kwargs)

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._process is broken:
                _LOG.warning("The process that checks texts has ended; another one is begun.")
                self._process = self._begun()
        broken.shutdown(wait=False)

    def _begun(self) -> ProcessPoolExecutor:
        # Not forked: the desk has threads, and a copy of a lock that one of them held would never open.
        spawned = get_context("spawn")
        return ProcessPoolExecutor(1, mp_context=spawned, initializer=_begin, initargs=(self._collected,))

    def close(self) -> None:
        """End the process; what it is at work on is finished first."""
        self._process.shutdown(cancel_futures=True)


def _begin(collected: tuple[int, int, int]) -> None:
    """What the process does first: it leaves Ctrl-C to the desk, and ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*collected)
    desk = parent_process()
    assert desk is not None

    def leave() -> None:
        desk.join()
        os._exit(0)

    Thread(target=leave, daemon=True).start()

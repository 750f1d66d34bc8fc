"""Attempts: how often somebody may try to sign in."""

from collections.abc import Callable
from threading import Lock
from time import monotonic

PER_LOGIN = 5
PER_HOST = 30
WINDOW = 300.0
"""Seconds an attempt that failed counts."""
_REMEMBERED = 10_000


class Attempts:
    """Counts failed sign-ins per login name and per host, in memory.

    More than `PER_LOGIN` failures for one name, or `PER_HOST` from one host, within `WINDOW` seconds: no password
    is looked at until the oldest has aged. Names are counted whether an account has them or not, so that the
    answer does not tell which names exist.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._failed: dict[tuple[str, str], list[float]] = {}
        self._lock = Lock()

    def begin(self, login: str, host: str) -> float:
        """Count an attempt as failed before its password is looked at, and return 0; or the seconds to wait, counting
        nothing.

        It is one step, so that of many attempts at the same moment no more are let through than one after the other.
        """
        now = self._clock()
        with self._lock:
            wait = self._longest(login, host, now)
            if wait == 0:
                self._count(login, host, now)
            return wait

    def failed(self, login: str, host: str) -> None:
        """Count one failure for the name and for the host."""
        now = self._clock()
        with self._lock:
            self._count(login, host, now)

    def succeeded(self, login: str, host: str) -> None:
        """Forget the failures of a name whose owner got in, and do not hold this one against the host."""
        with self._lock:
            self._failed.pop(("login", login), None)
            if self._failed.get(("host", host)):
                self._failed[("host", host)].pop()

    def _longest(self, login: str, host: str, now: float) -> float:
        return max(
            self._wait(("login", login), PER_LOGIN, now),
            self._wait(("host", host), PER_HOST, now),
        )

    def _count(self, login: str, host: str, now: float) -> None:
        for key in (("login", login), ("host", host)):
            self._failed.setdefault(key, []).append(now)
        while len(self._failed) > _REMEMBERED:
            del self._failed[next(iter(self._failed))]

    def _wait(self, key: tuple[str, str], allowed: int, now: float) -> float:
        recent = [moment for moment in self._failed.get(key, []) if now - moment < WINDOW]
        if key in self._failed:
            self._failed[key] = recent
        return max(0.0, recent[-allowed] + WINDOW - now) if len(recent) >= allowed else 0.0

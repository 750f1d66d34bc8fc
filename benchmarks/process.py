"""A whole process of Beleg, measured as it runs where it is installed."""

import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from typing import NamedTuple

RUNS = 5


class Cost(NamedTuple):
    """What a process took: seconds that passed, seconds it worked (its own and the system's for it)."""

    passed: float
    worked: float


def cost(command: Sequence[str], folder: str) -> Cost:
    """The median of several runs on one core, after one that is not measured.

    With compiled bytecode, which an installed program has: the first run writes it to a folder of its own. Raises
    RuntimeError if a run could not do its work (status 2 and above).
    """
    with tempfile.TemporaryDirectory() as bytecode:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        _run(command, folder, environment)
        runs = [_run(command, folder, environment) for _ in range(RUNS)]
    return Cost(*(statistics.median(values) for values in zip(*runs, strict=True)))


def _run(command: Sequence[str], folder: str, environment: dict[str, str]) -> Cost:
    start, before = time.perf_counter(), _worked()
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
        preexec_fn=lambda: os.sched_setaffinity(0, {0}),
    )
    found = Cost(time.perf_counter() - start, _worked() - before)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode("utf-8", "replace").strip())
    return found


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime

"""Checks in a process of their own: the same answers, and none is lost when that process goes."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic, sleep

import pytest

from beleg.newsroom.checks_apart import HERE, ChecksApart
from beleg.newsroom.example import EDITOR, load_example
from beleg.newsroom.house import Newsroom
from beleg.newsroom.writing import clean
from beleg.terms.refusal import Error
from tests.accounts import account_called


@pytest.fixture(scope="module")
def apart() -> Iterator[ChecksApart]:
    with ChecksApart((700, 10, 10)) as checks:
        yield checks


def test_a_text_is_checked_there_as_it_is_here(apart: ChecksApart, tmp_path: Path) -> None:
    seen: list[tuple[object, ...]] = []
    for checks in (HERE, apart):
        with Newsroom.open(tmp_path / str(len(seen)), checks=checks) as newsroom:
            dossier = load_example(newsroom).id
            person = account_called(newsroom, EDITOR.login)
            assert person is not None
            text = newsroom.dossier(dossier).current
            assert text is not None
            typed = text.content.replace("Millionen", "Milliarden") + "\nKarin Adler sagte, das sei alles.\n"
            looked = newsroom.look(dossier, typed, by=person.id)
            saved = newsroom.save_merged(dossier, typed, by=person.id, base=text.content_sha256)
            said = newsroom.quotations(newsroom.dossier(dossier))
            report = newsroom.check(dossier, by=person.id)
            seen.append(
                (
                    [(one.finding, one.state) for one in looked.review.findings],
                    [(one.sentence, one.state) for one in saved.review.sentences],
                    said,
                    report,
                )
            )
    assert seen[0] == seen[1]
    assert seen[0][0] and seen[0][2]


def test_it_is_another_process(apart: ChecksApart) -> None:
    assert apart.work_out(os.getpid) != HERE.work_out(os.getpid)
    assert apart.work_out(os.getppid) == os.getpid()


def test_what_is_refused_there_is_refused_here(apart: ChecksApart) -> None:
    with pytest.raises(Error, match=r"^The text is empty\.$"):
        apart.work_out(clean, "  ")


_ENDED = "The process that checks texts has ended; another one is begun."


def test_another_process_follows_one_that_was_killed(caplog: pytest.LogCaptureFixture) -> None:
    with ChecksApart((700, 10, 10)) as checks:
        first = checks.work_out(os.getpid)
        os.kill(first, signal.SIGKILL)
        assert checks.work_out(clean, "Der Rat tagte.\r\n") == "Der Rat tagte.\n"
        second = checks.work_out(os.getpid)
        assert second not in (first, os.getpid())
    assert [record.message for record in caplog.records] == [_ENDED]


def end_this_process() -> None:
    """A text on which whoever checks it dies."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_kills_the_process_twice_is_refused_and_never_worked_out_in_the_desk(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with ChecksApart((700, 10, 10)) as checks:
        with pytest.raises(Error, match=r"^This text cannot be checked now\.$"):
            checks.work_out(end_this_process)
        assert checks.work_out(clean, "Gut.") == "Gut."
    assert [record.message for record in caplog.records] == [_ENDED, _ENDED]


def test_what_takes_too_long_is_refused(caplog: pytest.LogCaptureFixture) -> None:
    with ChecksApart((700, 10, 10)) as checks:
        checks.work_out(os.getpid)
        checks.longest = 0.2
        with pytest.raises(Error, match=r"^This text takes too long to check\.$"):
            checks.work_out(sleep, 600)
    assert [record.message for record in caplog.records] == [
        "The process that checks texts took too long; another one is begun."
    ]


def test_a_newer_look_takes_the_place_of_one_that_waits_and_what_is_recorded_comes_first(
    apart: ChecksApart, tmp_path: Path
) -> None:
    gate, came = tmp_path / "gate", tmp_path / "came"
    with ThreadPoolExecutor(6) as people:
        running = people.submit(apart.work_out, wait_for, gate, came, "first")
        _until(came.exists)
        looks = []
        for number in range(3):
            look = apart.for_a_look("p-1").work_out
            looks.append(people.submit(look, note, came, f"look {number}"))
            _until(lambda: waits(apart, len(looks)) or looks[0].done())
        with pytest.raises(Error, match=r"^A newer text was looked at\.$"):
            looks[0].result(20)
        saved = people.submit(apart.work_out, note, came, "saved")
        _until(lambda: waits(apart, 3))
        gate.touch()
        for each in (running, saved, *looks[1:]):
            each.result(20)
    assert came.read_text().split("\n")[:-1] == ["first", "saved", "look 1", "look 2"]


def test_closing_refuses_what_is_under_way_and_what_waits() -> None:
    checks = ChecksApart((700, 10, 10))
    checks.work_out(os.getpid)
    with ThreadPoolExecutor(2) as people:
        under_way = [people.submit(checks.work_out, sleep, 60) for _ in range(2)]
        _until(lambda: waits(checks, 1))
        checks.close()
        for each in under_way:
            with pytest.raises(Error, match=r"^The desk is being stopped\.$"):
                each.result(20)
    with pytest.raises(Error, match="being stopped"):
        checks.work_out(os.getpid)


def wait_for(gate: Path, came: Path, name: str) -> None:
    note(came, name)
    _until(gate.exists)


def note(came: Path, name: str) -> None:
    with came.open("a") as book:
        book.write(f"{name}\n")


def waits(checks: ChecksApart, count: int) -> bool:
    return checks.waiting >= count


def _until(done: Callable[[], bool]) -> None:
    waited = monotonic() + 20
    while not done():
        assert monotonic() < waited
        sleep(0.01)


_BEGINS_ONE = """
import os, signal
from beleg.newsroom.checks_apart import ChecksApart
if __name__ == "__main__":
    checks = ChecksApart((700, 10, 10))
    print(checks.work_out(os.getpid), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_ends_with_a_desk_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "desk.py"
    script.write_text(_BEGINS_ONE)
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        process = int(desk.stdout.readline())
    _until(lambda: not _runs(process))


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False

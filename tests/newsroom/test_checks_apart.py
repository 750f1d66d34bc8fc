"""Checks in a process of their own: the same answers, and none is lost when that process goes."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
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


def test_another_process_follows_one_that_was_killed(caplog: pytest.LogCaptureFixture) -> None:
    with ChecksApart((700, 10, 10)) as checks:
        first = checks.work_out(os.getpid)
        os.kill(first, signal.SIGKILL)
        assert checks.work_out(clean, "Der Rat tagte.\r\n") == "Der Rat tagte.\n"
        second = checks.work_out(os.getpid)
        assert second not in (first, os.getpid())
    assert [record.message for record in caplog.records] == [
        "The process that checks texts has ended; another one is begun."
    ]


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
    waited = monotonic() + 20
    while _runs(process):
        assert monotonic() < waited, "the process that checks texts is still there"
        sleep(0.02)


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False

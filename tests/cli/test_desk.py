"""`beleg desk`: it starts, says where it is, answers, and ends with Ctrl-C."""

import re
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen


def answers(address: str) -> int:
    """The status of an address, asked again until somebody listens there (at most 20 seconds)."""
    until = monotonic() + 20
    while True:
        try:
            with urlopen(address, timeout=20) as answer:
                return int(answer.status)
        except URLError:
            if monotonic() > until:
                raise
            sleep(0.1)


def test_the_desk_says_where_it_is_answers_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "beleg.cli", "desk", "--port", "0", "--newsroom", str(tmp_path / "newsroom")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as desk:
        try:
            assert desk.stdout is not None
            assert desk.stderr is not None
            found = re.search(r"http://127\.0\.0\.1:\d+/", desk.stdout.readline())
            assert found, desk.stderr.read()
            assert answers(f"{found[0]}health") == 200
            desk.send_signal(signal.SIGINT)
            assert desk.wait(20) == 0  # Ctrl-C is how the desk is closed
            assert "Traceback" not in desk.stderr.read()
        finally:
            desk.kill()

"""The lines by which a stranger follows the log with Go's tools do so."""

import os
import re
import subprocess
import sys
from pathlib import Path

from beleg.newsroom.house import Newsroom
from tests.record.verifier import GoVerifier

ROOT = Path(__file__).parents[2]


def test_the_log_is_followed_by_the_lines_of_the_page(tmp_path: Path, go_verifier: GoVerifier) -> None:
    assert go_verifier.program.exists(), "there is a Go; skips where there is none"
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    block = re.search(r"^```bash\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert block is not None
    lines = [line for line in block[1].splitlines() if not line.startswith("apt-get ")]
    goes_on = "# keep this; after the newsroom has gone on:"
    assert any(line.endswith(goes_on) for line in lines)
    script = "\n".join(line.replace(goes_on, "&& beleg dossier open Rathaus") for line in lines)
    with Newsroom.open(tmp_path / "newsroom") as newsroom:
        newsroom.add_account("ida", "Ida Kroll", "Redakteurin", "zehn Zeichen")
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    beleg = tmp_path / "bin" / "beleg"
    beleg.parent.mkdir()
    beleg.write_text(f'#!/bin/sh\nexec {sys.executable} -m beleg.cli "$@"\n')
    beleg.chmod(0o755)
    done = subprocess.run(
        ["bash", "-exc", script],
        cwd=tmp_path,
        env={
            **os.environ,
            "PATH": f"{beleg.parent}:{os.environ['PATH']}",
            "BELEG_ACCOUNT": "ida",
            "GOCACHE": str(go_verifier.folder / "cache"),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == (tmp_path / "key").read_text().strip()
    sizes = [(tmp_path / name).read_text().split("\n")[1] for name in ("kept", "log/checkpoint")]
    assert sizes == ["1", "2"], "the newsroom has gone on in between"

"""The lines by which a stranger verifies a sign-off with openssl alone do so."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from tests.newsroom.judged import sign_judged
from tests.newsroom.town import town

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An unpacked bundle."""
    folder = tmp_path_factory.mktemp("bundle")
    with town(folder / "newsroom") as pool:
        sign_judged(pool.house, pool.dossier, pool.prepare(), by=pool.ole.id)
        pool.house.publish(pool.dossier, by=pool.ida.id)
        zipfile.ZipFile(BytesIO(pool.house.bundle(pool.dossier))).extractall(folder / "bundle")
    yield folder / "bundle"


def _verified(folder: Path) -> "subprocess.CompletedProcess[str]":
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    lines = re.search(r"^```sh\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert lines is not None
    return subprocess.run(
        ["/bin/sh", "-eu", "-c", lines[1]],
        cwd=folder,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=60,
    )


def test_a_sign_off_holds(unpacked: Path) -> None:
    done = _verified(unpacked)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Signature Verified Successfully" in done.stdout
    assert re.search(r"signed by the newsroom: [0-9a-f]{64}$", done.stdout.strip())


@pytest.mark.parametrize("member", ["sign-off.dsse.json", "content.md", "newsroom-key.txt"])
def test_a_changed_byte_does_not(unpacked: Path, member: str, tmp_path: Path) -> None:
    good = (unpacked / member).read_bytes()
    # Of the line of the key only the last 32 bytes are the key itself.
    first = len(good) - 43 if member == "newsroom-key.txt" else 0
    for place in range(first, len(good) - 1, max(1, (len(good) - first) // 24)):
        changed = tmp_path / str(place)
        shutil.copytree(unpacked, changed)
        bad = bytearray(good)
        bad[place] ^= 1
        (changed / member).write_bytes(bad)
        assert _verified(changed).returncode != 0, f"{member}, byte {place}"

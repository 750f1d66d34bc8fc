"""The verifier in Go: built once for a run of the tests, from Debian's packages and nothing else."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

GOPATH = Path("/usr/share/gocode")
"""Where Debian's golang-golang-x-mod-dev puts its sources."""


@dataclass(frozen=True)
class GoVerifier:
    """The program, called with the keys it believes."""

    program: Path
    folder: Path

    def __call__(self, what: str, keys: str, *paths: Path) -> subprocess.CompletedProcess[str]:
        """Run one of its commands with these verifier lines, one a line."""
        file = self.folder / "keys"
        file.write_text(keys, encoding="utf-8")
        return subprocess.run(
            [self.program, what, file, *paths], capture_output=True, text=True, check=False, timeout=120
        )

    def accepts(self, what: str, keys: str, *paths: Path) -> bool:
        """Whether everything holds; fails the test if the program broke instead of refusing."""
        done = self(what, keys, *paths)
        assert done.returncode in (0, 1), done.stderr
        assert "panic" not in done.stderr
        return done.returncode == 0


def built(folder: Path) -> GoVerifier:
    """Build it into `folder`; skips with one line where there is no Go, unless it has to be there."""
    go = shutil.which("go")
    if go is None or not (GOPATH / "src/golang.org/x/mod/sumdb/tlog").is_dir():
        missing = "no Go: apt install golang-go golang-golang-x-mod-dev"
        if os.environ.get("BELEG_REQUIRE_GO") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    sources = sorted(Path(__file__).parent.glob("*.go"))
    surroundings = {
        **os.environ,
        "GO111MODULE": "off",
        "GOPATH": str(GOPATH),
        "GOFLAGS": "",
        "GOCACHE": str(folder / "cache"),
    }
    subprocess.run([go, "vet", *sources], check=True, env=surroundings, timeout=600)
    subprocess.run(
        [go, "build", "-o", folder / "verifier", *sources], check=True, env=surroundings, timeout=600
    )
    return GoVerifier(folder / "verifier", folder)

"""`beleg record`: the log from the terminal."""

import subprocess
from pathlib import Path

import pytest

from beleg.record.newsroom_key import FILE, signature_holds
from beleg.record.signed_note import Verifier, checkpoint_in
from tests.cli.terminal import run
from tests.record.verifier import GoVerifier


class Terminal:
    """A newsroom in a folder, and the program `beleg` called for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.status = 0
        self.said = ""
        password = folder.parent / "password"
        password.write_text("zehn Zeichen\n")
        self(
            "account", "add", "ida", "--name", "Ida Kroll", "--function", "Redakteurin",
            "--password-file", str(password),
        )  # fmt: skip
        self.dossier = self("dossier", "open", "Hallenbad", "--as", "ida").strip()

    def __call__(self, *arguments: str) -> str:
        """Run a command; return what it printed and keep its status and its complaint."""
        done = run(*arguments, "--newsroom", self.folder)
        self.status, self.said = done.exit_code, done.stderr
        return done.stdout


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "newsroom")


def test_the_record_of_a_dossier_is_shown_with_and_without_the_word(terminal: Terminal) -> None:
    shown = terminal("record", "show", terminal.dossier)
    assert "Ida Kroll: dossier opened: Hallenbad" in shown
    assert terminal("record", terminal.dossier) == shown
    assert terminal("record", terminal.dossier[:6]) == shown
    terminal("record", "newsroom")
    assert (terminal.status, terminal.said) == (2, "beleg: dossier 'newsroom': not in this newsroom.\n")


def test_the_newsrooms_own_stream_is_no_dossier(terminal: Terminal) -> None:
    assert len(terminal("dossier", "list").splitlines()) == 1


def test_the_key_is_shown_as_tools_take_it(terminal: Terminal, tmp_path: Path) -> None:
    line = terminal("record", "key", "--format", "line").strip()
    assert Verifier.of(line).line == line
    pem = terminal("record", "key", "--format", "pem")
    made = subprocess.run(
        ["openssl", "pkey", "-in", terminal.folder / FILE, "-pubout"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert pem == made.stdout
    assert terminal("record", "key") == f"{line}\n\n{pem}"


def test_a_key_is_rotated_by_a_person_and_the_old_one_shown(terminal: Terminal) -> None:
    old = terminal("record", "key", "--format", "line").strip()
    terminal("record", "rotate-key")
    assert (terminal.status, "Nobody acts" in terminal.said) == (2, True)
    new = terminal("record", "rotate-key", "--as", "ida").strip()
    assert new != old
    shown = terminal("record", "key")
    assert shown.startswith(f"{new}\n") and shown.endswith(f"\nBefore: {old}\n")


def test_the_log_is_exported_audited_and_verified(
    terminal: Terminal, tmp_path: Path, go_verifier: GoVerifier
) -> None:
    folder = tmp_path / "log"
    assert terminal("record", "export", str(folder)) == f"{folder}: 2 entries; 4 files written.\n"
    line = terminal("record", "key", "--format", "line").strip()
    assert go_verifier.accepts("log", line, folder)
    assert terminal("record", "audit", str(folder)) == "Everything fits.\n"
    (folder / "tile/0/000.p/2").write_bytes(b"\0" * 64)
    said = terminal("record", "audit", str(folder))
    assert (terminal.status, said) == (1, f"{folder}/tile/0/000.p/2: not what stands in the log.\n")
    assert terminal("record", "audit") == "Everything fits.\n"
    assert terminal("record", "rebuild") == (
        "Built again: the tree of the log.\nBuilt again: which sentence rests on which passage.\n"
        "Built again: the list of the dossiers.\n"
    )
    assert terminal("record", "audit") == "Everything fits.\n"
    checkpoint = (folder / "checkpoint").read_bytes()
    assert checkpoint_in(checkpoint, Verifier.of(line)).size == 2


def test_without_the_key_file_reading_goes_on_and_signing_is_refused_in_a_sentence(
    terminal: Terminal, tmp_path: Path
) -> None:
    (terminal.folder / FILE).unlink()
    assert "dossier opened" in terminal("record", terminal.dossier)
    assert terminal("record", "key").startswith("beleg.news/newsroom/")
    assert terminal("record", "audit") == "Everything fits.\n"
    missing = f"beleg: {terminal.folder}/newsroom.key: the newsroom's key cannot be read; No such file or directory.\n"
    for command in (("export", str(tmp_path / "log")), ("rotate-key", "--as", "ida")):
        terminal("record", *command)
        assert (terminal.status, terminal.said) == (2, missing)


def test_a_timestamp_needs_a_server(terminal: Terminal, tmp_path: Path) -> None:
    terminal("record", "timestamp")
    assert (terminal.status, "set BELEG_TIMESTAMP_SERVER" in terminal.said) == (2, True)
    (tmp_path / "keine.pem").write_text("keine")
    terminal(
        "record", "timestamp", "--server", "http://zeit.example", "--authority", str(tmp_path / "keine.pem")
    )
    assert (terminal.status, terminal.said) == (2, "beleg: The file holds no certificates in PEM.\n")


def test_openssl_verifies_a_checkpoint(terminal: Terminal, tmp_path: Path) -> None:
    """A signed note is text, an empty line, and a signature: 4 bytes that name the key, then the signature itself."""
    from base64 import b64decode

    folder = tmp_path / "log"
    terminal("record", "export", str(folder))
    (tmp_path / "newsroom.pem").write_text(terminal("record", "key", "--format", "pem"))
    text, _, signature = (folder / "checkpoint").read_bytes().rpartition(b"\n\n")
    raw = b64decode(signature.split()[-1])[4:]
    public = Verifier.of(terminal("record", "key", "--format", "line").strip()).public
    assert signature_holds(public, text + b"\n", raw)
    (tmp_path / "text").write_bytes(text + b"\n")
    (tmp_path / "signature").write_bytes(raw)
    verify = "openssl pkeyutl -verify -pubin -inkey newsroom.pem -rawin -in text -sigfile signature".split()
    said = subprocess.run(verify, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert "Verified Successfully" in said.stdout

"""The whole way in the terminal: from sources to a signed article whose bundle verifies."""

import json
import re
from pathlib import Path

import pytest

from beleg.publishing.dsse import read_envelope
from tests.cli.terminal import DRAFT, SOURCE, process, run, written
from tests.publishing.reports import validate

PASSWORD = "ein langes Kennwort"


class Terminal:
    """A newsroom in a folder with an author and an editor, and `beleg` run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for login, name in (("mia", "Mia Averbeck"), ("tom", "Tom Grothe")):
            arguments = (
                "account",
                "add",
                login,
                "--name",
                name,
                "--function",
                "Redaktion",
                "--newsroom",
                self.room,
            )
            assert run(*arguments, given=f"{PASSWORD}\n").exit_code == 0
        self.id = self("dossier", "open", "Schwimmhalle", by="mia").strip()

    @property
    def room(self) -> Path:
        return self.folder / "newsroom"

    def __call__(self, *arguments: str | Path, by: str = "", status: int = 0, given: str = "") -> str:
        acting = ("--as", by) if by else ()
        done = run(*arguments, "--newsroom", self.room, *acting, given=given)
        assert done.exit_code == status, done.output
        return done.output

    def key(self, kind: str) -> str:
        """The key of the first finding or sentence that is open."""
        found = re.search(rf"^([0-9a-f]{{16}})  {kind} open", self("review", self.id), re.MULTILINE)
        assert found, self("review", self.id)
        return found[1]

    def ready_to_sign(self) -> None:
        """Take in, draft with a wrong number, check, mend it, check again."""
        self("take-in", written(self.folder, "halle.txt", SOURCE), "--dossier", self.id, by="mia")
        self("dossier", "add-draft", self.id, written(self.folder, "bau.md", DRAFT), by="mia")
        self("check", "--dossier", self.id, by="mia", status=1)
        mended = DRAFT.replace("12 Millionen", "21 Millionen")
        self("dossier", "add-draft", self.id, written(self.folder, "bau.md", mended), by="mia")
        self("check", "--dossier", self.id, by="mia")


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


def test_a_review_says_of_an_account_whether_it_could_sign(terminal: Terminal) -> None:
    terminal.ready_to_sign()
    assert "could sign" not in terminal("review", terminal.id)
    told = terminal("review", terminal.id, by="tom")
    assert f"Tom Grothe could sign it: beleg sign {terminal.id} --as tom" in told
    told = terminal("review", terminal.id, by="mia")
    assert "cannot sign it: who signs must not have written or changed any of the text." in told
    assert "no such account" in terminal("review", terminal.id, by="udo", status=2)


def test_the_whole_way_to_a_bundle_that_verifies(terminal: Terminal, tmp_path: Path) -> None:
    terminal.ready_to_sign()
    assert "Open: 0 findings, 0 sentences." in terminal("review", terminal.id)
    signed = terminal("sign", terminal.id, by="tom", given=f"{PASSWORD}\n")
    assert "Signed by Tom Grothe at " in signed
    assert re.search(r"sha256 [0-9a-f]{64}", signed)
    assert (
        "The page will name these sources, in its data also with date and hash:\n  1. halle.txt\n" in signed
    )
    assert "No source of the dossier can be left out." in signed
    shown = terminal("publish", terminal.id, "--to", tmp_path / "web", by="tom")
    bundle = tmp_path / "web" / f"{terminal.id}.zip"
    page = tmp_path / "web" / f"{terminal.id}.html"
    assert page.read_bytes().startswith(b"<!doctype html>")
    assert "The record shows no part of a machine in the text; the page prints no disclosure." in shown
    head = shown.splitlines()[-1].removeprefix("Head of the record: ")

    verified = process("verify", bundle, "--head", head)
    assert verified.returncode == 0, verified.stdout.decode()
    *_, article, version, signed_by, verdict = verified.stdout.decode().splitlines()
    assert (article, verdict) == ("article: Tannwiel baut", "Verified.")
    assert re.fullmatch(r"version: 1, published \d+ \w+ \d{4}, \d\d:\d\d \(UTC\)", version)
    assert re.fullmatch(r"signed by: Tom Grothe \(.+\), \d+ \w+ \d{4}, \d\d:\d\d \(UTC\)", signed_by)
    german = process("verify", bundle, "--messages", "de").stdout.decode().splitlines()
    assert german[-1] == "Geprüft: Alles stimmt."
    assert german[-4] == "Artikel: Tannwiel baut" and german[-3].startswith("Version: 1, veröffentlicht ")
    assert re.fullmatch(
        r"freigegeben von: Tom Grothe \(.+\), \d+\. \w+ \d{4}, \d\d:\d\d Uhr \(UTC\)", german[-2]
    )
    assert not [line for line in german if re.search(r"\b(the|of|it)\b", line)], german
    document = validate(process("verify", bundle, "--format", "json").stdout.decode(), "beleg.verification-1")
    about = document["about"]
    assert isinstance(about, dict) and (about["version"], about["headline"]) == (1, "Tannwiel baut")
    assert (document["passed"], document["head"]) == (True, head)

    other = process("verify", bundle, "--head", "0" * 64)
    assert other.returncode == 1
    assert "FAILED expected_head: " in other.stdout.decode()

    raw = bytearray(bundle.read_bytes())
    raw[len(raw) // 2] ^= 1
    (tmp_path / "tampered.zip").write_bytes(raw)
    tampered = process("verify", tmp_path / "tampered.zip")
    assert tampered.returncode == 1
    (failed,) = [line for line in tampered.stdout.decode().splitlines() if line.startswith("FAILED")]
    assert re.search(r"\[.+\]$", failed)
    german = process("verify", tmp_path / "tampered.zip", "--messages", "de").stdout.decode().splitlines()
    assert german[-1] == "Geprüft: Es stimmt nicht alles."
    assert not [line for line in german if "Tom Grothe" in line], "nothing is told of what does not hold"
    assert len([line for line in german if line.startswith("FEHLER ")]) == 1

    entries = terminal("record", terminal.id).splitlines()
    assert [re.sub(r".*Z  [^:]*: ([a-z ]+): .*", r"\1", line) for line in entries] == [
        "dossier opened",
        "source taken in",
        "revision saved",
        "draft checked",
        "revision saved",
        "draft checked",
        "signed off",
        "published",
    ]
    lines = [json.loads(line) for line in terminal("record", terminal.id, "--format", "json").splitlines()]
    assert [line["position"] for line in lines] == list(range(lines[0]["position"], lines[0]["position"] + 8))
    assert lines[-1]["hash"] == head
    assert "published" in terminal("dossier", "list")


def test_what_a_signature_states_is_shown_and_written(terminal: Terminal, tmp_path: Path) -> None:
    assert "nobody has signed it" in terminal("record", "statement", terminal.id, status=2)
    terminal.ready_to_sign()
    signed = terminal("sign", terminal.id, by="tom", given=f"{PASSWORD}\n")
    assert f"beleg record statement {terminal.id} --to FILE" in signed
    shown = json.loads(terminal("record", "statement", terminal.id))
    assert shown["predicate"]["signer"]["name"] == "Tom Grothe"
    file = tmp_path / "sign-off.dsse.json"
    assert terminal("record", "statement", terminal.id, "--to", file) == f"{file}\n"
    assert json.loads(read_envelope(file.read_bytes()).payload) == shown
    refused = terminal("record", "statement", terminal.id, "--to", tmp_path / "nirgends" / "x", status=2)
    assert "cannot be written" in refused


def test_who_wrote_the_text_cannot_sign_it(terminal: Terminal) -> None:
    terminal.ready_to_sign()
    refused = terminal("sign", terminal.id, by="mia", given=f"{PASSWORD}\n", status=1)
    assert "beleg: It cannot be signed: " in refused
    assert "Authors of the text, who cannot sign it: Mia Averbeck." in refused


def test_a_wrong_password_signs_nothing(terminal: Terminal) -> None:
    terminal.ready_to_sign()
    refused = terminal("sign", terminal.id, by="tom", given="falsch\n", status=2)
    assert "beleg: tom: wrong password; nothing was signed." in refused
    terminal("publish", terminal.id, "--to", terminal.folder / "web", by="tom", status=1)
    assert not list((terminal.folder / "web").iterdir())


def test_a_password_from_a_file(terminal: Terminal, tmp_path: Path) -> None:
    terminal.ready_to_sign()
    secret = written(tmp_path, "kennwort.txt", f"{PASSWORD}\nzweite Zeile\n")
    terminal("sign", terminal.id, "--password-file", secret, by="tom")


def test_findings_are_dismissed_and_sentences_confirmed_with_a_reason(terminal: Terminal) -> None:
    terminal("take-in", written(terminal.folder, "halle.txt", SOURCE), "--dossier", terminal.id, by="mia")
    text = f"{DRAFT}\nGegen das Projekt klagt ein Gartenverein aus Osterfelde.\n"
    terminal("dossier", "add-draft", terminal.id, written(terminal.folder, "bau.md", text), by="mia")
    terminal("check", "--dossier", terminal.id, by="mia", status=1)
    refused = terminal("sign", terminal.id, by="tom", given=f"{PASSWORD}\n", status=1)
    assert "findings are still open" in refused
    number = terminal.key("finding")
    assert "beleg: " in terminal("dismiss", terminal.id, number, "--reason", " ", by="mia", status=2)
    terminal("escalate", terminal.id, number, "--reason", "Bitte nachrechnen", by="mia")
    hasty = terminal("dismiss", terminal.id, number, "--reason", "Stimmt schon", by="tom", status=2)
    assert "has to be judged first" in hasty
    (sentence,) = re.findall(r"^([0-9a-f]{16})$", terminal("judge", terminal.id, by="tom"), re.MULTILINE)
    shown = terminal("judge", terminal.id, sentence[:8], by="tom")
    assert "The sources:" in shown and "number_changed" not in shown and "distorted" not in shown
    judged = terminal("judge", terminal.id, sentence, "--answer", "cannot-tell", by="tom")
    assert judged == "Judged: cannot tell. Beleg says: distorted.\n"
    assert "To judge: 0 sentences." in terminal("judge", terminal.id, by="tom")
    terminal("judge", terminal.id, "--answer", "yes", by="tom", status=2)
    terminal("dismiss", terminal.id, number[:8], "--reason", "Neuer Stand laut Rathaus", by="tom")
    for _ in range(3):
        if "sentence open" not in terminal("review", terminal.id):
            break
        terminal(
            "confirm", terminal.id, terminal.key("sentence"), "--reason", "Klageschrift liegt vor", by="mia"
        )
    assert "Open: 0 findings, 0 sentences." in terminal("review", terminal.id)
    decided = terminal("review", terminal.id, "--all")
    assert "    Tom Grothe: Neuer Stand laut Rathaus" in decided
    assert "    Mia Averbeck: Klageschrift liegt vor" in decided


def test_a_text_without_a_headline_cannot_be_signed(terminal: Terminal) -> None:
    terminal("take-in", written(terminal.folder, "halle.txt", SOURCE), "--dossier", terminal.id, by="mia")
    terminal("dossier", "add-draft", terminal.id, written(terminal.folder, "bau.md", SOURCE), by="mia")
    terminal("check", "--dossier", terminal.id, by="mia")
    refused = terminal("sign", terminal.id, by="tom", given=f"{PASSWORD}\n", status=1)
    assert "beleg: It cannot be signed: the text has no headline" in refused


def test_an_account_is_renamed_given_a_password_and_closed(terminal: Terminal) -> None:
    terminal.ready_to_sign()
    terminal("account", "rename", "tom", "--name", "Tom Grothe-Lux", "--function", "Schlussredaktion")
    assert "tom: Tom Grothe-Lux, Schlussredaktion; in the record as p-" in terminal("account", "list")
    assert "Neither a name nor a function" in terminal("account", "rename", "TOM", status=2)
    terminal("account", "password", "tom", given="ein neues Kennwort\n")
    assert "wrong password" in terminal("sign", terminal.id, by="tom", given=f"{PASSWORD}\n", status=2)
    assert "must have 8 to" in terminal("account", "password", "tom", given="kurz\n", status=2)
    terminal("sign", terminal.id, by="tom", given="ein neues Kennwort\n")
    assert terminal("account", "close", "tom").endswith("; closed.\n")
    assert "; closed.\n" in terminal("account", "list")
    refused = terminal("publish", terminal.id, "--to", terminal.folder / "web", by="tom", status=2)
    assert "beleg: tom: this account is closed" in refused
    terminal("publish", terminal.id, "--to", terminal.folder / "web", by="mia")
    page = (terminal.folder / "web" / f"{terminal.id}.html").read_text(encoding="utf-8")
    assert "Tom Grothe-Lux (Schlussredaktion)" in page
    assert process("verify", terminal.folder / "web" / f"{terminal.id}.zip").returncode == 0
    assert "tim: no such account" in terminal("account", "close", "tim", status=2)


def test_a_person_is_erased_for_good(terminal: Terminal) -> None:
    terminal.ready_to_sign()
    terminal("sign", terminal.id, by="tom", given=f"{PASSWORD}\n")
    terminal("publish", terminal.id, "--to", terminal.folder / "web", by="mia")
    (tom,) = re.findall(
        r"^tom: .* as (p-[0-9a-f]+); duty editor\.$", terminal("account", "list"), re.MULTILINE
    )
    assert "Erase Tom Grothe (tom) for good? [y/N]" in terminal(
        "account", "erase", "tom", given="n\n", status=1
    )
    assert "Tom Grothe" in terminal("account", "list")
    erased = terminal("account", "erase", "tom", given="y\n")
    assert f"{tom}: no name, login or password any more; called Redaktion." in erased
    assert f"Made anew: {terminal.id}  Schwimmhalle" in erased
    assert "beleg deliver ID --to FOLDER puts this in its place" in erased
    assert "Tom Grothe" not in terminal("account", "list")
    shown = terminal("publish", terminal.id, "--to", terminal.folder / "web", by="mia")
    terminal("deliver", terminal.id, "--to", terminal.folder / "web")
    page = terminal.folder / "web" / f"{terminal.id}.html"
    assert b'<dd data-part="signer">Redaktion</dd>' in page.read_bytes()
    bundle = terminal.folder / "web" / f"{terminal.id}.zip"
    (head,) = re.findall(r"^Head of the record: ([0-9a-f]{64})$", shown, re.MULTILINE)
    assert run("verify", bundle, "--head", head).exit_code == 0
    assert b"Grothe" not in bundle.read_bytes()
    assert "tom: no such account" in terminal("account", "erase", "tom", "--yes", status=2)
    assert "Made anew" not in terminal("account", "erase", tom, "--yes")
    assert "name erased" in terminal("record", terminal.id)


def test_a_machine_draft_in_the_dossier(terminal: Terminal) -> None:
    terminal("take-in", written(terminal.folder, "halle.txt", SOURCE), "--dossier", terminal.id, by="mia")
    assert terminal("draft", "--dossier", terminal.id, by="mia").startswith("Revision 1, ")
    assert "Der Bau kostet 21 Millionen Euro." in terminal("dossier", "show", terminal.id)


def test_what_is_not_there_is_refused(terminal: Terminal) -> None:
    assert "no such account" in terminal("dossier", "open", "Titel", by="nobody", status=2)
    assert "Nobody acts" in terminal("dossier", "open", "Titel", status=2)
    assert "dossier 'd-nichts': not in this newsroom." in terminal("dossier", "show", "d-nichts", status=2)
    assert "finding 'ffff': not in this newsroom." in terminal(
        "dismiss", terminal.id, "ffff", "--reason", "x", by="mia", status=2
    )
    assert run("dossier", "list", "--newsroom", terminal.folder / "anderswo").exit_code == 2
    assert not (terminal.folder / "anderswo").exists()


def test_a_bundle_that_cannot_be_read(tmp_path: Path) -> None:
    assert run("verify", tmp_path / "fehlt.zip").exit_code == 2
    assert run("verify", tmp_path).exit_code == 2
    foreign = run("verify", written(tmp_path, "fremd.zip", "kein Bündel"))
    assert foreign.exit_code == 1
    assert foreign.output.splitlines()[-1] == "Not verified."


def test_drafting_from_files(tmp_path: Path) -> None:
    source = written(tmp_path, "halle.txt", SOURCE)
    done = run("draft", "--source", source, "--sentences", "2")
    assert done.exit_code == 0
    assert "Der Bau kostet 21 Millionen Euro." in done.stdout
    assert run("draft", "--source", written(tmp_path, "kurz.txt", "Kaupunki rakentaa.")).exit_code == 2

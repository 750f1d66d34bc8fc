"""`beleg check --explain`: why every sentence has its verdict."""

import json
from pathlib import Path

from tests.cli.terminal import DRAFT, SOURCE, run, written
from tests.publishing.reports import validate


def test_every_sentence_with_its_reasons_between_findings_and_summary(tmp_path: Path) -> None:
    draft, source = written(tmp_path, "bau.md", DRAFT), written(tmp_path, "halle.txt", SOURCE)
    plain = run("check", draft, "--source", source).stdout.splitlines()
    done = run("check", draft, "--source", source, "--explain")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert [line for line in lines if line and line in plain] == [line for line in plain if line]
    start = next(number for number, line in enumerate(lines) if "verfälscht: Der Bau kostet" in line)
    assert lines[start].startswith(f"{draft}:3:49: ")
    reasons = lines[start + 1 : lines.index("", start)]
    assert reasons[0].startswith("    Grund: Zahl verändert (number_changed). ")
    assert "    Zahl „12 Millionen Euro“: in der Quelle steht „21 Millionen Euro“ (Stelle 1)." in reasons


def test_in_english(tmp_path: Path) -> None:
    draft, source = written(tmp_path, "bau.md", DRAFT), written(tmp_path, "halle.txt", SOURCE)
    done = run("check", draft, "--source", source, "--explain", "--messages", "en")
    assert "    number “12 Millionen Euro”: the source has “21 Millionen Euro” (passage 1)." in done.stdout
    assert "    why: The passages support the sentence" in done.stdout


def test_without_sources_it_says_that_nothing_was_compared(tmp_path: Path) -> None:
    done = run("check", written(tmp_path, "bau.md", DRAFT), "--explain")
    assert done.exit_code == 2
    assert "    Grund: Er wurde mit keiner Quelle verglichen; warum, steht unten." in done.stdout


def test_the_json_holds_the_reasons_in_any_case(tmp_path: Path) -> None:
    draft, source = written(tmp_path, "bau.md", DRAFT), written(tmp_path, "halle.txt", SOURCE)
    with_reasons = run("check", draft, "--source", source, "--format", "json", "--explain").stdout
    assert run("check", draft, "--source", source, "--format", "json").stdout == with_reasons
    sentences = validate(with_reasons, "beleg.report-1")["sentences"]
    assert isinstance(sentences, list)
    units = [unit for sentence in sentences for unit in sentence["units"]]
    assert {unit["kind"] for unit in units} >= {"content", "number"}
    for unit in units:
        if unit["kind"] != "quotation":
            assert DRAFT[unit["start"] : unit["end"]] == unit["text"]


def test_a_dossier_is_explained_and_its_record_stays_short(tmp_path: Path) -> None:
    house = tmp_path / "haus"
    acting = ("--newsroom", house, "--as", "mara")
    assert (
        run(
            "account", "add", "mara", "--name", "Mara Lind", "--function", "Redakteurin",
            "--newsroom", house, given="nur-ein-beispiel\n",
        ).exit_code
        == 0
    )  # fmt: skip
    dossier = run("dossier", "open", "Die Halle", *acting).stdout.split()[0]
    run("take-in", written(tmp_path, "halle.txt", SOURCE), "--dossier", dossier, *acting)
    run("dossier", "add-draft", dossier, written(tmp_path, "bau.md", DRAFT), *acting)
    done = run("check", "--dossier", dossier, "--explain", *acting)
    assert "    Zahl „12 Millionen Euro“: in der Quelle steht „21 Millionen Euro“ (Stelle 1)." in done.stdout
    document = json.loads(run("check", "--dossier", dossier, "--format", "json", *acting).stdout)
    assert all("units" in sentence and sentence["units"] for sentence in document["sentences"])
    shown = run("record", dossier, "--format", "json", "--newsroom", house)
    assert '"type":"draft_checked"' in shown.stdout
    assert '"units"' not in shown.stdout

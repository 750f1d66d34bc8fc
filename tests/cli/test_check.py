"""`beleg check`: exact lines, formats and exit statuses."""

import json
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from tests.cli.terminal import DRAFT, FAITHFUL, SOURCE, run, written
from tests.publishing.reports import validate


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return written(tmp_path, "halle.txt", SOURCE)


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return written(tmp_path, "bau.md", DRAFT).name


def test_a_finding_with_its_words_its_source_and_what_was_checked(draft: str, source: Path) -> None:
    done = run("check", draft, "--source", source)
    assert done.exit_code == 1
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == (
        "bau.md:3:64: error number_changed: In der Quelle steht „21 Millionen Euro“, nicht „12 Millionen Euro“."
    )
    assert lines[1] == "    Entwurf: 12 Millionen Euro"
    assert lines[2].startswith("    Quelle: ")
    assert "Der Bau kostet 21 Millionen Euro." in lines[2]
    assert "1 Befund: 1 Fehler." in lines
    assert any(line.startswith("    Zahlen (") and "Zahl verändert" in line for line in lines)


def test_a_faithful_draft_says_what_was_checked_and_passes(tmp_path: Path, source: Path) -> None:
    done = run("check", written(tmp_path, "treu.md", FAITHFUL), "--source", source)
    assert done.exit_code == 0
    assert "Keine Befunde." in done.stdout
    assert "Geprüft:\n" in done.stdout


def test_messages_in_english(draft: str, source: Path) -> None:
    done = run("check", draft, "--source", source, "--messages", "en")
    assert "error number_changed: The source has “21 Millionen Euro”, not “12 Millionen Euro”." in done.stdout
    assert "1 finding: 1 error." in done.stdout


@pytest.mark.parametrize(
    "text", ["\n", "Kaupunginvaltuusto päätti tiistaina rakentaa uuden urheiluhallin.\n"]
)
def test_a_draft_in_no_known_language_is_reported_in_one_language(
    tmp_path: Path, source: Path, text: str
) -> None:
    done = run("check", written(tmp_path, "vieras.md", text), "--source", source)
    assert done.exit_code == 2
    assert "Not checked: " in done.stdout
    assert "(the draft has no text in a language that Beleg reads)" in done.stdout
    assert "On the extent of the check: The draft is " in done.stdout
    assert [word for word in ("Geprüft", "Zum Umfang", "Satz", "Keine") if word in done.stdout] == []


def test_a_source_in_another_language_is_not_called_missing(tmp_path: Path, draft: str) -> None:
    english = written(
        tmp_path,
        "hall.txt",
        "The council of the town has decided that the hall will be built, and that is what the mayor said.\n",
    )
    done = run("check", draft, "--source", english)
    assert done.stderr == (
        "beleg: bau.md: no source with text in the draft's language; no sentence was compared with one.\n"
    )
    assert "keine Quelle hat Text in der Sprache des Entwurfs" in done.stdout
    assert "Ohne Quellen" not in done.stdout


def test_the_fail_level_decides_on_the_exit_status(tmp_path: Path, source: Path) -> None:
    invented = written(
        tmp_path, "frei.md", f"{FAITHFUL}\nGegen das Projekt klagt ein Gartenverein aus Osterfelde.\n"
    )
    severities = {
        finding["severity"]
        for finding in json.loads(run("check", invented, "--source", source, "--format", "json").stdout)[
            "findings"
        ]
    }
    assert severities == {"warning"}
    assert run("check", invented, "--source", source).exit_code == 1
    assert run("check", invented, "--source", source, "--fail-level", "notice").exit_code == 1
    assert run("check", invented, "--source", source, "--fail-level", "error").exit_code == 0


def test_json_fits_its_schema_and_its_spans_count_in_the_file(draft: str, source: Path) -> None:
    done = run("check", draft, "--source", source, "--format", "json")
    assert done.exit_code == 1
    document = validate(done.stdout, "beleg.report-1")
    findings = document["findings"]
    assert isinstance(findings, list)
    assert [DRAFT[each["start"] : each["end"]] for each in findings] == ["12 Millionen Euro"]
    sources, labels = document["sources"], document["source_labels"]
    assert isinstance(sources, list)
    assert labels == [{"id": sources[0], "label": "halle.txt"}]


def test_sarif_and_junit(draft: str, source: Path) -> None:
    sarif = run("check", draft, "--source", source, "--format", "sarif")
    assert sarif.exit_code == 1
    assert json.loads(sarif.stdout)["runs"][0]["results"][0]["ruleId"] == "number_changed"
    junit = run("check", draft, "--source", source, "--format", "junit")
    assert junit.exit_code == 1
    assert fromstring(junit.stdout).attrib["failures"] == "1"


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("bau.md", FAITHFUL, "no source given"),
        ("leer.md", " \n", "no text in it"),
        (
            "fremd.md",
            "Kaupunki rakentaa uuden uimahallin. Se maksaa paljon rahaa.\n",
            "in no language Beleg reads",
        ),
    ],
)
def test_nothing_compared_is_told_and_no_pass(tmp_path: Path, name: str, text: str, reason: str) -> None:
    done = run("check", written(tmp_path, name, text))
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("beleg: ")
    assert reason in line
    assert any(line.startswith(("Kein Satz wurde", "No sentence was")) for line in done.stdout.splitlines())


def test_findings_come_before_nothing_compared(tmp_path: Path) -> None:
    residue = written(tmp_path, "rest.md", f"{FAITHFUL}\nGerne! Hier ist der überarbeitete Artikel:\n")
    done = run("check", residue)
    assert done.exit_code == 1
    assert "chatbot_residue" in done.stdout
    assert "no source given" in done.stderr


def test_a_draft_that_is_no_text_is_refused(tmp_path: Path, source: Path) -> None:
    path = tmp_path / "bild.txt"
    path.write_bytes(bytes(range(256)) * 10)
    done = run("check", path, "--source", source)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "not a text" in done.stderr
    assert run("check", tmp_path, "--source", source).exit_code == 2


def test_a_byte_order_mark_and_windows_line_ends_do_not_move_the_place(tmp_path: Path, source: Path) -> None:
    path = tmp_path / "fenster.md"
    path.write_bytes(b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").encode())
    assert ":3:64: error number_changed: " in run("check", path, "--source", source).stdout


def test_what_the_draft_calls_yesterday_is_told_from_the_day_it_appears(tmp_path: Path) -> None:
    source = written(tmp_path, "brand.txt", "Am 6. November 2025 brannte in Tannwiel die alte Mühle ab.\n")
    draft = written(tmp_path, "brand.md", "In Tannwiel brannte gestern die alte Mühle ab.\n")
    done = run("check", draft, "--source", source, "--published", "2025-11-07")
    assert done.exit_code == 0
    done = run("check", draft, "--source", source, "--published", "2025-11-09")
    assert done.exit_code == 1
    assert "error date_changed: In der Quelle steht „6. November 2025“, nicht „gestern“." in done.stdout


def test_options_of_a_draft_do_not_go_with_a_dossier() -> None:
    done = run("check", "--dossier", "d-1", "--source", "a.txt")
    assert done.exit_code == 2
    assert "belong to a DRAFT" in done.stderr

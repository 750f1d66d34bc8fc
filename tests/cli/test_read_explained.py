"""`beleg read --explain`: why each quotation was read so."""

from pathlib import Path

from tests.cli.terminal import SOURCE, run, written
from tests.publishing.reports import validate


def test_the_reason_stands_under_its_quotation(tmp_path: Path) -> None:
    file = written(tmp_path, "halle.txt", SOURCE)
    assert "why:" not in run("read", file).stdout
    lines = run("read", file, "--explain").stdout.splitlines()
    (at,) = [number for number, line in enumerate(lines) if " direct speech: " in line]
    reasons = [line for line in lines[at + 1 : at + 6] if line.startswith("    why: ")]
    assert reasons[0].startswith("    why: „sagte“ steht nach oder zwischen den Worten")


def test_the_json_holds_the_reasons(tmp_path: Path) -> None:
    document = validate(
        run("read", written(tmp_path, "halle.txt", SOURCE), "--format", "json", "--explain").stdout,
        "beleg.reading-1",
    )
    quotations = document["quotations"]
    assert isinstance(quotations, list)
    assert {quotation["why"]["rule"] for quotation in quotations} >= {"trailing_frame"}

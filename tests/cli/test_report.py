"""`beleg report` writes the review report of a dossier, as a page or as a PDF."""

from pathlib import Path

from beleg.newsroom.house import Newsroom
from beleg.terms.source import Source
from tests.cli.terminal import DRAFT, SOURCE, run


def _newsroom(folder: Path) -> str:
    """A newsroom with one checked dossier; returns its id."""
    with Newsroom.open(folder) as house:
        mia = house.add_account("mia", "Mia Şahin", "Redaktion", "ein-geheimnis").id
        dossier = house.open_dossier("Schwimmhalle", "de", by=mia).id
        house.take_in(dossier, [Source(text=SOURCE, name="halle.txt", language="de")], by=mia)
        house.save(dossier, DRAFT, by=mia)
        house.check(dossier, by=mia)
        return dossier


def test_it_writes_a_page_and_a_pdf(tmp_path: Path) -> None:
    dossier = _newsroom(tmp_path / "newsroom")
    page, pdf = tmp_path / "out" / "bericht.html", tmp_path / "out" / "bericht.pdf"
    common = ("report", dossier, "--newsroom", tmp_path / "newsroom")
    shown = run(*common, "--to", page)
    assert shown.exit_code == 0
    with Newsroom.open(tmp_path / "newsroom") as house:
        assert shown.output == f"{page}\nHead of the record: {house.dossier(dossier).head}\n"
    html = page.read_text(encoding="utf-8")
    assert "Prüfbericht: Schwimmhalle" in html and "Mia Şahin (Redaktion)" in html
    assert run(*common, "--format", "pdf", "--to", pdf).exit_code == 0
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert run(*common, "--language", "en", "--to", page).exit_code == 0
    assert "Review report: Schwimmhalle" in page.read_text(encoding="utf-8")
    assert sorted(path.name for path in page.parent.iterdir()) == ["bericht.html", "bericht.pdf"]


def test_what_cannot_be_reported_or_written_is_refused(tmp_path: Path) -> None:
    dossier = _newsroom(tmp_path / "newsroom")
    unknown = run("report", "d-0", "--newsroom", tmp_path / "newsroom", "--to", tmp_path / "x.html")
    assert unknown.exit_code == 2 and "not in this newsroom" in unknown.output
    blocked = tmp_path / "file"
    blocked.write_text("")
    refused = run("report", dossier, "--newsroom", tmp_path / "newsroom", "--to", blocked / "x.html")
    assert refused.exit_code == 2 and "cannot be written to" in refused.output

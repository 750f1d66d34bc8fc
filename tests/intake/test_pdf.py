import re
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from beleg.intake import limits
from beleg.intake.apart import read_apart
from beleg.intake.formats.pdf import Pdf
from beleg.intake.pdf_text import lines as lines_module
from beleg.intake.pdf_text.document import read_document
from beleg.intake.pdf_text.lines import joined_words
from beleg.terms.refusal import Error
from tests.intake.documents import pdf, pdf_lines

LONG = (
    "Die Stadtwerke Marnstadt erneuern von Januar an die Wasserleitungen in der Altstadt, weil die ältesten Rohre mehr als "
    "neunzig Jahre alt sind und immer häufiger brechen. "
)


def test_paragraphs_headings_title_and_author() -> None:
    raw = pdf(
        [
            ("Title", "Neue Rohre für die Altstadt"),
            ("BodyText", LONG * 3),
            ("Heading2", "Was es kostet"),
            ("BodyText", "Vier Millionen Euro sind veranschlagt. Die Hälfte trägt das Land."),
            ("BodyText", LONG),
        ],
        author="Pressestelle der Stadtwerke",
    )
    (item,) = Pdf().items(raw, "rohre.pdf")
    assert item.title == "Neue Rohre für die Altstadt"
    assert item.author == "Pressestelle der Stadtwerke"
    assert item.text.split("\n\n") == [
        (LONG * 3).strip(),
        "## Was es kostet",
        "Vier Millionen Euro sind veranschlagt. Die Hälfte trägt das Land.",
        LONG.strip(),
    ]
    assert item.published is None


def test_the_properties_title_wins_unless_it_is_a_file_name() -> None:
    text = [("Title", "Was auf der Seite steht"), ("BodyText", LONG)]
    assert Pdf().items(pdf(text, title="Was die Datei sagt"), "a.pdf")[0].title == "Was die Datei sagt"
    assert (
        Pdf().items(pdf(text, title="Microsoft Word - PM_final2.docx"), "a.pdf")[0].title
        == "Was auf der Seite steht"
    )


def test_without_larger_type_there_is_no_title() -> None:
    assert Pdf().items(pdf_lines(["Nur eine Zeile in einer Größe."]), "a.pdf")[0].title == ""


def test_words_divided_at_the_end_of_a_line_are_joined() -> None:
    raw = pdf_lines(
        ["Die Landes-", "regierung will die Nord-", "und Ostseehäfen mit dem Grünen-", "Chef besichtigen."]
    )
    (item,) = Pdf().items(raw, "a.pdf")
    assert item.text == "Die Landesregierung will die Nord- und Ostseehäfen mit dem Grünen-Chef besichtigen."


@pytest.mark.parametrize(
    ("divided", "joined"),
    [
        ("Bundes\ufffetag", "Bundestag"),
        ("Ost\x02und Westufer", "Ost- und Westufer"),
        ("CDU\xadAbgeordnete", "CDU-Abgeordnete"),
        ("2024\ufffe2025", "2024-2025"),
        ("ohne Bruch", "ohne Bruch"),
        ("Nord\xad  bzw. Ostsee", "Nord- bzw. Ostsee"),
        ("Bis\xad bisher", "Bisbisher"),
        ("am Ende\xad", "am Ende-"),
        ("zwei\xad\xadmal", "zwei-mal"),
    ],
)
def test_joined_words(divided: str, joined: str) -> None:
    assert joined_words(divided) == joined


def test_running_heads_and_page_numbers_are_left_out_and_paragraphs_go_on_over_the_page() -> None:
    raw = pdf([("BodyText", LONG * 90)], running="Stadtwerke Marnstadt · Pressemitteilung")
    (item,) = Pdf().items(raw, "a.pdf")
    assert "Pressemitteilung" not in item.text
    assert "Seite" not in item.text
    assert item.text == (LONG * 90).strip()


def test_a_scan_is_refused() -> None:
    with pytest.raises(Error, match=r"^protokoll\.pdf: scanned; no text in it\.$"):
        Pdf().items(pdf_lines([], empty=True), "protokoll.pdf")


def test_an_encrypted_file_is_refused() -> None:
    raw = pdf_lines(["geheim"], password="losung")
    with pytest.raises(
        Error, match=r"^a\.pdf: encrypted; save it without a password and take it in again\.$"
    ):
        Pdf().items(raw, "a.pdf")


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(Error, match=r"^a\.pdf: a damaged PDF; it cannot be opened\.$"):
        Pdf().items(b"%PDF-1.7\nnothing", "a.pdf")


def test_too_many_pages_and_too_much_text_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = pdf([("BodyText", LONG * 90)])
    monkeypatch.setattr(limits, "MAX_TEXT", 500)
    with pytest.raises(Error, match=r"^a\.pdf: too much text; "):
        read_document(raw, "a.pdf")
    monkeypatch.setattr(lines_module, "MAX_PAGES", 2)
    with pytest.raises(Error, match=r"^a\.pdf: \d pages, the limit is 2\.$"):
        read_document(raw, "a.pdf")


def packed_blanks(gigabytes: int) -> bytes:
    """A PDF whose only stream unpacks twice, to this many GB of blanks (its checksum is wrong; nobody gets that
    far).
    """
    packer = zlib.compressobj(9)
    start, block = packer.compress(b""), packer.compress(b" " * limits.MB) + packer.flush(zlib.Z_FULL_FLUSH)
    block = (start + block).removeprefix(b"\x78\xda")
    once = b"\x78\xda" + block * (gigabytes * 1024) + b"\x03\x00" + bytes(4)
    twice = zlib.compress(once, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(twice), twice),
    ]
    written, table = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for number, each in enumerate(objects, start=1):
        table += b"%010d 00000 n \n" % len(written)
        written += b"%d 0 obj%sendobj\n" % (number, each)
    end = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(written)
    return written + b"xref\n0 5\n" + table + end


def test_a_bomb_kills_only_the_process_that_reads_it() -> None:
    raw = packed_blanks(2)
    assert len(raw) < 20_000
    begun = time.perf_counter()
    with pytest.raises(Error, match=r"^bombe\.pdf: takes too much memory or time to read\.$"):
        Pdf().items(raw, "bombe.pdf")
    assert time.perf_counter() - begun < 30


def test_reading_ends_when_its_time_is_over() -> None:
    with pytest.raises(Error, match=r"^a\.pdf: takes too much memory or time to read\.$"):
        read_apart("pdf", pdf_lines(["Text"]), "a.pdf", seconds=0.01)


def test_names_and_texts_of_all_kinds_come_back_from_the_other_process() -> None:
    assert read_apart("pdf", pdf([("BodyText", "Größe „egal“")]), "a.pdf")[0].text == "Größe „egal“"
    with pytest.raises(Error, match=re.escape("\udcff\n„ü“: a damaged PDF; it cannot be opened.")):
        read_apart("pdf", b"%PDF-", "\udcff\n„ü“")


def test_a_folder_with_our_name_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "beleg").mkdir()
    (tmp_path / "beleg" / "__init__.py").write_text("raise SystemExit(5)", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_apart("pdf", pdf_lines(["Text"]), "a.pdf")[0].text == "Text"


def test_many_divided_words_are_joined_in_no_time() -> None:
    begun = time.perf_counter()
    assert joined_words("Bundes\xad tag " * 200_000) == "Bundestag " * 200_000
    assert time.perf_counter() - begun < 5


def test_several_threads_can_read_at_once() -> None:
    raw = pdf([("BodyText", LONG * 20)])
    with ThreadPoolExecutor(8) as pool:
        texts = set(pool.map(lambda _: Pdf().items(raw, "a.pdf")[0].text, range(24)))
    assert texts == {(LONG * 20).strip()}

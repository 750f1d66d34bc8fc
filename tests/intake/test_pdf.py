from concurrent.futures import ThreadPoolExecutor

import pytest

from beleg.intake import limits
from beleg.intake.formats.pdf import Pdf
from beleg.intake.portable import lines as lines_module
from beleg.intake.portable.lines import joined_words
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
        Pdf().items(raw, "a.pdf")
    monkeypatch.setattr(lines_module, "MAX_PAGES", 2)
    with pytest.raises(Error, match=r"^a\.pdf: \d pages, the limit is 2\.$"):
        Pdf().items(raw, "a.pdf")


def test_several_threads_can_read_at_once() -> None:
    raw = pdf([("BodyText", LONG * 20)])
    with ThreadPoolExecutor(8) as pool:
        texts = set(pool.map(lambda _: Pdf().items(raw, "a.pdf")[0].text, range(24)))
    assert texts == {(LONG * 20).strip()}

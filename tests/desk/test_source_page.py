"""The source page: what sentences go back to is marked, the original can be looked at and does nothing."""

import re
from collections.abc import Iterator
from hashlib import sha256
from html import unescape

import pytest
from playwright.sync_api import Browser, expect

from beleg.desk.views.source_text import Resting, source_pieces
from beleg.intake.showing import POLICY
from beleg.newsroom.example import EDITOR, source_file
from beleg.newsroom.house import Newsroom
from beleg.terms.span import Span
from tests.desk.conftest import Desk, Visit, sign_in


@pytest.fixture
def sources(desk: Desk) -> Iterator[dict[str, str]]:
    """The ids of the example's sources, by file name."""
    with Newsroom.open(desk.folder) as newsroom:
        yield {source.name: source.source for source in newsroom.dossier(desk.dossier).sources}


def _text(html: str) -> str:
    found = re.search(r'<div class="source-text"[^>]*>(.*?)</div>', html, re.DOTALL)
    assert found
    return found[1]


def test_sentences_and_the_passages_they_go_back_to_lead_to_each_other(
    desk: Desk, author: Visit, sources: dict[str, str]
) -> None:
    html = author.get(desk.path(f"/sources/{sources['anzeiger.html']}")).text
    marked = [unescape(words) for words in re.findall(r'<span class="found">(.*?)</span>', _text(html))]
    assert any("so gut wie nichts“, sagte Aydin-Rohde" in words for words in marked)
    assert f'href="{desk.path("?at=s18#s18")}"' in _text(html)
    listed = re.search(r'<li value="18"[^>]*><a href="\?start=(\d+)&amp;end=(\d+)#passage">([^<]*)', html)
    assert listed and "sagte Ulrich Temme" in listed[3]
    there = author.get(
        desk.path(f"/sources/{sources['anzeiger.html']}?start={listed[1]}&end={listed[2]}")
    ).text
    assert '<mark id="passage">„Drei Bohrungen sagen' in _text(there)


def test_who_has_to_judge_first_is_not_told_which_passages_the_machine_found(
    desk: Desk, editor: Visit, sources: dict[str, str]
) -> None:
    html = editor.get(desk.path(f"/sources/{sources['anzeiger.html']}")).text
    assert f'href="{desk.path("?at=s18#s18")}"' not in _text(html)
    assert "sagte Ulrich Temme" not in html


def test_the_text_is_whole_whatever_is_marked_in_it(
    desk: Desk, editor: Visit, sources: dict[str, str]
) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        text = newsroom.source(desk.dossier, sources["agentur.xml"]).text
    for query in (
        "",
        "?start=10&end=60",
        "?start=0&end=999999",
        "?start=-5&end=-1",
        "?start=999999&end=9999999",
    ):
        html = _text(editor.get(desk.path(f"/sources/{sources['agentur.xml']}{query}")).text)
        without_numbers = re.sub(r'<a class="ref".*?</a>', "", html)
        assert unescape(re.sub(r"<[^>]+>", "", without_numbers)) == text, query


def test_pieces_of_passages_that_overlap() -> None:
    one = Resting(number=1, anchor="s1", text="Eins.", start=2, end=6)
    two = Resting(number=2, anchor="s2", text="Zwei.", start=4, end=8)
    pieces = source_pieces(
        "0123456789", Span(3, 5), ((one, Span(2, 6)), (two, Span(4, 8)), (two, Span(5, 99)))
    )
    assert "".join(piece.text for piece in pieces) == "0123456789"
    assert "".join(piece.text for piece in pieces if piece.marked) == "234567"
    assert "".join(piece.text for piece in pieces if piece.chosen) == "34"
    assert [piece.text for piece in pieces if piece.first] == ["3"]
    assert {number: piece.text for piece in pieces for number in (s.number for s in piece.ending)} == {
        1: "5",
        2: "67",
    }
    assert source_pieces("", Span(0, 0), ()) == ()


def test_the_bytes_are_handed_out_to_be_saved_and_not_to_be_opened(
    desk: Desk, editor: Visit, sources: dict[str, str]
) -> None:
    answer = editor.get(desk.path(f"/sources/{sources['anzeiger.html']}/raw"))
    assert answer.content == source_file("anzeiger.html")
    digest = sha256(answer.content).hexdigest()
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == f'attachment; filename="source-{digest[:12]}.html"'
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_strange_file_name_does_not_reach_the_header(desk: Desk, editor: Visit) -> None:
    editor.post(
        desk.path("/sources"),
        desk.path("/sources"),
        files=[("files", ('a"\r\nX: 1;.b\\ad!', b"Ein Satz aus Ahrenkamp."))],
    )
    with Newsroom.open(desk.folder) as newsroom:
        source = newsroom.dossier(desk.dossier).sources[-1].source
    answer = editor.get(desk.path(f"/sources/{source}/raw"))
    assert answer.headers["content-disposition"] == f'attachment; filename="source-{source[:12]}.bin"'


def test_only_pages_have_an_original_to_look_at(desk: Desk, editor: Visit, sources: dict[str, str]) -> None:
    page = editor.get(desk.path(f"/sources/{sources['anzeiger.html']}/original"))
    assert page.status_code == 200 and page.headers["content-security-policy"] == POLICY
    assert "<script" not in page.text and "Streit um drei Bohrlöcher" in page.text
    for name in ("agentur.xml", "pressemitteilung.pdf"):
        assert editor.get(desk.path(f"/sources/{sources[name]}/original")).status_code == 404
        assert "Look at the original page" not in editor.get(desk.path(f"/sources/{sources[name]}")).text
    for rest in ("original", "raw"):
        assert editor.get(desk.path(f"/sources/nothing/{rest}")).status_code == 404


@pytest.mark.browser
def test_the_original_is_loaded_when_it_is_asked_for_and_does_nothing(
    browser: Browser, desk: Desk, sources: dict[str, str]
) -> None:
    page = browser.new_page(base_url=desk.address, locale="de-DE")
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    sign_in(page, EDITOR)
    page.goto(desk.path(f"/sources/{sources['anzeiger.html']}"))
    assert not any(address.endswith("/original") for address in asked)
    page.get_by_text("Original ansehen").click()
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_have_text("Streit um drei Bohrlöcher")
    assert page.frames[1].evaluate("self.origin") == "null"
    assert all(address.startswith(desk.address) for address in asked)
    assert complaints == []
    page.close()

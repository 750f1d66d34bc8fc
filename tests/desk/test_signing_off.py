"""Signing and publishing over HTTP: what stands in the way is said, and nothing slips past it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from beleg.newsroom.example import AUTHOR, EDITOR
from beleg.newsroom.house import Newsroom
from beleg.terms.source import Source
from tests.desk.conftest import Desk, Visit, field, serving

SOURCE = "Der Stadtrat von Ahrenkamp stimmte am Dienstag mit 21 zu 9 Stimmen für die neue Fähre."
TEXT = "# Ahrenkamp bekommt eine Fähre\n\nDer Stadtrat von Ahrenkamp stimmte am Dienstag mit 21 zu 9 Stimmen für die neue Fähre.\n"


@pytest.fixture
def clean(tmp_path: Path) -> Iterator[Desk]:
    """A desk with a dossier in which nothing is open, written by the author."""
    folder = tmp_path / "clean"
    with Newsroom.open(folder) as newsroom:
        author = newsroom.add_account(AUTHOR.login, AUTHOR.name, AUTHOR.function, AUTHOR.password).id
        newsroom.add_account(EDITOR.login, EDITOR.name, EDITOR.function, EDITOR.password)
        dossier = newsroom.open_dossier("Fähre in Ahrenkamp", "de", by=author).id
        newsroom.take_in(dossier, [Source(text=SOURCE, title="Ratsbeschluss", name="rat.txt")], by=author)
        newsroom.save(dossier, TEXT, by=author)
        newsroom.check(dossier, by=author)
        assert newsroom.review(dossier).open_findings == newsroom.review(dossier).open_sentences == 0
    with serving(folder) as address:
        yield Desk(address, folder, dossier)


@pytest.fixture
def writes(clean: Desk) -> Iterator[Visit]:
    """Who wrote the text."""
    visit = Visit(clean.address)
    with visit.client:
        yield visit.sign_in(AUTHOR)


@pytest.fixture
def signs(clean: Desk) -> Iterator[Visit]:
    """Who did not."""
    visit = Visit(clean.address)
    with visit.client:
        yield visit.sign_in(EDITOR)


def test_the_page_shows_exactly_the_text_its_hash_and_who_can_sign(clean: Desk, writes: Visit) -> None:
    html = writes.get(clean.path("/sign-off")).text
    with Newsroom.open(clean.folder) as newsroom:
        current = newsroom.dossier(clean.dossier).current
    assert current is not None
    assert current.content_sha256 in html
    assert current.content.rstrip() in html
    assert "somebody else has to sign it" in html
    assert "2 sentences with your hand in them" in html
    assert "Can sign: Jonas Petri." in html
    assert "Sign as" not in html


def test_who_wrote_cannot_sign_even_by_hand(clean: Desk, writes: Visit) -> None:
    with Newsroom.open(clean.folder) as newsroom:
        current = newsroom.dossier(clean.dossier).current
    assert current is not None
    answer = writes.post(clean.path("/sign-off"), content_sha256=current.content_sha256)
    assert answer.status_code == 409
    assert "It cannot be signed; the reasons are below." in answer.text


def test_a_text_that_changed_while_it_was_read_is_not_signed(
    clean: Desk, writes: Visit, signs: Visit
) -> None:
    read = field(signs.get(clean.path("/sign-off")).text, "content_sha256")
    writes.post(clean.path("/text"), content=TEXT.replace("21", "22"), base=read)
    answer = signs.post(clean.path("/sign-off"), content_sha256=read)
    assert answer.status_code == 409
    assert "The text was changed while you were reading it." in answer.text


def test_nothing_goes_out_unsigned(clean: Desk, writes: Visit) -> None:
    answer = writes.post(clean.path("/publish"), address="https://blatt.example/faehre")
    assert answer.status_code == 409
    assert "Nobody has signed exactly this text as it stands." in answer.text
    assert "Not published yet." in writes.get(clean.path("/published")).text


def test_signed_published_changed_and_signed_again(clean: Desk, writes: Visit, signs: Visit) -> None:
    read = field(signs.get(clean.path("/sign-off")).text, "content_sha256")
    assert signs.post(clean.path("/sign-off"), content_sha256=read).status_code == 303
    page = signs.get(clean.path("/sign-off")).text
    assert "Signed by Jonas Petri" in page and "What readers will be told" in page
    assert signs.post(clean.path("/publish"), address="javascript:alert(1)").status_code == 422
    out = signs.post(clean.path("/publish"), address="https://blatt.example/faehre")
    assert out.headers["location"] == clean.path("/published?said=published")
    shown = signs.get(clean.path("/published")).text
    assert "https://blatt.example/faehre" in shown and "beleg verify faehre-in-ahrenkamp.zip" in shown
    html = signs.get(clean.path("/page"))
    assert html.headers["content-security-policy"].startswith("sandbox;")
    with Newsroom.open(clean.folder) as newsroom:
        assert html.content == newsroom.page(clean.dossier)

    changed = TEXT + "\nDie Fähre kommt im Mai.\n"
    writes.post(clean.path("/text"), content=changed, base=read)
    review = signs.get(clean.path()).text
    assert "The signature of Jonas Petri" in review and "is void" in review
    assert "open again" in review
    assert review.count('class="row reopened') == 1
    assert "The text has been changed since." in signs.get(clean.path("/published")).text
    assert signs.post(clean.path("/publish")).status_code == 409
    assert "changed since signed" in signs.get("/").text


def test_the_list_tells_states_apart(clean: Desk, signs: Visit) -> None:
    assert "in review" in signs.get("/").text
    assert signs.post("/dossiers", title="  ").status_code == 422
    opened = signs.post("/dossiers", title="Ein zweites", language="en").headers["location"]
    assert opened.endswith("?said=opened")
    html = signs.get("/").text
    assert "no text yet" in html and "Ein zweites" in html
    assert signs.post("/dossiers", title="Ein drittes", language="xx").status_code == 422

"""Signing and publishing over HTTP: what stands in the way is said, and nothing slips past it."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from beleg.newsroom.example import AUTHOR, CHIEF, EDITOR
from beleg.newsroom.house import Newsroom
from beleg.publishing.disclosing import wording
from beleg.review.disclosing import disclosure
from beleg.terms.source import Source
from tests.desk.conftest import Desk, Visit, account_id, field, serving
from tests.newsroom.judged import judge_all, sign_judged

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
    assert "2 sentences that you wrote or changed" in html
    assert "Can sign: Jonas Petri." in html
    assert "Sign as" not in html


def test_what_will_be_printed_about_the_sources_is_shown_before_anybody_signs(
    clean: Desk, writes: Visit, signs: Visit
) -> None:
    with Newsroom.open(clean.folder) as newsroom:
        author = newsroom.accounts()[1].id
        english = Source(
            text="The town council of Ahrenkamp voted for the new ferry on Tuesday, and the mayor was glad of it.",
            title="A ferry",
            publisher="Ahrenkamp <Post>",
            address="https://post.example/ferry",
            name="ferry.html",
        )
        newsroom.take_in(clean.dossier, [english], by=author)
        newsroom.check(clean.dossier, by=author)
    html = signs.get(clean.path("/sign-off")).text
    assert "What readers will be told about the sources" in html
    assert "<li>Ratsbeschluss</li>" in html
    assert (
        '<li>Ahrenkamp &lt;Post&gt;: A ferry (nicht verglichen)<br><span class="break">https://post.example/ferry</span></li>'
        in html
    )
    assert "No source of the dossier can be left out." in html
    read = field(html, "content_sha256")
    assert signs.post(clean.path("/sign-off"), content_sha256=read).status_code == 303
    assert "<li>Ratsbeschluss</li>" in signs.get(clean.path("/sign-off")).text
    signs.post(clean.path("/publish"))
    page = signs.get(clean.path("/page")).text
    assert "Ahrenkamp &lt;Post&gt;: A ferry</span> (nicht verglichen)" in page
    assert "https://post.example/ferry</a>" in page


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
    for address in ("javascript:alert(1)", "https://", "https://:443/"):
        refused = signs.post(clean.path("/publish"), address=address)
        assert refused.status_code == 422
        assert "has to begin with https:// or http:// and name a host." in refused.text
    out = signs.post(clean.path("/publish"), address="https://blatt.example/faehre")
    assert out.headers["location"] == clean.path("/published?said=published")
    shown = signs.get(clean.path("/published")).text
    assert "Jonas Petri" in shown and "{p-" not in shown and "Readers are told" not in shown
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
    assert review.count('class="row warning') == 1 and "Warning, open again" in review
    place = review.partition('class="row warning')[2].partition('id="')[2].partition('"')[0]
    assert "the text signed last does not have this sentence." in writes.get(clean.path(f"?at={place}")).text
    assert "The text has been changed since." in signs.get(clean.path("/published")).text
    assert signs.post(clean.path("/publish")).status_code == 409
    assert "published; changes not signed yet" in signs.get("/").text


def test_a_later_signature_does_not_change_who_signed_what_went_out(
    clean: Desk, writes: Visit, signs: Visit
) -> None:
    read = field(signs.get(clean.path("/sign-off")).text, "content_sha256")
    signs.post(clean.path("/sign-off"), content_sha256=read)
    signs.post(clean.path("/publish"))
    told = f"{EDITOR.name} ({EDITOR.function})"
    with Newsroom.open(clean.folder) as newsroom:
        third = newsroom.add_account(CHIEF.login, CHIEF.name, CHIEF.function, CHIEF.password)
        sign_judged(newsroom, clean.dossier, read, by=third.id)
        jonas = next(account for account in newsroom.accounts() if account.login == EDITOR.login)
        newsroom.rename_account(jonas.id, name="Jonas Petri-Brandt")
    html = writes.get(clean.path("/published")).text
    assert re.search(r"<dt>Signed</dt><dd>[^<]*, Jonas Petri-Brandt</dd>", html)
    assert CHIEF.name not in html
    # What readers are told stays as it went out, whatever people are called by now.
    assert told in writes.get(clean.path("/page")).text


def test_a_text_signed_again_after_a_new_source_can_be_published_again(
    clean: Desk, writes: Visit, signs: Visit
) -> None:
    read = field(signs.get(clean.path("/sign-off")).text, "content_sha256")
    signs.post(clean.path("/sign-off"), content_sha256=read)
    signs.post(clean.path("/publish"))
    assert "To the published article" in signs.get(clean.path("/sign-off")).text
    writes.post(clean.path("/sources"), title="Fahrplan", text="Die Fähre von Ahrenkamp fährt stündlich.")
    assert "An earlier signature is void" in signs.get(clean.path("/sign-off")).text
    assert signs.post(clean.path("/publish")).status_code == 409
    signs.post(clean.path("/sign-off"), content_sha256=read)
    page = signs.get(clean.path("/sign-off")).text
    assert "To the published article" not in page
    assert f'action="{clean.path("/publish")}"' in page
    assert signs.post(clean.path("/publish")).status_code == 303
    with Newsroom.open(clean.folder) as newsroom:
        assert len(newsroom.dossier(clean.dossier).publications) == 2


def test_the_page_says_that_a_headline_is_missing(clean: Desk, writes: Visit, signs: Visit) -> None:
    base = field(signs.get(clean.path("/sign-off")).text, "content_sha256")
    writes.post(clean.path("/text"), content=TEXT.split("\n\n")[1], base=base)
    assert "The text has no headline." in signs.get(clean.path("/sign-off")).text
    signs.post("/language", language="de")
    assert "Der Text hat keine Überschrift." in signs.get(clean.path("/sign-off")).text


def test_who_has_left_is_not_named_among_those_who_can_sign(clean: Desk, writes: Visit) -> None:
    assert "Can sign: Jonas Petri." in writes.get(clean.path("/sign-off")).text
    with Newsroom.open(clean.folder) as newsroom:
        for account in newsroom.accounts():
            if account.login == EDITOR.login:
                newsroom.close_account(account.id)
    html = writes.get(clean.path("/sign-off")).text
    assert "Jonas Petri" not in html
    assert "A further account has to sign." in html


def test_the_list_tells_states_apart(clean: Desk, signs: Visit) -> None:
    page = signs.get(clean.path("/sign-off")).text
    for html in (signs.get("/").text, signs.get(clean.path()).text):
        assert "nobody has checked it yet" in html and "waits for a signature" not in html
    told = "Nobody has checked this text yet"
    with Newsroom.open(clean.folder) as newsroom:
        judge_all(newsroom, clean.dossier, by=account_id(newsroom, EDITOR))
        judged = bool(newsroom.dossier(clean.dossier).judgements)
    assert (told in page) != judged, "who has to judge cannot sign, and needs no such word"
    assert signs.post("/dossiers", title="  ").status_code == 422
    opened = signs.post("/dossiers", title="Ein zweites", language="en").headers["location"]
    assert opened.endswith("?said=opened")
    html = signs.get("/").text
    assert "no text yet" in html and "Ein zweites" in html
    assert signs.post("/dossiers", title="Ein drittes", language="xx").status_code == 422


def test_the_signer_reads_every_decision_and_the_disclosure_before_the_button(
    clean: Desk, writes: Visit, signs: Visit
) -> None:
    page = signs.get(clean.path("/sign-off")).text
    assert "Nobody has confirmed a sentence or dismissed a finding." in page
    base = field(page, "content_sha256")
    unsupported = "Die Werft in Ahrenkamp beschäftigt vierzig Leute."
    changed = "Der Stadtrat von Ahrenkamp stimmte am Dienstag mit 31 zu 9 Stimmen für die neue Fähre."
    writes.post(clean.path("/text"), content=f"# Die Fähre\n\n{changed}\n\n{unsupported}\n", base=base)
    with Newsroom.open(clean.folder) as newsroom:
        review = newsroom.review(clean.dossier)
        judge_all(newsroom, clean.dossier, by=account_id(newsroom, EDITOR))
    for found in review.findings:
        if found.finding.check != "unsupported_sentence":
            signs.post(clean.path(f"/findings/{found.key}/dismiss"), reason="Im Rat <selbst> gezählt.")
    for sentence in review.sentences:
        path = clean.path(f"/sentences/{sentence.key}/confirm")
        writes.post(path, reason="Beim Werftleiter erfragt.", evidence=sentence.evidence_key)
    page = signs.get(clean.path("/sign-off")).text
    before, _, _ = page.partition("Sign as Jonas Petri")
    shown = before.partition("What people decided")[2]
    entries = re.findall(r"<li>.*?</li>", shown.partition("</ul>")[0], flags=re.DOTALL)
    with Newsroom.open(clean.folder) as newsroom:
        counted = disclosure(newsroom.dossier(clean.dossier))
    assert counted.confirmed and counted.dismissed
    assert len(entries) == counted.confirmed + counted.dismissed
    (confirmed,) = [entry for entry in entries if unsupported in entry]
    assert "Sentence confirmed" in confirmed and "Beim Werftleiter erfragt." in confirmed
    assert AUTHOR.name in confirmed and "wrote some of this text" in confirmed
    (dismissed,) = [entry for entry in entries if "Dismissed: " in entry]
    assert "Im Rat &lt;selbst&gt; gezählt." in dismissed and EDITOR.name in dismissed
    assert "wrote some of this text" not in dismissed

    assert "What readers will be told if you sign" in before
    (preview,) = re.findall(r'<div class="disclosure"[^>]*>(.*?)</div>', before)
    assert "The record shows no part of a machine in this text" in before
    assert "if you sign" not in writes.get(clean.path("/sign-off")).text
    signs.post("/language", language="de")
    german = signs.get(clean.path("/sign-off")).text
    for words in (
        "Was Menschen entschieden haben",
        "hat mitgeschrieben",
        "Transparenzhinweis, wenn Sie freigeben",
    ):
        assert words in german
    signs.post(clean.path("/sign-off"), content_sha256=counted.content_sha256)
    with Newsroom.open(clean.folder) as newsroom:
        signed = newsroom.dossier(clean.dossier)
        told = wording(disclosure(signed), newsroom.accounts(), "de")
    assert told.line == ""
    # The preview gives the moment it was made; the rest is what will be printed.
    shown_before = [escape(line) for line in told.details if not line.startswith("Freigegeben von")]
    assert all(f"<li>{line}</li>" in preview for line in shown_before)
    assert "<li>Freigegeben von Jonas Petri am " in preview


def test_signed_and_not_yet_published(clean: Desk, writes: Visit, signs: Visit) -> None:
    assert "Not published yet." in signs.get(clean.path("/published")).text
    read = field(signs.get(clean.path("/sign-off")).text, "content_sha256")
    signs.post(clean.path("/sign-off"), content_sha256=read)
    html = signs.get(clean.path("/published")).text
    assert "Signed; publish it now" in html and "Not published yet." not in html
    signs.post("/language", language="de")
    assert "Freigegeben; jetzt veröffentlichen" in signs.get(clean.path("/published")).text


def test_where_nothing_is_open_the_page_says_so_in_two_words(clean: Desk, signs: Visit) -> None:
    assert "<span>Nothing open</span>" in signs.get(clean.path()).text
    signs.post("/language", language="de")
    html = signs.get(clean.path()).text
    assert "<span>Nichts offen</span>" in html and "0 Befunde" not in html


def test_a_text_without_a_check_is_not_said_to_have_nothing_open(clean: Desk, signs: Visit) -> None:
    with Newsroom.open(clean.folder) as newsroom:
        author = newsroom.accounts()[1].id
        newsroom.save(clean.dossier, TEXT + "\nEin Satz mehr.\n", by=author)
    html = signs.get(clean.path()).text
    assert "<span>This text has not been checked.</span>" in html and "<span>Nothing open</span>" not in html


def test_notices_alone_leave_the_way_to_the_signature_open(clean: Desk, writes: Visit) -> None:
    said = "Ein Experte sagte, die Fähre halte zwanzig Jahre."
    with Newsroom.open(clean.folder) as newsroom:
        by = account_id(newsroom, AUTHOR)
        newsroom.take_in(clean.dossier, [Source(text=said, title="Anruf", name="anruf.txt")], by=by)
        newsroom.save(clean.dossier, f"{TEXT}\n{said}\n", by=by)
        newsroom.check(clean.dossier, by=by)
        assert [one.finding.severity.value for one in newsroom.review(clean.dossier).findings] == ["notice"]
    page = writes.get(clean.path()).text
    assert "To the signature" in page and "notices keep nobody from signing" in page


def test_the_page_says_where_publishing_puts_the_article_before_anybody_signs(
    clean: Desk, writes: Visit, signs: Visit
) -> None:
    where = f"<code>{clean.folder.resolve()}</code>"
    assert where not in writes.get(clean.path("/sign-off")).text, "who cannot sign is not asked"
    page = signs.get(clean.path("/sign-off")).text
    assert where in page and "Nothing is sent to a website" in page
    head, shown = field(page, "record_head"), field(page, "content_sha256")
    assert signs.post(clean.path("/sign-off"), content_sha256=shown, record_head=head).status_code == 303
    page = signs.get(clean.path("/sign-off")).text
    assert page.index(where) < page.index('action="' + clean.path("/publish"))

"""The list of dossiers and the list of what went out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from playwright.sync_api import Browser, expect

from beleg.desk.views.draft import Names
from beleg.desk.views.listing import PER_PAGE, Looking, Show, list_view
from beleg.desk.wording import wording
from beleg.newsroom.example import AUTHOR, EDITOR
from beleg.newsroom.house import Newsroom
from beleg.terms.account import Account
from beleg.terms.listed import Assignment, Listed, OpenFor, Stage
from tests.desk.conftest import Desk, Visit, laid_out_width, sign_in
from tests.desk.test_releasing import NOTE, WITHDRAWAL, change, out, sign
from tests.desk.test_signing_off import clean, signs, writes

__all__ = ["clean", "out", "signs", "writes"]


def rows(html: str) -> list[str]:
    """The rows of the list, without tags."""
    return [
        " ".join(unescape(re.sub("<[^>]*>", " ", row)).split())
        for row in re.findall(r"<tr>\s*<th scope=\"row\".*?</tr>", html, flags=re.DOTALL)
    ]


def test_a_dossier_is_taken_and_given_with_a_time(clean: Desk, writes: Visit, signs: Visit) -> None:
    (row,) = rows(signs.get("/").text)
    assert "nobody’s" in row and "nobody has checked it yet" in row and "1 source" in row
    with Newsroom.open(clean.folder) as newsroom:
        people = {each.login: each.id for each in newsroom.accounts()}
        head = newsroom.dossier(clean.dossier).head
    given = signs.post(clean.path("/assignment"), account=people[AUTHOR.login], due="2020-01-01T06:00")
    assert given.headers["location"] == "/?said=assigned"
    (row,) = rows(signs.get("/").text)
    assert AUTHOR.name in row and "! overdue" in row and "years ago" in row
    form = signs.get(clean.path("/assignment")).text
    assert 'value="2020-01-01 06:00"' in form
    assert re.search(r"time zone of this desk: [^\s<]+, [+-]\d\d:\d\d; may stay empty", form)
    assert f'<option value="{people[AUTHOR.login]}" selected>' in form
    # Taking it from the list leaves the time as it is.
    assert signs.post(clean.path("/assignment"), act="take").status_code == 303
    (row,) = rows(signs.get("/").text)
    assert "yours" in row and "overdue" in row and "Take it" not in row
    assert "yours" not in rows(writes.get("/").text)[0]
    signs.post(clean.path("/assignment"), account="", due="")
    (row,) = rows(signs.get("/").text)
    assert "nobody’s" in row and "overdue" not in row
    with Newsroom.open(clean.folder) as newsroom:
        assert newsroom.dossier(clean.dossier).head == head, "nothing of it is in the record"


def test_what_cannot_be_given_is_refused(clean: Desk, signs: Visit) -> None:
    with Newsroom.open(clean.folder) as newsroom:
        gone = newsroom.add_account("udo", "Udo Behn", "Redakteur", "ein-altes-geheimnis")
        newsroom.close_account(gone.id)
        watching = newsroom.watching_account()
    for fields, why in (
        ({"account": gone.id}, "The account of Udo Behn is closed; nothing can be given to it."),
        ({"account": watching.id}, "a person has to do this"),
        ({"account": "p-niemand"}, "There is no account p-niemand"),
        ({"account": "", "due": "morgen"}, "“morgen” is no date;"),
        ({"account": "", "due": "02.03.2026"}, "By when it is due has to be a day with a time"),
    ):
        refused = signs.post(clean.path("/assignment"), "/", None, **fields)
        assert refused.status_code == 422 and why in refused.text
    assert "Udo Behn" not in signs.get(clean.path("/assignment")).text


def test_the_list_tells_what_is_not_checked(clean: Desk, signs: Visit) -> None:
    assert " nothing " in rows(signs.get("/").text)[0]
    with Newsroom.open(clean.folder) as newsroom:
        author = newsroom.accounts()[1].id
        newsroom.save(clean.dossier, "# Die Fähre\n\nSie kommt im Mai.\n", by=author)
        newsroom.open_dossier("Hafenfest", "de", by=author)
    empty, unchecked = rows(signs.get("/").text)
    assert "not checked" in unchecked and " nothing " not in unchecked
    assert "no text yet" in empty and " nothing " not in empty


def test_the_list_is_searched_and_chosen_from(clean: Desk, signs: Visit) -> None:
    for title in ("Hafenfest <am> Wochenende", "Straßenfest im Hafen"):
        signs.post("/dossiers", title=title)
    html = signs.get("/?q=HAFEN&show=open").text
    assert len(rows(html)) == 2 and 'value="HAFEN"' in html
    assert 'href="/?show=waiting&amp;q=HAFEN"' in html
    assert [row.partition(" no sources")[0] for row in rows(signs.get("/?q=strassenfest").text)] == [
        "Straßenfest im Hafen"
    ]
    assert len(rows(signs.get("/?show=open").text)) == 3
    assert rows(signs.get("/?show=waiting").text) == [], "nobody has read what is there"
    nothing = signs.get("/?show=published&q=Hafen").text
    assert rows(nothing) == [] and "None of the dossiers is one of these." in nothing
    assert len(rows(signs.get("/?show=unsinn").text)) == 3
    assert signs.get(f"/?q={'x' * 201}").status_code == 400


def test_an_embargo_stands_in_the_list_until_it_ends(clean: Desk, signs: Visit) -> None:
    with Newsroom.open(clean.folder) as newsroom:
        author = newsroom.accounts()[1].id
        until = datetime.now(UTC) + timedelta(hours=5)
        newsroom.set_embargo(clean.dossier, until, "Ministerium", by=author)
    assert "Embargo ends in 5 hours" in rows(signs.get("/").text)[0]
    signs.post("/language", language="de")
    assert "Sperrfrist endet in 5 Stunden" in rows(signs.get("/").text)[0]


NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
OLE = Account("p-ole", "ole", "Ole Behn", "Redakteur")


def _listed(number: int, stage: Stage = Stage.DRAFT, **other: str) -> Listed:
    return Listed(
        dossier=f"d-{number}",
        position=1,
        title=f"Fall {number}",
        language="de",
        updates="",
        stage=stage,
        checked=True,
        findings=0,
        sentences=0,
        sources=0,
        embargo=other.get("embargo", ""),
        changed_at=NOW.isoformat(),
        changed_by=OLE.id,
        headline="",
        address="",
    )


def _due(number: int, due: datetime) -> Assignment:
    return Assignment(
        dossier=f"d-{number}", account=OLE.id, due=due.isoformat(), by=OLE.id, at=NOW.isoformat()
    )


def test_what_is_out_is_not_overdue_and_pages_end() -> None:
    stages = [Stage.DRAFT, Stage.PUBLISHED, Stage.WITHDRAWN, Stage.NEEDS_A_LOOK, Stage.SIGNED]
    found = [_listed(n, stage) for n, stage in enumerate(stages)]
    looking = Looking(person=OLE, names=Names(((OLE.id, OLE.name),)), at=NOW, words=wording("en"))
    given = {f"d-{n}": _due(n, NOW) for n in range(4)} | {"d-4": _due(4, NOW + timedelta(minutes=1))}
    view = list_view(found, given, looking, show=Show.OVERDUE, sought="", page=1)
    assert [row.id for row in view.rows] == ["d-0", "d-3"]
    assert {choice.show: choice.count for choice in view.choices}[Show.OPEN] == 3
    many = [_listed(n) for n in range(2 * PER_PAGE + 1)]
    for asked, page, shown in ((1, 1, PER_PAGE), (3, 3, 1), (99, 3, 1), (-5, 1, PER_PAGE)):
        view = list_view(many, {}, looking, show=Show.ALL, sought="", page=asked)
        assert (view.page, len(view.rows), view.pages) == (page, shown, 3)
    past = _listed(1, embargo=NOW.isoformat())
    (row,) = list_view([past], {}, looking, show=Show.ALL, sought="", page=1).rows
    assert row.embargo == row.embargo_left == ""


def test_whoever_judges_first_is_told_that_and_not_what_was_found() -> None:
    other = Account("p-ute", "ute", "Ute Rolfs", "Redakteurin")
    hidden = OpenFor(account="", findings=1, sentences=0, to_judge=2)
    everything = OpenFor(account=other.id, findings=3, sentences=1, to_judge=0)
    for stage in (Stage.DRAFT, Stage.UNTOUCHED, Stage.IN_REVIEW, Stage.WAITING, Stage.CHANGED):
        one = replace(_listed(1, stage), findings=3, sentences=1, shown=(hidden, everything))
        looking = Looking(person=OLE, names=Names(()), at=NOW, words=wording("en"))
        view = list_view([one], {}, looking, show=Show.JUDGE, sought="", page=1)
        (row,) = view.rows
        assert (row.state.words, row.findings, row.sentences) == ("waits for your judgement", 1, 0)
        assert row.to_judge == 2
        assert {choice.show: choice.count for choice in view.choices}[Show.WAITING] == 0
        (row,) = list_view([one], {}, replace(looking, person=other), show=Show.ALL, sought="", page=1).rows
        assert (row.findings, row.sentences, row.to_judge) == (3, 1, 0)
        assert row.state.kind != "to-judge"
    out = replace(_listed(1, Stage.PUBLISHED), shown=(hidden,))
    assert list_view([out], {}, looking, show=Show.JUDGE, sought="", page=1).rows == ()


def test_what_is_to_judge_is_open_in_the_list(desk: Desk, author: Visit, editor: Visit) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        jonas = next(each.id for each in newsroom.accounts() if each.login == EDITOR.login)
        shown = newsroom.review_for(desk.dossier, jonas)
        whole = newsroom.review(desk.dossier)
    assert shown.to_judge and shown.open_findings < whole.open_findings
    (row,) = rows(editor.get("/").text)
    assert f"{shown.to_judge} sentences to judge first" in row and "waits for your judgement" in row
    assert f"{shown.open_findings} findings open" in row
    status = editor.get(desk.path()).text.partition('id="status"')[2].partition("</p>")[0]
    assert "waits for your judgement" in status
    for told in (f"{shown.open_findings} findings open", f"{shown.to_judge} sentences to judge first"):
        assert told in status
    (row,) = rows(author.get("/").text)
    assert f"{whole.open_findings} findings open" in row and "judge" not in row


def test_an_article_s_history_is_told_from_one_page(out: Desk, writes: Visit, signs: Visit) -> None:
    html = writes.get("/published").text
    assert "<strong>Published</strong>" in html and "https://blatt.example/faehre" in html
    assert f'href="{out.path("/sign-off")}#correction"' in html
    assert f'href="{out.path("/published")}#withdrawal"' in html
    change(out, writes)
    writes.post(out.path("/correction"), note=NOTE)
    assert sign(out, signs) == 303
    signs.post(out.path("/publish"))
    signs.post(out.path("/publish"), address="https://blatt.example/neu")
    signs.post("/dossiers", title="Der Fahrplan", updates=out.dossier)
    html = writes.get("/published").text
    acts = re.findall(r"<strong>([^<]*)</strong> <time", html)
    assert acts == ["Corrected", "Corrected", "Published"] or acts == [
        "Published again",
        "Corrected",
        "Published",
    ]
    assert "Ahrenkamp bekommt die Fähre" in html and "Die Zahl der Stimmen war &lt;falsch&gt;." in html
    assert "It is continued by" in html and "Der Fahrplan" in html
    for version in (1, 2, 3):
        assert writes.get(out.path(f"/page?version={version}")).status_code == 200
        assert f"{out.path('/bundle')}?version={version}" in html
    assert "Nothing published has these words in its title." in writes.get("/published?q=Rathaus").text
    assert "Ahrenkamp bekommt die" in writes.get("/published?q=ahrenkamp+FÄHRE").text
    writes.post(out.path("/withdrawal"), "/", None, **WITHDRAWAL)
    html = writes.get("/published").text
    assert "<strong>Withdrawn</strong>" in html and WITHDRAWAL["note_readers"] in html
    assert "#withdrawal" not in html and "#correction" not in html
    assert "✗</span> withdrawn" in writes.get("/?show=published").text


def test_nothing_has_gone_out_yet(clean: Desk, signs: Visit) -> None:
    assert "Nothing has been published yet." in signs.get("/published").text


@pytest.fixture
def address(out: Desk) -> Iterator[str]:
    """Where the desk with a published article is."""
    yield out.address


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1440])
def test_the_lists_are_used_by_keyboard_at_any_width(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(base_url=address, locale="de-DE", viewport={"width": width, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    sign_in(page, EDITOR)
    page.get_by_label("Wörter aus dem Titel").fill("Ahrenkamp")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("q=Ahrenkamp"))
    take = page.get_by_role("button", name="Übernehmen")
    expect(take).to_have_accessible_description("Fähre in Ahrenkamp")
    take.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Gespeichert")
    page.get_by_role("link", name="Meine 1").click()
    expect(page.get_by_text("Sie", exact=True)).to_be_visible()
    if width < 900:
        page.get_by_role("button", name="Menü").click()
    page.get_by_role("link", name="Veröffentlichte Artikel").click()
    expect(page.get_by_role("heading", name="Ahrenkamp bekommt eine Fähre")).to_be_visible()
    assert laid_out_width(page) <= width
    page.get_by_role("link", name="Korrigieren").click()
    expect(page.get_by_role("heading", name="Korrektur")).to_be_in_viewport()
    context.close()
    assert complaints == []

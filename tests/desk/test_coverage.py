"""What "no findings" means: every check tells whether it looked, at how much, and why it did not."""

from html import escape

from beleg.checks.catalogue import catalogue
from beleg.desk.views.coverage import CANNOT_SEE, Looked, coverage_view
from beleg.desk.wording import wording
from beleg.newsroom.house import Newsroom
from beleg.pipeline import check_draft
from beleg.terms.report import Coverage, Report
from beleg.terms.source import Source
from tests.desk.conftest import Desk, Visit

GERMAN, ENGLISH = wording("de"), wording("en")
SOURCE = Source(text="Der Rat hat 12 Bäume gepflanzt.", name="rat.txt", language="de")


def _report(draft: str, *sources: Source) -> Report:
    return check_draft(Source(text=draft, language="de"), list(sources))


def test_every_check_has_a_line_in_one_of_three_groups() -> None:
    view = coverage_view(_report("# Bäume\n\nDer Rat hat 12 Bäume gepflanzt.", SOURCE), GERMAN)
    assert [group.title for group in view.groups] == [
        "Mit den Quellen verglichen",
        "Im Text allein",
        "In den Quellen selbst",
    ]
    told = [line.what for group in view.groups for line in group.lines]
    assert sorted(told) == sorted(check.title.de for check in catalogue())
    assert view.ran == len(told) and view.not_run == 0
    assert view.nothing > 0


def test_a_line_says_whether_there_was_anything_of_the_kind() -> None:
    view = coverage_view(_report("# Bäume\n\nDer Rat hat 12 Bäume gepflanzt.", SOURCE), ENGLISH)
    lines = {line.what: line for group in view.groups for line in group.lines}
    assert (lines["Number changed"].looked, lines["Number changed"].count) == (Looked.LOOKED, 1)
    assert lines["Quotation altered"].looked is Looked.NOTHING
    assert (view.sentences, view.compared) == (2, 1)
    assert "numbers" in {line.unit for line in view.foremost}


def test_without_sources_nothing_is_compared_and_every_line_says_why() -> None:
    view = coverage_view(_report("# Bäume\n\nDer Rat hat 12 Bäume gepflanzt."), GERMAN)
    assert view.compared == 0 and view.not_run > 10
    group = view.groups[0]
    assert all(line.looked is Looked.NOT_RUN and line.why for line in group.lines)


def test_before_the_first_check_there_is_nothing_to_tell() -> None:
    view = coverage_view(None, GERMAN)
    assert not view.checked and view.groups == () and view.ran == 0


def test_a_check_that_is_not_known_here_is_told_as_the_record_has_it() -> None:
    line = Coverage("of_the_future", 3, "Dinge", "")
    view = coverage_view(Report(language="de", coverage=(line,)), GERMAN)
    assert [(one.what, one.count, one.unit) for one in view.groups[0].lines] == [
        ("of_the_future", 3, "Dinge")
    ]


def test_review_and_page_to_sign_on_tell_it(desk: Desk, author: Visit) -> None:
    for page in ("", "/sign-off"):
        html = author.get(desk.path(page)).text
        assert html.count('class="coverage-all"') == 1, page
        assert "Compared with the sources" in html and "What Beleg cannot see" in html
        for sentence in CANNOT_SEE:
            assert escape(sentence).replace("&#x27;", "&#39;") in html
        assert "sentences were compared with the sources." in html
        assert html.count('<tr class="looked') + html.count('<tr class="nothing') == len(catalogue())


def test_nothing_compared_is_a_visible_outcome(desk: Desk, author: Visit) -> None:
    opened = author.post("/dossiers", title="Ohne Quellen", language="de").headers["location"]
    path = opened.partition("?")[0]
    author.post(f"{path}/text", content="# Die Lage\n\nDie Brücke bleibt bis Ostern gesperrt.")
    for page in ("", "/sign-off"):
        html = author.get(path + page).text
        assert "No sentence was compared with a source." in html, page
        assert "not looked for:" in html, page


def test_a_text_that_was_never_checked_says_so_on_the_page_to_sign_on(desk: Desk, author: Visit) -> None:
    opened = author.post("/dossiers", title="Ungeprüft", language="de").headers["location"]
    path = opened.partition("?")[0]
    with Newsroom.open(desk.folder) as newsroom:
        mara = next(account.id for account in newsroom.accounts() if account.login == "mara")
        newsroom.save(path.rpartition("/")[2], "# Die Lage\n\nDie Brücke ist offen.", by=mara)
    assert "This text has not been checked." in author.get(f"{path}/sign-off").text

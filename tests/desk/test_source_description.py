"""Correcting at the desk what is said of a source."""

from collections.abc import Iterator
from html import unescape

import pytest
from playwright.sync_api import Browser, expect

from beleg.desk.views.source_said import TypedDescription, typed
from beleg.newsroom.example import AUTHOR
from beleg.newsroom.house import Newsroom
from beleg.terms.events import SourceTakenIn
from tests.desk.conftest import Desk, Visit, laid_out_width

WHY = "Steht im Kopf der Meldung."


@pytest.fixture
def source(desk: Desk) -> Iterator[str]:
    """The id of a source of the example with a publisher and a date."""
    with Newsroom.open(desk.folder) as newsroom:
        sources = newsroom.dossier(desk.dossier).sources
    yield next(one.source for one in sources if one.publisher and one.published)


def _form(desk: Desk, source: str) -> dict[str, str]:
    with Newsroom.open(desk.folder) as newsroom:
        (taken,) = (one for one in newsroom.dossier(desk.dossier).sources if one.source == source)
    form = typed(taken, "en")
    return {
        "title": form.title,
        "publisher": form.publisher,
        "author": form.author,
        "published": form.published,
        "language": form.language,
        "reason": WHY,
    }


def test_who_takes_sources_in_corrects_what_is_said_of_them(desk: Desk, author: Visit, source: str) -> None:
    place = desk.path(f"/sources/{source}")
    before = _form(desk, source)
    answer = author.post(
        f"{place}/description",
        place,
        None,
        **{**before, "publisher": "Agentur <Nordwest>", "published": "2026-03-02"},
    )
    assert (answer.status_code, answer.headers["location"]) == (303, f"{place}?said=described")
    html = author.get(f"{place}?said=described").text
    assert "The details of the source are corrected" in html
    assert "<dd>Agentur &lt;Nordwest&gt;</dd>" in html
    assert "What was said of it before" in html
    changes = unescape(html.partition('id="said-before"')[2])
    assert f"Publisher: {before['publisher']} → Agentur <Nordwest>" in changes
    assert AUTHOR.name in changes and WHY in changes
    record = unescape(author.get(desk.path("/record")).text)
    assert "Details of a source corrected: " in record
    assert f"Publisher: {before['publisher']} → Agentur <Nordwest>" in record
    with Newsroom.open(desk.folder) as newsroom:
        dossier = newsroom.dossier(desk.dossier)
        (told,) = dossier.descriptions
        assert told.event.now.published == "2026-03-02T00:00:00+00:00"
        assert not dossier.check_outdated
        report = "\n".join(str(part) for part in newsroom.entries(desk.dossier)[-2:])
        assert "SourceDescribed" in report and "DraftChecked" in report


def test_what_was_typed_stays_in_the_form_that_was_refused(desk: Desk, author: Visit, source: str) -> None:
    place = desk.path(f"/sources/{source}")
    form = _form(desk, source)
    for changes, why in (
        ({}, "This is what is said of the source already; nothing was changed."),
        ({"reason": "  ", "title": "Anders"}, "A decision needs a reason"),
        ({"published": "am Montag"}, "“am Montag” is no date; write 2026-03-02 or 02.03.2026"),
        ({"published": "2026-02-30"}, "“2026-02-30” is no date;"),
        ({"title": "x" * 501}, "may have 500 characters each"),
    ):
        answer = author.post(f"{place}/description", place, None, **{**form, **changes})
        assert answer.status_code == 422, changes
        html = unescape(answer.text)
        assert why in html, changes
        assert '<details open class="describing">' in answer.text
        for value in changes.values():
            assert not value.strip() or value in html
    with Newsroom.open(desk.folder) as newsroom:
        assert newsroom.dossier(desk.dossier).descriptions == ()
    unknown = author.post(desk.path("/sources/nothing/description"), place, None, **form)
    assert unknown.status_code == 404


def _taken(published: str) -> SourceTakenIn:
    return SourceTakenIn(
        source="a",
        sha256="a",
        item=0,
        text_sha256="b",
        name="a.txt",
        title="A",
        publisher="",
        author="",
        published=published,
        captured="2026-03-04T09:30:00+00:00",
        address="",
        media_type="text/plain",
        language="de",
    )


@pytest.mark.parametrize(
    "published", ["", "2026-03-02T00:00:00+00:00", "2026-03-03T18:00:07.5+00:00", "2026-03-03T04:00:00-05:00"]
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_date_that_was_left_as_it_stood_keeps_its_seconds_and_its_zone(
    published: str, language: str
) -> None:
    taken = _taken(published)
    form = typed(taken, language)
    assert form.said_of(taken).published == published
    anew = TypedDescription(published=form.published).said_of(_taken("")).published
    assert typed(_taken(anew), language).published == form.published


@pytest.mark.browser
def test_in_a_browser_without_script_on_a_telephone(desk: Desk, source: str, browser: Browser) -> None:
    context = browser.new_context(
        base_url=desk.address,
        locale="de-DE",
        java_script_enabled=False,
        viewport={"width": 360, "height": 800},
    )
    page = context.new_page()
    page.goto(f"/sign-in?next={desk.path(f'/sources/{source}')}")
    page.get_by_label("Anmeldename").fill(AUTHOR.login)
    page.get_by_label("Passwort").fill(AUTHOR.password)
    page.get_by_role("button", name="Anmelden").click()
    page.get_by_text("Angaben zu dieser Quelle sind falsch").click()
    page.get_by_label("Herausgeber: Medium, Agentur, Behörde").fill("Agentur Nordwest")
    page.get_by_label("Woher Sie das haben").fill(WHY)
    page.get_by_role("button", name="Angaben berichtigen").click()
    expect(page.get_by_text("Die Angaben zur Quelle sind berichtigt")).to_be_visible()
    expect(page.get_by_role("heading", name="Was bisher angegeben war")).to_be_visible()
    expect(page.get_by_text("→ Agentur Nordwest")).to_be_visible()
    context.close()


@pytest.mark.browser
def test_the_form_fits_a_telephone(desk: Desk, source: str, browser: Browser) -> None:
    context = browser.new_context(
        base_url=desk.address, locale="de-DE", viewport={"width": 360, "height": 800}
    )
    page = context.new_page()
    page.goto(f"/sign-in?next={desk.path(f'/sources/{source}')}")
    page.get_by_label("Anmeldename").fill(AUTHOR.login)
    page.get_by_label("Passwort").fill(AUTHOR.password)
    page.get_by_role("button", name="Anmelden").click()
    page.get_by_text("Angaben zu dieser Quelle sind falsch").click()
    expect(page.get_by_role("button", name="Angaben berichtigen")).to_be_visible()
    assert laid_out_width(page) <= 360
    context.close()

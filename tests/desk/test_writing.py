"""Writing the text: saved and checked, never overwritten, never run by the browser."""

from beleg.newsroom.house import Newsroom
from beleg.terms.revision import Origin
from tests.desk.conftest import Desk, Visit, field


def _base(visit: Visit, desk: Desk) -> str:
    return field(visit.get(desk.path("/text")).text, "base")


def test_saving_checks_by_itself(desk: Desk, author: Visit) -> None:
    answer = author.post(desk.path("/text"), content="# Neu\r\n\r\nEin Satz.\r\n", base=_base(author, desk))
    assert answer.headers["location"] == desk.path("?said=saved")
    with Newsroom.open(desk.folder) as newsroom:
        dossier = newsroom.dossier(desk.dossier)
    assert dossier.current is not None and dossier.current.content.startswith("# Neu\n\nEin Satz.")
    assert dossier.last_check is not None
    assert "Saved and checked." in author.get(desk.path("?said=saved")).text


def test_saving_the_same_text_is_no_new_revision(desk: Desk, author: Visit) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        current = newsroom.dossier(desk.dossier).current
    assert current is not None
    answer = author.post(desk.path("/text"), content=current.content, base=current.content_sha256)
    assert answer.headers["location"] == desk.path("?said=unchanged")


def test_two_people_at_once_both_texts_are_shown_and_nothing_is_lost(
    desk: Desk, author: Visit, editor: Visit
) -> None:
    base = _base(author, desk)
    editor.post(desk.path("/text"), content="# Titel\n\nVon Jonas geändert.\n\nGemeinsam.", base=base)
    answer = author.post(desk.path("/text"), content="# Titel\n\nVon Mara geändert.\n\nGemeinsam.", base=base)
    assert answer.status_code == 409
    assert "As Jonas Petri has saved it" in answer.text
    assert '<mark><span class="sr">Only here: </span>Jonas</mark>' in answer.text
    assert '<mark><span class="sr">Only here: </span>Mara</mark>' in answer.text
    with Newsroom.open(desk.folder) as newsroom:
        current = newsroom.dossier(desk.dossier).current
        assert current is not None and "Von Jonas geändert." in current.content
    second = author.post(
        desk.path("/text"), content="# Titel\n\nVon beiden geändert.", base=field(answer.text, "base")
    )
    assert second.status_code == 303


def test_an_empty_text_is_refused_with_one_sentence(desk: Desk, author: Visit) -> None:
    answer = author.post(desk.path("/text"), content=" \n ", base=_base(author, desk))
    assert answer.status_code == 422
    assert "The text is empty; nothing was saved." in answer.text


def test_a_text_that_cannot_be_kept_is_refused_and_stays_in_the_field(desk: Desk, author: Visit) -> None:
    answer = author.post(desk.path("/text"), content="Ein Satz mit \0 darin.", base=_base(author, desk))
    assert answer.status_code == 422
    assert "The text holds a character that is none" in answer.text
    assert "Ein Satz mit" in answer.text


def test_markup_in_the_text_is_shown_and_not_obeyed(desk: Desk, author: Visit) -> None:
    content = "# <b>fett</b>\n\n<script>alert(1)</script> sagte niemand. <img src=x onerror=alert(1)>"
    author.post(desk.path("/text"), content=content, base=_base(author, desk))
    for page in ("", "/text", "/sign-off", "/revisions/2", "/record"):
        html = author.get(desk.path(page)).text
        assert "<script>" not in html and "<img" not in html and "<b>" not in html, page


def test_the_machine_replaces_a_text_only_when_told_to(desk: Desk, author: Visit) -> None:
    refused = author.post(desk.path("/draft"), sentences="4")
    assert refused.status_code == 422
    assert "Tick the box" in refused.text
    assert author.post(desk.path("/draft"), sentences="400", replace="yes").status_code == 422
    assert author.post(desk.path("/draft"), sentences="viele", replace="yes").status_code == 422
    answer = author.post(desk.path("/draft"), sentences="4", replace="yes")
    assert answer.headers["location"] == desk.path("?said=drafted")
    with Newsroom.open(desk.folder) as newsroom:
        current = newsroom.dossier(desk.dossier).current
    assert current is not None and current.number == 2
    assert {sentence.origin for sentence in current.sentences} <= {Origin.MACHINE, Origin.SOURCE}
    assert '<span class="origin" lang="en" title="Mara Lindqvist">source' in author.get(desk.path()).text


def test_an_earlier_revision_can_be_read_and_taken_up_again(desk: Desk, author: Visit) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        first = newsroom.dossier(desk.dossier).current
    assert first is not None
    author.post(desk.path("/text"), content="Ganz anders.", base=first.content_sha256)
    assert "Färberbrücke" in author.get(desk.path("/revisions/1")).text
    page = author.get(desk.path("/text?revision=1")).text
    assert "The field holds revision 1." in page
    assert field(page, "base") != first.content_sha256
    assert "Streit um das Gutachten" in page
    assert author.get(desk.path("/text?revision=7")).status_code == 404


def test_a_first_draft_is_offered_wherever_there_are_sources_and_no_text(desk: Desk, author: Visit) -> None:
    place = author.post("/dossiers", title="Neu", language="de").headers["location"].partition("?")[0]
    draft, said = f'class="button" href="{place}/draft"', "as soon as there is a source"
    begun = author.get(place).text
    assert draft not in begun and said in begun
    author.post(f"{place}/sources", text="Der Rat von Grauwerder tagt am Montag.", title="Anruf")
    for page in ("", "/text", "/sources"):
        assert draft in author.get(f"{place}{page}").text, page
    author.post(f"{place}/text", content="# Rat tagt\n\nDer Rat tagt am Montag.")
    for page in ("/text", "/sources"):
        assert draft not in author.get(f"{place}{page}").text, page
    assert f'href="{place}/draft"' in author.get(f"{place}/text").text

"""Training at the desk: faults are found by reading, nothing of the machine's shows, and nobody is told of by name."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from beleg.checks.catalogue import catalogue, message_in, title_in
from beleg.desk.views.training import solved
from beleg.desk.wording import wording
from beleg.newsroom.example import CHIEF, EDITOR
from beleg.newsroom.house import Newsroom
from beleg.terms.role import Permission
from beleg.terms.training import FaultKind, PlantedFault, Training
from tests.desk.conftest import Desk, Visit, account_id, laid_out_width, sign_in


@pytest.fixture
def training(desk: Desk) -> Training:
    """A training on the example's mended text."""
    with Newsroom.open(desk.folder) as newsroom:
        return newsroom.open_training("example", by=account_id(newsroom, EDITOR), faults=5, seed="7")


def test_opening_one_on_a_dossier_or_on_the_example(desk: Desk, editor: Visit) -> None:
    page = editor.get("/training").text
    assert "No training is going on." in page and f'value="{desk.dossier}"' in page
    for copied in ("example", desk.dossier):
        answer = editor.post("/training", copied=copied, faults="4")
        assert re.fullmatch(r"/training/t-[0-9a-f]{16}\?said=trained", answer.headers["location"])
    with Newsroom.open(desk.folder) as newsroom:
        assert [len(one.planted) for one in newsroom.trainings()] == [4, 4]
        assert [dossier.id for dossier in newsroom.dossiers()] == [desk.dossier]


def test_what_cannot_be_opened_is_refused_in_one_sentence(editor: Visit) -> None:
    assert "A training has 1 to 12 faults." in editor.post("/training", copied="example", faults="13").text
    assert editor.post("/training", copied="d-none", faults="3").status_code == 422
    assert editor.post("/training", copied="example", faults="viele").status_code == 400
    assert editor.get("/training/t-none").status_code == 404
    assert editor.post("/training/t-none/marks").status_code == 404
    assert editor.post("/training/t-none/close").status_code == 404


def test_the_text_shows_neither_faults_nor_findings(desk: Desk, editor: Visit, training: Training) -> None:
    html = editor.get(f"/training/{training.id}").text
    with Newsroom.open(desk.folder) as newsroom:
        findings = [found.finding for found in newsroom.review(desk.dossier).findings]
    for finding in findings:
        assert title_in(finding.check, "en") not in html and message_in(finding, "en") not in html
    for fault in training.planted:
        assert fault.was not in html.partition('id="the-sources"')[0]
    assert "Training copy." in html and "<mark" not in html and "checked" not in html
    assert html.count('type="checkbox"') >= 20
    assert "To the signature" not in html and '/publish"' not in html and "/sign-off" not in html


def test_the_own_result_is_shown_once(editor: Visit, training: Training) -> None:
    first, second, *_ = training.planted
    right = next(n for n in range(9) if n not in {fault.sentence for fault in training.planted})
    path = f"/training/{training.id}/marks"
    token = editor.token()
    marks = {"token": token, "sentence": [str(n) for n in (first.sentence, second.sentence, right)]}
    answer = editor.client.post(path, data=marks)
    assert answer.status_code == 200
    assert "You found 2 of 5." in answer.text
    assert answer.text.count("not found") == 3
    assert "You marked these as well" in answer.text
    again = editor.client.post(path, data=marks)
    assert again.status_code == 409
    assert "You have handed in your marks for this training already." in again.text
    assert "You found" not in editor.get(f"/training/{training.id}").text
    assert "you have handed in" in editor.get("/training").text


def test_nothing_marked_is_a_result_too(editor: Visit, training: Training) -> None:
    assert "You found 0 of 5." in editor.post(f"/training/{training.id}/marks").text


def test_the_newsroom_sees_desks_and_not_persons(desk: Desk, editor: Visit, training: Training) -> None:
    assert editor.post("/training/desk", desk="Lokales").headers["location"] == "/training?said=desk"
    assert 'value="Lokales"' in editor.get("/training").text
    assert editor.post("/training/desk", desk="x" * 61).status_code == 422
    with Newsroom.open(desk.folder) as newsroom:
        trained = [account for account in newsroom.accounts() if account.may(Permission.TRAIN)][:3]
        for account in trained:
            newsroom.set_desk(account.id, "Lokales")
            newsroom.hand_in(training.id, frozenset({training.planted[0].sentence}), by=account.id)
    assert "3 of 15" not in editor.get("/training").text
    answer = editor.post(f"/training/{training.id}/close")
    assert answer.headers["location"] == "/training?said=training-closed"
    results = editor.get("/training").text.partition("What the desks found")[2].partition("Your desk")[0]
    assert "Lokales" in results and "3 of 15" in results
    assert "Jonas" not in results and "Mara" not in results
    assert editor.get(f"/training/{training.id}").status_code == 404


def test_fewer_than_three_of_a_desk_are_not_told_of(editor: Visit, training: Training) -> None:
    editor.post(f"/training/{training.id}/marks")
    editor.post(f"/training/{training.id}/close")
    assert "Fewer than 3 people of any desk took part" in editor.get("/training").text


@pytest.fixture
def ines(browser: Browser, desk: Desk) -> Iterator[Page]:
    """Somebody with a browser, signed in, in German."""
    context = browser.new_context(
        base_url=desk.address, locale="de-DE", viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    sign_in(page, CHIEF)
    yield page
    context.close()
    assert complaints == []


@pytest.mark.browser
def test_practising_on_a_narrow_screen(desk: Desk, ines: Page) -> None:
    ines.get_by_role("button", name="Menü").click()
    ines.get_by_role("link", name="Übung").click()
    ines.get_by_label("Fehler", exact=True).fill("3")
    ines.get_by_role("button", name="Fehler einbauen").click()
    expect(ines.get_by_role("note")).to_contain_text("Übungskopie.")
    assert laid_out_width(ines) <= 360
    with Newsroom.open(desk.folder) as newsroom:
        (training,) = newsroom.trainings()
    for fault in training.planted:
        ines.get_by_role("checkbox", name=fault.now, exact=True).check()
    ines.get_by_role("button", name="Abgeben").click()
    expect(ines.locator(".score")).to_contain_text("Sie haben 3 von 3 gefunden.")
    assert laid_out_width(ines) <= 360
    ines.get_by_role("link", name="Zu den Übungen").click()
    ines.get_by_role("button", name="Diese Übung beenden").click()
    expect(ines.get_by_role("status")).to_contain_text("Die Übung ist beendet.")


def test_a_planted_fault_is_called_as_the_check_that_finds_it() -> None:
    training = Training(
        id="t-1",
        title="Rat tagt",
        language="de",
        content="Ja.",
        sources=(),
        planted=tuple(PlantedFault(kind=kind, sentence=0, was="Ja.", now="Nein.") for kind in FaultKind),
        opened_at="2026-03-01T10:00:00Z",
    )
    titles = {check.title.in_language("de") for check in catalogue()}
    called = {one.kind for one in solved(training, {0}, wording("de"))}
    assert called <= titles and len(called) == len(FaultKind)

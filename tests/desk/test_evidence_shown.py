"""Evidence that was on somebody's screen: what counts as shown, and what a confirmation can be given to."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from beleg.newsroom.example import AUTHOR, EDITOR
from beleg.newsroom.house import Newsroom
from beleg.record.evidence_shown import shown_with_verdict
from beleg.record.store import RecordStore
from beleg.terms.events import SentenceConfirmed
from beleg.terms.review import ReviewedSentence, SentenceState
from tests.desk.conftest import Desk, Visit, account_id, field


def waiting(desk: Desk) -> tuple[int, ReviewedSentence]:
    """The sentence of the example that no source supports, with its number."""
    with Newsroom.open(desk.folder) as newsroom:
        review = newsroom.review(desk.dossier)
    found = next(one for one in review.findings if one.finding.check == "unsupported_sentence")
    return next(
        (number, one)
        for number, one in enumerate(review.sentences, 1)
        if one.sentence.span.overlaps(found.finding.span)
    )


def told(desk: Desk, sentence: ReviewedSentence) -> bool:
    """Whether the desk has sent its verdict on a sentence."""
    with Newsroom.open(desk.folder) as newsroom, RecordStore.open(desk.folder, create=False) as store:
        editor = account_id(newsroom, EDITOR)
        with store.reading() as connection:
            sent = shown_with_verdict(connection, desk.dossier, editor)
    return (sentence.key, sentence.evidence_key) in sent


def reviewing(browser: Browser, desk: Desk) -> Page:
    """The review screen of somebody who wrote none of the text."""
    page = browser.new_context(base_url=desk.address, locale="en-GB").new_page()
    page.goto(f"/sign-in?next={desk.path()}")
    page.get_by_label("Login name").fill(EDITOR.login)
    page.get_by_label("Password").fill(EDITOR.password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("textbox", name="Text of the article")).to_be_visible()
    return page


def confirmations(desk: Desk) -> list[SentenceConfirmed]:
    with Newsroom.open(desk.folder) as newsroom:
        events = [entry.event for entry in newsroom.entries(desk.dossier)]
    return [event for event in events if isinstance(event, SentenceConfirmed)]


def shown(desk: Desk, sentence: ReviewedSentence) -> bool:
    with Newsroom.open(desk.folder) as newsroom:
        seen = newsroom.evidence_shown(desk.dossier, by=account_id(newsroom, EDITOR))
    return (sentence.key, sentence.evidence_key) in seen


def test_the_form_to_confirm_names_the_evidence_that_stands_beside_it(desk: Desk, editor: Visit) -> None:
    number, sentence = waiting(desk)
    html = editor.get(desk.path(f"?at=s{number}")).text
    assert (
        field(html.partition(f'/sentences/{sentence.key}/confirm"')[2], "evidence") == sentence.evidence_key
    )
    path = desk.path(f"/sentences/{sentence.key}/confirm")
    for stale in ("", "0" * 16):
        answer = editor.post(path, reason="Selbst gehört.", evidence=stale, at=f"s{number}")
        assert answer.status_code == 409
        assert "The sentence has other evidence by now; read it before you confirm" in answer.text
        assert ">Selbst gehört.</textarea>" in answer.text
    assert confirmations(desk) == []
    assert editor.post(path, reason="Selbst gehört.", evidence=sentence.evidence_key).status_code == 303
    (event,) = confirmations(desk)
    assert event.evidence_seen == sentence.evidence_key


def test_panes_that_were_fetched_are_shown_once_the_page_says_so(desk: Desk, editor: Visit) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        sentences = newsroom.review_for(desk.dossier, account_id(newsroom, EDITOR)).sentences
    bearing = [(n, one) for n, one in enumerate(sentences, 1) if one.sentence.evidence]
    number, sentence = next(each for each in bearing if each[1].state is not SentenceState.TO_JUDGE)
    assert not told(desk, sentence)
    html = editor.get(desk.path(f"/panes?at=s{number}")).text
    assert f'data-sentence="{sentence.key}" data-evidence="{sentence.evidence_key}"' in html
    assert not shown(desk, sentence) and told(desk, sentence)
    path = desk.path(f"/sentences/{sentence.key}/shown")
    assert editor.post(path, evidence="0" * 16).status_code == 204
    assert not shown(desk, sentence)
    assert editor.post(path, evidence=sentence.evidence_key).status_code == 204
    assert shown(desk, sentence)
    number, hidden = next(each for each in bearing if each[1].state is SentenceState.TO_JUDGE)
    assert editor.get(desk.path(f"/panes?at=s{number}")).status_code == 200
    assert not told(desk, hidden)


@pytest.mark.browser
def test_a_confirmation_given_to_other_evidence_shows_what_there_is_and_keeps_the_reason(
    browser: Browser, desk: Desk
) -> None:
    number, sentence = waiting(desk)
    page = reviewing(browser, desk)
    assert not shown(desk, sentence)
    page.locator(f'#queue a[href="?at=s{number}#s{number}"]').first.click()
    expect(page.locator(".evidence .about")).to_have_attribute("data-sentence", sentence.key)
    # As it stands there where other evidence came after the pane was made.
    page.locator("form.confirm input[name=evidence]").evaluate("field => { field.value = '0'.repeat(16); }")
    page.get_by_label("I confirm this sentence").fill("Selbst gehört.")
    page.get_by_role("button", name="Confirm this sentence").click()
    expect(page.get_by_role("alert")).to_contain_text("The sentence has other evidence by now")
    expect(page.locator("form.confirm input[name=evidence]")).to_have_value(sentence.evidence_key)
    expect(page.get_by_label("I confirm this sentence")).to_have_value("Selbst gehört.")
    assert confirmations(desk) == []
    page.get_by_role("button", name="Confirm this sentence").click()
    expect(page.locator(".evidence .about")).not_to_have_attribute("data-sentence", sentence.key)
    assert [event.evidence_seen for event in confirmations(desk)] == [sentence.evidence_key]
    page.context.close()


@pytest.mark.browser
def test_a_reason_stays_with_its_sentence_when_somebody_goes_on_meanwhile(
    browser: Browser, desk: Desk
) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        ida = account_id(newsroom, AUTHOR)
        current = newsroom.dossier(desk.dossier).current
        assert current is not None
        content = f"{current.content}\nKinder malten bunte Plakate.\n\nNachbarn backten süße Waffeln.\n"
        newsroom.save(desk.dossier, content, by=ida)
        newsroom.check(desk.dossier, by=ida)
        one, other = newsroom.review(desk.dossier).sentences[-2:]
        last = len(newsroom.review(desk.dossier).sentences)
    page = reviewing(browser, desk)
    about, reason = page.locator(".evidence .about"), page.get_by_label("I confirm this sentence")

    def go_to(number: int, sentence: ReviewedSentence) -> None:
        page.locator(f'#queue a[href="?at=s{number}#s{number}"]').first.click()
        expect(about).to_have_attribute("data-sentence", sentence.key)

    go_to(last - 1, one)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/look", hold)
    page.locator("form.confirm input[name=evidence]").evaluate("field => { field.value = '0'.repeat(16); }")
    reason.fill("Selbst gehört.")
    with page.expect_request("**/look"):
        page.get_by_role("button", name="Confirm this sentence").click()
    go_to(last, other)
    assert held
    with page.expect_response("**/panes?**"):
        for route in held:
            route.continue_()
    expect(page.locator(".evidence")).to_have_attribute("aria-busy", "false")
    expect(about).to_have_attribute("data-sentence", other.key)
    expect(reason).to_have_value("")
    page.context.close()

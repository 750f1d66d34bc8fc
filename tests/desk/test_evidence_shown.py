"""Evidence that was on somebody's screen: what counts as shown, and what a confirmation can be given to."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from beleg.newsroom.example import AUTHOR, EDITOR
from beleg.newsroom.house import Newsroom
from beleg.record.evidence_shown import shown_with_verdict
from beleg.record.store import RecordStore
from beleg.terms.events import SentenceConfirmed
from beleg.terms.review import ReviewedSentence, SentenceState
from beleg.terms.sight import Sight
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


def judged_first(desk: Desk, *, most: bool = False) -> tuple[int, ReviewedSentence]:
    """The sentence that the editor has to judge by the fewest passages, or by the most of them, with its number."""
    with Newsroom.open(desk.folder) as newsroom:
        review = newsroom.review_for(desk.dossier, account_id(newsroom, EDITOR))
    found = [
        each
        for each in enumerate(review.sentences, 1)
        if each[1].state is SentenceState.TO_JUDGE and each[1].sentence.evidence
    ]
    return (max if most else min)(found, key=lambda each: len(each[1].sentence.evidence))


def sights(desk: Desk) -> list[Sight]:
    """How much was known of the evidence at every judgement."""
    with Newsroom.open(desk.folder) as newsroom:
        return [each.event.sight for each in newsroom.dossier(desk.dossier).judgements]


def unread_on(html: str) -> list[str]:
    """The keys of the sentences that a page calls unread."""
    return html.partition('data-unread="')[2].partition('"')[0].split()


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
    stale = editor.post(path, evidence="0" * 16).json()
    assert not shown(desk, sentence) and sentence.key in stale["keys"]
    told_now = editor.post(path, evidence=sentence.evidence_key).json()
    assert shown(desk, sentence) and set(stale["keys"]) - set(told_now["keys"]) == {sentence.key}
    assert told_now["said"] == f"evidence of {len(told_now['keys'])} sentences not read"
    number, hidden = next(each for each in bearing if each[1].state is SentenceState.TO_JUDGE)
    assert editor.get(desk.path(f"/panes?at=s{number}")).status_code == 200
    assert not told(desk, hidden)


def test_where_a_script_runs_a_page_that_was_sent_does_not_count_as_seen(desk: Desk, editor: Visit) -> None:
    number, sentence = judged_first(desk)
    editor.client.cookies.set("script", "1")
    assert sentence.key in unread_on(editor.get(desk.path(f"?at=s{number}")).text)
    assert not shown(desk, sentence)
    editor.client.cookies.delete("script")
    assert sentence.key not in unread_on(editor.get(desk.path(f"?at=s{number}")).text)
    assert shown(desk, sentence)
    path = desk.path(f"/sentences/{sentence.key}/judge")
    assert editor.post(path, answer="yes", evidence=sentence.evidence_key).status_code == 303
    assert sights(desk) == [Sight.DISPLAYED]


@pytest.mark.browser
def test_a_passage_counts_once_all_of_it_was_in_view_and_what_was_not_is_named_beside_the_button(
    browser: Browser, desk: Desk
) -> None:
    number, sentence = judged_first(desk, most=True)
    page = reviewing(browser, desk)
    # A window so low that the evidence does not fit into it.
    page.set_viewport_size({"width": 360, "height": 620})
    expect(page.locator("#status .unread-count")).to_be_visible()
    page.locator(f'#queue a[href="?at=s{number}#s{number}"]').first.click()
    evidence = page.locator(".evidence")
    expect(evidence.locator(".about")).to_have_attribute("data-sentence", sentence.key)
    unseen, in_view = evidence.locator(".judge .unseen"), evidence.locator("input[name=in_view]")
    expect(unseen).to_be_visible()
    expect(unseen).to_contain_text("Not in view yet:")
    expect(in_view).to_be_disabled()
    assert not shown(desk, sentence)
    with page.expect_response(f"**/{sentence.key}/shown"):
        while unseen.is_visible():
            evidence.evaluate("one => { one.scrollTop += 15; }")
            page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
            )
            at_the_end = evidence.evaluate("one => one.scrollTop + one.clientHeight >= one.scrollHeight - 1")
            assert not at_the_end or unseen.is_hidden()
    expect(in_view).to_be_enabled()
    expect(page.locator(f'#queue .unread[data-sentence="{sentence.key}"]')).to_have_count(0)
    expect(page.locator("#status")).not_to_have_attribute("data-unread", re.compile(sentence.key))
    assert shown(desk, sentence)
    evidence.get_by_role("button", name="Yes").click()
    expect(evidence.locator(".judged")).to_be_visible()
    assert sights(desk) == [Sight.IN_VIEW]
    page.context.close()


@pytest.mark.browser
def test_a_passage_that_is_in_view_at_once_costs_no_further_click(browser: Browser, desk: Desk) -> None:
    number, sentence = judged_first(desk)
    page = reviewing(browser, desk)
    page.set_viewport_size({"width": 1440, "height": 1000})
    with page.expect_response(f"**/{sentence.key}/shown"):
        page.locator(f'#queue a[href="?at=s{number}#s{number}"]').first.click()
    expect(page.locator(".evidence .about")).to_have_attribute("data-sentence", sentence.key)
    expect(page.locator(".evidence .unseen").first).to_be_hidden()
    page.locator(".evidence").get_by_role("button", name="Yes").click()
    expect(page.locator(".evidence .judged")).to_be_visible()
    assert sights(desk) == [Sight.IN_VIEW]
    page.context.close()


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

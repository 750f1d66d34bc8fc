"""Evidence that was on somebody's screen: what counts as shown, and what a confirmation can be given to."""

import pytest
from playwright.sync_api import Browser, expect

from beleg.newsroom.example import AUTHOR, EDITOR
from beleg.newsroom.house import Newsroom
from beleg.terms.events import SentenceConfirmed
from beleg.terms.review import ReviewedSentence
from beleg.terms.source import Source
from tests.desk.conftest import Desk, Visit, account_id, field

CLUB = "Seit Wochen gehen Flugblätter durch die Stadt."


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


def confirmations(desk: Desk) -> list[SentenceConfirmed]:
    with Newsroom.open(desk.folder) as newsroom:
        events = [entry.event for entry in newsroom.entries(desk.dossier)]
    return [event for event in events if isinstance(event, SentenceConfirmed)]


def shown(desk: Desk, sentence: ReviewedSentence) -> bool:
    with Newsroom.open(desk.folder) as newsroom:
        seen = newsroom.evidence_shown(desk.dossier, by=account_id(newsroom, EDITOR))
    return (sentence.key, sentence.evidence_key) in seen


def come_with_other_evidence(desk: Desk, sentence: ReviewedSentence) -> None:
    """Take in a source that says what the sentence says, and check again."""
    with Newsroom.open(desk.folder) as newsroom:
        author = account_id(newsroom, AUTHOR)
        again = Source(text=f"{sentence.sentence.text} {CLUB}", title="Flugblatt", name="blatt.txt")
        newsroom.take_in(desk.dossier, [again], by=author)
        newsroom.check(desk.dossier, by=author)
        now = newsroom.review(desk.dossier).sentences
    assert next(one for one in now if one.key == sentence.key).evidence_key != sentence.evidence_key


def test_the_form_to_confirm_names_the_evidence_that_stands_beside_it(desk: Desk, editor: Visit) -> None:
    number, sentence = waiting(desk)
    html = editor.get(desk.path(f"?at=s{number}")).text
    assert field(html.partition('class="fields confirm"')[2], "evidence") == sentence.evidence_key
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
        sentences = newsroom.review(desk.dossier).sentences
    number, sentence = next((n, one) for n, one in enumerate(sentences, 1) if one.sentence.evidence)
    html = editor.get(desk.path(f"/panes?at=s{number}")).text
    assert f'data-sentence="{sentence.key}" data-evidence="{sentence.evidence_key}"' in html
    assert not shown(desk, sentence)
    path = desk.path(f"/sentences/{sentence.key}/shown")
    assert editor.post(path, evidence="0" * 16).status_code == 204
    assert not shown(desk, sentence)
    assert editor.post(path, evidence=sentence.evidence_key).status_code == 204
    assert shown(desk, sentence)


@pytest.mark.browser
def test_evidence_that_came_while_a_reason_is_typed_is_not_confirmed_unseen(
    browser: Browser, desk: Desk
) -> None:
    number, sentence = waiting(desk)
    context = browser.new_context(base_url=desk.address, locale="en-GB")
    page = context.new_page()
    page.goto("/sign-in")
    page.get_by_label("Login name").fill(EDITOR.login)
    page.get_by_label("Password").fill(EDITOR.password)
    page.get_by_role("button", name="Sign in").click()
    page.goto(desk.path(f"?at=s{number}"))
    expect(page.get_by_role("textbox", name="Text of the article")).to_be_visible()
    reason = page.get_by_label("I confirm this sentence")
    reason.fill("Selbst gehört.")
    come_with_other_evidence(desk, sentence)
    page.get_by_role("button", name="Confirm this sentence").click()
    expect(page.get_by_role("alert")).to_contain_text("The sentence has other evidence by now")
    expect(page.locator(".evidence .about")).not_to_have_attribute("data-evidence", sentence.evidence_key)
    assert confirmations(desk) == []
    context.close()

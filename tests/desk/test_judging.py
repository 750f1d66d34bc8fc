"""Judging at the desk: nothing the server sends tells what was found before the person has answered."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import beleg
from beleg.checks.catalogue import message_in, title_in
from beleg.newsroom.example import AUTHOR, EDITOR, planted_faults
from beleg.newsroom.house import Newsroom
from beleg.review.evidence_seen import has_evidence
from beleg.terms.events_judging import SentenceJudged
from beleg.terms.judging import Answer
from beleg.terms.review import Review, ReviewedSentence, SentenceState
from tests.desk.conftest import Desk, Visit, account_id, has_begun, judging, sign_in


def _whole(desk: Desk) -> Review:
    with Newsroom.open(desk.folder) as newsroom:
        return newsroom.review(desk.dossier)


def _shown(desk: Desk, who: str) -> Review:
    with Newsroom.open(desk.folder) as newsroom:
        return newsroom.review_for(desk.dossier, account_id(newsroom, EDITOR if who == "editor" else AUTHOR))


def _risky(desk: Desk, words: str) -> tuple[int, ReviewedSentence]:
    return next((number, s) for number, s in enumerate(_whole(desk).sentences, 1) if words in s.sentence.text)


def test_the_example_asks_for_its_quotations_and_wrong_numbers(desk: Desk) -> None:
    hidden = {s.sentence.text for s in _shown(desk, "editor").sentences if s.state is SentenceState.TO_JUDGE}
    faults = {fault.check: fault.sentence for fault in planted_faults()}
    assert faults["number_changed"] in hidden
    assert {text for text in hidden if text.startswith("„")} == {
        s.sentence.text for s in _whole(desk).sentences if s.sentence.text.startswith("„")
    }


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_page_tells_what_was_found_in_a_sentence_that_is_to_be_judged(desk: Desk, language: str) -> None:
    visit = Visit(desk.address, language)
    with visit.client:
        visit.sign_in(EDITOR)
        whole, shown = _whole(desk), _shown(desk, "editor")
        kept = {found.key for found in shown.findings}
        hidden = [found for found in whole.findings if found.key not in kept]
        assert len(hidden) >= 3
        at = [""] + [
            f"?at=s{n}" for n, s in enumerate(shown.sentences, 1) if s.state is SentenceState.TO_JUDGE
        ]
        shown_messages = {message_in(found.finding, language) for found in shown.findings}
        for place in at:
            html = visit.get(desk.path(place)).text
            for found in hidden:
                assert found.key not in html
                message = message_in(found.finding, language)
                assert message in shown_messages or message not in html
            if place:
                pane = html.partition('<aside class="evidence"')[2].partition("</aside>")[0]
                assert "<mark" not in pane and 'class="found"' not in pane and 'class="finding' not in pane
                assert pane.count('name="answer"') == 3 and "checked" not in pane


def test_the_row_of_a_sentence_to_judge_has_neither_marks_nor_a_severity(desk: Desk, editor: Visit) -> None:
    html = editor.get(desk.path("?at=s1")).text
    number, _ = _risky(desk, "28,3 Millionen")
    row = html.partition(f'id="s{number}"')[2].partition("</div>")[0]
    assert "judge first" in row and "<mark" not in row and "Error" not in row
    assert 'class="row to-judge' in html


def test_answering_shows_the_verdict_and_that_both_differ(desk: Desk, editor: Visit) -> None:
    number, sentence = _risky(desk, "28,3 Millionen")
    page = desk.path(f"?at=s{number}")
    assert (
        title_in("number_changed", "en") not in editor.get(page).text.partition('<aside class="evidence"')[2]
    )
    answer = editor.post(
        desk.path(f"/sentences/{sentence.key}/judge"),
        answer="yes",
        evidence=sentence.evidence_key,
        at=f"s{number}",
    )
    assert answer.headers["location"] == desk.path(f"?at=s{number}&said=judged#s{number}")
    pane = editor.get(page).text.partition('<aside class="evidence"')[2].partition("</aside>")[0]
    assert title_in("number_changed", "en") in pane
    assert "the source says so" in pane and "a source says it differently" in pane
    assert "You and Beleg say different things." in pane
    assert "Sentence judged: the source says so" in editor.get(desk.path("/record")).text


def test_agreeing_says_nothing_of_a_difference(desk: Desk, editor: Visit) -> None:
    number, sentence = _risky(desk, "28,3 Millionen")
    editor.post(desk.path(f"/sentences/{sentence.key}/judge"), answer="no", at=f"s{number}")
    pane = editor.get(desk.path(f"?at=s{number}")).text.partition('<aside class="evidence"')[2]
    assert "the source does not say so" in pane and "say different things" not in pane


def test_a_no_opens_the_sentence_and_says_whose_it_is(desk: Desk, author: Visit, editor: Visit) -> None:
    whole = _whole(desk)
    number, sentence = next(
        (n, s)
        for n, s in enumerate(_shown(desk, "editor").sentences, 1)
        if s.state is SentenceState.TO_JUDGE and whole.sentences[n - 1].state is SentenceState.SUPPORTED
    )
    editor.post(desk.path(f"/sentences/{sentence.key}/judge"), answer="no", at=f"s{number}")
    assert _whole(desk).open_sentences == whole.open_sentences + 1
    html = author.get(desk.path(f"?at=s{number}")).text
    waiting = html.partition('<ol class="items open">')[2].partition("</ol>")[0]
    item = waiting.partition(f'href="?at=s{number}#s{number}"')[2].partition("</li>")[0]
    assert "doubted" in item and f"No: {EDITOR.name}" in item
    pane = html.partition('<aside class="evidence"')[2].partition("</aside>")[0]
    assert f"Judged “No, the sources do not say so” by {EDITOR.name}." in pane
    laid = json.loads(html.partition('id="laid">')[2].partition("</script>")[0])
    assert laid["sentences"][number - 1]["state"] == {"kind": "open", "mark": "?", "words": "doubted"}
    confirmed = author.post(
        desk.path(f"/sentences/{sentence.key}/confirm"),
        reason="Auf dem Band gehört.",
        evidence=sentence.evidence_key,
    )
    assert confirmed.status_code == 303
    pane = author.get(desk.path(f"?at=s{number}")).text.partition('<aside class="evidence"')[2]
    assert "Auf dem Band gehört." in pane and "Judged “No" not in pane
    assert _whole(desk).open_sentences == whole.open_sentences


def test_deciding_over_http_before_judging_is_refused_in_one_sentence(desk: Desk, editor: Visit) -> None:
    found = next(f for f in _whole(desk).findings if f.finding.check == "number_changed")
    answer = editor.post(desk.path(f"/findings/{found.key}/dismiss"), reason="Stimmt schon.")
    assert answer.status_code == 409
    assert "This sentence has to be judged first" in answer.text
    number, sentence = _risky(desk, "28,3 Millionen")
    assert found.key not in answer.text
    again = editor.post(desk.path(f"/sentences/{sentence.key}/confirm"), reason="Doch.", at=f"s{number}")
    assert again.status_code == 409 and "has to be judged first" in again.text


def test_what_a_script_asks_for_tells_nothing_either(desk: Desk, editor: Visit) -> None:
    whole, shown = _whole(desk), _shown(desk, "editor")
    hidden = {s.key for s in shown.sentences if s.state is SentenceState.TO_JUDGE}
    keys = {found.key for found in whole.findings} - {found.key for found in shown.findings}
    with Newsroom.open(desk.folder) as newsroom:
        current = newsroom.dossier(desk.dossier).current
    assert current is not None and keys and hidden
    token = editor.token()
    # What has not been saved makes nobody an author: a blank typed at the end gives nothing away.
    for path, content in (
        ("/look", current.content),
        ("/look", f"{current.content} "),
        ("/save", current.content),
    ):
        fields = {"token": token, "content": content, "base": current.content_sha256}
        answer = editor.client.post(desk.path(path), data=fields, headers={"Accept": "application/json"})
        assert answer.status_code == 200, answer.text
        laid = answer.json()
        assert {s["key"] for s in laid["sentences"] if s["state"]["kind"] == "to-judge"} == hidden
        assert {s["verdict"] for s in laid["sentences"] if s["key"] in hidden} == {"not_checkable"}
        assert not keys & {found["key"] for found in laid["findings"]}
        assert laid["open"] == {"findings": shown.open_findings, "sentences": shown.open_sentences}
    for number, sentence in enumerate(shown.sentences, 1):
        if sentence.key in hidden:
            html = editor.get(desk.path(f"/panes?at=s{number}")).text
            assert not any(key in html for key in keys)
            assert "Do the sources say so?" in html and "<mark" not in html
    page = editor.get(desk.path()).text
    assert not any(key in page for key in keys)


def test_typing_away_what_makes_it_risky_tells_nothing(desk: Desk, editor: Visit, author: Visit) -> None:
    _, risky = _risky(desk, "28,3 Millionen")
    with Newsroom.open(desk.folder) as newsroom:
        current = newsroom.dossier(desk.dossier).current
    assert current is not None
    tamed = risky.sentence.text.replace("28,3 ", "")
    content = current.content.replace(risky.sentence.text, tamed)
    for visit, told in ((editor, {"after saving"}), (author, {"unsupported", "supported", "distorted"})):
        fields = {"token": visit.token(), "content": content}
        laid = visit.client.post(
            desk.path("/look"), data=fields, headers={"Accept": "application/json"}
        ).json()
        (there,) = [s for s in laid["sentences"] if content[s["start"] : s["end"]] == tamed]
        assert there["state"]["words"] in told
        if visit is editor:
            assert there["verdict"] == "not_checkable"
            assert not [
                f for f in laid["findings"] if f["start"] < there["end"] and there["start"] < f["end"]
            ]


def test_who_asks_for_data_gets_data(desk: Desk, editor: Visit) -> None:
    _, sentence = _risky(desk, "28,3 Millionen")
    path = desk.path(f"/sentences/{sentence.key}/judge")
    editor.client.headers["Accept"] = "application/json"
    done = editor.post(path, answer="cannot_tell")
    assert done.status_code == 200 and set(done.json()) == {"said"}
    again = editor.post(path, answer="yes")
    assert again.status_code == 409
    assert again.json() == {
        "refusal": "You have judged this sentence already; what you said then is in the record."
    }


def test_what_cannot_be_an_answer_is_refused(desk: Desk, editor: Visit, author: Visit) -> None:
    _, sentence = _risky(desk, "28,3 Millionen")
    path = desk.path(f"/sentences/{sentence.key}/judge")
    assert editor.post(path, answer="perhaps").status_code == 400
    assert editor.post(path).status_code == 400
    assert editor.post(path, answer="yes", evidence="0" * 16).status_code == 409
    assert editor.post(desk.path("/sentences/abc/judge"), answer="yes").status_code == 409
    assert author.post(path, answer="yes").status_code == 409


def test_the_author_is_asked_nothing(desk: Desk, author: Visit) -> None:
    html = author.get(desk.path()).text
    assert "judge first" not in html and 'name="answer"' not in html
    assert title_in("number_changed", "en") in html


def _unread(html: str) -> int:
    return html.partition('class="paper"')[2].count("evidence not read")


def test_unread_evidence_is_marked_until_it_was_on_the_screen(
    desk: Desk, editor: Visit, author: Visit
) -> None:
    rows = [n for n, s in enumerate(_whole(desk).sentences, 1) if has_evidence(s)]
    first = _unread(editor.get(desk.path(f"?at=s{rows[0]}")).text)
    assert first
    assert _unread(editor.get(desk.path(f"?at=s{rows[1]}")).text) == first - 1
    assert _unread(editor.get(desk.path(f"?at=s{rows[1]}")).text) == first - 1
    assert _unread(author.get(desk.path(f"?at=s{rows[0]}")).text) == first
    for number in rows:
        html = editor.get(desk.path(f"?at=s{number}")).text
    sign_off = editor.get(desk.path("/sign-off")).text
    assert _unread(html) == 0
    assert "has been on your screen. Whether it was read, Beleg cannot know." in sign_off.replace("\n", " ")


def test_a_sentence_without_a_passage_to_read_is_not_called_unread(desk: Desk, editor: Visit) -> None:
    sentences = _whole(desk).sentences
    nothing = {
        one.key
        for one in sentences
        if one.state is SentenceState.NOTHING_TO_CHECK
        or any(found.check in ("chatbot_residue", "empty_section") for found in one.sentence.findings)
    }
    html = editor.get(desk.path()).text
    keys = set(html.partition('data-unread="')[2].partition('"')[0].split())
    assert len(nothing) == 3 and keys and not keys & nothing
    assert "(of 24 that have any)" in editor.get(desk.path("/sign-off")).text


def test_the_page_to_sign_on_says_what_was_not_looked_at_and_ticks_nothing(desk: Desk, editor: Visit) -> None:
    html = editor.get(desk.path("/sign-off")).text
    told = html.partition('class="looked-at"')[2].partition("</section>")[0]
    assert re.search(r"evidence of \d+ sentences not read\s+\(of \d+ that have any\)", told)
    assert "Nobody has judged any before seeing what Beleg says." in told
    assert "you have not judged yourself" in told
    assert "checkbox" not in html
    keys = judging(desk, EDITOR)
    html = editor.get(desk.path("/sign-off")).text
    told = html.partition('class="looked-at"')[2].partition("</section>")[0]
    assert f"{len(keys)} were judged by somebody before they saw what Beleg says." in told
    assert f"{len(keys)} answers given" in told and "differ from Beleg." in told
    assert "you have not judged yourself" not in told


def test_decisions_about_what_is_not_judged_stay_hidden_on_the_page_to_sign_on(
    desk: Desk, author: Visit, editor: Visit
) -> None:
    found = next(f for f in _whole(desk).findings if f.finding.check == "number_changed")
    author.post(desk.path(f"/findings/{found.key}/dismiss"), reason="Vom Kämmerer so genannt.")
    assert "Vom Kämmerer so genannt." not in editor.get(desk.path("/sign-off")).text
    judging(desk, EDITOR)
    assert "Vom Kämmerer so genannt." in editor.get(desk.path("/sign-off")).text


@pytest.mark.browser
def test_judging_by_keyboard(browser: Browser, desk: Desk) -> None:
    context = browser.new_context(
        base_url=desk.address, locale="de-DE", viewport={"width": 1440, "height": 900}
    )
    page = context.new_page()
    sign_in(page, EDITOR)
    page.get_by_role("link", name="Färberbrücke").click()
    queue = page.get_by_role("region", name="Zu entscheiden")
    item = queue.get_by_role("link").filter(has_text="28,3 Millionen")
    expect(item).to_contain_text("erst urteilen")
    has_begun(page)
    item.focus()
    page.keyboard.press("Enter")
    evidence = page.get_by_role("complementary", name="Belege")
    expect(evidence).to_contain_text("Steht das so in der Quelle?")
    expect(evidence.locator("mark")).to_have_count(0)
    expect(page.locator(".row.here mark")).to_have_count(0)
    expect(evidence).not_to_have_attribute("aria-busy", "true")
    evidence.get_by_role("button", name="Ja", exact=True).focus()
    page.keyboard.press("Tab")
    expect(evidence.get_by_role("button", name="Nein")).to_be_focused()
    page.keyboard.press("Enter")
    expect(evidence.locator(".judged")).to_be_visible()
    expect(evidence).to_contain_text("steht nicht so in der Quelle")
    expect(evidence).to_contain_text(title_in("number_changed", "de"))
    expect(evidence).not_to_contain_text("Sie und Beleg urteilen verschieden.")
    context.close()


@pytest.mark.browser
def test_a_second_press_answers_no_question_that_came_by_itself(browser: Browser, desk: Desk) -> None:
    """Two presses in the same place: the first confirms, and the question that follows is not answered by the
    second.
    """
    with Newsroom.open(desk.folder) as newsroom:
        current = newsroom.dossier(desk.dossier).current
        assert current is not None
        risky = next(one.text for one in current.sentences if "28,3 Millionen" in one.text)
        author = account_id(newsroom, AUTHOR)
        newsroom.save(desk.dossier, f"# Färberbrücke\n\nKinder malten bunte Plakate.\n\n{risky}\n", by=author)
        newsroom.check(desk.dossier, by=author)
    script = Path(beleg.__file__).parents[2] / "web" / "src" / "review" / "question.ts"
    (reading,) = map(int, re.findall(r"READING = (\d+);", script.read_text("utf-8")))
    context = browser.new_context(
        base_url=desk.address, locale="de-DE", viewport={"width": 1440, "height": 900}
    )
    page = context.new_page()
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(asked.url) if asked.url.endswith("/judge") else None)
    sign_in(page, EDITOR)
    page.clock.install()
    page.goto(desk.path("?at=s2"))
    has_begun(page)
    evidence = page.get_by_role("complementary", name="Belege")
    evidence.locator("form.confirm textarea").fill("Selbst gesehen.")
    page.clock.pause_at(page.evaluate("Date.now() / 1000 + 1"))
    evidence.get_by_role("button", name="Diesen Satz bestätigen").click()
    expect(evidence).to_contain_text("Steht das so in der Quelle?")
    expect(evidence).not_to_have_attribute("aria-busy", "true")
    evidence.get_by_role("button", name="Nein").click()
    page.clock.run_for(reading - 1)
    evidence.get_by_role("button", name="Nein").click()
    page.clock.run_for(1)
    evidence.get_by_role("button", name="Ja", exact=True).click()
    expect(evidence.locator(".judged")).to_be_visible()
    assert len(sent) == 1
    with Newsroom.open(desk.folder) as newsroom:
        events = [entry.event for entry in newsroom.entries(desk.dossier)]
    assert [event.answer for event in events if isinstance(event, SentenceJudged)] == [Answer.YES]
    context.close()

"""What a language model offers for a text at the desk: shown before it leaves, beside the text, and taken over as the
machine's.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from time import monotonic, sleep

import httpx
import pytest
from playwright.sync_api import Browser, expect

from beleg.newsroom.example import AUTHOR, EDITOR
from beleg.newsroom.house import Newsroom
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.review import SentenceState
from beleg.terms.revision import Origin
from tests.desk.conftest import Desk, Visit, account_id, field
from tests.desk.test_accessible import Windows, look_at
from tests.desk.test_drafting import configure, models, posted
from tests.models.chat_server import Heard, Reply, article
from tests.newsroom.judged import judge_all, sign_judged
from tests.newsroom.town import COSTS, DECIDED, HEADLINE, SAID, mail, report, text

OFFERED = "Gemeinderat beschließt die Sanierung des Hallenbads"
LIE = "Gemeinderat lehnt die Sanierung des Hallenbads ab"
TEASER = "Die Sanierung des Hallenbads hat der Gemeinderat von Mühlried am Dienstag beschlossen."
SHORT = "Am Dienstag hat der Gemeinderat von Mühlried die Sanierung des Hallenbads beschlossen."
ENGLISH = {
    HEADLINE: "Indoor pool in Mühlried to be renovated",
    DECIDED: "Mühlried council decided on Tuesday to renovate the indoor pool.",
    COSTS: "The work is to cost 42 million euros.",
    SAID: "“We have waited a long time for this day,” said mayor Anke Roloff.",
}


@pytest.fixture
def pool(desk: Desk) -> Iterator[str]:
    """A dossier with a source and a person's checked text; its id."""
    with Newsroom.open(desk.folder) as house:
        by = next(person.id for person in house.accounts() if person.login == AUTHOR.login)
        dossier = house.open_dossier("Hallenbad", "de", by=by).id
        house.take_in(dossier, [report()], by=by)
        house.save(dossier, text(DECIDED, COSTS, SAID), by=by)
        house.check(dossier, by=by)
    yield dossier


def _answer(heard: Heard) -> Reply:
    """What a model says to each task, told apart by its orders."""
    orders = str(heard.body["messages"][0]["content"])
    if "propose headlines" in orders:
        return Reply(article((OFFERED, []), (LIE, [])))
    if "propose teasers" in orders:
        return Reply(article((TEASER, ["1.1"])))
    if "translate" in orders:
        written = heard.data["text"]
        return Reply(article(*((ENGLISH[words], [label]) for label, words in written.items())))
    return Reply(article((SHORT, ["1.1"]), (SAID, ["1.1"])))


def _order(visit: Visit, dossier: str, task: str, **fields: str) -> httpx.Response:
    return posted(visit, f"/dossiers/{dossier}/offer", {"engine": "Hausmodell", "task": task, **fields})


def _sent(visit: Visit, dossier: str, shown: httpx.Response) -> str:
    """Click the button on the page that shows what is sent; the page of the offer once the model is done."""
    fields = {name: field(shown.text, name) for name in ("seen", "engine", "task", "to")}
    started = posted(visit, f"/dossiers/{dossier}/offer/start", fields)
    assert started.headers["location"] == f"/dossiers/{dossier}/generation"
    until = monotonic() + 60
    while (page := visit.get(f"/dossiers/{dossier}/generation")).status_code == 200:
        assert "data-island" in page.text and monotonic() < until
        sleep(0.05)
    assert page.headers["location"] == f"/dossiers/{dossier}/variants#offered"
    return visit.get(f"/dossiers/{dossier}/variants").text


def _dossier(desk: Desk, dossier: str) -> Dossier:
    with Newsroom.open(desk.folder) as house:
        return house.dossier(dossier)


def test_nothing_leaves_before_all_of_it_was_shown(desk: Desk, author: Visit, pool: str) -> None:
    with models(desk, _answer) as server:
        assert "With a language model" in author.get(f"/dossiers/{pool}/variants").text
        shown = _order(author, pool, "headlines")
        assert shown.status_code == 200 and not server.heard
        assert server.address in shown.text and "Headlines and teasers for the text" in shown.text
        assert shown.text.count(COSTS) == 2  # in the text, and in the source
        stale = {name: field(shown.text, name) for name in ("engine", "task", "to")}
        refused = posted(author, f"/dossiers/{pool}/offer/start", {**stale, "seen": "0" * 64})
        assert refused.status_code == 409 and "Nothing was sent" in refused.text and not server.heard


def test_a_text_with_confidential_sources_goes_to_no_other_machine(
    desk: Desk, author: Visit, pool: str
) -> None:
    configure(desk.folder, "https://modell.example/v1")
    assert "leaves the house" in _order(author, pool, "translate").text
    with Newsroom.open(desk.folder) as house:
        by = next(person.id for person in house.accounts() if person.login == AUTHOR.login)
        house.take_in(pool, [mail()], by=by, confidential=True)
    for task in ("headlines", "shorten", "translate"):
        refused = _order(author, pool, task, to="2")
        assert refused.status_code == 422 and "goes to no other machine" in refused.text


def test_what_was_taken_over_is_kept_where_its_check_fails(
    desk: Desk, author: Visit, pool: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(self: Newsroom, dossier_id: str, *, by: str) -> None:
        raise Error("The text or its sources were changed by somebody else meanwhile; check again.")

    with models(desk, _answer):
        _sent(author, pool, _order(author, pool, "headlines"))
    monkeypatch.setattr(Newsroom, "check", fails)
    taken = posted(author, f"/dossiers/{pool}/offer/take", {"words": OFFERED})
    assert taken.headers["location"] == f"/dossiers/{pool}?said=unchecked"
    current = _dossier(desk, pool).current
    assert current is not None and current.content.startswith(f"# {OFFERED}\n")


def test_a_headline_and_a_teaser_stand_beside_the_text_until_they_are_taken(
    desk: Desk, author: Visit, pool: str
) -> None:
    before = _dossier(desk, pool)
    with models(desk, _answer):
        page = _sent(author, pool, _order(author, pool, "headlines"))
    assert OFFERED in page and TEASER in page and "1 was struck" in page
    assert f"<s>{LIE}</s>" in page
    assert _dossier(desk, pool).revisions == before.revisions
    taken = posted(author, f"/dossiers/{pool}/offer/take", {"words": OFFERED})
    assert taken.headers["location"] == f"/dossiers/{pool}?said=saved"
    assert posted(author, f"/dossiers/{pool}/offer/take", {"words": TEASER}).status_code == 303
    after = _dossier(desk, pool)
    assert after.current is not None
    assert after.current.content == text(DECIDED, COSTS, SAID).replace(
        f"# {HEADLINE}", f"# {OFFERED}\n\n**{TEASER}**"
    )
    found = {one.text: (one.origin, one.engine, one.to_read) for one in after.current.sentences}
    assert found[OFFERED] == (Origin.MACHINE, "probe-1", True)
    assert found[TEASER] == (Origin.MACHINE, "probe-1", True)
    assert found[DECIDED] == (Origin.PERSON, "", False)
    assert [one.event.task for one in after.generations] == ["headlines", "headlines"]
    with Newsroom.open(desk.folder) as house:
        states = {one.sentence.text: one.state for one in house.review(pool).sentences}
    assert states[OFFERED] is SentenceState.OPEN


def test_a_teaser_in_bold_words_takes_the_place_of_the_teaser_without_their_signs(
    desk: Desk, author: Visit, pool: str
) -> None:
    bold = TEASER.replace(TEASER.split()[1], f"**{TEASER.split()[1]}**", 1)

    def answer(heard: Heard) -> Reply:
        teasers = "propose teasers" in str(heard.body["messages"][0]["content"])
        return Reply(article((bold, ["1.1"]))) if teasers else _answer(heard)

    with models(desk, answer):
        page = _sent(author, pool, _order(author, pool, "headlines"))
    assert bold in page
    assert posted(author, f"/dossiers/{pool}/offer/take", {"words": bold}).status_code == 303
    current = _dossier(desk, pool).current
    assert current is not None and f"\n\n**{TEASER}**\n\n" in current.content
    assert current.content.count("**") == 2
    (found,) = (one for one in current.sentences if one.text == TEASER)
    assert (found.origin, found.engine) == (Origin.MACHINE, "probe-1")


def test_other_words_and_an_older_text_are_refused(desk: Desk, author: Visit, pool: str) -> None:
    nothing = posted(author, f"/dossiers/{pool}/offer/take", {"words": OFFERED})
    assert nothing.status_code == 422 and "Nothing is offered" in nothing.text
    with models(desk, _answer):
        _sent(author, pool, _order(author, pool, "headlines"))
    other = posted(author, f"/dossiers/{pool}/offer/take", {"words": LIE})
    assert other.status_code == 422 and "not among what the language model offered" in other.text
    with Newsroom.open(desk.folder) as house:
        by = next(person.id for person in house.accounts() if person.login == AUTHOR.login)
        house.save(pool, text(DECIDED, SAID), by=by)
    stale = posted(author, f"/dossiers/{pool}/offer/take", {"words": OFFERED})
    assert stale.status_code == 422 and "has changed since" in stale.text
    assert "offer/take" not in author.get(f"/dossiers/{pool}/variants").text
    assert len(_dossier(desk, pool).revisions) == 2


def test_a_shorter_text_takes_the_place_of_the_text(desk: Desk, author: Visit, pool: str) -> None:
    with models(desk, _answer):
        assert _order(author, pool, "shorten", to="0").status_code == 422
        page = _sent(author, pool, _order(author, pool, "shorten", to="2"))
    listed = page.partition('<ol class="shorter"')[2].partition("</ol>")[0]
    assert SHORT in listed and listed.count("to be read") == 1
    assert posted(author, f"/dossiers/{pool}/offer/take", {}).status_code == 303
    current = _dossier(desk, pool).current
    assert current is not None and current.content == f"# {HEADLINE}\n\n{SHORT} {SAID}\n"
    found = {one.text: (one.origin, one.to_read) for one in current.sentences}
    assert found == {
        HEADLINE: (Origin.PERSON, False),
        SHORT: (Origin.MACHINE, True),
        SAID: (Origin.PERSON, False),  # it stood in the text before, whoever proposes it now
    }


def test_a_shorter_text_keeps_teaser_and_subheads(desk: Desk, author: Visit, pool: str) -> None:
    with Newsroom.open(desk.folder) as house:
        by = account_id(house, AUTHOR)
        headed = f"# {HEADLINE}\n\n**{TEASER}**\n\n{DECIDED} {COSTS}\n\n## Was Roloff sagt\n\n{SAID}\n"
        house.save(pool, headed, by=by)
        house.check(pool, by=by)
    with models(desk, _answer):
        page = _sent(author, pool, _order(author, pool, "shorten", to="2"))
    assert "Headline, teaser and subheads of the text stay over it" in page
    assert posted(author, f"/dossiers/{pool}/offer/take", {}).status_code == 303
    current = _dossier(desk, pool).current
    assert current is not None
    assert current.content == f"# {HEADLINE}\n\n**{TEASER}**\n\n{SHORT}\n\n## Was Roloff sagt\n\n{SAID}\n"
    found = {one.text: one.origin for one in current.sentences}
    assert found[TEASER] == found["Was Roloff sagt"] == Origin.PERSON and found[SHORT] == Origin.MACHINE


def test_a_translation_becomes_a_dossier_of_its_own_and_waits_sentence_by_sentence(
    desk: Desk, author: Visit, editor: Visit, pool: str
) -> None:
    with models(desk, _answer) as server:
        shown = _order(author, pool, "translate")
        assert "A translation of the text into English" in shown.text
        page = _sent(author, pool, shown)
        assert server.heard[0].data["passages"] == {}
    assert ENGLISH[DECIDED] in page and "4200000 there, 42000000 here" in page
    unsigned = posted(author, f"/dossiers/{pool}/offer/take", {})
    assert unsigned.status_code == 422 and "only while the original is signed" in unsigned.text
    with Newsroom.open(desk.folder) as house:
        by, current = account_id(house, EDITOR), house.dossier(pool).current
        assert current is not None
        judge_all(house, pool, by=by)
        sign_judged(house, pool, current.content_sha256, by=by)
    taken = posted(author, f"/dossiers/{pool}/offer/take", {})
    made = taken.headers["location"].removeprefix("/dossiers/").partition("?")[0]
    assert made != pool
    translated = _dossier(desk, made)
    assert translated.language == "en" and translated.current is not None
    assert f"[Not translated: {COSTS}]" in translated.current.content
    assert "Translation by" not in translated.current.content
    assert all(one.to_read for one in translated.current.sentences)
    (original,) = translated.sources
    assert [p.source for one in translated.current.sentences for p in one.passages] == [original.source] * 4
    with Newsroom.open(desk.folder) as house:
        states = {one.state for one in house.review(made).sentences}
        assert states == {SentenceState.OPEN}
    shown_beside = author.get(f"/dossiers/{made}?at=s2").text
    assert DECIDED in unescape(re.sub(r"</?mark>", "", shown_beside))
    judged_first = editor.get(f"/dossiers/{made}?at=s4").text
    assert "Do the sources say so?" in judged_first
    assert SAID in unescape(re.sub(r"</?mark>", "", judged_first))


def test_a_task_that_is_none_and_a_model_that_is_gone_are_refused(
    desk: Desk, author: Visit, pool: str
) -> None:
    with models(desk, _answer) as server:
        assert _order(author, pool, "sonnet").status_code == 422
        gone = posted(author, f"/dossiers/{pool}/offer", {"engine": "Anderes", "task": "headlines"})
        assert gone.status_code == 422 and "no such language model" in gone.text
        assert not server.heard


def test_a_model_that_answers_badly_leaves_a_sentence(desk: Desk, author: Visit, pool: str) -> None:
    with models(desk, [Reply(json.dumps({"blocks": 1}))]):
        shown = _order(author, pool, "headlines")
        fields = {name: field(shown.text, name) for name in ("seen", "engine", "task", "to")}
        posted(author, f"/dossiers/{pool}/offer/start", fields)
        until = monotonic() + 60
        while "data-island" in (page := author.get(f"/dossiers/{pool}/generation").text):
            assert monotonic() < until
            sleep(0.05)
    assert "does not have the form asked for" in page and "Order something else" in page


@pytest.mark.browser
@pytest.mark.parametrize("language", ["de", "en"])
def test_from_the_order_to_the_confirmed_headline_in_a_browser(
    desk: Desk, pool: str, browser: Browser, language: str
) -> None:
    german = language == "de"
    complaints: list[str] = []
    context = browser.new_context(locale=language)
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    with models(desk, _answer):
        page.goto(f"{desk.address}/sign-in?language={language}")
        page.fill("[name=login]", AUTHOR.login)
        page.fill("[name=password]", AUTHOR.password)
        page.locator("main button").click()
        page.goto(f"{desk.address}/dossiers/{pool}/variants")
        page.get_by_label("Was es schreiben soll" if german else "What it is to write").select_option(
            "headlines"
        )
        page.get_by_role(
            "button", name="Zeigen, was gesendet" if german else "Show what would be sent"
        ).click()
        page.get_by_role("button", name="Schreiben lassen" if german else "Have it write").click()
        offered = page.locator("#offered")
        expect(offered).to_contain_text(OFFERED, timeout=60_000)
        offered.locator("li", has_text=OFFERED).get_by_role("button").click()
        expect(page.locator(".paper")).to_contain_text(OFFERED, timeout=60_000)
    page.goto(f"{desk.address}/dossiers/{pool}?at=s1")
    evidence = page.locator("aside.evidence")
    expect(evidence).to_contain_text("noch zu lesen" if german else "to be read", timeout=60_000)
    reason = evidence.get_by_label("Ich bestätige" if german else "I confirm this sentence")
    expect(reason).to_have_value("")
    reason.fill("Neben der Mitteilung der Stadt gelesen.")
    evidence.get_by_role("button", name="Diesen Satz" if german else "Confirm this sentence").click()
    expect(evidence.locator(".decision q")).to_have_text(
        "Neben der Mitteilung der Stadt gelesen.", timeout=60_000
    )
    context.close()
    assert complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("task", ["headlines", "translate"])
def test_axe_finds_nothing_beside_an_offer(
    desk: Desk, author: Visit, pool: str, browser: Browser, task: str, language: str
) -> None:
    with models(desk, _answer):
        _sent(author, pool, _order(author, pool, task))
        windows = Windows(browser, desk.address, language)
        page = windows.of(AUTHOR)
        look_at(page, f"/dossiers/{pool}/variants", 200)
        expect(page.locator("#offered")).to_be_visible()
        windows.close()

"""A language model's draft at the desk: what leaves is shown first, the work can be watched and stopped, nothing is
silent.
"""

import logging
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import httpx
import pytest
from playwright.sync_api import Browser, expect

from beleg.newsroom.example import AUTHOR
from beleg.newsroom.house import Newsroom
from beleg.terms.generation import DraftGenerated
from tests.desk.conftest import Desk, Visit, field, sign_in
from tests.models.chat_server import Heard, Reply, Server, article, serving
from tests.newsroom.town import DECIDED, SAID, mail, report

KEY = "sk-nur-ein-beispiel-4711"
LIE = "Die Arbeiten sollen 6,2 Millionen Euro kosten."
TITLE = "Hallenbad Mühlried wird saniert"
ANSWER = article((DECIDED, ["1.1"]), (LIE, ["1.1"]), (SAID, ["1.1"]), headline=TITLE)


def configure(folder: Path, address: str, *, more: str = "") -> None:
    (folder / "models.toml").write_text(
        f'[[model]]\nname = "Hausmodell"\nmodel = "probe-1"\nendpoint = "{address}"\n{more}', "utf-8"
    )


@contextmanager
def models(desk: Desk, answer: Callable[[Heard], Reply] | list[Reply]) -> Iterator[Server]:
    """A model's endpoint, configured for the desk's newsroom."""
    with serving(answer) as server:
        configure(desk.folder, server.address)
        yield server


@pytest.fixture
def bath(desk: Desk) -> str:
    """A dossier about a swimming pool with a report and a confidential mail; its address."""
    with Newsroom.open(desk.folder) as house:
        by = next(person.id for person in house.accounts() if person.login == AUTHOR.login)
        dossier = house.open_dossier("Hallenbad", "de", by=by)
        house.take_in(dossier.id, [report()], by=by)
        house.take_in(dossier.id, [mail()], by=by, confidential=True)
    return f"/dossiers/{dossier.id}"


def posted(visit: Visit, address: str, fields: dict[str, str]) -> httpx.Response:
    """Send a form."""
    return visit.client.post(address, data={"token": visit.token(), **fields})


def order(visit: Visit, path: str, **fields: str) -> httpx.Response:
    """Fill in the order for the model, so that what is sent is shown."""
    return posted(visit, f"{path}/draft", {"engine": "Hausmodell", "sentences": "8", **fields})


def send(visit: Visit, path: str, shown: httpx.Response) -> httpx.Response:
    """Click the button on the page that shows what is sent."""
    names = ("seen", "engine", "sentences", "angle", "audience", "form", "replace")
    return posted(visit, f"{path}/generation", {name: field(shown.text, name) for name in names})


def finished(visit: Visit, path: str) -> str:
    """The page of the generation once it is over."""
    until = monotonic() + 30
    while "data-island" in (page := visit.get(f"{path}/generation").text):
        assert monotonic() < until, "the model never ended"
        sleep(0.05)
    return page


def test_nothing_leaves_before_it_was_shown_and_clicked(desk: Desk, author: Visit, bath: str) -> None:
    with models(desk, [Reply(ANSWER)]) as server:
        form = author.get(f"{bath}/draft").text
        assert "Hausmodell" in form and "a language model on this machine" in form
        shown = order(author, bath, angle="Was es kostet", audience="Eltern")
        assert shown.status_code == 200 and not server.heard
        assert server.address in shown.text and "probe-1" in shown.text
        assert DECIDED in shown.text and "Was es kostet" in shown.text and "Eltern" in shown.text
        answer = send(author, bath, shown)
        assert answer.status_code == 303 and answer.headers["location"] == f"{bath}/generation"
        finished(author, bath)
    assert server.heard[0].data["order"] == {"about": "Was es kostet", "for": "Eltern"}
    assert server.heard[0].body["stream"] is True


def test_confidential_sources_are_named_and_kept_back(desk: Desk, author: Visit, bath: str) -> None:
    configure(desk.folder, "https://modell.example/v1")
    shown = order(author, bath).text
    assert "leaves the house" in shown and "modell.example" in shown
    kept = shown.partition("Kept in the house, not sent")[2].partition("</ul>")[0]
    assert "Schwimmverein" not in shown.partition("Kept in the house, not sent")[0]
    assert kept.count("<li>") == 1
    configure(desk.folder, "http://127.0.0.1:9/v1")
    assert "Kept in the house, not sent" not in order(author, bath).text


def test_what_became_of_it(desk: Desk, author: Visit, bath: str) -> None:
    with serving([Reply(ANSWER)]) as server:
        prices = 'price_sent = "2.50"\nprice_written = "10"\ncurrency = "EUR"\n'
        configure(desk.folder, server.address, more=prices)
        send(author, bath, order(author, bath))
        page = finished(author, bath)
    assert "3 sentences stand" in page and "1 was struck." in page
    research = page.partition("To research")[2].partition("What it took")[0]
    assert LIE in research and "The source says:" in research
    assert re.search(rf'href="{bath}/sources/\w+\?start=\d+&amp;end=\d+#passage"', research)
    took = page.partition("What it took")[2]
    assert "642" in took and "90" in took and "0.0025 EUR" in took
    with Newsroom.open(desk.folder) as house:
        (generation,) = house.dossier(bath.rpartition("/")[2]).generations
    event = generation.event
    assert (event.cost, event.currency, event.requests) == ("0.0025", "EUR", 2)
    assert [one.text for one in event.sent_back] == [LIE] and event.sent_back[0].sources_say
    assert "written by probe-1" in author.get(f"{bath}/record").text


def test_a_mended_sentence_is_shown_as_sent_back(desk: Desk, author: Visit, bath: str) -> None:
    with models(desk, [Reply(ANSWER), Reply(article((DECIDED, ["1.1"]), (SAID, ["1.1"]), headline=TITLE))]):
        send(author, bath, order(author, bath))
        page = finished(author, bath)
    assert "Nothing was struck in the end." in page
    assert "What went back to the model: 1 sentence" in page and LIE in page
    assert "It left this sentence out or wrote it anew." in page


def test_it_goes_on_without_a_page_and_can_be_watched(desk: Desk, author: Visit, bath: str) -> None:
    gate = threading.Event()
    with models(desk, [Reply(article((DECIDED, ["1.1"]), headline=TITLE), until=gate)]):
        send(author, bath, order(author, bath))
        heard = []
        with author.client.stream("GET", f"{bath}/generation/news") as news:
            assert news.headers["content-type"].startswith("text/event-stream")
            for line in news.iter_lines():
                heard.append(line)
                if TITLE in line:
                    break
        assert any("The model writes" in line for line in heard)
        running = author.get(f"{bath}/generation").text
        assert "You can close this page; it goes on." in running and TITLE in running
        assert '<meta http-equiv="refresh"' in running and "data-island" in running
        assert "is writing for this dossier" in author.get(f"{bath}/draft").text
        gate.set()
        assert "2 sentences stand" in finished(author, bath)
        with author.client.stream("GET", f"{bath}/generation/news") as news:
            assert "event: over" in list(news.iter_lines())
    assert DECIDED in author.get(bath).text


def test_one_at_a_time_and_stopping_keeps_nothing(desk: Desk, author: Visit, bath: str) -> None:
    gate = threading.Event()
    with models(desk, [Reply(ANSWER, until=gate)]):
        shown = order(author, bath)
        send(author, bath, shown)
        again = send(author, bath, shown)
        assert again.status_code == 422 and "writing for this dossier already" in again.text
        assert author.post(f"{bath}/generation/stop").status_code == 303
        stopped = author.get(f"{bath}/generation").text
        gate.set()
    assert "Stopped. Nothing of what the model wrote was kept." in stopped
    with Newsroom.open(desk.folder) as house:
        assert not house.dossier(bath.rpartition("/")[2]).revisions


def test_what_changed_since_it_was_shown_is_shown_again(desk: Desk, author: Visit, bath: str) -> None:
    with models(desk, [Reply(ANSWER)]) as server:
        shown = order(author, bath)
        with Newsroom.open(desk.folder) as house:
            by = next(person.id for person in house.accounts() if person.login == AUTHOR.login)
            other = report().__class__(
                text="Das Freibad bleibt offen. Der Eintritt kostet vier Euro.", name="neu"
            )
            house.take_in(bath.rpartition("/")[2], [other], by=by)
        answer = send(author, bath, shown)
        assert answer.status_code == 409 and "has changed since you looked" in answer.text
        assert not server.heard
        assert send(author, bath, answer).status_code == 303
        finished(author, bath)


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply("kein JSON"), "not JSON"),
        (Reply(status=401, raw=b"{}"), "HTTP 401"),
        (Reply(article((LIE, ["1.1"]))), "no sentence it wrote is borne out"),
    ],
    ids=["no JSON", "refused", "only lies"],
)
def test_a_model_that_fails_is_one_sentence(
    desk: Desk, author: Visit, bath: str, reply: Reply, said: str
) -> None:
    with models(desk, [reply]):
        send(author, bath, order(author, bath))
        page = finished(author, bath)
    assert said in page and 'role="alert"' in page and "Order another draft" in page
    with Newsroom.open(desk.folder) as house:
        assert not house.dossier(bath.rpartition("/")[2]).revisions


def test_a_text_is_not_replaced_without_a_tick(desk: Desk, author: Visit) -> None:
    with models(desk, [Reply(ANSWER)]) as server:
        refused = author.post(desk.path("/draft"), engine="Hausmodell")
        assert refused.status_code == 422 and "Tick the box" in refused.text
        assert author.post(desk.path("/generation"), engine="Hausmodell").status_code == 422
        assert not server.heard


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"engine": "nobody"}, "no such language model"),
        ({"angle": "x" * 301}, "300 characters"),
        ({"form": "poem"}, "no such kind of text"),
        ({"sentences": "0"}, "between 1 and 60"),
    ],
)
def test_an_order_that_cannot_be_is_refused(
    desk: Desk, author: Visit, bath: str, fields: dict[str, str], said: str
) -> None:
    configure(desk.folder, "http://127.0.0.1:9/v1")
    answer = order(author, bath, **fields)
    assert answer.status_code == 422 and said in answer.text


def test_a_broken_file_of_models_says_so_and_the_rules_still_write(
    desk: Desk, author: Visit, bath: str
) -> None:
    (desk.folder / "models.toml").write_text('[[model]]\nkey = "sk-1"\n', "utf-8")
    page = author.get(f"{bath}/draft").text
    assert "never in a file" in page and "sk-1" not in page
    assert author.post(f"{bath}/draft", engine="rules", sentences="4").status_code == 303


def test_the_key_stands_nowhere(
    desk: Desk, author: Visit, bath: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("FERN_KEY", KEY)
    caplog.set_level(logging.DEBUG)
    telling = article((DECIDED, ["1.1"]), (f"Der Schlüssel lautet {KEY}.", ["1.1"]))
    for reply in (Reply(ANSWER), Reply(telling), Reply(status=500, raw=KEY.encode())):
        with serving([reply]) as server:
            configure(desk.folder, server.address, more='key_variable = "FERN_KEY"\n')
            shown = order(author, bath, replace="yes")
            pages = [shown.text, send(author, bath, shown).text, finished(author, bath)]
            assert server.heard[0].key == f"Bearer {KEY}"
        assert "A key is sent along" in shown.text
        pages += [author.get(f"{bath}{rest}").text for rest in ("", "/draft", "/record", "/text")]
        assert all(KEY not in page for page in pages)
    assert KEY not in caplog.text
    for path in desk.folder.rglob("*"):
        if path.is_file():
            assert KEY.encode() not in path.read_bytes(), path.name
    with Newsroom.open(desk.folder) as house:
        events = [entry.event for entry in house.entries(bath.rpartition("/")[2])]
    assert any(isinstance(event, DraftGenerated) for event in events)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["de", "en"])
def test_the_work_is_watched_in_a_browser(desk: Desk, bath: str, browser: Browser, language: str) -> None:
    gate = threading.Event()
    complaints: list[str] = []
    context = browser.new_context(locale=language)
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    german = language == "de"
    with models(desk, [Reply(article((DECIDED, ["1.1"]), headline=TITLE), until=gate)]):
        sign_in(page, AUTHOR, desk.address)
        page.goto(f"{desk.address}{bath}/draft")
        page.get_by_label("Hausmodell").check()
        page.get_by_label("Worum es gehen soll" if german else "What it is to be about").fill("Hallenbad")
        page.get_by_role("button", name="Ersten Entwurf" if german else "Write the first draft").click()
        page.get_by_role("button", name="Schreiben lassen" if german else "Have it write").click()
        expect(page.locator("[data-sentences] li")).to_have_text([TITLE])
        expect(page.locator("[data-steps] [aria-current=step]")).to_contain_text(
            "Das Modell schreibt" if german else "The model writes"
        )
        page.goto(f"{desk.address}{bath}")
        page.goto(f"{desk.address}{bath}/generation")
        expect(page.locator("[data-sentences] li")).to_have_text([TITLE])
        gate.set()
        expect(
            page.get_by_role("heading", name="Zu recherchieren" if german else "To research")
        ).to_be_visible()
        page.get_by_role("link", name="Zur Prüfung" if german else "To the review").click()
        expect(page.locator(".paper")).to_contain_text(DECIDED)
    context.close()
    assert complaints == []


@pytest.mark.browser
def test_without_script_the_page_asks_for_itself(desk: Desk, bath: str, browser: Browser) -> None:
    gate = threading.Event()
    context = browser.new_context(locale="en", java_script_enabled=False)
    page = context.new_page()
    with models(desk, [Reply(article((DECIDED, ["1.1"]), headline=TITLE), until=gate)]):
        sign_in(page, AUTHOR, desk.address)
        page.goto(f"{desk.address}{bath}/draft")
        page.get_by_label("Hausmodell").check()
        page.get_by_role("button", name="Write the first draft").click()
        page.get_by_role("button", name="Have it write").click()
        expect(page.get_by_role("heading", name="The language model at work")).to_be_visible()
        gate.set()
        expect(page.get_by_role("heading", name="To research")).to_be_visible(timeout=15_000)
    context.close()

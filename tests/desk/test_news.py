"""News of a dossier: what others do, and who has it open, told while it happens."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from queue import Queue
from threading import Thread
from time import monotonic

import httpx
import pytest

from beleg.desk.streams import MOST_STREAMS
from beleg.newsroom.example import AUTHOR, EDITOR
from beleg.newsroom.house import Newsroom
from tests.desk.conftest import Desk, Visit, serving

LONGEST = 15.0
"""Seconds in which news must have come; they come after about one."""


class Ear:
    """Somebody's open stream; `next` gives the next event of a kind."""

    def __init__(self, lines: "Queue[str | None]") -> None:
        self._lines = lines
        self.ended = False

    def next(self, kind: str) -> dict[str, object]:
        while True:
            found, data = "", ""
            while line := self._lines.get(timeout=LONGEST):
                name, _, value = line.partition(": ")
                found = value if name == "event" else found
                data = value if name == "data" else data
            if line is None:
                self.ended = True
                raise EOFError(f"the stream ended before a “{kind}”")
            if found == kind:
                told = json.loads(data)
                assert isinstance(told, dict)
                return told

    def wait_for_end(self) -> None:
        while self._lines.get(timeout=LONGEST) is not None:
            pass


@contextmanager
def hearing(visit: Visit, path: str, **headers: str) -> Iterator[Ear]:
    """Open the stream over a connection of its own and read it in a thread."""
    lines: Queue[str | None] = Queue()
    accept = {"Accept": "text/event-stream", **headers}
    timeout = httpx.Timeout(10, read=60)
    with (
        httpx.Client(base_url=visit.client.base_url, cookies=visit.client.cookies, timeout=timeout) as client,
        client.stream("GET", path, headers=accept) as answer,
    ):
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")

        def read() -> None:
            try:
                for line in answer.iter_lines():
                    lines.put(line)
            except (httpx.HTTPError, httpx.StreamError, OSError):
                pass  # closed by this side
            lines.put(None)

        reader = Thread(target=read, daemon=True)
        reader.start()
        yield Ear(lines)


def test_who_comes_in_hears_what_stands_and_who_is_there(desk: Desk, author: Visit, editor: Visit) -> None:
    with hearing(author, desk.path("/news")) as ear:
        with Newsroom.open(desk.folder) as newsroom:
            current = newsroom.dossier(desk.dossier).current
        assert current is not None
        told = ear.next("revision")
        assert (told["base"], told["content"], told["revision"]) == (
            current.content_sha256,
            current.content,
            current.number,
        )
        assert ear.next("here") == {"people": [AUTHOR.name]}
        with hearing(editor, desk.path("/news")) as other:
            assert other.next("here") == {"people": sorted([AUTHOR.name, EDITOR.name])}
            assert ear.next("here") == {"people": sorted([AUTHOR.name, EDITOR.name])}
        assert ear.next("here") == {"people": [AUTHOR.name]}


def test_what_another_process_saves_and_decides_is_told(desk: Desk, author: Visit) -> None:
    with hearing(author, desk.path("/news")) as ear, Newsroom.open(desk.folder) as newsroom:
        ear.next("revision")
        by = next(account for account in newsroom.accounts() if account.login == EDITOR.login)
        before = newsroom.dossier(desk.dossier).current
        assert before is not None
        saved = newsroom.save_merged(
            desk.dossier, before.content + "\n\nNeu.\n", by=by.id, base=before.content_sha256
        )
        told = ear.next("revision")
        assert (told["by"], told["name"]) == (by.id, EDITOR.name)
        assert (told["base"], told["content"]) == (saved.revision.content_sha256, saved.revision.content)
        finding = newsroom.review(desk.dossier).findings[0]
        newsroom.dismiss(desk.dossier, finding.key, "Mit der Stadt geklärt.", by=by.id)
        assert ear.next("decided") == {}


def test_who_comes_back_hears_only_what_is_new(desk: Desk, author: Visit) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        head = newsroom.head(desk.dossier)
    with hearing(author, desk.path("/news"), **{"Last-Event-ID": head}) as ear:
        assert ear.next("here") == {"people": [AUTHOR.name]}
        with pytest.raises(EOFError), Newsroom.open(desk.folder) as newsroom:
            by = next(account for account in newsroom.accounts() if account.login == AUTHOR.login)
            newsroom.end_sessions(by.id)
            ear.next("revision")
    with hearing(author.sign_in(AUTHOR), desk.path("/news"), **{"Last-Event-ID": "0" * 64}) as ear:
        ear.next("revision")
        ear.next("decided")


def test_the_stream_ends_with_the_session_and_with_the_account(
    desk: Desk, author: Visit, editor: Visit
) -> None:
    with hearing(author, desk.path("/news")) as ear:
        ear.next("here")
        assert author.post("/sign-out").status_code == 303
        ear.wait_for_end()
    with hearing(editor, desk.path("/news")) as ear:
        ear.next("here")
        with Newsroom.open(desk.folder) as newsroom:
            account = next(one for one in newsroom.accounts() if one.login == EDITOR.login)
            newsroom.close_account(account.id)
        ear.wait_for_end()


def test_a_session_has_no_more_streams_than_it_may(desk: Desk, author: Visit) -> None:
    def open_all(left: int) -> None:
        if not left:
            answer = author.client.get(desk.path("/news"), headers={"Accept": "text/event-stream"})
            assert answer.status_code == 429 and list(answer.json()) == ["refusal"]
            return
        with hearing(author, desk.path("/news")) as ear:
            ear.next("here")
            open_all(left - 1)

    open_all(MOST_STREAMS)
    until = monotonic() + LONGEST
    while not _is_let_in(desk, author):  # the desk hears a moment later that a reader has gone
        assert monotonic() < until


def _is_let_in(desk: Desk, visit: Visit) -> bool:
    with visit.client.stream("GET", desk.path("/news"), headers={"Accept": "text/event-stream"}) as answer:
        return answer.status_code == 200


def test_the_desk_closes_while_somebody_listens(desk: Desk) -> None:
    with ExitStack() as second_desk:
        visit = Visit(second_desk.enter_context(serving(desk.folder)))
        with visit.client, hearing(visit.sign_in(AUTHOR), desk.path("/news")) as ear:
            ear.next("here")
            began = monotonic()
            second_desk.close()
            assert monotonic() - began < 10
            ear.wait_for_end()

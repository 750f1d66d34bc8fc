"""Streams: how many a session may have, who may read on, and that nobody misses what happens while they come in."""

import asyncio
import json
import threading
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path
from time import monotonic

import pytest
from starlette.types import Message

from beleg.desk.news import Listener, News
from beleg.desk.streams import MOST_STREAMS, EventStream, Reader, Streams, TooManyError
from beleg.newsroom.house import Newsroom
from beleg.terms.dossier import Dossier
from tests.desk.conftest import Desk, Visit
from tests.desk.test_drafting import ANSWER, bath, models, order, send
from tests.desk.test_news import LONGEST, hearing
from tests.models.chat_server import Reply
from tests.newsroom.town import COSTS, DECIDED, INVENTED, SAID, Town, text, town

__all__ = ["bath"]
SOON = 0.02
"""Seconds between two looks at the record."""


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as opened:
        opened.prepare(text(DECIDED))
        yield opened


async def _events() -> AsyncGenerator[bytes]:
    while True:
        yield b": still here\n\n"
        await asyncio.sleep(SOON)


async def _answered(stream: EventStream) -> list[Message]:
    """Give the answer to somebody who goes away after the first event."""
    sent: list[Message] = []
    gone = asyncio.Event()

    async def receive() -> Message:
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)
        if len(sent) > 1:
            gone.set()

    await asyncio.wait_for(stream({"type": "http"}, receive, send), LONGEST)
    return sent


def _run(doing: Coroutine[object, object, None]) -> None:
    """Run to the end in a thread of its own: whoever tests may have an event loop already."""
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, doing).result()


def test_a_stream_counts_from_when_it_is_given_and_not_from_its_first_event() -> None:
    async def at_once() -> None:
        streams = Streams(most=2)
        first, second = streams.begin("a", _events()), streams.begin("a", _events())
        with pytest.raises(TooManyError):
            streams.begin("a", _events())
        other = streams.begin("b", _events())
        for stream in (first, other):
            assert len(await _answered(stream)) > 1
        again = streams.begin("a", _events())
        with pytest.raises(TooManyError):
            streams.begin("a", _events())
        for stream in (second, again):
            await _answered(stream)

    _run(at_once())


def test_a_stream_whose_reader_is_gone_before_its_first_event_counts_no_more() -> None:
    async def gone() -> None:
        streams = Streams(most=1)
        stream = streams.begin("a", _events())

        async def receive() -> Message:
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            raise OSError("gone")

        with suppress(Exception):  # what a server makes of it is its own
            await stream({"type": "http", "asgi": {"spec_version": "2.4"}}, receive, send)
        streams.begin("a", _events())

    _run(gone())


def test_whether_somebody_may_read_on_is_asked_now_and_then() -> None:
    answers = [True, False]
    asked = []

    def may_read() -> bool:
        asked.append(threading.current_thread())
        return answers.pop(0)

    async def ask() -> None:
        patient = Reader("a", may_read, asks=60)
        assert await patient.may_still() and not asked
        eager = Reader("a", may_read, asks=0)
        assert await eager.may_still()
        assert not await eager.may_still()

    _run(ask())
    assert len(asked) == 2 and threading.main_thread() not in asked


def _heard(pool: Town, news: News, act: Callable[[], object], wanted: str) -> list[dict[str, object]]:
    """What somebody hears until a revision with `wanted` in it; `act` is done when they have heard who is there."""
    heard: list[dict[str, object]] = []

    async def listening() -> None:
        before = asyncio.all_tasks()
        reader = Reader("a", lambda: True)
        events = news.listen(Listener(dossier=pool.dossier, name="Ida", reader=reader))
        async for event in events:
            kind, _, data = event.decode().partition("data: ")
            if "event: here" in kind:
                await asyncio.to_thread(act)
            if "event: revision" in kind:
                heard.append(json.loads(data))
                if wanted in str(heard[-1]["content"]):
                    break
        looking = asyncio.all_tasks() - before
        await events.aclose()
        assert len(looking) == 1
        await asyncio.wait(looking)
        assert all(task.cancelled() for task in looking), "who looks for nobody has stopped"

    _run(_within(listening()))
    return heard


async def _within(told: Coroutine[object, object, None]) -> None:
    await asyncio.wait_for(told, LONGEST)


def test_who_comes_in_misses_nothing_that_is_saved_meanwhile(
    pool: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = News(pool.house, looks=SOON)
    all_of = news._all_of

    def saved_meanwhile(known: Dossier, since: str) -> list[bytes]:
        first = all_of(known, since)
        pool.write(text(DECIDED, COSTS))
        return first

    monkeypatch.setattr(news, "_all_of", saved_meanwhile)
    heard = _heard(pool, news, lambda: None, COSTS)
    assert [COSTS in str(one["content"]) for one in heard] == [False, True]


def test_who_comes_in_beside_somebody_hears_what_that_one_has_heard_already(
    pool: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = News(pool.house, looks=SOON)
    all_of = news._all_of
    read_on = threading.Event()
    readers: list[str] = []

    def slow(known: Dossier, since: str) -> list[bytes]:
        readers.append(since)
        if (
            len(readers) > 1
        ):  # the second one reads an old state and comes in when the first has heard of the new one
            assert read_on.wait(LONGEST)
        return all_of(known, since)

    monkeypatch.setattr(news, "_all_of", slow)

    async def told() -> None:
        first = news.listen(Listener(dossier=pool.dossier, name="Ida", reader=Reader("a", lambda: True)))
        second = news.listen(Listener(dossier=pool.dossier, name="Ole", reader=Reader("b", lambda: True)))
        await _until(first, DECIDED)
        coming = asyncio.create_task(_until(second, COSTS))
        while len(readers) < 2:
            await asyncio.sleep(SOON)
        await asyncio.to_thread(pool.write, text(DECIDED, COSTS))
        await _until(first, COSTS)
        read_on.set()
        await coming
        await first.aclose()
        await second.aclose()

    _run(_within(told()))


async def _until(events: AsyncGenerator[bytes], words: str) -> None:
    async for event in events:
        if b"event: revision" in event and words in event.decode():
            return
    raise AssertionError("the stream ended")


@pytest.mark.parametrize("fault", [ValueError("a fault of ours"), OSError("no disk")])
def test_a_look_at_the_record_that_fails_ends_nothing(
    pool: Town, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    head = pool.house.head
    failures = [fault, fault]

    def failing(dossier_id: str) -> str:
        if failures:
            raise failures.pop()
        return head(dossier_id)

    monkeypatch.setattr(pool.house, "head", failing)
    heard = _heard(pool, News(pool.house, looks=SOON), lambda: pool.write(text(DECIDED, SAID)), SAID)
    assert not failures and len(heard) == 2


def test_what_is_saved_while_a_look_is_on_its_way_is_told_once(pool: Town) -> None:
    news = News(pool.house, looks=SOON)
    heard = _heard(pool, news, lambda: pool.write(text(DECIDED, INVENTED)), INVENTED)
    numbers = [one["revision"] for one in heard]
    assert numbers == sorted(set(map(int, map(str, numbers))))


def test_both_kinds_of_streams_count_against_one_limit(desk: Desk, author: Visit, bath: str) -> None:
    gate = threading.Event()
    with models(desk, [Reply(ANSWER, until=gate)]), ExitStack() as open_streams:
        send(author, bath, order(author, bath))
        for path in [desk.path("/news")] * (MOST_STREAMS - 1) + [f"{bath}/generation/news"]:
            ear = open_streams.enter_context(hearing(author, path))
            ear.next("progress" if "generation" in path else "here")
        for path in (f"{bath}/generation/news", desk.path("/news")):
            answer = author.client.get(path, headers={"Accept": "text/event-stream"})
            assert answer.status_code == 429 and list(answer.json()) == ["refusal"]
        gate.set()


def test_the_work_of_a_model_is_not_told_to_who_has_signed_out(desk: Desk, author: Visit, bath: str) -> None:
    gate = threading.Event()
    with models(desk, [Reply(ANSWER, until=gate)]):
        send(author, bath, order(author, bath))
        with hearing(author, f"{bath}/generation/news") as ear:
            ear.next("progress")
            assert author.post("/sign-out").status_code == 303
            began = monotonic()
            with pytest.raises(EOFError):
                ear.next("over")
            assert monotonic() - began < LONGEST
        with Newsroom.open(desk.folder) as house:
            assert not house.dossier(bath.rpartition("/")[2]).revisions, "the model is at work still"
        gate.set()

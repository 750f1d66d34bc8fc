"""The desk behind a proxy that gathers answers: what others do shows at once all the same."""

import httpx
import pytest

from beleg.newsroom.example import AUTHOR, EDITOR
from beleg.newsroom.house import Newsroom
from tests.desk.conftest import Desk, Visit, account_id
from tests.desk.proxies import GatheringProxy, behind
from tests.desk.test_news import hearing


def test_news_come_through_a_proxy_that_gathers_everything_else(desk: Desk) -> None:
    proxy = GatheringProxy(desk.address)
    with behind(proxy) as address:
        visit = Visit(address)
        with visit.client:
            visit.sign_in(EDITOR)
            assert visit.get(desk.path()).status_code == 200
            with hearing(visit, desk.path("/news")) as ear:
                first = ear.next("revision")["base"]
                with Newsroom.open(desk.folder) as newsroom:
                    author = account_id(newsroom, AUTHOR)
                    saved = newsroom.save(desk.dossier, "# Neu\n\nNeuer Text.\n", by=author)
                told = ear.next("revision")
    assert told["base"] == saved.content_sha256 != first
    assert proxy.at_once == [f"GET {desk.path('/news')} HTTP/1.1"]
    assert f"GET {desk.path()} HTTP/1.1" in proxy.gathered


def test_a_proxy_that_does_not_listen_keeps_the_news_back(desk: Desk) -> None:
    """What the documentation warns of; and that the proxy of the test above does gather what it is not told to hand
    on.
    """
    proxy = GatheringProxy(desk.address, listens=False)
    with behind(proxy) as address:
        visit = Visit(address)
        with visit.client:
            visit.sign_in(EDITOR)
            with pytest.raises(httpx.ReadTimeout):
                visit.client.get(desk.path("/news"), timeout=2)
    assert proxy.at_once == []


def test_every_stream_asks_to_be_handed_on_as_it_is_and_at_once(author: Visit, desk: Desk) -> None:
    for path in (desk.path("/news"), desk.path("/generation/news")):
        with author.client.stream("GET", path, headers={"Accept": "text/event-stream"}) as answer:
            assert answer.headers["content-type"].startswith("text/event-stream"), path
            assert answer.headers["x-accel-buffering"] == "no", path
            assert answer.headers["cache-control"] == "no-store, no-transform", path
    assert "x-accel-buffering" not in author.get(desk.path()).headers

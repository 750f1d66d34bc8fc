"""The newsroom's feed: what it has published, verified again on the way, and what it has taken back."""

from collections.abc import Iterator
from pathlib import Path

import encypher_c2pa
import feedparser
import pytest

from beleg.publishing.item import item_id
from beleg.terms.refusal import Error
from tests.cli.terminal import run
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import SUPPORTED, Town, report, town


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


def publish(pool: Town, content: str = SUPPORTED, address: str = "https://bote.example/hallenbad") -> str:
    """Publish a dossier of its own with this text; return its id."""
    house = pool.house
    dossier = house.open_dossier("Noch etwas", "de", by=pool.ida.id).id
    house.take_in(dossier, [report()], by=pool.ida.id)
    content_sha256 = house.save(dossier, content, by=pool.ida.id).content_sha256
    house.check(dossier, by=pool.ida.id)
    sign_judged(house, dossier, content_sha256, by=pool.ole.id)
    house.publish(dossier, by=pool.ole.id, address=address)
    return dossier


def withdraw(pool: Town, dossier: str) -> None:
    pool.house.withdraw(
        dossier,
        "Die Zahlen sind von 1974.",
        note_newsroom="Bitte löschen.",
        note_short="Zurückgezogen: Zahlen falsch.",
        note_readers="Die Zahlen im Bericht waren falsch.",
        by=pool.ute.id,
    )


def test_there_is_a_feed_before_anything_went_out(pool: Town) -> None:
    read = feedparser.parse(pool.house.feed("Mühlrieder Bote"))

    assert read.feed.title == "Mühlrieder Bote"
    assert read.entries == []


def test_the_newest_article_comes_first(pool: Town) -> None:
    first, second = publish(pool), publish(pool, address="https://bote.example/zwei")

    read = feedparser.parse(pool.house.feed("Mühlrieder Bote", address="https://bote.example/feed.atom"))

    assert not read.bozo
    assert [entry.id for entry in read.entries] == [item_id(second), item_id(first)]
    assert [entry.link for entry in read.entries] == [
        "https://bote.example/zwei",
        "https://bote.example/hallenbad",
    ]
    assert read.entries[0].title == "Hallenbad Mühlried wird saniert"
    assert read.feed.links[0].href == "https://bote.example/feed.atom"
    assert read.feed.id == feedparser.parse(pool.house.feed("Anderer Titel")).feed.id


def test_only_the_newest_are_in_it_and_withdrawals_are_never_dropped(pool: Town) -> None:
    first, second, third = publish(pool), publish(pool), publish(pool)
    withdraw(pool, first)
    withdraw(pool, second)

    raw = pool.house.feed("Bote", newest=1)

    (entry,) = feedparser.parse(raw).entries
    assert entry.id == item_id(second)
    assert entry.title == "Artikel zurückgezogen"
    assert entry.summary == "Zurückgezogen: Zahlen falsch."
    assert raw.count(b"deleted-entry ref=") == 1
    assert item_id(first) in raw.decode()
    assert "Hallenbad" not in raw.decode()
    assert item_id(third) in pool.house.feed("Bote", newest=3).decode()


def test_a_corrected_article_keeps_its_entry(pool: Town) -> None:
    dossier = publish(pool)
    pool.house.note_correction(dossier, "Es sind 4,2 Millionen Euro.", by=pool.ida.id)
    current = pool.house.dossier(dossier).current
    assert current is not None
    sign_judged(pool.house, dossier, current.content_sha256, by=pool.ole.id)
    pool.house.publish(dossier, by=pool.ole.id)

    (entry,) = feedparser.parse(pool.house.feed("Bote")).entries
    assert entry.id == item_id(dossier)
    assert entry.updated > entry.published
    assert "Es sind 4,2 Millionen Euro." in entry.content[0].value


def test_an_erased_name_is_not_in_the_feed_any_more(pool: Town) -> None:
    publish(pool)
    assert "Ole Hansen" in pool.house.feed("Bote").decode()

    pool.house.erase_account(pool.ole.id)

    feed = pool.house.feed("Bote")
    assert "Hansen" not in feed.decode()
    assert [person.name for person in feedparser.parse(feed).entries[0].contributors] == ["Chef vom Dienst"]


@pytest.mark.parametrize(("title", "address"), [(" ", ""), ("Bote", "bote.example/feed")])
def test_a_feed_needs_a_title_and_an_address_of_the_web(pool: Town, title: str, address: str) -> None:
    with pytest.raises(Error):
        pool.house.feed(title, address=address)


def test_the_authority_handed_out_verifies_the_page(pool: Town) -> None:
    dossier = publish(pool)
    authority = pool.house.page_authority()

    found = encypher_c2pa.verify(
        pool.house.page(dossier),
        "text/html",
        manifest_store=pool.house.output(dossier, "c2pa"),
        trust_pem=authority,
        no_default_trust=True,
        online=False,
    )

    assert found["validation_state"] == "Trusted"
    assert "PRIVATE" not in authority


def test_the_terminal_writes_feed_and_certificate(pool: Town, tmp_path: Path) -> None:
    dossier = publish(pool)

    file = tmp_path / "feed.atom"
    done = run("feed", "--title", "Bote", "--to", file, "--newsroom", pool.folder)
    assert (done.exit_code, done.output) == (0, f"{file}\n")
    assert feedparser.parse(file.read_bytes()).entries[0].id == item_id(dossier)
    printed = run("feed", "--title", "Bote", "--newsroom", pool.folder)
    assert printed.output.encode() == file.read_bytes()
    assert (
        run("feed", "--title", "Bote", "--to", tmp_path / "fehlt" / "x", "--newsroom", pool.folder).exit_code
        == 2
    )
    assert run("feed", "--title", "Bote", "--newest", "0", "--newsroom", pool.folder).exit_code == 2
    certificate = run("certificate", "--newsroom", pool.folder).output
    assert certificate == pool.house.page_authority()

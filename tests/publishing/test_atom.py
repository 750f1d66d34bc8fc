"""The feed: valid after RFC 4287 and RFC 6721, read by a reader we did not write, and never longer than asked."""

import re
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from lxml import etree

from beleg.intake.formats.feed import Feed as FeedFormat
from beleg.publishing.changes import Correction, WithdrawalNotice
from beleg.publishing.item import item_id
from beleg.publishing.release import Release
from beleg.publishing.targets import atom
from beleg.publishing.targets.atom import NAMESPACE, TOMBSTONES, Feed
from beleg.terms.refusal import Error
from tests.publishing.releases import released
from tests.publishing.story import signed
from tests.publishing.withdrawals import NOTICE

ARTICLE = signed().article()
FEED = Feed(
    id="urn:uuid:5b7a5d0e-6c0b-5f6e-9d1c-3a1f0c7f9b42",
    title="Quellenbrücker Bote",
    founded="2026-01-02T03:04:05.678+00:00",
    address="https://zeitung.example/feed.atom",
    publisher="Quellenbrücker Bote",
)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ONCE = ("id", "title", "updated")


def faults(raw: bytes) -> list[str]:
    """Where a feed breaks one of the rules of RFC 4287 (4.1.1, 4.1.2, 3.2, 3.3) or RFC 6721 (3)."""
    root = etree.fromstring(raw)
    found = [] if root.tag == f"{{{NAMESPACE}}}feed" else ["the root is no feed"]
    entries = root.findall(f"{{{NAMESPACE}}}entry")
    has_author = root.find(f"{{{NAMESPACE}}}author") is not None
    for holder in (root, *entries):
        found += [
            f"not exactly one {name}" for name in ONCE if len(holder.findall(f"{{{NAMESPACE}}}{name}")) != 1
        ]
    for entry in entries:
        if not has_author and entry.find(f"{{{NAMESPACE}}}author") is None:
            found.append("an entry without an author")
        alternates = [
            (each.get("type"), each.get("hreflang"))
            for each in entry.findall(f"{{{NAMESPACE}}}link")
            if each.get("rel") == "alternate"
        ]
        if len(set(alternates)) != len(alternates):
            found.append("two alternates of one kind")
        if entry.find(f"{{{NAMESPACE}}}content") is None and not alternates:
            found.append("neither content nor a link to it")
    for moment in (*root.iter(f"{{{NAMESPACE}}}updated"), *root.iter(f"{{{NAMESPACE}}}published")):
        if not MOMENT.fullmatch(moment.text or ""):
            found.append("a moment that is none")
    for person in (*root.iter(f"{{{NAMESPACE}}}author"), *root.iter(f"{{{NAMESPACE}}}contributor")):
        if len(person.findall(f"{{{NAMESPACE}}}name")) != 1:
            found.append("a person without a name")
    for deleted in root.iter(f"{{{TOMBSTONES}}}deleted-entry"):
        if not deleted.get("ref") or not MOMENT.fullmatch(deleted.get("when", "")):
            found.append("a deleted entry without ref and when")
    ids = [entry.findtext(f"{{{NAMESPACE}}}id") for entry in entries]
    if len(set(ids)) != len(ids) or any(":" not in (each or "") for each in ids):
        found.append("an id that is no IRI, or twice")
    return found


def numbered(number: int) -> Release:
    """One of many articles, each a minute newer than the one before."""
    at = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)).isoformat()
    return released(
        replace(ARTICLE, dossier=f"akte-{number}", published_at=at, modified_at=at, released_at=at)
    )


def withdrawn(number: int) -> WithdrawalNotice:
    at = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)).isoformat()
    return replace(NOTICE, dossier=f"zurück-{number}", at=at)


def test_an_empty_feed_is_one_too() -> None:
    raw = atom.render(FEED, [])

    assert faults(raw) == []
    assert etree.fromstring(raw).findtext(f"{{{NAMESPACE}}}updated") == "2026-01-02T03:04:05Z"


def test_a_reader_we_did_not_write_reads_it() -> None:
    corrected = replace(
        ARTICLE,
        modified_at="2026-11-25T08:00:00+00:00",
        corrections=(Correction(at="2026-11-25T08:00:00+00:00", note="Es waren <1,2> Millionen."),),
    )
    raw = atom.render(FEED, [released(corrected)])

    assert faults(raw) == []
    read = feedparser.parse(raw)
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == "Quellenbrücker Bote"
    assert read.feed.links[0].rel == "self"
    (entry,) = read.entries
    assert entry.id == item_id("akte-1")
    assert entry.title == "Quellenbrück baut die Fähre neu"
    assert entry.link == "https://zeitung.example/faehre"
    assert [author.name for author in entry.authors] == ["Jan Kolk"]
    assert [person.name for person in entry.contributors] == ["Ruth Amsel"]
    assert (entry.published, entry.updated) == ("2026-11-23T10:08:00Z", "2026-11-25T08:00:00Z")
    assert entry.tags[0].term == "humanEdits"
    assert [link.href for link in entry.links if link.rel == "via"] == [
        "https://quellenbrueck.example/faehre?a=1&b=2"
    ]
    text = entry.content[0].value
    assert text.startswith(
        "<p><strong>Korrektur vom 25. November 2026, 08:00 Uhr (UTC): Es waren &lt;1,2&gt; Millionen."
    )
    assert "<h2>Was geplant ist</h2>" in text
    assert text.endswith("von Ruth Amsel (Chefin vom Dienst) geprüft.</em></p>")
    by_a_person = released(replace(ARTICLE, wording=replace(ARTICLE.wording, line="")))
    (entry,) = feedparser.parse(atom.render(FEED, [by_a_person])).entries
    assert entry.content[0].value.endswith("Der Rat stimmte zu.</p>")


def test_our_own_intake_reads_it() -> None:
    (item,) = FeedFormat().items(atom.render(FEED, [released(ARTICLE)]), "feed.atom")

    assert item.title == "Quellenbrück baut die Fähre neu"
    assert item.address == "https://zeitung.example/faehre"
    assert item.text.startswith("Die Fähre von Quellenbrück wird für 1,2 Millionen Euro erneuert.")


def test_the_newest_come_first_and_no_more_than_asked() -> None:
    raw = atom.render(FEED, [numbered(n) for n in (3, 1, 4, 0, 2)], newest=3)

    assert faults(raw) == []
    entries = feedparser.parse(raw).entries
    assert [entry.id for entry in entries] == [item_id(f"akte-{n}") for n in (4, 3, 2)]
    with pytest.raises(Error, match="at least one entry"):
        atom.render(FEED, [], newest=0)


def test_a_withdrawal_replaces_the_entry_and_says_why() -> None:
    raw = atom.render(FEED, [numbered(2)], [NOTICE])

    assert faults(raw) == []
    newest, _ = feedparser.parse(raw).entries
    assert newest.id == item_id("akte-1")
    assert newest.title == "Artikel zurückgezogen"
    assert newest.summary == NOTICE.event.note_short
    assert newest.content[0].value == (
        "<p>Der Bericht über die Fähre war falsch.</p>\n<p>Wir bitten um Entschuldigung.</p>"
    )
    assert newest.updated == "2026-11-24T08:00:00Z"
    assert b"deleted-entry" not in raw


def test_a_withdrawal_pushed_out_of_the_feed_stays_as_a_deleted_entry() -> None:
    raw = atom.render(FEED, [numbered(n) for n in range(10, 13)], [withdrawn(1), withdrawn(11)], newest=3)

    assert faults(raw) == []
    assert [entry.title for entry in feedparser.parse(raw).entries].count("Artikel zurückgezogen") == 1
    (deleted,) = etree.fromstring(raw).iter(f"{{{TOMBSTONES}}}deleted-entry")
    assert deleted.get("ref") == item_id("zurück-1")
    assert deleted.get("when") == "2026-01-01T00:01:00Z"
    assert deleted.findtext(f"{{{TOMBSTONES}}}comment") == NOTICE.event.note_short


def test_a_feed_of_ten_thousand_articles_has_the_newest_fifty_in_a_moment() -> None:
    known = numbered(0)
    at = datetime(2026, 1, 1, tzinfo=UTC)
    releases = []
    for number in range(10_000):  # made without verifying each anew: that is not what is measured here
        said = (at + timedelta(minutes=number)).isoformat()
        release = object.__new__(Release)
        for name, value in (
            ("article", replace(known.article, dossier=f"akte-{number}", modified_at=said)),
            ("envelope", known.envelope),
            ("newsroom_key", known.newsroom_key),
            ("blocks", known.blocks),
        ):
            object.__setattr__(release, name, value)
        releases.append(release)

    begun = time.perf_counter()
    raw = atom.render(FEED, releases)
    took = time.perf_counter() - begun

    entries = feedparser.parse(raw).entries
    assert [entry.id for entry in entries] == [item_id(f"akte-{n}") for n in range(9_999, 9_949, -1)]
    assert len(raw) < 200_000
    assert took < 5


def test_text_that_xml_cannot_say_is_refused() -> None:
    with pytest.raises(Error, match="a character that XML does not have"):
        atom.render(replace(FEED, title="\ud800"), [])

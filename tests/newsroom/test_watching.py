"""The sources of a newsroom fetched again, from a real web server on this machine."""

import json
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from beleg.intake import take_in
from beleg.intake.fetching import ask, fetch
from beleg.newsroom.sightings import Outcome, Sighting
from beleg.newsroom.watching import LONGEST_PAUSE, Watch
from beleg.record.store import RecordStore
from beleg.record.watched import WatchedAddresses
from beleg.terms.review import Obstacle, SentenceState
from beleg.terms.source import Source
from beleg.terms.source_change import SourceChanged, SourceRetracted
from tests.intake.place import Place, answer, opened
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import COSTS, DECIDED, MAIL, REPORT, SAID, Town, text, town

PATH = "/meldung.txt"
NEW = REPORT.replace("4,2 Millionen", "5,1 Millionen")


@pytest.fixture
def place() -> Iterator[Place]:
    with opened() as place:
        place.answers["/robots.txt"] = answer(b"", status=404)
        yield place


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


class Site:
    """A newsroom that took its report in from a server, and a watch over it whose time can be moved on."""

    def __init__(self, pool: Town, place: Place) -> None:
        self.pool = pool
        self.place = place
        self.moment = datetime(2026, 3, 6, 8, 0, tzinfo=UTC)
        self.waited: list[float] = []
        self.seconds = 0.0

    def says(self, body: str | bytes, path: str = PATH, *, status: int = 200, **headers: str) -> None:
        raw = body.encode() if isinstance(body, str) else body
        self.place.answers[path] = answer(raw, status=status, **headers)

    def take_in(self, path: str = PATH, dossier: str = "") -> str:
        sources = take_in(self.place.url(path), fetcher=partial(fetch, allow_loopback=True))
        dossier = dossier or self.pool.dossier
        return self.pool.house.take_in(dossier, sources, by=self.pool.ida.id)[0].source

    def prepare(self) -> str:
        """Take the report in, and have Ida write and check what rests on it."""
        self.says(REPORT)
        source = self.take_in()
        self.pool.write(text(DECIDED, COSTS, SAID))
        self.place.asked.clear()
        return source

    def publish(self) -> None:
        house = self.pool.house
        current = house.dossier(self.pool.dossier).current
        assert current is not None
        sign_judged(house, self.pool.dossier, current.content_sha256, by=self.pool.ole.id)
        house.publish(self.pool.dossier, by=self.pool.ole.id)

    def watch(self, *, deadline: float = 5) -> list[Sighting]:
        def wait(seconds: float) -> None:
            self.waited.append(seconds)
            self.seconds += seconds

        asking = partial(ask, allow_loopback=True, deadline=deadline)

        with RecordStore.open(self.pool.folder) as store:
            watch = Watch(
                self.pool.house,
                WatchedAddresses(store),
                by=self.pool.house.watching_account().id,
                now=lambda: self.moment,
                asking=asking,
                wait=wait,
                clock=lambda: self.seconds,
            )
            return list(watch.once())

    def events(self) -> list[object]:
        return [entry.event for entry in self.pool.house.entries(self.pool.dossier)]

    def states(self) -> list[SentenceState]:
        return [sentence.state for sentence in self.pool.house.review(self.pool.dossier).sentences[1:]]


@pytest.fixture
def site(pool: Town, place: Place) -> Site:
    return Site(pool, place)


SUPPORTED, REOPENED = SentenceState.SUPPORTED, SentenceState.REOPENED


def _outcomes(sightings: Sequence[Sighting]) -> list[Outcome]:
    return [one.outcome for one in sightings]


def test_nothing_changed_and_nothing_is_recorded(site: Site) -> None:
    site.prepare()
    before = site.events()
    assert _outcomes(site.watch()) == [Outcome.UNCHANGED]
    assert site.events() == before
    assert [path for path, _ in site.place.asked] == ["/robots.txt", PATH]


def test_a_changed_number_opens_the_sentence_that_rested_on_it(site: Site) -> None:
    old = site.prepare()
    site.publish()
    site.says(NEW)
    (sighting,) = site.watch()
    assert sighting.outcome is Outcome.CHANGED
    (affected,) = sighting.affected
    assert (affected.text, affected.dossier, affected.current) == (COSTS, site.pool.dossier, True)
    assert affected.published_at
    house = site.pool.house
    dossier = house.dossier(site.pool.dossier)
    (told,) = dossier.source_events
    assert isinstance(told.event, SourceChanged)
    assert told.event.source == old
    assert [(c.passage.text, c.now and c.now.text) for c in told.event.passages] == [
        (COSTS, COSTS.replace("4,2", "5,1"))
    ]
    assert told.by == house.watching_account().id
    assert dossier.sources[-1].source == told.event.new
    assert dossier.sources[-1].newer_version_of == old
    assert site.states() == [SUPPORTED, REOPENED, SUPPORTED]
    assert house.sign_off_in_force(site.pool.dossier) is None
    # It was checked again, against the newer version: the number is wrong now.
    last = dossier.last_check
    assert last is not None
    assert last.report.sources == (told.event.new,)
    assert [finding.check for finding in last.report.findings] == ["number_changed"]
    assert any("neuere Fassung" in remark for remark in last.report.remarks)
    assert Obstacle.OPEN_SENTENCES in house.obstacles_to_signing(site.pool.dossier, by=site.pool.ole.id)
    assert Obstacle.NOT_CHECKED not in house.obstacles_to_signing(site.pool.dossier, by=site.pool.ole.id)
    assert house.suggested_note(site.pool.dossier) == (
        f"In einer früheren Fassung dieses Artikels hieß es: „{COSTS}“ Die Quelle ({dossier.sources[0].name}) hat diese "
        f"Angabe geändert; dort heißt es jetzt: „{COSTS.replace('4,2', '5,1')}“"
    )
    assert _outcomes(site.watch()) == [Outcome.UNCHANGED]


def test_what_only_moved_is_no_change(site: Site) -> None:
    site.prepare()
    before = site.events()
    sentences = [COSTS, DECIDED, "Das Hallenbad wurde 1974 eröffnet und ist seit März geschlossen.", SAID]
    site.says("Stand: 6. März 2026, 8 Uhr\n\n" + "\n\n".join(sentences))
    assert _outcomes(site.watch()) == [Outcome.UNCHANGED]
    assert site.events() == before


def test_an_addition_is_taken_in_and_opens_nothing(site: Site) -> None:
    site.prepare()
    site.says(f"{REPORT} Berichtigung: Die Sitzung war am Mittwoch.")
    (sighting,) = site.watch()
    assert (sighting.outcome, sighting.affected) == (Outcome.CHANGED, ())
    changed = sighting.fallouts[0].changed
    assert changed is not None
    assert [passage.text for passage in changed.added] == ["Berichtigung: Die Sitzung war am Mittwoch."]
    assert site.states() == [SUPPORTED] * 3


def test_a_source_that_goes_back_to_what_it_said_counts_again(site: Site) -> None:
    old = site.prepare()
    site.says(NEW)
    site.watch()
    site.says(REPORT)
    assert _outcomes(site.watch()) == [Outcome.CHANGED]
    dossier = site.pool.house.dossier(site.pool.dossier)
    assert [source.source for source in dossier.standing_sources] == [old]
    assert len(dossier.sources) == 2


def test_a_document_is_asked_for_only_if_it_changed(site: Site) -> None:
    site.prepare()
    site.says(REPORT, ETag='"eins"', Last_Modified="Fri, 06 Mar 2026 07:00:00 GMT")
    site.watch()
    assert "if-none-match" not in site.place.asked[-1][1]
    site.says(b"", status=304)
    assert _outcomes(site.watch()) == [Outcome.UNCHANGED]
    headers = site.place.asked[-1][1]
    assert headers["if-none-match"] == '"eins"'
    assert headers["if-modified-since"] == "Fri, 06 Mar 2026 07:00:00 GMT"


def test_a_document_that_another_dossier_took_in_since_is_compared_with_it_too(site: Site) -> None:
    site.prepare()
    site.says(REPORT, ETag='"eins"')
    site.watch()
    other = site.pool.house.open_dossier("Zweites", "de", by=site.pool.ute.id).id
    site.take_in(dossier=other)
    site.watch()
    assert "if-none-match" not in site.place.asked[-1][1]
    site.says(NEW, ETag='"zwei"')
    (sighting,) = site.watch()
    assert len(sighting.fallouts) == 2
    assert {fallout.held[0].dossier for fallout in sighting.fallouts} == {site.pool.dossier, other}


def test_robots_txt_is_obeyed(site: Site) -> None:
    site.prepare()
    site.says(NEW)
    site.says("User-agent: Beleg\nDisallow: /meldung", "/robots.txt")
    (sighting,) = site.watch()
    assert sighting.outcome is Outcome.DISALLOWED
    assert [path for path, _ in site.place.asked] == ["/robots.txt"]


@pytest.mark.parametrize("status", [500, 429])
def test_a_site_that_cannot_say_what_it_allows_is_not_fetched_from(site: Site, status: int) -> None:
    site.prepare()
    site.says("", "/robots.txt", status=status)
    assert _outcomes(site.watch()) == [Outcome.DISALLOWED]


def test_a_redirect_is_followed_where_robots_txt_allows_it(site: Site) -> None:
    site.prepare()
    site.says(b"", status=301, Location="/neu.txt")
    site.says(NEW, "/neu.txt")
    (sighting,) = site.watch()
    assert sighting.outcome is Outcome.CHANGED
    assert site.pool.house.dossier(site.pool.dossier).sources[-1].address == site.place.url(PATH)
    site.says("User-agent: *\nDisallow: /neu", "/robots.txt")
    assert _outcomes(site.watch()) == [Outcome.DISALLOWED]


def test_a_redirect_into_the_house_is_refused(site: Site) -> None:
    site.prepare()
    site.says(b"", status=302, Location="http://10.0.0.1/geheim")
    (sighting,) = site.watch()
    assert sighting.outcome in (Outcome.FAILED, Outcome.DISALLOWED)
    assert site.states() == [SUPPORTED] * 3


def test_an_error_is_waited_out_longer_each_time(site: Site) -> None:
    site.prepare()
    site.says("kaputt", status=500)
    (first,) = site.watch()
    assert first.outcome is Outcome.FAILED
    assert "the server answers 500 Internal Server Error" in first.says
    site.moment += timedelta(minutes=14)
    assert _outcomes(site.watch()) == [Outcome.PUT_OFF]
    site.moment += timedelta(minutes=2)
    assert _outcomes(site.watch()) == [Outcome.FAILED]
    site.moment += timedelta(minutes=16)
    assert _outcomes(site.watch()) == [Outcome.PUT_OFF]
    for _ in range(10):
        site.moment += LONGEST_PAUSE
        assert _outcomes(site.watch()) == [Outcome.FAILED]
    site.moment += LONGEST_PAUSE
    site.says(REPORT)
    assert _outcomes(site.watch()) == [Outcome.UNCHANGED]
    assert _outcomes(site.watch()) == [Outcome.UNCHANGED]


@pytest.mark.parametrize(
    ("retry_after", "pause"),
    [
        ("7200", timedelta(hours=2)),
        ("Fri, 06 Mar 2026 10:00:00 GMT", timedelta(hours=2)),
        ("99999999", timedelta(days=7)),
        ("bald", timedelta(minutes=15)),
        ("", timedelta(minutes=15)),
        ("1", timedelta(minutes=15)),
    ],
)
def test_a_busy_server_is_left_alone_as_long_as_it_asks(
    site: Site, retry_after: str, pause: timedelta
) -> None:
    site.prepare()
    site.says("zu viel", status=429, Retry_After=retry_after)
    assert _outcomes(site.watch()) == [Outcome.BUSY]
    site.says(NEW)
    site.moment += pause - timedelta(seconds=1)
    assert _outcomes(site.watch()) == [Outcome.PUT_OFF]
    site.moment += timedelta(seconds=2)
    assert _outcomes(site.watch()) == [Outcome.CHANGED]


def test_a_busy_server_is_asked_for_nothing_else_either(site: Site) -> None:
    site.prepare()
    site.says(REPORT.replace("Mühlried", "Altdorf"), "/b.txt")
    site.take_in("/b.txt")
    site.place.asked.clear()
    site.says("", status=503, Retry_After="600")
    assert _outcomes(site.watch()) == [Outcome.BUSY, Outcome.PUT_OFF]
    assert [path for path, _ in site.place.asked] == ["/robots.txt", PATH]


def test_between_two_requests_to_one_site_some_seconds_pass(site: Site) -> None:
    site.prepare()
    for number in range(3):
        site.says(REPORT.replace("Mühlried", f"Altdorf {number}"), f"/{number}.txt")
        site.take_in(f"/{number}.txt")
    site.watch()
    assert site.waited == [2.0, 2.0, 2.0]
    site.waited.clear()
    site.says("User-agent: *\nCrawl-delay: 7\nDisallow:", "/robots.txt")
    site.watch()
    assert site.waited == [7.0, 7.0, 7.0]


def test_a_slow_server_stops_nobody_else(site: Site) -> None:
    site.prepare()
    site.says(REPORT.replace("Mühlried", "Altdorf"), "/b.txt")
    site.take_in("/b.txt")
    site.says(NEW.replace("Mühlried", "Altdorf"), "/b.txt")

    def slow(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000000")
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    site.place.answers[PATH] = slow
    sightings = site.watch(deadline=0.5)
    assert _outcomes(sightings) == [Outcome.FAILED, Outcome.CHANGED]
    assert "not complete after 0.5 seconds" in sightings[0].says


def test_what_is_gone_for_good_is_retracted_at_once(site: Site) -> None:
    source = site.prepare()
    site.publish()
    site.says("weg", status=410)
    (sighting,) = site.watch()
    assert (sighting.outcome, sighting.says) == (Outcome.RETRACTED, "410 Gone")
    assert {one.text for one in sighting.affected} >= {DECIDED, COSTS, SAID}
    assert all(one.published_at for one in sighting.affected)
    dossier = site.pool.house.dossier(site.pool.dossier)
    told = dossier.retracted[source]
    assert told.event == SourceRetracted(source=source, by_publisher=True, reason="410 Gone")
    assert site.states() == [REOPENED] * 3
    last = dossier.last_check
    assert last is not None
    assert last.report.sources == ()
    assert any("Zurückgezogen, nicht verglichen" in remark for remark in last.report.remarks)
    assert site.watch() == []  # nothing rests on it any more, and nobody asks for it again
    assert "hat ihre Meldung zurückgezogen" in site.pool.house.suggested_note(site.pool.dossier)


def test_with_a_source_its_earlier_versions_fall_too(site: Site) -> None:
    first = site.prepare()
    site.says(NEW)
    site.watch()
    site.says("weg", status=410)
    site.watch()
    dossier = site.pool.house.dossier(site.pool.dossier)
    assert set(dossier.retracted) == {first, dossier.sources[-1].source}
    assert dossier.standing_sources == ()


def test_what_an_interruption_left_unchecked_is_checked_by_the_next_watch(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = site.prepare()
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):

        def interrupted(dossier_id: str, *, by: str) -> None:
            raise KeyboardInterrupt

        patched.setattr(site.pool.house, "check", interrupted)
        site.pool.house.retract_source(source, "Falsch.", by=site.pool.ute.id)
    assert site.pool.house.dossier(site.pool.dossier).check_outdated
    site.watch()
    assert not site.pool.house.dossier(site.pool.dossier).check_outdated


def test_what_is_not_found_is_believed_after_three_sightings_and_a_day(site: Site) -> None:
    site.prepare()
    site.says("nicht da", status=404)
    for hours in (0, 1, 1, 1):
        site.moment += timedelta(hours=hours)
        assert _outcomes(site.watch()) == [Outcome.MISSING]
    site.moment += timedelta(hours=22)
    (sighting,) = site.watch()
    assert sighting.outcome is Outcome.RETRACTED
    assert sighting.says.startswith("404 Not Found, seen 5 times since 2026-03-06T08:00:00")
    assert site.states() == [REOPENED] * 3


def test_what_is_there_again_was_not_missing(site: Site) -> None:
    site.prepare()
    site.says("nicht da", status=404)
    site.watch()
    site.watch()
    site.says(REPORT)
    assert _outcomes(site.watch()) == [Outcome.UNCHANGED]
    site.moment += timedelta(days=2)
    site.says("nicht da", status=404)
    assert _outcomes(site.watch()) == [Outcome.MISSING]
    assert site.states() == [SUPPORTED] * 3


def test_a_quite_different_page_is_believed_only_after_a_while_too(site: Site) -> None:
    site.prepare()
    site.says("Wir bauen um. Bitte schauen Sie später wieder vorbei.")
    (first,) = site.watch()
    assert first.outcome is Outcome.MISSING
    assert first.says == "something quite different stands there now"
    site.watch()
    assert site.states() == [SUPPORTED] * 3
    site.moment += timedelta(days=1)
    (sighting,) = site.watch()
    assert sighting.outcome is Outcome.CHANGED
    assert site.states() == [REOPENED] * 3


@pytest.mark.parametrize("status", [401, 403, 451])
def test_a_refusal_is_no_retraction(site: Site, status: int) -> None:
    site.prepare()
    site.says("nein", status=status)
    assert _outcomes(site.watch()) == [Outcome.FAILED]
    assert site.states() == [SUPPORTED] * 3


def _ninjs(status: str, version: int = 1) -> str:
    return json.dumps(
        {
            "uri": "urn:ninjs:1",
            "type": "text",
            "version": str(version),
            "pubstatus": status,
            "headline": "Hallenbad",
            "body_text": REPORT,
            "language": "de",
        }
    )


def test_a_message_that_its_agency_cancelled_is_retracted(site: Site) -> None:
    site.says(_ninjs("usable"), "/a.json")
    source = site.take_in("/a.json")
    site.pool.write(text(DECIDED, COSTS, SAID))
    assert site.states() == [SUPPORTED] * 3
    site.says(_ninjs("canceled", 2), "/a.json")
    (sighting,) = site.watch()
    assert (sighting.outcome, sighting.says) == (Outcome.RETRACTED, "pubstatus: canceled")
    assert list(site.pool.house.dossier(site.pool.dossier).retracted) == [source]


def test_a_cancelled_message_taken_in_by_hand_supports_nothing(site: Site) -> None:
    site.says(_ninjs("canceled"), "/a.json")
    source = site.take_in("/a.json")
    site.pool.write(text(DECIDED, COSTS, SAID))
    dossier = site.pool.house.dossier(site.pool.dossier)
    assert dossier.retracted[source].event.source == source
    assert dossier.standing_sources == ()
    assert SUPPORTED not in site.states()


def test_a_document_of_another_format_is_not_held_against_a_file(site: Site) -> None:
    site.prepare()
    site.says(_ninjs("usable"))
    (sighting,) = site.watch()
    assert sighting.outcome is Outcome.NOT_COMPARED
    assert sighting.says == "there is application/ninjs+json now, the source is text/plain"


def _feed(*entries: tuple[str, str]) -> str:
    items = "".join(
        f"<item><title>{title}</title><link>https://bote.example/{n}</link><description>{words}</description></item>"
        for n, (title, words) in enumerate(entries)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Bote</title><language>de</language>{items}</channel></rss>'


def test_an_entry_of_a_feed_is_compared_with_the_entry_of_the_same_title(site: Site) -> None:
    weather = ("Wetter", "Am Montag regnet es in Mühlried den ganzen Tag.")
    site.says(_feed(("Hallenbad", REPORT), weather), "/feed.xml")
    site.take_in("/feed.xml")
    site.says(_feed(("Sport", "Der Verein gewann das Spiel."), weather, ("Hallenbad", NEW)), "/feed.xml")
    (sighting,) = site.watch()
    assert sighting.outcome is Outcome.CHANGED
    changes = [fallout.changed for fallout in sighting.fallouts]
    assert [len(change.passages) for change in changes if change] == [1]
    site.says(_feed(("Sport", "Der Verein gewann das Spiel."), ("Kino", "Heute läuft nichts.")), "/feed.xml")
    (later,) = site.watch()
    assert (later.outcome, later.says) == (Outcome.NOT_COMPARED, "the feed no longer has it")


@pytest.mark.parametrize("status", [404, 410])
def test_a_feed_that_is_given_up_takes_nothing_back(site: Site, status: int) -> None:
    site.says(_feed(("Hallenbad", REPORT), ("Wetter", "Am Montag regnet es in Mühlried.")), "/feed.xml")
    site.take_in("/feed.xml")
    site.says("weg", "/feed.xml", status=status)
    for _ in range(4):
        site.moment += timedelta(days=1)
        assert _outcomes(site.watch()) == [Outcome.MISSING]
    assert site.pool.house.dossier(site.pool.dossier).source_events == ()


def test_the_account_of_the_watch_is_the_programs_own(site: Site) -> None:
    house = site.pool.house
    account = house.watching_account()
    assert account == house.watching_account()
    assert house.sign_in("beleg-watch", "") is None
    house.close_account(account.id)
    with pytest.raises(Exception, match="beleg-watch: this account is closed"):
        house.watching_account()


@pytest.mark.parametrize(
    "retry_after",
    [
        "Mon, 01 Jan 99999999999 00:00:00 GMT",
        "Mon, 99999999999999999999 Jan 2020 00:00:00 GMT",
        "Fri, 31 Dec 9999 23:59:59 -2359",
        "9" * 40,
    ],
)
def test_a_header_that_no_calendar_knows_ends_no_watch(site: Site, retry_after: str) -> None:
    site.prepare()
    site.says("zu viel", status=429, Retry_After=retry_after)
    assert _outcomes(site.watch()) == [Outcome.BUSY]


def test_whatever_goes_wrong_with_one_address_stops_no_other(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.prepare()
    site.says(MAIL, "/mail.txt")
    site.take_in("/mail.txt")
    for path in (PATH, "/mail.txt"):
        site.says(f"{REPORT if path == PATH else MAIL} Mehr folgt.", path)
    read = take_in

    def choking(source: str, **named: Any) -> list[Source]:
        if source.endswith(PATH):
            raise RecursionError
        return read(source, **named)

    monkeypatch.setattr("beleg.newsroom.watching.take_in", choking)
    failed, changed = site.watch()
    assert (failed.outcome, changed.outcome) == (Outcome.FAILED, Outcome.CHANGED)
    assert failed.says.startswith(
        "what stands there cannot be handled (RecursionError); not asked again before"
    )


def test_an_address_that_is_none_stops_no_other(site: Site) -> None:
    site.prepare()
    odd = Source(text=MAIL, name="mail.txt", language="de", address="https://[muehlried/")
    site.pool.house.take_in(site.pool.dossier, [odd], by=site.pool.ida.id)
    assert sorted(_outcomes(site.watch())) == sorted([Outcome.FAILED, Outcome.UNCHANGED])


def test_what_broke_off_is_taken_up_again_later(site: Site) -> None:
    site.prepare()
    site.says(REPORT.replace("Mühlried", "Altdorf"), "/b.txt")
    site.take_in("/b.txt")
    site.says(NEW)

    def broken_off(handler: BaseHTTPRequestHandler) -> None:
        raise BrokenPipeError

    site.place.answers["/b.txt"] = broken_off
    assert _outcomes(site.watch()) == [Outcome.CHANGED, Outcome.FAILED]
    site.says(NEW.replace("Mühlried", "Altdorf"), "/b.txt")
    site.moment += timedelta(hours=1)
    assert sorted(_outcomes(site.watch())) == [Outcome.CHANGED, Outcome.UNCHANGED]

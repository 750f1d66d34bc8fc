"""`beleg watch` and `beleg source`: what they say, and how they end."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from beleg.intake import take_in
from beleg.intake.fetching import ask, fetch
from beleg.newsroom import watching
from tests.cli.terminal import run
from tests.intake.place import Place, answer, opened
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import COSTS, DECIDED, REPORT, SAID, Town, text, town

NEW = REPORT.replace("4,2 Millionen", "5,1 Millionen")


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """A server on this machine, which only a test may fetch from."""
    here = partial(watching.Watch, asking=partial(ask, allow_loopback=True), wait=lambda seconds: None)
    monkeypatch.setattr(watching, "Watch", here)
    with opened() as place:
        place.answers["/robots.txt"] = answer(b"", status=404)
        place.answers["/meldung.txt"] = answer(REPORT.encode())
        yield place


def _prepared(pool: Town, place: Place) -> str:
    sources = take_in(place.url("/meldung.txt"), fetcher=partial(fetch, allow_loopback=True))
    pool.house.take_in(pool.dossier, sources, by=pool.ida.id)
    pool.write(text(DECIDED, COSTS, SAID))
    return sources[0].id


def _said(*arguments: str | Path, status: int = 0) -> str:
    result = run(*arguments)
    assert result.exit_code == status, result.output
    return result.output


def test_watch_says_what_changed_and_which_sentences_rested_on_it(pool: Town, place: Place) -> None:
    _prepared(pool, place)
    assert _said("watch", "--newsroom", pool.folder) == "1 addresses: 1 unchanged.\n"
    place.answers["/meldung.txt"] = answer(NEW.encode())
    said = _said("watch", "--newsroom", pool.folder, status=1)
    assert f"changed: {place.url('/meldung.txt')}" in said
    assert f"    - {COSTS}\n    + {COSTS.replace('4,2', '5,1')}\n" in said
    assert f"  {pool.dossier}  Hallenbad Mühlried wird saniert\n" in said
    assert f"not published: {COSTS}" in said
    assert said.endswith("1 addresses: 1 changed.\n1 sentence has to be looked at.\n")
    review = _said("review", pool.dossier, "--newsroom", pool.folder)
    assert "sentence reopened" in review
    assert f"rested on: {COSTS}" in review
    assert f"now: {COSTS.replace('4,2', '5,1')}" in review
    record = _said("record", pool.dossier, "--newsroom", pool.folder)
    assert "Beleg: source changed" in record


def test_watch_names_who_is_told_to_act(pool: Town, place: Place) -> None:
    _prepared(pool, place)
    place.answers["/meldung.txt"] = answer(b"weg", status=410)
    said = _said("watch", "--newsroom", pool.folder, "--as", "ute", status=1)
    assert "retracted: " in said
    assert "(410 Gone)" in said
    assert "Ute Maas: source retracted" in _said("record", pool.dossier, "--newsroom", pool.folder)
    assert [account.login for account in pool.house.accounts()] == ["ida", "ole", "ute"]


def test_watch_without_anything_to_watch(pool: Town, place: Place) -> None:
    assert _said("watch", "--newsroom", pool.folder) == "No source has an address to look at.\n"


def test_watch_refuses_wrong_usage(pool: Town) -> None:
    _said("watch", "--newsroom", pool.folder, "--every", "0", status=2)
    _said("watch", "--newsroom", pool.folder, "--as", "niemand", status=2)
    _said("watch", "--newsroom", pool.folder / "nirgends", status=2)


@pytest.mark.parametrize("changed", [False, True])
def test_watch_goes_on_until_it_is_interrupted(
    pool: Town, place: Place, monkeypatch: pytest.MonkeyPatch, changed: bool
) -> None:
    _prepared(pool, place)
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if changed:
            place.answers["/meldung.txt"] = answer(NEW.encode())
        if len(slept) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", sleep)
    said = _said("watch", "--newsroom", pool.folder, "--every", "6", status=int(changed))
    assert slept == [6 * 3600] * 3
    assert said.count("1 addresses: ") == 3
    assert said.endswith("Stopped.\n")


def test_affected_lists_what_rests_on_a_source(pool: Town, place: Place) -> None:
    source = _prepared(pool, place)
    said = _said("source", "affected", source[:12], "--newsroom", pool.folder)
    assert f"{pool.dossier}  Hallenbad Mühlried wird saniert" in said
    assert f"not published: {COSTS}\n      rests on: {COSTS}\n" in said
    assert said.endswith(f"sentences in 1 dossiers rest on {source[:12]}.\n")
    _said("source", "affected", "ffff", "--newsroom", pool.folder, status=2)


def test_retract_takes_a_source_back_wherever_it_is_held(pool: Town, place: Place) -> None:
    source = _prepared(pool, place)
    other = pool.house.open_dossier("Zweites", "de", by=pool.ida.id).id
    same_text = take_in(REPORT.encode("utf-8"), name="abschrift.txt")
    copy = take_in(f"{REPORT} Mehr dazu morgen.".encode(), name="portal.txt")
    pool.house.take_in(other, [*same_text, *copy], by=pool.ida.id)
    command = ("source", "retract", source[:12], "--newsroom", pool.folder)
    _said(*command, "--as", "ute", status=2)
    _said(*command, "--reason", "Falsche Summe.", status=2)
    said = _said(*command, "--reason", "Falsche Summe.", "--as", "ute")
    assert "Retracted in 2 dossiers. What rested on it:" in said
    assert COSTS in said
    assert (
        f"Also look at these, the same agency message or other versions:\n  {copy[0].id}  portal.txt" in said
    )
    for dossier in (pool.dossier, other):
        (told,) = pool.house.dossier(dossier).source_events
        assert told.by == pool.ute.id
    assert _said(
        "source",
        "retract",
        source,
        "--reason",
        "Noch einmal.",
        "--newsroom",
        pool.folder,
        "--as",
        "ute",
        status=2,
    )
    shown = _said("dossier", "show", pool.dossier, "--newsroom", pool.folder)
    assert "retracted: Falsche Summe." in shown


def test_a_published_article_shows_that_it_needs_a_look(pool: Town, place: Place) -> None:
    source = _prepared(pool, place)
    current = pool.house.dossier(pool.dossier).current
    assert current is not None
    sign_judged(pool.house, pool.dossier, current.content_sha256, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id)
    pool.house.retract_source(source, "Falsche Summe.", by=pool.ute.id)
    assert "published, needs a look" in _said("dossier", "list", "--newsroom", pool.folder)
    said = _said("review", pool.dossier, "--newsroom", pool.folder)
    assert "retracted, found wrong: Falsche Summe." in said
    assert "A wording for a correction note, to be edited:" in said
    assert f"In einer früheren Fassung dieses Artikels hieß es: „{COSTS}“" in said

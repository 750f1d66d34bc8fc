"""Settings: the house style of a newsroom, kept with who and when, and what goes by it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from beleg.newsroom.house import Newsroom
from beleg.newsroom.verification import verify
from beleg.publishing.bundle import Bundle, pack, unpack
from beleg.publishing.page_reading import read_page
from beleg.record.audit import audit
from beleg.record.own_streams import STYLE
from beleg.terms.events_style import HouseStyleSet
from beleg.terms.house_style import NO_STYLE, CheckWeight, HouseStyle, HouseWord, Weight
from beleg.terms.refusal import Error
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import SUPPORTED, Town, town

NOTE = "Unsere Leitlinien stehen im Netz."
OURS = HouseStyle(
    words=(HouseWord(language="de", avoid="Sanierung", instead="Instandsetzung"),),
    weights=(CheckWeight(check="repetition", weight=Weight.OFF, why="Liveblog"),),
    note_de=NOTE,
    guidelines="https://bote.example/leitlinien",
)


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


def test_without_settings_a_check_says_nothing_of_a_house_style(pool: Town) -> None:
    pool.prepare()
    check = pool.house.dossier(pool.dossier).last_check
    assert check is not None
    assert check.house_style == ""
    assert (pool.house.style(), pool.house.styles()) == (NO_STYLE, ())


def test_a_style_is_kept_with_who_and_when_and_nothing_is_kept_twice(pool: Town) -> None:
    assert pool.house.set_style(OURS, by=pool.ole.id)
    assert not pool.house.set_style(OURS, by=pool.ute.id)
    assert pool.house.set_style(NO_STYLE, by=pool.ute.id)
    first, second = pool.house.styles()
    assert (first.style, first.by) == (OURS, pool.ole.id)
    assert (second.style, second.by) == (NO_STYLE, pool.ute.id)
    assert first.at < second.at
    assert pool.house.style() == NO_STYLE
    assert [type(entry.event) for entry in pool.house._store.entries(STYLE)] == [HouseStyleSet] * 2


def test_its_chain_is_no_dossier_and_stands_the_audit(pool: Town) -> None:
    pool.house.set_style(OURS, by=pool.ole.id)
    assert [dossier.id for dossier in pool.house.dossiers()] == [pool.dossier]
    with pytest.raises(Error, match="no dossier house-style"):
        pool.house.dossier(STYLE)
    with pytest.raises(Error, match="no dossier house-style"):
        pool.house.save(STYLE, "# Text", by=pool.ida.id)
    assert audit(pool.house._store) == ()
    pool.house.rebuild()
    assert [one.dossier for one in pool.house.listed()] == [pool.dossier]
    with Newsroom.open(pool.folder) as again:
        assert again.style() == OURS


def test_what_cannot_be_settled_is_refused_and_not_kept(pool: Town) -> None:
    bad = replace(OURS, weights=(CheckWeight(check="number_changed", weight=Weight.OFF, why="lästig"),))
    with pytest.raises(Error, match="cannot be switched off"):
        pool.house.set_style(bad, by=pool.ole.id)
    assert pool.house.styles() == ()


def test_a_check_goes_by_the_style_in_force_and_names_it(pool: Town) -> None:
    pool.prepare()
    pool.house.set_style(OURS, by=pool.ole.id)
    report = pool.house.check(pool.dossier, by=pool.ida.id)
    check = pool.house.dossier(pool.dossier).last_check
    assert check is not None
    assert check.house_style == OURS.name
    assert [f.message for f in report.findings if f.check == "loaded_term"] == [
        "„Sanierung“ steht auf der Wortliste des Hauses; stattdessen: Instandsetzung."
    ]
    off = next(one for one in report.coverage if one.check == "repetition")
    assert off.not_checked == "vom Haus abgeschaltet: Liveblog"
    pool.house.set_style(NO_STYLE, by=pool.ole.id)
    pool.house.check(pool.dossier, by=pool.ida.id)
    again = pool.house.dossier(pool.dossier).last_check
    assert again is not None
    assert again.house_style == ""


def _published(pool: Town) -> bytes:
    style = replace(OURS, words=())
    pool.house.set_style(style, by=pool.ole.id)
    sign_judged(pool.house, pool.dossier, pool.prepare(SUPPORTED), by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id, address="https://bote.example/bad")
    return pool.house.bundle(pool.dossier)


def test_who_is_to_sign_sees_the_sentence_on_the_page(pool: Town) -> None:
    pool.house.set_style(replace(OURS, words=()), by=pool.ole.id)
    pool.prepare(SUPPORTED)
    page = pool.house.preview(pool.dossier, by=pool.ole.id, mark="Vorschau", language="de")
    assert read_page(page).house_note == NOTE
    assert b'<a href="https://bote.example/leitlinien">' in page


def _failed(raw: bytes) -> list[str]:
    return [step.name for step in verify(raw).steps if step.reached and not step.passed]


def test_the_sentence_of_the_house_and_its_guidelines_stand_on_the_page(pool: Town) -> None:
    raw = _published(pool)
    page = unpack(raw).page
    assert _failed(raw) == []
    assert read_page(page).house_note == NOTE
    assert b'<a href="https://bote.example/leitlinien">' in page
    assert "abgeschaltet: Liveblog" in page.decode()
    assert b"house-style" not in b"".join(unpack(raw).log.keys)
    pool.house.set_style(NO_STYLE, by=pool.ole.id)
    assert read_page(pool.house.page(pool.dossier)).house_note == NOTE


@pytest.mark.parametrize("instead", ["", "Alles sorgfältig geprüft."])
def test_another_sentence_than_the_recorded_one_is_noticed(pool: Town, instead: str) -> None:
    parts = unpack(_published(pool))
    changed = parts.page.replace(NOTE.encode(), instead.encode())
    assert changed != parts.page
    found = _failed(pack(_with_page(parts, changed)))
    assert "page_around" in found


def _with_page(parts: Bundle, page: bytes) -> Bundle:
    return replace(parts, page=page)

"""The list of the dossiers: as the record tells it, whoever asks and whenever it was built."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from beleg.newsroom.house import Newsroom
from beleg.record import dossier_list
from beleg.record.store import RecordStore
from beleg.terms.events import Entry
from beleg.terms.listed import Listed, Stage
from beleg.terms.source import Source
from tests.newsroom.judged import sign_judged

SOURCE = "Der Rat von Ahrenkamp stimmte am Dienstag für die neue Fähre."
TEXT = f"# Ahrenkamp bekommt eine Fähre\n\n{SOURCE}\n"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom.open(tmp_path / "newsroom") as house:
        yield house


def _kept(folder: Path) -> dict[str, Listed]:
    """What stands in the table, without anybody asking for it to be brought up to date."""
    with RecordStore.open(folder) as store, store.reading() as connection:
        return {one.dossier: one for one in dossier_list.DossierList(connection).all()}


def test_every_stage_is_told(house: Newsroom, tmp_path: Path) -> None:
    ida = house.add_account("ida", "Ida Brandt", "Redakteurin", "ein-langes-geheimnis").id
    ole = house.add_account("ole", "Ole Behn", "Redakteur", "noch-ein-geheimnis").id
    dossier = house.open_dossier("Fähre", "de", by=ida).id

    def stage() -> Stage:
        (one,) = house.listed()
        assert one == dossier_list.listed(house.entries(dossier))
        return one.stage

    assert stage() is Stage.EMPTY
    house.take_in(dossier, [Source(text=SOURCE, title="Beschluss", name="rat.txt")], by=ida)
    house.save(dossier, f"{TEXT}\nDie Werft beschäftigt vierzig Leute.\n", by=ida)
    assert not house.listed()[0].checked
    house.check(dossier, by=ida)
    assert stage() is Stage.DRAFT and house.listed()[0].checked
    assert house.listed()[0].findings + house.listed()[0].sentences > 0
    key = next(one.key for one in house.review(dossier).sentences if "Werft" in one.sentence.text)
    house.confirm(dossier, key, "Beim Werftleiter erfragt.", by=ida)
    house.save(dossier, f"{TEXT}\nDie Werft beschäftigt fünfzig Leute.\n", by=ida)
    house.check(dossier, by=ida)
    assert stage() is Stage.IN_REVIEW
    revision = house.save(dossier, TEXT, by=ida)
    house.check(dossier, by=ida)
    assert stage() is Stage.WAITING
    sign_judged(house, dossier, revision.content_sha256, by=ole)
    assert stage() is Stage.SIGNED
    house.publish(dossier, by=ole)
    assert stage() is Stage.PUBLISHED
    (one,) = house.listed()
    assert one.headline == "Ahrenkamp bekommt eine Fähre" and one.changed_by == ole
    assert [(act.by, act.signed_by, act.version) for act in one.history] == [(ole, ole, 1)]
    house.save(dossier, f"{TEXT}\nDie Werft freut sich.\n", by=ida)
    assert stage() is Stage.CHANGED
    house.save(dossier, TEXT, by=ida)
    house.retract_source(house.dossier(dossier).sources[0].source, "Falsch.", by=ida)
    assert stage() is Stage.NEEDS_A_LOOK
    house.withdraw(dossier, "Irrtum", note_newsroom="a", note_short="b", note_readers="c", by=ida)
    assert stage() is Stage.WITHDRAWN
    (one,) = house.listed()
    assert one.history[-1].withdrawn and one.history[-1].note == "c"


def test_only_what_has_gone_on_is_replayed(
    house: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ida = house.add_account("ida", "Ida Brandt", "Redakteurin", "ein-langes-geheimnis").id
    first = house.open_dossier("Eins", "de", by=ida).id
    house.open_dossier("Zwei", "de", by=ida)
    assert [one.title for one in house.listed()] == ["Zwei", "Eins"]
    asked: list[str] = []
    entries = house.entries

    def asked_for(dossier_id: str) -> tuple[Entry, ...]:
        asked.append(dossier_id)
        return entries(dossier_id)

    monkeypatch.setattr(house, "entries", asked_for)
    house.listed()
    assert asked == []
    house.save(first, TEXT, by=ida)
    assert [one.title for one in house.listed()] == ["Eins", "Zwei"]
    assert set(asked) == {first}


def test_it_is_built_again_from_the_record(house: Newsroom, tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    ida = house.add_account("ida", "Ida Brandt", "Redakteurin", "ein-langes-geheimnis").id
    for title in ("Eins", "Zwei"):
        house.open_dossier(title, "de", by=ida)
    told = {one.dossier: one for one in house.listed()}
    assert _kept(folder) == told
    with RecordStore.open(folder) as store, store.act() as act:
        act.connection.exec_driver_sql("UPDATE dossier_list SET title = 'falsch'")
    assert {one.title for one in house.listed()} == {"falsch"}
    assert "the list of the dossiers" in house.rebuild()
    assert {one.dossier: one for one in house.listed()} == _kept(folder) == told
    # What another version of Beleg built is dropped when somebody asks.
    with RecordStore.open(folder) as store, store.act() as act:
        act.connection.exec_driver_sql("UPDATE dossier_list SET title = 'falsch'")
        act.connection.exec_driver_sql("UPDATE projections SET version = 0 WHERE name = 'dossiers'")
    assert {one.dossier: one for one in house.listed()} == _kept(folder) == told


def test_what_was_listed_later_stays(house: Newsroom, tmp_path: Path) -> None:
    ida = house.add_account("ida", "Ida Brandt", "Redakteurin", "ein-langes-geheimnis").id
    dossier = house.open_dossier("Eins", "de", by=ida).id
    (earlier,) = house.listed()
    house.save(dossier, TEXT, by=ida)
    (later,) = house.listed()
    with RecordStore.open(tmp_path / "newsroom") as store, store.act() as act:
        dossier_list.DossierList(act.connection).put([earlier])
    assert house.listed() == (later,)

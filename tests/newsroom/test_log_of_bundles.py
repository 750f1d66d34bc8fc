"""What goes out is in the log, and somebody who shares no code with us says so."""

import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from beleg.newsroom.house import Newsroom
from beleg.newsroom.verification import verify
from beleg.record.canonical import encode
from beleg.record.chain import link
from beleg.record.database import FILE as DATABASE
from beleg.record.newsroom_key import FILE
from beleg.terms.events import DossierOpened, Entry
from beleg.terms.refusal import Error
from tests.cli.terminal import run
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import Town, town
from tests.record.verifier import GoVerifier


@pytest.fixture
def published(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as place:
        content = place.prepare()
        sign_judged(place.house, place.dossier, content, by=place.ole.id)
        place.house.publish(place.dossier, by=place.ole.id)
        yield place


def _line(house: Newsroom) -> str:
    return house.verifiers()[-1].line


def test_the_go_verifier_finds_a_publication_in_the_log(
    published: Town, tmp_path: Path, go_verifier: GoVerifier
) -> None:
    path, house = tmp_path / "bundle.zip", published.house
    path.write_bytes(house.bundle(published.dossier))
    assert go_verifier.accepts("bundle", _line(house), path)
    for member in ("record.jsonl", "log-proof.txt"):
        with zipfile.ZipFile(path) as good:
            whole = good.read(member)
        last = whole.rindex(b"\n", 0, -1) + 1 if member == "record.jsonl" else 0
        for place in range(last, len(whole) - 1, 17):
            with zipfile.ZipFile(path) as good, zipfile.ZipFile(tmp_path / "changed.zip", "w") as bad:
                for name in good.namelist():
                    raw = bytearray(good.read(name))
                    if name == member:
                        raw[place] ^= 1
                    bad.writestr(name, bytes(raw))
            assert not go_verifier.accepts("bundle", _line(house), tmp_path / "changed.zip"), (member, place)


def test_the_checkpoint_in_a_bundle_is_one_the_exported_log_grew_from(
    published: Town, tmp_path: Path, go_verifier: GoVerifier
) -> None:
    (tmp_path / "bundle.zip").write_bytes(published.house.bundle(published.dossier))
    with zipfile.ZipFile(tmp_path / "bundle.zip") as bundle:
        (tmp_path / "kept").write_bytes(bundle.read("log-proof.txt").partition(b"\n\n")[2])
    published.house.open_dossier("Das Rathaus", "de", by=published.ida.id)
    published.house.export_log(tmp_path / "log")
    assert go_verifier.accepts("grown", _line(published.house), tmp_path / "kept", tmp_path / "log")
    assert published.house.audit(tmp_path / "log") == ()


def test_a_bundle_from_before_a_rotation_still_holds(
    published: Town, tmp_path: Path, go_verifier: GoVerifier
) -> None:
    bundle, old = published.house.bundle(published.dossier), _line(published.house)
    published.house.rotate_key(by=published.ida.id)
    assert published.house.bundle(published.dossier) == bundle
    (tmp_path / "bundle.zip").write_bytes(bundle)
    assert verify(bundle, expected_key=old).passed
    assert go_verifier.accepts("bundle", old, tmp_path / "bundle.zip")
    assert not go_verifier.accepts("bundle", _line(published.house), tmp_path / "bundle.zip")


def test_a_withdrawal_is_in_the_log_as_well(published: Town, tmp_path: Path, go_verifier: GoVerifier) -> None:
    house = published.house
    house.withdraw(
        published.dossier,
        "Der Beschluss wurde nie gefasst.",
        note_newsroom="Zurückgezogen: Der Beschluss wurde nie gefasst.",
        note_short="Zurückgezogen.",
        note_readers="Wir haben diesen Artikel zurückgezogen, weil der Beschluss nie gefasst wurde.",
        by=published.ida.id,
    )
    (tmp_path / "bundle.zip").write_bytes(house.bundle(published.dossier))
    assert go_verifier.accepts("bundle", _line(house), tmp_path / "bundle.zip")
    assert not go_verifier.accepts("bundle", _line(house).replace("+", "x+", 1), tmp_path / "bundle.zip")
    assert house.audit() == ()


def test_the_log_outlives_the_erasure_of_a_name(
    published: Town, tmp_path: Path, go_verifier: GoVerifier
) -> None:
    """What was deleted leaves the database for good, and its pages are written anew: no leaf changes its place."""
    house = published.house
    house.export_log(tmp_path / "log")
    house.erase_account(published.ole.id)
    assert house.audit(tmp_path / "log") == ()
    house.rebuild()
    house.export_log(tmp_path / "log")
    assert house.audit(tmp_path / "log") == ()
    assert go_verifier.accepts("log", _line(house), tmp_path / "log")
    (tmp_path / "bundle.zip").write_bytes(house.bundle(published.dossier))
    assert go_verifier.accepts("bundle", _line(house), tmp_path / "bundle.zip")


def _expected(bundle: bytes, key: str) -> bool:
    (step,) = (step for step in verify(bundle, expected_key=key).steps if step.name == "expected_key")
    assert step.reached
    return step.passed


def test_who_knows_an_old_key_verifies_what_a_later_one_signed(published: Town) -> None:
    house = published.house
    old = _line(house)
    house.rotate_key(by=published.ida.id)
    house.publish(published.dossier, by=published.ole.id, address="https://bote.example/hallenbad")
    bundle = house.bundle(published.dossier)
    assert verify(bundle, expected_key=old).passed
    assert verify(bundle, expected_key=_line(house)).passed
    house.rotate_key(by=published.ida.id)
    assert not _expected(bundle, _line(house)), "a key that came later has introduced none in this bundle"
    name, _, rest = old.partition("+")
    assert not _expected(bundle, f"{name}x+{rest}")


def test_the_terminal_says_where_the_key_is_from(published: Town, tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(published.house.bundle(published.dossier))
    line = _line(published.house)
    said = run("verify", path).stdout
    assert f"key of the newsroom: {line}\n(It came with the bundle; compare it" in said
    assert "It came with the bundle" not in run("verify", path, "--key", line).stdout
    refused = run("verify", path, "--key", line.replace("+", "x+", 1))
    assert refused.exit_code == 1
    assert "FAILED expected_key" in refused.stdout


def test_without_the_key_nothing_goes_out_and_nothing_is_recorded_of_it(tmp_path: Path) -> None:
    with town(tmp_path / "newsroom") as place:
        content = place.prepare()
        sign_judged(place.house, place.dossier, content, by=place.ole.id)
        (place.folder / FILE).unlink()
        before = place.house.entries(place.dossier)
        with pytest.raises(Error, match="the newsroom's key cannot be read; No such file"):
            place.house.publish(place.dossier, by=place.ole.id)
        assert place.house.entries(place.dossier) == before
        assert place.house.dossier(place.dossier).publications == ()
        assert place.house.audit() == ()


def test_no_act_reaches_the_newsrooms_own_stream_as_a_dossier(tmp_path: Path) -> None:
    with town(tmp_path / "newsroom") as place:
        for reaching in (
            lambda: place.house.dossier("newsroom"),
            lambda: place.house.save("newsroom", "# Titel\n", by=place.ida.id),
            lambda: place.house.take_in("newsroom", [], by=place.ida.id),
            lambda: place.house.dismiss("newsroom", "x", "Weil.", by=place.ida.id),
        ):
            with pytest.raises(Error, match="There is no dossier newsroom in this newsroom"):
                reaching()
        assert [dossier.title for dossier in place.house.dossiers()] == ["Das Hallenbad"]


def test_who_rewrites_the_record_without_the_key_is_found_out_by_the_bundles_kept(published: Town) -> None:
    """The whole chain of the dossier, and the tree over it, made anew with another reason for nothing."""
    house, dossier = published.house, published.dossier
    entries = list(house.entries(dossier))
    assert house.audit() == ()
    house.close()
    opened = entries[0].event
    assert isinstance(opened, DossierOpened)
    first = replace(opened, title="Das Freibad")
    rewritten: list[Entry] = []
    for entry, event in zip(entries, [first, *(each.event for each in entries[1:])], strict=True):
        after = rewritten[-1] if rewritten else None
        rewritten.append(link(event, dossier=dossier, by=entry.by, at=entry.at, after=after))
    with sqlite3.connect(published.folder / DATABASE) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for entry in rewritten:
            connection.execute(
                "UPDATE events SET previous = ?, hash = ?, line = ? WHERE dossier = ? AND position = ?",
                (entry.previous, entry.hash, encode(entry), dossier, entry.position),
            )
    connection.close()
    with Newsroom.open(published.folder) as again:
        again.rebuild()
        assert again.dossier(dossier).title == "Das Freibad"
        (told,) = again.audit()
    assert told == (
        f"The bundle of entry {len(entries)} of {dossier} was signed over another log than this one."
    )

"""What goes out is in the log, and somebody who shares no code with us says so."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from beleg.newsroom.house import Newsroom
from beleg.newsroom.verification import verify
from beleg.record.newsroom_key import FILE
from beleg.terms.refusal import Error
from tests.newsroom.town import Town, town
from tests.record.verifier import GoVerifier


@pytest.fixture
def published(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as place:
        content = place.prepare()
        place.house.sign_off(place.dossier, content, by=place.ole.id)
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


def test_without_the_key_nothing_goes_out_and_nothing_is_recorded_of_it(tmp_path: Path) -> None:
    with town(tmp_path / "newsroom") as place:
        content = place.prepare()
        place.house.sign_off(place.dossier, content, by=place.ole.id)
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

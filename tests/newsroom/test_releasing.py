"""The life of a publication: corrected, continued, held back, withdrawn, and delivered again."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Event, Thread

import pytest

from beleg.newsroom.delivery import Delivery, File, deliver, deliver_what_stands
from beleg.newsroom.house import Newsroom
from beleg.newsroom.refused import Refused
from beleg.newsroom.verification import verify
from beleg.publishing.dsse import read_envelope
from beleg.publishing.page_reading import PageAsRead, read_page
from beleg.review import signing
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle, SentenceState
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import COSTS, DECIDED, HEADLINE, SAID, SUPPORTED, Town, text, town

ADDRESS = "https://bote.example/hallenbad"
NOTE = "In einer früheren Fassung fehlte, was die Arbeiten kosten."
NOTES = {
    "note_newsroom": "Der Artikel beruhte auf einer Verwechslung. Bitte nicht mehr verwenden.",
    "note_short": "Artikel über ein Bad zurückgezogen",
    "note_readers": "Wir haben diesen Artikel zurückgezogen.\n\nEr beruhte auf einer Verwechslung.",
}
FORMS = ("c2pa", "newsml_g2", "ninjs", "ninjs_lower_case")


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


def write(pool: Town, *sentences: str) -> str:
    """Save and check a text, and have Ute vouch for what an edit opened again; its hash."""
    sha256 = pool.write(text(*sentences))
    for sentence in pool.house.review(pool.dossier).sentences:
        if sentence.state in (SentenceState.OPEN, SentenceState.REOPENED):
            pool.house.confirm(pool.dossier, sentence.key, "Nachgelesen.", by=pool.ute.id)
    return sha256


def out(pool: Town, *sentences: str, note: str = "") -> PageAsRead:
    """Write, note, sign and publish; the page as it reads."""
    sha256 = write(pool, *sentences) if sentences else pool.prepare(text(DECIDED, SAID))
    if note:
        pool.house.note_correction(pool.dossier, note, by=pool.ida.id)
    sign_judged(pool.house, pool.dossier, sha256, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id, address=ADDRESS)
    return read_page(pool.house.page(pool.dossier))


def withdraw(pool: Town) -> None:
    pool.house.withdraw(pool.dossier, "Es war ein anderes Bad.", by=pool.ute.id, **NOTES)


def said_by(page: PageAsRead) -> dict[str, object]:
    found = json.loads(page.json_ld)
    assert isinstance(found, dict)
    return found


def test_a_correction_is_the_next_version_and_readers_are_told(pool: Town) -> None:
    first = out(pool)
    assert (first.corrections, said_by(first)["version"]) == ((), "1")
    sha256 = write(pool, DECIDED, COSTS, SAID)
    with pytest.raises(Refused) as refused:
        pool.house.sign_off(pool.dossier, sha256, by=pool.ole.id)
    assert refused.value.obstacles == (Obstacle.NO_CORRECTION_NOTE,)
    assert Obstacle.NO_CORRECTION_NOTE in pool.house.obstacles_to_publishing(pool.dossier)

    second = out(pool, DECIDED, COSTS, SAID, note=NOTE)

    publications = pool.house.dossier(pool.dossier).publications
    assert [(p.event.version, p.event.note, p.event.address) for p in publications] == [
        (1, "", ADDRESS),
        (2, NOTE, ADDRESS),
    ]
    assert len(second.corrections) == 1
    assert second.corrections[0].endswith(f": {NOTE}") and "5. März 2026" in second.corrections[0]
    data = said_by(second)
    assert (data["datePublished"], data["dateModified"]) == (publications[0].at, publications[1].at)
    assert data["correction"] == [
        {"@type": "CorrectionComment", "text": NOTE, "datePublished": publications[1].at}
    ]
    assert data["@id"] == said_by(first)["@id"]
    assert verify(pool.house.bundle(pool.dossier)).passed
    assert pool.house.page(pool.dossier, 1) != pool.house.page(pool.dossier, 2)
    assert verify(pool.house.bundle(pool.dossier, 1)).passed


def test_every_correction_stays_on_the_page(pool: Town) -> None:
    out(pool)
    out(pool, DECIDED, COSTS, SAID, note=NOTE)
    third = out(pool, DECIDED, COSTS, note="Ein Zitat war doppelt.")

    assert [words.rpartition(": ")[2] for words in third.corrections] == ["Ein Zitat war doppelt.", NOTE]
    told = said_by(third)["correction"]
    assert isinstance(told, list)
    assert [each["datePublished"] for each in told] == [
        p.at for p in pool.house.dossier(pool.dossier).publications[1:]
    ]
    assert verify(pool.house.bundle(pool.dossier)).passed


def test_a_text_put_back_is_a_correction_too_and_modified_then(pool: Town) -> None:
    out(pool)
    out(pool, DECIDED, COSTS, SAID, note=NOTE)
    third = out(pool, DECIDED, SAID, note="Die Kosten stehen noch nicht fest.")

    assert said_by(third)["dateModified"] == pool.house.dossier(pool.dossier).publications[2].at
    assert verify(pool.house.bundle(pool.dossier)).passed


def test_who_writes_the_note_cannot_sign_and_a_later_note_voids_the_signature(pool: Town) -> None:
    out(pool)
    sha256 = write(pool, DECIDED, COSTS)
    pool.house.note_correction(pool.dossier, NOTE, by=pool.ole.id)
    assert pool.house.obstacles_to_signing(pool.dossier, by=pool.ole.id) == (Obstacle.OWN_NOTE,)
    assert set(pool.house.review(pool.dossier).authors) == {pool.ida.id, pool.ole.id}
    sign_judged(pool.house, pool.dossier, sha256, by=pool.ute.id)
    pool.house.note_correction(pool.dossier, NOTE, by=pool.ida.id)
    assert pool.house.sign_off_in_force(pool.dossier) is None
    with pytest.raises(Refused):
        pool.house.publish(pool.dossier, by=pool.ute.id)
    sign_judged(pool.house, pool.dossier, sha256, by=pool.ute.id)
    pool.house.publish(pool.dossier, by=pool.ute.id)
    # The note has gone out: whoever wrote it has no hand in what comes next.
    assert pool.ole.id not in pool.house.review(pool.dossier).authors


@pytest.mark.parametrize(
    "kept",
    [
        NOTE,
        NOTE.replace(" Fassung fehlte,", " Fassung des Artikels fehlte:"),
        f"Das Zitat war ungenau. {NOTE} Wir bedauern das.",
    ],
)
def test_whose_words_stay_in_the_note_cannot_sign_whoever_typed_them_last(pool: Town, kept: str) -> None:
    out(pool)
    sha256 = write(pool, DECIDED, COSTS)
    pool.house.note_correction(pool.dossier, NOTE, by=pool.ole.id)
    pool.house.note_correction(pool.dossier, kept, by=pool.ida.id)
    assert pool.house.obstacles_to_signing(pool.dossier, by=pool.ole.id) == (Obstacle.OWN_NOTE,)
    with pytest.raises(Refused, match="must not have written the correction note"):
        pool.house.sign_off(pool.dossier, sha256, by=pool.ole.id)


def test_whose_note_was_replaced_can_sign_again(pool: Town) -> None:
    out(pool)
    sha256 = write(pool, DECIDED, COSTS)
    pool.house.note_correction(pool.dossier, NOTE, by=pool.ole.id)
    pool.house.note_correction(pool.dossier, "Die Kosten stehen jetzt im zweiten Satz.", by=pool.ida.id)
    assert pool.house.obstacles_to_signing(pool.dossier, by=pool.ole.id) == ()
    assert pool.ole.id not in pool.house.review(pool.dossier).authors
    sign_judged(pool.house, pool.dossier, sha256, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id)
    assert verify(pool.house.bundle(pool.dossier)).passed


def test_a_note_is_signed_as_it_was_shown(pool: Town) -> None:
    out(pool)
    sha256 = write(pool, DECIDED, COSTS)
    pool.house.note_correction(pool.dossier, NOTE, by=pool.ida.id)
    seen = pool.house.dossier(pool.dossier).head
    pool.house.note_correction(pool.dossier, "Etwas anderes.", by=pool.ida.id)
    with pytest.raises(Error, match="Something was added to the record meanwhile"):
        pool.house.sign_off(pool.dossier, sha256, by=pool.ole.id, seen=seen)
    assert len(pool.house.dossier(pool.dossier).sign_offs) == 1


def test_an_unchanged_text_needs_no_note_and_keeps_its_date(pool: Town) -> None:
    first = out(pool)
    pool.house.publish(pool.dossier, by=pool.ole.id, address="https://bote.example/anderswo")
    again = read_page(pool.house.page(pool.dossier))
    assert said_by(again)["dateModified"] == said_by(first)["dateModified"]
    assert said_by(again)["version"] == "2"
    pool.house.publish(pool.dossier, by=pool.ole.id)  # without an address: where it stands
    assert len(pool.house.dossier(pool.dossier).publications) == 2


@pytest.mark.parametrize("note", ["", "  \n ", "x" * 2001, "\0", "\ud800"])
def test_a_note_without_words_for_readers_is_refused(pool: Town, note: str) -> None:
    out(pool)
    with pytest.raises(Error):
        pool.house.note_correction(pool.dossier, note, by=pool.ida.id)
    assert pool.house.dossier(pool.dossier).corrections == ()


def test_what_is_not_published_cannot_be_corrected_withdrawn_or_continued(pool: Town) -> None:
    pool.prepare()
    with pytest.raises(Error, match="has not been published"):
        pool.house.note_correction(pool.dossier, NOTE, by=pool.ida.id)
    with pytest.raises(Error, match="has not been published"):
        withdraw(pool)
    with pytest.raises(Error, match="has not been published"):
        pool.house.open_dossier("Neues", "de", by=pool.ida.id, updates=pool.dossier)
    with pytest.raises(Error, match="There is no dossier"):
        pool.house.open_dossier("Neues", "de", by=pool.ida.id, updates="d-nirgends")
    with pytest.raises(Error, match="has not been published"):
        pool.house.delivery(pool.dossier)
    assert len(pool.house.dossiers()) == 1


def test_an_update_is_an_article_of_its_own_that_links_to_the_earlier_one(pool: Town) -> None:
    earlier = out(pool)
    update = pool.house.open_dossier("Das Bad, zweiter Tag", "de", by=pool.ida.id, updates=pool.dossier)
    assert update.updates == pool.dossier
    assert pool.house.continued_by(pool.dossier) == (update,)
    assert pool.house.continued_by(update.id) == ()
    second = Town(pool.folder, pool.house, pool.ida, pool.ole, pool.ute, update.id)
    sha256 = second.prepare(SUPPORTED)
    sign_judged(pool.house, update.id, sha256, by=pool.ole.id)
    pool.house.publish(update.id, by=pool.ole.id)

    page = read_page(pool.house.page(update.id))
    assert page.continues == (f"Dieser Artikel setzt einen früheren fort: {HEADLINE}", ADDRESS)
    assert said_by(page)["isBasedOn"] == {
        "@type": "NewsArticle",
        "@id": said_by(earlier)["@id"],
        "headline": HEADLINE,
        "url": ADDRESS,
    }
    assert said_by(page)["@id"] != said_by(earlier)["@id"]
    assert verify(pool.house.bundle(update.id)).passed

    withdraw(pool)
    sha256 = second.write(text(DECIDED, COSTS))
    pool.house.note_correction(update.id, NOTE, by=pool.ida.id)
    sign_judged(pool.house, update.id, sha256, by=pool.ole.id)
    pool.house.publish(update.id, by=pool.ole.id)
    # The headline of what was withdrawn is not repeated.
    assert HEADLINE not in read_page(pool.house.page(update.id)).continues[0]
    assert verify(pool.house.bundle(update.id)).passed
    with pytest.raises(Error, match="withdrawn"):
        pool.house.open_dossier("Noch eins", "de", by=pool.ida.id, updates=pool.dossier)


def test_an_embargo_is_set_moved_and_lifted_with_a_reason(pool: Town) -> None:
    sign_judged(pool.house, pool.dossier, pool.prepare(), by=pool.ole.id)
    house, dossier = pool.house, pool.dossier
    in_berlin = datetime(2026, 3, 6, 6, 0, tzinfo=timezone(timedelta(hours=1)))
    assert house.set_embargo(dossier, in_berlin, "Ministerium", by=pool.ute.id).event.until == (
        "2026-03-06T05:00:00.000000Z"
    )
    assert house.obstacles_to_publishing(dossier) == (Obstacle.EMBARGO,)
    assert house.sign_off_in_force(dossier) is not None  # it holds back, it changes nothing
    refusals = (
        (in_berlin, "Ministerium", "ends at this moment already"),
        (in_berlin.replace(tzinfo=None), "Ministerium", "needs a time zone"),
        (datetime(2026, 3, 1, tzinfo=UTC), "Ministerium", "is past"),
        (datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-9))), "", "beyond the calendar"),
        (in_berlin + timedelta(hours=1), " ", "reason is missing"),
    )
    for until, reason, why in refusals:
        with pytest.raises(Error, match=why):
            house.set_embargo(dossier, until, reason, by=pool.ute.id)
    house.set_embargo(dossier, in_berlin + timedelta(hours=1), "Verschoben", by=pool.ute.id)
    with pytest.raises(Error, match="reason is missing"):
        house.lift_embargo(dossier, "", by=pool.ute.id)
    house.lift_embargo(dossier, "Das Ministerium hat selbst veröffentlicht.", by=pool.ute.id)
    with pytest.raises(Error, match="no embargo to lift"):
        house.lift_embargo(dossier, "Noch einmal", by=pool.ute.id)
    assert [e.event.reason for e in house.dossier(dossier).embargoes] == [
        "Ministerium",
        "Verschoben",
        "Das Ministerium hat selbst veröffentlicht.",
    ]
    house.publish(dossier, by=pool.ole.id)
    assert verify(house.bundle(dossier)).passed


def test_an_embargo_holds_back_the_next_version_and_leaves_the_first_where_it_is(pool: Town) -> None:
    out(pool)
    pool.house.set_embargo(pool.dossier, datetime(2027, 1, 1, tzinfo=UTC), "Gericht", by=pool.ute.id)
    assert pool.house.obstacles_to_publishing(pool.dossier) == (Obstacle.EMBARGO,)
    assert pool.house.delivery(pool.dossier).files


def test_a_withdrawal_leaves_a_tombstone_in_every_form(pool: Town) -> None:
    out(pool)
    published = pool.house.delivery(pool.dossier)
    withdraw(pool)

    dossier = pool.house.dossier(pool.dossier)
    assert dossier.withdrawal is not None and dossier.withdrawal.event.version == 2
    assert [output.target for output in dossier.withdrawal.event.outputs] == [
        "newsml_g2",
        "ninjs",
        "ninjs_lower_case",
    ]
    delivery = pool.house.delivery(pool.dossier)
    assert delivery.files[0].name == f"{pool.dossier}.html"
    assert {file.name for file in delivery.files} | set(delivery.gone) == {
        file.name for file in published.files
    }
    for file in delivery.files:
        for words in (HEADLINE, DECIDED, SAID, "Roloff", "Mühlrieder Bote"):
            assert words.encode() not in file.raw, (file.name, words)
    tombstone = delivery.files[0].raw.decode()
    for words in ("Artikel zurückgezogen", "beruhte auf einer Verwechslung", "Ute Maas (Volontärin)"):
        assert words in tombstone
    assert ADDRESS in tombstone and '"creativeWorkStatus":"Withdrawn"' in tombstone
    assert "Es war ein anderes Bad." not in tombstone
    assert json.loads(pool.house.output(pool.dossier, "ninjs"))["pubStatus"] == "canceled"
    verification = verify(pool.house.bundle(pool.dossier), dossier.head)
    assert verification.passed and verification.key
    assert verify(pool.house.bundle(pool.dossier, 1)).passed


def test_nothing_comes_after_a_withdrawal(pool: Town) -> None:
    out(pool)
    withdraw(pool)
    sha256 = write(pool, DECIDED, COSTS)
    assert pool.house.obstacles_to_signing(pool.dossier, by=pool.ole.id) == (Obstacle.WITHDRAWN,)
    assert pool.house.obstacles_to_publishing(pool.dossier) == (Obstacle.WITHDRAWN,)
    later = datetime(2030, 1, 1, tzinfo=UTC)
    with pytest.raises(Refused):
        pool.house.sign_off(pool.dossier, sha256, by=pool.ole.id)
    with pytest.raises(Refused):
        pool.house.publish(pool.dossier, by=pool.ole.id)
    for act in (
        lambda: withdraw(pool),
        lambda: pool.house.note_correction(pool.dossier, NOTE, by=pool.ida.id),
        lambda: pool.house.set_embargo(pool.dossier, later, "Nein", by=pool.ida.id),
    ):
        with pytest.raises(Error, match="withdrawn"):
            act()


@pytest.mark.parametrize("missing", ["reason", *NOTES])
def test_a_withdrawal_needs_its_reason_and_all_three_notes(pool: Town, missing: str) -> None:
    out(pool)
    said = {"reason": "Es war ein anderes Bad.", **NOTES, missing: " "}
    with pytest.raises(Error, match="is missing"):
        pool.house.withdraw(pool.dossier, said.pop("reason"), by=pool.ute.id, **said)
    assert pool.house.dossier(pool.dossier).withdrawal is None


def test_whoever_wrote_it_can_take_it_back_alone(pool: Town) -> None:
    out(pool)
    pool.house.withdraw(pool.dossier, "Mein Fehler.", by=pool.ida.id, **NOTES)
    assert verify(pool.house.bundle(pool.dossier)).passed


def test_versions_are_kept_as_they_went_out(pool: Town) -> None:
    out(pool)
    first = {target: pool.house.output(pool.dossier, target) for target in FORMS}
    out(pool, DECIDED, COSTS, SAID, note=NOTE)
    withdraw(pool)
    for target in FORMS:
        assert pool.house.output(pool.dossier, target, 1) == first[target] != b""
        assert pool.house.output(pool.dossier, target, 2) != first[target]
    assert pool.house.output(pool.dossier, "c2pa") == b""
    for version in (4, -1):
        with pytest.raises(Error, match="no version"):
            pool.house.page(pool.dossier, version)
    with pytest.raises(Error, match="no target"):
        pool.house.output(pool.dossier, "fax")
    with Newsroom.open(pool.folder, create=False) as again:
        assert again.page(pool.dossier, 1) == pool.house.page(pool.dossier, 1)


# Delivering


def test_a_delivery_writes_every_file_and_can_be_repeated(pool: Town, tmp_path: Path) -> None:
    out(pool)
    delivery, folder = pool.house.delivery(pool.dossier), tmp_path / "web"
    folder.mkdir()
    paths = deliver(delivery, folder)
    assert [path.name for path in paths] == [file.name for file in delivery.files]
    assert paths[-1].name == f"{pool.dossier}.html"  # the page comes last
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        file.name: file.raw for file in delivery.files
    }
    paths[0].write_bytes(b"")
    deliver(delivery, folder)
    assert paths[0].read_bytes() == delivery.files[0].raw
    withdraw(pool)
    deliver(pool.house.delivery(pool.dossier), folder)
    assert not (folder / f"{pool.dossier}.html.c2pa").exists()
    assert verify((folder / f"{pool.dossier}.zip").read_bytes()).passed


def test_a_delivery_that_is_cut_short_shows_no_page_without_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = tuple(File(name=f"{number}.txt", raw=b"x" * number) for number in range(5))
    renamed: list[Path] = []
    really = os.replace

    class Killed(BaseException):
        """As a process that is killed between two files."""

    for allowed in range(5):
        folder = tmp_path / str(allowed)
        folder.mkdir()
        renamed.clear()

        def replaced(old: Path, new: Path, allowed: int = allowed) -> None:
            if len(renamed) == allowed:
                raise Killed
            renamed.append(new)
            really(old, new)

        with monkeypatch.context() as patched, pytest.raises(Killed):
            patched.setattr("os.replace", replaced)
            deliver(Delivery(files=files), folder)
        assert sorted(path.name for path in folder.iterdir()) == [file.name for file in files[:allowed]]
        deliver(Delivery(files=files), folder)
        assert sorted(path.name for path in folder.iterdir()) == [file.name for file in files]


def test_what_a_killed_delivery_left_is_cleared_away_later(tmp_path: Path) -> None:
    old, new = tmp_path / ".unfinished-alt", tmp_path / ".unfinished-neu"
    for folder in (old, new):
        folder.mkdir()
        (folder / "page.html").write_text("halb")
    os.utime(old, (0, 0))
    deliver(Delivery(files=(File(name="a.txt", raw=b"a"),)), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".unfinished-neu", "a.txt"]


def test_a_folder_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    (tmp_path / "web").write_text("eine Datei")
    with pytest.raises(Error, match="cannot be written to"):
        deliver(Delivery(files=(File(name="a.txt", raw=b"a"),)), tmp_path / "web")


def test_a_slow_delivery_brings_no_withdrawn_article_back(pool: Town, tmp_path: Path) -> None:
    sign_judged(pool.house, pool.dossier, pool.prepare(), by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id)
    folder = tmp_path / "web"
    folder.mkdir()
    has_read, may_go_on = Event(), Event()

    def slowly() -> Delivery:
        delivery = pool.house.delivery(pool.dossier)
        has_read.set()
        may_go_on.wait(5)
        return delivery

    slow = Thread(target=lambda: deliver_what_stands(slowly, folder))
    slow.start()
    has_read.wait(5)
    pool.house.withdraw(pool.dossier, "Stimmt nicht.", **NOTES, by=pool.ute.id)
    after = Thread(target=lambda: deliver_what_stands(lambda: pool.house.delivery(pool.dossier), folder))
    after.start()
    after.join(0.2)
    assert after.is_alive(), "it waits for the slow one"
    may_go_on.set()
    slow.join()
    after.join()
    page = folder / f"{pool.dossier}.html"
    assert page.read_bytes() == pool.house.page(pool.dossier)
    assert b"4,2 Millionen" not in page.read_bytes()


@pytest.mark.parametrize("lifted", [True, False])
def test_an_embargo_that_ends_earlier_than_signed_voids_the_signature(pool: Town, lifted: bool) -> None:
    house, dossier, soon = pool.house, pool.dossier, datetime(2026, 3, 5, 10, 30, tzinfo=UTC)
    content = pool.prepare()
    until = datetime(2027, 1, 1, tzinfo=UTC)
    house.set_embargo(dossier, until, "Ministerium", by=pool.ute.id)
    sign_judged(house, dossier, content, by=pool.ole.id)
    said = json.loads(read_envelope(house.statement(dossier)).payload)
    assert said["predicate"]["embargo"] == "2027-01-01T00:00:00.000000Z"
    house.set_embargo(dossier, until + timedelta(days=1), "Verschoben", by=pool.ida.id)
    assert house.sign_off_in_force(dossier) is not None, "later is no harm"
    if lifted:
        house.lift_embargo(dossier, "Egal.", by=pool.ida.id)
    else:
        house.set_embargo(dossier, soon, "Egal.", by=pool.ida.id)
    assert house.sign_off_in_force(dossier) is None
    with pytest.raises(Refused) as refused:
        house.publish(dossier, by=pool.ida.id)
    assert Obstacle.NOT_SIGNED in refused.value.obstacles
    if lifted:
        sign_judged(house, dossier, content, by=pool.ole.id)
        house.publish(dossier, by=pool.ida.id)
        assert verify(house.bundle(dossier)).passed


def test_the_verifier_sees_an_embargo_that_was_cut_short(pool: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    content = pool.prepare()
    pool.house.set_embargo(pool.dossier, datetime(2027, 1, 1, tzinfo=UTC), "Amt", by=pool.ute.id)
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    pool.house.lift_embargo(pool.dossier, "Egal.", by=pool.ida.id)
    with monkeypatch.context() as patched:  # as a newsroom could that was tampered with
        patched.setattr(signing, "embargo_cut_short", lambda *_: False)
        pool.house.publish(pool.dossier, by=pool.ida.id)
    failed = [step.name for step in verify(pool.house.bundle(pool.dossier)).steps if not step.passed]
    assert failed[0] == "signed_content"

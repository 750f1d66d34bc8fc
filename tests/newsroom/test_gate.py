"""The gate: nothing goes out without a valid sign-off of exactly these bytes, through no entrance and by no target."""

import multiprocessing
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from beleg.newsroom import going_out
from beleg.newsroom.house import Newsroom
from beleg.newsroom.refused import Refused
from beleg.newsroom.verification import verify
from beleg.publishing.article import Article
from beleg.publishing.bundle import unpack
from beleg.publishing.changes import Correction
from beleg.publishing.dsse import open_envelope, seal
from beleg.publishing.outputs import of_article
from beleg.publishing.release import Release
from beleg.publishing.statement import statement_of
from beleg.publishing.targets import atom, c2pa, newsml_g2, ninjs, ninjs_lower_case, page
from beleg.record.newsroom_key import NewsroomKey
from beleg.record.store import RecordStore, Role
from beleg.review.replay import replay
from beleg.terms.events import EmbargoSet, SignedOff
from beleg.terms.refusal import Error
from beleg.terms.revision import content_hash
from tests.cli.terminal import run
from tests.desk.conftest import Visit, serving
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import COSTS, DECIDED, SAID, SUPPORTED, Town, mail, text, town

NOTE = "In einer früheren Fassung standen falsche Kosten."
NOTES = {
    "note_newsroom": "Bitte nicht mehr verwenden.",
    "note_short": "Meldung zurückgezogen",
    "note_readers": "Wir haben den Artikel zurückgezogen.",
}
TARGETS = (page.render, ninjs.render, ninjs_lower_case.render, newsml_g2.render)
State = Callable[[Town], None]


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


def signed(pool: Town) -> None:
    """The text as Ole has signed it."""
    sign_judged(pool.house, pool.dossier, pool.prepare(), by=pool.ole.id)


def published(pool: Town) -> None:
    """The text as it has gone out."""
    signed(pool)
    pool.house.publish(pool.dossier, by=pool.ole.id)


def without_a_draft(pool: Town) -> None:
    """Nothing but a source."""


def unsigned(pool: Town) -> None:
    pool.prepare()


def unchecked(pool: Town) -> None:
    signed(pool)
    pool.house.save(pool.dossier, text(DECIDED, COSTS), by=pool.ida.id)


def edited_since(pool: Town) -> None:
    signed(pool)
    pool.write(text(DECIDED, SAID))


def edited_by_one_letter(pool: Town) -> None:
    signed(pool)
    pool.write(SUPPORTED.replace("Hallenbad Mühlried", "Hallenbad  Mühlried"))


def drafted_anew_by_the_machine(pool: Town) -> None:
    signed(pool)
    pool.house.draft(pool.dossier, by=pool.ute.id, sentences=2)
    pool.house.check(pool.dossier, by=pool.ute.id)


def source_taken_in_since(pool: Town) -> None:
    signed(pool)
    pool.house.take_in(pool.dossier, [mail()], by=pool.ute.id)
    pool.house.check(pool.dossier, by=pool.ute.id)


def signed_by_an_author(pool: Town) -> None:
    """The record says that who wrote the text signed it, with a statement under the newsroom's own key."""
    pool.prepare()
    forge_a_sign_off(pool, by=pool.ida.id)


def corrected_without_a_note(pool: Town) -> None:
    published(pool)
    pool.write(text(DECIDED, COSTS))


def note_changed_since(pool: Town) -> None:
    published(pool)
    content = pool.write(text(DECIDED, COSTS))
    pool.house.note_correction(pool.dossier, NOTE, by=pool.ida.id)
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    pool.house.note_correction(pool.dossier, "Es ging um etwas anderes.", by=pool.ida.id)


def note_signed_by_its_writer(pool: Town) -> None:
    published(pool)
    pool.write(text(DECIDED, COSTS))
    pool.house.note_correction(pool.dossier, NOTE, by=pool.ole.id)
    forge_a_sign_off(pool, by=pool.ole.id)


def under_embargo(pool: Town) -> None:
    signed(pool)
    pool.house.set_embargo(pool.dossier, datetime(2199, 1, 1, tzinfo=UTC), "Ministerium", by=pool.ute.id)


def withdrawn(pool: Town) -> None:
    published(pool)
    pool.house.withdraw(pool.dossier, "Verwechslung", by=pool.ute.id, **NOTES)


def forge_a_sign_off(pool: Town, *, by: str) -> None:
    """Write a sign-off past the rules, as somebody could who has the newsroom's folder and its key."""
    with RecordStore.open(pool.folder, create=False) as store, store.act() as act:
        before = replay(act.entries(pool.dossier))
        assert before.current is not None
        at, key = "2026-03-05T11:00:00.000000Z", act.key()
        said = statement_of(before, pool.house.accounts(), by=by, at=at, beleg="1")
        envelope = seal(said, public=key.public, sign=key.sign)
        event = SignedOff(number=before.current.number, content_sha256=before.current.content_sha256)
        act.append(pool.dossier, event, by=by, at=at, attach={Role.STATEMENT: envelope})


STATES: tuple[State, ...] = (
    without_a_draft,
    unsigned,
    unchecked,
    edited_since,
    edited_by_one_letter,
    drafted_anew_by_the_machine,
    source_taken_in_since,
    signed_by_an_author,
    corrected_without_a_note,
    note_changed_since,
    note_signed_by_its_writer,
    under_embargo,
    withdrawn,
)


@pytest.mark.parametrize("state", STATES)
def test_no_entrance_lets_it_out(pool: Town, state: State, tmp_path: Path) -> None:
    state(pool)
    before, out = pool.house.entries(pool.dossier), tmp_path / "web"

    with pytest.raises(Refused):
        pool.house.publish(pool.dossier, by=pool.ole.id, address="https://bote.example/bad")
    terminal = run(
        "publish", pool.dossier, "--to", out, "--newsroom", pool.folder, "--as", "ole", "--address", ""
    )
    with serving(pool.folder) as address:
        visit = Visit(address)
        with visit.client:
            form = visit.token("/sign-in")
            visit.client.post(
                "/sign-in", data={"token": form, "login": "ole", "password": "noch-ein-geheimnis"}
            )
            answer = visit.post(f"/dossiers/{pool.dossier}/publish", address="https://bote.example/bad")

    assert terminal.exit_code == 1
    assert answer.status_code == 409
    assert pool.house.entries(pool.dossier) == before
    assert not list(out.iterdir())


@pytest.mark.parametrize("state", STATES)
def test_no_target_takes_it_either(pool: Town, state: State) -> None:
    state(pool)
    house, dossier = pool.house, pool.house.dossier(pool.dossier)
    envelope = house.statement(pool.dossier) if dossier.sign_offs else b"{}"
    with RecordStore.open(pool.folder, create=False) as store, store.act() as act:
        public = act.key().public

    with pytest.raises(Error):
        going_out.release_of(
            dossier,
            house.accounts(),
            at="2026-03-06T10:00:00.000000Z",
            address="",
            sign_off=envelope,
            newsroom_key=public,
        )


@pytest.fixture
def release(pool: Town) -> Release:
    """A release of what Ole has signed."""
    signed(pool)
    with RecordStore.open(pool.folder, create=False) as store, store.act() as act:
        public = act.key().public
    return going_out.release_of(
        pool.house.dossier(pool.dossier),
        pool.house.accounts(),
        at="2026-03-06T10:00:00.000000Z",
        address="",
        sign_off=pool.house.statement(pool.dossier),
        newsroom_key=public,
    )


def with_other_words(article: Article) -> Article:
    content = article.content.replace("4,2", "2,4")
    return replace(
        article,
        content=content,
        disclosure=replace(article.disclosure, content_sha256=content_hash(content)),
    )


@pytest.mark.parametrize(
    "forged",
    [
        lambda article: replace(article, content=article.content.replace("4,2", "2,4")),
        with_other_words,
        lambda article: replace(article, dossier="d-0123456789abcdef"),
        lambda article: replace(article, signer=replace(article.signer, name="Anna Brandt")),
        lambda article: replace(article, signer=replace(article.signer, id="p-ein-anderer")),
        lambda article: replace(
            article, disclosure=replace(article.disclosure, signed_at="2026-03-05T00:00:00Z")
        ),
        lambda article: replace(
            article, corrections=(Correction(at="2026-03-06T10:00:00Z", note="Alles war richtig."),)
        ),
        lambda article: replace(article, embargoed_until="2199-01-01T00:00:00Z"),
    ],
)
def test_an_article_put_together_by_hand_is_none_of_a_release(
    release: Release, forged: Callable[[Article], Article]
) -> None:
    with pytest.raises(Error):
        replace(release, article=forged(release.article))


def test_an_envelope_put_together_by_hand_is_none_of_a_release(release: Release) -> None:
    own, said = NewsroomKey.make(), open_envelope(release.envelope, release.newsroom_key)
    for envelope in (
        b"",
        b"{}",
        release.envelope[:-1],
        release.envelope.replace(b'"sig":"', b'"sig":"A'),
        seal(said, public=own.public, sign=own.sign),
        seal(said, public=release.newsroom_key, sign=own.sign),
        seal(b"{}", public=release.newsroom_key, sign=own.sign),
    ):
        with pytest.raises(Error):
            replace(release, envelope=envelope)
    with pytest.raises(Error):
        replace(release, newsroom_key=own.public)


@pytest.mark.parametrize("position", range(0, 900, 60))
def test_an_envelope_with_one_other_byte_is_none_of_a_release(release: Release, position: int) -> None:
    changed = bytearray(release.envelope)
    changed[position % len(changed)] ^= 1
    with pytest.raises(Error):
        replace(release, envelope=bytes(changed))


def test_a_target_takes_nothing_but_a_release(release: Release) -> None:
    class Certificate:
        """Never asked for."""

        chain = algorithm = ""

        def sign(self, message: bytes) -> bytes:
            raise AssertionError

    for render in TARGETS:
        assert render(release)
        with pytest.raises(AttributeError):
            render(release.article)  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        c2pa.render(release.article, Certificate())  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        atom.render(
            atom.Feed(id="urn:x", title="Bote", founded="2026-01-01T00:00:00Z"),
            [release.article],  # type: ignore[list-item]
        )
    assert set(of_article(release)) == {"newsml_g2", "ninjs", "ninjs_lower_case"}


@pytest.mark.parametrize(
    "meddle",
    [
        "UPDATE events SET line = CAST(replace(line, 'saniert', 'verkauft') AS BLOB) WHERE dossier LIKE 'd-%'",
        "UPDATE events SET line = CAST(replace(line, '4,2 Mil', '2,4 Mil') AS BLOB) WHERE position = 3",
        "DELETE FROM events WHERE position = 4 AND dossier LIKE 'd-%'",
        "UPDATE blobs SET raw = CAST(replace(raw, 'in-toto', 'in-tota') AS BLOB) WHERE CAST(raw AS TEXT) LIKE '%in-toto%'",
        "DELETE FROM attachments WHERE role = 'statement'",
        "UPDATE accounts SET id = 'p-anders' WHERE login = 'ole'",
    ],
)
def test_a_row_changed_behind_the_newsroom_s_back_lets_nothing_out(pool: Town, meddle: str) -> None:
    signed(pool)
    pool.house.close()
    with sqlite3.connect(pool.folder / "record.sqlite") as connection:
        kept = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (trigger,) in connection.execute(kept).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        assert connection.execute(meddle).rowcount > 0

    with (
        Newsroom.open(pool.folder, create=False) as house,
        pytest.raises(Error),
    ):
        house.publish(pool.dossier, by=pool.ute.id)
    with sqlite3.connect(pool.folder / "record.sqlite") as connection:
        (gone,) = connection.execute("SELECT count(*) FROM attachments WHERE role = 'page'").fetchone()
    assert gone == 0


def test_a_sign_off_without_a_statement_or_with_another_s_lets_nothing_out(pool: Town) -> None:
    content = pool.prepare()
    event = SignedOff(number=1, content_sha256=content)
    own = NewsroomKey.make()
    at = "2026-03-05T11:00:00.000000Z"
    said = statement_of(
        pool.house.dossier(pool.dossier), pool.house.accounts(), by=pool.ole.id, at=at, beleg="1"
    )
    for attached in ({}, {Role.STATEMENT: seal(said, public=own.public, sign=own.sign)}):
        with RecordStore.open(pool.folder, create=False) as store, store.act() as act:
            act.append(pool.dossier, event, by=pool.ole.id, at=at, attach=attached)
        with pytest.raises(Error):
            pool.house.publish(pool.dossier, by=pool.ole.id)
    assert pool.house.dossier(pool.dossier).publications == ()


def test_an_embargo_slipped_in_behind_a_release_is_kept(pool: Town) -> None:
    signed(pool)
    with RecordStore.open(pool.folder, create=False) as store, store.act() as act:
        event = EmbargoSet(until="2199-01-01T00:00:00.000000Z", reason="Ministerium")
        act.append(pool.dossier, event, by=pool.ute.id, at="2026-03-05T11:00:00.000000Z")
    with pytest.raises(Refused):
        pool.house.publish(pool.dossier, by=pool.ole.id)


def test_what_went_out_is_what_was_signed_to_the_last_byte(pool: Town) -> None:
    published(pool)
    bundle = unpack(pool.house.bundle(pool.dossier))
    signed_hash = pool.house.dossier(pool.dossier).sign_offs[-1].event.content_sha256
    assert sha256(bundle.content).hexdigest() == signed_hash
    assert sha256(SUPPORTED.encode()).hexdigest() == signed_hash


def _publish(folder: Path, dossier: str, by: str, start: "multiprocessing.synchronize.Event") -> None:
    start.wait()
    with Newsroom.open(folder, create=False) as house, suppress(Refused):
        house.publish(dossier, by=by)


def _edit(folder: Path, dossier: str, by: str, start: "multiprocessing.synchronize.Event") -> None:
    start.wait()
    with Newsroom.open(folder, create=False) as house:
        house.save(dossier, text(DECIDED, SAID, COSTS), by=by)


@pytest.mark.parametrize("editing", [False, True])
def test_processes_that_race_let_out_only_what_was_signed(pool: Town, editing: bool) -> None:
    signed(pool)
    pool.house.close()
    processes = multiprocessing.get_context("spawn")
    start = processes.Event()
    acts = [_publish, _publish, _edit if editing else _publish]
    racing = [
        processes.Process(target=act, args=(pool.folder, pool.dossier, pool.ute.id, start)) for act in acts
    ]
    for process in racing:
        process.start()
    start.set()
    for process in racing:
        process.join(60)
        assert process.exitcode == 0

    with Newsroom.open(pool.folder, create=False) as house:
        dossier = house.dossier(pool.dossier)
        assert len(dossier.publications) == (1 if not editing else len(dossier.publications)) <= 1
        assert len(dossier.revisions) == 1 + editing
        for publication in dossier.publications:
            assert publication.event.content_sha256 == dossier.sign_offs[-1].event.content_sha256
            assert verify(house.bundle(pool.dossier)).passed


def test_an_embargo_ends_at_its_moment_and_not_before(pool: Town) -> None:
    signed(pool)
    end = datetime(2026, 3, 5, 18, 0, tzinfo=UTC)
    pool.house.set_embargo(pool.dossier, end, "Ministerium", by=pool.ute.id)
    with (
        Newsroom.open(pool.folder, create=False, clock=lambda: end - timedelta(microseconds=1)) as early,
        pytest.raises(Refused, match="embargo has not ended"),
    ):
        early.publish(pool.dossier, by=pool.ole.id)
    with Newsroom.open(pool.folder, create=False, clock=lambda: end) as late:
        late.publish(pool.dossier, by=pool.ole.id)
        assert verify(late.bundle(pool.dossier)).passed

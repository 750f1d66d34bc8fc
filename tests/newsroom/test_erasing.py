"""Erasing a person: the name leaves everything the newsroom keeps, and what is left still verifies."""

import sqlite3
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from beleg.newsroom import going_out, remaking
from beleg.newsroom.acting import Acting
from beleg.newsroom.house import Newsroom
from beleg.newsroom.verification import verify
from beleg.publishing import article, withdrawal_bundle
from beleg.publishing import bundle as bundles
from beleg.publishing.bundle import ErasureMembers, pack, unpack
from beleg.publishing.dsse import open_envelope, read_envelope
from beleg.publishing.members import people_in
from beleg.publishing.outputs import FORMS
from beleg.publishing.page_reading import read_page
from beleg.publishing.statement import read_statement
from beleg.publishing.targets.c2pa import Certificate
from beleg.record import database
from beleg.record.canonical import encode
from beleg.record.erasing import exchange
from beleg.record.founding import rotate
from beleg.record.keys import STREAM
from beleg.record.store import Act, Role
from beleg.review.authorship import text_authors
from beleg.terms.account import Account
from beleg.terms.events import NameErased
from beleg.terms.refusal import Error
from beleg.terms.review import SentenceState
from tests.newsroom.forgetting import forget_statements
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import COSTS, DECIDED, INVENTED, SAID, SUPPORTED, Clock, Town, text, town

NOTES = {"note_newsroom": "Bitte löschen.", "note_short": "Zurückgezogen.", "note_readers": "War falsch."}


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


def _published(pool: Town, content: str = SUPPORTED) -> None:
    """Ida writes, Ute confirms what is open, Ole signs, Ida publishes."""
    sha256 = pool.prepare(content)
    for each in pool.house.review(pool.dossier).sentences:
        if each.state in (SentenceState.OPEN, SentenceState.REOPENED):
            pool.house.confirm(pool.dossier, each.key, "Selbst gesehen.", by=pool.ute.id)
    sign_judged(pool.house, pool.dossier, sha256, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ida.id)


def _on_disk(folder: Path, name: str) -> list[str]:
    """The files of the newsroom that hold the name, be it plain or inside base64."""
    plain = name.encode()
    forms = [plain]
    for before in range(3):  # where the name begins within a group of three bytes
        coded = b64encode(b"\0" * before + plain)
        forms.append(coded[(before * 8 + 5) // 6 : (before + len(plain)) * 8 // 6])
    return sorted(path.name for path in folder.iterdir() if any(form in path.read_bytes() for form in forms))


def _erasures(pool: Town) -> list[NameErased]:
    events = (entry.event for entry in pool.house.entries(pool.dossier))
    return [event for event in events if isinstance(event, NameErased)]


def test_the_name_of_who_signed_leaves_everything_and_the_bundle_verifies(pool: Town) -> None:
    _published(pool)
    lines = [encode(entry) for entry in pool.house.entries(pool.dossier)]
    head = verify(pool.house.bundle(pool.dossier)).head
    assert _on_disk(pool.folder, "Ole Hansen") != []

    erased = pool.house.erase_account(pool.ole.id)

    assert erased.account == replace(erased.account, id=pool.ole.id, name="Chef vom Dienst", closed=True)
    assert (erased.remade, erased.still_named) == ((pool.dossier,), ())
    assert _on_disk(pool.folder, "Ole Hansen") == []
    assert _on_disk(pool.folder, "Ida Kroll") != []
    now = [encode(entry) for entry in pool.house.entries(pool.dossier)]
    assert now[:-1] == lines
    bundle = pool.house.bundle(pool.dossier)
    verification = verify(bundle, head)
    assert verification.passed, [step for step in verification.steps if not step.passed]
    assert {person.name for person in people_in(unpack(bundle).people)} == {"Ida Kroll", "Chef vom Dienst"}
    page = read_page(pool.house.page(pool.dossier))
    assert page.signer == "Chef vom Dienst"
    said = read_statement(read_envelope(pool.house.statement(pool.dossier)).payload)
    assert said.signer.name == "Chef vom Dienst"
    assert b"Ole Hansen" not in pool.house.feed("Bote")
    (event,) = _erasures(pool)
    assert (event.account, [each.position for each in event.remade]) == (pool.ole.id, [len(lines)])


def test_the_names_of_all_can_be_erased_one_after_another(pool: Town) -> None:
    _published(pool, text(DECIDED, COSTS, INVENTED))
    for person in (pool.ida, pool.ute, pool.ole):
        pool.house.erase_account(person.id)
        assert _on_disk(pool.folder, person.name) == []
        assert verify(pool.house.bundle(pool.dossier)).passed
    assert [event.account for event in _erasures(pool)] == [pool.ida.id, pool.ole.id]  # Ute is named nowhere
    assert "Von Redakteurin" in read_page(pool.house.page(pool.dossier)).byline
    said = read_statement(read_envelope(pool.house.statement(pool.dossier)).payload)
    assert said.functions[pool.ute.id] == "Volontärin"


def test_nobody_can_come_in_as_an_erased_person(pool: Town) -> None:
    pool.house.erase_account(pool.ole.id)
    assert pool.house.sign_in("ole", "noch-ein-geheimnis") is None
    login = pool.house.account(pool.ole.id).login
    assert pool.house.sign_in(login, "") is None
    with pytest.raises(Error, match="closed"):
        pool.house.open_dossier("Neu", "de", by=pool.ole.id)
    assert pool.house.sessions_after(pool.ole.id) > 0
    for change in (
        lambda: pool.house.rename_account(pool.ole.id, name="Ole Hansen"),
        lambda: pool.house.change_password(pool.ole.id, "noch-ein-geheimnis"),
    ):
        with pytest.raises(Error, match="erased for good"):
            change()
    pool.house.add_account("ole", "Ole Maas", "Redakteur", "wieder-ein-geheimnis")


def test_what_was_written_after_the_publication_does_not_get_into_the_bundle(pool: Town) -> None:
    _published(pool)
    record = unpack(pool.house.bundle(pool.dossier)).record
    pool.write(text(DECIDED, "Geheim bleibt, was noch keiner freigab."))
    pool.house.erase_account(pool.ole.id)
    bundle = pool.house.bundle(pool.dossier)
    assert unpack(bundle).record == record
    assert b"Geheim" not in bundle
    assert verify(bundle).passed


def test_every_version_is_made_anew(pool: Town) -> None:
    _published(pool)
    pool.house.note_correction(pool.dossier, "Die Kosten fehlten.", by=pool.ida.id)
    _published(pool, text(DECIDED, COSTS))
    pool.house.erase_account(pool.ole.id)
    assert _on_disk(pool.folder, "Ole Hansen") == []
    (event,) = _erasures(pool)
    assert len(event.remade) == 2
    for version in (1, 2):
        assert verify(pool.house.bundle(pool.dossier, version)).passed
        assert b"Chef vom Dienst" in pool.house.page(pool.dossier, version)


def test_who_withdrew_an_article_is_erased_from_its_tombstone(pool: Town) -> None:
    _published(pool)
    pool.house.withdraw(pool.dossier, "Stimmt nicht.", **NOTES, by=pool.ute.id)
    assert b"Ute Maas" in pool.house.page(pool.dossier)
    pool.house.erase_account(pool.ute.id)
    assert _on_disk(pool.folder, "Ute Maas") == []
    assert "Volontärin".encode() in pool.house.page(pool.dossier)
    assert verify(pool.house.bundle(pool.dossier)).passed
    assert verify(pool.house.bundle(pool.dossier, 1)).passed


def test_a_signature_that_has_not_gone_out_yet_loses_the_name_and_stays_in_force(pool: Town) -> None:
    sign_judged(pool.house, pool.dossier, pool.prepare(), by=pool.ole.id)
    pool.house.erase_account(pool.ole.id)
    assert _on_disk(pool.folder, "Ole Hansen") == []
    (event,) = _erasures(pool)
    assert event.remade == ()
    pool.house.publish(pool.dossier, by=pool.ida.id)
    assert verify(pool.house.bundle(pool.dossier)).passed
    assert b"Chef vom Dienst" in pool.house.page(pool.dossier)


def test_a_new_version_after_the_erasure_needs_none_of_it(pool: Town) -> None:
    _published(pool)
    pool.house.erase_account(pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ida.id, address="https://bote.example/bad")
    bundle = pool.house.bundle(pool.dossier)
    assert unpack(bundle).erasure is None
    assert verify(bundle).passed


def test_a_name_in_words_that_somebody_wrote_stays_and_is_told(pool: Town) -> None:
    content = text(DECIDED, COSTS, INVENTED)
    pool.prepare(content)
    for each in pool.house.review(pool.dossier).sentences:
        if each.state is SentenceState.OPEN:
            pool.house.confirm(pool.dossier, each.key, "Ole Hansen war dabei.", by=pool.ute.id)
    erased = pool.house.erase_account(pool.ole.id)
    assert (erased.remade, erased.still_named) == ((), (pool.dossier,))
    assert _erasures(pool) == []


def test_a_name_with_quotation_marks_is_found_in_words_too(pool: Town) -> None:
    nina = pool.house.add_account("nina", 'Anna "Nina" Roth', "Redakteurin", "passwort-lang")
    pool.house.save(pool.dossier, text(DECIDED, 'Anna "Nina" Roth war dabei.'), by=pool.ida.id)
    assert pool.house.erase_account(nina.id).still_named == (pool.dossier,)


def test_a_former_name_in_words_is_told_too_and_is_not_kept(pool: Town) -> None:
    pool.house.save(pool.dossier, text(DECIDED, "Edith Vogel war dabei."), by=pool.ida.id)
    edith = pool.house.add_account("edith", "Edith Vogel", "Redakteurin", "passwort-lang")
    for name in ("Edith Vogel-Brandt", "Edith Brandt", "Edith Vogel-Brandt"):
        pool.house.rename_account(edith.id, name=name)
    with sqlite3.connect(pool.folder / "record.sqlite") as connection:
        kept = connection.execute("SELECT name FROM former_names ORDER BY name").fetchall()
    assert kept == [("Edith Brandt",), ("Edith Vogel",), ("Edith Vogel-Brandt",)]
    assert pool.house.erase_account(edith.id).still_named == (pool.dossier,)
    assert _on_disk(pool.folder, "Edith Brandt") == []
    assert pool.house.erase_account(edith.id).still_named == ()


def test_others_are_named_as_they_were_when_it_went_out(pool: Town) -> None:
    _published(pool)
    pool.house.rename_account(pool.ida.id, name="Ida Kroll-Maas", function="Ressortleiterin")
    pool.house.erase_account(pool.ole.id)
    people = {person.id: person for person in people_in(unpack(pool.house.bundle(pool.dossier)).people)}
    assert people[pool.ida.id] == replace(pool.ida, login="")


def test_who_publishes_while_somebody_is_erased_waits_and_prints_no_name(
    pool: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_judged(pool.house, pool.dossier, pool.prepare(), by=pool.ole.id)
    publishing = Thread(target=lambda: pool.house.publish(pool.dossier, by=pool.ole.id))
    with Newsroom.open(pool.folder, create=False, clock=Clock()) as other, monkeypatch.context() as patched:
        make_anew = remaking.make_anew

        def meanwhile(act: Act, acting: Acting, person: Account, certificate: Certificate) -> bool:
            publishing.start()
            publishing.join(0.3)  # it waits for the record, which the erasure holds
            return make_anew(act, acting, person, certificate)

        patched.setattr(remaking, "make_anew", meanwhile)
        other.erase_account(pool.ida.id)
    publishing.join()
    assert b"Ida Kroll" not in pool.house.page(pool.dossier)
    assert _on_disk(pool.folder, "Ida Kroll") == []
    assert verify(pool.house.bundle(pool.dossier)).passed


def test_erasing_again_makes_anew_what_went_out_with_the_name_all_the_same(
    pool: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_judged(pool.house, pool.dossier, pool.prepare(), by=pool.ole.id)
    before = pool.house.accounts()
    pool.house.erase_account(pool.ida.id)
    with monkeypatch.context() as patched:  # as an older Beleg could
        patched.setattr(Acting, "people", lambda _: before)
        pool.house.publish(pool.dossier, by=pool.ole.id)
    assert b"Ida Kroll" in pool.house.page(pool.dossier)
    assert pool.house.erase_account(pool.ida.id).remade == (pool.dossier,)
    assert _on_disk(pool.folder, "Ida Kroll") == []
    assert verify(pool.house.bundle(pool.dossier)).passed
    assert pool.house.erase_account(pool.ida.id).remade == ()


def _published_by_an_earlier_rule(pool: Town) -> None:
    """Ida writes, Ole corrects a word, Ute signs, and the page names everybody who had a hand in the text."""
    pool.prepare(text(DECIDED, COSTS, SAID.replace("lange", "lang")))
    content = pool.write(SUPPORTED, by=pool.ole.id)
    sign_judged(pool.house, pool.dossier, content, by=pool.ute.id)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(article, "byline", text_authors)
        pool.house.publish(pool.dossier, by=pool.ute.id)
    assert b"Ole Hansen" in pool.house.page(pool.dossier)
    assert pool.ole.id not in article.named(pool.house.dossier(pool.dossier)), (
        "the rule of now names him nowhere"
    )


def _erased_from_what_went_out(pool: Town) -> None:
    for raw in (
        pool.house.page(pool.dossier),
        *(pool.house.output(pool.dossier, form.target) for form in FORMS),
        *(unpack(pool.house.bundle(pool.dossier)).people, pool.house.bundle(pool.dossier)),
    ):
        assert b"Ole Hansen" not in raw
    assert _on_disk(pool.folder, "Ole Hansen") == []
    assert b"Ida Kroll" in pool.house.page(pool.dossier)
    assert verify(pool.house.bundle(pool.dossier)).passed


def test_whom_a_page_names_by_an_earlier_rule_of_the_byline_is_erased_from_it(pool: Town) -> None:
    _published_by_an_earlier_rule(pool)
    erased = pool.house.erase_account(pool.ole.id)
    assert (erased.remade, erased.still_named) == ((pool.dossier,), ())
    _erased_from_what_went_out(pool)
    assert pool.house.erase_account(pool.ole.id).remade == ()


def test_where_a_bundle_cannot_be_read_any_more_the_names_on_the_page_count_former_ones_too(
    pool: Town,
) -> None:
    _published_by_an_earlier_rule(pool)
    pool.house.rename_account(pool.ole.id, name="Ole Hansen-Brandt")
    position = pool.house.dossier(pool.dossier).publications[-1].position
    with pool.house._store.act() as act:
        exchange(act, pool.dossier, position, Role.BUNDLE, b"of an older Beleg")
    assert pool.house.erase_account(pool.ole.id).remade == (pool.dossier,)
    _erased_from_what_went_out(pool)


def test_who_had_a_hand_in_a_text_and_is_named_nowhere_leaves_its_publication_as_it_is(pool: Town) -> None:
    pool.prepare(text(DECIDED, COSTS, SAID.replace("lange", "lang")))
    sign_judged(pool.house, pool.dossier, pool.write(SUPPORTED, by=pool.ole.id), by=pool.ute.id)
    pool.house.publish(pool.dossier, by=pool.ute.id)
    before = pool.house.bundle(pool.dossier)
    erased = pool.house.erase_account(pool.ole.id)
    assert (erased.remade, erased.still_named) == ((), ())
    assert pool.house.bundle(pool.dossier) == before


def test_erasing_again_only_sweeps_again(pool: Town) -> None:
    _published(pool)
    pool.house.erase_account(pool.ole.id)
    before = pool.house.entries(pool.dossier)
    again = pool.house.erase_account(pool.ole.id)
    assert (again.remade, again.still_named) == ((), ())
    assert pool.house.entries(pool.dossier) == before
    with pytest.raises(Error, match="no account"):
        pool.house.erase_account("p-0")


def test_who_reads_meanwhile_holds_up_the_sweeping_and_not_the_erasing(
    pool: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    _published(pool)
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    reader = sqlite3.connect(pool.folder / database.FILE, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM events").fetchone()
    with (
        Newsroom.open(pool.folder, create=False) as hurried,
        pytest.raises(Error, match=f"erase {pool.ole.id} again to overwrite"),
    ):
        hurried.erase_account(pool.ole.id)
    reader.close()
    assert pool.house.account(pool.ole.id).name == "Chef vom Dienst"
    pool.house.erase_account(pool.ole.id)
    assert _on_disk(pool.folder, "Ole Hansen") == []


def test_an_erasure_that_fails_in_the_middle_changes_nothing(
    pool: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    _published(pool)
    before, bundle = pool.house.entries(pool.dossier), pool.house.bundle(pool.dossier)

    def broken(*_: object, **__: object) -> bytes:
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(going_out, "bundle_after", broken)
        with pytest.raises(MemoryError):
            pool.house.erase_account(pool.ole.id)
    assert pool.house.account(pool.ole.id) == pool.ole
    assert pool.house.entries(pool.dossier) == before
    assert pool.house.bundle(pool.dossier) == bundle


def test_a_publication_is_made_anew_under_the_key_that_counts_now(pool: Town) -> None:
    _published(pool)
    new = rotate(pool.house._store, by=pool.ute.id, at="2026-03-06T10:00:00.000000Z")
    pool.house.erase_account(pool.ole.id)
    assert open_envelope(pool.house.statement(pool.dossier), new.public)
    assert verify(pool.house.bundle(pool.dossier)).passed


def test_a_sign_off_without_a_statement_gets_one_when_its_publication_is_made_anew(pool: Town) -> None:
    _published(pool)
    forget_statements(pool.folder)
    pool.house.erase_account(pool.ida.id)
    assert _on_disk(pool.folder, "Ida Kroll") == []
    assert verify(pool.house.bundle(pool.dossier)).passed
    assert (
        read_statement(read_envelope(pool.house.statement(pool.dossier)).payload).signer.name == "Ole Hansen"
    )


# What a bundle made anew has to show


def _failed(bundle: bytes) -> list[str]:
    return [step.name for step in verify(bundle).steps if not step.passed and step.reached]


def test_a_bundle_made_anew_does_not_verify_without_what_tells_of_it(pool: Town) -> None:
    _published(pool)
    first = pool.house.bundle(pool.dossier)
    pool.house.erase_account(pool.ole.id)
    parts = unpack(pool.house.bundle(pool.dossier))
    assert parts.erasure is not None
    assert "page_hash" in _failed(pack(replace(parts, erasure=None)))
    other = ErasureMembers(entry=parts.record[-1], proof=parts.log.proof)
    assert "erasure" in _failed(pack(replace(parts, erasure=other)))
    stolen = replace(parts.erasure, proof=parts.log.proof)
    assert "erasure" in _failed(pack(replace(parts, erasure=stolen)))
    named_again = parts.people.replace(b'"name":"Chef vom Dienst"', b'"name":"Ole Hansen"')
    assert named_again != parts.people
    assert "erasure" in _failed(pack(replace(parts, people=named_again)))
    with_the_old_page = pack(replace(parts, page=unpack(first).page))
    assert "page_hash" in _failed(with_the_old_page)


def test_an_erasure_of_another_dossier_or_publication_does_not_count(pool: Town) -> None:
    _published(pool)
    pool.house.note_correction(pool.dossier, "Die Kosten fehlten.", by=pool.ida.id)
    _published(pool, text(DECIDED, COSTS))
    second = unpack(pool.house.bundle(pool.dossier))
    pool.house.erase_account(pool.ida.id)
    erasure = unpack(pool.house.bundle(pool.dossier, 1)).erasure
    assert erasure is not None
    assert "page_hash" in _failed(pack(replace(second, erasure=erasure)))
    entries = pool.house.entries(pool.dossier)
    only_first = replace(_erasures(pool)[0], remade=_erasures(pool)[0].remade[:1])
    told = encode(replace(entries[-1], event=only_first))
    assert "erasure" in _failed(pack(replace(second, erasure=replace(erasure, entry=told))))


def test_one_of_the_two_members_alone_is_no_bundle(pool: Town) -> None:
    _published(pool)
    pool.house.erase_account(pool.ole.id)
    parts = unpack(pool.house.bundle(pool.dossier))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(bundles, "erasure_written", lambda erasure: {bundles.ERASURE: erasure.entry})
        half = pack(parts)
    assert _failed(half) == ["members"]


def test_a_tombstone_made_anew_does_not_verify_without_what_tells_of_it(pool: Town) -> None:
    _published(pool)
    pool.house.withdraw(pool.dossier, "Stimmt nicht.", **NOTES, by=pool.ute.id)
    pool.house.erase_account(pool.ute.id)
    parts = withdrawal_bundle.unpack(pool.house.bundle(pool.dossier))
    assert parts.erasure is not None
    assert _failed(withdrawal_bundle.pack(replace(parts, erasure=None))) == ["outputs", "tombstone"]


def test_the_newsrooms_own_stream_is_no_dossier_that_is_made_anew(pool: Town) -> None:
    rotate(pool.house._store, by=pool.ole.id, at="2026-03-06T10:00:00.000000Z")
    assert pool.house.erase_account(pool.ole.id).remade == ()
    assert len(pool.house._store.entries(STREAM)) == 2

"""The statement that comes with a sign-off: where it is kept, and what it has to agree with."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from beleg import __version__
from beleg.newsroom.verification_statement import statement_trouble
from beleg.publishing.dsse import open_envelope, seal
from beleg.publishing.statement import read_statement
from beleg.record.newsroom_key import FILE, NewsroomKey
from beleg.terms.refusal import Error
from beleg.terms.review import SentenceState
from tests.newsroom.forgetting import forget_statements
from tests.newsroom.judged import judge_all, sign_judged
from tests.newsroom.town import COSTS, DECIDED, INVENTED, SUPPORTED, Town, report, text, town


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


def _confirm(pool: Town, by: str) -> None:
    judge_all(pool.house, pool.dossier, by=by)
    for sentence in pool.house.review(pool.dossier).sentences:
        if sentence.state in (SentenceState.OPEN, SentenceState.REOPENED):
            pool.house.confirm(pool.dossier, sentence.key, "Selbst gesehen.", by=by)


def _signed(pool: Town) -> NewsroomKey:
    """Have Ole sign a text with a sentence that Ute confirmed."""
    content = pool.prepare(text(DECIDED, COSTS, INVENTED))
    _confirm(pool, pool.ute.id)
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    return NewsroomKey.read(pool.folder / FILE)


def test_a_sign_off_comes_with_a_statement_signed_by_the_newsroom(pool: Town) -> None:
    key = _signed(pool)
    said = read_statement(open_envelope(pool.house.statement(pool.dossier), key.public))
    signature = pool.house.dossier(pool.dossier).sign_offs[-1]
    assert said.signer == replace(pool.ole, login="")
    assert (said.content_sha256, said.revision) == (signature.event.content_sha256, signature.event.number)
    assert (said.signed_at, said.beleg) == (signature.at, __version__)
    assert said.functions == {pool.ole.id: "Chef vom Dienst", pool.ute.id: "Volontärin"}


def test_it_agrees_with_the_record(pool: Town) -> None:
    key = _signed(pool)
    entries, people = pool.house.entries(pool.dossier), pool.house.accounts()
    assert statement_trouble(pool.house.statement(pool.dossier), key.public, entries, people) == ""
    pool.house.publish(pool.dossier, by=pool.ole.id)
    entries = pool.house.entries(pool.dossier)
    assert statement_trouble(pool.house.statement(pool.dossier), key.public, entries, people) == ""


def test_a_statement_that_does_not_fit_is_told_from_one_that_does(pool: Town) -> None:
    key = _signed(pool)
    entries, people = pool.house.entries(pool.dossier), pool.house.accounts()
    envelope = pool.house.statement(pool.dossier)
    payload = open_envelope(envelope, key.public)

    def resealed(old: str, new: str) -> str:
        assert old.encode() in payload
        changed = seal(payload.replace(old.encode(), new.encode()), public=key.public, sign=key.sign)
        return statement_trouble(changed, key.public, entries, people)

    assert "follows from the record" in resealed("Selbst gesehen.", "Nie gesehen.")
    assert "follows from the record" in resealed('"looked_at":', '"looked_over":')
    assert "follows from the record" in resealed('"revision":1', '"revision":2')
    assert "another name or function" in resealed("Ole Hansen", "Ole Hanssen")
    assert "another name or function" in resealed("Chef vom Dienst", "Chefredakteur")
    assert "another signer" in resealed(pool.ole.id, pool.ida.id)
    assert "no statement" in resealed(f'"{pool.ute.id}"', f'"{pool.ida.id}"')
    assert "cannot be read" in resealed("{", "[")
    other = NewsroomKey.make()
    assert "another key" in statement_trouble(envelope, other.public, entries, people)
    assert "another name or function" in statement_trouble(envelope, key.public, entries, [pool.ida])
    assert statement_trouble(envelope, key.public, entries[:3], people) == "nobody signed"


def test_every_signature_has_its_own_statement(pool: Town) -> None:
    _signed(pool)
    first = pool.house.statement(pool.dossier)
    content = pool.write(SUPPORTED)
    _confirm(pool, pool.ute.id)
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    assert pool.house.statement(pool.dossier) != first


def test_without_a_signature_there_is_no_statement(pool: Town) -> None:
    pool.prepare()
    with pytest.raises(Error, match="Das Hallenbad: nobody has signed it"):
        pool.house.statement(pool.dossier)


def test_a_key_that_others_can_read_signs_nothing(pool: Town) -> None:
    content = pool.prepare()
    judge_all(pool.house, pool.dossier, by=pool.ole.id)
    NewsroomKey.make().write(pool.folder / FILE)
    (pool.folder / FILE).chmod(0o644)
    with pytest.raises(Error, match="set its mode to 600"):
        pool.house.sign_off(pool.dossier, content, by=pool.ole.id)
    assert pool.house.dossier(pool.dossier).sign_offs == ()


def test_what_an_older_beleg_signed_has_to_be_signed_again(pool: Town) -> None:
    content = pool.prepare()
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    forget_statements(pool.folder)
    for act in (pool.house.statement, lambda dossier: pool.house.publish(dossier, by=pool.ole.id)):
        with pytest.raises(Error, match="signed before Beleg made statements of sign-offs; sign it again"):
            act(pool.dossier)
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    assert pool.house.publish(pool.dossier, by=pool.ole.id).event.content_sha256 == content


def test_a_machines_draft_after_the_signature_voids_it(pool: Town) -> None:
    content = pool.prepare()
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    pool.house.draft(pool.dossier, by=pool.ute.id, sentences=2)
    assert pool.house.sign_off_in_force(pool.dossier) is None
    pool.write(SUPPORTED)
    assert pool.house.sign_off_in_force(pool.dossier) is not None
    pool.house.take_in(pool.dossier, [report("Das Bad bleibt zu.", "nachtrag.txt")], by=pool.ida.id)
    assert pool.house.sign_off_in_force(pool.dossier) is None

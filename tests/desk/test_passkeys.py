"""Signing with a passkey: what it takes, and what does not do."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from beleg.newsroom.example import AUTHOR, EDITOR
from beleg.newsroom.house import Newsroom
from beleg.newsroom.passkeys import LASTS, MOST, Place, ToSign
from beleg.terms.account import Account
from beleg.terms.identification import Identification
from beleg.terms.refusal import Error
from beleg.terms.source import Source
from tests.desk.authenticator import Authenticator
from tests.desk.conftest import Desk, Visit, field
from tests.desk.test_identifying import signed_off
from tests.desk.test_signing_off import clean, signs, writes

__all__ = ["clean", "signs", "writes"]


@pytest.fixture
def named(clean: Desk) -> Desk:
    """The same desk under a name instead of an IP address."""
    return Desk(clean.address.replace("127.0.0.1", "localhost"), clean.folder, clean.dossier)


@pytest.fixture
def jonas(named: Desk) -> Iterator[Visit]:
    """Who can sign, at the desk's name."""
    visit = Visit(named.address)
    with visit.client:
        yield visit.sign_in(EDITOR)


@pytest.fixture
def passkey(named: Desk, jonas: Visit) -> Authenticator:
    """A passkey of Jonas."""
    made = Authenticator(named.address)
    assert add(jonas, made).headers["location"] == "/account?said=passkey-added"
    return made


def add(who: Visit, passkey: Authenticator, name: str = "Telefon") -> httpx.Response:
    asked = who.post("/account/passkeys/question", password=who.password).json()
    return who.post("/account/passkeys", passkey=passkey.create(asked), name=name)


def shown(desk: Desk, who: Visit) -> dict[str, str]:
    html = who.get(desk.path("/sign-off")).text
    return {name: field(html, name) for name in ("content_sha256", "record_head")}


def asked(desk: Desk, who: Visit, **other: str) -> dict[str, Any]:
    fields = {**shown(desk, who), **other}
    answer = who.post(desk.path("/sign-off/question"), "/", None, **fields)
    found: dict[str, Any] = answer.json()
    return found


def sign(desk: Desk, who: Visit, answer: str, **other: str) -> httpx.Response:
    fields = {**shown(desk, who), "password": "", **other}
    return who.post(desk.path("/sign-off"), "/", None, passkey=answer, **fields)


def test_a_passkey_signs_in_place_of_the_password(named: Desk, jonas: Visit, passkey: Authenticator) -> None:
    question = asked(named, jonas)
    assert question["rpId"] == "localhost" and question["userVerification"] == "required"
    assert len(question["challenge"]) == 43
    assert sign(named, jonas, passkey.get(question)).status_code == 303
    (event,) = signed_off(named)
    assert event.identified_by is Identification.PASSKEY
    assert "signed, with a passkey" in jonas.get(named.path("/record")).text
    assert "not yet" not in jonas.get("/account").text


def _elsewhere(passkey: Authenticator) -> None:
    passkey.origin = "http://localhost.example:8470"


def _at_another_port(passkey: Authenticator) -> None:
    passkey.origin = "http://localhost:1"


def _for_another_name(passkey: Authenticator) -> None:
    passkey.name = "elsewhere.example"


def _without_verifying(passkey: Authenticator) -> None:
    passkey.verified = False


def _with_another_key(passkey: Authenticator) -> None:
    passkey.key = Authenticator("").key


def _that_is_unknown(passkey: Authenticator) -> None:
    passkey.id = b"ein anderer"


@pytest.mark.parametrize(
    ("lie", "why"),
    [
        (_elsewhere, "does not hold"),
        (_at_another_port, "does not hold"),
        (_for_another_name, "does not hold"),
        (_without_verifying, "does not hold"),
        (_with_another_key, "does not hold"),
        (_that_is_unknown, "none of this account"),
    ],
)
def test_what_another_key_or_place_answers_signs_nothing(
    named: Desk, jonas: Visit, passkey: Authenticator, lie: Callable[[Authenticator], None], why: str
) -> None:
    question = asked(named, jonas)
    lie(passkey)
    answer = sign(named, jonas, passkey.get(question))
    assert answer.status_code == 403 and why in answer.text and "Nothing was signed." in answer.text
    assert signed_off(named) == []


def test_an_answer_is_good_once(named: Desk, jonas: Visit, passkey: Authenticator) -> None:
    question = asked(named, jonas)
    _for_another_name(passkey)
    assert sign(named, jonas, passkey.get(question)).status_code == 403
    passkey.name = "localhost"
    # A wrong answer uses the question up like a right one.
    again = sign(named, jonas, passkey.get(question))
    assert again.status_code == 403 and "to another question" in again.text
    assert signed_off(named) == []
    answer = passkey.get(asked(named, jonas))
    assert sign(named, jonas, answer).status_code == 303
    with Newsroom.open(named.folder) as newsroom:
        by = newsroom.accounts()[1].id
        newsroom.take_in(named.dossier, [Source(text="Die Fähre fährt stündlich.", title="Fahrplan")], by=by)
        newsroom.check(named.dossier, by=by)
    assert sign(named, jonas, answer).status_code == 403
    assert len(signed_off(named)) == 1


def test_an_answer_is_good_for_this_text_in_this_session(
    named: Desk, jonas: Visit, passkey: Authenticator
) -> None:
    with Newsroom.open(named.folder) as newsroom:
        account = next(each for each in newsroom.accounts() if each.login == EDITOR.login)
        place = Place(origin=named.address, name="localhost", session="eine andere Sitzung")
        for what in (
            ToSign(dossier="d-x", content_sha256=shown(named, jonas)["content_sha256"], record_head=""),
            ToSign(dossier=named.dossier, content_sha256="0" * 64, record_head=""),
            ToSign(dossier=named.dossier, **shown(named, jonas)),  # this, but in another session
        ):
            question = json.loads(newsroom.passkeys.ask_to_sign(account, place, what))
            answer = sign(named, jonas, passkey.get(question))
            assert answer.status_code == 403 and "to another question" in answer.text
    question = jonas.post("/account/passkeys/question", password=EDITOR.password).json()
    assert sign(named, jonas, passkey.get(question)).status_code == 403
    assert signed_off(named) == []


def test_a_question_about_what_was_not_shown_is_not_asked(
    named: Desk, jonas: Visit, passkey: Authenticator, writes: Visit
) -> None:
    for other in ({"content_sha256": "0" * 64}, {"record_head": "0" * 64}):
        assert "reload the page" in asked(named, jonas, **other)["refusal"]
    # Who cannot sign is asked nothing.
    author = Visit(named.address)
    with author.client:
        author.sign_in(AUTHOR)
        assert "reload the page" in author.post(named.path("/sign-off/question")).json()["refusal"]
    at_an_ip_address = writes.post(named.path("/sign-off/question"))
    assert "IP address" in at_an_ip_address.json()["refusal"]


def test_a_counter_that_stands_still_tells_of_a_copy(
    named: Desk, jonas: Visit, passkey: Authenticator
) -> None:
    assert sign(named, jonas, passkey.get(asked(named, jonas))).status_code == 303
    with Newsroom.open(named.folder) as newsroom:
        by = newsroom.accounts()[1].id
        newsroom.take_in(named.dossier, [Source(text="Die Fähre fährt stündlich.", title="Fahrplan")], by=by)
        newsroom.check(named.dossier, by=by)
    passkey.uses = 0
    answer = sign(named, jonas, passkey.get(asked(named, jonas)))
    assert answer.status_code == 403 and "may have been copied" in answer.text
    assert len(signed_off(named)) == 1


def test_a_removed_passkey_signs_nothing(named: Desk, jonas: Visit, passkey: Authenticator) -> None:
    question = asked(named, jonas)
    with Newsroom.open(named.folder) as newsroom:
        account = next(each for each in newsroom.accounts() if each.login == EDITOR.login)
        (kept,) = newsroom.passkeys.of(account.id)
    removed = jonas.post(f"/account/passkeys/{kept.id}/removal")
    assert removed.headers["location"] == "/account?said=passkey-removed"
    assert "You have none yet" in jonas.get("/account").text
    answer = sign(named, jonas, passkey.get(question))
    assert answer.status_code == 403 and "was removed" in answer.text
    assert "no passkey" in asked(named, jonas)["refusal"]
    assert signed_off(named) == []


def test_somebody_else_s_passkey_is_out_of_reach(named: Desk, jonas: Visit, passkey: Authenticator) -> None:
    with Newsroom.open(named.folder) as newsroom:
        accounts = {each.login: each for each in newsroom.accounts()}
        (kept,) = newsroom.passkeys.of(accounts[EDITOR.login].id)
    author = Visit(named.address)
    with author.client:
        author.sign_in(AUTHOR)
        assert author.post(f"/account/passkeys/{kept.id}/removal").status_code == 422
        refused = author.post(f"/account/passkeys/{kept.id}/name", name="Meiner")
        assert refused.status_code == 422 and "This account has no such passkey." in refused.text
        taken = add(author, passkey)
        assert taken.status_code == 422 and "known here already" in taken.text
    with Newsroom.open(named.folder) as newsroom:
        assert [one.name for one in newsroom.passkeys.of(accounts[EDITOR.login].id)] == ["Telefon"]


def test_adding_one_takes_the_password_and_an_owner_who_was_verified(named: Desk, jonas: Visit) -> None:
    for password, status in (("geraten", 403), ("", 422)):
        refused = jonas.post("/account/passkeys/question", password=password)
        assert refused.status_code == status and refused.json()["refusal"]
    made = Authenticator(named.address, verified=False)
    refused = add(jonas, made)
    assert refused.status_code == 422 and "it was not kept" in refused.text
    made.verified = True
    question = jonas.post("/account/passkeys/question", password=EDITOR.password).json()
    assert question["authenticatorSelection"]["userVerification"] == "required"
    unnamed = jonas.post("/account/passkeys", passkey=made.create(question), name=" ")
    assert unnamed.status_code == 422 and "must have 1 to 100 characters" in unnamed.text
    for nonsense in (
        "",
        "{}",
        "[]",
        "nicht doch",
        '{"id":"x","rawId":"x","response":{},"type":"public-key"}',
    ):
        refused = jonas.post("/account/passkeys", passkey=nonsense, name="Telefon")
        assert refused.status_code == 422 and "cannot be read" in refused.text
        refused = sign(named, jonas, nonsense or "x")
        assert refused.status_code == 403 and "cannot be read" in refused.text
    assert "You have none yet" in jonas.get("/account").text


def test_a_passkey_is_renamed(named: Desk, jonas: Visit, passkey: Authenticator) -> None:
    with Newsroom.open(named.folder) as newsroom:
        account = next(each for each in newsroom.accounts() if each.login == EDITOR.login)
        (kept,) = newsroom.passkeys.of(account.id)
    renamed = jonas.post(f"/account/passkeys/{kept.id}/name", name="  Schlüssel <am> Bund ")
    assert renamed.headers["location"] == "/account?said=passkey-renamed"
    assert 'value="Schlüssel &lt;am&gt; Bund"' in jonas.get("/account").text


def test_at_an_ip_address_the_page_says_where_passkeys_work(clean: Desk, signs: Visit) -> None:
    html = signs.get("/account").text
    port = clean.address.rpartition(":")[2]
    assert f'<a href="http://localhost:{port}/account">' in html and "data-island" not in html
    assert signs.post("/account/passkeys/question", password=EDITOR.password).status_code == 422
    assert signs.post("/account/passkeys", passkey="x", name="x").status_code == 422
    refused = sign(clean, signs, "x")
    assert refused.status_code == 422 and "do not work at an IP address" in refused.text


@pytest.fixture
def person(tmp_path: Path) -> Iterator[tuple[Newsroom, Account, list[datetime]]]:
    """A newsroom with a clock that can be moved, and somebody in it."""
    now = [datetime(2026, 3, 5, tzinfo=UTC)]
    with Newsroom.open(tmp_path / "newsroom", clock=lambda: now[0]) as newsroom:
        yield newsroom, newsroom.add_account("ole", "Ole Behn", "Redakteur", "noch-ein-geheimnis"), now


HERE = Place(origin="http://localhost:1", name="localhost", session="s")


def test_an_answer_that_comes_too_late_is_none(person: tuple[Newsroom, Account, list[datetime]]) -> None:
    newsroom, ole, now = person
    made = Authenticator(HERE.origin)
    question = json.loads(newsroom.passkeys.ask_to_add(ole, HERE))
    now[0] += timedelta(seconds=LASTS)
    with pytest.raises(Error, match="too late"):
        newsroom.passkeys.add(ole, HERE, made.create(question), "Telefon")
    newsroom.passkeys.add(ole, HERE, made.create(json.loads(newsroom.passkeys.ask_to_add(ole, HERE))), "T")
    # What nobody answered is forgotten.
    now[0] += timedelta(seconds=LASTS)
    newsroom.passkeys.ask_to_add(ole, HERE)
    newsroom.close()


def test_passkeys_go_with_the_account(
    person: tuple[Newsroom, Account, list[datetime]], tmp_path: Path
) -> None:
    newsroom, ole, _ = person
    ida = newsroom.add_account("ida", "Ida Brandt", "Redakteurin", "noch-ein-geheimnis")
    for number, account in enumerate((ole, ida)):
        made = Authenticator(HERE.origin, id=bytes([number]) * 16)
        newsroom.passkeys.add(
            account,
            HERE,
            made.create(json.loads(newsroom.passkeys.ask_to_add(account, HERE))),
            "Telefon von mir",
        )
        newsroom.passkeys.ask_to_add(account, HERE)
    newsroom.close_account(ole.id)
    newsroom.erase_account(ida.id)
    assert newsroom.passkeys.of(ole.id) == newsroom.passkeys.of(ida.id) == ()
    with pytest.raises(Error, match="closed"):
        newsroom.passkeys.ask_to_add(newsroom.account(ole.id), HERE)
    with sqlite3.connect(tmp_path / "newsroom" / "record.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM passkey_questions").fetchone() == (0,)
    assert b"Telefon von mir" not in (tmp_path / "newsroom" / "record.sqlite").read_bytes()


def test_there_is_an_end_to_passkeys(person: tuple[Newsroom, Account, list[datetime]]) -> None:
    newsroom, ole, _ = person
    for number in range(MOST):
        made = Authenticator(HERE.origin, id=bytes([number]) * 16)
        newsroom.passkeys.add(
            ole, HERE, made.create(json.loads(newsroom.passkeys.ask_to_add(ole, HERE))), f"Nr. {number}"
        )
    with pytest.raises(Error, match="which is the limit"):
        newsroom.passkeys.ask_to_add(ole, HERE)
    assert len(newsroom.passkeys.of(ole.id)) == MOST

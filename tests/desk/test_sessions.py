"""Sessions, their secret, and how often somebody may try to sign in."""

import stat
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.desk.attempts import PER_HOST, PER_LOGIN, WINDOW, Attempts
from beleg.desk.sessions import LASTS, LONGEST, Sessions, kept_secret


def test_a_sealed_session_opens_again_and_only_with_the_secret() -> None:
    sessions = Sessions(b"a" * 32)
    session = sessions.signed_in(sessions.fresh("en"), "p-1")
    assert (session.account, session.language) == ("p-1", "en")
    assert sessions.open(sessions.seal(session)) == session
    assert Sessions(b"b" * 32).open(sessions.seal(session)) is None


@given(st.text(max_size=60))
def test_nothing_made_up_is_a_session(cookie: str) -> None:
    assert Sessions(b"a" * 32).open(cookie) is None


def test_signing_in_makes_a_new_session() -> None:
    sessions = Sessions(b"a" * 32)
    before = sessions.fresh()
    after = sessions.signed_in(before, "p-1")
    assert after.token != before.token
    assert after.allows(after.token)
    assert not after.allows(before.token)


def test_a_session_that_is_renewed_again_and_again_is_over_all_the_same() -> None:
    now = datetime.now(UTC)
    moments = [now]
    sessions = Sessions(b"a" * 32, lambda: moments[-1])
    session = sessions.signed_in(sessions.fresh(), "p-1")
    for seconds in (0, LONGEST // 2, LONGEST - 1):
        moments.append(now + timedelta(seconds=seconds))
        assert sessions.open(sessions.seal(session.in_language("de"))) == session.in_language("de")
    moments.append(now + timedelta(seconds=LONGEST))
    assert sessions.open(sessions.seal(session)) is None


def test_a_cookie_that_is_not_renewed_is_worth_nothing_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = Sessions(b"a" * 32)
    cookie = sessions.seal(sessions.fresh())
    assert sessions.open(cookie) is not None
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + LASTS + 2)
    assert sessions.open(cookie) is None


def test_the_secret_is_kept_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    secret = kept_secret(tmp_path / "newsroom")
    assert len(secret) == 32
    assert kept_secret(tmp_path / "newsroom") == secret
    (file,) = (tmp_path / "newsroom").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_after_several_failures_a_name_has_to_wait() -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    for _ in range(PER_LOGIN):
        assert attempts.begin("mara", "127.0.0.1") == 0
    assert attempts.begin("mara", "127.0.0.1") == WINDOW
    assert attempts.begin("jonas", "127.0.0.1") == 0
    now[0] = WINDOW
    assert attempts.begin("mara", "127.0.0.1") == 0


def test_a_host_that_tries_many_names_has_to_wait() -> None:
    attempts = Attempts(lambda: 0.0)
    for number in range(PER_HOST):
        attempts.failed(f"name{number}", "10.0.0.9")
    assert attempts.begin("another", "10.0.0.9") > 0
    assert attempts.begin("another", "10.0.0.8") == 0


def test_who_gets_in_is_not_held_up_by_earlier_mistakes() -> None:
    attempts = Attempts(lambda: 0.0)
    for _ in range(PER_LOGIN - 1):
        attempts.failed("mara", "127.0.0.1")
    attempts.failed("mara", "127.0.0.1")
    attempts.succeeded("mara", "127.0.0.1")
    assert attempts.begin("mara", "127.0.0.1") == 0


def test_of_many_attempts_at_once_no_more_are_let_through_than_one_after_the_other() -> None:
    attempts = Attempts(lambda: 0.0)
    with ThreadPoolExecutor(16) as threads:
        waits = list(threads.map(lambda _: attempts.begin("mara", "127.0.0.1"), range(60)))
    assert waits.count(0) == PER_LOGIN
    assert all(wait == WINDOW for wait in waits if wait)
    assert attempts.begin("jonas", "127.0.0.1") == 0


def test_an_attempt_that_has_to_wait_does_not_make_the_wait_longer() -> None:
    now = [0.0]
    attempts = Attempts(lambda: now[0])
    for _ in range(PER_LOGIN):
        attempts.begin("mara", "127.0.0.1")
    now[0] = WINDOW / 2
    assert attempts.begin("mara", "127.0.0.1") == WINDOW / 2
    now[0] = WINDOW
    assert attempts.begin("mara", "127.0.0.1") == 0

"""What holds for every test."""

import os
import shutil
from collections.abc import Iterator
from functools import partial

import pytest
from argon2 import PasswordHasher
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from beleg.newsroom import accounts
from tests.record.verifier import GoVerifier, built

# Machines are shared: how long an example takes is measured in benchmarks, never in tests.
settings.register_profile("beleg", deadline=None)
settings.load_profile("beleg")
# And a page that is slow there is not wrong: what comes is waited for, and costs no longer where it comes at once.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session", autouse=True)
def passwords_that_cost_nothing() -> Iterator[None]:
    """Hash passwords as a newsroom does, but not slowly on purpose: nearly every test of the desk signs somebody in.

    What a hash costs outside the tests is asked in `tests/newsroom/test_accounts.py`.
    """
    with pytest.MonkeyPatch.context() as patched:
        cheap = partial(PasswordHasher, time_cost=1, memory_cost=8, parallelism=1)
        patched.setattr(accounts, "PasswordHasher", cheap)
        yield


@pytest.fixture(scope="session")
def go_verifier(tmp_path_factory: pytest.TempPathFactory) -> GoVerifier:
    """The independent verifier of logs and proofs, written in Go."""
    return built(tmp_path_factory.mktemp("go"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a window; skips with one line where there is none, unless it has to be there."""
    chromium = shutil.which("chromium")
    if chromium is None:
        missing = "no Chromium: apt install chromium"
        if os.environ.get("BELEG_REQUIRE_BROWSER") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium,
            args=[
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield started
        started.close()

"""What holds for every test."""

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from tests.record.verifier import GoVerifier, built

# Machines are shared: how long an example takes is measured in benchmarks, never in tests.
settings.register_profile("beleg", deadline=None)
settings.load_profile("beleg")
# And a page that is slow there is not wrong: what comes is waited for, and costs no longer where it comes at once.
expect.set_options(timeout=30_000)


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

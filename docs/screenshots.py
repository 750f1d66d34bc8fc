"""Takes the picture of the desk for the README: `python -m docs.screenshots`. Needs Chromium.

Loads the example newsroom into a folder of its own, signs in as its author and opens the dossier.
"""

import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from beleg.newsroom.example import AUTHOR, load_example
from beleg.newsroom.house import Newsroom

PICTURE = Path(__file__).parent / "images" / "desk.png"
CHROMIUM = "/usr/bin/chromium"
WIDTH, HEIGHT = 1360, 900
PATIENCE = 30.0
"""Seconds the desk may take to answer."""


def main() -> int:
    """Take the picture; returns the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        newsroom_folder = Path(folder) / "newsroom"
        with Newsroom.open(newsroom_folder) as newsroom:
            dossier = load_example(newsroom)
        port = _free_port()
        desk = subprocess.Popen(  # noqa: S603  # our own program, with our own arguments
            [
                sys.executable,
                "-m",
                "beleg.cli",
                "desk",
                "--newsroom",
                str(newsroom_folder),
                "--port",
                str(port),
            ],
            stdout=subprocess.DEVNULL,
        )
        try:
            _wait_for(port)
            _take(f"http://127.0.0.1:{port}", dossier.id)
        finally:
            desk.terminate()
            desk.wait()
    return 0


def _take(address: str, dossier_id: str) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="de-DE")
        page.goto(f"{address}/sign-in")
        page.fill("input[name=login]", AUTHOR.login)
        page.fill("input[name=password]", AUTHOR.password)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(f"{address}/")
        page.goto(f"{address}/dossiers/{dossier_id}")
        page.wait_for_selector(".margins button")
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"the desk did not answer within {PATIENCE:g} seconds")


if __name__ == "__main__":
    sys.exit(main())

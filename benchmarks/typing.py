"""Typing: how long a keystroke takes in the review editor until it is painted, and until its sentence is checked again.

An article of 1,200 words with twelve sources, in Chromium, against a desk that runs as a process of its own. A
keystroke counts from the browser's own time stamp of the event, waiting included, to the second frame after it; a
refresh from the keystroke that changes a number to the frame in which its finding stands there (or is gone), the pause
before the desk is asked included.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from beleg.newsroom.house import Newsroom
from benchmarks.editors import PASSWORD
from benchmarks.figures import Figure
from benchmarks.load import desk
from benchmarks.typed_article import Article, article

KEYSTROKES = 400
REFRESHES = 40
PACE = 60
"""Milliseconds between two keystrokes: 200 words a minute, faster than anybody writes an article."""

_WATCH = """() => {
  const root = document.querySelector('.ProseMirror');
  window.painted = []; window.waiting = null; window.refreshed = [];
  root.addEventListener('keydown', (event) => {
    const at = event.timeStamp;
    requestAnimationFrame(() => requestAnimationFrame((now) => window.painted.push(performance.now() - at)));
    if (window.arming !== undefined) { window.waiting = { at, wanted: window.arming }; window.arming = undefined; }
  }, { capture: true });
  const look = () => {
    const now = window.waiting;
    if (!now) return;
    const marked = [...root.querySelectorAll('.finding-words.error')].some((one) => one.textContent.includes(now.wanted.words));
    if (marked !== now.wanted.there) return;
    window.waiting = null;
    requestAnimationFrame(() => {
      window.refreshed.push(performance.now() - now.at);
      document.documentElement.dataset.refreshed = window.refreshed.length;
    });
  };
  new MutationObserver(look).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
}"""
_BEHIND = """(words) => {
  const root = document.querySelector('.ProseMirror');
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = []; let whole = '';
  for (let node = walk.nextNode(); node; node = walk.nextNode()) { nodes.push([node, whole.length]); whole += node.data; }
  const place = whole.indexOf(words) + words.length;
  if (place < words.length) return false;
  const [node, from] = nodes.find(([one, start]) => place <= start + one.data.length);
  root.focus();
  getSelection().collapse(node, place - from);
  return true;
}"""


def run() -> list[Figure]:
    """Measure; no figures, and one line, where there is no Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("typing: not measured, no Chromium (apt install chromium).", file=sys.stderr)
        return []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--headless=new", "--no-sandbox"]
        )
        figures = measured(browser, KEYSTROKES, REFRESHES)
        browser.close()
    return figures


def measured(browser: Browser, keystrokes: int, refreshes: int) -> list[Figure]:
    """The figures of so many keystrokes and refreshes in a browser."""
    text = article()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "newsroom"
        dossier = _founded(folder, text)
        with desk(folder) as address:
            page = _opened(browser, address, dossier)
            _write(page, keystrokes)
            painted: list[float] = page.evaluate("window.painted")
            refreshed = _change_numbers(page, text, refreshes)
            page.context.close()
    return [
        Figure("typing.words", len(text.content.split()), "words"),
        Figure("typing.sources", len(text.sources), "sources"),
        Figure("typing.keystrokes", len(painted), "keystrokes"),
        Figure("typing.painted_median", percentile(painted, 0.5), "ms", higher_is_better=False),
        Figure("typing.painted_p95", percentile(painted, 0.95), "ms", higher_is_better=False),
        Figure("typing.refreshes", len(refreshed), "refreshes"),
        Figure("typing.refreshed_median", percentile(refreshed, 0.5), "ms", higher_is_better=False),
        Figure("typing.refreshed_p95", percentile(refreshed, 0.95), "ms", higher_is_better=False),
    ]


def percentile(values: list[float], share: float) -> float:
    """The value below which this share of values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _founded(folder: Path, text: Article) -> str:
    with Newsroom.open(folder) as newsroom:
        writer = newsroom.add_account("writer", "Writer", "Redaktion", PASSWORD).id
        opened = newsroom.open_dossier("Zwölf Städte", "de", by=writer)
        newsroom.take_in(opened.id, list(text.sources), by=writer)
        newsroom.save_merged(opened.id, text.content, by=writer, base="")
    return opened.id


def _opened(browser: Browser, address: str, dossier: str) -> Page:
    """The review screen, with everything that is measured watched."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE")
    page = context.new_page()
    page.goto(f"{address}/sign-in")
    page.fill("input[name=login]", "writer")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(f"{address}/")
    page.goto(f"{address}/dossiers/{dossier}")
    page.wait_for_selector(".margins button")
    page.evaluate(_WATCH)
    return page


def _write(page: Page, keystrokes: int) -> None:
    """Write new sentences into the middle of the article, as somebody does who writes fast."""
    if not page.evaluate(_BEHIND, "Jahre lang darüber beraten."):
        raise AssertionError("the article is not on the screen")
    words = " Auch die Nachbarstadt will im Herbst bauen, sagte sie. Das Geld dafür ist noch nicht bewilligt."
    page.keyboard.type((words * (keystrokes // len(words) + 1))[:keystrokes], delay=PACE)
    page.wait_for_selector(".standing.saved")


def _change_numbers(page: Page, text: Article, refreshes: int) -> list[float]:
    """Make amounts wrong and right again with one keystroke each, and wait for the finding to come and go."""
    seen = 0
    for number in range(refreshes // 2):
        amount = text.amounts[number % len(text.amounts)]
        digits = amount.partition(",")[0]
        if not page.evaluate(_BEHIND, f"Stadt {digits}"):
            raise AssertionError(f"{amount} is not on the screen")
        wrong = f"{digits}7"
        for key, there in (("7", True), ("Backspace", False)):
            page.evaluate("([words, there]) => { window.arming = { words, there } }", [wrong, there])
            seen += 1
            page.keyboard.press(key)
            page.wait_for_selector(f"html[data-refreshed='{seen}']")
    values: list[float] = page.evaluate("window.refreshed")
    return values

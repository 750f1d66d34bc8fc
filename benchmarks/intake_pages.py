"""Intake of web pages: on how many the right title, the right beginning and the right end come out.

Each page was read by a person, and what came out was judged against it; only hashes of the title and of the first and
last 40 characters of the text are kept, because the pages belong to others. A page is known by the SHA-256 of its
bytes.
"""

import tomllib
from hashlib import sha256
from pathlib import Path

from beleg.intake.formats.page import Page
from beleg.intake.item import Item
from beleg.terms.refusal import Error
from benchmarks.figures import Figure

JUDGED = Path(__file__).with_name("intake_pages.toml")
ENDS = 40
"""Characters compared at the beginning and at the end."""


def run(eval_dir: Path) -> list[Figure]:
    """Shares of the judged pages in `eval_dir/pages` with the right title, beginning and end.

    Raises FileNotFoundError where none of them is there.
    """
    judged = tomllib.loads(JUDGED.read_text("utf-8"))["pages"]
    right = {"titles": 0, "starts": 0, "ends": 0}
    pages = 0
    for path in sorted((eval_dir / "pages").glob("*.html")):
        raw = path.read_bytes()
        expected = judged.get(sha256(raw).hexdigest())
        if expected is None:
            continue
        pages += 1
        for what, digest in digests(_taken(raw, path.name)).items():
            right[what] += digest == expected[what]
    if not pages:
        raise FileNotFoundError(f"There are no judged pages in {eval_dir / 'pages'}.")
    return [
        Figure("pages.judged", pages, "pages"),
        *(Figure(f"pages.{what}", count / pages, "share") for what, count in right.items()),
    ]


def digests(item: Item) -> dict[str, str]:
    """SHA-256 of the title and of the first and last `ENDS` characters of the text."""
    parts = {"titles": item.title, "starts": item.text[:ENDS], "ends": item.text[-ENDS:]}
    return {what: sha256(text.encode()).hexdigest() for what, text in parts.items()}


def _taken(raw: bytes, name: str) -> Item:
    try:
        return Page().items(raw, name)[0]
    except Error:
        return Item(text="")

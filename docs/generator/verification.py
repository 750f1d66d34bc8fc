"""The page on what `beleg verify` looks at."""

from beleg.newsroom.verification_words import WORDS
from docs.generator.page import Chapter, Page, table

PATH = "reference/verification.md"

ABOUT = """
`beleg verify BUNDLE` takes these steps in this order, and shows every one of them. A step that could not be taken because
an earlier one failed is shown as not reached, and never passes. With `--head HASH` it also compares the hash of the
record's last entry with one that came to you by another way.

The names are permanent; `--format json` uses them.
"""


def chapter() -> Chapter:
    """One page."""
    rows = [
        (f"`{name}`", words["en"][0], words["en"][1].partition(": {reason}")[0].rstrip("."))
        for name, words in WORDS.items()
    ]
    body = (
        f"{ABOUT.strip()}\n\n{table(('Step', 'If it holds', 'If it does not'), rows)}\n\n"
        "What this proves and what not: [threat model](../threat-model.md)."
    )
    return Chapter(
        title="Verification", pages=(Page(path=PATH, title="What `beleg verify` looks at", body=body),)
    )

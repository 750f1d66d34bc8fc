"""The review editor's script finds the same teasers, quotes and links: its tests read what `written` says of these
drafts.

After a change of `written`, `python -m tests.text.test_written_of_the_script` writes the file anew.
"""

import json
from pathlib import Path
from random import Random

from beleg.text.written import written

FILE = Path(__file__).parents[2] / "web" / "tests" / "written.json"
_PIECES = (
    *("# ", "# Ab\n\n**", "\n# Ab\n\n**ü", "üb**\n\n", "Ab**\n\n", "## ", "- ", "> ", ">", "**", "*", "Der Rat tagte.", "Ab", "ü", "🙂", "[", "]", "(", ")"),
    *("[Ab](https://a.example/b)", "[ü 🙂](http://a.example:80/_(1)?x=ü#y)", "[Ab](mailto:a@b.example)"),
    *("[Ab](ftp://a.example)", "[a](https://-.-)", "[ a](https://a.example)", "](HTTPS://a.example/\\)", "](https://"),
    *("[x\ny](https://[::1]/)", "[x](https://u@ü.example/a\xadb)"),
    *("\n", "\n", "\n\n", "\n\n", "\r\n", "\u2028", "\xa0", " ", " ", "\x85", "\ufeff"),
)  # fmt: skip


def drafts() -> list[str]:
    """Drafts of everything that `written` looks at, in any order; the same ones every time."""
    drawn = Random(20261124)  # nothing secret
    return ["", *("".join(drawn.choices(_PIECES, k=drawn.randint(1, 16))) for _ in range(500))]


def told() -> str:
    """What the script's tests read: each draft with the kinds of its blocks and its links, in code points."""
    found = []
    for draft in drafts():
        text = written(draft)
        links = [
            [link.span.start, link.words.start, link.words.end, link.span.end, link.address]
            for link in text.links
        ]
        found.append({"text": draft, "blocks": [block.kind.value for block in text.blocks], "links": links})
    return json.dumps(found, ensure_ascii=True, separators=(",", ":")).replace("},{", "},\n{") + "\n"


def test_the_script_is_tested_against_these_drafts() -> None:
    assert FILE.read_text("utf-8") == told()


if __name__ == "__main__":
    FILE.write_text(told(), "utf-8")

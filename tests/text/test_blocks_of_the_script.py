"""The review editor's script cuts a text into the same blocks: its tests read what `blocks` says of these texts.

After a change of `blocks`, `python -m tests.text.test_blocks_of_the_script` writes the file anew.
"""

import json
from pathlib import Path
from random import Random

from beleg.text.blocks import blocks

FILE = Path(__file__).parents[2] / "web" / "tests" / "blocks.json"
_PIECES = (
    *(
        "# ",
        "## ",
        "### ",
        "###### ",
        "####### ",
        "#",
        "- ",
        "* ",
        "• ",
        "-",
        "> ",
        "Der Rat tagte.",
        "Ab",
        "ü",
        "🙂",
    ),
    *(
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "\u2029",
        "\x85",
        "\x1c",
        " ",
        "\t",
        "\xa0",
        "\u3000",
        "\ufeff",
        "\x0b",
    ),
)


def texts() -> list[str]:
    """Texts of everything that blocks are made of, in any order; the same ones every time."""
    drawn = Random(20261123)  # nothing secret
    return ["", *("".join(drawn.choices(_PIECES, k=drawn.randint(1, 14))) for _ in range(400))]


def told() -> str:
    """What the script's tests read: each text with its blocks, in code points."""
    found = [
        {"text": text, "blocks": [[block.kind.value, block.start, block.end] for block in blocks(text)]}
        for text in texts()
    ]
    return json.dumps(found, ensure_ascii=True, separators=(",", ":")).replace("},{", "},\n{") + "\n"


def test_the_script_is_tested_against_these_blocks() -> None:
    assert FILE.read_text("utf-8") == told()


if __name__ == "__main__":
    FILE.write_text(told(), "utf-8")

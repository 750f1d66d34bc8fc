"""Headline, teaser and subheads over a shorter text."""

import pytest

from beleg.language.registry import language_read
from beleg.newsroom.headings_kept import with_headings

GERMAN = language_read("de")
TEXT = """# Tannwiel baut eine Schwimmhalle

**Der Rat hat sich nach langem Streit entschieden.**

Der Rat von Tannwiel stimmte am Montag für die neue Schwimmhalle. Es gab zwei Gegenstimmen.

## Streit um die Kosten

Der Bau kostet 21 Millionen Euro. Die Opposition hält das für zu teuer.

### Wie es weitergeht

Die Arbeiten beginnen im [Frühjahr](https://tannwiel.example/bau) 2027. Die alte Halle bleibt so lange offen.
"""
FIRST = "Der Rat von Tannwiel stimmte für die neue Schwimmhalle."
COSTS = "Der Bau kostet 21 Millionen Euro."
ONWARD = "Die Arbeiten beginnen 2027 im Frühjahr."
OVER = "# Tannwiel baut eine Schwimmhalle\n\n**Der Rat hat sich nach langem Streit entschieden.**\n\n"
STREIT, ONWARD_TITLE = "## Streit um die Kosten", "### Wie es weitergeht"


@pytest.mark.parametrize(
    ("shorter", "expected"),
    [
        (f"{FIRST} {COSTS}\n", f"{OVER}{FIRST}\n\n{STREIT}\n\n{COSTS}\n"),
        (
            f"{FIRST}\n\n{COSTS} {ONWARD}\n",
            f"{OVER}{FIRST}\n\n{STREIT}\n\n{COSTS}\n\n{ONWARD_TITLE}\n\n{ONWARD}\n",
        ),
        # A part that is gone takes its subhead along.
        (f"{FIRST} {ONWARD}", f"{OVER}{FIRST}\n\n{ONWARD_TITLE}\n\n{ONWARD}"),
        # No subhead stands before everything else, and none comes twice or out of its order.
        (f"{COSTS} {FIRST} {COSTS}", f"{OVER}{COSTS} {FIRST} {COSTS}"),
        (f"{FIRST} Das Wetter war gut.", f"{OVER}{FIRST} Das Wetter war gut."),
        # What the shorter text has of its own stays.
        (
            f"# Kürzer\n\n{FIRST}",
            f"# Kürzer\n\n**Der Rat hat sich nach langem Streit entschieden.**\n\n{FIRST}",
        ),
        (f"# Kürzer\n\n**Neu.**\n\n{FIRST}", f"# Kürzer\n\n**Neu.**\n\n{FIRST}"),
        (f"{FIRST}\n\n## Neu\n\n{COSTS}", f"{OVER}{FIRST}\n\n## Neu\n\n{COSTS}"),
    ],
)
def test_what_stood_over_the_text_stands_over_the_shorter_one(shorter: str, expected: str) -> None:
    assert with_headings(TEXT, shorter, GERMAN) == expected


def test_a_text_without_headings_gives_none() -> None:
    assert with_headings("Nur ein Satz.", FIRST, GERMAN) == FIRST
    assert with_headings("**Fett.**\n\nNur ein Satz.", FIRST, GERMAN) == FIRST

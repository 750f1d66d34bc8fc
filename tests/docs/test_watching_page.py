"""The page on changed sources says what the code does."""

import re
from datetime import timedelta
from pathlib import Path

import beleg
from beleg.intake.fetching import USER_AGENT
from beleg.intake.robots import LONGEST_DELAY
from beleg.language.datelines import only_tells_time
from beleg.newsroom import watching
from beleg.terms.account import WATCHING
from benchmarks.__main__ import SUITES

PAGE = Path(beleg.__file__).parents[2] / "docs" / "watching.md"


def test_the_page_names_the_limits_of_the_code() -> None:
    text = " ".join(PAGE.read_text(encoding="utf-8").split())
    assert f"at least {watching.DELAY:g} seconds between two requests" in text
    assert f"at most {LONGEST_DELAY:g} seconds" in text
    hours = watching.MISSING_FOR // timedelta(hours=1)
    assert f"seen {watching.SIGHTINGS} times, and for at least {hours} hours" in text
    first, longest = watching.FIRST_PAUSE, watching.LONGEST_PAUSE
    assert f"left alone for {first // timedelta(minutes=1)} minutes" in text
    assert f"twice as long each further time, at most {longest // timedelta(hours=1)} hours" in text
    assert f"for the whole site, at most {watching.LONGEST_ASKED_PAUSE.days} days" in text
    assert f"under the name `{USER_AGENT.partition('/')[0]}`" in text
    assert f"**`{WATCHING}`**" in text
    assert "suite `affected`" in text
    assert "affected" in SUITES


def test_the_lines_it_calls_no_change_are_none() -> None:
    text = " ".join(PAGE.read_text(encoding="utf-8").split())
    (examples,) = re.findall(r"how long it takes to read \(([^)]*)\)", text)
    lines = re.findall(r'"([^"]+)"', examples)
    assert len(lines) == 2
    assert all(map(only_tells_time, lines))

"""The page on the desk has the keys and the pauses of the script; its words have a row for each key."""

import re
from pathlib import Path

import beleg
from beleg.desk.views.review_words import key_acts, review_words
from beleg.desk.wording import wording
from benchmarks.__main__ import SUITES

ROOT = Path(beleg.__file__).parents[2]
PAGE = ROOT / "docs" / "desk.md"
SCRIPT = ROOT / "web" / "src" / "review"
_KEY = re.compile(r'\{ act: "(\w+)", chord: "([^"]+)", single: "([^"]*)" \}')


def keys() -> list[tuple[str, str, str]]:
    """Act, chord and single key of each row in `keys.ts`."""
    return _KEY.findall((SCRIPT / "keys.ts").read_text("utf-8"))


def table() -> str:
    """The table as the page has to have it."""
    does = dict(key_acts(wording("en")))
    rows = ["| What it does | In the text and anywhere | Outside of fields |", "|---|---|---|"]
    for act, chord, single in keys():
        alone = f"`{single}`" if single else "–"
        rows.append(f"| {does[act]} | `{chord.replace('-', ' + ')}` | {alone} |")
    return "\n".join(rows)


def test_the_table_is_that_of_the_script() -> None:
    text = PAGE.read_text("utf-8")
    assert len(keys()) > 10
    assert text.partition("<!-- keys -->\n")[2].partition("\n<!-- /keys -->")[0] == table()


def test_every_key_has_words_in_both_languages() -> None:
    acts = [act for act, _, _ in keys()]
    for language in ("de", "en"):
        assert [act for act, _ in key_acts(wording(language))] == acts


def test_the_script_asks_for_no_words_that_the_page_does_not_hand_over() -> None:
    known = {name for name, _ in review_words(wording("de"))}
    asked: set[str] = set()
    for path in sorted(SCRIPT.glob("*.ts")):
        script = path.read_text("utf-8")
        asked |= set(re.findall(r'\bsay\((?:this\.#)?words, "(\w+)"', script))
        asked |= set(re.findall(r'\bwhy: "(\w+)"', script))
    assert len(asked) > 20
    assert asked <= known


def test_the_pauses_are_those_of_the_script() -> None:
    text = PAGE.read_text("utf-8")
    looking = re.search(r"PAUSE = (\d+);", (SCRIPT / "looking.ts").read_text("utf-8"))
    saving = re.search(r"PAUSE = (\d+);", (SCRIPT / "saving.ts").read_text("utf-8"))
    assert looking and f"after a pause of {int(looking[1]) / 1000:g} seconds" in text
    assert saving and int(saving[1]) == 1000 and "after a pause of a second" in text
    assert "typing" in SUITES

"""The reference is complete, in the navigation, and up to date."""

import re
from pathlib import Path

import pytest

import beleg
from beleg.checks.catalogue import catalogue
from beleg.desk.app import make_app
from beleg.intake import catalogue as formats
from beleg.record.canonical import EVENT_TYPES
from docs import generate
from docs.generator.checks import HEADINGS
from docs.generator.commands import commands, settings
from docs.generator.page import sections
from docs.generator.routes import PATH, heading, routes

DOCS = Path(generate.__file__).parent
NAVIGATION = set(re.findall(r"[\w./-]+\.md", generate.CONFIGURATION.read_text(encoding="utf-8")))

PAGES = (
    *(f"reference/checks/{check.id}.md" for check in catalogue()),
    *(f"reference/events/{name}.md" for name in EVENT_TYPES),
    *(f"reference/commands/{command.slug}.md" for command in commands()),
    *(f"reference/settings/{setting.name}.md" for setting in settings()),
    *(f"reference/formats/{form.id}.md" for form in formats.catalogue()),
    PATH,
)


@pytest.mark.parametrize("page", PAGES)
def test_everything_has_its_page_in_the_navigation(page: str) -> None:
    assert (DOCS / page).is_file()
    assert page in NAVIGATION


def test_there_is_something_of_every_kind() -> None:
    assert len(catalogue()) >= 11
    assert len(EVENT_TYPES) >= 9
    assert len(formats.catalogue()) >= 11
    assert {"BELEG_NEWSROOM", "BELEG_ACCOUNT"} <= {setting.name for setting in settings()}
    assert {"beleg take-in", "beleg check", "beleg read", "beleg verify", "beleg desk"} <= {
        command.words for command in commands()
    }


def test_every_address_of_the_desk_has_its_section() -> None:
    page = (DOCS / PATH).read_text(encoding="utf-8")
    assert routes()
    for route in routes():
        assert f"\n## `{heading(route)}`\n" in page


def test_the_reference_knows_every_address_that_the_desk_serves(tmp_path: Path) -> None:
    paths = make_app(tmp_path, secret=b"of a test").openapi()["paths"]
    served = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    assert served == {heading(route) for route in routes()}


def test_no_environment_variable_is_read_in_secret() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in Path(beleg.__file__).parent.rglob("*.py"))
    read = set(re.findall(r"""(?:environ(?:\.get\(|\[)|getenv\()\s*["'](\w+)""", code))
    assert read <= {setting.name for setting in settings()}
    literal = re.findall(r"""(?:environ(?:\.get\(|\[)|getenv\()\s*["']\w+""", code)
    # One more: the variable with a key is named by whoever configures a language model (`key_variable`, or
    # BELEG_MODEL_KEY).
    assert code.count("os.environ.get(variable,") == 1
    assert len(re.findall(r"\bos\.environ\b|\bgetenv\b", code)) == len(literal) + 1


def test_the_generated_pages_are_up_to_date() -> None:
    files = generate.wanted()
    stale = [
        path for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    assert stale == []
    assert generate.left_over(files) == []


def test_no_page_has_a_table_without_a_row() -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md")}
    assert any("\n|---|" in page for page in pages.values())
    assert [
        path for path, page in pages.items() if re.search(r"^\|---.*\|\n(?!\|)", page, re.MULTILINE)
    ] == []


def test_every_page_on_disk_is_in_the_navigation() -> None:
    assert {str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md")} == NAVIGATION


def test_a_docstring_is_split_at_its_headings() -> None:
    words = "Sums it up.\n\nWhat it does\n------------\nCompares.\n\nWhy it matters: It does.\n\nWhat it cannot see\nIrony.\n"
    before, texts = sections(words, HEADINGS)
    assert before == "Sums it up."
    assert texts == {
        "What it does": "Compares.",
        "Why it matters": "It does.",
        "What it cannot see": "Irony.",
    }


def test_a_docstring_without_a_heading_is_refused() -> None:
    with pytest.raises(ValueError, match="What it cannot see"):
        sections("Sums it up.\n\nWhat it does\nCompares.\n\nWhy it matters\nIt does.\n", HEADINGS)


def test_the_navigation_is_made_anew_and_the_rest_left_alone() -> None:
    before = f"site_name: x\nnav:\n  - Reference:\n{generate.BEGIN}\n      - Old: old.md\n{generate.END}\n  - Last: last.md\n"
    after = generate.with_navigation(before, generate.reference())
    assert after.startswith("site_name: x\nnav:\n  - Reference:\n")
    assert after.endswith(f"{generate.END}\n  - Last: last.md\n")
    assert "old.md" not in after
    assert generate.with_navigation(after, generate.reference()) == after

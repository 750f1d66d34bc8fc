"""The README tells the truth: its commands are run, and what they print is compared with what it shows."""

import re
from pathlib import Path

import pytest

from docs import tour

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
STEPS = tour.steps(README)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")


def test_the_tour_goes_all_the_way() -> None:
    words = " ".join(step.command for step in STEPS)
    for command in ("take-in", "check", "add-draft", "sign", "publish", "verify"):
        assert f"beleg {command}" in words or f"beleg dossier {command}" in words


@pytest.mark.parametrize("page", tour.PAGES, ids=lambda page: page.name)
def test_the_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    steps = tour.steps(text)
    assert steps
    printed = tour.printed(steps, tmp_path)
    assert len(printed) == len(steps)
    assert tour.with_output(text, printed) == text


def test_the_outputs_are_put_under_their_commands() -> None:
    readme = "# x\n\n```console\n$ one\nold\n$ two\n```\n\ntext\n"
    assert tour.with_output(readme, ["new\n", "a\nb\n"]) == (
        "# x\n\n```console\n$ one\nnew\n$ two\na\nb\n```\n\ntext\n"
    )


def test_the_readme_opens_with_the_two_commands() -> None:
    assert README.index("make desk") < README.index("make test") < README.index("```console")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make ([a-z-]+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"])
def test_every_link_to_a_file_leads_to_one(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = [target for target in LINK.findall(text) if "://" not in target]
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_picture_of_the_desk_is_a_picture() -> None:
    picture = (ROOT / "docs" / "images" / "desk.png").read_bytes()
    assert "docs/images/desk.png" in README
    assert picture.startswith(b"\x89PNG\r\n")
    assert len(picture) < 1_000_000


def test_the_licence_is_the_whole_apache_licence() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence

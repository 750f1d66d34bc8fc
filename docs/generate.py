"""Generates the pages of the reference: `python -m docs.generate [--check]`.

Checks, events, commands, settings, source formats and the desk's addresses are described where they are written, in
docstrings, help texts and dataclasses; the pages are made from these and committed. The navigation in `mkdocs.yml` is
kept up to date between two marks. With `--check` nothing is written, and the exit status is 1 if anything would be.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from docs.generator import (
    cannot_see,
    checks,
    commands,
    events,
    formats,
    licences,
    roles,
    routes,
    story,
    verification,
)
from docs.generator.page import NOTE, Chapter
from docs.generator.quotation_figures import with_figures, with_learned_figures

DOCS = Path(__file__).parent
QUOTATIONS = DOCS / "quotations.md"
LEARNED = DOCS / "learned-engine.md"
CONFIGURATION = DOCS.parent / "mkdocs.yml"
BEGIN = "  # begin of the generated part; see docs/generate.py"
END = "  # end of the generated part"


def reference() -> tuple[Chapter, ...]:
    """The chapters that stand in the generated part of the navigation."""
    return (
        checks.chapter(),
        formats.chapter(),
        commands.command_chapter(),
        commands.setting_chapter(),
        events.chapter(),
        verification.chapter(),
        routes.chapter(),
        roles.chapter(),
    )


def single_pages() -> tuple[Chapter, ...]:
    """Generated pages whose place in the navigation is written by hand."""
    return (story.chapter(), cannot_see.chapter(), licences.chapter())


def wanted() -> dict[Path, str]:
    """Every generated file with what should be in it."""
    pages = [page for chapter in (*reference(), *single_pages()) for page in chapter.pages]
    files = {DOCS / page.path: page.text for page in pages}
    if len(files) != len(pages):
        raise ValueError("two generated pages have the same path")
    files[QUOTATIONS] = with_figures(QUOTATIONS.read_text(encoding="utf-8"))
    files[LEARNED] = with_learned_figures(LEARNED.read_text(encoding="utf-8"))
    files[CONFIGURATION] = with_navigation(CONFIGURATION.read_text(encoding="utf-8"), reference())
    return files


def with_navigation(configuration: str, chapters: Sequence[Chapter]) -> str:
    """The configuration of MkDocs with the generated part of its navigation made anew."""
    before, _, rest = configuration.partition(BEGIN + "\n")
    _, _, after = rest.partition(END)
    lines = []
    for chapter in chapters:
        if len(chapter.pages) == 1:
            lines.append(f"      - {chapter.title}: {chapter.pages[0].path}")
            continue
        lines.append(f"      - {chapter.title}:")
        overview, *others = chapter.pages
        lines.append(f"          - Overview: {overview.path}")
        lines += [f'          - "{page.title}": {page.path}' for page in others]
    return f"{before}{BEGIN}\n" + "\n".join(lines) + f"\n{END}{after}"


def left_over(files: dict[Path, str]) -> list[Path]:
    """Generated pages on disk that nothing generates any more."""
    return [
        path
        for path in sorted(DOCS.rglob("*.md"))
        if path not in files and path.read_text(encoding="utf-8").startswith(NOTE)
    ]


def main(arguments: Sequence[str]) -> int:
    """Write what has changed, or with `--check` only say so; returns the exit status."""
    files = wanted()
    stale = [
        path for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    surplus = left_over(files)
    if "--check" in arguments:
        for path in (*stale, *surplus):
            sys.stderr.write(f"{path.relative_to(DOCS.parent)} is out of date; run `make docs`.\n")
        return 1 if stale or surplus else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path], encoding="utf-8")
    for path in surplus:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

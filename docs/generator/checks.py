"""A page per check."""

import unicodedata
from collections.abc import Sequence

from beleg.checks.catalogue import catalogue
from beleg.checks.check import Case, Check
from beleg.terms.finding import Severity
from beleg.terms.source import Source
from docs.generator.page import Chapter, Page, docstring, fenced, sections, table

HEADINGS = ("What it does", "Why it matters", "What it cannot see")

HOW_BAD = {
    Severity.ERROR: "error: an editor would be angry had it been let through; blocks the signature",
    Severity.WARNING: "warning: a person has to decide; blocks the signature",
    Severity.NOTICE: "notice: worth a look; blocks nothing",
}


def chapter() -> Chapter:
    """The overview and one page per check."""
    found = catalogue()
    return Chapter(title="Checks", pages=(_overview(found), *(_page(check) for check in found)))


def cannot_see(check: Check) -> str:
    """What a check says of its limits."""
    return sections(docstring(type(check)), HEADINGS)[1]["What it cannot see"]


def _overview(found: Sequence[Check]) -> Page:
    rows = [
        (
            f"[`{check.id}`]({check.id}.md)",
            check.title.en,
            check.title.de,
            check.severity.value,
            "yes" if check.needs_sources else "no",
        )
        for check in found
    ]
    body = (
        "One check looks for one kind of fault. Its id is permanent and names the fault. What a check did not look at "
        "is never silent: every report has a line per check that says how many things it looked at, or why it did "
        "not run.\n\n"
        f"{table(('Check', 'Looks for', 'Auf Deutsch', 'Severity', 'Needs sources'), rows)}\n\n"
        "Together they see much less than an editor does: [what Beleg cannot see](../../cannot-see.md)."
    )
    return Page(path="reference/checks/index.md", title="Checks", body=body)


def _page(check: Check) -> Page:
    before, texts = sections(docstring(type(check)), HEADINGS)
    needs = "yes; without any it does not run, and the report says so" if check.needs_sources else "no"
    facts = "\n".join(
        (
            f"- **Looks for:** {check.title.en} (*{check.title.de}*)",
            f"- **Severity:** {HOW_BAD[check.severity]}",
            f"- **Looks at:** {check.unit.en} (*{check.unit.de}*)",
            f"- **Needs sources:** {needs}",
        )
    )
    messages = "\n".join(f"- {wording.en}\n- *{wording.de}*" for wording in check.messages.values())
    parts = [before, facts]
    parts += [f"## {heading}\n\n{texts[heading]}" for heading in HEADINGS]
    parts.append(
        "## What it says\n\nEvery wording in English and German; words in braces are filled in.\n\n"
        + messages
    )
    flagged = [case for case in check.cases if case.flagged]
    clean = [case for case in check.cases if not case.flagged]
    parts.append("## Flagged\n\nThese are also the check's tests.\n\n" + "\n\n".join(map(_case, flagged)))
    parts.append("## Not flagged\n\n" + "\n\n".join(map(_case, clean)))
    return Page(path=f"reference/checks/{check.id}.md", title=check.id, body="\n\n".join(filter(None, parts)))


def _case(case: Case) -> str:
    lines = [f"Source{_described(source)}: {_text(source)}" for source in case.sources] + [
        f"Draft: {case.draft}"
    ]
    lines += [f"House avoids: {word.avoid}" for word in case.style.words]
    lines += [f"House allows: {word}" for word in case.style.allowed]
    shown = fenced(_visible("\n\n".join(lines)), "text")
    if not case.flagged:
        return shown
    return f"{shown}\n\nFlags {', '.join(f'**{_visible(words)}**' for words in case.flagged)}."


def _visible(words: str) -> str:
    """Words in which characters that nobody sees, or that turn the page's own writing, are named by their number."""
    return "".join(f"⟨U+{ord(one):04X}⟩" if unicodedata.category(one) == "Cf" else one for one in words)


def _text(source: str | Source) -> str:
    return source if isinstance(source, str) else source.text


def _described(source: str | Source) -> str:
    """What a case says of its source besides the text."""
    if isinstance(source, str):
        return ""
    day = f"{source.published:%Y-%m-%d}" if source.published else ""
    return f" ({', '.join(part for part in (source.publisher, day) if part)})"

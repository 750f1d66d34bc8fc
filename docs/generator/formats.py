"""A page per format of sources."""

from collections.abc import Sequence

from beleg.intake.catalogue import catalogue
from beleg.intake.format import Format
from docs.generator.page import Chapter, Page, docstring, first_sentence, sections, table

HEADINGS = ("What it reads", "What it takes from it", "What it cannot read")


def chapter() -> Chapter:
    """The overview and one page per format."""
    found = catalogue()
    return Chapter(title="Source formats", pages=(_overview(found), *(_page(kind) for kind in found)))


def _overview(found: Sequence[Format]) -> Page:
    rows = [
        (f"[{kind.title}]({kind.id}.md)", f"`{kind.media_type}`", first_sentence(docstring(type(kind))))
        for kind in found
    ]
    body = (
        "A file is recognised by what it holds; its name is only a second signal. The formats are asked in this "
        "order, and the first that recognises the bytes reads them.\n\n"
        f"{table(('Format', 'Media type', 'What it is'), rows)}\n\n"
        "Whatever cannot be taken in ends in one sentence that names the file and the reason, with exit status 2 in "
        "the terminal; nothing is kept of it. How hostile files are held off: [threat model](../../threat-model.md)."
    )
    return Page(path="reference/formats/index.md", title="Source formats", body=body)


def _page(kind: Format) -> Page:
    before, texts = sections(docstring(type(kind)), HEADINGS)
    parts = [before, f"Kept as `{kind.media_type}`; its id is `{kind.id}`."]
    parts += [f"## {heading}\n\n{texts[heading]}" for heading in HEADINGS]
    return Page(path=f"reference/formats/{kind.id}.md", title=kind.title, body="\n\n".join(parts))

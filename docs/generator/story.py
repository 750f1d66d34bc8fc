"""The page about the example story, made from the list of its planted faults."""

from beleg.newsroom import example
from beleg.terms.role import NAMES
from docs.generator.page import Chapter, Page, table

ABOUT = """
`make desk` opens a newsroom with one story in it. Grauwerder an der Tarne does not exist; the town, its bridge, its
people, its paper and its news agency were invented for Beleg, and so was every word in the files. They ship with the
package, in `beleg/example/`.

A council has voted to pull down a bridge. Six sources lie in the dossier, in six formats. Two of them are the same
agency copy under different headlines; Beleg marks the second as the same origin, because two papers that print one
agency's words are one source.
"""


def chapter() -> Chapter:
    """One page."""
    return Chapter(
        title="The example story", pages=(Page(path="example.md", title="The example story", body=_body()),)
    )


def _body() -> str:
    accounts = [
        (f"`{a.login}`", f"`{a.password}`", a.name, a.function, NAMES[a.role]) for a in example.ACCOUNTS
    ]
    faults = [
        (f"[`{fault.check}`](reference/checks/{fault.check}.md)", fault.words, fault.why)
        for fault in example.planted_faults()
    ]
    faithful = "\n".join(f"- {sentence}" for sentence in example.faithful_sentences())
    return "\n\n".join(
        (
            ABOUT.strip(),
            "## Who can sign in",
            table(("Login", "Password", "Name", "Function", "[Role](roles.md)"), accounts),
            "Mara wrote the draft and therefore cannot sign it, although her role includes signing. Torge looks after the "
            "accounts and sees no dossier. These passwords are public: Beleg refuses to load "
            "the example into a newsroom that has dossiers or accounts of its own.",
            "## Eight planted faults",
            "Each stands in a sentence of its own in Mara's draft. The words in the middle column are exactly what "
            "the check has to flag; the tests hold it to that.",
            table(("Check", "Flagged words", "What is wrong"), faults),
            "## Faithful though reworded",
            "These sentences say in other words what a source says. None of them may be flagged as an error:",
            faithful,
        )
    )

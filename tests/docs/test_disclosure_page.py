"""The lines that the page on the disclosure quotes are those that the code makes."""

import re
from dataclasses import replace
from pathlib import Path

from beleg.publishing.disclosing import wording
from beleg.terms.account import Account
from beleg.terms.disclosure import Disclosure

PAGE = Path(__file__).parents[2] / "docs" / "disclosure.md"
SIGNER = Account(id="p-1", login="jonas", name="Jonas Petri", function="Chef vom Dienst")

BY_PERSONS = Disclosure(
    sentences=12,
    machine=0,
    rewritten=0,
    source=0,
    person=12,
    engines=(),
    sources=6,
    origins=5,
    not_compared=0,
    supported=9,
    confirmed=2,
    dismissed=1,
    signed_by=SIGNER.id,
    signed_at="2026-11-23T14:05:06.000000+00:00",
    content_sha256="c" * 64,
)
ASSISTED = replace(BY_PERSONS, person=8, rewritten=1, source=3)
SIGNED_ONLY = replace(ASSISTED, person=9, rewritten=0, confirmed=0, dismissed=0)
BY_A_MACHINE = replace(SIGNED_ONLY, person=0, source=12)


def test_every_line_quoted_is_computed() -> None:
    quoted = re.findall(r"(?:^> ?.*\n)+", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    lines = [
        [" ".join(part.split()) for part in re.sub(r"^> ?", "", block, flags=re.MULTILINE).split("\n\n")]
        for block in quoted
    ]

    assert lines == [
        [wording(each, [SIGNER], language).line for language in ("de", "en")]
        for each in (ASSISTED, SIGNED_ONLY, BY_A_MACHINE)
    ]

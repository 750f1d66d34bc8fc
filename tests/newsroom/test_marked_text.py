"""A text with teaser, block quote and links on its way from the draft to its readers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from beleg.newsroom.verification import verify
from beleg.pipeline import check_draft
from beleg.publishing.bundle import unpack
from beleg.publishing.page_reading import read_page
from beleg.publishing.words import ShownLink
from beleg.terms.reading import BlockKind
from beleg.terms.report import Verdict
from beleg.terms.review import SentenceState
from beleg.terms.source import Source
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import COSTS, DECIDED, HEADLINE, REPORT, SAID, Town, town

TEASER = "Das Hallenbad ist seit März geschlossen."
LINKED = "Die [Arbeiten](https://muehlried.example/bad) sollen 4,2 Millionen Euro kosten."
WHOLE = f"[{DECIDED}](https://muehlried.example/rat)"
MARKED = f"# {HEADLINE}\n\n**{TEASER}**\n\n{WHOLE}\n\n{LINKED}\n\n> {SAID}\n"
PLAIN = f"# {HEADLINE}\n\n{TEASER}\n\n{DECIDED}\n\n{COSTS}\n\n{SAID}\n"


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


def _confirm(pool: Town) -> None:
    for sentence in pool.house.review(pool.dossier).sentences:
        if sentence.state in (SentenceState.OPEN, SentenceState.REOPENED):
            pool.house.confirm(pool.dossier, sentence.key, "Selbst gesehen.", by=pool.ole.id)


def test_what_is_published_is_what_was_signed_in_every_form(pool: Town) -> None:
    content = pool.prepare(MARKED)
    _confirm(pool)
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id, address="https://bote.example/bad")

    raw = pool.house.bundle(pool.dossier)
    verification = verify(raw)

    assert [step.name for step in verification.steps if step.reached and not step.passed] == []
    page = read_page(unpack(raw).page)
    assert [block.kind for block in page.blocks] == [
        BlockKind.HEADLINE,
        BlockKind.TEASER,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTE,
    ]
    assert [block.text for block in page.blocks] == [HEADLINE, TEASER, DECIDED, COSTS, SAID]
    assert page.blocks[3].links == (ShownLink(4, 12, "https://muehlried.example/bad"),)
    assert page.blocks[2].links == (ShownLink(0, len(DECIDED), "https://muehlried.example/rat"),)


def test_checks_read_the_words_and_speak_of_the_draft() -> None:
    sources = [Source(text=REPORT, language="de", name="meldung.txt")]
    marked = check_draft(Source(text=MARKED, language="de"), sources)
    plain = check_draft(Source(text=PLAIN, language="de"), sources)

    assert [s.verdict for s in marked.sentences] == [s.verdict for s in plain.sentences]
    assert [s.evidence for s in marked.sentences] == [s.evidence for s in plain.sentences]
    assert marked.findings == ()
    assert [s.text for s in marked.sentences] == [HEADLINE, TEASER, WHOLE, LINKED, SAID]
    assert all(s.span.of(MARKED) == s.text for s in marked.sentences)
    assert [s.block for s in marked.sentences][1::3] == [BlockKind.TEASER, BlockKind.QUOTE]
    assert all(unit.text == unit.span.of(MARKED) for sentence in marked.sentences for unit in sentence.units)


def test_a_finding_beside_a_link_names_its_words() -> None:
    draft = MARKED.replace("4,2 Millionen Euro kosten", "[5,3 Millionen Euro](https://a.example) kosten")
    report_ = check_draft(Source(text=draft, language="de"), [Source(text=REPORT, language="de")])

    (finding,) = report_.findings
    assert finding.check == "number_changed"
    assert finding.span.of(draft).startswith("5,3")
    assert "](" not in finding.span.of(draft)
    assert report_.sentences[3].verdict is Verdict.DISTORTED
    assert report_.sentences[3].findings == (finding,)


def test_another_address_asks_for_another_look(pool: Town) -> None:
    pool.prepare(MARKED)
    before = {s.sentence.text: s.key for s in pool.house.review(pool.dossier).sentences}
    pool.write(MARKED.replace("muehlried.example/rat", "muehlried.example/anderer"))
    after = {s.sentence.text: s.key for s in pool.house.review(pool.dossier).sentences}

    assert WHOLE in before
    assert WHOLE not in after
    assert {LINKED, TEASER, SAID, HEADLINE} <= before.keys() & after.keys()
    assert all(before[text] == after[text] for text in (LINKED, TEASER, SAID, HEADLINE))


def test_a_source_is_read_as_it_stands() -> None:
    words = "> Weitergeleitet:\n> Der Rat von Mühlried hat [zugestimmt](https://a.example).\n"
    found = check_draft(
        Source(text="# Rat\n\nDer Rat von Mühlried hat zugestimmt.", language="de"),
        [Source(text=words, language="de")],
    )
    assert all(p.span.of(words) == p.text for s in found.sentences for p in s.evidence)
    assert any(p.text for s in found.sentences for p in s.evidence)

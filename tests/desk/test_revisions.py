"""Revisions: any two compared, who wrote what, saves while typing as one run, and an old one restored."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, expect

from beleg.desk.views.comparison import Comparison, compare
from beleg.desk.views.draft import Names
from beleg.desk.views.revision_runs import PAUSE, chosen, runs
from beleg.desk.wording import wording
from beleg.newsroom.example import AUTHOR, EDITOR
from beleg.newsroom.house import Newsroom
from beleg.newsroom.writing import read_in
from beleg.terms.dossier import Dossier, SignOff
from beleg.terms.events import SignedOff
from beleg.terms.revision import Origin, Revision, SentenceOrigin, content_hash
from tests.desk.conftest import Desk, Visit, laid_out_width, sign_in

NAMES = Names((("a", "Ada Mohr"), ("b", "Ben Kuhn")))
BEGUN = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)


def revision(
    content: str,
    number: int = 1,
    by: str = "a",
    minutes: float = 0,
    writers: dict[str, str] | None = None,
    origin: Origin = Origin.PERSON,
) -> Revision:
    """A revision whose sentences are all by one account, but for those of other `writers`."""
    sentences = read_in(content, "de")[1] if content.strip() else ()
    return Revision(
        number=number,
        content=content,
        content_sha256=content_hash(content),
        sentences=tuple(
            SentenceOrigin(text=text, origin=origin, changed_by=(writers or {}).get(text, by))
            for text in sentences
        ),
        by=by,
        at=(BEGUN + timedelta(minutes=minutes)).isoformat(),
    )


def compared(older: str, newer: str) -> Comparison:
    return compare(revision(older), revision(newer), NAMES, wording("en"))


def told(comparison: Comparison) -> list[list[tuple[str, str]]]:
    return [
        [(one.text, one.change) for line in block.lines for one in line.stretches]
        for block in comparison.blocks
    ]


def test_changed_words_are_marked_block_by_block() -> None:
    found = compared(
        "# Titel\n\nDer Rat tagt am Montag.\n\nEnde.", "# Titel\n\nDer Rat tagt am Dienstag.\n\nEnde."
    )
    assert told(found) == [
        [("Titel", "")],
        [("Der Rat tagt am ", ""), ("Montag", "removed"), ("Dienstag", "added"), (".", "")],
        [("Ende.", "")],
    ]
    assert (found.added, found.removed) == (1, 1)
    assert [block.changed for block in found.blocks] == [False, True, False]


def test_a_number_is_one_word() -> None:
    found = compared("Das kostet 28,3 Millionen Euro.", "Das kostet 23,8 Millionen Euro.")
    assert told(found) == [
        [("Das kostet ", ""), ("28,3", "removed"), ("23,8", "added"), (" Millionen Euro.", "")]
    ]


def test_whole_blocks_that_came_and_went_say_so() -> None:
    found = compared("Der Rat tagt.\n\nEs regnet in Mühlried.", "Neu ist die Fähre.\n\nDer Rat tagt.")
    assert [(block.kind, block.change) for block in found.blocks] == [
        ("paragraph", "added"),
        ("paragraph", ""),
        ("paragraph", "removed"),
    ]


def test_every_sentence_says_who_wrote_it_and_what_was_removed_stands_where_it_was() -> None:
    content = "Der Rat tagt. Die Sitzung ist öffentlich."
    now = revision(content, writers={"Die Sitzung ist öffentlich.": "b"})
    (block,) = compare(
        revision("Der Rat tagt. Er schweigt. Die Sitzung ist öffentlich."), now, NAMES, wording("en")
    ).blocks
    assert [(line.by, line.origin, line.changed) for line in block.lines] == [
        ("Ada Mohr", "person", False),
        ("Ben Kuhn", "person", True),
    ]
    removed = [one.text for one in block.lines[1].stretches if one.change == "removed"]
    assert "".join(removed).strip() == "Er schweigt."


TEXTS = st.lists(
    st.sampled_from(
        ["# Rat tagt", "Der Rat tagt.", "Er ruft. ", "Ja?", "- Eins", "> Zitat.", "\n\n", "\n", " ", "ä🙂"]
    ),
    max_size=25,
).map(lambda parts: "".join(parts).strip() or "Leer.")


@given(TEXTS, TEXTS)
def test_both_texts_can_be_put_together_again(older: str, newer: str) -> None:
    found = compared(older, newer)
    blocks = [[one for line in block.lines for one in line.stretches] for block in found.blocks]
    for left_out, text in (("added", older), ("removed", newer)):
        words = "".join("".join(one.text for one in block if one.change != left_out) for block in blocks)
        marks = str.maketrans("", "", "#>- \n")
        assert words.translate(marks) == text.translate(marks)


def test_a_text_compared_with_itself_is_unchanged() -> None:
    text = "# Titel\n\nDer Rat tagt. Er schweigt.\n\n- Eins"
    assert not any(block.changed for block in compared(text, text).blocks)


def dossier(*revisions: Revision, signed: int = 0) -> Dossier:
    found = Dossier(id="d", title="T", language="de", opened_by="a", opened_at="", revisions=revisions)
    if not signed:
        return found
    event = SignedOff(number=signed, content_sha256="0" * 64)
    return replace(found, sign_offs=(SignOff(event=event, by="b", at=""),))


def numbers(found: Dossier) -> list[list[int]]:
    return [[save.number for save in run.saves] for run in runs(found, NAMES)]


def test_saves_of_one_person_are_one_run_until_a_pause_or_somebody_else() -> None:
    pause = PAUSE.total_seconds() / 60
    found = dossier(
        revision("A.", 1, "a", 0),
        revision("B.", 2, "a", 1),
        revision("C.", 3, "b", 2),
        revision("D.", 4, "a", 3),
        revision("E.", 5, "a", 3 + pause),
        revision("F.", 6, "a", 4 + 2 * pause),
    )
    assert numbers(found) == [[6], [5, 4], [3], [2, 1]]


def test_a_machines_draft_and_a_signed_text_stay_in_sight() -> None:
    found = dossier(
        revision("A.", 1, origin=Origin.MACHINE),
        revision("B.", 2, minutes=1),
        revision("C.", 3, minutes=2),
        revision("D.", 4, minutes=3),
        signed=2,
    )
    assert numbers(found) == [[4, 3], [2], [1]]
    last, signed, machine = runs(found, NAMES)
    assert (machine.last.machine, signed.last.signed, last.last.signed) == (True, True, False)


def test_a_chooser_offers_all_saves_or_the_last_of_each_run() -> None:
    few = runs(dossier(*(revision("A.", number, minutes=number) for number in range(1, 5))), NAMES)
    assert [save.number for save in chosen(few, ())] == [4, 3, 2, 1]
    many = [revision("A.", number, "ab"[number > 70], minutes=number) for number in range(1, 90)]
    assert [save.number for save in chosen(runs(dossier(*many), NAMES), (3,))] == [89, 70, 3]


def _saved(desk: Desk, *texts: str) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        people = {account.login: account.id for account in newsroom.accounts()}
        for number, content in enumerate(texts):
            who = (AUTHOR, EDITOR)[number % 2].login
            newsroom.save(desk.dossier, content, by=people[who])


def test_the_page_compares_what_was_chosen(desk: Desk, author: Visit) -> None:
    _saved(desk, "# Rat tagt\n\nDer Rat tagt am Montag.", "# Rat tagt\n\nDer Rat tagt am Dienstag.")
    html = author.get(desk.path("/revisions")).text
    assert "1 word added, 1 word removed." in html
    offered = re.findall(r"<option[^>]*>([^<]+)</option>", html)
    assert len(offered) == 6
    assert re.fullmatch(rf"3: \d\d/\d\d/\d{{4}}, \d\d:\d\d, {EDITOR.name}", offered[0]), offered[0]
    assert '<del><span class="sr">removed: </span>Montag<span class="sr"> (end)</span></del>' in html
    assert desk.path("/text?revision=2") in html
    same = author.get(desk.path("/revisions?older=2&newer=2&only=changes")).text
    assert "Both say the same." in same
    assert "Der Rat tagt" not in same
    turned = author.get(desk.path("/revisions?older=3&newer=2")).text
    assert "removed: </span>Dienstag" in turned


@pytest.mark.parametrize("query", ["?older=99", "?newer=99", "?older=-1"])
def test_a_revision_that_is_none_is_not_found(desk: Desk, author: Visit, query: str) -> None:
    assert author.get(desk.path("/revisions" + query)).status_code == 404


def test_a_dossier_without_a_text_says_so(desk: Desk, author: Visit) -> None:
    opened = author.post("/dossiers", title="Neu", language="de").headers["location"].partition("?")[0]
    path = opened.removesuffix("/sources")
    assert "There is no text yet." in author.get(f"{path}/revisions").text
    assert author.get(f"{path}/revisions?older=1").status_code == 404


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    said: list[str] = []
    yield said
    assert said == []


@pytest.mark.browser
def test_choosing_comparing_and_restoring_by_hand(
    browser: Browser, desk: Desk, complaints: list[str]
) -> None:
    _saved(desk, "# Rat tagt\n\nDer Rat tagt am Montag.", "# Rat tagt\n\nDer Rat tagt am Dienstag.")
    context = browser.new_context(
        base_url=desk.address, locale="de-DE", viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    sign_in(page, AUTHOR)
    page.goto(desk.path("/revisions"))
    expect(page.locator("del")).to_contain_text(["Durchgestrichenes fiel weg", "Montag"])
    page.get_by_label("Ältere").select_option("1")
    page.get_by_label("Nur Geändertes").check()
    page.get_by_role("button", name="Vergleichen").click()
    expect(page.get_by_label("Ältere")).to_have_value("1")
    assert laid_out_width(page) == 360
    # What is picked can be read to its end, with who saved it, also where it is narrow.
    for label in ("Ältere", "Neuere"):
        room = page.get_by_label(label).evaluate(
            """(select) => {
                const canvas = document.createElement("canvas").getContext("2d");
                canvas.font = getComputedStyle(select).font;
                return select.clientWidth - canvas.measureText(select.selectedOptions[0].text).width;
            }"""
        )
        assert room > 0, label
    page.get_by_role("link", name="Fassung 1 wiederherstellen").click()
    expect(page.get_by_text("Das Feld enthält Fassung 1.")).to_be_visible()
    context.close()

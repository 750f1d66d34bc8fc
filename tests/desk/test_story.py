"""The whole story of the example newsroom in a real browser, told once: by mouse and by keyboard alone, in German and
in English.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import extruct
import pytest
from playwright.sync_api import Browser, Route, expect

from beleg.checks.catalogue import title_in
from beleg.newsroom.example import (
    AUTHOR,
    CHIEF,
    EDITOR,
    SOURCES,
    TITLE,
    draft,
    planted_faults,
    source_file,
)
from beleg.newsroom.house import Newsroom
from beleg.newsroom.verification import verify
from beleg.terms.dossier import Dossier
from tests.desk.conftest import Desk
from tests.desk.people import Person, at_the_desk

ADDRESS = "https://anzeiger.example/faerberbruecke"
HEADLINE = "Stadtrat von Grauwerder stimmt für Abriss der Färberbrücke"
NOTE = "In einer früheren Fassung hieß es, der Rat habe am Donnerstagabend abgestimmt. Richtig ist: am Donnerstag."


@dataclass
class Story:
    """Who takes part in it, and the desk they sit at."""

    desk: Desk
    mara: Person
    """Writes."""
    jonas: Person
    """Writes with her, and decides what is open."""
    ines: Person
    """Signs and publishes."""

    @property
    def dossier(self) -> Dossier:
        """The only dossier there is, as the record has it now."""
        with Newsroom.open(self.desk.folder) as newsroom:
            (dossier,) = newsroom.dossiers()
        return dossier

    @property
    def content(self) -> str:
        """The text that was saved last."""
        current = self.dossier.current
        assert current is not None
        return current.content


HANDS = ["mouse-de", "keyboard-en"]
"""Both hands and both languages. `make soak` tells the story with each hand in each language."""
if os.environ.get("BELEG_EVERY_HAND"):
    HANDS += ["mouse-en", "keyboard-de"]


@pytest.fixture(params=HANDS)
def story(request: pytest.FixtureRequest, browser: Browser, empty_desk: Desk) -> Iterator[Story]:
    hand, _, language = str(request.param).partition("-")
    address = empty_desk.address
    with (
        at_the_desk(browser, address, AUTHOR, hand, language) as mara,
        at_the_desk(browser, address, EDITOR, hand, language) as jonas,
        at_the_desk(browser, address, CHIEF, hand, language) as ines,
    ):
        yield Story(empty_desk, mara, jonas, ines)


@pytest.mark.browser
def test_from_an_empty_desk_to_a_corrected_article(story: Story, tmp_path: Path) -> None:
    _a_dossier_is_opened(story.mara)
    _sources_are_taken_in(story.mara, tmp_path)
    _the_machine_writes_first_and_a_person_over_it(story)
    _the_eight_faults_are_there(story.mara)
    _they_are_mended_where_they_stand(story)

    story.jonas.open_dossier()
    expect(story.mara.page.locator(".people")).to_contain_text(EDITOR.name)
    _both_write_at_once(story)
    _both_change_one_sentence_at_once(story)
    _one_is_away_for_a_while(story)
    _no_words_were_lost(story)

    story.jonas.decide_what_is_open()
    decided = {type(decision.event).__name__ for decision in story.dossier.decisions}
    assert decided == {"FindingDismissed", "SentenceConfirmed"}
    _who_wrote_cannot_sign(story.mara)
    _who_wrote_cannot_sign(story.jonas)

    story.ines.open_dossier()
    story.ines.decide_what_is_open()
    _signs(story.ines)
    _a_foreign_edit_voids_the_signature(story)
    story.ines.decide_what_is_open()
    _signs(story.ines)
    _publishes(story.ines, ADDRESS)
    _the_page_can_be_read_by_machines_and_does_nothing(story)
    _the_bundle_holds(story.ines, tmp_path / "first", "faerberbruecke-rat-stimmt-fuer-den-abriss.zip")

    _a_correction_is_written(story)
    story.ines.decide_what_is_open()
    _signs(story.ines, "Preview: not signed; what is published is an earlier version")
    _publishes(story.ines, ADDRESS)
    expect(story.ines.page.locator(".versions .note")).to_have_text(NOTE)
    _the_bundle_holds(story.ines, tmp_path / "second", "faerberbruecke-rat-stimmt-fuer-den-abriss-v2.zip")
    story.ines.tab("Record")
    expect(story.ines.page.locator(".record tr").filter(has_text=ADDRESS)).to_have_count(2)


def _a_dossier_is_opened(mara: Person) -> None:
    mara.hand.write(mara.field("Working title"), TITLE)
    mara.hand.press(mara.button("Create"))
    mara.is_told("The dossier is open. Take in sources first, or write the text.")


def _sources_are_taken_in(mara: Person, tmp_path: Path) -> None:
    """Files, an address that leads nowhere good, and a text that somebody has sent."""
    mara.tab("Sources")
    expect(mara.page.locator(".scripted")).to_have_count(1)
    files = [tmp_path / name for name in SOURCES if not name.endswith(".txt")]
    for path in files:
        path.write_bytes(source_file(path.name))
    mara.hand.give(mara.field("One or several files"), files)
    outcomes = mara.page.locator(".outcomes li")
    expect(outcomes).to_have_count(len(files))
    mara.hand.write(mara.field("Address of a page or file"), "http://127.0.0.1:1/akte")
    mara.hand.write(mara.field("Where it comes from"), "Niederschrift der Sitzung")
    mara.hand.write(mara.field("Text of the source"), source_file("niederschrift.txt").decode())
    mara.hand.press(mara.button("Take in"))
    expect(mara.page.locator("#shelf")).to_contain_text(
        mara.say.count("%(num)s source", "%(num)s sources", len(SOURCES))
    )
    expect(mara.page.locator(".outcomes .taken")).to_have_count(len(SOURCES))
    expect(mara.page.locator(".outcomes .refused")).to_contain_text(
        mara.say(
            "%(name)s: leads to %(kind)s (%(address)s), which is never fetched from.",
            name="http://127.0.0.1:1/akte",
            kind=mara.say("this machine itself"),
            address="127.0.0.1",
        )
    )
    expect(mara.button("Take in")).to_be_enabled()


def _the_machine_writes_first_and_a_person_over_it(story: Story) -> None:
    mara = story.mara
    mara.tab("Write")
    mara.hand.press(mara.link("First draft by the machine"))
    mara.hand.press(mara.button("Write the first draft"))
    mara.is_told(
        "The machine has written a first draft from the sources. It was checked like any other text."
    )
    mara.tab("Write")
    mara.hand.write(mara.field("Text"), draft())
    mara.hand.press(mara.button("Save and check"))
    mara.is_told("Saved and checked.")
    assert [revision.number for revision in story.dossier.revisions] == [1, 2]
    assert story.content == draft()


def _the_eight_faults_are_there(mara: Person) -> None:
    queue = mara.page.get_by_role("region", name=mara.say("To decide"))
    language = mara.say.language
    faults = planted_faults()
    assert len(faults) == 8
    for fault in faults:
        item = queue.get_by_role("link").filter(has_text=title_in(fault.check, language))
        expect(item.filter(has_text=fault.words[:40]).first).to_be_visible()
        row = mara.page.locator(".margins").get_by_role("button", name=re.compile(re.escape(fault.sentence)))
        expect(row.first).to_contain_text(re.compile(f"{mara.say('Error')}|{mara.say('Warning')}"))


def _they_are_mended_where_they_stand(story: Story) -> None:
    """One with the words of the source, five by typing; one is dismissed, and one waits for who can vouch for the
    sentence.
    """
    mara = story.mara
    by_check = {fault.check: fault for fault in planted_faults()}
    number = by_check.pop("number_changed")
    mara.hand.choose_finding(number.words)
    expect(mara.hand.evidence.locator(".differs mark").first).to_have_text("28,3")
    expect(mara.hand.evidence.locator(".found").first).to_contain_text("23,8 Millionen Euro")
    mara.hand.take_suggestion()
    expect(mara.page.locator(".news")).to_have_text(mara.say("The suggested words are in the text."))
    expect(mara.paper).to_contain_text(number.mended)
    mended = draft().replace(number.sentence, number.mended)
    left = by_check.pop("empty_section")
    by_check.pop("unsupported_sentence")
    for fault in by_check.values():
        mara.hand.replace(fault.sentence, fault.mended)
        mended = mended.replace(fault.sentence, fault.mended)
        if fault.mended:
            expect(mara.paper).to_contain_text(fault.mended)
        else:
            expect(mara.paper).not_to_contain_text(fault.sentence)
    mara.is_saved()
    assert story.content.split() == mended.split()
    # Who chooses from a list that is being renewed chooses what has moved to that place.
    for fault in by_check.values():
        found = mara.page.locator(".queue a[data-finding]").filter(
            has_text=title_in(fault.check, mara.say.language)
        )
        expect(found.filter(has_text=fault.words[:40])).to_have_count(0)
    expect(mara.hand.evidence).not_to_have_attribute("aria-busy", "true")
    mara.hand.choose_finding(left.words)
    expect(mara.hand.evidence).to_contain_text(title_in(left.check, mara.say.language))
    mara.hand.dismiss("Darunter setzt die Seite von selbst Verweise.")
    decided = mara.page.locator(".queue .decided")
    expect(decided).to_contain_text(title_in(left.check, mara.say.language))


def _both_write_at_once(story: Story) -> None:
    mara, jonas = story.mara, story.jonas
    mara.hand.replace("nach Angaben der Stadt", "nach den Angaben der Stadt")
    jonas.hand.replace("Nötig sind", "Erforderlich sind")
    for person in (mara, jonas):
        expect(person.paper).to_contain_text("nach den Angaben der Stadt")
        expect(person.paper).to_contain_text("Erforderlich sind")
        person.is_saved()


def _both_change_one_sentence_at_once(story: Story) -> None:
    """Neither has heard of the other when both send; what came second is shown, not dropped, and not laid over the
    first.
    """
    mara, jonas = story.mara, story.jonas
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    for person, words, by in (
        (mara, "Der Umweg koste", "Dieser Umweg koste"),
        (jonas, "Euro im Jahr", "Euro pro Jahr"),
    ):
        person.page.route("**/save", hold)
        with person.page.expect_request("**/save"):
            person.hand.replace(words, by)
        _has_come(person, held, by)
    first, second = held
    first.continue_()
    mara.is_saved()
    mara.page.unroute("**/save")
    second.continue_()
    expect(jonas.conflict).to_contain_text("Dieser Umweg koste das Unternehmen 1.200.000 Euro im Jahr")
    expect(jonas.conflict).to_contain_text("Der Umweg koste das Unternehmen 1.200.000 Euro pro Jahr")
    jonas.page.unroute("**/save")
    jonas.hand.press(jonas.button("Leave it as it is"))
    expect(jonas.conflict).to_have_count(0)
    jonas.is_saved()
    expect(mara.conflict).to_have_count(0)
    assert "Dieser Umweg koste das Unternehmen 1.200.000 Euro im Jahr" in story.content


def _has_come(person: Person, held: list[Route], words: str) -> None:
    """The words are on their way and held there; the test hears of it with whatever else the browser answers."""
    for _ in range(200):
        if held and words in str(held[-1].request.post_data_json):
            return
        person.page.evaluate("0")
    raise AssertionError(f"nothing was sent with {words!r}")


def _one_is_away_for_a_while(story: Story) -> None:
    mara, jonas = story.mara, story.jonas
    jonas.context.set_offline(True)
    jonas.hand.replace("weiterhin nutzen", "auch künftig nutzen")
    jonas.hand.replace("Beide Gutachten", "Die beiden Gutachten")
    expect(jonas.page.locator(".standing")).to_have_text(
        jonas.say("Not saved: the desk does not answer. It is tried again; keep this page open."),
    )
    mara.hand.replace("weiterhin nutzen", "weiter nutzen")
    mara.is_saved()
    jonas.context.set_offline(False)
    expect(jonas.conflict).to_contain_text("Radfahrer können sie weiter nutzen")
    expect(jonas.conflict).to_contain_text("Radfahrer können sie auch künftig nutzen")
    assert "weiter nutzen" in story.content, "what was saved first stands until somebody chooses"
    jonas.hand.press(jonas.button("Take mine"))
    expect(jonas.conflict).to_have_count(0)
    jonas.is_saved()
    for words in ("auch künftig nutzen", "Die beiden Gutachten"):
        expect(mara.paper).to_contain_text(words)
    mara.is_saved()
    jonas.complaints[:] = [said for said in jonas.complaints if "ERR_INTERNET_DISCONNECTED" not in said]


def _no_words_were_lost(story: Story) -> None:
    """Whatever anybody typed stands in the text or in a revision before it, except for what they themselves gave up."""
    stands = (
        "nach den Angaben der Stadt",
        "Erforderlich sind",
        "Dieser Umweg koste",
        "auch künftig nutzen",
        "Die beiden Gutachten",
    )
    for words in stands:
        assert words in story.content
    assert any("weiter nutzen" in revision.content for revision in story.dossier.revisions)
    for person in (story.mara, story.jonas):
        assert " ".join(person.paper.inner_text().split()) == _words_of(story.content)


def _words_of(content: str) -> str:
    return " ".join(re.sub(r"^#+ ", "", content, flags=re.MULTILINE).split())


def _who_wrote_cannot_sign(person: Person) -> None:
    person.tab("Sign")
    expect(person.page.locator(".four-eyes")).to_contain_text(
        person.say("You wrote or changed some of this text, so somebody else has to sign it.")
    )
    expect(person.page.get_by_text(person.say("Can sign: %(names)s.", names=CHIEF.name))).to_be_visible()
    expect(person.button("Sign as %(name)s", name=person.who.name)).to_have_count(0)


def _signs(ines: Person, mark: str = "Preview: not signed, not published") -> None:
    ines.tab("Sign")
    preview = ines.page.frame_locator("iframe.preview")
    expect(preview.get_by_text(ines.say(mark))).to_be_visible()
    expect(preview.get_by_role("heading", level=1)).to_contain_text(HEADLINE)
    ines.hand.write(ines.field("Your password, once more"), CHIEF.password)
    ines.hand.press(ines.button("Sign as %(name)s", name=CHIEF.name))
    ines.is_told("Signed. From now on every change of the text voids the signature.")
    expect(ines.page.locator(".signed")).to_contain_text(CHIEF.name)
    expect(ines.page.locator(".disclosure")).to_contain_text(CHIEF.name)


def _a_foreign_edit_voids_the_signature(story: Story) -> None:
    mara, ines = story.mara, story.ines
    mara.tab("Review")
    mara.hand.replace("täglich rund", "am Tag rund")
    mara.is_saved()
    expect(mara.page.locator(".status .void")).to_contain_text(CHIEF.name)
    expect(mara.page.locator(".margins li.reopened")).to_have_count(1)
    expect(mara.page.locator(".margins li.reopened")).to_contain_text(mara.say("open again"))
    ines.hand.press(ines.button("Publish"))
    expect(ines.page.get_by_role("alert")).to_be_visible()
    expect(ines.button("Publish")).to_have_count(0)
    # The browser reports the refused form (409); that is the one thing it may complain of.
    (complaint,) = ines.complaints
    assert "409" in complaint
    ines.complaints.clear()


def _publishes(ines: Person, address: str) -> None:
    ines.hand.write(ines.field("Address at which it will appear (may stay empty)"), address)
    ines.hand.press(ines.button("Publish"))
    ines.is_told("Published.")
    expect(ines.page.locator(".facts")).to_contain_text(CHIEF.name)


def _the_page_can_be_read_by_machines_and_does_nothing(story: Story) -> None:
    ines = story.ines
    answer = ines.page.request.get(f"/dossiers/{story.dossier.id}/page")
    (article,) = extruct.extract(answer.text(), syntaxes=["json-ld"])["json-ld"]
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == HEADLINE
    ines.hand.press(ines.link("Look at the page"))
    expect(ines.page.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    assert ines.page.evaluate("self.origin") == "null"
    ines.page.go_back()


def _the_bundle_holds(ines: Person, folder: Path, name: str) -> None:
    """Downloaded, and verified as anybody can: in a process that has nothing but the file."""
    with ines.page.expect_download() as downloading:
        ines.hand.press(ines.link("Download the bundle"))
    path = folder / downloading.value.suggested_filename
    downloading.value.save_as(path)
    assert path.name == name
    told = subprocess.run(
        [sys.executable, "-m", "beleg", "verify", path.name, "--messages", ines.say.language],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    expect(ines.page.locator(".facts")).to_contain_text(verify(path.read_bytes()).sha256)


def _a_correction_is_written(story: Story) -> None:
    mara = story.mara
    mara.tab("Review")
    mara.hand.replace("am Donnerstagabend", "am Donnerstag")
    mara.is_saved()
    mara.tab("Sign")
    mara.hand.write(mara.field("What was wrong and what is right, for readers"), NOTE)
    mara.hand.press(mara.button("Keep the note"))
    mara.is_told("The correction note is written. Text and note have to be signed now, by somebody else.")

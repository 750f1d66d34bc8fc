"""The review editor in a real browser: typing, saving, two people at once, and the keyboard alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from beleg.newsroom.example import AUTHOR, EDITOR, ExampleAccount, planted_faults
from beleg.newsroom.house import Newsroom
from tests.desk.conftest import Desk, has_begun, sign_in


@dataclass
class Window:
    """Somebody's window with the example open."""

    page: Page
    complaints: list[str]

    @property
    def text(self) -> Locator:
        return self.page.get_by_role("textbox", name="Text des Artikels")

    @property
    def news(self) -> Locator:
        return self.page.locator(".news")

    def is_saved(self) -> None:
        expect(self.page.locator(".standing")).to_have_text("Gespeichert")

    def behind(self, words: str) -> None:
        """Put the caret behind some words of the text, with the mouse."""
        self.page.evaluate(_PUT, [words, 1])

    def before(self, words: str) -> None:
        """Put the caret before some words of the text."""
        self.page.evaluate(_PUT, [words, 0])

    def caret(self) -> list[str]:
        """The words around the caret."""
        around: list[str] = self.page.evaluate(_CARET)
        return around


_FIND = """(words) => {
  const root = document.querySelector('.ProseMirror');
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = []; let whole = '';
  for (let node = walk.nextNode(); node; node = walk.nextNode()) { nodes.push([node, whole.length]); whole += node.data; }
  const start = whole.indexOf(words);
  if (start < 0) throw new Error('not in the text: ' + words);
  const at = (place) => { for (const [node, from] of nodes) if (place <= from + node.data.length) return [node, place - from]; };
  return [at(start), at(start + words.length)];
}"""
# An editor that gets the keyboard puts its own caret back a moment later: the new one goes in after that, and is heard.
_PUT = f"""async ([words, end]) => {{
  const root = document.querySelector('.ProseMirror');
  if (document.activeElement !== root) {{
    root.focus();
    await new Promise((done) => setTimeout(done, 40));
  }}
  const place = ({_FIND})(words)[end];
  const at = getSelection();
  if (at.focusNode === place[0] && at.focusOffset === place[1] && at.isCollapsed) return;
  const heard = new Promise((done) => document.addEventListener('selectionchange', done, {{ once: true }}));
  at.collapse(place[0], place[1]);
  await heard;
}}"""
_CARET = """() => {
  const range = getSelection().getRangeAt(0);
  const before = range.cloneRange(); const after = range.cloneRange();
  const root = document.querySelector('.ProseMirror');
  before.setStart(root, 0); after.setEnd(root, root.childNodes.length);
  return [before.toString().slice(-12), after.toString().slice(0, 12)];
}"""


def _window(browser: Browser, desk: Desk, who: ExampleAccount) -> Iterator[Window]:
    context = browser.new_context(
        base_url=desk.address, locale="de-DE", viewport={"width": 1440, "height": 900}
    )
    page = context.new_page()
    opened = Window(page, [])
    page.on("console", lambda message: opened.complaints.append(message.text))
    page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    sign_in(page, who)
    page.goto(desk.path())
    has_begun(page)
    yield opened
    context.close()
    assert opened.complaints == []


@pytest.fixture
def mara(browser: Browser, desk: Desk) -> Iterator[Window]:
    """Who wrote the draft."""
    yield from _window(browser, desk, AUTHOR)


@pytest.fixture
def jonas(browser: Browser, desk: Desk) -> Iterator[Window]:
    """Who edits it at the same time."""
    yield from _window(browser, desk, EDITOR)


def _content(desk: Desk) -> str:
    with Newsroom.open(desk.folder) as newsroom:
        current = newsroom.dossier(desk.dossier).current
    assert current is not None
    return current.content


def _fault(check: str) -> str:
    return next(fault.words for fault in planted_faults() if fault.check == check)


@pytest.mark.browser
def test_typing_mends_a_finding_and_undo_brings_it_back(mara: Window, desk: Desk) -> None:
    wrong = mara.page.locator(".finding-words.error", has_text="28,3")
    expect(wrong).to_be_visible()
    mara.behind("28,3")
    mara.page.keyboard.press("Backspace")
    mara.page.keyboard.press("Backspace")
    mara.page.keyboard.press("Backspace")
    mara.page.keyboard.press("Backspace")
    mara.page.keyboard.type("23,8")
    expect(wrong).to_have_count(0)
    expect(mara.page.locator(".finding-words", has_text="23,8")).to_have_count(0)
    assert mara.caret()[0].endswith("23,8")
    mara.is_saved()
    assert "23,8 Millionen Euro" in _content(desk)
    expect(mara.page.locator("#queue")).not_to_contain_text("28,3")
    mara.text.press("Control+z")
    expect(wrong).to_be_visible()
    mara.is_saved()
    assert "28,3 Millionen Euro" in _content(desk)


@pytest.mark.browser
def test_typing_makes_quotation_marks_blocks_and_paragraphs(mara: Window, desk: Desk) -> None:
    mara.behind("Mehr aus Grauwerder")
    mara.page.keyboard.press("Enter")
    mara.page.keyboard.type("## Was noch kommt")
    mara.page.keyboard.press("Enter")
    mara.page.keyboard.type("Kern rief: \"Wir 'warten' noch.\"")
    mara.page.keyboard.press("Enter")
    mara.page.keyboard.type("- eins")
    mara.page.keyboard.press("Enter")
    mara.page.keyboard.type("zwei 🙂")
    mara.page.keyboard.press("Control+s")
    expect(mara.news).to_have_text("Gespeichert")
    mara.is_saved()
    ending = "\n\n## Was noch kommt\n\nKern rief: „Wir ‚warten‘ noch.“\n\n- eins\n- zwei 🙂"
    assert _content(desk).rstrip().endswith(ending)


@pytest.mark.browser
def test_pasting_brings_words_and_blocks_and_nothing_else(mara: Window, desk: Desk) -> None:
    mara.behind("Mehr aus Grauwerder")
    mara.page.keyboard.press("Enter")
    mara.page.evaluate(
        """() => { const data = new DataTransfer();
        data.setData('text/html', '<h2 style="color:red">Neu</h2><p>Ein <b>fetter</b> <a href="https://a.example">Satz</a>.</p>');
        data.setData('text/plain', 'Neu Ein fetter Satz.');
        document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})) }"""
    )
    expect(mara.text.locator(".subhead").last).to_have_text("Neu")
    mara.is_saved()
    assert _content(desk).rstrip().endswith("\n\n## Neu\n\nEin fetter Satz.")


@pytest.mark.browser
def test_a_key_puts_the_suggestion_in_and_undo_takes_it_out(mara: Window, desk: Desk) -> None:
    mara.page.locator("#queue").get_by_role("link").filter(has_text="28,3 Millionen Euro").click()
    expect(mara.text).to_be_focused()
    assert mara.caret()[1].startswith("28,3")
    expect(mara.page.locator(".evidence .found").first).to_contain_text("23,8 Millionen Euro")
    mara.page.keyboard.press("Control+Enter")
    expect(mara.text).to_contain_text("23,8 Millionen Euro")
    expect(mara.news).to_have_text("Die vorgeschlagenen Wörter stehen im Text.")
    mara.is_saved()
    mara.page.keyboard.press("Control+z")
    expect(mara.text).to_contain_text("28,3 Millionen Euro")
    mara.is_saved()
    assert "28,3 Millionen Euro" in _content(desk)


@pytest.mark.browser
def test_queue_text_and_evidence_move_together(mara: Window) -> None:
    quotation = _fault("quotation_altered")
    mara.before(quotation)
    mara.page.keyboard.press("ArrowRight")
    here = mara.page.locator(".queue [aria-current]")
    expect(here).to_have_count(1)
    expect(here).to_contain_text(quotation[:30])
    expect(mara.page.locator(".evidence")).to_contain_text("Zitat verändert")
    mara.page.locator(".margins").get_by_role("button", name=re.compile("Fußgänger und Radfahrer")).click()
    expect(mara.page.locator(".queue [aria-current]")).to_have_count(0)
    expect(mara.page.locator(".evidence")).to_contain_text("Was die Quellen sagen")
    expect(mara.page.locator(".sentence.here").first).to_contain_text("Fußgänger und Radfahrer")


@pytest.mark.browser
def test_two_people_write_at_once_and_both_edits_stand(mara: Window, jonas: Window, desk: Desk) -> None:
    expect(mara.page.locator(".people")).to_contain_text(EDITOR.name)
    mara.before("beschlossen, zwei")
    mara.page.keyboard.type("gestern ")
    where = mara.caret()
    jonas.behind("können sie weiter")
    jonas.page.keyboard.type("X")
    for window in (mara, jonas):
        expect(window.text).to_contain_text("gestern beschlossen, zwei")
        expect(window.text).to_contain_text("weiterXhin")
        window.is_saved()
    assert mara.caret() == where
    assert jonas.caret()[0].endswith("weiterX")
    content = _content(desk)
    assert "gestern beschlossen, zwei" in content and "weiterXhin" in content
    # Each takes back only their own words.
    jonas.page.keyboard.press("Control+z")
    expect(mara.text).not_to_contain_text("weiterXhin")
    expect(mara.text).to_contain_text("gestern beschlossen, zwei")
    assert mara.caret() == where


@pytest.mark.browser
def test_two_wordings_of_one_sentence_are_shown_and_somebody_chooses(
    mara: Window, jonas: Window, desk: Desk
) -> None:
    expect(mara.page.locator(".people")).to_contain_text(EDITOR.name)
    barred = jonas.page.get_by_text("Wer hier schreibt, kann diesen Text nicht mehr freigeben.")
    expect(barred).to_be_visible()
    # Jonas hears nothing for a while, as on a train.
    jonas.page.context.set_offline(True)
    jonas.before("Radfahrer können")
    jonas.page.keyboard.type("alle ")
    expect(jonas.page.locator(".standing")).to_contain_text("Nicht gespeichert")
    mara.before("Radfahrer können")
    mara.page.keyboard.type("viele ")
    mara.is_saved()
    assert "viele Radfahrer" in _content(desk)
    jonas.page.context.set_offline(False)
    conflict = jonas.page.locator(".conflict")
    expect(conflict).to_contain_text("und viele Radfahrer")
    expect(conflict).to_be_in_viewport(ratio=1)
    expect(jonas.page.locator(".standing")).to_have_text("Gespeichert bis auf Ihren Wortlaut: bitte wählen")
    expect(conflict).to_contain_text("und alle Radfahrer")
    expect(jonas.text).to_contain_text("und viele Radfahrer")
    # What is said above the text says the same as what is to be chosen below it.
    told = f"{AUTHOR.name} und Sie haben dieselben Wörter geändert."
    expect(jonas.page.get_by_role("alert")).to_contain_text(told)
    expect(conflict).to_contain_text(told)
    expect(jonas.news).to_be_empty()
    assert "viele Radfahrer" in _content(desk)
    conflict.get_by_role("button", name="Meinen nehmen").click()
    expect(conflict).to_have_count(0)
    expect(mara.text).to_contain_text("und alle Radfahrer")
    jonas.is_saved()
    expect(barred).to_have_count(0)
    expect(mara.text).not_to_contain_text("viele Radfahrer")
    jonas.complaints[:] = [said for said in jonas.complaints if "ERR_INTERNET_DISCONNECTED" not in said]


@pytest.mark.browser
def test_words_wait_for_a_desk_that_is_away(mara: Window, desk: Desk) -> None:
    mara.page.route("**/save", lambda route: route.abort())
    mara.before("beschlossen, zwei")
    mara.page.keyboard.type("gestern ")
    expect(mara.page.locator(".standing")).to_contain_text("Nicht gespeichert: Der Desk antwortet nicht.")
    expect(mara.text).to_contain_text("gestern beschlossen")
    with mara.page.expect_event("dialog") as asked:
        mara.page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    mara.page.unroute("**/save")
    mara.is_saved()
    assert "gestern beschlossen" in _content(desk)
    mara.complaints[:] = [said for said in mara.complaints if "ERR_FAILED" not in said]


@pytest.mark.browser
def test_a_refusal_is_said_in_words_and_the_words_stay(mara: Window, desk: Desk) -> None:
    before = _content(desk)
    mara.text.press("Control+a")
    mara.page.keyboard.press("Delete")
    expect(mara.page.locator(".standing")).to_have_text(re.compile("Nicht gespeichert: .+"))
    assert _content(desk) == before
    mara.text.press("Control+z")
    mara.is_saved()
    assert _content(desk) == before
    mara.complaints[:] = [said for said in mara.complaints if "422" not in said]


@pytest.mark.browser
def test_a_key_shows_the_keys(mara: Window) -> None:
    mara.page.keyboard.press("?")
    dialog = mara.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("row")).to_have_count(18)
    mara.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


@pytest.mark.browser
def test_single_keys_can_be_switched_off(mara: Window) -> None:
    mara.page.get_by_role("button", name="Tasten").click()
    dialog = mara.page.get_by_role("dialog")
    dialog.get_by_label("Einzelne Tasten wirken außerhalb von Feldern").uncheck()
    dialog.get_by_role("button", name="Schließen").click()
    mara.page.reload()
    expect(mara.page.locator(".margins button").first).to_be_visible()
    mara.page.locator("body").press("?")
    expect(mara.page.get_by_role("dialog")).to_have_count(0)
    mara.text.press("Control+/")
    expect(mara.page.get_by_role("dialog")).to_be_visible()


@pytest.mark.browser
def test_panes_and_search_by_keyboard(mara: Window) -> None:
    mara.text.focus()
    mara.page.keyboard.press("F2")
    expect(mara.page.locator(".evidence")).to_be_focused()
    mara.page.keyboard.press("F2")
    expect(mara.text).to_be_focused()
    for pane in (".evidence", ".sources", ".queue", ".text"):
        mara.page.keyboard.press("Shift+F2")
        assert mara.page.evaluate("pane => document.activeElement.closest(pane) !== null", pane), pane
    mara.page.keyboard.press("Control+Shift+F")
    mara.page.keyboard.type("färberbrücke")
    mara.page.keyboard.press("Enter")
    expect(mara.news).to_have_text(re.compile(r"Stelle \d+ von \d+"))
    first = mara.news.inner_text()
    mara.page.keyboard.press("Enter")
    expect(mara.news).not_to_have_text(first)
    mara.page.keyboard.press("Escape")
    expect(mara.text).to_be_focused()
    assert mara.page.evaluate("getSelection().toString()") == "Färberbrücke"


@pytest.mark.browser
def test_without_script_the_page_is_the_one_the_desk_made(browser: Browser, desk: Desk) -> None:
    context = browser.new_context(base_url=desk.address, locale="de-DE", java_script_enabled=False)
    page = context.new_page()
    sign_in(page, AUTHOR)
    page.goto(desk.path())
    expect(page.locator(".row").first).to_be_visible()
    expect(page.locator(".ProseMirror")).to_have_count(0)
    page.locator("#queue").get_by_role("link").filter(has_text="28,3 Millionen Euro").click()
    page.get_by_role("button", name="In den Text übernehmen").click()
    expect(page.get_by_role("status")).to_contain_text("Die vorgeschlagenen Wörter stehen im Text.")
    context.close()
    assert "23,8 Millionen Euro" in _content(desk)


@pytest.mark.browser
def test_teaser_quote_and_link_by_keyboard_look_like_what_they_are(mara: Window, desk: Desk) -> None:
    mara.behind("Abriss der Färberbrücke")
    mara.page.keyboard.press("End")
    mara.page.keyboard.press("Enter")
    mara.page.keyboard.type("Die Brücke kommt weg.")
    mara.page.keyboard.press("Control+Shift+E")
    expect(mara.text.locator(".teaser")).to_have_text("**Die Brücke kommt weg.**")
    expect(mara.page.get_by_role("button", name="Vorspann")).to_have_attribute("aria-pressed", "true")
    mara.page.keyboard.press("Enter")
    mara.page.keyboard.type('"Wir bauen neu", steht im Antrag')
    mara.page.keyboard.press("Control+Shift+B")
    expect(mara.text.locator(".quote")).to_have_text("> „Wir bauen neu“, steht im Antrag")
    for _ in range(len("Antrag")):
        mara.page.keyboard.press("Shift+ArrowLeft")
    mara.page.keyboard.press("Control+K")
    address = mara.page.get_by_label("Adresse des Links")
    expect(address).to_be_focused()
    mara.page.keyboard.type("www.stadt.example")
    mara.page.keyboard.press("Enter")
    expect(mara.page.get_by_role("alert")).to_contain_text("https://")
    address.fill("https://stadt.example/antrag")
    mara.page.keyboard.press("Enter")
    expect(mara.text).to_be_focused()
    expect(mara.text.locator(".link")).to_have_text("Antrag")
    mara.page.keyboard.press("Enter")
    mara.page.keyboard.type("So geht es weiter")
    mara.page.keyboard.press("Control+Shift+H")
    expect(mara.text.locator(".subhead").first).to_have_text("So geht es weiter")
    mara.is_saved()
    assert _content(desk).splitlines()[1:8] == [
        "",
        "**Die Brücke kommt weg.**",
        "",
        "> „Wir bauen neu“, steht im [Antrag](https://stadt.example/antrag)",
        "",
        "## So geht es weiter",
        "",
    ]


@pytest.mark.browser
def test_the_tools_are_reached_from_the_text_and_walked_with_arrows(mara: Window) -> None:
    mara.behind("Die 84 Meter")
    mara.page.keyboard.press("Shift+Tab")
    expect(mara.page.get_by_role("button", name="Tasten")).to_be_focused()
    mara.page.keyboard.press("Shift+Tab")
    tools = mara.page.get_by_role("toolbar", name="Absatz und Link")
    expect(tools.get_by_role("button", name="Link")).to_be_focused()
    mara.page.keyboard.press("ArrowRight")
    expect(tools.get_by_role("button", name="Vorspann")).to_be_focused()
    mara.page.keyboard.press("Enter")
    expect(mara.page.get_by_role("alert")).to_have_text(
        "Ein Vorspann steht gleich unter der Überschrift; dieser Absatz tut das nicht."
    )
    mara.page.keyboard.press("ArrowLeft")
    expect(mara.page.get_by_role("button", name="Link")).to_be_focused()
    mara.page.keyboard.press("ArrowLeft")
    mara.page.keyboard.press("Enter")
    expect(mara.text).to_be_focused()
    expect(mara.text.locator(".quote")).to_contain_text("> Die 84 Meter")
    mara.is_saved()


@pytest.mark.browser
def test_what_was_said_of_an_act_goes_with_the_next_choice_and_the_next_edit(mara: Window) -> None:
    queue = mara.page.locator("#queue")
    queue.get_by_role("link").filter(has_text="28,3 Millionen Euro").click()
    expect(mara.page.locator(".evidence .found").first).to_contain_text("23,8 Millionen Euro")
    mara.page.keyboard.press("Control+Enter")
    expect(mara.news).to_have_text("Die vorgeschlagenen Wörter stehen im Text.")
    mara.page.keyboard.press("Control+z")
    expect(mara.news).to_be_empty()
    queue.get_by_role("link").filter(has_text=_fault("quotation_altered")[:30]).click()
    evidence = mara.page.locator(".evidence")
    expect(evidence.locator(".suggested mark")).to_have_text("nicht")
    evidence.locator("details.answer summary").first.click()
    evidence.get_by_label("Begründung").fill("So gesagt, die Aufnahme liegt vor.")
    evidence.get_by_role("button", name="In diesem Artikel verwerfen").click()
    expect(mara.news).to_have_text(re.compile("Der Befund ist verworfen"))


@pytest.mark.browser
def test_a_dropped_nicht_is_marked_in_the_suggestion_the_text_and_the_source(mara: Window) -> None:
    mara.page.locator("#queue").get_by_role("link").filter(has_text=_fault("quotation_altered")[:30]).click()
    finding = mara.page.locator(".evidence .finding")
    expect(finding.locator(".suggested mark")).to_have_text("nicht")
    expect(finding.locator(".passage mark").first).to_have_text("nicht")
    expect(finding.locator(".differs dd")).to_contain_text("für mich ‸ Hier fehlt etwas verhandelbar")
    expect(finding.locator(".differs .gap")).to_have_attribute("title", "Hier fehlt etwas")


@pytest.mark.browser
def test_who_says_it_stands_above_the_passage_which_stands_there_whole(mara: Window) -> None:
    mara.page.locator("#queue").get_by_role("link").filter(has_text="28,3 Millionen Euro").click()
    evidence = mara.page.locator(".evidence")
    expect(evidence.locator("> .chain")).to_contain_text("der Stadt")
    source = evidence.locator(".finding .passage").first
    expect(source.locator("figcaption")).to_contain_text("der Stadt")
    expect(source.locator("figcaption")).to_contain_text("Presseagentur Mittelland")
    expect(source.locator("mark")).to_have_text("23,8")
    expect(evidence.locator(".differs mark").first).to_have_text("28,3")
    # Nothing scrolls inside of the pane, and more of the source can be unfolded.
    expect(evidence).to_have_css("overflow-y", "auto")
    expect(source.locator("blockquote")).to_have_css("overflow-y", "visible")
    source.get_by_text("Mehr aus der Quelle").click()
    expect(source.locator("details p").first).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize("size", [(1440, 900), (768, 1024), (360, 740)])
def test_what_can_be_answered_and_whether_it_is_saved_stay_in_sight(
    mara: Window, size: tuple[int, int]
) -> None:
    page = mara.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.keyboard.press("j")
    answers = page.locator(".evidence .answer button:visible, .evidence .answer summary")
    for _ in range(6):
        expect(page.locator(".evidence")).not_to_have_attribute("aria-busy", "true")
        for seen in (answers.first, page.locator(".standing")):
            expect(seen).to_be_in_viewport(ratio=1)
        page.keyboard.press("j")


@pytest.mark.browser
def test_change_the_text_leads_to_the_place_in_the_editor(mara: Window, desk: Desk) -> None:
    mara.page.locator(".margins").get_by_role("button", name=re.compile("Fußgänger und Radfahrer")).click()
    expect(mara.page.locator(".evidence")).to_contain_text("Was die Quellen sagen")
    mara.page.locator(".evidence").get_by_role("link", name="Text ändern").click()
    expect(mara.text).to_be_focused()
    assert mara.caret()[1].startswith("Fußgänger")
    assert mara.page.url.endswith(desk.dossier)


@pytest.mark.browser
def test_the_keys_are_read_from_their_top(mara: Window) -> None:
    mara.page.set_viewport_size({"width": 360, "height": 500})
    mara.page.get_by_role("button", name="Tasten").click()
    dialog = mara.page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="Tasten")).to_be_in_viewport(ratio=1)
    assert dialog.evaluate("one => one.scrollTop") == 0
    names = dialog.locator("tbody th").all_inner_texts()
    assert len(names) == len(set(names))

"""Two hands at the desk: one that points and clicks, and one that has nothing but the keyboard.

Both can do the same things, so that a story is told once. Neither looks at the page in any other way than to see
whether what it wants has come; what a person cannot do, such as putting the focus somewhere from outside, they cannot
do either.
"""

from abc import ABC, abstractmethod
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.desk.messages import Spoken

STOPS = 160
"""How often the keyboard may be moved on before something counts as out of its reach."""

_PLACE = """(words) => {
  const root = document.querySelector('.ProseMirror');
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = []; let whole = '';
  for (let node = walk.nextNode(); node; node = walk.nextNode()) { nodes.push([node, whole.length]); whole += node.data; }
  const start = whole.indexOf(words);
  if (start < 0) throw new Error('not in the text: ' + words);
  const range = document.createRange();
  for (const [node, from] of nodes) {
    if (from <= start && start < from + node.data.length) range.setStart(node, start - from);
    const end = start + words.length - from;
    if (0 < end && end <= node.data.length) range.setEnd(node, end);
  }
  range.startContainer.parentElement.scrollIntoView({block: 'center', behavior: 'instant'});
  const all = [...range.getClientRects()].filter((one) => one.width > 0);
  const [first, last] = [all[0], all.at(-1)];
  return [first.left + 0.5, (first.top + first.bottom) / 2, last.right - 0.5, (last.top + last.bottom) / 2];
}"""
"""Where words of the text begin and end on the screen."""

_STOP = """(wanted) => {
  const here = document.activeElement;
  if (here === wanted) return ['', 0];
  const name = here.getAttribute('aria-label') || here.innerText || here.id || here.className || '';
  const back = here !== document.body && here.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING;
  return [`${here.tagName.toLowerCase()} ${name.trim().slice(0, 40)}`, back ? -1 : 1];
}"""
"""What has the keyboard, and whether what is wanted lies before or behind it; an empty name if it is that."""


class Hand(ABC):
    """Somebody's hand on one page."""

    def __init__(self, page: Page, say: Spoken) -> None:
        self.page = page
        self.say = say

    @property
    def evidence(self) -> Locator:
        return self.page.locator(".evidence")

    @abstractmethod
    def press(self, control: Locator) -> None:
        """Push a button, follow a link, unfold what is folded."""

    @abstractmethod
    def go_into(self, field: Locator) -> None:
        """Be in a field, to type there."""

    @abstractmethod
    def give(self, field: Locator, files: list[Path]) -> None:
        """Hand files over on the page with this field for files."""

    @abstractmethod
    def mark(self, words: str) -> None:
        """Select words of the text in the review editor."""

    @abstractmethod
    def choose_finding(self, words: str) -> None:
        """Go to the finding about these words."""

    @abstractmethod
    def take_suggestion(self) -> None:
        """Put into the text what the chosen finding suggests."""

    @abstractmethod
    def answer_yes(self) -> None:
        """Say of the chosen sentence that the sources say so."""

    @abstractmethod
    def confirm(self, reason: str) -> None:
        """Confirm the chosen sentence."""

    @abstractmethod
    def dismiss(self, reason: str) -> None:
        """Dismiss the chosen finding."""

    @abstractmethod
    def go_on(self) -> None:
        """Go to what waits next."""

    def write(self, field: Locator, words: str) -> None:
        """Put words into a field in the place of those that are there."""
        self.go_into(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(words)
        expect(field).to_have_value(words)

    def replace(self, words: str, by: str) -> None:
        """Type other words over words of the text."""
        self.mark(words)
        if by:
            self.page.keyboard.type(by)
        else:
            self.page.keyboard.press("Delete")

    def _is_marked(self, words: str) -> bool:
        return bool(self.page.evaluate("words => getSelection().toString() === words", words))


class Mouse(Hand):
    """Points, clicks and drags; the keyboard is there for words only."""

    def press(self, control: Locator) -> None:
        control.click()

    def go_into(self, field: Locator) -> None:
        field.click()

    def give(self, field: Locator, files: list[Path]) -> None:
        dropped = [[path.name, list(path.read_bytes())] for path in files]
        expect(self.page.locator(".scripted")).to_have_count(1)
        field.evaluate(
            """(field, files) => {
              const dropped = new DataTransfer();
              for (const [name, bytes] of files) dropped.items.add(new File([new Uint8Array(bytes)], name));
              field.form.dispatchEvent(new DragEvent('drop', {dataTransfer: dropped, bubbles: true, cancelable: true}));
            }""",
            dropped,
        )

    def mark(self, words: str) -> None:
        # What stands above the text can grow while it is pointed at: then the words are pointed at once more.
        for _ in range(5):
            x, y, to_x, to_y = self.page.evaluate(_PLACE, words)
            self.page.mouse.move(x, y)
            self.page.mouse.down()
            self.page.mouse.move(to_x, to_y, steps=3)
            self.page.mouse.up()
            if self._is_marked(words):
                return
        raise AssertionError(f"cannot be marked with the mouse: {words}")

    def choose_finding(self, words: str) -> None:
        self.page.locator(".queue a[data-finding]").filter(has_text=words).first.click()

    def take_suggestion(self) -> None:
        self.evidence.get_by_role("button", name=self.say("Put this into the text")).first.click()

    def answer_yes(self) -> None:
        self.evidence.get_by_role("button", name=self.say("Yes"), exact=True).click()

    def confirm(self, reason: str) -> None:
        self.write(self.evidence.locator("form.confirm textarea"), reason)
        self.evidence.get_by_role("button", name=self.say("Confirm this sentence")).click()

    def dismiss(self, reason: str) -> None:
        folded = self.page.get_by_role("button", name=self.say("Dismiss here"), include_hidden=True)
        finding = self.evidence.locator("section.finding", has=folded).first
        finding.locator("summary").click()
        self.write(finding.locator("textarea"), reason)
        finding.get_by_role("button", name=self.say("Dismiss here")).click()

    def go_on(self) -> None:
        self.evidence.locator(".onward a[href^='?at=']").click()


class Keyboard(Hand):
    """Presses keys, and nothing else: Tab to what it wants, and the desk's own keys in the review."""

    def __init__(self, page: Page, say: Spoken) -> None:
        super().__init__(page, say)
        # Asked for only when a key is pressed already, the browser may open a dialog of its own, which nobody sees.
        page.on("filechooser", lambda _: None)

    def press(self, control: Locator) -> None:
        self._reach(control)
        self.page.keyboard.press("Enter")

    def go_into(self, field: Locator) -> None:
        self._reach(field)

    def give(self, field: Locator, files: list[Path]) -> None:
        self._reach(field)
        with self.page.expect_file_chooser() as asked:
            self.page.keyboard.press("Enter")
        asked.value.set_files(files)

    def mark(self, words: str) -> None:
        keys = self.page.keyboard
        keys.press("Control+Shift+F")
        expect(self.page.get_by_role("searchbox", name=self.say("Search in the text"))).to_be_focused()
        keys.type(words)
        keys.press("Enter")
        keys.press("Escape")
        expect(self.page.locator(".ProseMirror")).to_be_focused()
        assert self._is_marked(words), words

    def choose_finding(self, words: str) -> None:
        wanted = self.page.locator(".queue a[aria-current]").filter(has_text=words)
        reached: list[str] = []
        while not wanted.count():
            assert len(reached) < STOPS, f"F8 does not lead to {words!r} but to {reached}"
            self.page.keyboard.press("F8")
            reached.append(" / ".join(self.page.locator(".queue a[aria-current]").all_inner_texts()))

    def take_suggestion(self) -> None:
        self.page.keyboard.press("Control+Enter")

    def answer_yes(self) -> None:
        self.page.keyboard.press("Control+Shift+Enter")
        expect(self.evidence.locator('button[value="yes"]')).to_be_focused()
        self.page.keyboard.press("Enter")

    def confirm(self, reason: str) -> None:
        self._give_reason("Control+Shift+Enter", reason)

    def dismiss(self, reason: str) -> None:
        self._give_reason("Control+Shift+Backspace", reason)

    def go_on(self) -> None:
        self.page.keyboard.press("F8")

    def _give_reason(self, key: str, reason: str) -> None:
        self.page.keyboard.press(key)
        field = self.evidence.locator("textarea:focus")
        expect(field).to_have_count(1)
        self.page.keyboard.insert_text(reason)
        expect(field).to_have_value(reason)
        self.page.keyboard.press("Control+Enter")

    def _reach(self, wanted: Locator) -> None:
        """Move on, or back, until it has the keyboard."""
        expect(wanted).to_have_count(1)
        reached: list[str] = []
        for _ in range(STOPS):
            name, way = wanted.evaluate(_STOP)
            if not name:
                return
            reached.append(name)
            self.page.keyboard.press("Tab" if way > 0 else "Shift+Tab")
        raise AssertionError(f"the keyboard does not reach {wanted}; it came to {reached}")

/** A place that two people have changed: both wordings under it, and the person chooses. */

import type { EditorView } from "prosemirror-view";
import type { ConflictTold, SavedTold } from "./desk";
import { disagree, known, type Placed } from "./marks";
import { toPosition } from "./places";
import { inline, layout } from "./text";
import { element, say, type Words } from "./words";

/** Lay the conflicts that a save has told over the document, beside those that are still undecided. */
export function remember(view: EditorView, saved: SavedTold): void {
  if (!saved.conflicts.length) return;
  const now = layout(view.state.doc);
  const fresh = saved.conflicts.flatMap((told): Placed<ConflictTold>[] => {
    if (now.content === saved.content) {
      return [{ from: toPosition(now, told.start, true), to: toPosition(now, told.end), told }];
    }
    // Something was typed meanwhile: the words are where they are now, or else at the end of the text.
    for (const { node, pos } of now.blocks) {
      const at = told.theirs ? node.textContent.indexOf(told.theirs) : -1;
      if (at >= 0) return [{ from: pos + at, to: pos + at + told.theirs.length, told }];
    }
    const end = view.state.doc.content.size - 1;
    return [{ from: end, to: end, told }];
  });
  view.dispatch(disagree(view.state.tr, [...known(view.state).conflicts, ...fresh]));
}

/** The conflict as it is shown; choosing one's own words is an edit like any other and can be undone. */
export function shown(conflict: Placed<ConflictTold>, view: () => EditorView, words: Words, language: string): HTMLElement {
  const { told } = conflict;
  const box = element("div", "conflict");
  box.contentEditable = "false";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", say(words, "conflict", { name: told.by }));
  box.lang = words["language"] ?? "";
  box.append(element("p", "about", say(words, "conflict", { name: told.by })));
  const both = element("dl", "");
  for (const [name, wording] of [
    [say(words, "theirs", { name: told.by }), told.theirs],
    [say(words, "mine"), told.mine],
  ] as const) {
    const cell = element("dd", "", wording || say(words, "deleted"));
    if (wording) cell.lang = language;
    both.append(element("dt", "", name), cell);
  }
  const mine = button(say(words, "take_mine"), () => settle(view(), told, true));
  const theirs = button(say(words, "keep_theirs"), () => settle(view(), told, false));
  const buttons = element("div", "buttons");
  buttons.append(theirs, mine);
  box.append(both, buttons);
  return box;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element("button", "", text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function settle(view: EditorView, told: ConflictTold, takeMine: boolean): void {
  const all = known(view.state).conflicts;
  const place = all.find((one) => one.told === told);
  if (!place) return;
  if (takeMine) view.dispatch(view.state.tr.replaceWith(place.from, place.to, inline(told.mine)));
  const left = known(view.state).conflicts.filter((one) => one.told !== told);
  view.dispatch(disagree(view.state.tr, left));
  view.focus();
}

/** A place that two people have changed: both wordings under it, and the person chooses. */

import type { Node } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import type { EditorView } from "prosemirror-view";
import type { ConflictTold, SavedTold } from "./desk";
import { takeOver } from "./foreign";
import { disagree, known, type Placed } from "./marks";
import { toOffset, toPosition } from "./places";
import { inline, layout, parse } from "./text";
import { element, say, type Words } from "./words";

/** Lay the conflicts that a save has told over the document, beside those that are still undecided; the first new one comes into sight. */
export function remember(view: EditorView, saved: SavedTold): void {
  const { state } = view;
  const fresh = saved.conflicts.map((told) => ({ ...placed(state.doc, saved.content, told), told }));
  const before = new Set(view.dom.querySelectorAll(".conflict"));
  view.dispatch(disagree(state.tr, [...known(state).conflicts, ...fresh]));
  const choice = [...view.dom.querySelectorAll(".conflict")].find((one) => !before.has(one));
  choice?.scrollIntoView({ block: "nearest" });
}

/** Where a stretch of the saved text stands in a document in which somebody has gone on writing since. */
export function placed(doc: Node, content: string, told: Pick<ConflictTold, "start" | "end">): { from: number; to: number } {
  const saved = parse(content);
  const then = layout(saved);
  const now = layout(doc);
  // The edits that lead from the saved text to this one carry its places along. Blocks without words are in no text.
  const since = takeOver(EditorState.create({ doc: saved }), saved, new Mapping(), now.content)!;
  const there = layout(since.doc);
  const carried = (offset: number, onward: boolean): number =>
    toOffset(there, since.mapping.map(toPosition(then, offset, onward), onward ? 1 : -1));
  const from = toPosition(now, carried(told.start, true), told.start < told.end);
  return { from, to: Math.max(from, toPosition(now, carried(told.end, false))) };
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

/** What the desk says of the text, and what others write into it, put into the document as it is by then. */

import { Mapping } from "prosemirror-transform";
import type { EditorView } from "prosemirror-view";
import { takeCaret } from "./caret";
import { remember } from "./conflicts";
import type { LaidTold, RevisionNews, SavedTold } from "./desk";
import { takeOver } from "./foreign";
import type { Looking } from "./looking";
import { tell } from "./marks";
import type { Panes } from "./panes";
import type { Sending } from "./sendings";
import type { Telling } from "./telling";
import { layout } from "./text";
import { say, type Words } from "./words";

export interface Awaited {
  readonly view: EditorView;
  readonly looking: Looking;
  readonly panes: Panes;
  readonly telling: Telling;
  readonly words: Words;
}

export class Arrivals {
  readonly #awaited: () => Awaited;

  constructor(awaited: () => Awaited) {
    this.#awaited = awaited;
  }

  /** The page was opened with this text. */
  opened(opened: SavedTold): void {
    const { view } = this.#awaited();
    view.dispatch(tell(view.state.tr, layout(view.state.doc), new Mapping(), opened));
  }

  /** The desk has looked at what was sent. */
  told(laid: LaidTold, sending: Sending): void {
    const { view } = this.#awaited();
    takeCaret(view);
    view.dispatch(tell(view.state.tr, sending.layout, sending.since, laid));
  }

  /** The desk has saved what was sent; false if words typed meanwhile stand in the way of others'. */
  saved(saved: SavedTold, sending: Sending): boolean {
    const { view, looking, telling, words } = this.#awaited();
    takeCaret(view);
    if (saved.content !== sending.layout.content) {
      const theirs = takeOver(view.state, sending.doc, sending.since, saved.content);
      if (!theirs) return false;
      view.dispatch(theirs);
    }
    const now = layout(view.state.doc);
    looking.drop();
    if (now.content === saved.content) view.dispatch(tell(view.state.tr, now, new Mapping(), saved));
    else if (saved.content === sending.layout.content) view.dispatch(tell(view.state.tr, sending.layout, sending.since, saved));
    if (now.content !== saved.content) looking.touch();
    this.#merged(saved, saved.content !== sending.layout.content);
    if (saved.conflicts.length) {
      remember(view, saved);
      telling.refuse(say(words, "conflict", { name: saved.conflicts[0]!.by }));
    }
    this.#revision(saved.revision);
    return true;
  }

  /** Somebody else has saved, and nothing was being written here. */
  foreign(news: RevisionNews): void {
    const { view, looking, telling, words } = this.#awaited();
    takeCaret(view);
    const theirs = takeOver(view.state, view.state.doc, new Mapping(), news.content);
    if (!theirs) return;
    view.dispatch(theirs);
    looking.touch(0);
    this.#revision(news.revision);
    telling.announce(say(words, "changed_by", { name: news.name }));
  }

  /** Say that others' words came in; not where somebody has to choose, for then not everything is in the text. */
  #merged(saved: SavedTold, came: boolean): void {
    const { telling, words } = this.#awaited();
    if (!came || !saved.merged || saved.conflicts.length) return;
    telling.announce(say(words, "merged", { names: saved.others.join(", ") }));
  }

  #revision(number: number): void {
    const { panes, telling } = this.#awaited();
    telling.revision(number);
    setTimeout(() => void panes.refresh());
  }
}

/** The way through what waits: whatever is chosen in one pane is chosen in all. */

import { Selection, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { choose, known, openFindings, sentenceAt } from "./marks";
import type { Panes } from "./panes";
import type { Queue } from "./queue";
import { nextStop, type Stop } from "./stops";

/** The three panes: the text, the queue, and what the desk makes of queue and evidence. */
export interface Screenful {
  readonly view: EditorView;
  readonly queue: Queue;
  readonly panes: Panes;
}

export class Way {
  readonly #screenful: () => Screenful;
  /** What the page had chosen when it was made. */
  readonly #opened: string;

  /** The panes are asked for when they are needed, for they lead here themselves. */
  constructor(screenful: () => Screenful, opened: string) {
    this.#screenful = screenful;
    this.#opened = opened;
  }

  /** Begin where the page stands: what it had chosen is chosen here. */
  open(): void {
    const { view } = this.#screenful();
    const chosen = known(view.state).sentences.find(({ told }) => told.anchor === this.#opened);
    if (chosen) {
      const finding = openFindings(known(view.state)).find(({ told }) => told.anchor === this.#opened);
      view.dispatch(choose(view.state.tr, (finding ?? chosen).from, finding?.told.key ?? ""));
      // A page that nobody opened at a place begins at its top.
      this.#select(finding ?? chosen, false, new URLSearchParams(location.search).has("at"));
    }
  }

  /** Queue and evidence go where the person is; what the desk has told may only give the place another name. */
  follow(renamed: boolean): void {
    const { view, panes, queue } = this.#screenful();
    const at = this.#at();
    if (!at) return;
    if (renamed) panes.rename(at);
    else panes.choose(at);
    queue.mark(at, known(view.state).finding);
  }

  /** New panes stand on the screen: mark in them what is chosen. */
  mark(): void {
    const { view, queue } = this.#screenful();
    const { finding } = known(view.state);
    queue.mark(this.#at() || this.#opened, finding);
    queue.reveal(finding);
  }

  /** Lead to a finding or a sentence that the queue or the evidence names; false if the text has it no more. */
  lead(at: string, key: string): boolean {
    const now = known(this.#screenful().view.state);
    const finding = now.findings.find(({ told }) => told.key === (key || at));
    const place = finding ?? now.sentences.find(({ told }) => told.anchor === at);
    if (!place) return false;
    this.go({ from: place.from, to: place.to, at, finding: finding?.told.key ?? "", title: "" }, true);
    return true;
  }

  go(stop: Stop, focus: boolean): void {
    const { view, panes, queue } = this.#screenful();
    this.#select(stop, focus);
    view.dispatch(choose(view.state.tr, stop.from, stop.finding));
    panes.choose(stop.at, true);
    queue.mark(stop.at, stop.finding);
    queue.reveal(stop.finding);
  }

  /** What waits after (or before) where the person is; undefined if nothing does. */
  next(direction: 1 | -1): Stop | undefined {
    const now = known(this.#screenful().view.state);
    return nextStop(now, now.at ?? 0, direction);
  }

  /** Put the keyboard into the text, where what is chosen stands; the caret stays if it is there already. */
  write(): boolean {
    const { view } = this.#screenful();
    const now = known(view.state);
    const chosen = now.findings.find(({ told }) => told.key === now.finding) ?? sentenceAt(now, now.at);
    const { head } = view.state.selection;
    if (!chosen || (chosen.from <= head && head <= chosen.to)) this.#select({ from: head }, true);
    else this.#select(chosen, true);
    return true;
  }

  #at(): string {
    const now = known(this.#screenful().view.state);
    const finding = now.findings.find(({ told }) => told.key === now.finding);
    if (finding && !finding.told.anchor) return finding.told.key;
    return sentenceAt(now, now.at)?.told.anchor ?? "";
  }

  #select({ from }: { readonly from: number }, focus: boolean, scroll = true): void {
    const { view } = this.#screenful();
    const { doc } = view.state;
    const at = Math.min(from, doc.content.size);
    const selection = doc.resolve(at).parent.inlineContent ? TextSelection.create(doc, at) : Selection.near(doc.resolve(at));
    if (focus) view.focus();
    view.dispatch(view.state.tr.setSelection(selection));
    if (!scroll) return;
    // The editor scrolls to its selection only while it has the keyboard.
    const { node } = view.domAtPos(at, 1);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "nearest" });
  }
}

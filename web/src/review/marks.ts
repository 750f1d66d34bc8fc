/**
 * What is known of the text, laid over it: where the sentences are and how they stand, which words were found fault with,
 * where two people disagree. Every edit carries it along, so that nothing jumps before the desk has looked again.
 */

import { Plugin, PluginKey, type EditorState, type Transaction } from "prosemirror-state";
import type { Mapping } from "prosemirror-transform";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { ConflictTold, FindingTold, LaidTold, SentenceTold } from "./desk";
import { toPosition } from "./places";
import type { Layout } from "./text";

export interface Placed<Told> {
  readonly from: number;
  readonly to: number;
  readonly told: Told;
}

/** Something known of the text, with where it is in the document now. */
export interface Known {
  readonly sentences: readonly Placed<SentenceTold>[];
  readonly findings: readonly Placed<FindingTold>[];
  readonly conflicts: readonly Placed<ConflictTold>[];
  /** Where the person looks; null before anything was chosen. */
  readonly at: number | null;
  /** The key of the finding that was chosen, empty if a sentence was. */
  readonly finding: string;
}

interface Painted {
  readonly known: Known;
  readonly set: DecorationSet;
}

type News =
  | { readonly kind: "told"; readonly sentences: Known["sentences"]; readonly findings: Known["findings"] }
  | { readonly kind: "chosen"; readonly at: number | null; readonly finding: string }
  | { readonly kind: "conflicts"; readonly conflicts: Known["conflicts"] };

const key = new PluginKey<Painted>("marks");

/** How a conflict is shown; made by the page, which has the words. */
export type ConflictShown = (conflict: Placed<ConflictTold>) => HTMLElement;

export function marks(shown: ConflictShown): Plugin<Painted> {
  return new Plugin<Painted>({
    key,
    state: {
      init: () => ({ known: { sentences: [], findings: [], conflicts: [], at: null, finding: "" }, set: DecorationSet.empty }),
      apply(transaction, painted) {
        const news = transaction.getMeta(key) as News | undefined;
        if (!news && !transaction.docChanged) return painted;
        const known = told(transaction.docChanged ? carried(painted.known, transaction.mapping) : painted.known, news);
        const carriedOn = transaction.docChanged ? painted.set.map(transaction.mapping, transaction.doc) : painted.set;
        // Every keystroke chooses the sentence it is typed in; only another sentence looks different.
        const same = !news || (news.kind === "chosen" && here(painted.known) === here(known));
        return { known, set: same ? carriedOn : paint(transaction, known, shown) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
}

export function known(state: EditorState): Known {
  return key.getState(state)!.known;
}

/** Whether a transaction says something about the text instead of changing it. */
export function isNews(transaction: Transaction): boolean {
  return transaction.getMeta(key) !== undefined;
}

function told(before: Known, news: News | undefined): Known {
  if (!news) return before;
  const { kind, ...rest } = news;
  return { ...before, ...rest };
}

function carry<Told>(placed: readonly Placed<Told>[], mapping: Mapping): Placed<Told>[] {
  return placed.map(({ from, to, told }) => {
    const start = mapping.map(from, from === to ? -1 : 1);
    return { from: start, to: Math.max(start, mapping.map(to, -1)), told };
  });
}

function carried(before: Known, mapping: Mapping): Known {
  return {
    sentences: carry(before.sentences, mapping),
    findings: carry(before.findings, mapping),
    conflicts: carry(before.conflicts, mapping),
    at: before.at === null ? null : mapping.map(before.at),
    finding: before.finding,
  };
}

/** Lay what the desk has said of a text over the document as it is now: `layout` is that text's, `since` what came after. */
export function tell(transaction: Transaction, layout: Layout, since: Mapping, laid: LaidTold): Transaction {
  const place = <Told extends { start: number; end: number }>(all: readonly Told[]): Placed<Told>[] =>
    carry(
      all.map((one) => {
        const from = toPosition(layout, one.start, one.start < one.end);
        return { from, to: Math.max(from, toPosition(layout, one.end)), told: one };
      }),
      since,
    );
  const news: News = { kind: "told", sentences: place(laid.sentences), findings: place(laid.findings) };
  return transaction.setMeta(key, news).setMeta("addToHistory", false);
}

export function choose(transaction: Transaction, at: number | null, finding = ""): Transaction {
  return transaction.setMeta(key, { kind: "chosen", at, finding } satisfies News).setMeta("addToHistory", false);
}

export function disagree(transaction: Transaction, conflicts: Known["conflicts"]): Transaction {
  return transaction.setMeta(key, { kind: "conflicts", conflicts } satisfies News).setMeta("addToHistory", false);
}

/** The sentence at a position: the one it lies in, or the one it ends (what is typed there goes on with it). */
export function sentenceAt(now: Known, pos: number | null): Placed<SentenceTold> | undefined {
  if (pos === null) return undefined;
  return now.sentences.find(({ from, to }) => from <= pos && pos <= to);
}

function here(now: Known): SentenceTold | undefined {
  return sentenceAt(now, now.at)?.told;
}

/** The open findings, in the order of the text. */
export function openFindings(now: Known): Placed<FindingTold>[] {
  return now.findings.filter(({ told }) => told.state !== "dismissed").sort((a, b) => a.from - b.from || a.to - b.to);
}

const WORST = ["notice", "warning", "error"];

function paint(transaction: Transaction, now: Known, shown: ConflictShown): DecorationSet {
  const chosen = here(now);
  const painted: Decoration[] = [];
  for (const one of now.sentences) {
    if (one.from === one.to) continue;
    const kind = `sentence ${one.told.state.kind}${one.told === chosen ? " here" : ""}`;
    painted.push(Decoration.inline(one.from, one.to, { class: kind }));
  }
  for (const { from, to, told } of openFindings(now).sort((a, b) => WORST.indexOf(a.told.severity) - WORST.indexOf(b.told.severity))) {
    if (from < to) painted.push(Decoration.inline(from, to, { class: `finding-words ${told.severity}` }));
  }
  for (const conflict of now.conflicts) {
    const $end = transaction.doc.resolve(conflict.to);
    const after = $end.depth ? $end.after(1) : conflict.to;
    painted.push(Decoration.widget(after, () => shown(conflict), { side: -1, key: keyOf(conflict.told), stopEvent: () => true }));
  }
  return DecorationSet.create(transaction.doc, painted);
}

function keyOf(conflict: ConflictTold): string {
  return `${conflict.start} ${conflict.mine} ${conflict.theirs}`;
}

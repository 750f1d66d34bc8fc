/**
 * How the text looks while it is written: teaser, quotes and links as what they are, their signs still there but dimmed.
 * Only blocks that a keystroke touched are looked at again.
 */

import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type EditorState, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { isBelowHeadline, linkAt, written } from "./written";

interface Looks {
  readonly set: DecorationSet;
  /** The link with the caret in it, whose whole address is shown. */
  readonly open: DecorationSet;
  readonly link: string;
}

const key = new PluginKey<Looks>("looks");

function decorated(doc: Node, index: number, pos: number): Decoration[] {
  const node = doc.child(index);
  const { kind, signs, links } = written(node, isBelowHeadline(doc, index));
  const first = pos + 1;
  const made: Decoration[] = [];
  if (kind !== "plain") made.push(Decoration.node(pos, pos + node.nodeSize, { class: kind }));
  for (const { from, to } of signs) made.push(Decoration.inline(first + from, first + to, { class: "sign-of-block" }));
  for (const { from, to, words, address } of links) {
    made.push(Decoration.inline(first + from, first + words.from, { class: "link-sign" }));
    made.push(Decoration.inline(first + words.from, first + words.to, { class: "link", title: address }));
    made.push(Decoration.inline(first + words.to, first + to, { class: "link-sign address", title: address }));
  }
  return made;
}

/** The stretches of the document that a transaction has touched. */
function touched(transaction: Transaction): { from: number; to: number }[] {
  const { maps } = transaction.mapping;
  return maps.flatMap((map, number) => {
    const after = transaction.mapping.slice(number + 1);
    const found: { from: number; to: number }[] = [];
    map.forEach((_start, _end, from, to) => found.push({ from: after.map(from, -1), to: after.map(to, 1) }));
    return found;
  });
}

function again(transaction: Transaction, before: DecorationSet): DecorationSet {
  const { doc } = transaction;
  const stretches = touched(transaction);
  let set = before.map(transaction.mapping, doc);
  // What stands right below a headline may be a teaser by the headline alone.
  let next = false;
  doc.forEach((node, pos, index) => {
    const end = pos + node.nodeSize;
    const is = stretches.some(({ from, to }) => from <= end && to >= pos);
    if (!is && !next) return;
    next = is || node.content.size === 0;
    // One that was cut in two with its block reaches beyond it.
    set = set.remove(set.find(pos, end).filter((one) => one.from < end && one.to > pos)).add(doc, decorated(doc, index, pos));
  });
  return set;
}

function opened(state: Pick<EditorState, "doc" | "selection">): Pick<Looks, "open" | "link"> {
  const { from, to } = state.selection;
  const link = linkAt(state.doc, from, to);
  if (!link) return { open: DecorationSet.empty, link: "" };
  return {
    open: DecorationSet.create(state.doc, [Decoration.inline(link.words.to, link.to, { class: "open" })]),
    link: `${link.from} ${link.to}`,
  };
}

export function looks(): Plugin<Looks> {
  return new Plugin<Looks>({
    key,
    state: {
      init: (_config, state) => {
        const made: Decoration[] = [];
        state.doc.forEach((_node, pos, index) => made.push(...decorated(state.doc, index, pos)));
        return { set: DecorationSet.create(state.doc, made), open: DecorationSet.empty, link: "" };
      },
      apply(transaction, before) {
        if (!transaction.docChanged && !transaction.selectionSet) return before;
        const set = transaction.docChanged ? again(transaction, before.set) : before.set;
        const now = opened(transaction);
        return { set, ...(now.link === before.link && !transaction.docChanged ? { open: before.open, link: before.link } : now) };
      },
    },
    props: {
      decorations: (state) => {
        const { set, open } = key.getState(state)!;
        return open === DecorationSet.empty ? set : set.add(state.doc, open.find());
      },
    },
  });
}

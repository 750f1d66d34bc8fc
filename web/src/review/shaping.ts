/** Making of a block what it is to be, and links of words: edits of the signs in the text, like any other to be undone. */

import type { Node } from "prosemirror-model";
import { TextSelection, type EditorState, type Transaction } from "prosemirror-state";
import { schema } from "./schema";
import { EDGES, SPACE } from "./text";
import { isBelowHeadline, isWeb, linkAt, shapedAt, signsOf, type Shaped, type Stretch } from "./written";

export type Shape = "teaser" | "subhead" | "quote";
export const SHAPES: readonly Shape[] = ["teaser", "subhead", "quote"];

/** An edit, or why it cannot be made: the name of a sentence of the page. */
export type Made = { readonly edit: Transaction } | { readonly why: string };

const OUTER_STARS = new RegExp(`^[${SPACE}*]+|[${SPACE}*]+$`, "gu");
const ENDING_STARS = new RegExp(`[${SPACE}*]+$`, "u");
const EDGE_SPACE = new RegExp(`^[${SPACE}]*`, "u");

/** What the block with the caret is; null for an ordinary paragraph, a headline or an item. */
export function shapeAt(state: EditorState): Shape | null {
  const shaped = shapedAt(state.doc, state.selection.from);
  if (!shaped) return null;
  if (shaped.node.type === schema.nodes.subhead) return "subhead";
  return shaped.written.kind === "plain" ? null : shaped.written.kind;
}

/** Make the block with the caret a teaser, subhead or quote; or a paragraph again, if it is one already. */
export function shape(state: EditorState, wanted: Shape): Made {
  const shaped = shapedAt(state.doc, state.selection.from);
  if (!shaped) return { why: "no_block" };
  if (shaped.node.type === schema.nodes.headline) return { why: "is_headline" };
  const index = state.doc.resolve(shaped.pos).index(0);
  const is = shapeAt(state);
  if (is !== wanted && wanted === "teaser" && !isBelowHeadline(state.doc, index)) return { why: "teaser_place" };
  if (is !== wanted && wanted !== "subhead" && !bare(shaped.node)) return { why: "no_block" };
  const edit = plain(state.tr, shaped);
  if (is === wanted) return { edit };
  if (wanted !== "teaser") boldless(edit, shaped.pos);
  if (wanted === "subhead") {
    return { edit: edit.setBlockType(shaped.pos + 1, shaped.pos + 1, schema.nodes.subhead, { lead: null, level: 2 }) };
  }
  const block = edit.doc.nodeAt(shaped.pos)!;
  const first = shaped.pos + 1;
  const words = signsOf(block);
  const start = first + EDGE_SPACE.exec(words)![0].length;
  if (wanted === "quote") return { edit: edit.insertText("> ", start) };
  starless(edit, block, first);
  const left = signsOf(edit.doc.nodeAt(shaped.pos)!);
  const from = first + EDGE_SPACE.exec(left)![0].length;
  const to = from + bare(edit.doc.nodeAt(shaped.pos)!).length;
  // The caret stays among the words, and goes before the sign that ends them where it stood at their end.
  const caret = edit.selection.to === to;
  edit.insertText("**", to).insertText("**", from);
  if (caret) edit.setSelection(TextSelection.create(edit.doc, to + 2));
  return { edit };
}

/**
 * End the teaser with the selection: what stands before it stays the teaser, what comes after it becomes a paragraph
 * without its signs. Null where the selection lies in no teaser, or not in it alone.
 */
export function endTeaser(state: EditorState): Transaction | null {
  const { $from, $to } = state.selection;
  const shaped = shapedAt(state.doc, $from.pos);
  if (shaped?.written.kind !== "teaser" || !$from.sameParent($to)) return null;
  const [opening, closing] = shaped.written.signs as [Stretch, Stretch];
  const words = signsOf(shaped.node);
  const within = (at: number) => Math.min(Math.max(at, opening.to), closing.from);
  // A teaser ends with neither white space nor a star, and the paragraph begins with its first word.
  const before = words.slice(0, within($from.parentOffset));
  const kept = Math.max(opening.to, before.replace(ENDING_STARS, "").length);
  const rest = words.slice(within($to.parentOffset), closing.from);
  const onward = within($to.parentOffset) + EDGE_SPACE.exec(rest)![0].length;
  const first = shaped.pos + 1;
  const edit = state.tr;
  const below = schema.nodes.paragraph.create();
  if (kept === opening.to) {
    // Nothing stays before the caret: the teaser moves down as it is, or goes with its last word.
    if (onward === closing.from) edit.delete(first, first + words.length);
    else edit.delete(first + opening.to, first + onward);
    return edit.insert(shaped.pos, below).scrollIntoView();
  }
  edit.delete(first + closing.from, first + closing.to).insertText("**", first + kept, first + onward);
  const end = first + kept + 2;
  edit.split(end, 1, [{ type: schema.nodes.paragraph, attrs: { lead: null } }]);
  return edit.setSelection(TextSelection.create(edit.doc, end + 2)).scrollIntoView();
}

/** Where words go that are typed at an edge of a teaser: among its words, since its signs are not to be seen. Null elsewhere. */
export function withinTeaser(state: EditorState): number | null {
  const { $from, from, empty } = state.selection;
  const shaped = empty ? shapedAt(state.doc, from) : null;
  if (shaped?.written.kind !== "teaser") return null;
  const [opening, closing] = shaped.written.signs as [Stretch, Stretch];
  const at = $from.parentOffset;
  return at < opening.to ? from + opening.to - at : at > closing.from ? from + closing.from - at : null;
}

/** Deleting at the beginning of a teaser, or forward at its end, makes it a paragraph again, with both signs gone; null elsewhere. */
export function plainTeaser(state: EditorState, forward: boolean): Transaction | null {
  const { $from, from, empty } = state.selection;
  const shaped = empty ? shapedAt(state.doc, from) : null;
  if (shaped?.written.kind !== "teaser") return null;
  const [opening, closing] = shaped.written.signs as [Stretch, Stretch];
  const at = $from.parentOffset;
  return (forward ? at >= closing.from : at <= opening.to) ? plain(state.tr, shaped) : null;
}

/** A paragraph without the signs of teaser, quote, subhead or item. */
function plain(edit: Transaction, { node, pos, written }: Shaped): Transaction {
  for (const { from, to } of [...written.signs].reverse()) edit.delete(pos + 1 + from, pos + 1 + to);
  return node.type === schema.nodes.paragraph ? edit : edit.setBlockType(pos + 1, pos + 1, schema.nodes.paragraph, { lead: null });
}

/** Take out the stars of bold words: a draft has none, and readers would see the signs. */
function boldless(edit: Transaction, pos: number): void {
  const words = signsOf(edit.doc.nodeAt(pos)!);
  for (const { 0: found, index } of [...words.matchAll(/\*\*+/g)].reverse()) edit.delete(pos + 1 + index, pos + 1 + index + found.length);
}

/** Take out the stars that would keep a block from being a teaser. */
function starless(edit: Transaction, block: Node, first: number): void {
  const words = signsOf(block);
  const outer = [...words.matchAll(OUTER_STARS)].filter(({ 0: found }) => found.includes("*"));
  const inner = [...words.matchAll(/\*\*+/g)].filter(({ index }) => !outer.some((one) => one.index <= index && index < one.index + one[0].length));
  for (const { 0: found, index } of [...outer, ...inner].sort((a, b) => b.index - a.index)) edit.delete(first + index, first + index + found.length);
}

function bare(node: Node): string {
  return signsOf(node).replace(EDGES, "");
}

/** The words that a link would be put on: those selected without the white space around them, or those of the link with the caret. */
export function linkable(state: EditorState): { readonly from: number; readonly to: number; readonly address: string } | { readonly why: string } {
  const { $from, from, to } = state.selection;
  const link = linkAt(state.doc, from, to);
  if (link) return { ...link.words, address: link.address };
  if (from === to) return { why: "link_nothing" };
  if (!$from.sameParent(state.selection.$to)) return { why: "link_blocks" };
  if (![schema.nodes.paragraph, schema.nodes.item].includes($from.parent.type)) return { why: "link_heading" };
  const words = signsOf($from.parent).slice($from.parentOffset, $from.parentOffset + to - from);
  const kept = words.replace(EDGES, "");
  if (!kept) return { why: "link_nothing" };
  if (/[[\]]/.test(kept)) return { why: "link_brackets" };
  const start = from + words.indexOf(kept);
  return { from: start, to: start + kept.length, address: "" };
}

/** Put a link on the selected words, give the link with the caret another address, or take it away with an empty one. */
export function link(state: EditorState, address: string): Made {
  const { from, to } = state.selection;
  const before = linkAt(state.doc, from, to);
  const words = linkable(state);
  if ("why" in words) return words;
  const edit = state.tr;
  if (before) edit.delete(before.words.to, before.to).delete(before.from, before.words.from);
  const start = before ? before.from : words.from;
  const end = start + words.to - words.from;
  if (!address) return before ? { edit } : { why: "link_address" };
  if (!isWeb(address)) return { why: "link_address" };
  edit.insertText(`](${address})`, end).insertText("[", start);
  return { edit: edit.setSelection(TextSelection.create(edit.doc, end + address.length + 4)) };
}

/**
 * What the signs inside a block make of it: teaser, block quote, links; as `src/beleg/text/written.py` finds them.
 * Places count from the first word of the block, the end of a line as one.
 */

import type { Node } from "prosemirror-model";
import { schema } from "./schema";
import { EDGES, INLINE, SPACE } from "./text";

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A link with its signs and its address; `words` is what a reader sees of it. */
export interface Link extends Stretch {
  readonly words: Stretch;
  readonly address: string;
}

export interface Written {
  readonly kind: "teaser" | "quote" | "plain";
  /** The signs that are no words, without those of links. */
  readonly signs: readonly Stretch[];
  readonly links: readonly Link[];
}

const PLAIN: Written = { kind: "plain", signs: [], links: [] };
const INSIDE = `[^${SPACE}()<>]`;
const ADDRESS = `(?:https?://|mailto:)${INSIDE}{1,2000}(?:\\(${INSIDE}{0,200}\\)${INSIDE}{0,200}){0,9}`;
const LINK = new RegExp(`\\[(?=[^${SPACE}])([^\\[\\]]{0,999}[^\\[\\]${SPACE}])\\]\\((${ADDRESS})\\)`, "giu");
const WHOLE_ADDRESS = new RegExp(`^${ADDRESS}$`, "iu");
const NAME = "[\\p{L}\\p{N}_]";
const WEB = new RegExp(
  `^https?://(?:[^${SPACE}/?#@\\\\]*@)?(?:(?=[.\\-]*${NAME})[\\p{L}\\p{N}_.\\-]+|\\[[0-9a-f:.]+\\])(?::[0-9]{1,5})?(?:[/?#][^${SPACE}\\\\\\x00-\\x1f\\x7f-\\x9f]*)?$`,
  "iu",
);
const MAILBOX = new RegExp(`^mailto:[^${SPACE}@]+@[^${SPACE}@]+$`, "u");
const UNPRINTABLE = /[\p{C}\p{Z}]/u;
const TEASER = new RegExp(`^\\*\\*(?![${SPACE}*])((?:(?!\\*\\*).)*)(?<![${SPACE}*])\\*\\*$`, "su");
const QUOTE = new RegExp(`^>[${INLINE}]+(?=[^${SPACE}])`, "u");
const LINE = SPACE.replace("\\n", "").replace("\\r", "").replace("\\u2028\\u2029", "");
const QUOTE_AGAIN = new RegExp(`(?<=[\\r\\n\\u2028\\u2029])[${LINE}]*>[${LINE}]?`, "gu");
const WITH_LINKS = [schema.nodes.paragraph, schema.nodes.item];

/** The words of a block with one sign for each of its positions. */
export function signsOf(node: Node): string {
  return node.textBetween(0, node.content.size, "", (leaf) => {
    const raw = String(leaf.attrs["raw"]);
    return raw.length === 1 ? raw : "\n";
  });
}

/** Whether a link may lead there: to a page of the web, with every sign of the address to be seen. */
export function isWeb(address: string): boolean {
  return WHOLE_ADDRESS.test(address) && WEB.test(address) && !UNPRINTABLE.test(address);
}

function leads(address: string): boolean {
  return !UNPRINTABLE.test(address) && (WEB.test(address) || MAILBOX.test(address));
}

function linksIn(words: string, start: number, end: number): Link[] {
  return [...words.slice(start, end).matchAll(LINK)].flatMap((match): Link[] => {
    const from = start + match.index;
    const to = from + match[0].length;
    const inner = { from: from + 1, to: from + 1 + match[1]!.length };
    return leads(match[2]!) ? [{ from, to, words: inner, address: match[2]! }] : [];
  });
}

/** What the signs make of a block; `below` is whether it stands right below the headline. */
export function written(node: Node, below: boolean): Written {
  if (!WITH_LINKS.includes(node.type)) return PLAIN;
  const words = signsOf(node);
  const bare = words.replace(EDGES, "");
  if (!bare) return PLAIN;
  const start = words.indexOf(bare);
  const end = start + bare.length;
  if (node.type === schema.nodes.paragraph && below && TEASER.test(bare)) {
    const signs = [
      { from: start, to: start + 2 },
      { from: end - 2, to: end },
    ];
    return { kind: "teaser", signs, links: linksIn(words, start + 2, end - 2) };
  }
  const quote = node.type === schema.nodes.paragraph ? QUOTE.exec(bare) : null;
  if (!quote) return { kind: "plain", signs: [], links: linksIn(words, start, end) };
  const first = start + quote[0].length;
  const again = [...words.slice(first, end).matchAll(QUOTE_AGAIN)].map((match) => ({
    from: first + match.index,
    to: first + match.index + match[0].length,
  }));
  return { kind: "quote", signs: [{ from: start, to: first }, ...again], links: linksIn(words, first, end) };
}

/** A block with its place and what its signs make of it. */
export interface Shaped {
  readonly node: Node;
  /** The place before the block. */
  readonly pos: number;
  readonly written: Written;
}

/** Whether the block at an index stands right below the headline; blocks without words do not count. */
export function isBelowHeadline(doc: Node, index: number): boolean {
  for (let before = index - 1; before >= 0; before -= 1) {
    const node = doc.child(before);
    if (signsOf(node).replace(EDGES, "")) return node.type === schema.nodes.headline;
  }
  return false;
}

/** The block at a position. */
export function shapedAt(doc: Node, at: number): Shaped | null {
  const $at = doc.resolve(at);
  if (!$at.depth) return null;
  return { node: $at.parent, pos: $at.before(1), written: written($at.parent, isBelowHeadline(doc, $at.index(0))) };
}

/** The link that a selection lies in, in positions of the document. */
export function linkAt(doc: Node, from: number, to: number): Link | null {
  const shaped = shapedAt(doc, from);
  if (!shaped) return null;
  const first = shaped.pos + 1;
  const link = shaped.written.links.find((one) => first + one.from <= from && to <= first + one.to);
  if (!link) return null;
  const words = { from: first + link.words.from, to: first + link.words.to };
  return { from: first + link.from, to: first + link.to, words, address: link.address };
}

/**
 * Between the text as the record keeps it and the editor's document. `serialise(parse(text))` is `text`, byte for byte,
 * whatever the text; the blocks are those of `src/beleg/text/blocks.py`.
 */

import type { Node } from "prosemirror-model";
import { schema, wordsOf } from "./schema";

/** White space as Python counts it (`str.isspace`), which is not quite what `\s` means here. */
export const SPACE = "\\t\\n\\v\\f\\r\\x1c-\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
export const INLINE = SPACE.replace("\\n", "").replace("\\r", "");
const BREAK = /\r\n|[\r\n\u2028\u2029]/g;
const HEADING = new RegExp(`^(#{1,6})[${INLINE}]+`);
const ITEM = new RegExp(`^[-*•][${INLINE}]+`);
export const EDGES = new RegExp(`^[${SPACE}]*|[${SPACE}]*$`, "g");
const STARTING = new RegExp(`^[${SPACE}]*`);

type Kind = "headline" | "subhead" | "paragraph" | "item";

/** A block of a text, in UTF-16 units; `level` is the number of signs of a heading. */
interface Found {
  readonly kind: Kind;
  readonly level: number;
  readonly start: number;
  end: number;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

function lines(text: string): Line[] {
  const found: Line[] = [];
  let at = 0;
  const cut = (end: number) => {
    const line = text.slice(at, end);
    const bare = line.replace(EDGES, "");
    const start = bare ? at + line.length - line.replace(STARTING, "").length : at;
    found.push({ start, end: start + bare.length });
  };
  for (const match of text.matchAll(BREAK)) {
    cut(match.index);
    at = match.index + match[0].length;
  }
  cut(text.length);
  return found;
}

/** The blocks of a text, in order. */
export function blocks(text: string): Found[] {
  const all = lines(text);
  const worded = all.flatMap((line, number) => (line.start < line.end ? [number] : []));
  const hasBlank = worded.length > 0 && worded[worded.length - 1]! - worded[0]! + 1 > worded.length;
  const found: Found[] = [];
  let headline = false;
  let open: Found | null = null;
  for (const { start, end } of all) {
    const line = text.slice(start, end);
    const heading = HEADING.exec(line);
    const item = heading ? null : ITEM.exec(line);
    if (start === end || heading || item || !hasBlank) open = null;
    if (start === end) continue;
    if (heading) {
      const level = heading[1]!.length;
      const kind: Kind = level === 1 && !headline ? "headline" : "subhead";
      headline ||= kind === "headline";
      found.push({ kind, level, start: start + heading[0].length, end });
    } else if (item) {
      found.push({ kind: "item", level: 0, start: start + item[0].length, end });
    } else if (open) {
      open.end = end;
    } else {
      open = { kind: "paragraph", level: 0, start, end };
      found.push(open);
    }
  }
  return found;
}

/** The words of a block as the editor holds them: text, and a node for each end of a line inside. */
export function inline(words: string): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const match of words.matchAll(BREAK)) {
    if (match.index > at) nodes.push(schema.text(words.slice(at, match.index)));
    nodes.push(schema.nodes.line.create({ raw: match[0] }));
    at = match.index + match[0].length;
  }
  if (at < words.length) nodes.push(schema.text(words.slice(at)));
  return nodes;
}

/** The document of a text. */
export function parse(text: string): Node {
  const nodes: Node[] = [];
  let head = "";
  let at = 0;
  for (const found of blocks(text)) {
    let lead = text.slice(at, found.start);
    if (!nodes.length) {
      head = STARTING.exec(lead)![0];
      lead = lead.slice(head.length);
    }
    const attrs = found.kind === "subhead" ? { lead, level: found.level } : { lead };
    nodes.push(schema.nodes[found.kind].create(attrs, inline(text.slice(found.start, found.end))));
    at = found.end;
  }
  if (!nodes.length) return schema.nodes.doc.create({ tail: text }, schema.nodes.paragraph.create());
  return schema.nodes.doc.create({ head, tail: text.slice(at) }, nodes);
}

/** Where a block stands: `pos` is the place before its first word in the document, `[start, end)` code points of the text. */
export interface Laid {
  readonly node: Node;
  readonly pos: number;
  readonly start: number;
  readonly end: number;
}

/** A document written out, with the place of each of its blocks that has words. */
export interface Layout {
  readonly content: string;
  readonly blocks: readonly Laid[];
}

function sign(node: Node): string {
  if (node.type === schema.nodes.headline) return "# ";
  if (node.type === schema.nodes.subhead) return `${"#".repeat(Number(node.attrs["level"]))} `;
  return node.type === schema.nodes.item ? "- " : "";
}

/** Whether a sign (what follows the white space of a lead) makes the block what it is. */
function makes(mark: string, node: Node): boolean {
  if (node.type === schema.nodes.item) return ITEM.exec(mark)?.[0] === mark;
  if (node.type === schema.nodes.paragraph) return mark === "";
  const heading = HEADING.exec(mark);
  const level = node.type === schema.nodes.headline ? 1 : Number(node.attrs["level"]);
  return heading?.[0] === mark && heading[1]!.length === level;
}

function breaks(space: string): number {
  return [...space.matchAll(BREAK)].length;
}

/** Whether paragraphs of this document have to be told apart by blank lines. */
function spaced(nodes: readonly Node[]): boolean {
  const between = nodes.slice(1).flatMap((node) => (typeof node.attrs["lead"] === "string" ? [node.attrs["lead"]] : []));
  return (
    between.every((lead) => !breaks(lead)) ||
    between.some((lead) => breaks(lead) > 1) ||
    nodes.some((node) => wordsOf(node).search(BREAK) >= 0)
  );
}

function leadOf(node: Node, before: Node | undefined, apart: boolean): string {
  const kept = typeof node.attrs["lead"] === "string" ? node.attrs["lead"] : "";
  const space = STARTING.exec(kept)![0];
  const mark = makes(kept.slice(space.length), node) ? kept.slice(space.length) : sign(node);
  if (!before) return mark;
  const paragraphs = before.type === schema.nodes.paragraph && node.type === schema.nodes.paragraph;
  if (breaks(space)) return paragraphs && apart && breaks(space) < 2 ? `\n${space}${mark}` : space + mark;
  const items = before.type === schema.nodes.item && node.type === schema.nodes.item;
  return (items || !apart ? "\n" : "\n\n") + mark;
}

/** How many code points a string has. */
export function points(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length - 1; at += 1) {
    const high = text.charCodeAt(at);
    if (high < 0xd800 || high > 0xdbff) continue;
    const low = text.charCodeAt(at + 1);
    if (low >= 0xdc00 && low <= 0xdfff) {
      count -= 1;
      at += 1;
    }
  }
  return count;
}

/** The document as text, with the place of each block. Blocks without words are not written. */
export function layout(doc: Node): Layout {
  const worded: { node: Node; pos: number }[] = [];
  doc.forEach((node, offset) => {
    if (node.content.size) worded.push({ node, pos: offset + 1 });
  });
  const apart = spaced(worded.map(({ node }) => node));
  let content = worded.length ? String(doc.attrs["head"]) : "";
  let at = points(content);
  let before: Node | undefined;
  const laid: Laid[] = [];
  for (const { node, pos } of worded) {
    const lead = leadOf(node, before, apart);
    const words = wordsOf(node);
    const start = at + points(lead);
    at = start + points(words);
    content += lead + words;
    laid.push({ node, pos, start, end: at });
    before = node;
  }
  return { content: content + String(doc.attrs["tail"]), blocks: laid };
}

/** The document as text. */
export function serialise(doc: Node): string {
  return layout(doc).content;
}

/** Between places of the text, counted in Unicode code points, and positions of the document. */

import type { Node } from "prosemirror-model";
import { points, type Laid, type Layout } from "./text";

/** Where the code point `offset` of a string begins, in UTF-16 units. */
function unit(text: string, offset: number): number {
  let at = 0;
  for (let left = offset; left > 0 && at < text.length; left -= 1) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

function insideTo(node: Node, offset: number): number {
  let left = offset;
  let pos = 0;
  for (let child = 0; child < node.childCount; child += 1) {
    const one = node.child(child);
    const words = one.isText ? one.text! : String(one.attrs["raw"]);
    const size = points(words);
    if (left < size || (left === size && one.isText)) return pos + (one.isText ? unit(words, left) : 0);
    left -= size;
    pos += one.nodeSize;
  }
  return pos;
}

function insideFrom(node: Node, pos: number): number {
  let left = pos;
  let offset = 0;
  for (let child = 0; child < node.childCount && left > 0; child += 1) {
    const one = node.child(child);
    const words = one.isText ? one.text!.slice(0, left) : String(one.attrs["raw"]);
    offset += points(words);
    left -= one.nodeSize;
  }
  return offset;
}

/** The last block that begins at or before a place; undefined before the first. */
function lastFrom(blocks: readonly Laid[], begins: (block: Laid) => number, place: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (begins(blocks[middle]!) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The position of a code point; one between two blocks goes to the end of the first, or with `onward` to the next. */
export function toPosition(layout: Layout, offset: number, onward = false): number {
  const { blocks } = layout;
  const number = lastFrom(blocks, (block) => block.start, offset);
  const block = blocks[number];
  if (!block) return blocks[0]?.pos ?? 1;
  if (offset <= block.end) return block.pos + insideTo(block.node, offset - block.start);
  const next = onward ? blocks[number + 1] : undefined;
  return next ? next.pos : block.pos + block.node.content.size;
}

/** The code point at a position; a position in a block without words is that of the end of the block before. */
export function toOffset(layout: Layout, pos: number): number {
  const block = layout.blocks[lastFrom(layout.blocks, (one) => one.pos, pos)];
  if (!block) return layout.blocks[0]?.start ?? 0;
  return block.start + insideFrom(block.node, Math.min(pos - block.pos, block.node.content.size));
}

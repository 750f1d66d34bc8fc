/**
 * What somebody else wrote, put into the document: only the words that differ are touched, so that the caret, the
 * selection and the undo history stay with the person.
 */

import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import { wordsOf } from "./schema";
import { inline, parse, serialise } from "./text";

/** `[from, to)` of the one list becomes `[start, end)` of the other. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** The changes that lead from one list to another, as few as there are (longest common subsequence). */
export function changes<One>(before: readonly One[], after: readonly One[], same: (a: One, b: One) => boolean): Change[] {
  let head = 0;
  while (head < before.length && head < after.length && same(before[head]!, after[head]!)) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && same(before[before.length - 1 - tail]!, after[after.length - 1 - tail]!)) tail += 1;
  const rows = before.length - head - tail;
  const columns = after.length - head - tail;
  const longest = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      longest[row]![column] = same(before[head + row]!, after[head + column]!)
        ? longest[row + 1]![column + 1]! + 1
        : Math.max(longest[row + 1]![column]!, longest[row]![column + 1]!);
    }
  }
  const found: Change[] = [];
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    const from = row;
    const start = column;
    while (row < rows || column < columns) {
      if (row < rows && column < columns && same(before[head + row]!, after[head + column]!)) break;
      if (column >= columns || (row < rows && longest[row + 1]![column]! >= longest[row]![column + 1]!)) row += 1;
      else column += 1;
    }
    if (row > from || column > start) found.push({ from: head + from, to: head + row, start: head + start, end: head + column });
    while (row < rows && column < columns && same(before[head + row]!, after[head + column]!)) {
      row += 1;
      column += 1;
    }
  }
  return found;
}

const TOKEN = /\p{L}[\p{L}\p{M}\p{N}]*|\p{N}+|\r\n|\s|./gsu;

function tokens(words: string): string[] {
  return words.match(TOKEN) ?? [];
}

function sameBlock(one: Node, other: Node): boolean {
  return one.type === other.type && one.attrs["level"] === other.attrs["level"] && wordsOf(one) === wordsOf(other);
}

/** The share of words two blocks have in common. */
function alike(one: Node, other: Node): number {
  const here = tokens(wordsOf(one));
  const there = new Set(tokens(wordsOf(other)));
  return here.filter((token) => there.has(token)).length / Math.max(1, here.length, there.size);
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly nodes: readonly Node[];
}

/** The edits inside a block whose words were changed. `pos` is the place before its first word. */
function inside(before: Node, after: Node, pos: number): Edit[] {
  const here = tokens(wordsOf(before));
  const there = tokens(wordsOf(after));
  // A line's end is one position, however many characters it has; every other token is as long as it looks.
  const length = (token: string) => (/^(\r\n|[\r\n\u2028\u2029])$/.test(token) ? 1 : token.length);
  const places = [0];
  for (const token of here) places.push(places[places.length - 1]! + length(token));
  return changes(here, there, (a, b) => a === b).map(({ from, to, start, end }) => ({
    from: pos + places[from]!,
    to: pos + places[to]!,
    nodes: inline(there.slice(start, end).join("")),
  }));
}

/** The edits that lead from a document to the text of another revision, from the first to the last. */
export function edits(doc: Node, wanted: Node): Edit[] {
  const here: { node: Node; pos: number }[] = [];
  doc.forEach((node, offset) => {
    if (node.content.size) here.push({ node, pos: offset });
  });
  const there: Node[] = [];
  wanted.forEach((node) => {
    if (node.content.size) there.push(node);
  });
  const found: Edit[] = [];
  for (const change of changes(here.map(({ node }) => node), there, sameBlock)) {
    let { from, start } = change;
    while (from < change.to || start < change.end) {
      const mine = from < change.to ? here[from] : undefined;
      const theirs = start < change.end ? there[start] : undefined;
      if (mine && theirs && mine.node.type === theirs.type && paired(mine.node, theirs, change, from, start)) {
        found.push(...inside(mine.node, theirs, mine.pos + 1));
        from += 1;
        start += 1;
      } else if (mine && (!theirs || change.to - from > change.end - start)) {
        found.push({ from: mine.pos, to: mine.pos + mine.node.nodeSize, nodes: [] });
        from += 1;
      } else if (mine && theirs && change.to - from === change.end - start) {
        found.push({ from: mine.pos, to: mine.pos + mine.node.nodeSize, nodes: [theirs] });
        from += 1;
        start += 1;
      } else {
        const at = here[from]?.pos ?? doc.content.size;
        found.push({ from: at, to: at, nodes: [theirs!] });
        start += 1;
      }
    }
  }
  return found;
}

/** Whether two blocks are one that was changed: much alike, or the only ones left. */
function paired(mine: Node, theirs: Node, change: Change, from: number, start: number): boolean {
  return (change.to - from === 1 && change.end - start === 1) || alike(mine, theirs) > 0.4;
}

/** Give the blocks the white space and the signs between them that `wanted` has; their words agree already. */
function separate(transaction: Transaction, wanted: Node): void {
  const here: { node: Node; pos: number }[] = [];
  transaction.doc.forEach((node, pos) => {
    if (node.content.size) here.push({ node, pos });
  });
  const there = wanted.children.filter((node) => node.content.size);
  for (const name of ["head", "tail"]) {
    if (transaction.doc.attrs[name] !== wanted.attrs[name]) transaction.setDocAttribute(name, wanted.attrs[name]);
  }
  if (here.length !== there.length) return;
  here.forEach(({ node, pos }, number) => {
    const lead: unknown = there[number]!.attrs["lead"];
    if (node.attrs["lead"] !== lead) transaction.setNodeAttribute(pos, "lead", lead);
  });
}

/**
 * The transaction that turns what the document was (`then`) into `content`, carried over everything typed since
 * (`since`). Null where something typed since lies inside what would be replaced: then the next save has to merge.
 */
export function takeOver(state: EditorState, then: Node, since: Mapping, content: string): Transaction | null {
  const wanted = parse(content);
  const transaction = state.tr;
  for (const edit of edits(then, wanted)) {
    const from = since.mapResult(edit.from, edit.from === edit.to ? -1 : 1);
    const to = since.mapResult(edit.to, -1);
    const touched = edit.from < edit.to && (from.deletedAfter || to.deletedBefore || to.pos - from.pos !== edit.to - edit.from);
    if (touched) return null;
    const end = edit.from === edit.to ? from.pos : to.pos;
    const mapping = transaction.mapping;
    transaction.replaceWith(mapping.map(from.pos, 1), mapping.map(end, 1), edit.nodes);
  }
  if (!since.maps.length && serialise(transaction.doc) !== content) separate(transaction, wanted);
  return transaction.setMeta("addToHistory", false).setMeta("foreign", true);
}

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

interface Step {
  readonly cost: number;
  readonly mine: boolean;
  readonly theirs: boolean;
}

/** What it costs to take one block for the other, changed: less than striking one out and writing the other. */
function price(mine: Node, theirs: Node): number {
  if (mine.type !== theirs.type || mine.attrs["level"] !== theirs.attrs["level"]) return 2.1;
  return 1.9 * (1 - alike(mine, theirs));
}

/** Which block became which, in a stretch where all were changed; the cheapest way. */
function pairs(before: readonly Node[], after: readonly Node[]): { mine?: number; theirs?: number }[] {
  const best: Step[][] = Array.from({ length: before.length + 1 }, () => []);
  for (let row = before.length; row >= 0; row -= 1) {
    for (let column = after.length; column >= 0; column -= 1) {
      const ways: Step[] = [];
      const mine = row < before.length;
      const theirs = column < after.length;
      if (mine && theirs) {
        const rest = best[row + 1]![column + 1]!.cost;
        ways.push({ cost: rest + price(before[row]!, after[column]!), mine: true, theirs: true });
      }
      if (mine) ways.push({ cost: best[row + 1]![column]!.cost + 1, mine: true, theirs: false });
      if (theirs) ways.push({ cost: best[row]![column + 1]!.cost + 1, mine: false, theirs: true });
      const none = { cost: 0, mine: false, theirs: false };
      best[row]![column] = ways.reduce((one, other) => (other.cost < one.cost ? other : one), ways[0] ?? none);
    }
  }
  const found: { mine?: number; theirs?: number }[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const { mine, theirs } = best[row]![column]!;
    found.push({ ...(mine ? { mine: row } : {}), ...(theirs ? { theirs: column } : {}) });
    row += mine ? 1 : 0;
    column += theirs ? 1 : 0;
  }
  return found;
}

/** The edits that lead from a document to the text of another revision, from the first to the last. */
export function edits(doc: Node, wanted: Node): Edit[] {
  const here: { node: Node; pos: number }[] = [];
  doc.forEach((node, offset) => {
    if (node.content.size) here.push({ node, pos: offset });
  });
  const there = wanted.children.filter((node) => node.content.size);
  const found: Edit[] = [];
  for (const { from, to, start, end } of changes(here.map(({ node }) => node), there, sameBlock)) {
    let at = here[from]?.pos ?? doc.content.size;
    const stretch = here.slice(from, to);
    const written = there.slice(start, end);
    for (const { mine, theirs } of pairs(stretch.map(({ node }) => node), written)) {
      const old = mine === undefined ? undefined : stretch[mine]!;
      const fresh = theirs === undefined ? undefined : written[theirs]!;
      if (!old) {
        found.push({ from: at, to: at, nodes: [fresh!] });
        continue;
      }
      at = old.pos + old.node.nodeSize;
      if (fresh && price(old.node, fresh) < 2) found.push(...inside(old.node, fresh, old.pos + 1));
      else found.push({ from: old.pos, to: at, nodes: fresh ? [fresh] : [] });
    }
  }
  return found;
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

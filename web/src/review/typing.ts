/** Typing: typographic quotation marks, signs that make blocks, Enter, and what comes from the clipboard. */

import { baseKeymap, chainCommands, createParagraphNear, liftEmptyBlock, splitBlockAs } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { InputRule, inputRules, undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { Fragment, Slice, type Node } from "prosemirror-model";
import { Plugin, TextSelection, type Command, type EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { schema, wordsOf } from "./schema";
import { endTeaser, link, plainTeaser, withinTeaser } from "./shaping";
import { parse, serialise } from "./text";
import { isWeb } from "./written";

interface Marks {
  readonly open: string;
  readonly close: string;
}

const DOUBLE: Readonly<Record<string, Marks>> = { de: { open: "„", close: "“" }, en: { open: "“", close: "”" } };
const SINGLE: Readonly<Record<string, Marks>> = { de: { open: "‚", close: "‘" }, en: { open: "‘", close: "’" } };

/** The mark that a straight one stands for behind the words `before`, in a language; the straight one in others. */
export function typographic(straight: string, before: string, language: string): string {
  const marks = (straight === '"' ? DOUBLE : SINGLE)[language];
  if (!marks) return straight;
  if (before === "" || /[\s([{/–—\-„‚“‘»«]$/u.test(before) && !closes(before, language)) return marks.open;
  if (straight === '"') return marks.close;
  // Behind a letter a single mark is an apostrophe, unless it closes what a single mark has opened.
  const opened = before.split(marks.open).length > before.split(marks.close).length;
  return opened ? marks.close : "’";
}

/** Whether the words end with a mark that closes in this language ("“" opens in English and closes in German). */
function closes(before: string, language: string): boolean {
  const last = before.at(-1)!;
  const closing = [DOUBLE[language]!.close, SINGLE[language]!.close];
  const opening = [DOUBLE[language]!.open, SINGLE[language]!.open];
  return closing.includes(last) && !opening.includes(last);
}

function quotes(language: string): InputRule {
  return new InputRule(/["']$/, (state, match, start, end) => {
    const $start = state.doc.resolve(start);
    const before = $start.parent.textBetween(0, $start.parentOffset, "", "\n");
    const mark = typographic(match[0], before, language);
    return mark === match[0] ? null : state.tr.insertText(mark, start, end);
  });
}

function becomes(state: EditorState, start: number, end: number, node: "headline" | "subhead" | "item", level?: number) {
  const $start = state.doc.resolve(start);
  if ($start.parent.type !== schema.nodes.paragraph) return null;
  const attrs = level === undefined ? { lead: null } : { lead: null, level };
  return state.tr.delete(start, end).setBlockType(start, start, schema.nodes[node], attrs);
}

function hasHeadline(doc: Node): boolean {
  return doc.children.some((node) => node.type === schema.nodes.headline && node.content.size > 0);
}

const signs = [
  new InputRule(/^(#{1,6}) $/, (state, match, start, end) => {
    const level = match[1]!.length;
    if (level === 1 && !hasHeadline(state.doc)) return becomes(state, start, end, "headline");
    return becomes(state, start, end, "subhead", level);
  }),
  new InputRule(/^[-*•] $/, (state, _match, start, end) => becomes(state, start, end, "item")),
];

/** Enter: a paragraph; behind an item the next item; an empty item ends the list. */
const enter: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const parent = $from.parent;
  if (empty && parent.type !== schema.nodes.paragraph && parent.content.size === 0) return plain(state, dispatch);
  const ended = endTeaser(state);
  if (ended) {
    dispatch?.(ended);
    return true;
  }
  return splitBlockAs((node, atEnd) =>
    node.type === schema.nodes.item
      ? { type: schema.nodes.item, attrs: { lead: null } }
      : { type: atEnd || node.type === schema.nodes.paragraph ? schema.nodes.paragraph : node.type, attrs: { ...node.attrs, lead: null } },
  )(state, dispatch);
};

/** Make the block a paragraph. */
const plain: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type === schema.nodes.paragraph) return false;
  dispatch?.(state.tr.setBlockType($from.pos, $from.pos, schema.nodes.paragraph, { lead: null }).scrollIntoView());
  return true;
};

/** Backspace at the beginning of a headline, subhead or item makes it a paragraph. */
const plainAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  return empty && $from.parentOffset === 0 ? plain(state, dispatch) : false;
};

/** Backspace and Delete at the edges of a teaser, where its signs stand unseen. */
const unsigned =
  (forward: boolean): Command =>
  (state, dispatch) => {
    const made = plainTeaser(state, forward);
    if (made) dispatch?.(made);
    return made !== null;
  };

const lineEnd: Command = (state, dispatch) => {
  if (state.selection.$from.parent.type !== schema.nodes.paragraph) return false;
  dispatch?.(state.tr.replaceSelectionWith(schema.nodes.line.create()).scrollIntoView());
  return true;
};

/** A slice to paste: one paragraph goes into the line, several stay blocks. */
export function pasted(text: string): Slice {
  const doc = parse(text);
  const first = doc.firstChild!;
  const open = first.type === schema.nodes.paragraph ? 1 : 0;
  return new Slice(doc.content, open, doc.childCount === 1 ? open : doc.lastChild!.type === schema.nodes.paragraph ? 1 : 0);
}

/** What is copied, in the words of the text. */
export function copied(slice: Slice): string {
  if (slice.content.childCount === 1 && (slice.openStart || slice.openEnd)) return wordsOf(slice.content.firstChild!);
  return serialise(schema.nodes.doc.create(null, slice.content)).trim();
}

/** Blocks from elsewhere bring no white space of another text along. */
function asOurs(slice: Slice): Slice {
  const ours = slice.content.content.map((node) =>
    node.isTextblock ? node.type.create({ ...node.attrs, lead: null }, node.content) : node,
  );
  return new Slice(Fragment.from(ours), slice.openStart, slice.openEnd);
}

/** HTML without the styles in it: none is kept, and the desk's policy would complain of each. */
export function unstyled(html: string): string {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""));
}

/**
 * A sign typed over selected words. Browsers would carry the looks of those words over as inline style, of which the desk's
 * policy complains; so it is put in here.
 */
function typedOver(view: EditorView, event: InputEvent): boolean {
  const { from, to, empty } = view.state.selection;
  const typed = event.data;
  if (event.inputType !== "insertText" || !typed || empty || view.composing || !view.editable) return false;
  const put = () => view.state.tr.insertText(typed, from, to).scrollIntoView();
  event.preventDefault();
  if (!view.someProp("handleTextInput", (handle) => handle(view, from, to, typed, put))) view.dispatch(put());
  return true;
}

/** What is typed at an edge of a teaser goes among its words. */
function amongWords(view: EditorView, from: number, to: number, text: string, language: string): boolean {
  const at = from === to && from === view.state.selection.from ? withinTeaser(view.state) : null;
  if (at === null) return false;
  const $at = view.state.doc.resolve(at);
  const before = $at.parent.textBetween(0, $at.parentOffset, "", "\n").replace(/^\s*\*\*/u, "");
  const words = text === '"' || text === "'" ? typographic(text, before, language) : text;
  const edit = view.state.tr.insertText(words, at);
  view.dispatch(edit.setSelection(TextSelection.create(edit.doc, at + words.length)).scrollIntoView());
  return true;
}

/** An address pasted over words becomes their link. */
function linked(state: EditorState, pasted: string): ReturnType<typeof link> | null {
  const address = pasted.trim();
  return !state.selection.empty && isWeb(address) ? link(state, address) : null;
}

/** The plugins of typing in a language; `tools` are further keys. */
export function typing(language: string, tools: Readonly<Record<string, Command>>): Plugin[] {
  return [
    keymap({ ...tools }),
    new Plugin({ props: { handleTextInput: (view, from, to, text) => amongWords(view, from, to, text, language) } }),
    inputRules({ rules: [quotes(language), ...signs] }),
    keymap({
      "Mod-z": undo,
      "Mod-y": redo,
      "Mod-Shift-z": redo,
      Enter: chainCommands(createParagraphNear, liftEmptyBlock, enter),
      "Shift-Enter": lineEnd,
      Backspace: chainCommands(undoInputRule, unsigned(false), plainAtStart, baseKeymap["Backspace"]!),
      Delete: chainCommands(unsigned(true), baseKeymap["Delete"]!),
    }),
    keymap(baseKeymap),
    history(),
    new Plugin({
      props: {
        handlePaste: (view, event) => {
          const made = linked(view.state, event.clipboardData?.getData("text/plain") ?? "");
          if (!made || "why" in made) return false;
          view.dispatch(made.edit.scrollIntoView());
          return true;
        },
        clipboardTextParser: (text) => pasted(text),
        clipboardTextSerializer: (slice) => copied(slice),
        transformPastedHTML: unstyled,
        transformPasted: asOurs,
        handleDOMEvents: { beforeinput: typedOver },
      },
    }),
  ];
}

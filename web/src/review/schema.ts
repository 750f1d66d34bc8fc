/**
 * The blocks of a draft: headline, subheads, paragraphs, list items. Words carry no marks of their own; what the writer
 * types as a sign of Beleg's Markdown stays the sign it is, so that nothing is lost that this editor does not know.
 */

import { Schema, type Node, type NodeSpec } from "prosemirror-model";

/**
 * `lead` is what stands in the text between the block before and the words of this one: white space and the sign that
 * makes it what it is. Null for a block that was made here; it then gets what the desk itself would write.
 */
const lead = { lead: { default: null } };
const words = { content: "(text|line)*", group: "block", marks: "" };

function block(name: string, tags: readonly string[], more: Partial<NodeSpec> = {}): NodeSpec {
  return {
    ...words,
    attrs: lead,
    parseDOM: tags.map((tag) => ({ tag })),
    toDOM: () => ["p", { class: `part ${name}` }, 0],
    ...more,
  };
}

export const schema = new Schema({
  nodes: {
    doc: { content: "block+", attrs: { head: { default: "" }, tail: { default: "" } } },
    paragraph: block("paragraph", ["p", "div", "blockquote", "pre", "td", "th", "dt", "dd"]),
    headline: block("headline", ["h1"], { defining: true }),
    subhead: block("subhead", [], {
      defining: true,
      attrs: { ...lead, level: { default: 2 } },
      parseDOM: [2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
      toDOM: (node: Node) => ["p", { class: "part subhead", "data-level": String(node.attrs["level"]) }, 0],
    }),
    item: block("item", ["li"], { defining: true }),
    line: {
      group: "inline",
      inline: true,
      selectable: false,
      attrs: { raw: { default: "\n" } },
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
      leafText: (node: Node) => String(node.attrs["raw"]),
    },
    text: { group: "inline" },
  },
});

/** A block in the words that go into the text. */
export function wordsOf(node: Node): string {
  return node.textBetween(0, node.content.size, "", (leaf) => String(leaf.attrs["raw"] ?? ""));
}

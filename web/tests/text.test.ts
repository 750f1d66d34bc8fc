import { describe, expect, test } from "vitest";
import { EditorState, TextSelection } from "prosemirror-state";
import { splitBlock } from "prosemirror-commands";
import told from "./blocks.json";
import { drawn, random } from "./drawn";
import { toOffset, toPosition } from "../src/review/places";
import { schema, wordsOf } from "../src/review/schema";
import { blocks, layout, parse, points, serialise } from "../src/review/text";

describe("blocks", () => {
  test("are those the desk finds", () => {
    expect(told.length).toBeGreaterThan(300);
    for (const one of told) {
      const found = blocks(one.text).map(({ kind, start, end }) => [
        kind,
        points(one.text.slice(0, start)),
        points(one.text.slice(0, end)),
      ]);
      expect(found, JSON.stringify(one.text)).toEqual(one.blocks);
    }
  });

  test("of an ordinary article", () => {
    const doc = parse("# Brücke\n\nDer Rat tagte.\nEr beriet.\n\n## Kosten\n- eins\n- zwei\n\nEnde.\n");
    expect(doc.children.map((node) => [node.type.name, wordsOf(node)])).toEqual([
      ["headline", "Brücke"],
      ["paragraph", "Der Rat tagte.\nEr beriet."],
      ["subhead", "Kosten"],
      ["item", "eins"],
      ["item", "zwei"],
      ["paragraph", "Ende."],
    ]);
  });
});

describe("a text comes back byte for byte", () => {
  test.each([
    "",
    "\n",
    "Ein Satz.",
    "# Titel\n\nEin *betonter* [Link](https://a.example) und > mehr.\n",
    "\r\n# A\r\n\r\nEins \r\n zwei.\r\n\r\n\r\nDrei.\r\n ",
    "Zeile eins\nZeile zwei\nZeile drei",
    "  # eingerückt\n\n\t- Punkt\n- noch einer\n\n\nEnde\u2028weiter",
  ])("%j", (text) => expect(serialise(parse(text))).toBe(text));

  test("whatever it is", () => {
    const next = random(1);
    for (let number = 0; number < 3000; number += 1) {
      const text = drawn(next);
      expect(serialise(parse(text)), JSON.stringify(text)).toBe(text);
    }
    for (const { text } of told) expect(serialise(parse(text))).toBe(text);
  });
});

describe("places", () => {
  test("count an emoji as one", () => {
    const text = "# A🙂B\n\n👍 ja";
    const now = layout(parse(text));
    expect(now.blocks.map(({ start, end }) => [start, end])).toEqual([
      [2, 5],
      [7, 11],
    ]);
    const position = toPosition(now, 4);
    expect(now.blocks[0]!.node.textBetween(0, position - now.blocks[0]!.pos)).toBe("A🙂");
    expect(toOffset(now, position)).toBe(4);
  });

  test("of every block lead there and back, whatever the text", () => {
    const next = random(2);
    for (let number = 0; number < 600; number += 1) {
      const text = drawn(next);
      const now = layout(parse(text));
      const signs = [...text];
      for (const block of now.blocks) {
        expect(signs.slice(block.start, block.end).join(""), JSON.stringify(text)).toBe(wordsOf(block.node));
        for (let offset = block.start; offset <= block.end; offset += 1) {
          // The end of a line is one place, however many characters it has.
          if (signs[offset - 1] === "\r" && signs[offset] === "\n") continue;
          expect(toOffset(now, toPosition(now, offset)), JSON.stringify(text)).toBe(offset);
        }
      }
    }
  });

  test("between two blocks go to the end of the first, or onward", () => {
    const now = layout(parse("Eins.\n\nZwei."));
    expect(toPosition(now, 6)).toBe(6);
    expect(toPosition(now, 6, true)).toBe(8);
  });
});

describe("a block that is made", () => {
  const enter = (text: string, at: number) => {
    const state = EditorState.create({ doc: parse(text) });
    let after = state;
    const selected = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
    splitBlock(selected, (transaction) => (after = selected.apply(transaction)));
    return serialise(after.doc);
  };

  test("is set apart by a blank line", () => {
    expect(enter("Eins. Zwei.", 7)).toBe("Eins. \n\nZwei.");
    expect(enter("# A\n\nEins. Zwei.\n", 10)).toBe("# A\n\nEins. \n\nZwei.\n");
  });

  test("is a line where lines are paragraphs", () => {
    expect(enter("Eins. Zwei.\nDrei.", 7)).toBe("Eins. \nZwei.\nDrei.");
  });

  test("and has no words is not written", () => {
    const doc = schema.nodes.doc.create(null, [
      schema.nodes.headline.create(null, schema.text("A")),
      schema.nodes.paragraph.create(),
      schema.nodes.item.create(null, schema.text("eins")),
      schema.nodes.item.create(null, schema.text("zwei")),
      schema.nodes.paragraph.create(null, schema.text("Ende.")),
    ]);
    expect(serialise(doc)).toBe("# A\n\n- eins\n- zwei\n\nEnde.");
  });

  test("does not make one paragraph of two", () => {
    const lines = parse("Eins.\nZwei.");
    const apart = parse("A.\n\nB.");
    const both = schema.nodes.doc.create(null, [...lines.children, ...apart.children.slice(1)]);
    expect(parse(serialise(both)).childCount).toBe(3);
  });
});

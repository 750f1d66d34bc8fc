import { describe, expect, test } from "vitest";
import { EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { history, undo } from "prosemirror-history";
import { link, linkable, plainTeaser, shape, shapeAt, withinTeaser, type Made, type Shape } from "../src/review/shaping";
import { parse, serialise } from "../src/review/text";
import { typing } from "../src/review/typing";

/** A text with the words between two bars selected, or the caret at one. */
function at(marked: string): EditorState {
  const doc = parse(marked.replaceAll("|", ""));
  const places: number[] = [];
  parse(marked).descendants((node, pos) => {
    if (!node.isText) return;
    for (const { index } of node.text!.matchAll(/\|/g)) places.push(pos + index - places.length);
  });
  const state = EditorState.create({ doc, plugins: [history()] });
  return state.apply(state.tr.setSelection(TextSelection.create(doc, places[0]!, places[1] ?? places[0]!)));
}

function done(state: EditorState, made: Made): EditorState {
  if ("why" in made) throw new Error(made.why);
  return state.apply(made.edit);
}

const shaped = (marked: string, wanted: Shape) => {
  const state = at(marked);
  return serialise(done(state, shape(state, wanted)).doc);
};
const why = (made: object) => ("why" in made ? made.why : "made");

describe("a paragraph", () => {
  test.each<[string, Shape, string]>([
    ["# A\n\nEi|ns. Zwei.\n\nDrei.", "teaser", "# A\n\n**Eins. Zwei.**\n\nDrei."],
    ["# A\n\n**Ei|ns.**", "teaser", "# A\n\nEins."],
    ["# A\n\n*Ei|n **s*", "teaser", "# A\n\n**Ein s**"],
    ["# A\n\n> Ei|ns.", "teaser", "# A\n\n**Eins.**"],
    ["# A\n\n**Ei|ns.** Zwei.", "teaser", "# A\n\n**Eins. Zwei.**"],
    ["# A\n\nEins. **Zw|ei**. Drei.", "teaser", "# A\n\n**Eins. Zwei. Drei.**"],
    ["# A\n\n**Ei|ns.** Zwei.", "subhead", "# A\n\n## Eins. Zwei."],
    ["# A\n\nEins. **Zw|ei**.", "quote", "# A\n\n> Eins. Zwei."],
    ["# A\n\n## Ei|ns", "teaser", "# A\n\n**Eins**"],
    ["# A\n\nEi|ns.", "subhead", "# A\n\n## Eins."],
    ["# A\n\n**Ei|ns.**", "subhead", "# A\n\n## Eins."],
    ["# A\n\n### Ei|ns", "subhead", "# A\n\nEins"],
    ["Ei|ns.\n\nZwei.", "quote", "> Eins.\n\nZwei."],
    ["- Ei|ns", "quote", "> Eins"],
    ["A.\n\n> „Ei|ns“,\n> sagte sie.", "quote", "A.\n\n„Eins“,\nsagte sie."],
  ])("%j as %s is %j", (marked, wanted, after) => expect(shaped(marked, wanted)).toBe(after));

  test("is no teaser elsewhere, and a headline stays one", () => {
    expect(why(shape(at("# A\n\nEins.\n\nZw|ei."), "teaser"))).toBe("teaser_place");
    expect(why(shape(at("# A|\n\nEins."), "quote"))).toBe("is_headline");
  });

  test("says what it is, and is undone in one step", () => {
    const before = at("# A\n\nEi|ns.");
    const after = done(before, shape(before, "teaser"));
    expect(shapeAt(before)).toBeNull();
    expect(shapeAt(after)).toBe("teaser");
    let undone = after;
    undo(after, (transaction: Transaction) => (undone = after.apply(transaction)));
    expect(serialise(undone.doc)).toBe("# A\n\nEins.");
  });

  test.each([
    ["# A\n\n|**Eins.**", "# A\n\n**xEins.**"],
    ["# A\n\n*|*Eins.**", "# A\n\n**xEins.**"],
    ["# A\n\n**Eins.**|", "# A\n\n**Eins.x**"],
    ["# A\n\n**Eins.*|*", "# A\n\n**Eins.x**"],
  ])("%j takes what is typed at its edge among its words", (marked, after) => {
    const state = at(marked);
    expect(serialise(state.apply(state.tr.insertText("x", withinTeaser(state)!)).doc)).toBe(after);
  });

  test("takes it where it is typed elsewhere", () => {
    for (const marked of ["# A\n\n**|Eins.**", "# A\n\n**Ei|ns.**", "# A\n\n**Eins.|**", "# A|\n\n**Eins.**", "# A\n\n**|Ei|ns.**"])
      expect(withinTeaser(at(marked)), marked).toBeNull();
  });

  test.each<[string, boolean, string | null]>([
    ["# A\n\n**|Eins.**", false, "# A\n\nEins."],
    ["# A\n\n|**Eins.**", false, "# A\n\nEins."],
    ["# A\n\n**Eins.|**", true, "# A\n\nEins."],
    ["# A\n\n**Eins.**|", true, "# A\n\nEins."],
    ["# A\n\n**Eins.|**", false, null],
    ["# A\n\n**|Eins.**", true, null],
    ["# A\n\n|Eins.", false, null],
  ])("%j with a key that deletes (forward: %j) is %j", (marked, forward, after) => {
    const state = at(marked);
    const made = plainTeaser(state, forward);
    expect(made && serialise(state.apply(made).doc)).toBe(after);
  });

  /** Press Enter in a marked text, and type a word. */
  function entered(marked: string): string {
    const before = at(marked);
    const state = EditorState.create({ doc: before.doc, selection: before.selection, plugins: typing("de", {}) });
    let after = state;
    for (const plugin of state.plugins) {
      const press = plugin.props.handleKeyDown as ((view: object, event: object) => boolean) | undefined;
      const view = { state, dispatch: (transaction: Transaction) => (after = state.apply(transaction)) };
      if (press?.call(plugin, view, { key: "Enter", keyCode: 13 })) break;
    }
    return serialise(after.apply(after.tr.insertText("Neu. ")).doc);
  }

  test.each([
    ["# A\n\n**Eins.|**", "# A\n\n**Eins.**\n\nNeu. "],
    ["# A\n\n**Eins.**|\n\nDrei.", "# A\n\n**Eins.**\n\nNeu. \n\nDrei."],
    ["# A\n\n**Eins.| Zwei.**\n\nDrei.", "# A\n\n**Eins.**\n\nNeu. Zwei.\n\nDrei."],
    ["# A\n\n**Eins. |Zwei.**", "# A\n\n**Eins.**\n\nNeu. Zwei."],
    ["# A\n\n**Eins. |Zwei|. Drei.**", "# A\n\n**Eins.**\n\nNeu. . Drei."],
    ["# A\n\n**Ei *n*| Zwei.**", "# A\n\n**Ei *n**\n\nNeu. Zwei."],
    ["# A\n\n**|Eins.**", "# A\n\n**Neu. Eins.**"],
    ["# A\n\n**|Eins.| Zwei.**", "# A\n\n**Neu. Zwei.**"],
    ["# A\n\n|**Eins.**|", "# A\n\nNeu. "],
    ["# A\n\nEins.\n\n**Zw|ei.**", "# A\n\nEins.\n\n**Zw\n\nNeu. ei.**"],
  ])("%j is %j after Enter and a word", (marked, wanted) => expect(entered(marked)).toBe(wanted));
});

describe("a link", () => {
  const linked = (marked: string, address: string) => {
    const state = at(marked);
    return serialise(done(state, link(state, address)).doc);
  };
  test("is put on the selected words, without the white space around them", () => {
    expect(linked("Der| Plan |gilt.", "https://a.example")).toBe("Der [Plan](https://a.example) gilt.");
  });
  test("gets another address, or none", () => {
    expect(linked("Der [Pl|an](https://a.example) gilt.", "http://b.example/x")).toBe("Der [Plan](http://b.example/x) gilt.");
    expect(linked("Der [Pl|an](https://a.example) gilt.", "")).toBe("Der Plan gilt.");
  });
  test("says why it cannot be put", () => {
    const refused = (marked: string, address = "https://a.example") => why(link(at(marked), address));
    expect(refused("Der Pl|an")).toBe("link_nothing");
    expect(refused("Der |Plan|", "www.a.example")).toBe("link_address");
    expect(refused("Der |Plan|", "mailto:a@b.example")).toBe("link_address");
    expect(refused("Der |[sic] Plan|")).toBe("link_brackets");
    expect(refused("# Der |Plan|")).toBe("link_heading");
    expect(refused("Ei|ns.\n\nZw|ei.")).toBe("link_blocks");
    expect(why(linkable(at("Der |Plan|")))).toBe("made");
  });
});

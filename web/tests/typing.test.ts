import { describe, expect, test } from "vitest";
import { EditorState } from "prosemirror-state";
import { Fragment, Slice } from "prosemirror-model";
import { copied, pasted, typographic, unstyled } from "../src/review/typing";
import { schema } from "../src/review/schema";
import { parse, serialise } from "../src/review/text";

function typed(text: string, language: string): string {
  return [...text].reduce(
    (before, sign) => before + (sign === '"' || sign === "'" ? typographic(sign, before, language) : sign),
    "",
  );
}

describe("quotation marks", () => {
  test.each([
    ["de", 'Er sagte: "Ja", und ging.', "Er sagte: „Ja“, und ging."],
    ["de", `"Sie rief 'Halt' dazwischen", sagte er.`, "„Sie rief ‚Halt‘ dazwischen“, sagte er."],
    ["de", "Ich hab's gesehen", "Ich hab’s gesehen"],
    ["de", '("Ja")', "(„Ja“)"],
    ["en", 'He said, "Yes," and left.', "He said, “Yes,” and left."],
    ["en", `"She cried 'stop' then," he said.`, "“She cried ‘stop’ then,” he said."],
    ["en", "It's Kern's bridge", "It’s Kern’s bridge"],
    ["fr", 'Il dit "oui"', 'Il dit "oui"'],
    ["de", "»Ja« bleibt «so»", "»Ja« bleibt «so»"],
  ])("%s: %s", (language, straight, wanted) => expect(typed(straight, language)).toBe(wanted));
});

describe("the clipboard", () => {
  const paste = (text: string, into = "Ende.") => {
    const state = EditorState.create({ doc: parse(into) });
    return serialise(state.apply(state.tr.replaceRange(1, 1, pasted(text))).doc);
  };

  test("puts words into the line", () => expect(paste("Anfang und ")).toBe("Anfang undEnde."));
  test("keeps blocks", () => {
    expect(paste("# A\n\nEins.\n\n- x\n- y\n\nZwei. ")).toContain("# A\n\nEins.\n\n- x\n- y\n\nZwei.");
  });
  test("leaves styles behind, and words that look like them alone", () => {
    expect(unstyled(`<p class="a" style="color: red">style="x" <b style='a'>1 < 2</b></p>`)).toBe(`<p class="a">style="x" <b>1 < 2</b></p>`);
  });
  test("gives out what stands in the text", () => {
    const doc = parse("# A\n\nEins.\n\n- x\n- y");
    expect(copied(new Slice(doc.content, 0, 0))).toBe("# A\n\nEins.\n\n- x\n- y");
    const paragraph = schema.nodes.paragraph.create(null, schema.text("ein Wort"));
    expect(copied(new Slice(Fragment.from(paragraph), 1, 1))).toBe("ein Wort");
  });
});

import { expect, test } from "vitest";
import { EditorState } from "prosemirror-state";
import { placed } from "../src/review/conflicts";
import { parse } from "../src/review/text";

/** The words of the document in which a stretch of the saved text stands now. */
function now(saved: string, words: string, last: boolean, typed: string): { before: string; words: string } {
  const start = last ? saved.lastIndexOf(words) : saved.indexOf(words);
  const { doc } = EditorState.create({ doc: parse(typed) });
  const { from, to } = placed(doc, saved, { start, end: start + words.length });
  return { before: doc.textBetween(0, from, "\n"), words: doc.textBetween(from, to) };
}

const SAVED = "# A\n\nEs regnete stark. Der Rat tagte.\n\nEs regnete stark. Kern schwieg.";

test("a conflict stands at its own place where the same words stand twice", () => {
  const typed = SAVED.replace("# A", "# Ein A").replace("Kern", "Ina Kern");
  expect(now(SAVED, "Es regnete stark.", false, typed)).toEqual({ before: "Ein A\n", words: "Es regnete stark." });
  expect(now(SAVED, "Es regnete stark.", true, typed)).toEqual({
    before: "Ein A\nEs regnete stark. Der Rat tagte.\n",
    words: "Es regnete stark.",
  });
});

test("a conflict goes on with the words that are typed into it", () => {
  const typed = SAVED.replace("Der Rat tagte.", "Der neue Rat tagte.");
  expect(now(SAVED, "Der Rat tagte.", true, typed)).toEqual({
    before: "A\nEs regnete stark. ",
    words: "Der neue Rat tagte.",
  });
});

test("a conflict over words that were cut stands where they were", () => {
  const saved = "Eins. Zwei.";
  const { doc } = EditorState.create({ doc: parse("Neu eins. Zwei.") });
  expect(placed(doc, saved, { start: 5, end: 5 })).toEqual({ from: 10, to: 10 });
});

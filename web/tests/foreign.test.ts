import { describe, expect, test } from "vitest";
import { EditorState, TextSelection } from "prosemirror-state";
import { history, undo } from "prosemirror-history";
import { Mapping } from "prosemirror-transform";
import { drawn, pick, random } from "./drawn";
import { takeOver } from "../src/review/foreign";
import { parse, serialise } from "../src/review/text";

function open(text: string): EditorState {
  return EditorState.create({ doc: parse(text), plugins: [history()] });
}

function find(state: EditorState, words: string): number {
  let found = -1;
  state.doc.descendants((node, pos) => {
    const at = node.isTextblock ? node.textBetween(0, node.content.size, "", "\n").indexOf(words) : -1;
    if (at >= 0) found = pos + 1 + at;
  });
  if (found < 0) throw new Error(words);
  return found;
}

describe("another's revision", () => {
  test("becomes the text, whatever both are", () => {
    const next = random(3);
    for (let number = 0; number < 800; number += 1) {
      const before = drawn(next);
      const after = drawn(next);
      if (!after.trim()) continue;
      const state = open(before);
      const there = takeOver(state, state.doc, new Mapping(), after)!;
      const words = (text: string) => text.replace(/[\s\u0085\u001c]+/g, " ").trim();
      expect(words(serialise(state.apply(there).doc)), JSON.stringify([before, after])).toBe(words(after));
    }
  });

  test("of an ordinary text comes byte for byte", () => {
    const next = random(4);
    const sentences = ["Der Rat tagte.", "Es regnete stark.", "Die Brücke 🙂 bleibt zu.", "Ina Kern schwieg."];
    const article = () =>
      "# Titel\n" +
      Array.from({ length: 5 }, () => `\n${pick(["", "## ", "- "], next)}${pick(sentences, next)} ${pick(sentences, next)}\n`).join("");
    for (let number = 0; number < 300; number += 1) {
      const after = article();
      const state = open(article());
      expect(serialise(state.apply(takeOver(state, state.doc, new Mapping(), after)!).doc)).toBe(after);
    }
  });

  test("leaves the caret where the person has it", () => {
    let state = open("# A\n\nEins ist gut. Zwei ist besser. Drei ist am besten.\n\nEnde.");
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, find(state, "besser"))));
    const there = takeOver(state, state.doc, new Mapping(), "# Ein A\n\nEins war gut. Zwei ist besser. Drei war es.\n\nNeu.\n\nEnde.")!;
    state = state.apply(there);
    expect(state.selection.from).toBe(find(state, "besser"));
    expect(serialise(state.doc)).toBe("# Ein A\n\nEins war gut. Zwei ist besser. Drei war es.\n\nNeu.\n\nEnde.");
  });

  test("is not undone with one's own words", () => {
    let state = open("Eins.\n\nZwei.");
    state = state.apply(state.tr.insertText("Ganz ", 1));
    state = state.apply(takeOver(state, state.doc, new Mapping(), "Ganz Eins.\n\nZwei und drei.")!);
    undo(state, (transaction) => (state = state.apply(transaction)));
    expect(serialise(state.doc)).toBe("Eins.\n\nZwei und drei.");
  });

  test("is carried over what was typed since, or refused where it would take it away", () => {
    const sent = open("Eins ist gut.\n\nZwei ist besser.");
    const typed = sent.tr.insertText("Null. ", 1);
    const since = new Mapping();
    since.appendMapping(typed.mapping);
    const now = sent.apply(typed);
    const beside = takeOver(now, sent.doc, since, "Eins ist gut.\n\nZwei war besser.")!;
    expect(serialise(now.apply(beside).doc)).toBe("Null. Eins ist gut.\n\nZwei war besser.");

    const inside = sent.tr.insertText("sehr ", find(sent, "gut"));
    const within = new Mapping();
    within.appendMapping(inside.mapping);
    expect(takeOver(sent.apply(inside), sent.doc, within, "Zwei ist besser.")).toBeNull();
  });
});

import { describe, expect, test } from "vitest";
import { EditorState } from "prosemirror-state";
import type { DecorationSet } from "prosemirror-view";
import { drawn, pick, random } from "./drawn";
import { looks } from "../src/review/looks";
import { inline, parse } from "../src/review/text";

function shown(state: EditorState): string[] {
  const set = state.plugins[0]!.props.decorations!.call(state.plugins[0]!, state) as DecorationSet;
  return set
    .find()
    .map(({ from, to, spec, ...rest }) => `${from} ${to} ${JSON.stringify(spec)} ${JSON.stringify((rest as { type?: unknown }).type)}`)
    .sort();
}

describe("how the text looks", () => {
  test("after any edits is how it looks when it is opened", () => {
    const next = random(7);
    const pieces = ["**", "> ", "[Plan](https://a.example)", "(https://a.example)", "[", "]", "Ab ", "*"];
    let seen = 0;
    for (let number = 0; number < 150; number += 1) {
      const plugins = [looks()];
      let state = EditorState.create({ doc: parse(`# A\n\n**${drawn(next)}**\n\n${drawn(next)}`), plugins });
      for (let edit = 0; edit < 6; edit += 1) {
        const places: number[] = [];
        state.doc.forEach((node, pos) => places.push(pos + 1 + Math.floor(next() * (node.content.size + 1))));
        const from = pick(places, next);
        const $from = state.doc.resolve(from);
        const to = Math.min($from.end(), from + Math.floor(next() * 3));
        const transaction = next() < 0.2 ? state.tr.split(from) : state.tr.replaceWith(from, to, inline(pick(pieces, next)));
        state = state.apply(next() < 0.15 && $from.index(0) > 0 ? state.tr.join($from.before(1)) : transaction);
        const fresh = EditorState.create({ doc: state.doc, plugins, selection: state.selection });
        expect(shown(state), JSON.stringify(state.doc.toString())).toEqual(shown(fresh));
        seen += shown(state).length;
      }
    }
    expect(seen).toBeGreaterThan(1000);
  });
});

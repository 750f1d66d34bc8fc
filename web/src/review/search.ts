/** Searching in the text: a line above it, with the next place a keystroke away. */

import { TextSelection } from "prosemirror-state";
import type { Node } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import { element, say, type Words } from "./words";

/** Every place of some words, without regard to case. */
export function found(doc: Node, wanted: string): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  const needle = wanted.toLowerCase();
  if (!needle) return places;
  doc.forEach((node, offset) => {
    // Letters whose lower case is longer ("İ") would shift every place behind them.
    const words = [...node.textBetween(0, node.content.size, "", "\n")]
      .map((sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign))
      .join("");
    for (let at = words.indexOf(needle); at >= 0; at = words.indexOf(needle, at + needle.length)) {
      places.push({ from: offset + 1 + at, to: offset + 1 + at + needle.length });
    }
  });
  return places;
}

export class Search {
  readonly #form: HTMLFormElement;
  readonly #field: HTMLInputElement;

  constructor(view: EditorView, tools: HTMLElement, words: Words, announce: (sentence: string) => void) {
    this.#form = element("form", "search");
    this.#form.setAttribute("role", "search");
    this.#form.hidden = true;
    const label = element("label", "", say(words, "search"));
    this.#field = element("input", "");
    this.#field.type = "search";
    this.#field.id = "search-text";
    label.htmlFor = this.#field.id;
    const previous = element("button", "", say(words, "search_previous"));
    const next = element("button", "", say(words, "search_next"));
    const close = element("button", "", say(words, "close"));
    previous.type = close.type = "button";
    this.#form.append(label, this.#field, next, previous, close);
    tools.after(this.#form);

    const go = (direction: 1 | -1) => {
      const places = found(view.state.doc, this.#field.value);
      if (!places.length) return announce(say(words, "search_none"));
      const { from, to } = view.state.selection;
      const ahead = places.findIndex((place) => place.from >= to && place.to > to);
      const behind = places.filter((place) => place.to <= from).length - 1;
      const at = direction > 0 ? (ahead < 0 ? 0 : ahead) : behind < 0 ? places.length - 1 : behind;
      const place = places[at]!;
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place.from, place.to)).scrollIntoView());
      announce(say(words, "search_found", { number: at + 1, all: places.length }));
    };
    const leave = () => {
      this.#form.hidden = true;
      view.focus();
    };
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      go(1);
    });
    previous.addEventListener("click", () => go(-1));
    close.addEventListener("click", leave);
    this.#form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") leave();
    });
  }

  open(): void {
    this.#form.hidden = false;
    this.#field.focus();
    this.#field.select();
  }
}

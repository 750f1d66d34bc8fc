/** The tools above the text: what the paragraph with the caret is, and a link on the selected words. */

import type { Command } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { chordOf, named } from "./keys";
import { link, linkable, shape, shapeAt, SHAPES, type Made, type Shape } from "./shaping";
import { isMac } from "./table";
import { element, say, type Words } from "./words";

type Tool = Shape | "link";
const TOOLS: readonly Tool[] = [...SHAPES, "link"];

export class Toolbar {
  readonly #view: EditorView;
  readonly #words: Words;
  readonly #refuse: (sentence: string) => void;
  readonly #buttons = new Map<Tool, HTMLButtonElement>();
  readonly #line: HTMLFormElement;
  readonly #field: HTMLInputElement;
  readonly #remove: HTMLButtonElement;

  /** `refuse` says why something cannot be done; with an empty sentence that nothing is in the way any more. */
  constructor(view: EditorView, tools: HTMLElement, words: Words, refuse: (sentence: string) => void) {
    this.#view = view;
    this.#words = words;
    this.#refuse = refuse;
    const bar = element("div", "tools");
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", say(words, "tools"));
    bar.append(...TOOLS.map((tool) => this.#make(tool)));
    bar.addEventListener("keydown", (event) => this.#move(event));
    bar.hidden = !view.editable;
    this.#line = element("form", "search link-line");
    this.#line.hidden = true;
    const label = element("label", "", say(words, "link_to"));
    this.#field = element("input", "");
    this.#field.id = label.htmlFor = "link-address";
    this.#field.inputMode = "url";
    this.#field.placeholder = "https://";
    this.#field.autocomplete = "off";
    const set = element("button", "", say(words, "link_set"));
    this.#remove = element("button", "", say(words, "link_remove"));
    const close = element("button", "", say(words, "close"));
    this.#remove.type = close.type = "button";
    this.#line.append(label, this.#field, set, this.#remove, close);
    this.#line.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#link(this.#field.value.trim());
    });
    this.#line.addEventListener("keydown", (event) => event.key === "Escape" && this.#leave());
    this.#remove.addEventListener("click", () => this.#link(""));
    close.addEventListener("click", () => this.#leave());
    tools.prepend(bar);
    tools.after(this.#line);
  }

  /** Use a tool on what is selected. */
  use(tool: Tool): void {
    if (tool !== "link") return void this.#apply(shape(this.#view.state, tool));
    const words = linkable(this.#view.state);
    if ("why" in words) return this.#refuse(say(this.#words, words.why));
    this.#field.value = words.address;
    this.#remove.hidden = !words.address;
    this.#line.hidden = false;
    this.#field.focus();
    this.#field.select();
  }

  /** Show what the paragraph with the caret is. */
  mark(): void {
    const is = shapeAt(this.#view.state);
    for (const one of SHAPES) {
      const pressed = String(one === is);
      const button = this.#buttons.get(one)!;
      if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
    }
  }

  #make(tool: Tool): HTMLButtonElement {
    const button = element("button", "", say(this.#words, `tool_${tool}`));
    button.type = "button";
    button.title = `${say(this.#words, `act_${tool}`)} (${named(chordOf(tool), this.#words, isMac())})`;
    if (tool !== "link") button.setAttribute("aria-pressed", "false");
    // The caret stays in the text.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => this.use(tool));
    this.#buttons.set(tool, button);
    return button;
  }

  #move(event: KeyboardEvent): void {
    const all = [...this.#buttons.values()];
    const here = all.indexOf(event.target as HTMLButtonElement);
    const steps: Record<string, number> = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: all.length - 1 };
    const to = steps[event.key];
    if (here < 0 || to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length]!.focus();
  }

  #apply(made: Made): boolean {
    this.#refuse("why" in made ? say(this.#words, made.why) : "");
    if ("why" in made) return false;
    this.#view.dispatch(made.edit.scrollIntoView());
    this.#view.focus();
    return true;
  }

  #link(address: string): void {
    if (this.#apply(link(this.#view.state, address))) this.#line.hidden = true;
  }

  #leave(): void {
    this.#line.hidden = true;
    this.#view.focus();
  }
}

/** The tools as the editor's keys reach them. */
export function toolKeys(toolbar: () => Toolbar): Record<string, Command> {
  return Object.fromEntries(TOOLS.map((tool) => [chordOf(tool).replace(/-(\w)$/, (_all, letter: string) => `-${letter.toLowerCase()}`), () => (toolbar().use(tool), true)]));
}

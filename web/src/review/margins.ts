/** The margin: beside the line where a sentence begins stands how it stands, as a button that leads to its evidence. */

import type { EditorView } from "prosemirror-view";
import type { SentenceTold } from "./desk";
import { known, sentenceAt, type Placed } from "./marks";
import { element, say, type Words } from "./words";

/** Pixels between one mark and the next where two sentences begin on the same line. */
const HEIGHT = 24;
/** Milliseconds after a keystroke before the marks move: they must not take time from the typing. */
const CALM = 90;

interface Mark {
  readonly row: HTMLLIElement;
  readonly button: HTMLButtonElement;
  readonly origin: HTMLSpanElement;
  readonly mark: HTMLSpanElement;
  readonly word: HTMLSpanElement;
  readonly unread: HTMLSpanElement;
}

export class Margins {
  readonly #view: EditorView;
  readonly #list: HTMLElement;
  readonly #words: Words;
  readonly #choose: (sentence: Placed<SentenceTold>) => void;
  readonly #marks: Mark[] = [];
  #unread: ReadonlySet<string> = new Set();
  readonly #legend: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, list: HTMLElement, words: Words, choose: (sentence: Placed<SentenceTold>) => void) {
    this.#view = view;
    this.#list = list;
    this.#words = words;
    this.#choose = choose;
    this.#legend = element("p", "legend meta", `○ ${say(words, "unread")}`);
    list.parentElement!.after(this.#legend);
    new ResizeObserver(() => this.later(0)).observe(view.dom);
  }

  /** Mark the sentences whose evidence this person has not seen; they are named by their keys. */
  unread(keys: ReadonlySet<string>): void {
    this.#unread = keys;
    this.later(0);
  }

  /** Put the marks where the sentences are, as soon as the typing lets go. */
  later(pause = CALM): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => requestAnimationFrame(() => this.#lay()), pause);
  }

  #lay(): void {
    const view = this.#view;
    const now = known(view.state);
    const here = sentenceAt(now, now.at);
    const sentences = now.sentences.filter(({ from, to }) => from < to);
    const origin = this.#list.getBoundingClientRect().top;
    const tops = sentences.map(({ from }) => view.coordsAtPos(from, 1).top - origin);
    let free = Number.NEGATIVE_INFINITY;
    sentences.forEach((sentence, number) => {
      const mark = this.#marks[number] ?? this.#make(number);
      const { state, origin: from, by } = sentence.told;
      const top = Math.round(Math.max(tops[number]!, free));
      free = top + HEIGHT;
      mark.row.style.top = `${top}px`;
      mark.row.className = `${state.kind}${sentence === here ? " here" : ""}`;
      mark.button.className = `state ${state.kind}`;
      mark.mark.textContent = state.mark;
      mark.word.textContent = ` ${state.words}`;
      mark.origin.textContent = from;
      mark.origin.title = by;
      const text = view.state.doc.textBetween(sentence.from, sentence.to, " ", " ");
      const isUnread = this.#unread.has(sentence.told.key);
      mark.unread.hidden = !isUnread;
      const words = isUnread ? `${state.words}, ${say(this.#words, "unread")}` : state.words;
      const label = say(this.#words, "sentence", { state: words, origin: from, text });
      if (mark.button.getAttribute("aria-label") !== label) mark.button.setAttribute("aria-label", label);
      if (sentence === here) mark.button.setAttribute("aria-current", "true");
      else mark.button.removeAttribute("aria-current");
    });
    for (const mark of this.#marks.splice(sentences.length)) mark.row.remove();
    this.#legend.hidden = !sentences.some(({ told }) => this.#unread.has(told.key));
  }

  #make(number: number): Mark {
    const row = element("li", "");
    const button = element("button", "state");
    button.type = "button";
    const sign = element("span", "mark");
    const word = element("span", "word");
    const origin = element("span", "origin");
    sign.setAttribute("aria-hidden", "true");
    const unread = element("span", "unread-sign", "○");
    unread.title = say(this.#words, "unread");
    button.append(sign, word, unread);
    row.append(button, origin);
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      const sentence = known(this.#view.state).sentences.filter(({ from, to }) => from < to)[number];
      if (sentence) this.#choose(sentence);
    });
    this.#list.append(row);
    const made = { row, button, origin, mark: sign, word, unread };
    this.#marks[number] = made;
    return made;
  }
}

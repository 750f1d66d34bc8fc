/** What the editor says above the text: whether it is saved, who is here, what was done or refused. */

import type { Standing } from "./saving";
import type { Screen } from "./screen";
import { say, type Words } from "./words";

export class Telling {
  readonly #screen: Screen;
  readonly #words: Words;
  #standing: Standing = { kind: "saved" };
  #choosing = false;

  constructor(screen: Screen, words: Words) {
    this.#screen = screen;
    this.#words = words;
    if (screen.writes) this.stand({ kind: "saved" });
    else screen.standing.textContent = say(words, "reading");
  }

  /** Say that something was done. */
  announce(sentence: string): void {
    this.#screen.refusal.hidden = true;
    this.#screen.news.textContent = this.#screen.news.title = sentence;
  }

  /** What was said to be done is over: something else is being looked at or written. */
  over(): void {
    this.#screen.news.textContent = this.#screen.news.title = "";
  }

  /** Say that something was not done, or has to be chosen; what was said before is over. Nothing is said with no sentence. */
  refuse(sentence: string): void {
    this.over();
    this.#screen.refusal.textContent = sentence;
    this.#screen.refusal.hidden = !sentence;
  }

  /** Say how the text stands with the desk. */
  stand(standing: Standing): void {
    this.#standing = standing;
    this.#stands();
  }

  /** Whether a wording of this person is saved nowhere, because they have still to choose. */
  choosing(open: boolean): void {
    if (open === this.#choosing) return;
    this.#choosing = open;
    this.#stands();
  }

  #stands(): void {
    if (!this.#screen.writes) return;
    const { kind } = this.#standing;
    const shown = kind === "saved" && this.#choosing ? "choosing" : kind;
    const sentence = this.#standing.kind === "refused" ? this.#standing.sentence : "";
    this.#screen.standing.textContent = say(this.#words, shown, { sentence });
    this.#screen.standing.className = `standing ${shown}`;
  }

  /** Say who has the dossier open; that one has it open oneself is no news. */
  here(people: readonly string[]): void {
    this.#screen.people.textContent = people.length > 1 ? say(this.#words, "here", { people: people.join(", ") }) : "";
  }

  /** Say which revision stands on the screen. */
  revision(number: number): void {
    const shown = document.querySelector("#draft-title .meta");
    if (shown) shown.textContent = say(this.#words, "revision", { number });
  }
}

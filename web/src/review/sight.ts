/**
 * Sight: which passages of the evidence have been in view. A pane that stands on the screen can hold more than fits into it;
 * a passage counts once every line of it was inside the pane and the window, with nothing over it.
 */

import { element, say, type Words } from "./words";

/** A stretch of the screen from top to bottom, in CSS pixels. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** Pixels that a line may be cut off by and still be read. */
const SLACK = 2;

/** Whether a line is inside all of `frames`, and under none of what lies `over` them. */
export function inView(line: Stretch, frames: readonly Stretch[], over: readonly Stretch[]): boolean {
  return (
    frames.every((frame) => line.top >= frame.top - SLACK && line.bottom <= frame.bottom + SLACK) &&
    !over.some((cover) => cover.top < line.bottom - SLACK && cover.bottom > line.top + SLACK)
  );
}

export class Sight {
  readonly #words: Words;
  readonly #seen: () => void;
  /** The numbers of the lines that were in view, by the passage they are of. */
  readonly #lines = new WeakMap<Element, Set<number>>();
  #asked = false;

  /** `seen` is called whenever nothing of the evidence on the screen is left to be seen. */
  constructor(words: Words, seen: () => void) {
    this.#words = words;
    this.#seen = seen;
    const look = () => this.look();
    for (const happened of ["scroll", "resize", "toggle"]) window.addEventListener(happened, look, { capture: true, passive: true });
    document.addEventListener("visibilitychange", look);
  }

  /** Look what is in view, when the page is drawn next. */
  look(): void {
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => {
      this.#asked = false;
      this.#look();
    });
  }

  #look(): void {
    const pane = document.querySelector<HTMLElement>(".evidence");
    if (!pane || document.visibilityState !== "visible" || pane.getAttribute("aria-busy") === "true") return;
    const passages = [...pane.querySelectorAll<HTMLElement>(".passage .at")];
    const frames = [pane.getBoundingClientRect(), { top: 0, bottom: window.innerHeight }];
    const over = [...pane.querySelectorAll(".answer")].map((answer) => answer.getBoundingClientRect());
    const unseen = passages.filter((passage) => !this.#isSeen(passage, frames, over));
    for (const place of pane.querySelectorAll<HTMLElement>(".unseen")) this.#name(place, unseen);
    for (const field of pane.querySelectorAll<HTMLInputElement>("input[name=in_view]")) {
      field.disabled = unseen.length > 0 || passages.length === 0;
      field.value = "1";
    }
    if (unseen.length === 0) this.#seen();
  }

  #isSeen(passage: HTMLElement, frames: readonly Stretch[], over: readonly Stretch[]): boolean {
    const known = this.#lines.get(passage) ?? new Set<number>();
    this.#lines.set(passage, known);
    const lines = [...passage.getClientRects()];
    lines.forEach((line, number) => inView(line, frames, over) && known.add(number));
    return lines.length > 0 && lines.every((_line, number) => known.has(number));
  }

  /** Say beside the buttons which passage is the first that is left to be seen, with a way there, and how many there are besides. */
  #name(place: HTMLElement, unseen: readonly HTMLElement[]): void {
    place.hidden = unseen.length === 0;
    const [first] = unseen;
    const all = [...place.closest(".evidence")!.querySelectorAll(".passage .at")];
    const now = `${first && all.indexOf(first)} ${unseen.length}`;
    if (!first || place.dataset["named"] === now) return;
    place.dataset["named"] = now;
    const name = first.closest(".passage")?.querySelector("a")?.textContent?.trim() ?? "";
    const link = element("button", "to-passage", name);
    link.type = "button";
    link.addEventListener("click", () => first.scrollIntoView({ block: "center" }));
    const others = unseen.length > 1 ? ` ${say(this.#words, "unseen_others", { number: unseen.length - 1 })}` : "";
    place.replaceChildren(element("span", "mark", "○"), ` ${say(this.#words, "unseen")} `, link, others);
    place.firstElementChild?.setAttribute("aria-hidden", "true");
  }
}

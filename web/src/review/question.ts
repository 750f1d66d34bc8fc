/** The question on the screen: one that came by itself, under somebody's finger, has to stand a while before it is answered. */

/** Milliseconds in which nobody has read a question. */
export const READING = 700;

export class Question {
  readonly #now: () => number;
  #key: string;
  #came = -Infinity;

  /** `key` names the question that the page was made with, empty if there is none; `now` tells milliseconds. */
  constructor(key: string, now: () => number = () => performance.now()) {
    this.#key = key;
    this.#now = now;
  }

  /** The question under this name stands there now, because somebody has `chosen` it or by itself. */
  stands(key: string, chosen: boolean): void {
    if (key === this.#key) return;
    this.#key = key;
    this.#came = chosen ? -Infinity : this.#now();
  }

  /** Whether it came by itself, too short a while ago to be read. */
  get isUnread(): boolean {
    return this.#now() - this.#came < READING;
  }
}

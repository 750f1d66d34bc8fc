/** Looking while somebody types: one question on its way at a time, and never an answer to a text that is gone. */

import type { Node } from "prosemirror-model";
import type { Desk, LaidTold } from "./desk";
import type { Sending, Sendings } from "./sendings";

/** Milliseconds without a keystroke before the desk is asked. */
export const PAUSE = 80;

export interface Asking {
  readonly desk: Pick<Desk, "look">;
  readonly sendings: Sendings;
  readonly doc: () => Node;
  /** Whether a sign is being put together (an accent, a syllable): nothing may touch the text then. */
  readonly composing: () => boolean;
  readonly told: (laid: LaidTold, sending: Sending) => void;
}

export class Looking {
  readonly #asking: Asking;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #again = false;
  #number = 0;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  /** The text was changed. */
  touch(pause = PAUSE): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), pause);
  }

  /** Something newer than any look is known; an answer on its way says nothing any more. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#number += 1;
    this.#again = false;
  }

  async #look(): Promise<void> {
    const { desk, sendings, doc, composing, told } = this.#asking;
    if (this.#busy || composing()) {
      this.#again = true;
      if (!this.#busy) this.touch();
      return;
    }
    this.#busy = true;
    this.#again = false;
    this.#number += 1;
    const number = this.#number;
    const sending = sendings.begin(doc());
    try {
      const laid = await desk.look(sending.layout.content);
      if (number === this.#number && !composing()) told(laid, sending);
    } catch {
      // Saving says that the desk is away or refuses; looking again comes with the next change.
    } finally {
      sendings.end(sending);
      this.#busy = false;
    }
    if (this.#again) this.touch(0);
  }
}

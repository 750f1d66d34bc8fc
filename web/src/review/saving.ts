/** Saving: after a pause, on leaving the text, before every decision; again and again while the desk is away. */

import type { Node } from "prosemirror-model";
import { Refusal, SignedOut, type Desk, type RevisionNews, type SavedTold } from "./desk";
import type { Sending, Sendings } from "./sendings";
import { serialise } from "./text";

/** Milliseconds without a keystroke before the text is saved. */
export const PAUSE = 1000;
/** Milliseconds before a desk that is away is tried again; the last one from then on. */
const RETRIES = [1000, 2000, 4000, 8000, 15000];

export type Standing =
  | { readonly kind: "saved" }
  | { readonly kind: "unsaved" }
  | { readonly kind: "saving" }
  | { readonly kind: "away" }
  | { readonly kind: "signed_out" }
  | { readonly kind: "refused"; readonly sentence: string };

export interface Keeping {
  readonly desk: Pick<Desk, "save">;
  readonly sendings: Sendings;
  readonly doc: () => Node;
  /** Whether a sign is being put together; others' words wait until it is there. */
  readonly composing: () => boolean;
  /** Take over what was saved; false if words typed meanwhile stand in the way. */
  readonly saved: (saved: SavedTold, sending: Sending) => boolean;
  /** Take over what somebody else saved, into a text without changes of one's own. */
  readonly foreign: (news: RevisionNews) => void;
  readonly standing: (standing: Standing) => void;
}

export class Saving {
  readonly #keeping: Keeping;
  #base: string;
  #content: string;
  #revision: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<boolean> | null = null;
  #held: RevisionNews | null = null;
  #failures = 0;
  #standing: Standing = { kind: "saved" };

  constructor(keeping: Keeping, opened: Pick<SavedTold, "base" | "content" | "revision">) {
    this.#keeping = keeping;
    this.#base = opened.base;
    this.#content = opened.content;
    this.#revision = opened.revision;
  }

  /** Whether there are words that the desk does not have. */
  get unsaved(): boolean {
    return this.#flight !== null || serialise(this.#keeping.doc()) !== this.#content;
  }

  /** Whether the last attempt failed. */
  get failing(): boolean {
    return ["away", "refused", "signed_out"].includes(this.#standing.kind);
  }

  /** The text was changed. */
  touch(): void {
    if (!this.failing) this.#say({ kind: "unsaved" });
    if (this.#standing.kind === "away") return;
    this.#later(PAUSE);
  }

  /** Save now what is not saved; whether everything is saved then. */
  async flush(leaving = false): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#flight) await this.#flight;
    if (serialise(this.#keeping.doc()) === this.#content) {
      this.#failures = 0;
      this.#say({ kind: "saved" });
      return true;
    }
    this.#flight ??= this.#save(leaving).finally(() => {
      this.#flight = null;
      if (this.#held) this.hear(this.#held);
    });
    return this.#flight;
  }

  /** Somebody has saved a revision. */
  hear(news: RevisionNews): void {
    this.#held = null;
    if (news.revision <= this.#revision) return;
    if (this.#flight || this.#keeping.composing()) {
      this.#held = news;
      if (!this.#flight) setTimeout(() => this.#held && this.hear(this.#held), PAUSE);
    } else if (this.unsaved) {
      void this.flush();
    } else {
      this.#keeping.foreign(news);
      this.#base = news.base;
      this.#content = news.content;
      this.#revision = news.revision;
    }
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }

  #say(standing: Standing): void {
    if (standing.kind === this.#standing.kind && standing.kind !== "refused") return;
    this.#standing = standing;
    this.#keeping.standing(standing);
  }

  async #save(leaving: boolean): Promise<boolean> {
    const { desk, sendings, doc, saved } = this.#keeping;
    const sending = sendings.begin(doc());
    if (this.#standing.kind !== "away") this.#say({ kind: "saving" });
    try {
      const answer = await desk.save(sending.layout.content, this.#base, leaving);
      this.#failures = 0;
      if (saved(answer, sending)) {
        this.#base = answer.base;
        this.#content = answer.content;
        this.#revision = answer.revision;
      }
      const done = serialise(doc()) === this.#content;
      this.#say({ kind: done ? "saved" : "unsaved" });
      if (!done) this.#later(PAUSE);
      return done;
    } catch (error) {
      this.#fail(error);
      return false;
    } finally {
      sendings.end(sending);
    }
  }

  #fail(error: unknown): void {
    if (error instanceof SignedOut) return this.#say({ kind: "signed_out" });
    if (error instanceof Refusal) return this.#say({ kind: "refused", sentence: error.message });
    this.#say({ kind: "away" });
    this.#later(RETRIES[Math.min(this.#failures, RETRIES.length - 1)]!);
    this.#failures += 1;
  }
}

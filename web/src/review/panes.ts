/** Queue, status and evidence: made by the desk, put in the place of those on the screen. */

import type { Desk, UnreadTold } from "./desk";
import { Question } from "./question";
import { Sight } from "./sight";
import type { Words } from "./words";

/** Milliseconds that the caret rests in a sentence before its evidence is fetched. */
const REST = 150;

export class Panes {
  readonly #desk: Pick<Desk, "panes" | "shown">;
  readonly #unsaved: () => boolean;
  readonly #settled: () => Promise<boolean>;
  readonly #shown: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #late = false;
  #chosen = false;
  /** The question in the evidence, if there is one. */
  readonly question = new Question(asked());
  readonly #told = new Set<string>();
  readonly #sight: Sight;
  #number = 0;
  #newest: Promise<void> = Promise.resolve();
  #at: string;

  /** `unsaved` says whether there are words to save, `settled` saves them; `shown` is called when new panes stand there. */
  constructor(desk: Pick<Desk, "panes" | "shown">, words: Words, at: string, unsaved: () => boolean, settled: () => Promise<boolean>, shown: () => void) {
    this.#sight = new Sight(words, () => void this.#tell());
    this.#sight.look();
    this.#desk = desk;
    this.#at = at;
    this.#unsaved = unsaved;
    this.#settled = settled;
    this.#shown = shown;
  }

  /**
   * The sentence or finding was chosen; its evidence comes when the caret rests there, or `atOnce`. While somebody types
   * in it, it comes with the next save: fetching it sooner would make the desk save, and the typing wait for that.
   */
  choose(at: string, atOnce = false): void {
    if (at === this.#at && !(atOnce && this.#late)) return;
    this.#at = at;
    this.#late = this.#chosen = true;
    busy(true);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (atOnce || !this.#unsaved()) void this.refresh();
    }, atOnce ? 0 : REST);
  }

  /** The keys of the sentences whose evidence this person has not had on the screen. */
  get unread(): ReadonlySet<string> {
    return new Set((document.querySelector<HTMLElement>("#status")?.dataset["unread"] ?? "").split(" "));
  }

  /** Whether the evidence of something else still stands there. */
  get late(): boolean {
    return this.#late;
  }

  /** Wait until the evidence of what is chosen stands there. */
  async ready(): Promise<void> {
    while (this.#late) await this.refresh();
  }

  /** The chosen sentence is called by another name now; its evidence stays. */
  rename(at: string): void {
    this.#at = at;
  }

  /** Fetch what comes after a decision, which nobody has chosen. */
  goOn(): Promise<void> {
    this.#chosen = false;
    return this.refresh();
  }

  /** Fetch the panes anew; done when the newest ones asked for stand there, for who waits must not act on older ones. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    busy(true);
    let newest = (this.#newest = this.#fetch());
    await newest;
    while (newest !== this.#newest) await (newest = this.#newest);
  }

  async #fetch(): Promise<void> {
    this.#number += 1;
    const number = this.#number;
    try {
      await this.#settled();
      const html = await this.#desk.panes(this.#at);
      if (number === this.#number) this.#put(new DOMParser().parseFromString(html, "text/html"));
    } catch {
      // What is on the screen stays; saving says that the desk is away.
    }
    if (number === this.#number) {
      this.#late = false;
      busy(false);
      this.#sight.look();
    }
  }

  #put(fresh: Document): void {
    swap(fresh, "#status");
    swap(fresh, "#queue");
    swap(fresh, "#bars");
    if (!isWritten()) {
      swap(fresh, ".evidence");
      this.question.stands(asked(), this.#chosen);
      this.#chosen = false;
    }
    this.#shown();
  }

  /** Tell the desk once that the evidence on the screen has been in view; evidence of which it does not hear counts as not read. */
  async #tell(): Promise<void> {
    const { sentence, evidence } = document.querySelector<HTMLElement>(".evidence .about")?.dataset ?? {};
    const told = `${sentence} ${evidence}`;
    if (!sentence || !evidence || this.#told.has(told)) return;
    this.#told.add(told);
    try {
      this.#read(await this.#desk.shown(sentence, evidence));
    } catch {
      this.#told.delete(told);
    }
  }

  /** Take the marks of what has been in view away, without fetching the panes anew. */
  #read({ said, keys }: UnreadTold): void {
    const status = document.querySelector<HTMLElement>("#status");
    const count = status?.querySelector<HTMLElement>(".unread-count");
    if (!status || !count) return;
    status.dataset["unread"] = keys.join(" ");
    count.hidden = said === "";
    count.lastElementChild!.textContent = said;
    const left = new Set(keys);
    for (const sign of document.querySelectorAll<HTMLElement>("#queue .unread")) {
      if (!left.has(sign.dataset["sentence"] ?? "")) sign.remove();
    }
    this.#shown();
  }
}

/** Where the question in the evidence is answered; empty if there is none. */
function asked(): string {
  return document.querySelector(".evidence .judge form")?.getAttribute("action") ?? "";
}

function busy(is: boolean): void {
  document.querySelector(".evidence")?.setAttribute("aria-busy", String(is));
}

/** Whether somebody is about to give a reason in the evidence; the field must not be taken away under their hands. */
export function isWritten(): boolean {
  const field = document.activeElement;
  return field instanceof HTMLTextAreaElement && field.closest(".evidence") !== null;
}

function summaries(pane: Element): HTMLDetailsElement[] {
  return [...pane.querySelectorAll("details")];
}

/** Put new contents into a pane; what was unfolded stays so, and the keyboard stays where it was. */
function swap(fresh: Document, selector: string): void {
  const before = document.querySelector<HTMLElement>(selector);
  const after = fresh.querySelector<HTMLElement>(selector);
  if (!before || !after) return;
  const focused = before.contains(document.activeElement) ? document.activeElement! : null;
  const address = focused?.getAttribute("href");
  const wasPane = focused === before;
  const open = new Set(summaries(before).filter((one) => one.open).map((one) => one.className));
  before.replaceChildren(...after.childNodes);
  before.className = after.className;
  if (after.dataset["unread"] !== undefined) before.dataset["unread"] = after.dataset["unread"];
  for (const one of summaries(before)) if (one.className && open.has(one.className)) one.open = true;
  if (!focused || wasPane) return;
  const again = address ? [...before.querySelectorAll("a")].find((link) => link.getAttribute("href") === address) : null;
  const target = again ?? before;
  if (target === before) before.tabIndex = -1;
  target.focus({ preventScroll: true });
}

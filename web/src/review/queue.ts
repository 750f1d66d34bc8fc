/** The queue as the editor uses it: its items lead to the words, and the chosen one is marked. */

const PANES = [".queue", ".editor .ProseMirror", ".evidence", ".sources"];

function addressed(link: HTMLAnchorElement): string {
  return new URL(link.href).searchParams.get("at") ?? "";
}

/** Where its links lead in the text; false if there is no such place any more, or nothing may be written. */
export interface Leading {
  /** To a sentence's anchor or a finding's key. */
  readonly go: (at: string, finding: string) => boolean;
  /** To where what is chosen can be changed. */
  readonly write: () => boolean;
}

export class Queue {
  readonly #panes: HTMLElement;

  constructor(panes: HTMLElement, leading: Leading) {
    this.#panes = panes;
    panes.addEventListener("click", (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a[href^='?at='], .evidence a.change");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const led = link.matches(".change") ? leading.write() : leading.go(addressed(link), link.dataset["finding"] ?? "");
      if (led) event.preventDefault();
    });
  }

  #items(): HTMLAnchorElement[] {
    return [...this.#panes.querySelectorAll<HTMLAnchorElement>(".queue .items a")];
  }

  /** Mark what is chosen: the finding, or everything on the sentence. */
  mark(at: string, finding: string): void {
    for (const link of this.#items()) {
      const chosen = finding && link.dataset["finding"] ? link.dataset["finding"] === finding : at !== "" && addressed(link) === at;
      if (chosen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  /** Scroll queue and evidence to what is chosen. */
  reveal(finding: string): void {
    const pane = this.#panes.querySelector(".queue");
    // In one column the queue does not scroll by itself, and the page must not leave what somebody reads.
    if (pane && pane.scrollHeight > pane.clientHeight) {
      this.#items()
        .find((link) => link.hasAttribute("aria-current"))
        ?.scrollIntoView({ block: "nearest" });
    }
    const evidence = this.#panes.querySelector(".evidence");
    if (!evidence) return;
    const section = finding ? evidence.querySelector(`#f-${CSS.escape(finding)}`)?.closest("section") : null;
    // Above the first finding stands who says the sentence.
    const further = section instanceof HTMLElement && section !== evidence.querySelector("section.finding");
    // Who judges first reads the passages; the sentence stands marked in the text.
    const passages = evidence.querySelector<HTMLElement>(".judge h5");
    const top = further ? section : passages;
    evidence.scrollTop = top ? Math.max(0, top.offsetTop - 8) : 0;
  }

  /** Go from the pane with the keyboard to the next one. */
  nextPane(): void {
    const all = PANES.flatMap((selector) => this.#panes.querySelector<HTMLElement>(selector) ?? []);
    const here = all.findIndex((pane) => pane.contains(document.activeElement));
    const next = all[(here + 1) % all.length];
    if (!next) return;
    if (next.isContentEditable) return next.focus();
    const links = [...next.querySelectorAll<HTMLElement>("a")].filter((link) => link.checkVisibility());
    const first = links.find((link) => link.hasAttribute("aria-current")) ?? links[0];
    if (next.matches(".queue, .sources") && first) return first.focus();
    next.tabIndex = -1;
    next.focus();
  }
}

/** The parts of the page that the editor takes over or adds. */

import { element, say, type Words } from "./words";

export interface Screen {
  readonly dossier: string;
  readonly token: string;
  readonly language: string;
  /** What the page had chosen when it was made. */
  readonly at: string;
  /** Whether the person may change the text. */
  readonly writes: boolean;
  readonly paper: HTMLElement;
  readonly text: HTMLElement;
  readonly margins: HTMLElement;
  readonly standing: HTMLElement;
  readonly people: HTMLElement;
  readonly news: HTMLElement;
  readonly refusal: HTMLElement;
  /** The row above the text for what can be done with it. */
  readonly tools: HTMLElement;
  readonly help: HTMLButtonElement;
}

/** Put the editor's parts in the place of the draft; the evidence moves out of it, to stand behind it. */
export function takePlace(panes: HTMLElement, words: Words): Screen {
  const draft = panes.querySelector<HTMLElement>(".draft")!;
  const before = draft.querySelector<HTMLElement>(".paper")!;
  const language = before.lang;
  const evidence = draft.querySelector<HTMLElement>(".evidence")!;
  const paper = element("div", "paper editor");
  const text = element("div", "text");
  const margins = element("ul", "margins");
  margins.setAttribute("aria-label", say(words, "sentences"));
  // The text first: what can be done with it is one step before it, and the marks of its sentences come after.
  paper.append(text, margins);
  const bar = element("div", "bar");
  const standing = element("p", "standing");
  standing.setAttribute("aria-live", "polite");
  const people = element("p", "people meta");
  people.setAttribute("aria-live", "polite");
  const news = element("p", "news meta");
  news.setAttribute("aria-live", "polite");
  const told = element("div", "told");
  told.append(standing, people, news);
  const tools = element("div", "with-text");
  const help = element("button", "help", say(words, "keys"));
  help.type = "button";
  tools.append(help);
  const refusal = element("p", "refusal");
  refusal.setAttribute("role", "alert");
  refusal.hidden = true;
  bar.append(told, tools, refusal);
  evidence.remove();
  before.replaceWith(bar, paper, evidence);
  evidence.tabIndex = -1;
  panes.classList.add("live");
  return {
    dossier: panes.dataset["dossier"]!,
    token: document.querySelector<HTMLMetaElement>("meta[name=token]")!.content,
    language,
    at: panes.dataset["at"] ?? "",
    writes: panes.dataset["writes"] !== undefined,
    paper,
    text,
    margins,
    standing,
    people,
    news,
    refusal,
    tools,
    help,
  };
}

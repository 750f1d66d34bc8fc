/** The table of keys, and the switch for the single ones. */

import { KEYS, named } from "./keys";
import { element, say, type Words } from "./words";

const KEPT = "beleg-single-keys";

/** Whether single keys act; on until somebody switches them off in this browser. */
export function singles(): boolean {
  return localStorage.getItem(KEPT) !== "off";
}

export function isMac(): boolean {
  return navigator.userAgent.includes("Mac OS");
}

export class Table {
  readonly #dialog: HTMLDialogElement;

  constructor(words: Words) {
    const dialog = element("dialog", "keys");
    const title = element("h2", "", say(words, "keys"));
    title.id = "keys-title";
    // A long table is read from its top: without this the keyboard would go to the box below it, and the view with it.
    title.tabIndex = -1;
    title.autofocus = true;
    dialog.setAttribute("aria-labelledby", title.id);
    const table = element("table", "list");
    const head = table.createTHead().insertRow();
    for (const name of ["key_act", "key_chord", "key_single"]) {
      const cell = element("th", "", say(words, name));
      cell.scope = "col";
      head.append(cell);
    }
    const body = table.createTBody();
    for (const { act, chord, single } of KEYS) {
      const row = body.insertRow();
      const does = element("th", "", say(words, `act_${act}`));
      does.scope = "row";
      row.append(does);
      row.insertCell().append(element("kbd", "", named(chord, words, isMac())));
      if (single) row.insertCell().append(element("kbd", "", single));
      else row.insertCell().textContent = "–";
    }
    const line = element("p", "tick");
    const box = element("input", "");
    const label = element("label", "", say(words, "single_keys"));
    box.type = "checkbox";
    box.id = "single-keys";
    label.htmlFor = box.id;
    box.checked = singles();
    box.addEventListener("change", () => localStorage.setItem(KEPT, box.checked ? "on" : "off"));
    line.append(box, label);
    const close = element("button", "main", say(words, "close"));
    close.type = "button";
    close.addEventListener("click", () => dialog.close());
    dialog.append(title, table, line, close);
    document.body.append(dialog);
    this.#dialog = dialog;
  }

  open(): void {
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    this.#dialog.scrollTop = 0;
  }
}

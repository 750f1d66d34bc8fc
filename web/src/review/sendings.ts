/** What is on its way to the desk, with everything that was typed after it was sent. */

import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import { layout, type Layout } from "./text";

export interface Sending {
  readonly doc: Node;
  readonly layout: Layout;
  readonly since: Mapping;
}

export class Sendings {
  readonly #open = new Set<Sending>();

  begin(doc: Node): Sending {
    const sending = { doc, layout: layout(doc), since: new Mapping() };
    this.#open.add(sending);
    return sending;
  }

  end(sending: Sending): void {
    this.#open.delete(sending);
  }

  carry(transaction: Transaction): void {
    if (!transaction.docChanged) return;
    for (const { since } of this.#open) since.appendMapping(transaction.mapping);
  }
}

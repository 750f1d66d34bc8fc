/** The review editor takes the place of the draft in the middle of the dossier page. */

import type { SavedTold } from "../review/desk";
import { Review } from "../review/review";
import { embedded, type Words } from "../review/words";

export function start(panes: HTMLElement): void {
  const words = Object.fromEntries(embedded<[string, string][]>("review-words")) as Words;
  new Review(panes, embedded<SavedTold>("laid"), words);
}

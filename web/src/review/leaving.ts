/** Leaving the page: what is typed goes along first, and nothing is left behind without a question. */

import type { Saving } from "./saving";

/** `undecided` says whether words are shown here that are saved nowhere. */
export function leaving(saving: Saving, undecided: () => boolean): void {
  let allowed = false;
  const lost = () => saving.unsaved || undecided();

  const after = (go: () => void) => {
    void saving.flush(true).then(() => {
      allowed = !saving.unsaved && !undecided();
      go();
    });
  };
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
    if (!link || link.target || link.download || link.getAttribute("href")!.startsWith("#") || !saving.unsaved) return;
    event.preventDefault();
    after(() => location.assign(link.href));
  });
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !saving.unsaved) return;
    const form = event.target as HTMLFormElement;
    const { submitter } = event;
    event.preventDefault();
    after(() => {
      allowed ||= !undecided();
      HTMLFormElement.prototype.requestSubmit.call(form, submitter);
    });
  });
  window.addEventListener("beforeunload", (event) => {
    if (allowed || !lost()) return;
    // A desk that answers gets the words while the page goes; one that is away, or a choice not made, is asked about.
    if (saving.failing || undecided()) event.preventDefault();
    else void saving.flush(true);
  });
}

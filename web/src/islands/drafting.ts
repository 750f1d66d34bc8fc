/**
 * A language model at work: the server tells what changes, in the reader's words; when it is over, the page is fetched anew. Without
 * script the page asks again every few seconds.
 */

/** What the server sends as `progress`: steps as mark, words and state, the sentences so far, and how much that is. */
interface Progress {
  steps: [string, string, string][];
  sentences: string[];
  count: string;
}

/** Seconds after which a connection that broke off is begun again, by the page asking for itself. */
const AGAIN = 5;

export function start(section: HTMLElement): void {
  const address = section.dataset["news"];
  if (!address) return;
  const news = new EventSource(address);
  news.addEventListener("progress", (event) => show(section, JSON.parse((event as MessageEvent<string>).data) as Progress));
  news.addEventListener("over", () => {
    news.close();
    location.reload();
  });
  news.addEventListener("error", () => {
    if (news.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), AGAIN * 1000);
  });
  addEventListener("pagehide", () => news.close());
}

function show(section: HTMLElement, progress: Progress): void {
  const now = progress.steps.find(([, , state]) => state === "now");
  const status = section.querySelector<HTMLElement>("[data-status]");
  if (status && now && status.textContent !== now[1]) status.textContent = now[1];
  section.querySelector("[data-steps]")?.replaceChildren(...progress.steps.map(step));
  const count = section.querySelector("[data-count]");
  if (count) count.textContent = progress.count;
  sentences(section.querySelector("[data-sentences]"), progress.sentences);
}

function step([mark, words, state]: [string, string, string]): HTMLElement {
  const item = document.createElement("li");
  item.className = state;
  if (state === "now") item.setAttribute("aria-current", "step");
  const sign = document.createElement("span");
  sign.className = "mark";
  sign.setAttribute("aria-hidden", "true");
  sign.textContent = mark;
  item.append(sign, ` ${words}`);
  return item;
}

/** Only what is new is added, so that a reader's selection stays; a second round begins anew. */
function sentences(list: Element | null, written: string[]): void {
  if (!list) return;
  const shown = [...list.children].map((item) => item.textContent);
  const same = shown.length <= written.length && shown.every((text, at) => text === written[at]);
  if (!same) list.replaceChildren();
  for (const text of written.slice(list.children.length)) {
    const item = document.createElement("li");
    item.textContent = text;
    list.append(item);
  }
}

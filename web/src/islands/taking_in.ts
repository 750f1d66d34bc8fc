/**
 * Taking in: files dropped, chosen or pasted wait in a list until the button is pressed (the tick that keeps them from language
 * models cannot be changed afterwards); then each thing is sent for itself, with its progress, and gets its own outcome.
 */

type State = "waiting" | "sending" | "reading" | "taken" | "known" | "refused";
type Outcome = { name: string; state: "taken" | "known" | "refused"; words: string };

/** Bytes one request may have; the desk refuses more. */
const HEAVIEST = 64 * 1024 * 1024;
const MARKS: Record<State, string> = { waiting: "○", sending: "↑", reading: "…", taken: "✓", known: "=", refused: "✗" };

/** One thing to take in, as a line of the list. */
class Thing {
  readonly line = document.createElement("li");
  private readonly mark = document.createElement("span");
  private readonly words = document.createElement("span");
  private readonly progress = document.createElement("progress");
  readonly remove = document.createElement("button");

  constructor(
    readonly name: string,
    readonly fields: ReadonlyArray<readonly [string, string | File]>,
    private readonly form: HTMLFormElement,
  ) {
    this.mark.className = "mark";
    this.mark.ariaHidden = "true";
    const named = document.createElement("span");
    named.className = "name";
    named.textContent = name;
    this.words.className = "words";
    this.remove.type = "button";
    this.remove.textContent = "×";
    this.remove.setAttribute("aria-label", `${form.dataset["remove"]}: ${name}`);
    this.progress.max = 1;
    this.progress.setAttribute("aria-label", name);
    this.line.append(this.mark, named, this.remove, this.words);
    this.show("waiting", form.dataset["waiting"] ?? "");
  }

  show(state: State, words: string): void {
    this.line.className = state;
    this.mark.textContent = MARKS[state];
    this.words.textContent = words;
    this.remove.hidden = state === "sending" || state === "reading";
    if (state === "sending") this.line.append(this.progress);
    else if (state !== "reading") this.progress.remove();
    if (state === "reading") this.progress.removeAttribute("value");
  }

  /** Send it; resolves to whether it is on the shelf now. `last` lets the desk check the text again. */
  send(shared: ReadonlyArray<readonly [string, string]>, last: boolean): Promise<boolean> {
    const said = this.form.dataset;
    const form = new FormData();
    for (const [name, value] of [...shared, ...this.fields]) form.append(name, value);
    if (!last) form.append("later", "yes");
    const request = new XMLHttpRequest();
    request.open("POST", this.form.action);
    request.setRequestHeader("Accept", "application/json");
    this.show("sending", said["sending"] ?? "");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) this.progress.value = event.loaded / event.total;
    });
    request.upload.addEventListener("load", () => this.show("reading", said["reading"] ?? ""));
    return new Promise((resolve) => {
      request.addEventListener("loadend", () => {
        const outcome = outcomeIn(request);
        this.show(outcome?.state ?? "refused", outcome?.words ?? this.why(request.status));
        if (this.line.className === "refused") this.giveBack();
        resolve(outcome !== undefined && outcome.state !== "refused");
      });
      request.send(form);
    });
  }

  /** What was typed stands in its fields again, to be mended, unless somebody has typed something else there. */
  private giveBack(): void {
    for (const [name, value] of this.fields) {
      const typed = this.form.elements.namedItem(name);
      const takes = typed instanceof HTMLTextAreaElement || (typed instanceof HTMLInputElement && typed.type !== "file");
      if (takes && typeof value === "string" && !typed.value) typed.value = value;
    }
  }

  private why(status: number): string {
    return (status === 413 ? this.form.dataset["heavy"] : this.form.dataset["failed"]) ?? "";
  }
}

/** Take over the form of the sources page. */
export function start(element: HTMLElement): void {
  const form = element as HTMLFormElement;
  const list = form.querySelector<HTMLUListElement>(".outcomes");
  const chooser = form.querySelector<HTMLInputElement>("input[type=file]");
  const button = form.querySelector<HTMLButtonElement>("button.main");
  if (!list || !chooser || !button) return;
  let waiting: Thing[] = [];

  const queue = (thing: Thing): void => {
    waiting.push(thing);
    list.append(thing.line);
    thing.remove.addEventListener("click", () => {
      waiting = waiting.filter((other) => other !== thing);
      thing.line.remove();
      button.focus();
    });
  };
  const queueFiles = (files: Iterable<File>): void => {
    for (const file of files) {
      const thing = new Thing(file.name, [["files", file]], form);
      queue(thing);
      if (file.size > HEAVIEST) {
        waiting.pop();
        thing.show("refused", form.dataset["heavy"] ?? "");
      }
    }
  };

  chooser.addEventListener("change", () => {
    queueFiles(chooser.files ?? []);
    chooser.value = "";
  });
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) form.classList.remove("over");
  });
  form.addEventListener("drop", (event) => {
    form.classList.remove("over");
    const dropped = event.dataTransfer;
    if (!dropped) return;
    const link = dropped.getData("text/uri-list").split("\n")[0]?.trim() ?? "";
    if (!dropped.files.length && !link) return; // words dropped into a field go where they were dropped
    event.preventDefault();
    queueFiles(dropped.files);
    if (!dropped.files.length) field(form, "address").value = link;
  });
  form.addEventListener("paste", (event) => {
    const files = event.clipboardData?.files;
    if (!files?.length) return;
    event.preventDefault();
    queueFiles(files);
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    queueTyped(form, queue);
    if (!waiting.length) {
      const nothing = new Thing("", [], form);
      list.replaceChildren(nothing.line);
      nothing.show("refused", form.dataset["nothing"] ?? "");
      nothing.remove.hidden = true;
      return;
    }
    const sending = waiting;
    waiting = [];
    button.disabled = true;
    void sendAll(form, sending).finally(() => {
      button.disabled = false;
    });
  });
}

/** One after the other, so that the desk works out once for each what shares its origin. */
async function sendAll(form: HTMLFormElement, things: Thing[]): Promise<void> {
  const shared: [string, string][] = [["token", field(form, "token").value]];
  const kept = field(form, "confidential");
  if (kept.checked) shared.push(["confidential", "yes"]);
  let all = true;
  for (const [number, thing] of things.entries()) {
    all = (await thing.send(shared, number === things.length - 1)) && all;
    await renewShelf();
  }
  if (all) kept.checked = false; // what was refused may come again, and the tick was meant for it
}

/** Put what was typed into the list, and empty the fields it came from. */
function queueTyped(form: HTMLFormElement, queue: (thing: Thing) => void): void {
  const address = field(form, "address");
  if (address.value.trim()) {
    queue(new Thing(address.value.trim(), [["address", address.value]], form));
    address.value = "";
  }
  const text = form.querySelector<HTMLTextAreaElement>("textarea[name=text]");
  if (!text?.value.trim()) return;
  const title = field(form, "title");
  if (!title.value.trim()) {
    const missing = new Thing(form.dataset["pasted"] ?? "", [["text", text.value]], form);
    queue(missing); // the desk says what is missing; the text stays where it is
    return;
  }
  const fields = ["title", "publisher", "published"].map((name) => field(form, name));
  queue(new Thing(title.value.trim(), [["text", text.value], ...fields.map((one) => [one.name, one.value] as const)], form));
  for (const one of [text, ...fields]) one.value = "";
}

/** Fetch the list of sources as it is now, and their number in the tabs. */
async function renewShelf(): Promise<void> {
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("shelf");
  if (fresh) document.getElementById("shelf")?.replaceWith(document.adoptNode(fresh));
  const count = page.querySelector(".tabs .n");
  if (count) document.querySelector(".tabs .n")?.replaceWith(document.adoptNode(count));
}

function outcomeIn(request: XMLHttpRequest): Outcome | undefined {
  if (request.status !== 200) return undefined;
  try {
    return (JSON.parse(request.responseText) as { outcomes: Outcome[] }).outcomes[0];
  } catch {
    return undefined;
  }
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  const found = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (!found) throw new Error(`the form has no field ${name}`);
  return found;
}

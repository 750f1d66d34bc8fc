/**
 * The desk's script. Every page works without it; where it runs, an element that carries `data-island="name"` is given to
 * the module of that name, which is fetched only then.
 */

type Island = (element: HTMLElement) => void | Promise<void>;

/** The modules by the name that a page calls them by. */
const islands: Record<string, () => Promise<{ start: Island }>> = {};

for (const element of document.querySelectorAll<HTMLElement>("[data-island]")) {
  const load = islands[element.dataset["island"] ?? ""];
  if (load) void load().then((module) => module.start(element));
}

document.documentElement.classList.add("scripted");

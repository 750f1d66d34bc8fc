/**
 * The desk's script. Every page works without it; where it runs, an element that carries `data-island="name"` is given to
 * the module `islands/name.ts`, which is fetched only then.
 */

/** What a module in `islands/` exports as `start`: take over an element of the page. */
export type Island = (element: HTMLElement) => void | Promise<void>;

const islands = import.meta.glob<{ start: Island }>("./islands/*.ts");

for (const element of document.querySelectorAll<HTMLElement>("[data-island]")) {
  const load = islands[`./islands/${element.dataset["island"]}.ts`];
  if (load) void load().then((module) => module.start(element));
}

document.documentElement.classList.add("scripted");

/**
 * The desk's script. Every page works without it; where it runs, an element that carries `data-island="name"` is given to
 * the module `islands/name.ts`, which is fetched only then.
 */

/** What a module in `islands/` exports as `start`: take over an element of the page. */
export type Island = (element: HTMLElement) => void | Promise<void>;

// Where scripts run, the desk waits to be told what came into view; without, a page that was sent counts as shown.
document.cookie = `script=1; path=/; samesite=strict${location.protocol === "https:" ? "; secure" : ""}`;

const islands = import.meta.glob<{ start: Island }>("./islands/*.ts");

const started = [...document.querySelectorAll<HTMLElement>("[data-island]")].map(async (element) => {
  const module = await islands[`./islands/${element.dataset["island"]}.ts`]?.();
  return module?.start(element);
});

// What the page says only where scripts run holds from here on: before, nothing would take what is dropped on it.
void Promise.all(started).then(() => document.documentElement.classList.add("scripted"));

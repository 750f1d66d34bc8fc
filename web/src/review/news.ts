/** What happens to the dossier meanwhile, as the desk tells it. */

import type { RevisionNews } from "./desk";

export interface Hearing {
  readonly revision: (news: RevisionNews) => void;
  readonly decided: () => void;
  readonly here: (people: readonly string[]) => void;
}

/** Milliseconds before the desk is asked again where it has closed the line for good. */
const AGAIN = 10_000;

export function hear(address: string, hearing: Hearing): void {
  const source = new EventSource(address);
  const on = <Told>(kind: string, act: (told: Told) => void) =>
    source.addEventListener(kind, (event) => act(JSON.parse((event as MessageEvent<string>).data) as Told));
  on<RevisionNews>("revision", hearing.revision);
  on("decided", hearing.decided);
  on<{ people: string[] }>("here", ({ people }) => hearing.here(people));
  // A browser tries again by itself unless the answer was no stream at all.
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => hear(address, hearing), AGAIN);
  });
  window.addEventListener("pagehide", () => source.close(), { once: true });
}

/** The desk as the editor sees it: what it tells about a text, and what it can be asked for. */

export interface SentenceTold {
  readonly key: string;
  readonly anchor: string;
  readonly start: number;
  readonly end: number;
  readonly verdict: string;
  readonly state: { readonly kind: string; readonly mark: string; readonly words: string };
  readonly origin: string;
  readonly by: string;
}

export interface FindingTold {
  readonly key: string;
  readonly anchor: string;
  readonly check: string;
  readonly title: string;
  readonly severity: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly suggestion: string;
  readonly state: string;
}

/** A text with what is known of it. All places count Unicode code points. */
export interface LaidTold {
  readonly content_sha256: string;
  readonly checked: boolean;
  readonly sentences: readonly SentenceTold[];
  readonly findings: readonly FindingTold[];
  readonly open: { readonly findings: number; readonly sentences: number };
}

export interface ConflictTold {
  readonly start: number;
  readonly end: number;
  readonly mine: string;
  readonly theirs: string;
  readonly by: string;
}

/** A revision, and what became of an edit that was saved into it. */
export interface SavedTold extends LaidTold {
  readonly content: string;
  readonly base: string;
  readonly revision: number;
  readonly merged: boolean;
  /** The names of those whose edits came in with it. */
  readonly others: readonly string[];
  readonly conflicts: readonly ConflictTold[];
}

export interface RevisionNews {
  readonly base: string;
  readonly content: string;
  readonly by: string;
  readonly name: string;
  readonly revision: number;
}

/** Of which sentences the evidence has not been in view, by their keys, and that in words (empty: of none). */
export interface UnreadTold {
  readonly said: string;
  readonly keys: readonly string[];
}

/** The desk said no, in one sentence. */
export class Refusal extends Error {}

/** Nobody is signed in any more. */
export class SignedOut extends Error {}

/** What the editor asks the desk for. A desk that cannot be reached raises whatever the browser raises. */
export interface Desk {
  look(content: string): Promise<LaidTold>;
  save(content: string, base: string, leaving?: boolean): Promise<SavedTold>;
  /** Queue, status and evidence as HTML. */
  panes(at: string): Promise<string>;
  /** Tell that the evidence of a sentence, by its key, has been in view; the desk says what is left. */
  shown(sentence: string, evidence: string): Promise<UnreadTold>;
  /** Send a form of the page; what the desk says, or nothing where it answers with a page. */
  decide(action: string, fields: URLSearchParams): Promise<string>;
}

/** Bytes a browser sends for a page that is being left (Fetch standard, "keepalive"). */
const KEPT_ALIVE = 60_000;

export function deskAt(dossier: string, token: string): Desk {
  async function ask(path: string, fields: URLSearchParams, leaving = false, redirect: RequestRedirect = "manual"): Promise<Response> {
    fields.set("token", token);
    const answer = await fetch(path, {
      method: "POST",
      body: fields,
      headers: { Accept: "application/json" },
      redirect,
      keepalive: leaving && fields.toString().length < KEPT_ALIVE,
    });
    if (answer.type === "opaqueredirect" || new URL(answer.url).pathname === "/sign-in") throw new SignedOut();
    if (answer.ok) return answer;
    throw new Refusal(await refusal(answer));
  }
  return {
    look: async (content) => (await ask(`${dossier}/look`, new URLSearchParams({ content }))).json(),
    save: async (content, base, leaving) => (await ask(`${dossier}/save`, new URLSearchParams({ content, base }), leaving)).json(),
    panes: async (at) => {
      const answer = await fetch(`${dossier}/panes?at=${encodeURIComponent(at)}`, { redirect: "manual" });
      if (answer.type === "opaqueredirect") throw new SignedOut();
      if (!answer.ok) throw new Refusal(await refusal(answer));
      return answer.text();
    },
    shown: async (sentence, evidence) => (await ask(`${dossier}/sentences/${sentence}/shown`, new URLSearchParams({ evidence }))).json(),
    decide: async (action, fields) => {
      const answer = await ask(action, fields, false, "follow");
      return isData(answer) ? String(((await answer.json()) as { said?: string }).said ?? "") : "";
    },
  };
}

function isData(answer: Response): boolean {
  return (answer.headers.get("content-type") ?? "").startsWith("application/json");
}

/** The sentence of a refusal, wherever it stands in the answer. */
async function refusal(answer: Response): Promise<string> {
  if (isData(answer)) return String(((await answer.json()) as { refusal?: string }).refusal ?? answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const said = page.querySelector(".refusal")?.lastChild?.textContent?.trim();
  return said || `${answer.status} ${answer.statusText}`;
}

/** What waits for a person, in the order of the text: where "next" and "previous" lead. */

import { openFindings, type Known } from "./marks";

export interface Stop {
  readonly from: number;
  readonly to: number;
  /** What the evidence is asked for: the sentence's anchor, or the finding's key where it lies on none. */
  readonly at: string;
  /** The key of the finding; empty for a sentence that waits by itself. */
  readonly finding: string;
  readonly title: string;
}

const WAITING = ["open", "reopened", "to-judge"];

export function stops(now: Known): Stop[] {
  const found: Stop[] = openFindings(now).map(({ from, to, told }) => ({
    from,
    to,
    at: told.anchor || told.key,
    finding: told.key,
    title: told.title,
  }));
  const covered = new Set(found.map(({ at }) => at));
  for (const { from, to, told } of now.sentences) {
    if (WAITING.includes(told.state.kind) && !covered.has(told.anchor)) {
      found.push({ from, to, at: told.anchor, finding: "", title: told.state.words });
    }
  }
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The stop after (or before) where the person is, going round at the end; undefined if nothing waits. */
export function nextStop(now: Known, pos: number, direction: 1 | -1): Stop | undefined {
  const all = stops(now);
  const current = all.findIndex(({ finding, from, to }) => (now.finding ? finding === now.finding : !finding && from <= pos && pos <= to));
  if (current >= 0) return all[(current + direction + all.length) % all.length];
  return direction > 0 ? (all.find(({ from }) => from >= pos) ?? all[0]) : (all.filter(({ to }) => to <= pos).at(-1) ?? all.at(-1));
}

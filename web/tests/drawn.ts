/** Random texts that are the same every time (mulberry32). */

export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const PIECES = [
  "# ", "## ", "### ", "- ", "* ", "• ", "#", "-", "> ", "*betont*", "[Link](https://a.example)", "Der Rat tagte.", "Grün", "ü", "u\u0308",
  "🙂", "👩‍🚒", "\n", "\n\n", "\n", "\n\n", "\r\n", "\r", "\u2028", "\t", " ", "\u00a0", "\u0085", "\u001c", "„Ja“", "28,3",
] as const;

export function pick<One>(from: readonly One[], next: () => number): One {
  return from[Math.floor(next() * from.length)]!;
}

/** A text of everything a text may hold. */
export function drawn(next: () => number, most = 24): string {
  return Array.from({ length: Math.floor(next() * most) }, () => pick(PIECES, next)).join("");
}

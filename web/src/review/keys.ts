/**
 * The keys of the review screen, the only place where they are named. Inside the text letters type, so a chord is needed
 * there; outside of any field the single key does the same, unless it was switched off (WCAG 2.2, 2.1.4). The chords are
 * function keys and Ctrl with keys that neither browsers nor screen readers have taken.
 */

export type Act =
  | "next"
  | "previous"
  | "evidence"
  | "pane"
  | "apply"
  | "confirm"
  | "dismiss"
  | "escalate"
  | "search"
  | "save"
  | "undo"
  | "redo"
  | "teaser"
  | "subhead"
  | "quote"
  | "link"
  | "table";

export interface Key {
  readonly act: Act;
  /** In the text and everywhere else. `Mod` is the command key on a Mac and Ctrl elsewhere. */
  readonly chord: string;
  /** Outside of text fields; empty where there is none. */
  readonly single: string;
}

export const KEYS: readonly Key[] = [
  { act: "next", chord: "F8", single: "j" },
  { act: "previous", chord: "Shift-F8", single: "k" },
  { act: "evidence", chord: "F2", single: "b" },
  { act: "pane", chord: "Shift-F2", single: "p" },
  { act: "apply", chord: "Ctrl-Enter", single: "a" },
  { act: "confirm", chord: "Ctrl-Shift-Enter", single: "c" },
  { act: "dismiss", chord: "Ctrl-Shift-Backspace", single: "d" },
  { act: "escalate", chord: "Ctrl-Alt-Enter", single: "e" },
  { act: "search", chord: "Ctrl-Shift-F", single: "/" },
  { act: "save", chord: "Mod-S", single: "s" },
  { act: "undo", chord: "Mod-Z", single: "" },
  { act: "redo", chord: "Mod-Shift-Z", single: "" },
  { act: "teaser", chord: "Mod-Shift-E", single: "" },
  { act: "subhead", chord: "Mod-Shift-H", single: "" },
  { act: "quote", chord: "Mod-Shift-B", single: "" },
  { act: "link", chord: "Mod-K", single: "" },
  { act: "table", chord: "Ctrl-/", single: "?" },
];

/** What the editor takes care of while it has the keyboard; elsewhere these keys are the browser's. */
const OF_THE_EDITOR: readonly Act[] = ["undo", "redo", "teaser", "subhead", "quote", "link"];

/** The chord of an act. */
export function chordOf(act: Act): string {
  return KEYS.find((key) => key.act === act)!.chord;
}

/** What a keyboard event tells; a `KeyboardEvent` does. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

function isChord(chord: string, pressed: Pressed, mac: boolean): boolean {
  const parts = chord.split("-");
  const key = parts.pop()!;
  const mod = parts.includes("Mod");
  // "/" is typed with Shift on a German keyboard, so Shift says nothing there.
  const shifts = key === "/" || parts.includes("Shift") === pressed.shiftKey;
  return (
    pressed.key.toLowerCase() === key.toLowerCase() &&
    shifts &&
    parts.includes("Alt") === pressed.altKey &&
    (parts.includes("Ctrl") || (mod && !mac)) === pressed.ctrlKey &&
    (mod && mac) === pressed.metaKey
  );
}

/** What a key asks for: `inField` where letters type, `singles` if single keys are switched on. */
export function asked(pressed: Pressed, { inField, singles, mac }: { inField: boolean; singles: boolean; mac: boolean }): Act | null {
  const found = KEYS.find(
    ({ act, chord, single }) =>
      !OF_THE_EDITOR.includes(act) &&
      (isChord(chord, pressed, mac) ||
        (singles && !inField && single !== "" && pressed.key === single && !pressed.ctrlKey && !pressed.altKey && !pressed.metaKey)),
  );
  return found?.act ?? null;
}

/** A chord as a keyboard names it, with the names of the page's language: `Strg + Umschalt + F8`. */
export function named(chord: string, names: Readonly<Record<string, string>>, mac: boolean): string {
  return chord
    .split("-")
    .map((part) => (part === "Mod" ? (mac ? "⌘" : (names["key_Ctrl"] ?? "Ctrl")) : (names[`key_${part}`] ?? part)))
    .join(" + ");
}

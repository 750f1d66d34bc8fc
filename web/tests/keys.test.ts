import { describe, expect, test } from "vitest";
import { asked, KEYS, named, type Pressed } from "../src/review/keys";

function press(key: string, held: Partial<Pressed> = {}): Pressed {
  return { key, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held };
}
const field = { inField: true, singles: true, mac: false };
const outside = { inField: false, singles: true, mac: false };

describe("keys", () => {
  test("letters type inside a field and act outside", () => {
    for (const { single, act } of KEYS.filter((key) => key.single)) {
      expect(asked(press(single), field)).toBeNull();
      expect(asked(press(single, { shiftKey: single === "?" }), outside)).toBe(act);
      expect(asked(press(single), { ...outside, singles: false })).toBeNull();
    }
  });

  test("a letter with a modifier is not a single key", () => {
    expect(asked(press("j", { ctrlKey: true }), outside)).toBeNull();
    expect(asked(press("k", { metaKey: true }), outside)).toBeNull();
  });

  test("chords act everywhere", () => {
    expect(asked(press("F8"), field)).toBe("next");
    expect(asked(press("F8", { shiftKey: true }), field)).toBe("previous");
    expect(asked(press("Enter", { ctrlKey: true }), field)).toBe("apply");
    expect(asked(press("Enter", { ctrlKey: true, shiftKey: true }), field)).toBe("confirm");
    expect(asked(press("/", { ctrlKey: true, shiftKey: true }), field)).toBe("table");
    expect(asked(press("Enter"), field)).toBeNull();
  });

  test("the command key stands for Ctrl on a Mac where it saves", () => {
    expect(asked(press("s", { metaKey: true }), { ...field, mac: true })).toBe("save");
    expect(asked(press("s", { ctrlKey: true }), field)).toBe("save");
    expect(asked(press("s", { metaKey: true }), field)).toBeNull();
  });

  test("undo is left to the editor", () => expect(asked(press("z", { ctrlKey: true }), field)).toBeNull());

  test("no two acts share a key", () => {
    const chords = KEYS.map(({ chord }) => chord);
    const single = KEYS.flatMap(({ single: one }) => (one ? [one] : []));
    expect(new Set(chords).size).toBe(chords.length);
    expect(new Set(single).size).toBe(single.length);
  });

  test("are named in the page's language", () => {
    const names = { key_Ctrl: "Strg", key_Shift: "Umschalt" };
    expect(named("Ctrl-Shift-F", names, false)).toBe("Strg + Umschalt + F");
    expect(named("Mod-S", names, true)).toBe("⌘ + S");
  });
});

import { describe, expect, it } from "vitest";
import { inView } from "../src/review/sight";

const pane = { top: 100, bottom: 400 };
const inWindow = { top: 0, bottom: 740 };
const line = (top: number) => ({ top, bottom: top + 22 });

describe("a line of a passage", () => {
  it("is in view inside the pane and the window", () => {
    expect(inView(line(100), [pane, inWindow], [])).toBe(true);
    expect(inView(line(378), [pane, inWindow], [])).toBe(true);
    expect(inView(line(90), [pane, inWindow], [])).toBe(false);
    expect(inView(line(390), [pane, inWindow], [])).toBe(false);
  });
  it("is not where the pane reaches out of the window", () => {
    expect(inView(line(300), [pane, { top: 0, bottom: 310 }], [])).toBe(false);
  });
  it("is not under what can be answered", () => {
    const answer = { top: 320, bottom: 400 };
    expect(inView(line(298), [pane, inWindow], [answer])).toBe(true);
    expect(inView(line(310), [pane, inWindow], [answer])).toBe(false);
    expect(inView(line(340), [pane, inWindow], [answer])).toBe(false);
  });
});

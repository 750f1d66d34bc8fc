import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EditorState } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import { Refusal, type LaidTold, type RevisionNews, type SavedTold } from "../src/review/desk";
import { takeOver } from "../src/review/foreign";
import { Looking } from "../src/review/looking";
import { Saving, type Standing } from "../src/review/saving";
import { Sendings } from "../src/review/sendings";
import { parse, serialise } from "../src/review/text";

const NOTHING: LaidTold = { content_sha256: "", checked: true, sentences: [], findings: [], open: { findings: 0, sentences: 0 } };

/** A writer at a desk that keeps texts by their length and merges nothing by itself. */
class Writer {
  state = EditorState.create({ doc: parse("Eins.") });
  sent: { content: string; base: string }[] = [];
  looked: string[] = [];
  told: string[] = [];
  standings: Standing[] = [];
  answer: (content: string) => Promise<SavedTold> = async (content) => this.kept(content);
  readonly sendings = new Sendings();
  readonly saving: Saving;
  readonly looking: Looking;
  revision = 1;

  constructor() {
    const doc = () => this.state.doc;
    const composing = () => false;
    this.saving = new Saving(
      {
        desk: {
          save: (content, base) => {
            this.sent.push({ content, base });
            return this.answer(content);
          },
        },
        sendings: this.sendings,
        doc,
        composing,
        saved: (saved, sending) => {
          if (saved.content === sending.layout.content) return true;
          const theirs = takeOver(this.state, sending.doc, sending.since, saved.content);
          if (theirs) this.apply(theirs);
          return theirs !== null;
        },
        foreign: (news) => this.apply(takeOver(this.state, this.state.doc, new Mapping(), news.content)!),
        standing: (standing) => this.standings.push(standing),
      },
      { base: "base1", content: "Eins.", revision: 1 },
    );
    this.looking = new Looking({
      desk: {
        look: async (content) => {
          this.looked.push(content);
          await new Promise((done) => setTimeout(done, 50));
          return { ...NOTHING, content_sha256: content };
        },
      },
      sendings: this.sendings,
      doc,
      composing,
      told: (laid) => this.told.push(laid.content_sha256),
    });
  }

  kept(content: string): SavedTold {
    this.revision += 1;
    return { ...NOTHING, content, base: `base${this.revision}`, revision: this.revision, merged: false, others: [], conflicts: [] };
  }

  apply(transaction: EditorState["tr"]): void {
    this.sendings.carry(transaction);
    this.state = this.state.apply(transaction);
  }

  type(words: string): void {
    this.apply(this.state.tr.insertText(words, this.state.doc.content.size - 1));
    this.saving.touch();
    this.looking.touch();
  }

  get text(): string {
    return serialise(this.state.doc);
  }
}

function news(content: string, revision: number): RevisionNews {
  return { base: `base${revision}`, content, by: "x", name: "Mara", revision };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("saving", () => {
  test("waits for a pause and saves once", async () => {
    const writer = new Writer();
    for (const letter of " Zwei.") {
      writer.type(letter);
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(writer.sent).toEqual([]);
    expect(writer.saving.unsaved).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(writer.sent).toEqual([{ content: "Eins. Zwei.", base: "base1" }]);
    expect(writer.saving.unsaved).toBe(false);
    expect(writer.standings.at(-1)).toEqual({ kind: "saved" });
  });

  test("starts the next edit from the last revision", async () => {
    const writer = new Writer();
    writer.type("a");
    await writer.saving.flush();
    writer.type("b");
    await writer.saving.flush();
    expect(writer.sent.map(({ base }) => base)).toEqual(["base1", "base2"]);
  });

  test("keeps the words and tries again while the desk is away", async () => {
    const writer = new Writer();
    writer.answer = () => Promise.reject(new TypeError("Failed to fetch"));
    writer.type(" Zwei.");
    await vi.advanceTimersByTimeAsync(1000);
    expect(writer.standings.at(-1)).toEqual({ kind: "away" });
    writer.type(" Drei.");
    expect(writer.saving.failing).toBe(true);
    await vi.advanceTimersByTimeAsync(3500);
    expect(writer.sent.length).toBe(3);
    writer.answer = async (content) => writer.kept(content);
    await vi.advanceTimersByTimeAsync(4000);
    expect(writer.sent.at(-1)?.content).toBe("Eins. Zwei. Drei.");
    expect(writer.saving.unsaved).toBe(false);
    expect(writer.standings.at(-1)).toEqual({ kind: "saved" });
  });

  test("says a refusal and asks again only when something changed", async () => {
    const writer = new Writer();
    writer.answer = () => Promise.reject(new Refusal("Der Text ist leer."));
    writer.type("x");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(writer.sent.length).toBe(1);
    expect(writer.standings.at(-1)).toEqual({ kind: "refused", sentence: "Der Text ist leer." });
    expect(writer.text).toBe("Eins.x");
  });

  test("carries what was typed meanwhile over a merged answer, and saves it next", async () => {
    const writer = new Writer();
    writer.answer = async (content) => {
      await new Promise((done) => setTimeout(done, 300));
      return { ...writer.kept(content.includes("Null") ? content : `Null.\n\n${content}`), merged: true };
    };
    writer.type(" Zwei.");
    await vi.advanceTimersByTimeAsync(1100);
    writer.type(" Drei.");
    await vi.advanceTimersByTimeAsync(300);
    expect(writer.text).toBe("Null.\n\nEins. Zwei. Drei.");
    await vi.advanceTimersByTimeAsync(2000);
    expect(writer.sent.at(-1)).toEqual({ content: "Null.\n\nEins. Zwei. Drei.", base: "base2" });
    expect(writer.saving.unsaved).toBe(false);
  });
});

describe("another's revision", () => {
  test("goes into a text without changes of one's own", () => {
    const writer = new Writer();
    writer.saving.hear(news("Eins. Neu.", 2));
    expect(writer.text).toBe("Eins. Neu.");
    expect(writer.saving.unsaved).toBe(false);
  });

  test("is merged by the desk where there are some", async () => {
    const writer = new Writer();
    writer.type(" Meins.");
    writer.answer = async (content) => ({ ...writer.kept(`Null.\n\n${content}`), merged: true });
    writer.saving.hear(news("Null.\n\nEins.", 2));
    await vi.advanceTimersByTimeAsync(0);
    expect(writer.sent).toEqual([{ content: "Eins. Meins.", base: "base1" }]);
    expect(writer.text).toBe("Null.\n\nEins. Meins.");
  });

  test("that is known already changes nothing", async () => {
    const writer = new Writer();
    writer.type("x");
    await writer.saving.flush();
    writer.saving.hear(news("Eins.", 1));
    writer.saving.hear(news("Eins.x", 2));
    expect(writer.text).toBe("Eins.x");
    expect(writer.sent.length).toBe(1);
  });
});

describe("looking", () => {
  test("asks after a pause, one question at a time, with the latest words", async () => {
    const writer = new Writer();
    writer.type("a");
    writer.type("b");
    await vi.advanceTimersByTimeAsync(85);
    expect(writer.looked).toEqual(["Eins.ab"]);
    writer.type("c");
    await vi.advanceTimersByTimeAsync(40);
    expect(writer.looked.length).toBe(1);
    await vi.advanceTimersByTimeAsync(300);
    expect(writer.looked).toEqual(["Eins.ab", "Eins.abc"]);
    expect(writer.told).toEqual(["Eins.ab", "Eins.abc"]);
  });

  test("drops an answer when something newer is known", async () => {
    const writer = new Writer();
    writer.type("a");
    await vi.advanceTimersByTimeAsync(100);
    writer.looking.drop();
    await vi.advanceTimersByTimeAsync(200);
    expect(writer.told).toEqual([]);
  });
});

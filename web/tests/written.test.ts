import { describe, expect, test } from "vitest";
import told from "./written.json";
import { toOffset } from "../src/review/places";
import { layout, parse } from "../src/review/text";
import { isBelowHeadline, isWeb, linkAt, written } from "../src/review/written";

interface Told {
  readonly text: string;
  readonly blocks: readonly string[];
  readonly links: readonly (number | string)[][];
}

function found(text: string): Omit<Told, "text"> {
  const doc = parse(text);
  const laid = layout(doc);
  const blocks: string[] = [];
  const links: (number | string)[][] = [];
  doc.forEach((node, pos, index) => {
    if (!node.content.size) return;
    const is = written(node, isBelowHeadline(doc, index));
    blocks.push(is.kind === "plain" ? node.type.name : is.kind);
    for (const { from, to, words, address } of is.links) {
      const places = [from, words.from, words.to, to].map((place) => toOffset(laid, pos + 1 + place));
      links.push([...places, address]);
    }
  });
  return { blocks, links };
}

describe("teaser, quotes and links", () => {
  test("are those the desk finds", () => {
    expect(told.length).toBeGreaterThan(400);
    for (const { text, blocks, links } of told as Told[]) expect(found(text), JSON.stringify(text)).toEqual({ blocks, links });
  });

  test("have their signs told apart from their words", () => {
    const doc = parse("# A\n\n**Eins. Zwei.**\n\n> „Drei“,\n> sagte Kern.");
    const signs = (index: number) => {
      const node = doc.child(index);
      return written(node, isBelowHeadline(doc, index)).signs.map(({ from, to }) => node.textBetween(from, to, "", "|"));
    };
    expect(signs(1)).toEqual(["**", "**"]);
    expect(signs(2)).toEqual(["> ", "> "]);
  });
});

describe("a link", () => {
  test("is found at every place in it", () => {
    const doc = parse("Der [Plan](https://a.example/b) gilt.");
    expect(linkAt(doc, 5, 5)).toMatchObject({ from: 5, to: 32, words: { from: 6, to: 10 }, address: "https://a.example/b" });
    expect(linkAt(doc, 32, 32)?.address).toBe("https://a.example/b");
    expect(linkAt(doc, 3, 3)).toBeNull();
    expect(linkAt(doc, 3, 8)).toBeNull();
  });

  test.each([
    ["https://a.example", true],
    ["http://a.example/b_(1)?x=1#y", true],
    ["ftp://a.example", false],
    ["javascript:alert(1)", false],
    ["mailto:a@b.example", false],
    ["a.example", false],
    ["https://a.example/b c", false],
    ["https://a.example/(b", false],
    ["https://a.example/\u202eb", false],
    ["https://", false],
  ])("may lead to %s: %s", (address, may) => expect(isWeb(address)).toBe(may));
});

import { expect, test } from "vitest";
import { Question, READING } from "../src/review/question";

function at(key: string): { question: Question; after: (milliseconds: number) => boolean } {
  let now = 5000;
  const question = new Question(key, () => now);
  return { question, after: (milliseconds) => ((now += milliseconds), question.isUnread) };
}

test("a question that comes by itself is unread for a while", () => {
  const { question, after } = at("first");
  question.stands("second", false);
  expect(after(0)).toBe(true);
  expect(after(READING - 1)).toBe(true);
  expect(after(1)).toBe(false);
});

test("one that stood there, or was chosen, can be answered at once", () => {
  const { question, after } = at("first");
  expect(after(0)).toBe(false);
  question.stands("first", false);
  expect(after(0)).toBe(false);
  question.stands("second", true);
  expect(after(0)).toBe(false);
});

test("it is not taken for a new one when the pane is fetched again", () => {
  const { question, after } = at("");
  question.stands("second", false);
  after(READING);
  question.stands("second", false);
  expect(after(0)).toBe(false);
});

"""A judge's answer, out of whatever a model wrote around it: one JSON object with `answer`, `reason` and `words`."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from beleg.terms.opinion import Answer

LONGEST: Final = 10_000
"""Code points of an answer that are read; what is longer is no answer to a question of one sentence."""
_ANSWERS: Final = {
    "supported": Answer.SUPPORTED,
    "not_supported": Answer.NOT_SUPPORTED,
    "unsupported": Answer.NOT_SUPPORTED,
    "cannot_say": Answer.CANNOT_SAY,
    "unknown": Answer.CANNOT_SAY,
    "unclear": Answer.CANNOT_SAY,
}
_END_OF_THOUGHT: Final = "</think>"


@dataclass(frozen=True, slots=True)
class JudgeAnswer:
    """What a model answered; `reason` and `words` as it wrote them, empty where it wrote none."""

    answer: Answer
    reason: str
    words: str


def read_completion(body: bytes) -> JudgeAnswer | None:
    """The answer in the body of a chat completion; None where there is none, or where there are two that differ."""
    try:
        completion = json.loads(body)
        message = completion["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return None
    if isinstance(message, list):
        parts = (part.get("text") for part in message if isinstance(part, dict))
        message = "".join(part for part in parts if isinstance(part, str))
    return read_message(message) if isinstance(message, str) else None


def read_message(message: str) -> JudgeAnswer | None:
    """The answer in a model's words: its thoughts aside, the one object that has an answer, fenced or not."""
    spoken = message.rpartition(_END_OF_THOUGHT)[2]
    if len(spoken) > LONGEST:
        return None
    found = [answer for each in _objects(spoken) if (answer := _answer(each)) is not None]
    return found[0] if found and len({each.answer for each in found}) == 1 else None


def _objects(text: str) -> Iterator[dict[str, object]]:
    decoder = json.JSONDecoder()
    at = text.find("{")
    while at >= 0:
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            if isinstance(value, dict):
                yield value
        at = text.find("{", end)


def _answer(given: dict[str, object]) -> JudgeAnswer | None:
    word = given.get("answer")
    if not isinstance(word, str):
        return None
    answer = _ANSWERS.get("_".join(word.casefold().replace("_", " ").replace("-", " ").split()))
    if answer is None:
        return None
    reason, words = given.get("reason"), given.get("words")
    return JudgeAnswer(
        answer, reason if isinstance(reason, str) else "", words if isinstance(words, str) else ""
    )

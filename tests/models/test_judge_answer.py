"""A judge's answer out of what a model wrote: tolerant in form, strict where two answers differ."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.models.judge_answer import LONGEST, read_completion, read_message
from beleg.terms.opinion import Answer
from tests.models.endpoint import completion, verdict


@pytest.mark.parametrize(
    "message",
    [
        verdict("supported", "Ja.", "im Herbst"),
        f"```json\n{verdict('supported', 'Ja.', 'im Herbst')}\n```",
        f"Hier ist meine Antwort:\n{verdict('Supported', 'Ja.', 'im Herbst')} Ich hoffe, das hilft.",
        f'<think>Vielleicht {{"answer": "not_supported"}}?</think>{verdict("supported", "Ja.", "im Herbst")}',
        f'{{"x": 1}} {verdict("supported", "Ja.", "im Herbst")}',
        f"{verdict('supported', 'Ja.', 'im Herbst')} {verdict('supported', 'Doch.', '')}",
    ],
)
def test_one_answer_in_any_dress(message: str) -> None:
    found = read_message(message)
    assert found is not None
    assert (found.answer, found.reason, found.words) == (Answer.SUPPORTED, "Ja.", "im Herbst")


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("not supported", Answer.NOT_SUPPORTED),
        ("Not-Supported", Answer.NOT_SUPPORTED),
        ("unsupported", Answer.NOT_SUPPORTED),
        ("cannot_say", Answer.CANNOT_SAY),
        ("unclear", Answer.CANNOT_SAY),
    ],
)
def test_answers_are_known_by_their_words(word: str, answer: Answer) -> None:
    found = read_message(verdict(word))
    assert found is not None
    assert found.answer is answer


@pytest.mark.parametrize(
    "message",
    [
        "",
        "supported",
        '{"answer": "yes"}',
        '{"answer": true}',
        '{"reason": "supported"}',
        '{"answer": "supported", "reason": "Die Stel',
        f"{verdict('supported')} {verdict('not_supported')}",
        verdict("supported", "x" * LONGEST),
        "{" * 5_000,
        '{"a":' * 1_500,
    ],
)
def test_what_is_no_answer_is_none(message: str) -> None:
    assert read_message(message) is None


def test_what_is_no_text_beside_the_answer_is_left_out() -> None:
    found = read_message('{"answer": "supported", "reason": ["a"], "words": null}')
    assert found is not None
    assert (found.reason, found.words) == ("", "")


def test_a_message_in_parts() -> None:
    found = read_completion(
        completion([{"type": "text", "text": '{"answer":'}, {"type": "text", "text": '"supported"}'}, 7])
    )
    assert found is not None
    assert found.answer is Answer.SUPPORTED


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": [{"message": null}]}',
        b'{"choices": [{"message": {"content": 7}}]}',
        json.dumps({"error": {"message": "supported"}}).encode(),
        b"\xff\xfe\x00",
        b"[" * 100_000,
    ],
)
def test_a_body_that_is_no_completion_gives_none(body: bytes) -> None:
    assert read_completion(body) is None


@given(st.text(st.sampled_from('{}"[]: ,answer_suportdn\\'), max_size=80))
def test_nothing_a_model_writes_raises(message: str) -> None:
    found = read_message(message)
    assert found is None or found.answer in Answer

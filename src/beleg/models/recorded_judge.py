"""Recorded answers: a second judge whose opinions were written down, so that a measurement can be repeated without a
model.

The file is JSON: `"schema": "beleg.answers/1"`, the judge's name, and a list of answers, each with the sentence and
the passages it was given for.
"""

import json
from pathlib import Path
from typing import Final

from beleg.second_judge import NoAnswerError, Question, SecondJudge
from beleg.terms.opinion import Answer, Opinion
from beleg.terms.refusal import Error
from beleg.terms.wording import Wording

SCHEMA: Final = "beleg.answers/1"
_NOT_RECORDED: Final = Wording(
    de="zu dieser Frage ist keine Antwort aufgezeichnet", en="no answer to this question was recorded"
)


class RecordedJudge:
    """A second judge that gives the answers of a file, each to exactly the question it was recorded for."""

    def __init__(self, name: str, answers: dict[Question, Opinion]) -> None:
        self._name = name
        self._answers = answers

    @property
    def name(self) -> str:
        """The name of the model that was recorded."""
        return self._name

    def ask(self, question: Question) -> Opinion:
        """The recorded opinion. Raises NoAnswerError for a question that was not recorded."""
        if question not in self._answers:
            raise NoAnswerError(_NOT_RECORDED)
        return self._answers[question]


class Recorder:
    """A second judge that asks another one and keeps its answers; `save` writes them down."""

    def __init__(self, judge: SecondJudge) -> None:
        self._judge = judge
        self._answers: dict[Question, Opinion] = {}

    @property
    def name(self) -> str:
        """The name of the judge that is asked."""
        return self._judge.name

    def ask(self, question: Question) -> Opinion:
        """The other's opinion; a question asked before is not asked again. Raises NoAnswerError like the other."""
        if question not in self._answers:
            self._answers[question] = self._judge.ask(question)
        return self._answers[question]

    def save(self, path: Path) -> None:
        """Write the answers down, in the order of their questions."""
        answers = [
            {
                "sentence": question.sentence,
                "passages": list(question.passages),
                "answer": opinion.answer.value,
                "reason": opinion.reason,
                "words": opinion.words,
            }
            for question, opinion in sorted(
                self._answers.items(), key=lambda item: (item[0].sentence, item[0].passages)
            )
        ]
        document = {"schema": SCHEMA, "judge": self.name, "answers": answers}
        path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def recorded(path: Path) -> RecordedJudge:
    """The judge whose answers are in a file. Raises Error with one sentence for a file that is none of recorded
    answers.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["schema"] != SCHEMA:
            raise Error(f"{path}: not a file of recorded answers ({SCHEMA}).")
        name = str(document["judge"])
        answers = {
            Question(str(each["sentence"]), tuple(map(str, each["passages"]))): Opinion(
                judge=name,
                answer=Answer(each["answer"]),
                reason=str(each["reason"]),
                words=str(each["words"]),
            )
            for each in document["answers"]
        }
    except OSError as failure:
        raise Error(f"{path}: {failure.strerror or 'cannot be read'}.") from failure
    except (ValueError, KeyError, TypeError, RecursionError) as failure:
        raise Error(f"{path}: not a file of recorded answers ({SCHEMA}).") from failure
    return RecordedJudge(name, answers)

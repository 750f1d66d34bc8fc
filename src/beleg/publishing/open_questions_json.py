"""Open questions and contradictions as JSON: `"schema": "beleg.open-questions/1"` and `"beleg.contradictions/1"`.

The committed JSON Schemas are `beleg/schemas/beleg.open-questions-1.json` and
`beleg/schemas/beleg.contradictions-1.json`.
"""

import json
from collections.abc import Sequence

from beleg.sources_together import Contradictions
from beleg.terms.open_question import OpenQuestions
from beleg.terms.passage import Passage
from beleg.terms.source import Source

QUESTIONS = "beleg.open-questions/1"
CONTRADICTIONS = "beleg.contradictions/1"


def questions(found: OpenQuestions, sources: Sequence[Source]) -> str:
    """The questions as one indented JSON object with a final newline; `left_out` counts by matter what is not
    listed.
    """
    return _written(
        {
            "schema": QUESTIONS,
            "language": found.language,
            "origins": found.origins,
            "questions": [
                {
                    "matter": one.matter.value,
                    "question": one.question,
                    "words": one.words,
                    "passages": [_passage(passage) for passage in one.passages],
                }
                for one in found.questions
            ],
            "left_out": {matter.value: count for matter, count in found.left_out},
            "sources": _sources(found.sources, sources),
            "not_read": list(found.not_read),
        }
    )


def contradictions(found: Contradictions, sources: Sequence[Source]) -> str:
    """The contradictions as one indented JSON object with a final newline; `words` are empty where one source denies
    the other.
    """
    return _written(
        {
            "schema": CONTRADICTIONS,
            "language": found.language,
            "contradictions": [
                {
                    "words": one.words,
                    "passage": _passage(one.passage),
                    "other_words": one.other_words,
                    "other": _passage(one.other),
                }
                for one in found.contradictions
            ],
            "sources": _sources(found.sources, sources),
            "not_read": list(found.not_read),
        }
    )


def _written(document: dict[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _passage(passage: Passage) -> dict[str, object]:
    return {"source": passage.source, "start": passage.start, "end": passage.end, "text": passage.text}


def _sources(ids: Sequence[str], sources: Sequence[Source]) -> list[dict[str, object]]:
    labels = {source.id: source.label for source in sources}
    return [{"id": one, "label": labels.get(one, "")} for one in ids]

"""What a second judge changes: German draft sentences, with its opinions believed and without them.

    python -m benchmarks.second_judge --eval PATH --answers FILE
    python -m benchmarks.second_judge --eval PATH --answers FILE --second-judge URL --judge-model NAME

The first replays answers that were recorded before; the second asks a model and records them in FILE, so that the same
figures can be had again without it. The key of an endpoint that asks for one is read from BELEG_JUDGE_KEY.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from beleg.models.chat_judge import ChatJudge
from beleg.models.recorded_judge import Recorder, recorded
from beleg.second_judge import SecondJudge, believed, questions, with_opinions
from beleg.terms.refusal import Error
from beleg.terms.report import Verdict
from benchmarks.faithfulness import Judged, judge
from benchmarks.figures import Figure


def run(eval_dir: Path, second: SecondJudge) -> list[Figure]:
    """Balanced accuracy without and with the opinions of a second judge, and how many sentences it was asked about."""
    items = judge(eval_dir)
    asked = sum(len(questions(item.report)) for item in items)
    reports = [with_opinions(item.report, second) for item in items]
    opinions = sum(sentence.opinion is not None for report in reports for sentence in report.sentences)
    supported = [
        all(believed(sentence) is Verdict.SUPPORTED for sentence in report.sentences) for report in reports
    ]
    return [
        Figure("second_judge.asked", asked, "sentences"),
        Figure("second_judge.answered", opinions, "sentences"),
        Figure(
            "second_judge.balanced_accuracy_without",
            _balanced(items, [i.judged_supported for i in items]),
            "share",
        ),
        Figure("second_judge.balanced_accuracy_believed", _balanced(items, supported), "share"),
    ]


def _balanced(items: Sequence[Judged], supported: Sequence[bool]) -> float:
    passed = [said for item, said in zip(items, supported, strict=True) if item.supported]
    caught = [not said for item, said in zip(items, supported, strict=True) if not item.supported]
    return (sum(passed) / max(1, len(passed)) + sum(caught) / max(1, len(caught))) / 2


def main() -> int:
    """Print the figures; 2 if the answers or the data cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.second_judge", description=run.__doc__)
    parser.add_argument("--eval", type=Path, required=True, help="folder with the measuring data")
    parser.add_argument("--answers", type=Path, required=True, help="file of recorded answers")
    parser.add_argument(
        "--second-judge", metavar="URL", help="OpenAI-compatible endpoint to ask and to record"
    )
    parser.add_argument("--judge-model", metavar="NAME", default="", help="the model's name there")
    arguments = parser.parse_args()
    try:
        if arguments.second_judge:
            key = os.environ.get("BELEG_JUDGE_KEY", "")
            recorder = Recorder(ChatJudge(arguments.second_judge, arguments.judge_model, key=key))
            figures = run(arguments.eval, recorder)
            recorder.save(arguments.answers)
        else:
            figures = run(arguments.eval, recorded(arguments.answers))
    except (Error, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 2
    for figure in figures:
        print(figure)
    return 0


if __name__ == "__main__":
    sys.exit(main())

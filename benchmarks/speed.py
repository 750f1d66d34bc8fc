"""How long things take: a check of 400 words against ten sources of 3 KB and a machine's draft from them, warm and as a
process; and the check of a long article after one more edit, as the desk does it while somebody types."""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from beleg import pipeline
from beleg.first_version import first_version
from beleg.language.de.german import GERMAN
from beleg.terms.source import Source
from benchmarks.figures import Figure
from benchmarks.process import cost

WORDS = 400
SOURCES = 10
BYTES = 3_000
RUNS = 7
LONG_WORDS = 1_200
LONG_SOURCES = 12
SENTENCES = 10


def texts(eval_dir: Path, count: int = SOURCES) -> tuple[str, list[str]]:
    """A draft of 400 words and `count` sources of 3 KB, put together from the articles of the training set."""
    articles = [
        json.loads(line)["originalText"]
        for line in (eval_dir / "quotations-de" / "train.jsonl").read_text("utf-8").splitlines()[:200]
    ]
    sources: list[str] = []
    current = ""
    for article in articles:
        current += article + "\n\n"
        if len(current.encode()) >= BYTES:
            sources.append(current.encode()[:BYTES].decode("utf-8", "ignore"))
            current = ""
        if len(sources) == count:
            break
    paragraphs = [p for source in sources for p in source.split("\n\n")[1:2]]
    words = "\n\n".join(paragraphs).split(" ")
    return " ".join(words[:WORDS]), sources


def run(eval_dir: Path) -> list[Figure]:
    """Milliseconds with sources read anew and with their readings kept, seconds and peak memory of the process."""
    draft, sources = texts(eval_dir)
    values = [Source(text=text, language="de") for text in sources]
    pipeline.check_draft(Source(text=draft, language="de"), values)
    fresh, kept = [], []
    for _ in range(RUNS):
        pipeline.forget_readings()
        fresh.append(_milliseconds(draft, values))
        kept.append(_milliseconds(draft, values))
    seconds, megabytes = _whole_process(draft, sources)
    return [
        Figure("speed.check_warm_sources_unread", statistics.median(fresh), "ms", higher_is_better=False),
        Figure("speed.check_warm_sources_read", statistics.median(kept), "ms", higher_is_better=False),
        Figure("speed.check_after_edit", _after_edit(eval_dir), "ms", higher_is_better=False),
        Figure("speed.check_process", seconds, "s", higher_is_better=False),
        Figure("speed.check_process_memory", megabytes, "MB", higher_is_better=False),
        Figure("speed.help_process", _help(), "s", higher_is_better=False),
        *_drafting(sources, values),
    ]


def _drafting(sources: list[str], values: list[Source]) -> list[Figure]:
    """Milliseconds of a draft without a language model, and seconds and peak memory of `beleg draft`."""
    taken = []
    for _ in range(RUNS):
        pipeline.forget_readings()
        start = time.process_time()
        first_version(values, language=GERMAN, sentences=SENTENCES)
        taken.append(1000 * (time.process_time() - start))
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "beleg", "draft", "--sentences", str(SENTENCES)]
        for number, text in enumerate(sources):
            (Path(folder) / f"source{number}.txt").write_text(text, "utf-8")
            command += ["--source", f"source{number}.txt"]
        seconds = cost(command, folder).passed
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as one:
            _, status, used = os.wait4(one.pid, 0)
            one.returncode = os.waitstatus_to_exitcode(status)
        if one.returncode:
            raise RuntimeError(f"beleg draft ended with {one.returncode}")
    return [
        Figure("speed.draft_warm_sources_unread", statistics.median(taken), "ms", higher_is_better=False),
        Figure("speed.draft_process", seconds, "s", higher_is_better=False),
        Figure("speed.draft_process_memory", used.ru_maxrss / 1024, "MB", higher_is_better=False),
    ]


def _after_edit(eval_dir: Path) -> float:
    """Median milliseconds of a check of 1,200 words against twelve sources, each after another word was typed."""
    _, sources = texts(eval_dir, LONG_SOURCES)
    paragraphs = [p for source in sources for p in source.split("\n\n")[1:4]]
    words = "\n\n".join(paragraphs).split(" ")[:LONG_WORDS]
    values = [Source(text=text, language="de") for text in sources]
    _milliseconds(" ".join(words), values)
    spent = []
    for run in range(RUNS):
        words[(run + 1) * len(words) // (RUNS + 1)] += "te"
        spent.append(_milliseconds(" ".join(words), values))
    return statistics.median(spent)


def _milliseconds(draft: str, sources: list[Source]) -> float:
    start = time.process_time()
    pipeline.check_draft(Source(text=draft, language="de"), sources)
    return 1000 * (time.process_time() - start)


def _whole_process(draft: str, sources: list[str]) -> tuple[float, float]:
    """Median seconds and peak megabytes of `beleg check`, on one core."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "draft.md").write_text(draft, "utf-8")
        command = [sys.executable, "-m", "beleg", "check", "draft.md"]
        for number, text in enumerate(sources):
            (Path(folder) / f"source{number}.txt").write_text(text, "utf-8")
            command += ["--source", f"source{number}.txt"]
        seconds = cost(command, folder).passed
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _help() -> float:
    return cost([sys.executable, "-m", "beleg", "--help"], ".").passed

"""Suite `drafts`: the engine without a language model, on dossiers made of published articles.

A dossier is one article and the one to five that share most of its rarer words: texts about related things by
different hands. Measured: how much of what was asked for is told, whether every sentence passes the checks when the
whole draft is held against its sources, whether every direct quotation stands byte for byte in a source, and the time
of a draft whose sources have been read.
"""

import json
import math
import re
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from beleg.first_version import first_version
from beleg.language.de.german import GERMAN
from beleg.pipeline import check_draft
from beleg.terms.finding import Severity
from beleg.terms.reading import BlockKind
from beleg.terms.report import Verdict
from beleg.terms.revision import Origin
from beleg.terms.source import Source
from benchmarks.figures import Figure

DOSSIERS, ASKED = 30, 10
"""How many dossiers, and how many sentences each draft may have."""
_PUBLISHERS = (
    "Auental-Kurier",
    "Presseagentur Nordmark",
    "Lindener Tageblatt",
    "Morgenpost Seewald",
    "Stadt Hohenried",
    "Radio Weserbogen",
    "Der Kreisbote",
    "Rundschau am Berg",
    "Netzportal Auen",
    "Verbraucherverband Mitte",
    "Landkreis Rotenfels",
)
"""Invented: the articles themselves have none."""
_QUOTED = re.compile(r"„([^„“”]+)[“”]")


def run(eval_dir: Path) -> list[Figure]:
    """Measure on articles that were not used to hold anything back."""
    dossiers = made(eval_dir)
    told = failed = quotations = changed = by_machine = 0
    times = []
    for sources in dossiers:
        first_version(sources, language=GERMAN, sentences=ASKED)
        begun = time.perf_counter()
        draft = first_version(sources, language=GERMAN, sentences=ASKED)
        times.append(time.perf_counter() - begun)
        report = check_draft(Source(text=draft.content, language="de"), sources, language=GERMAN)
        body = [s for s in report.sentences if s.block is BlockKind.PARAGRAPH]
        told += len(body)
        serious = [f for f in report.findings if f.severity is not Severity.NOTICE]
        failed += sum(s.verdict is not Verdict.SUPPORTED for s in body) + len(serious)
        by_machine += sum(origin.origin is Origin.MACHINE for origin in draft.sentences)
        for words in _QUOTED.findall(draft.content):
            quotations += 1
            changed += not any(words in " ".join(source.text.split()) for source in sources)
    return [
        Figure("drafts.told", told / (ASKED * len(dossiers)), "share"),
        Figure("drafts.passing", 1 - failed / told, "share"),
        Figure("drafts.quotations_exact", 1 - changed / max(1, quotations), "share"),
        Figure("drafts.in_indirect_speech", by_machine / told, "share"),
        Figure("drafts.seconds", median(times), "s", higher_is_better=False),
    ]


def made(eval_dir: Path) -> list[list[Source]]:
    """The dossiers: always the same ones for the same articles."""
    lines = (eval_dir / "quotations-de" / "train.jsonl").read_text("utf-8").splitlines()
    texts = [" ".join(json.loads(line)["originalText"].split("\n\n")) for line in lines]
    originals = [json.loads(line)["originalText"] for line in lines]
    words = [Counter(re.findall(r"[A-ZÄÖÜ]\w{3,}", text)) for text in texts]
    spread = Counter(word for counted in words for word in counted)
    weight = {word: math.log(len(texts) / count) for word, count in spread.items() if count > 1}
    step = len(texts) // DOSSIERS
    return [
        [_source(originals, index) for index in _related(first * step, words, weight, 1 + first % 5)]
        for first in range(DOSSIERS)
    ]


def _related(first: int, words: Sequence[Counter[str]], weight: dict[str, float], more: int) -> list[int]:
    def shared(other: int) -> float:
        return sum(weight.get(word, 0.0) for word in words[first] if word in words[other])

    others = sorted((index for index in range(len(words)) if index != first), key=lambda i: (-shared(i), i))
    return [first, *others[:more]]


def _source(texts: Sequence[str], index: int) -> Source:
    publisher = _PUBLISHERS[index % len(_PUBLISHERS)]
    return Source(text=texts[index], language="de", publisher=publisher, name=str(index))

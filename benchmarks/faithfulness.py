"""Verdicts on German draft sentences, each against its source article, and against it among others: supported or
not.
"""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from beleg.pipeline import check_draft
from beleg.terms.report import Report, Verdict
from beleg.terms.source import Source
from benchmarks.figures import Figure

CORPUS = "faithfulness-de"

NAMED_BY = {
    "quote_altered": {"quotation_altered", "quotation_not_in_source"},
    "wrong_speaker": {"speaker_mismatch"},
    "number_changed": {"number_changed"},
    "date_changed": {"date_changed", "number_changed"},
    "entity_swapped": {"name_changed"},
    "attribution_lost": {"attribution_lost"},
    "hedge_lost": {"hedge_lost", "attribution_lost"},
    "negation_flipped": {"negation_flipped"},
    "role_reversed": {"role_reversed"},
    "causal_invented": {"cause_invented"},
    "generalised": {"overgeneralised"},
    "extrinsic": {"unsupported_sentence", "name_changed", "number_changed"},
}
"""The findings that name each kind of trap."""

OTHERS = 9
"""How many further articles lie in the dossier where a sentence is read against its article among others."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence of the set with what was expected and what the report says."""

    id: str
    kind: str
    supported: bool
    judged_supported: bool
    report: Report


def judge(eval_dir: Path, others: int = 0) -> list[Judged]:
    """Every sentence of the development set, checked against its article and so many others: those after it in the
    file.
    """
    articles = {}
    for line in (eval_dir / "quotations-de" / "dev.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        articles[document["documentName"]] = Source(text=document["originalText"], language="de")
    names = list(articles)
    judged = []
    for line in (eval_dir / CORPUS / "dev.jsonl").read_text("utf-8").splitlines():
        item = json.loads(line)
        at = names.index(item["doc"])
        sources = [articles[names[(at + further) % len(names)]] for further in range(others + 1)]
        report = check_draft(Source(text=item["sentence"], language="de"), sources)
        judged.append(
            Judged(
                item["id"],
                item["kind"],
                item["label"] == "supported",
                all(sentence.verdict is Verdict.SUPPORTED for sentence in report.sentences),
                report,
            )
        )
    return judged


def run(eval_dir: Path) -> list[Figure]:
    """Balanced accuracy, recall by kind of trap, false alarms by kind of true sentence, how often the named finding
    fits the kind among the traps caught, the same accuracy where each article lies among nine others, and how many
    sentences of each kind there are."""
    caught: dict[str, list[bool]] = defaultdict(list)
    alarmed: dict[str, list[bool]] = defaultdict(list)
    fits: Counter[bool] = Counter()
    for item in judge(eval_dir):
        if item.supported:
            alarmed[item.kind].append(not item.judged_supported)
            continue
        caught[item.kind].append(not item.judged_supported)
        if not item.judged_supported and item.kind in NAMED_BY:
            fits[any(f.check in NAMED_BY[item.kind] for f in item.report.findings)] += 1
    among = judge(eval_dir, OTHERS)
    among_caught = _share([not item.judged_supported for item in among if not item.supported])
    among_alarmed = _share([not item.judged_supported for item in among if item.supported])
    recall = _share([hit for hits in caught.values() for hit in hits])
    false_alarms = _share([hit for hits in alarmed.values() for hit in hits])
    return [
        Figure("faithfulness.balanced_accuracy", (recall + 1 - false_alarms) / 2, "share"),
        Figure("faithfulness.traps_caught", recall, "share"),
        Figure("faithfulness.false_alarms", false_alarms, "share", higher_is_better=False),
        Figure("faithfulness.finding_fits_kind", fits[True] / max(1, fits.total()), "share"),
        Figure(
            "faithfulness.among_others_balanced_accuracy", (among_caught + 1 - among_alarmed) / 2, "share"
        ),
        Figure("faithfulness.among_others_traps_caught", among_caught, "share"),
        Figure("faithfulness.among_others_false_alarms", among_alarmed, "share", higher_is_better=False),
        *(
            Figure(f"faithfulness.caught_{kind}", _share(hits), "share")
            for kind, hits in sorted(caught.items())
        ),
        *(
            Figure(f"faithfulness.alarm_{kind}", _share(hits), "share", higher_is_better=False)
            for kind, hits in sorted(alarmed.items())
        ),
        *(
            Figure(f"faithfulness.written_{kind}", len(hits), "sentences")
            for kind, hits in sorted({**caught, **alarmed}.items())
        ),
    ]


def _share(hits: list[bool]) -> float:
    return sum(hits) / max(1, len(hits))

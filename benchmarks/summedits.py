"""English summaries with one edit each: consistent with their document or not (SummEdits, Laban et al. 2023).

A summary is judged inconsistent if a check finds that its document says something else. That a document lacks a
summary's words is no such finding: in dialogues every good summary has its own words, and Beleg hands such sentences
to a person. Nothing is tuned on it.
"""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from beleg.checks.catalogue import catalogue
from beleg.pipeline import check_draft
from beleg.terms.source import Source
from benchmarks.figures import Figure

CORPUS = "summedits-en"
DOMAINS = ("ectsum", "podcast", "qmsumm", "sales_email", "samsum")


LACKING = frozenset(("unsupported_sentence", "copied_passage", "quotation_out_of_context"))
"""Checks whose finding does not say that the document has it otherwise."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A summary with what was expected, what was judged, and the checks that held it up."""

    id: str
    edits: tuple[str, ...]
    consistent: bool
    judged_consistent: bool
    checks: frozenset[str]


def judge(eval_dir: Path, domain: str) -> list[Judged]:
    """Every summary of one domain, checked against its document."""
    contradicting = {check.id for check in catalogue() if check.needs_sources} - LACKING
    judged = []
    for item in json.loads((eval_dir / CORPUS / f"{domain}.json").read_text("utf-8")):
        report = check_draft(
            Source(text=item["summary"], language="en"), [Source(text=item["doc"], language="en")]
        )
        judged.append(
            Judged(
                item["id"],
                tuple(item.get("edit_types") or ()),
                item["label"] == 1,
                not any(finding.check in contradicting for finding in report.findings),
                frozenset(finding.check for finding in report.findings),
            )
        )
    return judged


def run(eval_dir: Path) -> list[Figure]:
    """Balanced accuracy by domain and on average, the recall of each class and its size, and how often each check held
    up a consistent and an inconsistent summary."""
    figures: list[Figure] = []
    balanced = []
    held: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    sizes: Counter[bool] = Counter()
    for domain in DOMAINS:
        judged = judge(eval_dir, domain)
        passed = [one.judged_consistent for one in judged if one.consistent]
        caught = [not one.judged_consistent for one in judged if not one.consistent]
        recall = sum(caught) / max(1, len(caught))
        consistent = sum(passed) / max(1, len(passed))
        balanced.append((recall + consistent) / 2)
        for one in judged:
            held[one.consistent].update(one.checks)
            sizes[one.consistent] += 1
        figures += [
            Figure(f"summedits.{domain}", balanced[-1], "balanced accuracy"),
            Figure(f"summedits.{domain}_caught", recall, "share"),
            Figure(f"summedits.{domain}_passed", consistent, "share"),
            Figure(f"summedits.{domain}_faulty", len(caught), "summaries"),
            Figure(f"summedits.{domain}_sound", len(passed), "summaries"),
        ]
    for check in sorted(set(held[True]) | set(held[False])):
        figures += [
            Figure(f"summedits.inconsistent_with_{check}", held[False][check] / sizes[False], "share"),
            Figure(f"summedits.consistent_with_{check}", held[True][check] / sizes[True], "share", False),
        ]
    return [Figure("summedits.average", sum(balanced) / len(balanced), "balanced accuracy"), *figures]

"""The review of a dossier as lines of the terminal, for the commands that show what is open."""

from beleg.terms.finding import Finding
from beleg.terms.review import FindingState, Review, Touched
from beleg.terms.source_change import SourceRetracted


def review_lines(review: Review, text: str, people: dict[str, str], *, everything: bool = False) -> list[str]:
    """What is open, each with its key, then the counts; with `everything` also what is decided.

    `text` is the draft that the spans of the findings count in, `people` names account ids.
    """
    shown = []
    for finding in review.findings:
        if everything or finding.state is not FindingState.DISMISSED:
            flagged: Finding = finding.finding
            shown.append(
                f"{finding.key}  finding {finding.state}  {flagged.severity} {flagged.check}: {flagged.message}"
            )
            shown.append(f"    {_one_line(flagged.span.of(text))}")
            shown.extend(_decided(finding.reason, finding.by, people))
    for sentence in review.sentences:
        if everything or sentence.state.waits:
            shown.append(f"{sentence.key}  sentence {sentence.state}  {sentence.sentence.verdict}")
            shown.append(f"    {_one_line(sentence.sentence.text)}")
            if sentence.to_read:
                shown.append("    worded by a language model; to be read against:")
                shown += [f"    source: {_one_line(passage.text)}" for passage in sentence.sentence.evidence]
            shown.extend(line for touched in sentence.touched for line in _touched(touched))
            shown.extend(
                f"    judged by {people.get(one.by, one.by)}: the sources do not say so"
                for one in sentence.doubted
            )
            shown.extend(_decided(sentence.reason, sentence.by, people))
    shown.append(f"Open: {review.open_findings} findings, {review.open_sentences} sentences.")
    if review.authors:
        names = ", ".join(people.get(author, author) for author in review.authors)
        shown.append(f"Authors of the text, who cannot sign it: {names}.")
    return shown


def _touched(touched: Touched) -> list[str]:
    """Why a source opened a sentence again: what it rested on, and what became of that."""
    event = touched.told.event
    lines = [f"    rested on: {_one_line(passage.text)}" for passage in touched.passages]
    if isinstance(event, SourceRetracted):
        how = "by its publisher" if event.by_publisher else "found wrong"
        return [*lines, f"    retracted, {how}: {_one_line(event.reason)} ({event.source[:12]})"]
    for change in touched.changes:
        now = _one_line(change.now.text) if change.now else "(gone)"
        lines.append(f"    now: {now} ({event.source[:12]} changed)")
    return lines


def _decided(reason: str, by: str, people: dict[str, str]) -> list[str]:
    return [f"    {people.get(by, by)}: {_one_line(reason)}"] if reason else []


def _one_line(words: str) -> str:
    return " ".join(words.split())

"""Reports explained: every sentence with its verdict, what it rests on, and what the sources have of each of its
units.
"""

from collections.abc import Iterator, Mapping, Sequence

from beleg.checks.catalogue import message_in, title_in
from beleg.publishing.opinion_wording import opinion_in
from beleg.publishing.places import Places
from beleg.publishing.report_wording import ReportWording, wording_in
from beleg.publishing.unit_wording import kind_in, outcome_in
from beleg.publishing.words import shown
from beleg.terms.finding import Finding
from beleg.terms.passage import Passage
from beleg.terms.report import CheckedSentence, Report, Verdict
from beleg.terms.unit import Unit, UnitKind

_LONGEST = 200
"""Code points of a passage that are shown; the JSON has all of them."""
_SHORT = 70
"""Code points of a unit that are shown: it only has to be found again in the sentence above."""
_COLOURS = {Verdict.SUPPORTED: "32", Verdict.DISTORTED: "31", Verdict.UNSUPPORTED: "33"}
"""ANSI colours: green, red, yellow."""


def lines(
    report: Report,
    *,
    name: str,
    places: Places,
    labels: Mapping[str, str],
    messages: str,
    colour: bool = False,
) -> Iterator[str]:
    """The sentences of a report one after the other, each followed by an empty line.

    Each starts with `NAME:line:column: verdict: its words`; `labels` name the sources by id, `messages` is the
    language of all words (`de`, `en`). Then why: what decided, the passages, and a line for each unit.
    """
    wording = wording_in(messages)
    verdicts = dict(wording.verdicts)
    for sentence in report.sentences:
        place = places.of(sentence.start)
        verdict = verdicts[sentence.verdict]
        if colour and sentence.verdict in _COLOURS:
            verdict = f"\x1b[{_COLOURS[sentence.verdict]}m{verdict}\x1b[0m"
        yield f"{name}:{place.line}:{place.column}: {verdict}: {one_line(sentence.text)}"
        yield from (f"    {line}" for line in sentence_lines(sentence, labels=labels, messages=messages))
        yield ""


def sentence_lines(sentence: CheckedSentence, *, labels: Mapping[str, str], messages: str) -> Iterator[str]:
    """Why one sentence has its verdict: what decided, the passages, its units; each line without indentation."""
    wording = wording_in(messages)
    deciding = [finding for finding in sentence.findings if finding.check in sentence.decided_by]
    for finding in deciding:
        yield f"{wording.decided}: {_told(finding, messages)}"
    if not sentence.decided_by:
        yield f"{wording.decided}: {_undisputed(sentence, wording)}"
    for finding in sentence.findings:
        if finding not in deciding:
            yield f"{wording.besides}: {_told(finding, messages)}"
    if sentence.verdict is Verdict.NOT_CHECKABLE:
        return
    if sentence.opinion is not None:
        yield opinion_in(sentence.opinion, messages)
    for number, passage in enumerate(sentence.evidence, 1):
        yield f"{wording.passage} {number}: {_placed(passage, labels)}"
    missing = tuple(unit.text for unit in sentence.units if unit.kind is UnitKind.WORD)
    for unit in sentence.units:
        if unit.kind is UnitKind.CONTENT:
            yield f"{kind_in(unit, messages)}: {outcome_in(unit, messages)}."
            if missing:
                yield f"{wording.not_there}: {', '.join(wording.quoted(word) for word in missing)}."
        elif unit.kind is not UnitKind.WORD and (told := outcome_in(unit, messages)):
            where = _where(unit, sentence.evidence, labels, wording)
            yield f"{kind_in(unit, messages)} {wording.quoted(one_line(unit.text, _SHORT))}: {told}{where}."


def _told(finding: Finding, messages: str) -> str:
    return f"{title_in(finding.check, messages)} ({finding.check}). {message_in(finding, messages)}"


def _undisputed(sentence: CheckedSentence, wording: ReportWording) -> str:
    """Why a sentence that no finding stands against has its verdict."""
    if sentence.verdict is Verdict.SUPPORTED:
        return wording.carried
    if sentence.verdict is Verdict.UNSUPPORTED:
        return wording.too_little
    return wording.nothing_asserted if sentence.units else wording.nothing_to_compare


def _where(unit: Unit, passages: Sequence[Passage], labels: Mapping[str, str], wording: ReportWording) -> str:
    """Where a unit was compared: the number of a passage shown above, or source and words."""
    if unit.passage is None:
        return ""
    for number, passage in enumerate(passages, 1):
        if passage.source == unit.passage.source and passage.span.covers(unit.passage.span):
            return f" ({wording.passage} {number})"
    return f" ({_placed(unit.passage, labels)})"


def _placed(passage: Passage, labels: Mapping[str, str]) -> str:
    return f"{one_line(passage.text)} [{one_line(labels.get(passage.source, passage.source[:12]))}]"


def one_line(words: str, longest: int = _LONGEST) -> str:
    """The words without line breaks and control characters, shortened in the middle to about `longest` code points."""
    joined = " ".join(shown(words).split())
    if len(joined) <= longest:
        return joined
    half = (longest - 3) // 2
    head, tail = joined[:half], joined[-half:]
    # At a space where there is one: words cut in two are hard to find again.
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"

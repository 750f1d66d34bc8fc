"""Draft: the text as the middle of the dossier page shows it, sentence by sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from beleg.desk.views.states import State, origin_words, sentence_state
from beleg.desk.wording import Wording
from beleg.terms.finding import Finding
from beleg.terms.passage import Passage
from beleg.terms.reading import Block, BlockKind
from beleg.terms.review import FindingState, Review, ReviewedFinding, ReviewedSentence
from beleg.terms.revision import Revision
from beleg.terms.span import Span
from beleg.text.overlaps import Overlaps
from beleg.text.written import written


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence; `flag` is the severity of the open finding on them, empty where there is none."""

    text: str
    flag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence of the draft. `key` names it in addresses, `anchor` on the page."""

    key: str
    anchor: str
    span: Span
    text: str
    pieces: tuple[Piece, ...]
    state: State
    origin: str
    by: str
    """Who wrote it or changed it last; for a machine's sentence, who ordered the draft."""
    reviewed: ReviewedSentence | None
    findings: tuple[ReviewedFinding, ...] = ()
    doubted_by: tuple[str, ...] = ()
    """Names of those who judged that the sources do not say so, where nobody has decided about it since."""
    written_from: tuple[Passage, ...] = ()
    """The passages a machine names as those it wrote it from."""


@dataclass(frozen=True, slots=True)
class Part:
    """A headline, subhead, paragraph or list item with its sentences."""

    kind: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class DraftView:
    """The whole draft; `loose` are findings that lie on no sentence (an empty section at the very end)."""

    parts: tuple[Part, ...]
    loose: tuple[ReviewedFinding, ...] = ()

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All sentences in order."""
        return tuple(row for part in self.parts for row in part.rows)

    @cached_property
    def _first_touched(self) -> Mapping[str, Row]:
        return {finding.key: row for row in reversed(self.rows) for finding in row.findings}

    def row_of(self, finding: ReviewedFinding) -> Row | None:
        """The first sentence a finding touches."""
        return self._first_touched.get(finding.key)


def draft_view(revision: Revision, review: Review, names: "Names", words: Wording) -> DraftView:
    """Lay out a revision with its review; without a check its sentences stand there as not checked."""
    content = revision.content
    laid_out = written(content).blocks
    found: list[tuple[int, int, ReviewedSentence | None]]
    if review.sentences:
        found = [(s.sentence.start, s.sentence.end, s) for s in review.sentences]
    else:
        found = [(start, end, None) for start, end in _located(content, revision)]
    origins = {origin.text: origin for origin in revision.sentences}
    lying = Overlaps((_shown_at(f.finding), place) for place, f in enumerate(review.findings))
    placed: set[str] = set()
    rows: list[tuple[Block | None, Row]] = []
    for number, (start, end, reviewed) in enumerate(found, 1):
        span = Span(start, end)
        touching = tuple(review.findings[place] for place in sorted(lying.at(span))) if reviewed else ()
        placed.update(f.key for f in touching)
        text = span.of(content)
        origin = origins.get(text)
        row = Row(
            key=reviewed.key if reviewed else f"s{number}",
            anchor=f"s{number}",
            span=span,
            text=text,
            pieces=pieces(content, span, touching),
            state=sentence_state(reviewed, touching, words),
            origin=origin_words(origin, words),
            by=names.name(origin.changed_by) if origin else "",
            reviewed=reviewed,
            findings=touching,
            doubted_by=tuple(names.name(one.by) for one in reviewed.doubted) if reviewed else (),
            written_from=origin.passages if origin else (),
        )
        rows.append((next((b for b in laid_out if b.start <= start < b.end), None), row))
    loose = tuple(f for f in review.findings if f.key not in placed)
    return DraftView(tuple(_parts(rows)), loose)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the newsroom's accounts; an id without an account is shown as it is."""

    pairs: tuple[tuple[str, str], ...]

    def name(self, account: str) -> str:
        """What to call an account on a screen."""
        return next((name for known, name in self.pairs if known == account), account)


def pieces(content: str, span: Span, findings: tuple[ReviewedFinding, ...]) -> tuple[Piece, ...]:
    """A sentence cut at the edges of its open findings; where several overlap, the worst one colours the words."""
    open_findings = [f.finding for f in findings if f.state is not FindingState.DISMISSED]
    cuts = {span.start, span.end}
    for finding in open_findings:
        cuts.update(edge for edge in (finding.start, finding.end) if span.start < edge < span.end)
    edges = sorted(cuts)
    cut: list[Piece] = []
    for start, end in pairwise(edges):
        covering = [f.severity for f in open_findings if f.start <= start and end <= f.end]
        worst = max(covering, key=lambda severity: severity.rank, default=None)
        cut.append(Piece(content[start:end], worst.value if worst else ""))
    return tuple(cut)


def _shown_at(finding: Finding) -> Span:
    """Where a finding is shown: on its words, or on what stands before and after it where it has none."""
    return finding.span if finding.start < finding.end else Span(max(0, finding.start - 1), finding.end + 1)


def _located(content: str, revision: Revision) -> Iterator[tuple[int, int]]:
    at = 0
    for origin in revision.sentences:
        start = content.find(origin.text, at)
        if start >= 0:
            at = start + len(origin.text)
            yield start, at


def _parts(rows: list[tuple[Block | None, Row]]) -> Iterator[Part]:
    gathered: list[Row] = []
    last: Block | None = None
    for block, row in rows:
        if gathered and block != last:
            yield Part((last.kind if last else BlockKind.PARAGRAPH).value, tuple(gathered))
            gathered = []
        gathered.append(row)
        last = block
    if gathered:
        yield Part((last.kind if last else BlockKind.PARAGRAPH).value, tuple(gathered))

"""Story: a dossier told act by act, for the tests of the review."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from beleg.review.authorship import sentence_origins
from beleg.review.judging import judgement
from beleg.review.replay import replay
from beleg.terms.dossier import Dossier
from beleg.terms.events import (
    DossierOpened,
    DraftChecked,
    Entry,
    Event,
    FindingDismissed,
    FindingEscalated,
    Published,
    RevisionSaved,
    SentenceConfirmed,
    SignedOff,
    SourceTakenIn,
)
from beleg.terms.finding import Finding, Severity
from beleg.terms.judging import Answer
from beleg.terms.passage import Passage
from beleg.terms.reading import BlockKind
from beleg.terms.report import CheckedSentence, Report, Verdict
from beleg.terms.revision import Origin, SentenceOrigin, content_hash, finding_key, sentence_key
from beleg.terms.source_change import PassageChange, SourceChanged, SourceRetracted

SUPPORTED, DISTORTED = Verdict.SUPPORTED, Verdict.DISTORTED
UNSUPPORTED, NOT_CHECKABLE = Verdict.UNSUPPORTED, Verdict.NOT_CHECKABLE

IDA, OLE, UTE = "p-ida", "p-ole", "p-ute"

AGAINST = "fünf"
"""What the source says instead, where a test does not care."""

Judged = tuple[str, Verdict]
"""A sentence of the draft and what the machine says of it."""


@dataclass
class Story:
    """Adds entries; a draft is the headline and then a list of sentences, one a line."""

    entries: list[Entry] = field(default_factory=list)
    headline: str = "# Das Hallenbad\n"
    """Stands above every text that is saved and is none of its sentences."""

    def __post_init__(self) -> None:
        self.add(DossierOpened(title="Das Hallenbad", language="de"), IDA)

    def add(self, event: Event, by: str) -> None:
        position = len(self.entries) + 1
        self.entries.append(
            Entry(
                dossier="d-1",
                position=position,
                at="2026-03-01T10:00:00.000000Z",  # the clock stands still: nothing may hang on it
                by=by,
                event=event,
                previous=str(position - 1),
                hash=str(position),
            )
        )

    @property
    def dossier(self) -> Dossier:
        return replay(self.entries)

    @property
    def content_sha256(self) -> str:
        current = self.dossier.current
        assert current is not None
        return current.content_sha256

    def source(self, name: str, same_origin_as: str = "") -> None:
        self.add(
            SourceTakenIn(
                source=name,
                sha256=name,
                item=0,
                text_sha256="",
                name=name,
                title="",
                publisher="",
                author="",
                published="",
                captured="",
                address="",
                media_type="text/plain",
                language="de",
                same_origin_as=same_origin_as,
            ),
            IDA,
        )

    def machine(
        self, *sentences: str, by: str, origin: Origin = Origin.MACHINE, to_read: bool = False
    ) -> None:
        origins = tuple(
            SentenceOrigin(text=text, origin=origin, changed_by=by, engine="Setzer 1", to_read=to_read)
            for text in sentences
        )
        self._revision("\n".join(sentences), origins, by)

    def save(self, *sentences: str, by: str) -> None:
        self._revision("\n".join(sentences), sentence_origins(sentences, self.dossier.revisions, by=by), by)

    def _revision(self, content: str, origins: tuple[SentenceOrigin, ...], by: str) -> None:
        number = len(self.dossier.revisions) + 1
        content = self.headline + content
        event = RevisionSaved(
            number=number, content=content, content_sha256=content_hash(content), sentences=origins
        )
        self.add(event, by)

    def check(
        self,
        *judged: Judged,
        findings: tuple[Finding, ...] = (),
        headings: int = 0,
        evidence: Mapping[str, tuple[Passage, ...]] | None = None,
    ) -> None:
        """The machine's verdicts, sentence by sentence of the current draft; the first `headings` are headlines.

        `evidence` has what a sentence rests on, by its words.
        """
        current = self.dossier.current
        assert current is not None
        assert self.headline + "\n".join(text for text, _ in judged) == current.content
        sentences, start = [], len(self.headline)
        for number, (text, verdict) in enumerate(judged):
            span = (start, start + len(text))
            sentences.append(
                CheckedSentence(
                    start=span[0],
                    end=span[1],
                    text=text,
                    verdict=verdict,
                    block=BlockKind.HEADLINE if number < headings else BlockKind.PARAGRAPH,
                    findings=tuple(f for f in findings if span[0] <= f.start < span[1]),
                    evidence=(evidence or {}).get(text, ()),
                )
            )
            start += len(text) + 1
        report = Report(
            language="de",
            sentences=tuple(sentences),
            findings=findings,
            sources=tuple(source.source for source in self.dossier.standing_sources),
        )
        self.add(
            DraftChecked(
                number=current.number, content_sha256=current.content_sha256, beleg="1", report=report
            ),
            IDA,
        )

    def finding(
        self,
        words: str,
        severity: Severity = Severity.ERROR,
        check: str = "number_changed",
        against: str = AGAINST,
    ) -> Finding:
        current = self.dossier.current
        assert current is not None
        start = current.content.index(words, len(self.headline))
        return Finding(
            check=check,
            severity=severity,
            start=start,
            end=start + len(words),
            message="Anders als die Quelle.",
            values=(("source_words", against),),
        )

    def dismiss(self, sentence: str, words: str, *, by: str, check: str = "number_changed") -> None:
        key = finding_key(check, sentence, words, (AGAINST,))
        self.add(FindingDismissed(finding=key, check=check, words=words, reason="Nachgefragt."), by)

    def escalate(self, sentence: str, words: str, *, by: str, check: str = "number_changed") -> None:
        key = finding_key(check, sentence, words, (AGAINST,))
        self.add(FindingEscalated(finding=key, check=check, words=words, reason="Unklar."), by)

    def confirm(self, sentence: str, *, by: str) -> None:
        self.add(SentenceConfirmed(sentence=sentence_key(sentence), text=sentence, reason="Gesehen."), by)

    def judge(self, sentence: str, *, by: str, answer: Answer = Answer.YES, shown: bool = False) -> None:
        """Say of a sentence whether the sources say so; `shown` is whether a verdict on it had been shown before."""
        self.add(judgement(self.dossier, sentence_key(sentence), answer, by=by, verdict_shown=shown), by)

    def change(self, source: str, new: str, *changes: PassageChange, by: str = UTE) -> None:
        """Take in the newer version of a source, and record what changed."""
        if all(new != taken.source for taken in self.dossier.sources):
            self.source(new)
        self.add(SourceChanged(source=source, new=new, passages=changes, added=()), by)

    def retract(self, source: str, *, by_publisher: bool = False) -> None:
        self.add(SourceRetracted(source=source, by_publisher=by_publisher, reason="Falsche Zahl."), UTE)

    def sign(self, by: str) -> None:
        current = self.dossier.current
        assert current is not None
        self.add(SignedOff(number=current.number, content_sha256=current.content_sha256), by)

    def publish(self, by: str) -> None:
        current = self.dossier.current
        assert current is not None
        self.add(
            Published(
                number=current.number,
                content_sha256=current.content_sha256,
                page_sha256="",
                address="",
                disclosure="",
            ),
            by,
        )

"""A small story of an invented town, as a record tells it: what the tests of page, bundle and verification start
from.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from beleg.publishing.article import Article, article_of
from beleg.publishing.bundle import LogMembers, bundle_of, pack
from beleg.publishing.disclosing import FIGURES
from beleg.publishing.dsse import seal
from beleg.publishing.statement import statement_of
from beleg.publishing.targets.page import render
from beleg.record import log_proof, merkle
from beleg.record.canonical import encode
from beleg.record.chain import link
from beleg.record.keys import STREAM, first_key, verifiers
from beleg.record.signed_note import Checkpoint
from beleg.record.signed_note import signed as note_of
from beleg.review.assessment import assess
from beleg.review.replay import replay
from beleg.terms.account import Account
from beleg.terms.dossier import Dossier
from beleg.terms.events import (
    DossierOpened,
    DraftChecked,
    Entry,
    Event,
    FindingDismissed,
    Published,
    RevisionSaved,
    SentenceConfirmed,
    SignedOff,
    SourceTakenIn,
)
from beleg.terms.finding import Finding, Severity
from beleg.terms.passage import Passage
from beleg.terms.report import CheckedSentence, Coverage, Report, Verdict
from beleg.terms.revision import Origin, SentenceOrigin, content_hash, sentence_key
from beleg.text.blocks import blocks
from tests.publishing.releases import KEY, released

WRITER = Account(id="konto-1", login="jan", name="Jan Kolk", function="Redakteur")
SIGNER = Account(id="konto-2", login="ruth", name="Ruth Amsel", function="Chefin vom Dienst")
OTHER = Account(id="konto-3", login="ole", name="Ole Brandt", function="Volontär")
PEOPLE = (WRITER, SIGNER, OTHER)

CONTENT = """# Quellenbrück baut die Fähre neu

Die Fähre von Quellenbrück wird für 1,2 Millionen Euro erneuert.

## Was geplant ist

- Der Umbau beginnt im März.
- Die Überfahrt bleibt kostenlos.

„Wir haben lange darauf gewartet“, sagte Bürgermeisterin
Imke Rohloff. Der Rat stimmte zu.
"""
SENTENCES = (
    "Quellenbrück baut die Fähre neu",
    "Die Fähre von Quellenbrück wird für 1,2 Millionen Euro erneuert.",
    "Was geplant ist",
    "Der Umbau beginnt im März.",
    "Die Überfahrt bleibt kostenlos.",
    "„Wir haben lange darauf gewartet“, sagte Bürgermeisterin\nImke Rohloff.",
    "Der Rat stimmte zu.",
)
CONFIRMED = "Der Rat stimmte zu."
ENGINE = "beleg-extractive/0.1.0"


def a_source(number: int, *, same_origin_as: str = "", address: str = "") -> SourceTakenIn:
    """A source of the story; its text exists nowhere."""
    raw = sha256(f"Quelle {number}".encode()).hexdigest()
    return SourceTakenIn(
        source=raw,
        sha256=raw,
        item=0,
        text_sha256=sha256(f"Text {number}".encode()).hexdigest(),
        name=f"quelle-{number}.txt",
        title=f"Die Fähre, Teil {number}",
        publisher="Pressestelle Quellenbrück",
        author="",
        published="2026-11-20T08:00:00+01:00",
        captured="2026-11-21T09:00:00+00:00",
        address=address,
        media_type="text/plain",
        language="de",
        same_origin_as=same_origin_as,
    )


FIRST = a_source(1, address="https://quellenbrueck.example/faehre?a=1&b=2")
SECOND = a_source(2, same_origin_as=FIRST.source)


@dataclass
class Story:
    """A record in the making; `tell` adds an entry."""

    entries: list[Entry] = field(default_factory=list)

    def tell(self, event: Event, by: Account) -> None:
        """Add what happened, a minute after what came before."""
        at = f"2026-11-23T10:{len(self.entries):02}:00.000000+00:00"
        last = self.entries[-1] if self.entries else None
        self.entries.append(link(event, dossier="akte-1", by=by.id, at=at, after=last))

    @property
    def dossier(self) -> Dossier:
        """The state it has come to."""
        return replay(self.entries)

    def save(self, content: str, sentences: Sequence[str], by: Account, *, engine: str = "") -> None:
        """Save a revision; with an engine, its last sentence is a machine's."""
        origins = [SentenceOrigin(text=text, origin=Origin.PERSON, changed_by=by.id) for text in sentences]
        if engine:
            origins[-1] = replace(origins[-1], origin=Origin.MACHINE, engine=engine)
        number = len(self.dossier.revisions) + 1
        self.tell(
            RevisionSaved(
                number=number, content=content, content_sha256=content_hash(content), sentences=tuple(origins)
            ),
            by,
        )

    def check(self, *, findings: Sequence[Finding] = (), leave_out: str = "") -> None:
        """Check the current text: all is supported but the sentence CONFIRMED and the headings."""
        current = self.dossier.current
        assert current is not None
        content, kinds = current.content, {b.start: b.kind for b in blocks(current.content)}
        checked = []
        at = 0
        for text in (origin.text for origin in current.sentences):
            at = content.index(text, at)
            plain = text in (CONFIRMED, SENTENCES[2])
            verdict = Verdict.UNSUPPORTED if text == CONFIRMED else Verdict.NOT_CHECKABLE
            sentence = CheckedSentence(
                start=at,
                end=at + len(text),
                text=text,
                verdict=verdict if plain else Verdict.SUPPORTED,
                evidence=() if plain else (Passage(FIRST.source, 3, 8, "Fähre"),),
            )
            if at in kinds:
                sentence = replace(sentence, block=kinds[at])
            at += len(text)
            if text != leave_out:
                checked.append(sentence)
        report = Report(
            language="de",
            sentences=tuple(checked),
            findings=tuple(findings),
            coverage=(
                Coverage("quotation_altered", looked_at=1, unit="quotations"),
                Coverage("number_changed", not_checked="Die Quellen nennen keine Zahlen."),
            ),
            sources=tuple(source.source for source in self.dossier.sources),
        )
        self.tell(
            DraftChecked(
                number=current.number, content_sha256=current.content_sha256, beleg="0.1.0", report=report
            ),
            WRITER,
        )

    def sign(self, by: Account = SIGNER) -> None:
        """Sign the current text, whether the rules allow it or not."""
        current = self.dossier.current
        assert current is not None
        self.tell(SignedOff(number=current.number, content_sha256=current.content_sha256), by)

    def article(self, address: str = "https://zeitung.example/faehre", *, figures: int = FIGURES) -> Article:
        """The article as it would go out now, or with figures as they were told before."""
        at = f"2026-11-23T10:{len(self.entries):02}:00.000000+00:00"
        publisher = "Quellenbrücker Bote"
        return article_of(self.dossier, PEOPLE, at=at, address=address, publisher=publisher, figures=figures)

    def publish(self, *, figures: int = FIGURES) -> bytes:
        """Publish the current text with its page; returns the page."""
        article = self.article(figures=figures)
        page = render(released(article))
        self.publish_as(page, article.wording.recorded, figures=figures)
        return page

    def publish_as(self, page: bytes, disclosure: str, *, figures: int = FIGURES) -> None:
        """Publish the current text with any page and disclosure, whether they fit or not."""
        current, noted = self.dossier.current, self.dossier.noted_corrections
        assert current is not None
        self.tell(
            Published(
                number=current.number,
                content_sha256=current.content_sha256,
                page_sha256=sha256(page).hexdigest(),
                address="https://zeitung.example/faehre",
                disclosure=disclosure,
                version=len(self.dossier.publications) + 1,
                note=noted[-1].event.note if noted else "",
                figures=figures,
            ),
            WRITER,
        )

    def bundle(self, page: bytes) -> bytes:
        """The bundle of the publication."""
        lines = [encode(entry) for entry in self.entries]
        parts = bundle_of(
            self.dossier,
            PEOPLE,
            record=lines,
            page=page,
            sign_off=self.envelope(),
            log=log_members(lines[-1]),
            outputs={},
        )
        return pack(parts)

    def envelope(self) -> bytes:
        """The statement of the last sign-off, under the key of the tests; an empty one if nobody signed."""
        signed = next((entry for entry in reversed(self.entries) if isinstance(entry.event, SignedOff)), None)
        if signed is None:
            return seal(b"{}", public=KEY.public, sign=KEY.sign)
        before = replay(self.entries[: signed.position - 1])
        said = statement_of(before, PEOPLE, by=signed.by, at=signed.at, beleg="0.1.0")
        return seal(said, public=KEY.public, sign=KEY.sign)


def log_members(line: bytes) -> LogMembers:
    """What shows that the entry in `line` is in a log; it is the only one there."""
    introduced = link(first_key(KEY), dossier=STREAM, by=STREAM, at="2026-11-23T09:00:00.000000Z", after=None)
    (known,) = verifiers([introduced])
    checkpoint = Checkpoint(known.name, 1, merkle.leaf_hash(log_proof.leaf_of(line)))
    proof = log_proof.write(0, (), note_of(checkpoint.text, known.name, KEY))
    return LogMembers(proof=proof, key=f"{known.line}\n".encode(), keys=(encode(introduced),))


NUMBER_FINDING = Finding(
    check="number_changed",
    severity=Severity.WARNING,
    start=CONTENT.index("1,2 Millionen Euro"),
    end=CONTENT.index("1,2 Millionen Euro") + len("1,2 Millionen Euro"),
    message="Die Quelle nennt eine andere Zahl.",
    evidence=(Passage(FIRST.source, 10, 15, "1,3 M"),),
)


def opened(title: str = "Fähre") -> Story:
    """A dossier with two sources of one origin and a draft by the writer."""
    story = Story()
    story.tell(DossierOpened(title=title, language="de"), WRITER)
    story.tell(FIRST, WRITER)
    story.tell(SECOND, WRITER)
    story.save(CONTENT, SENTENCES, WRITER, engine=ENGINE)
    return story


def decided(story: Story) -> None:
    """Decide what a check left open."""
    for finding in assess(story.dossier).findings:
        words = finding.finding.span.of(CONTENT)
        story.tell(
            FindingDismissed(
                finding=finding.key, check=finding.finding.check, words=words, reason="Telefonisch bestätigt."
            ),
            OTHER,
        )
    story.tell(
        SentenceConfirmed(sentence=sentence_key(CONFIRMED), text=CONFIRMED, reason="Ich war in der Sitzung."),
        OTHER,
    )


def signed(title: str = "Fähre") -> Story:
    """The story up to a signature that holds."""
    story = opened(title)
    story.check(findings=(NUMBER_FINDING,))
    decided(story)
    story.sign()
    return story


def published() -> tuple[Story, bytes]:
    """The story to its end, with its bundle."""
    story = signed()
    return story, story.bundle(story.publish())

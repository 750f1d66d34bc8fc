"""Generated: events and entries of every kind, for property tests."""

from hypothesis import strategies as st

from beleg.record.chain import link
from beleg.terms import events as ev
from beleg.terms.continued import Continued
from beleg.terms.erasure import Remade
from beleg.terms.events_sources import SourceDescribed, SourceDescription
from beleg.terms.events_style import HouseStyleSet
from beleg.terms.finding import Finding, Severity
from beleg.terms.generation import DraftGenerated, StruckSentence
from beleg.terms.house_style import CheckWeight, HouseStyle, HouseWord, Weight
from beleg.terms.identification import Identification
from beleg.terms.judging import Answer
from beleg.terms.passage import Passage
from beleg.terms.reading import BlockKind
from beleg.terms.report import CheckedSentence, Coverage, Report, Verdict
from beleg.terms.revision import Origin, SentenceOrigin
from beleg.terms.source_change import PassageChange, SourceChanged, SourceRetracted

# Everything UTF-8 can hold: umlauts as combining marks, emoji, line breaks, control characters, U+2028.
texts = st.text(st.characters(codec="utf-8"), max_size=30)
digests = st.binary(min_size=32, max_size=32).map(bytes.hex)
offsets = st.integers(0, 2**40)
passages = st.builds(Passage, texts, offsets, offsets, texts)
struck = st.lists(
    st.builds(
        StruckSentence,
        text=texts,
        reasons=st.lists(texts, max_size=2).map(tuple),
        sources_say=st.lists(passages, max_size=2).map(tuple),
    ),
    max_size=2,
).map(tuple)
findings = st.builds(
    Finding,
    check=texts,
    severity=st.sampled_from(Severity),
    start=offsets,
    end=offsets,
    message=texts,
    evidence=st.lists(passages, max_size=2).map(tuple),
    suggestion=texts,
    values=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
)
checked = st.builds(
    CheckedSentence,
    start=offsets,
    end=offsets,
    text=texts,
    verdict=st.sampled_from(Verdict),
    block=st.sampled_from(BlockKind),
    evidence=st.lists(passages, max_size=1).map(tuple),
    findings=st.lists(findings, max_size=1).map(tuple),
)
reports = st.builds(
    Report,
    language=texts,
    sentences=st.lists(checked, max_size=2).map(tuple),
    findings=st.lists(findings, max_size=2).map(tuple),
    coverage=st.lists(st.builds(Coverage, texts, offsets, texts, texts), max_size=2).map(tuple),
    remarks=st.lists(texts, max_size=2).map(tuple),
    sources=st.lists(digests, max_size=2).map(tuple),
)
origins = st.builds(
    SentenceOrigin,
    text=texts,
    origin=st.sampled_from(Origin),
    changed_by=texts,
    engine=texts,
    passages=st.lists(passages, max_size=1).map(tuple),
)
openings = st.builds(
    ev.DossierOpened,
    title=texts,
    language=texts,
    updates=texts,
    original_by=st.lists(texts, max_size=2).map(tuple),
)
outputs = st.lists(st.builds(ev.Output, target=texts, sha256=digests), max_size=2).map(tuple)
source_descriptions = st.builds(
    SourceDescription, title=texts, publisher=texts, author=texts, published=texts, language=texts
)
taken_in = st.builds(
    ev.SourceTakenIn,
    source=texts,
    sha256=digests,
    item=st.integers(0, 9),
    text_sha256=digests,
    name=texts,
    title=texts,
    publisher=texts,
    author=texts,
    published=texts,
    captured=texts,
    address=texts,
    media_type=texts,
    language=texts,
    same_origin_as=texts,
    newer_version_of=texts,
)
saved = st.builds(
    ev.RevisionSaved,
    number=st.integers(1, 99),
    content=texts,
    content_sha256=digests,
    sentences=st.lists(origins, max_size=2).map(tuple),
)
draft_checked = st.builds(
    ev.DraftChecked,
    number=st.integers(1, 99),
    content_sha256=digests,
    beleg=texts,
    report=reports,
    house_style=texts,
)
styles = st.builds(
    HouseStyle,
    words=st.lists(
        st.builds(
            HouseWord,
            language=texts,
            avoid=texts,
            instead=texts,
            why=texts,
            severity=st.sampled_from(Severity),
        ),
        max_size=2,
    ).map(tuple),
    allowed=st.lists(texts, max_size=2).map(tuple),
    weights=st.lists(
        st.builds(CheckWeight, check=texts, weight=st.sampled_from(Weight), why=texts), max_size=2
    ).map(tuple),
    note_de=texts,
    note_en=texts,
    guidelines=texts,
)
style_settings = st.builds(HouseStyleSet, style=styles)
later_events: st.SearchStrategy[ev.Event] = st.one_of(
    taken_in,
    saved,
    draft_checked,
    st.builds(ev.FindingDismissed, finding=texts, check=texts, words=texts, reason=texts),
    st.builds(ev.FindingEscalated, finding=texts, check=texts, words=texts, reason=texts),
    st.builds(ev.SentenceConfirmed, sentence=texts, text=texts, reason=texts, evidence_seen=texts),
    st.builds(
        ev.NameErased,
        account=texts,
        remade=st.lists(
            st.builds(
                Remade,
                position=st.integers(1, 99),
                page_sha256=digests,
                outputs=st.lists(st.builds(ev.Output, target=texts, sha256=digests), max_size=2).map(tuple),
            ),
            max_size=2,
        ).map(tuple),
    ),
    st.builds(
        ev.SentenceJudged,
        sentence=texts,
        text=texts,
        evidence=texts,
        answer=st.sampled_from(Answer),
        verdict=st.sampled_from(Verdict),
        before_verdict=st.booleans(),
    ),
    st.builds(
        ev.SignedOff,
        number=st.integers(1, 99),
        content_sha256=digests,
        identified_by=st.sampled_from(Identification),
    ),
    st.builds(
        ev.Published,
        number=st.integers(1, 99),
        content_sha256=digests,
        page_sha256=digests,
        address=texts,
        disclosure=texts,
        version=st.integers(0, 9),
        note=texts,
        outputs=outputs,
        continues=st.none()
        | st.builds(Continued, dossier=texts, address=texts, headline=texts, page_sha256=digests),
        house_note=texts,
        guidelines=texts,
    ),
    st.builds(ev.CorrectionNoted, note=texts.filter(bool)),
    st.builds(ev.EmbargoSet, until=texts, reason=texts),
    st.builds(
        ev.Withdrawn,
        version=st.integers(1, 9),
        reason=texts,
        note_newsroom=texts,
        note_short=texts,
        note_readers=texts,
        page_sha256=digests,
        address=texts,
        first_published=texts,
        language=texts,
        outputs=outputs,
    ),
    st.builds(
        SourceChanged,
        source=texts,
        new=texts,
        passages=st.lists(st.builds(PassageChange, passages, st.none() | passages), max_size=2).map(tuple),
        added=st.lists(passages, max_size=2).map(tuple),
    ),
    st.builds(
        DraftGenerated,
        number=st.integers(1, 9),
        content_sha256=digests,
        model=texts,
        endpoint=texts,
        angle=texts,
        audience=texts,
        form=texts,
        sentences=st.integers(1, 40),
        prompts=st.lists(digests, max_size=2).map(tuple),
        parameters=st.lists(texts, max_size=2).map(tuple),
        tokens_in=st.integers(0, 9),
        tokens_out=st.integers(0, 9),
        sources=st.lists(texts, max_size=2).map(tuple),
        struck=struck,
        sent_back=struck,
        requests=st.integers(0, 9),
        milliseconds=st.integers(0, 9),
        cost=texts,
        currency=texts,
    ),
    st.builds(SourceRetracted, source=texts, by_publisher=st.booleans(), reason=texts),
    st.builds(
        SourceDescribed, source=texts, before=source_descriptions, now=source_descriptions, reason=texts
    ),
)
histories: st.SearchStrategy[list[ev.Event]] = st.builds(
    lambda first, more: [first, *more], openings, st.lists(later_events, max_size=6)
)
"""The events of a dossier from its opening on."""


def chained(events: list[ev.Event], dossier: str = "d-1") -> list[ev.Entry]:
    """The events as the entries of one chain."""
    entries: list[ev.Entry] = []
    for event in events:
        after = entries[-1] if entries else None
        entries.append(link(event, dossier=dossier, by="p-1", at="2026-03-01T10:00:00.000000Z", after=after))
    return entries

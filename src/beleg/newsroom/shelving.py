"""Shelving: sources as the record keeps them, and back."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from beleg.newsroom.acting import Acting
from beleg.record.store import RecordStore, Role
from beleg.review.retracting import retraction
from beleg.terms.dossier import Dossier
from beleg.terms.events import SourceTakenIn
from beleg.terms.refusal import Error
from beleg.terms.source import Source


class Shelf:
    """The sources of all dossiers of one record."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    def put(
        self,
        acting: Acting,
        sources: Sequence[Source],
        *,
        newer_version_of: str = "",
        confidential: bool = False,
        pasted: bool = False,
    ) -> tuple[SourceTakenIn, ...]:
        """Put sources into a dossier, with their bytes; return what the record says of each.

        A source the dossier has already (same bytes, same item) is left as it is. One that is the same agency copy as
        an earlier one is marked as sharing its origin. One of which its own document says that its publisher took it
        back counts for nothing from the start, and neither does one whose text was taken back in any dossier before.
        Raises Error as `refuse_unfit` does.
        """
        from beleg.evidence.origins import same_origin

        taken = {event.source: event for event in acting.dossier.sources}
        new = tuple({source.id: source for source in sources if source.id not in taken}.values())
        if new:
            # Pairs come in the order of the sources; the first one names the earliest copy.
            earlier = dict(reversed(same_origin((*self.sources(acting.dossier), *new))))
            for source in new:
                event = shelved(
                    source,
                    same_origin_as=earlier.get(source.id, ""),
                    newer_version_of=newer_version_of,
                    confidential=confidential,
                    pasted=pasted,
                )
                acting.append(event, {Role.RAW: raw_bytes(source), Role.TEXT: text_bytes(source)})
                known = acting.retraction_of(event.text_sha256)
                if source.taken_back:
                    reason = source.taken_back
                    acting.append(retraction(acting.dossier, source.id, reason, by_publisher=True))
                elif known is not None:
                    by_publisher = known.by_publisher
                    acting.append(
                        retraction(acting.dossier, source.id, known.reason, by_publisher=by_publisher)
                    )
                taken[source.id] = event
        return tuple(taken[source.id] for source in sources)

    def source(self, dossier: Dossier, source_id: str) -> Source:
        """Return one source of a dossier as it was taken in, its bytes included. Raises Error if there is none."""
        for event in dossier.sources:
            if event.source == source_id:
                text, raw = self._store.blobs((event.text_sha256, event.sha256))
                return unshelved(event, text=text, raw=raw)
        raise Error(f"There is no source {source_id[:70]} in this dossier.")

    def sources(self, dossier: Dossier) -> tuple[Source, ...]:
        """Return all sources of a dossier in the order they were taken in, without their bytes."""
        return self._without_bytes(dossier.sources)

    def chosen(self, dossier: Dossier, source_ids: Sequence[str]) -> tuple[Source, ...]:
        """Return the sources with these ids, each once; none named: all that a text may rest on, without their bytes.

        Raises Error if the dossier has no such source, or if it was taken back or replaced by a newer version.
        """
        standing = {event.source: event for event in dossier.standing_sources}
        if not source_ids:
            return self._without_bytes(tuple(standing.values()))
        found = [self.source(dossier, source_id) for source_id in dict.fromkeys(source_ids)]
        fallen = next((source for source in found if source.id not in standing), None)
        if fallen is not None and fallen.id in dossier.retracted:
            raise Error(f"{fallen.label}: this source was retracted; nothing is written from it.")
        if fallen is not None:
            raise Error(
                f"{fallen.label}: this source was replaced by a newer version; nothing is written from it."
            )
        return tuple(found)

    def _without_bytes(self, events: Sequence[SourceTakenIn]) -> tuple[Source, ...]:
        texts = self._store.blobs([event.text_sha256 for event in events])
        return tuple(unshelved(event, text=text, raw=b"") for event, text in zip(events, texts, strict=True))


def refuse_unfit(source: Source) -> None:
    """Raise Error for a source that cannot be kept, before anything is stored of those it came with."""
    raw_bytes(source)
    shelved(source, same_origin_as="")


def raw_bytes(source: Source) -> bytes:
    """Return the bytes the source's hash is about: as they came, or its text where it came without any.

    Raises Error if they do not give that hash.
    """
    raw = source.raw or source.text.encode("utf-8", "surrogatepass")
    if sha256(raw).hexdigest() != source.sha256:
        raise Error(f"{source.label}: its bytes do not give the hash it came with.")
    return raw


def text_bytes(source: Source) -> bytes:
    """Return the plain text in UTF-8. Raises Error if it is empty or holds half a character."""
    if not source.text.strip():
        raise Error(f"{source.label}: no text in it.")
    try:
        return source.text.encode("utf-8")
    except UnicodeEncodeError:
        raise Error(f"{source.label}: its text holds half a character (a lone surrogate).") from None


def shelved(
    source: Source,
    *,
    same_origin_as: str,
    newer_version_of: str = "",
    confidential: bool = False,
    pasted: bool = False,
) -> SourceTakenIn:
    """Return the event that says this source was taken in. Raises Error for a time without a time zone."""
    return SourceTakenIn(
        source=source.id,
        sha256=source.sha256,
        item=source.item,
        text_sha256=sha256(text_bytes(source)).hexdigest(),
        name=source.name,
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        published=_moment(source, source.published),
        captured=_moment(source, source.captured),
        address=source.address,
        media_type=source.media_type,
        language=source.language,
        same_origin_as=same_origin_as,
        newer_version_of=newer_version_of,
        confidential=confidential,
        hidden=source.hidden,
        pasted=pasted,
    )


def unshelved(event: SourceTakenIn, *, text: bytes, raw: bytes) -> Source:
    """Return the source that `shelved` made the event from."""
    return Source(
        text=text.decode("utf-8"),
        title=event.title,
        publisher=event.publisher,
        author=event.author,
        published=datetime.fromisoformat(event.published) if event.published else None,
        language=event.language,
        address=event.address,
        name=event.name,
        media_type=event.media_type,
        captured=datetime.fromisoformat(event.captured) if event.captured else None,
        sha256=event.sha256,
        item=event.item,
        raw=raw,
        hidden=event.hidden,
    )


def _moment(source: Source, moment: datetime | None) -> str:
    if moment is None:
        return ""
    if moment.tzinfo is None:
        raise Error(f"{source.label}: the time {moment.isoformat()} has no time zone.")
    return moment.isoformat()

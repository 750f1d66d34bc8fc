"""Resting: what is asked of the evidence index (`beleg.record.evidence_index`): who holds a source, and what rests on
it.
"""

from collections.abc import Sequence

from sqlalchemy import Connection

from beleg.terms.affected import AffectedSentence, HeldSource, Standing
from beleg.terms.passage import Passage

_HELD = "SELECT dossier, source, text_sha256, address, same_origin_as, label, standing FROM held_sources"
_COPIES = """
    SELECT other.dossier, other.source, other.text_sha256, other.address, other.same_origin_as, other.label, other.standing
    FROM held_sources mine JOIN held_sources other ON other.dossier = mine.dossier AND other.source <> mine.source
    WHERE mine.source = ? AND (other.same_origin_as = mine.source OR (mine.same_origin_as <> ''
        AND (other.source = mine.same_origin_as OR other.same_origin_as = mine.same_origin_as)))
    ORDER BY other.id
"""
_AFFECTED = """
    SELECT t.dossier, t.headline, s.key, s.words, t.published_at, h.source, h.text_sha256, p.start, p.end,
        coalesce((SELECT max(o.published_at) FROM evidence_texts o JOIN evidence_sentences os ON os.text = o.id AND os.key = s.key
            WHERE o.dossier = t.dossier), ''),
        EXISTS (SELECT 1 FROM evidence_texts o JOIN evidence_sentences os ON os.text = o.id AND os.key = s.key
            WHERE o.dossier = t.dossier AND o.published_at = '')
    FROM held_sources h
    JOIN evidence_passages p ON p.held = h.id
    JOIN evidence_sentences s ON s.id = p.sentence
    JOIN evidence_texts t ON t.id = s.text
    WHERE h.source = ?
    ORDER BY t.dossier, t.published_at, s.id, p.start
"""


class Resting:
    """The answers of the index over one connection; they are as true as its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def held(self, source: str = "", *, text_sha256: str = "", address: str = "") -> tuple[HeldSource, ...]:
        """Return where a source is held: by its id, by the hash of its text, or by its address; all if none is
        given.
        """
        given = {"source": source, "text_sha256": text_sha256, "address": address}
        where = " AND ".join(f"{column} = ?" for column, value in given.items() if value)
        found = self._connection.exec_driver_sql(
            f"{_HELD} {f'WHERE {where}' if where else ''} ORDER BY id",
            tuple(value for value in given.values() if value),
        )
        return tuple(_held(tuple(row)) for row in found)

    def copies(self, source: str) -> tuple[HeldSource, ...]:
        """Return the other sources that dossiers hold as the same agency copy as this one, wherever they do."""
        found = self._connection.exec_driver_sql(_COPIES, (source,))
        return tuple(_held(tuple(row)) for row in found)

    def affected(self, source: str) -> tuple[AffectedSentence, ...]:
        """Return every sentence that rests on a source, each once, dossier by dossier in the order of the text.

        Of the current text that is what its last check says, of a published one what the last check before it went out
        said.
        """
        texts: dict[str, str] = {}
        found: dict[tuple[str, str], AffectedSentence] = {}
        for row in self._connection.exec_driver_sql(_AFFECTED, (source,)):
            dossier, headline, key, words, _, held, digest, start, end, published_at, current = row
            if digest not in texts:
                texts[digest] = self._text(digest)
            passage = Passage(held, start, end, texts[digest][start:end])
            known = found.get((dossier, key))
            passages = (*known.passages, passage) if known else (passage,)
            found[dossier, key] = AffectedSentence(
                dossier=dossier,
                headline=known.headline if known else headline,
                sentence=key,
                text=words,
                passages=tuple(dict.fromkeys(passages)),
                published_at=published_at,
                current=bool(current),
            )
        return tuple(found.values())

    def _text(self, digest: str) -> str:
        raw = self._connection.exec_driver_sql("SELECT raw FROM blobs WHERE sha256 = ?", (digest,)).scalar()
        return bytes(raw).decode("utf-8") if raw else ""


def _held(row: Sequence[str]) -> HeldSource:
    dossier, source, text_sha256, address, same_origin_as, label, standing = row
    return HeldSource(
        dossier=dossier,
        source=source,
        text_sha256=text_sha256,
        address=address,
        same_origin_as=same_origin_as,
        label=label,
        standing=Standing(standing),
    )

"""Evidence index: which sentence of which dossier rests on which passages of which source.

It follows from the entries, and is kept up to date in the act that stores them. It can be dropped and built again
(`rebuild`); a version of Beleg that makes it otherwise does so when it opens a record. What is asked of it:
`beleg.record.resting`.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from beleg.record.canonical import decode
from beleg.review.replay import replay
from beleg.terms.affected import Standing
from beleg.terms.events import (
    DossierOpened,
    DraftChecked,
    Entry,
    Published,
    RevisionSaved,
    SourceTakenIn,
    Withdrawn,
)
from beleg.terms.events_sources import SourceDescribed
from beleg.terms.passage import Passage
from beleg.terms.reading import BlockKind
from beleg.terms.revision import sentence_key
from beleg.terms.source_change import SourceChanged, SourceRetracted
from beleg.text.blocks import blocks

VERSION = 1
"""Goes up with every change of what stands in the index, so that it is built again where an older version of Beleg
built it.
"""

_NAME = "evidence"
_TABLES = ("evidence_passages", "evidence_sentences", "evidence_texts", "held_sources")
_Sentence = tuple[str, str, Iterable[tuple[int, int, int]]]
"""Key and words of a sentence, and the stretches of held sources it rests on."""


class EvidenceIndex:
    """The index over one connection; what it reads is as true as the connection's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, entries: Sequence[Entry]) -> None:
        """Put into the index what the last of these entries, which are all of its dossier, changes in it."""
        entry = entries[-1]
        match entry.event:
            case DossierOpened(title=title):
                self._add_text(entry.dossier, "", title)
            case SourceTakenIn():
                self._hold(entry.dossier, entry.event)
            case RevisionSaved():
                self._save(entry.dossier, entry.event)
            case DraftChecked():
                self._check(entry.dossier, entry.event)
            case Published():
                self._publish(entry)
            case Withdrawn():
                self._drop_published(entry.dossier)
            case SourceChanged() | SourceRetracted():
                self._stand(entries)
            case SourceDescribed():
                self._call(entries, entry.event.source)
            case _:
                pass

    def rebuild(self) -> int:
        """Drop the index and build it again from the entries; return how many entries there are."""
        for table in _TABLES:
            self._connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608  # names of our own
        count = 0
        opened = self._connection.exec_driver_sql(
            "SELECT dossier FROM events WHERE position = 1 ORDER BY rowid"
        )
        for (dossier,) in opened.all():
            lines = self._connection.exec_driver_sql(
                "SELECT line FROM events WHERE dossier = ? ORDER BY position", (dossier,)
            )
            entries: list[Entry] = []
            for (line,) in lines.all():
                entries.append(decode(line))
                self.note(entries)
            count += len(entries)
        self._connection.exec_driver_sql(
            "INSERT OR REPLACE INTO projections (name, version) VALUES (?, ?)", (_NAME, VERSION)
        )
        return count

    @property
    def current(self) -> bool:
        """Whether this version of the code built the index."""
        version = self._connection.exec_driver_sql("SELECT version FROM projections WHERE name = ?", (_NAME,))
        return version.scalar() == VERSION

    def _hold(self, dossier: str, event: SourceTakenIn) -> None:
        self._connection.exec_driver_sql(
            "INSERT OR IGNORE INTO held_sources (dossier, source, text_sha256, address, same_origin_as, label, standing) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                dossier,
                event.source,
                event.text_sha256,
                event.address,
                event.same_origin_as,
                _label(event),
                Standing.STANDING.value,
            ),
        )

    def _call(self, entries: Sequence[Entry], source_id: str) -> None:
        dossier = replay(entries)
        for source in dossier.sources:
            if source.source == source_id:
                self._connection.exec_driver_sql(
                    "UPDATE held_sources SET label = ? WHERE dossier = ? AND source = ?",
                    (_label(source), dossier.id, source_id),
                )

    def _stand(self, entries: Sequence[Entry]) -> None:
        dossier = replay(entries)
        retracted, replaced = dossier.retracted, dossier.replaced
        for source in {source.source for source in dossier.sources}:
            standing = Standing.RETRACTED if source in retracted else Standing.STANDING
            if standing is Standing.STANDING and source in replaced:
                standing = Standing.REPLACED
            self._connection.exec_driver_sql(
                "UPDATE held_sources SET standing = ? WHERE dossier = ? AND source = ?",
                (standing.value, dossier.id, source),
            )

    def _save(self, dossier: str, event: RevisionSaved) -> None:
        """The sentences that stay keep what they rest on until the next check; a new one rests on what it was written
        from.
        """
        text = self._current(dossier)
        known: dict[str, list[tuple[int, int, int]]] = {}
        rows = self._connection.exec_driver_sql(
            "SELECT s.key, p.held, p.start, p.end FROM evidence_sentences s JOIN evidence_passages p ON p.sentence = s.id "
            "WHERE s.text = ?",
            (text,),
        )
        for key, held, start, end in rows:
            known.setdefault(key, []).append((held, start, end))
        ids = self._ids(dossier)
        headline = next((b for b in blocks(event.content) if b.kind is BlockKind.HEADLINE), None)
        words = event.content[headline.start : headline.end] if headline else ""
        self._connection.exec_driver_sql(
            "UPDATE evidence_texts SET content_sha256 = ?, headline = coalesce(nullif(?, ''), headline) WHERE id = ?",
            (event.content_sha256, " ".join(words.split()), text),
        )
        sentences: list[_Sentence] = []
        for origin in event.sentences:
            key = sentence_key(origin.text)
            sentences.append((key, origin.text, known.get(key) or _stretches(origin.passages, ids)))
        self._write(text, sentences)

    def _check(self, dossier: str, event: DraftChecked) -> None:
        text = self._current(dossier, event.content_sha256)
        if text:
            ids = self._ids(dossier)
            checked = event.report.sentences
            self._write(text, [(sentence_key(s.text), s.text, _stretches(s.evidence, ids)) for s in checked])

    def _publish(self, entry: Entry) -> None:
        """What goes out rests on what its last check says, whatever later ones will find."""
        self._drop_published(entry.dossier)
        current = self._current(entry.dossier)
        of_text = self._connection.exec_driver_sql(
            "SELECT content_sha256, headline FROM evidence_texts WHERE id = ?", (current,)
        ).one_or_none()
        if of_text is None:
            return
        out = self._add_text(entry.dossier, entry.at, of_text.headline, of_text.content_sha256)
        rows = self._connection.exec_driver_sql(
            "SELECT s.id, s.key, s.words, p.held, p.start, p.end FROM evidence_sentences s "
            "LEFT JOIN evidence_passages p ON p.sentence = s.id WHERE s.text = ? ORDER BY s.id",
            (current,),
        )
        sentences: dict[int, tuple[str, str, list[tuple[int, int, int]]]] = {}
        for sentence, key, words, held, start, end in rows:
            _, _, stretches = sentences.setdefault(sentence, (key, words, []))
            if held is not None:
                stretches.append((held, start, end))
        self._write(out, list(sentences.values()))

    def _drop_published(self, dossier: str) -> None:
        rows = self._connection.exec_driver_sql(
            "SELECT id FROM evidence_texts WHERE dossier = ? AND published_at <> ''", (dossier,)
        )
        for (text,) in rows.all():
            self._write(text, ())
            self._connection.exec_driver_sql("DELETE FROM evidence_texts WHERE id = ?", (text,))

    def _add_text(self, dossier: str, published_at: str, headline: str, content_sha256: str = "") -> int:
        added = self._connection.exec_driver_sql(
            "INSERT INTO evidence_texts (dossier, published_at, content_sha256, headline) VALUES (?, ?, ?, ?) RETURNING id",
            (dossier, published_at, content_sha256, headline),
        )
        return int(added.scalar_one())

    def _current(self, dossier: str, content_sha256: str = "") -> int:
        """The id of the current text of a dossier, if it is this one where one is named; 0 otherwise."""
        found = self._connection.exec_driver_sql(
            "SELECT id, content_sha256 FROM evidence_texts WHERE dossier = ? AND published_at = ''",
            (dossier,),
        ).one_or_none()
        return int(found.id) if found and content_sha256 in ("", found.content_sha256) else 0

    def _ids(self, dossier: str) -> dict[str, int]:
        rows = self._connection.exec_driver_sql(
            "SELECT source, id FROM held_sources WHERE dossier = ?", (dossier,)
        )
        return {row.source: row.id for row in rows}

    def _write(self, text: int, sentences: Sequence[_Sentence]) -> None:
        """Put these sentences in the place of those the text had."""
        self._connection.exec_driver_sql(
            "DELETE FROM evidence_passages WHERE sentence IN (SELECT id FROM evidence_sentences WHERE text = ?)",
            (text,),
        )
        self._connection.exec_driver_sql("DELETE FROM evidence_sentences WHERE text = ?", (text,))
        if not sentences:
            return
        after = self._connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM evidence_sentences")
        first = int(after.scalar_one()) + 1
        self._connection.exec_driver_sql(
            "INSERT INTO evidence_sentences (id, text, key, words) VALUES (?, ?, ?, ?)",
            [(first + n, text, key, words) for n, (key, words, _) in enumerate(sentences)],
        )
        stretches = {(held, first + n, a, b) for n, s in enumerate(sentences) for held, a, b in s[2]}
        if stretches:
            self._connection.exec_driver_sql(
                "INSERT INTO evidence_passages (held, sentence, start, end) VALUES (?, ?, ?, ?)",
                sorted(stretches),
            )


def _label(source: SourceTakenIn) -> str:
    return ": ".join(part for part in (source.publisher, source.title) if part) or source.name


def _stretches(passages: Iterable[Passage], ids: dict[str, int]) -> list[tuple[int, int, int]]:
    return [(ids[one.source], one.start, one.end) for one in passages if one.source in ids]

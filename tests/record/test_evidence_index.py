"""The index of what rests on which source: as told by the record, whoever asks and whenever it was built."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleg.record.evidence_index import EvidenceIndex
from beleg.record.store import RecordStore, Role
from beleg.terms import events as ev
from beleg.terms.affected import AffectedSentence, Standing
from beleg.terms.passage import Passage
from beleg.terms.report import CheckedSentence, Report, Verdict
from beleg.terms.revision import Origin, SentenceOrigin, content_hash, sentence_key
from beleg.terms.source_change import PassageChange, SourceChanged, SourceRetracted
from tests.record.generated import histories

AT = "2026-03-01T10:00:00.000000Z"
TEXT = "Vier Euro kostet es. Im Mai öffnet es."
MEMO = "a" * 64
MAIL = "b" * 64
COST, DATE = "Es kostet vier Euro.", "Es öffnet im Mai."
ABOUT_COST = Passage(MEMO, 0, 20, "Vier Euro kostet es.")
ABOUT_DATE = Passage(MEMO, 21, 38, "Im Mai öffnet es.")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RecordStore]:
    with RecordStore.open(tmp_path / "newsroom") as store:
        yield store


def _add(store: RecordStore, event: ev.Event, dossier: str = "d-1") -> None:
    with store.act() as act:
        attach = {Role.TEXT: TEXT.encode()} if isinstance(event, ev.SourceTakenIn) else None
        act.append(dossier, event, by="p-1", at=AT, attach=attach)


def _taken_in(source: str, same_origin_as: str = "", address: str = "") -> ev.SourceTakenIn:
    return ev.SourceTakenIn(
        source=source,
        sha256=source[:64],
        item=0,
        text_sha256=sha256(TEXT.encode()).hexdigest(),
        name="memo.txt",
        title="Preise",
        publisher="Bote",
        author="",
        published="",
        captured=AT,
        address=address,
        media_type="text/plain",
        language="de",
        same_origin_as=same_origin_as,
    )


def _save(store: RecordStore, number: int, *sentences: str, passages: tuple[Passage, ...] = ()) -> str:
    content = "\n\n".join(("# Das Hallenbad", *sentences))
    origins = tuple(
        SentenceOrigin(text=text, origin=Origin.MACHINE, changed_by="p-1", passages=passages)
        for text in ("Das Hallenbad", *sentences)
    )
    digest = content_hash(content)
    _add(store, ev.RevisionSaved(number=number, content=content, content_sha256=digest, sentences=origins))
    return digest


def _check(store: RecordStore, content_sha256: str, **evidence: tuple[Passage, ...]) -> None:
    texts = {"cost": COST, "date": DATE}
    sentences = tuple(
        CheckedSentence(start=0, end=9, text=texts[name], verdict=Verdict.SUPPORTED, evidence=passages)
        for name, passages in evidence.items()
    )
    report = Report(language="de", sentences=sentences)
    _add(store, ev.DraftChecked(number=1, content_sha256=content_sha256, beleg="1", report=report))


def _publish(store: RecordStore, content_sha256: str) -> None:
    _add(
        store,
        ev.Published(number=1, content_sha256=content_sha256, page_sha256="", address="", disclosure=""),
    )


def _opened(store: RecordStore) -> str:
    _add(store, ev.DossierOpened(title="Bad", language="de"))
    _add(store, _taken_in(MEMO))
    return _save(store, 1, COST, DATE)


def _affected(store: RecordStore, source: str = MEMO) -> tuple[AffectedSentence, ...]:
    with store.resting() as resting:
        return resting.affected(source)


def test_what_rests_on_a_source_is_what_the_last_check_says(store: RecordStore) -> None:
    content = _opened(store)
    assert _affected(store) == ()
    _check(store, content, cost=(ABOUT_COST,), date=(ABOUT_DATE, ABOUT_COST))
    cost, date = _affected(store)
    assert cost == AffectedSentence(
        dossier="d-1",
        headline="Das Hallenbad",
        sentence=sentence_key(COST),
        text=COST,
        passages=(ABOUT_COST,),
        published_at="",
        current=True,
    )
    assert date.passages == (ABOUT_COST, ABOUT_DATE)
    assert _affected(store, MAIL) == ()
    _check(store, content, cost=(), date=(ABOUT_DATE,))
    assert [one.text for one in _affected(store)] == [DATE]


def test_a_published_sentence_rests_on_what_it_went_out_with(store: RecordStore) -> None:
    content = _opened(store)
    _check(store, content, cost=(ABOUT_COST,), date=(ABOUT_DATE,))
    _publish(store, content)
    _check(store, content, cost=(), date=(ABOUT_DATE,))
    assert [(one.text, one.published_at, one.current) for one in _affected(store)] == [
        (DATE, AT, True),
        (COST, AT, True),
    ]
    new = _save(store, 2, "Es kostet fünf Euro.", DATE)
    assert [(one.text, one.published_at, one.current) for one in _affected(store)] == [
        (DATE, AT, True),
        (COST, AT, False),
    ]
    _check(store, new, date=())
    assert {one.text for one in _affected(store)} == {COST, DATE}
    _publish(store, new)
    assert _affected(store) == ()


def test_an_untouched_sentence_keeps_its_evidence_until_the_next_check(store: RecordStore) -> None:
    content = _opened(store)
    _check(store, content, cost=(ABOUT_COST,), date=(ABOUT_DATE,))
    _save(store, 2, COST)
    assert [one.text for one in _affected(store)] == [COST]


def test_a_machine_sentence_rests_on_what_it_was_written_from(store: RecordStore) -> None:
    _opened(store)
    _save(store, 2, "Vier Euro kostet es.", passages=(ABOUT_COST, Passage(MAIL, 0, 4, "Vier")))
    assert [one.passages for one in _affected(store)] == [(ABOUT_COST,), (ABOUT_COST,)]


def test_the_standing_of_a_source(store: RecordStore) -> None:
    _opened(store)
    _add(store, _taken_in(MAIL))

    def standings() -> dict[str, Standing]:
        with store.resting() as resting:
            return {held.source: held.standing for held in resting.held()}

    assert standings() == {MEMO: Standing.STANDING, MAIL: Standing.STANDING}
    change = PassageChange(ABOUT_COST, None)
    _add(store, SourceChanged(source=MEMO, new=MAIL, passages=(change,), added=()))
    assert standings() == {MEMO: Standing.REPLACED, MAIL: Standing.STANDING}
    _add(store, SourceRetracted(source=MAIL, by_publisher=False, reason="Falsch."))
    assert standings() == {MEMO: Standing.STANDING, MAIL: Standing.RETRACTED}


def test_a_source_is_found_wherever_it_is_held(store: RecordStore) -> None:
    _opened(store)
    _add(store, _taken_in(MAIL, same_origin_as=MEMO, address="https://bote.example/preise"))
    _add(store, ev.DossierOpened(title="Zweites", language="de"), "d-2")
    _add(store, _taken_in(MEMO), "d-2")
    third = "c" * 64
    _add(store, _taken_in(third, same_origin_as=MEMO), "d-2")
    with store.resting() as resting:
        assert [held.dossier for held in resting.held(MEMO)] == ["d-1", "d-2"]
        assert [held.source for held in resting.held(address="https://bote.example/preise")] == [MAIL]
        digest = sha256(TEXT.encode()).hexdigest()
        assert len(resting.held(text_sha256=digest)) == 4
        assert [(held.dossier, held.source) for held in resting.copies(MEMO)] == [
            ("d-1", MAIL),
            ("d-2", third),
        ]
        assert [held.source for held in resting.copies(third)] == [MEMO]
        assert resting.held(MAIL)[0].label == "Bote: Preise"


def test_the_index_is_built_when_a_record_without_one_is_opened(tmp_path: Path) -> None:
    with RecordStore.open(tmp_path) as store:
        content = _opened(store)
        _check(store, content, cost=(ABOUT_COST,))
        expected = _affected(store)
        with store.act() as act:
            act.connection.exec_driver_sql("DELETE FROM projections")
            for table in ("evidence_passages", "evidence_sentences", "evidence_texts", "held_sources"):
                act.connection.exec_driver_sql(f"DELETE FROM {table}")
        assert _affected(store) == ()
    with RecordStore.open(tmp_path) as store:
        assert _affected(store) == expected != ()


def test_an_act_that_fails_leaves_no_trace_in_the_index(store: RecordStore) -> None:
    content = _opened(store)
    _check(store, content, cost=(ABOUT_COST,))
    before = _rows(store)

    class StumbledError(Exception):
        pass

    with pytest.raises(StumbledError), store.act() as act:
        act.append("d-1", _taken_in(MAIL), by="p-1", at=AT)
        raise StumbledError
    assert _rows(store) == before


def _rows(store: RecordStore) -> list[list[tuple[object, ...]]]:
    """What stands in the index, without the numbers its rows happen to have."""
    queries = (
        "SELECT dossier, source, text_sha256, address, same_origin_as, label, standing FROM held_sources",
        "SELECT dossier, published_at, content_sha256, headline FROM evidence_texts",
        "SELECT t.dossier, t.published_at, s.key, s.words FROM evidence_sentences s JOIN evidence_texts t ON t.id = s.text",
        "SELECT t.dossier, t.published_at, s.key, h.source, p.start, p.end FROM evidence_passages p "
        "JOIN evidence_sentences s ON s.id = p.sentence JOIN evidence_texts t ON t.id = s.text "
        "JOIN held_sources h ON h.id = p.held",
    )
    with store.act() as act:
        return [sorted(tuple(row) for row in act.connection.exec_driver_sql(query)) for query in queries]


@settings(max_examples=25, deadline=None)
@given(st.lists(histories, min_size=1, max_size=2))
def test_the_index_built_anew_is_the_one_that_grew(dossiers: list[list[ev.Event]]) -> None:
    with TemporaryDirectory() as folder, RecordStore.open(Path(folder)) as store:
        for number, events in enumerate(dossiers):
            for event in events:
                with store.act() as act:
                    act.append(f"d-{number}", event, by="p-1", at=AT)
        grown = _rows(store)
        with store.act() as act:
            EvidenceIndex(act.connection).rebuild()
        assert _rows(store) == grown

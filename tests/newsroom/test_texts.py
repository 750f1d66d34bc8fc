import multiprocessing
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from beleg.newsroom import writing
from beleg.newsroom.house import Newsroom
from beleg.pipeline import check_draft
from beleg.record.canonical import encode
from beleg.record.chain import breaks
from beleg.terms.dossier import Dossier
from beleg.terms.events import DraftChecked, RevisionSaved
from beleg.terms.refusal import Error
from beleg.terms.report import Report, Verdict
from beleg.terms.revision import Origin, Revision, SentenceOrigin, content_hash
from beleg.terms.source import Source
from tests.newsroom.town import (
    COSTS,
    DECIDED,
    HEADLINE,
    INVENTED,
    SAID,
    SUPPORTED,
    Town,
    mail,
    report,
    text,
    town,
)


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


def _revisions(pool: Town) -> tuple[Revision, ...]:
    return pool.house.dossier(pool.dossier).revisions


def test_a_saved_text_is_a_revision_with_its_sentences(pool: Town) -> None:
    revision = pool.house.save(pool.dossier, SUPPORTED, by=pool.ida.id)
    assert (revision.number, revision.content, revision.by) == (1, SUPPORTED, pool.ida.id)
    assert revision.content_sha256 == content_hash(SUPPORTED)
    assert [origin.text for origin in revision.sentences] == [HEADLINE, DECIDED, COSTS, SAID]
    assert {(origin.origin, origin.changed_by) for origin in revision.sentences} == {
        (Origin.PERSON, pool.ida.id)
    }


def test_the_line_ends_of_a_browser_change_nothing(pool: Town) -> None:
    first = pool.house.save(pool.dossier, SUPPORTED, by=pool.ida.id)
    again = pool.house.save(pool.dossier, SUPPORTED.replace("\n", "\r\n"), by=pool.ole.id)
    assert again == first
    assert len(_revisions(pool)) == 1


def test_an_edit_leaves_the_origin_of_what_it_does_not_touch(pool: Town) -> None:
    pool.house.save(pool.dossier, SUPPORTED, by=pool.ida.id)
    revision = pool.house.save(pool.dossier, text(DECIDED, INVENTED, SAID), by=pool.ole.id)
    assert [origin.changed_by == pool.ole.id for origin in revision.sentences] == [False, False, True, False]


def test_a_stale_base_is_refused_and_nothing_is_lost(pool: Town) -> None:
    base = pool.house.save(pool.dossier, SUPPORTED, by=pool.ida.id).content_sha256
    theirs = pool.house.save(pool.dossier, text(DECIDED), by=pool.ole.id, base=base)
    with pytest.raises(Error, match="changed by somebody else meanwhile; nothing was saved"):
        pool.house.save(pool.dossier, text(COSTS), by=pool.ute.id, base=base)
    assert [r.content for r in _revisions(pool)] == [SUPPORTED, theirs.content]
    pool.house.save(pool.dossier, text(COSTS), by=pool.ute.id, base=theirs.content_sha256)


def test_a_base_without_a_draft_is_stale(pool: Town) -> None:
    with pytest.raises(Error, match="nothing was saved"):
        pool.house.save(pool.dossier, SUPPORTED, by=pool.ida.id, base="0" * 64)


def test_of_two_threads_with_the_same_base_one_saves(pool: Town) -> None:
    base = pool.house.save(pool.dossier, SUPPORTED, by=pool.ida.id).content_sha256
    outcomes: list[str] = []
    gate = threading.Barrier(4)

    def edit(sentence: str) -> None:
        gate.wait(30)
        try:
            pool.house.save(pool.dossier, text(sentence), by=pool.ole.id, base=base)
            outcomes.append("saved")
        except Error as why:
            outcomes.append(str(why))

    threads = [threading.Thread(target=edit, args=(f"Fassung {number}.",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(outcomes)[-1] == "saved"
    assert outcomes.count("saved") == 1
    assert len(outcomes) == 4
    assert len(_revisions(pool)) == 2


def _edit(folder: Path, dossier: str, by: str, base: str, number: int) -> None:
    import sys

    with Newsroom.open(folder, create=False) as house:
        try:
            house.save(dossier, text(f"Fassung {number}."), by=by, base=base)
        except Error:
            sys.exit(3)


def test_of_two_processes_with_the_same_base_one_saves(pool: Town) -> None:
    base = pool.house.save(pool.dossier, SUPPORTED, by=pool.ida.id).content_sha256
    start = multiprocessing.get_context("spawn")
    editors = [
        start.Process(target=_edit, args=(pool.folder, pool.dossier, pool.ole.id, base, number))
        for number in range(2)
    ]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join(120)
    assert sorted(editor.exitcode or 0 for editor in editors) == [0, 3]
    assert len(_revisions(pool)) == 2
    assert breaks([encode(entry) for entry in pool.house.entries(pool.dossier)]) == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "The text is empty"),
        (" \r\n ", "The text is empty"),
        ("Ein \ud800.", "a character that is none"),
        ("Ein \0.", "a character that is none"),
        ("x" * (writing.LONGEST_CONTENT + 1), "has 200001 characters; at most 200000"),
    ],
)
def test_a_text_that_cannot_be_kept_is_refused(pool: Town, content: str, reason: str) -> None:
    with pytest.raises(Error, match=reason):
        pool.house.save(pool.dossier, content, by=pool.ida.id)
    assert _revisions(pool) == ()


def test_a_machines_draft_tells_where_every_sentence_comes_from(pool: Town) -> None:
    pool.house.take_in(pool.dossier, [report()], by=pool.ida.id)
    revision = pool.house.draft(pool.dossier, by=pool.ole.id, sentences=2)
    assert revision.by == pool.ole.id
    assert revision.sentences
    for origin in revision.sentences:
        assert origin.origin is not Origin.PERSON
        assert origin.changed_by == pool.ole.id
        assert origin.engine
        assert origin.text in revision.content
    assert pool.house.review(pool.dossier).authors == (pool.ole.id,)


def test_a_machines_draft_keeps_to_the_sources_it_was_given(pool: Town) -> None:
    pool.house.take_in(pool.dossier, [report(), mail()], by=pool.ida.id)
    revision = pool.house.draft(pool.dossier, by=pool.ole.id, source_ids=[mail().id])
    assert {p.source for origin in revision.sentences for p in origin.passages} == {mail().id}


def test_a_machines_draft_needs_sources(pool: Town) -> None:
    with pytest.raises(Error, match="no sources to write from"):
        pool.house.draft(pool.dossier, by=pool.ida.id)
    pool.house.take_in(pool.dossier, [report()], by=pool.ida.id)
    with pytest.raises(Error, match="no source abc"):
        pool.house.draft(pool.dossier, by=pool.ida.id, source_ids=["abc"])
    with pytest.raises(Error, match="A draft of 0 sentences"):
        pool.house.draft(pool.dossier, by=pool.ida.id, sentences=0)


def test_the_machine_does_not_overwrite_what_was_saved_meanwhile(
    pool: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool.house.take_in(pool.dossier, [report()], by=pool.ida.id)
    real = writing.by_machine

    def slow(
        dossier: Dossier,
        content: str,
        sentences: Sequence[str],
        written: Sequence[SentenceOrigin],
        *,
        by: str,
    ) -> RevisionSaved:
        pool.house.save(pool.dossier, SUPPORTED, by=pool.ida.id)
        return real(dossier, content, sentences, written, by=by)

    monkeypatch.setattr(writing, "by_machine", slow)
    with pytest.raises(Error, match="the machine's was not kept"):
        pool.house.draft(pool.dossier, by=pool.ole.id)
    assert [revision.content for revision in _revisions(pool)] == [SUPPORTED]


def test_sentences_that_are_read_otherwise_than_the_machine_wrote_them_keep_their_origin(pool: Town) -> None:
    written = [
        SentenceOrigin(text=f"{DECIDED} {COSTS}", origin=Origin.MACHINE, changed_by="", engine="Setzer 1")
    ]
    dossier = pool.house.dossier(pool.dossier)
    event = writing.by_machine(dossier, f"{DECIDED} {COSTS}", [DECIDED, COSTS], written, by="p-1")
    assert [(o.text, o.engine, o.changed_by) for o in event.sentences] == [
        (DECIDED, "Setzer 1", "p-1"),
        (COSTS, "Setzer 1", "p-1"),
    ]
    with pytest.raises(Error, match="does not say where all its sentences come from"):
        writing.by_machine(dossier, SAID, [SAID], written, by="p-1")


def test_a_check_goes_into_the_record(pool: Town) -> None:
    pool.prepare(text(DECIDED, INVENTED))
    last = pool.house.entries(pool.dossier)[-1]
    assert isinstance(last.event, DraftChecked)
    assert last.by == pool.ida.id
    verdicts = {sentence.text: sentence.verdict for sentence in last.event.report.sentences}
    assert verdicts[DECIDED] is Verdict.SUPPORTED
    assert verdicts[INVENTED] is Verdict.UNSUPPORTED
    assert last.event.report.sources == (report().id,)


def test_the_sentences_of_the_check_are_those_of_the_revision(pool: Town) -> None:
    pool.prepare(text(f"{DECIDED} {COSTS}", "## Ein Verein", "- Erstens.\n- Zweitens.", f"{SAID}\nUnd nun?"))
    dossier = pool.house.dossier(pool.dossier)
    assert dossier.current is not None
    assert dossier.last_check is not None
    checked = [sentence.text for sentence in dossier.last_check.report.sentences]
    assert checked == [origin.text for origin in dossier.current.sentences]


def test_the_same_check_twice_is_kept_once(pool: Town) -> None:
    pool.prepare()
    before = pool.house.entries(pool.dossier)
    assert (
        pool.house.check(pool.dossier, by=pool.ole.id) == pool.house.dossier(pool.dossier).checks[-1].report
    )
    assert pool.house.entries(pool.dossier) == before
    pool.house.take_in(pool.dossier, [mail()], by=pool.ida.id)
    pool.house.check(pool.dossier, by=pool.ole.id)
    assert len(pool.house.entries(pool.dossier)) == len(before) + 2


def test_a_check_overtaken_by_an_edit_is_not_kept(pool: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    pool.prepare()

    def slow(*_: object, **__: object) -> Report:
        pool.house.save(pool.dossier, text(COSTS), by=pool.ole.id)
        return Report(language="de")

    monkeypatch.setattr("beleg.newsroom.checking._report", slow)
    with pytest.raises(Error, match="changed by somebody else meanwhile; check again"):
        pool.house.check(pool.dossier, by=pool.ida.id)
    assert isinstance(pool.house.entries(pool.dossier)[-1].event, RevisionSaved)


def test_a_text_that_was_looked_at_is_not_checked_anew_when_it_is_saved(
    pool: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool.prepare()
    compared: list[str] = []

    def counted(draft: Source, sources: Sequence[Source], **settings: Any) -> Report:
        compared.append(draft.text)
        return check_draft(draft, sources, **settings)

    monkeypatch.setattr("beleg.newsroom.checking.check_draft", counted)
    now = text("Das Bad in Ahrenkamp öffnet im Juni des Jahres wieder.")
    looked = pool.house.look(pool.dossier, now, by=pool.ida.id)
    base = pool.house.dossier(pool.dossier).revisions[-1].content_sha256
    saved = pool.house.save_merged(pool.dossier, now, by=pool.ida.id, base=base)
    assert compared == [saved.revision.content] == [looked.revision.content]
    dossier = pool.house.dossier(pool.dossier)
    assert [sentence.verdict for sentence in dossier.checks[-1].report.sentences] == [
        reviewed.sentence.verdict for reviewed in looked.review.sentences
    ]


def test_without_a_draft_there_is_nothing_to_check(pool: Town) -> None:
    with pytest.raises(Error, match="there is no draft yet"):
        pool.house.check(pool.dossier, by=pool.ida.id)


@pytest.mark.parametrize(
    ("title", "language", "reason"),
    [
        (" ", "de", "title of a dossier must have 1 to 300"),
        ("x" * 301, "de", "title of a dossier must have 1 to 300"),
        ("Titel", "tlh", "does not read the language “tlh”"),
        ("Titel", "", "does not read the language “”"),
        ("\ud800", "de", "half a character"),
    ],
)
def test_a_dossier_that_cannot_be_is_refused(pool: Town, title: str, language: str, reason: str) -> None:
    with pytest.raises(Error, match=reason):
        pool.house.open_dossier(title, language, by=pool.ida.id)
    assert [dossier.id for dossier in pool.house.dossiers()] == [pool.dossier]


def test_an_unknown_dossier_is_refused(pool: Town) -> None:
    with pytest.raises(Error, match="There is no dossier d-0 in this newsroom"):
        pool.house.dossier("d-0")
    with pytest.raises(Error, match="There is no dossier d-0"):
        pool.house.dismiss("d-0", "k", "Weil.", by=pool.ida.id)


def test_who_acts_must_have_an_account(pool: Town) -> None:
    with pytest.raises(Error, match="no account p-0"):
        pool.house.save(pool.dossier, SUPPORTED, by="p-0")
    assert _revisions(pool) == ()


@pytest.mark.parametrize("stale", [True, False])
def test_telling_whose_words_they_are_holds_nobody_up_and_misses_nothing(
    pool: Town, monkeypatch: pytest.MonkeyPatch, stale: bool
) -> None:
    base = pool.house.save(pool.dossier, SUPPORTED, by=pool.ida.id).content_sha256
    real = writing.by_person
    told: list[int] = []

    def told_meanwhile(dossier: Dossier, content: str, sentences: Sequence[str], *, by: str) -> RevisionSaved:
        told.append(len(dossier.revisions))
        if (
            len(told) == 1
        ):  # somebody else saves while it is being told; with the record held, this would hang
            with Newsroom.open(pool.folder, create=False) as other:
                other.save(pool.dossier, text(DECIDED, INVENTED), by=pool.ole.id)
        return real(dossier, content, sentences, by=by)

    monkeypatch.setattr(writing, "by_person", told_meanwhile)
    if stale:
        with pytest.raises(Error, match="changed by somebody else meanwhile; nothing was saved"):
            pool.house.save(pool.dossier, text(INVENTED, COSTS), by=pool.ute.id, base=base)
        assert len(_revisions(pool)) == 2
        return
    saved = pool.house.save(pool.dossier, text(INVENTED, COSTS), by=pool.ute.id)
    assert [origin.changed_by for origin in saved.sentences] == [pool.ida.id, pool.ole.id, pool.ida.id]
    assert (saved.number, told) == (3, [1, 1, 2])


def test_a_machines_sentences_stay_its_own_over_a_detour(pool: Town) -> None:
    pool.house.take_in(pool.dossier, [report()], by=pool.ida.id)
    written = pool.house.draft(pool.dossier, by=pool.ida.id)
    pool.house.save(pool.dossier, "# Platzhalter\n", by=pool.ida.id)
    changed = written.content.replace("4,2", "4,3").replace("Dienstag", "Mittwoch")
    saved = pool.house.save(pool.dossier, changed, by=pool.ida.id)
    assert all(origin.engine for origin in saved.sentences)

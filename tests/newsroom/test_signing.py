import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beleg.newsroom import going_out
from beleg.newsroom.house import Newsroom, Refused
from beleg.newsroom.verification import verify
from beleg.publishing import outputs
from beleg.publishing.bundle import unpack
from beleg.publishing.targets.page import render
from beleg.record.canonical import decode, encode
from beleg.record.chain import breaks
from beleg.record.signed_note import Verifier
from beleg.review.assessment import blocks
from beleg.review.judging import to_judge
from beleg.review.replay import replay
from beleg.review.signing import obstacles_to_publishing
from beleg.terms.events import Published, RevisionSaved, SignedOff
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle, SentenceState
from beleg.terms.revision import sentence_key
from tests.newsroom.judged import judge_all, sign_judged
from tests.newsroom.town import COSTS, DECIDED, INVENTED, SAID, SUPPORTED, Town, mail, report, text, town


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


def _refused(pool: Town, by: str, content: str) -> tuple[Obstacle, ...]:
    before = pool.house.entries(pool.dossier)
    with pytest.raises(Refused) as refusal:
        pool.house.sign_off(pool.dossier, content, by=by)
    assert pool.house.entries(pool.dossier) == before
    assert refusal.value.obstacles == pool.house.obstacles_to_signing(pool.dossier, by=by)
    return refusal.value.obstacles


def _publishing_refused(pool: Town) -> tuple[Obstacle, ...]:
    before = pool.house.entries(pool.dossier)
    with pytest.raises(Refused) as refusal:
        pool.house.publish(pool.dossier, by=pool.ole.id)
    assert pool.house.entries(pool.dossier) == before
    return refusal.value.obstacles


def test_the_author_cannot_sign_and_another_can(pool: Town) -> None:
    content = pool.prepare()
    assert _refused(pool, pool.ida.id, content) == (Obstacle.OWN_TEXT,)
    signed = sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    assert (signed.by, signed.event) == (pool.ole.id, SignedOff(number=1, content_sha256=content))
    assert pool.house.sign_off_in_force(pool.dossier) == signed


def test_an_editor_who_changed_a_word_cannot_sign_until_it_is_taken_back(pool: Town) -> None:
    content = pool.prepare()
    changed = pool.write(SUPPORTED.replace("Dienstag", "Dienstagabend"), by=pool.ole.id)
    assert Obstacle.OWN_TEXT in _refused(pool, pool.ole.id, changed)
    pool.write(SUPPORTED, by=pool.ole.id)
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)


def test_who_ordered_the_machines_draft_cannot_sign_it(pool: Town) -> None:
    pool.house.take_in(pool.dossier, [replace(report(), media_type="text/html")], by=pool.ida.id)
    content = pool.house.draft(pool.dossier, by=pool.ole.id).content_sha256
    pool.house.check(pool.dossier, by=pool.ole.id)
    assert Obstacle.OWN_TEXT in _refused(pool, pool.ole.id, content)


def test_only_what_was_read_is_signed(pool: Town) -> None:
    content = pool.prepare()
    pool.write(text(DECIDED), by=pool.ute.id)
    with pytest.raises(Error, match="no longer the one that was to be signed; nothing was signed"):
        pool.house.sign_off(pool.dossier, content, by=pool.ole.id)
    with pytest.raises(Error, match="nothing was signed"):
        pool.house.sign_off(pool.dossier, "", by=pool.ole.id)
    assert pool.house.dossier(pool.dossier).sign_offs == ()


def test_what_is_open_has_to_be_decided_first(pool: Town) -> None:
    content = pool.prepare(text(DECIDED, INVENTED))
    assert _refused(pool, pool.ole.id, content) == (Obstacle.OPEN_FINDINGS, Obstacle.OPEN_SENTENCES)
    with pytest.raises(Error, match="reason is needed"):
        pool.house.confirm(pool.dossier, sentence_key(INVENTED), " ", by=pool.ida.id)
    pool.house.confirm(pool.dossier, sentence_key(INVENTED), "Selbst gesehen.", by=pool.ida.id)
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)


def test_a_finding_is_dismissed_by_somebody_else_than_who_passed_it_on(pool: Town) -> None:
    pool.prepare(text(DECIDED, COSTS.replace("4,2", "5,7")))
    (found,) = (f for f in pool.house.review(pool.dossier).findings if f.finding.check == "number_changed")
    pool.house.escalate(pool.dossier, found.key, "Die Stadt fragen.", by=pool.ida.id)
    with pytest.raises(Error, match="Who passed a finding on cannot settle it"):
        pool.house.dismiss(pool.dossier, found.key, "Stimmt schon.", by=pool.ida.id)
    judge_all(pool.house, pool.dossier, by=pool.ole.id)
    pool.house.dismiss(pool.dossier, found.key, "Neue Rechnung der Stadt.", by=pool.ole.id)
    assert pool.house.review(pool.dossier).open_findings == 0


def test_without_a_draft_nothing_is_signed_or_published(pool: Town) -> None:
    assert _refused(pool, pool.ole.id, "") == (Obstacle.NO_DRAFT,)
    assert _publishing_refused(pool) == (Obstacle.NO_DRAFT, Obstacle.NOT_SIGNED)
    with pytest.raises(Error, match="has not been published"):
        pool.house.page(pool.dossier)


def test_nothing_unsigned_goes_out(pool: Town) -> None:
    pool.prepare()
    assert _publishing_refused(pool) == (Obstacle.NOT_SIGNED,)


def test_an_edit_after_the_sign_off_reopens_what_it_touched_and_blocks_publication(pool: Town) -> None:
    content = pool.prepare()
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    edited = "Die Arbeiten sollen 4,2 Millionen Euro kosten und im Mai beginnen."
    changed = pool.write(text(DECIDED, edited, SAID), by=pool.ute.id)
    assert pool.house.sign_off_in_force(pool.dossier) is None
    assert Obstacle.NOT_SIGNED in _publishing_refused(pool)
    states = {s.sentence.text: s.state for s in pool.house.review(pool.dossier).sentences}
    assert [words for words, state in states.items() if state is SentenceState.REOPENED] == [edited]
    for found in pool.house.review(pool.dossier).findings:
        pool.house.dismiss(pool.dossier, found.key, "Im Beschluss gelesen.", by=pool.ute.id)
    pool.house.confirm(pool.dossier, sentence_key(edited), "Im Beschluss gelesen.", by=pool.ute.id)
    assert _publishing_refused(pool) == (Obstacle.NOT_SIGNED,)
    sign_judged(pool.house, pool.dossier, changed, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id)


def test_a_source_taken_in_after_the_sign_off_asks_for_a_check_and_another_signature(pool: Town) -> None:
    content = pool.prepare()
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    pool.house.take_in(pool.dossier, [mail()], by=pool.ida.id)
    assert _publishing_refused(pool) == (Obstacle.NOT_CHECKED, Obstacle.NOT_SIGNED)
    pool.house.check(pool.dossier, by=pool.ida.id)
    assert _publishing_refused(pool) == (Obstacle.NOT_SIGNED,)  # who signed has not seen that source
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id)


def test_a_text_without_a_headline_is_not_signed(pool: Town) -> None:
    content = pool.prepare(DECIDED)
    assert _refused(pool, pool.ole.id, content) == (Obstacle.NO_HEADLINE,)
    assert _publishing_refused(pool) == (Obstacle.NO_HEADLINE, Obstacle.NOT_SIGNED)


def _publish(pool: Town, address: str = "") -> None:
    content = pool.prepare()
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id, address=address)


def test_page_and_bundle_come_back_byte_for_byte_and_verify(pool: Town) -> None:
    _publish(pool, "https://www.muehlrieder-bote.example/hallenbad")
    page, bundle = pool.house.page(pool.dossier), pool.house.bundle(pool.dossier)
    entries = pool.house.entries(pool.dossier)
    published = entries[-1].event
    assert isinstance(published, Published)
    before, people = replay(entries[:-1]), pool.house.accounts()
    sign_off, log = pool.house.statement(pool.dossier), unpack(bundle).log
    release = going_out.release_of(
        before,
        people,
        at=entries[-1].at,
        address=published.address,
        sign_off=sign_off,
        newsroom_key=Verifier.of(log.key.decode().rstrip()).public,
    )
    assert render(release) == page
    made = {form.target: pool.house.output(pool.dossier, form.target) for form in outputs.FORMS}
    assert outputs.of_article(release).items() <= made.items()
    again = going_out.GoingOut(page=page, outputs=made, event=published)
    assert going_out.bundle_after(entries, people, again, sign_off=sign_off, log=log) == bundle
    verification = verify(bundle)
    assert [step for step in verification.steps if not step.passed] == []
    assert verification.head == entries[-1].hash
    pool.house.close()
    with Newsroom.open(pool.folder, create=False) as reopened:
        assert (reopened.page(pool.dossier), reopened.bundle(pool.dossier)) == (page, bundle)


def test_a_machines_draft_goes_the_whole_way(pool: Town) -> None:
    pool.house.take_in(pool.dossier, [replace(report(), media_type="text/html")], by=pool.ida.id)
    content = pool.house.draft(pool.dossier, by=pool.ida.id).content_sha256
    pool.house.check(pool.dossier, by=pool.ida.id)
    for sentence in pool.house.review(pool.dossier).sentences:
        if sentence.state is SentenceState.OPEN:
            pool.house.confirm(pool.dossier, sentence.key, "Verglichen.", by=pool.ute.id)
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id)
    assert verify(pool.house.bundle(pool.dossier)).passed


def test_publishing_twice_is_publishing_once(pool: Town) -> None:
    _publish(pool)
    before = pool.house.entries(pool.dossier)
    again = pool.house.publish(pool.dossier, by=pool.ute.id)
    assert again == pool.house.dossier(pool.dossier).publications[0]
    assert pool.house.entries(pool.dossier) == before
    pool.house.publish(pool.dossier, by=pool.ole.id, address="https://bote.example/1")
    assert len(pool.house.dossier(pool.dossier).publications) == 2
    assert verify(pool.house.bundle(pool.dossier)).passed


def test_two_who_publish_at_once_publish_once(pool: Town) -> None:
    content = pool.prepare()
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    threads = [
        threading.Thread(target=pool.house.publish, args=(pool.dossier,), kwargs={"by": pool.ole.id})
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(pool.house.dossier(pool.dossier).publications) == 1


def test_what_was_published_stays_when_the_text_goes_on(pool: Town) -> None:
    _publish(pool)
    page, bundle = pool.house.page(pool.dossier), pool.house.bundle(pool.dossier)
    pool.write(text(DECIDED), by=pool.ute.id)
    assert (pool.house.page(pool.dossier), pool.house.bundle(pool.dossier)) == (page, bundle)
    assert Obstacle.NOT_SIGNED in _publishing_refused(pool)


def test_a_publication_that_fails_in_the_middle_leaves_nothing(
    pool: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = pool.prepare()
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    before = pool.house.entries(pool.dossier)

    def broken(*_: object, **__: object) -> bytes:
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(going_out, "bundle_after", broken)
        with pytest.raises(MemoryError):
            pool.house.publish(pool.dossier, by=pool.ole.id)
    assert pool.house.entries(pool.dossier) == before
    pool.house.publish(pool.dossier, by=pool.ole.id)


def test_an_address_that_is_none_of_the_web_is_refused(pool: Town) -> None:
    content = pool.prepare()
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    with pytest.raises(Error, match=r"javascript:alert.* not an address of the web"):
        pool.house.publish(pool.dossier, by=pool.ole.id, address="javascript:alert(1)")
    assert pool.house.dossier(pool.dossier).publications == ()


def test_the_record_holds_no_name_of_a_person(pool: Town) -> None:
    _publish(pool)
    lines = b"\n".join(
        encode(e) for e in pool.house.entries(pool.dossier) if not isinstance(e.event, Published)
    )
    assert pool.ida.id.encode() in lines
    assert not any(account.name.encode() in lines for account in pool.house.accounts())


TEXTS = (SUPPORTED, text(DECIDED), text(DECIDED, INVENTED), text(SAID, COSTS.replace("4,2", "5,7")))
WAY = ("check", "decide", "sign", "publish")
kinds = st.sampled_from(
    [
        ("save",),
        ("save", *WAY),
        ("source",),
        ("escalate",),
        WAY,
        WAY[:3],
        ("decide",),
        WAY[2:],
        ("judge", *WAY[2:]),
    ]
)
acts = st.lists(
    st.tuples(kinds, st.integers(0, 2), st.integers(0, 2), st.integers(0, len(TEXTS) - 1)),
    min_size=2,
    max_size=8,
)
"""What one person begins and another, or the same, finishes."""


def _act(pool: Town, act: str, by: str, number: int) -> None:
    house, dossier = pool.house, pool.dossier
    current = house.dossier(dossier).current
    review = house.review(dossier)
    match act:
        case "save":
            house.save(dossier, TEXTS[number], by=by)
        case "check":
            house.check(dossier, by=by)
        case "source":
            house.take_in(dossier, [(report(), mail())[number % 2]], by=by)
        case "judge":
            judge_all(house, dossier, by=by)
        case "decide":
            judge_all(house, dossier, by=by)
            for sentence in review.sentences:
                if sentence.state in (SentenceState.OPEN, SentenceState.REOPENED):
                    house.confirm(dossier, sentence.key, "Gesehen.", by=by)
            for found in filter(blocks, house.review(dossier).findings):
                house.dismiss(dossier, found.key, "Nachgefragt.", by=by)
        case "escalate":
            for found in review.findings[:1]:
                house.escalate(dossier, found.key, "Unklar.", by=by)
        case "sign":
            house.sign_off(dossier, current.content_sha256 if current else "", by=by)
        case "publish":
            house.publish(dossier, by=by)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts)
def test_whatever_people_do_the_record_rebuilds_the_state_and_nothing_unsigned_is_out(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[tuple[str, ...], int, int, int]]
) -> None:
    with town(tmp_path_factory.mktemp("town") / "newsroom") as pool:
        people = (pool.ida.id, pool.ole.id, pool.ute.id)
        pool.prepare()
        for kind, first, second, number in drawn:
            for place, act in enumerate(kind):
                before = pool.house.entries(pool.dossier)
                try:
                    _act(pool, act, people[second if place else first], number)
                except Error:
                    assert act == "decide" or pool.house.entries(pool.dossier) == before
        entries = pool.house.entries(pool.dossier)
        state = pool.house.dossier(pool.dossier)
        lines = [encode(entry) for entry in entries]
    with Newsroom.open(pool.folder, create=False) as again:
        assert again.dossier(pool.dossier) == state == replay(decode(line) for line in lines)
        assert [encode(entry) for entry in again.entries(pool.dossier)] == lines
    assert breaks(lines) == ()
    for place, entry in enumerate(entries):
        if isinstance(entry.event, SignedOff):
            saved = [
                (e.event.content_sha256, e.by) for e in entries[:place] if isinstance(e.event, RevisionSaved)
            ]
            texts = [content for content, _ in saved]
            assert texts[-1] == entry.event.content_sha256
            assert entry.by not in {by for _, by in saved[: texts.index(texts[-1]) + 1]}
            assert to_judge(replay(entries[:place]), entry.by) == ()
        if isinstance(entry.event, Published):
            assert obstacles_to_publishing(replay(entries[:place]), entries[place].at) == ()
            signed = [e.event.content_sha256 for e in entries[:place] if isinstance(e.event, SignedOff)]
            assert entry.event.content_sha256 == signed[-1]

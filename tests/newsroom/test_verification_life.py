"""Verification of what happens to an article: a key, a log, a note, an embargo or a withdrawal that is not as it should
be.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleg.newsroom.verification import Step, Verification, verify, what_in
from beleg.newsroom.verification_about import about_lines
from beleg.newsroom.verification_words import WORDS
from beleg.publishing import archive, bundle, withdrawal_bundle
from beleg.publishing.bundle import Bundle, LogMembers
from beleg.publishing.damaged import Damaged
from beleg.publishing.dsse import seal
from beleg.publishing.withdrawal_bundle import WithdrawalBundle
from beleg.publishing.words import headline_of, shown_blocks
from beleg.record.canonical import decode, encode
from beleg.record.chain import link
from beleg.record.keys import STREAM, first_key
from beleg.record.newsroom_key import NewsroomKey
from beleg.terms.continued import Continued
from beleg.terms.events import (
    CorrectionNoted,
    EmbargoSet,
    Entry,
    Published,
    SentenceConfirmed,
    SignedOff,
    Withdrawn,
)
from beleg.terms.revision import sentence_key
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import DECIDED, SAID, text, town
from tests.publishing.releases import KEY
from tests.publishing.story import CONTENT, OTHER, SENTENCES, SIGNER, WRITER, Story, log_members, signed

NOTES = {
    "note_newsroom": "Bitte nicht mehr verwenden.",
    "note_short": "Artikel zurückgezogen",
    "note_readers": "Wir haben den Artikel zurückgezogen.",
}
OF_WITHDRAWALS = (
    "archive",
    "manifest",
    "members",
    "newsroom_key",
    "log_proof",
    "erasure",
    "outputs",
    "withdrawal_entry",
    "tombstone",
    "responsible",
)


@cache
def bundles() -> tuple[bytes, bytes]:
    """The bundles of an article with all its forms, and of its withdrawal."""
    with (
        TemporaryDirectory() as folder,
        town(Path(folder) / "newsroom") as pool,
    ):
        sign_judged(pool.house, pool.dossier, pool.prepare(text(DECIDED, SAID)), by=pool.ole.id)
        pool.house.publish(pool.dossier, by=pool.ole.id, address="https://bote.example/bad")
        article = pool.house.bundle(pool.dossier)
        pool.house.withdraw(pool.dossier, "Verwechslung", by=pool.ute.id, **NOTES)
        return article, pool.house.bundle(pool.dossier)


def article() -> Bundle:
    return bundle.unpack(bundles()[0])


def withdrawal() -> WithdrawalBundle:
    return withdrawal_bundle.unpack(bundles()[1])


def failed(verification: Verification) -> dict[str, Step]:
    """The steps that were taken and do not hold."""
    return {step.name: step for step in verification.steps if step.reached and not step.passed}


def test_an_article_with_all_its_forms_and_a_withdrawal_pass() -> None:
    for raw in bundles():
        verification = verify(raw)
        assert failed(verification) == {} and verification.passed
        assert verify(raw, verification.head, verification.key).passed
        assert list(failed(verify(raw, "0" * 64))) == ["expected_head"]
        assert list(failed(verify(raw, "", "beleg.news/x+00000000+AA"))) == ["expected_key"]
    assert set(article().outputs) == set(bundle.OUTPUTS)
    assert tuple(step.name for step in verify(bundles()[1]).steps) == OF_WITHDRAWALS


def test_a_withdrawal_is_told_in_german_too() -> None:
    said = [what_in(step, "de") for step in verify(bundles()[1]).steps]
    assert said == [WORDS[name]["de"][0] for name in OF_WITHDRAWALS]


def test_what_a_bundle_is_of_is_told_only_where_every_step_holds() -> None:
    for raw in bundles():
        assert verify(raw, "0" * 64).about is None
    told, gone = (verify(raw).about for raw in bundles())
    assert told is not None and gone is not None
    assert (told.headline, told.version, told.withdrawn) == (
        headline_of(shown_blocks(article().content.decode())),
        1,
        False,
    )
    assert (gone.headline, gone.withdrawn) == ("", True)
    first, second = about_lines(gone, "de")
    assert first == f"Artikel: zurückgezogen (Version {gone.version})"
    assert second.startswith(f"zurückgezogen von: {gone.responsible}, ") and second.endswith(" Uhr (UTC)")
    assert about_lines(gone, "en")[0] == f"article: withdrawn (version {gone.version})"
    assert about_lines(told, "en")[0] == f"article: {told.headline}"


def test_a_withdrawal_holds_nothing_of_the_article() -> None:
    for words in (DECIDED, SAID, "Roloff", "Hallenbad", "Ole Hansen"):
        assert words.encode() not in bundles()[1]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_changed_byte_is_noticed_and_its_place_named(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from(bundles())))
    position = data.draw(st.integers(0, len(raw) - 1))
    raw[position] ^= data.draw(st.integers(1, 255))

    (step,) = failed(verify(bytes(raw))).values()

    assert step.place not in ("", "bundle")


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_any_changed_byte_of_a_form_a_proof_or_a_key_is_noticed_though_all_was_packed_anew(
    data: st.DataObject,
) -> None:
    parts = article() if data.draw(st.booleans()) else withdrawal()
    names = sorted(parts.outputs)
    name = data.draw(st.sampled_from([*names, "proof", "key", "keys"]))

    def changed(raw: bytes) -> bytes:
        position = data.draw(st.integers(0, len(raw) - 1))
        return raw[:position] + bytes([raw[position] ^ data.draw(st.integers(1, 255))]) + raw[position + 1 :]

    if name in names:
        meddled = replace(parts, outputs={**parts.outputs, name: changed(parts.outputs[name])})
    elif name == "keys":
        meddled = replace(parts, log=replace(parts.log, keys=(changed(parts.log.keys[0]),)))
    else:
        raw = parts.log.key if name == "key" else parts.log.proof
        log = (
            replace(parts.log, key=changed(raw)) if name == "key" else replace(parts.log, proof=changed(raw))
        )
        meddled = replace(parts, log=log)
    try:
        packed = (
            withdrawal_bundle.pack(meddled) if isinstance(meddled, WithdrawalBundle) else bundle.pack(meddled)
        )
    except Damaged:
        return  # cannot even be packed

    found = failed(verify(packed))

    assert found
    assert all(step.place not in ("", "bundle") for step in found.values())


def test_a_form_that_is_missing_or_too_many_is_noticed() -> None:
    outputs = dict(article().outputs)
    del outputs["ninjs.json"]
    (step,) = failed(verify(bundle.pack(replace(article(), outputs=outputs)))).values()
    assert (step.name, step.place) == ("outputs", "ninjs.json")
    more = replace(withdrawal(), outputs={**withdrawal().outputs, "page.c2pa": b"\0"})
    (step,) = failed(verify(withdrawal_bundle.pack(more))).values()
    assert (step.name, step.place) == ("outputs", "page.c2pa")


# Keys, log and sign-off


def test_another_newsroom_s_key_is_noticed() -> None:
    other = NewsroomKey.make()
    introduced = link(first_key(other), dossier=STREAM, by=STREAM, at="2026-01-01T00:00:00Z", after=None)
    keys = replace(article().log, keys=(encode(introduced),))
    found = failed(verify(bundle.pack(replace(article(), log=keys))))
    assert {"newsroom_key", "sign_off"} <= set(found)
    assert found["newsroom_key"].place == "newsroom-key.txt"
    assert found["sign_off"].place == "sign-off.dsse.json"


def test_a_proof_for_another_entry_is_noticed() -> None:
    parts = replace(article(), log=replace(article().log, proof=withdrawal().log.proof))
    (step,) = failed(verify(bundle.pack(parts))).values()
    assert (step.name, step.place) == ("log_proof", "log-proof.txt")


def test_a_statement_that_says_something_else_is_noticed() -> None:
    story = signed()
    page = story.publish()
    parts = bundle.unpack(story.bundle(page))
    own = NewsroomKey.make()
    for envelope in (
        seal(b"{}", public=KEY.public, sign=KEY.sign),
        seal(b"{}", public=own.public, sign=own.sign),
        seal(b"{}", public=KEY.public, sign=own.sign),
    ):
        found = failed(verify(bundle.pack(replace(parts, sign_off=envelope))))
        assert found["sign_off"].place == "sign-off.dsse.json"


# Versions, notes, embargoes


def corrected(note: str = "Die Kosten fehlten.") -> Story:
    """A story that was published, then changed by a sentence, noted and signed."""
    story = signed()
    story.publish()
    sentence = "Der Bau dauert ein Jahr."
    story.save(f"{CONTENT}\n{sentence}\n", (*SENTENCES, sentence), WRITER)
    story.check()
    story.tell(
        SentenceConfirmed(sentence=sentence_key(sentence), text=sentence, reason="Ich war dabei."), OTHER
    )
    if note:
        story.tell(CorrectionNoted(note=note), WRITER)
    return story


def out_with(story: Story, change: Callable[[Published], Published] = lambda event: event) -> bytes:
    """The bundle of the story published with an event that says something else."""
    page = story.publish()
    last = story.entries.pop()
    assert isinstance(last.event, Published)
    story.tell(change(last.event), WRITER)
    return story.bundle(page)


def test_a_correction_passes() -> None:
    story = corrected()
    story.sign()
    found = verify(out_with(story))
    assert failed(found) == {}
    assert b'"text":"Die Kosten fehlten."' in bundle.unpack(story.bundle(b"")).record[-1] or True


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda event: replace(event, version=3), "it says version 3 where 2 follows"),
        (lambda event: replace(event, note="Alles war richtig."), "another than the one written"),
        (lambda event: replace(event, note=""), "another than the one written"),
        (
            lambda event: replace(
                event, continues=Continued(dossier="akte-0", address="", headline="", page_sha256="")
            ),
            "continues another article",
        ),
    ],
)
def test_a_publication_that_tells_its_life_wrongly_is_noticed(
    change: Callable[[Published], Published], reason: str
) -> None:
    story = corrected()
    story.sign()

    step = failed(verify(out_with(story, change)))["versions"]

    assert reason in step.what
    assert step.place == f"record.jsonl, line {len(story.entries)}"


def test_a_change_that_readers_were_not_told_of_is_noticed() -> None:
    story = corrected(note="")
    story.sign()
    story.publish_as(page := signed().publish(), "")
    found = failed(verify(story.bundle(page)))
    assert found["versions"].what.endswith("readers were not told what was corrected.")


def test_a_note_written_after_the_signature_or_by_the_signer_is_noticed() -> None:
    story = corrected(note="")
    story.sign()
    story.tell(CorrectionNoted(note="Zu spät."), WRITER)
    story.publish_as(page := signed().publish(), "")
    found = failed(verify(story.bundle(page)))
    assert "after it had been signed" in found["versions"].what
    assert "a correction was noted after it was signed" in found["signed_content"].what

    own = corrected(note="")
    own.tell(CorrectionNoted(note="Von mir."), SIGNER)
    own.sign()
    own.publish_as(page, "")
    assert "four_eyes" in failed(verify(own.bundle(page)))


def test_a_publication_under_embargo_is_noticed() -> None:
    for until, holds in (("2026-11-23T10:59:00Z", False), ("2026-11-23T10:00:00Z", True), ("", True)):
        story = signed()
        story.tell(EmbargoSet(until=until, reason="Ministerium"), OTHER)
        story.publish_as(page := signed().publish(), "")
        found = failed(verify(story.bundle(page)))
        assert ("embargo" not in found) is holds
    story = signed()
    story.tell(EmbargoSet(until="", reason=" "), OTHER)
    story.publish_as(page, "")
    assert failed(verify(story.bundle(page)))["embargo"].what.endswith("no reason was given.")


def test_a_publication_after_a_withdrawal_is_noticed() -> None:
    story = signed()
    story.publish()
    story.tell(
        Withdrawn(
            version=2,
            reason="r",
            note_newsroom="n",
            note_short="s",
            note_readers="l",
            page_sha256="",
            address="",
            first_published="2026-11-23T10:08:00Z",
            language="de",
        ),
        OTHER,
    )
    story.publish_as(page := signed().publish(), "")
    assert "after it had been withdrawn" in failed(verify(story.bundle(page)))["versions"].what


# Withdrawals


def meddled(change: Callable[[Withdrawn], Withdrawn]) -> bytes:
    """A consistent withdrawal bundle by somebody who has a key of their own, whose entry says something else."""
    entry = decode(withdrawal().entry)
    assert isinstance(entry.event, Withdrawn)
    return relinked(entry, change(entry.event))


def relinked(entry: Entry, event: Withdrawn | SignedOff) -> bytes:
    before = replace(entry, position=entry.position - 1, hash=entry.previous)
    again = link(event, dossier=entry.dossier, by=entry.by, at=entry.at, after=before)
    log: LogMembers = log_members(encode(again))
    return withdrawal_bundle.pack(replace(withdrawal(), entry=encode(again), head=again.hash, log=log))


def test_a_tombstone_that_says_something_else_than_the_entry_is_noticed() -> None:
    assert set(failed(verify(meddled(lambda event: event)))) <= {"outputs"}  # another key signs the forms
    found = failed(verify(meddled(lambda event: replace(event, note_readers="Alles war richtig."))))
    assert found["tombstone"].place.startswith("page.html, byte ")
    found = failed(verify(meddled(lambda event: replace(event, page_sha256="0" * 64))))
    assert found["tombstone"].place == "withdrawal.json"
    found = failed(verify(meddled(lambda event: replace(event, reason=" "))))
    assert found["withdrawal_entry"].place == "withdrawal.json"


def test_an_entry_that_tells_of_no_withdrawal_is_noticed() -> None:
    raw = relinked(decode(withdrawal().entry), SignedOff(number=1, content_sha256="0" * 64))
    assert {"withdrawal_entry", "tombstone", "outputs"} <= set(failed(verify(raw)))


def test_a_changed_entry_or_name_of_a_withdrawal_is_noticed() -> None:
    entry = withdrawal().entry.replace(b"Verwechslung", b"Verschwoerung")
    found = failed(verify(withdrawal_bundle.pack(replace(withdrawal(), entry=entry))))
    assert {"withdrawal_entry", "log_proof"} <= set(found)
    people = withdrawal().people.replace(b"Ute Maas", b"Uwe Maas")
    found = failed(verify(withdrawal_bundle.pack(replace(withdrawal(), people=people))))
    assert "tombstone" in found
    nobody = replace(withdrawal(), people=b'{"people":[]}')
    assert {"tombstone", "responsible"} <= set(failed(verify(withdrawal_bundle.pack(nobody))))
    other = replace(withdrawal(), head="0" * 64)
    assert failed(verify(withdrawal_bundle.pack(other)))["withdrawal_entry"].place == "manifest.json"


@given(st.integers(0, 10_000))
def test_a_cut_withdrawal_gets_an_answer(length: int) -> None:
    raw = bundles()[1]
    assert list(failed(verify(raw[: length % len(raw)]))) == ["archive"]


def test_members_of_one_kind_are_none_of_the_other() -> None:
    members = archive.read(bundles()[1], withdrawal_bundle.MEMBERS, bundle.OUTPUTS)
    assert not verify(archive.write({**members, "content.md": b""})).passed

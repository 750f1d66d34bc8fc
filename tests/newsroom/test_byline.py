"""The byline of what goes out: who wrote the article, in every form, while the record keeps every hand."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from beleg.newsroom.refused import Refused
from beleg.newsroom.reporting import ReportFormat, report_of
from beleg.newsroom.verification import verify
from beleg.publishing.dsse import read_envelope
from beleg.publishing.outputs import FORMS
from beleg.publishing.page_reading import read_page
from beleg.review import signing
from beleg.review.byline import byline, left_out
from beleg.terms.events import RevisionSaved
from beleg.terms.events_byline import BylineSet
from beleg.terms.refusal import Error
from tests.newsroom.judged import judge_all, sign_judged
from tests.newsroom.town import COSTS, DECIDED, INVENTED, SAID, Town, text, town


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


def test_who_corrects_a_word_is_in_the_record_and_in_no_byline(pool: Town) -> None:
    pool.prepare(text(DECIDED, COSTS, SAID.replace("lange", "lang")))
    content = pool.write(text(DECIDED, COSTS, SAID), by=pool.ole.id)
    sign_judged(pool.house, pool.dossier, content, by=pool.ute.id)
    pool.house.publish(pool.dossier, by=pool.ute.id)

    page = pool.house.page(pool.dossier)
    assert "Von Ida Kroll" in read_page(page).byline and "Ole Hansen" not in page.decode()
    forms = {form.target: pool.house.output(pool.dossier, form.target) for form in FORMS}
    assert json.loads(forms["ninjs"])["by"] == "Ida Kroll"
    assert [one["name"] for one in json.loads(forms["ninjs_lower_case"])["authors"]] == ["Ida Kroll"]
    for form, raw in forms.items():
        assert b"Ole Hansen" not in raw, form
    assert b"<by>Ida Kroll</by>" in forms["newsml_g2"]
    assert verify(pool.house.bundle(pool.dossier)).passed
    saved = [entry.by for entry in pool.house.entries(pool.dossier) if isinstance(entry.event, RevisionSaved)]
    assert saved == [pool.ida.id, pool.ole.id]


def by_two(pool: Town) -> str:
    """Three sentences of Ida's and one of Ute's: more than a tenth of the words are each one's."""
    pool.prepare(text(DECIDED, COSTS))
    return pool.write(text(DECIDED, COSTS, SAID), by=pool.ute.id)


def test_the_byline_is_set_by_hand_and_signed_and_says_in_every_form_what_was_set(pool: Town) -> None:
    content = by_two(pool)
    assert byline(pool.house.dossier(pool.dossier)) == (pool.ida.id, pool.ute.id)
    kept = pool.house.set_byline(pool.dossier, (pool.ute.id, pool.ida.id), "dpa", by=pool.ida.id)
    assert (kept.by, kept.event.left_out) == (pool.ida.id, ())
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id)

    page = read_page(pool.house.page(pool.dossier))
    assert "Von Ute Maas, Ida Kroll, dpa" in page.byline
    forms = {form.target: pool.house.output(pool.dossier, form.target) for form in FORMS}
    assert json.loads(forms["ninjs"])["by"] == "Ute Maas, Ida Kroll, dpa"
    assert json.loads(forms["ninjs_lower_case"])["byline"] == "Ute Maas, Ida Kroll, dpa"
    assert b"<by>Ute Maas, Ida Kroll, dpa</by>" in forms["newsml_g2"]
    authors = json.loads(page.json_ld)["author"]
    assert [one["name"] for one in authors] == ["Ute Maas", "Ida Kroll", "dpa"]
    assert [one["@type"] for one in authors] == ["Person", "Person", "Organization"]
    assert verify(pool.house.bundle(pool.dossier)).passed
    said = json.loads(read_envelope(pool.house.statement(pool.dossier)).payload)["predicate"]["byline"]
    assert said == {
        "accounts": [pool.ute.id, pool.ida.id],
        "body": "dpa",
        "left_out": [],
        "set_by": pool.ida.id,
    }


def test_who_wrote_and_is_left_out_is_kept_in_the_record_and_in_what_is_signed(pool: Town) -> None:
    content = by_two(pool)
    pool.house.set_byline(pool.dossier, (), "Redaktion", by=pool.ida.id)
    (entry,) = (e for e in pool.house.entries(pool.dossier) if isinstance(e.event, BylineSet))
    assert isinstance(entry.event, BylineSet)
    assert (entry.by, entry.event.left_out) == (pool.ida.id, (pool.ida.id, pool.ute.id))
    report = report_of(pool.house, pool.dossier, ReportFormat.HTML).decode()
    assert "Autorenzeile von Hand gesetzt: Redaktion; nicht genannt: Ida Kroll" in report
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id)
    line = read_page(pool.house.page(pool.dossier)).byline
    assert "Redaktion" in line and "Von Redaktion" not in line and "Ida Kroll" not in line
    said = json.loads(read_envelope(pool.house.statement(pool.dossier)).payload)["predicate"]["byline"]
    assert said["left_out"] == [pool.ida.id, pool.ute.id]
    assert verify(pool.house.bundle(pool.dossier)).passed


def test_who_sets_it_cannot_sign_until_another_does_or_the_words_tell_it_again(pool: Town) -> None:
    content = by_two(pool)
    judge_all(pool.house, pool.dossier, by=pool.ole.id)
    pool.house.set_byline(pool.dossier, (pool.ute.id,), by=pool.ole.id)
    with pytest.raises(Refused, match="who signs must not have set the byline"):
        pool.house.sign_off(pool.dossier, content, by=pool.ole.id)
    pool.house.set_byline(pool.dossier, (pool.ida.id,), by=pool.ida.id)
    assert pool.house.obstacles_to_signing(pool.dossier, by=pool.ole.id) == ()
    pool.house.set_byline(pool.dossier, (pool.ute.id,), by=pool.ole.id)
    pool.house.set_byline(pool.dossier, (), by=pool.ole.id)
    assert byline(pool.house.dossier(pool.dossier)) == (pool.ida.id, pool.ute.id)
    pool.house.sign_off(pool.dossier, content, by=pool.ole.id)


def test_a_byline_set_after_the_signature_voids_it(pool: Town) -> None:
    content = by_two(pool)
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    pool.house.set_byline(pool.dossier, (pool.ute.id,), by=pool.ida.id)
    assert pool.house.sign_off_in_force(pool.dossier) is None
    with pytest.raises(Refused, match="nobody has signed exactly this text"):
        pool.house.publish(pool.dossier, by=pool.ole.id)


def test_a_bundle_whose_signer_set_the_byline_or_where_it_came_later_does_not_verify(
    pool: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = by_two(pool)
    pool.house.set_byline(pool.dossier, (pool.ute.id,), by=pool.ole.id)
    with monkeypatch.context() as patched:  # as a newsroom could that was tampered with
        patched.setattr(signing, "byline_setters", lambda _: ())
        sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
        pool.house.publish(pool.dossier, by=pool.ole.id)
    failed = [step for step in verify(pool.house.bundle(pool.dossier)).steps if not step.passed]
    assert failed[0].name == "four_eyes" and "set the byline" in failed[0].what


def test_it_follows_the_text_and_names_nobody_whose_words_are_gone(pool: Town) -> None:
    by_two(pool)
    pool.house.set_byline(pool.dossier, (pool.ute.id, pool.ida.id), by=pool.ida.id)
    pool.write(text(DECIDED, COSTS))
    state = pool.house.dossier(pool.dossier)
    assert (byline(state), left_out(state)) == ((pool.ida.id,), ())
    pool.write(text(DECIDED, COSTS, INVENTED), by=pool.ute.id)
    state = pool.house.dossier(pool.dossier)
    assert (byline(state), left_out(state)) == ((pool.ute.id, pool.ida.id), ())
    pool.house.set_byline(pool.dossier, (pool.ute.id,), by=pool.ida.id)
    pool.write(text(DECIDED, COSTS))
    assert byline(pool.house.dossier(pool.dossier)) == (pool.ida.id,), "the words tell it again"
    assert left_out(pool.house.dossier(pool.dossier)) == ()


@pytest.mark.parametrize(
    ("named", "body", "why"),
    [
        (("ole",), "", "only whoever brought words into the text"),
        (("ute", "ute"), "", "names somebody twice"),
        (("ute",), "d" * 81, "one line of at most 80 characters"),
        (("ute",), "dpa\nAFP", "one line of at most 80 characters"),
        ((), "Mit Material von ole hansen", "Ole Hansen works here"),
        ((), " ", "the byline already"),
    ],
)
def test_what_no_byline_can_say_is_refused_and_nothing_recorded(
    pool: Town, named: tuple[str, ...], body: str, why: str
) -> None:
    by_two(pool)
    before = pool.house.entries(pool.dossier)
    ids = {"ole": pool.ole.id, "ute": pool.ute.id}
    with pytest.raises(Error, match=why):
        pool.house.set_byline(pool.dossier, tuple(ids[one] for one in named), body, by=pool.ida.id)
    assert pool.house.entries(pool.dossier) == before


def test_without_a_draft_and_after_a_withdrawal_there_is_no_byline_to_set(pool: Town) -> None:
    with pytest.raises(Error, match="no draft yet"):
        pool.house.set_byline(pool.dossier, (), "Redaktion", by=pool.ida.id)
    content = by_two(pool)
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id)
    notes = {"note_newsroom": "Weg damit.", "note_short": "Zurück", "note_readers": "Verwechslung."}
    pool.house.withdraw(pool.dossier, "Verwechslung", by=pool.ole.id, **notes)
    with pytest.raises(Error, match="withdrawn"):
        pool.house.set_byline(pool.dossier, (), "Redaktion", by=pool.ida.id)

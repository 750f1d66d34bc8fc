"""Verification: whatever was changed in a bundle is noticed, and the place is named."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleg.newsroom.verification import Step, Verification, verify, what_in
from beleg.newsroom.verification_words import WORDS
from beleg.newsroom.verification_words_withdrawal import WITHDRAWAL
from beleg.publishing import archive
from beleg.publishing.bundle import MEMBERS, Bundle, pack, unpack
from beleg.publishing.targets.page import render
from beleg.record.canonical import encode
from beleg.review.assessment import assess
from beleg.terms.events import DossierOpened, FindingEscalated, SentenceConfirmed
from beleg.terms.revision import sentence_key
from beleg.terms.source_change import SourceRetracted
from tests.publishing.releases import released
from tests.publishing.story import (
    CONFIRMED,
    CONTENT,
    ENGINE,
    FIRST,
    NUMBER_FINDING,
    OTHER,
    SECOND,
    SENTENCES,
    SIGNER,
    WRITER,
    Story,
    a_source,
    decided,
    opened,
    published,
    signed,
)

STEPS = (
    "archive",
    "manifest",
    "members",
    "record_chain",
    "record_head",
    "record_replay",
    "signed_content",
    "four_eyes",
    "checked",
    "nothing_open",
    "newsroom_key",
    "log_proof",
    "sign_off",
    "versions",
    "embargo",
    "erasure",
    "page_hash",
    "page_words",
    "page_quiet",
    "page_data",
    "page_disclosure",
    "page_around",
    "outputs",
    "sources",
    "evidence",
    "people",
)


@cache
def good() -> bytes:
    """A bundle that holds together."""
    return published()[1]


@cache
def parts() -> Bundle:
    """Its parts."""
    return unpack(good())


def failed(verification: Verification) -> dict[str, Step]:
    """The steps that were taken and do not hold."""
    return {step.name: step for step in verification.steps if step.reached and not step.passed}


def with_page(change: Callable[[bytes], bytes]) -> bytes:
    """A consistent bundle, made by somebody who has the newsroom, whose page was changed before publishing."""
    story = signed()
    article = story.article()
    page = change(render(released(article)))
    assert page != render(released(article))
    story.publish_as(page, article.wording.recorded)
    return story.bundle(page)


def against_the_rules(story: Story) -> bytes:
    """A bundle of a story that the rules would not have let out, with the page of the honest one."""
    page = parts().page
    story.publish_as(page, "Geprüft.")
    return story.bundle(page)


def test_a_bundle_that_holds_together_passes_every_step() -> None:
    story, raw = published()

    found = verify(raw)

    assert found.passed
    assert tuple(step.name for step in found.steps) == STEPS
    assert all(step.reached and not step.place for step in found.steps)
    assert found.head == story.entries[-1].hash


def test_a_story_with_a_machine_s_part_passes_too() -> None:
    story = opened()
    story.save(
        CONTENT + "\nZwei Fähren fahren.\n", (*SENTENCES, "Zwei Fähren fahren."), WRITER, engine=ENGINE
    )
    story.check()
    decided(story)
    story.sign()
    page = story.publish()

    found = verify(story.bundle(page))

    assert failed(found) == {}
    assert "Mit maschineller Unterstützung erstellt".encode() in page


def test_a_second_publication_passes_too() -> None:
    story = signed()
    story.publish()

    assert verify(story.bundle(story.publish())).passed


def test_the_head_that_came_another_way_is_compared() -> None:
    head = parts().head

    assert verify(good(), head).passed
    assert verify(good(), f" {head.upper()}\n").passed
    other = verify(good(), "0" * 64)
    assert list(failed(other)) == ["expected_head"]
    assert not other.passed


def test_a_whole_new_bundle_is_only_noticed_by_a_head_from_elsewhere() -> None:
    story = opened()
    story.tell(a_source(3), WRITER)
    story.check()
    decided(story)
    story.sign()
    forged = story.bundle(story.publish())

    assert verify(forged).passed
    assert list(failed(verify(forged, parts().head))) == ["expected_head"]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_changed_byte_is_noticed_and_its_place_named(data: st.DataObject) -> None:
    raw = bytearray(good())
    position = data.draw(st.integers(0, len(raw) - 1))
    raw[position] ^= data.draw(st.integers(1, 255))

    found = verify(bytes(raw))

    assert not found.passed
    (step,) = failed(found).values()
    assert step.place not in ("", "bundle")


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_changed_byte_of_a_member_is_noticed_though_the_archive_was_packed_anew(
    data: st.DataObject,
) -> None:
    members = archive.read(good(), MEMBERS)
    name = data.draw(st.sampled_from([name for name in MEMBERS if name != "manifest.json"]))
    changed = bytearray(members[name])
    position = data.draw(st.integers(0, len(changed) - 1))
    changed[position] ^= data.draw(st.integers(1, 255))

    found = verify(archive.write({**members, name: bytes(changed)}))

    (step,) = failed(found).values()
    assert (step.name, step.place) == ("manifest", name)


@given(st.binary(max_size=400))
def test_any_bytes_get_an_answer(raw: bytes) -> None:
    found = verify(raw)

    assert not found.passed
    assert tuple(step.name for step in found.steps) == STEPS


@given(st.integers(0, 10_000))
def test_a_cut_bundle_gets_an_answer(length: int) -> None:
    assert list(failed(verify(good()[: length % len(good())]))) == ["archive"]


def test_a_huge_bundle_gets_an_answer() -> None:
    found = verify(b"PK\x03\x04" + bytes(archive.LIMIT))

    assert failed(found)["archive"].what == "The bundle was changed or cut: larger than 64 MiB."


def test_what_could_not_be_looked_at_is_said_and_never_passes() -> None:
    found = verify(b"")

    assert [step.name for step in found.steps if step.passed] == []
    assert {step.what for step in found.steps[1:]} == {"Not checked, because an earlier step failed."}
    assert {what_in(step, "de") for step in found.steps[1:]} == {
        "Nicht geprüft, weil ein früherer Schritt fehlgeschlagen ist."
    }


def test_a_changed_entry_is_named_by_its_line() -> None:
    lines = list(parts().record)
    lines[3] = lines[3].replace(b"kostenlos", b"bezahlbar")

    found = verify(pack(replace(parts(), record=tuple(lines))))

    (step,) = failed(found).values()
    assert (step.name, step.place) == ("record_chain", "record.jsonl, line 4")
    assert (
        step.what
        == "The chain of the record is broken: Entry 4 was changed: its content does not give its hash."
    )


@pytest.mark.parametrize("dropped", range(8))
def test_a_dropped_entry_is_named_by_its_line(dropped: int) -> None:
    lines = parts().record[:dropped] + parts().record[dropped + 1 :]

    (step,) = failed(verify(pack(replace(parts(), record=lines)))).values()

    assert (step.name, step.place) == ("record_chain", f"record.jsonl, line {dropped + 1}")


def test_what_went_out_when_figures_overlapped_is_verified_by_the_words_of_then() -> None:
    story = signed()
    page = story.publish(figures=0)
    assert "Für 5 von 7 Sätzen fand die Prüfung durch Beleg Belege" in page.decode("utf-8")
    assert b'"figures"' not in encode(story.entries[-1]), "as it was written before there was the name"
    assert verify(story.bundle(page)).passed
    story = signed()
    story.publish_as(page, story.article().wording.recorded)
    assert failed(verify(story.bundle(page))).keys() == {"page_disclosure"}
    story = signed()
    story.publish_as(page, story.article().wording.recorded, figures=2)
    assert failed(verify(story.bundle(page)))["page_disclosure"].what.endswith("in the way 2.")


def test_a_record_cut_before_its_publication_does_not_pass() -> None:
    found = verify(pack(replace(parts(), record=parts().record[:-1])))

    assert {"record_head", "record_replay"} <= set(failed(found))
    assert failed(found)["record_replay"].place == "record.jsonl, line 8"


def test_entries_that_are_none_are_named() -> None:
    (step,) = failed(verify(pack(replace(parts(), record=(b"[]",))))).values()

    assert (step.name, step.place) == ("record_chain", "record.jsonl, line 1")


def test_a_record_that_tells_no_story_gets_an_answer() -> None:
    story = Story()
    story.tell(DossierOpened(title="Leer", language="de"), WRITER)
    lines = tuple(encode(entry) for entry in story.entries)

    found = verify(pack(replace(parts(), record=lines, head=story.entries[-1].hash)))

    assert set(STEPS[5:]) - set(failed(found)) == {
        "page_words",  # page and text still agree
        "page_quiet",
        "newsroom_key",
        "embargo",
        "erasure",  # no name was
    }
    assert failed(found)["record_replay"].what == (
        "The record does not tell the way to a publication: its last entry is no publication."
    )


def test_another_text_than_the_signed_one_is_noticed() -> None:
    found = verify(pack(replace(parts(), content=parts().content.replace(b"kostenlos", b"bezahlbar"))))

    assert failed(found)["signed_content"].place == "content.md"
    assert failed(found)["page_words"].place == "page.html, block 5"


def test_a_change_after_the_signature_is_noticed() -> None:
    story = signed()
    story.save(CONTENT.replace("März", "Mai"), [s.replace("März", "Mai") for s in SENTENCES], WRITER)
    story.check()

    found = verify(against_the_rules(story))

    assert {"signed_content", "nothing_open", "page_words"} <= set(failed(found))


def test_a_decision_after_the_signature_is_noticed() -> None:
    story = signed()
    story.tell(SentenceConfirmed(sentence=sentence_key(CONFIRMED), text=CONFIRMED, reason="Doch."), OTHER)

    assert failed(verify(against_the_rules(story)))["signed_content"].what == (
        "The text in the bundle is not the one that was signed and published: "
        "somebody decided something after it was signed."
    )


def test_a_source_taken_in_after_the_signature_is_noticed() -> None:
    story = signed()
    story.tell(a_source(3), WRITER)
    story.check(findings=(NUMBER_FINDING,))

    assert failed(verify(against_the_rules(story)))["signed_content"].what.endswith(
        "a source was taken in after it was signed."
    )


def test_a_source_taken_back_after_the_signature_is_noticed() -> None:
    story = signed()
    story.tell(SourceRetracted(source=SECOND.source, by_publisher=True, reason="410 Gone"), WRITER)

    found = failed(verify(against_the_rules(story)))

    assert found["signed_content"].what.endswith("a source changed or was taken back after it was signed.")
    assert found["checked"].what.endswith("there is no check of this text with all its sources.")


def test_a_check_that_rests_on_a_source_taken_back_is_noticed() -> None:
    story = opened()
    story.save(CONTENT, SENTENCES, WRITER)
    story.tell(SourceRetracted(source=SECOND.source, by_publisher=False, reason="Falsch."), WRITER)
    story.check()
    decided(story)
    story.sign()

    found = failed(verify(against_the_rules(story)))

    assert found["checked"].what.endswith("the check rests on a source that was taken back.")


def test_a_text_without_a_headline_is_noticed() -> None:
    story = opened()
    content = CONTENT.replace("# Quell", "Quell", 1)
    story.save(content, SENTENCES, WRITER)
    story.check()
    decided(story)
    story.sign()

    found = failed(verify(against_the_rules(story)))

    assert found["nothing_open"].what == "Something was left open: the text had no headline."
    assert found["page_words"].place == "page.html, title"


def test_the_page_and_the_record_name_the_signer_only_by_what_people_json_says() -> None:
    record = b"".join(parts().record).decode("utf-8")

    assert "vor der Veröffentlichung von {konto-2} geprüft." in record
    assert not any(word in record for word in ("Ruth", "Amsel", "Chefin vom Dienst", "Jan Kolk"))
    assert "vor der Veröffentlichung von Ruth Amsel (Chefin vom Dienst) geprüft." in parts().page.decode(
        "utf-8"
    )


def test_a_name_in_the_recorded_disclosure_is_noticed() -> None:
    story = signed()
    article = story.article()
    page = render(released(article))
    story.publish_as(page, article.wording.line)

    (step,) = failed(verify(story.bundle(page))).values()

    assert (step.name, step.place) == ("page_disclosure", "record.jsonl, line 9")


def test_a_translation_signed_by_who_wrote_the_original_is_noticed() -> None:
    story = Story()
    story.tell(DossierOpened(title="Fähre (en)", language="de", original_by=(SIGNER.id,)), WRITER)
    story.tell(FIRST, WRITER)
    story.tell(SECOND, WRITER)
    story.save(CONTENT, SENTENCES, WRITER)
    story.check()
    decided(story)
    story.sign()

    step = failed(verify(against_the_rules(story)))["four_eyes"]

    assert step.what == f"Who signed had not kept out of what they signed: {SIGNER.id} is one of the authors."


def test_an_author_s_signature_is_noticed() -> None:
    story = opened()
    story.check()
    decided(story)
    story.sign(WRITER)

    step = failed(verify(against_the_rules(story)))["four_eyes"]

    assert step.place == "record.jsonl, line 7"
    assert step.what == "Who signed had not kept out of what they signed: konto-1 is one of the authors."
    assert what_in(step, "de") == (
        "Wer den Text freigegeben hat, hatte selbst an ihm mitgeschrieben, eine Quelle eingefügt oder Angaben dazu berichtigt oder die Autorenzeile gesetzt oder war ein Programm, oder es fehlt eine Freigabe."
    )


def test_a_missing_signature_is_noticed() -> None:
    story = opened()
    story.check()
    decided(story)

    found = failed(verify(against_the_rules(story)))

    assert {"signed_content", "four_eyes", "page_disclosure"} <= set(found)
    assert found["four_eyes"].what == "Who signed had not kept out of what they signed: nobody signed."
    assert (found["four_eyes"].place, found["page_disclosure"].place) == ("record.jsonl", "page.html")


def test_a_missing_check_is_noticed() -> None:
    story = signed()
    story.tell(a_source(3), WRITER)
    story.sign()

    assert failed(verify(against_the_rules(story)))["checked"].what == (
        "The checks did not run over exactly this text and all its sources: "
        "there is no check of this text with all its sources."
    )


def test_a_check_that_passes_over_a_sentence_is_noticed() -> None:
    story = opened()
    story.check(leave_out=CONFIRMED)
    story.sign()
    page = story.publish()

    found = failed(verify(story.bundle(page)))

    assert list(found) == ["checked"]
    assert found["checked"].what.endswith("the check passes over words of the text.")


def test_something_left_open_is_noticed() -> None:
    findings, sentences = opened(), opened()
    findings.check(findings=(NUMBER_FINDING,))
    findings.tell(SentenceConfirmed(sentence=sentence_key(CONFIRMED), text=CONFIRMED, reason="Dabei."), OTHER)
    sentences.check()

    for story, reason in ((findings, "findings were open"), (sentences, "sentences waited for a person")):
        story.sign()
        step = failed(verify(against_the_rules(story)))["nothing_open"]
        assert step.what == f"Something was left open: {reason}."


def test_a_decision_without_a_reason_is_noticed() -> None:
    story = opened()
    story.check()
    story.tell(SentenceConfirmed(sentence=sentence_key(CONFIRMED), text=CONFIRMED, reason=" "), OTHER)
    story.sign()

    found = failed(verify(story.bundle(story.publish())))

    assert list(found) == ["nothing_open"]
    assert found["nothing_open"].place == "record.jsonl, line 6"


def test_another_page_is_noticed() -> None:
    page = parts().page.replace(b"kostenlos.</li>", b"bezahlbar.</li>")

    found = failed(verify(pack(replace(parts(), page=page))))

    assert set(found) == {"page_hash", "page_words"}


@pytest.mark.parametrize(
    ("old", "new", "step", "place"),
    [
        ("kostenlos.</li>", "teuer.</li>", "page_words", "page.html, block 5"),
        ('<li data-block="item">Der Umbau beginnt im März.</li>', "", "page_words", "page.html, block 4"),
        ("<footer>", '<p data-block="paragraph">Mehr.</p><footer>', "page_words", "page.html, block 7"),
        ('<h2 data-block="subhead">', '<h2 data-block="paragraph">', "page_words", "page.html, block 3"),
        ("<title>Q", "<title>Geprüft: Q", "page_words", "page.html, title"),
        ("<title>Quellenbrück baut die Fähre neu</title>", "", "page_words", "page.html, title"),
        ("<footer>", "Mehr.<footer>", "page_quiet", "page.html"),
        ("1 geprüft, kein Befund)", "9 geprüft, kein Befund)", "page_around", "page.html, footer"),
        ("(gleicher Ursprung wie eine andere Quelle)", "", "page_around", "page.html, footer"),
        ("<footer>", "<script>alert(1)</script><footer>", "page_quiet", "page.html"),
        ('"headline":"Q', '"headline":"q', "page_data", "page.html, headline"),
        ("kostenlos.\\n", "teuer.\\n", "page_data", "page.html, articleBody"),
        ('"name":"Jan Kolk"', '"name":"Jan Volk"', "page_data", "page.html, author"),
        ("humanEdits", "digitalCreation", "page_data", "page.html, digitalSourceType"),
        ("Teil 1</span>", "Teil 3</span>", "sources", "page.html, sources"),
        ("Von Jan Kolk", "Von Jan Volk", "page_around", "page.html, byline"),
        ("Kolk · V", "Kolk · sorgfältig geprüft · V", "page_around", "page.html, byline"),
        ("<details>", "<p>Sorgfältig geprüft.</p><details>", "page_around", "page.html, footer"),
        ("<h2>Quellen</h2>", "<h2>Alle Quellen</h2>", "page_around", "page.html, footer"),
        ('data-check="number_changed"', 'data-check="name_changed"', "page_around", "page.html, footer"),
        ('disclosure">Mit ', 'disclosure">Sorgfältig mit ', "page_disclosure", "page.html, disclosure"),
        ("Beleg ergab: 5", "Beleg ergab: 6", "page_disclosure", "page.html, disclosure"),
        ('signer">Ruth', 'signer">Rut', "page_disclosure", "page.html, disclosure"),
        (
            '<code data-part="record-head">',
            '<code data-part="record-head">0',
            "page_disclosure",
            "page.html, disclosure",
        ),
        (
            "<li>Der Rat stimmte zu.</li>",
            "<li>Der Rat stimmte nicht zu.</li>",
            "page_disclosure",
            "page.html, disclosure",
        ),
    ],
)
def test_a_page_that_says_something_else_is_noticed_though_the_record_names_it(
    old: str, new: str, step: str, place: str
) -> None:
    found = failed(verify(with_page(lambda page: page.replace(old.encode(), new.encode(), 1))))

    assert list(found) == [step]
    assert found[step].place == place


def test_a_page_that_is_none_gets_an_answer() -> None:
    found = failed(verify(with_page(lambda _: b"")))

    assert {"page_words", "page_quiet", "page_data", "page_disclosure"} <= set(found)
    assert found["page_words"].what.endswith("page.html: no HTML document.")


def test_words_of_a_bundle_cannot_command_a_terminal() -> None:
    found = failed(verify(with_page(lambda page: page.replace(b"<h2>Quellen<", b"<h2>\x1b[31mQuellen<"))))

    assert found["page_around"].what == (
        "Around the article the page says something that does not follow from the record: "
        "it has '\ufffd[31mQuellen' where 'Quellen' belongs."
    )


def test_a_disclosure_that_the_record_does_not_carry_is_noticed() -> None:
    story = signed()
    page = render(released(story.article()))
    story.publish_as(page, "Sorgfältig geprüft.")

    (step,) = failed(verify(story.bundle(page))).values()

    assert (step.name, step.place) == ("page_disclosure", "record.jsonl, line 9")


def test_a_changed_name_is_noticed_because_the_page_names_the_signer() -> None:
    people = parts().people.replace(b"Ruth Amsel", b"Ruth Meise")

    found = failed(verify(pack(replace(parts(), people=people))))

    assert set(found) == {"sign_off", "page_data", "page_disclosure", "people", "outputs"}


def test_a_changed_name_in_page_and_people_is_noticed_by_the_page_s_hash() -> None:
    people = parts().people.replace(b"Ruth Amsel", b"Ruth Meise")
    page = parts().page.replace(b"Ruth Amsel", b"Ruth Meise")

    found = failed(verify(pack(replace(parts(), people=people, page=page))))

    assert "page_hash" in found


def test_a_name_too_many_or_too_few_is_noticed() -> None:
    more = parts().people.replace(
        b'"name":"Ruth Amsel"}', b'"name":"Ruth Amsel"},{"function":"","id":"konto-3","name":"Ole Brandt"}'
    )
    fewer = b'{"people":[{"function":"Redakteur","id":"konto-1","name":"Jan Kolk"}]}'

    for people in (more, fewer, b"{}"):
        assert "people" in failed(verify(pack(replace(parts(), people=people))))


def test_other_sources_or_evidence_are_noticed_with_their_place() -> None:
    sources = parts().sources.replace(b"Teil 1", b"Teil 9")
    evidence = parts().evidence.replace(b'"state":"dismissed"', b'"state":"open"')

    (source_step,) = failed(verify(pack(replace(parts(), sources=sources)))).values()
    (evidence_step,) = failed(verify(pack(replace(parts(), evidence=evidence)))).values()

    assert (source_step.name, evidence_step.name) == ("sources", "evidence")
    assert source_step.place == f"sources.json, byte {parts().sources.index(b'Teil 1') + 5} of this member"
    assert evidence_step.place.startswith("evidence.json, byte ")


def test_a_passage_of_a_source_that_the_dossier_lacks_is_noticed() -> None:
    story = Story()
    story.tell(DossierOpened(title="Fähre", language="de"), WRITER)
    story.tell(SECOND, WRITER)
    story.save(CONTENT, SENTENCES, WRITER)
    story.check()  # its passages are of the first source
    decided(story)
    story.sign()

    found = failed(verify(story.bundle(story.publish())))

    assert list(found) == ["checked"]
    assert found["checked"].what.endswith(
        "the check gives a passage of a source that the dossier does not hold."
    )


def test_a_finding_dismissed_by_who_escalated_it_counts_as_open() -> None:
    story = opened()
    story.check(findings=(NUMBER_FINDING,))
    key = assess(story.dossier).findings[0].key
    passed_on = FindingEscalated(
        finding=key, check="number_changed", words="1,2 Millionen Euro", reason="Bitte klären."
    )
    story.tell(passed_on, OTHER)
    decided(story)  # by the same account
    story.sign()

    assert failed(verify(against_the_rules(story)))["nothing_open"].what == (
        "Something was left open: findings were open."
    )


def test_every_step_is_worded_in_both_languages() -> None:
    expected = ("expected_head", "expected_key")
    assert tuple(name for name in WORDS if name not in (*expected, *WITHDRAWAL)) == STEPS
    for words in WORDS.values():
        assert set(words) == {"de", "en"}
        assert all(text.endswith(".") for pair in words.values() for text in pair)
        assert not any("{" in text for text in (*words["de"], words["en"][0]))


def test_what_a_step_says_in_german() -> None:
    assert [what_in(step, "de") for step in verify(good()).steps] == [WORDS[name]["de"][0] for name in STEPS]
    assert [what_in(step, "en") for step in verify(good()).steps] == [WORDS[name]["en"][0] for name in STEPS]

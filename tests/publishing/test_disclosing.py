"""The disclosure's words: exact, in both languages, graded by what the record shows."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.publishing.disclosing import filled, wording
from beleg.terms.account import Account
from beleg.terms.disclosure import Disclosure
from beleg.terms.refusal import Error

SIGNER = Account(id="a2", login="ruth", name="Ruth Amsel", function="Chefin vom Dienst")
PEOPLE = (Account(id="a1", login="jan", name="Jan Kolk", function="Redakteur"), SIGNER)

BY_A_PERSON = Disclosure(
    sentences=12,
    machine=0,
    rewritten=0,
    source=0,
    person=12,
    engines=(),
    sources=6,
    origins=5,
    not_compared=0,
    supported=9,
    confirmed=2,
    dismissed=1,
    signed_by="a2",
    signed_at="2026-11-23T14:05:06.000000+00:00",
    content_sha256="c" * 64,
)
MIXED = replace(
    BY_A_PERSON, machine=1, rewritten=2, source=4, person=5, engines=("beleg-extractive 1",), dismissed=3
)
ALL_MACHINE = replace(
    BY_A_PERSON,
    sentences=2,
    machine=0,
    source=2,
    person=0,
    supported=2,
    confirmed=0,
    dismissed=0,
    sources=2,
    origins=1,
)
ONE = replace(BY_A_PERSON, sentences=1, person=1, supported=1, confirmed=1, dismissed=0, sources=1, origins=1)


def test_without_a_machine_there_is_no_claim_of_machine_help() -> None:
    german = wording(BY_A_PERSON, PEOPLE, "de")
    english = wording(BY_A_PERSON, PEOPLE, "en")

    assert german.line == (
        "Am 23. November 2026 vor der Veröffentlichung freigegeben von Ruth Amsel (Chefin vom Dienst)."
    )
    assert english.line == (
        "Signed off before publication by Ruth Amsel (Chefin vom Dienst) on 23 November 2026."
    )
    assert german.details == (
        "Der Text hat 12 Sätze, Überschriften mitgezählt.",
        "Alle 12 Sätze hat ein Mensch geschrieben.",
        "Der Text wurde mit 6 Quellen aus 5 Ursprüngen verglichen; dieselbe Agenturmeldung zählt als ein Ursprung.",
        "Für 9 von 12 Sätzen fand die maschinelle Prüfung Belege in den Quellen.",
        "2 von 12 Sätzen hat ein Mensch mit Begründung bestätigt.",
        "Ein Befund der Prüfung wurde mit Begründung verworfen.",
        "Freigegeben von Ruth Amsel am 23. November 2026 um 14:05 Uhr (UTC).",
        "Nicht geprüft: ob die Quellen selbst recht haben und ob ein Text, den ein Mensch eingegeben hat, "
        "anderswo mit einer Maschine entstanden ist.",
    )
    assert english.details == (
        "The text has 12 sentences, headings included.",
        "All 12 sentences were written by a person.",
        "The text was compared with 6 sources of 5 origins; the same agency copy counts as one origin.",
        "The machine's check found evidence in the sources for 9 of 12 sentences.",
        "2 of 12 sentences were confirmed by a person who gave a reason.",
        "One finding of the check was dismissed with a reason.",
        "Signed off by Ruth Amsel on 23 November 2026 at 14:05 (UTC).",
        "Not checked: whether the sources themselves are right, and whether text that a person entered "
        "was made by a machine elsewhere.",
    )


def test_a_machine_s_part_is_named_and_counted() -> None:
    german = wording(MIXED, PEOPLE, "de")
    english = wording(MIXED, PEOPLE, "en")

    assert german.line == (
        "Mit maschineller Unterstützung erstellt, mit 6 Quellen verglichen und am 23. November 2026 "
        "vor der Veröffentlichung geprüft und freigegeben von Ruth Amsel (Chefin vom Dienst)."
    )
    assert english.line == (
        "Created with machine assistance, compared with 6 sources, and checked and signed off before publication "
        "by Ruth Amsel (Chefin vom Dienst) on 23 November 2026."
    )
    assert german.details[1:6] == (
        "5 von 12 Sätzen hat ein Mensch geschrieben.",
        "2 von 12 Sätzen hat eine Maschine begonnen und ein Mensch umgeschrieben.",
        "Einen von 12 Sätzen hat eine Maschine zusammengestellt.",
        "4 von 12 Sätzen hat eine Maschine unverändert aus den Quellen ausgewählt.",
        "Beteiligte Maschine: beleg-extractive 1.",
    )
    assert english.details[1:6] == (
        "5 of 12 sentences were written by a person.",
        "2 of 12 sentences were begun by a machine and rewritten by a person.",
        "One of 12 sentences was put together by a machine.",
        "4 of 12 sentences were selected unchanged from the sources by a machine.",
        "Machine involved: beleg-extractive 1.",
    )
    assert "3 Befunde der Prüfung wurden mit Begründung verworfen." in german.details
    assert "3 findings of the check were dismissed with a reason." in english.details


def test_a_text_made_by_machines_alone_does_not_pass_for_assistance() -> None:
    german = wording(ALL_MACHINE, PEOPLE, "de")
    english = wording(ALL_MACHINE, PEOPLE, "en")

    assert german.line == (
        "Maschinell erstellt, mit 2 Quellen verglichen und am 23. November 2026 vor der Veröffentlichung "
        "geprüft und freigegeben von Ruth Amsel (Chefin vom Dienst)."
    )
    assert english.line == (
        "Created by machine, compared with 2 sources, and checked and signed off before publication "
        "by Ruth Amsel (Chefin vom Dienst) on 23 November 2026."
    )
    assert german.details[1:6] == (
        "Beide Sätze hat eine Maschine unverändert aus den Quellen ausgewählt.",
        "Der Text wurde mit 2 Quellen aus einem Ursprung verglichen; dieselbe Agenturmeldung zählt als ein Ursprung.",
        "Für beide Sätze fand die maschinelle Prüfung Belege in den Quellen.",
        "Kein Satz wurde einzeln von einem Menschen bestätigt.",
        "Kein Befund der Prüfung wurde verworfen.",
    )
    assert english.details[1:6] == (
        "Both sentences were selected unchanged from the sources by a machine.",
        "The text was compared with 2 sources of one origin; the same agency copy counts as one origin.",
        "The machine's check found evidence in the sources for both sentences.",
        "No single sentence was confirmed by a person.",
        "No finding of the check was dismissed.",
    )


def test_one_of_everything_is_said_in_the_singular() -> None:
    assert wording(ONE, PEOPLE, "de").details[:5] == (
        "Der Text hat einen Satz.",
        "Den einzigen Satz hat ein Mensch geschrieben.",
        "Der Text wurde mit einer Quelle verglichen.",
        "Für den einzigen Satz fand die maschinelle Prüfung Belege in den Quellen.",
        "Den einzigen Satz hat ein Mensch mit Begründung bestätigt.",
    )
    assert wording(ONE, PEOPLE, "en").details[:5] == (
        "The text has one sentence.",
        "The only sentence was written by a person.",
        "The text was compared with one source.",
        "The machine's check found evidence in the sources for the only sentence.",
        "The only sentence was confirmed by a person who gave a reason.",
    )


@pytest.mark.parametrize(
    ("sentences", "german", "english"),
    [
        (1, "Für den einzigen Satz fand", "for the only sentence."),
        (2, "Für beide Sätze fand", "for either of the 2 sentences."),
        (7, "Für die 7 Sätze fand", "for any of the 7 sentences."),
    ],
)
def test_no_support_is_said_as_such(sentences: int, german: str, english: str) -> None:
    nothing = replace(BY_A_PERSON, sentences=sentences, person=sentences, supported=0, confirmed=0)

    assert (
        f"{german} die maschinelle Prüfung keinen Beleg in den Quellen."
        in wording(nothing, PEOPLE, "de").details
    )
    assert (
        f"The machine's check found no evidence in the sources {english}"
        in wording(nothing, PEOPLE, "en").details
    )


def test_without_sources_nothing_is_said_to_have_been_compared() -> None:
    alone = replace(BY_A_PERSON, sources=0, origins=0, supported=0)

    german, english = wording(alone, PEOPLE, "de").details, wording(alone, PEOPLE, "en").details

    assert "Es lagen keine Quellen vor; der Text wurde mit nichts verglichen." in german
    assert "There were no sources; the text was compared with nothing." in english
    assert not any("maschinelle Prüfung" in sentence for sentence in german)
    assert not any("machine's check" in sentence for sentence in english)
    helped = replace(alone, person=0, rewritten=12)
    assert wording(helped, PEOPLE, "de").line == (
        "Mit maschineller Unterstützung erstellt und am 23. November 2026 vor der Veröffentlichung geprüft und "
        "freigegeben von Ruth Amsel (Chefin vom Dienst)."
    )
    assert wording(helped, PEOPLE, "en").line == (
        "Created with machine assistance, and checked and signed off before publication "
        "by Ruth Amsel (Chefin vom Dienst) on 23 November 2026."
    )


@pytest.mark.parametrize(
    ("sources", "not_compared", "german", "english"),
    [
        (
            0,
            1,
            (
                "Der Text wurde mit keiner Quelle verglichen.",
                "Eine Quelle wurde nicht verglichen (andere Sprache oder ohne Text).",
            ),
            (
                "The text was compared with no source.",
                "One source was not compared (another language, or without text).",
            ),
        ),
        (
            1,
            3,
            (
                "Der Text wurde mit einer Quelle verglichen.",
                "3 Quellen wurden nicht verglichen (andere Sprache oder ohne Text).",
            ),
            (
                "The text was compared with one source.",
                "3 sources were not compared (another language, or without text).",
            ),
        ),
    ],
)
def test_a_source_that_was_not_compared_is_said_to_be_so(
    sources: int, not_compared: int, german: tuple[str, ...], english: tuple[str, ...]
) -> None:
    one = replace(BY_A_PERSON, sources=sources, origins=sources, not_compared=not_compared, supported=0)

    for language, expected, check in (
        ("de", german, "maschinelle Prüfung"),
        ("en", english, "machine's check"),
    ):
        details = wording(one, PEOPLE, language).details
        assert details[2:4] == expected
        assert any(check in sentence for sentence in details) == (sources > 0)


def test_a_line_with_one_source_is_said_in_the_singular() -> None:
    one = replace(ALL_MACHINE, sources=1)

    assert wording(one, PEOPLE, "de").line.startswith(
        "Maschinell erstellt, mit einer Quelle verglichen und am"
    )
    assert wording(one, PEOPLE, "en").line.startswith(
        "Created by machine, compared with one source, and checked"
    )


def test_the_record_holds_the_signer_s_account_in_place_of_name_and_function() -> None:
    said = wording(MIXED, PEOPLE, "de")

    assert said.recorded == (
        "Mit maschineller Unterstützung erstellt, mit 6 Quellen verglichen und am 23. November 2026 "
        "vor der Veröffentlichung geprüft und freigegeben von {a2}."
    )
    assert filled(said.recorded, PEOPLE) == said.line
    assert filled(said.recorded, PEOPLE[:1]) == said.recorded
    braces = (replace(SIGNER, name="{a1}"), PEOPLE[0])
    assert filled("Freigegeben von {a2}.", braces) == "Freigegeben von {a1} (Chefin vom Dienst)."


def test_a_signer_without_a_function_has_no_empty_brackets() -> None:
    plain = (replace(SIGNER, function=""),)

    assert wording(BY_A_PERSON, plain, "de").line == (
        "Am 23. November 2026 vor der Veröffentlichung freigegeben von Ruth Amsel."
    )
    assert wording(MIXED, plain, "en").line == (
        "Created with machine assistance, compared with 6 sources, and checked and signed off before publication "
        "by Ruth Amsel on 23 November 2026."
    )


def test_several_machines_are_all_named() -> None:
    two = replace(MIXED, engines=("beleg-extractive 1", "schreiber 4"))

    assert "Beteiligte Maschinen: beleg-extractive 1, schreiber 4." in wording(two, PEOPLE, "de").details
    assert "Machines involved: beleg-extractive 1, schreiber 4." in wording(two, PEOPLE, "en").details


def test_the_moment_of_signing_is_told_in_utc() -> None:
    late = replace(BY_A_PERSON, signed_at="2026-11-24T00:30:00+01:00")

    assert "Am 23. November 2026 " in wording(late, PEOPLE, "de").line
    assert (
        "Freigegeben von Ruth Amsel am 23. November 2026 um 23:30 Uhr (UTC)."
        in wording(late, PEOPLE, "de").details
    )


@pytest.mark.parametrize(
    ("disclosure", "people", "reason"),
    [
        (replace(BY_A_PERSON, signed_by=""), PEOPLE, "has not been signed"),
        (BY_A_PERSON, PEOPLE[:1], "a2 that signed is not among"),
        (BY_A_PERSON, (replace(SIGNER, name="  "),), "a2 that signed has no name"),
        (replace(BY_A_PERSON, signed_at="gestern"), PEOPLE, "'gestern' is not a moment"),
        (replace(BY_A_PERSON, signed_at="2026-11-23T14:05:06"), PEOPLE, "no time zone"),
        (replace(BY_A_PERSON, signed_at="0001-01-01T00:00:00+14:00"), PEOPLE, "is not a moment"),
        (replace(BY_A_PERSON, person=11), PEOPLE, "do not add up"),
        (replace(BY_A_PERSON, machine=-1, person=13), PEOPLE, "do not add up"),
        (replace(BY_A_PERSON, origins=7), PEOPLE, "more origins than sources"),
        (replace(BY_A_PERSON, not_compared=-1), PEOPLE, "do not add up"),
        (replace(BY_A_PERSON, supported=13), PEOPLE, "more sentences supported or confirmed"),
    ],
)
def test_words_that_the_record_does_not_carry_are_refused(
    disclosure: Disclosure, people: tuple[Account, ...], reason: str
) -> None:
    with pytest.raises(Error, match=reason):
        wording(disclosure, people, "de")


@given(
    machine=st.integers(0, 4),
    rewritten=st.integers(0, 4),
    source=st.integers(0, 4),
    person=st.integers(0, 4),
    language=st.sampled_from(["de", "en"]),
)
def test_machine_help_is_claimed_exactly_where_a_machine_had_a_part(
    machine: int, rewritten: int, source: int, person: int, language: str
) -> None:
    sentences = machine + rewritten + source + person
    engines = ("beleg-extractive 1",) if machine + rewritten + source else ()
    disclosure = replace(
        BY_A_PERSON,
        sentences=sentences,
        machine=machine,
        rewritten=rewritten,
        source=source,
        person=person,
        engines=engines,
        supported=0,
        confirmed=0,
    )

    said = wording(disclosure, PEOPLE, language)

    claims = "maschinell" in said.line.lower() or "machine" in said.line
    assert claims == (machine + rewritten + source > 0)
    everything = " ".join((said.line, *said.details))
    assert not re.search(r"sorgfältig|carefully|\b[01] (Sätze|sentences)|\b[01] (von|of) ", everything)

"""The disclosure's words: exact, in both languages, graded by what the record shows."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.publishing.disclosing import FIGURES, Wording, filled, wording
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
    carried=9,
    settled=1,
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
    carried=2,
    settled=0,
)
ONE = replace(
    BY_A_PERSON,
    sentences=1,
    person=1,
    supported=1,
    confirmed=1,
    dismissed=0,
    sources=1,
    origins=1,
    carried=0,
    settled=0,
)


def as_before(disclosure: Disclosure, people: tuple[Account, ...], language: str) -> Wording:
    """As publications were worded whose record does not say how the figures are told: they have to stay verifiable."""
    return wording(disclosure, people, language, figures=0)


GERMAN_PERSONS = (
    "Der Text hat 12 Sätze, Überschriften mitgezählt.",
    "Der Text wurde mit 6 Quellen aus 5 Ursprüngen verglichen; dieselbe Agenturmeldung zählt als ein Ursprung.",
    "Jeder Satz ist einmal gezählt. Durch Quellen belegt, wie die Prüfung durch Beleg ergab: 9; von einem Menschen "
    "mit Begründung bestätigt: 2; von Menschen stehen gelassen, die jeden Befund mit Begründung verwarfen: 1.",
    "Ein Befund der Prüfung wurde mit Begründung verworfen.",
    "Von diesen Entscheidungen traf Ruth Amsel selbst: keine.",
    "Freigegeben von Ruth Amsel am 23. November 2026 um 14:05 Uhr (UTC).",
    "Nicht geprüft: ob die Quellen selbst recht haben.",
)
ENGLISH_PERSONS = (
    "The text has 12 sentences, headings included.",
    "The text was compared with 6 sources of 5 origins; the same agency copy counts as one origin.",
    "Every sentence is counted once. Supported by sources, as the check by Beleg found: 9; confirmed by a person who "
    "gave a reason: 2; left to stand by people who dismissed every finding with a reason: 1.",
    "One finding of the check was dismissed with a reason.",
    "Of these decisions Ruth Amsel made: none.",
    "Signed off by Ruth Amsel on 23 November 2026 at 14:05 (UTC).",
    "Not checked: whether the sources themselves are right.",
)
UNTOUCHED = replace(
    BY_A_PERSON,
    person=0,
    machine=1,
    source=11,
    engines=("beleg-extractive/0.1.0",),
    supported=12,
    confirmed=0,
    dismissed=0,
    machine_headline=True,
)
REWRITTEN = replace(UNTOUCHED, machine=0, source=4, rewritten=8, machine_headline=False)
HEADLINE = replace(BY_A_PERSON, person=11, machine=1, machine_headline=True, engines=("schreiber 4",))
NOT_REVIEWED = replace(
    HEADLINE,
    sources=0,
    origins=0,
    not_compared=2,
    supported=0,
    confirmed=0,
    dismissed=0,
    not_run=9,
    remarked=2,
)
SECOND_JUDGE = replace(REWRITTEN, judges=("llm-x",), judged=3, confirmed=1, by_signer=1)

CASES = {
    "no machine at all": (BY_A_PERSON, "", ""),
    "a machine's draft, untouched and only signed": (
        UNTOUCHED,
        "Maschinell erstellt und vor der Veröffentlichung von Ruth Amsel (Chefin vom Dienst) freigegeben.",
        "Created by machine and signed off before publication by Ruth Amsel (Chefin vom Dienst).",
    ),
    "a machine's draft, untouched, a sentence of it vouched for": (
        replace(UNTOUCHED, supported=11, confirmed=1),
        "Maschinell erstellt und vor der Veröffentlichung von Ruth Amsel (Chefin vom Dienst) geprüft.",
        "Created by machine and reviewed before publication by Ruth Amsel (Chefin vom Dienst).",
    ),
    "a machine's draft, rewritten and compared again": (
        REWRITTEN,
        "Mit maschineller Unterstützung erstellt und vor der Veröffentlichung von Ruth Amsel (Chefin vom Dienst) geprüft.",
        "Created with machine assistance and reviewed before publication by Ruth Amsel (Chefin vom Dienst).",
    ),
    "rewritten, but compared with nothing": (
        replace(REWRITTEN, sources=0, origins=0, supported=0),
        "Mit maschineller Unterstützung erstellt und vor der Veröffentlichung von Ruth Amsel (Chefin vom Dienst) freigegeben.",
        "Created with machine assistance and signed off before publication by Ruth Amsel (Chefin vom Dienst).",
    ),
    "a person's text under a machine's headline, reviewed": (
        HEADLINE,
        "Mit maschineller Unterstützung erstellt und vor der Veröffentlichung von Ruth Amsel (Chefin vom Dienst) geprüft.",
        "Created with machine assistance and reviewed before publication by Ruth Amsel (Chefin vom Dienst).",
    ),
    "a person's text under a machine's headline, only remarks on spelling dismissed": (
        replace(HEADLINE, confirmed=0, dismissed=4, weighed=0),
        "Mit maschineller Unterstützung erstellt und vor der Veröffentlichung von Ruth Amsel (Chefin vom Dienst) freigegeben.",
        "Created with machine assistance and signed off before publication by Ruth Amsel (Chefin vom Dienst).",
    ),
    "nothing compared, nothing decided": (
        NOT_REVIEWED,
        "Mit maschineller Unterstützung erstellt und vor der Veröffentlichung von Ruth Amsel (Chefin vom Dienst) freigegeben.",
        "Created with machine assistance and signed off before publication by Ruth Amsel (Chefin vom Dienst).",
    ),
    "a second judge was asked": (
        SECOND_JUDGE,
        "Mit maschineller Unterstützung erstellt und vor der Veröffentlichung von Ruth Amsel (Chefin vom Dienst) geprüft.",
        "Created with machine assistance and reviewed before publication by Ruth Amsel (Chefin vom Dienst).",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_line_says_what_the_record_shows_and_no_more(case: str) -> None:
    disclosure, german, english = CASES[case]
    assert wording(disclosure, PEOPLE, "de").line == german
    assert wording(disclosure, PEOPLE, "en").line == english


def test_without_a_machine_there_is_no_word_of_machines() -> None:
    german, english = wording(BY_A_PERSON, PEOPLE, "de"), wording(BY_A_PERSON, PEOPLE, "en")

    assert (german.line, german.recorded, german.details) == ("", "", GERMAN_PERSONS)
    assert (english.line, english.recorded, english.details) == ("", "", ENGLISH_PERSONS)
    assert not re.search(r"[Mm]asch|[Mm]achine", " ".join((*german.details, *english.details)))


def test_an_untouched_draft_of_a_machine_is_told_sentence_by_sentence() -> None:
    assert as_before(UNTOUCHED, PEOPLE, "de").details == (
        "Der Text hat 12 Sätze, Überschriften mitgezählt.",
        "Anteil der Maschine an den Sätzen: alle 12; davon von einem Menschen umgeschrieben: keiner.",
        "Einen von 12 Sätzen hat eine Maschine zusammengestellt.",
        "11 von 12 Sätzen hat eine Maschine unverändert aus den Quellen ausgewählt.",
        "Auch die Überschrift kommt von einer Maschine.",
        "Beteiligte Maschine: beleg-extractive/0.1.0 (nach festen Regeln, kein Sprachmodell).",
        "Der Text wurde mit 6 Quellen aus 5 Ursprüngen verglichen; dieselbe Agenturmeldung zählt als ein Ursprung.",
        "Für alle 12 Sätze fand die Prüfung durch Beleg Belege in den Quellen.",
        "Kein Satz wurde einzeln von einem Menschen bestätigt.",
        "Kein Befund der Prüfung wurde verworfen.",
        "Außer der Freigabe zeigt das Protokoll keine Prüfung durch einen Menschen.",
        "Freigegeben von Ruth Amsel am 23. November 2026 um 14:05 Uhr (UTC).",
        "Nicht geprüft: ob die Quellen selbst recht haben.",
        "Nicht zu erkennen: ob ein Satz, den ein Mensch eingegeben hat, anderswo mit einer Maschine entstanden ist.",
    )
    assert as_before(UNTOUCHED, PEOPLE, "en").details == (
        "The text has 12 sentences, headings included.",
        "The machine's part of the sentences: all 12; of these rewritten by a person: none.",
        "One of 12 sentences was put together by a machine.",
        "11 of 12 sentences were selected unchanged from the sources by a machine.",
        "The headline comes from a machine, too.",
        "Machine involved: beleg-extractive/0.1.0 (by fixed rules, no language model).",
        "The text was compared with 6 sources of 5 origins; the same agency copy counts as one origin.",
        "The check by Beleg found evidence in the sources for all 12 sentences.",
        "No single sentence was confirmed by a person.",
        "No finding of the check was dismissed.",
        "Apart from the signature the record shows no review by a person.",
        "Signed off by Ruth Amsel on 23 November 2026 at 14:05 (UTC).",
        "Not checked: whether the sources themselves are right.",
        "Not to be seen: whether a sentence that a person entered was made by a machine elsewhere.",
    )


COUNTED = replace(BY_A_PERSON, sentences=25, person=25, supported=24, carried=23, confirmed=1, settled=0)


def test_every_sentence_is_counted_once() -> None:
    one = replace(COUNTED, nothing_to_check=1)
    assert wording(one, PEOPLE, "de").details[2:4] == (
        "Jeder Satz ist einmal gezählt. Durch Quellen belegt, wie die Prüfung durch Beleg ergab: 23; von einem Menschen "
        "mit Begründung bestätigt: 1; mit nichts zu vergleichen (Überschriften, Fragen, Sätze ohne prüfbare Aussage): 1.",
        "Ein Befund der Prüfung wurde mit Begründung verworfen.",
    )
    assert wording(one, PEOPLE, "en").details[2:4] == (
        "Every sentence is counted once. Supported by sources, as the check by Beleg found: 23; confirmed by a person who "
        "gave a reason: 1; to be compared with nothing (headings, questions, sentences that assert nothing): 1.",
        "One finding of the check was dismissed with a reason.",
    )
    nothing = replace(NOT_REVIEWED, carried=0, settled=0)
    assert (
        "Jeder Satz ist einmal gezählt. Weder geprüft noch bestätigt: 12."
        in wording(nothing, PEOPLE, "de").details
    )
    assert (
        "Every sentence is counted once. Neither checked nor confirmed: 12."
        in wording(nothing, PEOPLE, "en").details
    )
    unsupported = replace(ONE, supported=0)
    assert (
        wording(unsupported, PEOPLE, "de")
        .details[2]
        .startswith(
            "Jeder Satz ist einmal gezählt. Durch Quellen belegt, wie die Prüfung durch Beleg ergab: keiner; von einem"
        )
    )
    assert (
        wording(unsupported, PEOPLE, "en")
        .details[2]
        .startswith(
            "Every sentence is counted once. Supported by sources, as the check by Beleg found: none; confirmed by"
        )
    )
    empty = replace(ONE, sentences=0, person=0, supported=0, confirmed=0)
    assert not any("gezählt" in each for each in wording(empty, PEOPLE, "de").details)


@given(
    parts=st.lists(st.integers(0, 40), min_size=5, max_size=5),
    both=st.integers(0, 40),
    language=st.sampled_from(["de", "en"]),
)
def test_the_figures_add_up_to_the_number_of_sentences(parts: list[int], both: int, language: str) -> None:
    carried, confirmed, settled, nothing, rest = parts
    n = sum(parts)
    one = replace(
        BY_A_PERSON,
        sentences=n,
        person=n,
        supported=min(n, carried + both),
        carried=carried,
        confirmed=confirmed,
        settled=settled,
        nothing_to_check=nothing,
        by_signer=0,
    )
    assert one.rest == rest
    told = [
        each for each in wording(one, PEOPLE, language).details if re.match("Jeder Satz|Every sentence", each)
    ]
    assert len(told) == (n > 0)
    assert sum(int(count) for each in told for count in re.findall(r": (\d+)", each)) == n


def test_a_sentence_that_is_counted_twice_is_refused_but_where_it_was_told_so() -> None:
    twice = replace(COUNTED, nothing_to_check=2)
    with pytest.raises(Error, match="counted twice"):
        wording(twice, PEOPLE, "de")
    assert "Für 24 von 25 Sätzen fand die Prüfung durch Beleg Belege in den Quellen." in (
        as_before(twice, PEOPLE, "de").details
    )
    with pytest.raises(Error, match="never told in the way 2"):
        wording(COUNTED, PEOPLE, "de", figures=FIGURES + 1)


def test_what_a_person_rewrote_is_told_as_a_share() -> None:
    assert wording(REWRITTEN, PEOPLE, "de").details[1:4] == (
        "Anteil der Maschine an den Sätzen: alle 12; davon von einem Menschen umgeschrieben: "
        "mehr als die Hälfte (8 von 12).",
        "8 von 12 Sätzen hat eine Maschine begonnen und ein Mensch umgeschrieben.",
        "4 von 12 Sätzen hat eine Maschine unverändert aus den Quellen ausgewählt.",
    )
    assert wording(REWRITTEN, PEOPLE, "en").details[1:4] == (
        "The machine's part of the sentences: all 12; of these rewritten by a person: more than half (8 of 12).",
        "8 of 12 sentences were begun by a machine and rewritten by a person.",
        "4 of 12 sentences were selected unchanged from the sources by a machine.",
    )
    half = replace(BY_A_PERSON, person=6, machine=5, rewritten=1)
    assert wording(half, PEOPLE, "de").details[1] == (
        "Anteil der Maschine an den Sätzen: die Hälfte (6 von 12); davon von einem Menschen umgeschrieben: "
        "weniger als die Hälfte (einer von 6)."
    )
    assert wording(half, PEOPLE, "en").details[1] == (
        "The machine's part of the sentences: half (6 of 12); of these rewritten by a person: less than half (one of 6)."
    )


def test_a_machine_s_headline_over_a_person_s_text_is_named() -> None:
    assert wording(HEADLINE, PEOPLE, "de").details[1:6] == (
        "Anteil der Maschine an den Sätzen: weniger als die Hälfte (einer von 12); "
        "davon von einem Menschen umgeschrieben: keiner.",
        "11 von 12 Sätzen hat ein Mensch eingegeben.",
        "Einen von 12 Sätzen hat eine Maschine zusammengestellt.",
        "Auch die Überschrift kommt von einer Maschine.",
        "Beteiligte Maschine: schreiber 4.",
    )
    assert wording(HEADLINE, PEOPLE, "en").details[1:6] == (
        "The machine's part of the sentences: less than half (one of 12); of these rewritten by a person: none.",
        "11 of 12 sentences were entered by a person.",
        "One of 12 sentences was put together by a machine.",
        "The headline comes from a machine, too.",
        "Machine involved: schreiber 4.",
    )


def test_what_was_not_reviewed_is_told() -> None:
    assert as_before(NOT_REVIEWED, PEOPLE, "de").details[6:] == (
        "Der Text wurde mit keiner Quelle verglichen.",
        "2 Quellen wurden nicht verglichen (andere Sprache oder ohne Text).",
        "Kein Satz wurde einzeln von einem Menschen bestätigt.",
        "Kein Befund der Prüfung wurde verworfen.",
        "Außer der Freigabe zeigt das Protokoll keine Prüfung durch einen Menschen.",
        "Freigegeben von Ruth Amsel am 23. November 2026 um 14:05 Uhr (UTC).",
        "9 der Prüfungen liefen nicht; welche und warum, steht unten.",
        "2 Hinweise der Prüfung blieben ohne Entscheidung; Hinweise verlangen keine.",
        "Nicht geprüft: ob die Quellen selbst recht haben.",
        "Nicht zu erkennen: ob ein Satz, den ein Mensch eingegeben hat, anderswo mit einer Maschine entstanden ist.",
    )
    assert as_before(NOT_REVIEWED, PEOPLE, "en").details[6:] == (
        "The text was compared with no source.",
        "2 sources were not compared (another language, or without text).",
        "No single sentence was confirmed by a person.",
        "No finding of the check was dismissed.",
        "Apart from the signature the record shows no review by a person.",
        "Signed off by Ruth Amsel on 23 November 2026 at 14:05 (UTC).",
        "9 of the checks did not run; which and why stands below.",
        "2 notices of the check were left undecided; notices ask for no decision.",
        "Not checked: whether the sources themselves are right.",
        "Not to be seen: whether a sentence that a person entered was made by a machine elsewhere.",
    )
    one = replace(NOT_REVIEWED, not_run=1, remarked=1, nothing_to_check=1)
    german, english = as_before(one, PEOPLE, "de").details, as_before(one, PEOPLE, "en").details
    assert german[12:15] == (
        "Einen von 12 Sätzen konnte die Prüfung mit nichts vergleichen: Überschriften, Fragen, Sätze ohne prüfbare Aussage.",
        "Eine der Prüfungen lief nicht; welche und warum, steht unten.",
        "Ein Hinweis der Prüfung blieb ohne Entscheidung; Hinweise verlangen keine.",
    )
    assert english[12:15] == (
        "One of 12 sentences could be compared with nothing: headings, questions, sentences that assert nothing.",
        "One of the checks did not run; which and why stands below.",
        "One notice of the check was left undecided; notices ask for no decision.",
    )


def test_a_second_judge_is_named_with_what_it_was_asked() -> None:
    german, english = wording(SECOND_JUDGE, PEOPLE, "de").details, wording(SECOND_JUDGE, PEOPLE, "en").details

    assert (
        "Eine zweite Meinung gab ein Sprachmodell (llm-x) zu 3 Sätzen; entschieden hat es nichts." in german
    )
    assert "A language model (llm-x) gave a second opinion on 3 sentences; it decided nothing." in english
    assert "Von diesen Entscheidungen traf Ruth Amsel selbst: die einzige." in german
    assert "Of these decisions Ruth Amsel made: the only one." in english
    one = replace(SECOND_JUDGE, judged=1)
    assert "(llm-x) zu einem Satz; entschieden" in " ".join(wording(one, PEOPLE, "de").details)
    assert "second opinion on one sentence;" in " ".join(wording(one, PEOPLE, "en").details)


def test_a_text_of_two_sentences_of_one_origin() -> None:
    german = as_before(ALL_MACHINE, PEOPLE, "de")
    english = as_before(ALL_MACHINE, PEOPLE, "en")

    assert german.details[1:4] == (
        "Anteil der Maschine an den Sätzen: alle 2; davon von einem Menschen umgeschrieben: keiner.",
        "Beide Sätze hat eine Maschine unverändert aus den Quellen ausgewählt.",
        "Der Text wurde mit 2 Quellen aus einem Ursprung verglichen; dieselbe Agenturmeldung zählt als ein Ursprung.",
    )
    assert "Für beide Sätze fand die Prüfung durch Beleg Belege in den Quellen." in german.details
    assert english.details[2:4] == (
        "Both sentences were selected unchanged from the sources by a machine.",
        "The text was compared with 2 sources of one origin; the same agency copy counts as one origin.",
    )
    assert "The check by Beleg found evidence in the sources for both sentences." in english.details


def test_one_of_everything_is_said_in_the_singular() -> None:
    assert as_before(ONE, PEOPLE, "de").details[:4] == (
        "Der Text hat einen Satz.",
        "Der Text wurde mit einer Quelle verglichen.",
        "Für den einzigen Satz fand die Prüfung durch Beleg Belege in den Quellen.",
        "Den einzigen Satz hat ein Mensch mit Begründung bestätigt.",
    )
    assert as_before(ONE, PEOPLE, "en").details[:4] == (
        "The text has one sentence.",
        "The text was compared with one source.",
        "The check by Beleg found evidence in the sources for the only sentence.",
        "The only sentence was confirmed by a person who gave a reason.",
    )
    alone = replace(ONE, person=0, rewritten=1)
    assert as_before(alone, PEOPLE, "de").details[1] == (
        "Anteil der Maschine an den Sätzen: der einzige; davon von einem Menschen umgeschrieben: der einzige."
    )
    assert as_before(alone, PEOPLE, "en").details[1] == (
        "The machine's part of the sentences: the only one; of these rewritten by a person: the only one."
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
        f"{german} die Prüfung durch Beleg keinen Beleg in den Quellen."
        in as_before(nothing, PEOPLE, "de").details
    )
    assert (
        f"The check by Beleg found no evidence in the sources {english}"
        in as_before(nothing, PEOPLE, "en").details
    )


def test_without_sources_nothing_is_said_to_have_been_compared() -> None:
    alone = replace(BY_A_PERSON, sources=0, origins=0, supported=0)

    german, english = as_before(alone, PEOPLE, "de").details, as_before(alone, PEOPLE, "en").details

    assert "Es lagen keine Quellen vor; der Text wurde mit nichts verglichen." in german
    assert "There were no sources; the text was compared with nothing." in english
    assert not any("Prüfung durch Beleg" in sentence for sentence in german)
    assert not any("check by Beleg" in sentence for sentence in english)


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
        ("de", german, "Prüfung durch Beleg"),
        ("en", english, "check by Beleg"),
    ):
        details = as_before(one, PEOPLE, language).details
        assert details[1:3] == expected
        assert any(check in sentence for sentence in details) == (sources > 0)


def test_the_record_holds_the_signer_s_account_in_place_of_name_and_function() -> None:
    said = wording(MIXED, PEOPLE, "de")

    assert said.recorded == (
        "Mit maschineller Unterstützung erstellt und vor der Veröffentlichung von {a2} geprüft."
    )
    assert filled(said.recorded, PEOPLE) == said.line
    assert filled(said.recorded, PEOPLE[:1]) == said.recorded
    braces = (replace(SIGNER, name="{a1}"), PEOPLE[0])
    assert filled("Freigegeben von {a2}.", braces) == "Freigegeben von {a1} (Chefin vom Dienst)."


def test_a_signer_without_a_function_has_no_empty_brackets() -> None:
    plain = (replace(SIGNER, function=""),)

    assert wording(MIXED, plain, "de").line == (
        "Mit maschineller Unterstützung erstellt und vor der Veröffentlichung von Ruth Amsel geprüft."
    )
    assert wording(MIXED, plain, "en").line == (
        "Created with machine assistance and reviewed before publication by Ruth Amsel."
    )


def test_several_machines_are_all_named() -> None:
    two = replace(MIXED, engines=("beleg-extractive/1", "schreiber 4"))

    assert (
        "Beteiligte Maschinen: beleg-extractive/1 (nach festen Regeln, kein Sprachmodell), schreiber 4."
        in wording(two, PEOPLE, "de").details
    )
    assert (
        "Machines involved: beleg-extractive/1 (by fixed rules, no language model), schreiber 4."
        in wording(two, PEOPLE, "en").details
    )


def test_the_moment_of_signing_is_told_in_utc() -> None:
    late = replace(BY_A_PERSON, signed_at="2026-11-24T00:30:00+01:00")

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
        (replace(BY_A_PERSON, weighed=2), PEOPLE, "more decisions of a kind"),
        (replace(BY_A_PERSON, by_signer=4), PEOPLE, "more decisions of a kind"),
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
        carried=0,
        settled=0,
    )

    said = wording(disclosure, PEOPLE, language)

    helped = machine + rewritten + source > 0
    assert bool(said.line) == helped
    assert ("maschinell" in said.line.lower() or "machine" in said.line) == helped
    assert ("geprüft" in said.line or "reviewed" in said.line) == (helped and disclosure.reviewed)
    everything = " ".join((said.line, *said.details))
    assert not re.search(r"sorgfältig|carefully|\b[01] (Sätze|sentences)|\b[01] (von|of) ", everything)

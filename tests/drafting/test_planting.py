"""Faults planted by rule: each changes what a sentence says, and the same seed plants the same."""

from collections.abc import Set

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.drafting.planting import planted
from beleg.language.planting import planting_words
from beleg.language.registry import language_for
from beleg.reading import read
from beleg.terms.reading import Reading
from beleg.terms.training import FaultKind, PlantedFault

STORY = """# Hallenbad wird saniert

Bürgermeisterin Anke Roloff eröffnete die Sitzung am Abend. Ingenieurin Jana Kern stellte den Plan vor. \
Die Arbeiten kosten 4.200.000 Euro und dauern 18 Monate. „Wir müssen jetzt nicht länger warten“, sagte Anke Roloff. \
Der Verein sei zufrieden, teilte Sprecher Ole Brandt mit. Das Bad ist offenbar undicht. Der Rat stimmte nicht zu.
"""
KINDS = FaultKind


def _reading(text: str, language: str = "de") -> Reading:
    return read(text, language_for(language))


def _plant(
    text: str, *, language: str = "de", true: Set[int] | None = None, faults: int = 12, seed: str = "s"
) -> tuple[str, tuple[PlantedFault, ...]]:
    known = language_for(language)
    assert known is not None
    reading = _reading(text, language)
    places = frozenset(range(len(reading.sentences))) if true is None else true
    return planted(reading, known, places, faults=faults, seed=seed)


def _now(sentence: str, kind: FaultKind, language: str = "de", around: str = "") -> set[str]:
    """What becomes of a sentence under one kind of fault, with any of many seeds."""
    text = f"{sentence}\n\n{around}" if around else sentence
    made = [_plant(text, language=language, true=frozenset({0}), seed=str(seed))[1] for seed in range(12)]
    return {fault.now for faults in made for fault in faults if fault.kind is kind}


@pytest.mark.parametrize(
    ("sentence", "kind", "now"),
    [
        ("Der Bau kostet 23,8 Millionen Euro.", KINDS.NUMBER, {"Der Bau kostet 32,8 Millionen Euro."}),
        ("Der Bau kostet 60 Millionen Euro.", KINDS.NUMBER, {"Der Bau kostet 70 Millionen Euro."}),
        ("Der Rat hat den Plan nicht gebilligt.", KINDS.NEGATION, {"Der Rat hat den Plan gebilligt."}),
        ("Der Plan ist offenbar falsch.", KINDS.RESERVATION, {"Der Plan ist falsch."}),
        (
            "„Wir müssen das Bad jetzt bauen“, sagte Kern.",
            KINDS.QUOTATION,
            {"„Wir können das Bad jetzt bauen“, sagte Kern."},
        ),
        (
            "„Das ist für mich nicht verhandelbar“, sagte Kern.",
            KINDS.QUOTATION,
            {"„Das ist für mich verhandelbar“, sagte Kern."},
        ),
        (
            "Der Verein sei zufrieden und habe gewonnen, teilte Jana Kern mit.",
            KINDS.ATTRIBUTION,
            {"Der Verein ist zufrieden und hat gewonnen."},
        ),
    ],
)
def test_what_the_rules_make(sentence: str, kind: FaultKind, now: set[str]) -> None:
    assert _now(sentence, kind) == now


def test_a_person_is_exchanged_for_another_one_of_the_text_who_takes_the_same_pronouns() -> None:
    around = "Sängerin Jana Kern klatschte. Trainer Ole Brandt schwieg."
    assert _now("Bürgermeisterin Anke Roloff sprach.", KINDS.NAME, around=around) == {
        "Bürgermeisterin Jana Kern sprach."
    }


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Das ist nicht nur teuer, sondern falsch.", KINDS.NEGATION),
        ("Der Rat hat noch nicht getagt.", KINDS.NEGATION),
        ("„Das ist so gut wie nichts wert“, sagte Kern.", KINDS.NUMBER),
        ("Wir warten immer.", KINDS.QUOTATION),
        ("Der Verein radle viel, teilte Jana Kern mit.", KINDS.ATTRIBUTION),
        ("Bürgermeisterin Anke Roloff sprach.", KINDS.NAME),
        ("Der Rat tagt am 5. Mai 2026.", KINDS.NUMBER),
    ],
)
def test_where_the_rules_give_up(sentence: str, kind: FaultKind) -> None:
    assert _now(sentence, kind) == set()


def test_english_has_its_own_words() -> None:
    assert _now("The bridge will close in May, engineer Tom Berg said.", KINDS.ATTRIBUTION, "en") == {
        "The bridge will close in May."
    }
    assert _now("The mayor did not sign the plan.", KINDS.NEGATION, "en") == {"The mayor did sign the plan."}
    assert _now("“We must build more bridges”, Tom Berg said.", KINDS.QUOTATION, "en") == {
        "“We may build more bridges”, Tom Berg said.",
        "“We must build less bridges”, Tom Berg said.",
    }


@given(st.text(max_size=8), st.integers(1, 12))
def test_faults_stand_in_the_text_and_nothing_else_has_changed(seed: str, faults: int) -> None:
    text, found = _plant(STORY, seed=seed, faults=faults)
    assert 1 <= len(found) <= faults
    back, reading = text, _reading(STORY)
    for fault in found:
        assert fault.was == reading.sentences[fault.sentence].text
        assert fault.now != fault.was and back.count(fault.now) == 1
        back = back.replace(fault.now, fault.was)
    assert back == STORY
    assert len({fault.sentence for fault in found}) == len(found)


def test_the_same_seed_plants_the_same_and_another_one_others() -> None:
    made = {_plant(STORY, seed=str(seed), faults=3)[0] for seed in range(10)}
    assert _plant(STORY, seed="1", faults=3) == _plant(STORY, seed="1", faults=3)
    assert len(made) > 3


def test_the_kinds_take_turns() -> None:
    _, found = _plant(STORY, faults=5)
    assert len({fault.kind for fault in found}) == 5


def test_only_what_is_true_is_made_false() -> None:
    _, found = _plant(STORY, true=frozenset({3}))
    assert {fault.sentence for fault in found} == {3}
    assert _plant(STORY, true=frozenset()) == (STORY, ())


def test_a_planted_text_has_as_many_sentences_as_before() -> None:
    for seed in range(8):
        text, found = _plant(STORY, seed=str(seed))
        sentences = _reading(text).sentences
        assert len(sentences) == len(_reading(STORY).sentences)
        assert all(sentences[fault.sentence].text == fault.now for fault in found)


def test_a_language_without_words_for_it_has_none() -> None:
    assert planting_words("fi") is None and planting_words("") is None

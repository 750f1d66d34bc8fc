"""Mood and attribution across languages: what German says by the Konjunktiv English says with "said", and the other way
round.
"""

import pytest

from beleg.drafting.across import differences
from beleg.drafting.sides import side_at
from beleg.language.de.german import GERMAN
from beleg.language.en.english import ENGLISH
from beleg.language.language import Language
from beleg.pipeline import reading_of
from beleg.terms.source import Source
from beleg.terms.span import Span

KEPT = [
    ("Die Firma habe nichts gewusst, sagte Kroll.", "The company had known nothing, Kroll said."),
    ("Roloff sagte, die Halle sei marode.", "Roloff said the hall was dilapidated."),
    ("Laut Polizei war der Fahrer betrunken.", "According to police, the driver was drunk."),
    ("Nach Angaben der Stadt dauert der Bau drei Jahre.", "Building takes three years, the town said."),
    ("Kroll warf der Stadt vor, sie habe gelogen.", "Kroll accused the town of lying."),
    ("Die Ministerin behauptet, der See sei sauber.", "The minister claims the lake is clean."),
    ("Reed kündigte an, die Brücke zu sperren.", "Reed announced that he would close the bridge."),
    ("Der Rat beschloss den Bau, weil die Halle marode sei.", "The council approved the building because, it said, the hall was dilapidated."),
    ("„Niemand soll ein Risiko eingehen“, sagte Hollmann.", "“Nobody should take a risk,” Hollmann said."),
    ("Der Fahrer soll geschlafen haben.", "The driver was allegedly asleep."),
    ("Die Brücke ist gesperrt.", "The bridge is closed."),
]  # fmt: skip
LOST = [
    ("Die Firma habe nichts gewusst, sagte Kroll.", "The company had known nothing."),
    ("Der Bau dauere drei Jahre.", "Building takes three years."),
    ("Laut Polizei war der Fahrer betrunken.", "The driver was drunk."),
    ("Der Rat beschloss den Bau, weil die Halle marode sei.", "The council approved the building because the hall was dilapidated."),
    ("Kroll warf der Stadt vor, sie habe gelogen.", "The town has lied."),
    ("Die Ministerin behauptet, der See sei sauber.", "The lake is clean."),
    ("Der Fahrer sei betrunken gewesen, hieß es.", "The driver had been drunk."),
    ("Sie habe das Geld nicht genommen.", "She did not take the money."),
]  # fmt: skip
INTO_KEPT = [
    ("The town had not asked anybody, Reed said.", "Die Stadt habe niemanden gefragt, sagte Reed."),
    ("Police said the driver was drunk.", "Die Polizei teilte mit, der Fahrer sei betrunken gewesen."),
    ("According to police, the driver is injured.", "Laut Polizei ist der Fahrer verletzt."),
    ("Police said the driver was injured.", "Nach Angaben der Polizei ist der Fahrer verletzt."),
    ("Reed announced that the bridge would close.", "Reed kündigte an, die Brücke zu sperren."),
    ("Kroll accused the town of lying.", "Kroll warf der Stadt vor, gelogen zu haben."),
    ("The costs had doubled, Roloff said.", "Die Kosten hätten sich verdoppelt, sagte Roloff."),
    ("“Nobody should take a risk,” Hollmann said.", "„Niemand soll ein Risiko eingehen“, sagte Hollmann."),
    ("The bridge is closed.", "Die Brücke ist gesperrt."),
]
INTO_LOST = [
    ("The town had not asked anybody, Reed said.", "Die Stadt hat niemanden gefragt, sagte Reed."),
    ("Police said the driver was drunk.", "Die Polizei teilte mit, der Fahrer war betrunken."),
    ("The costs had doubled, Roloff said.", "Die Kosten haben sich verdoppelt, sagte Roloff."),
    ("Roloff said the hall was dilapidated.", "Roloff sagte, dass die Halle marode ist."),
    ("The lake is clean, the minister claims.", "Der See ist sauber."),
    ("Police said the driver was drunk.", "Der Fahrer war betrunken."),
]


def found(original: str, translation: str, language: Language, into: Language) -> list[str]:
    sides = [
        side_at(reading_of(Source(text=text, language=one.code), one), Span(0, len(text)), one)
        for text, one in ((original, language), (translation, into))
    ]
    return list(differences(sides[0], sides[1], "en"))


@pytest.mark.parametrize(("original", "translation"), KEPT)
def test_what_english_attributes_stands(original: str, translation: str) -> None:
    assert found(original, translation, GERMAN, ENGLISH) == []


@pytest.mark.parametrize(("original", "translation"), LOST)
def test_what_english_tells_as_a_fact_does_not(original: str, translation: str) -> None:
    assert any("whose statement" in reason for reason in found(original, translation, GERMAN, ENGLISH))


@pytest.mark.parametrize(("original", "translation"), INTO_KEPT)
def test_what_german_has_in_the_konjunktiv_stands(original: str, translation: str) -> None:
    assert found(original, translation, ENGLISH, GERMAN) == []


@pytest.mark.parametrize(("original", "translation"), INTO_LOST)
def test_what_german_has_in_the_indicative_does_not(original: str, translation: str) -> None:
    reasons = found(original, translation, ENGLISH, GERMAN)
    assert any("subjunctive" in reason or "whose statement" in reason for reason in reasons)

"""Direct quotations and whose words they are."""

import pytest

from tests.reading.reading import Words, quotations, reading


@pytest.mark.parametrize(
    "quoted",
    ["„Die Brücke ist sicher“", "»Die Brücke ist sicher«", "«Die Brücke ist sicher»", "‚Die Brücke ist sicher‘",
     "“Die Brücke ist sicher”", '"Die Brücke ist sicher"', '„Die Brücke ist sicher"', "‘Die Brücke ist sicher’"],
)  # fmt: skip
def test_every_mark(quoted: str) -> None:
    expected = [Words("direct", ("Die Brücke ist sicher",), "Jana Kern")]
    assert quotations(f"{quoted}, sagte Jana Kern am Montag.") == expected
    assert quotations(f"Jana Kern sagte: {quoted}.") == expected


def test_an_interrupted_quotation_is_one() -> None:
    text = "„Die Brücke“, sagte Kern, „ist sicher.“"
    assert quotations(text) == [Words("direct", ("Die Brücke", "ist sicher."), "Kern")]


def test_the_next_quotation_has_the_same_speaker() -> None:
    text = "„Die Brücke ist sicher“, sagte die Sprecherin. „Wir prüfen weiter.“"
    assert [q.speaker for q in quotations(text)] == ["die Sprecherin", "die Sprecherin"]


def test_several_sentences_are_one_quotation() -> None:
    text = "Kern sagte: „Wir sind fertig. Es reicht.“ Dann ging sie."
    assert quotations(text) == [Words("direct", ("Wir sind fertig. Es reicht.",), "Kern")]
    text = "„Wir sind fertig. Es reicht“, sagte Kern."
    assert quotations(text) == [Words("direct", ("Wir sind fertig. Es reicht",), "Kern")]


def test_over_paragraphs() -> None:
    text = "Kern sagte: „Wir sind fertig.\n\n„Es reicht.“\n\nDann ging sie."
    assert quotations(text) == [Words("direct", ("Wir sind fertig.", "Es reicht."), "Kern")]


def test_announced_in_the_paragraph_before() -> None:
    text = "Der Dezernent Ole Brandt erklärte dazu:\n\n„Das Geld reicht nicht.“"
    assert quotations(text) == [Words("direct", ("Das Geld reicht nicht.",), "Der Dezernent Ole Brandt")]


def test_few_words_that_a_verb_names() -> None:
    text = "Kern nannte den Plan „einen schlechten Scherz“."
    assert quotations(text) == [Words("direct", ("einen schlechten Scherz",), "Kern")]
    assert Words("direct", ("Unfug",), "Kern") in quotations("Kern bezeichnete das als „Unfug“.")


def test_words_quoted_inside_indirect_speech() -> None:
    text = "Kern sagte, der Plan sei „ein Schlag ins Gesicht der Pendler“."
    assert quotations(text) == [
        Words("indirect", ("der Plan sei „ein Schlag ins Gesicht der Pendler“",), "Kern"),
        Words("direct", ("ein Schlag ins Gesicht der Pendler",), "Kern"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Er liest die „Neue Rundschau“ und den „Boten“.",
        "Das „Haus der Kunst“ bleibt am Montag zu.",
        "Der so genannte „Runde Tisch“ tagte am Abend.",
        "Die „Bild“-Zeitung kommt morgen.",
        "Er spielte 'Hamlet' im Park.",
        "Die Rätin las im Magazin „Neue große Brücken“ und ging.",
    ],
)
def test_names_and_emphasis_are_no_quotations(text: str) -> None:
    assert quotations(text) == []


def test_words_on_a_placard_have_no_speaker() -> None:
    text = "Kern sagte, sie komme. Auf dem Plakat stand „Wir wollen unsere Brücke zurück“."
    assert quotations(text)[-1] == Words("direct", ("Wir wollen unsere Brücke zurück",), "")
    assert any("Wir wollen unsere Brücke" in remark for remark in reading(text).undecided)


def test_a_quotation_in_a_quotation_belongs_to_the_outer_speaker() -> None:
    text = "„Er rief ‚Halt an!‘ und lief los“, sagte die Zeugin."
    assert quotations(text) == [Words("direct", ("Er rief ‚Halt an!‘ und lief los",), "die Zeugin")]


@pytest.mark.parametrize(
    "text", ["„Das ist offen, sagte Kern.", "Das ist zu“, sagte Kern.", "Das „ist „offen."]
)
def test_marks_without_partner_are_said(text: str) -> None:
    read = reading(text)
    assert not any(q.kind.value == "direct" for q in read.quotations)
    assert any("Anführungszeichen" in remark for remark in read.undecided)


def test_many_marks_without_partner_are_summed_up() -> None:
    undecided = reading("„Ja “Nein \n\n" * 20 + "Ende.").undecided
    assert len(undecided) == 21
    assert "20" in undecided[-1]

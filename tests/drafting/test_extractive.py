"""The extractive engine on sources of our own: what it takes over, what it leaves, and that nothing changes on the
way.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleg.drafting.draft import Draft
from beleg.drafting.extractive import ENGINE, write
from beleg.drafting.leaning import needed, together
from beleg.language.de.german import GERMAN
from beleg.language.en.english import ENGLISH
from beleg.language.language import Language
from beleg.pipeline import check_draft
from beleg.reading import read
from beleg.terms.refusal import Error
from beleg.terms.revision import Origin
from beleg.terms.source import Source

COUNCIL = Source(
    title="Rat von Tannwiel beschließt Neubau der Schwimmhalle",
    media_type="text/html",
    publisher="Tannwieler Bote",
    published=datetime(2026, 3, 4, 18, tzinfo=UTC),
    text=(
        "TANNWIEL (tbo) - Der Rat von Tannwiel hat am Dienstag den Neubau der Schwimmhalle beschlossen. "
        "Für den Neubau der Schwimmhalle stimmten 21 Mitglieder des Rates.\n\n"
        "Die Schwimmhalle soll 18 Millionen Euro kosten. Dabei sind die Außenanlagen nicht eingerechnet.\n\n"
        "„Die alte Halle ist nicht mehr zu retten“, sagte Bürgermeisterin Jette Rothkamm nach der Sitzung. "
        "Sie habe sich die Entscheidung nicht leicht gemacht. Der Neubau sei dennoch richtig.\n\n"
        "Dienstag, 3. März, 18 Uhr bis 21 Uhr, Ratssaal.\n\n"
        "Haben Sie Fragen zum Neubau der Schwimmhalle? Schreiben Sie dem Rat von Tannwiel über Ihre Sorgen.\n\n"
        "vielen Dank für den Neubau der Schwimmhalle.\n\n"
        "Wir berichten weiter über den Neubau der Schwimmhalle.\n\n"
        "Kontakt: redaktion@tannwieler-bote.example"
    ),
)
PRESS = Source(
    title="Neubau der Schwimmhalle in Tannwiel kommt",
    media_type="text/html",
    publisher="Stadt Tannwiel",
    published=datetime(2026, 3, 3, 9, tzinfo=UTC),
    text=(
        "Wir freuen uns über den Neubau der Schwimmhalle in Tannwiel.\n\n"
        "Die Bauarbeiten an der neuen Schwimmhalle beginnen im Herbst auf dem Festplatz in Tannwiel. "
        "Der Stadtbaurat Henrik Oltmanns rechnet mit einer Bauzeit von zwei Jahren."
    ),
)


def drafted(sources: Sequence[Source], language: Language = GERMAN, sentences: int = 12) -> Draft:
    return write(sources, [read(s.text, language) for s in sources], language=language, sentences=sentences)


def texts(draft: Draft) -> list[str]:
    return [sentence.text for sentence in draft.sentences]


def test_every_sentence_knows_its_passage_and_whose_words_it_has() -> None:
    draft = drafted([PRESS, COUNCIL])
    by_id = {source.id: source for source in (PRESS, COUNCIL)}
    headline, *body = draft.sentences
    assert headline.text == COUNCIL.title
    assert draft.content.startswith(f"# {COUNCIL.title}\n\n")
    assert body
    assert {sentence.origin for sentence in draft.sentences} == {Origin.SOURCE, Origin.MACHINE}
    for sentence in draft.sentences:
        assert (sentence.engine, sentence.changed_by) == (ENGINE, "")
        assert sentence.text in draft.content
    for sentence in body:
        (passage,) = sentence.passages
        assert passage.span.of(by_id[passage.source].text) == passage.text
        as_it_stands = " ".join(passage.text.split()) == sentence.text
        assert as_it_stands == (sentence.origin is Origin.SOURCE)


def test_what_one_source_alone_states_is_told_as_its_statement() -> None:
    body = texts(drafted([PRESS, COUNCIL]))[1:]
    assert (
        "Der Rat von Tannwiel habe am Dienstag den Neubau der Schwimmhalle beschlossen, "
        "berichtete der Tannwieler Bote." in body
    )
    assert (
        "Die Bauarbeiten an der neuen Schwimmhalle würden im Herbst auf dem Festplatz in Tannwiel beginnen, "
        "teilte die Stadt Tannwiel mit." in body
    )


def test_what_two_origins_report_stands_as_it_is() -> None:
    draft = write(
        [PRESS, COUNCIL],
        [read(s.text, GERMAN) for s in (PRESS, COUNCIL)],
        language=GERMAN,
        corroborated=lambda _, sentences: frozenset(sentences),
    )
    assert "Der Rat von Tannwiel hat am Dienstag den Neubau der Schwimmhalle beschlossen." in texts(draft)
    assert {sentence.origin for sentence in draft.sentences} == {Origin.SOURCE}


def test_what_leans_on_a_sentence_that_cannot_be_told_stays_behind() -> None:
    story = Source(
        publisher="Tannwieler Bote",
        text=(
            "Der Rat von Tannwiel hat in der heutigen Sitzung den Neubau der Schwimmhalle beschlossen. "
            "Demnach wird die Schwimmhalle von Tannwiel im Herbst gebaut. "
            "Die Schwimmhalle von Tannwiel ist 60 Jahre alt."
        ),
    )
    assert texts(drafted([story])) == [
        "Die Schwimmhalle von Tannwiel sei 60 Jahre alt, berichtete der Tannwieler Bote."
    ]


def test_passages_can_be_left_out() -> None:
    readings = [read(COUNCIL.text, GERMAN)]
    first = write([COUNCIL], readings, language=GERMAN)
    left_out = first.sentences[1].passages[0]
    second = write([COUNCIL], readings, language=GERMAN, without={left_out})
    assert left_out in {p for sentence in first.sentences for p in sentence.passages}
    assert left_out not in {p for sentence in second.sentences for p in sentence.passages}


def test_the_answers_of_an_interview_are_not_told_as_the_papers_statements() -> None:
    interview = Source(
        publisher="Tannwieler Bote",
        text=(
            "Der Rat von Tannwiel hat den Neubau der Schwimmhalle beschlossen.\n\n"
            "Warum wird die Schwimmhalle neu gebaut?\n\nDie alte Schwimmhalle in Tannwiel ist baufällig.\n\n"
            "Was kostet der Neubau der Schwimmhalle?\n\nDer Neubau der Schwimmhalle kostet 18 Millionen Euro.\n\n"
            "Wann ist der Neubau der Schwimmhalle fertig?\n\nDer Neubau der Schwimmhalle dauert zwei Jahre."
        ),
    )
    (sentence,) = texts(drafted([interview]))
    assert sentence.startswith("Der Rat von Tannwiel habe den Neubau")


def test_nor_are_those_that_begin_with_who_speaks() -> None:
    interview = Source(
        publisher="Tannwieler Bote",
        text=(
            "Der Rat von Tannwiel hat den Neubau der Schwimmhalle beschlossen.\n\n"
            "Edda Quast: Der Neubau der Schwimmhalle ist ein Angriff auf die Vereine von Tannwiel.\n\n"
            "''Bote'': Was kostet der Neubau der Schwimmhalle in Tannwiel den Rat?\n\n"
            "Edda Quast: Der Neubau der Schwimmhalle kostet den Rat 18 Millionen Euro.\n\n"
            "''Bote'': Und wann ist der Neubau der Schwimmhalle fertig?"
        ),
    )
    (sentence,) = texts(drafted([interview]))
    assert sentence.startswith("Der Rat von Tannwiel habe den Neubau")


def test_a_paragraph_that_begins_with_a_word_and_a_colon_makes_no_interview() -> None:
    report = Source(
        publisher="Tannwieler Bote",
        text=(
            "Der Rat von Tannwiel hat den Neubau der Schwimmhalle beschlossen.\n\n"
            "Hintergrund: Die alte Schwimmhalle von Tannwiel ist seit Jahren baufällig."
        ),
    )
    assert any("baufällig" in sentence for sentence in texts(drafted([report])))


def test_newest_and_most_central_first_in_the_order_of_the_source() -> None:
    body = texts(drafted([PRESS, COUNCIL]))[1:]
    assert body[0].startswith("Der Rat von Tannwiel habe am Dienstag den Neubau der Schwimmhalle beschlossen")
    passages = [s.passages[0] for s in drafted([PRESS, COUNCIL]).sentences[1:]]
    ours = [passage.start for passage in passages if passage.source == COUNCIL.id]
    assert ours == sorted(ours)
    assert [passage.source for passage in passages] == [COUNCIL.id] * len(ours) + [PRESS.id] * (
        len(passages) - len(ours)
    )


@pytest.mark.parametrize(
    "dateline",
    [
        "TANNWIEL (tbo) - ",
        "Tannwiel/Osterfelde (tbo/xy) – ",
        "(TBO) _ ",
        "Tannwiel, 4. März - ",
        "TBO (ots): ",
    ],
)
def test_the_dateline_of_a_wire_is_left_out(dateline: str) -> None:
    first = "Der Rat von Tannwiel hat am Dienstag den Neubau der Schwimmhalle beschlossen."
    (sentence,) = drafted([Source(text=dateline + first)]).sentences
    assert sentence.text == sentence.passages[0].text == first
    assert sentence.passages[0].start == len(dateline)


def test_a_quotation_keeps_its_speaker() -> None:
    quoted = (
        "„Die alte Halle ist nicht mehr zu retten“, sagte Bürgermeisterin Jette Rothkamm nach der Sitzung."
    )
    assert quoted in texts(drafted([COUNCIL]))


def test_what_leans_back_is_never_taken_without_what_it_leans_on() -> None:
    for most in range(1, 8):
        body = texts(drafted([COUNCIL], sentences=most))[1:]
        assert len(body) <= most
        for leaning, leaned_on in (("Dabei ", "Die Schwimmhalle soll "), ("Sie habe ", "„Die alte Halle ")):
            for index, sentence in enumerate(body):
                if sentence.startswith(leaning):
                    assert body[index - 1].startswith(leaned_on)


ACCUSED = Source(
    title="Streit um die Seilbahn in Quellmoos",
    publisher="Quellmooser Zeitung",
    text=(
        "Die Seilbahn in Quellmoos steht seit einer Woche still. Die Seilbahn braucht ein neues Tragseil.\n\n"
        "Gemeinderätin Wiebke Tallmann warf dem Betreiber der Seilbahn vor, das Tragseil zu spät bestellt zu haben. "
        "Betriebsleiter Ruven Ochs wies den Vorwurf zurück. „Das Tragseil der Seilbahn war im Mai bestellt“, sagte Ochs."
    ),
)


@pytest.mark.parametrize("most", range(1, 6))
def test_an_accusation_stands_before_its_answer_and_a_person_before_the_surname_alone(most: int) -> None:
    told = " ".join(texts(drafted([ACCUSED], sentences=most)))
    if "Vorwurf" in told:
        assert "warf dem Betreiber" in told.partition("Vorwurf")[0]
    if "sagte Ochs" in told:
        assert "Betriebsleiter Ruven Ochs" in told.partition("sagte Ochs")[0]
    assert ("sagte Ochs" in told) == (most == 5), (
        "an accusation, its answer and what is said of it are told together"
    )


@pytest.mark.parametrize(
    ("answer", "leans"),
    [
        ("Betriebsleiter Ruven Ochs wies den Vorwurf zurück.", True),
        ("Betriebsleiter Ruven Ochs wies alle Vorwürfe gegen die Seilbahn zurück.", True),
        ("Betriebsleiter Ruven Ochs kann die Kritik nicht verstehen.", True),
        ("Betriebsleiter Ruven Ochs wies den Vorwurf, zu spät bestellt zu haben, zurück.", False),
        ("Betriebsleiter Ruven Ochs kann die Kritik am Tragseil nicht verstehen.", False),
        ("Betriebsleiter Ruven Ochs übte scharfe Kritik.", False),
    ],
)
def test_what_is_answered_has_to_be_told(answer: str, leans: bool) -> None:
    text = f"Die Gemeinde Quellmoos liegt auf 900 Metern. {answer}"
    assert needed(read(text, GERMAN), GERMAN)[1] == ({0, 1} if leans else {1})


def test_an_english_answer_leans_on_the_accusation_too() -> None:
    text = "Mayor Claire Holt blamed the ferry company. Manager Tom Reeve rejected the accusation."
    assert together(read(text, ENGLISH), ENGLISH)[1] == (0, 1)


def test_who_cannot_be_introduced_is_not_quoted() -> None:
    text = "wie immer: Fragen an Betriebsleiter Ruven Ochs\n\n„Das Tragseil der Seilbahn war im Mai bestellt“, sagte Ochs."
    assert together(read(text, GERMAN), GERMAN) == ()


def test_indirect_speech_is_never_taken_without_who_said_it() -> None:
    for most in range(1, 8):
        body = texts(drafted([COUNCIL], sentences=most))[1:]
        for sentence in body:
            if ("habe" in sentence or "sei " in sentence) and "Bote" not in sentence:
                assert any("Rothkamm" in earlier for earlier in body[: body.index(sentence)])


def test_the_sources_own_voice_and_its_furniture_stay_behind() -> None:
    content = drafted([COUNCIL, PRESS]).content
    assert "Wir " not in content
    assert "@" not in content
    assert "Ihre Sorgen" not in content
    assert "Ratssaal" not in content
    assert "vielen Dank" not in content


def test_a_copy_of_an_agency_message_is_not_weighed_twice() -> None:
    copy = Source(text=COUNCIL.text.replace("(tbo)", "(abc)"), title="Kopie", name="kopie.txt")
    assert drafted([COUNCIL, copy]).content == drafted([COUNCIL]).content


def test_a_source_in_another_language_is_left_aside() -> None:
    english = Source(
        text="The council of Tannwiel voted for a new pool on Tuesday. It will cost a lot of money."
    )
    readings = [read(COUNCIL.text, GERMAN), read(english.text, ENGLISH)]
    draft = write([COUNCIL, english], readings, language=GERMAN)
    assert draft.content == drafted([COUNCIL]).content


def test_an_english_draft() -> None:
    story = Source(
        title="Tannwiel council backs new pool",
        media_type="text/html",
        text=(
            "The council of Tannwiel backed plans for a new pool on Tuesday. "
            "“The old pool is beyond repair,” said mayor Jette Rothkamm after the meeting. "
            "She wants the new pool to open in two years."
        ),
    )
    body = texts(drafted([story], ENGLISH))
    assert body[0] == "Tannwiel council backs new pool"
    assert body[1] == "The council of Tannwiel backed plans for a new pool on Tuesday."
    assert "She wants the new pool to open in two years." not in texts(drafted([story], ENGLISH, sentences=1))


def test_a_title_its_own_text_does_not_bear_out_is_no_headline() -> None:
    page = Source(title="Ihre Anfrage von gestern", media_type="text/html", text=PRESS.text)
    draft = drafted([page])
    assert not draft.content.startswith("#")
    assert all(sentence.passages for sentence in draft.sentences)


def test_a_title_that_quotes_what_the_text_does_not_is_no_headline() -> None:
    title = "„Ein guter Tag“: Neubau der Schwimmhalle"
    assert not drafted([replace(PRESS, title=title)]).content.startswith("#")
    text = f"{PRESS.text}\n\n„Ein guter Tag“, sagte Henrik Oltmanns am Abend in Tannwiel."
    assert drafted([replace(PRESS, title=title, text=text)]).content.startswith(f"# {title}\n")


@pytest.mark.parametrize("media_type", ["text/plain", "message/rfc822"])
def test_what_somebody_calls_a_text_is_no_headline_unless_it_is_a_line_of_it(media_type: str) -> None:
    label = replace(PRESS, title="Anruf zum Neubau der Schwimmhalle in Tannwiel", media_type=media_type)
    assert not drafted([label]).content.startswith("#")
    inside = replace(label, title="Neubau der Schwimmhalle in Tannwiel")
    assert inside.title in inside.text
    assert not drafted([inside]).content.startswith("#")
    line = replace(label, text=f"{label.title}\n\n{label.text}")
    assert drafted([line]).content.startswith(f"# {label.title}\n")


def test_hard_wrapped_lines_become_one() -> None:
    wrapped = Source(
        text="Der Rat von Tannwiel hat am Dienstag\nden Neubau der Schwimmhalle beschlossen.\n\nEnde"
    )
    (sentence,) = drafted([wrapped]).sentences
    assert sentence.text == "Der Rat von Tannwiel hat am Dienstag den Neubau der Schwimmhalle beschlossen."
    assert sentence.passages[0].text == wrapped.text.partition("\n\n")[0]


def test_nothing_to_take_over_is_refused() -> None:
    with pytest.raises(Error, match="No sentence"):
        drafted([Source(text="Wir kommen. Sie auch.")])
    with pytest.raises(Error, match="No sentence"):
        drafted([])


def test_readings_that_do_not_belong_to_the_sources_are_a_fault() -> None:
    with pytest.raises(ValueError, match="readings"):
        write([COUNCIL], [], language=GERMAN)
    with pytest.raises(ValueError, match="no draft"):
        write([], [], language=GERMAN, sentences=0)


def test_the_draft_passes_the_checks_against_its_sources() -> None:
    draft = drafted([COUNCIL, PRESS])
    report = check_draft(Source(text=draft.content), [COUNCIL, PRESS], language=GERMAN)
    assert report.compared
    # It is made of its sources' sentences, and the check of copied passages says so.
    assert {f.check for f in report.findings} <= {"copied_passage"}


SENTENCES = st.sampled_from(
    [
        "Der Rat von Tannwiel hat den Neubau beschlossen.",
        "Sie habe lange gezögert.",
        "„Wir bauen“, sagte Jette Rothkamm am Montag.",
        "Dabei geht es um viel Geld für die Stadt.",
        "Das Rathaus in Tannwiel bleibt am Freitag geschlossen.",
        "Laut Henrik Oltmanns kostet der Neubau 18 Millionen Euro.",
        "Der Neubau sei „dringend nötig“.",
        "„Offen.",
        "# Überschrift",
        "- Punkt",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(SENTENCES, min_size=1, max_size=8), min_size=1, max_size=3), st.integers(1, 6))
def test_whatever_the_sources_every_sentence_is_a_passage(paragraphs: list[list[str]], most: int) -> None:
    sources = [
        Source(text="\n\n".join([" ".join(lines), *lines]), name=str(i)) for i, lines in enumerate(paragraphs)
    ]
    by_id = {source.id: source for source in sources}
    try:
        draft = drafted(sources, sentences=most)
    except Error:
        return
    assert 1 <= len(draft.sentences) <= most
    for sentence in draft.sentences:
        (passage,) = sentence.passages
        assert " ".join(passage.span.of(by_id[passage.source].text).split()) == sentence.text
    assert [s.text for s in read(draft.content, GERMAN).sentences] == texts(draft)

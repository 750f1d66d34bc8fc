"""What sources of our own leave open: every matter, found and not found, in German and English."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from beleg.language.de.german import GERMAN
from beleg.language.en.english import ENGLISH
from beleg.open_questions import open_questions
from beleg.sources_together import contradictions
from beleg.terms.open_question import Matter, OpenQuestions
from beleg.terms.source import Source


def bote(*sentences: str) -> Source:
    return Source(publisher="Lindener Bote", text=" ".join(sentences))


def kurier(*sentences: str) -> Source:
    return Source(publisher="Hafenkurier", text=" ".join(sentences))


def asked(sources: Sequence[Source], matter: Matter) -> list[tuple[str, str]]:
    """Of the questions of one matter, the words and the first passage."""
    language = ENGLISH if sources[0].language == "en" else GERMAN
    found = open_questions(sources, language=language)
    for one in found.questions:
        for passage in one.passages:
            source = next(each for each in sources if each.id == passage.source)
            assert source.text[passage.start : passage.end] == passage.text
    return [(one.words, one.passages[0].text) for one in found.questions if one.matter is matter]


FIVE = "Bei dem Brand in Lindenau wurden fünf Menschen verletzt."
THREE = "Bei dem Brand in Lindenau wurden drei Menschen verletzt."
BURNT = "Die Halle soll schon vor Mitternacht gebrannt haben."
FORGED = "Der Rechnungshof wirft Jens Kroll vor, Prüfberichte gefälscht zu haben."
REST = (
    "Die Feuerwehr war mit vier Zügen im Einsatz. Das Dach der Lagerhalle ist eingestürzt, die Bahnstrecke blieb für zwei Stunden "
    "gesperrt. Ein Kran räumte am Morgen die Trümmer weg."
)


@pytest.mark.parametrize(
    ("words", "matter", "by"),
    [
        (BURNT, Matter.HEDGED, "soll"),
        ("Ein mutmaßlicher Brandstifter wurde am Hafen festgenommen.", Matter.HEDGED, "mutmaßlicher"),
        ("Das Feuer wurde angeblich gelegt.", Matter.HEDGED, "angeblich"),
        ("Ein Termin für den Neubau steht noch nicht fest.", Matter.LEFT_OPEN, "steht noch nicht fest"),
        ("Warum das Dach einstürzte, ist unklar.", Matter.LEFT_OPEN, "ist unklar"),
        ("Zu den Kosten wollte sich die Firma nicht äußern.", Matter.UNANSWERED, "wollte sich die Firma nicht äußern"),
        ("Der Eigentümer war am Abend nicht zu erreichen.", Matter.UNANSWERED, "war am Abend nicht zu erreichen"),
        (FORGED, Matter.UNHEARD, "Jens Kroll"),
        ("„Das war Pfusch“, sagte Petra Voss.", Matter.SPEAKER_UNKNOWN, "Petra Voss"),
    ],
)  # fmt: skip
def test_what_is_asked(words: str, matter: Matter, by: str) -> None:
    assert asked([bote("Am Hafen von Lindenau brannte eine Halle.", words)], matter) == [(by, words)]


@pytest.mark.parametrize(
    ("sentences", "matter"),
    [
        (("Die Halle hat schon vor Mitternacht gebrannt.",), Matter.HEDGED),
        (("Die neue Schule soll 2028 öffnen.",), Matter.HEDGED),
        (("Der früheste mögliche Termin ist der 3. Mai.",), Matter.HEDGED),
        (("Laut Polizei wurde das Feuer vermutlich gelegt.",), Matter.HEDGED),
        (("Der Termin für den Neubau steht seit Montag fest.",), Matter.LEFT_OPEN),
        (("Das Hallenbad ist im Sommer bis 20 Uhr geöffnet.",), Matter.LEFT_OPEN),
        (("Die Firma äußerte sich am Montag zu den Kosten.",), Matter.UNANSWERED),
        ((FORGED, "„Das ist erfunden“, sagte Jens Kroll."), Matter.UNHEARD),
        ((FORGED, "Kroll wies die Vorwürfe zurück."), Matter.UNHEARD),
        ((FORGED, "Kroll wollte sich dazu nicht äußern."), Matter.UNHEARD),
        (("Jens Kroll prüft die Berichte.",), Matter.UNHEARD),
        (("„Das war Pfusch“, sagte Petra Voss. Voss leitet das Bauamt.",), Matter.SPEAKER_UNKNOWN),
    ],
)
def test_what_is_not_asked(sentences: tuple[str, ...], matter: Matter) -> None:
    assert asked([bote("Am Hafen von Lindenau brannte eine Halle.", *sentences)], matter) == []


def test_another_source_answers() -> None:
    certain = kurier("Die Halle hat schon vor Mitternacht gebrannt.")
    assert asked([bote(BURNT), certain], Matter.HEDGED) == []
    assert asked([bote(BURNT), kurier(BURNT)], Matter.HEDGED) == [("soll", BURNT)]
    heard = kurier("„Ich habe nichts gefälscht“, sagte Amtsleiter Jens Kroll.")
    assert asked([bote(FORGED), heard], Matter.UNHEARD) == []
    known = kurier("Petra Voss, Leiterin des Bauamts, kam zum Hafen.")
    assert asked([bote("„Das war Pfusch“, sagte Petra Voss."), known], Matter.SPEAKER_UNKNOWN) == []


def test_numbers_of_one_origin() -> None:
    cost = "Der Abriss der Halle kostet 40.000 Euro."
    both = [bote(cost), kurier("40.000 Euro kostet der Abriss der Halle.")]
    assert asked(both, Matter.SINGLE_ORIGIN) == []
    alone = "Die Feuerwehr löschte den Brand mit 60 Kräften."
    assert asked([*both[:1], kurier(alone)], Matter.SINGLE_ORIGIN) == [("", cost), ("", alone)]
    without = kurier("Der Abriss der Halle beginnt bald und kostet die Stadt viel.")
    assert asked([bote(cost), without], Matter.SINGLE_ORIGIN) == [("40.000 Euro", cost)]
    assert asked([bote(cost)], Matter.SINGLE_ORIGIN) == []  # nothing to compare it with
    same_house = Source(publisher="Lindener Bote", text=alone)
    assert asked([bote(cost), same_house], Matter.SINGLE_ORIGIN) == []
    assert asked([bote("Die Halle brannte."), kurier("Linie 7 fährt nicht.")], Matter.SINGLE_ORIGIN) == []


def test_contradictions_stand_side_by_side() -> None:
    sources = [
        bote(
            FIVE, "Die Schwimmhalle in Altdorf wird am 3. Mai eröffnet.", "Der Zug hielt nicht in Lindenau."
        ),
        kurier(THREE, "Am 10. Mai wird die Schwimmhalle in Altdorf eröffnet.", "Der Zug hielt in Lindenau."),
    ]
    found = contradictions(sources, language=GERMAN)
    assert [(one.words, one.other_words) for one in found.contradictions] == [
        ("fünf", "drei"), ("3. Mai", "10. Mai"), ("", ""),
    ]  # fmt: skip
    assert [one.passage.source for one in found.contradictions] == [sources[0].id] * 3
    assert [one.other.source for one in found.contradictions] == [sources[1].id] * 3
    assert asked(sources, Matter.CONTRADICTION)[0] == ("fünf", FIVE)


@pytest.mark.parametrize(
    "sources",
    [
        [bote(FIVE), kurier("In Lindenau wurden bei dem Brand 5 Personen verletzt.")],
        [bote(FIVE), kurier("Bei dem Brand in Altdorf wurden drei Menschen verletzt.")],
        [bote(FIVE, "Später wurden bei dem Brand in Lindenau drei Menschen verletzt.")],
        [bote(f"{FIVE} {REST}"), kurier(f"{THREE} {REST}")],
        [
            Source(text=FIVE, published=datetime(2026, 3, 20, tzinfo=UTC)),
            Source(text=THREE, published=datetime(2025, 3, 2, tzinfo=UTC)),
        ],
    ],
)
def test_what_does_not_contradict(sources: list[Source]) -> None:
    assert not contradictions(sources, language=GERMAN).contradictions


def test_english() -> None:
    courier = Source(
        language="en",
        publisher="Millbrook Courier",
        text=(
            "Five people were injured in the fire at Millbrook. The hall had allegedly been set on fire. No date has been set for the "
            "repair. The owner declined to comment. Auditors accuse Claire Holt of hiding invoices. “It was bad work,” Tom Reed said."
        ),
    )
    herald = Source(
        language="en",
        publisher="Harbour Herald",
        text="Three people were injured in the fire at Millbrook. The roof of the hall weighs 40 tonnes.",
    )
    matters = {Matter(one.matter) for one in open_questions([courier, herald], language=ENGLISH).questions}
    assert matters == set(Matter)
    assert asked([courier, herald], Matter.UNHEARD)[0][0] == "Claire Holt"


def test_an_alleged_arsonist_is_asked_about_in_english() -> None:
    words = "The alleged arsonist was arrested at the harbour."
    assert asked([Source(language="en", text=f"A hall burned at the harbour. {words}")], Matter.HEDGED) == [
        ("alleged", words)
    ]


def test_very_many_are_counted_and_other_languages_said() -> None:
    sentences = [f"Warum die Halle {number} brannte, ist unklar." for number in range(1, 13)]
    foreign = Source(
        text="The hall at the harbour was on fire and nobody knew why it had been so.", name="c.txt"
    )
    found = open_questions([bote(*sentences), foreign], language=GERMAN)
    assert len(found.questions) == 8
    assert found.left_out == ((Matter.LEFT_OPEN, 4),)
    assert found.origins == 1 and len(found.sources) == 1
    (remark,) = found.not_read
    assert "c.txt" in remark
    assert open_questions([foreign], language=GERMAN) == OpenQuestions(
        language="de", questions=(), sources=(), origins=0, not_read=(remark,)
    )


def test_what_two_sources_leave_open_in_the_same_words_is_asked_once() -> None:
    words = "Warum das Dach einstürzte, ist unklar."
    assert len(asked([bote(words), kurier(words)], Matter.LEFT_OPEN)) == 1


def test_messages_speak_the_language_asked_for() -> None:
    (question,) = open_questions([bote(FORGED)], language=GERMAN, messages="en").questions
    assert question.question.startswith("What does Jens Kroll say?")

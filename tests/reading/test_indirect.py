"""Indirect speech with a frame: verbs, phrases, nouns; and its roles."""

import pytest

from tests.reading.reading import Words, quotations, reading, voices


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Die Stadt teilte am Montag mit, dass die Brücke gesperrt werde.",
            "dass die Brücke gesperrt werde",
            "Die Stadt",
        ),
        ("Der Prüfer wies darauf hin, dass der Beton bröckelt.", "dass der Beton bröckelt", "Der Prüfer"),
        ("Jana Kern hat erklärt, sie trete zurück.", "sie trete zurück", "Jana Kern"),
        ("Am Abend sagte der Landrat, das Geld sei da.", "das Geld sei da", "der Landrat"),
        ("Der Landrat sagte, die Brücke ist sicher.", "die Brücke ist sicher", "Der Landrat"),
        ("Der Verein forderte, die Brücke zu sperren.", "die Brücke zu sperren", "Der Verein"),
        ("Kern räumte ein, dass Geld fehlt.", "dass Geld fehlt", "Kern"),
        (
            "Fachleute schätzen, dass der Bau drei Jahre dauert.",
            "dass der Bau drei Jahre dauert",
            "Fachleute",
        ),
        ("Das Geld reiche nicht, sagte die Sprecherin.", "Das Geld reiche nicht", "die Sprecherin"),
        ("Das Geld reiche nicht, teilte das Amt am Freitag mit.", "Das Geld reiche nicht", "das Amt"),
        ("Das Geld reicht nicht, hieß es aus dem Rathaus.", "Das Geld reicht nicht", "dem Rathaus"),
        ("In dem Bericht heißt es, dass Stahl fehlt.", "dass Stahl fehlt", "dem Bericht"),
        ("Laut der „Neuen Rundschau“ bleibt die Brücke zu.", "bleibt die Brücke zu", "der „Neuen Rundschau“"),
        ("Laut Kern bleibt die Brücke zu.", "bleibt die Brücke zu", "Kern"),
        ("Nach Angaben der Polizei kam niemand zu Schaden.", "kam niemand zu Schaden", "der Polizei"),
        ("Nach Einschätzung von Jana Kern reicht das Geld.", "reicht das Geld", "Jana Kern"),
        ("Dem Amt zufolge reicht das Geld.", "reicht das Geld", "Dem Amt"),
        ("Das Geld reicht, so die Sprecherin.", "Das Geld reicht", "die Sprecherin"),
        ("Wie das Amt mitteilte, bleibt die Brücke zu.", "bleibt die Brücke zu", "das Amt"),
        (
            "Peter Rau, ein Experte für Brücken, erklärte der „Post“: Die Brücke hält.",
            "Die Brücke hält",
            "Peter Rau, ein Experte für Brücken",
        ),
        ("Von der Polizei wurde mitgeteilt, dass der Mann tot sei.", "dass der Mann tot sei", "der Polizei"),
    ],
)
def test_content_and_speaker(text: str, content: str, speaker: str) -> None:
    assert quotations(text) == [Words("indirect", (content,), speaker)]
    assert voices(text) == ["attributed"]


@pytest.mark.parametrize(
    ("text", "parts", "speaker"),
    [
        ("Die Brücke, so Kern, bleibt zu.", ("Die Brücke", "bleibt zu"), "Kern"),
        (
            "Die Brücke bleibt, wie die Stadt am Dienstag mitteilte, gesperrt.",
            ("Die Brücke bleibt", "gesperrt"),
            "die Stadt",
        ),
        ("Der Kurs stieg laut Amt um drei Prozent.", ("Der Kurs stieg", "um drei Prozent"), "Amt"),
        (
            "Die Stadt hat nach eigenen Angaben drei Angebote.",
            ("Die Stadt hat", "drei Angebote"),
            "Die Stadt",
        ),
    ],
)
def test_a_frame_inside_its_content(text: str, parts: tuple[str, ...], speaker: str) -> None:
    assert quotations(text) == [Words("indirect", parts, speaker)]


def test_roles() -> None:
    text = "Der Landrat teilte gegenüber der Zeitung mit, dass Geld fehle."
    (quotation,) = reading(text).quotations
    assert [part.of(text) for part in quotation.cue] == ["teilte", "mit"]
    assert [part.of(text) for part in quotation.frame] == ["Der Landrat teilte gegenüber der Zeitung mit,"]
    assert [part.of(text) for part in quotation.addressee] == ["der Zeitung"]


def test_medium() -> None:
    text = "Der Bote schrieb, der Rat tage. Kern hofft, dass er kommt."
    assert [q.medium.value for q in reading(text).quotations] == ["writing", "thought"]


def test_a_claim_named_by_a_noun_is_not_the_main_statement() -> None:
    text = "Der Vorwurf des Vereins, die Stadt habe gelogen, ist alt."
    assert quotations(text) == [Words("indirect", ("die Stadt habe gelogen",), "des Vereins")]
    assert voices(text) == ["own"]


def test_a_frame_in_a_dependent_clause_is_not_the_main_statement() -> None:
    assert voices("Während die Stadt behauptet, dass Geld fehle, baut der Kreis weiter.") == ["own"]


@pytest.mark.parametrize(
    "text",
    [
        "Nach Abschluss der Ermittlungen baut die Stadt weiter.",
        "Wie geplant beginnt der Bau im Mai.",
        "Die Stadt baut, um Zeit zu sparen.",
        "Nach der Sitzung gingen alle heim.",
        "Der Wagen hielt laut hupend an der Ampel.",
        "Die Läuferin ging aus der Halle, sie sollte später siegen.",
        "Das erklärt die Lage.",
    ],
)
def test_no_quotation(text: str) -> None:
    assert voices(text) == ["own"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt baut die Brücke neu. Das teilte der Landrat Ole Brandt am Montag mit.",
        "Die Stadt baut die Brücke neu. Dies sagte Ole Brandt am Montag.",
    ],
)
def test_a_sentence_that_frames_the_one_before(text: str) -> None:
    (quotation,) = quotations(text)
    assert quotation.kind == "indirect"
    assert quotation.quote == ("Die Stadt baut die Brücke neu.",)
    assert "Ole Brandt" in quotation.speaker
    assert voices(text) == ["attributed", "attributed"]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Kern vertrat die Auffassung, die Stadt habe Geld.", "die Stadt habe Geld", "Kern"),
        ("Kern ist der Meinung, dass Geld da ist.", "dass Geld da ist", "Kern"),
        ("Von der Heide sagte der Zeitung, sie komme.", "sie komme", "Von der Heide"),
        ("Das Geld reiche, hatte Kern am Montag gesagt.", "Das Geld reiche", "Kern"),
        ("Das Geld reiche, teilte Kern über den Stadtfunk mit.", "Das Geld reiche", "Kern"),
        ("Medienberichten zufolge fehlt Geld.", "fehlt Geld", "Medienberichten"),
        (
            "Ein Sprecher des nord-hagenrieder Amtes erklärte, Geld sei da.",
            "Geld sei da",
            "Ein Sprecher des nord-hagenrieder Amtes",
        ),
    ],
)
def test_more_frames(text: str, content: str, speaker: str) -> None:
    assert quotations(text) == [Words("indirect", (content,), speaker)]
    assert voices(text) == ["attributed"]


def test_a_pronoun_for_the_sentence_before_is_no_frame_by_itself() -> None:
    assert voices("Die Brücke ist alt. Das erklärt die Lage.") == ["own", "own"]


def test_a_verb_before_an_account_is_no_adjective() -> None:
    assert quotations("Am Samstag starben Medienberichten zufolge zwei Rehe.") == [
        Words("indirect", ("Am Samstag starben", "zwei Rehe"), "Medienberichten")
    ]


def test_reported_speech_stays_the_texts_own_statement() -> None:
    text = "Die Sprecherin Jana Kern warnte vor dem Zeitplan."
    assert quotations(text) == [Words("reported", (text,), "Die Sprecherin Jana Kern")]
    assert voices(text) == ["own"]


def test_a_subject_with_apposition_before_the_verb_is_no_trailing_frame() -> None:
    text = "Die Rätin, Jana Kern, kritisierte die Pläne."
    assert voices(text) == ["own"]
    assert not any(q.kind == "indirect" for q in quotations(text))

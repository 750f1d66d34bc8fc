"""Who goes on speaking, and whom a pronoun names."""

from tests.reading.reading import Words, quotations, voices


def test_the_konjunktiv_carries_on() -> None:
    text = "Jana Kern sagte, die Brücke sei sicher. Sie habe Prüfer gefragt. Die Stadt zahle alles. Dann ging sie."
    assert quotations(text) == [
        Words("indirect", ("die Brücke sei sicher",), "Jana Kern"),
        Words("indirect_free_indirect", ("Sie habe Prüfer gefragt.", "Die Stadt zahle alles."), "Jana Kern"),
    ]
    assert voices(text) == ["attributed", "attributed", "attributed", "own"]


def test_stand_ins_count_only_after_reported_speech() -> None:
    assert voices("Kern sagte, die Brücke sei sicher. Die Prüfer hätten zugestimmt.") == ["attributed"] * 2
    assert voices("Die Prüfer hätten es besser gewusst.") == ["own"]


def test_without_anybody_before_nobody_is_named() -> None:
    assert quotations("Die Stadt habe kein Geld mehr.") == [
        Words("indirect_free_indirect", ("Die Stadt habe kein Geld mehr.",), "")
    ]


def test_a_konjunktiv_in_a_dependent_clause_leaves_the_sentence_its_own() -> None:
    assert voices("Der Mann, der krank sei, ist daheim.") == ["own"]


def test_a_pronoun_names_the_subject_before() -> None:
    text = "In Hagenried hat die Kämmerin Lotte Kern den Haushalt vorgestellt. Sie sagte, das Geld fehle."
    assert quotations(text)[-1].speaker == "die Kämmerin Lotte Kern"


def test_a_pronoun_names_somebody_of_its_gender() -> None:
    text = "Bürgermeisterin Jana Kern sagte, der Bau ruhe. Der Landrat Ole Brandt schwieg. Sie sagte, das Geld fehle."
    assert quotations(text)[-1].speaker == "Bürgermeisterin Jana Kern"
    text = "Der Landrat Ole Brandt sagte, der Bau ruhe. Bürgermeisterin Jana Kern schwieg. Er sagte, das Geld fehle."
    assert quotations(text)[-1].speaker == "Der Landrat Ole Brandt"


def test_a_pronoun_without_anybody_stays() -> None:
    assert quotations("Er sagte, das Geld fehle.") == [Words("indirect", ("das Geld fehle",), "Er")]


def test_demnach_has_the_speaker_before() -> None:
    text = "Laut dem Gutachter Ole Brandt ist der Beton alt. Demnach hält die Brücke zehn Jahre."
    assert [q.speaker for q in quotations(text)] == ["dem Gutachter Ole Brandt"] * 2

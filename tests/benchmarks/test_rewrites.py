"""Every generator makes what it says, on sentences written for this, and makes the same again from the same seed."""

from random import Random

import pytest

from benchmarks.rewrites.catalogue import described, generators, sample
from benchmarks.rewrites.material import Article, articles

OTHER = "Die Quellenbrücker Fähre fährt seit gestern wieder. Der Kapitän begrüßte vierzig Fahrgäste an Bord."

MADE = [
    (
        "quotation_altered",
        "„Wir müssen die alte Fähre sehr schnell ersetzen“, sagte Jana Kern.",
        "„Wir können die alte Fähre sehr schnell ersetzen“, sagte Jana Kern.",
    ),
    (
        "quotation_altered",
        "„Wir müssen die alte Fähre sehr schnell ersetzen“, sagte Jana Kern.",
        "„Wir müssen die Fähre sehr schnell ersetzen“, sagte Jana Kern.",
    ),
    (
        "number_unit_changed",
        "Der Umbau des Hafens dauert sechs Wochen.",
        ("Der Umbau des Hafens dauert sechs Tage.", "Der Umbau des Hafens dauert sechs Monate."),
    ),
    (
        "number_unit_changed",
        "Der Preis stieg im Herbst um 3 Prozent.",
        "Der Preis stieg im Herbst um 3 Prozentpunkte.",
    ),
    (
        "negation_flipped",
        "Der Rat hat den Antrag am Montag nicht angenommen.",
        "Der Rat hat den Antrag am Montag angenommen.",
    ),
    (
        "negation_flipped",
        "Der Rat hat den Antrag der Schule angenommen.",
        "Der Rat hat den Antrag der Schule nicht angenommen.",
    ),
    ("negation_flipped", "Der Rat hat einen Plan beschlossen.", "Der Rat hat keinen Plan beschlossen."),
    ("negation_flipped", "Der Damm ist noch nicht fertig gebaut.", "Der Damm ist bereits fertig gebaut."),
    (
        "hedge_lost",
        "Der Fahrer soll die Absperrung übersehen haben.",
        "Der Fahrer hat die Absperrung übersehen.",
    ),
    ("hedge_lost", "Offenbar hat der Fahrer geschlafen.", "Der Fahrer hat geschlafen."),
    (
        "hedge_lost",
        "Der mutmaßliche Täter wurde in Lindenau gefasst.",
        "Der Täter wurde in Lindenau gefasst.",
    ),
    (
        "hedge_lost",
        "Die Sperrung könnte bis zum Sommer dauern.",
        "Die Sperrung wird bis zum Sommer dauern.",
    ),
    (
        "attribution_lost",
        "Jana Kern sagte, die Brücke sei seit Montag gesperrt.",
        "Die Brücke ist seit Montag gesperrt.",
    ),
    (
        "attribution_lost",
        "Jana Kern sagte, dass die Brücke seit Montag gesperrt ist.",
        "Die Brücke ist seit Montag gesperrt.",
    ),
    (
        "attribution_lost",
        "Nach Angaben der Polizei wurde der Fahrer leicht verletzt.",
        "Der Fahrer wurde leicht verletzt.",
    ),
    (
        "wrong_speaker",
        "„Das Geld reicht nicht für beide Häuser“, sagte Jana Kern. „Wir warten seit Jahren auf den Bescheid“, sagte Ole Brandt.",
        "„Das Geld reicht nicht für beide Häuser“, sagte Ole Brandt.",
    ),
    ("role_reversed", "Jana Kern kritisierte Ole Brandt scharf.", "Ole Brandt kritisierte Jana Kern scharf."),
    ("role_reversed", "Der Mann verletzte die Frau schwer.", "Die Frau verletzte den Mann schwer."),
    (
        "role_reversed",
        "Die Frau wurde von der Polizei befragt.",
        "Die Polizei wurde von der Frau befragt.",
    ),
    (
        "cause_invented",
        "Der Rat tagte am Montag in der Schule. Die Brücke bleibt bis zum Sommer gesperrt.",
        "Die Brücke bleibt bis zum Sommer gesperrt, weil der Rat am Montag in der Schule tagte.",
    ),
    (
        "overgeneralised",
        "Einige alte Häuser stehen seit Jahren leer.",
        ("Alle alten Häuser stehen seit Jahren leer.", "Sämtliche alten Häuser stehen seit Jahren leer."),
    ),
    (
        "overgeneralised",
        "Die Straße wurde teilweise neu gepflastert.",
        "Die Straße wurde vollständig neu gepflastert.",
    ),
    (
        "name_changed",
        "Gestern traf Jana Kern in Berlin ein. Vor dem Rathaus wartete Ole Brandt auf sie.",
        "Gestern traf Ole Brandt in Berlin ein.",
    ),
    ("verbatim", "Die Brücke bleibt bis zum Sommer gesperrt.", "Die Brücke bleibt bis zum Sommer gesperrt."),
    (
        "clause_reordered",
        "Der Rat stimmte am Montag dem Entwurf zu.",
        "Am Montag stimmte der Rat dem Entwurf zu.",
    ),
    (
        "clause_reordered",
        "Am Montag stimmte der Rat dem Entwurf zu.",
        "Der Rat stimmte am Montag dem Entwurf zu.",
    ),
    (
        "number_reformatted",
        "Der Umbau kostet nach dem Plan 1,2 Millionen Euro.",
        "Der Umbau kostet nach dem Plan 1.200.000 Euro.",
    ),
    (
        "number_reformatted",
        "Am Ufer standen zwölf Lastwagen im Schlamm.",
        "Am Ufer standen 12 Lastwagen im Schlamm.",
    ),
    (
        "date_reformatted",
        "Die Brücke wurde am 5. August 1911 eröffnet.",
        "Die Brücke wurde am 5.8.1911 eröffnet.",
    ),
    ("date_reformatted", "Die Brücke wurde im Jahr 1911 eröffnet.", "Die Brücke wurde 1911 eröffnet."),
    (
        "made_indirect",
        "„Die Fähre ist für die Schüler zu teuer“, sagte Jana Kern.",
        "Jana Kern sagte, die Fähre sei für die Schüler zu teuer.",
    ),
    (
        "frame_moved",
        "Jana Kern sagte, die Brücke sei seit Montag gesperrt.",
        "Die Brücke sei seit Montag gesperrt, sagte Jana Kern.",
    ),
    (
        "frame_moved",
        "„Die Fähre ist für die Schüler zu teuer“, sagte Jana Kern.",
        "Jana Kern sagte: „Die Fähre ist für die Schüler zu teuer.“",
    ),
    (
        "saying_verb_changed",
        "Jana Kern sagte, die Brücke sei seit Montag gesperrt.",
        "Jana Kern erklärte, die Brücke sei seit Montag gesperrt.",
    ),
    (
        "merged",
        "Der Rat tagte am Montag in der Schule. Die Brücke bleibt bis zum Sommer gesperrt.",
        (
            "Der Rat tagte am Montag in der Schule und die Brücke bleibt bis zum Sommer gesperrt.",
            "Der Rat tagte am Montag in der Schule; die Brücke bleibt bis zum Sommer gesperrt.",
        ),
    ),
    (
        "shortened",
        "Der Verein (gegründet 1911) betreibt am Ufer eine Werft.",
        "Der Verein betreibt am Ufer eine Werft.",
    ),
    ("shortened", "Der Rat stimmte am Montag dem Entwurf zu.", "Der Rat stimmte dem Entwurf zu."),
    (
        "voice_changed",
        "Die Werft wurde im Mai von der Stadt gekauft.",
        "Die Stadt hat die Werft im Mai gekauft.",
    ),
    (
        "english_negation_flipped",
        "The council has not approved the plan for the bridge.",
        "The council has approved the plan for the bridge.",
    ),
    (
        "english_negation_flipped",
        "The bridge was closed for repairs on Monday.",
        "The bridge was not closed for repairs on Monday.",
    ),
    (
        "english_name_changed",
        "Yesterday the plan was praised by Jane Fuller in the hall. It was rejected by Oliver Grant of the ferry crew.",
        "Yesterday the plan was praised by Oliver Grant in the hall.",
    ),
    ("english_verbatim", "The bridge was closed on Monday.", "The bridge was closed on Monday."),
]

LEFT_ALONE = [
    ("number_changed", "Die Brücke stammt aus dem Jahr 1911."),
    ("number_changed", "Jana Kern sagte am 5. August kein Wort."),
    ("number_unit_changed", "Etwa 80 Prozent der Häuser stehen leer."),
    ("negation_flipped", "Nicht der Rat, sondern die Stadt hat das entschieden."),
    ("negation_flipped", "„Wir haben den Antrag nicht gelesen“, sagte Jana Kern."),
    ("hedge_lost", "Sie fragte ihn nach seinem Wohl und dem der Kinder."),
    ("attribution_lost", "Jana Kern sagte, der Fahrer solle geschlafen haben."),
    ("overgeneralised", "Vor einigen Wochen begann der Umbau der Schule."),
    ("role_reversed", "Die Stadt kritisierte das Gutachten scharf."),
    ("cause_invented", "Der Rat tagte am Montag. Deshalb bleibt die Schule geschlossen."),
    ("wrong_speaker", "„Das Geld reicht nicht für beide Häuser“, sagte Jana Kern."),
    ("made_indirect", "„Wir haben lange auf unsere Fähre gewartet“, sagte Jana Kern."),
    ("clause_reordered", "Der Rat beriet schon am Montag über den Entwurf."),
    ("shortened", "Die Häuser, die leer stehen, sollen verkauft werden."),
    ("voice_changed", "Das wurde von der Stadt im Mai bestritten."),
]


def _made(kind: str, text: str) -> list[str]:
    generator = next(one for one in generators() if one.kind == kind)
    article = Article(text, generator.language, Article(OTHER, "de"))
    return [rewrite.sentence for dice in range(6) for rewrite in generator.make(article, Random(dice))]


@pytest.mark.parametrize(("kind", "text", "sentence"), MADE)
def test_a_generator_makes_what_it_says(kind: str, text: str, sentence: str | tuple[str, ...]) -> None:
    wanted = {sentence} if isinstance(sentence, str) else set(sentence)
    assert wanted & set(_made(kind, text))


@pytest.mark.parametrize(("kind", "text"), LEFT_ALONE)
def test_a_generator_leaves_alone_what_it_would_get_wrong(kind: str, text: str) -> None:
    assert _made(kind, text) == []


@pytest.mark.parametrize(
    "text", ["Am Ufer standen 312 Lastwagen im Schlamm.", "Am Ufer standen zwölf Lastwagen im Schlamm."]
)
def test_a_changed_number_is_another_one_of_the_same_look(text: str) -> None:
    for sentence in _made("number_changed", text):
        assert sentence != text
        before, _, after = sentence.partition("Am Ufer standen ")
        number = after.removesuffix(" Lastwagen im Schlamm.")
        assert not before
        assert number.isdigit() == ("312" in text)


def test_a_changed_date_stays_a_date() -> None:
    text = "Die Brücke wurde am Montag, dem 5. August 2013, eröffnet."
    made = set(_made("date_changed", text))
    assert text not in made
    assert any("dem 5. August 2013" in sentence for sentence in made), "the weekday alone"
    assert any("am Montag, dem 5. August" in sentence and "2013" not in sentence for sentence in made)


def test_an_extrinsic_sentence_comes_from_the_other_article() -> None:
    made = _made("extrinsic", "Die Brücke bleibt bis zum Sommer gesperrt.")
    assert set(made) == {
        "Die Quellenbrücker Fähre fährt seit gestern wieder.",
        "Der Kapitän begrüßte vierzig Fahrgäste an Bord.",
    }


def test_what_changed_is_told() -> None:
    generator = next(one for one in generators() if one.kind == "number_unit_changed")
    article = Article("Der Umbau des Hafens dauert sechs Wochen.")
    (rewrite,) = generator.make(article, Random(1))
    assert rewrite.original == article.text
    assert rewrite.was == "Wochen"
    assert rewrite.sentence == f"Der Umbau des Hafens dauert sechs {rewrite.now}."


def test_every_kind_is_tried_here() -> None:
    tried = {kind for kind, *_ in MADE} | {
        "number_changed",
        "date_changed",
        "extrinsic",
        "english_number_changed",
    }
    assert {generator.kind for generator in generators()} == tried
    assert set(described()) == tried
    assert all(described().values())


def test_the_same_seed_draws_the_same_sentences() -> None:
    texts = [text for _, text, _ in MADE]
    for generator in generators():
        first = sample(generator, articles(texts, generator.language), most=5)
        again = sample(generator, articles(texts, generator.language), most=5)
        assert [rewrite for _, rewrite in first] == [rewrite for _, rewrite in again]
        assert len(first) <= 5


def test_english_numbers_are_changed_too() -> None:
    made = _made("english_number_changed", "The ferry carried 312 passengers on Monday.")
    assert made
    assert "The ferry carried 312 passengers on Monday." not in made

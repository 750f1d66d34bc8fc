"""Names in sentences, single words included, and the places and bodies they are known to name."""

import pytest

from beleg.language.de.german import GERMAN
from beleg.language.en.english import ENGLISH
from beleg.language.houses import Houses
from beleg.language.mention import Bearer
from beleg.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Die Delegation reiste mit französischen Gästen nach Lindenau.", ["französischen"]),
        ("Der Berliner Senat lobte Anna Weber.", ["Berliner", "Anna Weber"]),
        ("Serbiens Präsident Boris Tadić schwieg.", ["Serbiens", "Boris Tadić"]),
        ("Von Altdorf und RWE betrieben, liegt das Werk an der B27.", ["RWE", "B27"]),
        ("Das Programm folgt US-Modellen.", ["US-Modellen"]),
        ("Verlässliche Zahlen gibt es nicht.", []),
        ("Fünf Minister mussten gehen.", []),
        ("Mit 13 Metern Länge ist es das größte Boot.", []),
        ("Michelle Bachelet sagte zu.", ["Michelle Bachelet"]),
    ],
)
def test_certain_names_in_german(text: str, certain: list[str]) -> None:
    found = [one for one in GERMAN.mentions(tokenize(text)) if one.certain]
    assert [one.span.of(text) for one in found] == certain


@pytest.mark.parametrize(
    ("text", "perhaps"),
    [
        ("Die Umleitung führt über Neustadt.", ["Neustadt"]),
        ("Am Rathaus hisste Amnesty International die Flagge.", ["Amnesty International"]),
        ("Die Stadt plante die Verwaltung um.", []),
    ],
)
def test_words_that_may_be_names_in_german(text: str, perhaps: list[str]) -> None:
    found = [one for one in GERMAN.mentions(tokenize(text)) if not one.certain]
    assert [one.span.of(text) for one in found if one.span.of(text) != "Rathaus"] == perhaps


def test_who_bears_a_name() -> None:
    text = "Bürgermeisterin Weber (SPD) flog nach Paris."
    found = {one.span.of(text): one.bearer for one in GERMAN.mentions(tokenize(text))}
    assert found == {"Weber": Bearer.PERSON, "SPD": Bearer.BODY, "Paris": Bearer.PLACE}


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Frankreichs", "Frankreich"),
        ("französischen", "Frankreich"),
        ("Franzosen", "Frankreich"),
        ("Dresdner", "Dresden"),
        ("Bremer", "Bremen"),
        ("deutsche", "Deutschland"),
        ("Sozialdemokraten", "SPD"),
        ("bayerischen", "Bayern"),
    ],
)
def test_all_forms_of_a_place_or_body_have_one_key(word: str, key: str) -> None:
    known = GERMAN.known_name(word)
    assert known is not None
    assert known.key == key


@pytest.mark.parametrize("word", ["Haus", "grünen", "Insel", "finde", "Männer", "linken"])
def test_other_words_name_no_place(word: str) -> None:
    assert GERMAN.known_name(word) is None


def test_a_capital_knows_its_country() -> None:
    known = GERMAN.known_name("Moskaus")
    assert known is not None
    assert known.capital_of == "Russland"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Guests from Milford met the French mayor.", ["Guests", "Milford", "French"]),
        ("On Monday Mayor Weber flew to Paris.", ["Weber", "Paris"]),
        ("In Q2 sales of Harrow rose YoY, by the end of 3Q and in FY 2021 they fell.", ["Harrow"]),
    ],
)
def test_names_in_english(text: str, names: list[str]) -> None:
    assert [one.span.of(text) for one in ENGLISH.mentions(tokenize(text))] == names


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("Milford-led", "milford"),
        ("Covid-19", "covid"),
        ("Milford-Ashby", "milford-ashby"),
        ("Ashby", "ashby"),
    ],
)
def test_what_is_the_name_in_a_hyphenated_word(word: str, part: str) -> None:
    [mention] = ENGLISH.mentions(tokenize(f"They met the {word} group."))
    assert mention.parts == (part,)


@pytest.mark.parametrize(
    ("houses", "one", "other", "apart"),
    [
        (GERMAN.houses, "Polizeisprecherin", "Feuerwehr", True),
        (GERMAN.houses, "Staatsanwaltschaft", "Verteidiger", True),
        (GERMAN.houses, "Umweltministerium", "Bundesregierung", False),
        (GERMAN.houses, "Polizei", "Behörden", False),
        (GERMAN.houses, "Polizei", "Baum", False),
        (ENGLISH.houses, "police", "firefighters", True),
        (ENGLISH.houses, "minister", "government", False),
    ],
)
def test_houses(houses: Houses, one: str, other: str, apart: bool) -> None:
    assert houses.apart(houses.of(one), houses.of(other)) is apart
    assert houses.apart(houses.of(other), houses.of(one)) is apart

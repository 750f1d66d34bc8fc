"""First names and titles, by language."""

from beleg.language.persons import person_words


def test_titles_are_known_as_words_and_as_endings() -> None:
    german, english = person_words("de"), person_words("en")
    assert german.is_title("Bürgermeisterin")
    assert german.is_title("Oberbürgermeister")
    assert not german.is_title("Brücke")
    assert english.is_title("vice-president")
    assert english.is_title("Mayor")
    assert not english.is_title("bridge")


def test_first_names_are_known_as_they_are_written() -> None:
    assert "Jana" in person_words("de").first_names
    assert "Claire" in person_words("en").first_names
    assert "claire" not in person_words("en").first_names


def test_a_language_without_a_package_has_none() -> None:
    assert person_words("").first_names == frozenset()
    assert not person_words("fi").is_title("Mayor")

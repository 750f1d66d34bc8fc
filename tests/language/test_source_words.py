"""Words that sources put around their text, as each language has them."""

import re

from beleg.language.source_words import source_words


def test_the_lists_of_all_languages_come_together() -> None:
    words = source_words()
    assert {"von", "by"} == set(words.by)
    assert {"par", "di"} <= set(words.by_in_wires)
    assert {"ende", "schluss", "ends", "fin"} <= set(words.the_end)
    assert {"und", "bzw.", "and"} <= set(words.joining)
    assert {"von", "der", "and", "ibn"} <= words.between_names
    assert len(words.the_end) == len(set(words.the_end))


def test_the_patterns_find_what_they_are_for() -> None:
    words = source_words()
    notes = re.compile("|".join(words.notes), re.IGNORECASE)
    assert all(
        notes.fullmatch(line)
        for line in (
            "# NDA Notizblock",
            "# Notebook",
            "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt:",
        )
    )
    assert not notes.fullmatch("Das Notizbuch lag auf dem Tisch.")
    credit = re.compile("|".join(words.credits), re.IGNORECASE)
    assert credit.fullmatch("(Reporting by Ann Reed and writing by Tom Hill)") and credit.fullmatch(
        "(editing by Ann Reed)"
    )
    assert not credit.fullmatch("(reporting is hard)")

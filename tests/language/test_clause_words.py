"""Clause words: both languages have their own, and the rooms that compare clauses hold none themselves."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import beleg
from beleg.language.clause_words import ClauseWords, clause_words
from beleg.language.de.german import GERMAN
from beleg.language.en.english import ENGLISH

EVIDENCE = sorted((Path(beleg.__file__).parent / "evidence").glob("*.py"))
READING = sorted((Path(beleg.__file__).parent / "reading").glob("*.py"))


def test_a_language_has_its_own() -> None:
    german, english = clause_words("de"), clause_words("en")
    assert "wurde" in german.past and "wurde" not in english.past and "were" in english.past
    assert {"neu", "bisher", "ehemal", "fruh", "kunftig"} == german.passing
    assert german.comparative_endings[0] == english.comparative_endings[0] == "er"
    assert clause_words("fr") == ClauseWords()


def _words_compared(path: Path) -> Iterator[str]:
    """The strings that a file keeps for all calls, or looks a word up in: not what it begins or ends a word with."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assigned = [one.value for one in tree.body if isinstance(one, ast.Assign | ast.AnnAssign) and one.value]
    kept = [one for one in assigned if not isinstance(one, ast.Constant)]  # a label is no list of words
    asked = [
        one
        for compared in ast.walk(tree)
        if isinstance(compared, ast.Compare)
        for one in (compared.left, *compared.comparators)
    ]
    for one in (*kept, *asked):
        for node in ast.walk(one):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from (word for word in node.value.split() if len(word) > 1)


@pytest.mark.parametrize("path", [*EVIDENCE, *READING], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_word_of_a_language_stands_outside_its_package(path: Path) -> None:
    of_a_language = frozenset[str]()
    for language in (GERMAN, ENGLISH):
        lexicon = language.lexicon
        closed = lexicon.prepositions | lexicon.determiners | lexicon.conjunctions | lexicon.auxiliaries
        of_a_language |= language.function_words | closed
    assert not set(_words_compared(path)) & of_a_language


def test_the_look_for_words_finds_them(tmp_path: Path) -> None:
    path = tmp_path / "frames.py"
    path.write_text('_BY = frozenset(("von", "by"))\n\ndef of(word):\n    return word in ("und", "oder")\n')
    assert set(_words_compared(path)) == {"von", "by", "und", "oder"}

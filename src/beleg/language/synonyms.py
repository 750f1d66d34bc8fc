"""Synonyms: which words report the same as a word, as stems."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from beleg.language.registry import language_for
from beleg.language.word_lists import word_list


@cache
def synonyms(language: str) -> Mapping[str, frozenset[str]]:
    """For each stem the stems of its synonyms, from `synonyms.toml` of a language's package; empty where there is
    none.
    """
    known = language_for(language)
    package = f"beleg.language.{language}"
    if known is None or not files(package).joinpath("synonyms.toml").is_file():
        return {}
    found: dict[str, set[str]] = defaultdict(set)
    for line in word_list(package, "synonyms.toml")["groups"].strip().splitlines():
        stems = {known.stem(word) for word in line.split()}
        for stem in stems:
            found[stem] |= stems - {stem}
    return {stem: frozenset(others) for stem, others in found.items()}

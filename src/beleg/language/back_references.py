"""Back references: words by which a sentence leans on what was said before it, and words of somebody else's voice."""

from dataclasses import dataclass, fields

from beleg.language.word_lists import word_list


@dataclass(frozen=True, slots=True, kw_only=True)
class BackReferences:
    """Word lists of one language, in lower case except `addressed`.

    `openers` lean back when a sentence begins with them. `das_words` do so only before one of `verbs_after_das` ("Das
    teilte …", but not "Das Rathaus"). `bare_nouns` do so before a verb ("Grund sind …"). `personal` lean back anywhere
    unless a name stands before them in the sentence. `answered` are nouns for what somebody said ("Vorwurf"): after one
    of `known_by`, which speak of something readers know already, they lean back anywhere unless one of `spelled_out`
    follows and says what it was. `first_person` make a sentence the source's own voice ("wir"), which no draft may take
    over as ours; `addressed` make it speak to its own reader. Words of `addressed` count as they are written and not as
    the first word of a sentence: "Ihre Anfrage" speaks to somebody, "ihre Anfrage" does not.
    """

    openers: frozenset[str]
    das_words: frozenset[str]
    verbs_after_das: frozenset[str]
    bare_nouns: frozenset[str]
    personal: frozenset[str]
    answered: frozenset[str]
    known_by: frozenset[str]
    spelled_out: frozenset[str]
    first_person: frozenset[str]
    addressed: frozenset[str]


def read_back_references(package: str) -> BackReferences:
    """Read the lists from `back_references.toml` of a language package."""
    lists = word_list(package, "back_references.toml")
    return BackReferences(
        **{field.name: frozenset(lists[field.name].split()) for field in fields(BackReferences)}
    )

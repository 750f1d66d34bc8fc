"""What the words for a speaker say of who it is: "SPD-Innenexperte Weber", "ein Sprecher der Stadt", "die
Ermittler".
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from beleg.language.clause_words import clause_words
from beleg.language.language import Language
from beleg.language.mention import Bearer, Mention, plain
from beleg.terms.token import Token
from beleg.text.tokens import tokenize

_QUOTATION_MARKS = frozenset('„“"»«‚‘')


@dataclass(frozen=True, slots=True)
class Described:
    """What a speaker's words say of who it is.

    `names` are parts of names, `people` those of them that are no body's ("Weber", not "WWF"), `surnames` the last
    parts of each of these, `capitals` all words with a capital and the parts of compounds, `nouns` the stems of other
    nouns with the houses each speaks for, `ties` the places and bodies somebody belongs to, a capital's country
    included.
    """

    names: frozenset[str]
    people: frozenset[str]
    surnames: frozenset[str]
    capitals: frozenset[str]
    nouns: dict[str, frozenset[str]]
    ties: frozenset[str]
    introduced: bool
    """Whether it begins with "ein": then it is nobody whom the text has named before."""
    leaning: bool
    """Whether it begins with a possessive ("sein Anwalt"): then whose house it is stands elsewhere."""
    gender: str
    """"f" for a woman ("die Ministerin"), "m" for a man ("der Minister"), empty where the words leave it open."""
    several: bool
    """Whether it is in the plural: "die Ermittler"."""
    person: bool
    """Whether a name in it is a person's: it has a first name or a title."""
    titled: bool
    """Whether it has a person's title or function: "der Wahlleiter"."""
    certain: bool
    """Whether a name in it is certain: it is written as one, or the sources have it as one."""
    through: bool
    """Whether its head is a thing and a name only depends on it ("die Äußerungen Webers")."""

    @property
    def houses(self) -> frozenset[str]:
        """The houses of all its nouns."""
        return self.houses_of(self.nouns.keys())

    def houses_of(self, nouns: Container[str]) -> frozenset[str]:
        """The houses of some of its nouns."""
        return frozenset(house for noun, houses in self.nouns.items() if noun in nouns for house in houses)


def describe(words: str, language: Language, named: Container[str], people: Container[str]) -> Described:
    """What the words say; `named` are parts of names that the sources have, `people` those of people."""
    tokens = tokenize(words)
    lexicon = language.lexicon
    first = tokens[0].text.lower() if tokens else ""
    # "Demnach" and "er" name nobody.
    idle = lexicon.thereafter | lexicon.adverbs | lexicon.pronouns.keys()
    mentions = [one for one in language.mentions(tokens) if not idle.issuperset(one.parts)]
    names: set[str] = set()
    persons: set[str] = set()
    surnames: set[str] = set()
    certain = person = False
    # "Webers Stellvertreter Jens Kroll" is Kroll.
    full = [one for one in mentions if one.certain and one.bearer is Bearer.PERSON]
    for mention in full or mentions:
        parts = _called(mention, tokens, language, named)
        names |= parts
        # "Nachrichtenagentur Reuters" is a body's name by its first word.
        if mention.bearer is not Bearer.BODY and len(parts) == len(set(mention.parts)):
            persons |= parts
            surnames |= parts if mention.tail else parts & {mention.parts[-1]}
        if parts:
            certain = certain or mention.certain or any(part in named for part in parts)
            person = person or mention.bearer is Bearer.PERSON or any(part in people for part in parts)
    if found := _unusual(tokens, language):
        names |= found
        certain = True
    if first in lexicon.surname_prepositions and len(tokens) > 1 and tokens[-1].text[0].isupper():
        # "Von der Leyen" at the head of a sentence.
        names, persons, surnames = ({plain(tokens[-1].text)} for _ in range(3))
        certain = person = True
    titles, nouns = _nouns(tokens, mentions, names, language)
    return Described(
        names=frozenset(names),
        people=frozenset(persons),
        surnames=frozenset(surnames),
        capitals=_capitals(tokens, language),
        nouns=nouns,
        ties=_ties(mentions, language),
        introduced=first in lexicon.determiners and first in clause_words(language.code).introducing,
        leaning=first in lexicon.possessives,
        gender=_gender(tokens, names, language),
        several=_several(tokens, language),
        person=person,
        titled=titles,
        certain=certain,
        through=_through(tokens, names, language),
    )


def _unusual(tokens: Sequence[Token], language: Language) -> set[str]:
    """Names of media and firms that are written small: "n24", "n-tv"."""
    return {
        plain(token.text)
        for before, token in pairwise(tokens)
        if token.text[0].islower()
        and (any(letter.isdigit() for letter in token.text) or "-" in token.text)
        and language.houses.of(before.text)
    }


def _called(mention: Mention, tokens: Sequence[Token], language: Language, named: Container[str]) -> set[str]:
    """The parts of a mention that call somebody by name."""
    whole = plain(tokens[mention.start].text)
    if mention.tail and whole in named:
        return {whole}  # a double surname: "Aydin-Rohde"
    if mention.known or mention.tail:
        return set()
    # A word alone, or in quotation marks (“Reuters”), is how the speaker is called.
    alone = mention.end - mention.start == len(tokens)
    quoted = mention.start > 0 and tokens[mention.start - 1].text in _QUOTATION_MARKS
    if not (mention.certain or alone or quoted or mention.parts[-1] in named):
        return set()
    person = mention.bearer is Bearer.PERSON
    return {part for part in mention.parts if person or not language.houses.of(part)}


def _nouns(
    tokens: Sequence[Token], mentions: Sequence[Mention], names: set[str], language: Language
) -> tuple[bool, dict[str, frozenset[str]]]:
    """The nouns that are no name, no place, no body and no account, each with its houses; whether one is a title."""
    titles, nouns = False, {}
    for token in tokens:
        word = token.text
        if not word[0].isalpha() or word.lower() in language.function_words or plain(word) in names:
            continue
        if language.lexicon.nouns_capitalised and not word[0].isupper():
            continue
        if word.lower().endswith(language.lexicon.accounts) or language.houses.written(word):
            continue
        if any(
            one.known and not one.tail and one.span.start <= token.start < one.span.end for one in mentions
        ):
            continue
        titles = titles or language.is_title(word)
        nouns[language.stem(word.rpartition("-")[2])] = language.houses.of(word)
    return titles, nouns


def _capitals(tokens: Sequence[Token], language: Language) -> frozenset[str]:
    return frozenset(
        plain(part)
        for token in tokens
        if token.text.lower() not in language.function_words
        for part in (token.text, *token.text.split("-"))
        if part and part[0].isupper()
    )


def _ties(mentions: Sequence[Mention], language: Language) -> frozenset[str]:
    keys = {key for mention in mentions for key in mention.known}
    countries = {known.capital_of for key in keys if (known := language.known_name(key)) and known.capital_of}
    return frozenset(keys | countries)


def _gender(tokens: Sequence[Token], names: set[str], language: Language) -> str:
    """The gender of the first noun if it is a title; a man's title stands for anybody in the plural."""
    lexicon = language.lexicon
    for token in tokens:
        word = token.text
        if not word[0].isupper() or word.lower() in language.function_words:
            continue
        if not language.is_title(word) or plain(word) in names:
            return ""
        female = bool(lexicon.female_endings) and word.lower().endswith(lexicon.female_endings)
        male_article = tokens[0].text.lower() in lexicon.male_determiners
        return "" if female is male_article else "f" if female else "m"
    return ""


def _several(tokens: Sequence[Token], language: Language) -> bool:
    """Whether a description is in the plural.

    German: "die" before a noun in -en or -er, endings that feminine nouns hardly have; English: "the" before a noun in
    -s.
    """
    lexicon = language.lexicon
    if not tokens:
        return False
    article = tokens[0].text.lower()
    upper = lexicon.nouns_capitalised
    heads = (
        token.text for token in tokens[1:] if token.text[0].isupper() is upper and token.text[0].isalpha()
    )
    head = next(heads, "").lower()
    forms = clause_words(language.code)
    several = head.endswith(forms.several_endings) and not head.endswith(forms.single_endings)
    return article in forms.before_several and several


def _through(tokens: Sequence[Token], names: set[str], language: Language) -> bool:
    """Whether the first noun is a thing and the names only depend on it; an account ("Angaben Webers") is the
    speaker's.
    """
    if not names or not language.lexicon.nouns_capitalised:
        return False
    nouns = (token.text for token in tokens if token.text[0].isupper())
    first = next((noun for noun in nouns if noun.lower() not in language.function_words), "")
    if plain(first) in names or language.is_title(first) or language.houses.of(first):
        return False
    things = clause_words(language.code).thing_endings
    return first.lower().endswith(things) and not first.lower().endswith(language.lexicon.accounts)

"""Whether two sets of words name the same speaker.

Four answers: yes, no, unlikely, and open. A speaker is named ("Anna Weber"), described ("die Bürgermeisterin") or both.
Two names are the same speaker if they share a part that is not a title. A description fits a name if some source puts
both side by side ("Bürgermeisterin Anna Weber"); it contradicts the name only if sources give that description to
somebody else and never to this one. Two descriptions contradict each other where they name different houses ("die
Polizei", "die Feuerwehr"; "ein Sprecher der Stadt", "ein Sprecher des Ministeriums") or the same of different places and
parties ("der russische Präsident", "der türkische Präsident"). A description and a name are unlikely to be the same
where the sources never bring the name together with such a house.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beleg.language.language import Language
from beleg.language.mention import Bearer, plain
from beleg.terms.evidence import ReadSource, SameSpeaker
from beleg.terms.token import Token
from beleg.text.tokens import tokenize

_REACH = 4
"""Words around a name in which a description of its bearer is looked for."""
_COMPANY = 5
"""Words around a name whose houses, places and parties may be its bearer's."""
_INDEFINITE = frozenset(("ein", "eine", "einer", "einem", "a", "an"))
_QUOTATION_MARKS = frozenset('„“"»«‚‘')
_PLURAL = ("en", "er", "ern", "innen")
_FEMININE = ("mutter", "tochter", "schwester", "kammer")
_THINGS = ("ung", "ungen", "heit", "keit", "tion", "tionen", "ismus", "nis", "nisse")
"""Endings of German nouns that name an act or a state rather than somebody."""


@dataclass(frozen=True, slots=True)
class _Described:
    """What a speaker's words say: parts of names, stems of other nouns, places and bodies, houses."""

    names: frozenset[str]
    people: frozenset[str]
    """Those of the names that are no body's: "Weber", not "WWF"."""
    capitals: frozenset[str]
    nouns: frozenset[str]
    ties: frozenset[str]
    houses: frozenset[str]
    residual: dict[str, frozenset[str]]
    """The houses of each noun alone."""
    introduced: bool
    """Whether it begins with "ein": then it is nobody whom the text has named before."""
    leaning: bool
    """Whether it begins with a possessive ("sein Anwalt"): then whose house it is stands elsewhere."""
    gender: str
    """"f" for a woman ("die Ministerin"), "m" for a man ("der Minister"), empty where the words leave it open."""
    several: bool
    """Whether it is in the plural: "die Ermittler"."""
    person: bool
    """Whether a name in it is a person's: it has a first name, or a title."""
    titled: bool
    """Whether it has a person's title or function: "der Wahlleiter"."""
    learned: bool
    """Whether a name in it is certain: it is written as one, or the sources have it as one."""
    through: bool
    """Whether its head is a thing and a name only depends on it ("die Äußerungen Webers")."""


class Speakers:
    """Who is who in the sources."""

    def __init__(self, sources: Iterable[ReadSource], language: Language) -> None:
        self._language = language
        self._descriptions: dict[str, set[str]] = defaultdict(set)
        self._bearers: dict[str, set[str]] = defaultdict(set)
        self._company: dict[str, set[str]] = defaultdict(set)
        self._people: set[str] = set()
        self._known: dict[str, _Described] = {}
        self._sources = tuple(sources)
        self._speaking: dict[str, set[str]] = defaultdict(set)
        self._learned = False

    def same(self, one: str, other: str) -> SameSpeaker:
        """Whether the words name the same speaker."""
        if not one.strip() or not other.strip():
            return SameSpeaker.OPEN
        mine, theirs = self._described(one), self._described(other)
        if mine.capitals and mine.capitals == theirs.capitals:
            return SameSpeaker.YES
        if mine.people and theirs.people:
            if mine.people & theirs.capitals or theirs.people & mine.capitals:
                return SameSpeaker.YES
        elif mine.names & theirs.capitals or theirs.names & mine.capitals:
            return SameSpeaker.YES if not (mine.people or theirs.people) else SameSpeaker.OPEN
        if mine.through or theirs.through:
            return SameSpeaker.OPEN
        if not (mine.names and theirs.names) and mine.gender and theirs.gender and mine.gender != theirs.gender:
            return SameSpeaker.UNLIKELY
        if mine.names and theirs.names:
            if bool(mine.people) != bool(theirs.people):
                # A person may speak for a body that the sources name close by.
                person, body = (mine, theirs) if mine.people else (theirs, mine)
                near = frozenset().union(*(self._company.get(name, frozenset()) for name in person.names))
                return SameSpeaker.OPEN if near & body.names else SameSpeaker.UNLIKELY
            return SameSpeaker.NO if mine.learned and theirs.learned else SameSpeaker.UNLIKELY
        if mine.names or theirs.names:
            answer = self._name_and_description(*((mine, theirs) if mine.names else (theirs, mine)))
            # "Ein Sprecher" in the source is nobody whom it names elsewhere as somebody else.
            named_anew = answer is SameSpeaker.OPEN and theirs.introduced and bool(mine.names & self._descriptions.keys())
            return SameSpeaker.UNLIKELY if named_anew else answer
        return self._descriptions_only(mine, theirs)

    def _name_and_description(self, named: _Described, described: _Described) -> SameSpeaker:
        known = set().union(*(self._descriptions.get(name, set()) for name in named.names))
        nouns = described.nouns
        theirs = known | named.nouns
        shared = {noun for noun in nouns if noun in theirs or _share_part((noun,), theirs)}
        if shared and described.ties and named.ties and not described.ties & named.ties:
            return SameSpeaker.UNLIKELY
        if shared:
            company = set().union(*(self._company.get(name, set()) for name in named.names))
            further = {noun for noun in nouns - shared if not _share_part((noun,), company)} - company
            function = all(self._language.houses.represents(noun) for noun in shared)
            # "Präsident des Bauernverbands" is no other body's president.
            return SameSpeaker.UNLIKELY if further and function else SameSpeaker.YES
        bearers = set().union(*(self._bearers.get(noun, set()) for noun in nouns))
        if bearers and known and not bearers & named.names:
            return SameSpeaker.NO
        if described.leaning:
            return SameSpeaker.OPEN
        if described.several and named.person:
            return SameSpeaker.UNLIKELY
        if described.titled and known and not described.introduced and self._speaks_elsewhere(described, named):
            return SameSpeaker.UNLIKELY
        houses = self._language.houses
        own = frozenset(house for noun in known | named.nouns for house in houses.of(noun))
        if houses.apart(described.houses, own):
            return SameSpeaker.UNLIKELY
        if any(houses.represents(noun) for noun in known | named.nouns):
            return SameSpeaker.OPEN
        company = frozenset().union(*(self._company.get(name, frozenset()) for name in named.names))
        if described.houses and named.person and not described.houses & company:
            return SameSpeaker.UNLIKELY
        if described.ties and not nouns and not described.ties & (company | named.ties):
            return SameSpeaker.UNLIKELY
        # A house that speaks elsewhere is no person.
        if named.person and described.houses and self._speaks_elsewhere(described, named):
            return SameSpeaker.UNLIKELY
        return SameSpeaker.OPEN

    def _descriptions_only(self, mine: _Described, theirs: _Described) -> SameSpeaker:
        if mine.ties and theirs.ties and not mine.ties & theirs.ties:
            return SameSpeaker.NO if mine.nouns & theirs.nouns or not (mine.nouns or theirs.nouns) else SameSpeaker.UNLIKELY
        one, other = mine.nouns, theirs.nouns
        if not one or not other:
            return SameSpeaker.YES if mine.ties & theirs.ties else SameSpeaker.OPEN
        if one <= other or other <= one or _share_part(one - other, other - one):
            return SameSpeaker.YES
        shared = one & other
        left, right = _houses(mine, one - other), _houses(theirs, other - one)
        if self._language.houses.apart(left, right):
            # "Sprecher der Polizei" and "Sprecher der Feuerwehr": the same function in different houses.
            return SameSpeaker.NO if shared else SameSpeaker.UNLIKELY
        if left & right:
            return SameSpeaker.OPEN
        # Two descriptions, each of somebody who says something in the sources.
        if not shared and self._speaks_elsewhere(mine, theirs):
            return SameSpeaker.UNLIKELY
        return SameSpeaker.OPEN

    def _described(self, words: str) -> _Described:
        """What a speaker's words say of who it is."""
        if not self._learned:
            self._learned = True
            for source in self._sources:
                for sentence in source.reading.sentences:
                    self._learn(sentence.tokens)
            for source in self._sources:
                self._hear(source)
        if words not in self._known:
            self._known[words] = self._take_apart(words)
        return self._known[words]

    def _learn(self, tokens: Sequence[Token]) -> None:
        mentions = [one for one in self._language.mentions(tokens) if one.certain and not one.adjective]
        people = [one for one in mentions if not one.known and not one.tail]
        if not people:
            return
        for name in people:
            around = tokens[max(0, name.start - _COMPANY) : name.end + _COMPANY]
            words = [token.text for token in around if token.text[0].isalpha()]
            houses = {house for word in words for house in self._language.houses.of(word)}
            ties = {known.key for word in words if (known := self._language.known_name(word))}
            ties.update(plain(part) for word in words for part in word.split("-") if part and part[0].isupper())
            near = {
                self._language.stem(token.text)
                for token in _adjacent(
                    tokens[max(0, name.start - _REACH) : name.start], tokens[name.end : name.end + _REACH]
                )
                if token.text[0].isupper() or not self._language.lexicon.nouns_capitalised
            }
            if name.bearer is Bearer.PERSON:
                self._people.update(name.parts)
            for part in name.parts:
                self._descriptions[part] |= near
                self._company[part] |= houses | ties
            for description in near:
                self._bearers[description] |= set(name.parts)

    def _hear(self, source: ReadSource) -> None:
        """Note which nouns describe somebody who says something."""
        for quotation in source.reading.quotations:
            words = " ".join(part.of(source.source.text) for part in quotation.speaker)
            for noun in self._described(words).nouns if words else ():
                self._speaking[noun].add(words)

    def _speaks_elsewhere(self, described: _Described, other: _Described) -> bool:
        """Whether the sources have such a speaker elsewhere: one with the same first noun and nothing of the other's."""
        return any(
            not (said := self._described(words)).nouns & other.nouns and not said.names & other.names
            for noun in described.nouns
            for words in self._speaking.get(noun, ())
        )

    def _take_apart(self, words: str) -> _Described:
        language = self._language
        tokens = tokenize(words)
        names: set[str] = set()
        people: set[str] = set()
        learned = person = titled = False
        ties: set[str] = set()
        nouns: dict[str, frozenset[str]] = {}
        first = tokens[0].text.lower() if tokens else ""
        # "Demnach" and "er" name nobody.
        idle = language.lexicon.thereafter | language.lexicon.adverbs | language.lexicon.pronouns.keys()
        mentions = [one for one in language.mentions(tokens) if not idle.issuperset(one.parts)]
        for mention in mentions:
            # A word alone, or in quotation marks (“Reuters”), is how the speaker is called.
            alone = mention.end - mention.start == len(tokens)
            quoted = mention.start > 0 and tokens[mention.start - 1].text in _QUOTATION_MARKS
            bare = (alone or quoted) and not mention.known
            if mention.known:
                ties |= mention.known
            elif not mention.tail and (mention.certain or bare or mention.parts[-1] in self._descriptions):
                parts = {part for part in mention.parts if not language.houses.of(part) or mention.bearer is Bearer.PERSON}
                if parts:
                    names |= parts
                    # "Nachrichtenagentur Reuters" is a body's name by its first word.
                    if mention.bearer is not Bearer.BODY and len(parts) == len(set(mention.parts)):
                        people |= parts
                    learned = learned or mention.certain or mention.parts[-1] in self._descriptions
                    person = person or mention.bearer is Bearer.PERSON or mention.parts[-1] in self._people
        for token in tokens:
            word = token.text
            if not word[0].isalpha() or word.lower() in language.function_words:
                continue
            if language.lexicon.nouns_capitalised and not word[0].isupper():
                continue
            tied = any(one.known and not one.tail and one.span.start <= token.start < one.span.end for one in mentions)
            if word.lower().endswith(language.lexicon.accounts) or language.houses.written(word):
                continue
            if plain(word) not in names and not tied:
                titled = titled or language.is_title(word)
                nouns[language.stem(word.rpartition("-")[2])] = language.houses.of(word)
        return _Described(
            names=frozenset(names),
            people=frozenset(people),
            capitals=frozenset(
                plain(part) for token in tokens for part in token.text.split("-") if part and part[0].isupper()
            ),
            nouns=frozenset(nouns),
            ties=frozenset(ties),
            houses=frozenset(house for houses in nouns.values() for house in houses),
            residual=nouns,
            introduced=first in language.lexicon.determiners and first in _INDEFINITE,
            leaning=first in language.lexicon.possessives,
            gender=self._gender(tokens, names),
            several=self._several(tokens),
            person=person,
            titled=titled,
            learned=learned,
            through=self._through(tokens, names),
        )

    def _gender(self, tokens: Sequence[Token], names: set[str]) -> str:
        """The gender of the first title in the words; a title of a man stands for anybody in the plural."""
        lexicon = self._language.lexicon
        first = tokens[0].text.lower() if tokens else ""
        for token in tokens:
            word = token.text
            if word[0].isupper() and self._language.is_title(word) and plain(word) not in names:
                if lexicon.female_endings and word.lower().endswith(lexicon.female_endings):
                    return "f" if first not in lexicon.male_determiners else ""
                return "m" if first in lexicon.male_determiners else ""
            if word[0].isupper() and word.lower() not in self._language.function_words:
                return ""
        return ""

    def _several(self, tokens: Sequence[Token]) -> bool:
        """Whether a description is in the plural: "die" before a noun in -en or -er, which no feminine noun ends in."""
        lexicon = self._language.lexicon
        if not tokens:
            return False
        if not lexicon.nouns_capitalised:
            heads = [token.text for token in tokens if token.text[0].islower() and token.text not in lexicon.determiners]
            return bool(heads) and tokens[0].text.lower() == "the" and heads[0].endswith("s") and not heads[0].endswith("ss")
        nouns = [token.text for token in tokens if token.text[0].isupper() and token.text.lower() not in lexicon.determiners]
        definite = tokens[0].text.lower() in lexicon.several_determiners or tokens[0].text.lower() == "die"
        return definite and bool(nouns) and nouns[0].endswith(_PLURAL) and not nouns[0].lower().endswith(_FEMININE)

    def _through(self, tokens: Sequence[Token], names: set[str]) -> bool:
        """Whether the first noun is a thing and the names only depend on it; an account ("Angaben Webers") is the speaker's."""
        language = self._language
        if not names or not language.lexicon.nouns_capitalised or len(tokens) < 2:
            return False
        nouns = [token.text for token in tokens if token.text[0].isupper() and token.text.lower() not in language.function_words]
        if not nouns or plain(nouns[0]) in names or language.is_title(nouns[0]) or language.houses.of(nouns[0]):
            return False
        thing = nouns[0].lower().endswith(_THINGS)
        return thing and not nouns[0].lower().endswith(language.lexicon.accounts)


def _houses(described: _Described, nouns: frozenset[str]) -> frozenset[str]:
    return frozenset(house for noun in nouns for house in described.residual[noun])


def _adjacent(before: Sequence[Token], after: Sequence[Token]) -> list[Token]:
    """The words that describe a name: right before it, or in apposition after a comma."""
    described = [token for token in before if token.text[0].isalpha()]
    for token in reversed(before):
        if not token.text[0].isalpha():
            described = [t for t in before if t.start > token.start]
            break
    if after and after[0].text in (",", "("):
        described += [token for token in after[1:] if token.text[0].isalpha()]
    return described


def _share_part(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether a noun of one is part of a noun of the other: "polizei", "polizeisprech"."""
    theirs = list(other)
    return any(
        short in long
        for a in one
        for b in theirs
        for short, long in ((a, b), (b, a))
        if 5 <= len(short) < len(long)
    )

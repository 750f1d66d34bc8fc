"""Descriptions: whom "die Ministerin" stands for, where the text itself has said so.

A description is the definite article with a noun and nothing else ("die Ministerin", "der Kreml-Chef", "der
54-Jährige"). It stands for a person whom an earlier place of the text names beside that noun: as a title
("Umweltministerin Petra Vogt"), in an apposition ("Petra Vogt, Ministerin für Umwelt,"), or in brackets ("Jens Kroll
(CDU)", "Jens Kroll (54)"). The noun is the same or the last part of a compound, gender and number agree, and the text
so far gives it to nobody else, not to somebody unnamed either ("ein Sprecher"); otherwise nobody is named. Nothing is
known of the world: a Kremlin chief whom the text introduces nowhere stays a description.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from beleg.language.language import Language
from beleg.language.lexicon import Gender
from beleg.reading.person_nouns import PersonNoun, beside, noun_after
from beleg.reading.wording import Range, Wording
from beleg.terms.span import Span


@dataclass(frozen=True, slots=True)
class _Bearer:
    """Who bears a noun: the parts of the name, where it stands, the gender; `several` if others bear it too."""

    parts: frozenset[str]
    span: Span
    gender: Gender
    several: bool = False


class Descriptions:
    """Who bears which description in the sentences learnt so far. Time and memory are linear in their length."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._bearers: dict[str, _Bearer] = {}
        self._later: list[Wording] = []

    def learn_later(self, wording: Wording) -> None:
        """Take a sentence in when a description is asked about; after the last one nothing needs to be learnt."""
        self._later.append(wording)

    def learn(self, wording: Wording) -> None:
        """Take in whom a sentence describes how, and which nouns it gives to somebody it does not name."""
        tokens = wording.words.tokens
        starts = [token.start for token in tokens]
        described: set[int] = set()
        for name in self._language.names(tokens):
            inside = (bisect_left(starts, name.start), bisect_left(starts, name.end))
            nouns = beside(wording, inside)
            described.update(noun.at for noun in nouns)
            gender = self._gender(wording, inside, nouns)
            parts = frozenset(_bare(token.text) for token in tokens[inside[0] : inside[1]])
            for noun in nouns:
                if noun.gender in (Gender.UNKNOWN, gender):
                    span = Span(starts[noun.at], name.end) if noun.titled else name
                    self._add(noun.noun, _Bearer(parts, span, gender))
        for at in range(wording.end - 1):
            if wording.low[at] in wording.lexicon.indefinite:
                noun_at = noun_after(wording, at + 1)
                if noun_at is not None and noun_at not in described:
                    span = wording.words.span(at, noun_at + 1)
                    self._add(wording.low[noun_at], _Bearer(frozenset(), span, Gender.UNKNOWN, several=True))

    def bearer(self, description: Sequence[str], before: int) -> Span | None:
        """Who bears a description, its words in lower case, that stands at `before`; None where it is not decided.

        The span holds the name, with the title that stands right before it.
        """
        nouns = self._language.described(description)
        if nouns:
            for wording in self._later:
                self.learn(wording)
            self._later.clear()
        for noun, gender in nouns:
            found = self._bearers.get(noun)
            if found and not found.several and found.span.end <= before:
                agrees = Gender.UNKNOWN in (found.gender, gender) or found.gender is gender
                return found.span if agrees else None
        return None

    def _gender(self, wording: Wording, name: Range, nouns: Sequence[PersonNoun]) -> Gender:
        """The gender of a person by the first name, else by the nouns beside the name."""
        known = self._language.gender(wording.words.tokens[name[0]].text)
        if known is not Gender.UNKNOWN:
            return known
        lexicon = wording.lexicon
        for noun in (one.noun for one in nouns if one.gender is Gender.UNKNOWN):
            if noun.endswith(lexicon.female_endings):
                return Gender.FEMALE
            if lexicon.nouns_capitalised and not noun.endswith("e"):
                # A German noun for a person that is neither feminine nor an adjective is masculine.
                return Gender.MALE
        return Gender.UNKNOWN

    def _add(self, noun: str, new: _Bearer) -> None:
        for form in self._language.noun_forms(noun):
            known = self._bearers.get(form)
            if known is None:
                self._bearers[form] = new
            elif new.parts and known.parts and (new.parts <= known.parts or known.parts <= new.parts):
                gender = new.gender if known.gender is Gender.UNKNOWN else known.gender
                self._bearers[form] = replace(
                    new, parts=known.parts | new.parts, gender=gender, several=known.several
                )
            elif not known.several:
                self._bearers[form] = replace(known, several=True)


def _bare(word: str) -> str:
    """A part of a name without the ending of the genitive."""
    folded = word.casefold().rstrip("'’")
    return folded[:-1] if len(folded) > 3 and folded.endswith("s") else folded

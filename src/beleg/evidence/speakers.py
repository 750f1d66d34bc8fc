"""Whether two sets of words name the same speaker.

Four answers: yes, no, unlikely, and open. A speaker is named ("Anna Weber"), described ("die Bürgermeisterin") or both.
Two names are the same speaker if they share a part that is not a title. A description fits a name if some source puts
both side by side ("Bürgermeisterin Anna Weber"); it contradicts the name only if sources give that description to
somebody else and never to this one. Two descriptions contradict each other where they name different houses ("die
Polizei", "die Feuerwehr"; "ein Sprecher der Stadt", "ein Sprecher des Ministeriums") or the same of different places
and parties ("der russische Präsident", "der türkische Präsident"). A description and a name are unlikely to be the same
where the sources never bring the name together with such a house.
"""

from collections.abc import Iterable

from beleg.evidence.described import Described
from beleg.evidence.name_index import alike
from beleg.evidence.passages import SourceIndex
from beleg.evidence.who_is_who import WhoIsWho
from beleg.language.language import Language
from beleg.terms.evidence import SameSpeaker


class Speakers:
    """Who is who in the sources."""

    def __init__(self, index: SourceIndex, language: Language) -> None:
        self._language = language
        self._who = WhoIsWho(index, language)

    def same(self, one: str, other: str) -> SameSpeaker:
        """Whether the words name the same speaker."""
        if not one.strip() or not other.strip():
            return SameSpeaker.OPEN
        mine, theirs = self._who.described(one), self._who.described(other)
        if mine == theirs and (mine.capitals or mine.nouns):
            return SameSpeaker.YES
        if mine.people and theirs.people:
            if len(mine.people) > 1 and len(theirs.people) > 1:
                # "Michael Müller" is not "Michael Schmidt".
                if mine.surnames & theirs.people or theirs.surnames & mine.people:
                    return SameSpeaker.YES
            elif mine.people & theirs.capitals or theirs.people & mine.capitals:
                return SameSpeaker.YES
        elif mine.names & theirs.capitals or theirs.names & mine.capitals:
            if mine.people or theirs.people:
                return SameSpeaker.OPEN
            # "Ein Reporter des Boten aus Lindenau" is none of the Kurier's, though both are in Lindenau.
            return SameSpeaker.UNLIKELY if _each_its_own(mine, theirs) else SameSpeaker.YES
        if mine.through or theirs.through:
            return SameSpeaker.OPEN
        if (
            not (mine.names and theirs.names)
            and mine.gender
            and theirs.gender
            and mine.gender != theirs.gender
        ):
            return SameSpeaker.UNLIKELY
        if mine.names and theirs.names:
            if bool(mine.people) != bool(theirs.people):
                # A person may speak for a body that the sources name close by.
                person, body = (mine, theirs) if mine.people else (theirs, mine)
                return (
                    SameSpeaker.OPEN if self._who.company(person.names) & body.names else SameSpeaker.UNLIKELY
                )
            if alike(tuple(mine.surnames), tuple(theirs.surnames)):
                return SameSpeaker.OPEN  # one name spelt in two ways is a matter of the name
            return SameSpeaker.NO if mine.certain and theirs.certain else SameSpeaker.UNLIKELY
        if mine.names or theirs.names:
            answer = self._name_and_description(*((mine, theirs) if mine.names else (theirs, mine)))
            # "Ein Sprecher" in the source is nobody whom it names elsewhere as somebody else.
            named_anew = answer is SameSpeaker.OPEN and theirs.introduced and self._who.has(mine.names)
            return SameSpeaker.UNLIKELY if named_anew else answer
        return self._descriptions_only(mine, theirs)

    def _name_and_description(self, named: Described, described: Described) -> SameSpeaker:
        known = self._who.descriptions(named.names)
        company = self._who.company(named.names)
        nouns = described.nouns.keys()
        theirs = known | named.nouns.keys()
        shared = {noun for noun in nouns if noun in theirs or _share_part((noun,), theirs)}
        if shared and described.ties and named.ties and not described.ties & named.ties:
            return SameSpeaker.UNLIKELY
        if shared:
            further = {noun for noun in nouns - shared if not _share_part((noun,), company)} - company
            function = all(self._language.houses.represents(noun) for noun in shared)
            # "Präsident des Bauernverbands" is no other body's president.
            return SameSpeaker.UNLIKELY if further and function else SameSpeaker.YES
        # None of the nouns describes this one, or they would be shared.
        if known and any(map(self._who.describes_somebody, nouns)):
            return SameSpeaker.NO
        if described.leaning:
            return SameSpeaker.OPEN
        if described.several and named.person:
            return SameSpeaker.UNLIKELY
        if (
            described.titled
            and known
            and not described.introduced
            and self._who.speaks_elsewhere(described, named)
        ):
            return SameSpeaker.UNLIKELY
        houses = self._language.houses
        own = frozenset(house for noun in theirs for house in houses.of(noun))
        if houses.apart(described.houses, own):
            return SameSpeaker.UNLIKELY
        if any(houses.represents(noun) for noun in theirs):
            return SameSpeaker.OPEN
        if described.houses and named.person and not described.houses & company:
            return SameSpeaker.UNLIKELY
        if described.ties and not nouns and not described.ties & (company | named.ties):
            return SameSpeaker.UNLIKELY
        # A house that speaks elsewhere is no person.
        if named.person and described.houses and self._who.speaks_elsewhere(described, named):
            return SameSpeaker.UNLIKELY
        return SameSpeaker.OPEN

    def _descriptions_only(self, mine: Described, theirs: Described) -> SameSpeaker:
        if mine.ties and theirs.ties and not mine.ties & theirs.ties:
            return (
                SameSpeaker.NO
                if mine.nouns.keys() & theirs.nouns.keys() or not (mine.nouns or theirs.nouns)
                else SameSpeaker.UNLIKELY
            )
        one, other = mine.nouns.keys(), theirs.nouns.keys()
        if not one or not other:
            return SameSpeaker.YES if mine.ties & theirs.ties else SameSpeaker.OPEN
        if one <= other or other <= one or _share_part(one - other, other - one):
            return SameSpeaker.YES
        shared = one & other
        left, right = mine.houses_of(one - other), theirs.houses_of(other - one)
        if self._language.houses.apart(left, right):
            # "Sprecher der Polizei" and "Sprecher der Feuerwehr": the same function in different houses.
            return SameSpeaker.NO if shared else SameSpeaker.UNLIKELY
        if left & right:
            return SameSpeaker.OPEN
        # Two descriptions, each of somebody who says something in the sources.
        if not shared and self._who.speaks_elsewhere(mine, theirs):
            return SameSpeaker.UNLIKELY
        return SameSpeaker.OPEN


def _each_its_own(mine: Described, theirs: Described) -> bool:
    """Whether either has a name that the other has not."""
    return bool(mine.names - theirs.capitals) and bool(theirs.names - mine.capitals)


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

"""Verb places: where the finite verbs of a German sentence stand, clause by clause, without a tagger.

A clause is what stands between commas. In a main clause the finite verb stands second, and what goes with it
(participle, infinitive, particle) at the end; in a subordinate clause the finite verb stands last (Duden grammar:
Stellungsfelder, Satzklammer). Where these rules leave two readings, `AmbiguityError` is raised: nothing is guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from beleg.language.de.clause_phrases import data, has_object, is_noun_phrase
from beleg.language.de.paradigm import Finite, Tense, finite, is_infinitive, participle_of, particle_verb

MODALS = frozenset("können müssen wollen sollen dürfen mögen".split())
AUXILIARIES = frozenset({"sein", "haben", "werden"})
JOINING = frozenset({"und", "oder", "aber", "sowie"})
_WITH_INFINITIVE = MODALS | frozenset(
    "werden lassen sehen hören gehen bleiben helfen lernen brauchen kommen".split()
)
_BETWEEN_CLAUSES = JOINING | {"doch", "denn"}
_FURTHEST_SUBJECT = 6
"""Words between an "und" and the verb of the main clause it begins: "… und die Stadt zahlt"."""
_AFTER_NONFINITE = frozenset({"gewesen", "worden"})
_LONGEST_BEFORE_VERB = 4
_PREPOSITIONS_TOO = frozenset({"während", "bis", "seit", "als", "wie"})


class AmbiguityError(Exception):
    """The words can be read in two ways."""


class OrderError(AmbiguityError):
    """The words are, or may be, an order in the infinitive: "Jetzt gratis testen"."""


class Kind(Enum):
    """What stands between two commas."""

    MAIN = auto()
    SUBORDINATE = auto()
    INFINITIVE = auto()
    """ "…, die Brücke abzureißen": without a finite verb."""
    WITHOUT_VERB = auto()
    """An apposition, an item of an enumeration, or the end of a clause that was interrupted."""


@dataclass(slots=True)
class Clause:
    """Words `[start, end)` between two commas; `verbs` are the places of its finite verbs."""

    start: int
    end: int
    kind: Kind
    verbs: list[int]


class VerbPlaces:
    """The words of one sentence without its last mark, and what can be told of its verbs."""

    def __init__(self, words: Sequence[str]) -> None:
        """`words` are its words and marks, as written."""
        self.words = words
        self.low = [word.lower() for word in words]

    def clauses(self) -> list[Clause]:
        """The clauses in order. Raises AmbiguityError."""
        starts = [0, *(at + 1 for at, word in enumerate(self.words) if word == ",")]
        ends = [*(start - 1 for start in starts[1:]), len(self.words)]
        clauses: list[Clause] = []
        for start, end in zip(starts, ends, strict=True):
            if start >= end:
                raise AmbiguityError
            clauses.append(self._clause(start, end, clauses))
        return clauses

    def verbs_at(self, at: int) -> tuple[Finite, ...]:
        """The finite verbs that the word at `at` can be; empty for a word that is none here."""
        word = self.words[at]
        if at and word[0].isupper():
            return ()
        low = self.low[at]
        if low in data()["never_verbs"] or (at and self.low[at - 1] == "zu" and is_infinitive(low)):
            return ()
        if self._before_nonfinite(at) and self.nonfinite(at):
            return ()  # "um bestätigt zu werden", "um verabschieden zu können", "beteiligt gewesen"
        return finite(low)

    def _before_nonfinite(self, at: int) -> bool:
        """Whether an infinitive with "zu" follows, or "gewesen", "worden"; "gehen zu Fuß" and "bleiben zu voll" are
        none.
        """
        following = self.words[at + 1 : at + 3]
        with_zu = len(following) == 2 and following[0] == "zu" and is_infinitive(following[1])
        return with_zu or (bool(following) and following[0] in _AFTER_NONFINITE)

    def nonfinite(self, at: int) -> str:
        """The verb whose participle or infinitive the word at `at` is; empty for other words, nouns among them
        ("Betten").
        """
        if at >= len(self.words) or (at and self.words[at][0].isupper()):
            return ""
        low = self.low[at]
        return participle_of(low) or (low if is_infinitive(low) else "")

    def opens_with_participle(self) -> bool:
        """Whether the sentence begins like "Verletzt wurde niemand"."""
        return bool(participle_of(self.low[0])) and len(self.words) > 1 and bool(self.verbs_at(1))

    def _clause(self, start: int, end: int, before: Sequence[Clause]) -> Clause:
        found = [at for at in range(start, end) if self.verbs_at(at)]
        found = [at for at in found if not self._adjective(at, found)]
        if start == 0 and found[:1] == [0] and participle_of(self.low[0]):
            del found[0]
        if self._subordinate(start, end, first=not before):
            verbs = self._last_verbs(start, end)
            if not verbs:
                raise AmbiguityError
            return Clause(start, end, Kind.SUBORDINATE, verbs)
        if not found:
            kind = Kind.INFINITIVE if self._with_zu(start, end) else Kind.WITHOUT_VERB
            return Clause(start, end, kind, [])
        if len(found) == 1 and self._ends_earlier_clause(found[0], start, end, before):
            return Clause(start, end, Kind.WITHOUT_VERB, [])
        if self.low[start] == "sondern" and self.words[min(found[0] + 1, end - 1)][0].isupper():
            raise AmbiguityError  # "sondern gut bezahlte Leute"
        verbs = [found[0]]
        for at in found[1:]:
            if self._closes(verbs[-1], at, end):
                continue
            if self.low[at - 1] not in JOINING and not self._begins_main_clause(verbs[-1], at):
                raise AmbiguityError
            verbs.append(at)
        self._refuse_orders(start, end, verbs)
        after_subordinate = bool(before) and before[-1].kind is Kind.SUBORDINATE
        if after_subordinate and verbs[0] + 1 == end and end - start > _LONGEST_BEFORE_VERB:
            raise AmbiguityError  # "Da …, Jesus den Jüngern die Füße wusch, …" goes on with the clause before
        return Clause(start, end, Kind.MAIN, verbs)

    def _refuse_orders(self, start: int, end: int, verbs: Sequence[int]) -> None:
        """Raise where all that may be a finite verb stands last like the infinitive of an order: "Jetzt gratis testen".

        One phrase before it may be the subject ("Die Mieter in Auen klagen"), more than one leaves the second place
        empty.
        """
        begin = start + (self.low[start] in _BETWEEN_CLAUSES)
        for verb in verbs:
            last = verb + 1 == end or self.low[verb + 1] in JOINING
            if not (last and is_infinitive(self.low[verb])):
                return
            if verb - begin > 1 and not is_noun_phrase(self.words, begin, verb):
                raise OrderError
            begin = verb + 2

    def _adjective(self, at: int, found: Sequence[int]) -> bool:
        """Whether a form in -e before a noun is none of a verb: "eine freie Stelle"."""
        before_noun = at + 1 < len(self.words) and self.words[at + 1][0].isupper()
        other_mood = all(form.first or form.tense is Tense.REPORTED for form in self.verbs_at(at))
        alone = len(found) == 1 or "ich" in self.low
        return before_noun and other_mood and self.low[at].endswith("e") and not alone

    def _ends_earlier_clause(self, at: int, start: int, end: int, before: Sequence[Clause]) -> bool:
        """Whether the word goes with a verb before the comma: "wird geprüft, später ersetzt", "soll, wie …,
        bleiben".
        """
        if at + 1 != end:
            return False
        earlier = [
            form
            for clause in before
            if clause.kind is Kind.MAIN
            for verb in clause.verbs
            for form in self.verbs_at(verb)
        ]
        heads = {form.verb for form in earlier}
        interrupted = bool(before) and before[-1].kind is not Kind.MAIN
        if participle_of(self.low[at]):
            alone = at == start and interrupted
            return (alone or at > start + 1) and bool(heads & AUXILIARIES)
        return interrupted and is_infinitive(self.low[at]) and bool(heads & (MODALS | {"werden"}))

    def _subordinate(self, start: int, end: int, *, first: bool) -> bool:
        opening = self.low[start]
        at = start + (opening in data()["before_subordinators"])
        if at >= end:
            return False
        if self.low[at] in data()["subordinators"]:
            if self.low[at] in _PREPOSITIONS_TOO and self._verb_before_last(at, end, bracket=True):
                return False
            return bool(self.verbs_at(end - 1)) or not self.verbs_at(min(at + 1, end - 1))
        if first or opening in JOINING | {"sondern"}:
            return False
        if self.low[at] in data()["prepositions"]:
            at += 1
        if at + 1 >= end or self.low[at] not in data()["relatives"] or not self.verbs_at(end - 1):
            return False
        if self.low[at] == "den" and self.low[at + 1][0].isdigit():
            return False  # "am Dienstag, den 20. Juni"
        if self._verb_before_last(at, end):
            return False  # "…, das Gesetz könne Absprachen verletzen" is a main clause
        if self.low[at] in {"der", "die", "das"} and at == start and is_noun_phrase(self.words, at, end - 1):
            raise AmbiguityError  # "…, die Kliniken warnen": a main clause, or one like "…, die Kinder betreut"
        return True

    def _verb_before_last(self, at: int, end: int, *, bracket: bool = False) -> bool:
        """Whether a finite verb stands before the last word; with `bracket` also one that only the last word shows."""
        return any(
            self.verbs_at(place)
            and self.low[place + 1] not in JOINING
            and (not self.nonfinite(place) or (bracket and self._closes(place, end - 1, end)))
            for place in range(at + 1, end - 1)
        )

    def has_object(self, start: int, end: int, *, shared: bool = False) -> bool:
        """Whether the clause `[start, end)` has an object; see `clause_phrases.has_object`."""
        return has_object(self.words, start, end, shared=shared)

    def _with_zu(self, start: int, end: int) -> bool:
        return any(
            (self.low[at - 1] == "zu" and is_infinitive(self.words[at]))
            or ("zu" in self.low[at] and is_infinitive(self.low[at].replace("zu", "", 1)))
            for at in range(start + 1, end)
        )

    def _last_verbs(self, start: int, end: int) -> list[int]:
        """The finite verbs of a clause that ends with its verb, with those before an "und" inside it."""
        if not self.verbs_at(end - 1):
            return []
        if is_infinitive(self.low[end - 1]) and is_infinitive(self.words[end - 2]):
            raise AmbiguityError  # "was er hat kommen lassen": the finite verb is not the last
        joints = (at for at in range(start + 2, end - 1) if self.low[at] in {"und", "oder"})
        heads = {form.verb for form in self.verbs_at(end - 1)}
        shared = bool(heads & AUXILIARIES) and bool(participle_of(self.low[end - 2]))
        inner = [
            at - 1
            for at in joints
            if self.verbs_at(at - 1) and not (shared and participle_of(self.low[at - 1]))
        ]
        return [*inner, end - 1]

    def _closes(self, verb: int, at: int, end: int) -> bool:
        """Whether the word at `at` goes with the finite verb before it: a participle, an infinitive or a particle."""
        low = self.low[at]
        heads = {form.verb for form in self.verbs_at(verb)}
        following = self.low[at + 1] if at + 1 < end else ""
        final = following in JOINING | {"", "als", "wie"} or (at + 1 < end and bool(self.nonfinite(at + 1)))
        if participle_of(low) and heads & (AUXILIARIES | {"bekommen"}):
            return final or self.low[at - 1] not in JOINING
        if is_infinitive(low) and heads & _WITH_INFINITIVE:
            return final
        if following in AUXILIARIES | MODALS and self.nonfinite(at):
            return True  # "muss saniert werden", "hätten schließen müssen"
        if low in MODALS and is_infinitive(self.low[at - 1]):
            return True
        return not following and any(particle_verb(low, head) for head in heads)  # "hält dem Schnee stand"

    def _begins_main_clause(self, verb: int, at: int) -> bool:
        """Whether an "und" or "aber" between two finite verbs begins a main clause of its own."""
        between = self.low[verb + 1 : at]
        joints = [place for place, word in enumerate(between) if word in _BETWEEN_CLAUSES]
        attributive = (
            self.low[at].endswith("ten") and self.words[min(at + 1, len(self.words) - 1)][0].isupper()
        )
        return bool(joints) and len(between) - joints[-1] <= _FURTHEST_SUBJECT and not attributive


def is_order_in_infinitive(words: Sequence[str]) -> bool:
    """Whether a sentence, its mark included, has an infinitive in the place of its verb: "Jetzt gratis testen."."""
    if len(words) < 3 or words[-1] != ".":
        return False
    try:
        VerbPlaces(words[:-1]).clauses()
    except OrderError:
        return True
    except AmbiguityError:
        return False
    return False

"""Indirect speech: a German statement turned into the Konjunktiv, as one reports what somebody else said.

Rules of the Duden grammar (Indirekte Rede): every finite verb goes into the Konjunktiv (`paradigm`); the three past
tenses become one, the Konjunktiv Perfekt; "ich" becomes the third person. What cannot be turned without knowing more
than the words ("wir", "hier", questions, orders, perfects whose auxiliary hangs on the meaning) is left alone: better
the speaker's own words than wrong ones.
"""

from collections.abc import Sequence
from typing import Final

from beleg.language.de.clause_phrases import data
from beleg.language.de.paradigm import (
    Finite,
    Tense,
    is_infinitive,
    konjunktiv,
    makes_one_word,
    participle_of,
    particle_verb,
    past_participle,
)
from beleg.language.de.perfect_auxiliary import is_participle, is_pluperfect, perfect_with, refuse_participle
from beleg.language.de.third_person import in_third_person
from beleg.language.de.verb_places import (
    AUXILIARIES,
    JOINING,
    MODALS,
    AmbiguityError,
    Clause,
    Kind,
    VerbPlaces,
)
from beleg.language.lexicon import Gender
from beleg.text.tokens import tokenize

_WITH_BARE: Final = MODALS | {"lassen", "sehen", "hören"}
"""Verbs whose participle becomes an infinitive beside another one: "habe sich retten lassen" (Ersatzinfinitiv)."""
_PAST: Final = {"sein": ("sei", "seien"), "haben": ("habe", "hätten")}
_ADVERBS_TOO: Final = frozenset({"weiter", "wieder"})
"""Particles that are adverbs as well; "würden weiter steigen" is right with both."""
_POINTING: Final = frozenset({"dabei", "dazu", "dagegen"})
_NEW: Final = -1
"""The place of a word that was not there."""


def in_indirect_speech(statement: str, speaker: Gender = Gender.UNKNOWN) -> str | None:
    """Return a statement in indirect speech, without the mark at its end; None where that cannot be done safely.

    `statement` is one German sentence without quotation marks that ends with a full stop; who says it is told by the
    frame around it, not here. `speaker` decides what "ich" becomes. Words that point to the day of speaking ("heute")
    stay as they are; they are for the caller.
    """
    tokens = tokenize(statement)
    words = [token.text for token in tokens]
    if len(words) < 3 or words[-1] != ".":
        return None
    glued = frozenset(at for at in range(1, len(tokens)) if tokens[at - 1].end == tokens[at].start)
    try:
        return _written(_Turning(words[:-1], speaker).turned(), glued)
    except AmbiguityError:
        return None


def _written(turned: Sequence[tuple[str, int]], glued: frozenset[int]) -> str:
    """The words with single blanks; `turned` pairs a word with its old place, `glued` are places without a blank
    before.
    """
    text, before = "", _NEW
    for word, place in turned:
        close = word == "," or (place in glued and before == place - 1)
        text += word if not text or close else f" {word}"
        before = place
    return text


class _Turning:
    """One statement on its way into indirect speech; `out` is what is written so far, words with their old places."""

    def __init__(self, words: Sequence[str], speaker: Gender) -> None:
        self.words = words
        self.places = VerbPlaces(words)
        self.low = self.places.low
        self.speaker = speaker
        self.out: list[tuple[str, int]] = []
        self.helping = ""

    def turned(self) -> list[tuple[str, int]]:
        self._refuse_unclear()
        clauses = self.places.clauses()
        if not any(clause.verbs for clause in clauses):
            raise AmbiguityError
        for number, clause in enumerate(clauses):
            if number:
                self.out.append((",", clause.start - 1))
            self._refuse_interrupted(clause, clauses[number + 1 :])
            self._turn(clause)
            goes_on = number + 1 < len(clauses) and clauses[number + 1].kind is Kind.WITHOUT_VERB
            if clause.kind is Kind.MAIN and goes_on and self.out[-1][1] == _NEW:
                raise AmbiguityError  # the verb would stand in the middle: "habe den Kauf beschlossen, ein altes Vorhaben"
        return in_third_person(self.out, self.speaker)

    def _refuse_unclear(self) -> None:
        if any(word in data()["unclear"] for word in self.low):
            raise AmbiguityError
        if any(word in data()["addressed"] for word in self.words[1:]):
            raise AmbiguityError
        self._refuse_sentences_inside()
        begins_with_verb = bool(self.places.verbs_at(0)) and not self.places.opens_with_participle()
        if begins_with_verb and self.low[0] not in data()["determiners"]:
            raise AmbiguityError  # an order or a question

    def _refuse_interrupted(self, clause: Clause, after: Sequence[Clause]) -> None:
        """Raise where what goes with a past form may stand behind the next clause: "wurde ihm, wie …, gekündigt"."""
        if clause.kind is not Kind.MAIN:
            return
        form = self._form(clause.verbs[-1])
        closing = form.verb in AUXILIARIES | MODALS and form.tense is Tense.PAST
        for later in after:
            if later.kind is Kind.MAIN:
                return
            if (closing and later.kind is Kind.WITHOUT_VERB) or form.verb == "lassen":
                raise AmbiguityError

    def _refuse_sentences_inside(self) -> None:
        """Raise where brackets or quotation marks hold more than a name or a remark without a verb."""
        inside = False
        for at, word in enumerate(self.words):
            if word in '()„“”»«"':
                inside = not inside
            elif inside and (word == "," or self.places.verbs_at(at)):
                raise AmbiguityError
        if inside:
            raise AmbiguityError

    def _turn(self, clause: Clause) -> None:
        self.helping = ""
        at = clause.start
        for number, verb in enumerate(clause.verbs):
            if clause.kind is Kind.SUBORDINATE:
                self._last(at, verb)
                at = verb + 1
            else:
                more = clause.verbs[number + 1 :]
                close = self._joint(verb, more[0]) if more else clause.end
                self._copy(at, verb)
                self._second(verb, close, shared=bool(number) and self.low[verb - 1] in JOINING)
                at = close
        self._copy(at, clause.end)

    def _joint(self, verb: int, following: int) -> int:
        """Where the clause of `verb` ends before the next verb between the same commas: at the conjunction."""
        joints = [at for at in range(verb + 1, following) if self.low[at] in JOINING | {"doch", "denn"}]
        if not joints:
            raise AmbiguityError
        return joints[-1]

    # A finite verb in second place

    def _second(self, verb: int, close: int, *, shared: bool) -> None:
        """Write the words from the verb to the end of its clause; `shared`: its subject is that of the verb before."""
        form = self._form(verb)
        if not shared:
            self.helping = ""
        last = self.words[close - 1] if close - 1 > verb else ""
        pointing = last in _POINTING and close < len(self.words)  # "beteiligen sich daran, …"
        pointing = pointing or self.low[close - 2] in {"zu", "so", "sehr"}  # "bleiben zu voll"
        apart = last.islower() and last not in _ADVERBS_TOO and not pointing and form.verb not in AUXILIARIES
        whole = particle_verb(last, form.verb) if apart else ""
        end = close - 1 if whole else close
        if form.tense is Tense.REPORTED:
            self._copy(verb, close)
        elif form.tense is Tense.PAST:
            self._second_past(form, whole or form.verb, verb, end, shared=shared)
        elif one := konjunktiv(form):
            self._write(one, verb)
            self._copy(verb + 1, close)
        else:
            self._help("würden", verb)
            self._copy(verb + 1, end)
            self._add(whole or form.verb)

    def _second_past(self, form: Finite, verb: str, at: int, end: int, *, shared: bool) -> None:
        """Write "beschloss … " as "habe … beschlossen"; `verb` has the particle that stood at the end."""
        last = self.words[end - 1] if end - 1 > at else ""
        inside = any(is_infinitive(word) for word in self.words[at + 1 : end - 1])
        passive = form.verb == "werden"
        first = self.low[at - 1] if at and participle_of(self.low[at - 1]) else ""
        added = ""
        if form.verb in _WITH_BARE and (is_infinitive(last) or (form.verb in MODALS and inside)):
            helper, added = "haben", form.verb
        elif passive and first:
            self._add("worden")
            helper = "sein"
        elif passive and is_participle(last):
            helper, added = "sein", "worden"
        elif form.verb in _PAST and (is_pluperfect(form.verb, last) or is_pluperfect(form.verb, first)):
            helper = form.verb
        elif passive and any(participle_of(word) for word in self.words[at + 1 : end]):
            raise AmbiguityError  # "wurde eröffnet und damit …": the passive or "became"
        elif form.verb in MODALS:
            raise AmbiguityError
        else:
            refuse_participle(form.verb, last)
            comma = max((place for place in range(at) if self.words[place] == ","), default=-1)
            helper = perfect_with(self.places, verb, at + 1 if shared else comma + 1, end, shared=shared)
            added = verb.removesuffix(form.verb) + past_participle(form.verb)
        self._help(_PAST[helper][form.several], at)
        self._copy(at + 1, end)
        if added:
            self._add_joined(added)

    # A finite verb in last place

    def _last(self, start: int, verb: int) -> None:
        form = self._form(verb)
        if form.tense is Tense.REPORTED:
            self._copy(start, verb + 1)
        elif form.tense is Tense.PAST:
            self._last_past(form, start, verb)
        else:
            self._copy(start, verb)
            if one := konjunktiv(form):
                self._write(one, verb)
            else:
                self._add(form.verb)
                self._add("würden")

    def _last_past(self, form: Finite, start: int, verb: int) -> None:
        last = self.words[verb - 1]
        be, have = (_PAST[helper][form.several] for helper in ("sein", "haben"))
        if form.verb in _WITH_BARE and is_infinitive(last):
            # "bezahlt werden konnte" → "habe bezahlt werden können"
            cluster = verb - (2 if last in AUXILIARIES and participle_of(self.low[verb - 2]) else 1)
            self._copy(start, cluster)
            self._add(have)
            self._copy(cluster, verb)
            self._add(form.verb)
            return
        self._copy(start, verb)
        if form.verb == "werden" and is_participle(last):
            self._add("worden")
            self._add(be)
        elif form.verb in _PAST and is_pluperfect(form.verb, last):
            self._add(_PAST[form.verb][form.several])
        elif form.verb in MODALS:
            raise AmbiguityError
        else:
            refuse_participle(form.verb, last)
            self._add(past_participle(form.verb))
            self._add(be if perfect_with(self.places, form.verb, start, verb) == "sein" else have)

    # Single words

    def _form(self, at: int) -> Finite:
        forms = self.places.verbs_at(at)
        own = [form for form in forms if form.first]
        if "ich" in self.low and own:
            return Finite(own[0].verb, own[0].tense, several=False)
        if self.low[at] in {"sollte", "sollten"}:  # nearly always the Konjunktiv II
            return Finite("sollen", Tense.REPORTED, self.low[at] == "sollten")
        others = [form for form in forms if not form.first]
        if any(form.or_konjunktiv for form in others) and self._reports_already():
            raise AmbiguityError  # "würde gestreikt, wenn sie nichts vorlegten"
        if len({(form.tense, form.several) for form in others}) != 1:
            raise AmbiguityError
        return others[0]

    def _reports_already(self) -> bool:
        places = range(len(self.words))
        return any(form.tense is Tense.REPORTED for at in places for form in self.places.verbs_at(at))

    def _copy(self, start: int, end: int) -> None:
        self.out.extend((self.words[at], at) for at in range(start, end))

    def _write(self, word: str, at: int) -> None:
        self.out.append((word.capitalize() if self.words[at][0].isupper() else word, at))

    def _help(self, auxiliary: str, at: int) -> None:
        """Write an auxiliary once for verbs that share it: "würden im März beginnen und zwei Jahre dauern"."""
        if self.helping != auxiliary:
            self._write(auxiliary, at)
        self.helping = auxiliary

    def _add_joined(self, participle: str) -> None:
        """Add a participle, in one word with "wieder" where that makes a verb of its own: "wiedererkannt"."""
        if self.out[-1][0] == "wieder" and makes_one_word("wieder", participle):
            self.out.pop()
            participle = f"wieder{participle}"
        self._add(participle)

    def _add(self, word: str) -> None:
        self.out.append((word, _NEW))

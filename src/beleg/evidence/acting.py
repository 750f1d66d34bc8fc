"""Acting: whether the same act has changed hands between a clause of the draft and its counterpart."""

from collections.abc import Iterable, Sequence

from beleg.evidence.clauses import Stated
from beleg.evidence.counterparts import Compared, Counterpart
from beleg.evidence.roles import Roles, roles
from beleg.evidence.words import ContentWord, alike, content_words
from beleg.language.clause_words import clause_words
from beleg.language.language import Language
from beleg.text.tokens import tokenize


class _Act:
    """A clause with who does what in it."""

    def __init__(self, whole: Stated, number: int, language: Language) -> None:
        self.whole = whole
        self.number = number
        self.language = language
        self.roles: Roles = roles(whole.words, whole.clauses[number], language)
        self.agent = self._named(self.roles.agent)

    def who(self) -> str:
        """The words that name who acts."""
        return " ".join(self.whole.sentence.tokens[at].text for at in sorted(self.roles.agent))

    def acted_on(self, *how: str) -> list[ContentWord]:
        """Those it happens to, and those who stand beside the verb in one of these ways."""
        others = {at for at, role in self.roles.others.items() if role in how}
        return self._named(self.roles.patient | others)

    def undergoing(self) -> list[ContentWord]:
        """Those who do not act; who acts together with somebody ("traf sich mit") can change places, and who is only
        compared with them does neither."""
        apart = clause_words(self.language.code).acting_too | self.language.lexicon.comparing
        others = {at for at, role in self.roles.others.items() if role not in apart}
        return self._named((self.roles.patient | others) - self.roles.agent)

    def can_act(self) -> bool:
        """Whether one of the words for who acts is a name, a title or a house."""
        tokens, language = self.whole.sentence.tokens, self.language
        names = [one for one in language.mentions(tokens) if one.certain and not one.adjective]
        return any(
            language.is_title(tokens[at].text)
            or language.houses.of(tokens[at].text)
            or any(one.start <= at < one.end for one in names)
            for at in self.roles.agent
        )

    def _named(self, tokens: Iterable[int]) -> list[ContentWord]:
        wanted = {self.whole.sentence.tokens[at].start for at in tokens if self.whole.words.capitalised(at)}
        words = content_words(self.whole.sentence.tokens, self.language)
        return [word for word in words if word.span.start in wanted]


def acting(mine: Stated, one: Compared, language: Language) -> tuple[str, str]:
    """Who acts here and who there, if it is the same act and has changed hands; else two empty strings.

    The second is empty where the source only shows that whoever acts here does not act there.
    """
    forms = clause_words(language.code)
    here = _Act(mine, mine.clauses.index(one.clause), language)
    there = _Act(one.best.theirs, one.best.clause, language)
    if not here.agent or not here.roles.verbs & there.roles.verbs or alike(here.agent, there.agent):
        return "", ""
    if there.roles.agent:
        changed = _changed_places(here, there) or _crossed(here, there)
        return (here.who(), there.who()) if changed and not _acts_there_too(here, there) else ("", "")
    if there.roles.by_pronoun:
        # "Sie ging auf den Wirt los": whoever she is, it is not he.
        met = (
            not there.roles.passive
            and here.can_act()
            and alike(here.agent, there.acted_on("oblique", *forms.met_with))
        )
        return (here.who(), "") if met else ("", "")
    aimed = alike(here.agent, there.acted_on(*forms.aimed)) and (bool(here.roles.patient) or here.can_act())
    return (here.who(), "") if aimed and (here.roles.certain or here.can_act()) else ("", "")


def own_act(mine: Stated, one: Compared, counterpart: Counterpart, language: Language) -> bool:
    """Whether somebody tells what he will do himself, and not in the mood of reported speech: "Wie die Stadt mitteilte,
    sperrt sie die Brücke". That the city closes the bridge needs nobody else to vouch for it."""
    speaker, theirs = counterpart.state.speaker, counterpart.theirs
    in_mood = {theirs.clause[verb.at] for verb in language.reported_verbs(theirs.words)}
    if not speaker or counterpart.clause in in_mood:
        return False
    said_by = content_words(tokenize(speaker), language)
    here = _Act(mine, mine.clauses.index(one.clause), language)
    there = _Act(theirs, counterpart.clause, language)
    does = there.roles.by_pronoun or alike(there.agent, said_by)
    return does and bool(here.roles.verbs & there.roles.verbs) and alike(here.agent, said_by)


def _changed_places(here: _Act, there: _Act) -> bool:
    """Whether either one acts on one side and is acted on at the other."""
    shown = here.roles.certain and there.roles.certain
    return (shown or _by_order(here, there)) and (
        alike(here.agent, there.undergoing()) and alike(there.agent, here.undergoing())
    )


def _by_order(here: _Act, there: _Act) -> bool:
    """Whether the order of the words may be trusted on one side, the other being certain: both who act are able to.

    "Berichte konnten die Helfer nicht bestätigen" has its object first; reports confirm nothing.
    """
    return (here.roles.certain or there.roles.certain) and here.can_act() and there.can_act()


def _crossed(here: _Act, there: _Act) -> bool:
    """Whether the two do something in each other's place in a further clause as well: "Kern sagte ab, nachdem Vogt
    absprang" for "Vogt sagte ab, nachdem Kern absprang"."""
    return any(
        mine.roles.verbs & theirs.roles.verbs
        and alike(mine.agent, there.agent)
        and alike(theirs.agent, here.agent)
        and not alike(mine.agent, theirs.agent)
        for mine in _others(here)
        for theirs in _others(there)
    )


def _acts_there_too(here: _Act, there: _Act) -> bool:
    """Whether who acts here does the same in a further clause there: "Kern rief Vogt an, der Olbrich anrief"."""
    return any(
        here.roles.verbs & other.roles.verbs and alike(here.agent, other.agent) for other in _others(there)
    )


def _others(act: _Act) -> Sequence[_Act]:
    """The further clauses of a sentence in which somebody acts."""
    numbers = (number for number in range(len(act.whole.clauses)) if number != act.number)
    acts = (_Act(act.whole, number, act.language) for number in numbers)
    return [one for one in acts if one.agent and one.roles.verbs]

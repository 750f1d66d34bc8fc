"""Words of the review report: names, moments and states as its readers are told them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from babel.dates import format_date, format_datetime

from beleg.publishing.disclosing import name_and_function
from beleg.publishing.labels import labels_in
from beleg.publishing.words import shown
from beleg.terms.account import Account
from beleg.terms.finding import Severity
from beleg.terms.report import Verdict
from beleg.terms.review import FindingState, SentenceState
from beleg.terms.revision import Origin, SentenceOrigin
from beleg.terms.source import only_a_day
from beleg.terms.wording import Wording

SEVERITIES = {
    Severity.ERROR: Wording(de="Fehler", en="Error"),
    Severity.WARNING: Wording(de="Warnung", en="Warning"),
    Severity.NOTICE: Wording(de="Anmerkung", en="Notice"),
}
VERDICTS = {
    Verdict.SUPPORTED: Wording(de="belegt", en="supported"),
    Verdict.DISTORTED: Wording(de="eine Quelle sagt es anders", en="a source says otherwise"),
    Verdict.UNSUPPORTED: Wording(de="in keiner Quelle gefunden", en="found in no source"),
    Verdict.NOT_CHECKABLE: Wording(de="mit nichts vergleichbar", en="comparable with nothing"),
}
SENTENCE_STATES = {
    SentenceState.SUPPORTED: Wording(de="belegt", en="supported"),
    SentenceState.OPEN: Wording(de="offen", en="open"),
    SentenceState.CONFIRMED: Wording(de="von einem Menschen verantwortet", en="vouched for by a person"),
    SentenceState.REOPENED: Wording(de="wieder offen", en="open again"),
    SentenceState.NOTHING_TO_CHECK: Wording(de="nichts zu prüfen", en="nothing to check"),
    SentenceState.TO_JUDGE: Wording(de="noch nicht beurteilt", en="not judged yet"),
    SentenceState.UNSAVED: Wording(de="nicht gespeichert", en="not saved"),
}
FINDING_STATES = {
    FindingState.OPEN: Wording(de="nicht entschieden", en="not decided"),
    FindingState.DISMISSED: Wording(de="verworfen", en="dismissed"),
    FindingState.ESCALATED: Wording(de="weitergegeben", en="escalated"),
}
_PERSON = Wording(de="von einem Menschen eingegeben", en="entered by a person")
_MACHINE = Wording(de="Maschine ({engine})", en="machine ({engine})")
_SOURCE = Wording(de="aus einer Quelle, von einer Maschine gewählt", en="from a source, chosen by a machine")
_REWRITTEN = Wording(
    de="Maschine ({engine}), von einem Menschen umgeschrieben", en="machine ({engine}), rewritten by a person"
)
_ERASED = Wording(de="Konto {id}", en="account {id}")


@dataclass(frozen=True, slots=True)
class Say:
    """Says things in one language, of people of one newsroom."""

    language: str
    people: Sequence[Account]
    _names: dict[str, str] = field(default_factory=dict)

    def __call__(self, wording: Wording, **values: str | int) -> str:
        """The words with the values filled in."""
        filled = tuple((name, shown(str(value))) for name, value in values.items())
        return wording.in_language(self.language, filled)

    def name(self, account: str) -> str:
        """Name and function of an account; its id where the newsroom no longer has a name for it."""
        if not self._names:
            self._names.update({person.id: shown(name_and_function(person)) for person in self.people})
        return self._names.get(account) or self(_ERASED, id=account)

    def moment(self, at: str) -> str:
        """A moment of the record in UTC; as it stands there if it is none."""
        try:
            moment = datetime.fromisoformat(at)
        except ValueError:
            return shown(at)
        if moment.tzinfo is None:
            return shown(at)
        labels = labels_in(self.language)
        return format_datetime(moment.astimezone(UTC), labels.moment, locale=labels.locale)

    def dated(self, published: str) -> str:
        """The date of a source, as `moment`; without a time where only the day is known."""
        try:
            dated = datetime.fromisoformat(published)
        except ValueError:
            return shown(published)
        if not only_a_day(dated):
            return self.moment(published)
        return format_date(dated, "long", locale=labels_in(self.language).locale)

    def origin(self, origin: SentenceOrigin) -> str:
        """Where a sentence comes from."""
        if origin.origin is Origin.SOURCE:
            return self(_SOURCE)
        if origin.origin is Origin.MACHINE:
            return self(_MACHINE, engine=origin.engine or "?")
        return self(_REWRITTEN, engine=origin.engine) if origin.engine else self(_PERSON)

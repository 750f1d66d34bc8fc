"""What reports for people say around the findings, in German and English."""

from dataclasses import dataclass

from beleg.terms.finding import Severity
from beleg.terms.report import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A word for one thing and for several."""

    one: str
    many: str

    def __call__(self, number: int) -> str:
        """The number with its word: "1 Satz", "3 Sätze"."""
        return f"{number} {self.one if number == 1 else self.many}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWording:
    """The fixed words of a report in one language."""

    draft: str
    source: str
    suggestion: str
    no_findings: str
    not_compared: str
    checked: str
    nothing_of_the_kind: str
    not_checked: str
    remark: str
    decided: str
    """Before what a verdict rests on."""
    besides: str
    """Before a finding that touches a sentence and decides nothing."""
    carried: str
    too_little: str
    nothing_asserted: str
    nothing_to_compare: str
    passage: str
    not_there: str
    """Before the words of a sentence that none of its passages has."""
    opening: str
    closing: str
    sentences: Counted
    findings: Counted
    verdicts: tuple[tuple[Verdict, str], ...]
    severities: tuple[tuple[Severity, Counted], ...]

    def quoted(self, words: str) -> str:
        """The words in the language's quotation marks."""
        return f"{self.opening}{words}{self.closing}"


GERMAN = ReportWording(
    draft="Entwurf",
    source="Quelle",
    suggestion="Vorschlag",
    no_findings="Keine Befunde.",
    not_compared="Kein Satz wurde mit einer Quelle verglichen: Der Entwurf gilt damit nicht als geprüft.",
    checked="Geprüft",
    nothing_of_the_kind="Geprüft, aber nichts dergleichen im Entwurf",
    not_checked="Nicht geprüft",
    remark="Zum Umfang der Prüfung",
    decided="Grund",
    besides="Außerdem",
    carried="Die Stellen tragen den Satz, und keine Prüfung hat etwas dagegen gefunden.",
    too_little="Die Stellen haben zu wenig von seinem Inhalt.",
    nothing_asserted="Der Satz behauptet nichts, was sich mit einer Quelle vergleichen ließe.",
    nothing_to_compare="Er wurde mit keiner Quelle verglichen; warum, steht unten.",
    passage="Stelle",
    not_there="In keiner Stelle",
    opening="„",
    closing="“",
    sentences=Counted(one="Satz", many="Sätze"),
    findings=Counted(one="Befund", many="Befunde"),
    verdicts=(
        (Verdict.SUPPORTED, "belegt"),
        (Verdict.DISTORTED, "verfälscht"),
        (Verdict.UNSUPPORTED, "unbelegt"),
        (Verdict.NOT_CHECKABLE, "nicht prüfbar"),
    ),
    severities=(
        (Severity.ERROR, Counted(one="Fehler", many="Fehler")),
        (Severity.WARNING, Counted(one="Warnung", many="Warnungen")),
        (Severity.NOTICE, Counted(one="Anmerkung", many="Anmerkungen")),
    ),
)

ENGLISH = ReportWording(
    draft="draft",
    source="source",
    suggestion="suggestion",
    no_findings="No findings.",
    not_compared="No sentence was compared with a source: the draft does not count as checked.",
    checked="Checked",
    nothing_of_the_kind="Checked, but nothing of the kind in the draft",
    not_checked="Not checked",
    remark="On the extent of the check",
    decided="why",
    besides="besides",
    carried="The passages support the sentence, and no check found anything against it.",
    too_little="The passages have too little of its content.",
    nothing_asserted="The sentence asserts nothing that could be compared with a source.",
    nothing_to_compare="It was compared with no source; the reason is given below.",
    passage="passage",
    not_there="in no passage",
    opening="“",
    closing="”",
    sentences=Counted(one="sentence", many="sentences"),
    findings=Counted(one="finding", many="findings"),
    verdicts=(
        (Verdict.SUPPORTED, "supported"),
        (Verdict.DISTORTED, "distorted"),
        (Verdict.UNSUPPORTED, "unsupported"),
        (Verdict.NOT_CHECKABLE, "not checkable"),
    ),
    severities=(
        (Severity.ERROR, Counted(one="error", many="errors")),
        (Severity.WARNING, Counted(one="warning", many="warnings")),
        (Severity.NOTICE, Counted(one="notice", many="notices")),
    ),
)


def wording_in(language: str) -> ReportWording:
    """The wording in a language: English for `en`, German for every other code."""
    return ENGLISH if language == "en" else GERMAN

"""States: what a sentence, a finding, a dossier is called on the screens; each with a mark besides its colour."""

from dataclasses import dataclass

from beleg.desk.wording import Wording
from beleg.review.stage import stage
from beleg.terms.dossier import Dossier, SignOff
from beleg.terms.finding import Severity
from beleg.terms.listed import Stage
from beleg.terms.report import Verdict
from beleg.terms.review import FindingState, Review, ReviewedFinding, ReviewedSentence, SentenceState
from beleg.terms.revision import Origin, SentenceOrigin


@dataclass(frozen=True, slots=True)
class State:
    """A state as shown: `kind` picks the colour, `mark` is a sign, `words` say it; never the colour alone."""

    kind: str
    mark: str
    words: str


def severity_words(severity: Severity, words: Wording) -> str:
    """What a severity is called."""
    if severity is Severity.ERROR:
        return words.say("Error")
    return words.say("Warning") if severity is Severity.WARNING else words.say("Notice")


def sentence_state(
    sentence: ReviewedSentence | None, findings: tuple[ReviewedFinding, ...], words: Wording
) -> State:
    """Where a sentence stands: an open finding speaks louder than anything else; None is "not checked yet"."""
    if sentence is None:
        return State("waiting", "…", words.say("not checked"))
    if sentence.state is SentenceState.TO_JUDGE:
        return State("to-judge", "⁇", words.say("judge first"))
    if sentence.state is SentenceState.UNSAVED:
        return State("waiting", "…", words.say("after saving"))
    again = words.say("open again")
    open_findings = [found for found in findings if found.state is not FindingState.DISMISSED]
    if open_findings:
        worst = max((found.finding.severity for found in open_findings), key=lambda severity: severity.rank)
        if worst is not Severity.NOTICE:
            said = severity_words(worst, words)
            reopened = f", {again}" if sentence.state is SentenceState.REOPENED else ""
            return State(worst.value, "✗" if worst is Severity.ERROR else "!", f"{said}{reopened}")
    if sentence.state is SentenceState.REOPENED:
        return State("reopened", "↻", again)
    if sentence.state is SentenceState.OPEN:
        own_words = sentence.to_read and not sentence.doubted
        return State("open", "?", words.say("to be read") if own_words else _open_words(sentence, words))
    if sentence.state is SentenceState.CONFIRMED:
        return State("confirmed", "✓", words.say("confirmed"))
    if sentence.state is SentenceState.SUPPORTED:
        return State("supported", "✓", words.say("supported"))
    return State("nothing", "–", words.say("nothing to check"))


def _open_words(sentence: ReviewedSentence, words: Wording) -> str:
    if sentence.doubted:
        return words.say("doubted")
    match sentence.sentence.verdict:
        case Verdict.UNSUPPORTED:
            return words.say("unsupported")
        case Verdict.DISTORTED:
            return words.say("distorted")
        case _:
            return words.say("open")


def origin_words(origin: SentenceOrigin | None, words: Wording) -> str:
    """Where a sentence comes from, in one or two words; a machine's sentence changed by a person says both."""
    if origin is None:
        return ""
    if origin.origin is Origin.SOURCE:
        return words.say("source")
    if origin.origin is Origin.MACHINE:
        return words.say("machine")
    return words.say("machine, rewritten") if origin.engine else words.say("person")


BEFORE_A_SIGNATURE = (Stage.DRAFT, Stage.UNTOUCHED, Stage.IN_REVIEW, Stage.WAITING, Stage.CHANGED)
"""Where whoever judges first is told that, and not how far the text has come."""


def dossier_state(
    dossier: Dossier, review: Review, in_force: SignOff | None, words: Wording, *, to_judge: int
) -> State:
    """Where a dossier stands, from the empty folder to the published article; see `stage_state` for `to_judge`."""
    reached = stage(dossier, review, in_force)
    return stage_state(reached, words, out=bool(dossier.publications), to_judge=to_judge)


def stage_state(reached: Stage, words: Wording, *, out: bool, to_judge: int = 0) -> State:
    """How far a dossier has come, as lists and headings say it; `out`: an article of it is before its readers already.

    What was published stays published while a change of it is under way. Whoever has sentences `to_judge` is told that
    and not how far the text has come, which would say what was found in them.
    """
    if to_judge and reached in BEFORE_A_SIGNATURE:
        return State(
            "to-judge",
            "⁇",
            words.say("published; changes wait for your judgement")
            if out
            else words.say("waits for your judgement"),
        )
    match reached:
        case Stage.WAITING if out:
            return State("open", "→", words.say("published; changes wait for a signature"))
        case Stage.SIGNED if out:
            return State("supported", "✓", words.say("published; changes signed, not published yet"))
        case Stage.CHANGED if out:
            return State("reopened", "↻", words.say("published; changes not signed yet"))
        case Stage.EMPTY:
            return State("nothing", "–", words.say("no text yet"))
        case Stage.DRAFT:
            return State("waiting", "…", words.say("draft"))
        case Stage.IN_REVIEW:
            return State("open", "?", words.say("in review"))
        case Stage.UNTOUCHED:
            return State("waiting", "…", words.say("nobody has checked it yet"))
        case Stage.WAITING:
            return State("open", "→", words.say("waits for a signature"))
        case Stage.SIGNED:
            return State("supported", "✓", words.say("signed"))
        case Stage.CHANGED:
            return State("reopened", "↻", words.say("changed since signed"))
        case Stage.PUBLISHED:
            return State("confirmed", "✓", words.say("published"))
        case Stage.NEEDS_A_LOOK:
            return State("reopened", "↻", words.say("published, needs a look"))
        case Stage.WITHDRAWN:
            return State("nothing", "✗", words.say("withdrawn"))

"""Statement: what a sign-off says, as an in-toto Statement v1 (https://in-toto.io/Statement/v1).

Its subject is the signed content by SHA-256: headline, teaser, body, captions and links all stand in it. Its predicate,
of the type `PREDICATE_TYPE`, is described on the page "The record" of the documentation. All of it follows from the
dossier's record before the signature, except names and functions, the moment and the version of Beleg: given these, the
same record always gives the same bytes (RFC 8785), and verifying computes them anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from beleg.publishing import canonical_json
from beleg.review.assessment import assess
from beleg.review.byline import byline, left_out, set_by_hand
from beleg.review.disclosing import compared
from beleg.terms.account import Account
from beleg.terms.dossier import Decision, Dossier
from beleg.terms.events import FindingDismissed, FindingEscalated, SentenceConfirmed
from beleg.terms.finding import Severity
from beleg.terms.refusal import Error
from beleg.terms.report import Report
from beleg.terms.review import FindingState, Review, SentenceState

STATEMENT_TYPE = "https://in-toto.io/Statement/v1"
PREDICATE_TYPE = "https://beleg.news/sign-off/v1"
SUBJECT = "content.md"
"""The name of the content in a bundle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffStatement:
    """What a statement says that no record holds, and what it is about."""

    content_sha256: str
    dossier: str
    revision: int
    signer: Account
    """Who signed, with name and function as they were when it was signed; without a login."""
    signed_at: str
    """RFC 3339 in UTC, as in the record."""
    beleg: str
    """The version of Beleg that wrote the statement."""
    functions: Mapping[str, str]
    """The functions of all accounts it speaks of, by id."""
    corrections: tuple[str, ...] = ()
    """What readers are told was corrected, oldest first: part of what was signed."""
    updates: str = ""
    """Id of the dossier whose article this one continues; empty if it continues none."""

    @property
    def people(self) -> tuple[Account, ...]:
        """Everybody the statement speaks of, as it names them: all but the signer by function only."""
        others = (Account(id=i, login="", name="", function=f) for i, f in self.functions.items())
        return (self.signer, *(person for person in others if person.id != self.signer.id))


def statement_of(dossier: Dossier, people: Sequence[Account], *, by: str, at: str, beleg: str) -> bytes:
    """Return the statement of `by` (an account id) signing the current text of `dossier` at `at` (RFC 3339).

    `dossier` is its state right before the sign-off; whether the text may be signed is for `beleg.review.signing`.
    `people` holds the signer and everybody who decided anything. Raises Error without a checked text or if one of
    them is missing.
    """
    current, check = dossier.current, dossier.last_check
    if current is None or check is None:
        raise Error(f"{dossier.title}: no checked text; there is nothing to sign.")
    known = {person.id: person for person in people}
    review = assess(dossier)
    signer = _person(known, by)
    predicate: canonical_json.Object = {
        "beleg": beleg,
        "checked": _checked(dossier, check.report, review),
        "corrections": list(dossier.told_corrections),
        "decided": [_decision(decision, known) for decision in _bearing(dossier, review)],
        "dossier": dossier.id,
        "open": _open(review, current.content),
        "record_head": dossier.head,
        "revision": current.number,
        "signed_at": at,
        "signer": {"account": signer.id, "function": signer.function, "name": signer.name},
        "updates": dossier.updates,
    }
    if by_hand := set_by_hand(dossier):
        predicate["byline"] = {
            "accounts": list(byline(dossier)),
            "body": by_hand.event.body,
            "left_out": list(left_out(dossier)),
            "set_by": by_hand.by,
        }
    if dossier.embargo:
        predicate["embargo"] = dossier.embargo
    return canonical_json.encode(
        {
            "_type": STATEMENT_TYPE,
            "predicate": predicate,
            "predicateType": PREDICATE_TYPE,
            "subject": [{"digest": {"sha256": current.content_sha256}, "name": SUBJECT}],
        }
    )


def named_as_signed(people: Sequence[Account], payload: bytes) -> tuple[Account, ...]:
    """Return `people` with the signer's name and function as the statement in `payload` has them.

    Whoever is renamed between signing and publishing goes out as what was signed. Raises Error as `read_statement`
    does.
    """
    signer = read_statement(payload).signer
    return tuple(
        replace(person, name=signer.name, function=signer.function) if person.id == signer.id else person
        for person in people
    )


def without_name(payload: bytes) -> bytes:
    """Return a statement with the signer's function in place of the name, and otherwise as it was."""
    read_statement(payload)  # refuses what is none
    found = canonical_json.decode(payload)
    signer = _object(_object(found["predicate"])["signer"])
    signer["name"] = signer["function"]
    return canonical_json.encode(found)


def read_statement(payload: bytes) -> SignOffStatement:
    """Read a statement. Raises Error, in one sentence, for anything that `statement_of` cannot have written.

    That it is right about the dossier is not looked at here: for that it is computed anew and compared.
    """
    try:
        found = canonical_json.decode(payload)
    except Error as why:
        raise Error(f"The statement cannot be read: {str(why).removesuffix('.')}.") from None
    if (found.get("_type"), found.get("predicateType")) != (STATEMENT_TYPE, PREDICATE_TYPE):
        raise Error("The statement is not one of a sign-off.")
    predicate = _object(found.get("predicate"))
    signer = _object(predicate.get("signer"))
    revision, decided = predicate.get("revision"), predicate.get("decided")
    corrections = predicate.get("corrections")
    if not isinstance(corrections, list) or not all(isinstance(note, str) for note in corrections):
        raise Error("The statement does not say what readers are told was corrected.")
    if type(revision) is not int or not isinstance(decided, list):
        raise Error("The statement does not say which revision was signed or what was decided.")
    account = Account(
        id=_text(signer, "account"), login="", name=_text(signer, "name"), function=_text(signer, "function")
    )
    deciders = [_object(_object(decision).get("by")) for decision in decided]
    return SignOffStatement(
        content_sha256=_subject(found.get("subject")),
        dossier=_text(predicate, "dossier"),
        revision=revision,
        signer=account,
        signed_at=_text(predicate, "signed_at"),
        beleg=_text(predicate, "beleg"),
        functions={
            **{_text(decider, "account"): _text(decider, "function") for decider in deciders},
            account.id: account.function,
        },
        corrections=tuple(corrections),
        updates=_text(predicate, "updates"),
    )


def _subject(found: object) -> str:
    """The SHA-256 of the one thing signed."""
    if isinstance(found, list) and len(found) == 1:
        subject = _object(found[0])
        digest = _object(subject.get("digest"))
        if subject.get("name") == SUBJECT and set(digest) == {"sha256"}:
            return _text(digest, "sha256")
    raise Error(f"The subject of the statement is not {SUBJECT} by its SHA-256 alone.")


def _object(found: object) -> canonical_json.Object:
    if not isinstance(found, dict):
        raise Error("The statement is not laid out as one of a sign-off.")
    return found


def _text(found: canonical_json.Object, name: str) -> str:
    words = found.get(name)
    if not isinstance(words, str):
        raise Error(f"The statement does not say {name} in words.")
    return words


def _person(known: Mapping[str, Account], account: str) -> Account:
    if account not in known:
        raise Error(f"The account {account} takes part in the sign-off but is not among the people given.")
    return known[account]


def _bearing(dossier: Dossier, review: Review) -> tuple[Decision, ...]:
    """The decisions about findings and sentences that the signed text still has, in the order of the record."""
    keys = {found.key for found in review.findings} | {sentence.key for sentence in review.sentences}
    return tuple(decision for decision in dossier.decisions if _key(decision) in keys)


def _key(decision: Decision) -> str:
    event = decision.event
    return event.sentence if isinstance(event, SentenceConfirmed) else event.finding


def _decision(decision: Decision, known: Mapping[str, Account]) -> canonical_json.Object:
    person, event = _person(known, decision.by), decision.event
    said: canonical_json.Object = {
        "at": decision.at,
        "by": {"account": person.id, "function": person.function},
        "reason": event.reason,
    }
    match event:
        case SentenceConfirmed(text=words):
            return {**said, "decision": "sentence_confirmed", "words": words}
        case FindingDismissed(check=check, words=words):
            return {**said, "decision": "finding_dismissed", "check": check, "words": words}
        case FindingEscalated(check=check, words=words):
            return {**said, "decision": "finding_escalated", "check": check, "words": words}


def _open(review: Review, content: str) -> canonical_json.Object:
    """What nobody had decided; findings and sentences that block a signature are none of it, unless rules were
    broken.
    """
    undecided = [found for found in review.findings if found.state is not FindingState.DISMISSED]
    return {
        "findings": review.open_findings,
        "notices": [
            {"check": found.finding.check, "words": found.finding.span.of(content)}
            for found in undecided
            if found.finding.severity is Severity.NOTICE
        ],
        "sentences": review.open_sentences,
    }


def _checked(dossier: Dossier, report: Report, review: Review) -> canonical_json.Object:
    """How much was looked at, and what was not."""
    states = [sentence.state for sentence in review.sentences]
    held_against = len(compared(dossier))
    return {
        "checks": [
            {"check": each.check, "looked_at": each.looked_at}
            for each in report.coverage
            if not each.not_checked
        ],
        "checks_not_run": [
            {"check": each.check, "reason": each.not_checked} for each in report.coverage if each.not_checked
        ],
        "findings": len(review.findings),
        "sentences": {
            "all": len(states),
            "confirmed": states.count(SentenceState.CONFIRMED),
            "nothing_to_check": states.count(SentenceState.NOTHING_TO_CHECK),
            "supported": states.count(SentenceState.SUPPORTED),
        },
        "sources": {"compared": held_against, "not_compared": len(dossier.sources) - held_against},
    }

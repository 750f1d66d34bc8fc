"""Members: what a bundle says of sources, evidence and people, as canonical JSON.

Each member is a function of the record (and, for people, of the accounts), so that verifying computes it anew and
compares bytes.
"""

from collections.abc import Sequence
from dataclasses import asdict

from beleg.publishing import canonical_json
from beleg.publishing.article import named
from beleg.terms.account import Account
from beleg.terms.dossier import Decision, Dossier
from beleg.terms.events import FindingEscalated, SentenceConfirmed
from beleg.terms.passage import Passage
from beleg.terms.refusal import Error
from beleg.terms.review import Review, ReviewedFinding, ReviewedSentence
from beleg.terms.revision import sentence_key


def sources_member(dossier: Dossier) -> bytes:
    """Write the sources of a dossier: metadata and hashes as the record holds them, never their text."""
    return canonical_json.encode({"sources": [asdict(source) for source in dossier.sources]})


def evidence_member(dossier: Dossier, review: Review) -> bytes:
    """Write the evidence of a dossier's current text.

    `sentences`: each with its key, words, span in the text, verdict, where it stands, and the passages it rests on
    (source id, span in the source's text, words). `findings`: each with its key, its check, message and severity, the
    words it flags and where it stands. `decisions`: who (account id) decided what, when and why, in the order of the
    record. `checks`: what each check looked at and why it did not run. Raises `Error` without a checked text.
    """
    current, check = dossier.current, dossier.last_check
    if current is None or check is None:
        raise Error(f"{dossier.title}: no checked text; there is no evidence.")
    return canonical_json.encode(
        {
            "beleg": check.beleg,
            "checks": [asdict(coverage) for coverage in check.report.coverage],
            "content_sha256": current.content_sha256,
            "decisions": [_decision(decision) for decision in dossier.decisions],
            "findings": [_finding(finding, current.content) for finding in review.findings],
            "remarks": list(check.report.remarks),
            "sentences": [_sentence(sentence) for sentence in review.sentences],
        }
    )


def people_member(dossier: Dossier, people: Sequence[Account]) -> bytes:
    """Write name and function of the accounts that the page names, and of nobody else.

    Everybody else in the record stays a pseudonym. Raises `Error` if `people` lacks one of them.
    """
    known = {person.id: person for person in people}
    listed: list[dict[str, str]] = []
    for account in sorted(named(dossier)):
        if account not in known:
            raise Error(
                f"{dossier.title}: the account {account} is named on the page but not among the people given."
            )
        person = known[account]
        listed.append({"function": person.function, "id": person.id, "name": person.name})
    return canonical_json.encode({"people": listed})


def people_in(member: bytes) -> tuple[Account, ...]:
    """Read the people of a bundle back, without logins. Raises `Error` for anything `people_member` cannot write."""
    listed = canonical_json.decode(member).get("people")
    if not isinstance(listed, list):
        raise Error("No list of people.")
    people = []
    for person in listed:
        if not isinstance(person, dict) or set(person) != {"function", "id", "name"}:
            raise Error("A person has id, name and function.")
        if not all(isinstance(part, str) for part in person.values()):
            raise Error("A person's id, name and function are words.")
        people.append(Account(id=person["id"], login="", name=person["name"], function=person["function"]))
    return tuple(people)


def _sentence(reviewed: ReviewedSentence) -> dict[str, object]:
    sentence = reviewed.sentence
    return {
        "block": sentence.block.value,
        "end": sentence.end,
        "key": sentence_key(sentence.text),
        "passages": [_passage(passage) for passage in sentence.evidence],
        "start": sentence.start,
        "state": reviewed.state.value,
        "text": sentence.text,
        "verdict": sentence.verdict.value,
    }


def _finding(reviewed: ReviewedFinding, content: str) -> dict[str, object]:
    finding = reviewed.finding
    return {
        "check": finding.check,
        "end": finding.end,
        "key": reviewed.key,
        "message": finding.message,
        "passages": [_passage(passage) for passage in finding.evidence],
        "severity": finding.severity.value,
        "start": finding.start,
        "state": reviewed.state.value,
        "words": content[finding.start : finding.end],
    }


def _decision(decision: Decision) -> dict[str, object]:
    event = decision.event
    if isinstance(event, SentenceConfirmed):
        kind, key, words = "sentence_confirmed", event.sentence, event.text
    else:
        kind = "finding_escalated" if isinstance(event, FindingEscalated) else "finding_dismissed"
        key, words = event.finding, event.words
    return {
        "at": decision.at,
        "by": decision.by,
        "key": key,
        "kind": kind,
        "reason": event.reason,
        "words": words,
    }


def _passage(passage: Passage) -> dict[str, object]:
    return {"end": passage.end, "source": passage.source, "start": passage.start, "text": passage.text}

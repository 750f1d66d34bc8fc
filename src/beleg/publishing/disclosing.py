"""Disclosing: the words in which a reader is told of machine help and review.

The words are graded by what the record shows and claim nothing beyond it: without a machine's part there is no line and
no word of machine help, without a sign-off there are no words at all, and only what people reviewed is called reviewed
(`Disclosure.reviewed`). They are verified by computing them anew, so a changed wording needs a number of its own in the
record of what went out with it (`Published.figures`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from beleg.publishing import disclosing_de, disclosing_en
from beleg.terms.account import Account
from beleg.terms.disclosure import Disclosure
from beleg.terms.refusal import Error

FIGURES = 1
"""How the figures are told in what goes out now: every sentence is counted once, and the parts add up to the text."""
_ACCOUNT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A disclosure in words: `line` is the one sentence under the article, `details` the sentences behind it.

    The line is empty where no machine had a part; the details are not, they tell what was checked.

    `recorded` is the line as the record holds it: with the signer's account id in braces in place of name and
    function, so that the name can be erased without breaking the record (see `filled`).
    """

    line: str
    recorded: str
    details: tuple[str, ...]


def wording(
    disclosure: Disclosure, people: Sequence[Account], language: str, *, figures: int = FIGURES
) -> Wording:
    """Say a disclosure in German (`de`) or, for any other language, in English.

    `figures` is how the figures are told (`Published.figures`): as now, or as an older publication did. `people` must
    hold the account that signed; others are ignored. Times are UTC, as in the record. Raises `Error` if nothing was
    signed, if `people` lacks the signer, if the signer has no name, if the moment of signing is none or lacks a time
    zone, if the figures were never told so, or if the counts of the disclosure contradict each other.
    """
    if not disclosure.signed_by:
        raise Error("No disclosure: the text has not been signed.")
    signer = next((person for person in people if person.id == disclosure.signed_by), None)
    if signer is None:
        raise Error(
            f"No disclosure: the account {disclosure.signed_by} that signed is not among the people given."
        )
    if not signer.name.strip():
        raise Error(f"No disclosure: the account {disclosure.signed_by} that signed has no name.")
    if not 0 <= figures <= FIGURES:
        raise Error(f"No disclosure: its figures were never told in the way {figures}.")
    _refuse_contradictions(disclosure)
    if figures:
        _refuse_double_counts(disclosure)
    signed = _moment(disclosure.signed_at)
    words = disclosing_de if language == "de" else disclosing_en
    recorded = words.line(disclosure, f"{{{disclosure.signed_by}}}")
    return Wording(
        line=filled(recorded, [signer]),
        recorded=recorded,
        details=words.details(disclosure, signer.name, signed, once=figures == FIGURES),
    )


def filled(recorded: str, people: Sequence[Account]) -> str:
    """Return a line as recorded with name and function in place of every account id in braces.

    An account that is not among `people` stays an id in braces.
    """
    known = {person.id: name_and_function(person) for person in people}
    return _ACCOUNT.sub(lambda found: known.get(found[1], found[0]), recorded)


def name_and_function(person: Account) -> str:
    """Return a person as readers are told of them: name, and function in brackets if there is one.

    Whose name was erased is called by the function alone.
    """
    return f"{person.name} ({person.function})" if person.function not in ("", person.name) else person.name


def _refuse_contradictions(disclosure: Disclosure) -> None:
    parts = (disclosure.machine, disclosure.rewritten, disclosure.source, disclosure.person)
    sources = (disclosure.sources, disclosure.origins, disclosure.not_compared)
    if (
        min(*parts, *sources, disclosure.confirmed, disclosure.dismissed) < 0
        or sum(parts) != disclosure.sentences
    ):
        raise Error(
            "No disclosure: the counts of sentences by origin do not add up to the number of sentences."
        )
    if disclosure.origins > disclosure.sources:
        raise Error("No disclosure: more origins than sources.")
    if not 0 <= disclosure.supported <= disclosure.sentences or disclosure.confirmed > disclosure.sentences:
        raise Error("No disclosure: more sentences supported or confirmed than there are sentences.")
    decided = disclosure.confirmed + disclosure.dismissed
    if not 0 <= disclosure.weighed <= disclosure.dismissed or not 0 <= disclosure.by_signer <= decided:
        raise Error("No disclosure: more decisions of a kind than there are decisions.")


def _refuse_double_counts(disclosure: Disclosure) -> None:
    if min(disclosure.rest, disclosure.carried, disclosure.settled, disclosure.nothing_to_check) < 0:
        raise Error("No disclosure: a sentence is counted twice in what was found and decided.")


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Error(f"No disclosure: {text!r} is not a moment of signing.") from None
    raise Error(f"No disclosure: the moment of signing {text!r} has no time zone.")

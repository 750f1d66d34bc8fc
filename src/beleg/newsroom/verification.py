"""Verification: whether a bundle holds together, told offline and without the newsroom's database.

What it shows: nothing in the bundle was changed after it was packed; its record is one unbroken chain; by the rules
of the review that record leads to this publication; the newsroom's key states the sign-off, and its log has the
publication; page, text, corrections, disclosure, sources, evidence and names agree with it.

What it cannot show. The checks are not run again (a bundle holds no source texts): it is shown that the record says
they ran over exactly this text, not that what they found is right. Names of accounts are not in the record, so that
they can be erased; a name changed in `people.json` is noticed because the page names the same persons and the page's
SHA-256 stands in the record. And whoever takes a bundle apart can make a whole new one that is consistent, under a key
of their own. Only something that got to a stranger by another way shows that: the newsroom's key (`expected_key`), the
SHA-256 of the bundle, or the head of the record (`expected_head`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from beleg.newsroom.trouble import Trouble
from beleg.newsroom.verification_about import About, about_article, about_withdrawal
from beleg.newsroom.verification_case import Case
from beleg.newsroom.verification_key import key_of, keys_of
from beleg.newsroom.verification_withdrawal import STEPS as OF_WITHDRAWALS
from beleg.newsroom.verification_withdrawal import WithdrawalCase
from beleg.newsroom.verification_words import NOT_REACHED, WORDS
from beleg.publishing import withdrawal_bundle
from beleg.publishing.bundle import (
    ERASURE,
    EVIDENCE,
    KEY,
    LOG_PROOF,
    PAGE,
    PEOPLE,
    RECORD,
    SIGN_OFF,
    SOURCES,
    Bundle,
    unpack,
)
from beleg.publishing.damaged import Damaged, Part
from beleg.publishing.packing import MANIFEST
from beleg.publishing.withdrawal_bundle import ENTRY, WithdrawalBundle
from beleg.publishing.words import shown
from beleg.record.canonical import decode
from beleg.record.chain import breaks
from beleg.terms.refusal import Error

_UNPACKING = {Part.ARCHIVE: "archive", Part.MANIFEST: "manifest", Part.MEMBER: "members"}
_HOME = {
    "evidence": EVIDENCE,
    "people": PEOPLE,
    "responsible": PEOPLE,
    "sources": SOURCES,
    "newsroom_key": KEY,
    "log_proof": LOG_PROOF,
    "sign_off": SIGN_OFF,
    "erasure": ERASURE,
    "withdrawal_entry": ENTRY,
    "tombstone": PAGE,
}
"""The member a step is about, where that is neither the page nor the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing looked at: its permanent name, whether it holds, and what that means in one English sentence.

    `place` names where it does not hold, as narrowly as can be told ("record.jsonl, line 7"); empty if it holds.
    `reached` is False for a step that could not be taken because an earlier one failed; such a step never passes.
    """

    name: str
    passed: bool
    what: str
    place: str = ""
    reached: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was looked at, always all the steps in the same order.

    `sha256` is that of the whole bundle, `head` the hash of the record's last entry, `key` the newsroom's key as one
    line (both empty if they could not be read): one of them has to be compared with what came by another way, see
    this module's text.
    """

    steps: tuple[Step, ...]
    sha256: str
    head: str = ""
    key: str = ""
    about: About | None = None
    """What the bundle is of; None unless every step holds."""

    @property
    def passed(self) -> bool:
        """Whether every step holds."""
        return bool(self.steps) and all(step.passed for step in self.steps)


def verify(bundle: bytes, expected_head: str = "", expected_key: str = "") -> Verification:
    """Look at everything in a bundle, of an article or of a withdrawal, that can be verified without the newsroom.

    `expected_head` is the head of the record as it came by another way (64 hex digits), `expected_key` the newsroom's
    key or an earlier one (one line, `name+id+key`); empty where there is none, and then its step is left out. Never
    raises, whatever the bytes are.
    """
    kind = _WITHDRAWAL if withdrawal_bundle.is_withdrawal(bundle) else _ARTICLE
    names = tuple(
        name
        for name in kind.names
        if (name != "expected_head" or expected_head.strip())
        and (name != "expected_key" or expected_key.strip())
    )
    found = _Found(expected_head.strip().lower(), expected_key.strip())
    try:
        parts = kind.unpack(bundle)
    except Damaged as damage:
        found.damaged(damage)
    except Exception as reason:  # whatever hostile bytes provoke is an answer, never a crash
        found.steps.append(_failed("archive", Trouble("", f"it cannot be read ({type(reason).__name__})")))
    else:
        found.steps += [_passed(name) for name in _UNPACKING.values()]
        found.look_at(parts)
    verification = Verification(
        steps=_in_order(found.steps, names),
        sha256=sha256(bundle).hexdigest(),
        head=found.head,
        key=found.key,
    )
    return replace(verification, about=found.about()) if verification.passed else verification


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of bundle: how it is read, and the steps it is looked at in."""

    unpack: Callable[[bytes], Bundle | WithdrawalBundle]
    names: tuple[str, ...]


_UNPACKED = tuple(_UNPACKING.values())
_ONLY_WITHDRAWALS = ("withdrawal_entry", "tombstone", "responsible")
_ARTICLE = _Kind(unpack, tuple(name for name in WORDS if name not in _ONLY_WITHDRAWALS))
_WITHDRAWAL = _Kind(
    withdrawal_bundle.unpack,
    tuple(name for name in WORDS if name in (*_UNPACKED, *OF_WITHDRAWALS, "expected_head", "expected_key")),
)


class _Found:
    """The steps as they are taken."""

    def __init__(self, wanted_head: str, wanted_key: str) -> None:
        self.steps: list[Step] = []
        self.head = ""
        self.key = ""
        self.about: Callable[[], About | None] = lambda: None
        self._wanted_head = wanted_head
        self._wanted_key = wanted_key

    def damaged(self, damage: Damaged) -> None:
        """Say at which step of unpacking the bundle was refused."""
        broken = _UNPACKING[damage.part]
        for name in _UNPACKED:
            if name == broken:
                self.steps.append(_failed(name, Trouble(damage.place, damage.reason)))
                break
            self.steps.append(_passed(name))

    def look_at(self, parts: Bundle | WithdrawalBundle) -> None:
        """Take every step that the parts of a bundle allow."""
        if isinstance(parts, WithdrawalBundle):
            withdrawal = WithdrawalCase(parts)
            self.about = lambda: about_withdrawal(withdrawal)
            self._take(withdrawal.steps())
            if self.steps[len(_UNPACKED)].passed:
                self.head = withdrawal.entry.hash
                self._compare_head(ENTRY)
        else:
            self._take((("record_chain", lambda: _chain(parts.record)),))
            if not self.steps[-1].passed:
                return
            case = Case(parts, tuple(decode(line) for line in parts.record))
            self.head = case.entries[-1].hash
            self.about = lambda: about_article(case)
            self._take((("record_head", lambda: None if parts.head == self.head else Trouble(MANIFEST)),))
            self._compare_head(f"{RECORD}, line {len(parts.record)}")
            self._take(case.steps())
        if any(step.name == "newsroom_key" and step.passed for step in self.steps):
            self.key = key_of(parts.log).line
            if self._wanted_key:
                # One that the present key goes back to will do: it signed for the one that took its place.
                known = any(key.line == self._wanted_key for key in keys_of(parts.log))
                self._take((("expected_key", lambda: None if known else Trouble(KEY)),))

    def _compare_head(self, place: str) -> None:
        if self._wanted_head:
            same = self._wanted_head == self.head
            self._take((("expected_head", lambda: None if same else Trouble(place)),))

    def _take(self, steps: Sequence[tuple[str, Callable[[], Trouble | None]]]) -> None:
        self.steps += [_step(name, look) for name, look in steps]


def place_in(step: Step, language: str) -> str:
    """Say where a step does not hold, in German (`de`) or English (any other language); names of files stay as they
    are.
    """
    return step.place.replace(", line ", ", Zeile ") if language == "de" else step.place


def what_in(step: Step, language: str) -> str:
    """Say what a step says in German (`de`) or English (any other language); a reason is given in English only."""
    if language != "de":
        return step.what
    return WORDS[step.name]["de"][not step.passed] if step.reached else NOT_REACHED["de"]


def _chain(lines: Sequence[bytes]) -> Trouble | None:
    found = breaks(lines)
    return Trouble(f"{RECORD}, line {found[0].place}", found[0].what) if found else None


def _step(name: str, look: Callable[[], Trouble | None]) -> Step:
    home = _HOME.get(name, PAGE if name.startswith("page_") else RECORD)
    try:
        trouble = look()
    except Error as reason:
        trouble = Trouble(home, str(reason))
    except Exception as reason:  # whatever hostile bytes provoke is an answer, never a crash
        trouble = Trouble(home, f"it cannot be read ({type(reason).__name__})")
    return _failed(name, trouble) if trouble else _passed(name)


def _passed(name: str) -> Step:
    return Step(name=name, passed=True, what=WORDS[name]["en"][0])


def _failed(name: str, trouble: Trouble) -> Step:
    # A reason can hold words of the bundle; `shown` keeps control characters in them away from a terminal.
    what = WORDS[name]["en"][1].replace("{reason}", shown(trouble.reason).removesuffix("."))
    return Step(name=name, passed=False, what=what, place=shown(trouble.place) or "bundle")


def _in_order(steps: Sequence[Step], names: Sequence[str]) -> tuple[Step, ...]:
    """Put the steps in order, with those that were not reached: what was not looked at is never left out in silence."""
    known = {step.name: step for step in steps}
    missing = {
        name: Step(name=name, passed=False, what=NOT_REACHED["en"], place="bundle", reached=False)
        for name in names
    }
    return tuple(known.get(name, missing[name]) for name in names)

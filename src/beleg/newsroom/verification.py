"""Verification: whether a bundle holds together, told offline and without the newsroom's database.

What it shows: nothing in the bundle was changed after it was packed; its record is one unbroken chain; by the rules
of the review that record leads to this publication; page, text, disclosure, sources, evidence and names agree with it.

What it cannot show. The checks are not run again (a bundle holds no source texts): it is shown that the record says
they ran over exactly this text, not that what they found is right. Names of accounts are not in the record, so that
they can be erased; a name changed in `people.json` is noticed because the page names the same persons and the page's
SHA-256 stands in the record. And the record is not signed with a key of the newsroom: whoever controls a newsroom, or
takes a bundle apart, can make a whole new one that is consistent. Only something that got to a stranger by another
way shows that: the SHA-256 of the bundle, or the head of the record (`expected_head`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from beleg.newsroom.verification_case import Case, Trouble
from beleg.newsroom.verification_words import NOT_REACHED, WORDS
from beleg.publishing.bundle import EVIDENCE, MANIFEST, PAGE, PEOPLE, RECORD, SOURCES, unpack
from beleg.publishing.damaged import Damaged, Part
from beleg.publishing.words import shown
from beleg.record.canonical import decode
from beleg.record.chain import breaks
from beleg.terms.refusal import Error

_UNPACKING = {Part.ARCHIVE: "archive", Part.MANIFEST: "manifest", Part.MEMBER: "members"}
_HOME = {"evidence": EVIDENCE, "people": PEOPLE, "sources": SOURCES}
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

    `sha256` is that of the whole bundle, `head` the hash of the record's last entry (empty if it could not be
    read): one of them has to be compared with what came by another way, see this module's text.
    """

    steps: tuple[Step, ...]
    sha256: str
    head: str = ""

    @property
    def passed(self) -> bool:
        """Whether every step holds."""
        return bool(self.steps) and all(step.passed for step in self.steps)


def verify(bundle: bytes, expected_head: str = "") -> Verification:
    """Look at everything in a bundle that can be verified without the newsroom.

    `expected_head` is the head of the record as it came by another way (64 hex digits); empty if there is none,
    and then the step `expected_head` is left out. Never raises, whatever the bytes are.
    """
    wanted = expected_head.strip().lower()
    steps: list[Step] = []
    head = ""
    try:
        parts = unpack(bundle)
    except Damaged as damage:
        broken = _UNPACKING[damage.part]
        for name in _UNPACKING.values():
            if name == broken:
                steps.append(_failed(name, Trouble(damage.place, damage.reason)))
                break
            steps.append(_passed(name))
        return Verification(steps=_rest(steps, wanted), sha256=sha256(bundle).hexdigest())
    except Exception as reason:  # whatever hostile bytes provoke is an answer, never a crash
        steps.append(_failed("archive", Trouble("", f"it cannot be read ({type(reason).__name__})")))
        return Verification(steps=_rest(steps, wanted), sha256=sha256(bundle).hexdigest())
    steps += [_passed(name) for name in _UNPACKING.values()]
    steps.append(_step("record_chain", lambda: _chain(parts.record)))
    if steps[-1].passed:
        case = Case(parts, tuple(decode(line) for line in parts.record))
        head = case.entries[-1].hash
        steps.append(_step("record_head", lambda: None if parts.head == head else Trouble(MANIFEST)))
        if wanted:
            place = f"{RECORD}, line {len(parts.record)}"
            steps.append(_step("expected_head", lambda: None if wanted == head else Trouble(place)))
        steps += [_step(name, look) for name, look in case.steps()]
    return Verification(steps=_rest(steps, wanted), sha256=sha256(bundle).hexdigest(), head=head)


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


def _rest(steps: Sequence[Step], wanted: str) -> tuple[Step, ...]:
    """Add the steps that were not reached: what was not looked at is never left out in silence."""
    known = {step.name: step for step in steps}
    names = [name for name in WORDS if wanted or name != "expected_head"]
    missing = {
        name: Step(name=name, passed=False, what=NOT_REACHED["en"], place="bundle", reached=False)
        for name in names
    }
    return tuple(known.get(name, missing[name]) for name in names)

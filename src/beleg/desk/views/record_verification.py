"""Verification on the spot: what was looked at in a dossier's record, in words of the screen's language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from beleg.desk.wording import Wording
from beleg.newsroom.dossier_verification import Look, Subject
from beleg.newsroom.verification import place_in, what_in
from beleg.newsroom.verification_about import About


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One step in the verification of a bundle: `kind` is done, failed or waiting (not reached)."""

    kind: str
    mark: str
    words: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookView:
    """One look: `kind` is done or failed, `words` say in one sentence what was looked at and how it came out.

    `trouble` names the place and the reason where something does not fit; it is English, like all reasons of a
    verification.
    """

    kind: str
    mark: str
    words: str
    trouble: str
    steps: tuple[StepView, ...]


class LookedThrough:
    """The looks as they come; afterwards it knows how many there were and whether all of them found everything in
    order.
    """

    def __init__(self, looks: Iterable[Look], words: Wording) -> None:
        self._looks = looks
        self._words = words
        self.failed = 0
        self.count = 0

    def __iter__(self) -> Iterator[LookView]:
        """Take the looks one after the other."""
        for look in self._looks:
            self.count += 1
            self.failed += not look.passed
            yield _view(look, self._words)


def _view(look: Look, words: Wording) -> LookView:
    steps: tuple[StepView, ...] = ()
    if look.verification is not None:
        steps = tuple(
            StepView(
                kind="done" if step.passed else "failed" if step.reached else "waiting",
                mark="✓" if step.passed else "✗" if step.reached else "–",
                words=what_in(step, words.language),
                place=place_in(step, words.language),
            )
            for step in look.verification.steps
        )
    return LookView(
        kind="done" if look.passed else "failed",
        mark="✓" if look.passed else "✗",
        words=_held(look, words) if look.passed else _failed(look, words),
        trouble=look.trouble,
        steps=steps,
    )


def _held(look: Look, words: Wording) -> str:
    steps = words.number(look.count)
    match look.subject:
        case Subject.CHAIN:
            return words.count(
                "The chain is unbroken: %(num)s entry, with the hash its content gives.",
                "The chain is unbroken: %(num)s entries, each with the hash its content gives, each naming that of the one before.",
                look.count,
            )
        case Subject.LOG:
            return words.say(
                "Entries %(start)s to %(end)s stand in the newsroom's log: from each a proof leads to its root.",
                start=words.number(look.start),
                end=words.number(look.end),
            )
        case Subject.KEYS:
            return words.count(
                "The newsroom has signed with %(num)s key, which its own record introduces.",
                "The newsroom has signed with %(num)s keys, each introduced by the one before.",
                look.count,
            )
        case Subject.SOURCES:
            return words.count(
                "%(num)s source is kept, byte for byte, as the record names it.",
                "%(num)s sources are kept, byte for byte, as the record names them.",
                look.count,
            )
        case Subject.SIGNED:
            if not look.count:
                return words.say("Nothing has been signed or published yet.")
            return words.count(
                "%(num)s signature or publication is of this record: made with the newsroom's key, over this log.",
                "%(num)s signatures and publications are of this record: made with the newsroom's key, over this log.",
                look.count,
            )
        case Subject.BUNDLE:
            said = words.say(
                "The bundle of version %(version)s holds in all %(steps)s steps.",
                version=words.number(look.version),
                steps=steps,
            )
            about = look.verification.about if look.verification else None
            return f"{said} {_about(about, words)}" if about else said


def _about(about: About, words: Wording) -> str:
    if about.withdrawn:
        return words.say("Withdrawn by %(name)s, %(at)s.", name=about.responsible, at=words.moment(about.at))
    return words.say(
        "“%(headline)s”, signed by %(name)s, %(at)s.",
        headline=about.headline,
        name=about.responsible,
        at=words.moment(about.at),
    )


def _failed(look: Look, words: Wording) -> str:
    match look.subject:
        case Subject.CHAIN:
            return words.say(
                "The chain is broken: somebody changed, moved or dropped an entry. Nothing further can be told from this record."
            )
        case Subject.LOG:
            return words.say(
                "Entries %(start)s to %(end)s: at least one is not in the newsroom's log as it stands here.",
                start=words.number(look.start),
                end=words.number(look.end),
            )
        case Subject.KEYS:
            return words.say("The newsroom's keys were not introduced as its own record demands.")
        case Subject.SOURCES:
            return words.say("A source is missing or is not the one that the record names.")
        case Subject.SIGNED:
            return words.say("A signature or a bundle does not belong to this record and its log.")
        case Subject.BUNDLE:
            return words.say(
                "The bundle of version %(version)s does not hold.", version=words.number(look.version)
            )

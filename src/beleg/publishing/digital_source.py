"""Digital source type: the IPTC's word for how a text came to be, computed from the origins of its sentences.

IPTC NewsCodes, http://cv.iptc.org/newscodes/digitalsourcetype/ (the scheme is `http`, as IPTC writes it).
"""

from dataclasses import dataclass, replace

from beleg.terms.disclosure import Disclosure

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"

_RULES_ONLY = ("beleg-extractive/",)
"""Beginnings of the names of engines that follow rules and were trained on nothing."""


def digital_source_type(disclosure: Disclosure) -> str:
    """Return the IPTC term as an address.

    Nothing from a machine: `digitalCreation`. All of it from machines: `algorithmicMedia` if these follow rules
    only, else `trainedAlgorithmicMedia`. Both: `humanEdits` if a person worked on what rules put together, else
    `compositeWithTrainedAlgorithmicMedia`. An engine that is not known to follow rules only counts as trained.
    """
    if not disclosure.machine_helped:
        return f"{IPTC}digitalCreation"
    if disclosure.person or disclosure.rewritten:
        return f"{IPTC}{'compositeWithTrainedAlgorithmicMedia' if _trained(disclosure) else 'humanEdits'}"
    return _by_machine(disclosure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step in which a text came to be, as C2PA tells them."""

    action: str
    """`c2pa.created` or `c2pa.edited`."""
    source_type: str
    """The IPTC term as an address."""
    engines: tuple[str, ...] = ()
    """Those that took this step; none if persons did."""


def steps(disclosure: Disclosure) -> tuple[Step, ...]:
    """Return the steps in which the text came to be, in order; always one of creation, the first.

    The record counts sentences by origin, and so do these. Where at least half of the sentences go back to a machine,
    it made the text, and what persons rewrote or added is `humanEdits`. Where fewer do (a headline, say), a person
    made the text, the machine's part is an edit of its own, and one more is that persons rewrote some of it.
    """
    machine = disclosure.machine + disclosure.rewritten + disclosure.source
    if not machine:
        return (Step(action="c2pa.created", source_type=f"{IPTC}digitalCreation"),)
    if machine >= disclosure.person:
        made = Step(action="c2pa.created", source_type=_by_machine(disclosure), engines=disclosure.engines)
        return (made, _BY_PERSONS) if disclosure.person or disclosure.rewritten else (made,)
    added = Step(
        action="c2pa.edited", source_type=digital_source_type(disclosure), engines=disclosure.engines
    )
    if not _trained(disclosure):
        added = replace(added, source_type=f"{IPTC}algorithmicMedia")
    made = Step(action="c2pa.created", source_type=f"{IPTC}digitalCreation")
    return (made, added, _BY_PERSONS) if disclosure.rewritten else (made, added)


_BY_PERSONS = Step(action="c2pa.edited", source_type=f"{IPTC}humanEdits")


def _by_machine(disclosure: Disclosure) -> str:
    return f"{IPTC}{'trainedAlgorithmicMedia' if _trained(disclosure) else 'algorithmicMedia'}"


def _trained(disclosure: Disclosure) -> bool:
    """Whether a machine that took part was trained on anything, as far as is known."""
    return not disclosure.engines or not all(rules_only(engine) for engine in disclosure.engines)


def rules_only(engine: str) -> bool:
    """Whether an engine is known to follow rules and to have been trained on nothing."""
    return engine.startswith(_RULES_ONLY)

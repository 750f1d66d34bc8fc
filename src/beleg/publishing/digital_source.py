"""Digital source type: the IPTC's word for how a text came to be, computed from the origins of its sentences.

IPTC NewsCodes, http://cv.iptc.org/newscodes/digitalsourcetype/ (the scheme is `http`, as IPTC writes it).
"""

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
    trained = not disclosure.engines or not all(rules_only(engine) for engine in disclosure.engines)
    if disclosure.person or disclosure.rewritten:
        return f"{IPTC}{'compositeWithTrainedAlgorithmicMedia' if trained else 'humanEdits'}"
    return f"{IPTC}{'trainedAlgorithmicMedia' if trained else 'algorithmicMedia'}"


def rules_only(engine: str) -> bool:
    """Whether an engine is known to follow rules and to have been trained on nothing."""
    return engine.startswith(_RULES_ONLY)

"""The disclosure in English."""

from datetime import datetime

from babel.dates import format_datetime

from beleg.publishing.digital_source import rules_only
from beleg.terms.disclosure import Disclosure


def line(disclosure: Disclosure, who: str) -> str:
    """Return the one sentence under the article; `who` names the signer. Empty where no machine had a part."""
    if not disclosure.machine_helped:
        return ""
    by_persons_too = disclosure.person or disclosure.rewritten
    made = "Created with machine assistance" if by_persons_too else "Created by machine"
    done = "reviewed" if disclosure.reviewed else "signed off"
    return f"{made} and {done} before publication by {who}."


def details(disclosure: Disclosure, signer: str, signed: datetime, *, once: bool = True) -> tuple[str, ...]:
    """Return the sentences behind the line: who made what, what was checked, what was not. `signer` is a name.

    `once`: the figures count every sentence once; else as they were told before they did.
    """
    n = disclosure.sentences
    said = [
        "The text has no sentences."
        if n == 0
        else "The text has one sentence."
        if n == 1
        else f"The text has {n} sentences, headings included."
    ]
    if disclosure.machine_helped:
        said += _made(disclosure)
    said += _sources(disclosure)
    if once and n:
        said.append(_counted(disclosure))
    if not once and disclosure.sources and n:
        found = "no evidence" if not disclosure.supported else "evidence"
        share = _any(n) if not disclosure.supported else _share(disclosure.supported, n)
        said.append(f"The check by Beleg found {found} in the sources for {share[0].lower()}{share[1:]}.")
    said += _decided(disclosure, signer, once=once)
    if disclosure.judges:
        said.append(
            f"A language model ({', '.join(disclosure.judges)}) gave a second opinion on "
            f"{_judged(disclosure.judged)}; it decided nothing."
        )
    said.append(f"Signed off by {signer} on {_moment(signed)}.")
    said += _unchecked(disclosure, once=once)
    return tuple(said)


def _made(disclosure: Disclosure) -> list[str]:
    n, machines = disclosure.sentences, disclosure.from_machines
    said = [
        f"The machine's part of the sentences: {_part(machines, n)}; "
        f"of these rewritten by a person: {_part(disclosure.rewritten, machines)}."
    ]
    if disclosure.person:
        said.append(f"{_subject(disclosure.person, n, 'was', 'were')} entered by a person.")
    if disclosure.rewritten:
        said.append(
            f"{_subject(disclosure.rewritten, n, 'was', 'were')} begun by a machine and rewritten by a person."
        )
    if disclosure.machine:
        said.append(f"{_subject(disclosure.machine, n, 'was', 'were')} put together by a machine.")
    if disclosure.source:
        said.append(
            f"{_subject(disclosure.source, n, 'was', 'were')} selected unchanged from the sources by a machine."
        )
    if disclosure.machine_headline:
        said.append("The headline comes from a machine, too.")
    named = [
        f"{engine} (by fixed rules, no language model)" if rules_only(engine) else engine
        for engine in disclosure.engines
    ]
    if named:
        said.append(f"{'Machine' if len(named) == 1 else 'Machines'} involved: {', '.join(named)}.")
    return said


def _counted(disclosure: Disclosure) -> str:
    """What each sentence stands on, so that the numbers add up to the text."""
    parts = (
        ("supported by sources, as the check by Beleg found", disclosure.carried),
        ("confirmed by a person who gave a reason", disclosure.confirmed),
        ("left to stand by people who dismissed every finding with a reason", disclosure.settled),
        (
            "to be compared with nothing (headings, questions, sentences that assert nothing)",
            disclosure.nothing_to_check,
        ),
        ("neither checked nor confirmed", disclosure.rest),
    )
    told = [f"{what}: {count}" for what, count in parts if count]
    if disclosure.sources and not disclosure.carried:
        told.insert(0, f"{parts[0][0]}: none")
    return f"Every sentence is counted once. {told[0][0].upper()}{told[0][1:]}{''.join(f'; {one}' for one in told[1:])}."


def _decided(disclosure: Disclosure, signer: str, *, once: bool) -> list[str]:
    n = disclosure.sentences
    said = []
    if disclosure.confirmed and not once:
        said.append(
            f"{_subject(disclosure.confirmed, n, 'was', 'were')} confirmed by a person who gave a reason."
        )
    elif not disclosure.confirmed:
        said.append("No single sentence was confirmed by a person.")
    if disclosure.dismissed == 0:
        said.append("No finding of the check was dismissed.")
    elif disclosure.dismissed == 1:
        said.append("One finding of the check was dismissed with a reason.")
    else:
        said.append(f"{disclosure.dismissed} findings of the check were dismissed with a reason.")
    if decided := disclosure.confirmed + disclosure.dismissed:
        said.append(f"Of these decisions {signer} made: {_part(disclosure.by_signer, decided)}.")
    elif disclosure.machine_helped and not disclosure.reviewed:
        said.append("Apart from the signature the record shows no review by a person.")
    return said


def _unchecked(disclosure: Disclosure, *, once: bool) -> list[str]:
    """What could not be checked, or was and had no consequence."""
    n, said = disclosure.sentences, []
    if disclosure.nothing_to_check and not once:
        said.append(
            f"{_share(disclosure.nothing_to_check, n)} could be compared with nothing: headings, questions, "
            "sentences that assert nothing."
        )
    if disclosure.not_run == 1:
        said.append("One of the checks did not run; which and why stands below.")
    elif disclosure.not_run:
        said.append(f"{disclosure.not_run} of the checks did not run; which and why stands below.")
    if disclosure.remarked == 1:
        said.append("One notice of the check was left undecided; notices ask for no decision.")
    elif disclosure.remarked:
        said.append(
            f"{disclosure.remarked} notices of the check were left undecided; notices ask for no decision."
        )
    said.append("Not checked: whether the sources themselves are right.")
    if disclosure.machine_helped:
        said.append(
            "Not to be seen: whether a sentence that a person entered was made by a machine elsewhere."
        )
    return said


def _judged(count: int) -> str:
    return "one sentence" if count == 1 else f"{count} sentences"


def _part(count: int, of: int) -> str:
    """Say a part of some in plain words, with the numbers: "more than half (7 of 12)"."""
    if count == 0:
        return "none"
    if count == of:
        return "the only one" if of == 1 else f"all {of}"
    size = "half" if 2 * count == of else f"{'more' if 2 * count > of else 'less'} than half"
    return f"{size} ({'one' if count == 1 else count} of {of})"


def _sources(disclosure: Disclosure) -> tuple[str, ...]:
    if not disclosure.sources and not disclosure.not_compared:
        return ("There were no sources; the text was compared with nothing.",)
    if disclosure.sources > 1:
        origins = "one origin" if disclosure.origins == 1 else f"{disclosure.origins} origins"
        said = (
            f"The text was compared with {disclosure.sources} sources of {origins}; "
            "the same agency copy counts as one origin."
        )
    else:
        said = f"The text was compared with {_with(disclosure.sources)}."
    if not disclosure.not_compared:
        return (said,)
    left = disclosure.not_compared
    those = "One source was" if left == 1 else f"{left} sources were"
    return said, f"{those} not compared (another language, or without text)."


def _with(sources: int) -> str:
    """Say a number of sources, after "with"."""
    return ("no source", "one source")[sources] if sources < 2 else f"{sources} sources"


def _share(count: int, of: int) -> str:
    if of == 1:
        return "The only sentence"
    if count == of:
        return "Both sentences" if of == 2 else f"All {of} sentences"
    return f"One of {of} sentences" if count == 1 else f"{count} of {of} sentences"


def _any(of: int) -> str:
    """Say "any of the sentences", after a "no"."""
    if of == 1:
        return "The only sentence"
    return "Either of the 2 sentences" if of == 2 else f"Any of the {of} sentences"


def _subject(count: int, of: int, one: str, more: str) -> str:
    return f"{_share(count, of)} {one if count == 1 else more}"


def _moment(moment: datetime) -> str:
    return format_datetime(moment, "d MMMM y 'at' HH:mm '(UTC)'", locale="en")

"""The disclosure in English."""

from datetime import datetime

from babel.dates import format_datetime

from beleg.terms.account import Account
from beleg.terms.disclosure import Disclosure


def line(disclosure: Disclosure, who: str, signed: datetime) -> str:
    """Return the one sentence under the article; `who` names the signer."""
    if not disclosure.machine_helped:
        return f"Signed off before publication by {who} on {_day(signed)}."
    by_persons_too = disclosure.person or disclosure.rewritten
    made = "Created with machine assistance" if by_persons_too else "Created by machine"
    if disclosure.sources:
        made += f", compared with {_with(disclosure.sources)}"
    return f"{made}, and checked and signed off before publication by {who} on {_day(signed)}."


def details(disclosure: Disclosure, signer: Account, signed: datetime) -> tuple[str, ...]:
    """Return the sentences behind the line: who made what, what was checked, what was not."""
    n = disclosure.sentences
    said = [
        "The text has no sentences."
        if n == 0
        else "The text has one sentence."
        if n == 1
        else f"The text has {n} sentences, headings included."
    ]
    if disclosure.person:
        said.append(f"{_subject(disclosure.person, n, 'was', 'were')} written by a person.")
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
    if len(disclosure.engines) == 1:
        said.append(f"Machine involved: {disclosure.engines[0]}.")
    elif disclosure.engines:
        said.append(f"Machines involved: {', '.join(disclosure.engines)}.")
    said += _sources(disclosure)
    if disclosure.sources and n:
        found = "no evidence" if not disclosure.supported else "evidence"
        share = _any(n) if not disclosure.supported else _share(disclosure.supported, n)
        said.append(f"The machine's check found {found} in the sources for {share[0].lower()}{share[1:]}.")
    if disclosure.confirmed:
        said.append(
            f"{_subject(disclosure.confirmed, n, 'was', 'were')} confirmed by a person who gave a reason."
        )
    else:
        said.append("No single sentence was confirmed by a person.")
    if disclosure.dismissed == 0:
        said.append("No finding of the check was dismissed.")
    elif disclosure.dismissed == 1:
        said.append("One finding of the check was dismissed with a reason.")
    else:
        said.append(f"{disclosure.dismissed} findings of the check were dismissed with a reason.")
    said.append(f"Signed off by {signer.name} on {_moment(signed)}.")
    said.append(
        "Not checked: whether the sources themselves are right, and whether text that a person entered "
        "was made by a machine elsewhere."
    )
    return tuple(said)


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


def _day(moment: datetime) -> str:
    return format_datetime(moment, "d MMMM y", locale="en")


def _moment(moment: datetime) -> str:
    return format_datetime(moment, "d MMMM y 'at' HH:mm '(UTC)'", locale="en")

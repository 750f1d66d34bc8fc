"""The disclosure in German."""

from datetime import datetime

from babel.dates import format_datetime

from beleg.terms.account import Account
from beleg.terms.disclosure import Disclosure


def line(disclosure: Disclosure, who: str, signed: datetime) -> str:
    """Return the one sentence under the article; `who` names the signer."""
    if not disclosure.machine_helped:
        return f"Am {_day(signed)} vor der Veröffentlichung freigegeben von {who}."
    by_persons_too = disclosure.person or disclosure.rewritten
    made = "Mit maschineller Unterstützung erstellt" if by_persons_too else "Maschinell erstellt"
    if disclosure.sources:
        made += f", mit {_with(disclosure.sources)} verglichen"
    return f"{made} und am {_day(signed)} vor der Veröffentlichung geprüft und freigegeben von {who}."


def details(disclosure: Disclosure, signer: Account, signed: datetime) -> tuple[str, ...]:
    """Return the sentences behind the line: who made what, what was checked, what was not."""
    n = disclosure.sentences
    said = [
        "Der Text hat keine Sätze."
        if n == 0
        else "Der Text hat einen Satz."
        if n == 1
        else f"Der Text hat {n} Sätze, Überschriften mitgezählt."
    ]
    if disclosure.person:
        said.append(f"{_object(disclosure.person, n)} hat ein Mensch geschrieben.")
    if disclosure.rewritten:
        said.append(
            f"{_object(disclosure.rewritten, n)} hat eine Maschine begonnen und ein Mensch umgeschrieben."
        )
    if disclosure.machine:
        said.append(f"{_object(disclosure.machine, n)} hat eine Maschine zusammengestellt.")
    if disclosure.source:
        said.append(
            f"{_object(disclosure.source, n)} hat eine Maschine unverändert aus den Quellen ausgewählt."
        )
    if len(disclosure.engines) == 1:
        said.append(f"Beteiligte Maschine: {disclosure.engines[0]}.")
    elif disclosure.engines:
        said.append(f"Beteiligte Maschinen: {', '.join(disclosure.engines)}.")
    said += _sources(disclosure)
    if disclosure.sources and n:
        found = "keinen Beleg" if not disclosure.supported else "Belege"
        share = _any(n) if not disclosure.supported else _object(disclosure.supported, n)
        said.append(f"Für {share[0].lower()}{share[1:]} fand die maschinelle Prüfung {found} in den Quellen.")
    if disclosure.confirmed:
        said.append(f"{_object(disclosure.confirmed, n)} hat ein Mensch mit Begründung bestätigt.")
    else:
        said.append("Kein Satz wurde einzeln von einem Menschen bestätigt.")
    if disclosure.dismissed == 0:
        said.append("Kein Befund der Prüfung wurde verworfen.")
    elif disclosure.dismissed == 1:
        said.append("Ein Befund der Prüfung wurde mit Begründung verworfen.")
    else:
        said.append(f"{disclosure.dismissed} Befunde der Prüfung wurden mit Begründung verworfen.")
    said.append(f"Freigegeben von {signer.name} am {_moment(signed)}.")
    said.append(
        "Nicht geprüft: ob die Quellen selbst recht haben und ob ein Text, den ein Mensch eingegeben hat, "
        "anderswo mit einer Maschine entstanden ist."
    )
    return tuple(said)


def _sources(disclosure: Disclosure) -> tuple[str, ...]:
    if not disclosure.sources and not disclosure.not_compared:
        return ("Es lagen keine Quellen vor; der Text wurde mit nichts verglichen.",)
    if disclosure.sources > 1:
        origins = "einem Ursprung" if disclosure.origins == 1 else f"{disclosure.origins} Ursprüngen"
        said = (
            f"Der Text wurde mit {disclosure.sources} Quellen aus {origins} verglichen; "
            "dieselbe Agenturmeldung zählt als ein Ursprung."
        )
    else:
        said = f"Der Text wurde mit {_with(disclosure.sources)} verglichen."
    if not disclosure.not_compared:
        return (said,)
    left = disclosure.not_compared
    those = "Eine Quelle wurde" if left == 1 else f"{left} Quellen wurden"
    return said, f"{those} nicht verglichen (andere Sprache oder ohne Text)."


def _with(sources: int) -> str:
    """Say a number of sources in the dative, after "mit"."""
    return ("keiner Quelle", "einer Quelle")[sources] if sources < 2 else f"{sources} Quellen"


def _object(count: int, of: int) -> str:
    """Say a share of the sentences as an accusative object, at the head of a sentence."""
    if of == 1:
        return "Den einzigen Satz"
    if count == of:
        return "Beide Sätze" if of == 2 else f"Alle {of} Sätze"
    return f"Einen von {of} Sätzen" if count == 1 else f"{count} von {of} Sätzen"


def _any(of: int) -> str:
    """Say "none of the sentences" so that the object after it can be denied: "für die 3 Sätze … keinen Beleg"."""
    if of == 1:
        return "Den einzigen Satz"
    return "Beide Sätze" if of == 2 else f"Die {of} Sätze"


def _day(moment: datetime) -> str:
    return format_datetime(moment, "d. MMMM y", locale="de")


def _moment(moment: datetime) -> str:
    return format_datetime(moment, "d. MMMM y 'um' HH:mm 'Uhr' '(UTC)'", locale="de")

"""The disclosure in German."""

from datetime import datetime

from babel.dates import format_datetime

from beleg.publishing.digital_source import rules_only
from beleg.terms.disclosure import Disclosure


def line(disclosure: Disclosure, who: str) -> str:
    """Return the one sentence under the article; `who` names the signer. Empty where no machine had a part."""
    if not disclosure.machine_helped:
        return ""
    by_persons_too = disclosure.person or disclosure.rewritten
    made = "Mit maschineller Unterstützung erstellt" if by_persons_too else "Maschinell erstellt"
    done = "geprüft" if disclosure.reviewed else "freigegeben"
    return f"{made} und vor der Veröffentlichung von {who} {done}."


def details(disclosure: Disclosure, signer: str, signed: datetime, *, once: bool = True) -> tuple[str, ...]:
    """Return the sentences behind the line: who made what, what was checked, what was not. `signer` is a name.

    `once`: the figures count every sentence once; else as they were told before they did.
    """
    n = disclosure.sentences
    said = [
        "Der Text hat keine Sätze."
        if n == 0
        else "Der Text hat einen Satz."
        if n == 1
        else f"Der Text hat {n} Sätze, Überschriften mitgezählt."
    ]
    if disclosure.machine_helped:
        said += _made(disclosure)
    said += _sources(disclosure)
    if once and n:
        said.append(_counted(disclosure))
    if not once and disclosure.sources and n:
        found = "keinen Beleg" if not disclosure.supported else "Belege"
        share = _any(n) if not disclosure.supported else _object(disclosure.supported, n)
        said.append(f"Für {share[0].lower()}{share[1:]} fand die Prüfung durch Beleg {found} in den Quellen.")
    said += _decided(disclosure, signer, once=once)
    if disclosure.judges:
        said.append(
            f"Eine zweite Meinung gab ein Sprachmodell ({', '.join(disclosure.judges)}) zu "
            f"{_judged(disclosure.judged)}; entschieden hat es nichts."
        )
    said.append(f"Freigegeben von {signer} am {_moment(signed)}.")
    said += _unchecked(disclosure, once=once)
    return tuple(said)


def _made(disclosure: Disclosure) -> list[str]:
    n, machines = disclosure.sentences, disclosure.from_machines
    said = [
        f"Anteil der Maschine an den Sätzen: {_share(machines, n)}; "
        f"davon von einem Menschen umgeschrieben: {_share(disclosure.rewritten, machines)}."
    ]
    if disclosure.person:
        said.append(f"{_object(disclosure.person, n)} hat ein Mensch eingegeben.")
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
    if disclosure.machine_headline:
        said.append("Auch die Überschrift kommt von einer Maschine.")
    named = [
        f"{engine} (nach festen Regeln, kein Sprachmodell)" if rules_only(engine) else engine
        for engine in disclosure.engines
    ]
    if named:
        said.append(f"Beteiligte {'Maschine' if len(named) == 1 else 'Maschinen'}: {', '.join(named)}.")
    return said


def _counted(disclosure: Disclosure) -> str:
    """What each sentence stands on, so that the numbers add up to the text."""
    parts = (
        ("durch Quellen belegt, wie die Prüfung durch Beleg ergab", disclosure.carried),
        ("von einem Menschen mit Begründung bestätigt", disclosure.confirmed),
        ("von Menschen stehen gelassen, die jeden Befund mit Begründung verwarfen", disclosure.settled),
        (
            "mit nichts zu vergleichen (Überschriften, Fragen, Sätze ohne prüfbare Aussage)",
            disclosure.nothing_to_check,
        ),
        ("weder geprüft noch bestätigt", disclosure.rest),
    )
    told = [f"{what}: {count}" for what, count in parts if count]
    if disclosure.sources and not disclosure.carried:
        told.insert(0, f"{parts[0][0]}: keiner")
    return f"Jeder Satz ist einmal gezählt. {told[0][0].upper()}{told[0][1:]}{''.join(f'; {one}' for one in told[1:])}."


def _decided(disclosure: Disclosure, signer: str, *, once: bool) -> list[str]:
    n = disclosure.sentences
    said = []
    if disclosure.confirmed and not once:
        said.append(f"{_object(disclosure.confirmed, n)} hat ein Mensch mit Begründung bestätigt.")
    elif not disclosure.confirmed:
        said.append("Kein Satz wurde einzeln von einem Menschen bestätigt.")
    if disclosure.dismissed == 0:
        said.append("Kein Befund der Prüfung wurde verworfen.")
    elif disclosure.dismissed == 1:
        said.append("Ein Befund der Prüfung wurde mit Begründung verworfen.")
    else:
        said.append(f"{disclosure.dismissed} Befunde der Prüfung wurden mit Begründung verworfen.")
    if decided := disclosure.confirmed + disclosure.dismissed:
        own = _share(disclosure.by_signer, decided, one="eine", none="keine", only="die einzige")
        said.append(f"Von diesen Entscheidungen traf {signer} selbst: {own}.")
    elif disclosure.machine_helped and not disclosure.reviewed:
        said.append("Außer der Freigabe zeigt das Protokoll keine Prüfung durch einen Menschen.")
    return said


def _unchecked(disclosure: Disclosure, *, once: bool) -> list[str]:
    """What could not be checked, or was and had no consequence."""
    n, said = disclosure.sentences, []
    if disclosure.nothing_to_check and not once:
        said.append(
            f"{_object(disclosure.nothing_to_check, n)} konnte die Prüfung mit nichts vergleichen: Überschriften, "
            "Fragen, Sätze ohne prüfbare Aussage."
        )
    if disclosure.not_run == 1:
        said.append("Eine der Prüfungen lief nicht; welche und warum, steht unten.")
    elif disclosure.not_run:
        said.append(f"{disclosure.not_run} der Prüfungen liefen nicht; welche und warum, steht unten.")
    if disclosure.remarked == 1:
        said.append("Ein Hinweis der Prüfung blieb ohne Entscheidung; Hinweise verlangen keine.")
    elif disclosure.remarked:
        said.append(
            f"{disclosure.remarked} Hinweise der Prüfung blieben ohne Entscheidung; Hinweise verlangen keine."
        )
    said.append("Nicht geprüft: ob die Quellen selbst recht haben.")
    if disclosure.machine_helped:
        said.append(
            "Nicht zu erkennen: ob ein Satz, den ein Mensch eingegeben hat, anderswo mit einer Maschine "
            "entstanden ist."
        )
    return said


def _judged(count: int) -> str:
    return "einem Satz" if count == 1 else f"{count} Sätzen"


def _share(
    count: int, of: int, *, one: str = "einer", none: str = "keiner", only: str = "der einzige"
) -> str:
    """Say a part of some in plain words, with the numbers: "mehr als die Hälfte (7 von 12)"."""
    if count == 0:
        return none
    if count == of:
        return only if of == 1 else f"alle {of}"
    size = "die Hälfte" if 2 * count == of else f"{'mehr' if 2 * count > of else 'weniger'} als die Hälfte"
    return f"{size} ({one if count == 1 else count} von {of})"


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


def _moment(moment: datetime) -> str:
    return format_datetime(moment, "d. MMMM y 'um' HH:mm 'Uhr' '(UTC)'", locale="de")

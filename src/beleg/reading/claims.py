"""Nouns that announce a claim: "die Forderung der Gemeinde, die Straße zu sperren", "der Vorwurf, er habe …"."""

from beleg.language.mood import ReportedVerb
from beleg.reading.content_clauses import zu_infinitive
from beleg.reading.cues import joined
from beleg.reading.speakers import subject
from beleg.reading.wording import Framed, Range, Wording


def claim(wording: Wording, reported: list[ReportedVerb]) -> Framed | None:
    """A noun with the clause it announces; None if the sentence has none."""
    lexicon, low = wording.lexicon, wording.low
    for at in range(wording.end - 1):
        if low[at] not in lexicon.claims or wording.quoted[at] >= 0:
            continue
        first = at + 2 if low[at + 1] in lexicon.owners else at + 1
        owned = first > at + 1 or low[at + 1] in lexicon.determiners
        comma = max(wording.noun_phrase(first) if owned else first, at + 1)
        content = comma + 1 if comma < wording.end and low[comma] == "," else comma
        if content >= wording.end or (content == comma and lexicon.comma_before_clause):
            continue
        close = wording.next_break(content)
        if not _announced(wording, content, close, reported):
            continue
        determined = at > 0 and low[at - 1] in lexicon.determiners
        cue = (at - 1 if determined else at, at + 1)
        holder = _holder(wording, at) if first >= comma else None
        if holder:
            verb, speaker = holder
            prepositional = cue[0] > 0 and low[cue[0] - 1] in lexicon.prepositions
            return Framed(
                content=[(content, wording.end)],
                frame=[(0, content)],
                cue=joined([(verb, verb + 1), (cue[0] - prepositional, cue[1])]),
                speaker=speaker,
                rule="claim",
            )
        return Framed(
            content=[(content, close)],
            frame=[(0, content)],
            cue=[cue],
            speaker=(first, comma) if first < comma else None,
            rule="claim",
            main=False,
        )
    return None


def _announced(wording: Wording, start: int, close: int, reported: list[ReportedVerb]) -> bool:
    """Whether the clause after the noun says what is claimed: with "dass", in the Konjunktiv, or with "zu"."""
    lexicon, low = wording.lexicon, wording.low
    if low[start] in lexicon.subordinators:
        return True
    if any(verb.certain and start <= verb.at < close for verb in reported):
        return True
    return low[start] not in lexicon.purposes and any(
        zu_infinitive(wording, at) for at in range(start, close)
    )


def _holder(wording: Wording, claim: int) -> tuple[int, Range] | None:
    """The verb and who holds a claim that the sentence names last: "Kern vertrat die Auffassung, …", "Kern ist der
    Meinung, …".
    """
    lexicon, low = wording.lexicon, wording.low
    verb = next((at for at in range(1, claim) if low[at] in lexicon.holding and wording.quoted[at] < 0), None)
    if verb is None or any(wording.breaks_at(at) for at in range(verb, claim)):
        return None
    found = subject(wording, 0, verb, claim - 1)
    if found is None or found[1] > claim or low[found[0]] in lexicon.reflexives:
        return None
    return verb, found

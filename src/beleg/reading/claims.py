"""Nouns that announce a claim: "die Forderung der Gemeinde, die Straße zu sperren", "der Vorwurf, er habe …"."""

from beleg.language.mood import ReportedVerb
from beleg.reading.speakers import subject
from beleg.reading.wording import Framed, Range, Wording


def claim(wording: Wording, reported: list[ReportedVerb]) -> Framed | None:
    """A noun with the clause it announces; None if the sentence has none."""
    lexicon, low = wording.lexicon, wording.low
    for at in range(wording.end):
        if low[at] not in lexicon.claims or wording.quoted[at] >= 0:
            continue
        owner = (
            wording.noun_phrase(at + 1)
            if at + 1 < wording.end and low[at + 1] in lexicon.determiners
            else at + 1
        )
        if at + 1 < wording.end and low[at + 1] in lexicon.owners:
            owner = wording.noun_phrase(at + 2)
        comma = max(owner, at + 1)
        content = comma + 1 if comma < wording.end and low[comma] == "," else comma
        if content >= wording.end or (content == comma and lexicon.comma_before_clause):
            continue
        close = wording.next_break(content)
        certain = any(verb.certain and content <= verb.at < close for verb in reported)
        if low[content] not in lexicon.subordinators and not certain:
            continue
        first = at + 2 if low[at + 1] in lexicon.owners else at + 1
        holder = _holder(wording, at) if first >= comma and close == wording.end else None
        if holder:
            return Framed(
                content=[(content, close)], frame=[(0, content)], cue=[(at, at + 1)], speaker=holder
            )
        return Framed(
            content=[(content, close)],
            frame=[(max(0, at - 1) if at and low[at - 1] in lexicon.determiners else at, content)],
            cue=[(at, at + 1)],
            speaker=(first, comma) if first < comma else None,
            main=False,
        )
    return None


def _holder(wording: Wording, claim: int) -> Range | None:
    """Who holds a claim that the sentence names last: "Kern vertrat die Auffassung, …", "Kern ist der Meinung, …"."""
    lexicon, low = wording.lexicon, wording.low
    verb = next((at for at in range(1, claim) if low[at] in lexicon.holding and wording.quoted[at] < 0), None)
    if verb is None or any(wording.breaks_at(at) for at in range(verb, claim)):
        return None
    found = subject(wording, 0, verb, claim)
    return found if found and found[1] <= claim - 1 and low[found[0]] not in lexicon.reflexives else None

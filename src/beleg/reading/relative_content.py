"""Relative clauses in the Konjunktiv: "Das Blatt spricht von einem Wirt, der geschossen habe".

The verb names only an object, and the sentence stays the text's own; what the relative clause says of the object is
reported, for only reported speech puts a relative clause into the Konjunktiv I (Duden grammar: indirekte Rede).
"""

from typing import Final

from beleg.language.lexicon import Takes
from beleg.language.mood import ReportedVerb
from beleg.reading.clauses import is_dependent
from beleg.reading.cues import cues
from beleg.reading.speakers import agent, subject
from beleg.reading.wording import Framed, Wording

_ANY: Final = frozenset({Takes.CLAUSE, Takes.NAME, Takes.OBJECT})


def relative_content(wording: Wording, reported: list[ReportedVerb]) -> Framed | None:
    """A relative clause in the Konjunktiv after a verb of saying in the same sentence; None if there is none."""
    lexicon, low = wording.lexicon, wording.low
    at = wording.next_break(0)
    while at + 1 < wording.end:
        first, close = at + 1, wording.next_break(at + 1)
        # "der Wirt habe …" begins with an article, "in dem er …" and "der … habe" with a relative pronoun.
        pronoun = first + (low[first] in lexicon.prepositions)
        related = (
            pronoun + 1 < close
            and low[pronoun] in lexicon.relatives
            and (low[pronoun] not in lexicon.determiners or not wording.words.capitalised(pronoun + 1))
        )
        if related and low[at] == "," and any(v.certain and v.at == close - 1 for v in reported):
            return _framed(wording, first, close)
        at = close
    return None


def _framed(wording: Wording, first: int, close: int) -> Framed | None:
    said = None
    for cue in cues(wording, _ANY):
        if cue.at >= first:
            break
        needed = wording.lexicon.reporting_with.get(cue.form.lemma)
        if needed is not None and not any(word in needed for word in wording.low[:first]):
            continue
        start = wording.break_before(cue.finite) + 1
        if not is_dependent(wording, start):
            said = cue
    if said is None:
        return None
    return Framed(
        content=[(first, close)],
        frame=[(0, first)],
        cue=said.parts,
        speaker=agent(wording, first) if said.passive else subject(wording, 0, said.finite, first),
        medium=said.form.medium,
        rule="relative_content",
        main=False,
    )

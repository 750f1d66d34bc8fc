"""A passive with its agent told in the active perfect, an active perfect told in the passive."""

from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.rewrites.cases import (
    agent_end,
    belongs_to_noun,
    dative_as_subject,
    subject_as_accusative,
    subject_as_dative,
)
from benchmarks.rewrites.german import subject_first
from benchmarks.rewrites.material import Article, Line, sentence_of
from benchmarks.rewrites.rewrite import Generator, Rewrite

_ENDS: Final = frozenset((".", ",", ";", "und"))


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every passive clause that names its agent in a form whose nominative is certain."""
    for line in article.lines:
        passive = {"wurde", "wurden"} & set(line.words.low) and "von" in line.words.low
        sentence = (_active(line) if passive else "") or (_passive(line) if "hat" in line.words.low else "")
        if sentence:
            yield Rewrite(line.text, sentence_of(sentence), "", "")


def _active(line: Line) -> str:
    """ "Das Haus wurde am Montag von der Stadt gekauft" becomes "Die Stadt hat das Haus am Montag gekauft"."""
    verb = subject_first(line)
    end = next((at for at in range(verb + 1, len(line)) if line.low(at) in _ENDS), line.end)
    if (
        not verb
        or line.low(verb) not in {"wurde", "wurden"}
        or line.tag(end - 1) != "VV(PP)"
        or line.low(end) == "und"
    ):
        return ""
    patient = (
        subject_as_accusative(line, 0, verb) if any(tag.startswith("N") for tag in line.tags[:verb]) else ""
    )
    for at in range(verb + 1, end - 1):
        if line.low(at) != "von" or belongs_to_noun(line, at):
            continue
        after = agent_end(line, at + 1)
        agent = dative_as_subject(line, at + 1, after) if after > at + 1 else ""
        if agent and patient and line.low(after) not in {"nach", "bis", "auf", "in", "und", "aus"}:
            middle = " ".join(
                part for part in (line.between(verb + 1, at), line.between(after, end - 1)) if part
            )
            return (
                f"{agent} hat {patient} {middle} {line.word(end - 1)}{line.text[line.tokens[end - 1].end :]}"
            )
        return ""
    return ""


def _passive(line: Line) -> str:
    """ "Die Stadt hat das Haus gekauft" becomes "Das Haus ist von der Stadt gekauft worden"."""
    verb = subject_first(line)
    if not verb or line.low(verb) != "hat" or agent_end(line, 0) != verb:
        return ""
    end = next((at for at in range(verb + 1, len(line)) if line.low(at) in _ENDS), line.end)
    after = agent_end(line, verb + 1)
    if (
        after == verb + 1
        or line.low(verb + 1) not in {"das", "eine"}
        or line.tag(end - 1) != "VV(PP)"
        or line.low(end) == "und"
    ):
        return ""
    agent = subject_as_dative(line, 0, verb)
    if not agent:
        return ""
    rest = line.between(after, end - 1)
    patient = line.between(verb + 1, after)
    return (
        f"{patient} ist {rest} von {agent} {line.word(end - 1)} worden{line.text[line.tokens[end - 1].end :]}"
    )


GENERATOR = Generator(kind="voice_changed", language="de", make=make)

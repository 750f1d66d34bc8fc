"""Another phrase opens the main clause: the adverbial of time in place of the subject, or the subject in its place."""

from collections.abc import Iterator
from random import Random

from benchmarks.rewrites.german import finite, subject_at, subject_first, time_phrase
from benchmarks.rewrites.material import Article, Line, sentence_of
from benchmarks.rewrites.rewrite import Generator, Rewrite


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every sentence that opens with its subject and has a time, or opens with the time."""
    for line in article.lines:
        if not any(line.quoted):
            for sentence in (_time_first(line), _subject_first(line)):
                if sentence:
                    yield Rewrite(
                        line.text,
                        sentence_of(sentence),
                        line.between(0, 2),
                        sentence.split(" ", maxsplit=1)[0],
                    )


def _time_first(line: Line) -> str:
    verb = subject_first(line)
    if not verb or line.low(0) == "es" or "sich" in line.words.low:
        return ""
    for at in range(verb + 1, min(len(line), verb + 6)):
        if line.low(at) in {",", ":", "(", "dass", "und", "oder"} or line.tag(at) in {"NN", "NE"}:
            return ""
        after = time_phrase(line, at)
        if after > at and line.tag(at - 1) == "ADV":
            return ""  # "schon vor 20 Jahren" stays together
        if after > at and not (line.low(after) == "," and line.low(after + 1) in {"dem", "den", "der"}):
            head = f"{line.between(at, after)} {line.word(verb)} {line.small(0, verb)}"
            return f"{head} {line.between(verb + 1, at)}{line.text[line.tokens[after - 1].end :]}"
    return ""


def _subject_first(line: Line) -> str:
    verb = time_phrase(line, 0)
    if not verb or not finite(line, verb):
        return ""
    subject = subject_at(line, verb + 1)
    if subject == verb + 1 or line.low(verb + 1) in {"es", "sich"}:
        return ""
    # A reflexive or a short pronoun stays right after the verb.
    reached = subject + (line.low(subject) in {"sich", "ihn", "ihm", "es"})
    between = line.between(subject, reached)
    head = f"{line.between(verb + 1, subject)} {line.word(verb)} {between} {line.small(0, verb)}"
    return head + line.text[line.tokens[reached - 1].end :]


GENERATOR = Generator(kind="clause_reordered", language="de", make=make)

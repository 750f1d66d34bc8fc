"""German clauses taken apart and put together again: mood, verb-second and verb-final order (Duden grammar)."""

from functools import cache
from typing import Final

from beleg.language.de.conjugation import conjugate, konjunktiv_one
from beleg.language.lexicon import Shape
from beleg.language.word_lists import word_list
from benchmarks.rewrites.material import FINITE, Line

_PACKAGE: Final = "beleg.language.de"
_AUXILIARIES: Final = {
    "sei": "ist", "seien": "sind", "habe": "hat", "werde": "wird", "könne": "kann", "müsse": "muss",
    "solle": "soll", "wolle": "will", "dürfe": "darf", "möge": "mag", "wisse": "weiß",
}  # fmt: skip
_STAND_INS: Final = {
    "hätten": "haben", "wären": "sind", "würden": "werden", "könnten": "können", "müssten": "müssen",
    "sollten": "sollen", "dürften": "dürfen",
}  # fmt: skip
_SUBJECT_OPENS: Final = frozenset(
    "der die das ein eine dieser diese dieses kein keine sein seine ihr ihre beide".split()
)
_CONDITIONS: Final = frozenset("wenn falls sofern".split())
WEAK_MASCULINE: Final = (
    "ent",
    "ant",
    "ist",
    "at",
    "oge",
    "ote",
    "herr",
    "mensch",
    "nachbar",
    "e",
    "held",
    "fürst",
    "graf",
    "bär",
)
"""Endings of masculine nouns that take -n in the accusative and dative, and of words that could be such nouns."""


@cache
def indicative() -> dict[str, str]:
    """From the third person of the Konjunktiv of reported speech to the same person of the indicative."""
    verbs = word_list(_PACKAGE, "verbs.toml")
    table = {}
    for entry in (*verbs["irregular"].split("\n")[1:], *verbs["weak"].split()):
        if entry.strip():
            infinitive = entry.split()[0]
            present = next(form for form, shape, _ in conjugate(entry) if shape is Shape.FINITE)
            table[konjunktiv_one(infinitive)] = present
    return table | _STAND_INS | _AUXILIARIES


@cache
def konjunktiv() -> dict[str, str]:
    """From the third person of the present to the Konjunktiv that reports it; the singular, and plurals by stand-in."""
    return {present: form for form, present in indicative().items() if form not in _STAND_INS} | {
        "haben": "hätten", "werden": "würden", "können": "könnten", "müssen": "müssten", "sind": "seien",
    }  # fmt: skip


@cache
def past_of_participles() -> dict[str, tuple[str, str]]:
    """From a participle to the past tense in the singular and in the plural."""
    verbs = word_list(_PACKAGE, "verbs.toml")
    table = {}
    for entry in (*verbs["irregular"].split("\n")[1:], *verbs["weak"].split()):
        if entry.strip():
            forms = list(conjugate(entry))
            participle = next(form for form, shape, _ in forms if shape is Shape.PARTICIPLE)
            table[participle] = (forms[2][0], forms[3][0])
    return table


def finite(line: Line, at: int) -> bool:
    """Whether the token at `at` is a finite verb."""
    return line.tag(at) in FINITE and line.low(at) == line.word(at)


def in_indicative(line: Line, start: int, end: int) -> list[str] | None:
    """The words `[start, end)` with every verb of reported speech in the indicative.

    None if one of them has no indicative in the tables, or may be a Konjunktiv of its own ("wäre", with "wenn").
    """
    words = [line.word(at) for at in range(start, end)]
    if _CONDITIONS & {word.lower() for word in words}:
        return None
    reported = [verb.at for verb in line.language.reported_verbs(line.words) if start <= verb.at < end]
    for at in reported:
        present = indicative().get(line.low(at))
        if present is None:
            return None
        words[at - start] = present
    return words


def joined(line: Line, start: int, words: list[str]) -> str:
    """Words that stand for the tokens from `start` on, with the spaces of the text."""
    parts = []
    for offset, word in enumerate(words):
        at = start + offset
        gap = at > start and line.tokens[at].start > line.tokens[at - 1].end
        parts.append((" " if gap else "") + word)
    return "".join(parts)


def subject_at(line: Line, at: int, end: int | None = None) -> int:
    """Where the subject that begins at `at` ends; `at` if the words there do not look like a nominative."""
    low, tag = line.low(at), line.tag(at)
    if low in {"er", "sie", "wir", "es", "dies", "das"} and tag.startswith("P"):
        return at + 1
    bare = tag in {"NE", "CARD"} or (tag == "NN" and low not in line.language.function_words)
    if low not in _SUBJECT_OPENS and not bare:
        return at
    reached = line.noun_phrase(at, end)
    if line.is_name(at):  # what follows a name belongs to the clause: "Kern in dem Gesetz" is no phrase
        reached = next(
            place for place in range(at, reached + 1) if place == reached or not line.is_name(place)
        )
    if line.low(reached) in {",", "("}:
        return at
    return at if reached > at and not any(t.startswith("N") for t in line.tags[at:reached]) else reached


def subject_first(line: Line) -> int:
    """Where the subject that opens the sentence ends, right before its finite verb; 0 if it opens otherwise."""
    reached = subject_at(line, 0)
    return reached if reached and finite(line, reached) else 0


def plain(line: Line) -> bool:
    """Whether the sentence is one main clause: no comma, no quotation, no second verb."""
    verbs = sum(finite(line, at) for at in range(len(line)))
    return verbs == 1 and not any(line.quoted) and not {",", ";", ":", "–", "-", "("} & set(line.words.low)


def inverted(line: Line) -> str:
    """A sentence that opens with its subject, without its full stop, as it stands after an adverb: verb, subject, rest.

    Empty if it does not open with its subject.
    """
    subject = subject_first(line)
    if not subject or line.low(0) == "es":
        return ""
    rest = line.between(subject + 1, line.end)
    return f"{line.word(subject)} {line.small(0, subject)} {rest}".rstrip()


def verb_final(line: Line) -> str:
    """A plain main clause, without its full stop, in the order of a dependent clause; empty if it cannot be."""
    if not plain(line):
        return ""
    verb = next(at for at in range(len(line)) if finite(line, at))
    if verb == 0 or verb + 1 >= line.end:
        return ""
    last = line.end
    particle = line.word(last - 1) if line.tag(last - 1) == "PTKVZ" else ""
    middle = line.between(verb + 1, last - 1 if particle else last)
    return f"{line.small(0, verb)} {middle} {particle}{line.word(verb)}".replace("  ", " ")


def verb_second(line: Line, start: int, end: int) -> str:
    """The dependent clause `[start, end)` without its conjunction as a main clause in the indicative.

    Empty if its subject does not open it, its finite verb does not end it, or the mood cannot be told.
    """
    words = in_indicative(line, start, end)
    if words is None or not finite(line, end - 1) or "," in words:
        return ""
    subject = subject_at(line, start, end - 1)
    if subject <= start or subject >= end - 1:
        return ""
    verb = words[-1]
    middle = joined(line, subject, words[subject - start : -1])
    head = joined(line, start, words[: subject - start])
    return f"{head} {verb} {middle}"


def opened_by_subject(line: Line, verb: int, end: int) -> str:
    """The words `[verb, end)`, a clause that begins with its finite verb, opened by its subject in the indicative.

    Empty if no subject follows the verb.
    """
    if not (finite(line, verb) or line.low(verb) in indicative()):
        return ""
    words = in_indicative(line, verb, end)
    subject = subject_at(line, verb + 1, end)
    if words is None or subject == verb + 1 or subject >= end or line.word(verb + 1) == "es":
        return ""
    head = joined(line, verb + 1, words[1 : subject - verb])
    return f"{head} {words[0]} {joined(line, subject, words[subject - verb :])}"


def time_phrase(line: Line, at: int) -> int:
    """Where the adverbial of time that begins at `at` ends ("am Montag", "im Mai 2005", "seit 2003"); `at` if none
    does.
    """
    if line.low(at) not in {"am", "im", "seit", "nach", "vor", "ab"}:
        return at
    calendar = line.language.lexicon.time_nouns
    reached = at + 1
    while reached < min(len(line), at + 6):
        low = line.low(reached)
        if (
            low in calendar
            or low.isdigit()
            or (low == "." and line.low(reached - 1).isdigit() and line.low(reached + 1) in calendar)
            or low
            in {
                "vergangenen",
                "kommenden",
                "nächsten",
                "frühen",
                "späten",
                "gestrigen",
                "heutigen",
                "letzten",
            }
        ):
            reached += 1
        else:
            break
    named = any(line.low(place) in calendar for place in range(at, reached))
    whole = line.tag(reached) not in {"ADJ(A)", "NN", "NE", "KON"} and line.low(reached) not in {
        "zwischen",
        "des",
        "der",
        "vor",
        "nach",
        "bis",
    }
    return reached if named and whole and line.tag(reached - 1) != "ADJ(A)" else at

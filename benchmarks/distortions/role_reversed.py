"""Who did it and to whom it was done, exchanged; also the two sides of a match, and the two ends of a way."""

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Final

from beleg.language.de.names import is_title
from beleg.language.word_lists import word_list
from benchmarks.rewrites.cases import (
    accusative_as_subject,
    agent_end,
    belongs_to_noun,
    dative_as_subject,
    subject_as_accusative,
    subject_as_dative,
)
from benchmarks.rewrites.german import finite, subject_first
from benchmarks.rewrites.material import Article, Line, sentence_of
from benchmarks.rewrites.rewrite import Generator, Rewrite

_BETWEEN_TWO: Final = frozenset(
    """
    abhören ablösen abweisen alarmieren anschießen ansprechen anstellen attackieren auslachen auszeichnen ausweisen befragen behindern beliefern blockieren boykottieren durchsuchen einholen engagieren erpressen erwarten fordern führen halten hindern ignorieren isolieren jagen kontaktieren kontrollieren provozieren rammen schützen sehen tadeln umarmen unterrichten verlassen vermissen vertreiben verprügeln verspotten wegschicken überwältigen  anerkennen angreifen anklagen anzeigen auffordern ausschließen bedrohen beauftragen bedrängen befreien
    begleiten begrüßen beleidigen belagern besiegen beschießen beschuldigen besuchen bezwingen bitten bombardieren einladen
    empfangen enteignen entführen entlassen erinnern ermorden ersetzen erschießen erstechen festnehmen informieren
    kritisieren loben retten rügen schlagen stürzen stützen töten treffen überfallen überholen überraschen
    überzeugen unterstützen verdächtigen verdrängen verhaften verhören verklagen verletzen verraten
    verteidigen verurteilen wählen warnen würdigen zwingen nominieren ernennen gründen vernehmen beobachten
    """.split()
)
"""Verbs whose subject and object can both be persons or bodies, so that the exchange makes sense."""
_TO_NAMES: Final = frozenset(
    "vorwerfen danken gratulieren widersprechen drohen helfen unterstellen bezeichnen nennen".split()
)
"""Further verbs with a second person, in the dative or with a predicate: names only, they have no case."""
_MATCH: Final = frozenset(
    "gewinnen verlieren siegen spielen unterliegen klagen demonstrieren ermitteln".split()
)
_ACTING: Final = (
    "polizei", "regierung", "partei", "gewerkschaft", "feuerwehr", "armee", "bundeswehr", "opposition", "union", "koalition",
    "gemeinschaft", "öffentlichkeit", "gericht", "land", "stadt", "gemeinde", "verband", "unternehmen", "konzern", "verein",
    "frau", "mann", "kind", "fahrer", "fahrerin", "täter", "opfer", "team", "mannschaft", "club", "besatzung", "gruppe",
)  # fmt: skip
"""Endings of nouns for those who can act."""
_CLAUSE_ENDS: Final = frozenset((",", ".", ";", "und", ":"))


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every plain clause whose two sides are names or noun phrases of unambiguous form."""
    for line in article.lines:
        if any(word[:4] in _stems() for word in line.words.low):
            yield from _around_verb(line)
            yield from _side_by_side(line)
            yield from _passive(line)
        if "gegen" in line.words.low:
            yield from _sides(line)
        yield from _ways(line)


@cache
def _stems() -> frozenset[str]:
    """The first four letters of every form of those verbs, so that other sentences need no tagger."""
    verbs = _BETWEEN_TWO | _TO_NAMES
    strong = [
        entry.split()
        for entry in word_list("beleg.language.de", "verbs.toml")["irregular"].splitlines()
        if entry
    ]
    forms = {form for forms in strong for verb in verbs if verb.endswith(forms[0]) for form in forms}
    particles = {
        verb[len(prefix) :]
        for verb in verbs
        for prefix in ("ab", "an", "auf", "aus", "ein", "fest")
        if verb.startswith(prefix)
    }
    return frozenset(form[:4] for form in forms | verbs | particles)


def _around_verb(line: Line) -> Iterator[Rewrite]:
    """ "A besiegte B" becomes "B besiegte A", "A hat B besiegt" becomes "B hat A besiegt"."""
    verb = subject_first(line)
    if not verb or any(line.quoted[: verb + 1]) or not _side(line, 0, verb):
        return
    end = _object(line, verb + 1)
    if not _turns(line, _done(line, verb), (0, verb), (verb + 1, end), plural=line.low(verb).endswith("en")):
        return
    turned, object_now = accusative_as_subject(line, verb + 1, end), subject_as_accusative(line, 0, verb)
    if turned and object_now:
        sentence = f"{turned} {line.word(verb)} {object_now}{line.text[line.tokens[end - 1].end :]}"
        yield Rewrite(line.text, sentence_of(sentence), line.between(0, verb), line.between(verb + 1, end))


def _side_by_side(line: Line) -> Iterator[Rewrite]:
    """ "Gestern kritisierte A B", "…, weil A B kritisierte": the two exchanged where they stand."""
    openers = line.language.lexicon.other_subordinators | line.language.lexicon.subordinators
    for at in range(len(line) - 3):
        behind_verb = finite(line, at) and 0 < at <= 8 and "," not in line.words.low[:at]
        behind_conjunction = line.low(at) in openers and line.tag(at) == "KOUS"
        if not (behind_verb or behind_conjunction) or line.quoted[at]:
            continue
        middle = agent_end(line, at + 1)
        end = _object(line, middle) if middle > at + 1 else middle
        if line.low(at + 1) in {"den", "dem", "des"} or end == middle:
            continue
        verb = at if behind_verb else _clause_end(line, at) - 1
        done = _done(line, at) if behind_verb else line.lemmas[verb - (line.lemmas[verb] == "haben")]
        if not _turns(line, done, (at + 1, middle), (middle, end), plural=line.low(verb).endswith("en")):
            continue
        turned = accusative_as_subject(line, middle, end)
        object_now = subject_as_accusative(line, at + 1, middle)
        if turned and object_now and turned != line.between(at + 1, middle):
            sentence = line.with_words(at + 1, end, f"{turned} {object_now}")
            yield Rewrite(line.text, sentence, line.between(at + 1, middle), line.between(middle, end))


def _turns(line: Line, done: str, doer: tuple[int, int], other: tuple[int, int], *, plural: bool) -> bool:
    """Whether what is done can be done by the other one as well, and the verb's number fits."""
    names = all(line.is_name(end - 1) for _, end in (doer, other))
    several = line.low(other[0]) == "die" and line.lemmas[other[1] - 1] != line.word(other[1] - 1)
    return (
        other[1] > other[0] and plural is several and (done in _BETWEEN_TWO or (names and done in _TO_NAMES))
    )


def _passive(line: Line) -> Iterator[Rewrite]:
    """ "A wurde von B verhaftet" becomes "B wurde von A verhaftet"."""
    verb = subject_first(line)
    if not verb or line.low(verb) not in {"wurde", "wird", "ist"} or not _side(line, 0, verb):
        return
    end = _clause_end(line, verb)
    if not any(line.tag(at) == "VV(PP)" and line.lemmas[at] in _BETWEEN_TWO for at in (end - 1, end - 2)):
        return
    agent_before = subject_as_dative(line, 0, verb)
    for at in range(verb + 1, len(line) - 2):
        if line.low(at) != "von" or line.quoted[at] or belongs_to_noun(line, at):
            continue
        end = agent_end(line, at + 1)
        if end == at + 1 or line.low(end) in {"nach", "zum", "zur", "bis", "in", "und", "aus"}:
            continue
        agent_now = dative_as_subject(line, at + 1, end)
        if agent_before and agent_now:
            turned = line.with_words(at + 1, end, agent_before)
            sentence = sentence_of(agent_now + turned[line.tokens[verb - 1].end :])
            yield Rewrite(line.text, sentence, line.between(0, verb), agent_now)
        return


def _sides(line: Line) -> Iterator[Rewrite]:
    """ "A gewann … gegen B" becomes "B gewann … gegen A"; names only, they have no case."""
    verb = subject_first(line)
    if not verb or line.lemmas[verb] not in _MATCH or not all(line.named[:verb]):
        return
    for at in range(verb + 1, len(line) - 1):
        end = agent_end(line, at + 1) if line.low(at) == "gegen" else 0
        if end > at + 1 and all(line.named[at + 1 : end]):
            other = line.between(at + 1, end)
            turned = line.with_words(at + 1, end, line.between(0, verb))
            sentence = other + turned[line.tokens[verb - 1].end :]
            yield Rewrite(line.text, sentence, line.between(0, verb), other)
            return


def _ways(line: Line) -> Iterator[Rewrite]:
    """ "von A nach B" becomes "von B nach A"."""
    for at in range(len(line) - 3):
        if line.low(at) != "von" or line.low(at + 2) != "nach":
            continue
        if line.tag(at + 1) == line.tag(at + 3) == "NE" and line.tag(at + 4) != "NE":
            turned = f"{line.word(at)} {line.word(at + 3)} nach {line.word(at + 1)}"
            yield Rewrite(line.text, line.with_words(at, at + 4, turned), line.between(at, at + 4), turned)


def _clause_end(line: Line, at: int) -> int:
    return next((place for place in range(at + 1, len(line)) if line.low(place) in _CLAUSE_ENDS), line.end)


def _done(line: Line, verb: int) -> str:
    """The infinitive of what is done: of the finite verb with its particle, or of the participle after "haben"."""
    end = _clause_end(line, verb)
    if line.lemmas[verb] == "haben":
        return line.lemmas[end - 1] if line.tag(end - 1) == "VV(PP)" else ""
    particle = line.word(end - 1) if line.tag(end - 1) == "PTKVZ" else ""
    return particle + line.lemmas[verb]


def _side(line: Line, start: int, end: int) -> bool:
    """Whether the words are a person or body, by name or by a noun that can act, with nothing attached."""
    noun = line.low(end - 1)
    acts = line.is_name(end - 1) or is_title(line.word(end - 1)) or noun.endswith(_ACTING)
    return end > start and acts and agent_end(line, start) == end


def _object(line: Line, at: int) -> int:
    """The end of an object at `at` that can act as well; `at` if there is none."""
    if line.tag(at) == "ART" and line.low(at) not in {"den", "die", "das", "eine"}:
        return at
    end = agent_end(line, at)
    return end if _side(line, at, end) else at


GENERATOR = Generator(
    kind="role_reversed", language="de", make=make, named_by=frozenset(("role_reversed", "name_changed"))
)

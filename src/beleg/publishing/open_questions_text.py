"""Open questions and contradictions as text for a terminal or a mail."""

from collections.abc import Iterator, Sequence

from beleg.sources_together import Contradictions
from beleg.terms.open_question import Matter, OpenQuestions
from beleg.terms.passage import Passage
from beleg.terms.source import Source
from beleg.terms.wording import Wording

MATTERS = {
    Matter.CONTRADICTION: Wording(de="Widersprüche", en="Contradictions"),
    Matter.UNHEARD: Wording(de="Vorwürfe, zu denen niemand gehört ist", en="Accusations nobody answered"),
    Matter.UNANSWERED: Wording(de="Ohne Antwort", en="Without an answer"),
    Matter.LEFT_OPEN: Wording(de="Von den Quellen offen gelassen", en="Left open by the sources"),
    Matter.HEDGED: Wording(de="Nur unter Vorbehalt", en="Only with a reservation"),
    Matter.SINGLE_ORIGIN: Wording(
        de="Zahlen und Daten aus nur einem Ursprung", en="Numbers and dates of one origin only"
    ),
    Matter.SPEAKER_UNKNOWN: Wording(de="Sprecher ohne Funktion", en="Speakers without a function"),
}
"""What the questions of a matter are called."""
_MORE = Wording(
    de="Nicht aufgeführt, weil die Liste sonst zu lang wird: {count} weitere.",
    en="Not listed, because the list would be too long: {count} more.",
)
_NONE = Wording(
    de="Keine offenen Fragen gefunden. Gesucht wurde nach: {matters}.",
    en="No open questions found. Looked for: {matters}.",
)
_READ = Wording(
    de="Gelesen: {count} Quellen, {origins} Ursprünge.", en="Read: {count} sources, {origins} origins."
)
_ONE_ORIGIN = Wording(
    de="Alle Quellen gehen auf einen Ursprung zurück; was ein zweiter bestätigt, konnte nicht verglichen werden.",
    en="All sources go back to one origin; what a second one confirms could not be compared.",
)
_DENIES = Wording(de="Eine Quelle verneint es:", en="One source denies it:")
_NO_CONTRADICTION = Wording(
    de="Keine Widersprüche gefunden. Verglichen wurden Zahlen, Daten und Verneinungen in {count} Quellen.",
    en="No contradictions found. Numbers, dates and denials were compared in {count} sources.",
)
_ONE_SOURCE = Wording(
    de="Nur eine Quelle: Es gibt nichts, womit sie zu vergleichen wäre.",
    en="Only one source: there is nothing to compare it with.",
)


def questions(found: OpenQuestions, sources: Sequence[Source], *, messages: str) -> str:
    """Questions under their matters, each with its passages and whose they are, and what was not read."""
    return "\n".join(_questions(found, {source.id: source.label for source in sources}, messages)) + "\n"


def _questions(found: OpenQuestions, labels: dict[str, str], messages: str) -> Iterator[str]:
    more = dict(found.left_out)
    for matter in Matter:
        mine = [one for one in found.questions if one.matter is matter]
        if not mine:
            continue
        yield f"{MATTERS[matter].in_language(messages)} ({len(mine) + more.get(matter, 0)})"
        for one in mine:
            yield f"- {one.question}"
            yield from _passages(one.passages, labels)
        if matter in more:
            yield f"  {_MORE.in_language(messages, (('count', str(more[matter])),))}"
        yield ""
    if not found.questions:
        looked_for = ", ".join(wording.in_language(messages) for wording in MATTERS.values())
        yield _NONE.in_language(messages, (("matters", looked_for),))
    counts = (("count", str(len(found.sources))), ("origins", str(found.origins)))
    yield _READ.in_language(messages, counts)
    if found.origins == 1:
        yield _ONE_ORIGIN.in_language(messages)
    yield from found.not_read


def contradictions(found: Contradictions, sources: Sequence[Source], *, messages: str) -> str:
    """Contradictions, the two passages under each other with the words in which they differ."""
    labels = {source.id: source.label for source in sources}
    lines: list[str] = []
    for one in found.contradictions:
        lines.append(
            f"„{one.words}“ – „{one.other_words}“"
            if messages == "de"
            else f"“{one.words}” – “{one.other_words}”"
        )
        if not one.words:
            lines[-1] = _DENIES.in_language(messages)
        lines += [*_passages((one.passage, one.other), labels), ""]
    if not found.contradictions:
        count = (("count", str(len(found.sources))),)
        lines.append(
            (_NO_CONTRADICTION if len(found.sources) > 1 else _ONE_SOURCE).in_language(messages, count)
        )
    return "\n".join([*lines, *found.not_read]).rstrip() + "\n"


def _passages(passages: Sequence[Passage], labels: dict[str, str]) -> Iterator[str]:
    for passage in passages:
        yield f"    {labels.get(passage.source, passage.source[:12])}: {' '.join(passage.text.split())}"

"""repetition: the same claim twice in one article."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from beleg.checks.check import Case, report
from beleg.language.language import Language
from beleg.language.registry import language_for
from beleg.language.words import composed
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.quotation import QuotationKind
from beleg.terms.reading import BlockKind, Reading, Sentence
from beleg.terms.span import Span
from beleg.terms.wording import Wording

_FEWEST_SHARED = 3
_LARGEST_SHARE_NEW = 0.25
_MORE_SHARED = 4
_LARGER_SHARE_NEW = 0.35
"""What may be new where more is shared."""
_FEWEST_FOR_WARNING = 4
_SHORTEST_QUOTE = 4
"""Words a quotation must have: shorter ones are terms that a text may use again."""
_SHORTEST_VERB = 5
_REMEMBERED = 8
"""Sentences that are remembered for one stem; keeps the time linear where a word stands in every sentence."""
_LONGEST_SHOWN = 140


@dataclass(frozen=True, slots=True)
class _Content:
    """The stems of the words of a sentence that carry content, and of those among them without a capital: its verbs and
    adjectives."""

    stems: frozenset[str]
    small: frozenset[str]


class Repetition:
    """A sentence that says nothing the article has not said before, or words of a speaker quoted twice.

    ## What it does

    Compares the content words (by their stems) of every sentence of the running text with those of the earlier ones,
    and reports a sentence of which three quarters (at least three) or two thirds (at least four) stand in one earlier
    sentence. Numbers, negations and who vouches must agree, and a verb or adjective must be shared. It is a warning
    if the two are nearly the same, word for word, or if a quotation of four words or more stands there twice.
    Headlines, subheads, lists, questions and the first sentence are not compared: a text may unfold what its lead
    says.

    ## Why it matters

    A text put together from several versions says things twice. Readers notice, and wonder whether anybody read it.

    ## What it cannot see

    The same claim in other words ("schob die Schuld zu", "machte verantwortlich"), and a sentence that repeats two
    earlier ones.
    """

    id = "repetition"
    title = Wording(de="Wiederholung", en="Repetition")
    messages = {
        "contained": Wording(
            de="Das steht schon weiter oben („{earlier}“).",
            en="The article has already said this (“{earlier}”).",
        ),
        "same": Wording(
            de="Fast derselbe Satz steht schon weiter oben („{earlier}“).",
            en="Nearly the same sentence comes earlier in the article (“{earlier}”).",
        ),
        "quotation": Wording(
            de="Dieses Zitat steht schon weiter oben.", en="The article has already used this quotation."
        ),
    }
    severity = Severity.NOTICE
    needs_sources = False
    unit = Wording(de="Sätze im Fließtext", en="sentences of running text")
    cases = (
        Case(
            draft="Der Rat tagte. Während die Händler warten, vermeidet Kern klare Zusagen oder Termine.\n\nDie Brücke ist seit März zu. Dennoch vermeidet Kern bisher klare Zusagen.",
            flagged=("Dennoch vermeidet Kern bisher klare Zusagen.",),
        ),
        Case(
            draft="Der Rat tagte am Montag. Die Veranstalter zeigten sich mit dem Ergebnis zufrieden. Es regnete. Die Veranstalter zeigten sich mit dem Ergebnis zufrieden.",
            flagged=("Die Veranstalter zeigten sich mit dem Ergebnis zufrieden.",),
        ),
        Case(
            draft="Der Rat tagte. Das Risiko eines Einsturzes steigt nach jedem Frost. Die Stadt sperrte ab. Nach jedem Frost steigt das Risiko eines Einsturzes.",
            flagged=("Nach jedem Frost steigt das Risiko eines Einsturzes.",),
        ),
        Case(
            draft="„Wir haben das Geld schlicht nicht“, sagte Kern im Rat. Die Händler protestierten. „Wir haben das Geld schlicht nicht“, sagte die Rätin.",
            flagged=("Wir haben das Geld schlicht nicht",),
        ),
        Case(
            draft="Der Rat tagte. Die Kämmerin erwartet im Haushalt ein Minus von 12 Millionen Euro. Das ist neu. Im Haushalt erwartet die Kämmerin ein Minus von 12 Millionen Euro.",
            flagged=("Im Haushalt erwartet die Kämmerin ein Minus von 12 Millionen Euro.",),
        ),
        Case(
            draft="The council met. The harbour bridge stays closed to heavy lorries until March. It rained. The bridge stays closed to heavy lorries.",
            flagged=("The bridge stays closed to heavy lorries.",),
            language="en",
        ),
        Case(
            draft="Es regnete. Dafür versucht der Landrat, die Kosten des Umbaus seiner Vorgängerin Tamara Vogt zuzuschieben. Der Rat tagte. Vogts Nachfolger schiebt die Kosten auf seine Vorgängerin Tamara Vogt.",
            flagged=("Vogts Nachfolger schiebt die Kosten auf seine Vorgängerin Tamara Vogt.",),
        ),
        Case(
            draft="Der Rat tagte. Kern sagte, der Beton der Brücke halte den Frost aus. Vogt sagt das Gegenteil. Der Beton der Brücke hält den Frost nicht aus."
        ),
        Case(
            draft="Die Brücke bleibt bis März gesperrt. Der Rat stimmte ab. Die Brücke bleibt bis März für Lastwagen gesperrt, weil der Beton Risse hat."
        ),
        Case(
            draft="Der Rat tagte. Die Kämmerin erwartet im Haushalt ein Minus von 12 Millionen Euro. Im Vorjahr erwartete die Kämmerin im Haushalt ein Minus von 9 Millionen Euro."
        ),
        Case(
            draft="Der Rat tagte. Die Händler stimmten dem Umbau der Brücke zu. Später stimmten die Händler dem Umbau der Brücke nicht zu."
        ),
        Case(draft="Der Rat tagte. SV Altenbruck - FC Neustadt 2:1. Es regnete. SV Altenbruck - FC Neustadt"),
        Case(draft="„Nein, danke“, sagte Kern. Vogt fragte noch einmal. „Nein, danke“, sagte Kern."),
        Case(
            draft="# Brücke bleibt bis März gesperrt\n\nDer Rat tagte am Montag. Die Brücke bleibt bis März gesperrt."
        ),
        Case(
            draft="The council met. The bridge stays closed to lorries until March. Trams may cross the bridge again from Monday.",
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The sentences of running text after the first."""
        return max(0, len(_running(examination.reading)) - 1)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each sentence or quotation that repeats an earlier one."""
        reading = examination.reading
        language = language_for(reading.language)
        if language is None:
            return
        taken = []
        for span in _quoted_again(reading):
            taken.append(span)
            yield report(self, span, message="quotation", severity=Severity.WARNING)
        for sentence, earlier, same in _said_again(reading, language):
            if any(sentence.span.overlaps(span) for span in taken):
                continue
            yield report(
                self,
                sentence.span,
                message="same" if same else "contained",
                severity=Severity.WARNING if same else Severity.NOTICE,
                earlier=_shortened(earlier.text),
            )


def _running(reading: Reading) -> list[Sentence]:
    return [sentence for sentence in reading.sentences if sentence.block is BlockKind.PARAGRAPH]


def _quoted_again(reading: Reading) -> Iterator[Span]:
    """Direct speech of the running text whose words stand in an earlier one."""
    running = {(block.start, block.end) for block in reading.blocks if block.kind is BlockKind.PARAGRAPH}
    ends = sorted(running)
    place = 0
    seen: set[str] = set()
    for quotation in reading.quotations:
        if quotation.kind is not QuotationKind.DIRECT:
            continue
        while place < len(ends) and ends[place][1] <= quotation.span.start:
            place += 1
        if place == len(ends) or quotation.span.start < ends[place][0]:
            continue
        words = " ".join(part.of(reading.text) for part in quotation.quote).split()
        if len(words) < _SHORTEST_QUOTE:
            continue
        said = " ".join(word.strip(".,!?…").lower() for word in words)
        if said in seen:
            yield quotation.span
        seen.add(said)


def _said_again(reading: Reading, language: Language) -> Iterator[tuple[Sentence, Sentence, bool]]:
    """Sentences that say nothing new, each with the earlier one, and whether the two are nearly the same."""
    # Where nouns have no capital, a shared small word need not be a verb.
    fewest = _FEWEST_SHARED if language.lexicon.nouns_capitalised else _MORE_SHARED
    standing: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
    sentences = _running(reading)[1:]
    contents: list[_Content] = []
    for number, sentence in enumerate(sentences):
        mine = _content(sentence, language)
        contents.append(mine)
        content = mine.stems
        if len(content) >= fewest and sentence.text.rstrip('“”"«»')[-1:] in {".", "!"}:
            shared = Counter(earlier for stem in content for earlier in standing[stem])
            best = max(shared, key=lambda earlier: (shared[earlier], earlier), default=None)
            if best is not None and shared[best] >= fewest:
                earlier, theirs = sentences[best], contents[best]
                same_verb = _same_verb(mine, theirs)
                # Two that only share names say different things.
                act_alike = bool(mine.small & theirs.small) or same_verb > 0
                alike = shared[best] + same_verb
                if act_alike and _repeats(sentence, earlier, len(content), alike, language):
                    nearly = len(content | theirs.stems) * (1 - _LARGEST_SHARE_NEW / 2)
                    yield sentence, earlier, len(content) >= _FEWEST_FOR_WARNING and shared[best] >= nearly
        for stem in content:
            standing[stem].append(number)


def _repeats(sentence: Sentence, earlier: Sentence, size: int, shared: int, language: Language) -> bool:
    """Whether a sentence of `size` stems says nothing new beside an earlier one with which it shares so many."""
    new = _LARGER_SHARE_NEW if shared >= _MORE_SHARED else _LARGEST_SHARE_NEW
    if shared < size * (1 - new) or sentence.voice is not earlier.voice:
        return False
    denied = [
        any(token.text.lower() in language.negations for token in one.tokens) for one in (sentence, earlier)
    ]
    if denied[0] != denied[1]:
        return False
    numbers = [
        {(quantity.value, quantity.unit) for quantity in language.quantities(one.tokens)}
        for one in (sentence, earlier)
    ]
    if not numbers[0] <= numbers[1]:
        return False
    days = [
        {replace(moment, start=0, end=0) for moment in language.dates(one.tokens)}
        for one in (sentence, earlier)
    ]
    return days[0] <= days[1]


def _same_verb(mine: _Content, theirs: _Content) -> int:
    """How many small words are the same but for what stands before them: "schiebt … zu", "zuzuschieben"."""
    return sum(
        len(word) >= _SHORTEST_VERB
        and word not in theirs.small
        and any(other.endswith((word, word.removesuffix("t"))) for other in theirs.small)
        for word in mine.small
    )


def _content(sentence: Sentence, language: Language) -> _Content:
    empty = _without_content(language)
    stems, small = set(), set()
    for token in sentence.tokens:
        if not token.text[0].isalnum():
            continue
        word = composed(token.text)
        if len(word) > 1 and word.lower() not in empty:
            stems.add(language.stem(word))
            if token.text.islower():
                small.add(language.stem(word))
    return _Content(frozenset(stems), frozenset(small))


@cache
def _without_content(language: Language) -> frozenset[str]:
    """Words that say nothing of their own."""
    lexicon = language.lexicon
    return language.function_words | lexicon.adverbs | language.back_references.openers | lexicon.hedges


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_SHOWN else words[:_LONGEST_SHOWN].rsplit(" ", 1)[0] + " …"

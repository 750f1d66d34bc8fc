"""mood_inconsistent: indirect speech falls back into the indicative."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.checks.own_words import LONGEST_SENTENCE, own_words
from beleg.language.language import Language
from beleg.language.registry import language_for
from beleg.language.words import Words
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.reading import BlockKind, Reading, Sentence, Voice
from beleg.terms.span import Span
from beleg.terms.wording import Wording
from beleg.text.overlaps import Overlaps

_MARKS = frozenset(",:;–—-()")


class MoodInconsistent:
    """Somebody's words in the Konjunktiv are interrupted by the indicative, and no frame says whose words those are.

    ## What it does

    Reports two constructions. Within a sentence: a verb in the Konjunktiv joined by "und", "oder" or "aber" to one in
    the present indicative ("er sei müde und hat Hunger"). Between sentences: one in the present indicative, without a
    verb of saying, after a sentence of indirect speech and before one that goes on in the Konjunktiv.

    ## Why it matters

    The Konjunktiv says that somebody else vouches. Where it stops, the article vouches; in the middle of a report
    that is mostly an oversight, and the reader takes a claim for a fact.

    ## What it cannot see

    Plural forms that look the same in both moods ("sie haben"), the past tense, and verbs that are not in the list of
    frequent ones. A sentence the article adds on its own account is reported as well: only the writer knows. English
    has no mood of reported speech and is not looked at.
    """

    id = "mood_inconsistent"
    title = Wording(de="Konjunktiv nicht durchgehalten", en="Indirect speech falls back into the indicative")
    messages = {
        "joined": Wording(
            de="„{reported}“ steht im Konjunktiv, „{plain}“ im Indikativ: Wer steht für den zweiten Teil ein?",
            en="“{reported}” is in the Konjunktiv, “{plain}” in the indicative: who vouches for the second part?",
        ),
        "between": Wording(
            de="Davor und danach wird im Konjunktiv berichtet, hier nicht („{plain}“): Wessen Aussage ist das?",
            en="Before and after this, words are reported in the Konjunktiv, here not (“{plain}”): whose statement is it?",
        ),
    }
    severity = Severity.NOTICE
    needs_sources = False
    unit = Wording(de="Sätze im Konjunktiv", en="sentences in the Konjunktiv")
    cases = (
        Case(
            draft="Die Lage sei ernst, sagte Vogt. Es gebe kaum Wasser. Viele Brunnen sind leer. Man müsse sparen.",
            flagged=("Viele Brunnen sind leer.",),
        ),
        Case(
            draft="Kern sagte, die Brücke sei alt. Der Beton hat Risse. Ein Neubau koste zwölf Millionen Euro.",
            flagged=("Der Beton hat Risse.",),
        ),
        Case(
            draft="Die Stadt habe kein Geld, erklärte die Kämmerin. Jeder Verein muss verzichten. Auch das Bad werde schließen.",
            flagged=("Jeder Verein muss verzichten.",),
        ),
        Case(draft="Vogt sagte, er sei müde und hat Hunger.", flagged=("hat",)),
        Case(
            draft="Die Rätin betonte, dass die Miete sinken müsse und der Stadtteil einen Park braucht.",
            flagged=("braucht",),
        ),
        Case(
            draft="Er habe die Akten gelesen oder kann sich zumindest erinnern, sagte der Zeuge.",
            flagged=("kann",),
        ),
        Case(
            draft="Die Lage sei ernst, sagte Vogt. Es gebe kaum Wasser. Viele Brunnen seien leer. Man müsse sparen."
        ),
        Case(draft="Die Lage sei ernst, sagte Vogt. Viele Brunnen sind leer. Der Rat tagt am Montag."),
        Case(draft="Vogt sagte, er sei müde, und geht nach Hause. Kern meint, das sei falsch und ungerecht."),
        Case(draft="Die Lage sei ernst, sagte Vogt. „Viele Brunnen sind leer.“ Man müsse sparen."),
        Case(draft="Die Lage sei ernst, sagte Vogt. Er verweist auf die Brunnen. Viele seien leer."),
        Case(
            draft="Kern sagte, sie werde den Antrag ablehnen, der am Montag beraten wird. Der Rat sei gegen sie."
        ),
        Case(draft="He said he was tired and is hungry. The well is dry.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """The sentences with a verb in the mood of reported speech."""
        language = language_for(examination.reading.language)
        if language is None or not language.lexicon.reports_by_mood:
            return 0
        return sum(
            any(verb.certain for verb in language.reported_verbs(Words.of(sentence.tokens)))
            for sentence in examination.reading.sentences
        )

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each verb or sentence in which the Konjunktiv is given up."""
        reading = examination.reading
        language = language_for(reading.language)
        if language is None or not language.lexicon.reports_by_mood:
            return
        for sentence, own in own_words(reading):
            if len(sentence.tokens) > LONGEST_SENTENCE:
                continue
            words = Words.of(sentence.tokens)
            if joined := _joined(words, own, language):
                reported, plain = joined
                yield report(
                    self,
                    words.span(plain, plain + 1),
                    reported=words.tokens[reported].text,
                    plain=words.tokens[plain].text,
                )
        for sentence, plain in _between(reading, language):
            yield report(self, sentence.span, message="between", plain=sentence.tokens[plain].text)


def _joined(words: Words, own: list[bool], language: Language) -> tuple[int, int] | None:
    """The first verb in the Konjunktiv and the one in the indicative that "und" joins to it without a mark between."""
    plain = {at for at in language.indicative_verbs(words) if own[at]}
    if not plain:
        return None
    lexicon = language.lexicon
    joining = lexicon.coordinators | lexicon.conjunctions
    for verb in language.reported_verbs(words):
        if not verb.certain or not own[verb.at]:
            continue
        coordinated = False
        for at in range(verb.at + 1, len(words)):
            if words.low[at] in _MARKS or not own[at]:
                break
            coordinated = coordinated or words.low[at] in joining
            if coordinated and at in plain:
                return verb.at, at
    return None


def _between(reading: Reading, language: Language) -> Iterator[tuple[Sentence, int]]:
    """Sentences in the indicative between two of indirect speech, with the place of their verb."""
    quoted = Overlaps((quotation.span, quotation) for quotation in reading.quotations)
    carried_on = {
        part.start
        for quotation in reading.quotations
        if quotation.kind is QuotationKind.INDIRECT_FREE_INDIRECT
        for part in quotation.quote
    }
    voiced = list(own_words(reading))
    for (before, _), (sentence, own), (after, _) in zip(voiced, voiced[1:], voiced[2:], strict=False):
        if (
            sentence.voice is not Voice.OWN
            or before.voice is not Voice.ATTRIBUTED
            or after.start not in carried_on
            or not _one_paragraph(reading.text, before, after)
            or not _reports(before, language)
            or not _reports(after, language)
            or _covered(sentence.span, quoted)
        ):
            continue
        words = Words.of(sentence.tokens)
        plain = _main_verb(words, own, language)
        if plain is not None and not language.reported_verbs(words) and not _says(words, language):
            yield sentence, plain


def _one_paragraph(text: str, before: Sentence, after: Sentence) -> bool:
    return before.block is after.block is BlockKind.PARAGRAPH and "\n" not in text[before.start : after.end]


def _reports(sentence: Sentence, language: Language) -> bool:
    return any(verb.certain for verb in language.reported_verbs(Words.of(sentence.tokens)))


def _covered(span: Span, quoted: Overlaps[Quotation]) -> bool:
    """Whether any quotation lies in the sentence; one in several sentences does not reach into those between."""
    return any(part.overlaps(span) for quotation in quoted.at(span) for part in quotation.quote)


def _says(words: Words, language: Language) -> bool:
    """Whether the sentence has a verb that announces words, so that it is a frame of its own."""
    return any(
        word in language.lexicon.verbs and not words.capitalised(at) for at, word in enumerate(words.low)
    )


def _main_verb(words: Words, own: list[bool], language: Language) -> int | None:
    """The verb in the indicative of a main clause at the head of the sentence; None if another verb stands before
    it.
    """
    lexicon = language.lexicon
    first = words.low[0] if len(words) else ""
    if first in lexicon.other_subordinators or first in lexicon.subordinators:
        return None
    plain = set(language.indicative_verbs(words))
    for at, word in enumerate(words.low):
        if not own[at]:
            continue
        if word in _MARKS:
            return None
        if at in plain:
            return at
        if word in lexicon.finite_forms and not words.capitalised(at):
            return None
    return None

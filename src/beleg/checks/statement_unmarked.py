"""statement_unmarked: a statement after a colon is neither quoted nor in the mood of reported speech."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.language.language import Language
from beleg.language.registry import language_for
from beleg.language.words import Words
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.reading import BlockKind, Sentence
from beleg.terms.span import Span
from beleg.terms.wording import Wording
from beleg.text.overlaps import Overlaps

_LONGEST_NAMED = 60
"""Characters of the speaker that a message repeats."""


class StatementUnmarked:
    """After "X erklärte:" stands a statement that is neither in quotation marks nor in the Konjunktiv.

    ## What it does

    Looks at frames with a verb of saying and a speaker, but no object ("erklärte das Vorhaben"), that end with a
    colon. Reports what follows if it stands outside quotation marks and its main clause has no verb in the
    Konjunktiv; in English, which has no such mood, if it stands outside quotation marks. Headlines are left alone:
    "Weber: Brücke bleibt zu" is how headlines quote.

    ## Why it matters

    The colon promises somebody's words, the indicative says that the article vouches for them. Readers cannot tell
    whether they read a quotation, a summary or a fact.

    ## What it cannot see

    Verbs that announce words without being verbs of saying ("Das Gericht entschied: …"), nouns that do ("Seine Bitte:
    …"), and further sentences after the first one.
    """

    id = "statement_unmarked"
    title = Wording(de="Aussage ohne Kennzeichen", en="Statement not marked as somebody's")
    messages = {
        "mood": Wording(
            de="Weder in Anführungszeichen noch im Konjunktiv: Spricht hier „{speaker}“ oder der Artikel?",
            en="Neither in quotation marks nor in the Konjunktiv: does “{speaker}” say this, or the article?",
        ),
        "marks": Wording(
            de="Nicht in Anführungszeichen: Spricht hier „{speaker}“ oder der Artikel?",
            en="Not in quotation marks: does “{speaker}” say this, or the article?",
        ),
    }
    severity = Severity.WARNING
    needs_sources = False
    unit = Wording(de="Ankündigungen mit Doppelpunkt", en="announcements with a colon")
    cases = (
        Case(
            draft="Vogt erklärte am Rande des Treffens: Die Lage ist ernst.",
            flagged=("Die Lage ist ernst",),
        ),
        Case(
            draft="Jana Kern, eine Expertin für Brücken, sagte dem „Boten“: Das Bauwerk hält nicht lange, weil niemand es prüfen würde.",
            flagged=("Das Bauwerk hält nicht lange, weil niemand es prüfen würde",),
        ),
        Case(
            draft="Die Rätin betonte: Wenn niemand zahle, bleibt die Brücke zu.",
            flagged=("Wenn niemand zahle, bleibt die Brücke zu",),
        ),
        Case(
            draft="Der Landkreis teilte mit: Die Straße ist ab Montag gesperrt.",
            flagged=("Die Straße ist ab Montag gesperrt",),
        ),
        Case(
            draft="Am Abend sagte der Sprecher: Wir haben niemanden gefunden.",
            flagged=("Wir haben niemanden gefunden",),
        ),
        Case(
            draft="Weber said on Monday: The bridge is closed.",
            flagged=("The bridge is closed",),
            language="en",
        ),
        Case(draft="Vogt erklärte am Rande des Treffens: „Die Lage ist ernst.“"),
        Case(draft="Vogt erklärte am Rande des Treffens: Die Lage sei ernst."),
        Case(draft="Die Rätin betonte: Wenn niemand zahle, bleibe die Brücke zu."),
        Case(draft="# Vogt sagt: Die Lage ist ernst\n\nDer Rat tagte am Dienstag."),
        Case(draft="Der Rat nannte drei Bewerber: Die erste Wahl ist Jana Kern."),
        Case(
            draft="Die Rätin kündigte drei Neubauten an: Das Bad ist der erste. Vogt erklärte das Vorhaben: Es hat zwei Teile."
        ),
        Case(draft="Die Lage ist ernst, sagte Vogt. Drei Brunnen sind leer: Es hat nicht geregnet."),
        Case(draft="Das Wetter meinte es gut mit den Gästen: Es blieb den ganzen Tag trocken."),
        Case(draft='Weber said on Monday: "The bridge is closed."', language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """The quotations whose frame ends with a colon."""
        return sum(_colon(one, examination.reading.text) for one in examination.reading.quotations)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each statement after a colon that nothing marks as somebody's."""
        reading = examination.reading
        language = language_for(reading.language)
        if language is None:
            return
        sentences = Overlaps((sentence.span, sentence) for sentence in reading.sentences)
        for quotation in reading.quotations:
            if quotation.kind is not QuotationKind.INDIRECT:
                continue
            sentence = next(sentences.at(quotation.span), None)
            if sentence is None or sentence.block is not BlockKind.PARAGRAPH:
                continue
            if not _announces(quotation, sentence, reading.text, language):
                continue
            statement = quotation.quote[0]
            if not _in_reported_mood(sentence, statement, language):
                yield report(
                    self,
                    quotation.span,
                    message="mood" if language.lexicon.reports_by_mood else "marks",
                    speaker=_named(quotation, reading.text),
                )


def _named(quotation: Quotation, text: str) -> str:
    """The words for the speaker up to an apposition."""
    return quotation.speaker_words(text).partition(",")[0][:_LONGEST_NAMED]


def _colon(quotation: Quotation, text: str) -> bool:
    """Whether a frame before the words ends with a colon."""
    return any(
        part.end <= quotation.span.start and part.of(text).rstrip().endswith(":") for part in quotation.frame
    )


def _announces(quotation: Quotation, sentence: Sentence, text: str, language: Language) -> bool:
    """Whether a verb of saying with a speaker announces a whole sentence after a colon."""
    if not _colon(quotation, text) or not quotation.speaker or not quotation.cue:
        return False
    first = quotation.span.of(text)[:1]
    if not first.isupper():
        return False
    cue = quotation.cue[0].of(text).split()[0].lower()
    forms = language.lexicon.verbs.get(cue, ())
    if not any(form.lemma in language.lexicon.saying for form in forms):
        return False
    frame = Words.of(
        [
            token
            for token in sentence.tokens
            if quotation.frame[0].start <= token.start < quotation.span.start
            and not any(
                part.start <= token.start < part.end for part in (*quotation.speaker, *quotation.addressee)
            )
        ]
    )
    return not any(word in language.lexicon.reflexives for word in frame.low) and not _has_object(
        frame, language
    )


def _has_object(frame: Words, language: Language) -> bool:
    """Whether the verb has an object of its own: in "kündigte drei Neubauten an: …" the colon opens a list."""
    lexicon = language.lexicon
    opens = lexicon.determiners - lexicon.datives
    at = 0
    while at < len(frame):
        word = frame.low[at]
        after = language.noun_phrase(frame, at + (word in lexicon.prepositions), len(frame))
        timed = any(one in lexicon.time_nouns for one in frame.low[at:after])
        if word in opens and after > at + 1 and not timed:
            return True
        at = max(after, at + 1)
    return False


def _in_reported_mood(sentence: Sentence, statement: Span, language: Language) -> bool:
    """Whether the main clause of the statement has its verb in the mood of reported speech, or has no verb at all."""
    tokens = [token for token in sentence.tokens if statement.start <= token.start < statement.end]
    words = Words.of(tokens)
    reported = {verb.at for verb in language.reported_verbs(words)}
    lexicon = language.lexicon
    start = 0
    verbs = False
    while start < len(words):
        close = next((at for at in range(start, len(words)) if words.low[at] in ",;–—"), len(words))
        opens = words.low[start]
        dependent = opens in lexicon.subordinators or (
            opens in lexicon.other_subordinators - lexicon.conjunctions
        )
        clause = range(start, close)
        verbs = verbs or len(clause) > 2
        if not dependent and any(at in reported for at in clause):
            return True
        if not dependent and any(
            words.low[at] in lexicon.finite_forms and not words.capitalised(at) for at in clause
        ):
            return False
        start = close + 1
    return not verbs

"""verb_agreement: a finite verb does not fit its subject."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.checks.own_words import LONGEST_SENTENCE, own_words
from beleg.language.language import Language
from beleg.language.registry import language_for
from beleg.language.words import Words
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.reading import BlockKind, Reading
from beleg.terms.wording import Wording


class VerbAgreement:
    """A verb in a form that its subject cannot have.

    ## What it does

    Looks at main clauses that begin a sentence or follow a colon, and compares the short subject in front with the
    verb right after it: a name of a person, a pronoun, an article with a noun whose number is beyond doubt. It
    reports the verb only if no other word of the clause can be the subject. It also reports a verb in the plural in a
    clause that begins with a preposition or an adverb and holds nothing that could be several, and forms that only
    fit "du" or "ihr" where nobody is addressed. Headlines, list items and words inside quotation marks are left
    alone.

    ## Why it matters

    Every reader sees it. It is what is left when a sentence was rewritten halfway or a letter was lost, and the
    plainest sign that nobody read the text once more.

    ## What it cannot see

    Long subjects, subordinate clauses, most subjects behind the verb, nouns whose form does not say how many they
    are, and verbs that are not in the list of frequent ones. English is not looked at.
    """

    id = "verb_agreement"
    title = Wording(de="Verb passt nicht zum Subjekt", en="Verb does not agree with its subject")
    messages = {
        "disagrees": Wording(
            de="„{verb}“ passt nicht zu „{subject}“.", en="“{verb}” does not agree with “{subject}”."
        ),
        "several": Wording(
            de="„{verb}“ ist Mehrzahl, aber nichts im Satz kann dazu das Subjekt sein.",
            en="“{verb}” is plural, but nothing in the sentence can be its subject.",
        ),
        "addresses": Wording(
            de="„{verb}“ ist eine Form für „du“ oder „ihr“; hier wird niemand angesprochen.",
            en="“{verb}” is a form for “du” or “ihr”; nobody is addressed here.",
        ),
    }
    severity = Severity.ERROR
    needs_sources = False
    unit = Wording(de="Sätze", en="sentences")
    cases = (
        Case(draft="Jana Kern glaub nicht, dass die Brücke bald öffnet.", flagged=("glaub",)),
        Case(draft="Der Minister betonen, dass die Brücke sicher sei.", flagged=("betonen",)),
        Case(draft="Die Bürger hat den Rat um Hilfe gebeten.", flagged=("hat",)),
        Case(draft="Bürgermeisterin Kern kündigten im Rat einen Neubau an.", flagged=("kündigten",)),
        Case(draft="Tom Weber erklärte dem „Boten“: Weber lauft nicht davon.", flagged=("lauft",)),
        Case(draft="Die Verwaltung prüfen den Antrag bis Freitag.", flagged=("prüfen",)),
        Case(draft="Stattdessen schieben er die Schuld auf den Kreis.", flagged=("schieben",)),
        Case(draft="Wir hat am Montag mit dem Umbau begonnen.", flagged=("hat",)),
        Case(draft="Nach der Pause begründetet die Rätin ihren Antrag.", flagged=("begründetet",)),
        Case(
            draft="Die Vorsitzende schreibt: „Kern lauft davon.“ Lauf nicht weg, riefen die Kinder. Ich frag dich."
        ),
        Case(draft="Am Abend wurden das Rathaus wegen einer Drohung gesperrt.", flagged=("wurden",)),
        Case(draft="Am Abend wurden vor allem ältere Anwohner befragt. In Altenbruck fanden Wahlen statt."),
        Case(
            draft="Davon sind ein Drittel verletzt. Im Vorjahr waren es zehn. Dabei starben laut Polizei 20 Kühe."
        ),
        Case(draft="Am Markt stehen das Rathaus und die Kirche. So sind das Klagen, die niemand hört."),
        Case(draft="Die Bürger hat er enttäuscht. Den Rat haben die Wähler abgestraft."),
        Case(draft="Jana Kern glauben viele kein Wort. Der Stadt fehlen drei Millionen Euro."),
        Case(draft="Der Grund sind die hohen Kosten. Das Ergebnis waren 30 Verletzte."),
        Case(draft="Eine Reihe von Häusern stehen leer. Die USA haben zugestimmt."),
        Case(draft="„Kern glaub nicht dran“, rief ein Zuhörer. Jana Kern glaube nicht daran, hieß es."),
        Case(draft="Jana Kern loben ist leicht. Die Bürger freut, dass die Brücke öffnet."),
        Case(draft="Damals waren er und sein Bruder im Rat. Die Bürger haben abgestimmt, er aber fehlte."),
        Case(draft="The council have met on Tuesday.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """The sentences of running text; none in a language whose agreement Beleg does not know."""
        language = language_for(examination.reading.language)
        if language is None or language.agreement is None:
            return 0
        return sum(sentence.block is BlockKind.PARAGRAPH for sentence in examination.reading.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each verb that does not agree with its subject."""
        reading = examination.reading
        language = language_for(reading.language)
        if language is None or language.agreement is None:
            return
        persons = _surnames(reading, language)
        for sentence, own in own_words(reading):
            if sentence.block is not BlockKind.PARAGRAPH or len(sentence.tokens) > LONGEST_SENTENCE:
                continue
            words = Words.of(sentence.tokens)
            for fault in language.agreement.disagreements(words, own, persons):
                verb = words.tokens[fault.verb]
                place = words.span(fault.verb, fault.verb + 1)
                if fault.subject is None:
                    several = language.agreement.only_several(verb.text)
                    yield report(self, place, message="several" if several else "addresses", verb=verb.text)
                else:
                    subject = words.span(*fault.subject).of(reading.text)
                    yield report(self, place, verb=verb.text, subject=subject)


def _surnames(reading: Reading, language: Language) -> frozenset[str]:
    """The surnames of the people whom the text names with first name or title somewhere."""
    return frozenset(
        somebody.surname
        for sentence in reading.sentences
        for somebody in language.people(Words.of(sentence.tokens))
    )

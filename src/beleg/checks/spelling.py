"""spelling: a word in small letters that no list knows."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from beleg.checks.check import Case, report
from beleg.checks.own_words import own_words
from beleg.language.registry import language_for
from beleg.language.words import composed
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.reading import Reading
from beleg.terms.span import Span
from beleg.terms.token import Token
from beleg.terms.wording import Wording

_SHORTEST = 5
_MOST_LOOKED_UP = 60
"""Unknown words of one text that are compared with known ones; a text with more is in another language."""
_JOINING = frozenset("./-@_%'’")


class Spelling:
    """A word that is in no dictionary and one slip away from one that is.

    ## What it does

    Looks at words in small letters. Reports one that no list of German or English words has, neither whole nor
    inflected nor as a compound, if swapping, adding, leaving out or changing one letter makes a known word of it; it
    suggests that word. Words of fewer than five letters are left alone, and so are words inside quotation marks,
    words that stand twice in the text, and words that a source has.

    ## Why it matters

    A misspelt word costs trust, and it is not found when somebody searches for it.

    ## What it cannot see

    Misspelt names and nouns (capitals are left alone), a known word in the wrong place ("das" for "dass"), wrong or
    missing umlauts, a slip before an ending like "-lich" ("öffenlich"), and words with two slips. Of a text with more
    than 60 unknown words only the first 60 are looked at. English texts are not looked at.
    """

    id = "spelling"
    title = Wording(de="Unbekanntes Wort", en="Unknown word")
    messages = {
        "unknown": Wording(
            de="„{word}“ steht in keinem Wörterbuch; gemeint ist vielleicht: {meant}.",
            en="“{word}” is in no dictionary; perhaps meant: {meant}.",
        )
    }
    severity = Severity.NOTICE
    needs_sources = False
    unit = Wording(de="Wörter in kleinen Buchstaben", en="words in small letters")
    cases = (
        Case(draft="Der Rat ist damit nicht einvestanden.", flagged=("einvestanden",)),
        Case(draft="Die engültige Abstimmung folgt im Mai.", flagged=("engültige",)),
        Case(draft="Sie vedrängte die Konkurrentin vom ersten Platz.", flagged=("vedrängte",)),
        Case(draft="Der Umbau soll die Belastung veringern.", flagged=("veringern",)),
        Case(draft="Die Stadt hat eine postive Bilanz gezogen.", flagged=("postive",)),
        Case(draft="In den vorangegangegen Nächten blieb es ruhig.", flagged=("vorangegangegen",)),
        Case(draft="Die Prüfer haben die Brücke wasserdicht verschlossen und nachgemessen."),
        Case(draft="Das zehnstöckige Haus liegt am küstennahen Radweg, ein siebenköpfiges Team zog aus."),
        Case(draft="„Des is fei nimma schee“, sagte der Wirt. Er nannte es ‚a Schmarrn ohnegleichn‘."),
        Case(draft="Die ugandische Band nennt den Stil kwelamäßig, und kwelamäßig klang auch das Konzert."),
        Case(
            draft="Der Verein spielt tschaukeln, ein altes Spiel.",
            sources=("Im Dorf wird tschaukeln gespielt, ein altes Spiel des Vereins.",),
        ),
        Case(draft="Kroll streamt das Meeting live und postet es später bei linuxfreunde.example."),
        Case(draft="The council is not conviced of the plan.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """The words in small letters outside quotation marks; none in a language whose words Beleg does not know."""
        language = language_for(examination.reading.language)
        if language is None or language.spelling is None:
            return 0
        return sum(1 for _ in _small_words(examination.reading))

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each unknown word that is one slip away from a known one."""
        reading = examination.reading
        language = language_for(reading.language)
        if language is None or language.spelling is None:
            return
        often = Counter(_low(token) for sentence in reading.sentences for token in sentence.tokens)
        known, allowed = language.spelling.knows, frozenset(examination.style.allowed)
        unknown = list(
            islice(
                (
                    token
                    for token in _small_words(reading)
                    if often[_low(token)] == 1 and _low(token) not in allowed and not known(_low(token))
                ),
                _MOST_LOOKED_UP,
            )
        )
        if not unknown:
            return
        in_sources = _words_of_sources(examination)
        for token in unknown:
            if _low(token) in in_sources:
                continue
            if meant := language.spelling.meant(_low(token)):
                yield report(
                    self,
                    Span(token.start, token.end),
                    suggestion=meant[0] if len(meant) == 1 else "",
                    word=token.text,
                    meant=", ".join(meant),
                )


def _small_words(reading: Reading) -> Iterator[Token]:
    """Words in small letters outside quotation marks; parts of a web address are none."""
    for sentence, own in own_words(reading):
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            if len(token.text) < _SHORTEST or not own[at] or not token.text.islower():
                continue
            joined_before = at > 0 and tokens[at - 1].end == token.start and tokens[at - 1].text in _JOINING
            joined_after = (
                at + 2 < len(tokens)
                and token.end == tokens[at + 1].start
                and tokens[at + 1].end == tokens[at + 2].start
                and tokens[at + 1].text in _JOINING
            )
            if token.text.isalpha() and not joined_before and not joined_after:
                yield token


def _low(token: Token) -> str:
    return composed(token.text).lower()


def _words_of_sources(examination: Examination) -> frozenset[str]:
    return frozenset(
        _low(token)
        for source in examination.sources
        for sentence in source.reading.sentences
        for token in sentence.tokens
    )

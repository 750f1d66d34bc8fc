"""loaded_term: a word that takes sides, although there is a neutral one."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from beleg.checks.check import Case, report
from beleg.language.loaded_terms import loaded_terms
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.house_style import HouseStyle, HouseWord
from beleg.terms.span import Span
from beleg.terms.wording import Wording
from beleg.text.marks import Marked, quotation_marks
from beleg.text.overlaps import Overlaps

_STYLE = HouseStyle(
    words=(
        HouseWord(
            language="de", avoid="Humanressource*", instead="Beschäftigte", why="Menschen sind keine Ware."
        ),
    ),
    allowed=("klimahysterie",),
)


class LoadedTerm:
    """A term that carries a judgement or one side's view, although there is a neutral one.

    ## What it does

    Looks for the terms of a list (a data file of each language), outside quotation marks, and names for each what could
    stand in its place and why. Some terms count only in a context: "Familiendrama" where somebody was killed. The list
    is Beleg's own, short, and made to be argued with and changed; a house adds words of its own, or allows one of
    these, in its house style.

    ## Why it matters

    Whoever takes over the word takes over the view. In indirect speech it even reads as the speaker's word, which it
    often is not.

    ## What it cannot see

    Terms that are not on the list. Irony and distance without quotation marks. Whether the term is the subject of
    the article itself; then the finding is to be dismissed with that reason.
    """

    id = "loaded_term"
    title = Wording(de="Gefärbter Begriff", en="Loaded term")
    messages = {
        "term": Wording(
            de="„{words}“: {why_de} Neutraler: {instead}.",
            en="“{words}”: {why_en} More neutral: {instead}.",
        ),
        "house": Wording(
            de="„{words}“ steht auf der Wortliste des Hauses{instead_de}{why}.",
            en="“{words}” is on the house’s list of words{instead_en}{why}.",
        ),
    }
    severity = Severity.WARNING
    needs_sources = False
    unit = Wording(de="Sätze", en="sentences")
    cases = (
        Case(draft="Der Rat stritt über die Flüchtlingswelle.", flagged=("Flüchtlingswelle",)),
        Case(draft="Die Opposition warf dem Minister Klimahysterie vor.", flagged=("Klimahysterie",)),
        Case(
            draft="Nach dem Familiendrama in Lindenau sitzt der Mann in Haft. Er soll seine Frau getötet haben.",
            flagged=("Familiendrama",),
        ),
        Case(
            draft="Der Angeklagte hatte einen Selbstmordversuch hinter sich.", flagged=("Selbstmordversuch",)
        ),
        Case(draft="Der Insel-Diktator sei zuversichtlich, hieß es.", flagged=("Insel-Diktator",)),
        Case(draft="Die Polizei ermittelte lange zu den Döner-Morden.", flagged=("Döner-Morden",)),
        Case(draft="The minister spoke of a wave of migrants.", flagged=("wave of migrants",), language="en"),
        Case(draft="The singer committed suicide in May.", flagged=("committed suicide",), language="en"),
        Case(draft="Der Konzern baut 300 Humanressourcen ab.", flagged=("Humanressourcen",), style=_STYLE),
        Case(draft="Die Opposition warf dem Minister „Klimahysterie“ vor."),
        Case(draft="Der Rat stritt über die Klimahysterie der Opposition.", style=_STYLE),
        Case(draft="„Wir erleben eine Flüchtlingswelle“, sagte der Landrat."),
        Case(draft="Das Stück ist ein Familiendrama in drei Akten, die Premiere ist am Freitag."),
        Case(draft="Bei dem Selbstmordanschlag starben zwölf Menschen."),
        Case(draft="Der Diktator floh 1986 aus dem Land. Die Hitzewelle hielt an."),
        Case(draft="Die Zahl der Asylsuchenden stieg auf 1.200."),
        Case(draft="The minister spoke of a “wave of migrants”. The heat wave went on.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """All sentences."""
        return len(examination.reading.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each term outside quotation marks."""
        reading = examination.reading
        text = reading.text
        marked = Overlaps((Span(m.start, m.end), m) for m in quotation_marks(text, reading.blocks).marked)
        allowed = frozenset(examination.style.allowed)
        of_the_house = tuple(self._of_the_house(examination, marked))
        yield from of_the_house
        told = {finding.span for finding in of_the_house}
        terms = loaded_terms(reading.language)
        counting = {at for at, term in enumerate(terms) if term.context is None or term.context.search(text)}
        for block in reading.blocks:
            for at, found in _in_words(reading.language, text[block.start : block.end]):
                term, span = terms[at], found.shifted(block.start)
                if span.of(text).lower() in allowed or span in told:
                    continue
                if at in counting and next(marked.at(span), None) is None:
                    yield report(
                        self,
                        span,
                        severity=term.severity,
                        words=span.of(text),
                        why_de=term.why_de,
                        why_en=term.why_en,
                        instead=term.instead,
                    )

    def _of_the_house(self, examination: Examination, marked: Overlaps[Marked]) -> Iterator[Finding]:
        """A finding for each word that the house avoids."""
        text = examination.reading.text
        for word in examination.style.words:
            if word.language != examination.reading.language:
                continue
            exact = "*" not in word.avoid
            for match in _pattern(word.avoid).finditer(text):
                span = Span(*match.span())
                if next(marked.at(span), None) is None:
                    yield report(
                        self,
                        span,
                        message="house",
                        severity=word.severity,
                        suggestion=word.instead if exact else "",
                        words=match[0],
                        instead_de=f"; stattdessen: {word.instead}" if word.instead else "",
                        instead_en=f"; instead: {word.instead}" if word.instead else "",
                        why=f" ({word.why.rstrip('.')})" if word.why else "",
                    )


@cache
def _pattern(avoid: str) -> re.Pattern[str]:
    """Whole words, a star for any letters; white space between them as it comes."""
    words = r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in avoid.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=2_048)  # while somebody types, all blocks but one stay as they are
def _in_words(language: str, words: str) -> tuple[tuple[int, Span], ...]:
    """The terms in some words, by their place in the list, each with where it stands."""
    return tuple(
        (at, Span(*match.span()))
        for at, term in enumerate(loaded_terms(language))
        for match in term.pattern.finditer(words)
    )

"""invisible_character: a character that nobody sees stands inside the text."""

import re
import unicodedata
from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.span import Span
from beleg.terms.wording import Wording
from beleg.text.unseen import TAGS, TURNING, ZERO_WIDTH

# A zero-width joiner between two emoji makes one of them; anywhere else it hides.
_JOINER = r"(?<![\u2190-\U0001faff\ufe0f])\u200d|\u200d(?![\u2190-\U0001faff])"
_INVISIBLE = re.compile(f"[{ZERO_WIDTH}{TURNING}{TAGS}]|{_JOINER}")
_REVERSING = re.compile(f"[{TURNING}]")
_AROUND = "„“”\"»«‚‘’'‹›()[].,;:!?…"
"""Marks that stand at a word without belonging to it."""


class InvisibleCharacter:
    """A word that holds a character no reader sees.

    ## What it does

    Looks for soft hyphens, zero-width characters, byte order marks, characters that turn the direction of writing, and
    tag characters. It suggests the word without them. A character that turns the direction is an error, the others are
    a warning. Emoji made of several characters, narrow and protected spaces and combining accents are left alone.

    ## Why it matters

    They come along when text is copied from web pages and chat programs. They break searching, they cut words in two
    for screen readers, and they can make a text read otherwise than it is stored: what was signed is then not what is
    seen.

    ## What it cannot see

    Letters of other alphabets that look like Latin ones.
    """

    id = "invisible_character"
    title = Wording(de="Unsichtbares Zeichen", en="Invisible character")
    messages = {
        "unseen": Wording(
            de="In „{word}“ steckt ein Zeichen, das niemand sieht ({name}).",
            en="There is a character in “{word}” that nobody sees ({name}).",
        ),
        "turning": Wording(
            de="Hier steht ein Zeichen, das die Schreibrichtung umdreht ({name}); man liest etwas anderes, als gespeichert ist.",
            en="There is a character here that turns the direction of writing ({name}); what is read is not what is stored.",
        ),
        "alone": Wording(
            de="Hier steht ein Zeichen, das niemand sieht ({name}).",
            en="There is a character here that nobody sees ({name}).",
        ),
    }
    severity = Severity.WARNING
    needs_sources = False
    unit = Wording(de="Zeichen", en="characters")
    cases = (
        Case(draft="Der Rat stimmte mit el\u200bf Stimmen zu.", flagged=("el\u200bf",)),
        Case(draft="Die Brü\u00adcke bleibt gesperrt.", flagged=("Brü\u00adcke",)),
        Case(draft="Die Rechnung heißt \u202egpj.exe am Ende.", flagged=("\u202egpj.exe",)),
        Case(draft="\ufeffDer Rat nannte es „Klein\u200ckunst“.", flagged=("\ufeffDer", "Klein\u200ckunst")),
        Case(draft="| Ort | Euro |\n|---|---|\n| Altdorf | 5\u200b000 |", flagged=("5\u200b000",)),
        Case(draft="Der Rat \u200b tagt am Montag\u200e.", flagged=("\u200b", "Montag\u200e")),
        Case(draft="The coun\u2060cil met.", flagged=("coun\u2060cil",), language="en"),
        Case(draft="The \u202ebridge\u202c stays closed.", flagged=("\u202ebridge\u202c",), language="en"),
        Case(draft="Der Rat stimmte mit elf Stimmen zu."),
        Case(draft="Die Familie 👨\u200d👩\u200d👧 zog um; das kostete 5\u00a0000\u202fEuro."),
        Case(draft="Die Bru\u0308cke bleibt gesperrt."),
        Case(draft="Das Herz ❤\ufe0f und die Flagge 🇩🇪 standen unter dem Beitrag."),
        Case(draft="Auf dem Schild steht ירושלים, darunter Łódź."),
        Case(draft="- Eintritt:\t12\u00a0Euro\n- Kinder:\tfrei\n\nDie Donau-\nbrücke bleibt zu."),
        Case(draft="The fee is 5\u00a0euros – no more, the council’s clerk said.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """The characters of the draft."""
        return len(examination.reading.text)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each word that holds a character nobody sees."""
        text = examination.reading.text
        done = 0
        for match in _INVISIBLE.finditer(text):
            if match.start() < done:
                continue
            start, done = _word_around(text, match.start())
            word = text[start:done]
            turning = _REVERSING.search(word)
            seen = _INVISIBLE.sub("", word)
            yield report(
                self,
                Span(start, done),
                message="turning" if turning else "unseen" if seen else "alone",
                severity=Severity.ERROR if turning else Severity.WARNING,
                suggestion=seen,
                word=seen,
                name=unicodedata.name((turning or match)[0], f"U+{ord(match[0]):04X}"),
            )


def _word_around(text: str, at: int) -> tuple[int, int]:
    """Where the run of characters without white space around `at` begins and ends, without marks at its edges."""
    start = end = at
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    while start < at and text[start] in _AROUND:
        start += 1
    while end > at + 1 and text[end - 1] in _AROUND:
        end -= 1
    return start, end

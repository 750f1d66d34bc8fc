"""ambiguous_pronoun_speaker: "er" says something, and two men were named just before."""

from collections.abc import Iterator, Sequence

from beleg.checks.check import Case, report
from beleg.checks.own_words import own_words
from beleg.language.language import Language
from beleg.language.lexicon import Gender
from beleg.language.people import Somebody
from beleg.language.registry import language_for
from beleg.language.words import Words
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.quotation import Quotation
from beleg.terms.reading import BlockKind, Reading, Sentence
from beleg.terms.span import Span
from beleg.terms.wording import Wording

_LONGEST_FRONT = 5
"""Words before the first person: "Am Montag traf …" has the person after the verb."""


class AmbiguousPronounSpeaker:
    """A pronoun speaks, and two persons of the sentence before could be meant.

    ## What it does

    Looks at quotations whose speaker is "er", "sie", "he" or "she". Reports the pronoun if the sentence before names
    exactly two persons whom it can stand for and neither is nearer: both are the subject together ("Kern und Vogt"),
    or the verb means the same whoever is the subject ("Kern traf Vogt", "Kern sprach mit Vogt").

    ## Why it matters

    Words put into the wrong mouth are the fault that readers and lawyers forgive least. Where the text leaves it
    open, every later version can get it wrong.

    ## What it cannot see

    Persons named by their office only, persons further away, and sentences in which one of the two is the subject and
    the other the object: there the subject is meant as a rule, which the writer may have forgotten.
    """

    id = "ambiguous_pronoun_speaker"
    title = Wording(de="Sprecher nicht eindeutig", en="Ambiguous speaker")
    messages = {
        "ambiguous": Wording(
            de="„{pronoun}“ kann {first} oder {second} sein.", en="“{pronoun}” can be {first} or {second}."
        )
    }
    severity = Severity.NOTICE
    needs_sources = False
    unit = Wording(de="Zitate mit Pronomen als Sprecher", en="quotations with a pronoun as speaker")
    cases = (
        Case(
            draft="Jens Müller traf am Montag Karl Schneider. Er sagte, die Brücke bleibe zu.",
            flagged=("Er",),
        ),
        Case(draft="Müller traf Schneider. „Die Brücke bleibt zu“, sagte er.", flagged=("er",)),
        Case(draft="Rau sprach mit Weber. Er sagte, man sei sich einig.", flagged=("Er",)),
        Case(draft="Rau sprach am Montag. Er sagte, man sei sich einig."),
        Case(
            draft="Jana Kern und Tamara Vogt stellten den Plan vor. Sie sagte, er sei solide.",
            flagged=("Sie",),
        ),
        Case(
            draft="Landrat Weber sprach in Altenbruck mit Bürgermeister Kroll. Er erklärte, das Geld reiche.",
            flagged=("Er",),
        ),
        Case(
            draft="Peter Rau und Tom Weber sind im Rat. Weber traf am Abend Rau. Er betonte, der Streit sei beigelegt.",
            flagged=("Er",),
        ),
        Case(
            draft="Tom Miller met Jack Snyder on Monday. He said the bridge would close.",
            flagged=("He",),
            language="en",
        ),
        Case(draft="Jens Müller traf am Montag Jana Kern. Er sagte, die Brücke bleibe zu."),
        Case(draft="Jens Müller kritisierte Karl Schneider. Er sagte, die Brücke bleibe zu."),
        Case(draft="Jana Kern und Tamara Vogt stellten den Plan vor. Sie sagten, er sei solide."),
        Case(draft="Jens Müller traf Karl Schneider. Er sagte Schneider, die Brücke bleibe zu."),
        Case(draft="Jens Müller traf Karl Schneider. Der Landrat sagte, die Brücke bleibe zu."),
        Case(
            draft="Jens Müller traf Karl Schneider.\n\nDer Rat tagte. Er sagte, die Brücke bleibe zu.",
        ),
        Case(draft="Tom Miller met Jane Snyder on Monday. She said the bridge would close.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """The quotations whose speaker is a pronoun."""
        language = language_for(examination.reading.language)
        if language is None:
            return 0
        return len(_by_pronoun(examination.reading, language))

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each pronoun that leaves open who speaks."""
        reading = examination.reading
        language = language_for(reading.language)
        if language is None:
            return
        speaking = _by_pronoun(reading, language)
        if not speaking:
            return
        voiced = list(own_words(reading))
        genders = _genders(reading, language)
        place, seen = 0, set()
        for quotation, pronoun, gender in speaking:
            while place + 1 < len(voiced) and voiced[place + 1][0].start <= pronoun.start:
                place += 1
            if (
                place == 0
                or pronoun in seen
                or not _plain_pair(voiced[place - 1][0], voiced[place][0], reading)
            ):
                continue
            sentence, own = voiced[place - 1]
            two = _equals(Words.of(sentence.tokens), own, genders, language)
            if two is None or not _meant(two, gender, quotation, reading, language):
                continue
            if any(_names(voiced[place][0], somebody) for somebody in two):
                continue
            seen.add(pronoun)
            yield report(
                self,
                pronoun,
                pronoun=pronoun.of(reading.text),
                first=two[0].surname,
                second=two[1].surname,
            )


def _by_pronoun(reading: Reading, language: Language) -> list[tuple[Quotation, Span, Gender]]:
    """The quotations with a personal pronoun for one person as speaker, by the place of the pronoun."""
    found = []
    for quotation in reading.quotations:
        if len(quotation.speaker) == 1:
            word = quotation.speaker[0].of(reading.text).lower()
            if word in language.back_references.personal and word in language.lexicon.pronouns:
                found.append((quotation, quotation.speaker[0], language.lexicon.pronouns[word]))
    return sorted(found, key=lambda one: one[1])


def _plain_pair(before: Sentence, sentence: Sentence, reading: Reading) -> bool:
    """Whether the two stand in the same paragraph of running text."""
    return (
        before.block is sentence.block is BlockKind.PARAGRAPH
        and "\n" not in reading.text[before.start : sentence.start]
    )


def _genders(reading: Reading, language: Language) -> dict[str, Gender]:
    """The gender of everybody named in full somewhere, by surname; UNKNOWN where two bear it."""
    found: dict[str, Gender] = {}
    for sentence in reading.sentences:
        for somebody in language.people(Words.of(sentence.tokens)):
            known = found.get(somebody.surname, somebody.gender)
            found[somebody.surname] = known if known is somebody.gender else Gender.UNKNOWN
    return found


def _equals(
    words: Words, own: Sequence[bool], genders: dict[str, Gender], language: Language
) -> tuple[Somebody, Somebody] | None:
    """The two persons of a sentence that stand on an equal footing; None if there are more, fewer, or one leads."""
    everybody = _persons(words, own, genders, language)
    mutual = next(
        (at for at, word in enumerate(words.low) if word in language.lexicon.mutual and own[at]), None
    )
    if not everybody and mutual is not None:
        everybody = _bare(words, mutual, own, language)
    if len({somebody.surname for somebody in everybody}) != 2 or len(everybody) != 2:
        return None
    first, second = everybody
    between = words.low[first.end : second.start]
    if any(word in {",", ";", ":", "(", "–"} for word in between) or first.start > _LONGEST_FRONT:
        return None
    together = (
        len(between) == 1 and between[0] in language.lexicon.conjunctions | language.lexicon.coordinators
    )
    if together and first.start == 0:
        return first, second
    if mutual is None or first.end > len(words) or together:
        return None
    return first, second


def _persons(
    words: Words, own: Sequence[bool], genders: dict[str, Gender], language: Language
) -> list[Somebody]:
    """The persons of a sentence: named in full, or by a surname that the text names in full elsewhere."""
    named = [somebody for somebody in language.people(words) if own[somebody.start]]
    taken = {at for somebody in named for at in range(somebody.start, somebody.end)}
    named += [
        Somebody(at, at + 1, token.text, genders[token.text])
        for at, token in enumerate(words.tokens)
        if token.text in genders and at not in taken and own[at]
    ]
    return sorted(named, key=lambda somebody: somebody.start)


def _bare(words: Words, verb: int, own: Sequence[bool], language: Language) -> list[Somebody]:
    """ "Müller traf Schneider", "Müller sprach mit Schneider": bare words in capitals are names, nouns would have an
    article.
    """
    before = language.lexicon.partners | language.lexicon.reflexives
    second = verb + 1
    while second < len(words) and words.low[second] in before:
        second += 1
    if verb != 1 or second >= len(words) or not words.capitalised(0) or not words.capitalised(second):
        return []
    if not (own[0] and own[second]):
        return []
    return [Somebody(at, at + 1, words.tokens[at].text, Gender.UNKNOWN) for at in (0, second)]


def _meant(
    two: tuple[Somebody, Somebody], gender: Gender, quotation: Quotation, reading: Reading, language: Language
) -> bool:
    """Whether the pronoun can stand for either of the two, and for one of them only."""
    if gender is Gender.SEVERAL:
        return False
    if gender is Gender.UNKNOWN:
        # "sie": a woman, or several.
        verb = quotation.cue[0].of(reading.text).split()[0].lower() if quotation.cue else ""
        if language.agreement is None or not verb or language.agreement.only_several(verb):
            return False
        gender = Gender.FEMALE
    genders = {somebody.gender for somebody in two}
    return genders == {gender} or (genders == {Gender.UNKNOWN} and gender is Gender.MALE)


def _names(sentence: Sentence, somebody: Somebody) -> bool:
    return any(token.text == somebody.surname for token in sentence.tokens)

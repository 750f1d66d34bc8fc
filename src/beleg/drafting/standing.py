"""Standing alone: which sentences of a source can be taken over, and which only together with others."""

import re
from collections.abc import Iterator

from beleg.language.back_references import BackReferences
from beleg.language.language import Language
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.reading import BlockKind, Reading, Sentence, Voice
from beleg.terms.span import Span
from beleg.terms.token import Token
from beleg.text.addresses import ADDRESS, MARKUP, SITE

_FEWEST_WORDS, _MOST_WORDS = 5, 50
"""Words of a sentence worth taking over: shorter ones are scraps of a page, longer ones are lists."""
_LONGEST_UNIT = 3
"""Sentences that may depend on each other; a longer chain cannot be taken over in one piece."""
_NAMED_IN_QUOTES = 3
"""Words up to which a quotation without a speaker is a name or title in quotation marks."""

_ENDS = re.compile(r"""[.!…]["“”„»«’‘')\]]*\Z""")
_BEGINS = re.compile(r"""["“„»«‚‘'(]*[^\W_]""")
_CODED = re.compile(r"(?=[\w+/=-]{24})(?=[\w+/=-]*[a-z])(?=[\w+/=-]*[A-Z])(?=[\w+/=-]*\d)[\w+/=-]+")
"""A word of 24 or more small and capital letters and digits: no word."""
_DOUBLE_MARKS = re.compile('["“”„»«]')


def units(reading: Reading, language: Language) -> tuple[range, ...]:
    """The stretches of sentences that can be taken over, one for each sentence for which there is one.

    A stretch is a range of indices into `reading.sentences`. It holds the sentence itself; the sentence before it where
    it leans back ("Sie …", "Dabei …"); all of a quotation that it cuts into; and the sentence that names the speaker of
    what it reports. So nobody's words lose their speaker and no pronoun the name it stands for. Sentences that speak
    with the source's own "we" or to its reader, that are no full sentences, or that report somebody the text does not
    name have no stretch. Stretches are at most three sentences long and can overlap.
    """
    found = (unit_of(index, reading, language) for index in range(len(reading.sentences)))
    return tuple(stretch for stretch in found if stretch is not None)


def unit_of(index: int, reading: Reading, language: Language) -> range | None:
    """The stretch of one sentence, as `units` has it; None where it has none."""
    lists = language.back_references
    first = last = index
    while True:
        start, end = first, last
        for at in range(first, last + 1):
            sentence = reading.sentences[at]
            quotations = [
                q
                for q in reading.quotations
                if q.span.overlaps(sentence.span) or _names_speaker_of_before(sentence, q)
            ]
            if not _can_be_taken(sentence, quotations, language, lists):
                return None
            if leans_back(sentence, quotations, language, lists):
                start = min(start, at - 1)
            for quotation in quotations:
                for part in (quotation.span, *quotation.speaker):
                    touched = _touched(part, reading)
                    start, end = min(start, touched.start), max(end, touched.stop - 1)
        if start < 0 or end - start >= _LONGEST_UNIT:
            return None
        if (start, end) == (first, last):
            break
        first, last = start, end
    stretch = reading.sentences[first : last + 1]
    marks = sum(len(_DOUBLE_MARKS.findall(sentence.text)) for sentence in stretch)
    return None if marks % 2 else range(first, last + 1)


def _can_be_taken(
    sentence: Sentence, quotations: list[Quotation], language: Language, lists: BackReferences
) -> bool:
    words = [token for token in sentence.tokens if token.text[0].isalnum()]
    own = list(_outside(words, quotations))
    # "Das sagte eine Sprecherin." is short, but says whose the words before are.
    names_speaker = any(_names_speaker_of_before(sentence, q) for q in quotations)
    return (
        sentence.block is BlockKind.PARAGRAPH
        and (len(words) >= _FEWEST_WORDS or names_speaker)
        and len(words) <= _MOST_WORDS
        and _ENDS.search(sentence.text) is not None
        and _BEGINS.match(sentence.text) is not None
        and "@" not in sentence.text
        and not any(sign.search(sentence.text) for sign in (ADDRESS, SITE, MARKUP, _CODED))
        and not sentence.text[0].islower()
        and any(_says_something(token.text, language) for token in words)
        and not any(token.text.lower() in lists.first_person for token in own)
        and not any(token.text in lists.addressed for token in own if token is not words[0])
        and all(_has_speaker(quotation, words) for quotation in quotations)
        and (sentence.voice is not Voice.ATTRIBUTED or bool(quotations))
        and not language.retelling.bids(sentence.text)
    )


def _names_speaker_of_before(sentence: Sentence, quotation: Quotation) -> bool:
    """Whether the sentence only says who said the one before it: "Das teilte die Stadt mit."."""
    before = quotation.span.end <= sentence.start
    return before and any(part.overlaps(sentence.span) for part in quotation.speaker)


def _says_something(word: str, language: Language) -> bool:
    """Whether it may be the verb or adjective that scraps like "Montag, 4. März, 18 Uhr, Ratssaal." lack."""
    finite = word in language.lexicon.finite or word in language.lexicon.auxiliaries
    return word[0].islower() and (finite or word not in language.function_words)


def _has_speaker(quotation: Quotation, words: list[Token]) -> bool:
    if quotation.speaker:
        return True
    quoted = sum(quotation.span.covers(Span(word.start, word.end)) for word in words)
    return quotation.kind is QuotationKind.DIRECT and quoted <= _NAMED_IN_QUOTES


def leans_back(
    sentence: Sentence, quotations: list[Quotation], language: Language, lists: BackReferences
) -> bool:
    """Whether a sentence opens with a word that refers back, or has a pronoun before any name."""
    words = [token for token in sentence.tokens if token.text[0].isalnum()]
    own = list(_outside(words, quotations))
    if own and own[0] is words[0]:
        opener = own[0].text.lower()
        following = own[1].text.lower() if len(own) > 1 else ""
        if opener in lists.openers or (opener in lists.das_words and following in lists.verbs_after_das):
            return True
        if opener in lists.bare_nouns and (
            following in lists.verbs_after_das or following in language.lexicon.finite
        ):
            return True  # "Grund sind Risse": of what, the sentence before says
    named_from = min((name.start for name in language.names(sentence.tokens)), default=sentence.end)
    return any(word.text.lower() in lists.personal and word.start < named_from for word in own)


def answers(sentence: Sentence, quotations: list[Quotation], lists: BackReferences) -> bool:
    """Whether a sentence speaks of "the accusation" and does not say what it was: "… wies den Vorwurf zurück".

    Whole and word for word it is still what its source says (`beleg.drafting.word_for_word`); where sentences are
    chosen, the one before it has to be chosen too.
    """
    tokens = sentence.tokens
    known = (at for at in range(1, len(tokens)) if tokens[at - 1].text.lower() in lists.known_by)
    untold = [
        tokens[at]
        for at in known
        if tokens[at].text.lower() in lists.answered
        and (at + 1 == len(tokens) or tokens[at + 1].text.lower() not in lists.spelled_out)
    ]
    return any(True for _ in _outside(untold, quotations))


def _outside(words: list[Token], quotations: list[Quotation]) -> Iterator[Token]:
    """The words that are not inside the quotation marks of direct speech."""
    quoted = [part for q in quotations if q.kind is QuotationKind.DIRECT for part in q.quote]
    for word in words:
        if not any(part.covers(Span(word.start, word.end)) for part in quoted):
            yield word


def _touched(span: Span, reading: Reading) -> range:
    """The sentences that a span lies in."""
    touched = [i for i, sentence in enumerate(reading.sentences) if sentence.span.overlaps(span)]
    return range(touched[0], touched[-1] + 1) if touched else range(len(reading.sentences), -1)

"""Accomplished: what has happened in a clause, and what is announced, wanted, tried or has yet to be done.

"Kündigte an, die Brücke zu sperren" says nothing of a bridge that is closed; "hat die Brücke gesperrt" does (Duden, Die
Grammatik, on the perfect and on infinitives with "zu").
"""

from collections.abc import Iterable, Iterator, Sequence

from beleg.language.clause_words import clause_words
from beleg.language.language import Language
from beleg.language.markers import Marked
from beleg.language.set_phrases import phrase_lists, set_phrases
from beleg.language.words import Words
from beleg.terms.clause import Marker
from beleg.terms.reading import Sentence

_BEFORE = 220
"""Code points before an infinitive in which what announces it is looked for."""


def unaccomplished(
    sentence: Sentence, clauses: Iterable[Sequence[int]], words: Words, language: Language
) -> Iterator[Marked]:
    """The infinitives of a sentence that something announces, wants or tries, its clauses, given by their tokens, in
    the future, and what has yet to be done."""
    if "announcing_before" not in phrase_lists(language.code):
        return
    announcing, to_do = (set_phrases(name, language.code) for name in ("announcing_before", "still_to_do"))
    for at in range(1, len(words)):
        start = _mark_of_infinitive(words, at, language)
        if start is not None:
            end = words.tokens[start].start - sentence.start
            if announcing.search(sentence.text, max(0, end - _BEFORE), end):
                yield Marked(Marker.AHEAD, at, at + 1, False)
    for clause in clauses:
        if _will_be(clause, words, language):
            yield Marked(Marker.AHEAD, clause[0], clause[0] + 1, False)
    for match in to_do.finditer(sentence.text):
        at = next(n for n, token in enumerate(words.tokens) if token.end > sentence.start + match.start())
        yield Marked(Marker.AHEAD, at, at + 1, False)


def _will_be(clause: Sequence[int], words: Words, language: Language) -> bool:
    """Whether a clause stands in the future: "wird den Antrag stellen"."""
    inside = [words.low[at] for at in clause if words.is_word(at)]
    last = inside[-1] if inside else ""
    return (
        not clause_words(language.code).future.isdisjoint(inside[:-1])
        and language.infinitive(last) == last != ""
        and not any(language.participle(low) for low in inside)
    )


def _mark_of_infinitive(words: Words, at: int, language: Language) -> int | None:
    """Where an infinitive with "zu" begins that ends at a word: with its "zu", or at the word that has it inside; None
    for any other word."""
    lexicon, low = language.lexicon, words.low[at]
    if words.capitalised(at):
        return None
    infinitive = language.infinitive(low)
    if words.low[at - 1] == lexicon.infinitive_mark and infinitive == low:
        return at - 1
    inside = lexicon.infinitive_inside
    whole = inside and infinitive and low != infinitive and low.replace(inside, "", 1) == infinitive
    return at if whole else None


def accomplished(clause: Sequence[int], words: Words, language: Language) -> bool:
    """Whether a clause, given by its tokens, says that something has happened: "hat gesperrt", "sperrte"."""
    perfect = not clause_words(language.code).past.isdisjoint(words.low[at] for at in clause)
    return any(
        (perfect and language.participle(words.low[at])) or _told(words.low[at], language)
        for at in clause
        if not words.capitalised(at)
    )


def _told(low: str, language: Language) -> bool:
    """Whether a verb stands in the past: "sperrte", "stieg"."""
    forms = clause_words(language.code)
    infinitive = language.infinitive(low)
    inside = language.lexicon.infinitive_inside
    if not infinitive or infinitive in forms.modals or not inside or low.replace(inside, "", 1) == infinitive:
        return False
    stem = infinitive.removesuffix("n").removesuffix("e")
    if low.startswith(stem):
        return low[len(stem) :] in forms.weak_past
    # Strong verbs change their vowel; in the present they end in "-t" then: "nimmt", "nahm".
    return not low.endswith(("t", "e")) and not language.participle(low)

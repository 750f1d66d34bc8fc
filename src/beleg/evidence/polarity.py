"""Whether a sentence denies what its passage affirms, or the other way round.

Compared are clauses, not sentences: a passage may deny something else in its next clause. A clause is what stands
between marks and coordinating conjunctions. A negation counts only if its clause is, for the most part, about what
draft and passage share (after the idea of negation scope by clause in NegEx; Chapman et al., J Biomed Inform 34, 2001).
"""

from collections.abc import Sequence

from beleg.evidence.passages import Place, SourceIndex, Support
from beleg.evidence.words import ContentWord, content_words
from beleg.language.language import Language
from beleg.terms.passage import Passage
from beleg.terms.reading import Sentence
from beleg.terms.token import Token

SAME = 0.85
"""Coverage by one passage alone from which it says the same, so that only the negation differs."""
ABOUT_IT = 0.6
"""Share of a clause's content words that the other side must have for its negation to count."""
_MARKS = frozenset(",;:–—-()")


class Polarity:
    """Compares negations of draft and sources."""

    def __init__(self, index: SourceIndex, language: Language) -> None:
        self._index = index
        self._language = language
        self._denying = frozenset(language.stem(word) for word in language.negations)

    def contrary(self, sentence: Sentence, words: Sequence[ContentWord], support: Support) -> Passage | None:
        """The passage that says the same with a negation more or less; None if a passage agrees or none says the same."""
        alike = [place for place, coverage in support.by_place.items() if coverage >= SAME]
        if not alike:
            return None
        best = min(alike, key=lambda place: (-support.by_place[place], place.source, place.sentence))
        if any(self._agrees(sentence, words, place) for place in alike):
            return None
        return self._index.passage(best)

    def _agrees(self, sentence: Sentence, words: Sequence[ContentWord], place: Place) -> bool:
        vocabulary = self._index.vocabulary
        theirs = {stem for word in self._index.words(place) for stem in word.stems}
        mine = {match for word in words for stem in word.stems for match in vocabulary.matches(stem)}
        passage = self._index.sentence(place)
        here = self._denials(sentence.tokens, theirs, matching=True)
        there = self._denials(passage.tokens, mine, matching=False)
        return bool(here) == bool(there)

    def _denials(self, tokens: Sequence[Token], shared: set[str], *, matching: bool) -> int:
        """How many clauses deny something that both sides speak of."""
        found = 0
        for clause, words in self._clauses(tokens):
            if not any(token.text.lower() in self._language.negations for token in clause):
                continue
            known = sum(self._shared(word, shared, matching=matching) for word in words)
            if words and known / len(words) >= ABOUT_IT:
                found += 1
        return found

    def _shared(self, word: ContentWord, shared: set[str], *, matching: bool) -> bool:
        if not matching:
            return bool(set(word.stems) & shared)
        return any(match in shared for stem in word.stems for match in self._index.vocabulary.matches(stem))

    def _clauses(self, tokens: Sequence[Token]) -> list[tuple[list[Token], list[ContentWord]]]:
        """The clauses with their content words; one without any and without a verb ("…, allerdings nicht")
        goes with the one before."""
        finite = self._language.lexicon.finite
        pieces: list[list[Token]] = [[]]
        for token in tokens:
            # "und" begins a clause only after a verb; before one it joins nouns ("Wasser und Strom seien nicht …").
            begins = token.text.lower() in self._language.lexicon.conjunctions and any(
                before.text.lower() in finite for before in pieces[-1]
            )
            if token.text in _MARKS or begins:
                pieces.append([])
            else:
                pieces[-1].append(token)
        clauses: list[tuple[list[Token], list[ContentWord]]] = []
        for piece in pieces:
            words = [
                word for word in content_words(piece, self._language) if not self._denying & set(word.stems)
            ]
            if not words and clauses and not any(token.text.lower() in finite for token in piece):
                clauses[-1][0].extend(piece)
            elif piece:
                clauses.append((piece, words))
        return clauses

"""Clauses: how a sentence falls apart into them, and in which state each of its words stands.

The state of a word is what its clause says besides its content: whose statement it is, and which markers hold for it
(doubt, plan, denial, all, some). A marker holds for its whole clause; an attributive one for the noun after it. After
the idea of scope by clause for negation and hedges (Chapman et al., NegEx, J Biomed Inform 34, 2001; CoNLL-2010 Shared
Task).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from beleg.evidence.accomplished import unaccomplished
from beleg.evidence.scopes import OF_MODALS, in_brackets, is_relative, names_nobody, shares_its_modal
from beleg.language.language import Language
from beleg.language.lexicon import Lexicon
from beleg.language.markers import Marked, markers
from beleg.language.quantity import PERCENT
from beleg.language.set_phrases import set_phrases
from beleg.language.words import Words
from beleg.terms.clause import ClauseState, Marker
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.reading import Sentence
from beleg.terms.span import Span

ATTRIBUTING = frozenset(
    (
        QuotationKind.DIRECT,
        QuotationKind.INDIRECT,
        QuotationKind.FREE_INDIRECT,
        QuotationKind.INDIRECT_FREE_INDIRECT,
    )
)
"""Kinds in which the quoted words themselves are somebody's statement."""
_MARKS = frozenset(",;:–—()")
_ALWAYS = frozenset(":;")
"""Marks that divide clauses whatever stands between them."""
_SPEECH = 4
"""Tokens from which words in marks are speech of their own rather than part of a clause."""
_REFUSING = 150
"""Code points before an infinitive in which what refuses it is looked for."""
_REACH = 4
"""Words after an attributive marker among which its noun is looked for."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence: its stretches of tokens, each `[start, end)`; several where another clause interrupts
    it.
    """

    parts: tuple[tuple[int, int], ...]

    @property
    def tokens(self) -> list[int]:
        """The numbers of its tokens."""
        return [at for start, end in self.parts for at in range(start, end)]


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence with its clauses, its markers, and the state of each token.

    `words` are its tokens. `clause[i]` is the number of token i's clause, `marks[i]` what holds for it as a noun with
    an attribute ("mutmaßlicher Täter"), `said_by[i]` the quotation whose words it belongs to (None: the text's own).
    `clause_marks` has what holds for each clause as a whole; `reported[n]` says whether clause n has a verb in the mood
    of reported speech.
    """

    sentence: Sentence
    words: Words
    clauses: tuple[Clause, ...]
    marked: tuple[Marked, ...]
    clause: tuple[int, ...]
    marks: tuple[frozenset[Marker], ...]
    clause_marks: tuple[frozenset[Marker], ...]
    said_by: tuple[Quotation | None, ...]
    reported: tuple[bool, ...]


def stated(sentence: Sentence, quotations: Sequence[Quotation], language: Language) -> Stated:
    """A sentence with the state of its words; `quotations` are those that touch it."""
    words = Words.of(sentence.tokens)
    found = _clauses(words, language, _around_speech(words, quotations))
    clause = [0] * len(words)
    for number, one in enumerate(found):
        for at in one.tokens:
            clause[at] = number
    marked = tuple(
        replace(one, marker=Marker.DOUBT) if _hearsay(one, found[clause[one.start]], words, language) else one
        for one in markers(language.code).find(words)
    )
    marked += tuple(_refused(sentence, words, language))
    marked += tuple(unaccomplished(sentence, (one.tokens for one in found), words, language))
    bracketed = in_brackets(words)
    marks: list[set[Marker]] = [set() for _ in clause]
    clause_marks: list[set[Marker]] = [set() for _ in found]
    for mark in marked:
        if mark.attributive and mark.marker is Marker.DENIAL and words.low[mark.start] in language.negations:
            marks[min(mark.end, len(marks) - 1)].add(mark.marker)  # "nicht genehmigt" denies the adjective
        elif mark.attributive or mark.start in bracketed:  # "(darunter keine Kinder)"
            marks[_noun(mark, found[clause[mark.start]], words, language.lexicon)].add(mark.marker)
        else:
            clause_marks[clause[mark.start]].add(mark.marker)
    for share in _shares(words, language):
        clause_marks[clause[share.start]].add(Marker.SOME)
        marked = (*marked, share)
    for number, one in enumerate(found[1:], 1):
        # "Es ist wahrscheinlich, dass …": what the matrix clause leaves open is in the clause after it.
        if words.low[one.tokens[0]] in language.lexicon.subordinators:
            before = found[number - 1].tokens
            if any(mark.marker is Marker.DOUBT and mark.start in before[1:] for mark in marked):
                clause_marks[number].add(Marker.DOUBT)
        elif shares_its_modal(one.tokens, words, language):
            clause_marks[number] |= clause_marks[number - 1] & OF_MODALS
        elif is_relative(one.tokens, words, language) and names_nobody(
            found[number - 1].tokens, words, language
        ):
            # "Es fand sich kein Käufer, der …": of whom there is nobody, nothing holds.
            clause_marks[number].add(Marker.DENIAL)
    reported = {clause[verb.at] for verb in language.reported_verbs(words) if verb.certain}
    parts = [(part, one) for one in quotations if one.kind in ATTRIBUTING for part in one.quote]
    said_by = tuple(
        next((one for part, one in parts if part.covers(Span(token.start, token.end))), None)
        for token in sentence.tokens
    )
    return Stated(
        sentence=sentence,
        words=words,
        clauses=found,
        marked=marked,
        clause=tuple(clause),
        marks=tuple(map(frozenset, marks)),
        clause_marks=tuple(map(frozenset, clause_marks)),
        said_by=said_by,
        reported=tuple(number in reported for number in range(len(found))),
    )


def _refused(sentence: Sentence, words: Words, language: Language) -> Iterator[Marked]:
    """The infinitives of a sentence that are refused or left out: "lehnte es ab, zu bestätigen", "declined to
    confirm".
    """
    mark, refusing = language.lexicon.infinitive_mark, set_phrases("refusing_before", language.code)
    for at in range(1, len(words)):
        verb = words.tokens[at].text[0].islower() and words.low[at] not in language.lexicon.determiners
        if words.low[at - 1] == mark and verb:
            end = words.tokens[at].start - sentence.start
            if refusing.search(sentence.text, max(0, end - _REFUSING), end):
                yield Marked(Marker.DENIAL, at - 1, at + 1, False)


def _shares(words: Words, language: Language) -> Iterator[Marked]:
    """The shares of a whole among the words: "30 Prozent der Händler", but not "stieg um 30 Prozent"."""
    of = markers(language.code).of_a_whole
    if of.isdisjoint(words.low):
        return
    for quantity in language.quantities(words.tokens):
        if quantity.unit == PERCENT:
            at = next(number for number, token in enumerate(words.tokens) if token.start >= quantity.start)
            end = next((n + 1 for n in range(at, len(words)) if words.tokens[n].end >= quantity.end), at + 1)
            if end < len(words) and words.low[end] in of:
                yield Marked(Marker.SOME, at, end, False)


def state_of(whole: Stated, tokens: Sequence[int], text: str, *, least_share: float) -> ClauseState:
    """The state of some tokens of a sentence of `text`: what holds for their clauses or nouns, and whose statement
    at least `least_share` of them are (0: any)."""
    least = max(1.0, least_share * len(tokens))
    clauses = {whole.clause[at] for at in tokens}
    holding = {mark for at in tokens for mark in whole.marks[at]}
    holding.update(mark for clause in clauses for mark in whole.clause_marks[clause])
    said = [one for at in tokens if (one := whole.said_by[at]) is not None]
    # What a clause has from the one it depends on is named by the words there.
    own = {one.marker for one in whole.marked if whole.clause[one.start] in clauses}
    return ClauseState(
        attributed=len(said) >= least or all(whole.reported[clause] for clause in clauses),
        speaker=next((name for one in said if (name := one.speaker_words(text))), ""),
        marked=tuple(
            (one.marker, " ".join(token.text for token in whole.sentence.tokens[one.start : one.end]))
            for one in whole.marked
            if one.marker in holding and (whole.clause[one.start] in clauses or one.marker not in own)
        ),
    )


def _hearsay(mark: Marked, clause: Clause, words: Words, language: Language) -> bool:
    """Whether a "soll" tells what others say rather than a plan: with an infinitive of the perfect ("soll gestohlen
    haben").
    """
    lexicon = language.lexicon
    if mark.marker is not Marker.PLAN or words.low[mark.start] not in lexicon.hearsay:
        return False
    low = [words.low[at] for at in clause.tokens if words.is_word(at)]
    return any(
        second in lexicon.perfect_infinitives and (language.participle(first) or first in lexicon.passive)
        for first, second in pairwise(low)
    )


def _noun(mark: Marked, clause: Clause, words: Words, lexicon: Lexicon) -> int:
    """The noun an attributive marker holds for; the marker itself where none follows soon."""
    after = [at for at in clause.tokens if at >= mark.end][:_REACH]
    if not lexicon.nouns_capitalised:
        return after[0] if after else mark.start
    return next((at for at in after if words.capitalised(at)), mark.start)


def _around_speech(words: Words, quotations: Sequence[Quotation]) -> frozenset[int]:
    """The tokens that begin direct speech of some length or follow it; a word or two in marks stay in their clause."""
    edges: set[int] = set()
    for quotation in quotations:
        if quotation.kind is not QuotationKind.DIRECT:
            continue
        for part in quotation.quote:
            inside = [at for at, token in enumerate(words.tokens) if part.start <= token.start < part.end]
            if len(inside) >= _SPEECH:
                edges.update((inside[0], inside[-1] + 1))
    return frozenset(edges)


def _clauses(words: Words, language: Language, edges: frozenset[int]) -> tuple[Clause, ...]:
    """The clauses of a sentence. What goes on after a dependent clause belongs to the clause it interrupts."""
    lexicon = language.lexicon
    verbs = {verb.at for verb in language.reported_verbs(words)}
    verbs.update(
        at for at, low in enumerate(words.low) if low in lexicon.finite_forms and not words.capitalised(at)
    )
    opening = lexicon.subordinators | lexicon.relatives | lexicon.other_subordinators - lexicon.conjunctions
    clauses: list[Clause] = []
    interrupted: int | None = None
    for start, end in _pieces(words, verbs, opening, lexicon, edges):
        has_verb = any(at in verbs for at in range(start, end))
        if start and _opens(words, start, opening, lexicon):
            interrupted = len(clauses) - 1 if interrupted is None else interrupted
            clauses.append(Clause(((start, end),)))
        elif interrupted is not None and not (has_verb and _has(clauses[interrupted], verbs)):
            clauses[interrupted] = Clause((*clauses[interrupted].parts, (start, end)))
            interrupted = None
        else:
            clauses.append(Clause(((start, end),)))
            interrupted = None
    return tuple(clauses)


def _pieces(
    words: Words, verbs: set[int], opening: frozenset[str], lexicon: Lexicon, edges: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Cut at the edges of direct speech, and at marks and conjunctions where both sides have a verb, and before and
    after dependent clauses.
    """
    joints = lexicon.conjunctions if lexicon.comma_before_clause else lexicon.conjunctions | opening
    ends = [at for at, low in enumerate(words.low) if low in _MARKS or low in joints or at in edges]
    begun = 0
    for place, at in enumerate(ends):
        if at in edges:
            if at > begun:
                yield begun, at
                begun = at
            if words.low[at] not in _MARKS:
                continue
        mark = words.low[at] in _MARKS
        start = at + 1 if mark else at
        if at + 1 >= len(words) or start == begun:
            continue
        following = next((end for end in ends[place + 1 :] if words.low[end] in _MARKS), len(words))
        if words.low[at] in _ALWAYS and at > begun:
            yield begun, start
            begun = start
            continue
        before = any(verb in verbs for verb in range(begun, at))
        after = any(verb in verbs for verb in range(at + 1, following))
        dependent = (mark or not lexicon.comma_before_clause) and _opens(words, start, opening, lexicon)
        closing = mark and begun > 0 and _opens(words, begun, opening, lexicon)
        if dependent or closing or (before and after):
            yield begun, start
            begun = start
    yield begun, len(words)


def _opens(words: Words, at: int, opening: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a dependent clause begins at a word: "weil …", "die …", "in dem …"."""
    first = words.low[at]
    second = words.low[at + 1] if at + 1 < len(words) else ""
    return first in opening or (first in lexicon.prepositions and second in lexicon.relatives)


def _has(clause: Clause, verbs: set[int]) -> bool:
    return any(at in verbs for at in clause.tokens)

"""Indexed sources: the sources of a draft, prepared for all that is asked of them sentence by sentence.

What the sources cost once is paid here: their words with the sentences that have them (`beleg.evidence.spelled`), from
these the stems by which a sentence is retrieved (`beleg.evidence.passages`) and the names
(`beleg.evidence.name_index`), and their texts in the typography in which quoted words are looked for
(`beleg.evidence.quoted_words`). All else, the clauses, numbers, dates and names of a sentence of a source, is worked
out when a sentence of a draft is first held against it, and then kept. So a sentence of a draft costs what it
retrieves, and not what there is.

The answers depend on the sources, the language and the day alone, so that one index serves every draft written from the
same sources. It notes down what it works out: two checks must not use it at the same time.
"""

from collections.abc import Sequence
from datetime import datetime

from beleg.evidence.clause_states import ClauseStates
from beleg.evidence.copies import CopiedWords
from beleg.evidence.dates import Dates
from beleg.evidence.disagreeing import Disagreements
from beleg.evidence.kept_sentences import KeptSentences
from beleg.evidence.named import Names
from beleg.evidence.numbers import Numbers
from beleg.evidence.passages import SourceIndex
from beleg.evidence.quoted_words import QuotableTexts
from beleg.evidence.speakers import Speakers
from beleg.evidence.statements import Statements
from beleg.language.language import Language
from beleg.terms.evidence import ReadSource


class IndexedSources:
    """Some sources, prepared for being compared with drafts in their language.

    `published` is when the draft appears, for what it calls yesterday.
    """

    def __init__(
        self, sources: Sequence[ReadSource], language: Language, published: datetime | None = None
    ) -> None:
        self.sources = tuple(sources)
        self.language = language
        self.index = SourceIndex(self.sources, language)
        self.numbers = Numbers(self.index, language)
        self.dates = Dates(self.index, language, published)
        self.names = Names(self.index, language)
        self.speakers = Speakers(self.index, language)
        self.statements = Statements(self.index, language)
        self.clause_states = ClauseStates(self.index, self.statements.quotations, language)
        self.disagreements = Disagreements(self.index, language, self.numbers, self.dates, self.clause_states)
        self.quotable = QuotableTexts(self.sources)
        self.copied = CopiedWords(self.sources)
        self.kept = KeptSentences()
        """What they have for sentences that were examined before."""

"""Naming: whether a text names who speaks, describes them, or leaves them in the dark."""

from beleg.reading.draft import Draft
from beleg.terms.quotation import Naming, Quotation
from beleg.text.tokens import tokenize

_MARKS = '„“”"»«‚‘'


def naming(draft: Draft, quotation: Quotation) -> Naming:
    """How the words for the speaker, or for whom they stand, name who speaks.

    A proper name, an abbreviation in capitals, a name in marks, or a single capitalised noun without an article and
    not in the plural names; a word for people who stay unnamed ("Insider", "Kreise") leaves in the dark even where a
    house is named ("Rathauskreise"); all else describes.
    """
    spans = quotation.referent or quotation.speaker
    if not spans:
        return Naming.NOBODY
    lexicon = draft.language.lexicon
    tokens = [token for span in spans for token in tokenize(span.of(draft.text), span.start)]
    low = [token.text.lower() for token in tokens]
    if any(lexicon.leaves_unnamed(word) for word in low):
        return Naming.UNNAMED
    if low[0] in lexicon.pronouns and len(tokens) == 1:
        return Naming.DESCRIBED
    names = draft.language.names(tokens)
    if names or any(token.text in _MARKS for token in tokens) or any(_abbreviated(t.text) for t in tokens):
        return Naming.NAMED
    bare = len(tokens) == 1 and tokens[0].text[0].isupper() and low[0] not in lexicon.accounts
    return Naming.NAMED if bare and not low[0].endswith(lexicon.plural_endings) else Naming.DESCRIBED


def _abbreviated(word: str) -> bool:
    """Whether a word is an abbreviation in capitals or a compound with one: "SPD", "IG-Metall-Chef"."""
    return any(part.isupper() and len(part) > 1 and part.isalpha() for part in word.split("-"))

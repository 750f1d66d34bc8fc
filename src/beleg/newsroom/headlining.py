"""Headlining: a headline that the machine offers, over a text that may be anybody's."""

from collections.abc import Sequence

from beleg.drafting.extractive import ENGINE
from beleg.headlines import Made, Variants, variants
from beleg.language.registry import language_for
from beleg.newsroom.writing import with_headline
from beleg.terms.dossier import Dossier
from beleg.terms.events import RevisionSaved
from beleg.terms.refusal import Error
from beleg.terms.revision import Origin, SentenceOrigin
from beleg.terms.source import Source


def offered(dossier: Dossier, sources: Sequence[Source]) -> Variants:
    """The headlines and teasers the rules offer for a dossier's text. Raises Error without a text or a language Beleg
    reads.
    """
    language = language_for(dossier.language)
    if dossier.current is None or language is None:
        raise Error(f"{dossier.title}: there is no draft yet.")
    draft = Source(text=dossier.current.content, language=dossier.language, name=dossier.title)
    return variants(draft, sources, language=language)


def headline_offered(dossier: Dossier, sources: Sequence[Source], words: str, *, by: str) -> RevisionSaved:
    """Return the revision with one of the offered headlines over the text. Raises Error for words that are not
    offered.
    """
    found = next((one for one in offered(dossier, sources).headlines if one.text == words), None)
    if found is None:
        raise Error("This headline is not among those that the machine offers for the text as it stands.")
    # The title of a source is taken over word for word, like a sentence of one.
    origin = Origin.SOURCE if found.made is Made.TITLE else Origin.MACHINE
    written = SentenceOrigin(text=words, origin=origin, changed_by=by, engine=ENGINE)
    return with_headline(dossier, words, written, by=by)

"""Offered: what a language model proposes for a text, as it stands beside the text."""

from dataclasses import dataclass

from beleg.desk.views.generation import StruckView, struck_views
from beleg.headlines import Variants
from beleg.newsroom.generating import struck_sentence
from beleg.newsroom.taking_over import OTHER_LANGUAGE, Offer
from beleg.terms.dossier import Dossier
from beleg.terms.revision import SentenceOrigin
from beleg.translation import TranslatedSentence, Translation


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedView:
    """What a model offered: exactly one of headlines with teasers, a shorter text and a translation has something.

    `current` says whether it is still for the text that is there; else it can be read and not taken over.
    """

    model: str
    current: bool
    headlines: tuple[str, ...] = ()
    teasers: tuple[str, ...] = ()
    shorter: tuple[SentenceOrigin, ...] = ()
    translation: tuple[TranslatedSentence, ...] = ()
    into: str = ""
    struck: tuple[StruckView, ...] = ()


def offered_view(offer: Offer, dossier: Dossier) -> OfferedView:
    """Lay out an offer for a dossier."""
    current = dossier.current is not None and offer.is_for(dossier.current.content)
    made = offer.made
    if isinstance(made, Translation):
        return OfferedView(
            model=offer.model,
            current=current,
            translation=made.sentences,
            into=OTHER_LANGUAGE[dossier.language],
        )
    struck = struck_views(dossier, tuple(map(struck_sentence, made.struck)), frozenset())
    if isinstance(made, Variants):
        return OfferedView(
            model=offer.model,
            current=current,
            headlines=tuple(one.text for one in made.headlines),
            teasers=tuple(one.text for one in made.teasers),
            struck=struck,
        )
    return OfferedView(model=offer.model, current=current, shorter=made.draft.sentences, struck=struck)

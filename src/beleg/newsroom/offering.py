"""Offering: what a language model proposes for a text that is there, beside it until somebody takes it over.

Headlines and teasers, a shorter text, a translation. Nothing of it is in the record before; what is taken over is a
machine's edit like any other, and the words are the model's own, so that they wait for a person who reads them
(`SentenceOrigin.to_read`).
"""

import secrets

from beleg.drafting.progress import UNWATCHED, Progress, StoppedError
from beleg.drafting.proposal import DraftingModel, Task
from beleg.headlines import Variants, model_variants
from beleg.language.registry import language_read
from beleg.model_draft import ModelDraft
from beleg.newsroom.acting import Acting
from beleg.newsroom.live_review import LiveReview
from beleg.newsroom.taking_over import (
    OTHER_LANGUAGE,
    Offer,
    Taken,
    base_of,
    from_text,
    opened,
    put_over,
    translation,
)
from beleg.review.signing import under_embargo
from beleg.shortening import reworded
from beleg.terms.dossier import Dossier
from beleg.terms.price import Price
from beleg.terms.refusal import Error
from beleg.terms.role import Permission
from beleg.terms.source import Source
from beleg.translation import Translation, translated


class Offering(LiveReview):
    """The part of a newsroom's door that concerns what a language model offers for a text; see
    `beleg.newsroom.house.Newsroom`.
    """

    def text_for_model(self, dossier_id: str, *, outside: bool) -> Source:
        """Return the current text as a language model is given it.

        Raises Error where there is none, and where it would go `outside` while the dossier has confidential sources:
        the text can hold their words.
        """
        dossier = self.dossier(dossier_id)
        if dossier.current is None:
            raise Error(f"{dossier.title}: there is no draft yet.")
        if outside and any(source.confidential for source in dossier.sources):
            raise Error(
                "This dossier has sources that are kept from language models outside the house; its text goes to no other machine."
            )
        return Source(text=dossier.current.content, language=dossier.language, name=dossier.title)

    def offer(
        self,
        dossier_id: str,
        model: DraftingModel,
        task: Task,
        *,
        by: str,
        sentences: int = 0,
        progress: Progress = UNWATCHED,
        price: Price | None = None,
    ) -> Offer:
        """Have a language model propose something for the current text, and record nothing.

        `sentences` is what a shorter text may have at most. Raises Error where nothing passes, as `text_for_model`
        does, and `beleg.drafting.proposal.NoProposalError` as the model does.
        """
        self.permit(by, Permission.DRAFT, dossier_id=dossier_id)  # before anything leaves the house
        dossier = self.dossier(dossier_id)
        text = self.text_for_model(dossier_id, outside=not model.on_this_machine)
        sources = self._shelf.chosen(dossier, ()) if dossier.standing_sources else ()
        language = language_read(dossier.language)
        made: Variants | ModelDraft | Translation
        if task is Task.HEADLINES:
            made = model_variants(text, sources, model, language=language, progress=progress)
        elif task is Task.SHORTEN:
            made = reworded(text, sources, model, language=language, sentences=sentences, progress=progress)
        elif task is Task.TRANSLATE:
            into = language_read(OTHER_LANGUAGE[language.code])
            sources = ()
            made = translated(text, model, language=language, into=into, progress=progress)
        else:
            raise Error("A language model can offer headlines, a shorter text or a translation.")
        if progress.stopped:
            raise StoppedError
        return Offer(
            task=task,
            base=base_of(task, text.text),
            model=made.proposals[-1].model,
            host=model.host,
            made=made,
            sources=tuple(source.id for source in sources),
            sentences=sentences,
            price=price,
        )

    def take_over(self, dossier_id: str, offer: Offer, words: str, *, by: str) -> str:
        """Take something over that was offered: a headline or teaser by its `words`, or all of a shorter text or a
        translation.

        A translation becomes the text of a new dossier in its language, with the original as its source, under the
        embargo the original is under, if it is; who wrote the original counts as an author of it. Returns the id of the
        dossier whose text it is. Raises Error for words that were not offered, where the text has changed since, and
        for a translation of a text that is not signed as it stands.
        """
        before = self.dossier(dossier_id)
        if before.current is None or not offer.is_for(before.current.content):
            raise Error("The text has changed since this was offered; nothing was taken over.")
        if isinstance(offer.made, Translation):
            return self._take_over_translation(before, offer, offer.made, by=by)
        taken = (
            from_text(before, offer, offer.made, by=by)
            if isinstance(offer.made, ModelDraft)
            else put_over(before, offer, offer.made, words, by=by)
        )
        with self._acting(dossier_id, by, Permission.DRAFT) as acting:
            if acting.dossier.revisions != before.revisions:
                raise Error("The draft was changed by somebody else meanwhile; nothing was saved.")
            if before.current.content != taken.written.content:
                _append(acting, taken)
        return dossier_id

    def _take_over_translation(self, before: Dossier, offer: Offer, made: Translation, *, by: str) -> str:
        dossier_id = f"d-{secrets.token_hex(8)}"
        with self._acting(dossier_id, by, Permission.OPEN_DOSSIER, new=True) as acting:
            acting.require(Permission.TAKE_IN)
            acting.require(Permission.DRAFT)
            translated_from = acting.other(before.id)
            if translated_from.revisions != before.revisions:
                raise Error("The text has changed since this was offered; nothing was taken over.")
            event, original = opened(translated_from)
            acting.append(event)
            if under_embargo(translated_from, acting.at):
                acting.append(translated_from.embargoes[-1].event)
            confidential = any(source.confidential for source in translated_from.sources)
            self._shelf.put(acting, [original], confidential=confidential)
            _append(acting, translation(acting.dossier, offer, made, original, by=by))
        return dossier_id


def _append(acting: Acting, taken: Taken) -> None:
    acting.append(taken.written)
    acting.append(taken.told)

"""What a verified bundle is of: which article, which version, and who answers for it since when."""

from dataclasses import dataclass

from beleg.newsroom.verification_told import Told
from beleg.newsroom.verification_withdrawal import WithdrawalCase
from beleg.publishing.disclosing import name_and_function
from beleg.publishing.labels import labels_in
from beleg.publishing.moments import in_words
from beleg.publishing.words import headline_of, shown, shown_blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a bundle says of itself; told only of one in which every step holds, because anything else may be made up.

    Moments are RFC 3339.
    """

    headline: str
    """Empty for a withdrawal, which repeats nothing of the article."""
    version: int
    responsible: str
    """Name and function of who signed, or of who withdrew the article."""
    at: str
    """When they did."""
    published: str
    """When this version went out; empty for a withdrawal."""

    @property
    def withdrawn(self) -> bool:
        """Whether the article was withdrawn, so that the bundle is of its tombstone."""
        return not self.published


def about_article(told: Told) -> About:
    """Say what the bundle of an article is of. Raises Error where its record does not lead to a publication."""
    article = told.article
    return About(
        headline=headline_of(shown_blocks(article.content)),
        version=article.version,
        responsible=shown(name_and_function(article.signer)),
        at=told.signature.at,
        published=article.released_at,
    )


def about_withdrawal(case: WithdrawalCase) -> About:
    """Say what the bundle of a withdrawal is of. Raises Error where its entry tells of none."""
    responsible = shown(name_and_function(case.person))
    return About(
        headline="", version=case.event.version, responsible=responsible, at=case.entry.at, published=""
    )


def about_lines(about: About, language: str) -> tuple[str, ...]:
    """Put it into lines in German (`de`) or English (any other language), moments in UTC."""
    labels = labels_in(language)
    at = in_words(about.at, labels.moment, labels)
    german = language == "de"
    if about.withdrawn:
        number = f"Version {about.version}" if german else f"version {about.version}"
        return (
            f"{'Artikel: zurückgezogen' if german else 'article: withdrawn'} ({number})",
            f"{'zurückgezogen von' if german else 'withdrawn by'}: {about.responsible}, {at}",
        )
    out = in_words(about.published, labels.moment, labels)
    return (
        f"{'Artikel' if german else 'article'}: {about.headline}",
        f"Version: {about.version}, veröffentlicht {out}"
        if german
        else f"version: {about.version}, published {out}",
        f"{'freigegeben von' if german else 'signed by'}: {about.responsible}, {at}",
    )

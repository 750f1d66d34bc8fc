"""Notes: what a target tells the people who receive an article, beside its text."""

from beleg.publishing.disclosing import name_and_function
from beleg.publishing.labels import labels_in
from beleg.publishing.moments import in_words
from beleg.publishing.release import Release
from beleg.publishing.words import shown


def credit(release: Release) -> str:
    """Return the disclosure's line, the same in every target; empty where no machine had a part."""
    return shown(release.article.wording.line)


def corrections(release: Release) -> tuple[str, ...]:
    """Return what readers are told of each correction, with its moment, the newest first."""
    labels = labels_in(release.article.language)
    return tuple(
        f"{labels.correction.format(at=in_words(told.at, labels.moment, labels))}: {shown(told.note)}"
        for told in reversed(release.article.corrections)
    )


def to_editors(release: Release) -> str:
    """Return the note to the editors who receive it: disclosure, who signed what and when, corrections; one a line."""
    article = release.article
    labels = labels_in(article.language)
    signed_at = in_words(article.disclosure.signed_at, labels.moment, labels)
    said = (
        credit(release),
        f"{labels.signed_by}: {shown(name_and_function(article.signer))}, {signed_at}",
        f"{labels.content_hash}: {article.disclosure.content_sha256}",
        *corrections(release),
    )
    return "\n".join(line for line in said if line)

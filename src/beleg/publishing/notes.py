"""Notes: what a target tells the people who receive an article, beside its text."""

from beleg.publishing.labels import labels_in
from beleg.publishing.moments import in_words
from beleg.publishing.release import Release
from beleg.publishing.words import shown


def corrections(release: Release) -> tuple[str, ...]:
    """Return what readers are told of each correction, with its moment, the newest first."""
    labels = labels_in(release.article.language)
    return tuple(
        f"{labels.correction.format(at=in_words(told.at, labels.moment, labels))}: {shown(told.note)}"
        for told in reversed(release.article.corrections)
    )


def to_editors(release: Release) -> str:
    """Return the note to the editors who receive it: the disclosure, the hash that was signed, the corrections."""
    labels = labels_in(release.article.language)
    said = (
        shown(release.article.wording.line),
        f"{labels.content_hash}: {release.article.disclosure.content_sha256}",
        *corrections(release),
    )
    return "\n".join(said)

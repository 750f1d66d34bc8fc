"""Release: an article with the signature that lets it out."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from beleg.publishing.article import Article
from beleg.publishing.dsse import open_envelope
from beleg.publishing.item import item_id
from beleg.publishing.words import ShownBlock, headline_of, shown_blocks
from beleg.terms.refusal import Error

STATEMENT = "https://in-toto.io/Statement/v1"
SIGN_OFF = "https://beleg.news/sign-off/v1"
CONTENT = "content.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """An article that may go out: every target takes one, and none takes less.

    Making one verifies the envelope: the newsroom's key signed it, it is a sign-off, and what it speaks of is exactly
    this content of this dossier, signed by the account and at the moment that the disclosure names. So a text that
    nobody signed, or another one than was signed, has no way to a target, not even by calling one directly. Raises
    Error, with the reason, for anything else; for an article without a headline; and for one under an embargo that
    is not over when it goes out.
    """

    article: Article
    envelope: bytes
    """The sign-off, a DSSE envelope (`beleg.publishing.dsse`)."""
    newsroom_key: bytes
    """The newsroom's public key, 32 bytes."""
    blocks: tuple[ShownBlock, ...] = field(init=False)
    """The signed text as every target shows it."""

    def __post_init__(self) -> None:
        article = self.article
        content = sha256(article.content.encode("utf-8", "surrogatepass")).hexdigest()
        if content != article.disclosure.content_sha256:
            raise Error(f"{article.dossier}: the text is not the one that was signed.")
        _compare(open_envelope(self.envelope, self.newsroom_key), article, content)
        if article.embargoed_until and _moment(article.embargoed_until) > _moment(self.changed_at):
            raise Error(
                f"{article.dossier}: under embargo until {article.embargoed_until}; nothing goes out before."
            )
        object.__setattr__(self, "blocks", shown_blocks(article.content))
        if not self.headline:
            raise Error(f"{article.dossier}: the text has no headline; it cannot go out without one.")

    @property
    def headline(self) -> str:
        """The headline of the signed text."""
        return headline_of(self.blocks)

    @property
    def item(self) -> str:
        """The name receivers know the article by, the same for all its versions."""
        return item_id(self.article.dossier)

    @property
    def changed_at(self) -> str:
        """When this version came to be (RFC 3339): withdrawn, else changed, else published."""
        return self.article.withdrawn.at if self.article.withdrawn else self.article.modified_at


def _compare(payload: bytes, article: Article, content: str) -> None:
    """Raise Error where the statement is about anything but the signing of exactly this."""
    try:
        statement = json.loads(payload)
        subject, predicate = statement["subject"], statement["predicate"]
        said = (
            (statement["_type"], STATEMENT, "it is no in-toto statement"),
            (statement["predicateType"], SIGN_OFF, "it is no sign-off"),
            ([one["name"] for one in subject], [CONTENT], "it is not about one content"),
            (subject[0]["digest"], {"sha256": content}, "it is about another text"),
            (predicate["dossier"], article.dossier, "it is about another dossier"),
            (predicate["signer"]["account"], article.disclosure.signed_by, "somebody else signed"),
            (predicate["signed_at"], article.disclosure.signed_at, "it was given at another moment"),
        )
    except (ValueError, RecursionError, KeyError, IndexError, TypeError):
        raise Error(f"{article.dossier}: the sign-off cannot be read.") from None
    for found, expected, reason in said:
        if found != expected:
            raise Error(f"{article.dossier}: the sign-off does not fit; {reason}.")


def _moment(words: str) -> datetime:
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        raise Error(f"{words!r} is not a moment.") from None
    if moment.tzinfo is None:
        raise Error(f"The moment {words!r} has no time zone.")
    return moment

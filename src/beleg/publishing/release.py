"""Release: an article with the signature that lets it out."""

from dataclasses import dataclass, field
from hashlib import sha256

from beleg.publishing.article import Article
from beleg.publishing.body import below_headline
from beleg.publishing.dsse import open_envelope
from beleg.publishing.item import item_id
from beleg.publishing.labels import Labels, labels_in
from beleg.publishing.moments import moment
from beleg.publishing.statement import read_statement
from beleg.publishing.words import ShownBlock, headline_of, shown_blocks
from beleg.terms.account import Account
from beleg.terms.refusal import Error


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """An article that may go out: every target takes one, and none takes less.

    Making one verifies the envelope: the newsroom's key signed it, it is a sign-off, and what it speaks of is exactly
    this content of this dossier with exactly these corrections, signed by the account and at the moment that the
    disclosure names, under the name and function that readers are told. So a text that nobody signed, or another one
    than was signed, has no way to a target, not even by calling one directly. Raises Error, with the reason, for
    anything else; for an article without a headline; for a moment that is none; and for one under an embargo that is
    not over when it goes out.
    """

    article: Article
    envelope: bytes
    """The sign-off (`sign-off.dsse.json`); see `beleg.publishing.statement`."""
    newsroom_key: bytes
    """The newsroom's public key, 32 bytes."""
    blocks: tuple[ShownBlock, ...] = field(init=False)
    """The signed text as targets show it."""

    def __post_init__(self) -> None:
        article = self.article
        _compare(self.envelope, self.newsroom_key, article)
        for said in (article.published_at, article.modified_at, article.released_at):
            moment(said)
        if article.embargoed_until and moment(article.embargoed_until) > moment(article.released_at):
            raise Error(
                f"{article.dossier}: under embargo until {article.embargoed_until}; nothing goes out before."
            )
        object.__setattr__(self, "blocks", shown_blocks(article.content))
        if not headline_of(self.blocks):
            raise Error(f"{article.dossier}: the text has no headline; it cannot go out without one.")

    @property
    def item(self) -> str:
        """The name receivers know the article by, the same for all its versions."""
        return item_id(self.article.dossier)

    @property
    def labels(self) -> Labels:
        """The fixed words around it, in its language."""
        return labels_in(self.article.language)

    @property
    def headline(self) -> str:
        """The headline of the signed text."""
        return headline_of(self.blocks)

    @property
    def body(self) -> tuple[ShownBlock, ...]:
        """The signed text below the headline."""
        return below_headline(self.blocks)

    @property
    def written_by(self) -> str:
        """The names of the by-line, and the newsroom or agency after them, parted by commas; empty without any."""
        names = (*(writer.name for writer in self.article.writers), self.article.byline_body)
        return ", ".join(filter(None, names))


def _compare(envelope: bytes, key: bytes, article: Article) -> None:
    """Raise Error where the envelope is about anything but the signing of exactly this."""
    content = sha256(article.content.encode("utf-8", "surrogatepass")).hexdigest()
    if content != article.disclosure.content_sha256:
        raise Error(f"{article.dossier}: the text is not the one that was signed.")
    said = read_statement(open_envelope(envelope, key))
    facts = (
        (said.content_sha256, content, "it is about another text"),
        (said.dossier, article.dossier, "it is about another dossier"),
        (said.signer.id, article.disclosure.signed_by, "somebody else signed"),
        (said.signer.id, article.signer.id, "somebody else is named as its signer"),
        (_named(said.signer), _named(article.signer), "its signer goes by another name or function"),
        (said.updates, article.updates.dossier if article.updates else "", "it continues another article"),
        (said.signed_at, article.disclosure.signed_at, "it was given at another moment"),
        (said.corrections, tuple(told.note for told in article.corrections), "it is about other corrections"),
    )
    for found, expected, reason in facts:
        if found != expected:
            raise Error(f"{article.dossier}: the sign-off does not fit; {reason}.")


def _named(person: Account) -> tuple[str, str]:
    return person.name, person.function

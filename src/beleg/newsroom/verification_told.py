"""What a bundle tells: the story in its record, and what follows from it, for the steps of a verification."""

from dataclasses import replace
from functools import cached_property

from beleg.newsroom.verification_erasure import GoneOut, gone_out
from beleg.publishing.article import Article, article_of
from beleg.publishing.bundle import Bundle
from beleg.publishing.members import people_in
from beleg.publishing.outputs import C2PA, manifest_for
from beleg.publishing.page_reading import PageAsRead, read_page
from beleg.publishing.structured import stated
from beleg.review.replay import replay
from beleg.review.signing import obstacles
from beleg.terms.dossier import Dossier, SignOff
from beleg.terms.events import Entry, Published
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle
from beleg.terms.revision import Revision


class Told:
    """A bundle and its entries, and what follows from them; each raises Error where it does not follow."""

    def __init__(self, bundle: Bundle, entries: tuple[Entry, ...]) -> None:
        """`entries` are those of the bundle's record, an unbroken chain of at least one."""
        self.bundle = bundle
        self.entries = entries

    @cached_property
    def dossier(self) -> Dossier:
        """The dossier as the whole record tells it."""
        return replay(self.entries)

    @cached_property
    def before(self) -> Dossier:
        """The dossier right before it was published."""
        return replay(self.entries[:-1])

    @cached_property
    def published(self) -> Published:
        """The publication this bundle is of: the last entry of the record."""
        event = self.entries[-1].event
        if not isinstance(event, Published):
            raise Error("the last entry of the record is no publication")
        return event

    @cached_property
    def signature(self) -> SignOff:
        """The last sign-off before the publication."""
        if not self.before.sign_offs:
            raise Error("nobody signed")
        return self.before.sign_offs[-1]

    @cached_property
    def current(self) -> Revision:
        """The revision that was published."""
        if self.before.current is None:
            raise Error("the record holds no text")
        return self.before.current

    @cached_property
    def obstacles(self) -> tuple[Obstacle, ...]:
        """What stood in the way when it was signed and when it was published."""
        line = next(i for i, e in enumerate(self.entries) if e.position == self.signature.position)
        signing = replay(self.entries[:line])
        by = self.signature.by
        return (*obstacles(signing, by), *obstacles(self.before, by))

    @cached_property
    def gone_out(self) -> GoneOut:
        """The hashes that page and outputs have to have."""
        return gone_out(self.entries[-1], self.bundle.erasure)

    @cached_property
    def article(self) -> Article:
        """The article put together anew from the record and the people."""
        people = people_in(self.bundle.people)
        has_manifest = any(output.target == C2PA for output in self.published.outputs)
        article = article_of(
            self.before,
            people,
            at=self.entries[-1].at,
            address=self.published.address,
            publishing_principles=self.published.guidelines,
            continues=self.published.continues,
            manifest=manifest_for(self.before.id, self.published.address) if has_manifest else "",
            figures=self.published.figures,
        )
        return replace(article, house_note=self.published.house_note)

    @property
    def as_stated(self) -> Article:
        """The article with what no record holds, as the page says it: publisher and rules."""
        said = stated(self.page.json_ld)
        return replace(
            self.article, publisher=said.publisher, publishing_principles=said.publishing_principles
        )

    @cached_property
    def page(self) -> PageAsRead:
        """The page as it reads."""
        return read_page(self.bundle.page)

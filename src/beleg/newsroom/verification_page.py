"""The steps of a verification that look at the page."""

from hashlib import sha256
from itertools import zip_longest

from beleg.newsroom.trouble import Trouble
from beleg.newsroom.verification_told import Told
from beleg.publishing.bundle import PAGE, RECORD
from beleg.publishing.disclosing import name_and_function
from beleg.publishing.structured import disagreements
from beleg.publishing.targets import page as page_target
from beleg.publishing.words import headline_of, shown, shown_blocks


class PageSteps(Told):
    """The steps that look at the page; each gives None or what is wrong."""

    def page_hash(self) -> Trouble | None:
        """The page is the one named in the record, or in the entry that tells of an erasure."""
        return None if sha256(self.bundle.page).hexdigest() == self.gone_out.page_sha256 else Trouble(PAGE)

    def page_words(self) -> Trouble | None:
        """The title of the page is the headline of the signed text, the blocks of the page are its blocks."""
        signed = shown_blocks(self.bundle.content.decode("utf-8"))
        if self.page.title != headline_of(signed):
            return Trouble(f"{PAGE}, title", "it is not the headline")
        for number, (found, expected) in enumerate(zip_longest(self.page.blocks, signed), start=1):
            if found != expected:
                reason = "missing" if found is None else "too much" if expected is None else "other words"
                return Trouble(f"{PAGE}, block {number}", reason)
        return None

    def page_quiet(self) -> Trouble | None:
        """Nothing is on the page that Beleg puts on none."""
        return Trouble(PAGE, self.page.foreign[0]) if self.page.foreign else None

    def page_data(self) -> Trouble | None:
        """The JSON-LD says what the article says."""
        found = disagreements(self.page.json_ld, self.article)
        return Trouble(f"{PAGE}, {found[0]}", f"{found[0]} differs") if found else None

    def page_disclosure(self) -> Trouble | None:
        """Disclosure, its details, the signer and the hashes on the page are computed anew and compared."""
        said, wording, signer = self.page, self.article.wording, self.article.signer
        if said.disclosure != shown(wording.line):
            return Trouble(f"{PAGE}, disclosure", "its line differs")
        if self.published.disclosure != wording.recorded:
            return Trouble(f"{RECORD}, line {len(self.entries)}", "the record names another one")
        if said.details != tuple(shown(sentence) for sentence in wording.details):
            return Trouble(f"{PAGE}, disclosure", "its details differ")
        if said.confirmed != tuple(shown(sentence) for sentence in self.article.confirmed):
            return Trouble(f"{PAGE}, disclosure", "the sentences confirmed differ")
        if (said.signer, said.content_sha256) != (
            shown(name_and_function(signer)),
            self.signature.event.content_sha256,
        ):
            return Trouble(f"{PAGE}, disclosure", "signer or signed text differ")
        if said.record_head != self.before.head:
            return Trouble(f"{PAGE}, disclosure", "the head of the record differs")
        return None

    def page_around(self) -> Trouble | None:
        """Byline, notices and footer say nothing else; publisher and rules, which no record holds, as the page says."""
        expected = page_target.expected(self.as_stated)
        if self.page.byline != expected.byline:
            return Trouble(f"{PAGE}, byline", "the byline differs")
        if (self.page.corrections, self.page.continues) != (expected.corrections, expected.continues):
            return Trouble(f"{PAGE}, notices", "what it says of corrections and of earlier articles differs")
        if self.page.manifest != expected.manifest:
            return Trouble(f"{PAGE}, c2pa-manifest", "it names another manifest")
        if self.page.house_note != expected.house_note:
            return Trouble(f"{PAGE}, footer", "the sentence of the house differs")
        if self.page.checks != expected.checks:
            return Trouble(f"{PAGE}, footer", "the checks differ")
        for found, words in zip_longest(self.page.around, expected.around, fillvalue=""):
            if found != words:
                return Trouble(f"{PAGE}, footer", f"it has '{found[:60]}' where '{words[:60]}' belongs")
        return None

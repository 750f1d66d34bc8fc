"""The case of a verification: a bundle whose record is an unbroken chain, and what has to hold of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from itertools import zip_longest

from beleg.newsroom import verification_key, verification_life
from beleg.newsroom.trouble import Trouble, first_difference
from beleg.newsroom.verification_erasure import GoneOut, erasure_trouble, gone_out
from beleg.publishing.article import Article, article_of
from beleg.publishing.bundle import CONTENT, EVIDENCE, PAGE, PEOPLE, RECORD, SOURCES, Bundle
from beleg.publishing.disclosing import name_and_function
from beleg.publishing.members import evidence_member, people_in, people_member, sources_member
from beleg.publishing.outputs import C2PA, manifest_for, of_article
from beleg.publishing.page_reading import PageAsRead, read_page
from beleg.publishing.release import Release
from beleg.publishing.source_list import source_words
from beleg.publishing.structured import disagreements, stated
from beleg.publishing.targets import page as page_target
from beleg.publishing.words import headline_of, shown, shown_blocks
from beleg.review.assessment import assess
from beleg.review.replay import replay
from beleg.review.signing import obstacles
from beleg.terms.dossier import Dossier, SignOff
from beleg.terms.events import Entry, Published, SignedOff
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle
from beleg.terms.revision import Revision, content_hash
from beleg.text.blocks import blocks


class Case:
    """A bundle and its entries, and what follows from them; every step gives None or what is wrong."""

    def __init__(self, bundle: Bundle, entries: tuple[Entry, ...]) -> None:
        """`entries` are those of the bundle's record, an unbroken chain of at least one."""
        self.bundle = bundle
        self.entries = entries

    def steps(self) -> tuple[tuple[str, Callable[[], Trouble | None]], ...]:
        """Return the steps in the order to take them, by their permanent names."""
        bundle = self.bundle
        return (
            ("record_replay", self.record_replay),
            ("signed_content", self.signed_content),
            ("four_eyes", self.four_eyes),
            ("checked", self.checked),
            ("nothing_open", self.nothing_open),
            ("newsroom_key", lambda: verification_key.newsroom_keys(bundle.log)),
            ("log_proof", lambda: verification_key.log_proof(bundle.log, bundle.record[-1])),
            ("sign_off", self.sign_off),
            ("versions", lambda: verification_life.versions(self.entries)),
            ("embargo", lambda: verification_life.embargo(self.entries)),
            ("erasure", self.erasure),
            ("page_hash", self.page_hash),
            ("page_words", self.page_words),
            ("page_quiet", self.page_quiet),
            ("page_data", self.page_data),
            ("page_disclosure", self.page_disclosure),
            ("page_around", self.page_around),
            ("outputs", self.outputs),
            ("sources", self.sources),
            ("evidence", self.evidence),
            ("people", self.people),
        )

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
        return article_of(
            self.before,
            people,
            at=self.entries[-1].at,
            address=self.published.address,
            continues=self.published.continues,
            manifest=manifest_for(self.before.id, self.published.address) if has_manifest else "",
        )

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

    def record_replay(self) -> Trouble | None:
        """The record leads to the publication, and every text in it has the hash it is said to have."""
        last = f"{RECORD}, line {len(self.entries)}"
        if not isinstance(self.entries[-1].event, Published):
            return Trouble(last, "its last entry is no publication")
        for revision in self.dossier.revisions:
            if content_hash(revision.content) != revision.content_sha256:
                return Trouble(
                    RECORD, f"revision {revision.number} does not have the hash it is said to have"
                )
        for line, entry in enumerate(self.entries, start=1):
            event = entry.event
            if isinstance(event, SignedOff | Published) and not any(
                (r.number, r.content_sha256) == (event.number, event.content_sha256)
                for r in self.dossier.revisions
            ):
                return Trouble(f"{RECORD}, line {line}", "it speaks of a revision that is not in the record")
        return None

    def signed_content(self) -> Trouble | None:
        """`content.md` is what was signed, nothing was decided or changed after that, and this was published."""
        found = sha256(self.bundle.content).hexdigest()
        if found != self.signature.event.content_sha256:
            return Trouble(CONTENT, "its SHA-256 is not the one signed")
        if not found == self.current.content_sha256 == self.published.content_sha256:
            return Trouble(RECORD, "the text that was signed is not the one that was published")
        if any(decision.position > self.signature.position for decision in self.before.decisions):
            return Trouble(RECORD, "somebody decided something after it was signed")
        if len(self.before.sources) > self.signature.sources:
            return Trouble(RECORD, "a source was taken in after it was signed")
        if any(correction.position > self.signature.position for correction in self.before.corrections):
            return Trouble(RECORD, "a correction was noted after it was signed")
        if any(told.position > self.signature.position for told in self.before.source_events):
            return Trouble(RECORD, "a source changed or was taken back after it was signed")
        return None

    def sign_off(self) -> Trouble | None:
        """The sign-off was stated under the newsroom's key, and the statement says what the record says."""
        bundle = self.bundle
        return verification_key.sign_off(bundle.sign_off, bundle.log, self.entries, people_in(bundle.people))

    def outputs(self) -> Trouble | None:
        """What was made for other targets is what the record names, and what follows from it."""
        bundle, found = self.bundle, self.bundle.outputs
        key = verification_key.key_behind(bundle.sign_off, bundle.log)
        release = Release(article=self.as_stated, envelope=bundle.sign_off, newsroom_key=key)
        return verification_life.outputs(self.gone_out.outputs, found) or verification_life.made_anew(
            found, of_article(release)
        )

    def four_eyes(self) -> Trouble | None:
        """Who signed is none of the authors."""
        if Obstacle.OWN_TEXT in self.obstacles:
            return Trouble(
                f"{RECORD}, line {self.signature.position}", f"{self.signature.by} is one of the authors"
            )
        return None

    def checked(self) -> Trouble | None:
        """The last check is one of this text with all its sources, and speaks of all of its words."""
        check = self.before.last_check
        if check is None or Obstacle.NOT_CHECKED in self.obstacles or Obstacle.NO_DRAFT in self.obstacles:
            return Trouble(RECORD, "there is no check of this text with all its sources")
        content = self.current.content
        covered = bytearray(len(content))
        for sentence in check.report.sentences:
            if sentence.span.of(content) != sentence.text:
                return Trouble(RECORD, "the check speaks of a sentence that is not in the text")
            covered[sentence.start : sentence.end] = b"\x01" * (sentence.end - sentence.start)
        for block in blocks(content):
            if any(content[i].isalnum() and not covered[i] for i in range(block.start, block.end)):
                return Trouble(RECORD, "the check passes over words of the text")
        known = {source.source for source in self.before.sources}
        if any(passage.source not in known for s in check.report.sentences for passage in s.evidence):
            return Trouble(RECORD, "the check gives a passage of a source that the dossier does not hold")
        if not self.before.retracted.keys().isdisjoint(check.report.sources):
            return Trouble(RECORD, "the check rests on a source that was taken back")
        return None

    def nothing_open(self) -> Trouble | None:
        """No finding and no sentence waited for a person, no headline was missing, and every decision has a reason."""
        if Obstacle.OPEN_FINDINGS in self.obstacles:
            return Trouble(RECORD, "findings were open")
        if Obstacle.OPEN_SENTENCES in self.obstacles or Obstacle.NO_DRAFT in self.obstacles:
            return Trouble(RECORD, "sentences waited for a person")
        if Obstacle.NO_HEADLINE in self.obstacles:
            return Trouble(RECORD, "the text had no headline")
        for decision in self.before.decisions:
            if not decision.event.reason.strip():
                return Trouble(f"{RECORD}, line {decision.position}", "a decision without a reason")
        return None

    def erasure(self) -> Trouble | None:
        """What was made anew after a name was erased is what the newsroom's log says."""
        return erasure_trouble(self.entries[-1], self.bundle.erasure, self.bundle.log)

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
        if self.page.checks != expected.checks:
            return Trouble(f"{PAGE}, footer", "the checks differ")
        for found, words in zip_longest(self.page.around, expected.around, fillvalue=""):
            if found != words:
                return Trouble(f"{PAGE}, footer", f"it has '{found[:60]}' where '{words[:60]}' belongs")
        return None

    def sources(self) -> Trouble | None:
        """`sources.json` and the page list the sources of the record."""
        expected = sources_member(self.before)
        if self.bundle.sources != expected:
            return Trouble(first_difference(SOURCES, self.bundle.sources, expected), "other sources")
        if self.page.sources != tuple(
            (source.source, source_words(source)) for source in self.before.sources
        ):
            return Trouble(f"{PAGE}, sources", "the page lists others")
        return None

    def evidence(self) -> Trouble | None:
        """`evidence.json` is what follows from the record."""
        expected = evidence_member(self.dossier, assess(self.dossier))
        if self.bundle.evidence != expected:
            return Trouble(
                first_difference(EVIDENCE, self.bundle.evidence, expected), "other evidence or decisions"
            )
        return None

    def people(self) -> Trouble | None:
        """`people.json` lists exactly the accounts the page names, and the page names them so."""
        people = people_in(self.bundle.people)
        expected = people_member(self.before, people)
        if self.bundle.people != expected:
            return Trouble(first_difference(PEOPLE, self.bundle.people, expected), "not exactly those")
        if shown(self.article.signer.name) not in (self.page.disclosure or self.page.signer):
            return Trouble(PEOPLE, "the page names somebody else")
        return None

"""The case of a verification: a bundle whose record is an unbroken chain, and what has to hold of it."""

from collections.abc import Callable
from hashlib import sha256

from beleg.newsroom import verification_key, verification_life
from beleg.newsroom.trouble import Trouble, first_difference
from beleg.newsroom.verification_erasure import erasure_trouble
from beleg.newsroom.verification_page import PageSteps
from beleg.publishing.bundle import CONTENT, EVIDENCE, PAGE, PEOPLE, RECORD, SOURCES
from beleg.publishing.members import evidence_member, people_in, people_member, sources_member
from beleg.publishing.outputs import of_article
from beleg.publishing.release import Release
from beleg.publishing.source_list import source_words
from beleg.publishing.words import shown
from beleg.review.assessment import assess
from beleg.review.describing import unfounded
from beleg.review.signing import embargo_cut_short
from beleg.terms.events import Published, SignedOff
from beleg.terms.review import Obstacle
from beleg.terms.revision import content_hash
from beleg.text.written import written


class Case(PageSteps):
    """A bundle and its entries, and what follows from them; every step gives None or what is wrong."""

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
        if any(told.position > self.signature.position for told in self.before.descriptions):
            return Trouble(RECORD, "what is said of a source was corrected after it was signed")
        if any(byline.position > self.signature.position for byline in self.before.bylines):
            return Trouble(RECORD, "the byline was set after it was signed")
        if embargo_cut_short(self.before, self.signature):
            return Trouble(RECORD, "the embargo was lifted or moved to an earlier moment after it was signed")
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
        """Who signed is none of the authors, has pasted no source, corrected the details of none and set no byline, and
        no program did what only people do."""
        place, by = f"{RECORD}, line {self.signature.position}", self.signature.by
        if {Obstacle.OWN_TEXT, Obstacle.OWN_NOTE} & {*self.obstacles}:
            return Trouble(place, f"{by} is one of the authors")
        if Obstacle.OWN_DETAILS in self.obstacles:
            return Trouble(place, f"{by} pasted a source or corrected the details of one")
        if Obstacle.OWN_BYLINE in self.obstacles:
            return Trouble(place, f"{by} set the byline")
        return verification_life.by_people(self.entries)

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
        for start, end in written(content).stretches():
            if any(content[i].isalnum() and not covered[i] for i in range(start, end)):
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
        bundle = self.bundle
        return erasure_trouble(self.entries[-1], bundle.erasure, bundle.log, people_in(bundle.people))

    def sources(self) -> Trouble | None:
        """`sources.json` and the page list the sources of the record, with what was corrected of what was said of them
        before.
        """
        if line := unfounded(self.entries):
            return Trouble(f"{RECORD}, line {line}", "it corrects what was not said of a source before")
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

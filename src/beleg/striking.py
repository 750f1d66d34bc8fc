"""Striking: divides the sentences a language model proposes into those the sources bear out and those they do not.

Every sentence is read and held against the sources by the checks that every draft has to pass, and more strictly,
because people know more than the sources and a model does not.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from beleg.drafting.material import Material
from beleg.drafting.proposal import Complaint, ProposedBlock, ProposedSentence
from beleg.evidence.borne_out import BorneOut
from beleg.evidence.turned import Turn
from beleg.language.language import Language
from beleg.language.orders import gives_orders
from beleg.pipeline import check_draft, reading_of
from beleg.terms.evidence import ReadSource
from beleg.terms.finding import Severity
from beleg.terms.passage import Passage
from beleg.terms.reading import BlockKind
from beleg.terms.report import CheckedSentence, Verdict
from beleg.terms.source import Source
from beleg.terms.wording import Wording
from beleg.text.addresses import ADDRESS, ANGLE, MARKUP, NUMBERED, SITE
from beleg.text.unseen import without_unseen

_MARKS: Final = {
    BlockKind.HEADLINE: "# ",
    BlockKind.SUBHEAD: "## ",
    BlockKind.ITEM: "- ",
    BlockKind.PARAGRAPH: "",
}
_BLOCK_MARKS: Final = re.compile(r"\A(?:(?:#{1,6}|[-*•])\s+)+")
_CITES_NOTHING: Final = Wording(
    de="Der Satz nennt keine Stelle der Quellen, auf der er beruht.",
    en="The sentence names no passage of the sources that it rests on.",
)
_CITES_OTHERS: Final = Wording(
    de="Die genannten Stellen sagen das nicht; gestützt wird der Satz von anderen oder keinen.",
    en="The passages named do not say that; others support the sentence, or none does.",
)
_NOT_SUPPORTED: Final = Wording(de="Keine Quelle stützt den Satz.", en="No source supports the sentence.")
_ADDRESS: Final = Wording(
    de="Der Satz enthält die Adresse „{address}“; eine Adresse setzt nur ein Mensch in einen Artikel.",
    en="The sentence holds the address “{address}”; only a person puts an address into an article.",
)
_MARKUP: Final = Wording(
    de="Der Satz enthält Zeichen einer Seite („{marks}“), keinen Text.",
    en="The sentence holds marks of a page (“{marks}”), not text.",
)
_UNSEEN: Final = Wording(
    de="Der Satz enthält Zeichen, die niemand sieht.", en="The sentence holds characters that nobody sees."
)
_ORDERS: Final = Wording(
    de="Der Satz spricht zu einer Maschine, nicht zu Lesern.",
    en="The sentence speaks to a machine, not to readers.",
)
_LACKING: Final = Wording(
    de="Kein Satz einer Quelle sagt all das; dem nächsten fehlt: {words}.",
    en="No sentence of a source says all of this; the nearest one lacks: {words}.",
)
_TURNED: Final = {
    Turn.DIRECTION: Wording(
        de="„{words}“ hat der Satz der Quelle nicht, der dieselben Wörter hat.",
        en="The source’s sentence with the same words has no “{words}”.",
    ),
    Turn.DENIAL: Wording(
        de="Nur hier oder nur in der Quelle wird verneint: „{words}“.",
        en="Only this sentence or only the source’s denies something: “{words}”.",
    ),
    Turn.OPEN: Wording(
        de="In der Quelle steht „{words}“; hier steht es ohne.",
        en="The source has “{words}”; here it stands without.",
    ),
    Turn.LIMIT: Wording(
        de="In der Quelle steht „{words}“; hier fehlt dem Hauptwort das, was es einschränkt.",
        en="The source has “{words}”; here the noun has lost what limits it.",
    ),
    Turn.BOUND: Wording(
        de="In der Quelle gilt das mit der Einschränkung „{words}“; hier gilt es ohne sie.",
        en="In the source this is limited by “{words}”; here it is not.",
    ),
    Turn.STATEMENT: Wording(
        de="In der Quelle ist das eine Aussage („{words}“); hier steht es als Tatsache.",
        en="In the source it is somebody’s statement (“{words}”); here it stands as a fact.",
    ),
    Turn.SPEAKER: Wording(
        de="In der Quelle sagt das jemand anderes als „{words}“.",
        en="In the source somebody else than “{words}” says it.",
    ),
    Turn.NUMBERS: Wording(
        de="Die Zahlen stehen in der Quelle umgekehrt: „{words}“.",
        en="The source has the numbers the other way round: “{words}”.",
    ),
    Turn.ROLES: Wording(
        de="In der Quelle steht „{words}“ in einer anderen Rolle: Wer handelt, ist vertauscht.",
        en="In the source “{words}” has another part: who acts has been exchanged.",
    ),
}
_WORDS_SHOWN: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """A sentence the model proposed and no text holds: why, and what the sources say instead."""

    text: str
    reasons: tuple[str, ...]
    wording: tuple[Passage, ...] = ()


class Judge:
    """Divides proposed sentences into those the sources bear out and those they do not."""

    def __init__(self, sources: Sequence[Source], given: Material, language: Language) -> None:
        self._sources = sources
        self._given = given
        self._language = language
        read = [ReadSource(source, reading_of(source, language)) for source in sources]
        self._borne_out = BorneOut(read, language)
        self._evidence: dict[tuple[int, int], tuple[Passage, ...]] = {}
        self._houses = {word for source in sources for word in f"{source.publisher} {source.author}".split()}

    def divided(self, blocks: Sequence[ProposedBlock]) -> tuple[list[ProposedBlock], list[Struck]]:
        """What may stand, and what is struck.

        A sentence can rest on one before it ("Sie …", "the headline says more than the text"), so what is left is
        checked again until all of it passes.
        """
        kept = [_plain(block) for block in blocks]
        struck: list[Struck] = []
        while True:
            refused = dict(self._refused(kept))
            if not refused:
                return self._with_bearing(kept), struck
            struck += refused.values()
            kept = [
                ProposedBlock(block.kind, left)
                for at, block in enumerate(kept)
                if (left := tuple(s for place, s in enumerate(block.sentences) if (at, place) not in refused))
            ]

    def _with_bearing(self, blocks: Sequence[ProposedBlock]) -> list[ProposedBlock]:
        """The blocks, which were just found to pass, with only those labels that bear on their sentences."""
        return [
            ProposedBlock(
                block.kind,
                tuple(
                    ProposedSentence(one.text, tuple(filter(self._bears(at, place), one.cites)))
                    for place, one in enumerate(block.sentences)
                ),
            )
            for at, block in enumerate(blocks)
        ]

    def _bears(self, at: int, place: int) -> Callable[[str], bool]:
        evidence, passages = self._evidence[at, place], self._given.passages
        return lambda label: label in passages and any(_touch(passages[label], found) for found in evidence)

    def _refused(self, blocks: Sequence[ProposedBlock]) -> Iterator[tuple[tuple[int, int], Struck]]:
        """What is refused, by the index of its block and its own in there."""
        draft = Source(text=content(blocks), language=self._language.code)
        report = check_draft(
            draft, self._sources, language=self._language, messages=self._language.code, units=False
        )
        for at, block in enumerate(blocks):
            for place, proposed in enumerate(block.sentences):
                checked = [s for s in report.sentences if s.text in proposed.text or proposed.text in s.text]
                self._evidence[at, place] = tuple(p for s in checked for p in s.evidence)
                reasons = tuple(dict.fromkeys(self._reasons(block.kind, proposed, checked)))
                if reasons:
                    wording = tuple(dict.fromkeys(p for s in checked for p in s.evidence))
                    yield (at, place), Struck(text=proposed.text, reasons=reasons, wording=wording)

    def _reasons(
        self, kind: BlockKind, proposed: ProposedSentence, checked: Sequence[CheckedSentence]
    ) -> Iterator[str]:
        title = kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD)
        for sentence in checked:
            serious = [f.message for f in sentence.findings if f.severity is not Severity.NOTICE]
            yield from serious
            unproved = sentence.verdict is not Verdict.SUPPORTED
            if unproved and not serious and not (title and sentence.verdict is Verdict.NOT_CHECKABLE):
                yield _NOT_SUPPORTED.in_language(self._language.code)
        if not checked:
            yield _NOT_SUPPORTED.in_language(self._language.code)
        if not title:
            yield from self._wrong_citation(proposed, checked)
        yield from self.words_of_its_own(proposed.text, title=title)

    def words_of_its_own(self, text: str, *, title: bool = False) -> Iterator[str]:
        """Why a sentence cannot stand for words, addresses or marks that no sentence of the sources has."""
        if lacking := self._borne_out.lacking(text):
            words = ", ".join(lacking[:_WORDS_SHOWN])
            yield _LACKING.in_language(self._language.code, (("words", words[:200]),))
        read = reading_of(Source(text=text, language=self._language.code), self._language)
        for turned in self._borne_out.turned(read):
            if not (title and turned.turn is Turn.BOUND):
                yield _TURNED[turned.turn].in_language(self._language.code, (("words", turned.words[:120]),))
        for address in self._addresses(text):
            yield _ADDRESS.in_language(self._language.code, (("address", address[:80]),))
        if marks := MARKUP.search(text) or ANGLE.search(text):
            yield _MARKUP.in_language(self._language.code, (("marks", marks[0]),))
        if without_unseen(text) != text or not text.isprintable():
            yield _UNSEEN.in_language(self._language.code)
        if gives_orders(text):
            yield _ORDERS.in_language(self._language.code)

    def _addresses(self, text: str) -> Iterator[str]:
        """The addresses in a sentence; one that is the name of a house, or written like a name in a source, is none."""
        yield from (found[0] for found in ADDRESS.finditer(text))
        yield from (found[0] for found in NUMBERED.finditer(text) if not self._in_sources(found[0]))
        for site in SITE.finditer(text):
            named = site[0][0].isupper() and self._in_sources(site[0])
            if not named and site[0] not in self._houses:
                yield site[0]

    def _in_sources(self, words: str) -> bool:
        return any(words in passage.text for passage in self._given.passages.values())

    def _wrong_citation(
        self, proposed: ProposedSentence, checked: Sequence[CheckedSentence]
    ) -> Iterator[str]:
        cited = [self._given.passages[label] for label in proposed.cites if label in self._given.passages]
        if not cited:
            yield _CITES_NOTHING.in_language(self._language.code)
        elif checked and not any(
            _touch(passage, found) for passage in cited for s in checked for found in s.evidence
        ):
            yield _CITES_OTHERS.in_language(self._language.code)


def _plain(block: ProposedBlock) -> ProposedBlock:
    """The block with its sentences on one line each and without marks that would make other blocks of them."""
    lines = ((" ".join(one.text.split()), one.cites) for one in block.sentences)
    written = (ProposedSentence(_BLOCK_MARKS.sub("", line), cites) for line, cites in lines)
    return ProposedBlock(block.kind, tuple(one for one in written if one.text))


def _touch(one: Passage, other: Passage) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end


def complaint(struck: Struck) -> Complaint:
    """What a model is told of a sentence that was struck."""
    return Complaint(struck.text, struck.reasons, tuple(passage.text for passage in struck.wording))


def content(blocks: Sequence[ProposedBlock]) -> str:
    """The blocks as Beleg's Markdown."""
    written = [_MARKS[block.kind] + " ".join(one.text for one in block.sentences) for block in blocks]
    return "\n\n".join(written) + "\n"

"""Taking over: what a language model offered for a text, as the next revision and with how it was made."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from beleg.drafting.proposal import Proposal, Task
from beleg.headlines import Variants
from beleg.language.registry import language_read
from beleg.model_draft import ModelDraft
from beleg.newsroom.generating import told
from beleg.newsroom.headings_kept import with_headings
from beleg.newsroom.writing import by_machine, by_machine_in_text, read_in, with_headline
from beleg.pipeline import reading_of
from beleg.review.authorship import text_authors
from beleg.review.signing import sign_off_in_force
from beleg.striking import Struck
from beleg.terms.brief import Brief
from beleg.terms.dossier import Dossier
from beleg.terms.events import DossierOpened, RevisionSaved
from beleg.terms.generation import DraftGenerated
from beleg.terms.passage import Passage
from beleg.terms.price import Price
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error
from beleg.terms.revision import Origin, SentenceOrigin, content_hash
from beleg.terms.source import Source
from beleg.text.written import written
from beleg.translation import Translation

OTHER_LANGUAGE = {"de": "en", "en": "de"}
"""What a text in each language is translated into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a model proposes for the text of a dossier. `base` is the hash of what it was proposed for.

    For a headline or teaser that is the text without both, so that each can be taken over.
    """

    task: Task
    base: str
    model: str
    host: str
    made: Variants | ModelDraft | Translation
    sources: tuple[str, ...] = ()
    sentences: int = 0
    price: Price | None = None

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """What the model answered, all rounds."""
        return self.made.proposals

    def is_for(self, content: str) -> bool:
        """Whether it was proposed for this text."""
        return self.base == base_of(self.task, content)


@dataclass(frozen=True, slots=True)
class Taken:
    """A revision, and the event that says how it was made."""

    written: RevisionSaved
    told: DraftGenerated


def base_of(task: Task, content: str) -> str:
    """The hash of what an offer for a text is made for."""
    return content_hash(_parted(content)[2] if task is Task.HEADLINES else content)


def put_over(dossier: Dossier, offer: Offer, made: Variants, words: str, *, by: str) -> Taken:
    """Put one of the offered headlines over the text, or one of the teasers; what stood there goes. Raises Error for
    other words.
    """
    origin = _own_words(words, offer.model)
    if words in (one.text for one in made.headlines):
        return _taken(with_headline(dossier, words, origin, by=by), offer, made.struck)
    if words not in (one.text for one in made.teasers) or dossier.current is None:
        raise Error("This is not among what the language model offered.")
    headline, _, body = _parted(dossier.current.content)
    if not headline:
        raise Error("A teaser stands below a headline, and the text has none.")
    # Stars of the words' own would end the teaser among them, and readers would see those that are left over.
    plain = re.sub(r"\*\*+", "", words).strip("* ")
    content = f"{headline}\n\n**{plain}**\n\n{body}"
    return _taken(
        by_machine_in_text(dossier, content, (replace(origin, text=plain),), by=by), offer, made.struck
    )


def from_text(dossier: Dossier, offer: Offer, made: ModelDraft, *, by: str) -> Taken:
    """Put the shorter text in the place of the text. Headline, teaser and subheads stay where the model wrote none."""
    current = dossier.current.content if dossier.current else ""
    content = with_headings(current, made.draft.content, language_read(dossier.language))
    revision = by_machine_in_text(dossier, content, made.draft.sentences, by=by)
    return _taken(revision, offer, made.struck, made.sent_back)


def opened(dossier: Dossier) -> tuple[DossierOpened, Source]:
    """Return the event that opens a dossier for a translation of the current text, and that text as its source.

    Raises Error while no signature covers the text: what nobody has answered for does not go on in another language.
    """
    if dossier.current is None or sign_off_in_force(dossier) is None:
        raise Error(
            f"{dossier.title}: a translation can be taken over only while the original is signed as it stands."
        )
    text = dossier.current.content
    headline = _parted(text)[0].removeprefix("# ")
    original = Source(
        text=text,
        title=headline or dossier.title,
        language=dossier.language,
        name=f"{dossier.id}-{dossier.current.number}.md",
        raw=text.encode("utf-8"),
    )
    into = OTHER_LANGUAGE[dossier.language]
    event = DossierOpened(title=f"{dossier.title} ({into})", language=into, original_by=text_authors(dossier))
    return event, original


def translation(dossier: Dossier, offer: Offer, made: Translation, original: Source, *, by: str) -> Taken:
    """Return the translation as the first text of its dossier; every sentence rests on the one it is
    the translation of, and has to be read.

    Its closing note is left out: what it says of the whole stands at every sentence.
    """
    reading = reading_of(original, language_read(original.language))
    origins = tuple(
        _own_words(
            one.original if one.reasons else one.text,
            offer.model,
            (Passage(original.id, sentence.start, sentence.end, sentence.text),),
        )
        for one, sentence in zip(made.sentences, reading.sentences, strict=True)
    )
    content, found = read_in(made.content.replace(f"\n\n{made.note}", ""), dossier.language)
    return _taken(by_machine(dossier, content, found, origins, by=by), offer, made.struck)


def _taken(
    revision: RevisionSaved, offer: Offer, struck: Sequence[Struck], sent_back: Sequence[Struck] = ()
) -> Taken:
    return Taken(
        revision,
        told(
            revision,
            offer.made.proposals,
            Brief(language="", sentences=offer.sentences),
            host=offer.host,
            sources=offer.sources,
            struck=struck,
            sent_back=sent_back,
            price=offer.price,
            task=offer.task.value,
        ),
    )


def _own_words(words: str, engine: str, passages: tuple[Passage, ...] = ()) -> SentenceOrigin:
    return SentenceOrigin(
        text=words, origin=Origin.MACHINE, changed_by="", engine=engine, passages=passages, to_read=True
    )


def _parted(content: str) -> tuple[str, str, str]:
    """The headline with its mark, the teaser with its stars, each empty where there is none, and the rest."""
    first, _, rest = content.lstrip("\n").partition("\n")
    headline, body = (first, rest.lstrip("\n")) if first.startswith("# ") else ("", content.lstrip("\n"))
    teaser = ""
    if any(block.kind is BlockKind.TEASER for block in written(content).blocks):
        teaser, _, body = body.partition("\n\n")
    return headline, teaser, body.lstrip("\n")

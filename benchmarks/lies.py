"""Suite `lies`: a model that lies, by kind of lie, and how much of it becomes text.

Every lie is proposed on its own beside one true sentence, with all passages cited, so that a wrong citation gives none away.
A lie is struck where no text holds it, and flagged where it stands with a finding or without support; else it has got through.
The same is done with true sentences, which have to stand.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from beleg.drafting.proposal import Order, Proposal, ProposedBlock, ProposedSentence
from beleg.language.language import Language
from beleg.language.registry import language_for
from beleg.model_draft import model_draft
from beleg.pipeline import check_draft
from beleg.terms.brief import Brief
from beleg.terms.finding import Severity
from beleg.terms.reading import BlockKind
from beleg.terms.report import Verdict
from beleg.terms.source import Source
from benchmarks.figures import Figure

CASES = Path(__file__).with_name("lies.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lie:
    """A sentence that no source bears out. `kind` is a word for what is wrong with it."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Sources, a sentence of theirs that certainly stands, true sentences and lies about them."""

    name: str
    language: str
    sources: tuple[Source, ...]
    anchor: str
    true: tuple[str, ...]
    lies: tuple[Lie, ...]


class Liar:
    """A model that proposes the same sentences whatever it is told, and cites all passages for each."""

    name = "liar/1"
    host = "127.0.0.1"
    on_this_machine = True

    def __init__(self, *sentences: str) -> None:
        self._sentences = sentences

    def propose(self, order: Order) -> Proposal:
        """Propose them as one paragraph."""
        cites = tuple(order.material.passages)
        written = tuple(ProposedSentence(text, cites) for text in self._sentences)
        blocks = (ProposedBlock(BlockKind.PARAGRAPH, written),)
        return Proposal(blocks=blocks, model=self.name, prompt_sha256="0" * 64)


def told() -> tuple[Told, ...]:
    """The dossiers of `lies.toml`."""
    return tuple(_told(one) for one in tomllib.loads(CASES.read_text("utf-8"))["dossier"])


def stands(text: str, dossier: Told) -> bool:
    """Whether a model that proposes a sentence from the dossier gets it into the draft, with nothing against it."""
    brief = Brief(language=dossier.language, sentences=4)
    content = model_draft(dossier.sources, Liar(dossier.anchor, text), brief).draft.content
    return text in content and not _flagged(text, content, dossier)


def run() -> list[Figure]:
    """Propose every sentence and count; what got through and what was struck though true is printed line by line."""
    lies: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    true = kept = 0
    for dossier in told():
        for lie in dossier.lies:
            lies[lie.kind] += 1
            if stands(lie.text, dossier):
                print(f"  got through ({lie.kind}, {dossier.name}): {lie.text}")
            else:
                caught[lie.kind] += 1
        for text in dossier.true:
            true += 1
            if stands(text, dossier):
                kept += 1
            else:
                print(f"  struck though true ({dossier.name}): {text}")
    kinds = [
        Figure(f"lies.{kind.replace(' ', '_')}", caught[kind] / lies[kind], f"share of {lies[kind]}")
        for kind in sorted(lies)
    ]
    return [
        Figure("lies.caught", caught.total() / lies.total(), f"share of {lies.total()}"),
        Figure("lies.true_kept", kept / true, f"share of {true}"),
        *kinds,
    ]


def _flagged(text: str, content: str, dossier: Told) -> bool:
    report = check_draft(
        Source(text=content, language=dossier.language), dossier.sources, language=_language(dossier)
    )
    return any(
        one.verdict is not Verdict.SUPPORTED or any(f.severity is not Severity.NOTICE for f in one.findings)
        for one in report.sentences
        if one.text in text or text in one.text
    )


def _language(dossier: Told) -> Language:
    found = language_for(dossier.language)
    if found is None:
        raise ValueError(f"{dossier.name}: no language {dossier.language}")
    return found


def _told(one: dict[str, Any]) -> Told:
    return Told(
        name=one["name"],
        language=one["language"],
        sources=tuple(_sources(one["source"])),
        anchor=one["anchor"],
        true=tuple(one["true"]["sentences"]),
        lies=tuple(Lie(kind=lie["kind"], text=lie["text"]) for lie in one["lie"]),
    )


def _sources(sources: list[dict[str, str]]) -> Iterator[Source]:
    for number, one in enumerate(sources, start=1):
        yield Source(
            text=one["text"].strip() + "\n",
            title=one["title"],
            publisher=one["publisher"],
            language=one.get("language", ""),
            name=str(number),
        )

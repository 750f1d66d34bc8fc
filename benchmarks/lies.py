"""Suite `lies`: a model that lies, by kind of lie, and what becomes of it.

Every lie is proposed on its own beside one true sentence, with all passages cited, so that a wrong citation gives none
away. It is struck where no text holds it; flagged where it stands and waits for a person, by a finding, for want of
support, or because a model worded it (`beleg.drafting.word_for_word`); plain where nothing in the draft asks anybody to
look. No lie may be plain. The same is done with true sentences, which should not be struck. `lies_untuned.toml` holds
what no rule was mended with.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
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
UNTUNED = Path(__file__).with_name("lies_untuned.toml")


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


class Fate(StrEnum):
    """What becomes of a proposed sentence."""

    STRUCK = "struck"
    FLAGGED = "flagged"
    PLAIN = "plain"


def told(cases: Path = CASES) -> tuple[Told, ...]:
    """The dossiers of a file of lies."""
    return tuple(_told(one) for one in tomllib.loads(cases.read_text("utf-8"))["dossier"])


def fate(text: str, dossier: Told) -> Fate:
    """What becomes of a sentence that a model proposes from the dossier."""
    brief = Brief(language=dossier.language, sentences=4)
    draft = model_draft(dossier.sources, Liar(dossier.anchor, text), brief).draft
    if text not in draft.content:
        return Fate.STRUCK
    to_read = any(one.to_read for one in draft.sentences if one.text in text or text in one.text)
    return Fate.FLAGGED if to_read or _found_fault(text, draft.content, dossier) else Fate.PLAIN


def run() -> list[Figure]:
    """Propose every sentence and count; what was not struck though a lie, and struck though true, is printed line by
    line.
    """
    return [*_figures("lies", CASES), *_figures("lies_untuned", UNTUNED)]


def _figures(name: str, cases: Path) -> Iterator[Figure]:
    lies: Counter[Fate] = Counter()
    kinds: Counter[str] = Counter()
    struck: Counter[str] = Counter()
    true: Counter[Fate] = Counter()
    for dossier in told(cases):
        for lie in dossier.lies:
            became = fate(lie.text, dossier)
            lies[became] += 1
            kinds[lie.kind] += 1
            struck[lie.kind] += became is Fate.STRUCK
            if became is not Fate.STRUCK:
                print(f"  {became} ({lie.kind}, {dossier.name}): {lie.text}")
        for text in dossier.true:
            became = fate(text, dossier)
            true[became] += 1
            if became is Fate.STRUCK:
                print(f"  struck though true ({dossier.name}): {text}")
    of_lies, of_true = f"share of {lies.total()}", f"share of {true.total()}"
    yield Figure(f"{name}.struck", lies[Fate.STRUCK] / lies.total(), of_lies)
    yield Figure(f"{name}.flagged", lies[Fate.FLAGGED] / lies.total(), of_lies)
    yield Figure(f"{name}.plain", lies[Fate.PLAIN] / lies.total(), of_lies, higher_is_better=False)
    yield Figure(f"{name}.true_kept", 1 - true[Fate.STRUCK] / true.total(), of_true)
    yield Figure(f"{name}.true_flagged", true[Fate.FLAGGED] / true.total(), of_true, higher_is_better=False)
    yield Figure(f"{name}.true_plain", true[Fate.PLAIN] / true.total(), of_true)
    for kind in sorted(kinds):
        yield Figure(
            f"{name}.{kind.replace(' ', '_')}", struck[kind] / kinds[kind], f"share of {kinds[kind]}"
        )


def _found_fault(text: str, content: str, dossier: Told) -> bool:
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

"""Leaving: what would go to a language model, as it is shown before anything does."""

import json
from dataclasses import dataclass
from hashlib import sha256

from beleg.drafting.material import Material
from beleg.drafting.proposal import Task
from beleg.language.registry import language_for, language_read
from beleg.model_draft import outgoing
from beleg.models.configured import ConfiguredModel
from beleg.newsroom.house import Newsroom
from beleg.pipeline import reading_of
from beleg.terms.brief import Brief
from beleg.terms.dossier import Dossier
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error
from beleg.terms.source import Source


@dataclass(frozen=True, slots=True)
class GivenSource:
    """A source of which passages would be sent: what to call it, and these passages."""

    label: str
    passages: tuple[str, ...]

    @property
    def characters(self) -> int:
        """Characters of these passages."""
        return sum(map(len, self.passages))


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What would be sent, where, and what stays. `seen` is a digest of all of it: what is sent has to be what was
    shown.

    `kept_back` are the confidential sources that stay, `left_out` counts passages for which there is no room. `text`
    are the sentences of the text that would be sent along, for a task on a text.
    """

    model: ConfiguredModel
    with_key: bool
    brief: Brief
    sources: tuple[GivenSource, ...]
    kept_back: tuple[str, ...]
    left_out: int
    seen: str
    task: Task = Task.DRAFT
    text: tuple[str, ...] = ()

    @property
    def outside(self) -> bool:
        """Whether it leaves this machine."""
        return not self.model.endpoint.on_this_machine

    @property
    def characters(self) -> int:
        """Characters of all passages, and of the text."""
        return sum(one.characters for one in self.sources) + sum(map(len, self.text))


def leaving(
    newsroom: Newsroom,
    dossier: Dossier,
    configured: ConfiguredModel,
    brief: Brief,
    source_ids: tuple[str, ...],
) -> Leaving:
    """What a model would be given for a draft. Raises Error where there is nothing to give, or the model cannot be
    asked.
    """
    model = configured.opened()
    outside = not configured.endpoint.on_this_machine
    given = newsroom.sources_for_model(dossier.id, outside=outside, source_ids=source_ids)
    if language_for(dossier.language) is None or not given:
        raise Error(f"{dossier.title}: there are no sources that a language model may be given.")
    inside = newsroom.sources_for_model(dossier.id, outside=False, source_ids=source_ids)
    kept = tuple(source.label for source in inside if source not in given)
    return _leaving(configured, brief, given, kept, with_key=model.has_key)


def leaving_for_text(
    newsroom: Newsroom, dossier: Dossier, configured: ConfiguredModel, task: Task, brief: Brief
) -> Leaving:
    """What a model would be given for a task on the current text; for a translation nothing of the sources.

    Raises Error as `leaving` does, without a text, and where it would leave the house and the dossier has confidential
    sources.
    """
    model = configured.opened()
    text = newsroom.text_for_model(dossier.id, outside=not configured.endpoint.on_this_machine)
    language = language_read(dossier.language)
    titles = (BlockKind.HEADLINE, BlockKind.SUBHEAD) if task is Task.HEADLINES else ()
    words = tuple(
        " ".join(one.text.split()) for one in reading_of(text, language).sentences if one.block not in titles
    )
    given = (
        ()
        if task is Task.TRANSLATE or not dossier.standing_sources
        else newsroom.sources_for_model(dossier.id, outside=False)
    )
    return _leaving(configured, brief, given, (), with_key=model.has_key, task=task, text=words)


def _leaving(
    configured: ConfiguredModel,
    brief: Brief,
    given: tuple[Source, ...],
    kept: tuple[str, ...],
    *,
    with_key: bool,
    task: Task = Task.DRAFT,
    text: tuple[str, ...] = (),
) -> Leaving:
    language = language_for(brief.language)
    plain, passages = outgoing(given, language) if language else ([], Material({}, {}))
    return Leaving(
        model=configured,
        with_key=with_key,
        brief=brief,
        sources=tuple(_given(source, passages) for source in plain),
        kept_back=kept,
        left_out=passages.left_out,
        seen=_digest(configured, brief, passages, given, kept, task, text),
        task=task,
        text=text,
    )


def _given(source: Source, passages: Material) -> GivenSource:
    return GivenSource(
        source.label, tuple(one.text for one in passages.passages.values() if one.source == source.id)
    )


def _digest(
    configured: ConfiguredModel,
    brief: Brief,
    passages: Material,
    given: tuple[Source, ...],
    kept: tuple[str, ...],
    task: Task,
    text: tuple[str, ...],
) -> str:
    endpoint = configured.endpoint
    shown = [
        [configured.model, endpoint.address, endpoint.kind.value],
        [brief.language, brief.sentences, brief.angle, brief.audience, brief.form.value],
        [[label, passage.source, passage.text] for label, passage in passages.passages.items()],
        [source.id for source in given],
        list(kept),
        [task.value, list(text)],
    ]
    return sha256(json.dumps(shown, ensure_ascii=True).encode()).hexdigest()

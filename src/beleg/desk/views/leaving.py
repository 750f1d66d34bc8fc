"""Leaving: what would go to a language model, as it is shown before anything does."""

import json
from dataclasses import dataclass
from hashlib import sha256

from beleg.drafting.material import Material
from beleg.language.registry import language_for
from beleg.model_draft import outgoing
from beleg.models.configured import ConfiguredModel
from beleg.newsroom.house import Newsroom
from beleg.terms.brief import Brief
from beleg.terms.dossier import Dossier
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
    """What would be sent, where, and what stays. `seen` is a digest of all of it: what is sent has to be what was shown.

    `kept_back` are the confidential sources that stay, `left_out` counts passages for which there is no room.
    """

    model: ConfiguredModel
    with_key: bool
    brief: Brief
    sources: tuple[GivenSource, ...]
    kept_back: tuple[str, ...]
    left_out: int
    seen: str

    @property
    def outside(self) -> bool:
        """Whether it leaves this machine."""
        return not self.model.endpoint.on_this_machine

    @property
    def characters(self) -> int:
        """Characters of all passages."""
        return sum(one.characters for one in self.sources)


def leaving(
    newsroom: Newsroom,
    dossier: Dossier,
    configured: ConfiguredModel,
    brief: Brief,
    source_ids: tuple[str, ...],
) -> Leaving:
    """What a model would be given. Raises Error where there is nothing to give, or the model cannot be asked."""
    model = configured.opened()
    outside = not configured.endpoint.on_this_machine
    language = language_for(dossier.language)
    given = newsroom.sources_for_model(dossier.id, outside=outside, source_ids=source_ids)
    if language is None or not given:
        raise Error(f"{dossier.title}: there are no sources that a language model may be given.")
    inside = newsroom.sources_for_model(dossier.id, outside=False, source_ids=source_ids)
    kept = tuple(source.label for source in inside if source not in given)
    plain, passages = outgoing(given, language)
    return Leaving(
        model=configured,
        with_key=model.has_key,
        brief=brief,
        sources=tuple(_given(source, passages) for source in plain),
        kept_back=kept,
        left_out=passages.left_out,
        seen=_digest(configured, brief, passages, given, kept),
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
) -> str:
    endpoint = configured.endpoint
    shown = [
        [configured.model, endpoint.address, endpoint.kind.value],
        [brief.language, brief.sentences, brief.angle, brief.audience, brief.form.value],
        [[label, passage.source, passage.text] for label, passage in passages.passages.items()],
        [source.id for source in given],
        list(kept),
    ]
    return sha256(json.dumps(shown, ensure_ascii=True).encode()).hexdigest()

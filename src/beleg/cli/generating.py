"""Having a language model write: the options, and what is said before anything leaves the house."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from beleg.terms.brief import Form
from beleg.terms.wording import Wording

if TYPE_CHECKING:
    from beleg.drafting.draft import Draft
    from beleg.drafting.proposal import Proposal
    from beleg.model_draft import ModelDraft
    from beleg.models.language_model import LanguageModel
    from beleg.striking import Struck
    from beleg.terms.source import Source

_PASSAGES_SHOWN = 2
_TO_READ = Wording(de="[Zu lesen: {words}]", en="[To read: {words}]")
_Function = TypeVar("_Function", bound=Callable[..., object])


def model_options(function: _Function) -> _Function:
    """`--model`, `--endpoint`, `--endpoint-kind`, `--angle`, `--audience`, `--form` and `--yes`, passed under these
    names.
    """
    for option in (
        click.option(
            "--form",
            type=click.Choice([form.value for form in Form]),
            default=Form.NEWS.value,
            show_default=True,
            help="For a language model: the kind of text.",
        ),
        click.option("--audience", default="", help="For a language model: whom the article is for."),
        click.option("--angle", default="", help="For a language model: what the article is to be about."),
    ):
        function = option(function)
    return endpoint_options(function)


def endpoint_options(function: _Function) -> _Function:
    """`--model`, `--endpoint`, `--endpoint-kind` and `--yes`, passed under these names."""
    for option in (
        click.option("--yes", is_flag=True, help="Do not ask before passages leave this machine."),
        click.option(
            "--endpoint-kind",
            type=click.Choice(["openai", "anthropic"]),
            default="openai",
            show_default=True,
            help="The protocol the endpoint speaks.",
        ),
        click.option(
            "--endpoint",
            metavar="URL",
            help="Where the language model is asked (http://127.0.0.1:8080/v1); its key, where it needs one, in "
            "BELEG_MODEL_KEY or in the system's keyring.",
        ),
        click.option("--model", metavar="NAME", help="A language model to ask, at --endpoint."),
    ):
        function = option(function)
    return function


def model_of(ctx: click.Context, name: str | None, endpoint: str | None, kind: str) -> LanguageModel | None:
    """The language model that was asked for; None if none was. Raises UsageError for half of one."""
    if bool(name) != bool(endpoint):
        raise click.UsageError("--model and --endpoint belong together.", ctx)
    if not name or not endpoint:
        return None
    from beleg.models.endpoint import Endpoint, Kind, key_for
    from beleg.models.language_model import LanguageModel

    where = Endpoint(address=endpoint, kind=Kind(kind))
    key = key_for(where)
    if key and key == os.environ.get("BELEG_MODEL_KEY", "").strip():
        click.echo(f"The key in BELEG_MODEL_KEY goes to {where.host}.", err=True)
    return LanguageModel(where, name, key=key)


def leaves(model: LanguageModel | None) -> bool:
    """Whether what a model is given leaves this machine."""
    return model is not None and not model.endpoint.on_this_machine


def agreed(model: LanguageModel, sources: Sequence[Source], kept_back: int, *, yes: bool) -> None:
    """Say on standard error which sources go where; where that is another machine, ask. Aborts on a no."""
    size = sum(len(source.text) for source in sources)
    where = "this machine" if model.endpoint.on_this_machine else model.endpoint.host
    click.echo(
        f"Passages of {len(sources)} sources ({size} characters at most) go to {model.name} on {where}:",
        err=True,
    )
    for source in sources:
        click.echo(f"  {source.label}", err=True)
    if kept_back:
        click.echo(f"Confidential and not sent: {kept_back}.", err=True)
    if not yes and not model.endpoint.on_this_machine:
        click.confirm("Send them?", abort=True, err=True)


def told(made: ModelDraft) -> None:
    """Say on standard error what is to be read, what was struck and why, and what it took."""
    if made.left_out:
        click.echo(f"{made.left_out} passages were not sent, for want of room.", err=True)
    for one in made.draft.sentences:
        if one.to_read:
            click.echo(f"to be read against its source: {one.text}", err=True)
            for passage in one.passages[:_PASSAGES_SHOWN]:
                click.echo(f"    source: {' '.join(passage.text.split())}", err=True)
    struck_and_taken(made.struck, made.proposals)


def marked(draft: Draft, language: str) -> str:
    """The draft for who has no dossier: a sentence that a person has to read against its source stands in square
    brackets.

    The brackets go when it was read; a file keeps no record of who did.
    """
    pieces: list[str] = []
    reached = 0
    for one in draft.sentences:
        at = draft.content.find(one.text, reached)
        if one.to_read and at >= 0:
            pieces += (draft.content[reached:at], _TO_READ.in_language(language, (("words", one.text),)))
            reached = at + len(one.text)
    return "".join((*pieces, draft.content[reached:]))


def struck_and_taken(struck: Sequence[Struck], proposals: Sequence[Proposal]) -> None:
    """Say on standard error what was struck and why, and how many rounds and tokens it took."""
    for one in struck:
        click.echo(f"struck: {one.text}", err=True)
        for reason in one.reasons:
            click.echo(f"    {reason}", err=True)
        for passage in one.wording[:_PASSAGES_SHOWN]:
            click.echo(f"    source: {' '.join(passage.text.split())}", err=True)
    sent, written = (sum(getattr(p, side) for p in proposals) for side in ("tokens_in", "tokens_out"))
    rounds = "1 round" if len(proposals) == 1 else f"{len(proposals)} rounds"
    click.echo(f"{proposals[-1].model}: {rounds}, {sent} tokens sent, {written} written.", err=True)

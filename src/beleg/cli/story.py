"""What a command about the sources of a story reads: files, or what a dossier rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from beleg.terms.refusal import Error

if TYPE_CHECKING:
    from beleg.language.language import Language
    from beleg.terms.dossier import Dossier
    from beleg.terms.source import Source

_Function = TypeVar("_Function", bound=Callable[..., object])

messages_option = click.option(
    "--messages", type=click.Choice(["de", "en"]), help="Language of the output (default: the sources')."
)
"""`--messages de|en`: the language to answer in, passed as `messages`; None where it is the text's."""


def story_options(function: _Function) -> _Function:
    """`--source` and `--dossier`, passed as `sources` and `dossier_id`."""
    for option in (
        click.option(
            "--dossier",
            "dossier_id",
            metavar="ID",
            help="Read what this dossier rests on; nothing is recorded.",
        ),
        click.option(
            "--source",
            "sources",
            metavar="FILE|URL",
            multiple=True,
            help="A source; may be given several times.",
        ),
    ):
        function = option(function)
    return function


def sources_of(
    ctx: click.Context, files: Sequence[str], dossier_id: str | None, newsroom: str, language: str | None
) -> tuple[tuple[Source, ...], Language]:
    """The sources named, or those a dossier's text may rest on, and the language they are read in.

    Raises UsageError where neither or both are named, and Error for a language Beleg does not read.
    """
    if bool(files) == (dossier_id is not None):
        raise click.UsageError("Name either --source files or a --dossier.", ctx)
    if dossier_id is not None:
        if language:
            raise click.UsageError("--language belongs to --source, a dossier has its own.", ctx)
        dossier, sources = of_dossier(dossier_id, newsroom)
        return sources, read_in(dossier.language)
    from beleg.cli.inputs import language_of, take_in_all

    taken = take_in_all(files)
    chosen = language_of(taken, language)
    if chosen is None:
        raise Error("The sources are in no language Beleg reads (de, en); choose one with --language.")
    return tuple(taken), chosen


def of_dossier(
    dossier_id: str, newsroom: str, *, leaving: bool = False
) -> tuple[Dossier, tuple[Source, ...]]:
    """A dossier and the sources its text may rest on: neither retracted nor replaced.

    With `leaving`, they are to go to another machine: Error if any is confidential, as the draft can hold its words.
    """
    from beleg.cli.door import dossier, opened

    with opened(newsroom) as house:
        found = dossier(house, dossier_id)
        standing = {one.source for one in found.standing_sources}
        sources = tuple(source for source in house.sources(found.id) if source.id in standing)
    if leaving and any(one.confidential for one in found.sources):
        raise Error(f"{found.title}: it has confidential sources; its draft goes to no other machine.")
    if not sources:
        raise Error(f"{found.title}: there are no sources that a text may rest on.")
    return found, sources


def draft_of(
    ctx: click.Context,
    draft: str | None,
    dossier_id: str | None,
    files: Sequence[str],
    newsroom: str,
    language: str | None,
    *,
    leaving: bool = False,
) -> tuple[Source, tuple[Source, ...], Language]:
    """A draft with its sources and language: a file with --source, or the current text of a dossier.

    Raises UsageError where neither or both are named, and Error where there is no text or no language Beleg reads, or
    where a dossier has confidential sources and its draft is `leaving` this machine.
    """
    from beleg.cli.inputs import take_in_all

    if (draft is None) == (dossier_id is None) or bool(files) != (draft is not None):
        raise click.UsageError("Name either a DRAFT with its --source files or a --dossier.", ctx)
    if [draft, *files].count("-") > 1:
        raise Error("standard input (-) can be read only once.")
    text, chosen = text_alone(ctx, draft, dossier_id, newsroom, language, leaving=leaving)
    against = tuple(take_in_all(files)) if dossier_id is None else of_dossier(dossier_id, newsroom)[1]
    return text, against, chosen


def text_alone(
    ctx: click.Context,
    draft: str | None,
    dossier_id: str | None,
    newsroom: str,
    language: str | None,
    *,
    leaving: bool = False,
) -> tuple[Source, Language]:
    """A draft and its language: a file, or the current text of a dossier.

    Raises UsageError where neither or both are named, and Error where there is no text or no language Beleg reads.
    """
    from beleg.cli.inputs import draft as draft_in
    from beleg.cli.inputs import language_of
    from beleg.terms.source import Source

    if (draft is None) == (dossier_id is None):
        raise click.UsageError("Name either a DRAFT or a --dossier.", ctx)
    if dossier_id is not None:
        if language:
            raise click.UsageError("--language belongs to a DRAFT, a dossier has its own.", ctx)
        found, _ = of_dossier(dossier_id, newsroom, leaving=leaving)
        if found.current is None:
            raise Error(f"{found.title}: there is no draft yet.")
        return Source(text=found.current.content, language=found.language, name=found.title), read_in(
            found.language
        )
    assert draft is not None
    written = draft_in(draft)
    chosen = language_of([written], language)
    if chosen is None:
        raise Error("The draft is in no language Beleg reads (de, en); choose one with --language.")
    return written, chosen


def read_in(code: str) -> Language:
    """The language of this code; Error if Beleg does not read it."""
    from beleg.language.registry import language_read

    return language_read(code)

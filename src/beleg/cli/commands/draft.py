"""`beleg draft`."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from beleg.cli.generating import agreed, marked, model_of, model_options, told
from beleg.cli.options import acting_option, language_option, newsroom_option
from beleg.terms.brief import Brief, Form
from beleg.terms.refusal import Error
from beleg.terms.revision import Revision

if TYPE_CHECKING:
    from beleg.models.language_model import LanguageModel


@click.command(name="draft")
@click.option(
    "--source", "sources", metavar="FILE|URL", multiple=True, help="A source; may be given several times."
)
@click.option(
    "--dossier", "dossier_id", metavar="ID", help="Draft from the sources of this dossier, and record it."
)
@click.option(
    "--sentences", type=click.IntRange(min=1), default=12, show_default=True, help="How many at most."
)
@model_options
@language_option
@newsroom_option
@acting_option
@click.pass_context
def command(
    ctx: click.Context,
    *,
    sources: tuple[str, ...],
    dossier_id: str | None,
    sentences: int,
    model: str | None,
    endpoint: str | None,
    endpoint_kind: str,
    angle: str,
    audience: str,
    form: str,
    yes: bool,
    language: str | None,
    newsroom: str,
    login: str,
) -> None:
    """Write a first version from sources, with or without a language model.

    It takes central sentences: quotations word for word with their speaker, what several sources report as it stands,
    what one alone reports as that one's statement, in German in the Konjunktiv. Every sentence passes the checks. With
    --source the draft is written to standard output, with --dossier it becomes a revision in which every sentence
    knows its passage.

    With --model and --endpoint a language model writes. Which sources go where is said before they do. Every sentence
    has to name its passages and to pass the checks; what does not is struck, and said on standard error. What passes in
    other words than its source's waits until somebody has confirmed it in the dossier; with --source it stands in
    square brackets.
    """
    if bool(sources) == (dossier_id is not None):
        raise click.UsageError("Name either --source files or a --dossier.", ctx)
    asked = model_of(ctx, model, endpoint, endpoint_kind)
    brief = Brief(
        language=language or "", sentences=sentences, angle=angle, audience=audience, form=Form(form)
    )
    if dossier_id is not None:
        if language:
            raise click.UsageError("--language belongs to --source, a dossier has its own.", ctx)
        if asked is None:
            _in_dossier(dossier_id, sentences, newsroom, login)
        else:
            _generated_in_dossier(dossier_id, asked, brief, newsroom, login, yes=yes)
        return
    from beleg.cli.inputs import language_of, take_in_all
    from beleg.first_version import first_version

    taken = take_in_all(sources)
    chosen = language_of(taken, language)
    if chosen is None:
        raise Error("The sources are in no language Beleg reads (de, en); choose one with --language.")
    if asked is None:
        click.echo(first_version(taken, language=chosen, sentences=sentences).content, nl=False)
        return
    from beleg.model_draft import model_draft

    agreed(asked, taken, 0, yes=yes)
    made = model_draft(taken, asked, replace(brief, language=chosen.code))
    told(made)
    click.echo(marked(made.draft, chosen.code), nl=False)


def _generated_in_dossier(
    dossier_id: str,
    asked: "LanguageModel",
    brief: Brief,
    newsroom: str,
    login: str,
    *,
    yes: bool,
) -> None:
    from beleg.cli.door import acting, dossier, opened

    outside = not asked.on_this_machine
    with opened(newsroom) as house:
        by = acting(house, login).id
        found = dossier(house, dossier_id)
        given = house.sources_for_model(found.id, outside=outside)
        kept_back = len(house.sources_for_model(found.id, outside=False)) - len(given)
        agreed(asked, given, kept_back, yes=yes)
        brief = replace(brief, language=found.language)
        made = house.generate(found.id, asked, brief, by=by)
        revision = house.dossier(found.id).current
    told(made)
    if revision is not None:
        _said(revision)


def _in_dossier(dossier_id: str, sentences: int, newsroom: str, login: str) -> None:
    from beleg.cli.door import acting, dossier, opened

    with opened(newsroom) as house:
        by = acting(house, login).id
        revision = house.draft(dossier(house, dossier_id).id, by=by, sentences=sentences)
    _said(revision)


def _said(revision: Revision) -> None:
    click.echo(
        f"Revision {revision.number}, {len(revision.sentences)} sentences, sha256 {revision.content_sha256}"
    )
